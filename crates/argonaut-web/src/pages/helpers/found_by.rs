//! By which mail addresses and numbers one wants to be found.

use argonaut_app::contacts::found_by::{
    FoundByError, MOST, add as adding, mine, remove as removing,
};
use axum::extract::State;
use axum::response::{IntoResponse as _, Redirect, Response};
use maud::{Markup, html};

use crate::failure::{Failure, Problem, status};
use crate::form_data::FormData;
use crate::i18n::{Tr, t};
use crate::me::{Me, done};
use crate::pages::layout::{NavItem, Width};
use crate::pages::parts::{self, Field, Weight, form};
use crate::state::Web;
use crate::words::Done;

impl Problem for FoundByError {
    fn kind(&self) -> argonaut_app::Kind {
        Self::kind(self)
    }
    fn say(&self, tr: &Tr) -> String {
        match self {
            Self::Unreadable => t!(tr, "people-found-by-unreadable"),
            Self::TooMany => t!(tr, "people-found-by-many", most = MOST),
            Self::NotFound => t!(tr, "errors-not-found"),
            Self::Trouble(trouble) => trouble.say(tr),
        }
    }
}

async fn page(web: &Web, me: &Me, typed: &str, error: Option<String>) -> Result<Markup, Failure> {
    let mine = mine(&web.app, &me.who).await?;
    let title = t!(me.tr, "people-found-by");
    let body = view(&me.tr, &mine, typed, error);
    Ok(me.show(&title, NavItem::Helpers, Width::Text, &body))
}

pub(super) fn view(tr: &Tr, mine: &[String], typed: &str, error: Option<String>) -> Markup {
    html! {
        (parts::breadcrumb(&t!(tr, "shell-breadcrumb-label"), &[(&t!(tr, "contacts-title"), "/contacts")]))
        (parts::heading(&t!(tr, "people-found-by"), Some(&t!(tr, "people-found-by-lead")), None))
        (parts::notice_private(tr, &t!(tr, "people-found-by-private")))
        ul.plain-list { @for value in mine { li { (value) " " (parts::post_button(&t!(tr, "people-found-by-remove", what = value.as_str()), "/contacts/found-by/remove", Weight::Link, &[("value", value)])) } } }
        (form::post("/contacts/found-by", false, &html! {
            (form::text_field(tr, &Field::new("value", t!(tr, "people-found-by-value")).hint(t!(tr, "people-found-by-hint")).value(typed).error(error).required().longest(254)))
            (form::submit_row(&t!(tr, "people-found-by-add"), Some((&t!(tr, "form-cancel"), "/contacts"))))
        }))
    }
}

pub(super) async fn show(State(web): State<Web>, me: Me) -> Result<Markup, Failure> {
    page(&web, &me, "", None).await
}

pub(super) async fn add(
    State(web): State<Web>,
    me: Me,
    sent: FormData,
) -> Result<Response, Failure> {
    let typed = sent.text("value");
    match adding(&web.app, &me.who, typed).await {
        Ok(()) => Ok(done("/contacts/found-by", Done::ProfileSaved).into_response()),
        Err(error) => {
            let page = page(&web, &me, typed, Some(error.say(&me.tr))).await?;
            Ok((status(error.kind()), page).into_response())
        }
    }
}

pub(super) async fn remove(
    State(web): State<Web>,
    me: Me,
    sent: FormData,
) -> Result<Redirect, Failure> {
    match removing(&web.app, &me.who, sent.text("value")).await {
        // What is gone already is gone.
        Ok(()) | Err(FoundByError::NotFound) => Ok(done("/contacts/found-by", Done::ProfileSaved)),
        Err(error) => Err(Failure::of(&me.tr, &error)),
    }
}
