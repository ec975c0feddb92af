//! Everybody opens everything.

use std::collections::BTreeSet;

use argonaut_app::accounts::tokens::{self, NewToken, Scope};
use argonaut_domain::card::Audience;
use argonaut_domain::safety::Outcome;
use argonaut_testkit::{Browser, PASSWORD};
use argonaut_web::{Method, routes};

use crate::society::{Society, note_of};

const ABSENT: &str = "00000000-0000-4000-8000-000000000000";

/// Every way to open a route, for one helper: with each thing of the kind that its path
/// names, whoever's it is. A new kind wants its line here.
fn addresses(society: &Society, me: usize, path: &str) -> Vec<String> {
    let ids = |all: &mut dyn Iterator<Item = String>| -> Vec<String> {
        all.chain([ABSENT.to_owned()]).collect()
    };
    let helpers = || ids(&mut society.people.iter().map(|person| person.id().to_string()));
    let mut found = vec![path.to_owned()];
    let fill = |found: &mut Vec<String>, name: &str, values: &[String]| {
        if path.contains(name) {
            *found = found
                .iter()
                .flat_map(|path| values.iter().map(|value| path.replace(name, value)))
                .collect();
        }
    };
    if path.contains("{id}") {
        let things = match path {
            _ if path.starts_with("/clients/") || path.starts_with("/api/v1/clients/") => {
                ids(&mut society.clients.iter().map(|client| client.id.to_string()))
            }
            _ if path.starts_with("/cards/") => {
                ids(&mut society.cards.iter().map(|card| card.id.to_string()))
            }
            _ if path.starts_with("/matches/") => {
                ids(&mut society.matches.keys().map(ToString::to_string))
            }
            _ if path.starts_with("/groups/") => {
                ids(&mut society.groups.iter().map(|group| group.id.to_string()))
            }
            _ if path.starts_with("/posts/") => {
                ids(&mut society.posts.iter().map(|post| post.id.to_string()))
            }
            _ if path.starts_with("/messages/") => {
                ids(&mut society.talks.iter().map(|talk| talk.id.to_string()))
            }
            _ if path.starts_with("/helpers/") || path.starts_with("/admin/helpers/") => helpers(),
            _ if path.starts_with("/rings/") => {
                ids(&mut society.rings.iter().map(|ring| ring.id.to_string()))
            }
            _ if path.starts_with("/moderation/") => {
                ids(&mut society.reports.iter().map(|report| report.id.to_string()))
            }
            // Nobody has any: only what is not there can be asked for.
            _ if path.starts_with("/services/")
                || path.starts_with("/vouches/")
                || path.starts_with("/account/second-factor/") =>
            {
                vec![ABSENT.to_owned()]
            }
            _ => panic!("{path}: which things does it name? Add a line to `addresses`"),
        };
        fill(&mut found, "{id}", &things);
        let events = ids(&mut society.events.iter().map(|event| event.id.to_string()));
        fill(&mut found, "{event}", &events);
    }
    let listings: Vec<String> = society
        .cards
        .iter()
        .map(|card| format!("card:{}", card.id))
        .chain(
            society
                .people
                .iter()
                .map(|person| format!("helper:{}", person.id())),
        )
        .collect();
    // A pair of listings for each client of somebody else is more than is wanted.
    if path.contains("{listing}") {
        found.retain(|path| {
            let own = |client: &crate::society::Somebody| {
                client.circle.contains(&me) && path.contains(&client.id.to_string())
            };
            society.clients.iter().any(own)
        });
    }
    fill(&mut found, "{listing}", &listings);
    if path.contains("{helper}") {
        found.retain(|path| {
            let own = |client: &crate::society::Somebody| {
                client.circle.contains(&me) && path.contains(&client.id.to_string())
            };
            path.starts_with("/groups/") || society.clients.iter().any(own)
        });
        fill(&mut found, "{helper}", &helpers());
    }
    for name in [
        "{consent}",
        "{link}",
        "{offer}",
        "{request}",
        "{message}",
        "{file}",
    ] {
        fill(&mut found, name, &[ABSENT.to_owned()]);
    }
    fill(&mut found, "{token}", &["abc".to_owned()]);
    fill(&mut found, "{number}", &["1".to_owned()]);
    for path in &found {
        assert!(!path.contains('{'), "{path}: add a line to `addresses`");
    }
    found
}

/// Addresses with a query, which show more than the route alone.
fn queries(society: &Society) -> Vec<String> {
    let mut found = vec![
        "/helpers?q=test".to_owned(),
        "/today/week?names=yes".to_owned(),
        "/impact?period=all".to_owned(),
        "/helpers?q=hq".to_owned(),
        "/find?kind=card".to_owned(),
        "/find?kind=helper".to_owned(),
        "/find?kind=service".to_owned(),
        "/clients?q=q".to_owned(),
        "/clients?shelf=archived".to_owned(),
    ];
    for card in &society.cards {
        found.push(format!("/matches/new?about=card:{}", card.id));
        found.push(format!("/report?about=card:{}", card.id));
        found.push(format!("/hints/new?card={}", card.id));
    }
    for post in &society.posts {
        found.push(format!("/report?about=post:{}", post.id));
    }
    for group in &society.groups {
        found.push(format!("/report?about=group:{}", group.id));
        found.push(format!("/groups/{}/impact?period=all", group.id));
    }
    for joint in society.matches.keys() {
        found.push(format!("/report?about=match:{joint}"));
    }
    for person in &society.people {
        found.push(format!("/matches/new?about=helper:{}", person.id()));
        found.push(format!("/report?about=helper:{}", person.id()));
    }
    found
}

/// What one helper must not see, and how it was seen.
struct Watch<'a> {
    society: &'a Society,
    me: usize,
    forbidden: Vec<(String, String)>,
    found: BTreeSet<String>,
}

impl<'a> Watch<'a> {
    fn new(society: &'a Society, me: usize) -> Self {
        let mut forbidden = Vec::new();
        for (other, person) in society.people.iter().enumerate() {
            if !society.may_see_name(me, other) {
                forbidden.push((person.handle.clone(), format!("helper {other}")));
                forbidden.push((person.about.clone(), format!("what helper {other} says")));
                forbidden.push((person.id().to_string(), format!("id of helper {other}")));
            }
            if !society.may_see_offers(me, other) {
                forbidden.push((person.note.clone(), format!("offers of helper {other}")));
            }
        }
        for (from, to) in society.vouches.keys().filter(|(from, _)| *from != me) {
            let what = format!("the note of helper {from} on {to}");
            forbidden.push((note_of(*from, *to), what));
        }
        for (place, client) in society.clients.iter().enumerate() {
            if !client.circle.contains(&me) {
                forbidden.push((client.name.clone(), format!("name of client {place}")));
                forbidden.push((client.id.to_string(), format!("id of client {place}")));
            }
        }
        for group in &society.groups {
            if !society.knows_group(me, group) {
                forbidden.push((group.name.clone(), format!("secret group {}", group.name)));
                forbidden.push((group.id.to_string(), format!("id of {}", group.name)));
            }
        }
        for post in &society.posts {
            let hidden = society.sees_post(me, post) == Some(false);
            if hidden {
                forbidden.push((post.words.clone(), format!("post {}", post.words)));
                forbidden.push((post.id.to_string(), format!("id of post {}", post.words)));
            }
            for (author, said) in &post.comments {
                if hidden || !society.may_meet(me, *author) {
                    forbidden.push((said.clone(), format!("comment {said}")));
                }
            }
        }
        for event in &society.events {
            if !society.sees_event(me, event) {
                let what = format!("event {}", event.title);
                forbidden.push((event.title.clone(), what.clone()));
                forbidden.push((event.id.to_string(), what));
            }
        }
        for talk in &society.talks {
            if !society.hears(me, talk) {
                forbidden.push((talk.said.clone(), format!("message {}", talk.said)));
            }
        }
        for ring in &society.rings {
            let sits = ring.seat_of(society.people[me].id()).is_some();
            if !sits {
                forbidden.push((ring.id.to_string(), "id of a ring of others".to_owned()));
            }
        }
        // Nobody who walks here moderates.
        for report in &society.reports {
            let who = format!("the report of helper {}", report.reporter);
            forbidden.push((report.words.clone(), who.clone()));
            if me != report.reporter {
                forbidden.push((report.id.to_string(), format!("id of {who}")));
            }
            if let Some((id, outcome, reason)) = &report.decision {
                let tells = me == report.reported && *outcome != Outcome::Nothing;
                if !tells {
                    forbidden.push((id.to_string(), format!("id of the decision on {who}")));
                    forbidden.push((reason.clone(), format!("why {who} was decided so")));
                }
            }
        }
        for (place, card) in society.cards.iter().enumerate() {
            let enquired = society.enquired.contains(&(me, card.id));
            if society.sees_card(me, card) == Some(false) && !enquired {
                forbidden.push((card.id.to_string(), format!("card {place}")));
            }
        }
        Self {
            society,
            me,
            forbidden,
            found: BTreeSet::new(),
        }
    }

    /// Whether this thing may stand there after all.
    fn is_excused(&self, path: &str, word: &str) -> bool {
        // Whom I blocked I can unblock: the list says who it is.
        let blocked_by_me = self
            .society
            .people
            .iter()
            .enumerate()
            .any(|(other, person)| {
                self.society.blocks.contains(&(self.me, other))
                    && (word == person.handle || word == person.id().to_string())
            });
        if path == "/contacts" && blocked_by_me {
            return true;
        }
        // What I keep in mind of somebody I can lift, without their name.
        let distrusted = self
            .society
            .people
            .iter()
            .enumerate()
            .any(|(other, person)| {
                self.society.distrust.contains(&(self.me, other)) && word == person.id().to_string()
            });
        if path == "/vouches" && distrusted {
            return true;
        }
        let muted = self.society.mutes.iter().any(|&(by, other)| {
            by == self.me && word == self.society.people[other].id().to_string()
        });
        if path == "/contacts" && muted {
            return true;
        }
        // A client may know who worked on their introductions, whatever came between the
        // helpers since: the export is the client's.
        let worked_with_me = self.society.matches.values().any(|&(a, b, known)| {
            let other = if a == self.me { b } else { a };
            known && (a == self.me || b == self.me) && word == self.society.people[other].handle
        });
        if path.contains("/export") && worked_with_me {
            return true;
        }
        // Who may open a client's record is named to everybody who may: the client's
        // safety goes before a block within the circle.
        self.society.clients.iter().any(|client| {
            let page = format!("/clients/{}", client.id);
            client.circle.contains(&self.me)
                && path.starts_with(&page)
                && client.circle.iter().any(|other| {
                    let other = &self.society.people[*other];
                    word == other.handle || word == other.id().to_string()
                })
        })
    }

    fn look(&mut self, path: &str, body: &str) {
        for (word, what) in &self.forbidden {
            if body.contains(word.as_str()) && !self.is_excused(path, word) {
                self.found
                    .insert(format!("{path} shows {what} to helper {}", self.me));
            }
        }
        // A hidden owner stands nowhere on the card's own page.
        for card in &self.society.cards {
            let own = self.society.clients[card.client].circle.contains(&self.me);
            let owner = &self.society.people[card.owner];
            let hides = card.audience == Audience::Everyone && !own;
            if hides && path == format!("/cards/{}", card.id) {
                for word in [&owner.handle, &owner.about, &owner.id().to_string()] {
                    if body.contains(word.as_str()) {
                        self.found
                            .insert(format!("{path} names its owner to helper {}", self.me));
                    }
                }
            }
        }
    }

    fn missing(&mut self, path: &str, what: &str) {
        self.found
            .insert(format!("{path} lacks {what} for helper {}", self.me));
    }
}

/// Walks a society, and fails with all that was found.
pub(crate) async fn walk(society: Society, seed: u64) {
    let site = society.test.site();
    let reads: Vec<&str> = routes()
        .into_iter()
        .filter(|route| route.method == Method::Get)
        .map(|route| route.path)
        .collect();
    let (mut opened, mut found) = (0_usize, BTreeSet::new());
    for (me, person) in society.people.iter().enumerate() {
        if person.suspended {
            continue;
        }
        let mut browser = site.signed_in(&person.handle).await;
        let mut watch = Watch::new(&society, me);
        let token = tokens::make(
            &society.test.app,
            &person.who,
            NewToken {
                name: "All".to_owned(),
                scopes: Scope::ALL.to_vec(),
                days: 7,
                password: PASSWORD.into(),
            },
        )
        .await
        .unwrap();
        for route in &reads {
            for path in addresses(&society, me, route) {
                let answer = if route.starts_with("/api/") {
                    site.call("GET", &path, Some(&token)).await
                } else {
                    browser.get(&path).await
                };
                let status = answer.status.as_u16();
                assert!(status < 500 && status != 429, "{path}: {status}");
                // Nobody reads faster than that, so that no limit hides a page.
                let clock = &society.test.clock;
                clock.set(society.test.app.now().plus_millis(5_000));
                watch.look(&path, &answer.body);
                watch.look(&path, answer.location().unwrap_or_default());
                opened += 1;
            }
        }
        for path in queries(&society) {
            let answer = browser.get(&path).await;
            watch.look(&path, &answer.body);
            opened += 1;
        }
        appears(&mut watch, &mut browser).await;
        found.append(&mut watch.found);
    }
    eprintln!(
        "seed {seed}: {} helpers, {opened} pages, {} found",
        society.people.len(),
        found.len()
    );
    let told: Vec<String> = found.into_iter().collect();
    assert!(told.is_empty(), "seed {seed}:\n{}", told.join("\n"));
}

/// What may be seen is seen where it belongs, so that the walk cannot pass by showing
/// nothing.
async fn appears(watch: &mut Watch<'_>, browser: &mut Browser) {
    let (society, me) = (watch.society, watch.me);
    let directory = browser.get("/helpers").await.body;
    let contacts = browser.get("/contacts").await.body;
    let clients = browser.get("/clients").await.body;
    let cards = browser.get("/find?kind=card").await.body;
    for (other, person) in society.people.iter().enumerate() {
        let muted = society.mutes.contains(&(me, other));
        let finds = society.finds(me, other);
        if finds && directory.contains(&person.handle) == muted {
            watch.missing("/helpers", &format!("{} right", person.handle));
        }
        if me != other
            && society.is_contact(me, other)
            && !person.suspended
            && !contacts.contains(&person.handle)
        {
            watch.missing("/contacts", &person.handle);
        }
        let page = browser.get(&format!("/helpers/{}", person.id())).await;
        let opens = page.status.is_success();
        if me != other && opens != society.opens_page(me, other) {
            let what = format!("the right answer ({})", page.status);
            watch.missing(&format!("/helpers/{} ({other})", person.id()), &what);
        }
    }
    for client in &society.clients {
        if client.circle.contains(&me) && !clients.contains(&client.name) {
            watch.missing("/clients", &client.name);
        }
    }
    let groups = browser.get("/groups").await.body;
    for group in &society.groups {
        if society.knows_group(me, group) && !groups.contains(&group.name) {
            watch.missing("/groups", &group.name);
        }
    }
    let feed = browser.get("/posts").await.body;
    for post in &society.posts {
        let sees = society.sees_post(me, post);
        let page = browser.get(&format!("/posts/{}", post.id)).await;
        if sees.is_some_and(|sees| page.status.is_success() != sees) {
            let what = format!("the right answer ({})", page.status);
            watch.missing(&format!("/posts/{} ({})", post.id, post.words), &what);
        }
        let muted = society.mutes.contains(&(me, post.author));
        if sees == Some(true) && me != post.author && feed.contains(&post.words) == muted {
            watch.missing("/posts", &format!("{} right", post.words));
        }
    }
    for (place, card) in society.cards.iter().enumerate() {
        let page = browser.get(&format!("/cards/{}", card.id)).await;
        let sees = society.sees_card(me, card);
        if sees.is_some_and(|sees| page.status.is_success() != sees) {
            let what = format!("the right answer ({})", page.status);
            watch.missing(&format!("/cards/{} ({place})", card.id), &what);
        }
        let own = society.clients[card.client].circle.contains(&me);
        if sees == Some(true) && !own && !cards.contains(&card.id.to_string()) {
            watch.missing("/find?kind=card", &format!("card {place}"));
        }
    }
}
