//! A copy of one's key for the organisation: what it means, giving it, taking it back.

use argonaut_app::accounts::organisation::{self, OrganisationError, State as Copy};
use axum::extract::State;
use axum::response::{IntoResponse as _, Redirect, Response};
use jiff::civil::Date;
use maud::{Markup, html};

use super::{errors_of, present_password};
use crate::failure::{Failure, Problem as _, status};
use crate::form_data::FormData;
use crate::i18n::{Tr, t};
use crate::me::{Me, done};
use crate::pages::layout::{NavItem, Width};
use crate::pages::parts::{self, Tone, Weight, form};
use crate::state::Web;
use crate::words::Done;

pub(super) async fn show(State(web): State<Web>, me: Me) -> Result<Markup, Failure> {
    page(&web, &me, &[]).await
}

async fn page(web: &Web, me: &Me, errors: &[(String, String)]) -> Result<Markup, Failure> {
    let copy = organisation::state(&web.app, &me.who).await?;
    let body = view(&me.tr, &copy, web.app.now().date(), errors);
    let title = t!(me.tr, "door-organisation-title");
    Ok(me.show(&title, NavItem::Account, Width::Text, &body))
}

pub(super) fn view(tr: &Tr, copy: &Copy, today: Date, errors: &[(String, String)]) -> Markup {
    html! {
        (super::up(tr))
        (parts::heading(&t!(tr, "door-organisation-title"), Some(&t!(tr, "door-organisation-lead")), None))
        (form::error_summary(tr, errors))
        @if let Some(since) = copy.since {
            (parts::notice(Tone::Warn, &t!(tr, "door-organisation-on-title"), &html! {
                p { (t!(tr, "door-organisation-on", when = tr.relative(today, since.date()))) }
                @if copy.outdated { p { (t!(tr, "door-organisation-outdated")) } }
                (parts::post_button(&t!(tr, "door-organisation-end"), "/account/organisation/end", Weight::Danger, &[]))
            }))
        }
        @if copy.offered && (copy.since.is_none() || copy.outdated) {
            (parts::notice(Tone::Info, &t!(tr, "door-organisation-means-title"), &html! {
                ul {
                    li { (t!(tr, "door-organisation-means-can")) }
                    li { (t!(tr, "door-organisation-means-records")) }
                    li { (t!(tr, "door-organisation-means-told")) }
                    li { (t!(tr, "door-organisation-means-back")) }
                }
            }))
            (form::post("/account/organisation", false, &html! {
                (present_password(tr, "password", errors))
                (form::submit_row(&t!(tr, "door-organisation-give"), Some((&t!(tr, "door-organisation-not"), "/account"))))
            }))
        }
        @if !copy.offered && copy.since.is_none() { p { (t!(tr, "door-organisation-none")) } }
    }
}

pub(super) async fn give(
    State(web): State<Web>,
    me: Me,
    sent: FormData,
) -> Result<Response, Failure> {
    match organisation::give(&web.app, &me.who, sent.raw("password").into()).await {
        Ok(()) => Ok(done("/account/organisation", Done::OrganisationGiven).into_response()),
        Err(error @ OrganisationError::WrongPassword) => {
            let errors = errors_of("password", error.say(&me.tr));
            let page = page(&web, &me, &errors).await?;
            Ok((status(error.kind()), page).into_response())
        }
        Err(error) => Err(Failure::of(&me.tr, &error)),
    }
}

pub(super) async fn take_back(State(web): State<Web>, me: Me) -> Result<Redirect, Failure> {
    match organisation::take_back(&web.app, &me.who).await {
        Ok(()) | Err(OrganisationError::NoCopy) => {
            Ok(done("/account/organisation", Done::OrganisationTaken))
        }
        Err(error) => Err(Failure::of(&me.tr, &error)),
    }
}
