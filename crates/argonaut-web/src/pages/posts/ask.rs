//! "Who could help with …?" for a client: what the gate lets through is ticked already, so
//! that it takes two clicks.

use argonaut_app::posts::PostError;
use argonaut_app::posts::ask::{Askable, Chosen, Listed, ask, askable};
use argonaut_app::posts::groups_of;
use argonaut_app::words::{Hearing, Looked};
use argonaut_domain::card::{CardNeed, Urgency};
use argonaut_domain::ids::{ClientId, GroupId};
use argonaut_domain::post::PostAudience;
use argonaut_domain::taxonomy::Taxonomy;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};
use maud::{Markup, html};

use super::form::{looked, mend};
use super::words as own;
use crate::failure::Failure;
use crate::form_data::FormData;
use crate::i18n::{Tr, t};
use crate::me::{Me, done};
use crate::pages::cards::face;
use crate::pages::clients::client_id;
use crate::pages::drafts::panel;
use crate::pages::layout::{NavItem, Width};
use crate::pages::parts::{self, Choice, Field, Tone, form};
use crate::state::Web;
use crate::words::{self, Done};

/// A need as the form sends it: `term:urgency`, or `-:urgency` for one that is not named.
fn code(need: CardNeed) -> String {
    match need {
        CardNeed::Named(term, urgency) => format!("{}:{urgency}", term.code()),
        CardNeed::OnIntroduction(urgency) => format!("-:{urgency}"),
    }
}

fn need_of(code: &str) -> Option<CardNeed> {
    let (term, urgency) = code.rsplit_once(':')?;
    let urgency = Urgency::parse(urgency)?;
    if term == "-" {
        return Some(CardNeed::OnIntroduction(urgency));
    }
    let term = Taxonomy::builtin().by_code(term)?;
    Some(CardNeed::Named(term, urgency))
}

pub(super) async fn show(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
) -> Result<Markup, Failure> {
    page(
        &web,
        &me,
        client_id(&id)?,
        &FormData::default(),
        None,
        false,
    )
    .await
}

async fn page(
    web: &Web,
    me: &Me,
    client: ClientId,
    sent: &FormData,
    error: Option<(String, String)>,
    held: bool,
) -> Result<Markup, Failure> {
    let audience = own::read_audience(sent.text("audience")).unwrap_or(PostAudience::Contacts);
    let may = askable(&web.app, &me.who, client, &audience)
        .await
        .map_err(|error| Failure::of(&me.tr, &error))?;
    let groups = groups_of(&web.app, &me.who).await?;
    let looked = looked(&me.tr, sent, "words", &[&me.who.name], "");
    let body = ask_view(
        &me.tr,
        client,
        &may,
        sent,
        &groups,
        error.as_slice(),
        &looked,
        held,
    );
    Ok(me.show(
        &t!(me.tr, "posts-ask-title"),
        NavItem::Clients,
        Width::Text,
        &body,
    ))
}

#[expect(clippy::too_many_arguments, reason = "the parts of one form")]
pub(super) fn ask_view(
    tr: &Tr,
    client: ClientId,
    may: &Askable,
    sent: &FormData,
    groups: &[(GroupId, String)],
    errors: &[(String, String)],
    looked: &Looked,
    held: bool,
) -> Markup {
    let first = !sent.ticked("audience");
    let chosen: Vec<&str> = sent.all("needs").collect();
    let needs: Vec<Choice<'_>> = may
        .needs
        .iter()
        .map(|need| {
            let code = code(*need);
            let ticked = first || chosen.contains(&code.as_str());
            Choice::new(code, words::need(tr, *need), ticked)
        })
        .collect();
    let audience = if first {
        "contacts"
    } else {
        sent.text("audience")
    };
    let home = format!("/clients/{client}");
    let error = errors.first().map(|(_, text)| text.clone());
    html! {
        (parts::breadcrumb(&t!(tr, "shell-breadcrumb-label"), &[(&t!(tr, "shell-nav-clients"), "/clients"), (may.name.get(), &home)]))
        (parts::heading(&t!(tr, "posts-ask-title"), Some(&t!(tr, "posts-ask-lead")), None))
        (form::error_summary(tr, errors))
        (parts::notice_public(tr, &t!(tr, "posts-ask-privacy", place = words::place(tr, may.place))))
        @if may.hidden_card {
            (parts::notice(Tone::Warn, &t!(tr, "posts-ask-card-title"), &html! { p { (t!(tr, "posts-ask-card")) } }))
        }
        (form::post(&format!("{home}/ask"), true, &html! {
            @if needs.is_empty() { p { (t!(tr, "posts-ask-no-needs")) } }
            @else { (form::check_group(tr, &Field::new("needs", t!(tr, "posts-ask-needs")), &needs)) }
            (form::textarea(tr, &Field::new("words", t!(tr, "posts-ask-words")).hint(t!(tr, "posts-ask-words-hint")).value(sent.text("words")).error(error).autocomplete("off").longest(4_000).draft(panel::Place::Post.code()), 4))
            (panel::panel(tr, "words", Hearing::Post, looked, held))
            (form::radio_cards(tr, &Field::new("audience", t!(tr, "posts-audience")), &own::audience_choices(tr, groups, audience)))
            (form::submit_row(&t!(tr, "posts-ask-send"), Some((&t!(tr, "form-cancel"), &home))))
        }))
        (listed(tr, &may.listed))
    }
}

/// Helpers who list what is asked for.
pub(super) fn listed(tr: &Tr, listed: &[Listed]) -> Markup {
    html! {
        @if !listed.is_empty() {
            (parts::section(&t!(tr, "posts-listed"), &html! {
                p { (t!(tr, "posts-listed-lead")) }
                ul.plain-list {
                    @for one in listed {
                        li { a href={ "/helpers/" (one.face.id) } { (face::named(tr, &one.face)) } " · " (one.term.label(tr.locale())) }
                    }
                }
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
    let client = client_id(&id)?;
    let looked = looked(&me.tr, &sent, "words", &[&me.who.name], "");
    let audience = own::read_audience(sent.text("audience"));
    let Some(audience) = audience.filter(|_| !looked.undecided) else {
        let page = page(&web, &me, client, &sent, None, true).await?;
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
    };
    let chosen = Chosen {
        audience,
        needs: sent.all("needs").filter_map(need_of).collect(),
        words: looked.masked,
    };
    match ask(&web.app, &me.who, client, chosen).await {
        Ok(post) => Ok(done(&format!("/posts/{post}"), Done::NetworkAsked).into_response()),
        Err(error @ (PostError::BadWords { .. } | PostError::NothingAsked)) => {
            let (status, error) = mend(&me.tr, &error)?;
            let page = page(&web, &me, client, &sent, Some(error), false).await?;
            Ok((status, page).into_response())
        }
        Err(error) => Err(Failure::of(&me.tr, &error)),
    }
}

#[cfg(test)]
mod unit {
    use super::*;

    #[test]
    fn a_need_is_read_as_it_was_sent() {
        let term = Taxonomy::builtin().by_code("transport.doctor").unwrap();
        for need in [
            CardNeed::Named(term, Urgency::High),
            CardNeed::OnIntroduction(Urgency::Medium),
        ] {
            assert_eq!(need_of(&code(need)), Some(need));
        }
        for wrong in ["", "x", "nothing:1", "-:9"] {
            assert_eq!(need_of(wrong), None, "{wrong}");
        }
    }
}
