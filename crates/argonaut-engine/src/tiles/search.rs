//! The exact best cards for a question: blocks and tiles in the order of what
//! they can reach at most, until nothing left can reach the worst of the best.

use std::cmp::Ordering;
use std::collections::BinaryHeap;
use std::sync::Arc;

use super::ask::Ask;
use super::bits::Bits;
use super::cover::{common, reaching};
use super::curve::{self, Point};
use super::map::{Block, Tiles};
use super::marks::Marks;
use super::plan::Plans;
use super::tile::{Bound, Row, Tile};
use crate::context::Context;
use crate::limits;
use crate::listing::ListingId;
use crate::rank::{Ranker, better};
use crate::snapshot::{Query, is_wanted};
use argonaut_domain::clock::Week;

/// Bounds are raised by this part, so that no rounding makes one too low.
pub(super) const MARGIN: f64 = 1.0 + 1e-9;

/// A card among the best.
pub(crate) struct Hit<'a> {
    pub(crate) score: f64,
    pub(crate) row: Row<'a>,
}

impl Hit<'_> {
    fn rank(&self) -> (f64, ListingId) {
        (self.score, ListingId::Card(self.row.id))
    }
}
impl PartialEq for Hit<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}
impl Eq for Hit<'_> {}
impl PartialOrd for Hit<'_> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
impl Ord for Hit<'_> {
    // The worst is the greatest: it is the one to go.
    fn cmp(&self, other: &Self) -> Ordering {
        better(self.rank(), other.rank())
    }
}

/// The best so far.
struct Best<'a> {
    limit: usize,
    hits: BinaryHeap<Hit<'a>>,
}

impl<'a> Best<'a> {
    /// What a card must reach to be among the best; 0 while there is room.
    fn least(&self) -> f64 {
        if self.hits.len() < self.limit {
            0.0
        } else {
            self.hits.peek().map_or(0.0, |worst| worst.score)
        }
    }
    fn offer(&mut self, hit: Hit<'a>) {
        if self.hits.len() < self.limit {
            self.hits.push(hit);
        } else if let Some(mut worst) = self.hits.peek_mut()
            && hit < *worst
        {
            *worst = hit;
        }
    }
}

/// A block or a tile that waits for its turn.
struct Open<'a> {
    most: f64,
    /// Among equals the earlier on the curve, so that the walk is the same everywhere.
    turn: usize,
    what: Part<'a>,
}
enum Part<'a> {
    Block(&'a Block),
    Tile(&'a Arc<Tile>),
}
impl PartialEq for Open<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}
impl Eq for Open<'_> {}
impl PartialOrd for Open<'_> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
impl Ord for Open<'_> {
    fn cmp(&self, other: &Self) -> Ordering {
        let by_reach = self.most.total_cmp(&other.most);
        by_reach.then(other.turn.cmp(&self.turn))
    }
}

/// The best cards, and whether the search came to its end.
pub(crate) fn top<'a>(
    tiles: &'a Tiles,
    query: &Query,
    ranker: &Ranker<'_>,
    context: &dyn Context,
    stop: &dyn Fn() -> bool,
) -> (Vec<Hit<'a>>, bool) {
    let mut best = Best {
        limit: query.limit,
        hits: BinaryHeap::with_capacity(query.limit.saturating_add(1).min(1_000)),
    };
    if query.limit == 0 {
        return (Vec::new(), true);
    }
    let ask = Ask::of(ranker);
    let reach = Reach {
        ask: &ask,
        freshness: Freshness::of(ranker),
        from: curve::point(ask.face().place),
        familiar: context.familiar().map(|familiar| {
            let usual = ranker.factor_of_trust(familiar.usual);
            (Marks::of(&familiar.helpers), usual)
        }),
    };
    let mut work = Work {
        plans: Plans::new(),
        candidates: Vec::new(),
    };
    let mut open = BinaryHeap::new();
    for (turn, block) in tiles.blocks().iter().enumerate() {
        if !ask.tongues.meet(block.tongues()) {
            continue;
        }
        open.push(Open {
            most: reach.most(block.bound()),
            turn,
            what: Part::Block(block),
        });
    }
    // The near ones first, each with what it reaches at its distance: that
    // makes the worst of the best high before what is far is looked at.
    let mut complete = true;
    let mut turn = tiles.blocks().len();
    let mut far = Vec::new();
    while let Some(next) = open.pop() {
        // Equal scores are decided by the id, so what can only reach it counts.
        if next.most < best.least() || next.most <= 0.0 {
            far.push(next.what);
            far.extend(open.drain().map(|left| left.what));
            break;
        }
        if stop() {
            complete = false;
            break;
        }
        match next.what {
            Part::Block(block) => {
                let understood = block.tiles.iter().filter(|tile| ask.tongues.meet_in(tile));
                for tile in understood {
                    turn += 1;
                    open.push(Open {
                        most: reach.most_of(tile),
                        turn,
                        what: Part::Tile(tile),
                    });
                }
            }
            Part::Tile(tile) => scan(tile, &reach, &mut work, query, context, &mut best),
        }
    }
    // Then the far ones, for what can be given from afar.
    if ask.can_be_afar && complete {
        let tiles = far.into_iter().flat_map(|part| match part {
            Part::Block(block) => block.tiles.as_slice(),
            Part::Tile(tile) => std::slice::from_ref(tile),
        });
        for tile in tiles {
            if !ask.tongues.meet_in(tile) || reach.most_afar(tile) < best.least() {
                continue;
            }
            if stop() {
                complete = false;
                break;
            }
            scan(tile, &reach, &mut work, query, context, &mut best);
        }
    }
    (best.hits.into_sorted_vec(), complete)
}

/// What is kept from tile to tile.
struct Work {
    plans: Plans,
    candidates: Vec<Candidate>,
}

/// What cards can reach at most.
struct Reach<'a> {
    ask: &'a Ask<'a>,
    freshness: Freshness,
    from: Option<Point>,
    /// Whom the helper may trust more, and the factor of everybody else.
    familiar: Option<(Marks, f64)>,
}

impl Reach<'_> {
    /// The least distance in kilometres to a card within a bound.
    fn km(&self, bound: &Bound) -> f64 {
        let unknown = self.ask.ranker.unknown_km();
        match self.from {
            None => unknown,
            Some(from) => {
                let km = bound.circle.at_least_km(from);
                if bound.unplaced { km.min(unknown) } else { km }
            }
        }
    }
    /// What a card within a bound gains by freshness, waiting and so much trust.
    fn gain(&self, bound: &Bound, trust: f64) -> f64 {
        let ranker = self.ask.ranker;
        trust
            * self.freshness.factor(ranker, bound.newest)
            * ranker.waiting_factor(Some(bound.longest_wait))
            * MARGIN
    }
    /// The highest factor of trust among the owners of a tile.
    fn trust(&self, tile: &Tile) -> f64 {
        match &self.familiar {
            Some((familiar, usual)) if !tile.may_be_of(familiar) => *usual,
            Some(_) | None => self.ask.ranker.most_trust(),
        }
    }
    fn near(&self, bound: &Bound) -> f64 {
        self.ask.ranker.distance_factor(Some(self.km(bound)), 0.0)
    }
    /// The highest score within a bound, of what is not given from afar.
    fn most(&self, bound: &Bound) -> f64 {
        self.ask.most * self.near(bound) * self.gain(bound, self.ask.ranker.most_trust())
    }
    /// The same for a tile.
    fn most_of(&self, tile: &Tile) -> f64 {
        self.ask.most * self.near(tile.bound()) * self.gain(tile.bound(), self.trust(tile))
    }
    /// The highest score in a tile, of what is given from afar.
    fn most_afar(&self, tile: &Tile) -> f64 {
        self.ask.most * self.gain(tile.bound(), self.trust(tile))
    }
}

/// The cards of a tile that may reach a fit × distance of `least`, where no
/// card is nearer than `km`, whose factor is `near`.
///
/// With `r` the remote share, the factor for the distance is at most
/// `near + (1 - near)·r`. So a card reaches by what is near alone, or its fit
/// reaches, and so does its fit × `r` with what is near at its best.
fn candidates(
    tile: &Tile,
    ask: &Ask<'_>,
    plans: &mut Plans,
    (km, near): (f64, f64),
    least: f64,
) -> Bits {
    let may = ask.admit.among(tile, km);
    let by_near = least <= ask.most * near;
    if may.is_empty() || !(by_near || ask.can_be_afar) {
        return Bits::default();
    }
    let liked = common(tile, &ask.interests);
    let terms = ask.terms();
    let from_afar = (near < 1.0 && ask.can_be_afar).then(|| {
        let rest = ((least - ask.most * near) / (1.0 - near)).max(0.0);
        let (forward, back) = (ask.meets.cover_afar(tile), ask.met.cover_afar(tile));
        let steps = plans.afar(&terms, rest);
        reaching(steps, &liked, &back, &forward).and(&may)
    });
    let from_afar = from_afar.filter(|cards| !cards.is_empty());
    if !by_near && from_afar.is_none() {
        return Bits::default();
    }
    let (forward, back) = (ask.meets.cover(tile), ask.met.cover(tile));
    let mut found = Bits::default();
    if by_near {
        found = reaching(plans.whole(&terms, least / near), &liked, &back, &forward);
    }
    if let Some(cards) = from_afar {
        let whole = reaching(plans.whole(&terms, least), &liked, &back, &forward);
        found.add(&whole.and(&cards));
    }
    found.and(&may)
}

/// What freshness gives to a card, by its age in weeks; older ones are asked of
/// the ranker.
struct Freshness([f64; 32]);

impl Freshness {
    fn of(ranker: &Ranker<'_>) -> Self {
        let mut table = [0.0; 32];
        let today = ranker.today();
        for (factor, weeks) in table.iter_mut().zip(0..) {
            *factor = ranker.freshness_factor(Some(Week(today.0.saturating_sub(weeks))));
        }
        Self(table)
    }
    #[inline]
    fn factor(&self, ranker: &Ranker<'_>, published: Week) -> f64 {
        let weeks = usize::try_from(ranker.today().since(published)).ok();
        weeks
            .and_then(|weeks| self.0.get(weeks).copied())
            .unwrap_or_else(|| ranker.freshness_factor(Some(published)))
    }
}

/// A card that may be among the best, with its factors for freshness and waiting.
#[derive(Clone, Copy)]
struct Candidate {
    slot: usize,
    freshness: f64,
    waiting: f64,
}

/// Scores the cards of a tile that may be among the best.
fn scan<'a>(
    tile: &'a Tile,
    reach: &Reach<'_>,
    work: &mut Work,
    query: &Query,
    context: &dyn Context,
    best: &mut Best<'a>,
) {
    let ask = reach.ask;
    let ranker = ask.ranker;
    let trust = reach.trust(tile);
    let gain = reach.gain(tile.bound(), trust);
    let km = reach.km(tile.bound());
    let near = ranker.distance_factor(Some(km), 0.0);
    let found = candidates(tile, ask, &mut work.plans, (km, near), best.least() / gain);
    // Two passes: the first brings the records in, many at a time.
    work.candidates.clear();
    for slot in found.slots() {
        if let Some((published, since)) = tile.weeks(slot) {
            work.candidates.push(Candidate {
                slot,
                freshness: reach.freshness.factor(ranker, published),
                waiting: ranker.waiting_factor(Some(since)),
            });
        }
    }
    for candidate in &work.candidates {
        let Candidate {
            slot,
            freshness,
            waiting,
        } = *candidate;
        let Some(fit) = ask.fit(tile, slot) else {
            continue;
        };
        let gain = trust * freshness * waiting * MARGIN;
        // The distance is asked for only where it can still matter.
        let nearest = fit.remote_share + (1.0 - fit.remote_share) * near;
        if fit.fit <= 0.0 || fit.fit * nearest * gain < best.least() {
            continue;
        }
        let Some(row) = tile.row(slot) else { continue };
        let km = ask.face().place.distance_km(row.face.place);
        let distance = ranker.distance_factor(km, fit.remote_share);
        if fit.fit * distance * gain < best.least() || !limits::allow_at(ask.face(), &row.face, km)
        {
            continue;
        }
        let entry = row.entry();
        if !is_wanted(query, &entry, context) {
            continue;
        }
        let score = fit.fit * distance * ranker.trust_factor(row.owner) * freshness * waiting;
        if score > 0.0 {
            best.offer(Hit { score, row });
        }
    }
}
