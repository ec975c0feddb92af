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

/// All claimed pieces, in the order of the text.
#[derive(Default)]
pub(super) struct Spans(Vec<Span>);

impl Spans {
    /// Claims a piece, unless another has claimed some of it.
    pub(super) fn claim(&mut self, start: usize, end: usize, kind: Kind, certainty: Certainty) {
        if start < end && self.is_free(start, end) {
            let place = self.0.partition_point(|span| span.start < start);
            let span = Span {
                start,
                end,
                kind,
                certainty,
            };
            self.0.insert(place, span);
        }
    }

    /// Whether nobody has claimed any of it.
    pub(super) fn is_free(&self, start: usize, end: usize) -> bool {
        // Pieces do not overlap, so the last that begins before the end is the one to ask.
        let after = self.0.partition_point(|span| span.start < end);
        after
            .checked_sub(1)
            .and_then(|last| self.0.get(last))
            .is_none_or(|last| last.end <= start)
    }

    /// Every claimed piece, in the order of the text.
    pub(super) fn iter(&self) -> impl Iterator<Item = &Span> {
        self.0.iter()
    }

    /// What ends right at this byte or before it.
    pub(super) fn last_before(&self, byte: usize) -> Option<&Span> {
        let after = self.0.partition_point(|span| span.end <= byte);
        after.checked_sub(1).and_then(|last| self.0.get(last))
    }

    /// In the order of the text. A town or postal code right behind an address belongs
    /// to it; so does a name with nothing but a space between.
    pub(super) fn into_joined(self, raw: &str) -> Vec<Span> {
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
