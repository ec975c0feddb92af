//! How every offer stands to every need, as one table: the taxonomy is small and
//! never changes, so no question works it out again.

use argonaut_domain::taxonomy::{Relation, Taxonomy, TermId, TermKind};
use argonaut_engine::Weights;

/// How well an offer meets a need, and whether from afar.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Meets {
    pub(crate) sim: f64,
    pub(crate) remote: bool,
}

impl Meets {
    /// The better of two: of two that are as good, the one from afar.
    #[inline]
    pub(crate) fn or(self, next: Self) -> Self {
        if next.sim > self.sim || (next.sim == self.sim && next.remote) {
            next
        } else {
            self
        }
    }
}

/// The table: a row for each term as a need, in it a cell for each as an offer.
#[derive(Default)]
pub(crate) struct Similar {
    terms: usize,
    cells: Vec<Meets>,
}

impl Similar {
    pub(crate) fn of(weights: &Weights) -> Self {
        let kinds = TermKind::ALL.iter();
        let terms = kinds
            .map(|kind| Taxonomy::builtin().terms(*kind).count())
            .sum();
        let mut table = Self {
            terms,
            cells: vec![Meets::default(); terms * terms],
        };
        let needs = || Taxonomy::builtin().terms(TermKind::Need);
        for need in needs() {
            for offer in needs() {
                let place = usize::from(need.index()) * terms + usize::from(offer.index());
                if let Some(cell) = table.cells.get_mut(place) {
                    *cell = meets(weights, need, offer);
                }
            }
        }
        table
    }
    /// How many terms there are.
    pub(crate) const fn terms(&self) -> usize {
        self.terms
    }
    /// How well each offer meets a need, by its term.
    pub(crate) fn offers(&self, need: TermId) -> &[Meets] {
        let start = usize::from(need.index()) * self.terms;
        self.cells
            .get(start..start + self.terms)
            .unwrap_or_default()
    }
    /// How well these offers meet each need, by its term.
    pub(crate) fn needs(&self, offers: &[TermId]) -> Vec<Meets> {
        let cells = |row: &[Meets], offer: &TermId| {
            let cell = row.get(usize::from(offer.index()));
            cell.copied().unwrap_or_default()
        };
        let rows = self.cells.chunks_exact(self.terms.max(1));
        rows.map(|row| {
            let met = offers.iter().map(|offer| cells(row, offer));
            met.fold(Meets::default(), Meets::or)
        })
        .collect()
    }
}

fn meets(weights: &Weights, need: TermId, offer: TermId) -> Meets {
    let sim = match Taxonomy::builtin().relation(need, offer) {
        Relation::Same => weights.same,
        Relation::ParentChild => weights.parent_child,
        Relation::Sibling => weights.sibling,
        Relation::Unrelated => 0.0,
    };
    Meets {
        sim,
        remote: sim > 0.0 && offer.is_remote(),
    }
}
