//! The plan that helper and client made together: goals in the client's words, steps,
//! what stands in the way, and reviews. Part of the sealed record; never on a card.

use argonaut_domain::plan::{Attainment, BarrierOf, Doer, attainment_t};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::Private;

/// Most goals, barriers or reviews of a plan, and most steps of a goal.
pub const MAX_PLAN: usize = 100;

/// What a client wants, and how it goes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Plan {
    /// What they want, the oldest first.
    pub goals: Vec<Goal>,
    /// What stands in the way.
    pub barriers: Vec<Barrier>,
    /// What the reviews found, the oldest first.
    pub reviews: Vec<Review>,
    /// When it is looked at again.
    pub review_on: Option<Date>,
    /// The highest number given within the plan; none is used twice.
    pub last: u32,
}

/// Something the client wants to reach.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Goal {
    /// Its number within the plan.
    pub id: u32,
    /// Since when.
    pub begun: Date,
    /// What they like or care for, from which it grew.
    pub interest: Private,
    /// What they want, in their words.
    pub words: Private,
    /// What a level looks like, where somebody said so.
    pub levels: Vec<Level>,
    /// What is to be done.
    pub steps: Vec<Step>,
}

/// What reaching a goal that far looks like.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Level {
    /// How far.
    pub level: Attainment,
    /// What it looks like.
    pub words: Private,
}

/// Something to be done for a goal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// Its number within the plan.
    pub id: u32,
    /// What.
    pub words: Private,
    /// Who does it.
    pub who: Doer,
    /// By when.
    pub by: Option<Date>,
    /// When it was done.
    pub done: Option<Date>,
}

/// Something that stands in the way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Barrier {
    /// Its number within the plan.
    pub id: u32,
    /// Since when it is known.
    pub noted: Date,
    /// Where it comes from.
    pub of: BarrierOf,
    /// What it is.
    pub words: Private,
    /// What was tried.
    pub tried: Private,
}

/// A look back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Review {
    /// Its number within the plan.
    pub id: u32,
    /// When.
    pub on: Date,
    /// How far each goal was reached.
    pub reached: Vec<Reached>,
    /// What was said.
    pub words: Private,
}

/// How far one goal was reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reached {
    /// Which goal.
    pub goal: u32,
    /// How far.
    pub level: Attainment,
}

impl Review {
    /// The T-score over the goals that were looked at; see [`attainment_t`].
    pub fn score(&self) -> Option<f64> {
        let reached: Vec<_> = self.reached.iter().map(|one| one.level).collect();
        attainment_t(&reached)
    }
}

impl Plan {
    /// Whether nothing was ever written in it.
    pub fn is_empty(&self) -> bool {
        self.goals.is_empty() && self.barriers.is_empty() && self.reviews.is_empty()
    }

    /// A number that was never used.
    pub fn number(&mut self) -> u32 {
        self.last = self.last.saturating_add(1);
        self.last
    }

    /// A goal by its number.
    pub fn goal(&self, id: u32) -> Option<&Goal> {
        self.goals.iter().find(|goal| goal.id == id)
    }

    /// Adds a step to a goal; `false` when there is no such goal.
    pub fn step(&mut self, goal: u32, words: Private, who: Doer, by: Option<Date>) -> bool {
        if self.goal(goal).is_none() {
            return false;
        }
        let id = self.number();
        let step = Step {
            id,
            words,
            who,
            by,
            done: None,
        };
        for of in self.goals.iter_mut().filter(|of| of.id == goal) {
            of.steps.push(step.clone());
        }
        true
    }

    /// A step is done, or is not after all; `false` when there is no such step.
    pub fn turn(&mut self, step: u32, done: Option<Date>) -> bool {
        let mut steps = self.goals.iter_mut().flat_map(|goal| &mut goal.steps);
        let Some(step) = steps.find(|of| of.id == step) else {
            return false;
        };
        step.done = done;
        true
    }

    /// How far a goal was reached when it was last looked at.
    pub fn reached(&self, goal: u32) -> Option<(Date, Attainment)> {
        self.reviews.iter().rev().find_map(|review| {
            let found = review.reached.iter().find(|one| one.goal == goal)?;
            Some((review.on, found.level))
        })
    }

    /// Takes a goal (with its steps and levels), a step, a barrier or a review out; `false`
    /// when there is no such thing.
    pub fn remove(&mut self, id: u32) -> bool {
        let before = self.entries();
        self.goals.retain(|goal| goal.id != id);
        for goal in &mut self.goals {
            goal.steps.retain(|step| step.id != id);
        }
        self.barriers.retain(|barrier| barrier.id != id);
        self.reviews.retain(|review| review.id != id);
        for review in &mut self.reviews {
            review.reached.retain(|one| one.goal != id);
        }
        before != self.entries()
    }

    fn entries(&self) -> usize {
        let steps: usize = self.goals.iter().map(|goal| goal.steps.len()).sum();
        self.goals.len() + steps + self.barriers.len() + self.reviews.len()
    }

    /// Every text of it.
    pub fn texts(&self) -> impl Iterator<Item = &Private> {
        let goals = self.goals.iter().flat_map(|goal| {
            [&goal.interest, &goal.words]
                .into_iter()
                .chain(goal.levels.iter().map(|level| &level.words))
                .chain(goal.steps.iter().map(|step| &step.words))
        });
        let barriers = self
            .barriers
            .iter()
            .flat_map(|barrier| [&barrier.words, &barrier.tried]);
        goals
            .chain(barriers)
            .chain(self.reviews.iter().map(|review| &review.words))
    }

    /// Its longest list.
    pub(super) fn longest(&self) -> usize {
        self.goals
            .iter()
            .map(|goal| goal.steps.len().max(goal.levels.len()))
            .chain([self.goals.len(), self.barriers.len(), self.reviews.len()])
            .max()
            .unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn goal(plan: &mut Plan, words: &str) -> u32 {
        let id = plan.number();
        plan.goals.push(Goal {
            id,
            begun: date(2026, 11, 24),
            interest: "Chess".into(),
            words: words.into(),
            levels: Vec::new(),
            steps: Vec::new(),
        });
        id
    }

    #[test]
    fn numbers_are_never_used_twice_and_what_goes_takes_its_parts_along() {
        let mut plan = Plan::default();
        assert!(plan.is_empty());
        let first = goal(&mut plan, "Play in company");
        let second = goal(&mut plan, "Walk every day");
        assert!(plan.step(first, "Ask at the library".into(), Doer::Client, None));
        assert!(!plan.step(99, "Nowhere".into(), Doer::Client, None));
        let step = plan.last;
        assert!(plan.turn(step, Some(date(2026, 11, 30))));
        assert!(!plan.turn(first, None), "a goal is no step");
        let id = plan.number();
        let reached = [(first, Attainment::More), (second, Attainment::Less)]
            .map(|(goal, level)| Reached { goal, level });
        plan.reviews.push(Review {
            id,
            on: date(2026, 12, 1),
            reached: reached.to_vec(),
            words: "Good".into(),
        });
        assert_eq!(plan.reviews[0].score(), Some(50.0));
        assert_eq!(plan.texts().count(), 6);
        assert!(plan.remove(first));
        assert!(!plan.remove(first));
        assert_eq!(plan.reached(first), None);
        assert_eq!(
            plan.reached(second),
            Some((date(2026, 12, 1), Attainment::Less))
        );
        assert!(goal(&mut plan, "New") > id);
    }
}
