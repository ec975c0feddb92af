//! Plan, do, review: what a client wants, the steps, what stands in the way, and how far
//! it came. It lies in the sealed record, and whoever opens the record may write it.

use argonaut_domain::ids::ClientId;
use argonaut_domain::plan::{Attainment, BarrierOf, Doer};
use argonaut_privacy::dossier::{Barrier, Goal, Level, Plan, Private, Reached, Review};
use jiff::civil::Date;

use crate::app::App;
use crate::clients::ClientError;
use crate::clients::change::edit_if;
use crate::error::Kind;
use crate::who::SignedIn;

/// Why a plan could not be changed.
#[derive(Debug, thiserror::Error)]
pub enum PlanError {
    /// Nothing was written.
    #[error("nothing was written")]
    Empty,
    /// A review says how far at least one goal was reached, or something in words.
    #[error("nothing was reviewed")]
    NothingReviewed,
    /// No such goal, step, barrier or review.
    #[error("no such part of the plan")]
    NotThere,
    /// Not theirs, or it does not fit.
    #[error(transparent)]
    Client(#[from] ClientError),
}

impl PlanError {
    /// The kind of failure.
    pub const fn kind(&self) -> Kind {
        match self {
            Self::Empty | Self::NothingReviewed => Kind::Invalid,
            Self::NotThere => Kind::NotFound,
            Self::Client(error) => error.kind(),
        }
    }
}

/// A goal as it is typed.
#[derive(Clone, Debug, Default)]
pub struct NewGoal {
    /// What they like or care for, from which it grew.
    pub interest: Private,
    /// What they want, in their words.
    pub words: Private,
    /// What a level looks like; empty ones are left out.
    pub levels: Vec<(Attainment, Private)>,
}

/// A step as it is typed.
#[derive(Clone, Debug)]
pub struct NewStep {
    /// What is to be done.
    pub words: Private,
    /// Who does it.
    pub who: Doer,
    /// By when.
    pub by: Option<Date>,
}

/// Something in the way, as it is typed.
#[derive(Clone, Debug)]
pub struct NewBarrier {
    /// Where it comes from.
    pub of: BarrierOf,
    /// What it is.
    pub words: Private,
    /// What was tried.
    pub tried: Private,
}

/// A review as it is typed.
#[derive(Clone, Debug, Default)]
pub struct NewReview {
    /// How far each goal was reached, by the goal's number.
    pub reached: Vec<(u32, Attainment)>,
    /// What was said.
    pub words: Private,
    /// When it is looked at again.
    pub next: Option<Date>,
}

async fn change(
    app: &App,
    who: &SignedIn,
    id: ClientId,
    edit: impl FnOnce(&mut Plan) -> bool,
) -> Result<(), PlanError> {
    if edit_if(app, who, id, None, |dossier| edit(&mut dossier.plan)).await? {
        Ok(())
    } else {
        Err(PlanError::NotThere)
    }
}

/// Adds a goal.
///
/// # Errors
/// [`PlanError::Empty`] without words.
pub async fn add_goal(
    app: &App,
    who: &SignedIn,
    id: ClientId,
    new: NewGoal,
) -> Result<(), PlanError> {
    if new.words.is_empty() {
        return Err(PlanError::Empty);
    }
    let begun = app.now().date();
    change(app, who, id, |plan| {
        let number = plan.number();
        let said = new
            .levels
            .into_iter()
            .filter(|(_, words)| !words.is_empty());
        plan.goals.push(Goal {
            id: number,
            begun,
            interest: new.interest,
            words: new.words,
            levels: said.map(|(level, words)| Level { level, words }).collect(),
            steps: Vec::new(),
        });
        true
    })
    .await
}

/// Adds a step to a goal.
///
/// # Errors
/// [`PlanError::Empty`] without words, [`PlanError::NotThere`] without such a goal.
pub async fn add_step(
    app: &App,
    who: &SignedIn,
    id: ClientId,
    goal: u32,
    new: NewStep,
) -> Result<(), PlanError> {
    if new.words.is_empty() {
        return Err(PlanError::Empty);
    }
    change(app, who, id, |plan| {
        plan.step(goal, new.words, new.who, new.by)
    })
    .await
}

/// A step is done today, or is not after all.
///
/// # Errors
/// [`PlanError::NotThere`] without such a step.
pub async fn turn_step(
    app: &App,
    who: &SignedIn,
    id: ClientId,
    step: u32,
    done: bool,
) -> Result<(), PlanError> {
    let on = done.then(|| app.now().date());
    change(app, who, id, |plan| plan.turn(step, on)).await
}

/// Notes something that stands in the way.
///
/// # Errors
/// [`PlanError::Empty`] without words.
pub async fn add_barrier(
    app: &App,
    who: &SignedIn,
    id: ClientId,
    new: NewBarrier,
) -> Result<(), PlanError> {
    if new.words.is_empty() {
        return Err(PlanError::Empty);
    }
    let noted = app.now().date();
    change(app, who, id, |plan| {
        let number = plan.number();
        plan.barriers.push(Barrier {
            id: number,
            noted,
            of: new.of,
            words: new.words,
            tried: new.tried,
        });
        true
    })
    .await
}

/// Keeps a review of today, and when the next one is. Goals that are gone by now are left
/// out.
///
/// # Errors
/// [`PlanError::NothingReviewed`] when it says nothing.
pub async fn review(
    app: &App,
    who: &SignedIn,
    id: ClientId,
    new: NewReview,
) -> Result<(), PlanError> {
    if new.reached.is_empty() && new.words.is_empty() {
        return Err(PlanError::NothingReviewed);
    }
    let on = app.now().date();
    change(app, who, id, |plan| {
        let number = plan.number();
        let known = new.reached.into_iter();
        let reached = known
            .filter(|(goal, _)| plan.goal(*goal).is_some())
            .map(|(goal, level)| Reached { goal, level })
            .collect();
        plan.reviews.push(Review {
            id: number,
            on,
            reached,
            words: new.words,
        });
        plan.review_on = new.next;
        true
    })
    .await
}

/// Takes a goal, a step, a barrier or a review out of the plan, by its number.
///
/// # Errors
/// [`PlanError::NotThere`] without such a thing.
pub async fn remove(app: &App, who: &SignedIn, id: ClientId, number: u32) -> Result<(), PlanError> {
    change(app, who, id, |plan| plan.remove(number)).await
}
