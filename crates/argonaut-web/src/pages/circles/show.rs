//! The circle of one record: who reads it, who is asked, and whom to ask.

use argonaut_app::circle::look::{Circle, Reader, look};
use argonaut_app::circle::offer::{Terms, offer as offering};
use argonaut_app::circle::{CircleError, offers, part as parting};
use argonaut_domain::access::{CircleRight, CircleRole};
use argonaut_domain::ids::HelperId;
use axum::extract::{Path, State};
use axum::response::{IntoResponse as _, Redirect, Response};
use maud::{Markup, html};

use super::{agreed_field, contact_field, helper_id, missing, of_field};
use crate::failure::{Failure, Problem as _, status};
use crate::form_data::FormData;
use crate::i18n::{Tr, t};
use crate::me::{Me, done};
use crate::pages::clients::{client_id, words};
use crate::pages::groups::share;
use crate::pages::layout::{NavItem, Width};
use crate::pages::parts::{self, Choice, Field, Tone, Weight, form};
use crate::state::Web;
use crate::words::Done;

/// What was typed into the form, and what is wrong with it.
#[derive(Default)]
pub(super) struct Typed {
    pub(super) to: String,
    pub(super) role: String,
    pub(super) method: String,
    pub(super) errors: Vec<(String, String)>,
}

pub(super) async fn show(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
) -> Result<Response, Failure> {
    page(&web, &me, &id, &Typed::default()).await
}

async fn page(web: &Web, me: &Me, id: &str, typed: &Typed) -> Result<Response, Failure> {
    let circle = match look(&web.app, &me.who, client_id(id)?).await {
        Err(CircleError::Client(argonaut_app::clients::ClientError::Troubled(_))) => {
            return Ok(Redirect::to(&format!("/clients/{id}/check")).into_response());
        }
        other => other.map_err(|error| Failure::of(&me.tr, &error))?,
    };
    let mut body = view(&me.tr, &circle, me.who.helper(), typed);
    if circle.role.may(CircleRight::Govern) {
        let groups = share::found(web, me, circle.client).await;
        let home = format!("/clients/{}", circle.client);
        body = html! { (body) (share::view(&me.tr, &home, &groups)) };
    }
    let title = t!(me.tr, "circle-title");
    Ok(me
        .show(&title, NavItem::Clients, Width::Text, &body)
        .into_response())
}

pub(super) fn view(tr: &Tr, circle: &Circle, me: HelperId, typed: &Typed) -> Markup {
    let home = format!("/clients/{}", circle.client);
    let name = circle.name.get().as_str();
    let govern = circle.role.may(CircleRight::Govern);
    let lonely = govern && circle.readers.len() == 1 && circle.offered.is_empty();
    html! {
        (parts::breadcrumb(&t!(tr, "shell-breadcrumb-label"), &[(&t!(tr, "shell-nav-clients"), "/clients"), (&t!(tr, "clients-back"), &home)]))
        (parts::heading(&t!(tr, "circle-title"), Some(&t!(tr, "circle-lead", name = name)), None))
        @if circle.rotation_due { (parts::notice(Tone::Info, &t!(tr, "circle-rotation-due"), &html! {})) }
        @if lonely { (parts::notice(Tone::Info, &t!(tr, "circle-two-title"), &html! { p { (t!(tr, "circle-two")) } })) }
        (parts::section(&t!(tr, "circle-readers"), &html! {
            ul.plain-list { @for reader in &circle.readers { li { (line(tr, reader, me, govern, &home)) } } }
        }))
        @if !circle.offered.is_empty() {
            (parts::section(&t!(tr, "circle-offered"), &html! {
                ul.plain-list {
                    @for offer in &circle.offered {
                        li {
                            a href={ "/helpers/" (offer.to) } { (offer.name) } " "
                            (parts::badge(Tone::Info, &words::part(tr, offer.role))) " "
                            @if offer.open { (t!(tr, "circle-offered-until", date = tr.date(offer.expires.date()))) }
                            @else { (t!(tr, "circle-offered-over")) }
                            " "
                            (parts::post_button(&t!(tr, "circle-take-back"), &format!("{home}/circle/offers/{}/take-back", offer.id), Weight::Link, &[]))
                        }
                    }
                }
            }))
        }
        @if circle.can_take_lead {
            (parts::notice(Tone::Warn, &t!(tr, "circle-take-lead-hint"), &html! {
                (parts::post_button(&t!(tr, "circle-take-lead"), &format!("{home}/circle/take-lead"), Weight::Primary, &[]))
            }))
        }
        @if govern { (parts::section(&t!(tr, "circle-add"), &add_form(tr, circle, &home, typed))) }
        (parts::section(&t!(tr, "clients-more"), &html! {
            ul.plain-list {
                @if govern { li { a href={ (home) "/circle/hand-over" } { (t!(tr, "circle-hand-over")) } " " (t!(tr, "circle-hand-over-hint")) } }
                @else { li { a href={ (home) "/circle/leave" } { (t!(tr, "circle-leave")) } } }
                li { a href={ (home) "/log" } { (t!(tr, "clients-log")) } }
            }
        }))
    }
}

fn line(tr: &Tr, reader: &Reader, me: HelperId, govern: bool, home: &str) -> Markup {
    let mine = reader.helper == me;
    let seat = format!("{home}/circle/{}", reader.helper);
    let other_part = match reader.role {
        CircleRole::Lead => None,
        CircleRole::Deputy => Some((CircleRole::Member, t!(tr, "circle-make-member"))),
        CircleRole::Member => Some((CircleRole::Deputy, t!(tr, "circle-make-deputy"))),
    };
    html! {
        p {
            a href={ "/helpers/" (reader.helper) } { (reader.name) }
            @if mine { " (" (t!(tr, "circle-you")) ")" }
            " " (parts::badge(Tone::Good, &words::part(tr, reader.role)))
            @if !reader.active { " " (parts::badge(Tone::Warn, &t!(tr, "circle-inactive"))) }
            @if !reader.current { " " (parts::badge(Tone::Bad, &t!(tr, "circle-not-current"))) }
        }
        p.hint {
            (words::part_hint(tr, reader.role))
            @if reader.since.micros() > 0 { " · " (t!(tr, "circle-since", date = tr.date(reader.since.date()))) }
            @if let Some(method) = reader.agreed { " · " (t!(tr, "circle-agreed", method = words::method(tr, method))) }
        }
        @if !reader.current { p.hint { (t!(tr, "circle-not-current-hint")) } }
        @if govern && !mine {
            @if let Some((role, label)) = other_part { (parts::post_button(&label, &format!("{seat}/part"), Weight::Link, &[("role", role.code())])) " " }
            a href={ (seat) "/remove" } { (t!(tr, "circle-remove-of", name = reader.name.as_str())) }
        }
    }
}

fn add_form(tr: &Tr, circle: &Circle, home: &str, typed: &Typed) -> Markup {
    let roles: Vec<Choice<'_>> = CircleRole::GIVEN
        .iter()
        .map(|role| {
            let chosen = if typed.role.is_empty() {
                *role == CircleRole::Deputy
            } else {
                role.code() == typed.role
            };
            Choice::new(role.code(), words::part(tr, *role), chosen)
                .hint(words::part_hint(tr, *role))
        })
        .collect();
    html! {
        @if circle.contacts.is_empty() {
            p { (t!(tr, "circle-no-contacts")) }
            (parts::actions(&[parts::quiet_action(&t!(tr, "circle-find-helpers"), "/helpers")]))
        } @else {
            p { (t!(tr, "circle-add-hint")) }
            (form::error_summary(tr, &typed.errors))
            (form::post(&format!("{home}/circle/offer"), true, &html! {
                (contact_field(tr, t!(tr, "circle-add-who"), &circle.contacts, &typed.to, of_field(&typed.errors, "to")))
                (form::radio_cards(tr, &Field::new("role", t!(tr, "circle-add-part")), &roles))
                (agreed_field(tr, t!(tr, "circle-add-agreed-hint"), &typed.method, of_field(&typed.errors, "method")))
                (form::submit_row(&t!(tr, "circle-add-send"), None))
            }))
        }
    }
}

pub(super) async fn offer(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
    sent: FormData,
) -> Result<Response, Failure> {
    let client = client_id(&id)?;
    let (to, agreed) = (sent.parsed::<HelperId>("to"), sent.parsed("method"));
    let role = sent
        .parsed::<CircleRole>("role")
        .filter(|role| CircleRole::GIVEN.contains(role))
        .unwrap_or(CircleRole::Member);
    let typed = |errors| Typed {
        to: sent.text("to").to_owned(),
        role: sent.text("role").to_owned(),
        method: sent.text("method").to_owned(),
        errors,
    };
    let (Some(helper), Some(agreed)) = (to, agreed) else {
        // Whoever may not ask is told so, not what is missing.
        let circle = look(&web.app, &me.who, client).await;
        if circle.is_ok_and(|circle| !circle.role.may(CircleRight::Govern)) {
            return Err(Failure::of(&me.tr, &CircleError::NotTheLead));
        }
        let answer = page(&web, &me, &id, &typed(missing(&me.tr, to, agreed))).await?;
        return Ok(refused(argonaut_app::Kind::Invalid, answer));
    };
    let terms = Terms {
        role,
        stays: None,
        agreed,
    };
    match offering(&web.app, &me.who, client, helper, terms).await {
        Ok(_) => Ok(done(&format!("/clients/{id}/circle"), Done::SeatOffered).into_response()),
        Err(
            error @ (CircleError::NotAContact | CircleError::Already | CircleError::KeyChanged),
        ) => {
            let errors = vec![("to".to_owned(), error.say(&me.tr))];
            let answer = page(&web, &me, &id, &typed(errors)).await?;
            Ok(refused(error.kind(), answer))
        }
        Err(error) => Err(Failure::of(&me.tr, &error)),
    }
}

/// The page of a form again, with the status of what is wrong.
pub(super) fn refused(kind: argonaut_app::Kind, mut answer: Response) -> Response {
    if answer.status().is_success() {
        *answer.status_mut() = status(kind);
    }
    answer
}

pub(super) async fn take_back(
    State(web): State<Web>,
    me: Me,
    Path((id, offer)): Path<(String, String)>,
) -> Result<Redirect, Failure> {
    let offer = offer.parse().map_err(|_| Failure::not_found())?;
    offers::take_back(&web.app, &me.who, client_id(&id)?, offer)
        .await
        .map_err(|error| Failure::of(&me.tr, &error))?;
    Ok(done(&format!("/clients/{id}/circle"), Done::OfferTakenBack))
}

pub(super) async fn part(
    State(web): State<Web>,
    me: Me,
    Path((id, helper)): Path<(String, String)>,
    sent: FormData,
) -> Result<Redirect, Failure> {
    let role = sent.parsed("role").unwrap_or(CircleRole::Member);
    parting::give(
        &web.app,
        &me.who,
        client_id(&id)?,
        helper_id(&helper)?,
        role,
    )
    .await
    .map_err(|error| Failure::of(&me.tr, &error))?;
    Ok(done(&format!("/clients/{id}/circle"), Done::PartGiven))
}

pub(super) async fn take_lead(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
) -> Result<Redirect, Failure> {
    parting::take_the_lead(&web.app, &me.who, client_id(&id)?)
        .await
        .map_err(|error| Failure::of(&me.tr, &error))?;
    Ok(done(&format!("/clients/{id}/circle"), Done::LeadTaken))
}
