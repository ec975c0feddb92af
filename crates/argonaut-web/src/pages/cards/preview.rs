//! The card exactly as a stranger will see it, why it is so, and the choices.

use std::collections::BTreeSet;

use argonaut_app::cards::preview::{Choice as Choosing, Preview, preview};
use argonaut_app::cards::publish::{self as publishing, PublishError};
use argonaut_app::contacts::list::list as contacts;
use argonaut_app::gate::{Advice, Attribute, Chosen, Explanation, Reason, TrueValues, Value};
use argonaut_app::groups::audience::{Choosable, choosable};
use argonaut_app::people::Face;
use argonaut_domain::card::{Audience, CardContent};
use argonaut_domain::place::Place;
use argonaut_domain::trust::TrustLevel;
use axum::extract::{Path, State};
use axum::response::{IntoResponse as _, Response};
use maud::{Markup, html};

use super::{explain, face};
use crate::failure::{Failure, Problem as _, status};
use crate::form_data::FormData;
use crate::i18n::{Tr, t};
use crate::me::{Me, done};
use crate::pages::clients::{client_id, consent_form};
use crate::pages::layout::{NavItem, Width};
use crate::pages::parts::{self, Choice, Field, Weight, form};
use crate::pages::trust::words as trust_words;
use crate::state::Web;
use crate::words::Done;

pub(super) async fn show(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
) -> Result<Markup, Failure> {
    page(&web, &me, &id, Choosing::default(), None).await
}

/// The same with other choices; nothing is published.
pub(super) async fn again(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
    sent: FormData,
) -> Result<Markup, Failure> {
    let choice = Choosing {
        chosen: Some(chosen(&sent)),
        audience: Some(audience(&sent)),
    };
    page(&web, &me, &id, choice, None).await
}

fn chosen(sent: &FormData) -> Chosen {
    let offered: Vec<&str> = sent.all("offered").collect();
    let shown: Vec<&str> = sent.all("shows").collect();
    let hidden: BTreeSet<Attribute> = offered
        .into_iter()
        .filter(|code| !shown.contains(code))
        .filter_map(read_attribute)
        .collect();
    Chosen {
        hidden,
        kept: sent.all("keep").filter_map(read_attribute).collect(),
        discreet: sent.terms("discreet").into_iter().collect(),
        finest_place: sent.parsed("finest_place").unwrap_or(0),
    }
}

fn read_attribute(code: &str) -> Option<Attribute> {
    let (kind, term) = code
        .split_once(':')
        .map_or((code, None), |(kind, term)| (kind, term.parse().ok()));
    match (kind, term) {
        ("place", None) => Some(Attribute::Place),
        ("age", None) => Some(Attribute::Age),
        ("gender", None) => Some(Attribute::Gender),
        ("languages", None) => Some(Attribute::Languages),
        ("limits", None) => Some(Attribute::Limits),
        ("need", Some(term)) => Some(Attribute::Need(term)),
        ("offer", Some(term)) => Some(Attribute::Offer(term)),
        ("interest", Some(term)) => Some(Attribute::Interest(term)),
        ("connection", Some(term)) => Some(Attribute::Connection(term)),
        _ => None,
    }
}

fn audience(sent: &FormData) -> Audience {
    match sent.text("audience") {
        "contacts" => Audience::Contacts,
        "helpers" => Audience::Helpers(sent.all_parsed("helpers")),
        "trusted" => Audience::Trusted(sent.parsed("trusted").unwrap_or(TrustLevel::Trusted)),
        "groups" => Audience::Groups(sent.all_parsed("groups")),
        _ => Audience::Everyone,
    }
}

async fn page(
    web: &Web,
    me: &Me,
    id: &str,
    choice: Choosing,
    warning: Option<String>,
) -> Result<Markup, Failure> {
    let tr = &me.tr;
    let found = preview(&web.app, &me.who, client_id(id)?, choice)
        .await
        .map_err(|error| Failure::of(tr, &error))?;
    let people = contacts(&web.app, &me.who).await?;
    let groups = choosable(&web.app, &me.who).await?;
    let name = found.name.get();
    let home = format!("/clients/{id}");
    let here = format!("{home}/card");
    let today = web.app.now().date();
    let title = t!(tr, "cards-title", name = name.as_str());
    let body = html! {
        (parts::breadcrumb(&t!(tr, "shell-breadcrumb-label"), &[(&t!(tr, "shell-nav-clients"), "/clients"), (name, &home)]))
        (parts::heading(&title, Some(&t!(tr, "cards-lead")), None))
        @if let Some(warning) = warning {
            (parts::notice(parts::Tone::Warn, &t!(tr, "cards-look-again"), &html! { p { (warning) } }))
        }
        (on_show(tr, &found, &here))
        @if found.consent.is_none() {
            section.panel {
                h2 { (t!(tr, "cards-consent-first")) }
                (consent_form(tr, id, today, &here, &FormData::default()))
            }
        }
        (outcome(tr, &found, &here))
        section.section id="choices" {
            h2 { (t!(tr, "cards-choices")) }
            (form::post(&format!("{here}/preview"), false, &html! {
                (choices(tr, &found, &people.accepted, &groups))
                (form::submit_row(&t!(tr, "cards-preview-again"), Some((&t!(tr, "form-cancel"), &home))))
            }))
        }
    };
    Ok(me.show(&title, NavItem::Clients, Width::Text, &body))
}

fn on_show(tr: &Tr, found: &Preview, here: &str) -> Markup {
    match &found.on_show {
        None if found.had_card => {
            html! { (parts::notice(parts::Tone::Info, &t!(tr, "cards-none-yet"), &html! { p { (t!(tr, "cards-nothing-on-show")) } })) }
        }
        None => {
            html! { (parts::notice(parts::Tone::Info, &t!(tr, "cards-none-yet"), &html! { p { (t!(tr, "cards-first-warning")) } })) }
        }
        Some(card) => parts::notice(
            parts::Tone::Good,
            &t!(tr, "cards-on-show"),
            &html! {
                p { (t!(tr, "cards-on-show-until", date = tr.date(card.expires.date()))) }
                (parts::actions(&[
                    parts::quiet_action(&t!(tr, "cards-as-others-see"), &format!("/cards/{}", card.id)),
                    parts::post_button(&t!(tr, "cards-renew"), &format!("{here}/renew"), Weight::Quiet, &[]),
                    parts::quiet_action(&t!(tr, "cards-withdraw"), &format!("{here}/withdraw")),
                ]))
            },
        ),
    }
}

fn outcome(tr: &Tr, found: &Preview, here: &str) -> Markup {
    match &found.outcome {
        Ok(passed) => {
            let reasons: Vec<String> = passed
                .explanations
                .iter()
                .map(|of| explain::explanation(tr, of))
                .collect();
            html! {
                section.section {
                    h2 { (t!(tr, "cards-preview")) }
                    (parts::notice_public(tr, &who_sees(tr, &found.audience)))
                    (face::bare(tr, &passed.content))
                    @if !reasons.is_empty() {
                        h3 { (t!(tr, "cards-why")) }
                        ul { @for (of, reason) in passed.explanations.iter().zip(&reasons) { li { (reason) (insist(tr, found, of, here)) } } }
                    }
                    @if !found.may_publish { p.hint { (t!(tr, "circle-lead-or-deputy")) } }
                    @else if found.consent.is_some() {
                        (form::post(&format!("{here}/publish"), false, &html! {
                            (kept(found))
                            (form::hidden("seen", &serde_json::to_string(&passed.content).unwrap_or_default()))
                            (form::submit_row(&t!(tr, "cards-publish"), None))
                        }))
                    }
                }
            }
        }
        Err(refused) => parts::notice(
            parts::Tone::Warn,
            &t!(tr, "cards-refused"),
            &html! {
                p { (t!(tr, "cards-refused-why")) }
                ul { @for advice in &refused.advice { li {
                    (explain::advice(tr, advice))
                    (follow(tr, found, advice, here))
                } } }
                p { a href="#choices" { (t!(tr, "cards-to-choices")) } }
            },
        ),
    }
}

fn who_sees(tr: &Tr, audience: &Audience) -> String {
    match audience {
        Audience::Everyone => t!(tr, "cards-sees-everyone"),
        Audience::Contacts => t!(tr, "cards-sees-contacts"),
        Audience::Helpers(chosen) => t!(tr, "cards-sees-helpers", count = chosen.len()),
        Audience::Trusted(level) => t!(tr, "cards-sees-trusted", level = level.code()),
        Audience::Groups(groups) => t!(tr, "cards-sees-groups", count = groups.len()),
    }
}

/// A button that keeps on the card what the gate would leave out: it gives up
/// something else for it, or refuses and says what to give up.
fn insist(tr: &Tr, found: &Preview, of: &Explanation, here: &str) -> Markup {
    let is_counted = match of.attribute {
        Attribute::Place | Attribute::Age | Attribute::Gender | Attribute::Languages => true,
        Attribute::Limits
        | Attribute::Need(_)
        | Attribute::Offer(_)
        | Attribute::Interest(_)
        | Attribute::Connection(_) => false,
    };
    if of.to != Value::NotSaid || !is_counted || of.reason == Reason::EarlierCard {
        return html! {};
    }
    let chosen = found.chosen.clone().keep(of.attribute);
    let label = t!(
        tr,
        "cards-do-keep",
        what = explain::attribute(tr, of.attribute)
    );
    form::post(
        &format!("{here}/preview"),
        false,
        &html! {
            (kept_as(found, &chosen, &found.audience))
            (form::submit_row(&label, None))
        },
    )
}

/// A button that follows a piece of advice: the same choices but for one, looked
/// at again. Nothing is published by it.
fn follow(tr: &Tr, found: &Preview, advice: &Advice, here: &str) -> Markup {
    let again = |chosen: &Chosen, audience: &Audience, label: String| {
        form::post(
            &format!("{here}/preview"),
            false,
            &html! {
                (kept_as(found, chosen, audience))
                (form::submit_row(&label, None))
            },
        )
    };
    match advice {
        Advice::GiveUp(attribute) => {
            let chosen = found.chosen.clone().give_up(*attribute);
            let what = explain::attribute(tr, *attribute);
            again(
                &chosen,
                &found.audience,
                t!(tr, "cards-do-give-up", what = what),
            )
        }
        Advice::NarrowAudience => again(
            &found.chosen,
            &Audience::Contacts,
            t!(tr, "cards-do-narrow"),
        ),
        Advice::SaySomething | Advice::NoFigures => {
            let record = here.trim_end_matches("/card");
            parts::actions(&[parts::quiet_action(
                &t!(tr, "cards-do-edit"),
                &format!("{record}/edit"),
            )])
        }
    }
}

/// The choices that led to this preview, to publish with.
fn kept(found: &Preview) -> Markup {
    kept_as(found, &found.chosen, &found.audience)
}

fn kept_as(found: &Preview, chosen_now: &Chosen, audience_now: &Audience) -> Markup {
    let audience = audience_code(audience_now);
    let truth = found.truth.get();
    html! {
        (form::hidden("audience", audience))
        @if let Audience::Helpers(chosen) = audience_now { @for helper in chosen { (form::hidden("helpers", &helper.to_string())) } }
        @if let Audience::Trusted(level) = audience_now { (form::hidden("trusted", level.code())) }
        @if let Audience::Groups(groups) = audience_now { @for group in groups { (form::hidden("groups", &group.to_string())) } }
        @for attribute in attributes(truth) {
            (form::hidden("offered", &explain::code(attribute)))
            @if chosen_now.shows(attribute) { (form::hidden("shows", &explain::code(attribute))) }
        }
        @for attribute in &chosen_now.kept { (form::hidden("keep", &explain::code(*attribute))) }
        @for term in &chosen_now.discreet { (form::hidden("discreet", term.code())) }
        (form::hidden("finest_place", &chosen_now.finest_place.to_string()))
    }
}

const fn audience_code(audience: &Audience) -> &'static str {
    match audience {
        Audience::Everyone => "everyone",
        Audience::Contacts => "contacts",
        Audience::Helpers(_) => "helpers",
        Audience::Trusted(_) => "trusted",
        Audience::Groups(_) => "groups",
    }
}

/// What there is to show of a client.
fn attributes(truth: &TrueValues) -> Vec<Attribute> {
    let mut all = Vec::new();
    let mut add = |is: bool, attribute: Attribute| {
        if is {
            all.push(attribute)
        }
    };
    add(truth.place != Place::Anywhere, Attribute::Place);
    add(truth.age.is_some(), Attribute::Age);
    add(truth.gender.is_some(), Attribute::Gender);
    add(!truth.languages.is_empty(), Attribute::Languages);
    add(
        truth.limits != argonaut_domain::card::Limits::default(),
        Attribute::Limits,
    );
    all.extend(truth.needs.iter().map(|(term, _)| Attribute::Need(*term)));
    all.extend(truth.offers.iter().map(|term| Attribute::Offer(*term)));
    all.extend(
        truth
            .interests
            .iter()
            .map(|term| Attribute::Interest(*term)),
    );
    all.extend(
        truth
            .connections
            .iter()
            .map(|term| Attribute::Connection(*term)),
    );
    all
}

fn choices(tr: &Tr, found: &Preview, contacts: &[Face], groups: &[Choosable]) -> Markup {
    let truth = found.truth.get();
    let all = attributes(truth);
    let shows: Vec<Choice<'_>> = all
        .iter()
        .map(|of| {
            Choice::new(
                explain::code(*of),
                explain::attribute(tr, *of),
                found.chosen.shows(*of),
            )
        })
        .collect();
    let discreet: Vec<Choice<'_>> = truth
        .needs
        .iter()
        .filter(|(term, _)| !term.is_sensitive())
        .map(|(term, _)| {
            Choice::new(
                term.code(),
                term.label(tr.locale()),
                found.chosen.discreet.contains(term),
            )
        })
        .collect();
    let finest: Vec<Choice<'_>> = [
        ("0", t!(tr, "cards-finest-city")),
        ("1", t!(tr, "cards-finest-region")),
        ("2", t!(tr, "cards-finest-country")),
    ]
    .into_iter()
    .map(|(code, label)| Choice::new(code, label, code == found.chosen.finest_place.to_string()))
    .collect();
    let now = audience_code(&found.audience);
    let mut audiences = vec![
        Choice::new(
            "everyone",
            t!(tr, "cards-audience-everyone"),
            now == "everyone",
        )
        .hint(t!(tr, "cards-sees-everyone")),
        Choice::new(
            "contacts",
            t!(tr, "cards-audience-contacts"),
            now == "contacts",
        )
        .hint(t!(tr, "cards-sees-contacts")),
        Choice::new(
            "helpers",
            t!(tr, "cards-audience-helpers"),
            now == "helpers",
        )
        .hint(t!(tr, "cards-audience-helpers-hint")),
        Choice::new("trusted", t!(tr, "trust-audience"), now == "trusted")
            .hint(t!(tr, "trust-audience-hint")),
    ];
    let least = match &found.audience {
        Audience::Trusted(level) => *level,
        Audience::Everyone | Audience::Contacts | Audience::Helpers(_) | Audience::Groups(_) => {
            TrustLevel::Trusted
        }
    };
    let levels: Vec<Choice<'_>> = TrustLevel::ALL
        .iter()
        .map(|level| {
            Choice::new(
                level.code(),
                trust_words::at_least(tr, *level),
                *level == least,
            )
        })
        .collect();
    if !groups.is_empty() {
        let of_groups = Choice::new("groups", t!(tr, "groups-title"), now == "groups");
        audiences.push(of_groups.hint(t!(tr, "cards-audience-groups-hint")));
    }
    let groups: Vec<Choice<'_>> = groups
        .iter()
        .map(|of| {
            let picked =
                matches!(&found.audience, Audience::Groups(chosen) if chosen.contains(&of.id));
            let choice = Choice::new(of.id.to_string(), of.name.as_str(), picked);
            match &of.friend_of {
                Some(own) => choice.hint(t!(tr, "groups-audience-group", name = own.as_str())),
                None => choice,
            }
        })
        .collect();
    let people: Vec<Choice<'_>> = contacts
        .iter()
        .map(|face| {
            let picked =
                matches!(&found.audience, Audience::Helpers(chosen) if chosen.contains(&face.id));
            Choice::new(face.id.to_string(), face.name.as_str(), picked)
        })
        .collect();
    html! {
        (form::radio_cards(tr, &Field::new("audience", t!(tr, "cards-audience")), &audiences))
        @if !people.is_empty() { (form::check_group(tr, &Field::new("helpers", t!(tr, "cards-audience-which")), &people)) }
        (form::select(tr, &Field::new("trusted", t!(tr, "trust-audience-level")).hint(t!(tr, "trust-audience-level-hint")), &levels))
        @if !groups.is_empty() { (form::check_group(tr, &Field::new("groups", t!(tr, "groups-which")), &groups)) }
        @for of in &all { (form::hidden("offered", &explain::code(*of))) }
        (form::check_group(tr, &Field::new("shows", t!(tr, "cards-shows")).hint(t!(tr, "cards-shows-hint")), &shows))
        @if !discreet.is_empty() { (form::check_group(tr, &Field::new("discreet", t!(tr, "cards-discreet")).hint(t!(tr, "cards-discreet-hint")), &discreet)) }
        (form::select(tr, &Field::new("finest_place", t!(tr, "cards-finest")), &finest))
    }
}

pub(super) async fn publish(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
    sent: FormData,
) -> Result<Response, Failure> {
    let (chosen, audience) = (chosen(&sent), audience(&sent));
    let client = client_id(&id)?;
    // Without the preview that was agreed to, nothing is published: look again.
    let result = match serde_json::from_str::<CardContent>(sent.text("seen")) {
        Ok(seen) => {
            let (chosen, audience) = (chosen.clone(), audience.clone());
            publishing::publish(&web.app, &me.who, client, chosen, audience, Some(&seen)).await
        }
        Err(_) => match publishing::may_publish(&web.app, &me.who, client).await {
            Ok(()) => Err(PublishError::LooksDifferent),
            Err(error) => Err(PublishError::Client(error)),
        },
    };
    match result {
        Ok(_) => {
            Ok(done(&format!("/clients/{id}/suggestions"), Done::CardPublished).into_response())
        }
        Err(error @ PublishError::Client(_)) => Err(Failure::of(&me.tr, &error)),
        Err(error) => {
            let choice = Choosing {
                chosen: Some(chosen),
                audience: Some(audience),
            };
            let page = page(&web, &me, &id, choice, Some(error.say(&me.tr))).await?;
            Ok((status(error.kind()), page).into_response())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_offered_and_not_ticked_is_hidden() {
        let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        let sent = FormData::of(vec![
            pair("offered", "place"),
            pair("offered", "age"),
            pair("offered", "need:food.meals"),
            pair("shows", "place"),
            pair("finest_place", "1"),
            pair("keep", "gender"),
        ]);
        let chosen = chosen(&sent);
        assert!(chosen.shows(Attribute::Place) && !chosen.shows(Attribute::Age));
        assert!(!chosen.shows(read_attribute("need:food.meals").unwrap()));
        assert_eq!(chosen.finest_place, 1);
        assert!(chosen.kept.contains(&Attribute::Gender));
        assert_eq!(read_attribute("need:nothing"), None);
        assert_eq!(read_attribute("shoe"), None);
    }
}
