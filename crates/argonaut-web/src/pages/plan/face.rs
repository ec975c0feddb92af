//! A plan as the client reads it: on the sheet, in the document of all that is kept, and
//! on the page of their link.

use argonaut_app::dossier::{Barrier, Goal, Plan, Step};
use maud::{Markup, html};

use super::words;
use crate::i18n::{Tr, t};

/// The whole plan, spoken to the client. Without headings, so that it fits anywhere.
pub(crate) fn face(tr: &Tr, plan: &Plan) -> Markup {
    html! {
        @for goal in &plan.goals { (one(tr, plan, goal)) }
        @if !plan.barriers.is_empty() {
            p { strong { (t!(tr, "plan-sheet-barriers")) } }
            ul { @for barrier in &plan.barriers { li { (in_the_way(tr, barrier)) } } }
        }
        @if let Some(on) = plan.review_on { p { strong { (t!(tr, "plan-next-review", date = tr.date(on))) } } }
        @if !plan.reviews.is_empty() {
            p { strong { (t!(tr, "plan-sheet-reviews")) } }
            ul {
                @for review in plan.reviews.iter().rev() {
                    li {
                        (tr.date(review.on)) @if !review.words.is_empty() { ": " (review.words.as_str()) }
                        @for one in &review.reached {
                            @if let Some(goal) = plan.goal(one.goal) {
                                br; (goal.words.as_str()) ": " (words::attainment(tr, one.level))
                            }
                        }
                    }
                }
            }
        }
    }
}

fn one(tr: &Tr, plan: &Plan, goal: &Goal) -> Markup {
    html! {
        p { strong { (goal.words.as_str()) } }
        @if !goal.interest.is_empty() { p { (t!(tr, "plan-grew-from", interest = goal.interest.as_str())) } }
        @if let Some((on, level)) = plan.reached(goal.id) {
            p { (t!(tr, "plan-last-level", level = words::attainment(tr, level), date = tr.date(on))) }
        }
        @if !goal.levels.is_empty() {
            ul { @for level in &goal.levels { li { (words::attainment(tr, level.level)) ": " (level.words.as_str()) } } }
        }
        @if !goal.steps.is_empty() { ul { @for step in &goal.steps { li { (step_line(tr, step)) } } } }
    }
}

fn step_line(tr: &Tr, step: &Step) -> Markup {
    html! {
        @if step.done.is_some() { "☑ " } @else { "☐ " }
        (step.words.as_str()) " · " (words::doer_to_client(tr, step.who))
        (when(tr, step))
    }
}

/// When a step was done, or is to be.
pub(super) fn when(tr: &Tr, step: &Step) -> Markup {
    html! {
        @if let Some(done) = step.done { " · " (t!(tr, "plan-done-on", date = tr.date(done))) }
        @else if let Some(by) = step.by { " · " (t!(tr, "plan-by", date = tr.date(by))) }
    }
}

/// Something in the way, and what was tried.
pub(super) fn in_the_way(tr: &Tr, barrier: &Barrier) -> Markup {
    html! {
        (words::barrier(tr, barrier.of)) ": " (barrier.words.as_str())
        @if !barrier.tried.is_empty() { " · " (t!(tr, "plan-tried", tried = barrier.tried.as_str())) }
    }
}
