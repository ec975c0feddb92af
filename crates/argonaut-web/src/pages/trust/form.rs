//! Vouching for a helper: about what, how far, and a note for oneself.

use argonaut_app::trust::TrustError;
use argonaut_app::trust::vouch::{Word, vouch};
use argonaut_app::trust::why::{Bond, between};
use argonaut_domain::ids::HelperId;
use argonaut_domain::trust::{MOST_MOTHERS, MOST_VOUCH_NOTE, TrustField, VouchLevel};
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};
use maud::{Markup, html};

use super::words;
use crate::failure::{Failure, Problem as _, status};
use crate::form_data::FormData;
use crate::i18n::{Tr, t};
use crate::me::{Me, done};
use crate::pages::layout::{NavItem, Width};
use crate::pages::parts::{self, Choice, Field, Tone, form};
use crate::state::Web;
use crate::words::Done;

fn helper_id(text: &str) -> Result<HelperId, Failure> {
    text.parse().map_err(|_| Failure::not_found())
}

async fn bond(web: &Web, me: &Me, id: &str) -> Result<Bond, Failure> {
    between(&web.app, &me.who, helper_id(id)?)
        .await
        .map_err(|error| Failure::of(&me.tr, &error))
}

pub(super) async fn show(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
    Query(query): Query<Vec<(String, String)>>,
) -> Result<Markup, Failure> {
    let bond = bond(&web, &me, &id).await?;
    Ok(page(&me, &bond, &FormData::of(query), &[]))
}

fn page(me: &Me, bond: &Bond, sent: &FormData, errors: &[(String, String)]) -> Markup {
    let title = t!(me.tr, "trust-vouch-title", name = bond.other.name.as_str());
    me.show(
        &title,
        NavItem::Helpers,
        Width::Text,
        &view(&me.tr, bond, sent, errors),
    )
}

pub(super) fn view(tr: &Tr, bond: &Bond, sent: &FormData, errors: &[(String, String)]) -> Markup {
    let name = bond.other.name.as_str();
    let home = format!("/helpers/{}", bond.other.id);
    let error = |field: &str| {
        let found = errors.iter().find(|(name, _)| name == field);
        found.map(|(_, text)| text.clone())
    };
    let about = sent.parsed("field").unwrap_or(TrustField::General);
    let before = bond.given.iter().find(|given| given.vouch.field == about);
    let level: Option<VouchLevel> = sent
        .parsed("level")
        .or_else(|| before.map(|given| given.vouch.level));
    let note = if sent.ticked("note") {
        sent.text("note").to_owned()
    } else {
        before
            .and_then(|given| given.note.clone())
            .unwrap_or_default()
    };
    let fields: Vec<Choice<'_>> = TrustField::ALL
        .iter()
        .map(|field| Choice::new(field.code(), words::field(tr, *field), *field == about))
        .collect();
    let hint = |level: VouchLevel| match level {
        VouchLevel::Know => t!(tr, "trust-level-know-hint"),
        VouchLevel::Worked => t!(tr, "trust-level-worked-hint"),
        VouchLevel::Mother => t!(tr, "trust-level-mother-hint", most = MOST_MOTHERS),
    };
    let levels: Vec<Choice<'_>> = VouchLevel::ALL
        .iter()
        .map(|of| {
            Choice::new(of.code(), words::vouch_level(tr, *of), Some(*of) == level).hint(hint(*of))
        })
        .collect();
    html! {
        (parts::breadcrumb(&t!(tr, "shell-breadcrumb-label"), &[(&t!(tr, "shell-nav-helpers"), "/helpers"), (name, &home)]))
        (parts::heading(&t!(tr, "trust-vouch-title", name = name), Some(&t!(tr, "trust-vouch-lead")), None))
        (form::error_summary(tr, errors))
        @if bond.distrusted {
            (parts::notice(Tone::Info, &t!(tr, "trust-label-doubtful"), &html! { p { (t!(tr, "trust-opposite")) } }))
        } @else if !bond.may_vouch {
            (parts::notice(Tone::Info, &t!(tr, "trust-not-yet"), &html! { p { (t!(tr, "trust-strangers")) } }))
        } @else {
            p { (t!(tr, "trust-left", count = bond.left)) }
            (form::post(&format!("{home}/vouch"), true, &html! {
                (form::radio_cards(tr, &Field::new("level", t!(tr, "trust-how-far")).error(error("level")), &levels))
                (form::select(tr, &Field::new("field", t!(tr, "trust-about")).hint(t!(tr, "trust-about-hint")), &fields))
                (parts::notice_public(tr, &t!(tr, "trust-vouch-public", name = name)))
                (form::textarea(tr, &Field::new("note", t!(tr, "trust-note")).hint(t!(tr, "trust-note-hint")).value(note).autocomplete("off").longest(u32::try_from(MOST_VOUCH_NOTE).unwrap_or(u32::MAX)).error(error("note")), 3))
                (form::submit_row(&t!(tr, "trust-vouch-send"), Some((&t!(tr, "form-cancel"), &home))))
            }))
        }
    }
}

pub(super) async fn send(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
    sent: FormData,
) -> Result<Response, Failure> {
    let bond = bond(&web, &me, &id).await?;
    let Some(level) = sent.parsed::<VouchLevel>("level") else {
        let errors = [("level".to_owned(), t!(me.tr, "trust-no-level"))];
        let page = page(&me, &bond, &sent, &errors);
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
    };
    let word = Word {
        field: sent.parsed("field").unwrap_or(TrustField::General),
        level,
        note: sent.text("note").to_owned(),
    };
    match vouch(&web.app, &me.who, bond.other.id, word).await {
        Ok(()) => Ok(done(&format!("/helpers/{id}"), Done::VouchSaid).into_response()),
        Err(
            error @ (TrustError::Enough
            | TrustError::TooManyMothers
            | TrustError::Opposite
            | TrustError::Strangers
            | TrustError::LongNote),
        ) => {
            let field = match error {
                TrustError::LongNote => "note",
                TrustError::NotFound
                | TrustError::Yourself
                | TrustError::Strangers
                | TrustError::Enough
                | TrustError::TooManyMothers
                | TrustError::Opposite
                | TrustError::Already
                | TrustError::Trouble(_) => "level",
            };
            let kind = error.kind();
            let errors = [(field.to_owned(), error.say(&me.tr))];
            let page = page(&me, &bond, &sent, &errors);
            Ok((status(kind), page).into_response())
        }
        Err(error) => Err(Failure::of(&me.tr, &error)),
    }
}
