//! How a client's page looks: large type, short words, one thing to do. No
//! navigation, no script, nothing that leads elsewhere.

use argonaut_app::dossier::{Birth, Dossier, Private, Released};
use argonaut_app::links::page::{LinkPage, Shared};
use argonaut_app::links::{About, Shown};
use argonaut_domain::card::CardContent;
use argonaut_domain::consent::{Consent, ConsentScope};
use argonaut_domain::link::{LinkAnswer, LinkPurpose, RequestKind};
use argonaut_domain::locale::Locale;
use argonaut_domain::place::Place;
use jiff::civil::Date;
use maud::{DOCTYPE, Markup, html};

use super::words as own;
use crate::assets::Asset;
use crate::i18n::{Tr, t};
use crate::pages::cards::face;
use crate::pages::clients::words as client_words;
use crate::pages::matches::words as stages;
use crate::pages::parts::{self, Field, Tone, form};
use crate::words;

/// What the last act came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Told {
    /// Nothing was done yet.
    Nothing,
    /// An answer was given.
    Answered,
    /// Something was withdrawn.
    Withdrawn,
    /// Something was asked for.
    Asked,
    /// It was said how an introduction goes.
    FollowedUp,
}

impl Told {
    pub(super) const fn code(self) -> &'static str {
        match self {
            Self::Nothing => "",
            Self::Answered => "answered",
            Self::Withdrawn => "withdrawn",
            Self::Asked => "asked",
            Self::FollowedUp => "followed-up",
        }
    }
    pub(super) fn parse(code: &str) -> Self {
        [
            Self::Answered,
            Self::Withdrawn,
            Self::Asked,
            Self::FollowedUp,
        ]
        .into_iter()
        .find(|told| told.code() == code)
        .unwrap_or(Self::Nothing)
    }
}

/// The frame of every page for clients. `here` is the page's own address, for
/// the choice of language.
pub(super) fn frame(tr: &Tr, title: &str, here: &str, body: &Markup) -> Markup {
    html! {
        (DOCTYPE)
        html lang=(tr.lang()) dir=(tr.dir()) {
            head {
                meta charset="utf-8";
                title { (title) }
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                meta name="robots" content="noindex, nofollow, noarchive, nosnippet";
                meta name="referrer" content="no-referrer";
                link rel="icon" type="image/svg+xml" href=(Asset::Icon.path());
                link rel="stylesheet" href=(Asset::Style.path());
            }
            body.for-client {
                a.skip href="#main" { (t!(tr, "shell-skip")) }
                header.client-head {
                    nav aria-label=(t!(tr, "shell-language")) {
                        @for locale in Locale::ALL.iter().copied() {
                            a href={ (here) "?lang=" (locale.code()) } lang=(locale.code()) hreflang=(locale.code())
                                aria-current=[(locale == tr.locale()).then_some("true")] { (own::own_name(locale)) }
                        }
                    }
                }
                main id="main" class="main main-text" tabindex="-1" { (body) }
                footer.client-foot {
                    p { (t!(tr, "rights-client-foot")) " "
                        a href={ "/privacy?lang=" (tr.lang()) } { (t!(tr, "privacy-title")) } }
                }
            }
        }
    }
}

/// Wrong or over: always the same page.
pub(super) fn ended(tr: &Tr) -> Markup {
    short(
        tr,
        &t!(tr, "rights-ended-title"),
        &t!(tr, "rights-ended-text"),
    )
}

pub(super) fn too_much(tr: &Tr) -> Markup {
    short(
        tr,
        &t!(tr, "rights-too-much-title"),
        &t!(tr, "rights-too-much-text"),
    )
}

pub(super) fn over(tr: &Tr) -> Markup {
    short(
        tr,
        &t!(tr, "rights-over-title"),
        &t!(tr, "rights-over-text"),
    )
}

pub(super) fn busy(tr: &Tr) -> Markup {
    short(tr, &t!(tr, "errors-busy-title"), &t!(tr, "errors-busy"))
}

pub(super) fn trouble(tr: &Tr) -> Markup {
    short(
        tr,
        &t!(tr, "errors-internal-title"),
        &t!(tr, "errors-internal"),
    )
}

fn short(tr: &Tr, title: &str, text: &str) -> Markup {
    let body = html! {
        (parts::heading(title, Some(text), None))
        p { a href={ "/c?lang=" (tr.lang()) } { (t!(tr, "rights-code-link")) } }
    };
    frame(tr, title, "/c", &body)
}

/// The page behind a link.
pub(super) fn page(tr: &Tr, page: &LinkPage, token: &str, told: Told, today: Date) -> Markup {
    let here = format!("/c/{token}");
    let shown = page.shown.get();
    let title = match page.link.purpose {
        LinkPurpose::Share => t!(tr, "rights-share-title"),
        LinkPurpose::Introduce => t!(tr, "rights-introduce-title"),
        LinkPurpose::See => t!(tr, "rights-see-title"),
    };
    let hello = t!(
        tr,
        "rights-hello",
        client = shown.client.as_str(),
        helper = shown.helper.as_str()
    );
    let body = html! {
        (parts::heading(&title, Some(&hello), None))
        (news(tr, page, told))
        @match &shown.about {
            About::Share { card } => (share(tr, shown, card.as_ref())),
            About::Introduce { recipient, released, theirs, in_person, .. } =>
                (introduce(tr, shown, recipient, released, theirs.as_ref(), *in_person)),
            About::See { record, more_notes } => {
                (see(tr, shown, record, *more_notes))
                @if let Some(shared) = &page.shared { (now_shared(tr, shared, &here, today)) }
                (mend(tr, &here))
            }
        }
        (crate::pages::follow_ups::client_form(tr, page, &here))
        (answers(tr, page, &here))
        p.hint { (t!(tr, "rights-until", date = tr.date(page.link.ends.date()))) }
    };
    frame(tr, &title, &here, &body)
}

/// How things stand, first of all.
fn news(tr: &Tr, page: &LinkPage, told: Told) -> Markup {
    let helper = page.shown.get().helper.as_str();
    let (tone, title, text) = match (told, &page.consent, page.link.answer) {
        (Told::Asked, ..) => (
            Tone::Good,
            t!(tr, "rights-asked-title"),
            t!(tr, "rights-asked-text", helper = helper),
        ),
        (Told::FollowedUp, ..) => (
            Tone::Good,
            t!(tr, "follow-client-thanks-title"),
            t!(tr, "follow-client-thanks", helper = helper),
        ),
        (_, Some(consent), _) => (
            Tone::Good,
            t!(tr, "rights-said-yes-title"),
            t!(
                tr,
                "rights-said-yes-text",
                date = tr.date(consent.expires.plus_days(-1).date())
            ),
        ),
        (Told::Withdrawn, None, _) | (_, None, Some((LinkAnswer::Yes, _))) => (
            Tone::Info,
            t!(tr, "rights-withdrawn-title"),
            t!(tr, "rights-withdrawn-text", helper = helper),
        ),
        (_, None, Some((LinkAnswer::No, _))) => (
            Tone::Info,
            t!(tr, "rights-said-no-title"),
            t!(tr, "rights-said-no-text", helper = helper),
        ),
        (_, None, Some((LinkAnswer::Talk, _))) => (
            Tone::Info,
            t!(tr, "rights-said-talk-title"),
            t!(tr, "rights-said-talk-text", helper = helper),
        ),
        (Told::Nothing | Told::Answered, None, None) => {
            return html! {
                @if page.link.purpose == LinkPurpose::Introduce && !page.asks {
                    (parts::notice(Tone::Info, &t!(tr, "rights-over-title"), &html! { p { (t!(tr, "rights-over-text")) } }))
                }
            };
        }
    };
    parts::notice(tone, &title, &html! { p { (text) } })
}

fn share(tr: &Tr, shown: &Shown, card: Option<&CardContent>) -> Markup {
    html! {
        p { (t!(tr, "rights-share-ask", helper = shown.helper.as_str())) }
        p { (t!(tr, "rights-share-what")) }
        @if let Some(card) = card {
            h2 { (t!(tr, "rights-share-card")) }
            (face::bare(tr, card))
        }
        p { strong { (t!(tr, "rights-free")) } }
    }
}

fn introduce(
    tr: &Tr,
    shown: &Shown,
    recipient: &Private,
    released: &Released,
    theirs: Option<&CardContent>,
    in_person: bool,
) -> Markup {
    let helper = shown.helper.as_str();
    html! {
        @if in_person {
            p { (t!(tr, "rights-introduce-helper", helper = helper, other = recipient.as_str())) }
        } @else {
            p { (t!(tr, "rights-introduce-person", helper = helper, other = recipient.as_str())) }
        }
        @if let Some(card) = theirs {
            h2 { (t!(tr, "rights-introduce-theirs")) }
            (face::bare(tr, card))
        }
        h2 { (t!(tr, "rights-introduce-tell", other = recipient.as_str())) }
        (details(tr, released))
        p { (t!(tr, "rights-introduce-only", other = recipient.as_str())) }
        p { strong { (t!(tr, "rights-free")) } }
    }
}

/// Details that are told, row by row.
pub(super) fn details(tr: &Tr, released: &Released) -> Markup {
    let list = |texts: &[Private]| {
        texts
            .iter()
            .map(Private::as_str)
            .collect::<Vec<_>>()
            .join(", ")
    };
    let one = |text: Option<&Private>| text.map_or(String::new(), |text| text.as_str().to_owned());
    let rows: Vec<(String, Markup)> = [
        (t!(tr, "clients-name"), one(released.first_name.as_ref())),
        (
            t!(tr, "clients-full-name"),
            one(released.full_name.as_ref()),
        ),
        (t!(tr, "clients-phones"), list(&released.phones)),
        (t!(tr, "clients-emails"), list(&released.emails)),
        (t!(tr, "clients-address"), one(released.address.as_ref())),
        (
            t!(tr, "clients-preferred"),
            released
                .preferred
                .map(|way| client_words::contact_way(tr, way))
                .unwrap_or_default(),
        ),
        (t!(tr, "clients-times"), one(released.times.as_ref())),
    ]
    .into_iter()
    .filter(|(_, text)| !text.is_empty())
    .map(|(label, text)| (label, html! { (text) }))
    .collect();
    parts::facts(&rows)
}

/// The three answers, or the way back from a yes.
fn answers(tr: &Tr, page: &LinkPage, here: &str) -> Markup {
    let lang = [("lang", tr.lang())];
    html! {
        @if page.consent.is_some() {
            h2 { (t!(tr, "rights-mind-changed")) }
            p { (t!(tr, "rights-withdraw-lead")) }
            (parts::post_button(&t!(tr, "rights-withdraw"), &format!("{here}/withdraw"), parts::Weight::Danger,
                &[("what", "this"), ("lang", tr.lang())]))
        } @else if page.asks {
            form.answers method="post" action={ (here) "/answer" } {
                h2 { (t!(tr, "rights-your-answer")) }
                @for (name, value) in lang { (form::hidden(name, value)) }
                button.button type="submit" name="answer" value=(LinkAnswer::Yes.code()) { (own::answer(tr, LinkAnswer::Yes)) }
                button.button.button-quiet type="submit" name="answer" value=(LinkAnswer::No.code()) { (own::answer(tr, LinkAnswer::No)) }
                button.button.button-quiet type="submit" name="answer" value=(LinkAnswer::Talk.code()) { (own::answer(tr, LinkAnswer::Talk)) }
            }
        }
    }
}

/// What is kept, line by line: for the client's own page and for the printed document.
pub(super) fn record(tr: &Tr, record: &Dossier) -> Markup {
    let texts = |list: &[Private]| {
        list.iter()
            .map(Private::as_str)
            .collect::<Vec<_>>()
            .join(", ")
    };
    let birth = match record.birth {
        Birth::Unknown => String::new(),
        Birth::Year(year) => year.to_string(),
        Birth::Date(date) => tr.date(date),
    };
    let terms = |list: Vec<_>| words::terms(tr, &list).join(", ");
    let place = if record.place == Place::Anywhere {
        String::new()
    } else {
        words::place(tr, record.place)
    };
    let needs: Vec<String> = record
        .needs
        .iter()
        .map(|need| with_note(need.term.label(tr.locale()), &need.note))
        .collect();
    let offers: Vec<String> = record
        .offers
        .iter()
        .map(|offer| with_note(offer.term.label(tr.locale()), &offer.note))
        .collect();
    let rows: Vec<(String, Markup)> = [
        (t!(tr, "clients-name"), record.name().to_owned()),
        (
            t!(tr, "clients-full-name"),
            record.identity.full_name.as_str().to_owned(),
        ),
        (
            t!(tr, "clients-pronouns"),
            record.identity.pronouns.as_str().to_owned(),
        ),
        (t!(tr, "clients-birth"), birth),
        (
            t!(tr, "clients-gender"),
            record
                .gender
                .map(|of| words::gender(tr, of))
                .unwrap_or_default(),
        ),
        (
            t!(tr, "clients-languages"),
            words::languages(tr, &record.languages),
        ),
        (t!(tr, "rights-place"), place),
        (t!(tr, "clients-phones"), texts(&record.contact.phones)),
        (t!(tr, "clients-emails"), texts(&record.contact.emails)),
        (
            t!(tr, "clients-address"),
            record.contact.address.as_str().to_owned(),
        ),
        (
            t!(tr, "clients-times"),
            record.contact.times.as_str().to_owned(),
        ),
        (t!(tr, "clients-needs"), needs.join(", ")),
        (t!(tr, "clients-offers"), offers.join(", ")),
        (t!(tr, "clients-interests"), terms(record.interests.clone())),
        (
            t!(tr, "clients-connections"),
            terms(record.connections.clone()),
        ),
        (
            t!(tr, "clients-situations"),
            terms(record.situations.clone()),
        ),
        (
            t!(tr, "rights-limits"),
            words::limits(tr, &record.limits).join(" "),
        ),
        (t!(tr, "clients-never"), texts(&record.never_introduce)),
    ]
    .into_iter()
    .filter(|(_, text)| !text.is_empty())
    .map(|(label, text)| (label, html! { (text) }))
    .collect();
    html! {
        (parts::facts(&rows))
        @if !record.plan.is_empty() {
            h3 { (t!(tr, "plan-title")) }
            (crate::pages::plan::face(tr, &record.plan))
        }
        @if !record.network.is_empty() {
            h3 { (t!(tr, "network-title")) }
            (crate::pages::network::face(tr, &record.network))
        }
        @if !record.referrals.list.is_empty() {
            h3 { (t!(tr, "referrals-title")) }
            (crate::pages::referrals::face(tr, &record.referrals))
        }
        @if !record.notes.is_empty() {
            h3 { (t!(tr, "clients-notes")) }
            ul.plain-list {
                @for note in &record.notes {
                    li { p.hint { (tr.date(note.at.date())) } p.note-text { (note.text.as_str()) } }
                }
            }
        }
    }
}

fn with_note(label: &str, note: &Private) -> String {
    if note.is_empty() {
        label.to_owned()
    } else {
        format!("{label} ({})", note.as_str())
    }
}

fn see(tr: &Tr, shown: &Shown, dossier: &Dossier, more_notes: bool) -> Markup {
    html! {
        p { (t!(tr, "rights-see-lead", helper = shown.helper.as_str())) }
        h2 { (t!(tr, "rights-see-kept")) }
        (record(tr, dossier))
        @if more_notes { p { (t!(tr, "rights-see-notes", helper = shown.helper.as_str())) } }
    }
}

/// What a consent is about, in a line.
pub(super) fn scope(tr: &Tr, consent: &Consent, recipient: Option<&str>) -> String {
    match &consent.scope {
        ConsentScope::ShareCard => t!(tr, "consent-scope-share"),
        ConsentScope::Introduce { fields, .. } => {
            let fields: Vec<String> = fields
                .iter()
                .map(|field| client_words::released(tr, *field))
                .collect();
            match recipient {
                Some(name) => t!(
                    tr,
                    "rights-scope-to",
                    fields = tr.list(&fields),
                    recipient = name
                ),
                None => t!(tr, "consent-scope-introduce", fields = tr.list(&fields)),
            }
        }
    }
}

/// The same, for the room of a match.
pub(crate) fn scope_line(tr: &Tr, consent: &Consent, partner: &str) -> String {
    scope(tr, consent, Some(partner))
}

/// How, when and until when a consent was given, in a line.
pub(super) fn terms_of(tr: &Tr, consent: &Consent) -> String {
    t!(
        tr,
        "consent-when",
        method = client_words::method(tr, consent.method),
        on = tr.date(consent.given.date()),
        until = tr.date(consent.expires.plus_days(-1).date())
    )
}

fn now_shared(tr: &Tr, shared: &Shared, here: &str, today: Date) -> Markup {
    let holds = |consent: &Consent| consent.withdrawn.is_none() && today < consent.expires.date();
    let any = shared.consents.iter().any(|(consent, _)| holds(consent));
    html! {
        h2 { (t!(tr, "rights-see-shared")) }
        @match &shared.card {
            Some(card) => { p { (t!(tr, "rights-see-card")) } (face::bare(tr, &card.content)) }
            None => p { (t!(tr, "rights-see-no-card")) },
        }
        @if !shared.matches.is_empty() {
            h3 { (t!(tr, "rights-see-matches")) }
            ul { @for (stage, other) in &shared.matches {
                li { (stages::stage(tr, *stage)) @if let Some(other) = other { " · " (t!(tr, "matches-with", partner = other.as_str())) } }
            } }
        }
        h2 { (t!(tr, "rights-see-consents")) }
        @if shared.consents.is_empty() { p { (t!(tr, "rights-see-no-consents")) } }
        ul.plain-list { @for (consent, to) in &shared.consents {
            li {
                p { strong { (scope(tr, consent, to.as_deref())) } " " (terms_of(tr, consent)) }
                @if holds(consent) {
                    (parts::post_button(&t!(tr, "rights-withdraw-one"), &format!("{here}/withdraw"), parts::Weight::Quiet,
                        &[("what", &consent.id.to_string()), ("lang", tr.lang())]))
                } @else if consent.withdrawn.is_some() { (parts::badge(Tone::Info, &t!(tr, "consent-withdrawn"))) }
                @else { (parts::badge(Tone::Info, &t!(tr, "consent-over"))) }
            }
        } }
        @if any || shared.card.is_some() {
            p { (t!(tr, "rights-withdraw-lead")) }
            (parts::post_button(&t!(tr, "rights-withdraw-all"), &format!("{here}/withdraw"), parts::Weight::Danger,
                &[("what", "all"), ("lang", tr.lang())]))
        }
        h2 { (t!(tr, "rights-see-log")) }
        p { (t!(tr, "rights-see-log-lead")) }
        ul { @for (at, who) in &shared.opened {
            li { (tr.date(at.date())) " · " @if let Some(who) = who { (who) } @else { (t!(tr, "rights-somebody")) } }
        } }
    }
}

fn mend(tr: &Tr, here: &str) -> Markup {
    html! {
        h2 { (t!(tr, "rights-mend-title")) }
        form.form method="post" action={ (here) "/ask" } {
            (form::hidden("lang", tr.lang()))
            (form::hidden("kind", RequestKind::Correct.code()))
            (form::textarea(tr, &Field::new("words", t!(tr, "rights-mend-words")).hint(t!(tr, "rights-mend-hint")).autocomplete("off").longest(1000), 4))
            (form::submit_row(&t!(tr, "rights-mend-send"), None))
        }
        h2 { (t!(tr, "rights-erase-title")) }
        p { (t!(tr, "rights-erase-lead")) }
        (parts::post_button(&t!(tr, "rights-erase-send"), &format!("{here}/ask"), parts::Weight::Quiet,
            &[("kind", RequestKind::Erase.code()), ("lang", tr.lang())]))
    }
}
