//! What happens day by day: cards go through the product's own gate, are taken
//! down and changed, helpers come and go, and every midnight the cards on show
//! are checked again. Keeps everything that was ever public, as a watcher would.

use std::collections::HashMap;

use argonaut_domain::card::{Audience, CardContent};
use argonaut_domain::ids::CardId;
use argonaut_domain::place::Place;
use argonaut_privacy::gate::{
    Passed, Population, Recheck, Refused, Request, ServingTable, Thresholds, pass, recheck,
};
use rand::RngExt as _;
use rand::rngs::ChaCha8Rng;
use rayon::prelude::*;

use super::people::Combination;
use super::society::{Client, Helper, Society};

/// How many days are played.
pub(super) const DAYS: u16 = 12;
/// Clients who have a card from the first day on.
const FROM_THE_START: f64 = 0.7;
/// Each day: of those without a card who get one; of the cards that are taken
/// down, and that change; of the helpers who leave.
const PUBLISHED: f64 = 0.05;
const WITHDRAWN: f64 = 0.015;
const CHANGED: f64 = 0.015;
const LEAVING: f64 = 0.005;
/// On this day agencies close: in one town of five, most helpers leave.
const CLOSING_DAY: u16 = 5;
const CLOSING_TOWNS: f64 = 0.2;
const CLOSING: f64 = 0.7;

/// A card that was on show.
pub(super) struct Shown {
    pub(super) id: CardId,
    /// By the place in the list of clients.
    pub(super) client: usize,
    pub(super) content: CardContent,
    pub(super) audience: Audience,
    /// The first day.
    pub(super) from: u16,
    /// The first day without it.
    pub(super) until: u16,
    /// The epoch of what was true.
    pub(super) epoch: u16,
    /// The first day on which too few helpers served its place for strangers to
    /// see it: from then on it is hidden until the midnight that mends it.
    pub(super) hidden: u16,
}

impl Shown {
    pub(super) const fn is_on(&self, day: u16) -> bool {
        self.from <= day && day < self.until
    }
    pub(super) fn is_open(&self) -> bool {
        self.audience == Audience::Everyone
    }
    /// Whether strangers see it on a day.
    pub(super) fn is_seen(&self, day: u16) -> bool {
        self.is_open() && self.is_on(day) && day < self.hidden
    }
    /// Whether strangers ever saw it.
    pub(super) fn was_seen(&self) -> bool {
        self.is_open() && self.from < self.until.min(self.hidden)
    }
}

/// Everything that happened.
pub(super) struct History {
    pub(super) helpers: Vec<Helper>,
    pub(super) clients: Vec<Client>,
    pub(super) cards: Vec<Shown>,
    pub(super) asked: usize,
    pub(super) refused: usize,
    /// Cards that a midnight made say less, and that it took back.
    pub(super) thinned: usize,
    pub(super) taken_back: usize,
    /// By client: their cards, the first one first.
    stories: Vec<Vec<usize>>,
}

/// The last day, on which the cards on show are looked at.
pub(super) const LAST: u16 = DAYS - 1;

/// Plays all days.
pub(super) fn play(
    society: &Society<'_>,
    helpers: usize,
    population: &dyn Population,
    thresholds: &Thresholds,
    rng: &mut ChaCha8Rng,
) -> History {
    let mut history = History {
        helpers: Vec::new(),
        clients: Vec::new(),
        cards: Vec::new(),
        asked: 0,
        refused: 0,
        thinned: 0,
        taken_back: 0,
        stories: Vec::new(),
    };
    for _ in 0..helpers {
        history.join(society, 0, rng);
    }
    let gate = Gate {
        population,
        thresholds,
    };
    for day in 0..DAYS {
        history.come_and_go(society, day, rng);
        let serving = history.serving(day);
        history.hide_thin(&gate, &serving, day);
        let publishing = history.acts(society, day, rng);
        history.publish(&gate, &serving, &publishing, day, rng);
        if day < LAST {
            let serving = history.serving(day + 1);
            history.midnight(&gate, &serving, day + 1, rng);
        }
    }
    history
}

/// The product's gate with its figures.
struct Gate<'a> {
    population: &'a dyn Population,
    thresholds: &'a Thresholds,
}

impl History {
    fn join(&mut self, society: &Society<'_>, day: u16, rng: &mut ChaCha8Rng) {
        let helper = society.helper(day, rng);
        let number = self.helpers.len();
        for _ in 0..Society::caseload(rng) {
            if let Some(client) = society.client(number, &helper, rng) {
                self.clients.push(client);
                self.stories.push(Vec::new());
            }
        }
        self.helpers.push(helper);
    }

    /// Helpers leave, their cards with them at once; as many others come.
    fn come_and_go(&mut self, society: &Society<'_>, day: u16, rng: &mut ChaCha8Rng) {
        if day == 0 {
            return;
        }
        let mut closing: HashMap<usize, bool> = HashMap::new();
        let mut left = Vec::new();
        for (number, helper) in self.helpers.iter_mut().enumerate() {
            let closes = *closing
                .entry(helper.home)
                .or_insert_with(|| rng.random::<f64>() < CLOSING_TOWNS);
            let share = if day == CLOSING_DAY && closes {
                CLOSING
            } else {
                LEAVING
            };
            if helper.is_active(day) && rng.random::<f64>() < share {
                helper.left = day;
                left.push(number);
            }
        }
        for card in self.cards.iter_mut().filter(|card| card.is_on(day)) {
            let helper = self.clients.get(card.client).map(|client| client.helper);
            if helper.is_some_and(|helper| left.contains(&helper)) {
                card.until = day;
            }
        }
        for _ in 0..left.len().min(self.helpers.len() / 200) {
            self.join(society, day, rng);
        }
    }

    /// Who serves which place on a day.
    pub(super) fn serving(&self, day: u16) -> ServingTable {
        let active = self.helpers.iter().filter(|helper| helper.is_active(day));
        ServingTable::of(active.map(|helper| helper.area))
    }

    fn kind_of(&self, card: &Shown) -> (Combination, bool, Place) {
        let combination = Combination::of(&card.content);
        (combination, card.is_open(), self.area_of(card.client))
    }

    /// The area of a client's helper.
    fn area_of(&self, client: usize) -> Place {
        let helper = self.clients.get(client).map(|client| client.helper);
        let helper = helper.and_then(|helper| self.helpers.get(helper));
        helper.map_or(Place::Anywhere, |helper| helper.area)
    }

    /// Strangers do not see a card whose place has too few helpers now.
    fn hide_thin(&mut self, gate: &Gate<'_>, serving: &ServingTable, day: u16) {
        for card in self.cards.iter_mut().filter(|card| card.is_on(day)) {
            if gate.thresholds.is_thin(card.content.place, serving) {
                card.hidden = card.hidden.min(day);
            }
        }
    }

    fn card_of(&self, client: usize, day: u16) -> Option<usize> {
        let last = self.stories.get(client)?.last().copied()?;
        self.cards
            .get(last)
            .is_some_and(|card| card.until > day + 1)
            .then_some(last)
    }

    /// Whose cards are published today, new or anew.
    fn acts(&mut self, society: &Society<'_>, day: u16, rng: &mut ChaCha8Rng) -> Vec<usize> {
        let mut publishing = Vec::new();
        for number in 0..self.clients.len() {
            let card = self.card_of(number, day);
            let Some(client) = self.clients.get_mut(number) else {
                continue;
            };
            let helper = self.helpers.get(client.helper);
            if !helper.is_some_and(|helper| helper.is_active(day)) {
                continue;
            }
            let chance = rng.random::<f64>();
            match card {
                None if chance < if day == 0 { FROM_THE_START } else { PUBLISHED } => {
                    publishing.push(number);
                }
                Some(card) if chance < WITHDRAWN => {
                    if let Some(card) = self.cards.get_mut(card) {
                        card.until = day + 1;
                    }
                }
                Some(_) if chance < WITHDRAWN + CHANGED => {
                    society.change(client, rng);
                    publishing.push(number);
                }
                None | Some(_) => {}
            }
        }
        publishing
    }

    fn publish(
        &mut self,
        gate: &Gate<'_>,
        serving: &ServingTable,
        publishing: &[usize],
        day: u16,
        rng: &mut ChaCha8Rng,
    ) {
        let outcomes: Vec<(usize, Result<Passed, Refused>)> = publishing
            .par_iter()
            .filter_map(|&number| {
                let client = self.clients.get(number)?;
                let earlier: Vec<CardContent> = self
                    .stories
                    .get(number)?
                    .iter()
                    .filter_map(|card| self.cards.get(*card).map(|card| card.content.clone()))
                    .collect();
                let request = Request {
                    truth: &client.truth,
                    chosen: &client.chosen,
                    audience: &client.audience,
                    owner_area: self.area_of(number),
                    earlier: &earlier,
                };
                let outcome = pass(&request, gate.population, serving, gate.thresholds);
                Some((number, outcome))
            })
            .collect();
        for (number, outcome) in outcomes {
            self.asked += 1;
            let Some(old) = outcome.is_ok().then(|| self.card_of(number, day)) else {
                self.refused += 1;
                continue;
            };
            if let Some(old) = old.and_then(|old| self.cards.get_mut(old)) {
                old.until = day + 1;
            }
            if let (Ok(passed), Some(client)) = (outcome, self.clients.get(number)) {
                let card = Shown {
                    id: CardId::random(rng),
                    client: number,
                    content: passed.content,
                    audience: client.audience.clone(),
                    // On the first day the doors open with what is there.
                    from: if day == 0 { 0 } else { day + 1 },
                    until: u16::MAX,
                    epoch: client.epoch,
                    hidden: u16::MAX,
                };
                self.add(card);
            }
        }
    }

    fn add(&mut self, card: Shown) {
        let number = self.cards.len();
        if let Some(story) = self.stories.get_mut(card.client) {
            story.push(number);
        }
        self.cards.push(card);
    }

    /// The midnight before a day: cards whose area thinned out say less.
    fn midnight(
        &mut self,
        gate: &Gate<'_>,
        serving: &ServingTable,
        day: u16,
        rng: &mut ChaCha8Rng,
    ) {
        let on_show: Vec<usize> = (0..self.cards.len())
            .filter(|card| self.cards.get(*card).is_some_and(|card| card.is_on(day)))
            .collect();
        // What a midnight does depends on the combination, the audience and the
        // owner's area, but for the terms, which stay: asked once for each.
        let mut kinds: HashMap<(Combination, bool, Place), usize> = HashMap::new();
        for &number in &on_show {
            if let Some(card) = self.cards.get(number) {
                kinds.entry(self.kind_of(card)).or_insert(number);
            }
        }
        let again = |card: &Shown| {
            recheck(
                &card.content,
                &card.audience,
                self.area_of(card.client),
                gate.population,
                serving,
                gate.thresholds,
            )
        };
        let thin: HashMap<&(Combination, bool, Place), bool> = kinds
            .par_iter()
            .filter_map(|(kind, number)| {
                let card = self.cards.get(*number)?;
                Some((kind, again(card) != Recheck::Keeps))
            })
            .collect();
        let changed: Vec<(usize, Recheck)> = on_show
            .into_iter()
            .filter_map(|number| {
                let card = self.cards.get(number)?;
                let kind = self.kind_of(card);
                let is_thin = thin.get(&kind).copied().unwrap_or(true);
                is_thin.then(|| (number, again(card)))
            })
            .collect();
        for (number, outcome) in changed {
            let Some(old) = self.cards.get_mut(number) else {
                continue;
            };
            match outcome {
                Recheck::Keeps => {}
                Recheck::Withdraw(_) => {
                    old.until = day;
                    self.taken_back += 1;
                }
                Recheck::SaysLess(passed) => {
                    old.until = day;
                    let next = Shown {
                        id: CardId::random(rng),
                        client: old.client,
                        content: passed.content,
                        audience: old.audience.clone(),
                        from: day,
                        until: u16::MAX,
                        epoch: old.epoch,
                        hidden: u16::MAX,
                    };
                    self.thinned += 1;
                    self.add(next);
                }
            }
        }
    }

    /// The cards of each client, the first one first.
    pub(super) fn stories(&self) -> impl Iterator<Item = (&Client, Vec<&Shown>)> {
        self.clients
            .iter()
            .zip(&self.stories)
            .map(|(client, story)| {
                let cards = story.iter().filter_map(|card| self.cards.get(*card));
                (
                    client,
                    cards.filter(|card| card.from < card.until).collect(),
                )
            })
    }

    /// The cards that everybody sees on a day.
    pub(super) fn open(&self, day: u16) -> impl Iterator<Item = &Shown> {
        self.cards.iter().filter(move |card| card.is_seen(day))
    }
}
