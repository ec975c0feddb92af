//! Thanks: read and deleted by whoever received them; passed on after an introduction.

use argonaut_app::impact::thanks::{self, From, Thanks};
use argonaut_app::matches::MatchError;
use argonaut_app::matches::follow_up::look;
use argonaut_app::words::{Hearing, Looked};
use argonaut_domain::follow_up::MOST_WORDS;
use argonaut_domain::ids::MatchId;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Redirect, Response};
use jiff::civil::Date;
use maud::{Markup, html};

use crate::failure::{Failure, Problem as _, status};
use crate::form_data::FormData;
use crate::i18n::{Tr, t};
use crate::me::{Me, done};
use crate::pages::drafts::panel;
use crate::pages::follow_ups;
use crate::pages::layout::{NavItem, Width};
use crate::pages::parts::{self, Field, Icon, Weight, form};
use crate::state::Web;
use crate::words::Done;

pub(super) async fn show(State(web): State<Web>, me: Me) -> Result<Markup, Failure> {
    let all = thanks::mine(&web.app, &me.who).await?;
    let body = view(&me.tr, &all, web.app.now().date());
    let title = t!(me.tr, "impact-thanks-title");
    Ok(me.show(&title, NavItem::Today, Width::Text, &body))
}

pub(super) fn view(tr: &Tr, all: &[Thanks], today: Date) -> Markup {
    html! {
        (parts::breadcrumb(&t!(tr, "shell-breadcrumb-label"), &[(&t!(tr, "impact-title"), "/impact")]))
        (parts::heading(&t!(tr, "impact-thanks-title"), Some(&t!(tr, "impact-thanks-lead")), None))
        @if all.is_empty() {
            (parts::empty(Icon::Speech, &t!(tr, "impact-thanks-empty-title"), &t!(tr, "impact-thanks-empty"), None))
        }
        ul.plain-list.notes {
            @for (number, one) in (1_usize..).zip(all) { li {
                p.hint { (from(tr, &one.from)) " · " (tr.relative(today, one.at.date())) }
                @match &one.words {
                    Some(words) => p.note-text dir="auto" { (words.get()) },
                    None => p.hint { (t!(tr, "impact-thanks-closed")) },
                }
                p {
                    a href={ "/matches/" (one.joint) } { (t!(tr, "impact-thanks-room")) } " "
                    (parts::post_button(&t!(tr, "impact-thanks-delete", number = number), "/impact/thanks/delete", Weight::Link, &[("id", &one.id.to_string())]))
                }
            } }
        }
    }
}

fn from(tr: &Tr, from: &From) -> String {
    match from {
        From::Client => t!(tr, "impact-thanks-client"),
        From::Through(face) => t!(tr, "impact-thanks-through", helper = face.name.as_str()),
        From::Somebody => t!(tr, "impact-thanks-somebody"),
    }
}

pub(super) async fn delete(
    State(web): State<Web>,
    me: Me,
    sent: FormData,
) -> Result<Redirect, Failure> {
    if let Some(id) = sent.parsed("id") {
        thanks::delete(&web.app, &me.who, id).await?;
    }
    Ok(done("/impact/thanks", Done::ThanksDeleted))
}

/// The words of the person who was helped, for the helper of the other side.
pub(crate) fn pass_on_form(
    tr: &Tr,
    id: MatchId,
    partner: &str,
    sent: &FormData,
    looked: Option<&Looked>,
) -> Markup {
    let most = u32::try_from(MOST_WORDS).unwrap_or(u32::MAX);
    let words = sent.text("thanks");
    parts::section(
        &t!(tr, "impact-pass-on-title"),
        &form::more(
            &t!(tr, "impact-pass-on", helper = partner),
            looked.is_some() || !words.is_empty(),
            &form::post(
                &format!("/matches/{id}/thanks"),
                true,
                &html! {
                    (form::textarea(tr, &Field::new("thanks", t!(tr, "impact-pass-on-words")).hint(t!(tr, "impact-pass-on-hint", helper = partner)).value(words).autocomplete("off").longest(most), 3))
                    @if let Some(looked) = looked { (panel::panel(tr, "thanks", Hearing::Talk, looked, true)) }
                    (form::submit_row(&t!(tr, "impact-pass-on-send"), None))
                },
            ),
        ),
    )
}

pub(super) async fn pass_on(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
    sent: FormData,
) -> Result<Response, Failure> {
    let joint: MatchId = id.parse().map_err(|_| Failure::not_found())?;
    let found = look(&web.app, &me.who, joint)
        .await
        .map_err(|error| Failure::of(&me.tr, &error))?;
    let looked = follow_ups::looked(&me, &found, "thanks", &sent);
    let again = async |errors: &[(String, String)], code: StatusCode| {
        let both = (None, Some(&looked));
        let page = follow_ups::page(&web, &me, joint, &sent, errors, both).await?;
        Ok((code, page).into_response())
    };
    if looked.undecided {
        return again(&[], StatusCode::UNPROCESSABLE_ENTITY).await;
    }
    match thanks::pass_on(&web.app, &me.who, joint, &looked.masked).await {
        Ok(()) => {
            Ok(done(&format!("/matches/{id}/follow-up"), Done::ThanksPassedOn).into_response())
        }
        Err(error @ MatchError::BadMessage { .. }) => {
            let errors = [("thanks".to_owned(), error.say(&me.tr))];
            again(&errors, status(error.kind())).await
        }
        Err(error) => Err(Failure::of(&me.tr, &error)),
    }
}
