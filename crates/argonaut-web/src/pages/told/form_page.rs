//! The page of being told: where mail goes, and what goes at once, with the digest, or stays
//! in the page.

use argonaut_app::told::{Address, AddressState, Told};
use argonaut_domain::locale::Locale;
use argonaut_domain::told::{How, Quiet, Rhythm, Telling, Topic, zones};
use maud::{Markup, html};

use super::{devices, words};
use crate::form_data::FormData;
use crate::i18n::{Tr, t};
use crate::pages::parts::{self, Choice, Field, Tone, Weight, form};
use crate::pages::rights::words::own_name;

/// The errors of the page, by field.
pub(super) type Errors = [(String, String)];

fn error(errors: &Errors, name: &str) -> Option<String> {
    errors
        .iter()
        .find(|(field, _)| field == name)
        .map(|(_, text)| text.clone())
}

/// The whole page. `typed` is an address that could not be taken.
pub(super) fn view(tr: &Tr, told: &Told, typed: &str, errors: &Errors) -> Markup {
    let has_devices = told.push.as_ref().is_some_and(|push| !push.list.is_empty());
    html! {
        (parts::breadcrumb(&t!(tr, "door-way"), &[(&t!(tr, "shell-account-settings"), "/account")]))
        (parts::heading(&t!(tr, "told-title"), Some(&t!(tr, "told-lead")), None))
        (form::error_summary(tr, errors))
        @if told.means.mail {
            (parts::section(&t!(tr, "told-address"), &address(tr, told.address.as_ref(), typed, errors)))
        } @else {
            (parts::notice(Tone::Info, &t!(tr, "told-off-title"), &html! {
                p { (t!(tr, "told-off")) }
                p { (t!(tr, "told-off-admin")) " " code { "mail-url" } ", " code { "mail-from" } ", " code { "mail-bounces" } }
            }))
        }
        (parts::section(&t!(tr, "told-push"), &devices::view(tr, told.push.as_ref())))
        @if told.telling.off {
            (parts::notice(Tone::Info, &t!(tr, "told-ended-title"), &html! { p { (t!(tr, "told-ended")) } }))
        }
        (parts::section(&t!(tr, "told-choose"), &form::post("/account/told", true, &fields(tr, &told.telling, errors))))
        @if !told.telling.off && (told.address.is_some() || has_devices) {
            (parts::section(&t!(tr, "told-none-title"), &html! {
                p { (t!(tr, "told-none-lead")) }
                (parts::post_button(&t!(tr, "told-none"), "/account/told/end", Weight::Quiet, &[]))
            }))
        }
    }
}

fn address(tr: &Tr, address: Option<&Address>, typed: &str, errors: &Errors) -> Markup {
    let label = match address {
        None => t!(tr, "told-address-give"),
        Some(_) => t!(tr, "told-address-change"),
    };
    let field = Field::new("address", t!(tr, "told-address-label"))
        .hint(t!(tr, "told-address-hint"))
        .value(typed)
        .error(error(errors, "address"))
        .required()
        .kind("email")
        .autocomplete("email")
        .longest(254);
    html! {
        @if let Some(address) = address {
            p {
                strong { (address.text) } " "
                @match address.state {
                    AddressState::Waiting => (parts::badge(Tone::Info, &t!(tr, "told-state-waiting"))),
                    AddressState::Confirmed => (parts::badge(Tone::Good, &t!(tr, "told-state-confirmed"))),
                    AddressState::Failing => (parts::badge(Tone::Bad, &t!(tr, "told-state-failing"))),
                }
            }
            @match address.state {
                AddressState::Waiting => p { (t!(tr, "told-waiting")) },
                AddressState::Confirmed => p { (t!(tr, "told-confirmed")) },
                AddressState::Failing => p { (t!(tr, "told-failing")) },
            }
            @if address.state != AddressState::Confirmed {
                (parts::post_button(&t!(tr, "told-again"), "/account/told/address/again", Weight::Quiet, &[]))
            }
            (parts::post_button(&t!(tr, "told-remove"), "/account/told/address/remove", Weight::Link, &[]))
        } @else {
            p { (t!(tr, "told-address-lead")) }
        }
        (form::post("/account/told/address", false, &html! {
            (form::text_field(tr, &field))
            (form::submit_row(&label, None))
        }))
    }
}

fn fields(tr: &Tr, telling: &Telling, errors: &Errors) -> Markup {
    let zones = zones();
    let known = zones.contains(&telling.zone);
    let mut zone_choices: Vec<Choice<'_>> = zones
        .iter()
        .map(|zone| Choice::new(zone.as_str(), zone.replace('_', " "), *zone == telling.zone))
        .collect();
    if !known {
        zone_choices.push(Choice::new(
            telling.zone.as_str(),
            telling.zone.as_str(),
            true,
        ));
    }
    let rhythms: Vec<Choice<'_>> = Rhythm::ALL
        .iter()
        .map(|one| Choice::new(one.code(), words::rhythm(tr, *one), *one == telling.rhythm))
        .collect();
    let languages: Vec<Choice<'_>> = Locale::ALL
        .iter()
        .map(|one| Choice::new(one.code(), own_name(*one), *one == telling.language))
        .collect();
    let quiet = telling.quiet.unwrap_or(Quiet { from: 21, until: 7 });
    let hour = |name: &'static str, label: String, chosen: i8| {
        form::select(
            tr,
            &Field::new(name, label)
                .error(error(errors, name))
                .required(),
            &hours(chosen),
        )
    };
    // What was chosen stays to be seen while mail is ended.
    let shown = Telling {
        off: false,
        ..telling.clone()
    };
    html! {
        (form::group(&t!(tr, "told-topics"), Some(&t!(tr, "told-topics-hint")), &html! {
            @for topic in Topic::ALL.iter().copied().filter(|topic| *topic != Topic::Account) {
                @let name = format!("how-{topic}");
                (form::select(tr, &Field::new(name.clone(), words::topic(tr, topic)).error(error(errors, &name)).required(), &ways(tr, shown.how(topic))))
            }
            p.hint { strong { (words::topic(tr, Topic::Account)) } ": " (t!(tr, "told-account-hint")) }
        }))
        (form::group(&t!(tr, "told-digest"), None, &html! {
            (form::radio_group(tr, &Field::new("rhythm", t!(tr, "told-rhythm")).required(), &rhythms))
            (hour("hour", t!(tr, "told-hour"), telling.hour))
        }))
        (form::group(&t!(tr, "told-quiet"), None, &html! {
            (form::checkbox(tr, &Field::new("quiet", t!(tr, "told-quiet-on")).hint(t!(tr, "told-quiet-hint")), telling.quiet.is_some()))
            (form::row(&html! {
                (hour("quiet-from", t!(tr, "told-quiet-from"), quiet.from))
                (hour("quiet-until", t!(tr, "told-quiet-until"), quiet.until))
            }))
        }))
        (form::select(tr, &Field::new("zone", t!(tr, "told-zone")).hint(t!(tr, "told-zone-hint")).error(error(errors, "zone")).required(), &zone_choices))
        (form::select(tr, &Field::new("language", t!(tr, "told-language")).required(), &languages))
        (form::submit_row(&t!(tr, "told-keep"), None))
    }
}

fn ways(tr: &Tr, chosen: How) -> Vec<Choice<'static>> {
    How::ALL
        .iter()
        .map(|one| Choice::new(one.code(), words::how(tr, *one), *one == chosen))
        .collect()
}

fn hours(chosen: i8) -> Vec<Choice<'static>> {
    (0..24)
        .map(|hour: i8| Choice::new(hour.to_string(), format!("{hour:02}:00"), hour == chosen))
        .collect()
}

/// What was sent, over what was chosen before: a field that was not sent stays.
pub(super) fn read(sent: &FormData, before: &Telling) -> Telling {
    let mut telling = Telling {
        off: false,
        ..before.clone()
    };
    for topic in Topic::ALL.iter().copied() {
        if let Some(how) = sent.parsed(&format!("how-{topic}")) {
            telling.how.insert(topic, how);
        }
    }
    telling.rhythm = sent.parsed("rhythm").unwrap_or(telling.rhythm);
    telling.hour = sent.parsed("hour").unwrap_or(telling.hour);
    let hour = |name: &str, usual: i8| sent.parsed(name).unwrap_or(usual);
    telling.quiet = sent.ticked("quiet").then(|| Quiet {
        from: hour("quiet-from", 21),
        until: hour("quiet-until", 7),
    });
    if !sent.text("zone").is_empty() {
        telling.zone = sent.text("zone").to_owned();
    }
    telling.language = sent.parsed("language").unwrap_or(telling.language);
    telling
}
