//! The words of the network map on screen.

use argonaut_app::dossier::Measures;
use argonaut_domain::network::{Asking, Closeness, Frequency, Help, Scale, Subscale, TieKind};
use maud::{Markup, html};

use crate::i18n::{Tr, t};

/// What somebody is to the client.
pub(super) fn kind(tr: &Tr, one: TieKind) -> String {
    match one {
        TieKind::Family => t!(tr, "network-kind-family"),
        TieKind::Friend => t!(tr, "network-kind-friend"),
        TieKind::Neighbour => t!(tr, "network-kind-neighbour"),
        TieKind::Group => t!(tr, "network-kind-group"),
        TieKind::Work => t!(tr, "network-kind-work"),
        TieKind::Professional => t!(tr, "network-kind-professional"),
        TieKind::Place => t!(tr, "network-kind-place"),
        TieKind::Other => t!(tr, "network-kind-other"),
    }
}

/// How close somebody is.
pub(super) fn closeness(tr: &Tr, one: Closeness) -> String {
    match one {
        Closeness::Close => t!(tr, "network-close-close"),
        Closeness::Middle => t!(tr, "network-close-middle"),
        Closeness::Far => t!(tr, "network-close-far"),
    }
}

/// How often they meet.
pub(super) fn frequency(tr: &Tr, one: Frequency) -> String {
    match one {
        Frequency::Daily => t!(tr, "network-often-daily"),
        Frequency::Weekly => t!(tr, "network-often-weekly"),
        Frequency::Monthly => t!(tr, "network-often-monthly"),
        Frequency::Yearly => t!(tr, "network-often-yearly"),
        Frequency::Rarely => t!(tr, "network-often-rarely"),
    }
}

/// A part of what a network can give.
pub(super) fn subscale(tr: &Tr, one: Subscale) -> String {
    match one {
        Subscale::Domestic => t!(tr, "network-part-domestic"),
        Subscale::Advice => t!(tr, "network-part-advice"),
        Subscale::Skills => t!(tr, "network-part-skills"),
        Subscale::Solving => t!(tr, "network-part-solving"),
    }
}

/// What somebody could help with.
pub(super) fn help(tr: &Tr, one: Help) -> String {
    match one {
        Help::Repairs => t!(tr, "network-help-repairs"),
        Help::Errands => t!(tr, "network-help-errands"),
        Help::Minding => t!(tr, "network-help-minding"),
        Help::Rides => t!(tr, "network-help-rides"),
        Help::Money => t!(tr, "network-help-money"),
        Help::Rights => t!(tr, "network-help-rights"),
        Help::Health => t!(tr, "network-help-health"),
        Help::Work => t!(tr, "network-help-work"),
        Help::Digital => t!(tr, "network-help-digital"),
        Help::Languages => t!(tr, "network-help-languages"),
        Help::Cooking => t!(tr, "network-help-cooking"),
        Help::Hobby => t!(tr, "network-help-hobby"),
        Help::Listening => t!(tr, "network-help-listening"),
        Help::Bed => t!(tr, "network-help-bed"),
        Help::Lending => t!(tr, "network-help-lending"),
        Help::Company => t!(tr, "network-help-company"),
    }
}

/// A question that brings people to mind.
pub(super) fn asking(tr: &Tr, one: Asking) -> String {
    match one {
        Asking::Matters => t!(tr, "network-ask-matters"),
        Asking::Family => t!(tr, "network-ask-family"),
        Asking::Ill => t!(tr, "network-ask-ill"),
        Asking::Fun => t!(tr, "network-ask-fun"),
        Asking::Advice => t!(tr, "network-ask-advice"),
        Asking::Neighbours => t!(tr, "network-ask-neighbours"),
        Asking::Paid => t!(tr, "network-ask-paid"),
        Asking::Places => t!(tr, "network-ask-places"),
    }
}

/// What the client is asked about their life.
pub(super) fn scale(tr: &Tr, one: Scale) -> String {
    match one {
        Scale::Life => t!(tr, "network-scale-life"),
        Scale::Connected => t!(tr, "network-scale-connected"),
        Scale::Say => t!(tr, "network-scale-say"),
    }
}

/// A share from 0 to 1 as a percentage.
pub(super) fn percent(share: f64) -> String {
    format!("{:.0} %", share * 100.0)
}

/// A map in numbers: what is measured, the figure, and what it means.
pub(super) fn numbers(tr: &Tr, found: &Measures) -> Vec<(String, String, String)> {
    let of = Help::ALL.len();
    let not_yet = || t!(tr, "network-number-none");
    let share = |value: Option<f64>| value.map_or_else(not_yet, percent);
    vec![
        (
            t!(tr, "network-number-people"),
            found.people.to_string(),
            t!(
                tr,
                "network-number-people-hint",
                close = found.close,
                weekly = found.weekly
            ),
        ),
        (
            t!(tr, "network-number-places"),
            found.places.to_string(),
            t!(tr, "network-number-places-hint"),
        ),
        (
            t!(tr, "network-number-density"),
            share(found.density),
            t!(tr, "network-number-density-hint"),
        ),
        (
            t!(tr, "network-number-diversity"),
            share(found.diversity),
            t!(tr, "network-number-diversity-hint"),
        ),
        (
            t!(tr, "network-number-reach"),
            t!(tr, "network-of", count = found.reach, all = of),
            t!(tr, "network-number-reach-hint"),
        ),
        (
            t!(tr, "network-number-mutual"),
            found.mutual.to_string(),
            t!(tr, "network-number-mutual-hint"),
        ),
    ]
}

/// The numbers as a list of facts.
pub(super) fn facts(tr: &Tr, found: &Measures) -> Markup {
    let rows: Vec<(String, Markup)> = numbers(tr, found)
        .into_iter()
        .map(|(name, figure, hint)| (name, html! { strong { (figure) } " " span.hint { (hint) } }))
        .collect();
    crate::pages::parts::facts(&rows)
}
