//! Why a listing is suggested, as data; the pages put it into words. A reason
//! never tells more than the listing shows to this viewer.

use argonaut_domain::card::Urgency;
use argonaut_domain::language::LanguageId;
use argonaut_domain::place::Place;
use argonaut_domain::taxonomy::{Relation, TermId};

use crate::context::Context;
use crate::limits;
use crate::listing::{Entry, Face, ListingKind};
use crate::rank::{Cover, Ranker, ScoreParts};

/// Waiting for less than this many weeks is no reason.
const LEAST_WAITING_WEEKS: u32 = 4;

/// One reason for a suggestion.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reason {
    /// An offer meets a need.
    NeedMet {
        /// What is needed.
        need: TermId,
        /// How urgently.
        urgency: Urgency,
        /// The offer that meets it.
        by: TermId,
        /// How the two terms relate.
        relation: Relation,
        /// Whether theirs meets ours (true) or ours meets theirs.
        forward: bool,
    },
    /// Both like it.
    SharedInterest(TermId),
    /// Both seek this kind of connection.
    Connection(TermId),
    /// Both are in the same published place.
    SamePlace,
    /// The published places are at most 50 km apart.
    Near(DistanceBand),
    /// Some of the help can be given from afar.
    Remote,
    /// Both speak it.
    SharedLanguage(LanguageId),
    /// The owner is shown, and is a contact.
    Contact,
    /// The client has waited for this many weeks, four or more.
    Waiting(u32),
}

/// A distance as screens show it: never finer than these steps.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DistanceBand {
    /// At most 5 km.
    To5,
    /// At most 10 km.
    To10,
    /// At most 25 km.
    To25,
    /// At most 50 km.
    To50,
    /// At most 100 km.
    To100,
    /// At most 250 km.
    To250,
    /// More than 250 km.
    Further,
}

impl DistanceBand {
    /// Every band, the nearest first.
    pub const ALL: &'static [Self] = &[
        Self::To5,
        Self::To10,
        Self::To25,
        Self::To50,
        Self::To100,
        Self::To250,
        Self::Further,
    ];

    /// The upper end in kilometres; `None` for the last band.
    pub const fn at_most(self) -> Option<u16> {
        match self {
            Self::To5 => Some(5),
            Self::To10 => Some(10),
            Self::To25 => Some(25),
            Self::To50 => Some(50),
            Self::To100 => Some(100),
            Self::To250 => Some(250),
            Self::Further => None,
        }
    }
    /// The band of a distance in kilometres.
    pub fn of(km: f64) -> Self {
        let holds = |band: &Self| band.at_most().is_none_or(|most| km <= f64::from(most));
        Self::ALL
            .iter()
            .copied()
            .find(holds)
            .unwrap_or(Self::Further)
    }
}

/// The reasons for a scored listing: needs met (ours before theirs, urgent and
/// exact ones first), shared interests (rare ones first), then the rest.
pub(crate) fn reasons(
    ranker: &Ranker<'_>,
    entry: &Entry,
    theirs: &Face<'_>,
    parts: &ScoreParts,
    context: &dyn Context,
) -> Vec<Reason> {
    let ours = ranker.asker();
    let mut reasons = Vec::new();
    reasons.extend(needs_met(ranker.covers(ours.needs, theirs.offers), true));
    if theirs.kind == ListingKind::Card {
        reasons.extend(needs_met(ranker.covers(theirs.needs, ours.offers), false));
    }
    let mut interests: Vec<TermId> = common(ours.interests, theirs.interests).collect();
    interests.sort_by(|a, b| {
        ranker
            .rarity_of(*b)
            .total_cmp(&ranker.rarity_of(*a))
            .then(a.cmp(b))
    });
    reasons.extend(interests.into_iter().map(Reason::SharedInterest));
    reasons.extend(limits::shared_connections(ours, theirs).map(Reason::Connection));
    reasons.extend(place(&ours.place, &theirs.place, parts.km));
    if parts.remote_share > 0.0 {
        reasons.push(Reason::Remote);
    }
    reasons.extend(common(ours.languages, theirs.languages).map(Reason::SharedLanguage));
    if context.shows_contact(entry) {
        reasons.push(Reason::Contact);
    }
    let weeks = ranker.weeks_waiting(theirs.waiting_since);
    if weeks >= LEAST_WAITING_WEEKS {
        reasons.push(Reason::Waiting(weeks));
    }
    reasons
}

/// What is in both lists, in the order of the first.
pub(crate) fn common<'a, T: PartialEq + Copy>(
    ours: &'a [T],
    theirs: &'a [T],
) -> impl Iterator<Item = T> + 'a {
    ours.iter().copied().filter(|item| theirs.contains(item))
}

fn needs_met(mut covers: Vec<Cover>, forward: bool) -> impl Iterator<Item = Reason> {
    let closeness = |relation| match relation {
        Relation::Same => 0,
        Relation::ParentChild => 1,
        Relation::Sibling => 2,
        Relation::Unrelated => 3,
    };
    covers.sort_by_key(|cover| {
        (
            std::cmp::Reverse(cover.urgency.weight()),
            closeness(cover.relation),
            cover.need,
        )
    });
    covers.into_iter().map(
        move |Cover {
                  need,
                  urgency,
                  by,
                  relation,
              }| Reason::NeedMet {
            need,
            urgency,
            by,
            relation,
            forward,
        },
    )
}

fn place(ours: &Place, theirs: &Place, km: Option<f64>) -> Option<Reason> {
    if ours == theirs && *ours != Place::Anywhere {
        return Some(Reason::SamePlace);
    }
    let band = DistanceBand::of(km?);
    (band <= DistanceBand::To50).then_some(Reason::Near(band))
}
