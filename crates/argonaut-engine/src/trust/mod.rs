//! Trust between helpers, seen from the one who asks: how far to rely on somebody
//! else, why, and by what path. Pure and deterministic; it knows no client and no
//! clock beyond the day it is told.
//!
//! The asker's *view* spreads one unit of credit over the vouches: each
//! helper keeps [`KEPT`] of what reaches them and passes the rest on to those for whom
//! they vouch (personalised PageRank by forward push: Andersen, Chung, Lang 2006). Who
//! has vouched for few starts in part from the founders of the place instead. A
//! helper's *credibility* is `min(1, 500·credit)`, and evidence counts by the
//! credibility of who gives it:
//!
//! - `P`, `N`: the strengths of good and bad evidence about somebody, each rater at
//!   most once, by credibility; the asker's own counts fourfold
//! - **standing** = `P / (P + 2·N + ½)`, in [0, 1]; 0 for whom no credible helper
//!   speaks, and 0 for whom the asker distrusts
//! - **forecast**: the chance that the asker's own next experience is good, by a
//!   logistic model of fixed weights ([`Forecast`])
//!
//! Invented accounts cannot lift each other: credit enters a set of accounts by the
//! vouches from outside alone. With `F`, the credit within the set, what its members
//! say adds at most `500·F` to anybody's `P`; without a vouch from a credible helper
//! that is nothing at all, however many accounts there are, and so is their slander.
//!
//! Distrust is private: it weighs for its author alone. No credit of theirs reaches
//! whom they distrust.

mod forecast;
mod network;
mod path;
mod push;
mod standing;
mod tie;
mod view;

pub use forecast::Forecast;
pub use network::Network;
pub use path::{Step, Why};
pub use push::KEPT;
pub use standing::{Label, Standing};
pub use tie::{Day, Evidence, Experience, Familiarity, Field, Tie};
pub use view::View;
