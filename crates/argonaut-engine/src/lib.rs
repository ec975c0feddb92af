//! The matching engine: which listings may help a client, how well, and why.
//! Pure and deterministic: the same listings, query and context give the same
//! answer to the last bit. It knows no storage, no clock and no keys.
//!
//! Map:
//! - [`listing`]: what is ranked, and the published [`listing::Face`] of it
//! - [`context`]: what the engine asks about the asking helper
//! - [`engine`], [`snapshot`], `index`: live updates, immutable snapshots
//! - `tiles`: the cards by neighbourhood, and the exact search among them
//! - [`rank`]: the score; [`weights`]: its constants; [`limits`]: what rules a pair out
//! - [`explain`]: reasons as data; [`pair`]: two records side by side
//! - [`find`]: browsing by filters, with facets
//! - [`rings`]: circles of clients who help each other, and chains from offers
//! - [`trust`]: how far one helper can rely on another, and why
//! - [`naive`]: the plain scan that tests hold the ranking against
//!
//! Everything here reads published values only: a filter on true values would
//! betray them. No answer names a listing's client or owner.

pub mod context;
pub mod engine;
pub mod explain;
pub mod find;
mod index;
pub mod learn;
pub mod limits;
pub mod listing;
pub mod naive;
pub mod pair;
pub mod rank;
pub mod rarity;
pub mod rings;
pub mod snapshot;
mod tiles;
pub mod trust;
pub mod weights;

pub use context::{Context, Familiar};
pub use engine::{Change, Engine};
pub use explain::{DistanceBand, Reason};
pub use find::{Count, Facets, Filter, Found, FoundItem, Page};
pub use limits::{Side, Verdict};
pub use listing::{
    Body, CardListing, Entry, Face, HelperListing, Listing, ListingId, ListingKind, ServiceListing,
};
pub use pair::{Aspect, Comparison, Point};
pub use rank::ScoreParts;
pub use snapshot::{Answer, Query, Snapshot, Suggestion};
pub use weights::Weights;
