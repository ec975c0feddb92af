//! What administrators see and do. Everybody else: no such page.

mod tree;
pub(crate) mod weights;

use argonaut_app::accounts::administer::{self, Accounts};
use argonaut_app::accounts::registration::{self, Registration};
use argonaut_app::population::{self, Loaded};
use argonaut_domain::access::{Granted, Instance};
use argonaut_domain::audit::AuditEntry;
use argonaut_domain::helper::Helper;
use argonaut_domain::ids::HelperId;
use axum::extract::{Path, State};
use axum::response::Redirect;
use maud::{Markup, html};

use crate::failure::Failure;
use crate::form_data::FormData;
use crate::i18n::{Tr, t};
use crate::me::{Me, done};
use crate::pages::layout::{NavItem, Width};
use crate::pages::parts::{self, Choice, Field, Weight, form};
use crate::routes::Routes;
use crate::state::Web;
use crate::words::Done;

/// The routes of this area.
pub(crate) fn add(routes: Routes) -> Routes {
    routes
        .get("/admin", show)
        .post("/admin/registration", set_registration)
        .post("/admin/helpers/{id}/approve", approve)
        .post("/admin/helpers/{id}/decline", decline)
        .post("/admin/questions", ask)
        .get("/admin/helpers/{id}/suspend", suspend_page)
        .post("/admin/helpers/{id}/suspend", suspend)
        .post("/admin/helpers/{id}/restore", restore)
        .post("/admin/helpers/{id}/moderator", set_moderator)
        .get("/admin/tree", tree::show)
        .get("/admin/weights", weights::show)
        .post("/admin/weights", weights::act)
        .post("/admin/tree/undo", tree::undo)
        .get("/admin/helpers/{id}/branch", tree::branch)
        .post("/admin/helpers/{id}/branch", tree::cut)
}

async fn show(State(web): State<Web>, me: Me) -> Result<Markup, Failure> {
    let admin = me.admin()?;
    let tr = &me.tr;
    let accounts = administer::accounts(&web.app, &admin).await?;
    let moderators = administer::moderators(&web.app, &admin).await?;
    let log = administer::audit_log(&web.app, &admin).await?;
    let now = registration::current(&web.app).await?;
    let questions = registration::questions(&web.app).await?;
    let figures = population::current(&web.app).await?;
    let ways: Vec<Choice<'_>> = Registration::ALL
        .iter()
        .map(|way| Choice::new(way.code(), way_label(tr, *way), *way == now))
        .collect();
    let body = html! {
        (parts::heading(&t!(tr, "shell-nav-admin"), None, None))
        (parts::notice(parts::Tone::Info, &t!(tr, "admin-no-break-glass-title"), &html! { p { (t!(tr, "admin-no-break-glass")) } }))
        (parts::section(&t!(tr, "admin-registration"), &form::post("/admin/registration", false, &html! {
            (form::radio_group(tr, &Field::new("way", t!(tr, "admin-who-can-sign-up")), &ways))
            (form::submit_row(&t!(tr, "form-save"), None))
        })))
        (parts::section(&t!(tr, "admin-questions"), &form::post("/admin/questions", false, &html! {
            (form::textarea(tr, &Field::new("questions", t!(tr, "admin-questions-label")).hint(t!(tr, "admin-questions-hint")).value(questions.join("\n")).longest(1_100), 5))
            (form::submit_row(&t!(tr, "admin-questions-save"), None))
        })))
        (crate::pages::rights::retention_form(&web, tr).await?)
        (people(tr, &accounts, me.who.helper(), &moderators))
        p { a href="/admin/tree" { (t!(tr, "tree-title")) } }
        p { a href="/admin/weights" { (t!(tr, "weights-title")) } }
        (parts::section(&t!(tr, "population-title"), &counted(tr, figures.as_ref())))
        (parts::section(&t!(tr, "admin-log"), &audit(tr, &accounts, &log)))
    };
    Ok(me.show(
        &t!(tr, "shell-nav-admin"),
        NavItem::Account,
        Width::Wide,
        &body,
    ))
}

fn way_label(tr: &Tr, way: Registration) -> String {
    match way {
        Registration::Closed => t!(tr, "admin-way-closed"),
        Registration::Invitation => t!(tr, "admin-way-invitation"),
        Registration::Approval => t!(tr, "admin-way-approval"),
        Registration::Open => t!(tr, "admin-way-open"),
    }
}

fn people(tr: &Tr, accounts: &Accounts, me: HelperId, moderators: &[HelperId]) -> Markup {
    let row = |helper: &Helper, act: Markup| html! { li { strong { (helper.name) } " @" (helper.handle) " " (act) } };
    html! {
        @if !accounts.pending.is_empty() {
            (parts::section(&t!(tr, "admin-pending"), &html! { ul.plain-list { @for helper in &accounts.pending {
                @let of = accounts.applications.iter().find(|of| of.helper == helper.id);
                (row(helper, html! {
                    @if let Some(of) = of { @for (question, answer) in &of.answers { p.hint { (question) } p.note-text dir="auto" { (answer) } } }
                    (parts::post_button(&t!(tr, "admin-approve"), &format!("/admin/helpers/{}/approve", helper.id), Weight::Primary, &[]))
                    @if let Some(reason) = of.and_then(|of| of.declined.as_ref()) { p { (t!(tr, "admin-declined", reason = reason.as_str())) } }
                    @else {
                        @let field = format!("reason-{}", helper.id);
                        (form::more(&t!(tr, "admin-decline"), false, &form::post(&format!("/admin/helpers/{}/decline", helper.id), false, &html! {
                            (form::textarea(tr, &Field::new(field, t!(tr, "admin-decline-reason")).required().longest(1_000), 3))
                            (form::submit_row(&t!(tr, "admin-decline-do"), None))
                        })))
                    }
                }))
            } } }))
        }
        (parts::section(&t!(tr, "admin-active"), &html! { ul.plain-list { @for helper in &accounts.active {
            (row(helper, html! { @if helper.id != me { a href={ "/admin/helpers/" (helper.id) "/suspend" } { (t!(tr, "admin-suspend")) } }
                @if !helper.is_admin {
                    @let moderates = moderators.contains(&helper.id);
                    @let (label, on) = if moderates { (t!(tr, "safety-moderator-end"), "no") } else { (t!(tr, "safety-moderator-name"), "yes") };
                    " " (parts::post_button(&label, &format!("/admin/helpers/{}/moderator", helper.id), Weight::Link, &[("on", on)]))
                } }))
        } } }))
        @if !accounts.suspended.is_empty() {
            (parts::section(&t!(tr, "admin-suspended"), &html! { ul.plain-list { @for helper in &accounts.suspended {
                (row(helper, parts::post_button(&t!(tr, "admin-restore"), &format!("/admin/helpers/{}/restore", helper.id), Weight::Quiet, &[])))
            } } }))
        }
    }
}

/// By which figures the gate counts people.
fn counted(tr: &Tr, loaded: Option<&Loaded>) -> Markup {
    match loaded {
        None => html! {
            p { (t!(tr, "population-estimate")) }
            p { (t!(tr, "population-how")) " " code { "argonaut import population FILE.csv" } }
        },
        Some(loaded) => html! {
            p {
                (t!(tr, "population-loaded", file = loaded.file.as_str(), date = tr.date(loaded.at.date()),
                    lines = loaded.lines, places = loaded.places, people = loaded.people))
            }
            p { (t!(tr, "population-again")) " " code { "argonaut import population FILE.csv" } }
        },
    }
}

/// Who did what, when. The deeds' codes are shown as they are stored: the log
/// is read beside the documentation that lists them.
fn audit(tr: &Tr, accounts: &Accounts, log: &[AuditEntry]) -> Markup {
    let who = |id: Option<HelperId>| {
        let all = accounts
            .active
            .iter()
            .chain(&accounts.suspended)
            .chain(&accounts.pending);
        id.map_or_else(
            || t!(tr, "admin-the-program"),
            |id| {
                all.into_iter()
                    .find(|helper| helper.id == id)
                    .map_or_else(|| id.to_string(), |helper| format!("@{}", helper.handle))
            },
        )
    };
    html! {
        ul.plain-list { @for entry in log { li { time datetime=(entry.at.date()) { (tr.date(entry.at.date())) } " · " (who(entry.actor)) " · " code { (entry.deed.code()) } } } }
    }
}

async fn set_registration(
    State(web): State<Web>,
    me: Me,
    sent: FormData,
) -> Result<Redirect, Failure> {
    let admin = me.admin()?;
    if let Some(way) = sent.parsed("way") {
        registration::set(&web.app, &admin, way).await?;
    }
    Ok(done("/admin", Done::RegistrationSet))
}

fn target(me: &Me, id: &str) -> Result<(Granted<Instance>, HelperId), Failure> {
    Ok((me.admin()?, id.parse().map_err(|_| Failure::not_found())?))
}

async fn ask(State(web): State<Web>, me: Me, sent: FormData) -> Result<Redirect, Failure> {
    let admin = me.admin()?;
    registration::ask(&web.app, &admin, sent.raw("questions")).await?;
    Ok(done("/admin", Done::RegistrationSet))
}

async fn decline(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
    sent: FormData,
) -> Result<Redirect, Failure> {
    let (admin, id) = target(&me, &id)?;
    administer::decline(&web.app, &admin, id, sent.raw(&format!("reason-{id}")))
        .await
        .map_err(|error| Failure::of(&me.tr, &error))?;
    Ok(done("/admin", Done::AccountDeclined))
}

async fn approve(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
) -> Result<Redirect, Failure> {
    let (admin, id) = target(&me, &id)?;
    administer::approve(&web.app, &admin, id)
        .await
        .map_err(|error| Failure::of(&me.tr, &error))?;
    Ok(done("/admin", Done::AccountApproved))
}

async fn suspend_page(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
) -> Result<Markup, Failure> {
    let (admin, id) = target(&me, &id)?;
    let tr = &me.tr;
    let accounts = administer::accounts(&web.app, &admin).await?;
    let helper = accounts
        .active
        .iter()
        .find(|helper| helper.id == id)
        .ok_or_else(Failure::not_found)?;
    let title = t!(tr, "admin-suspend-title", name = helper.name.as_str());
    let body = html! {
        (parts::heading(&title, Some(&t!(tr, "admin-suspend-lead")), None))
        (parts::actions(&[
            parts::post_button(&t!(tr, "admin-suspend"), &format!("/admin/helpers/{id}/suspend"), Weight::Danger, &[]),
            parts::quiet_action(&t!(tr, "form-cancel"), "/admin"),
        ]))
    };
    Ok(me.show(&title, NavItem::Account, Width::Text, &body))
}

async fn suspend(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
) -> Result<Redirect, Failure> {
    let (admin, id) = target(&me, &id)?;
    administer::suspend(&web.app, &admin, id)
        .await
        .map_err(|error| Failure::of(&me.tr, &error))?;
    Ok(done("/admin", Done::AccountSuspended))
}

async fn restore(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
) -> Result<Redirect, Failure> {
    let (admin, id) = target(&me, &id)?;
    administer::restore(&web.app, &admin, id)
        .await
        .map_err(|error| Failure::of(&me.tr, &error))?;
    Ok(done("/admin", Done::AccountRestored))
}

async fn set_moderator(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
    sent: FormData,
) -> Result<Redirect, Failure> {
    let (admin, id) = target(&me, &id)?;
    administer::set_moderator(&web.app, &admin, id, sent.text("on") == "yes")
        .await
        .map_err(|error| Failure::of(&me.tr, &error))?;
    Ok(done("/admin", Done::ModeratorSet))
}
