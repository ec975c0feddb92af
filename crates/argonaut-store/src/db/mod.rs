//! The two databases behind one face: `Store` opens them, `Read` asks, `Write`
//! is one transaction. Every difference between the two lives in this folder.

mod open;
pub(crate) mod row;
mod unit;
mod value;

pub use open::{Backend, Store};
pub(crate) use row::Row;
pub use unit::{Read, Write};
pub(crate) use value::{Value, values};
