//! Two people side by side, point by point.

use maud::{Markup, html};

use super::icon::{Icon, icon};
use crate::i18n::{Tr, t};

/// Whether a point fits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fit {
    /// It does.
    Match,
    /// It does not.
    Mismatch,
    /// One side does not say.
    Unknown,
}

/// One point of the comparison.
#[derive(Clone, Debug)]
pub struct PairRow {
    /// What is compared ("Languages").
    pub point: String,
    /// On the left.
    pub left: Markup,
    /// On the right.
    pub right: Markup,
    /// Whether the two fit.
    pub fit: Fit,
}

/// The comparison; on a phone each point becomes a block with both sides.
pub fn pair_table(tr: &Tr, caption: &str, left: &str, right: &str, rows: &[PairRow]) -> Markup {
    html! {
        table.pair {
            caption.visually-hidden { (caption) }
            thead {
                tr {
                    th scope="col" { (t!(tr, "shell-pair-point")) }
                    th scope="col" { (left) }
                    th scope="col" { (right) }
                }
            }
            tbody {
                @for row in rows {
                    @let (class, picture, word) = match row.fit {
                        Fit::Match => ("fit fit-yes", Icon::Tick, t!(tr, "shell-pair-match")),
                        Fit::Mismatch => ("fit fit-no", Icon::Cross, t!(tr, "shell-pair-mismatch")),
                        Fit::Unknown => ("fit fit-open", Icon::Unknown, t!(tr, "shell-pair-unknown")),
                    };
                    tr {
                        th scope="row" {
                            span { (row.point) }
                            span class=(class) { (icon(picture)) (word) }
                        }
                        td data-label=(left) { (row.left) }
                        td data-label=(right) { (row.right) }
                    }
                }
            }
        }
    }
}
