//! The attacker who knows helpers, and guesses whose a card is. They know every
//! helper's area, and from when until when each was here; they see all open cards
//! of all days, those of one owner under one pseudonym; and they know how likely
//! a helper of an area has a client in a town, and how likely a client of a town
//! gets a card of this level. What they do not know is the size of a caseload.

use std::collections::BTreeMap;

use argonaut_domain::place::Place;
use argonaut_privacy::gate::Thresholds;

use super::days::{DAYS, History, LAST, Shown};
use super::people::People;
use super::society::IN_AREA;

/// What a client of elsewhere weighs: helpers may know somebody far away.
const ELSEWHERE: f64 = 1e-6;

/// The best probability that the attacker gives to the right helper.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Guess {
    /// From the cards and the helpers of one day, whichever is the best.
    pub(super) at_sight: f64,
    /// From everything since the first day, with every card linked rightly to
    /// those that its client had before, though their ids and pseudonyms differ.
    pub(super) watching: f64,
}

/// Guesses the owner of every pseudonym, on every day on which something changed
/// for it.
pub(super) fn best_guess(people: &People<'_>, history: &History) -> Guess {
    let mut caseloads: BTreeMap<usize, Vec<&Shown>> = BTreeMap::new();
    for card in history.cards.iter().filter(|card| card.was_seen()) {
        if let Some(client) = history.clients.get(card.client) {
            caseloads.entry(client.helper).or_default().push(card);
        }
    }
    let ever = Odds::new(people, history, LAST, |card| card.was_seen());
    let daily: Vec<Odds> = (0..DAYS)
        .map(|day| Odds::new(people, history, day, |card| card.is_seen(day)))
        .collect();
    let mut best = Guess::default();
    for (owner, cards) in &caseloads {
        for (day, today) in (0..DAYS).zip(&daily) {
            let now: Vec<&Shown> = cards
                .iter()
                .copied()
                .filter(|card| card.is_seen(day))
                .collect();
            // A pseudonym stands for an owner and a place together.
            let mut places: Vec<Place> = now.iter().map(|card| card.content.place).collect();
            places.sort_unstable();
            places.dedup();
            for place in places {
                let group: Vec<&Shown> = now
                    .iter()
                    .copied()
                    .filter(|card| card.content.place == place)
                    .collect();
                let guess = today.guess(history, *owner, &group, (day, day));
                best.at_sight = best.at_sight.max(guess);
            }
            if !now.is_empty() {
                let since = cards.iter().map(|card| card.from).min().unwrap_or(day);
                let linked: Vec<&Shown> = cards
                    .iter()
                    .copied()
                    .filter(|card| {
                        card.from <= day && now.iter().any(|one| one.client == card.client)
                    })
                    .collect();
                let guess = ever.guess(history, *owner, &linked, (since, day));
                best.watching = best.watching.max(guess);
            }
        }
    }
    best
}

struct Odds {
    /// By area and published place: the logarithm of how likely a card of a
    /// helper of this area shows this place.
    by_area: BTreeMap<(Place, Place), f64>,
}

impl Odds {
    /// From the cards that are looked at, on a day.
    fn new(
        people: &People<'_>,
        history: &History,
        day: u16,
        looked_at: impl Fn(&Shown) -> bool,
    ) -> Self {
        let towns = &people.ground.towns;
        let serving = history.serving(day);
        let floor = Thresholds::default();
        let is_hidden = |area: Place| {
            matches!(area, Place::City(_))
                && (floor.is_thin(area, &serving) || area.population() < floor.min_area())
        };
        // By town, and by whether the owner's own town can be shown: how often its
        // clients' cards show each place. Granted to the attacker as it is, though
        // they could only estimate it.
        let mut shown: BTreeMap<(bool, usize), BTreeMap<Place, f64>> = BTreeMap::new();
        for card in history.cards.iter().filter(|card| looked_at(card)) {
            let Some(client) = history.clients.get(card.client) else {
                continue;
            };
            let area = history.helpers.get(client.helper).map(|helper| helper.area);
            let town = usize::from(client.person.town);
            let places = shown
                .entry((area.is_some_and(is_hidden), town))
                .or_default();
            *places.entry(card.content.place).or_default() += 1.0;
        }
        for places in shown.values_mut() {
            let all: f64 = places.values().sum();
            places.values_mut().for_each(|share| *share /= all);
        }
        let mut in_region: BTreeMap<Place, f64> = BTreeMap::new();
        for town in towns {
            *in_region.entry(town.region).or_default() += town.people as f64;
        }
        let all: f64 = in_region.values().sum();
        let mut areas: Vec<Place> = history.helpers.iter().map(|helper| helper.area).collect();
        areas.sort_unstable();
        areas.dedup();
        let mut by_area: BTreeMap<(Place, Place), f64> = BTreeMap::new();
        for area in areas {
            for (number, town) in towns.iter().enumerate() {
                let share =
                    town.people as f64 / in_region.get(&town.region).copied().unwrap_or(1.0);
                let likely = match area {
                    Place::City(_) if area == town.place => IN_AREA + (1.0 - IN_AREA) * share,
                    Place::City(_) if area.parent() == Some(town.region) => (1.0 - IN_AREA) * share,
                    Place::Region(_) if area == town.region => share,
                    Place::Anywhere => town.people as f64 / all,
                    Place::City(_) | Place::Region(_) | Place::Country(_) => ELSEWHERE,
                };
                for (place, often) in shown.get(&(is_hidden(area), number)).into_iter().flatten() {
                    *by_area.entry((area, *place)).or_default() += likely * often;
                }
            }
        }
        by_area
            .values_mut()
            .for_each(|likely| *likely = likely.ln());
        Self { by_area }
    }

    /// The probability given to the right helper, from some cards, among those
    /// who were here from the first day to the last.
    fn guess(
        &self,
        history: &History,
        owner: usize,
        seen: &[&Shown],
        (first, last): (u16, u16),
    ) -> f64 {
        // One card for each client and place: the attacker links the rest.
        let mut places: Vec<(usize, Place)> = seen
            .iter()
            .map(|card| (card.client, card.content.place))
            .collect();
        places.sort_unstable();
        places.dedup();
        let likely = |area: Place| -> f64 {
            places
                .iter()
                .map(|(_, place)| {
                    let known = self.by_area.get(&(area, *place)).copied();
                    known.unwrap_or_else(|| ELSEWHERE.ln())
                })
                .sum()
        };
        // Helpers of one area cannot be told apart but by when they were here.
        let mut candidates: BTreeMap<Place, f64> = BTreeMap::new();
        for helper in &history.helpers {
            if helper.joined <= first && helper.is_active(last) {
                *candidates.entry(helper.area).or_default() += 1.0;
            }
        }
        let Some(right) = history.helpers.get(owner) else {
            return 0.0;
        };
        let own = likely(right.area);
        let all: f64 = candidates
            .into_iter()
            .map(|(area, number)| number * (likely(area) - own).exp())
            .sum();
        1.0 / all.max(1.0)
    }
}
