//! A client's plan on one page: goals with their steps, what stands in the way, reviews,
//! and the forms to add to each.

use argonaut_app::dossier::{Dossier, Goal, Plan, Review};
use argonaut_domain::plan::{Attainment, BarrierOf, Doer};
use axum::extract::{Path, State};
use axum::response::{IntoResponse as _, Response};
use maud::{Markup, html};

use super::{face, words};
use crate::failure::Failure;
use crate::form_data::FormData;
use crate::i18n::{Tr, t};
use crate::me::Me;
use crate::pages::layout::{NavItem, Width};
use crate::pages::parts::data::Column;
use crate::pages::parts::line::line;
use crate::pages::parts::{self, Choice, Field, Weight, form};
use crate::pages::typed::{Typed, open_or_check};
use crate::state::Web;

pub(super) async fn show(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
) -> Result<Response, Failure> {
    page(&web, &me, &id, &FormData::default(), None).await
}

/// The page, with what was typed and what is wrong with it: `(field, sentence)`.
pub(super) async fn page(
    web: &Web,
    me: &Me,
    id: &str,
    sent: &FormData,
    error: Option<&(String, String)>,
) -> Result<Response, Failure> {
    let opened = match open_or_check(web, me, id).await? {
        Ok(opened) => opened,
        Err(elsewhere) => return Ok(elsewhere),
    };
    let body = view(&me.tr, id, opened.dossier.get(), sent, error);
    let title = t!(me.tr, "plan-title");
    Ok(me
        .show(&title, NavItem::Clients, Width::Text, &body)
        .into_response())
}

/// The page's forms, and where they are sent to.
struct Draft<'a> {
    tr: &'a Tr,
    home: String,
    sent: &'a FormData,
    typed: Typed<'a>,
}

pub(super) fn view(
    tr: &Tr,
    id: &str,
    dossier: &Dossier,
    sent: &FormData,
    error: Option<&(String, String)>,
) -> Markup {
    let plan = &dossier.plan;
    let client = format!("/clients/{id}");
    let draft = Draft {
        tr,
        home: format!("{client}/plan"),
        sent,
        typed: Typed { tr, sent, error },
    };
    let home = &draft.home;
    html! {
        (parts::breadcrumb(&t!(tr, "shell-breadcrumb-label"), &[(&t!(tr, "shell-nav-clients"), "/clients"), (dossier.name(), &client)]))
        (parts::heading(&t!(tr, "plan-title"), Some(&t!(tr, "plan-lead")), None))
        (draft.typed.summary())
        (parts::notice_circle(tr, &t!(tr, "plan-private")))
        @if plan.is_empty() { p { (t!(tr, "plan-none")) } }
        @else {
            (parts::actions(&[parts::quiet_action(&t!(tr, "plan-sheet"), &format!("{home}/sheet"))]))
            @if let Some(on) = plan.review_on { p { strong { (t!(tr, "plan-next-review", date = tr.date(on))) } } }
        }
        @for goal in &plan.goals { (one_goal(&draft, plan, goal)) }
        (new_goal(&draft, plan.goals.is_empty()))
        @if !plan.goals.is_empty() {
            (barriers(&draft, plan))
            (reviews(&draft, plan))
        }
    }
}

fn one_goal(draft: &Draft<'_>, plan: &Plan, goal: &Goal) -> Markup {
    let (tr, home) = (draft.tr, &draft.home);
    let named = |what: &str| format!("{what}-{}", goal.id);
    let (step, who, by) = (named("step"), named("who"), named("by"));
    let doers: Vec<Choice<'_>> = Doer::ALL
        .iter()
        .map(|doer| {
            let chosen = match draft.sent.parsed::<Doer>(&who) {
                Some(typed) => typed == *doer,
                None => *doer == Doer::Together,
            };
            Choice::new(doer.code(), words::doer(tr, *doer), chosen)
        })
        .collect();
    let body = html! {
        @if !goal.interest.is_empty() { p { (t!(tr, "plan-grew-from", interest = goal.interest.as_str())) } }
        @if let Some((on, level)) = plan.reached(goal.id) {
            p { (t!(tr, "plan-last-level", level = words::attainment(tr, level), date = tr.date(on))) }
        }
        @if !goal.levels.is_empty() {
            (form::more(&t!(tr, "plan-levels"), false, &html! {
                ul { @for level in &goal.levels { li { (words::attainment(tr, level.level)) ": " (level.words.as_str()) } } }
            }))
        }
        ul.plain-list {
            @for step in &goal.steps {
                li {
                    @if step.done.is_some() { "☑ " } @else { "☐ " }
                    (step.words.as_str()) " · " (words::doer(tr, step.who)) (face::when(tr, step)) " "
                    @let at = format!("{home}/{}", step.id);
                    @if step.done.is_some() {
                        (parts::post_button(&t!(tr, "plan-undone"), &format!("{at}/done"), Weight::Link, &[("done", "no")]))
                    } @else {
                        (parts::post_button(&t!(tr, "plan-done"), &format!("{at}/done"), Weight::Quiet, &[("done", "yes")]))
                    }
                    (parts::post_button(&t!(tr, "plan-remove"), &format!("{at}/remove"), Weight::Link, &[]))
                }
            }
        }
        (form::more(&t!(tr, "plan-step-new"), draft.typed.is_wrong(&step) || draft.typed.is_wrong(&by) || goal.steps.is_empty(), &form::post(&format!("{home}/{}/steps", goal.id), true, &html! {
            (form::text_field(tr, &draft.typed.field(&step, t!(tr, "plan-step"))))
            (form::row(&html! {
                (form::select(tr, &draft.typed.field(&who, t!(tr, "plan-step-who")), &doers))
                (form::date_field(tr, &draft.typed.field(&by, t!(tr, "plan-step-by"))))
            }))
            (form::submit_row(&t!(tr, "plan-step-add"), None))
        })))
        (form::more(&t!(tr, "plan-goal-remove"), false, &html! {
            p { (t!(tr, "plan-goal-remove-hint")) }
            (parts::post_button(&t!(tr, "plan-goal-remove-now"), &format!("{home}/{}/remove", goal.id), Weight::Danger, &[]))
        }))
    };
    parts::section(goal.words.as_str(), &body)
}

fn new_goal(draft: &Draft<'_>, first: bool) -> Markup {
    let tr = draft.tr;
    let body = form::post(
        &format!("{}/goals", draft.home),
        true,
        &html! {
            (form::text_field(tr, &draft.typed.field("interest", t!(tr, "plan-interest")).hint(t!(tr, "plan-interest-hint"))))
            (form::text_field(tr, &draft.typed.field("goal", t!(tr, "plan-goal")).hint(t!(tr, "plan-goal-hint"))))
            (form::more(&t!(tr, "plan-levels"), false, &html! {
                p.hint { (t!(tr, "plan-levels-hint")) }
                @for level in Attainment::ALL {
                    (form::text_field(tr, &draft.typed.field(&format!("looks{}", level.code()), words::attainment(tr, *level))))
                }
            }))
            (form::submit_row(&t!(tr, "plan-goal-add"), None))
        },
    );
    html! {
        @if first { (parts::section(&t!(tr, "plan-goal-first"), &body)) }
        @else { (form::more(&t!(tr, "plan-goal-new"), draft.typed.is_wrong("goal"), &body)) }
    }
}

fn barriers(draft: &Draft<'_>, plan: &Plan) -> Markup {
    let (tr, home) = (draft.tr, &draft.home);
    let typed = draft.sent.parsed::<BarrierOf>("of");
    let kinds: Vec<Choice<'_>> = BarrierOf::ALL
        .iter()
        .map(|of| {
            let chosen = typed.unwrap_or(BarrierOf::Environment) == *of;
            Choice::new(of.code(), words::barrier(tr, *of), chosen)
        })
        .collect();
    let body = html! {
        @if plan.barriers.is_empty() { p { (t!(tr, "plan-barriers-none")) } }
        ul.plain-list {
            @for barrier in &plan.barriers {
                li {
                    (face::in_the_way(tr, barrier)) " "
                    (parts::post_button(&t!(tr, "plan-remove"), &format!("{home}/{}/remove", barrier.id), Weight::Link, &[]))
                }
            }
        }
        (form::more(&t!(tr, "plan-barrier-new"), draft.typed.is_wrong("barrier"), &form::post(&format!("{home}/barriers"), true, &html! {
            (form::text_field(tr, &draft.typed.field("barrier", t!(tr, "plan-barrier"))))
            (form::radio_group(tr, &Field::new("of", t!(tr, "plan-barrier-of")), &kinds))
            (form::text_field(tr, &draft.typed.field("tried", t!(tr, "plan-barrier-tried"))))
            (form::submit_row(&t!(tr, "plan-barrier-add"), None))
        })))
    };
    parts::section(&t!(tr, "plan-barriers"), &body)
}

fn reviews(draft: &Draft<'_>, plan: &Plan) -> Markup {
    let (tr, home) = (draft.tr, &draft.home);
    let body = html! {
        @if plan.reviews.is_empty() { p { (t!(tr, "plan-reviews-none")) } }
        @else { (course(tr, home, &plan.reviews)) }
        (form::more(&t!(tr, "plan-review-new"), draft.typed.is_wrong("review") || draft.typed.is_wrong("next"), &form::post(&format!("{home}/reviews"), true, &html! {
            @for goal in &plan.goals {
                @let name = format!("reached-{}", goal.id);
                @let typed = draft.sent.parsed::<Attainment>(&name);
                @let levels: Vec<Choice<'_>> = Attainment::ALL.iter().map(|level| Choice::new(level.code(), words::attainment(tr, *level), typed == Some(*level))).collect();
                (form::select(tr, &draft.typed.field(&name, t!(tr, "plan-review-level", goal = goal.words.as_str())), &levels))
            }
            (form::textarea(tr, &draft.typed.field("review", t!(tr, "plan-review-words")), 3))
            (form::date_field(tr, &draft.typed.field("next", t!(tr, "plan-review-next"))))
            (form::submit_row(&t!(tr, "plan-review-add"), None))
        })))
    };
    parts::section(&t!(tr, "plan-reviews"), &body)
}

/// How the goals went from review to review: a line, and the same as a table.
fn course(tr: &Tr, home: &str, reviews: &[Review]) -> Markup {
    let scores: Vec<f64> = reviews.iter().filter_map(Review::score).collect();
    let rounded: Vec<String> = scores.iter().map(|score| format!("{score:.0}")).collect();
    let told = t!(tr, "plan-score-line", scores = rounded.join(", "));
    let columns = [
        Column {
            label: t!(tr, "plan-review-on"),
            numeric: false,
        },
        Column {
            label: t!(tr, "plan-score"),
            numeric: true,
        },
        Column {
            label: t!(tr, "plan-review-words"),
            numeric: false,
        },
        Column {
            label: t!(tr, "plan-remove"),
            numeric: false,
        },
    ];
    let rows: Vec<Vec<Markup>> = reviews
        .iter()
        .rev()
        .map(|review| {
            vec![
                html! { (tr.date(review.on)) },
                html! { @if let Some(score) = review.score() { (format!("{score:.0}")) } @else { "–" } },
                html! { (review.words.as_str()) },
                parts::post_button(&t!(tr, "plan-remove"), &format!("{home}/{}/remove", review.id), Weight::Link, &[]),
            ]
        })
        .collect();
    html! {
        (line(&told, &scores, (10.0, 90.0), true))
        (parts::table(&t!(tr, "plan-reviews"), &columns, &rows))
        p.hint { (t!(tr, "plan-score-hint")) }
    }
}
