//! What has been found so far. The first to claim a piece of text keeps it.

use super::{Certainty, Kind};

/// A claimed piece.
#[derive(Clone, Copy, Debug)]
pub(super) struct Span {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) kind: Kind,
    pub(super) certainty: Certainty,
}

/// All claimed pieces.
#[derive(Default)]
pub(super) struct Spans(Vec<Span>);

impl Spans {
    /// Claims a piece, unless another has claimed some of it.
    pub(super) fn claim(&mut self, start: usize, end: usize, kind: Kind, certainty: Certainty) {
        if start < end && self.is_free(start, end) {
            self.0.push(Span {
                start,
                end,
                kind,
                certainty,
            });
        }
    }

    /// Whether nobody has claimed any of it.
    pub(super) fn is_free(&self, start: usize, end: usize) -> bool {
        self.0
            .iter()
            .all(|span| span.end <= start || end <= span.start)
    }

    /// Every claimed piece, in the order of claiming.
    pub(super) fn iter(&self) -> impl Iterator<Item = &Span> {
        self.0.iter()
    }

    /// What ends right at this byte or before it.
    pub(super) fn last_before(&self, byte: usize) -> Option<&Span> {
        self.0
            .iter()
            .filter(|span| span.end <= byte)
            .max_by_key(|span| span.end)
    }

    /// In the order of the text. A town or postal code right behind an address belongs
    /// to it; so does a name with nothing but a space between.
    pub(super) fn into_sorted(mut self, raw: &str) -> Vec<Span> {
        self.0.sort_by_key(|span| span.start);
        let mut joined: Vec<Span> = Vec::with_capacity(self.0.len());
        for span in self.0 {
            if let Some(last) = joined.last_mut() {
                let between = raw.get(last.end..span.start).unwrap_or("?");
                let close = between.len() <= 4
                    && between
                        .chars()
                        .all(|mark| mark.is_whitespace() || mark == ',');
                let belongs = match (last.kind, span.kind) {
                    (Kind::Address, Kind::Address | Kind::Place | Kind::PostalCode) => close,
                    (Kind::Address, Kind::Person | Kind::Organisation) => between == " ",
                    (Kind::Place, Kind::PostalCode) => close,
                    _ => false,
                };
                if belongs {
                    last.end = span.end;
                    continue;
                }
            }
            joined.push(span);
        }
        joined
    }
}
