//! Two records side by side, point by point, for the page on which a helper
//! decides. Reads the same limits and the same cover as the ranking does.

use argonaut_domain::card::CardNeed;
use argonaut_domain::language::LanguageId;
use argonaut_domain::taxonomy::{Relation, TermId};

use crate::explain::{DistanceBand, common};
use crate::limits::{self, Side, Verdict};
use crate::listing::{Entry, Face, ListingId, ListingKind};
use crate::rank::Ranker;
use crate::snapshot::Suggestion;

/// A card beside a listing.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// Which listing.
    pub id: ListingId,
    /// The points, in the order in which the page shows them.
    pub points: Vec<Point>,
    /// Whether no limit of either side is broken.
    pub allowed: bool,
    /// The score and the reasons; `None` where a limit is broken or nothing fits.
    pub suggestion: Option<Suggestion>,
}

/// One point of a comparison.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Point {
    /// What is compared.
    pub aspect: Aspect,
    /// How it compares.
    pub verdict: Verdict,
}

/// What is compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Aspect {
    /// A need of one side, and the other side's best offer for it.
    Need {
        /// Whose need.
        of: Side,
        /// What is needed, or "details on introduction".
        need: CardNeed,
        /// The offer that meets it.
        met_by: Option<(TermId, Relation)>,
    },
    /// Interests in common.
    Interests(Vec<TermId>),
    /// Languages in common.
    Language(Vec<LanguageId>),
    /// Kinds of connection that both seek, and over which their ages let them meet.
    Connection(Vec<TermId>),
    /// How far apart the published places are; `None` where one is not said.
    Distance(Option<DistanceBand>),
    /// One side's limit on the other's age.
    AgeLimit(Side),
    /// One side's limit on the other's gender.
    GenderLimit(Side),
    /// One side's limit on the other's languages.
    LanguageLimit(Side),
    /// One side's limit on the distance, in kilometres.
    DistanceLimit(Side, u16),
}

pub(crate) fn compare(ranker: &Ranker<'_>, entry: &Entry, theirs: &Face<'_>) -> Comparison {
    let ours = ranker.asker();
    let mut points = Vec::new();
    needs(ranker, Side::Ours, ours, theirs, &mut points);
    if theirs.kind == ListingKind::Card {
        needs(ranker, Side::Theirs, theirs, ours, &mut points);
        points.push(interests(ours, theirs));
        points.push(Point {
            aspect: Aspect::Connection(limits::shared_connections(ours, theirs).collect()),
            verdict: limits::connection(ours, theirs),
        });
    }
    points.push(Point {
        aspect: Aspect::Language(common(ours.languages, theirs.languages).collect()),
        verdict: limits::language(ours, theirs),
    });
    points.push(distance(ours, theirs));
    side_limits(Side::Ours, ours, theirs, &mut points);
    side_limits(Side::Theirs, theirs, ours, &mut points);
    let allowed = limits::allow(ours, theirs);
    let suggestion = if allowed {
        ranker.suggest(entry, theirs)
    } else {
        None
    };
    Comparison {
        id: entry.id,
        points,
        allowed,
        suggestion,
    }
}

fn needs(ranker: &Ranker<'_>, of: Side, who: &Face<'_>, whom: &Face<'_>, points: &mut Vec<Point>) {
    for &need in who.needs {
        let (met_by, verdict) = match need {
            // What the need is will be told on introduction, so nobody knows yet.
            CardNeed::OnIntroduction(_) => (None, Verdict::Unknown),
            CardNeed::Named(term, _) => match ranker.best_offer(term, whom.offers) {
                Some(met_by) => (Some(met_by), Verdict::Match),
                None if whom.offers.is_empty() => (None, Verdict::Unknown),
                None => (None, Verdict::Mismatch),
            },
        };
        points.push(Point {
            aspect: Aspect::Need { of, need, met_by },
            verdict,
        });
    }
}

fn interests(ours: &Face<'_>, theirs: &Face<'_>) -> Point {
    let shared: Vec<TermId> = common(ours.interests, theirs.interests).collect();
    let verdict = if ours.interests.is_empty() || theirs.interests.is_empty() {
        Verdict::Unknown
    } else if shared.is_empty() {
        Verdict::Mismatch
    } else {
        Verdict::Match
    };
    Point {
        aspect: Aspect::Interests(shared),
        verdict,
    }
}

/// Near is within 50 km, where the distance still leaves half of the score.
fn distance(ours: &Face<'_>, theirs: &Face<'_>) -> Point {
    let band = ours.place.distance_km(theirs.place).map(DistanceBand::of);
    let verdict = match band {
        None => Verdict::Unknown,
        Some(band) if band <= DistanceBand::To50 => Verdict::Match,
        Some(_) => Verdict::Mismatch,
    };
    Point {
        aspect: Aspect::Distance(band),
        verdict,
    }
}

/// The limits that `who` sets; one that is not set is no point.
fn side_limits(side: Side, who: &Face<'_>, whom: &Face<'_>, points: &mut Vec<Point>) {
    let limits = who.limits;
    let mut point = |aspect, verdict| points.push(Point { aspect, verdict });
    if !limits.stages.is_empty() {
        point(Aspect::AgeLimit(side), limits::age(who, whom));
    }
    if !limits.genders.is_empty() {
        point(Aspect::GenderLimit(side), limits::gender(who, whom));
    }
    if !limits.languages.is_empty() {
        point(
            Aspect::LanguageLimit(side),
            limits::accepted_language(who, whom),
        );
    }
    if let Some(most) = limits.max_km {
        point(
            Aspect::DistanceLimit(side, most),
            limits::distance(who, whom),
        );
    }
}
