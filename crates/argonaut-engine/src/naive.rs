//! The plain scan: the definition of the score written down a second time, as
//! simply as can be, so that tests can hold the ranking against it. It shares
//! no arithmetic with `rank` and no test with `limits`.

use argonaut_domain::card::{CardContent, CardNeed, Limits};
use argonaut_domain::language::LanguageId;
use argonaut_domain::person::{Age, AgeBand, Gender, LifeStage};
use argonaut_domain::place::Place;
use argonaut_domain::taxonomy::{Relation, Taxonomy, TermId};

use crate::context::Context;
use crate::listing::{Body, Listing, ListingId};
use crate::rarity::Rarity;
use crate::snapshot::{Query, Snapshot};

/// The ids and scores that [`Snapshot::top`] must give.
pub fn top(snapshot: &Snapshot, query: &Query, context: &dyn Context) -> Vec<(ListingId, f64)> {
    let card = query.card.clone().tidy();
    let mut all: Vec<(ListingId, f64)> = snapshot
        .listings(query.kind)
        .filter(|listing| context.sees(&listing.entry()))
        .filter(|listing| query.own.is_none() || listing.client() != query.own)
        .filter(|listing| query.include_own || !context.is_own(&listing.entry()))
        .map(|listing| {
            (
                listing.id(),
                score(&card, &listing, snapshot.rarity(), context),
            )
        })
        .filter(|(_, score)| *score > 0.0)
        .collect();
    all.sort_by_key(|(id, _)| *id);
    all.sort_by(|a, b| b.1.total_cmp(&a.1));
    all.truncate(query.limit);
    all
}

/// The score of one listing, 0 where a limit is broken, with the default weights.
pub fn score(a: &CardContent, listing: &Listing, rarity: &Rarity, context: &dyn Context) -> f64 {
    let today = context.today();
    match &listing.body {
        Body::Card(card) => {
            let b = &card.content;
            if !speak(&a.languages, &b.languages)
                || !both_seek(&a.connections, &b.connections)
                || endangers_a_child(a, b)
                || breaks(
                    &a.limits,
                    a.place,
                    b.place,
                    Some((b.age, b.gender)),
                    &b.languages,
                )
                || breaks(
                    &b.limits,
                    b.place,
                    a.place,
                    Some((a.age, a.gender)),
                    &a.languages,
                )
            {
                return 0.0;
            }
            let (n_ab, remote_ab) = cover(&a.needs, &b.offers);
            let (n_ba, remote_ba) = cover(&b.needs, &a.offers);
            let i = shared(&a.interests, &b.interests, rarity);
            let x = 0.75 * n_ab + 0.25 * i;
            let y = 0.75 * n_ba + 0.25 * i;
            if x + y == 0.0 {
                return 0.0;
            }
            let r = 0.4 * (x + y) / 2.0 + 0.6 * 2.0 * x * y / (x + y);
            let remote = if n_ab + n_ba == 0.0 {
                0.0
            } else {
                (remote_ab + remote_ba) / (n_ab + n_ba)
            };
            let days = 7.0 * f64::from(today.since(listing.published));
            let weeks = f64::from(today.since(card.waiting_since));
            let waited = if weeks >= 26.0 { 1.0 } else { weeks / 26.0 };
            r * distance(a.place, b.place, remote)
                * trust(listing, context)
                * (0.7 + 0.3 * (-days / 90.0).exp2())
                * (1.0 + 0.15 * waited)
        }
        Body::Helper(helper) => {
            let place = if context.reaches(helper.privacy.area, helper.id) {
                helper.place
            } else {
                Place::Anywhere
            };
            if !context.reaches(helper.privacy.offers, helper.id) {
                return 0.0;
            }
            one_way(
                a,
                place,
                &helper.languages,
                &helper.offers,
                &Limits::default(),
            ) * trust(listing, context)
        }
        Body::Service(service) => {
            one_way(
                a,
                service.place,
                &service.languages,
                &service.offers,
                &service.serves,
            ) * trust(listing, context)
        }
    }
}

fn one_way(
    a: &CardContent,
    place: Place,
    languages: &[LanguageId],
    offers: &[TermId],
    serves: &Limits,
) -> f64 {
    if !speak(&a.languages, languages)
        || breaks(&a.limits, a.place, place, None, languages)
        || breaks(
            serves,
            place,
            a.place,
            Some((a.age, a.gender)),
            &a.languages,
        )
    {
        return 0.0;
    }
    let (n, remote) = cover(&a.needs, offers);
    if n == 0.0 {
        0.0
    } else {
        n * distance(a.place, place, remote / n)
    }
}

fn cover(needs: &[CardNeed], offers: &[TermId]) -> (f64, f64) {
    let (mut total, mut met, mut met_remotely) = (0.0, 0.0, 0.0);
    for need in needs {
        let CardNeed::Named(term, urgency) = need else {
            continue;
        };
        let u = f64::from(urgency.weight());
        total += u;
        let best = offers
            .iter()
            .map(|offer| sim(*term, *offer))
            .fold(0.0, f64::max);
        met += u * best;
        if best > 0.0
            && offers
                .iter()
                .any(|offer| offer.is_remote() && sim(*term, *offer) == best)
        {
            met_remotely += u * best;
        }
    }
    if total == 0.0 {
        (0.0, 0.0)
    } else {
        (met / total, met_remotely / total)
    }
}

fn sim(a: TermId, b: TermId) -> f64 {
    match Taxonomy::builtin().relation(a, b) {
        Relation::Same => 1.0,
        Relation::ParentChild => 0.7,
        Relation::Sibling => 0.5,
        Relation::Unrelated => 0.0,
    }
}

fn shared(a: &[TermId], b: &[TermId], rarity: &Rarity) -> f64 {
    let (mut both, mut w_a, mut w_b) = (0.0, 0.0, 0.0);
    for term in a {
        w_a += rarity.of_interest(*term);
        if b.contains(term) {
            both += rarity.of_interest(*term);
        }
    }
    for term in b {
        w_b += rarity.of_interest(*term);
    }
    if both == 0.0 {
        0.0
    } else {
        both / (w_a * w_b).sqrt()
    }
}

fn distance(a: Place, b: Place, remote: f64) -> f64 {
    let km = a.distance_km(b).unwrap_or(50.0);
    remote + (1.0 - remote) / (1.0 + km / 50.0)
}

fn trust(listing: &Listing, context: &dyn Context) -> f64 {
    0.6 + 0.4 * context.trust_in(&listing.entry()).clamp(0.0, 1.0)
}

fn speak(a: &[LanguageId], b: &[LanguageId]) -> bool {
    a.is_empty() || b.is_empty() || a.iter().any(|language| b.contains(language))
}

fn both_seek(a: &[TermId], b: &[TermId]) -> bool {
    a.is_empty() || b.is_empty() || a.iter().any(|kind| b.contains(kind))
}

/// The rule on children, in its own words: a kind of connection is open to two
/// cards when both name it, or one names it and the other names none.
fn endangers_a_child(a: &CardContent, b: &CardContent) -> bool {
    let minors = |age: Age| -> (bool, bool) {
        match age {
            Age::Band(band) => {
                let child = matches!(band, AgeBand::To9 | AgeBand::To17);
                (child, child)
            }
            Age::Stage(stage) => (stage == LifeStage::Child, stage == LifeStage::Child),
            Age::Adult => (false, false),
            Age::Minor => (true, true),
            Age::Any => (false, true),
        }
    };
    let ((a_child, a_may_be), (b_child, b_may_be)) = (minors(a.age), minors(b.age));
    let asks = |card: &CardContent, code: &str| card.connections.iter().any(|k| k.code() == code);
    let open = |card: &CardContent, code: &str| card.connections.is_empty() || asks(card, code);
    let both_open = |code: &str| open(a, code) && open(b, code) && (asks(a, code) || asks(b, code));
    if (a_child || b_child) && (asks(a, "romance") || asks(b, "romance")) {
        return true;
    }
    if a_child != b_child {
        return !(both_open("seek.practical")
            || both_open("seek.mentor")
            || both_open("seek.learning"));
    }
    if a_may_be || b_may_be {
        let mut named = a.connections.iter().chain(&b.connections).peekable();
        return named.peek().is_some()
            && !named.any(|kind| kind.code() != "romance" && both_open(kind.code()));
    }
    false
}

/// Whether somebody at `there` is known to break limits set at `here`.
fn breaks(
    limits: &Limits,
    here: Place,
    there: Place,
    person: Option<(Age, Option<Gender>)>,
    languages: &[LanguageId],
) -> bool {
    let age_broken = person.is_some_and(|(age, _)| {
        !limits.stages.is_empty() && !age.stages().any(|stage| limits.stages.contains(&stage))
    });
    let gender_broken = person
        .and_then(|(_, gender)| gender)
        .is_some_and(|gender| !limits.genders.is_empty() && !limits.genders.contains(&gender));
    let language_broken = !limits.languages.is_empty() && !speak(&limits.languages, languages);
    let nested = here != there && (here.contains(there) || there.contains(here));
    let too_far = match (limits.max_km, here.distance_km(there)) {
        (Some(most), Some(km)) => !nested && km > f64::from(most),
        (Some(_) | None, _) => false,
    };
    age_broken || gender_broken || language_broken || too_far
}
