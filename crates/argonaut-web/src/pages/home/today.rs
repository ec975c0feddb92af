//! The first page after signing in: what waits for this helper, and for a new
//! one the first steps. Everything on it is a link to the act.

use argonaut_app::clients::list::{ListQuery, Shelf, Sort, UNATTENDED_DAYS, list as caseload};
use argonaut_app::clients::retain;
use argonaut_app::contacts::list::list as contacts;
use argonaut_app::contacts::suggest::{Suggested, suggested};
use argonaut_app::groups::list::{Mine, mine};
use argonaut_app::helpers::edit;
use argonaut_app::links::requests;
use argonaut_app::matches::list::{MatchLine, list as matches};
use argonaut_app::people::Face;
use argonaut_app::trust::prompt;
use argonaut_domain::clock::Timestamp;
use argonaut_domain::helper::Profile;
use argonaut_domain::ids::ClientId;
use argonaut_domain::introduction::StageName;
use argonaut_domain::place::Place;
use axum::extract::State;
use jiff::civil::Date;
use maud::{Markup, html};

use crate::failure::Failure;
use crate::i18n::{Tr, t};
use crate::me::Me;
use crate::pages::layout::{NavItem, Width};
use crate::pages::matches::list::task;
use crate::pages::parts::{self, Icon, Task, tasks};
use crate::state::Web;
use crate::words;

/// How many clients without attention are named here; the rest is one click away.
const MOST_CLIENTS: usize = 5;

/// How many helpers are suggested here; the rest is on the page of contacts.
const MOST_SUGGESTED: usize = 2;

/// What the page shows.
struct Day {
    name: String,
    matches: Vec<MatchLine>,
    asked_me: Vec<Face>,
    /// Helpers of whom a good word is asked, after joint work.
    words: Vec<Face>,
    /// Helpers whom this one may want to know.
    suggested: Vec<Suggested>,
    /// What waits in groups.
    groups: Mine,
    /// Clients who asked for something by a link.
    asking: Vec<ClientId>,
    /// How many records nobody has needed for long.
    to_review: usize,
    /// The longest without attention first, by name.
    unattended: Vec<(ClientId, String, Timestamp)>,
    unattended_in_all: usize,
    /// How far a helper who has never asked anybody has come.
    first_steps: Option<FirstSteps>,
    today: Date,
}

/// How far a new helper has come.
struct FirstSteps {
    profile: bool,
    /// The client to go on with: one without a card first.
    client: Option<ClientId>,
    card: bool,
}

pub(super) async fn show(State(web): State<Web>, me: Me) -> Result<Markup, Failure> {
    let day = day(&web, &me).await?;
    let title = t!(me.tr, "shell-nav-today");
    Ok(me.show(&title, NavItem::Today, Width::Text, &view(&me.tr, &day)))
}

async fn day(web: &Web, me: &Me) -> Result<Day, Failure> {
    let (app, who) = (&web.app, &me.who);
    let told = |error| Failure::of(&me.tr, &error);
    let matches = matches(app, who).await?;
    let asked_me = contacts(app, who).await?.asked_me;
    let shelf = |shelf, sort| ListQuery {
        shelf,
        sort,
        ..ListQuery::default()
    };
    let stale = caseload(app, who, &shelf(Shelf::Unattended, Sort::Attention))
        .await
        .map_err(told)?;
    let unattended = stale
        .lines
        .iter()
        .take(MOST_CLIENTS)
        .map(|line| {
            let line = line.get();
            (line.id, line.name.clone(), line.attended)
        })
        .collect();
    let first_steps = if matches.is_empty() {
        let profile = edit::mine(app, who).await?.profile;
        let newest = caseload(app, who, &shelf(Shelf::Active, Sort::Newest))
            .await
            .map_err(told)?;
        let carded = newest.lines.iter().find(|line| line.get().has_card);
        Some(FirstSteps {
            profile: says_something(&profile),
            card: carded.is_some(),
            client: carded.or(newest.lines.first()).map(|line| line.get().id),
        })
    } else {
        None
    };
    Ok(Day {
        name: who.name.clone(),
        matches,
        asked_me,
        words: prompt::waiting(app, who).await?,
        suggested: suggested(app, who, MOST_SUGGESTED).await?,
        groups: mine(app, who).await?,
        asking: requests::asking(app, who).await?,
        to_review: retain::waiting(app, who).await?,
        unattended,
        unattended_in_all: stale.unattended,
        first_steps,
        today: app.now().date(),
    })
}

/// Whether a profile tells others anything by which to find this helper.
fn says_something(profile: &Profile) -> bool {
    profile.area != Place::Anywhere || !profile.offers.is_empty() || !profile.about.is_empty()
}

fn view(tr: &Tr, day: &Day) -> Markup {
    let follow_up = |line: &&MatchLine| line.my_turn && line.stage == StageName::Introduced;
    let turn =
        |line: &&MatchLine| line.my_turn && !line.aside && line.stage != StageName::Introduced;
    let rows = |wanted: &dyn Fn(&&MatchLine) -> bool| -> Vec<Task> {
        let chosen = day.matches.iter().filter(|line| wanted(line));
        chosen.map(|line| task(tr, line, day.today)).collect()
    };
    let turns = rows(&turn);
    let follow_ups = rows(&follow_up);
    let requests: Vec<Task> = day.asked_me.iter().map(|face| request(tr, face)).collect();
    let asking: Vec<Task> = day.asking.iter().map(|id| asks(tr, *id)).collect();
    let words: Vec<Task> = day.words.iter().map(|face| word(tr, face)).collect();
    let groups = crate::pages::groups::today(tr, &day.groups);
    let nothing = groups.is_empty()
        && turns.is_empty()
        && follow_ups.is_empty()
        && requests.is_empty()
        && asking.is_empty()
        && words.is_empty();
    let calm = nothing && day.unattended.is_empty() && day.first_steps.is_none();
    html! {
        (parts::heading(&t!(tr, "today-title", name = day.name.as_str()), Some(&lead(tr, day, nothing)), Some(parts::action(&t!(tr, "today-record"), "/clients/new"))))
        @if let Some(steps) = &day.first_steps { (first_steps(tr, steps)) }
        (part(tr, &t!(tr, "rights-today-clients"), &asking))
        (part(tr, &t!(tr, "today-turn"), &turns))
        (part(tr, &t!(tr, "today-follow-ups"), &follow_ups))
        (part(tr, &t!(tr, "today-contacts"), &requests))
        (part(tr, &t!(tr, "trust-today"), &words))
        (part(tr, &t!(tr, "groups-today"), &groups))
        (unattended(tr, day))
        (crate::pages::helpers::suggested::part(tr, &day.suggested))
        @if !day.suggested.is_empty() { p { a href="/contacts" { (t!(tr, "people-today-all")) } } }
        @if day.to_review > 0 { p { a href="/clients/review" { (t!(tr, "rights-today-review", count = day.to_review)) } } }
        @if calm {
            (parts::empty(
                Icon::Today,
                &t!(tr, "today-calm-title"),
                &t!(tr, "today-calm"),
                Some(parts::action(&t!(tr, "today-calm-step"), "/clients")),
            ))
        }
    }
}

fn lead(tr: &Tr, day: &Day, nothing: bool) -> String {
    if day.first_steps.is_some() {
        t!(tr, "today-lead-new")
    } else if nothing {
        t!(tr, "today-lead-calm")
    } else {
        t!(tr, "today-lead")
    }
}

fn part(tr: &Tr, title: &str, rows: &[Task]) -> Markup {
    html! {
        @if !rows.is_empty() {
            (parts::section(title, &tasks(title, &t!(tr, "today-waits"), rows)))
        }
    }
}

fn request(tr: &Tr, face: &Face) -> Task {
    Task {
        picture: Icon::Helpers,
        title: t!(tr, "today-contact", name = face.name.as_str()),
        href: format!("/helpers/{}", face.id),
        text: Some(words::role(tr, face.role)),
        when: None,
        fresh: true,
    }
}

/// Somebody with whom joint work went well, and of whom nothing was said yet.
fn word(tr: &Tr, face: &Face) -> Task {
    Task {
        picture: Icon::Helpers,
        title: t!(tr, "trust-vouch", name = face.name.as_str()),
        href: format!("/helpers/{}/vouch", face.id),
        text: Some(t!(tr, "trust-after")),
        when: None,
        fresh: false,
    }
}

fn unattended(tr: &Tr, day: &Day) -> Markup {
    let title = t!(tr, "today-unattended", days = UNATTENDED_DAYS);
    let rows: Vec<Task> = day
        .unattended
        .iter()
        .map(|(id, name, attended)| Task {
            picture: Icon::Clients,
            title: name.clone(),
            href: format!("/clients/{id}"),
            text: None,
            when: Some(tr.relative(day.today, attended.date())),
            fresh: false,
        })
        .collect();
    html! {
        @if !rows.is_empty() {
            (parts::section(&title, &html! {
                (tasks(&title, &t!(tr, "today-waits"), &rows))
                @if day.unattended_in_all > rows.len() {
                    p { a href="/clients?shelf=unattended" { (t!(tr, "today-unattended-all", count = day.unattended_in_all)) } }
                }
            }))
        }
    }
}

/// What a client asked for by a link.
fn asks(tr: &Tr, id: ClientId) -> Task {
    Task {
        picture: Icon::Speech,
        title: t!(tr, "rights-today-asks"),
        href: format!("/clients/{id}"),
        text: None,
        when: None,
        fresh: true,
    }
}

fn first_steps(tr: &Tr, steps: &FirstSteps) -> Markup {
    let of_client = |page: &str| match steps.client {
        Some(client) => format!("/clients/{client}/{page}"),
        None => "/clients/new".to_owned(),
    };
    let step = |done: bool, title: String, text: String, href: String| Task {
        picture: if done { Icon::Tick } else { Icon::Today },
        title,
        href,
        text: Some(text),
        when: done.then(|| t!(tr, "today-step-done")),
        fresh: false,
    };
    let title = t!(tr, "today-steps");
    let rows = [
        step(
            steps.profile,
            t!(tr, "today-step-profile"),
            t!(tr, "today-step-profile-why"),
            "/profile".to_owned(),
        ),
        step(
            steps.client.is_some(),
            t!(tr, "today-step-client"),
            t!(tr, "today-step-client-why"),
            "/clients/new".to_owned(),
        ),
        step(
            steps.card,
            t!(tr, "today-step-card"),
            t!(tr, "today-step-card-why"),
            of_client("card"),
        ),
        step(
            false,
            t!(tr, "today-step-look"),
            t!(tr, "today-step-look-why"),
            of_client("suggestions"),
        ),
        step(
            false,
            t!(tr, "today-step-ask"),
            t!(tr, "today-step-ask-why"),
            "/find".to_owned(),
        ),
    ];
    parts::section(&title, &tasks(&title, &t!(tr, "today-waits"), &rows))
}

#[cfg(test)]
mod tests {
    use argonaut_app::matches::list::Partner;
    use argonaut_domain::ids::MatchId;
    use argonaut_domain::introduction::Side;
    use argonaut_domain::locale::Locale;
    use uuid::Uuid;

    use super::*;
    use crate::pages::layout::{Page, layout};
    use crate::pages::tests::lint::faults;

    fn line(number: u128, stage: StageName, my_turn: bool) -> MatchLine {
        MatchLine {
            id: MatchId::from_uuid(Uuid::from_u128(number)),
            side: Side::Owner,
            stage,
            ending: None,
            partner: Partner::Hidden(4821),
            client: None,
            client_name: Some("Maria".to_owned()),
            my_turn,
            aside: false,
            moved: Timestamp::from_micros(0),
        }
    }

    fn busy() -> Day {
        Day {
            name: "Ada".to_owned(),
            matches: vec![
                line(1, StageName::Asked, true),
                line(2, StageName::Introduced, true),
                line(3, StageName::Talking, false),
            ],
            asked_me: Vec::new(),
            words: Vec::new(),
            suggested: crate::pages::helpers::samples::suggested(),
            groups: Mine::default(),
            asking: vec![ClientId::from_uuid(Uuid::from_u128(8))],
            to_review: 2,
            unattended: vec![(
                ClientId::from_uuid(Uuid::from_u128(9)),
                "Ben".to_owned(),
                Timestamp::from_micros(0),
            )],
            unattended_in_all: 3,
            first_steps: None,
            today: Date::ZERO,
        }
    }

    fn fresh(client: bool) -> Day {
        Day {
            matches: Vec::new(),
            unattended: Vec::new(),
            unattended_in_all: 0,
            suggested: Vec::new(),
            first_steps: Some(FirstSteps {
                profile: false,
                client: client.then(|| ClientId::from_uuid(Uuid::from_u128(9))),
                card: false,
            }),
            ..busy()
        }
    }

    #[test]
    fn no_day_has_faults() {
        let calm = Day {
            first_steps: None,
            ..fresh(false)
        };
        for locale in Locale::ALL.iter().copied() {
            let tr = Tr::of(locale);
            for day in [&busy(), &fresh(false), &fresh(true), &calm] {
                let page = layout(&Page::new(&tr, "x"), &view(&tr, day)).into_string();
                assert_eq!(faults(&page), Vec::<String>::new());
            }
        }
    }

    #[test]
    fn only_what_waits_for_this_helper_is_listed() {
        let page = view(&Tr::of(Locale::En), &busy()).into_string();
        let link = |number| format!("/matches/{}", Uuid::from_u128(number));
        assert!(page.contains(&link(1)) && page.contains(&link(2)));
        assert!(!page.contains(&link(3)), "it is not this helper's turn");
    }

    #[test]
    fn without_a_client_every_step_that_needs_one_leads_to_recording_one() {
        let page = view(&Tr::of(Locale::En), &fresh(false)).into_string();
        assert!(!page.contains("/suggestions") && !page.contains("/card\""));
        let page = view(&Tr::of(Locale::En), &fresh(true)).into_string();
        assert!(page.contains("/suggestions") && page.contains("/card\""));
    }
}
