//! Learning from outcomes: which reasons led to introductions that helped, and what that
//! changes in the constants of the score. Pure, bounded, and slow to believe.
//!
//! Each finished introduction is a lesson: the reasons `x_r ∈ {0, 1}` for which it was shown,
//! and whether it helped, `y ∈ [0, 1]` (in part is one half). A logistic regression of `y` on
//! the reasons with a normal prior `N(0, τ²)` on each coefficient, at its most probable point
//! (the ridge of le Cessie & van Houwelingen 1992), gives a log odds ratio `β_r` for each
//! reason, shrunk towards 0 the more, the fewer lessons there are. The intercept has no prior
//! to speak of. The factor of a reason is `exp(β_r)`, held in `[½, 2]`. With `τ = ln 2 / 1.96`
//! the prior itself holds 95 % of its belief within these bounds: nobody expects a reason to
//! be worth more, and only many lessons say so.
//!
//! Of one pair of helpers at most [`MOST_OF_A_PAIR`] lessons count, so that two who invent
//! introductions teach no more than two who make a few.

use std::collections::BTreeMap;

use argonaut_domain::taxonomy::Relation;

use crate::explain::Reason;
use crate::weights::Weights;

/// The least factor, and the most.
pub const BOUNDS: (f64, f64) = (0.5, 2.0);
/// The standard deviation of the prior: `ln 2 / 1.96`.
pub const PRIOR: f64 = 0.353_646_5;
/// So many lessons of the same two helpers count, the latest.
pub const MOST_OF_A_PAIR: usize = 5;
/// Newton's steps; some six are enough.
const STEPS: usize = 40;
/// When no coefficient moves by more, it is done.
const STILL: f64 = 1e-10;
/// The precision of the intercept's prior: next to none, but enough to keep it finite.
const OF_INTERCEPT: f64 = 1e-3;

argonaut_domain::words! {
    /// A reason without its terms: what can be learned about.
    pub enum ReasonCode {
        /// A need met by an offer of the same term.
        NeedSame = "need_same",
        /// A need met by an offer of the parent or a child.
        NeedClose = "need_close",
        /// A need met by an offer of a sibling.
        NeedSibling = "need_sibling",
        /// An interest in common.
        Interest = "interest",
        /// A kind of connection that both seek.
        Connection = "connection",
        /// In the same place, or at most 50 km apart.
        Near = "near",
        /// Some of the help comes from afar.
        Remote = "remote",
        /// A language in common.
        Language = "language",
        /// The owner is a contact.
        Contact = "contact",
        /// The client has waited for long.
        Waiting = "waiting",
    }
}

impl ReasonCode {
    /// How many there are.
    pub const COUNT: usize = Self::ALL.len();

    /// The code of a reason.
    pub const fn of(reason: &Reason) -> Self {
        match reason {
            Reason::NeedMet { relation, .. } => match relation {
                Relation::Same => Self::NeedSame,
                Relation::ParentChild => Self::NeedClose,
                Relation::Sibling | Relation::Unrelated => Self::NeedSibling,
            },
            Reason::SharedInterest(_) => Self::Interest,
            Reason::Connection(_) => Self::Connection,
            Reason::SamePlace | Reason::Near(_) => Self::Near,
            Reason::Remote => Self::Remote,
            Reason::SharedLanguage(_) => Self::Language,
            Reason::Contact => Self::Contact,
            Reason::Waiting(_) => Self::Waiting,
        }
    }

    /// Whether the score has a constant that this reason moves. The others are limits, or
    /// follow from other reasons: they are learned to be seen, and move nothing.
    pub const fn is_used(self) -> bool {
        match self {
            Self::NeedSame
            | Self::NeedClose
            | Self::NeedSibling
            | Self::Interest
            | Self::Near
            | Self::Contact
            | Self::Waiting => true,
            Self::Connection | Self::Remote | Self::Language => false,
        }
    }
}

/// A finished introduction.
#[derive(Clone, Debug, PartialEq)]
pub struct Lesson {
    /// The two helpers, in any order, as numbers that stand for them.
    pub pair: (u128, u128),
    /// Why it was shown; each code once.
    pub reasons: Vec<ReasonCode>,
    /// How well it went, in [0, 1].
    pub success: f64,
}

/// The factor of one reason.
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Factor {
    /// Of which reason.
    pub code: ReasonCode,
    /// In [½, 2]; 1 is as set by hand.
    pub factor: f64,
    /// How many lessons had this reason.
    pub lessons: usize,
}

/// Learns a factor for every reason, in the order of [`ReasonCode::ALL`]. Later lessons of a
/// pair count before earlier ones: hand them in with the latest last.
pub fn learn(lessons: &[Lesson]) -> Vec<Factor> {
    let lessons = counted(lessons);
    let mut seen = [0_usize; ReasonCode::COUNT];
    for lesson in &lessons {
        for (code, count) in ReasonCode::ALL.iter().zip(&mut seen) {
            *count += usize::from(lesson.reasons.contains(code));
        }
    }
    let coefficients = fit(&lessons);
    ReasonCode::ALL
        .iter()
        .zip(coefficients.iter().skip(1))
        .zip(seen)
        .map(|((code, beta), lessons)| Factor {
            code: *code,
            factor: held(beta.exp()),
            lessons,
        })
        .collect()
}

/// Within the bounds; what is no number is as set by hand.
fn held(factor: f64) -> f64 {
    if factor.is_nan() {
        1.0
    } else {
        factor.clamp(BOUNDS.0, BOUNDS.1)
    }
}

fn counted(lessons: &[Lesson]) -> Vec<&Lesson> {
    let mut of_pair: BTreeMap<(u128, u128), usize> = BTreeMap::new();
    let mut kept: Vec<&Lesson> = lessons
        .iter()
        .rev()
        .filter(|lesson| {
            let (a, b) = lesson.pair;
            let count = of_pair.entry((a.min(b), a.max(b))).or_default();
            *count += 1;
            *count <= MOST_OF_A_PAIR
        })
        .collect();
    kept.reverse();
    kept
}

/// Intercept and one coefficient for each code.
const WIDTH: usize = ReasonCode::COUNT + 1;
type Row = [f64; WIDTH];

fn features(lesson: &Lesson) -> Row {
    let mut row = [0.0; WIDTH];
    let ones = ReasonCode::ALL
        .iter()
        .map(|code| lesson.reasons.contains(code));
    for (cell, is_there) in row.iter_mut().zip(std::iter::once(true).chain(ones)) {
        *cell = if is_there { 1.0 } else { 0.0 };
    }
    row
}

/// The most probable coefficients, by Newton's method. The function is strictly concave, so
/// there is one best point; a step is halved until it does not make things worse.
fn fit(lessons: &[&Lesson]) -> Row {
    let rows: Vec<(Row, f64)> = lessons
        .iter()
        .map(|lesson| (features(lesson), lesson.success.clamp(0.0, 1.0)))
        .collect();
    let mut beta = [0.0; WIDTH];
    let mut best = merit(&rows, &beta);
    for _ in 0..STEPS {
        let Some(step) = newton(&rows, &beta) else {
            return beta;
        };
        let mut length = 1.0;
        loop {
            let mut next = beta;
            for (cell, by) in next.iter_mut().zip(step) {
                *cell += length * by;
            }
            let reached = merit(&rows, &next);
            if reached >= best {
                (beta, best) = (next, reached);
                break;
            }
            length /= 2.0;
            if length < STILL {
                return beta;
            }
        }
        let moved = step.iter().fold(0.0_f64, |most, by| most.max(by.abs()));
        if moved * length < STILL {
            break;
        }
    }
    beta
}

fn precision(place: usize) -> f64 {
    if place == 0 {
        OF_INTERCEPT
    } else {
        1.0 / (PRIOR * PRIOR)
    }
}

fn dot(a: &Row, b: &Row) -> f64 {
    a.iter().zip(b).fold(0.0, |sum, (a, b)| sum + a * b)
}

/// The logarithm of the posterior, but for a constant.
fn merit(rows: &[(Row, f64)], beta: &Row) -> f64 {
    let likelihood = rows.iter().fold(0.0, |sum, (row, y)| {
        let at = dot(row, beta);
        // ln(1 + e^at), without overflow.
        let soft = at.max(0.0) + (-at.abs()).exp().ln_1p();
        sum + y * at - soft
    });
    let prior = beta.iter().enumerate().fold(0.0, |sum, (place, cell)| {
        sum + precision(place) * cell * cell / 2.0
    });
    likelihood - prior
}

/// Newton's step: the solution of (XᵀWX + Λ) s = Xᵀ(y − p) − Λβ.
fn newton(rows: &[(Row, f64)], beta: &Row) -> Option<Row> {
    let mut matrix = [[0.0; WIDTH]; WIDTH];
    let mut right = [0.0; WIDTH];
    for (place, ((line, cell), by)) in matrix.iter_mut().zip(&mut right).zip(beta).enumerate() {
        *cell = -precision(place) * by;
        *line.get_mut(place)? = precision(place);
    }
    for (row, y) in rows {
        let p = 1.0 / (1.0 + (-dot(row, beta)).exp());
        let weight = p * (1.0 - p);
        for ((line, cell), x) in matrix.iter_mut().zip(&mut right).zip(row) {
            if *x == 0.0 {
                continue;
            }
            *cell += x * (y - p);
            for (entry, other) in line.iter_mut().zip(row) {
                *entry += weight * x * other;
            }
        }
    }
    solve(matrix, right)
}

/// Gauss with the largest pivot; the matrix is positive definite, so there is one.
fn solve(mut matrix: [Row; WIDTH], mut right: Row) -> Option<Row> {
    for place in 0..WIDTH {
        let pivot = (place..WIDTH).max_by(|a, b| {
            let size = |row: &usize| {
                matrix
                    .get(*row)
                    .and_then(|line| line.get(place))
                    .map_or(0.0, |cell| cell.abs())
            };
            size(a).total_cmp(&size(b))
        })?;
        matrix.swap(place, pivot);
        right.swap(place, pivot);
        let (line, value) = (*matrix.get(place)?, *right.get(place)?);
        let head = *line.get(place)?;
        if head == 0.0 || !head.is_finite() {
            return None;
        }
        for row in (0..WIDTH).filter(|row| *row != place) {
            let factor = *matrix.get(row)?.get(place)? / head;
            if factor == 0.0 {
                continue;
            }
            for (cell, by) in matrix.get_mut(row)?.iter_mut().zip(line) {
                *cell -= factor * by;
            }
            *right.get_mut(row)? -= factor * value;
        }
    }
    let mut found = [0.0; WIDTH];
    for (place, cell) in found.iter_mut().enumerate() {
        *cell = right.get(place)? / matrix.get(place)?.get(place)?;
    }
    Some(found)
}

impl Weights {
    /// The constants with learned factors. Each stays within half and twice of what was set
    /// by hand, and what has to hold between them still holds: an exact need is 1, a closer
    /// relation never counts less than a farther one, and the shares of needs and interests,
    /// and those of trust, sum to what they did.
    #[must_use]
    pub fn learned(&self, factors: &[Factor]) -> Self {
        let of = |code: ReasonCode| {
            let known = factors.iter().find(|factor| factor.code == code);
            held(known.map_or(1.0, |factor| factor.factor))
        };
        let near_half = |value: f64, set: f64| value.clamp(set / 2.0, set * 2.0);
        let same = of(ReasonCode::NeedSame);
        let parent_child = (self.parent_child * of(ReasonCode::NeedClose) / same)
            .clamp(self.parent_child / 2.0, self.same);
        let sibling = (self.sibling * of(ReasonCode::NeedSibling) / same)
            .clamp(self.sibling / 2.0, parent_child);
        let shares = self.needs + self.interests;
        let liking = self.interests * of(ReasonCode::Interest);
        let interests = near_half(
            shares * liking / (liking + self.needs * same),
            self.interests,
        );
        let trust = self.trust_base + self.trust_span;
        let span = near_half(self.trust_span * of(ReasonCode::Contact), self.trust_span);
        Self {
            parent_child,
            sibling,
            interests,
            needs: shares - interests,
            half_km: near_half(self.half_km / of(ReasonCode::Near), self.half_km),
            trust_span: span,
            trust_base: trust - span,
            waiting_span: near_half(
                self.waiting_span * of(ReasonCode::Waiting),
                self.waiting_span,
            ),
            ..*self
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lesson(number: u128, reasons: &[ReasonCode], success: f64) -> Lesson {
        Lesson {
            pair: (number, number + 1_000_000),
            reasons: reasons.to_vec(),
            success,
        }
    }

    fn factor(of: &[Factor], code: ReasonCode) -> f64 {
        of.iter().find(|factor| factor.code == code).unwrap().factor
    }

    #[test]
    fn without_lessons_everything_stays() {
        let none = learn(&[]);
        assert!(
            none.iter()
                .all(|factor| factor.factor == 1.0 && factor.lessons == 0)
        );
        let set = Weights::default();
        assert_eq!(set.learned(&none), set);
    }

    #[test]
    fn few_lessons_move_little_and_many_move_more() {
        let of = |count: u128| {
            let lessons: Vec<Lesson> = (0..count)
                .map(|number| {
                    let near = number % 2 == 0;
                    let good = if near {
                        number % 10 < 8
                    } else {
                        number % 10 < 5
                    };
                    let reasons: &[ReasonCode] = if near { &[ReasonCode::Near] } else { &[] };
                    lesson(number, reasons, if good { 1.0 } else { 0.0 })
                })
                .collect();
            factor(&learn(&lessons), ReasonCode::Near)
        };
        let (few, many) = (of(10), of(2_000));
        assert!(few > 1.0 && few < 1.3, "{few}");
        assert!(many > 1.5 && many <= 2.0, "{many}");
    }

    #[test]
    fn a_pair_teaches_only_so_much() {
        let invented: Vec<Lesson> = (0..500)
            .map(|_| Lesson {
                pair: (1, 2),
                reasons: vec![ReasonCode::Waiting],
                success: 1.0,
            })
            .collect();
        let learned = learn(&invented);
        let waiting = learned
            .iter()
            .find(|factor| factor.code == ReasonCode::Waiting)
            .unwrap();
        assert_eq!(waiting.lessons, MOST_OF_A_PAIR);
        assert!(waiting.factor < 1.3);
    }

    #[test]
    fn the_constants_keep_their_order_whatever_was_learned() {
        let set = Weights::default();
        for low in [true, false] {
            for code in ReasonCode::ALL.iter().copied() {
                let factors: Vec<Factor> = ReasonCode::ALL
                    .iter()
                    .map(|of| Factor {
                        code: *of,
                        factor: if (*of == code) == low {
                            0.001
                        } else {
                            f64::INFINITY
                        },
                        lessons: 1,
                    })
                    .collect();
                let new = set.learned(&factors);
                assert!(new.same >= new.parent_child && new.parent_child >= new.sibling);
                assert!((new.needs + new.interests - 1.0).abs() < 1e-12);
                assert!((new.trust_base + new.trust_span - 1.0).abs() < 1e-12);
                assert!(new.trust_base > 0.0 && new.needs > 0.0);
                assert!(new.half_km >= 25.0 && new.half_km <= 100.0);
                assert!(new.waiting_span >= 0.075 && new.waiting_span <= 0.3);
            }
        }
    }
}
