//! How a card, a helper or a service looks in a list: one place for all pages.

use argonaut_app::cards::look::{Owner, SeenCard};
use argonaut_app::helpers::view::Profile;
use argonaut_app::people::Face;
use argonaut_app::suggestions::{Service, Shown};
use argonaut_domain::card::CardContent;
use argonaut_domain::helper::OfferLevel;
use maud::{Markup, html};

use crate::i18n::{Tr, t};
use crate::pages::parts::{CardFrame, Tone, badge, card::ChipKind, card_frame, chips};
use crate::pages::trust::words as trust_words;
use crate::words;

/// What a card says, as chips and sentences.
pub(crate) fn content(tr: &Tr, card: &CardContent) -> Markup {
    let needs: Vec<String> = card
        .needs
        .iter()
        .map(|need| words::need(tr, *need))
        .collect();
    html! {
        (chips(&t!(tr, "clients-needs"), ChipKind::Need, &needs))
        (chips(&t!(tr, "clients-offers"), ChipKind::Offer, &words::terms(tr, &card.offers)))
        (chips(&t!(tr, "clients-interests"), ChipKind::Interest, &words::terms(tr, &card.interests)))
        (chips(&t!(tr, "clients-connections"), ChipKind::Plain, &words::terms(tr, &card.connections)))
        @for limit in words::limits(tr, &card.limits) { p.hint { (limit) } }
    }
}

/// The facts of a card in one line.
pub(crate) fn facts(tr: &Tr, card: &CardContent) -> Vec<String> {
    let mut facts = vec![words::place(tr, card.place)];
    if !card.languages.is_empty() {
        facts.push(words::languages(tr, &card.languages));
    }
    facts
}

/// A card's content by itself, as a stranger sees it.
pub(crate) fn bare(tr: &Tr, card: &CardContent) -> Markup {
    card_frame(&CardFrame {
        title: &words::whom(tr, card.age, card.gender),
        href: None,
        kind: &t!(tr, "cards-kind"),
        facts: &facts(tr, card),
        body: content(tr, card),
        reasons: &[],
        badges: html! {},
        actions: html! {},
    })
}

/// The helper behind a number.
pub(crate) fn hidden(tr: &Tr, number: u16) -> String {
    t!(tr, "cards-hidden-helper", number = number.to_string())
}

/// A helper's name and role.
pub(crate) fn named(tr: &Tr, face: &Face) -> String {
    t!(
        tr,
        "cards-named-helper",
        name = face.name.as_str(),
        role = words::role(tr, face.role)
    )
}

fn owner(tr: &Tr, owner: &Owner) -> String {
    match owner {
        Owner::Hidden(number) => hidden(tr, *number),
        Owner::Shown(face) => named(tr, face),
        Owner::Own(_) => t!(tr, "cards-own"),
    }
}

/// Where a listing has its page.
pub(crate) fn href(shown: &Shown) -> String {
    match shown {
        Shown::Card(card) => format!("/cards/{}", card.id),
        Shown::Helper(profile) => format!("/helpers/{}", profile.face.id),
        Shown::Service(service) => format!("/services/{}", service.id),
    }
}

/// A listing in a list, with reasons and actions.
pub(crate) fn listing(tr: &Tr, shown: &Shown, reasons: &[String], actions: Markup) -> Markup {
    let href = href(shown);
    match shown {
        Shown::Card(card) => seen(tr, card, Some(&href), reasons, actions),
        Shown::Helper(profile) => helper(tr, profile, Some(&href), reasons, actions),
        Shown::Service(found) => service(tr, found, Some(&href), reasons, actions),
    }
}

/// Somebody's card.
pub(crate) fn seen(
    tr: &Tr,
    card: &SeenCard,
    href: Option<&str>,
    reasons: &[String],
    actions: Markup,
) -> Markup {
    let mut facts = facts(tr, &card.content);
    facts.push(tr.week_of(card.published.monday()));
    facts.push(owner(tr, &card.owner));
    card_frame(&CardFrame {
        title: &words::whom(tr, card.content.age, card.content.gender),
        href,
        kind: &t!(tr, "cards-kind"),
        facts: &facts,
        body: content(tr, &card.content),
        reasons,
        badges: html! { @if let Some(level) = card.trust { (badge(Tone::Good, &trust_words::level(tr, level))) } },
        actions,
    })
}

fn helper(
    tr: &Tr,
    profile: &Profile,
    href: Option<&str>,
    reasons: &[String],
    actions: Markup,
) -> Markup {
    let mut facts = vec![words::role(tr, profile.face.role)];
    if let Some(area) = profile.face.area {
        facts.push(words::place(tr, area));
    }
    if !profile.languages.is_empty() {
        facts.push(words::languages(tr, &profile.languages));
    }
    let offers: Vec<String> = profile
        .offers
        .iter()
        .filter(|offer| offer.level == OfferLevel::Has)
        .map(|offer| offer.term.label(tr.locale()).to_owned())
        .collect();
    card_frame(&CardFrame {
        title: &profile.face.name,
        href,
        kind: &t!(tr, "cards-kind-helper"),
        facts: &facts,
        body: chips(&t!(tr, "cards-offers"), ChipKind::Offer, &offers),
        reasons,
        badges: html! {},
        actions,
    })
}

fn service(
    tr: &Tr,
    found: &Service,
    href: Option<&str>,
    reasons: &[String],
    actions: Markup,
) -> Markup {
    let mut facts = vec![found.organization.clone(), words::place(tr, found.place)];
    facts.retain(|fact| !fact.is_empty());
    card_frame(&CardFrame {
        title: &found.name,
        href,
        kind: &t!(tr, "cards-kind-service"),
        facts: &facts,
        body: chips(
            &t!(tr, "cards-offers"),
            ChipKind::Offer,
            &words::terms(tr, &found.terms),
        ),
        reasons,
        badges: html! {},
        actions,
    })
}
