//! The cards of a snapshot, in tiles by neighbourhood, and the exact search for
//! the best of them. Helpers' offers and services lie elsewhere (`index`).
//!
//! A tile holds up to 512 packed cards and, per term, the set of slots that
//! hold it, so that "may reach the worst of the best" is some dozens of cache
//! lines. Tiles lie along a Hilbert curve in blocks of 64; blocks and tiles are
//! visited in the order of what they can reach at most, nearest and freshest
//! first. A change copies one tile, one block and the list of blocks.

mod admit;
mod ask;
mod bits;
mod browse;
mod columns;
mod cover;
mod curve;
mod facts;
mod key;
mod map;
mod marks;
mod plan;
mod record;
mod search;
mod shelf;
mod tile;
mod tongues;

pub(crate) use browse::find;
pub(crate) use map::{Tiles, row};
pub(crate) use search::top;
pub(crate) use tile::Row;
