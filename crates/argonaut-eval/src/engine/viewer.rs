//! The asking helper's eyes as the peers hold them for a session: what each owner
//! of a card is to the helper, in tables by the owner's number.

use argonaut_engine::Weights;
use argonaut_testkit::corpus::Eyes;

use super::columns::Columns;

/// What the helper is to the owner of a listing.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Owner {
    Stranger,
    Contact,
    Blocked,
    Own,
}

/// What one helper sees, and whom they trust.
pub(crate) struct Viewer {
    /// By owner.
    pub(crate) owners: Vec<Owner>,
    /// The factor for the trust, by owner.
    pub(crate) trust: Vec<f64>,
}

impl Viewer {
    pub(crate) fn of(columns: &Columns, weights: &Weights, eyes: &Eyes) -> Self {
        let known = &columns.owners;
        let mut owners = vec![Owner::Stranger; known.values.len()];
        let mut trust = vec![weights.trust_base; known.values.len()];
        for (helper, value) in eyes.trusted() {
            if let Some(place) = known.known(helper).and_then(|at| trust.get_mut(at)) {
                *place = weights.trust_base + weights.trust_span * value.clamp(0.0, 1.0);
            }
        }
        let own = [eyes.own()];
        let lists: [(&[_], Owner); 3] = [
            (eyes.contacts(), Owner::Contact),
            (eyes.blocks(), Owner::Blocked),
            (&own, Owner::Own),
        ];
        for (list, owner) in lists {
            for helper in list {
                if let Some(place) = known.known(helper).and_then(|at| owners.get_mut(at)) {
                    *place = owner;
                }
            }
        }
        Self { owners, trust }
    }
}
