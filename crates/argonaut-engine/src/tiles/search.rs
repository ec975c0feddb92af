//! The exact best cards for a question: blocks and tiles in the order of what
//! they can reach at most, until nothing left can reach the worst of the best.

use std::cmp::Ordering;
use std::collections::BinaryHeap;
use std::sync::Arc;

use super::ask::Ask;
use super::bits::Bits;
use super::cover::{common, reaching};
use super::curve::{self, Dot, Point};
use super::map::{Block, Tiles};
use super::marks::Marks;
use super::plan::Plans;
use super::record::Record;
use super::tile::{Bound, Row, Tile};
use crate::context::Context;
use crate::limits;
use crate::listing::ListingId;
use crate::rank::{Ranker, better};
use crate::snapshot::{Query, is_wanted};
use argonaut_domain::clock::Week;
use argonaut_domain::place::Place;

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
        dot: curve::point(ask.face().place).map(curve::small),
        most_km: ask.face().limits.max_km.map_or(f64::INFINITY, f64::from),
        is_city: matches!(ask.face().place, Place::City(_)),
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
                        most: reach.most(tile.bound()),
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
            if !ask.tongues.meet_in(tile) || reach.most_afar(tile.bound()) < best.least() {
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
    /// The same, small; and the greatest distance to another city.
    dot: Option<[f32; 3]>,
    most_km: f64,
    /// Whether we are of a city: of a wider place theirs may be a part, so that
    /// no distance is too far.
    is_city: bool,
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
    /// The cards of a tile, by what they gain.
    fn groups(&self, tile: &Tile) -> [Group; 2] {
        let most = self.gain(tile.bound(), self.ask.ranker.most_trust());
        let (familiar, usual) = match &self.familiar {
            Some((familiar, usual)) => (tile.of_owners(familiar), *usual),
            None => (*tile.live(), 0.0),
        };
        [
            Group {
                cards: familiar,
                gain: most,
            },
            Group {
                cards: tile.live().minus(&familiar),
                gain: self.gain(tile.bound(), usual),
            },
        ]
    }
    /// The highest factor of trust that the owner of a record can have.
    #[inline]
    fn trust_of(&self, tile: &Tile, record: &Record) -> f64 {
        match &self.familiar {
            Some((familiar, usual)) if !tile.is_of(record, familiar) => *usual,
            Some(_) | None => self.ask.ranker.most_trust(),
        }
    }
    /// The factor for the distance to a place, at best; `None` where it is too far
    /// for us or for them.
    #[inline]
    fn near_to(&self, dot: &Dot, theirs: f64) -> Option<f64> {
        let km = self.dot.and_then(|from| dot.at_least_km(from));
        let most = self.most_km.min(theirs);
        let is_too_far = self.is_city && dot.is_city && km.is_some_and(|km| km > most);
        (!is_too_far).then(|| self.ask.ranker.distance_factor(km, 0.0))
    }
    fn near(&self, bound: &Bound) -> f64 {
        self.ask.ranker.distance_factor(Some(self.km(bound)), 0.0)
    }
    /// The highest score within a bound, of what is not given from afar.
    fn most(&self, bound: &Bound) -> f64 {
        self.ask.most * self.near(bound) * self.gain(bound, self.ask.ranker.most_trust())
    }
    /// The highest score within a bound, of what is given from afar.
    fn most_afar(&self, bound: &Bound) -> f64 {
        self.ask.most * self.gain(bound, self.ask.ranker.most_trust())
    }
}

/// So many cards are sooner scored than told apart by sets.
const FEW: usize = 6;

/// Cards of a tile that share a gain: what trust, freshness and waiting give at
/// most.
#[derive(Clone, Copy)]
struct Group {
    cards: Bits,
    gain: f64,
}

/// The cards of a tile that may reach `least`, in groups that gain alike, where
/// no card is nearer than `km`, whose factor is `near`.
///
/// With `r` the remote share, the factor for the distance is at most
/// `near + (1 - near)·r`. So a card reaches by what is near alone, or its fit
/// reaches, and so does its fit × `r` with what is near at its best.
fn candidates(
    tile: &Tile,
    reach: &Reach<'_>,
    plans: &mut Plans,
    (km, near): (f64, f64),
    least: f64,
) -> Bits {
    let ask = reach.ask;
    let mut found = Bits::default();
    let can_be_afar = near < 1.0 && ask.can_be_afar;
    let terms = ask.terms();
    let (mut may, mut liked, mut covers, mut afar) = (None, None, None, None);
    for Group { cards, gain } in reach.groups(tile) {
        let least = least / gain;
        let by_near = least <= ask.most * near;
        if cards.is_empty() || least > ask.most || !(by_near || can_be_afar) {
            continue;
        }
        let may = may.get_or_insert_with(|| ask.admit.among(tile, km));
        let cards = cards.and(may);
        if cards.is_empty() {
            continue;
        }
        if cards.len() <= FEW {
            found.add(&cards);
            continue;
        }
        let liked = liked.get_or_insert_with(|| common(tile, &ask.interests));
        let from_afar = can_be_afar.then(|| {
            let rest = ((least - ask.most * near) / (1.0 - near)).max(0.0);
            let (forward, back) =
                afar.get_or_insert_with(|| (ask.meets.cover_afar(tile), ask.met.cover_afar(tile)));
            reaching(plans.afar(&terms, rest), liked, back, forward).and(&cards)
        });
        let from_afar = from_afar.filter(|cards| !cards.is_empty());
        if !by_near {
            match &from_afar {
                None => continue,
                Some(cards) if cards.len() <= FEW => {
                    found.add(cards);
                    continue;
                }
                Some(_) => {}
            }
        }
        let (forward, back) =
            covers.get_or_insert_with(|| (ask.meets.cover(tile), ask.met.cover(tile)));
        if by_near {
            let all = reaching(plans.whole(&terms, least / near), liked, back, forward);
            found.add(&all.and(&cards));
        }
        if let Some(cards) = from_afar {
            let whole = reaching(plans.whole(&terms, least), liked, back, forward);
            found.add(&whole.and(&cards));
        }
    }
    found
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

/// A card that may be among the best, with its factors.
#[derive(Clone, Copy)]
struct Candidate {
    slot: usize,
    /// The factor for the distance, at best.
    near: f64,
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
    let km = reach.km(tile.bound());
    let near = ranker.distance_factor(Some(km), 0.0);
    let found = candidates(tile, reach, &mut work.plans, (km, near), best.least());
    // Three passes: the first brings the records in, many at a time.
    work.candidates.clear();
    let touched = found.slots().filter_map(|slot| tile.record(slot));
    std::hint::black_box(touched.fold(0, |sum, record| sum ^ record.place));
    for slot in found.slots() {
        let Some(record) = tile.record(slot) else {
            continue;
        };
        let Some((published, since)) = tile.weeks(record) else {
            continue;
        };
        let theirs = tile.most_km(record);
        let Some(near) = tile.dot(record).and_then(|dot| reach.near_to(dot, theirs)) else {
            continue;
        };
        work.candidates.push(Candidate {
            slot,
            near,
            freshness: reach.freshness.factor(ranker, published),
            waiting: ranker.waiting_factor(Some(since)),
        });
    }
    for candidate in &work.candidates {
        let Candidate {
            slot,
            near,
            freshness,
            waiting,
        } = *candidate;
        let Some(record) = tile.record(slot) else {
            continue;
        };
        let Some(fit) = ask.fit(tile, record) else {
            continue;
        };
        let gain = reach.trust_of(tile, record) * freshness * waiting * MARGIN;
        // The distance itself is asked for only where it can still matter.
        let nearest = fit.remote_share + (1.0 - fit.remote_share) * near;
        if fit.fit <= 0.0 || fit.fit * nearest * gain < best.least() {
            continue;
        }
        let Some(face) = tile.face(record) else {
            continue;
        };
        let km = ask.face().place.distance_km(face.place);
        if !limits::allow_at(ask.face(), &face, km) {
            continue;
        }
        let distance = ranker.distance_factor(km, fit.remote_share);
        if fit.fit * distance * gain < best.least() {
            continue;
        }
        let Some(row) = tile.row_of(slot, record, face) else {
            continue;
        };
        let entry = row.entry();
        if !is_wanted(query, &entry, context) {
            continue;
        }
        let score = fit.fit * distance * ranker.trust_factor(&entry) * freshness * waiting;
        if score > 0.0 {
            best.offer(Hit { score, row });
        }
    }
}
