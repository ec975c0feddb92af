//! What the terms of a tile's cards let them reach, told from sets of slots
//! alone. Never too little, so that whoever is left out would not have ranked.
//!
//! - Forward, the cover of our needs is a number per card in *units*, held in
//!   bit planes: six sets, one for each binary digit. Adding a need to 512 cards
//!   takes some dozens of word operations.
//! - Back, the cover of their needs falls into *levels* by how nearly a need is
//!   met and among how many.
//! - Interests in common are counted: none, one, two, more.
//!
//! For each level and count, `plan` says from how many units on a card reaches.

use argonaut_domain::card::{CardNeed, Urgency};
use argonaut_domain::taxonomy::{Taxonomy, TermId};

use super::bits::{Bits, SLOTS};
use super::columns::Columns;
use super::facts::{self, flag};
use super::tile::Tile;
use crate::rank::{Ranker, named};

/// Binary digits of a cover in units.
const DIGITS: usize = 6;
/// The most units.
const MOST: u32 = (1 << DIGITS) - 1;

/// The facts by which a term and its relatives are found: itself; what lies
/// under it, and the term above; what lies under that one.
#[derive(Clone, Copy, Debug)]
struct Relatives {
    own: u16,
    under: u16,
    above: u16,
    beside: u16,
}

impl Relatives {
    fn of(term: TermId, own: fn(TermId) -> u16, under: fn(TermId) -> u16) -> Self {
        let above = Taxonomy::builtin().parent(term);
        Self {
            own: own(term),
            under: under(term),
            above: above.map_or(facts::NEVER, own),
            beside: above.map_or(facts::NEVER, under),
        }
    }
    /// Whether no card can have one of them.
    const fn is_nobody(&self) -> bool {
        let Self {
            own,
            under,
            above,
            beside,
        } = *self;
        own & under & above & beside == facts::NEVER
    }
    /// The same among offers of a remote kind.
    fn afar(term: TermId) -> Self {
        let remote = |term: TermId| {
            if term.is_remote() {
                facts::offered(term)
            } else {
                facts::NEVER
            }
        };
        Self::of(term, remote, facts::afar_under)
    }
}

/// How one term meets another, the nearest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Tier {
    Same,
    Near,
    Sibling,
}

/// The cards that hold a term, a parent or child of it, or a sibling. Each set
/// may hold cards of the sets before it.
#[derive(Clone, Copy, Debug, Default)]
struct Tiers {
    same: Bits,
    near: Bits,
    sibling: Bits,
}

impl Tiers {
    #[inline]
    fn of(columns: &Columns, term: Relatives) -> Self {
        let mut tiers = Self::default();
        columns.add_to(&mut tiers.same, term.own);
        columns.add_to(&mut tiers.near, term.under);
        columns.add_to(&mut tiers.near, term.above);
        columns.add_to(&mut tiers.sibling, term.beside);
        tiers
    }
    fn any(&self) -> Bits {
        let mut any = self.same;
        any.add(&self.near);
        any.add(&self.sibling);
        any
    }
}

/// A number per card, one set for each binary digit, the lowest first.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Units([Bits; DIGITS]);

impl Units {
    /// Adds to each card what `of` says of the sets it is in: the first counts.
    fn add(&mut self, sets: &[(Bits, u32); 3]) {
        let mut summand = Self::default();
        let mut left = Bits::first(SLOTS);
        for (set, units) in sets {
            let set = set.and(&left);
            if set.is_empty() {
                continue;
            }
            left = left.minus(&set);
            for (digit, place) in summand.0.iter_mut().zip(0..) {
                if units >> place & 1 == 1 {
                    digit.add(&set);
                }
            }
        }
        let mut carry = Bits::default();
        for (digit, more) in self.0.iter_mut().zip(summand.0) {
            let differs = digit.differs(&more);
            let next = digit.and(&more);
            let mut overflow = differs.and(&carry);
            overflow.add(&next);
            *digit = differs.differs(&carry);
            carry = overflow;
        }
    }
    /// The cards with so many units or more.
    fn at_least(&self, least: u32) -> Bits {
        if least > MOST {
            return Bits::default();
        }
        let mut more = Bits::default();
        let mut equal = Bits::first(SLOTS);
        for (digit, place) in self.0.iter().zip(0..DIGITS).rev() {
            if least >> place & 1 == 1 {
                equal = equal.and(digit);
            } else {
                more.add(&equal.and(digit));
                equal = equal.minus(digit);
            }
        }
        more.add(&equal);
        more
    }
}

/// Our needs, for the cover that their offers give.
pub(super) struct Forward {
    needs: Vec<(Relatives, [u32; 3])>,
    afar: Vec<(Relatives, [u32; 3])>,
    /// The units of a full cover; `None` where there are too many needs to tell
    /// them apart.
    pub(super) full: Option<u32>,
    /// The units that a card can have, as bits; and those from afar.
    pub(super) attainable: u64,
    pub(super) attainable_afar: u64,
}

/// The sums that needs can add up to: each adds nothing, or what one tier does.
fn attainable(needs: &[(Relatives, [u32; 3])]) -> u64 {
    needs.iter().fold(1, |sums, (relatives, units)| {
        if relatives.is_nobody() {
            return sums;
        }
        units.iter().fold(sums, |all, units| all | sums << units)
    })
}

impl Forward {
    pub(super) fn of(ranker: &Ranker<'_>, needs: &[CardNeed]) -> Self {
        let sims = ranker.tiers();
        let count = u32::try_from(named(needs).count()).unwrap_or(u32::MAX);
        let all: f64 = named(needs)
            .map(|(_, urgency)| f64::from(urgency.weight()))
            .sum();
        // Each need may be rounded up by one.
        let full = MOST.checked_sub(count).filter(|full| *full >= MOST / 2);
        let part = f64::from(full.unwrap_or(0)) / all.max(1.0);
        let units = |urgency: f64, sim: f64| {
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "from 0 to 63"
            )]
            let units = (part * urgency * sim.clamp(0.0, 1.0)).ceil() as u32;
            units.min(MOST)
        };
        let with_units = |relatives: fn(TermId) -> Relatives| -> Vec<(Relatives, [u32; 3])> {
            let units = |(need, urgency): (TermId, Urgency)| {
                let urgency = f64::from(urgency.weight());
                (relatives(need), sims.map(|sim| units(urgency, sim)))
            };
            named(needs).map(units).collect()
        };
        let near = with_units(|need| Relatives::of(need, facts::offered, facts::offered_under));
        let afar = with_units(Relatives::afar);
        Self {
            attainable: attainable(&near),
            attainable_afar: attainable(&afar),
            needs: near,
            afar,
            full,
        }
    }

    /// The cover that the offers of a tile's cards give.
    pub(super) fn cover(&self, tile: &Tile) -> Units {
        self.sum(tile.columns(), &self.needs)
    }
    /// The same of what can be given from afar.
    pub(super) fn cover_afar(&self, tile: &Tile) -> Units {
        self.sum(tile.columns(), &self.afar)
    }
    fn sum(&self, columns: &Columns, needs: &[(Relatives, [u32; 3])]) -> Units {
        let mut units = Units::default();
        if self.full.is_none() {
            return units;
        }
        for (need, [same, near, sibling]) in needs {
            let tiers = Tiers::of(columns, *need);
            let mut sets = [
                (tiers.same, *same),
                (tiers.near, *near),
                (tiers.sibling, *sibling),
            ];
            if same < near || near < sibling {
                // Of several relations the one that is worth most counts.
                sets.sort_by_key(|(_, units)| std::cmp::Reverse(*units));
            }
            units.add(&sets);
        }
        units
    }
}

/// The levels of the cover of their needs, the best first, and one for "none".
pub(super) const LEVELS: usize = 16;
/// Interests in common: none, one, two, more.
pub(super) const COMMON: usize = 4;

/// The most that one need among so many can weigh: 3 of 3, 4, 5, 6 or more.
const ONE_OF: [f64; 4] = [1.0, 0.75, 0.6, 0.5];

#[derive(Clone, Copy, Debug)]
struct Level {
    /// The highest cover.
    share: f64,
    /// Among how many needs one is met; 0 where several are.
    among: u16,
    /// How nearly, at best.
    tier: Tier,
}

/// One of our offers: who needs it, or something related; and who may need two
/// such things.
#[derive(Clone, Copy, Debug)]
struct Met {
    by: Relatives,
    twice: [u16; 2],
}

impl Met {
    fn of(offer: TermId) -> Self {
        let above = Taxonomy::builtin().parent(offer);
        Self {
            by: Relatives::of(offer, facts::needed, facts::needed_under),
            twice: [
                facts::needed_twice(offer),
                above.map_or(facts::NEVER, facts::needed_twice),
            ],
        }
    }
    /// The cards that may name two needs related to the offer: two under the same
    /// term, or one below the offer and one beside or above it.
    fn twice(&self, columns: &Columns) -> Bits {
        let mut found = columns.any(&self.twice);
        if columns.tells(self.by.under) && columns.tells(self.by.beside) {
            let below = columns.one(self.by.under);
            found.add(&below.and(&columns.one(self.by.beside)));
        }
        found
    }
}

/// Our offers, for the cover that they give to their needs.
pub(super) struct Back {
    offers: Vec<Met>,
    afar: Vec<Met>,
    levels: Vec<Level>,
}

impl Back {
    pub(super) fn of(ranker: &Ranker<'_>, offers: &[TermId]) -> Self {
        let [same, near, sibling] = ranker.tiers();
        // A worse tier may be worth more: then it counts as that.
        let tiers = [
            (Tier::Same, same.max(near).max(sibling)),
            (Tier::Near, near.max(sibling)),
            (Tier::Sibling, sibling),
        ];
        let mut levels: Vec<Level> = tiers
            .iter()
            .flat_map(|(tier, sim)| {
                let among = ONE_OF.iter().zip(1..).map(move |(share, among)| Level {
                    share: share * sim,
                    among,
                    tier: *tier,
                });
                among.chain([Level {
                    share: *sim,
                    among: 0,
                    tier: *tier,
                }])
            })
            .collect();
        levels.sort_by(|a, b| b.share.total_cmp(&a.share).then(b.among.cmp(&a.among)));
        let remote = offers.iter().filter(|offer| offer.is_remote());
        Self {
            offers: offers.iter().map(|offer| Met::of(*offer)).collect(),
            afar: remote.map(|offer| Met::of(*offer)).collect(),
            levels,
        }
    }
    /// The highest cover of each level.
    pub(super) fn shares(&self) -> [f64; LEVELS] {
        let mut shares = [0.0; LEVELS];
        for (share, level) in shares.iter_mut().zip(&self.levels) {
            *share = level.share;
        }
        shares
    }
    /// Whether something of it can be given from afar.
    pub(super) const fn can_be_afar(&self) -> bool {
        !self.afar.is_empty()
    }
    /// The cards of each level, or of a better one.
    pub(super) fn cover(&self, tile: &Tile) -> [Bits; LEVELS] {
        self.levels_of(tile, &self.offers)
    }
    /// The same of what can be given from afar.
    pub(super) fn cover_afar(&self, tile: &Tile) -> [Bits; LEVELS] {
        self.levels_of(tile, &self.afar)
    }

    fn levels_of(&self, tile: &Tile, offers: &[Met]) -> [Bits; LEVELS] {
        let columns = tile.columns();
        let (mut met, mut several) = (Tiers::default(), Bits::default());
        for offer in offers {
            let tiers = Tiers::of(columns, offer.by);
            let any = tiers.any();
            if any.is_empty() {
                continue;
            }
            several.add(&met.sibling.and(&any));
            several.add(&offer.twice(columns));
            // Each tier holds those before it.
            met.same.add(&tiers.same);
            met.near.add(&tiers.same);
            met.near.add(&tiers.near);
            met.sibling.add(&any);
        }
        let mut sets = [*tile.live(); LEVELS];
        if met.sibling.is_empty() {
            // Nothing is met: nobody is above "none".
            if let Some((_, better)) = sets.split_last_mut() {
                better.fill(Bits::default());
            }
            return sets;
        }
        let mut held = Bits::default();
        for (set, level) in sets.iter_mut().zip(&self.levels) {
            let tier = match level.tier {
                Tier::Same => &met.same,
                Tier::Near => &met.near,
                Tier::Sibling => &met.sibling,
            };
            match level.among.checked_sub(1) {
                None => held.add(&several.and(tier)),
                Some(more) => {
                    held.add(&columns.one(flag::NEEDS + more).and(tier));
                }
            }
            *set = held;
        }
        sets
    }
}

/// The cards that share so many of these interests, or more.
pub(super) fn common(tile: &Tile, interests: &[u16]) -> [Bits; COMMON] {
    let columns = tile.columns();
    let (mut one, mut two, mut more) = (Bits::default(), Bits::default(), Bits::default());
    let told = interests.iter().filter(|liked| columns.tells(**liked));
    for set in told.map(|liked| columns.one(*liked)) {
        more.add(&two.and(&set));
        two.add(&one.and(&set));
        one.add(&set);
    }
    [*tile.live(), one, two, more]
}

/// From how many units on a card of a level reaches.
#[derive(Clone, Copy, Debug)]
pub(super) struct Step {
    pub(super) common: usize,
    pub(super) level: usize,
    pub(super) units: u32,
}

/// The cards that one of the steps lets in.
pub(super) fn reaching(
    steps: &[Step],
    common: &[Bits; COMMON],
    back: &[Bits; LEVELS],
    forward: &Units,
) -> Bits {
    let mut found = Bits::default();
    let mut last: Option<(u32, Bits)> = None;
    for step in steps {
        let (Some(liked), Some(met)) = (common.get(step.common), back.get(step.level)) else {
            continue;
        };
        let meets = match last {
            Some((units, meets)) if units == step.units => meets,
            Some(_) | None => forward.at_least(step.units),
        };
        last = Some((step.units, meets));
        found.add(&meets.and(met).and(liked));
    }
    found
}
