//! What introductions came to: a helper's own figures, a group's safe ones, thanks, and the
//! firsts of a helper's voyage. Nobody is ever ranked.

mod export;
mod figures;
mod group;
pub mod thanks;
mod voyage;

pub use export::csv;
pub use figures::{Figures, Median, Outcomes, Period, mine};
pub use group::{GroupImpact, of_group, set_rule};
pub use voyage::{First, HELD, Milestone, Voyage, milestone, voyage};
