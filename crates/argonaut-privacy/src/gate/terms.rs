//! The terms of a card: sensitive words never pass, whatever the audience.

use argonaut_domain::card::{CardNeed, Urgency};
use argonaut_domain::taxonomy::TermId;

use super::explain::{Attribute, Explanation, Reason, Value};
use super::truth::{Chosen, TrueValues};

/// Needs, offers, interests and kinds of connection, on their way to a card.
#[derive(Default)]
pub(super) struct Terms {
    pub(super) needs: Vec<CardNeed>,
    pub(super) offers: Vec<TermId>,
    pub(super) interests: Vec<TermId>,
    pub(super) connections: Vec<TermId>,
}

impl Terms {
    /// What the helper chose to show of a client's true values.
    pub(super) fn chosen(
        truth: &TrueValues,
        chosen: &Chosen,
        explanations: &mut Vec<Explanation>,
    ) -> Self {
        let named = truth
            .needs
            .iter()
            .filter(|&&(term, _)| chosen.shows(Attribute::Need(term)))
            .map(|&(term, urgency)| CardNeed::Named(term, urgency));
        let shown = |terms: &[TermId], attribute: fn(TermId) -> Attribute| {
            terms
                .iter()
                .copied()
                .filter(|&term| chosen.shows(attribute(term)))
                .collect()
        };
        Self {
            needs: named.collect(),
            offers: shown(&truth.offers, Attribute::Offer),
            interests: shown(&truth.interests, Attribute::Interest),
            connections: shown(&truth.connections, Attribute::Connection),
        }
        .guarded(|term| chosen.discreet.contains(&term), explanations)
    }

    /// Hides or leaves out what must not be named. All hidden needs become one
    /// entry, with an urgency that tells only "cannot wait" from the rest, so
    /// that neither their number nor their mix gives them away.
    pub(super) fn guarded(
        self,
        discreet: impl Fn(TermId) -> bool,
        explanations: &mut Vec<Explanation>,
    ) -> Self {
        let mut needs: Vec<CardNeed> = Vec::with_capacity(self.needs.len());
        let mut hidden: Option<Urgency> = None;
        for need in self.needs {
            let urgency = match need {
                CardNeed::Named(term, urgency) => {
                    let reason = if term.is_sensitive() {
                        Reason::Sensitive
                    } else if discreet(term) {
                        Reason::Discreet
                    } else {
                        needs.push(need);
                        continue;
                    };
                    let (from, to) = (Value::Term(term), Value::OnIntroduction);
                    explanations.push(Explanation {
                        attribute: Attribute::Need(term),
                        from,
                        to,
                        reason,
                    });
                    urgency
                }
                CardNeed::OnIntroduction(urgency) => urgency,
            };
            hidden = hidden.max(Some(coarse(urgency)));
        }
        // A need that was noted twice is shown once, as urgent as it is: sorted
        // by term and urgency, the last of each term stays.
        needs.sort_unstable();
        needs.reverse();
        needs.dedup_by(
            |a, b| matches!((a, b), (CardNeed::Named(a, _), CardNeed::Named(b, _)) if a == b),
        );
        needs.extend(hidden.map(CardNeed::OnIntroduction));
        let mut open = |terms: Vec<TermId>, attribute: fn(TermId) -> Attribute| {
            let (sensitive, open) = terms
                .into_iter()
                .partition::<Vec<_>, _>(|term| term.is_sensitive());
            explanations.extend(sensitive.into_iter().map(|term| Explanation {
                attribute: attribute(term),
                from: Value::Term(term),
                to: Value::NotSaid,
                reason: Reason::Sensitive,
            }));
            open
        };
        let offers = open(self.offers, Attribute::Offer);
        let interests = open(self.interests, Attribute::Interest);
        let connections = open(self.connections, Attribute::Connection);
        Self {
            needs,
            offers,
            interests,
            connections,
        }
    }
}

/// The two urgencies of a hidden need.
const fn coarse(urgency: Urgency) -> Urgency {
    match urgency {
        Urgency::Low | Urgency::Medium => Urgency::Medium,
        Urgency::High => Urgency::High,
    }
}
