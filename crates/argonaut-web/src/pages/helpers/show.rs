//! Another helper's page.

use argonaut_app::contacts::mute::is_muted;
use argonaut_app::helpers::remember;
use argonaut_app::helpers::view::{Profile, Relation, view};
use argonaut_app::messages::write::may_write_to;
use argonaut_app::trust::why::Bond;
use argonaut_domain::helper::OfferLevel;
use axum::extract::{Path, State};
use maud::{Markup, html};

use crate::failure::Failure;
use crate::i18n::{Tr, t};
use crate::me::Me;
use crate::pages::layout::{NavItem, Width};
use crate::pages::parts::{self, Weight};
use crate::pages::trust::bond;
use crate::state::Web;
use crate::words;

pub(super) async fn show(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
) -> Result<Markup, Failure> {
    let id = id.parse().map_err(|_| Failure::not_found())?;
    let profile = view(&web.app, &me.who, id)
        .await
        .map_err(|error| Failure::of(&me.tr, &error))?;
    let note = remember::on(&web.app, &me.who, id).await?;
    let both = super::note::Both::of(&web, &me.who, id).await?;
    let name = profile.face.name.clone();
    let known = bond::of(&web, &me, id).await?;
    let muted = is_muted(&web.app, &me.who, id).await?;
    let writes = may_write_to(&web.app, &me.who, id).await?;
    let body = html! {
        (page(&me.tr, &profile, known.as_ref(), muted))
        @if writes {
            p { (parts::quiet_action(&t!(me.tr, "messages-write-to", name = name.as_str()), &format!("/helpers/{id}/write"))) }
        }
        (super::note::part(&me.tr, &profile, &note, &both, &[]))
    };
    Ok(me.show(&name, NavItem::Helpers, Width::Text, &body))
}

pub(super) fn page(tr: &Tr, profile: &Profile, known: Option<&Bond>, muted: bool) -> Markup {
    let home = format!("/helpers/{}", profile.face.id);
    let mut said = vec![words::role(tr, profile.face.role)];
    said.extend(profile.face.area.map(|area| words::place(tr, area)));
    let own = profile.relation == Relation::Self_;
    let offers_something = profile
        .offers
        .iter()
        .any(|offer| offer.level == OfferLevel::Has);
    let taken = known.is_none_or(|known| known.takes_enquiry);
    let ask = (!own && offers_something && taken).then(|| {
        parts::action(
            &t!(tr, "helpers-ask-help"),
            &format!("/matches/new?about=helper:{}", profile.face.id),
        )
    });
    html! {
        (parts::heading(&profile.face.name, Some(&said.join(" · ")), ask))
        p { "@" (profile.face.handle) " " (relation_badge(tr, profile.relation)) }
        @if own { p { a href="/vouches" { (t!(tr, "trust-to-mine")) } } }
        @if !taken { p.hint { (t!(tr, "trust-not-taken")) } }
        @if !profile.about.is_empty() { p { (profile.about) } }
        @if !profile.languages.is_empty() { p { (t!(tr, "helpers-speaks", languages = words::languages(tr, &profile.languages))) } }
        (parts::section(&t!(tr, "cards-offers"), &offers(tr, profile)))
        @if !profile.situations.is_empty() || !profile.cards_by_stage.is_empty() {
            (parts::section(&t!(tr, "helpers-works-with"), &html! {
                (parts::chips(&t!(tr, "clients-situations"), parts::card::ChipKind::Plain, &words::terms(tr, &profile.situations)))
                @for (stage, count) in &profile.cards_by_stage { p { (t!(tr, "helpers-cards-of", stage = words::stage(tr, *stage), count = (*count))) } }
            }))
        }
        @if let Some(known) = known { (bond::part(tr, known)) }
        @if let (true, Some(fingerprint)) = (own, &profile.fingerprint) {
            (parts::form::more(&t!(tr, "key-yours"), false, &html! { p { (t!(tr, "key-own-hint")) } p { code { (fingerprint) } } }))
        }
        @if let Some(key) = &profile.key { (super::key::part(tr, profile, key)) }
        (parts::actions(&acts(tr, profile.relation, &home)))
        @if !own {
            p {
                @if muted { (t!(tr, "safety-muted-here")) " " (parts::post_button(&t!(tr, "safety-unmute"), &format!("{home}/unmute"), Weight::Link, &[])) }
                @else { (parts::post_button(&t!(tr, "safety-mute"), &format!("{home}/mute"), Weight::Link, &[])) }
                " · " a href={ "/report?about=helper:" (profile.face.id) } { (t!(tr, "safety-report")) }
            }
        }
    }
}

fn relation_badge(tr: &Tr, relation: Relation) -> Markup {
    match relation {
        Relation::Self_ => parts::badge(parts::Tone::Info, &t!(tr, "helpers-you")),
        Relation::Contact => parts::badge(parts::Tone::Good, &t!(tr, "helpers-contact")),
        Relation::IAsked => parts::badge(parts::Tone::Info, &t!(tr, "helpers-i-asked")),
        Relation::AskedMe => parts::badge(parts::Tone::Warn, &t!(tr, "helpers-asked-me")),
        Relation::None => html! { span.hint { (t!(tr, "helpers-no-contact")) } },
    }
}

fn offers(tr: &Tr, profile: &Profile) -> Markup {
    html! {
        @if profile.offers.is_empty() { p { (t!(tr, "helpers-no-offers")) } }
        ul {
            @for offer in &profile.offers {
                li {
                    strong { (offer.term.label(tr.locale())) }
                    @if offer.level == OfferLevel::Learning { " (" (t!(tr, "profile-level-learning")) ")" }
                    @if let Some(times) = offer.per_month { " · " (t!(tr, "helpers-per-month", count = times)) }
                    @if !offer.note.is_empty() { " · " (offer.note) }
                }
            }
        }
    }
}

fn acts(tr: &Tr, relation: Relation, home: &str) -> Vec<Markup> {
    let post = |label: String, act: &str, weight: Weight| {
        parts::post_button(&label, &format!("{home}/{act}"), weight, &[])
    };
    let block = parts::quiet_action(&t!(tr, "helpers-block"), &format!("{home}/block"));
    match relation {
        Relation::Self_ => vec![parts::quiet_action(&t!(tr, "helpers-edit"), "/profile")],
        Relation::None => vec![post(t!(tr, "helpers-ask"), "ask", Weight::Primary), block],
        Relation::IAsked => vec![
            post(t!(tr, "helpers-take-back"), "remove", Weight::Quiet),
            block,
        ],
        Relation::AskedMe => vec![
            post(t!(tr, "helpers-accept"), "accept", Weight::Primary),
            post(t!(tr, "helpers-decline"), "remove", Weight::Quiet),
            block,
        ],
        Relation::Contact => vec![
            post(t!(tr, "helpers-remove"), "remove", Weight::Quiet),
            block,
        ],
    }
}
