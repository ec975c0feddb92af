//! Giving a hint: the cards that fit a card, then the two side by side and the reason.

use argonaut_app::hints::{Fits, Hint, HintError, fits, give};
use argonaut_app::words::{Draft, Hearing, Looked, look};
use argonaut_domain::hint::MOST_CHARACTERS;
use argonaut_domain::ids::CardId;
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
use crate::pages::parts::{self, Field, Icon, form};
use crate::pages::suggestions::reasons::reason;
use crate::state::Web;
use crate::words::{self, Done};

pub(super) async fn show(
    State(web): State<Web>,
    me: Me,
    Query(query): Query<Vec<(String, String)>>,
) -> Result<Markup, Failure> {
    page(&web, &me, &FormData::of(query), None, false).await
}

fn card(sent: &FormData, field: &str) -> Result<CardId, Failure> {
    sent.parsed(field).ok_or_else(Failure::not_found)
}

async fn page(
    web: &Web,
    me: &Me,
    sent: &FormData,
    error: Option<String>,
    held: bool,
) -> Result<Markup, Failure> {
    let tr = &me.tr;
    let found = fits(&web.app, &me.who, card(sent, "card")?)
        .await
        .map_err(|error| Failure::of(tr, &error))?;
    let title = t!(tr, "hints-new");
    let body = if sent.text("with").is_empty() {
        choose(tr, &found)
    } else {
        let with = card(sent, "with")?;
        let other = found
            .found
            .iter()
            .find(|one| one.id.to_string() == format!("card:{with}"));
        // What does not fit is not offered: whoever comes so typed an address.
        let other = other.ok_or_else(Failure::not_found)?;
        let looked = look(&draft(tr, sent), &panel::choices(sent, "words"));
        let errors: Vec<(String, String)> = error
            .into_iter()
            .map(|text| ("words".to_owned(), text))
            .collect();
        let other =
            html! { (face::listing(tr, &other.shown, &reasons(tr, &found, other), html! {})) };
        why(tr, &found, (with, &other), sent, &errors, (&looked, held))
    };
    Ok(me.show(&title, NavItem::Matches, Width::Text, &body))
}

fn reasons(tr: &Tr, found: &Fits, of: &argonaut_app::suggestions::list::Suggested) -> Vec<String> {
    let first = words::whom(tr, found.card.content.age, found.card.content.gender);
    of.reasons.iter().map(|of| reason(tr, of, &first)).collect()
}

pub(super) fn choose(tr: &Tr, found: &Fits) -> Markup {
    let card = found.card.id;
    html! {
        (parts::heading(&t!(tr, "hints-new"), Some(&t!(tr, "hints-new-lead")), None))
        (parts::section(&t!(tr, "hints-this"), &face::seen(tr, &found.card, Some(&format!("/cards/{card}")), &[], html! {})))
        (parts::section(&t!(tr, "hints-which"), &html! {
            @if found.found.is_empty() {
                (parts::empty(Icon::Find, &t!(tr, "hints-none-title"), &t!(tr, "hints-none"), Some(parts::action(&t!(tr, "hints-empty-step"), "/find?kind=card"))))
            }
            div.cards { @for (number, one) in found.found.iter().enumerate() {
                @let (number, with) = (number.saturating_add(1), one.id.to_string());
                @let with = with.trim_start_matches("card:");
                (face::listing(tr, &one.shown, &reasons(tr, found, one),
                    parts::action(&t!(tr, "hints-choose", number = number), &format!("/hints/new?card={card}&with={with}"))))
            } }
        }))
    }
}

pub(super) fn why(
    tr: &Tr,
    found: &Fits,
    (with, other): (CardId, &Markup),
    sent: &FormData,
    errors: &[(String, String)],
    (looked, held): (&Looked, bool),
) -> Markup {
    let card = found.card.id;
    html! {
        (parts::heading(&t!(tr, "hints-new"), Some(&t!(tr, "hints-why-lead")), None))
        (form::error_summary(tr, errors))
        div.two-columns {
            (face::seen(tr, &found.card, Some(&format!("/cards/{card}")), &[], html! {}))
            (other)
        }
        (form::post("/hints/new", true, &html! {
            (form::hidden("card", &card.to_string()))
            (form::hidden("with", &with.to_string()))
            (form::textarea(tr, &Field::new("words", t!(tr, "hints-words")).hint(t!(tr, "hints-words-hint")).value(sent.text("words")).autocomplete("off").longest(u32::from(MOST_CHARACTERS)).draft(Place::Enquiry.code()), 4))
            (panel::panel(tr, "words", Hearing::Enquiry, looked, held))
            (parts::notice_public(tr, &t!(tr, "hints-privacy")))
            (form::submit_row(&t!(tr, "hints-send"), Some((&t!(tr, "form-cancel"), &format!("/hints/new?card={card}")))))
        }))
    }
}

/// The reason. Neither owner knows the other yet, so nobody's name is left in it unasked.
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
    let cards = [card(&sent, "card")?, card(&sent, "with")?];
    let looked = look(&draft(&me.tr, &sent), &panel::choices(&sent, "words"));
    if looked.undecided {
        let page = page(&web, &me, &sent, None, true).await?;
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
    }
    let hint = Hint {
        cards,
        words: looked.masked,
    };
    match give(&web.app, &me.who, hint).await {
        Ok(_) => Ok(done("/hints", Done::HintSent).into_response()),
        Err(error @ (HintError::BadWords { .. } | HintError::Already)) => {
            let page = page(&web, &me, &sent, Some(error.say(&me.tr)), false).await?;
            Ok((status(error.kind()), page).into_response())
        }
        Err(error) => Err(Failure::of(&me.tr, &error)),
    }
}
