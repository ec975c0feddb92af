//! What the terms of a card let it reach, told from sets of slots alone: cards
//! fall into classes by how many needs are met on either side, how nearly, and
//! how many interests are shared; each class has a highest fit.

use argonaut_domain::taxonomy::TermId;

use super::ask::{Ask, Relatives};
use super::bits::Bits;
use super::columns::Columns;
use super::tile::Tile;
use crate::rank::Ranker;

/// How a card's offers meet our needs, from worst to best.
const FORWARD: usize = 4;
/// How our offers meet a card's needs, from worst to best.
const BACK: usize = 9;
/// Interests in common: none, one, two, more.
const COMMON: usize = 4;

/// The most that one need among so many can weigh: 3 of 3, 4, 5, 6 or more.
const ONE_OF: [f64; 4] = [1.0, 0.75, 0.6, 0.5];

/// Steps in which the highest product of fit and remote share is sought.
const STEPS: u32 = 12;

/// The highest fit of each class, and the highest fit × remote share where one
/// direction alone can be given from afar.
pub(super) struct Classes {
    fit: [[[f64; FORWARD]; BACK]; COMMON],
    one_afar: [[[f64; FORWARD]; BACK]; COMMON],
    /// The highest fit × remote share where one direction alone is given from
    /// afar, and by related terms alone; by the interests in common.
    related_afar: [f64; COMMON],
    /// By the level of `BACK`: how many of their needs there are (0 for "many
    /// are met"), and whether one is met exactly.
    back: [(usize, bool); BACK],
}

impl Classes {
    /// `heaviest` is the largest share of one of our needs, `shared` the most
    /// that one and two shared interests give.
    pub(super) fn of(
        ranker: &Ranker<'_>,
        heaviest: f64,
        shared: (f64, f64),
        can_be_afar: bool,
    ) -> Self {
        let related = ranker.most_related();
        let forward = [
            0.0,
            related * heaviest,
            heaviest.max(related * heaviest),
            1.0,
        ];
        let mut levels: Vec<(f64, (usize, bool))> = ONE_OF
            .iter()
            .zip(0..)
            .flat_map(|(share, place)| {
                [
                    (*share, (place + 1, true)),
                    (share * related, (place + 1, false)),
                ]
            })
            .collect();
        levels.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
        // Level 0 is "none is met"; "many are met" joins the highest, which is 1.
        let mut back_most = [0.0; BACK];
        let mut back = [(0, false); BACK];
        for (level, (most, of)) in (1..).zip(levels) {
            if let (Some(held), Some(kind)) = (back_most.get_mut(level), back.get_mut(level)) {
                *held = most;
                *kind = of;
            }
        }
        let common = [0.0, shared.0.min(1.0), shared.1.min(1.0), 1.0];
        let table = |of: &dyn Fn(f64, f64, f64) -> f64| {
            common.map(|common| {
                back_most.map(|back| forward.map(|forward| of(forward, back, common)))
            })
        };
        let fit = |forward, back, common| ranker.both_ways(forward, back, common);
        let one_afar = |forward: f64, back: f64, common: f64| {
            walk(back, forward, &|other| fit(other, back, common)).max(walk(
                forward,
                back,
                &|other| fit(forward, other, common),
            ))
        };
        Self {
            fit: table(&fit),
            one_afar: if can_be_afar {
                table(&one_afar)
            } else {
                [[[0.0; FORWARD]; BACK]; COMMON]
            },
            related_afar: if can_be_afar {
                common.map(|common| {
                    grid(related, &|afar, other| fit(afar, other, common))
                        .max(grid(related, &|afar, other| fit(other, afar, common)))
                })
            } else {
                [0.0; COMMON]
            },
            back,
        }
    }
}

/// The highest fit × share, where a cover of `afar` is given from afar and the
/// other direction, of at most `most`, is not. The share is `afar / (afar +
/// other)`: it falls with the other cover while the fit grows with it, so the
/// cover is walked in steps, with the fit of a step's end and the share of its
/// beginning. A smaller `afar` gives less of both.
fn walk(afar: f64, most: f64, fit: &dyn Fn(f64) -> f64) -> f64 {
    if afar <= 0.0 {
        return 0.0;
    }
    (0..STEPS)
        .map(|step| {
            let (from, to) = (f64::from(step), f64::from(step + 1));
            let (from, to) = (most * from / f64::from(STEPS), most * to / f64::from(STEPS));
            fit(to) * afar / (afar + from)
        })
        .fold(0.0, f64::max)
}

/// The highest fit × share where at most `part` of one direction is given from
/// afar, and whatever else is not: over both covers in steps, with the fit of a
/// step's end and the share of its beginning.
fn grid(part: f64, fit: &dyn Fn(f64, f64) -> f64) -> f64 {
    const CELLS: u32 = 8;
    let cell = |step: u32| f64::from(step) / f64::from(CELLS);
    let steps = || (0..CELLS).flat_map(|a| (0..CELLS).map(move |b| (a, b)));
    steps()
        .map(|(afar, other)| {
            // What is given from afar is a part of its direction's cover, and
            // its share falls with what is not.
            let (least, most, beside) = (cell(afar), cell(afar + 1).min(part), cell(other));
            let share = if least >= part {
                part / (least + beside)
            } else {
                most / (most + beside)
            };
            fit(cell(afar + 1), cell(other + 1)) * share
        })
        .fold(0.0, f64::max)
}

/// The cards of a tile by class.
struct Sets {
    /// By level, each holding those above it.
    forward: [Bits; FORWARD],
    back: [Bits; BACK],
    common: [Bits; COMMON],
}

impl Sets {
    fn of(tile: &Tile, ask: &Ask<'_>) -> Self {
        let all = Bits::first(tile.len());
        // Ours: any met, met exactly, two of them met.
        let (mut any, mut two) = (Bits::default(), Bits::default());
        for relatives in &ask.meet_under {
            let meets = related(&tile.offered, &tile.offered_under, *relatives);
            two.add(&any.and(&meets));
            any.add(&meets);
        }
        let mut exact = tile.offered.any(&ask.meet_exactly);
        exact.add(&two);
        let forward = [all, any, exact, two];
        // Theirs, likewise; "two" may hold some too many.
        let (mut any, mut two) = (Bits::default(), Bits::default());
        for relatives in &ask.met_under {
            let met = related(&tile.needed, &tile.needed_under, *relatives);
            two.add(&any.and(&met));
            two.add(&twice(tile, *relatives));
            any.add(&met);
        }
        let exact = tile.needed.any(&ask.met_exactly);
        let mut back = [all; BACK];
        let mut held = two;
        for (set, (count, exactly)) in back.iter_mut().zip(ask.classes.back).skip(1).rev() {
            let of = if exactly { &exact } else { &any };
            if let Some(such) = tile.by_needs(count) {
                held.add(&of.and(such));
            }
            *set = held;
        }
        let mut common = [Bits::default(); COMMON];
        for set in ask
            .interests
            .iter()
            .filter_map(|term| tile.liked.get(*term))
        {
            for level in (1..COMMON).rev() {
                let below = if level == 1 {
                    Some(all)
                } else {
                    common.get(level - 1).copied()
                };
                if let (Some(below), Some(held)) = (below, common.get_mut(level)) {
                    held.add(&below.and(set));
                }
            }
        }
        if let Some(none) = common.first_mut() {
            *none = all;
        }
        Self {
            forward,
            back,
            common,
        }
    }

    /// The cards of the classes that reach `least`, each class by its bound.
    fn reaching(
        &self,
        within: &Bits,
        least: f64,
        bound: impl Fn(usize, usize, usize) -> f64,
    ) -> Bits {
        let mut found = Bits::default();
        let reaches = |common, back, forward| {
            let most = bound(common, back, forward);
            most > 0.0 && most >= least
        };
        for (common, liked) in self.common.iter().enumerate() {
            // A worse level reaches no more than a better one.
            for (back, needed) in self.back.iter().enumerate().rev() {
                if !reaches(common, back, FORWARD - 1) {
                    break;
                }
                // The levels are nested: the lowest that reaches holds the others.
                if let Some(offered) = (0..FORWARD)
                    .find(|forward| reaches(common, back, *forward))
                    .and_then(|forward| self.forward.get(forward))
                {
                    found.add(&offered.and(needed).and(liked));
                }
            }
        }
        found.and(within)
    }
}

/// The cards that hold a term or a relative of it.
fn related(own: &Columns, under: &Columns, term: Relatives) -> Bits {
    let sets = [
        own.get(term.own),
        under.get(term.own),
        term.above.and_then(|above| under.get(above)),
    ];
    let mut found = Bits::default();
    for set in sets.into_iter().flatten() {
        found.add(set);
    }
    found
}

/// The cards that may name two needs related to one offer: two under the same
/// term, or one below the offer and one beside or above it.
fn twice(tile: &Tile, offer: Relatives) -> Bits {
    let mut found = Bits::default();
    let terms = [Some(offer.own), offer.above];
    let twice = terms.into_iter().flatten();
    for set in twice.filter_map(|term| tile.needed_twice.get(term)) {
        found.add(set);
    }
    let below = tile.needed_under.get(offer.own);
    let beside = offer.above.and_then(|above| tile.needed_under.get(above));
    if let (Some(below), Some(beside)) = (below, beside) {
        found.add(&below.and(beside));
    }
    found
}

fn at(table: &[[[f64; FORWARD]; BACK]; COMMON], common: usize, back: usize, forward: usize) -> f64 {
    table
        .get(common)
        .and_then(|table| table.get(back)?.get(forward))
        .copied()
        .unwrap_or(f64::INFINITY)
}

/// The cards of a tile that may reach a fit × distance of `least`, where no
/// card is nearer than the distance factor `near`.
pub(super) fn candidates(tile: &Tile, ask: &Ask<'_>, near: f64, least: f64) -> Bits {
    let classes = &ask.classes;
    let mut may = Bits::first(tile.len());
    if !ask.languages.is_empty() {
        may = tile.speaking.any(&ask.languages);
        may.add(&tile.silent);
        if may.is_empty() {
            return may;
        }
    }
    // Who gives or takes from afar: the very term, or a related one.
    let theirs = tile.offered.any(&ask.meet_afar).and(&may);
    let ours = tile.needed.any(&ask.met_afar).and(&may);
    let both = theirs.and(&ours);
    let mut either = theirs;
    either.add(&ours);
    if ask.most * near < least && either.is_empty() {
        return Bits::default();
    }
    let top = (COMMON - 1, BACK - 1, FORWARD - 1);
    let reaches_near = at(&classes.fit, top.0, top.1, top.2) * near >= least;
    if !reaches_near && both.is_empty() {
        // Only what one direction gives from afar is left.
        let afar = at(&classes.one_afar, top.0, top.1, top.2);
        let whole = at(&classes.fit, top.0, top.1, top.2);
        if (whole * near + afar * (1.0 - near)).min(whole) < least {
            return Bits::default();
        }
    }
    let sets = Sets::of(tile, ask);
    let fit = |common, back, forward| at(&classes.fit, common, back, forward);
    let mixed = |whole: f64, afar: f64| (whole * near + afar * (1.0 - near)).min(whole);
    let mut found = sets.reaching(&may, least, |c, b, f| fit(c, b, f) * near);
    if !either.is_empty() {
        found.add(&sets.reaching(&either, least, |c, b, f| {
            let related = classes
                .related_afar
                .get(c)
                .copied()
                .unwrap_or(f64::INFINITY);
            mixed(fit(c, b, f), related.min(at(&classes.one_afar, c, b, f)))
        }));
        let mut exactly = tile.offered.any(&ask.meet_exactly_afar);
        exactly.add(&tile.needed.any(&ask.met_exactly_afar));
        let exactly = exactly.and(&may);
        if !exactly.is_empty() {
            found.add(&sets.reaching(&exactly, least, |c, b, f| {
                mixed(fit(c, b, f), at(&classes.one_afar, c, b, f))
            }));
        }
    }
    if !both.is_empty() {
        found.add(&sets.reaching(&both, least, fit));
    }
    found
}

/// Terms by their numbers, each once.
pub(super) fn indices(terms: impl IntoIterator<Item = TermId>) -> Vec<u16> {
    let mut all: Vec<u16> = terms.into_iter().map(TermId::index).collect();
    all.sort_unstable();
    all.dedup();
    all
}
