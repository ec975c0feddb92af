//! The gate: decides what of a client's true values may stand on a card. Pure
//! and deterministic; it never learns the name of a client or of a helper.
//!
//! A card's place, age, gender and languages are generalised along fixed
//! hierarchies until (a) enough people share the combination, (b) the place has
//! enough people, and (c) enough active helpers serve it; sensitive words never
//! pass. `docs/design/2026-11-23-gate.md` gives the reasons.

mod advice;
mod census;
mod company;
mod explain;
mod helpers;
pub mod lattice;
mod node;
mod pass;
mod paths;
mod population;
mod rules;
mod start;
mod terms;
#[cfg(test)]
mod tests;
mod thresholds;
mod truth;

pub use census::{CensusRow, CensusTable};
pub use explain::{Attribute, Explanation, Reason, Value};
pub use helpers::{ActiveHelpers, ServingTable};
pub use pass::{Advice, Passed, Recheck, Refused, Request, pass, recheck};
pub use population::{BuiltinEstimate, Population};
pub use thresholds::Thresholds;
pub use truth::{Chosen, TrueValues};
