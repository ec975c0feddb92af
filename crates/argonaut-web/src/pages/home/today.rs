//! Today: what waits for the helper, and for a new one the first steps.

use argonaut_app::clients::list::{ClientList, ListQuery, Shelf, list as clients};
use argonaut_app::contacts::list::{Contacts, list as contacts};
use argonaut_app::helpers::edit::mine;
use argonaut_app::matches::list::{MatchLine, list as matches};
use argonaut_domain::helper::Helper;
use axum::extract::State;
use jiff::civil::Date;
use maud::{Markup, html};

use crate::failure::Failure;
use crate::i18n::{Tr, t};
use crate::me::Me;
use crate::pages::layout::{NavItem, Width};
use crate::pages::matches::list::task;
use crate::pages::parts::tasks::{Task, tasks};
use crate::pages::parts::{self, Icon, Step, StepState};
use crate::state::Web;

pub(super) async fn show(State(web): State<Web>, me: Me) -> Result<Markup, Failure> {
    let tr = &me.tr;
    let seen = Seen {
        helper: mine(&web.app, &me.who).await?,
        all: clients(&web.app, &me.who, &ListQuery::default())
            .await
            .map_err(|error| Failure::of(tr, &error))?,
        unattended: clients(
            &web.app,
            &me.who,
            &ListQuery {
                shelf: Shelf::Unattended,
                ..ListQuery::default()
            },
        )
        .await
        .map_err(|error| Failure::of(tr, &error))?,
        matches: matches(&web.app, &me.who).await?,
        contacts: contacts(&web.app, &me.who).await?,
    };
    let body = view(tr, &seen, web.app.now().date());
    Ok(me.show(
        &t!(tr, "shell-nav-today"),
        NavItem::Today,
        Width::Text,
        &body,
    ))
}

struct Seen {
    helper: Helper,
    all: ClientList,
    unattended: ClientList,
    matches: Vec<MatchLine>,
    contacts: Contacts,
}

fn view(tr: &Tr, seen: &Seen, today: Date) -> Markup {
    let waiting = waiting(tr, seen, today);
    let new = seen.all.caseload == 0 || seen.matches.is_empty();
    html! {
        (parts::heading(&t!(tr, "today-title", name = seen.helper.name.as_str()), None,
            Some(parts::action(&t!(tr, "clients-new"), "/clients/new"))))
        @if new { (first_steps(tr, seen)) }
        @if !waiting.is_empty() {
            (parts::section(&t!(tr, "today-waiting"), &tasks(&t!(tr, "today-waiting"), &t!(tr, "matches-new"), &waiting)))
        } @else if !new {
            (parts::empty(Icon::Today, &t!(tr, "today-nothing-title"), &t!(tr, "today-nothing"), Some(parts::action(&t!(tr, "matches-empty-step"), "/clients"))))
        }
        @if seen.unattended.total > 0 {
            (parts::section(&t!(tr, "today-unattended"), &html! {
                ul.plain-list {
                    @for line in seen.unattended.lines.iter().take(8) {
                        @let line = line.get();
                        li { a href={ "/clients/" (line.id) } { (line.name) } " · " (t!(tr, "clients-attended", when = tr.relative(today, line.attended.date()))) }
                    }
                }
                @if seen.unattended.total > 8 { p { a href="/clients?shelf=unattended" { (t!(tr, "today-all-unattended", count = seen.unattended.total)) } } }
            }))
        }
    }
}

fn waiting(tr: &Tr, seen: &Seen, today: Date) -> Vec<Task> {
    let mine = seen
        .matches
        .iter()
        .filter(|line| line.my_turn)
        .map(|line| task(tr, line, today));
    let asked = seen.contacts.asked_me.iter().map(|face| Task {
        picture: Icon::Helpers,
        title: t!(tr, "today-contact", name = face.name.as_str()),
        href: format!("/helpers/{}", face.id),
        text: None,
        when: None,
        fresh: true,
    });
    mine.chain(asked).collect()
}

fn first_steps(tr: &Tr, seen: &Seen) -> Markup {
    let profile = !seen.helper.profile.offers.is_empty();
    let client = seen.all.caseload > 0;
    let first = seen.all.lines.first().map(|line| line.get());
    let card = seen.all.lines.iter().any(|line| line.get().has_card);
    let asked = !seen.matches.is_empty();
    let home = first.map(|line| format!("/clients/{}", line.id));
    let done = [profile, client, card, asked];
    let now = done.iter().position(|is| !is).unwrap_or(4);
    let step = |place: usize, label: String| Step {
        label,
        detail: None,
        state: match (done.get(place), place == now) {
            (Some(true), _) => StepState::Done,
            (_, true) => StepState::Now,
            _ => StepState::Later,
        },
    };
    let steps = [
        step(0, t!(tr, "today-step-profile")),
        step(1, t!(tr, "today-step-client")),
        step(2, t!(tr, "today-step-card")),
        step(3, t!(tr, "today-step-ask")),
    ];
    let (label, href) = match now {
        0 => (t!(tr, "today-do-profile"), "/profile".to_owned()),
        1 => (t!(tr, "clients-new"), "/clients/new".to_owned()),
        2 => (
            t!(tr, "clients-next-card"),
            home.map_or_else(|| "/clients".to_owned(), |home| format!("{home}/card")),
        ),
        _ => (
            t!(tr, "clients-next-suggestions"),
            home.map_or_else(
                || "/clients".to_owned(),
                |home| format!("{home}/suggestions"),
            ),
        ),
    };
    html! {
        section.panel {
            h2 { (t!(tr, "today-first-steps")) }
            (parts::steps(tr, &t!(tr, "today-first-steps"), &steps))
            (parts::actions(&[parts::action(&label, &href), parts::quiet_action(&t!(tr, "today-look-helpers"), "/helpers")]))
        }
    }
}
