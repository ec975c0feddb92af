//! Rings of a snapshot's cards, and chains that start from a helper's or a
//! service's offer: makes the graph, packs it, and says why each gift fits.

#![expect(
    clippy::indexing_slicing,
    reason = "nodes are numbered by the lists of listings made here"
)]

use argonaut_domain::place::Place;
use rayon::prelude::*;

use crate::context::Context;
use crate::explain::Reason;
use crate::listing::{Body, CardListing, Face, Listing, ListingId, ListingKind};
use crate::rank::Ranker;
use crate::snapshot::Snapshot;

use super::eyes::Eyes;
use super::gifts::{Asker, Scratch, one_way};
use super::graph::{Arc, Graph};
use super::offers::Offers;
use super::{Chains, Cycle, Longest, Memory, Options};

/// Which rings are wanted.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rules {
    /// The longest ring.
    pub longest: Longest,
    /// How many gifts a chain may have that starts from a helper's or a
    /// service's offer; 0 for no chains. Each offer starts one chain at most.
    pub chain: usize,
    /// The least that the owners of giver and receiver must trust each other,
    /// in [0, 1].
    pub trust: f64,
    /// Whether two clients of one helper may give to each other.
    pub include_own: bool,
    /// Givers that are kept for each card, the best.
    pub givers: usize,
    /// Listings in a common language that are looked at for each card, the
    /// nearest first, and as many again of those that help from afar. Where
    /// there are more, a better giver may be missed.
    pub looks: u32,
    /// Steps that may be spent on one part of the graph: see [`Options::work`].
    pub work: u64,
}

impl Default for Rules {
    fn default() -> Self {
        Self {
            longest: Longest::Three,
            chain: 0,
            trust: 0.0,
            include_own: false,
            givers: 20,
            looks: 500,
            work: Options::default().work,
        }
    }
}

impl Rules {
    /// What the packing is told.
    #[must_use]
    pub fn packing(&self) -> Options {
        Options {
            longest: self.longest,
            chains: (self.chain > 0).then_some(Chains {
                arcs: self.chain,
                ending: 0.0,
            }),
            work: self.work,
            ..Options::default()
        }
    }
}

/// One gift of a ring: what `from` has and `to` needs.
#[derive(Debug, Clone, PartialEq)]
pub struct Gift {
    /// Who gives.
    pub from: ListingId,
    /// Who receives: a card.
    pub to: ListingId,
    /// How well it fits: the one-way score of `rank`, above 0.
    pub score: f64,
    /// Why, as the owner of the receiving card may read it.
    pub reasons: Vec<Reason>,
}

/// A ring of clients, or a chain from an offer.
#[derive(Debug, Clone, PartialEq)]
pub struct Ring {
    /// Its members in the order of giving. A ring begins with the smallest id,
    /// and the last gives to the first; a chain begins with the offer.
    pub members: Vec<ListingId>,
    /// Its gifts in the same order.
    pub gifts: Vec<Gift>,
    /// The sum of the gifts' scores. For ranking, not for showing.
    pub score: f64,
    /// Whether it is a chain.
    pub is_chain: bool,
}

/// Rings that share no member.
#[derive(Debug, Clone, PartialEq)]
pub struct Rings {
    /// The best first, ties by members.
    pub rings: Vec<Ring>,
    /// The sum of their scores.
    pub value: f64,
    /// What no choice of rings exceeds, among the gifts that were found.
    pub bound: f64,
    /// Whether the value was proved to be the greatest.
    pub is_optimal: bool,
}

/// Who could give to whom.
#[derive(Debug, Clone, PartialEq)]
pub struct Gifts {
    /// The listing of each node: cards by id, then offers.
    pub members: Vec<ListingId>,
    /// The gifts.
    pub graph: Graph,
}

impl Snapshot {
    /// The rings (and chains) of greatest worth that share no member: each
    /// respects the limits, the sight and the trust of all its members' owners.
    #[must_use]
    pub fn rings(&self, rules: &Rules, eyes: &dyn Eyes) -> Rings {
        self.rings_again(rules, eyes, &mut Memory::default())
    }

    /// The same, where only what changed since the memory's last use is packed
    /// anew. The answer is that of [`Snapshot::rings`].
    #[must_use]
    pub fn rings_again(&self, rules: &Rules, eyes: &dyn Eyes, memory: &mut Memory) -> Rings {
        let world = World::of(self, rules);
        let graph = world.graph(self, rules, eyes);
        let packing = memory.solve(&graph, &rules.packing());
        let mut rings: Vec<Ring> = packing
            .cycles
            .iter()
            .map(|cycle| world.ring(self, eyes, cycle))
            .collect();
        rings.sort_by(|a, b| {
            b.score
                .total_cmp(&a.score)
                .then_with(|| a.members.cmp(&b.members))
        });
        Rings {
            rings,
            value: packing.value,
            bound: packing.bound,
            is_optimal: packing.is_optimal,
        }
    }

    /// The graph in which [`Snapshot::rings`] seeks: for measuring.
    #[must_use]
    pub fn gifts(&self, rules: &Rules, eyes: &dyn Eyes) -> Gifts {
        let world = World::of(self, rules);
        Gifts {
            graph: world.graph(self, rules, eyes),
            members: world.listings().map(Listing::id).collect(),
        }
    }
}

/// The listings that may be members, by id: a node's number is its place here.
struct World {
    cards: Vec<Listing>,
    starts: Vec<Listing>,
}

impl World {
    fn of(snapshot: &Snapshot, rules: &Rules) -> Self {
        let sorted = |kinds: &[ListingKind]| {
            let kinds = kinds.iter();
            let mut all: Vec<Listing> = kinds.flat_map(|kind| snapshot.listings(*kind)).collect();
            all.sort_unstable_by_key(Listing::id);
            all
        };
        Self {
            cards: sorted(&[ListingKind::Card]),
            starts: if rules.chain > 0 {
                sorted(&[ListingKind::Helper, ListingKind::Service])
            } else {
                Vec::new()
            },
        }
    }

    fn listings(&self) -> impl Iterator<Item = &Listing> {
        self.cards.iter().chain(&self.starts)
    }

    fn listing(&self, node: u32) -> &Listing {
        let node = node as usize;
        if node < self.cards.len() {
            &self.cards[node]
        } else {
            &self.starts[node - self.cards.len()]
        }
    }

    /// For each card the best givers, found place by place on every core.
    fn graph(&self, snapshot: &Snapshot, rules: &Rules, eyes: &dyn Eyes) -> Graph {
        let count = self.cards.len() as u32;
        let nodes = count + self.starts.len() as u32;
        let anybody = self.cards.iter().find_map(|listing| {
            let context = eyes.of(listing.owner?)?;
            Some((&content(listing)?.content, context))
        });
        let (weights, rarity) = (snapshot.weights(), snapshot.rarity());
        let ranker = anybody.map(|(card, context)| Ranker::new(card, weights, rarity, context));
        let sources = [
            (Offers::of(&self.cards, ranker.as_ref()), 0),
            (Offers::of(&self.starts, ranker.as_ref()), count),
        ];
        let mut by_place: Vec<(Place, u32)> = self
            .cards
            .iter()
            .zip(0_u32..)
            .filter_map(|(listing, node)| Some((content(listing)?.content.place, node)))
            .collect();
        by_place.sort_unstable();
        let groups: Vec<&[(Place, u32)]> = by_place.chunk_by(|a, b| a.0 == b.0).collect();
        let arcs: Vec<Vec<Arc>> = groups
            .par_iter()
            .map_init(
                || sources.each_ref().map(|_| Scratch::default()),
                |scratches, group| {
                    let mut arcs = Vec::new();
                    for ((offers, shift), scratch) in sources.iter().zip(scratches) {
                        let Some(&(here, _)) = group.first() else {
                            continue;
                        };
                        let unknown_km = snapshot.weights().unknown_km;
                        let mut around = offers.around(here, unknown_km);
                        for &(_, node) in *group {
                            let listing = &self.cards[node as usize];
                            let found = self.asked(snapshot, eyes, rules, listing, |asker| {
                                offers.best(asker, &mut around, scratch, node)
                            });
                            arcs.extend(found.into_iter().flatten().map(|giver| Arc {
                                from: giver.number + shift,
                                to: node,
                                weight: giver.score,
                            }));
                        }
                    }
                    arcs
                },
            )
            .collect();
        let starts = count..nodes;
        // Every number is a place in the lists and every score above 0: a graph
        // that is refused all the same has no gifts.
        Graph::with_starts(nodes, arcs.into_iter().flatten(), starts)
            .unwrap_or_else(|_| Graph::empty(nodes))
    }

    /// Does something with a card as the asker, where its owner takes part.
    fn asked<T>(
        &self,
        snapshot: &Snapshot,
        eyes: &dyn Eyes,
        rules: &Rules,
        listing: &Listing,
        then: impl FnOnce(&Asker<'_>) -> T,
    ) -> Option<T> {
        let card = content(listing)?;
        let context = eyes.of(listing.owner?)?;
        let weights = snapshot.weights();
        let ranker = Ranker::new(&card.content, weights, snapshot.rarity(), context);
        let most_time = weights.fresh_base + weights.fresh_span;
        let most_time = most_time * (1.0 + weights.waiting_span);
        let asker = Asker::new(
            listing,
            &card.content,
            context,
            eyes,
            &ranker,
            rules,
            most_time,
        );
        Some(then(&asker))
    }

    fn ring(&self, snapshot: &Snapshot, eyes: &dyn Eyes, cycle: &Cycle) -> Ring {
        let nodes = &cycle.nodes;
        let closing = (!cycle.is_chain).then(|| nodes.first()).flatten();
        let receivers = nodes.iter().skip(1).chain(closing);
        let gifts = nodes
            .iter()
            .zip(receivers)
            .filter_map(|(&from, &to)| self.gift(snapshot, eyes, from, to))
            .collect();
        Ring {
            members: nodes.iter().map(|&node| self.listing(node).id()).collect(),
            gifts,
            score: cycle.weight,
            is_chain: cycle.is_chain,
        }
    }

    fn gift(&self, snapshot: &Snapshot, eyes: &dyn Eyes, from: u32, to: u32) -> Option<Gift> {
        let (giver, receiver) = (self.listing(from), self.listing(to));
        let context: &dyn Context = eyes.of(receiver.owner?)?;
        let card = content(receiver)?;
        let ranker = Ranker::new(
            &card.content,
            snapshot.weights(),
            snapshot.rarity(),
            context,
        );
        let face = one_way(Face::of_listing(giver, context));
        let suggestion = ranker.suggest(&giver.entry(), &face)?;
        Some(Gift {
            from: giver.id(),
            to: receiver.id(),
            score: suggestion.score,
            reasons: suggestion.reasons,
        })
    }
}

fn content(listing: &Listing) -> Option<&CardListing> {
    match &listing.body {
        Body::Card(card) => Some(card),
        Body::Helper(_) | Body::Service(_) => None,
    }
}
