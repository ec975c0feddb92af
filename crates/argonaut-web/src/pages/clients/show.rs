//! One client's record, and the small acts on it.

use argonaut_app::clients::open::{OpenClient, access_log_by_name, open};
use argonaut_app::clients::{ClientError, archive as archiving, note};
use argonaut_app::dossier::{Birth, Dossier, Private};
use argonaut_domain::access::CircleRole;
use argonaut_domain::card::CardNeed;
use argonaut_domain::consent::ConsentScope;
use argonaut_domain::ids::HelperId;
use argonaut_domain::place::Place;
use axum::extract::{Path, State};
use axum::response::{IntoResponse as _, Redirect, Response};
use jiff::civil::Date;
use maud::{Markup, html};

use super::{client_id, consent_form, words as own};
use crate::failure::Failure;
use crate::form_data::FormData;
use crate::i18n::{Tr, t};
use crate::me::{Me, done};
use crate::pages::layout::{NavItem, Width};
use crate::pages::matches::words as stages;
use crate::pages::parts::{self, Field, Weight, card::ChipKind, form};
use crate::state::Web;
use crate::words::{self, Done};

pub(super) async fn show(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
) -> Result<Response, Failure> {
    let id = client_id(&id)?;
    let opened = match open(&web.app, &me.who, id).await {
        // What cannot be believed has a page of its own, that says how to go on.
        Err(ClientError::Troubled(_)) => {
            return Ok(Redirect::to(&format!("/clients/{id}/check")).into_response());
        }
        other => other.map_err(|error| Failure::of(&me.tr, &error))?,
    };
    let name = opened.dossier.get().name().to_owned();
    let body = view(&me.tr, &opened, me.who.helper(), web.app.now());
    Ok(me
        .show(&name, NavItem::Clients, Width::Wide, &body)
        .into_response())
}

fn view(
    tr: &Tr,
    opened: &OpenClient,
    me: HelperId,
    now: argonaut_domain::clock::Timestamp,
) -> Markup {
    let dossier = opened.dossier.get();
    let home = format!("/clients/{}", opened.id);
    let today = now.date();
    let sharing = opened
        .consents
        .iter()
        .any(|consent| consent.scope == ConsentScope::ShareCard && consent.holds(now));
    html! {
        (parts::breadcrumb(&t!(tr, "shell-breadcrumb-label"), &[(&t!(tr, "shell-nav-clients"), "/clients")]))
        (parts::heading(dossier.name(), Some(&summary(tr, opened, today)), Some(next_step(tr, opened, &home))))
        @if opened.archived {
            (parts::notice(parts::Tone::Info, &t!(tr, "clients-archived"), &html! {
                (parts::post_button(&t!(tr, "clients-restore"), &format!("{home}/restore"), Weight::Quiet, &[]))
            }))
        }
        (crate::pages::rights::request_list(tr, &home, &opened.requests))
        (parts::notice_circle(tr, &t!(tr, "clients-private")))
        (circle(tr, opened, &home))
        (parts::actions(&[
            parts::quiet_action(&t!(tr, "clients-edit"), &format!("{home}/edit")),
            parts::quiet_action(&t!(tr, "clients-suggestions"), &format!("{home}/suggestions")),
            parts::quiet_action(&t!(tr, "clients-card"), &format!("{home}/card")),
            parts::quiet_action(&t!(tr, "network-title"), &format!("{home}/network")),
            parts::quiet_action(&t!(tr, "plan-title"), &format!("{home}/plan")),
            parts::quiet_action(&t!(tr, "referrals-title"), &format!("{home}/referrals")),
            html! { @if opened.role != CircleRole::Member && !opened.archived { (parts::quiet_action(&t!(tr, "posts-ask-network"), &format!("{home}/ask"))) } },
            parts::post_button(&t!(tr, "clients-attend"), &format!("{home}/attend"), Weight::Quiet, &[]),
        ]))
        (wishes(tr, dossier))
        (parts::section(&t!(tr, "clients-person"), &person(tr, dossier)))
        (parts::section(&t!(tr, "clients-matches"), &matches(tr, opened, me)))
        (notes(tr, dossier, &home, today))
        (consents(tr, opened, &home, today, now, sharing))
        (parts::section(&t!(tr, "clients-more"), &html! {
            ul.plain-list {
                li { a href={ (home) "/links" } { (t!(tr, "rights-links-title")) } }
                li {
                    a href={ (home) "/log" } { (t!(tr, "clients-log")) }
                    @for (at, who) in &opened.opened {
                        " · " (tr.date(at.date())) " "
                        @if let Some(who) = who { (who) } @else { (t!(tr, "rights-somebody")) }
                    }
                }
                li { a href={ (home) "/export" } { (t!(tr, "rights-export-title")) } }
                @if !opened.archived { li { (parts::post_button(&t!(tr, "clients-archive"), &format!("{home}/archive"), Weight::Link, &[])) " " (t!(tr, "clients-archive-hint")) } }
                li { a href={ (home) "/erase" } { (t!(tr, "clients-erase")) } }
            }
        }))
    }
}

/// Who reads the record, and a gentle word when one lost helper would lose it.
fn circle(tr: &Tr, opened: &OpenClient, home: &str) -> Markup {
    let link = format!("{home}/circle");
    let lead = opened.role == CircleRole::Lead;
    let deputy = opened
        .circle
        .iter()
        .any(|seat| seat.role == CircleRole::Deputy);
    html! {
        p {
            a href=(link) { (t!(tr, "circle-title")) } ": "
            (t!(tr, "circle-shared", count = opened.circle.len()))
            @if !lead { " · " (t!(tr, "circle-part-badge", part = own::part(tr, opened.role))) }
        }
        @if lead && !deputy && !opened.archived {
            (form::more(&t!(tr, "circle-two-title"), false, &html! {
                p { (t!(tr, "circle-two")) }
                (parts::actions(&[parts::quiet_action(&t!(tr, "circle-two-act"), &link)]))
            }))
        }
    }
}

fn summary(tr: &Tr, opened: &OpenClient, today: Date) -> String {
    let dossier = opened.dossier.get();
    let mut said = vec![own::relationship(tr, dossier.relationship)];
    if dossier.place != Place::Anywhere {
        said.push(words::place(tr, dossier.place));
    }
    said.push(t!(
        tr,
        "clients-attended",
        when = tr.relative(today, opened.attended.date())
    ));
    said.join(" · ")
}

/// The one thing to do next.
fn next_step(tr: &Tr, opened: &OpenClient, home: &str) -> Markup {
    let dossier = opened.dossier.get();
    if dossier.needs.is_empty() && dossier.offers.is_empty() && dossier.interests.is_empty() {
        parts::action(&t!(tr, "clients-next-needs"), &format!("{home}/edit#needs"))
    } else if opened.card.is_none() && !opened.archived {
        parts::action(&t!(tr, "clients-next-card"), &format!("{home}/card"))
    } else {
        parts::action(
            &t!(tr, "clients-next-suggestions"),
            &format!("{home}/suggestions"),
        )
    }
}

fn wishes(tr: &Tr, dossier: &Dossier) -> Markup {
    let needs: Vec<String> = dossier
        .needs
        .iter()
        .map(|need| words::need(tr, CardNeed::Named(need.term, need.urgency)))
        .collect();
    let offers: Vec<_> = dossier.offers.iter().map(|offer| offer.term).collect();
    let limits = words::limits(tr, &dossier.limits);
    html! {
        div.panel {
            (parts::chips(&t!(tr, "clients-needs"), ChipKind::Need, &needs))
            @for need in dossier.needs.iter().filter(|need| need.since.is_some() || !need.note.is_empty()) {
                p.hint { (need.term.label(tr.locale())) ": "
                    @if let Some(since) = need.since { (t!(tr, "clients-since", date = tr.date(since))) " " }
                    (need.note.as_str()) }
            }
            (parts::chips(&t!(tr, "clients-offers"), ChipKind::Offer, &words::terms(tr, &offers)))
            (parts::chips(&t!(tr, "clients-interests"), ChipKind::Interest, &words::terms(tr, &dossier.interests)))
            (parts::chips(&t!(tr, "clients-connections"), ChipKind::Plain, &words::terms(tr, &dossier.connections)))
            (parts::chips(&t!(tr, "clients-situations"), ChipKind::Plain, &words::terms(tr, &dossier.situations)))
            @for limit in &limits { p.hint { (limit) } }
            @if !dossier.never_introduce.is_empty() {
                p.hint { (t!(tr, "clients-never")) ": " (dossier.never_introduce.iter().map(Private::as_str).collect::<Vec<_>>().join(", ")) }
            }
        }
    }
}

fn person(tr: &Tr, dossier: &Dossier) -> Markup {
    let mut rows: Vec<(String, Markup)> = Vec::new();
    let mut add = |label: String, text: String| {
        if !text.is_empty() {
            rows.push((label, html! { (text) }));
        }
    };
    add(
        t!(tr, "clients-full-name"),
        dossier.identity.full_name.as_str().to_owned(),
    );
    add(
        t!(tr, "clients-pronouns"),
        dossier.identity.pronouns.as_str().to_owned(),
    );
    let birth = match dossier.birth {
        Birth::Unknown => String::new(),
        Birth::Year(year) => year.to_string(),
        Birth::Date(date) => tr.date(date),
    };
    add(t!(tr, "clients-birth"), birth);
    add(
        t!(tr, "clients-gender"),
        dossier
            .gender
            .map(|of| words::gender(tr, of))
            .unwrap_or_default(),
    );
    add(
        t!(tr, "clients-languages"),
        words::languages(tr, &dossier.languages),
    );
    let texts = |list: &[Private]| {
        list.iter()
            .map(Private::as_str)
            .collect::<Vec<_>>()
            .join(", ")
    };
    add(t!(tr, "clients-phones"), texts(&dossier.contact.phones));
    add(t!(tr, "clients-emails"), texts(&dossier.contact.emails));
    add(
        t!(tr, "clients-address"),
        dossier.contact.address.as_str().to_owned(),
    );
    add(
        t!(tr, "clients-preferred"),
        dossier
            .contact
            .preferred
            .map(|way| own::contact_way(tr, way))
            .unwrap_or_default(),
    );
    add(
        t!(tr, "clients-times"),
        dossier.contact.times.as_str().to_owned(),
    );
    html! {
        @if rows.is_empty() { p { (t!(tr, "clients-person-empty")) } } @else { (parts::facts(&rows)) }
    }
}

/// The matches of the client; those of the others in the circle without a way in, since
/// what is said in them is sealed to the two who talk.
fn matches(tr: &Tr, opened: &OpenClient, me: HelperId) -> Markup {
    html! {
        @if opened.matches.is_empty() { p { (t!(tr, "clients-no-matches")) } }
        @else {
            ul.plain-list {
                @for row in &opened.matches {
                    @let stage = stages::stage(tr, row.joint.stage_name());
                    li {
                        @if row.joint.side_of(me).is_some() { a href={ "/matches/" (row.joint.id) } { (stage) } }
                        @else {
                            (stage) " · " (t!(tr, "circle-match-of-another"))
                            @if opened.role != CircleRole::Member && !row.joint.is_closed() {
                                " · " a href={ "/matches/" (row.joint.id) "/stand-in" } { (t!(tr, "room-take-over-title")) }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn notes(tr: &Tr, dossier: &Dossier, home: &str, today: Date) -> Markup {
    parts::section(
        &t!(tr, "clients-notes"),
        &html! {
            (form::post(&format!("{home}/notes"), true, &html! {
                (form::textarea(tr, &Field::new("note", t!(tr, "clients-note-new")).autocomplete("off").longest(20_000), 3))
                (form::submit_row(&t!(tr, "clients-note-add"), None))
            }))
            ul.plain-list.notes {
                @for note in dossier.notes.iter().rev() {
                    li {
                        p.hint { (tr.date(note.at.date())) " · " (tr.relative(today, note.at.date())) }
                        p.note-text { (note.text.as_str()) }
                        (parts::post_button(&t!(tr, "clients-note-remove"), &format!("{home}/notes/{}/remove", note.id), Weight::Link, &[]))
                    }
                }
            }
        },
    )
}

fn consents(
    tr: &Tr,
    opened: &OpenClient,
    home: &str,
    today: Date,
    now: argonaut_domain::clock::Timestamp,
    sharing: bool,
) -> Markup {
    let id = opened.id.to_string();
    html! {
        section.section id="consents" {
            h2 { (t!(tr, "consent-title")) }
            (super::consents::list(tr, &opened.consents, home, now))
            @if !sharing {
                p { (t!(tr, "consent-none")) }
                (form::more(&t!(tr, "consent-record"), false, &consent_form(tr, &id, today, home, &FormData::default())))
            } @else { p { a href={ (home) "/consents" } { (t!(tr, "consent-renew")) } } }
            p { a href={ (home) "/links" } { (t!(tr, "rights-ask-by-link-instead")) } }
        }
    }
}

pub(super) async fn log(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
) -> Result<Markup, Failure> {
    let tr = &me.tr;
    let client = client_id(&id)?;
    let entries = access_log_by_name(&web.app, &me.who, client)
        .await
        .map_err(|error| Failure::of(tr, &error))?;
    let body = html! {
        (parts::breadcrumb(&t!(tr, "shell-breadcrumb-label"), &[(&t!(tr, "shell-nav-clients"), "/clients"), (&t!(tr, "clients-back"), &format!("/clients/{id}"))]))
        (parts::heading(&t!(tr, "clients-log"), Some(&t!(tr, "clients-log-lead")), None))
        ul.plain-list {
            @for line in &entries {
                @let who = match &line.by {
                    Some(_) if line.entry.actor == Some(me.who.helper()) => t!(tr, "clients-log-you"),
                    Some(name) => name.clone(),
                    None => t!(tr, "rights-log-nobody"),
                };
                li { (tr.date(line.entry.at.date())) " · " (who) " · " (own::deed(tr, line.entry.deed)) }
            }
        }
    };
    Ok(me.show(&t!(tr, "clients-log"), NavItem::Clients, Width::Text, &body))
}

pub(super) async fn add_note(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
    sent: FormData,
) -> Result<Redirect, Failure> {
    let client = client_id(&id)?;
    if sent.text("note").is_empty() {
        return Ok(Redirect::to(&format!("/clients/{id}")));
    }
    note::add(&web.app, &me.who, client, sent.text("note").to_owned())
        .await
        .map_err(|error| Failure::of(&me.tr, &error))?;
    Ok(done(&format!("/clients/{id}"), Done::NoteAdded))
}

pub(super) async fn remove_note(
    State(web): State<Web>,
    me: Me,
    Path((id, number)): Path<(String, String)>,
) -> Result<Redirect, Failure> {
    let client = client_id(&id)?;
    let number = number.parse().map_err(|_| Failure::not_found())?;
    note::remove(&web.app, &me.who, client, number)
        .await
        .map_err(|error| Failure::of(&me.tr, &error))?;
    Ok(done(&format!("/clients/{id}"), Done::NoteRemoved))
}

pub(super) async fn attend(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
) -> Result<Redirect, Failure> {
    note::attend(&web.app, &me.who, client_id(&id)?)
        .await
        .map_err(|error| Failure::of(&me.tr, &error))?;
    Ok(done(&format!("/clients/{id}"), Done::ClientAttended))
}

pub(super) async fn archive(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
) -> Result<Redirect, Failure> {
    archiving::archive(&web.app, &me.who, client_id(&id)?)
        .await
        .map_err(|error| Failure::of(&me.tr, &error))?;
    Ok(done(&format!("/clients/{id}"), Done::ClientArchived))
}

pub(super) async fn restore(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
) -> Result<Redirect, Failure> {
    archiving::restore(&web.app, &me.who, client_id(&id)?)
        .await
        .map_err(|error| Failure::of(&me.tr, &error))?;
    Ok(done(&format!("/clients/{id}"), Done::ClientRestored))
}
