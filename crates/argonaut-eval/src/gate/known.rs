//! Two attackers: one who knows all four true values of somebody, and one who
//! watches every batch, and knows which cards were of the same client.

use std::collections::{BTreeSet, HashMap};

use argonaut_domain::taxonomy::TermId;
use rayon::prelude::*;

use super::days::{History, LAST, Shown};
use super::people::{Combination, People};

/// The smallest class: of how many people of the land may a card speak, given
/// everything that was ever published of its client? The watcher is assumed to
/// link all cards of a client rightly, which is more than they can do.
pub(super) fn smallest_class(people: &People<'_>, history: &History) -> u64 {
    let mut known: BTreeSet<Vec<Combination>> = BTreeSet::new();
    for (_, story) in history.stories() {
        for (number, card) in story.iter().enumerate() {
            // What was said before a move or a birthday is not true any more.
            let before = story.iter().take(number + 1);
            let together: BTreeSet<Combination> = before
                .filter(|earlier| earlier.epoch == card.epoch)
                .map(|card| Combination::of(&card.content))
                .collect();
            known.insert(vec![Combination::of(&card.content)]);
            known.insert(together.into_iter().collect());
        }
    }
    let known: Vec<Vec<Combination>> = known.into_iter().collect();
    known
        .par_iter()
        .map(|together| people.fitting(together))
        .min()
        .unwrap_or(0)
}

/// The share of clients with an open card of whom somebody who knows all four
/// true values, and that there is a card, knows a need for certain: every card
/// that could be theirs names it.
pub(super) fn certain_share(people: &People<'_>, history: &History) -> f64 {
    // By combination: the needs that all cards with it name.
    let mut common: HashMap<Combination, BTreeSet<TermId>> = HashMap::new();
    let mut waiting = Vec::new();
    for card in history.open(LAST) {
        let needs = named(card);
        common
            .entry(Combination::of(&card.content))
            .and_modify(|held| held.retain(|need| needs.contains(need)))
            .or_insert(needs);
        waiting.push(card.client);
    }
    let certain = waiting
        .par_iter()
        .filter(|client| {
            let Some(client) = history.clients.get(**client) else {
                return false;
            };
            let languages = people.languages(client.person);
            let mut could_be = common.iter().filter(|(combination, _)| {
                combination.covers(client.truth.place, client.person, &languages)
            });
            let first = could_be.next().map(|(_, needs)| needs.clone());
            let all = could_be.fold(first.unwrap_or_default(), |mut all, (_, needs)| {
                all.retain(|need| needs.contains(need));
                all
            });
            !all.is_empty()
        })
        .count();
    certain as f64 / waiting.len().max(1) as f64
}

/// How many cards ever named a sensitive term, in any of their parts.
pub(super) fn sensitive_named(history: &History) -> usize {
    let is_named = |card: &&Shown| {
        let content = &card.content;
        let needs = content.named_needs().map(|(term, _)| term);
        let others = content.offers.iter().chain(&content.interests);
        needs
            .chain(others.chain(&content.connections).copied())
            .any(TermId::is_sensitive)
    };
    history.cards.iter().filter(is_named).count()
}

fn named(card: &Shown) -> BTreeSet<TermId> {
    card.content.named_needs().map(|(term, _)| term).collect()
}
