//! A question, laid out in tables by term, so that a card is scored by a few
//! look-ups. The arithmetic is `rank`'s, in the same order: equal bits.

use argonaut_domain::card::CardNeed;
use argonaut_domain::taxonomy::{Relation, Taxonomy, TermId};

use super::admit::Admit;
use super::cover::{Back, COMMON, Forward};
use super::facts::liked;
use super::plan::Terms;
use super::record::{Record, Rooms};
use super::tile::Tile;
use super::tongues::Tongues;
use crate::listing::Face;
use crate::rank::{Fit, Ranker, Sum, named};
use crate::rarity::ROOM;

/// What one term is to another, by how good an answer it is: 0 for nothing; among
/// equals the one from afar is better.
type Code = u8;
/// Codes: nothing, and each of three relations near by or from afar.
const CODES: usize = 8;
/// Needs of ours for which there are tables; who has more is asked the long way.
const NEEDS: usize = 8;

/// What a code adds to a cover, in all and from afar.
type Parts = [(f64, f64); CODES];

/// What the codes are worth.
struct Values {
    sims: [(f64, bool); CODES],
    codes: Vec<(Relation, bool, Code)>,
}

impl Values {
    fn of(ranker: &Ranker<'_>) -> Self {
        let relations = [Relation::Same, Relation::ParentChild, Relation::Sibling];
        let mut all: Vec<(f64, bool, Relation)> = relations
            .into_iter()
            .flat_map(|relation| [false, true].map(|afar| (relation, afar)))
            .map(|(relation, afar)| (ranker.similarity(relation), afar, relation))
            .filter(|(sim, ..)| *sim > 0.0)
            .collect();
        all.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
        let mut values = Self {
            sims: [(0.0, false); CODES],
            codes: Vec::with_capacity(all.len()),
        };
        let rooms = values.sims.iter_mut().zip(0..).skip(1);
        for ((sim, afar, relation), (room, code)) in all.into_iter().zip(rooms) {
            *room = (sim, afar);
            values.codes.push((relation, afar, code));
        }
        values
    }
    fn code(&self, relation: Relation, afar: bool) -> Code {
        let mut codes = self.codes.iter();
        codes
            .find(|(held, is_afar, _)| (*held, *is_afar) == (relation, afar))
            .map_or(0, |(.., code)| *code)
    }
    /// What each code adds for a need of this urgency.
    fn parts(&self, urgency: f64) -> Parts {
        self.sims.map(|(sim, afar)| {
            let part = urgency * sim;
            // Adding 0 changes no bit of a sum.
            (part, if afar { part } else { 0.0 })
        })
    }
}

/// A code as a row of ones, so that the best of several is what any of them has.
const fn ones(code: Code) -> u8 {
    ((1u16 << code) - 1) as u8
}

/// A value for each term; as many as there can be, so that a look needs no check.
struct ByTerm<T>(Box<[T; ROOM]>);

impl<T: Copy + Default> ByTerm<T> {
    fn new(value: T) -> Self {
        Self(Box::new([value; ROOM]))
    }
    #[inline]
    fn of(&self, term: TermId) -> T {
        let value = self.0.get(usize::from(term.index()) % ROOM);
        value.copied().unwrap_or_default()
    }
    fn set(&mut self, term: TermId, change: impl FnOnce(T) -> T) {
        if let Some(value) = self.0.get_mut(usize::from(term.index()) % ROOM) {
            *value = change(*value);
        }
    }
}

/// The question of one card.
pub(super) struct Ask<'a> {
    pub(super) ranker: &'a Ranker<'a>,
    /// What each of our needs adds, by the code of the best offer; `None` where
    /// we have more than [`NEEDS`].
    needs: Option<Vec<Parts>>,
    /// The urgencies of our needs together.
    all: f64,
    /// By term: how well the offer meets each need, a byte of [`ones`] for each.
    forward: ByTerm<u64>,
    /// By term: how well our offers meet the need.
    back: ByTerm<Code>,
    /// What their needs add, by urgency.
    theirs: [Parts; 4],
    /// By term: its weight where we like it, else 0.
    mine: ByTerm<f64>,
    /// `W` of our interests.
    weight: f64,
    /// Our interests, as facts.
    pub(super) interests: Vec<u16>,
    /// The cover of our needs, and of theirs, by sets.
    pub(super) meets: Forward,
    pub(super) met: Back,
    /// The most that so many shared interests are worth.
    pub(super) common: [f64; COMMON],
    /// The highest fit that any card can reach.
    pub(super) most: f64,
    /// Whether something can be given from afar.
    pub(super) can_be_afar: bool,
    pub(super) admit: Admit,
    pub(super) tongues: Tongues,
}

/// The terms that relate to a term, itself included.
fn family(taxonomy: &Taxonomy, term: TermId) -> Vec<TermId> {
    let above = taxonomy.parent(term);
    let siblings = above.map_or(&[][..], |above| taxonomy.children(above));
    let mut all: Vec<TermId> = siblings
        .iter()
        .chain(taxonomy.children(term))
        .copied()
        .chain(above)
        .chain([term])
        .collect();
    all.sort_unstable();
    all.dedup();
    all
}

impl<'a> Ask<'a> {
    pub(super) fn of(ranker: &'a Ranker<'a>) -> Self {
        let taxonomy = Taxonomy::builtin();
        let face = ranker.asker();
        let needs: Vec<TermId> = named(face.needs).map(|(need, _)| need).collect();
        let values = Values::of(ranker);
        let mut forward = ByTerm::new(0u64);
        let mut can_be_afar = false;
        for (place, need) in needs.iter().enumerate() {
            for offer in family(taxonomy, *need) {
                can_be_afar |= offer.is_remote();
                let code = values.code(taxonomy.relation(*need, offer), offer.is_remote());
                if place < NEEDS {
                    let more = u64::from(ones(code)) << (8 * place);
                    forward.set(offer, |held| held | more);
                }
            }
        }
        let mut back = ByTerm::new(0);
        for offer in face.offers {
            for need in family(taxonomy, *offer) {
                let code = values.code(taxonomy.relation(need, *offer), offer.is_remote());
                back.set(need, |held| code.max(held));
            }
        }
        let mut mine = ByTerm::new(0.0);
        for interest in face.interests {
            mine.set(*interest, |_| ranker.rarity_of(*interest));
        }
        let some = |is: bool| f64::from(u8::from(is));
        let top = (
            some(!needs.is_empty()),
            some(!face.offers.is_empty()),
            some(!face.interests.is_empty()),
        );
        let most = ranker.both_ways(top.0, top.1, top.2);
        let urgencies: Vec<f64> = named(face.needs)
            .map(|(_, urgency)| f64::from(urgency.weight()))
            .collect();
        let weight = ranker.weigh(face.interests);
        let mut rarest: Vec<f64> = face
            .interests
            .iter()
            .map(|term| ranker.rarity_of(*term))
            .collect();
        rarest.sort_by(|a, b| b.total_cmp(a));
        // With the sum s of what is shared, the other's W is at least s.
        let shared = |count: usize| {
            let sum: f64 = rarest.iter().take(count).sum();
            if weight > 0.0 {
                (sum / weight).sqrt()
            } else {
                0.0
            }
        };
        let met = Back::of(ranker, face.offers);
        Self {
            needs: (urgencies.len() <= NEEDS).then(|| {
                urgencies
                    .iter()
                    .map(|urgency| values.parts(*urgency))
                    .collect()
            }),
            all: urgencies.iter().fold(0.0, |sum, urgency| sum + urgency),
            forward,
            back,
            theirs: [0.0, 1.0, 2.0, 3.0].map(|urgency| values.parts(urgency)),
            mine,
            weight,
            interests: face.interests.iter().map(|term| liked(*term)).collect(),
            meets: Forward::of(ranker, face.needs),
            common: if weight > 0.0 {
                [0.0, shared(1).min(1.0), shared(2).min(1.0), 1.0]
            } else {
                [0.0; COMMON]
            },
            most,
            can_be_afar: can_be_afar || met.can_be_afar(),
            met,
            admit: Admit::of(face),
            tongues: Tongues::understood_by(face.languages),
            ranker,
        }
    }

    /// What plans for this question are made from.
    pub(super) fn terms(&self) -> Terms<'_> {
        Terms {
            ranker: self.ranker,
            full: self.meets.full,
            attainable: self.meets.attainable,
            attainable_afar: self.meets.attainable_afar,
            back: self.met.shares(),
            common: self.common,
        }
    }

    /// What the terms of a card give together with ours.
    #[inline]
    pub(super) fn fit(&self, tile: &Tile, record: &Record) -> Option<Fit> {
        if let (Some(parts), Some(rooms)) = (&self.needs, record.rooms()) {
            let forward = self.forward(parts, &rooms);
            let back = self.back(&rooms);
            let interests = self.common_interests(&rooms);
            return Some(Fit::of(self.ranker, forward, back, interests));
        }
        // Rare: somebody says more than there is room for.
        let face = self.face();
        let said = tile.said(record)?;
        let forward = self.ranker.need_cover(face.needs, said.offers);
        let back = self.ranker.need_cover(said.needs, face.offers);
        let interests = self.ranker.common_interests(face.interests, said.interests);
        Some(Fit::of(self.ranker, forward, back, interests))
    }

    // The loops below run over whole rooms and add nothing for what is not there:
    // that costs less than guessing how long each card's lists are.

    #[inline]
    fn forward(&self, parts: &[Parts], theirs: &Rooms<'_>) -> Sum {
        let mut best = 0;
        for (turn, offer) in theirs.offers.iter().enumerate() {
            let one = self.forward.of(*offer);
            best |= if turn < theirs.offer_count { one } else { 0 };
        }
        let (mut covered, mut remote) = (0.0, 0.0);
        for (parts, ones) in parts.iter().zip(best.to_le_bytes()) {
            // One more than the highest one; the 1 spares a check for none.
            let code = (u32::BITS - 1 - (u32::from(ones) << 1 | 1).leading_zeros()) as usize;
            if let Some((part, afar)) = parts.get(code) {
                covered += part;
                remote += afar;
            }
        }
        Sum::of(self.all, covered, remote)
    }

    #[inline]
    fn back(&self, theirs: &Rooms<'_>) -> Sum {
        let (mut all, mut covered, mut remote) = (0.0, 0.0, 0.0);
        for need in theirs.needs {
            let (term, weight) = match need {
                CardNeed::Named(term, urgency) => (*term, urgency.weight()),
                CardNeed::OnIntroduction(_) => (TermId::FIRST, 0),
            };
            all += f64::from(weight);
            let code = usize::from(self.back.of(term));
            let parts = self.theirs.get(usize::from(weight));
            if let Some((part, afar)) = parts.and_then(|parts| parts.get(code)) {
                covered += part;
                remote += afar;
            }
        }
        Sum::of(all, covered, remote)
    }

    #[inline]
    fn common_interests(&self, theirs: &Rooms<'_>) -> f64 {
        let (mut shared, mut all) = (0.0, 0.0);
        for (turn, term) in theirs.interests.iter().enumerate() {
            let is_there = turn < theirs.interest_count;
            let mine = self.mine.of(*term);
            let weight = self.ranker.rarity_of(*term);
            shared += if is_there { mine } else { 0.0 };
            all += if is_there { weight } else { 0.0 };
        }
        if shared > 0.0 {
            shared / (self.weight * all).sqrt()
        } else {
            0.0
        }
    }

    /// The asking card.
    pub(super) const fn face(&self) -> &Face<'a> {
        self.ranker.asker()
    }
}
