//! The enquiry: about a card or a helper's offer, with a client of one's own.

use argonaut_app::cards::look::Owner;
use argonaut_app::clients::list::{ListQuery, list};
use argonaut_app::engine::{ListingId, ListingKind};
use argonaut_app::matches::MatchError;
use argonaut_app::matches::ask::{Enquiry, ask};
use argonaut_app::suggestions::{self, Shown};
use argonaut_app::words::{Draft, Hearing, look};
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};
use maud::{Markup, html};

use crate::failure::{Failure, Problem as _, status};
use crate::form_data::FormData;
use crate::i18n::{Tr, t};
use crate::me::{Me, done};
use crate::pages::cards::face;
use crate::pages::drafts::panel::{self, Place};
use crate::pages::layout::{NavItem, Width};
use crate::pages::parts::{self, Choice, Field, form};
use crate::pages::trust::bond;
use crate::state::Web;
use crate::words::Done;

pub(super) async fn show(
    State(web): State<Web>,
    me: Me,
    Query(query): Query<Vec<(String, String)>>,
) -> Result<Markup, Failure> {
    page(&web, &me, &FormData::of(query), None, false).await
}

fn about(sent: &FormData) -> Result<ListingId, Failure> {
    let about: ListingId = sent.parsed("about").ok_or_else(Failure::not_found)?;
    match about.kind() {
        ListingKind::Card | ListingKind::Helper => Ok(about),
        ListingKind::Service => Err(Failure::not_found()),
    }
}

async fn page(
    web: &Web,
    me: &Me,
    sent: &FormData,
    error: Option<String>,
    held: bool,
) -> Result<Markup, Failure> {
    let tr = &me.tr;
    let looked = look(&draft(tr, sent), &panel::choices(sent, "words"));
    let about = about(sent)?;
    let shown = suggestions::show(&web.app, &me.who, about)
        .await?
        .ok_or_else(Failure::not_found)?;
    if shown.is_own() {
        return Err(Failure::not_found());
    }
    let clients = list(&web.app, &me.who, &ListQuery::default())
        .await
        .map_err(|error| Failure::of(tr, &error))?;
    let known = match &shown {
        Shown::Helper(profile) => bond::of(web, me, profile.face.id).await?,
        Shown::Card(card) => match &card.owner {
            Owner::Shown(face) => bond::of(web, me, face.id).await?,
            Owner::Hidden(_) | Owner::Own(_) => None,
        },
        Shown::Service(_) => None,
    };
    let chosen = sent.text("client");
    let needs_client = matches!(shown, Shown::Helper(_));
    let later =
        (!needs_client).then(|| Choice::new("", t!(tr, "matches-client-later"), chosen.is_empty()));
    let choices: Vec<Choice<'_>> = later
        .into_iter()
        .chain(clients.lines.iter().map(|line| {
            let line = line.get();
            Choice::new(
                line.id.to_string(),
                line.name.clone(),
                line.id.to_string() == chosen,
            )
        }))
        .collect();
    let errors: Vec<(String, String)> = error
        .into_iter()
        .map(|text| ("client".to_owned(), text))
        .collect();
    let body = html! {
        (parts::heading(&t!(tr, "matches-ask-title"), Some(&t!(tr, "matches-ask-lead")), None))
        (form::error_summary(tr, &errors))
        (face::listing(tr, &shown, &[], html! {}))
        @if let Some(known) = &known { (bond::warning(tr, known)) }
        (form::post("/matches/new", true, &html! {
            (form::hidden("about", &about.to_string()))
            (form::select(tr, &Field::new("client", t!(tr, "matches-ask-client")).hint(t!(tr, "matches-ask-client-hint")), &choices))
            (parts::notice_public(tr, &t!(tr, "matches-ask-privacy")))
            (form::textarea(tr, &Field::new("words", t!(tr, "matches-ask-words")).hint(t!(tr, "matches-ask-words-hint")).value(sent.text("words")).autocomplete("off").longest(4000).draft(Place::Enquiry.code()), 5))
            (panel::panel(tr, "words", Hearing::Enquiry, &looked, held))
            (form::submit_row(&t!(tr, "matches-ask"), Some((&t!(tr, "form-cancel"), &face::href(&shown)))))
        }))
    };
    Ok(me.show(
        &t!(tr, "matches-ask-title"),
        NavItem::Matches,
        Width::Text,
        &body,
    ))
}

/// The words of the enquiry. Neither helper knows the other's name yet, so that nobody's
/// is left in them unasked.
fn draft<'a>(tr: &Tr, sent: &'a FormData) -> Draft<'a> {
    Draft {
        text: sent.text("words"),
        hearing: Hearing::Enquiry,
        known: &[],
        stored: "",
        locale: tr.locale(),
    }
}

pub(super) async fn send(
    State(web): State<Web>,
    me: Me,
    sent: FormData,
) -> Result<Response, Failure> {
    let client = match sent.text("client") {
        "" => None,
        text => Some(text.parse().map_err(|_| Failure::not_found())?),
    };
    let looked = look(&draft(&me.tr, &sent), &panel::choices(&sent, "words"));
    if looked.undecided {
        let page = page(&web, &me, &sent, None, true).await?;
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
    }
    let enquiry = Enquiry {
        about: about(&sent)?,
        client,
        words: looked.masked,
    };
    match ask(&web.app, &me.who, enquiry).await {
        Ok(id) => Ok(done(&format!("/matches/{id}"), Done::EnquirySent).into_response()),
        Err(
            error @ (MatchError::ClientNeeded
            | MatchError::BadMessage { .. }
            | MatchError::AlreadyOpen
            | MatchError::NotTaken),
        ) => {
            let page = page(&web, &me, &sent, Some(error.say(&me.tr)), false).await?;
            Ok((status(error.kind()), page).into_response())
        }
        Err(error) => Err(Failure::of(&me.tr, &error)),
    }
}
