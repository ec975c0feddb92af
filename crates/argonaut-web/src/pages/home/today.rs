//! The first page after signing in: what waits for this helper, and for a new
//! one the first steps. Everything on it is a link to the act.

use argonaut_app::clients::list::{ListQuery, Shelf, Sort, UNATTENDED_DAYS, list as caseload};
use argonaut_app::clients::retain;
use argonaut_app::contacts::list::list as contacts;
use argonaut_app::contacts::suggest::{Suggested, suggested};
use argonaut_app::groups::list::{Mine, mine};
use argonaut_app::helpers::edit;
use argonaut_app::hints::{self, GivenHint};
use argonaut_app::impact::{self, Milestone};
use argonaut_app::links::requests;
use argonaut_app::matches::follow_up::{self, Due};
use argonaut_app::matches::list::{MatchLine, list as matches};
use argonaut_app::people::Face;
use argonaut_app::posts::feed::{SeenPost, answerable};
use argonaut_app::rings::{self, RingLine};
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

/// How many asks are shown here; the rest is in the feed.
const MOST_ASKS: usize = 3;

/// How many introductions that wait for others are shown here.
const MOST_WAITING: usize = 5;

/// How many helpers are suggested here; the rest is on the page of contacts.
const MOST_SUGGESTED: usize = 2;

/// What the page shows.
pub(super) struct Day {
    pub(super) name: String,
    pub(super) matches: Vec<MatchLine>,
    /// A milestone that was reached a short while ago.
    pub(super) milestone: Option<Milestone>,
    /// Introductions about which this helper is asked.
    pub(super) follow_ups: Vec<Due>,
    pub(super) asked_me: Vec<Face>,
    /// Helpers of whom a good word is asked, after joint work.
    pub(super) words: Vec<Face>,
    /// Helpers whom this one may want to know.
    pub(super) suggested: Vec<Suggested>,
    /// What waits in groups.
    pub(super) groups: Mine,
    /// Clients who asked for something by a link.
    pub(super) asking: Vec<ClientId>,
    /// How many records nobody has needed for long.
    pub(super) to_review: usize,
    /// Rings in which this helper has a seat.
    pub(super) rings: Vec<RingLine>,
    /// What others suggest for this helper's clients.
    pub(super) hints: Vec<GivenHint>,
    /// Clients about whose referral it is time to ask, by name.
    pub(super) referred: Vec<(ClientId, String)>,
    /// Asks that this helper could answer.
    pub(super) asks: Vec<SeenPost>,
    /// The longest without attention first, by name.
    pub(super) unattended: Vec<(ClientId, String, Timestamp)>,
    pub(super) unattended_in_all: usize,
    /// How far a helper who has never asked anybody has come.
    pub(super) first_steps: Option<FirstSteps>,
    pub(super) today: Date,
}

/// How far a new helper has come.
pub(super) struct FirstSteps {
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

pub(super) async fn day(web: &Web, me: &Me) -> Result<Day, Failure> {
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
    let referred = caseload(app, who, &shelf(Shelf::Referred, Sort::Name))
        .await
        .map_err(told)?;
    let referred = referred
        .lines
        .iter()
        .map(|line| (line.get().id, line.get().name.clone()))
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
        milestone: impact::milestone(app, who)
            .await?
            .filter(|mark| mark.is_fresh(app.now())),
        follow_ups: follow_up::due(app, who).await?,
        asked_me,
        words: prompt::waiting(app, who).await?,
        suggested: suggested(app, who, MOST_SUGGESTED).await?,
        groups: mine(app, who).await?,
        asking: requests::asking(app, who).await?,
        to_review: retain::waiting(app, who).await?,
        rings: rings::list(app, who).await?,
        hints: hints::list(app, who).await?.got,
        referred,
        asks: answerable(app, who, MOST_ASKS).await?,
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
    let turn =
        |line: &&MatchLine| line.my_turn && !line.aside && line.stage != StageName::Introduced;
    let rows = |wanted: &dyn Fn(&&MatchLine) -> bool| -> Vec<Task> {
        let chosen = day.matches.iter().filter(|line| wanted(line));
        chosen.map(|line| task(tr, line, day.today)).collect()
    };
    let turns = rows(&turn);
    let follow_ups: Vec<Task> = day
        .follow_ups
        .iter()
        .map(|due| crate::pages::follow_ups::task(tr, due, day.today))
        .collect();
    let requests: Vec<Task> = day.asked_me.iter().map(|face| request(tr, face)).collect();
    let asking: Vec<Task> = day.asking.iter().map(|id| asks(tr, *id)).collect();
    let words: Vec<Task> = day.words.iter().map(|face| word(tr, face)).collect();
    let groups = crate::pages::groups::today(tr, &day.groups);
    let rings: Vec<Task> = day
        .rings
        .iter()
        .filter(|line| line.my_turn)
        .map(|line| crate::pages::rings::list::task(tr, line, day.today))
        .collect();
    let hints: Vec<Task> = day
        .hints
        .iter()
        .map(|hint| crate::pages::hints::task(tr, hint, day.today))
        .collect();
    let referred: Vec<Task> = day
        .referred
        .iter()
        .map(|(id, name)| crate::pages::referrals::task(tr, *id, name))
        .collect();
    let waiting: Vec<Task> = others_turn(day)
        .take(MOST_WAITING)
        .map(|line| task(tr, line, day.today))
        .collect();
    let could: Vec<Task> = day
        .asks
        .iter()
        .map(|post| ask(tr, post, day.today))
        .collect();
    let nothing = groups.is_empty()
        && rings.is_empty()
        && hints.is_empty()
        && referred.is_empty()
        && turns.is_empty()
        && follow_ups.is_empty()
        && requests.is_empty()
        && asking.is_empty()
        && words.is_empty();
    let calm =
        nothing && could.is_empty() && day.unattended.is_empty() && day.first_steps.is_none();
    html! {
        (parts::heading(&t!(tr, "today-title", name = day.name.as_str()), Some(&lead(tr, day, nothing)), Some(parts::action(&t!(tr, "today-record"), "/clients/new"))))
        @if let Some(steps) = &day.first_steps { (first_steps(tr, steps)) }
        (part(tr, &t!(tr, "rights-today-clients"), &asking))
        (part(tr, &t!(tr, "today-turn"), &turns))
        (part(tr, &t!(tr, "rings-title"), &rings))
        (part(tr, &t!(tr, "hints-title"), &hints))
        (part(tr, &t!(tr, "today-follow-ups"), &follow_ups))
        (part(tr, &t!(tr, "referrals-due"), &referred))
        (part(tr, &t!(tr, "today-contacts"), &requests))
        (part(tr, &t!(tr, "trust-today"), &words))
        (part(tr, &t!(tr, "groups-today"), &groups))
        (part(tr, &t!(tr, "today-could-answer"), &could))
        (part(tr, &t!(tr, "today-others-turn"), &waiting))
        (unattended(tr, day))
        (crate::pages::helpers::suggested::part(tr, &day.suggested))
        @if !day.suggested.is_empty() { p { a href="/contacts" { (t!(tr, "people-today-all")) } } }
        @if day.to_review > 0 { p { a href="/clients/review" { (t!(tr, "rights-today-review", count = day.to_review)) } } }
        @if let Some(mark) = day.milestone { (crate::pages::impact::milestone(tr, mark)) }
        @if day.first_steps.is_none() { p.no-print { a href="/impact" { (t!(tr, "impact-title")) } } }
        @if day.first_steps.is_none() { p.no-print { a href="/today/week" { (t!(tr, "today-week")) } } }
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

/// Introductions in which others act next, the longest waiting first.
pub(super) fn others_turn(day: &Day) -> impl Iterator<Item = &MatchLine> {
    let mut lines: Vec<&MatchLine> = day
        .matches
        .iter()
        .filter(|line| {
            !line.my_turn && !matches!(line.stage, StageName::Introduced | StageName::Closed)
        })
        .collect();
    lines.sort_by_key(|line| line.moved);
    lines.into_iter()
}

/// An ask of somebody else's.
fn ask(tr: &Tr, post: &SeenPost, today: Date) -> Task {
    Task {
        picture: Icon::Speech,
        title: t!(tr, "today-ask-of", name = post.author.name.as_str()),
        href: format!("/posts/{}", post.post.id),
        text: Some(post.post.content.words.chars().take(80).collect()),
        when: Some(tr.relative(today, post.post.made.date())),
        fresh: false,
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
    use argonaut_domain::ids::{MatchId, RingId};
    use argonaut_domain::introduction::Side;
    use argonaut_domain::locale::Locale;
    use argonaut_domain::ring::RingState;
    use uuid::Uuid;

    use super::super::week::view as week_view;
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
            milestone: Some(Milestone {
                held: 10,
                at: Timestamp::from_micros(0),
            }),
            follow_ups: vec![crate::pages::follow_ups::sample_due(2)],
            asked_me: Vec::new(),
            words: Vec::new(),
            suggested: crate::pages::helpers::samples::suggested(),
            groups: Mine::default(),
            asking: vec![ClientId::from_uuid(Uuid::from_u128(8))],
            to_review: 2,
            hints: Vec::new(),
            referred: Vec::new(),
            rings: vec![RingLine {
                id: RingId::from_uuid(Uuid::from_u128(5)),
                state: RingState::Proposed,
                client: ClientId::from_uuid(Uuid::from_u128(9)),
                client_name: Some("Ben".to_owned()),
                my_turn: true,
                yes: 1,
                moved: Timestamp::from_micros(0),
            }],
            asks: Vec::new(),
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
            milestone: None,
            follow_ups: Vec::new(),
            unattended: Vec::new(),
            unattended_in_all: 0,
            suggested: Vec::new(),
            rings: Vec::new(),
            hints: Vec::new(),
            referred: Vec::new(),
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
                for body in [
                    view(&tr, day),
                    week_view(&tr, day, false),
                    week_view(&tr, day, true),
                ] {
                    let page = layout(&Page::new(&tr, "x"), &body).into_string();
                    assert_eq!(faults(&page), Vec::<String>::new());
                }
            }
        }
    }

    #[test]
    fn only_what_waits_for_this_helper_is_listed() {
        let page = view(&Tr::of(Locale::En), &busy()).into_string();
        let link = |number| format!("/matches/{}", Uuid::from_u128(number));
        let waits = page.find("What you wait for").unwrap();
        let third = page.find(&link(3)).unwrap();
        assert!(page.contains(&link(1)) && page.contains(&link(2)));
        assert!(third > waits, "it is not this helper's turn");
    }

    #[test]
    fn the_sheet_says_no_name_of_a_client_unless_asked() {
        let tr = Tr::of(Locale::En);
        let bare = week_view(&tr, &busy(), false).into_string();
        assert!(!bare.contains("Maria") && !bare.contains("Ben") && bare.contains("M."));
        assert!(
            week_view(&tr, &busy(), true)
                .into_string()
                .contains("Maria")
        );
    }

    #[test]
    fn without_a_client_every_step_that_needs_one_leads_to_recording_one() {
        let page = view(&Tr::of(Locale::En), &fresh(false)).into_string();
        assert!(!page.contains("/suggestions") && !page.contains("/card\""));
        let page = view(&Tr::of(Locale::En), &fresh(true)).into_string();
        assert!(page.contains("/suggestions") && page.contains("/card\""));
    }
}
