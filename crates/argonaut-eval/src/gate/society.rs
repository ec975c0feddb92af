//! Helpers with their areas and caseloads, and the clients they act for: who
//! there is, before anything is published.

use std::collections::BTreeSet;

use argonaut_domain::card::{Audience, Limits, Urgency};
use argonaut_domain::ids::HelperId;
use argonaut_domain::person::AgeBand;
use argonaut_domain::place::Place;
use argonaut_domain::taxonomy::{Taxonomy, TermId, TermKind};
use argonaut_privacy::gate::{Attribute, Chosen, TrueValues};
use rand::RngExt as _;
use rand::rngs::ChaCha8Rng;

use super::chance::{Weighted, normal, shuffled_by_weight};
use super::people::{People, Person};

/// How far the number of helpers of a town strays from its size, as the standard
/// deviation of the logarithm.
const HELPER_SPREAD: f64 = 0.8;
/// Helpers whose area is their whole region, and those who name no area.
const WHOLE_REGION: f64 = 0.10;
const NO_AREA: f64 = 0.03;
/// Clients who live in their helper's area; the others live in its region.
pub(super) const IN_AREA: f64 = 0.85;
/// The median caseload, its spread, and the largest.
const CASELOAD: f64 = 4.0;
const CASELOAD_SPREAD: f64 = 0.8;
const LARGEST_CASELOAD: f64 = 60.0;
/// Cards that are for the helper's contacts alone.
const NARROW: f64 = 0.15;

/// A helper. Days are those of [`super::days`].
pub(super) struct Helper {
    pub(super) id: HelperId,
    pub(super) area: Place,
    /// The town they live in, by its place in the land.
    pub(super) home: usize,
    /// The first day.
    pub(super) joined: u16,
    /// The first day without them.
    pub(super) left: u16,
}

impl Helper {
    pub(super) const fn is_active(&self, day: u16) -> bool {
        self.joined <= day && day < self.left
    }
}

/// A client.
pub(super) struct Client {
    /// By the place in the list of helpers.
    pub(super) helper: usize,
    pub(super) person: Person,
    pub(super) truth: TrueValues,
    pub(super) chosen: Chosen,
    pub(super) audience: Audience,
    /// Grows when what is true of them changes.
    pub(super) epoch: u16,
}

/// Draws helpers and clients of a land.
pub(super) struct Society<'a> {
    people: &'a People<'a>,
    by_helpers: Weighted,
    needs: Terms,
    interests: Terms,
    connections: Terms,
}

/// Terms by Zipf's law, in an order of chance.
struct Terms {
    terms: Vec<TermId>,
    weights: Weighted,
}

impl Terms {
    fn new(kind: TermKind, rng: &mut ChaCha8Rng) -> Self {
        let terms = Taxonomy::builtin().terms(kind).map(|term| (1.0, term));
        let terms = shuffled_by_weight(terms, rng);
        let weights = Weighted::new((1..=terms.len()).map(|rank| 1.0 / rank as f64));
        Self { terms, weights }
    }
    fn some(&self, most: usize, rng: &mut ChaCha8Rng) -> Vec<TermId> {
        let number = rng.random_range(1..=most);
        let drawn: BTreeSet<TermId> = (0..number)
            .filter_map(|_| self.terms.get(self.weights.draw(rng)).copied())
            .collect();
        drawn.into_iter().collect()
    }
}

impl<'a> Society<'a> {
    pub(super) fn new(people: &'a People<'a>, rng: &mut ChaCha8Rng) -> Self {
        let towns = people.ground.towns.iter();
        let weights: Vec<f64> = towns
            .map(|town| town.people as f64 * (HELPER_SPREAD * normal(rng)).exp())
            .collect();
        Self {
            people,
            by_helpers: Weighted::new(weights),
            needs: Terms::new(TermKind::Need, rng),
            interests: Terms::new(TermKind::Interest, rng),
            connections: Terms::new(TermKind::Connection, rng),
        }
    }

    /// Somebody who begins to help on a day.
    pub(super) fn helper(&self, joined: u16, rng: &mut ChaCha8Rng) -> Helper {
        let home = self.by_helpers.draw(rng);
        let town = self.people.ground.towns.get(home);
        let at = rng.random::<f64>();
        let area = town.map_or(Place::Anywhere, |town| {
            if at < NO_AREA {
                Place::Anywhere
            } else if at < NO_AREA + WHOLE_REGION {
                town.region
            } else {
                town.place
            }
        });
        Helper {
            id: HelperId::random(rng),
            area,
            home,
            joined,
            left: u16::MAX,
        }
    }

    /// How many clients a helper has.
    pub(super) fn caseload(rng: &mut ChaCha8Rng) -> usize {
        let number = CASELOAD * (CASELOAD_SPREAD * normal(rng)).exp();
        number.round().clamp(1.0, LARGEST_CASELOAD) as usize
    }

    /// Somebody for whom a helper acts: one of the people of the land.
    pub(super) fn client(
        &self,
        number: usize,
        helper: &Helper,
        rng: &mut ChaCha8Rng,
    ) -> Option<Client> {
        let towns = &self.people.ground.towns;
        let home = towns.get(helper.home)?;
        let stays = helper.area == home.place && rng.random::<f64>() < IN_AREA;
        let town = if stays {
            helper.home
        } else {
            self.in_region(home.region, rng)
        };
        let person = self.people.one_of(town, rng)?;
        Some(Client {
            helper: number,
            person,
            truth: self.truth(person, rng),
            chosen: choices(rng),
            audience: if rng.random::<f64>() < NARROW {
                Audience::Contacts
            } else {
                Audience::Everyone
            },
            epoch: 0,
        })
    }

    /// A town of a region, by its people.
    pub(super) fn in_region(&self, region: Place, rng: &mut ChaCha8Rng) -> usize {
        let towns = self.people.ground.towns.iter();
        Weighted::new(towns.map(|town| {
            if town.region == region {
                town.people as f64
            } else {
                0.0
            }
        }))
        .draw(rng)
    }

    fn truth(&self, person: Person, rng: &mut ChaCha8Rng) -> TrueValues {
        let languages = self.people.languages(person);
        let needs = self.needs.some(3, rng).into_iter().map(|term| {
            let urgency = Urgency::ALL.get(rng.random_range(0..3usize));
            (term, urgency.copied().unwrap_or(Urgency::Low))
        });
        let needs = needs.collect();
        let limits = Limits {
            stages: if rng.random::<f64>() < 0.1 {
                vec![person.band.stage()]
            } else {
                Vec::new()
            },
            languages: if rng.random::<f64>() < 0.1 {
                languages.iter().copied().take(1).collect()
            } else {
                Vec::new()
            },
            ..Limits::default()
        };
        TrueValues {
            place: self.place(person),
            age: Some(person.band),
            gender: Some(person.gender),
            languages,
            needs,
            offers: self.needs.some(2, rng),
            interests: self.interests.some(3, rng),
            connections: self.connections.some(1, rng),
            limits,
        }
    }

    fn place(&self, person: Person) -> Place {
        let town = self.people.ground.towns.get(usize::from(person.town));
        town.map_or(Place::Anywhere, |town| town.place)
    }

    /// Something changes in a client's life: other needs, a move within the
    /// region, or the next age band.
    pub(super) fn change(&self, client: &mut Client, rng: &mut ChaCha8Rng) {
        let what = rng.random::<f64>();
        if what < 0.4 {
            client.truth.needs = self.truth(client.person, rng).needs;
            return;
        }
        client.epoch += 1;
        if what < 0.7 {
            let here = self
                .people
                .ground
                .towns
                .get(usize::from(client.person.town));
            if let Some(here) = here {
                let there = self.in_region(here.region, rng);
                client.person.town = u16::try_from(there).unwrap_or(client.person.town);
                client.truth.place = self.place(client.person);
            }
        } else {
            let place = AgeBand::ALL
                .iter()
                .position(|band| *band == client.person.band);
            let next = place.and_then(|place| AgeBand::ALL.get(place + 1));
            client.person.band = next.copied().unwrap_or(client.person.band);
            client.truth.age = Some(client.person.band);
        }
    }
}

/// What helpers choose: mostly everything, sometimes less.
fn choices(rng: &mut ChaCha8Rng) -> Chosen {
    let mut chosen = Chosen::default();
    for attribute in [Attribute::Gender, Attribute::Age, Attribute::Languages] {
        if rng.random::<f64>() < 0.06 {
            chosen = chosen.hide(attribute);
        }
    }
    if rng.random::<f64>() < 0.05 {
        chosen.finest_place = 1;
    }
    chosen
}
