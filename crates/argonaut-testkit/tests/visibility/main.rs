//! The one visibility filter, proved: worlds at random, every route that reads (from the
//! router itself), as every helper. What the oracle forbids stands nowhere; what it allows
//! stands on the page that is made for it.
//!
//! A new kind of thing (a group, a post, a vouch): its facts into `oracle`, its making into
//! `world`, its words into [`things`], its pages into [`TABLE`].
#![expect(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "tests fail loudly"
)]

mod oracle;
mod world;

use std::collections::BTreeSet;

use argonaut_testkit::{Answer, TestApp};
use argonaut_web::{Method, routes};

use oracle::Facts;
use world::World;

/// How a route that reads is walked.
#[derive(Clone, Copy)]
enum Walk {
    /// As it is, with each of these behind it.
    Plain(&'static [&'static str]),
    /// With every helper, card, client, match there is, seen or not.
    Helpers,
    Cards,
    Clients,
    Matches,
    /// With every client, and every helper and card as a listing.
    Listings,
    /// With the viewer's token instead of a session.
    Api,
    /// Not walked, and why.
    Exempt(&'static str),
}

const ONCE: Walk = Walk::Plain(&[""]);

/// Every route that reads. A new one needs a row here.
const TABLE: &[(&str, Walk)] = &[
    ("/", ONCE),
    ("/about", ONCE),
    ("/help", ONCE),
    ("/privacy", ONCE),
    ("/healthz", ONCE),
    ("/readyz", ONCE),
    ("/sign-up", ONCE),
    ("/sign-in", ONCE),
    ("/sign-in/second", ONCE),
    ("/recover", ONCE),
    ("/recover/contacts", ONCE),
    ("/join/{token}", Walk::Exempt("a link that holds no list")),
    (
        "/reset/{token}",
        Walk::Exempt("a one-time link that holds no list"),
    ),
    ("/c", ONCE),
    (
        "/c/{token}",
        Walk::Exempt("a client's own page, behind a token of its own; tested with the links"),
    ),
    ("/account", ONCE),
    ("/account/second-factor", ONCE),
    (
        "/account/second-factor/{id}",
        Walk::Exempt("an app that waits for its first code: nobody else is in it"),
    ),
    (
        "/account/second-factor/{id}/remove",
        Walk::Exempt("a factor of one's own: nobody else is in it"),
    ),
    ("/account/trusted", ONCE),
    ("/account/trusted/end", ONCE),
    ("/account/organisation", ONCE),
    ("/account/tokens", ONCE),
    ("/trusted", ONCE),
    ("/admin", ONCE),
    ("/admin/helpers/{id}/suspend", Walk::Helpers),
    ("/today", ONCE),
    ("/clients", ONCE),
    ("/clients/new", ONCE),
    ("/clients/import", ONCE),
    ("/clients/review", ONCE),
    ("/clients/check", ONCE),
    ("/clients/offers", ONCE),
    ("/clients/hand-over", ONCE),
    ("/clients/{id}", Walk::Clients),
    ("/clients/{id}/log", Walk::Clients),
    ("/clients/{id}/edit", Walk::Clients),
    ("/clients/{id}/consents", Walk::Clients),
    (
        "/clients/{id}/consents/{consent}",
        Walk::Exempt("a receipt of the page of consents, which is walked"),
    ),
    ("/clients/{id}/links", Walk::Clients),
    (
        "/clients/{id}/links/{link}",
        Walk::Exempt("a link of the page of links, which is walked"),
    ),
    (
        "/clients/{id}/links/{link}/sheet",
        Walk::Exempt("a link of the page of links, which is walked"),
    ),
    ("/clients/{id}/export", Walk::Clients),
    ("/clients/{id}/export.json", Walk::Clients),
    ("/clients/{id}/erase", Walk::Clients),
    ("/clients/{id}/card", Walk::Clients),
    ("/clients/{id}/card/withdraw", Walk::Clients),
    ("/clients/{id}/suggestions", Walk::Clients),
    ("/clients/{id}/suggestions/{listing}", Walk::Listings),
    ("/clients/{id}/aside", Walk::Clients),
    ("/clients/{id}/check", Walk::Clients),
    ("/clients/{id}/circle", Walk::Clients),
    (
        "/clients/{id}/circle/{helper}/remove",
        Walk::Exempt("names the member of the page of the circle, which is walked"),
    ),
    ("/clients/{id}/circle/leave", Walk::Clients),
    ("/clients/{id}/circle/hand-over", Walk::Clients),
    ("/places", Walk::Plain(&["?q=fresno", "?q=zq"])),
    (
        "/terms",
        Walk::Plain(&["?kind=need&q=ride", "?kind=need&q=zq"]),
    ),
    ("/cards/{id}", Walk::Cards),
    (
        "/find",
        Walk::Plain(&[
            "?kind=card",
            "?kind=helper",
            "?kind=service",
            "?kind=card&page=1",
            "?kind=card&language=en",
        ]),
    ),
    (
        "/services/{id}",
        Walk::Exempt("a directory service, public to every helper"),
    ),
    ("/matches", ONCE),
    ("/matches/new", Walk::Cards),
    ("/matches/{id}", Walk::Matches),
    ("/matches/{id}/withdraw", Walk::Matches),
    ("/profile", ONCE),
    ("/helpers", Walk::Plain(&["", "?q=zq", "?page=1"])),
    ("/helpers/{id}", Walk::Helpers),
    ("/helpers/{id}/block", Walk::Helpers),
    ("/helpers/{id}/key/replace", Walk::Helpers),
    ("/contacts", ONCE),
    ("/notifications", ONCE),
    ("/api/v1/me", Walk::Api),
    ("/api/v1/notifications", Walk::Api),
    ("/api/v1/clients/{id}", Walk::Api),
];

#[test]
fn every_route_that_reads_is_walked_or_says_why_not() {
    let known: BTreeSet<&str> = TABLE.iter().map(|(path, _)| *path).collect();
    let there: BTreeSet<&str> = routes()
        .iter()
        .filter(|route| route.method == Method::Get)
        .map(|route| route.path)
        .collect();
    let new: Vec<_> = there.difference(&known).collect();
    assert!(new.is_empty(), "not classified: {new:?}");
    let gone: Vec<_> = known.difference(&there).collect();
    assert!(gone.is_empty(), "no routes any more: {gone:?}");
    for (path, walk) in TABLE {
        if let Walk::Exempt(reason) = walk {
            assert!(reason.len() > 10, "{path} needs a reason");
        }
    }
}

/// The addresses of a route in this world.
fn addresses(path: &str, walk: Walk, world: &World) -> Vec<String> {
    let facts = &world.facts;
    let cards = || {
        facts
            .clients
            .iter()
            .filter_map(|client| client.card.as_ref())
    };
    let put = |ids: Vec<&str>| ids.iter().map(|id| path.replace("{id}", id)).collect();
    match walk {
        Walk::Plain(queries) => queries
            .iter()
            .map(|query| format!("{path}{query}"))
            .collect(),
        Walk::Helpers => put(facts
            .helpers
            .iter()
            .map(|helper| helper.id.as_str())
            .collect()),
        Walk::Cards if path == "/matches/new" => cards()
            .map(|(id, _)| format!("{path}?about=card:{id}"))
            .chain(
                facts
                    .helpers
                    .iter()
                    .map(|one| format!("{path}?about=helper:{}", one.id)),
            )
            .collect(),
        Walk::Cards => put(cards().map(|(id, _)| id.as_str()).collect()),
        Walk::Clients | Walk::Api => put(facts.clients.iter().map(|one| one.id.as_str()).collect()),
        Walk::Matches => put(world.matches.iter().map(String::as_str).collect()),
        Walk::Listings => facts
            .clients
            .iter()
            .flat_map(|client| {
                let base = path.replace("{id}", &client.id);
                let helpers = facts.helpers.iter().map(|one| format!("helper:{}", one.id));
                let cards = cards().map(|(id, _)| format!("card:{id}"));
                let all: Vec<_> = helpers.chain(cards).collect();
                all.into_iter()
                    .map(move |listing| base.replace("{listing}", &listing))
            })
            .collect(),
        Walk::Exempt(_) => Vec::new(),
    }
}

/// Something that may not stand everywhere: what it is, by which words one knows it, and
/// whether this viewer may meet it on this page.
struct Thing<'a> {
    what: String,
    words: Vec<&'a str>,
    may: bool,
}

/// Everything that there is, to this viewer on this page.
fn things<'a>(facts: &'a Facts, viewer: usize, path: &str) -> Vec<Thing<'a>> {
    let mut things = Vec::new();
    for (number, helper) in facts.helpers.iter().enumerate() {
        things.push(Thing {
            what: format!("helper {number}"),
            words: vec![&helper.word, &helper.id],
            may: facts.names(viewer, number, path),
        });
    }
    for (number, client) in facts.clients.iter().enumerate() {
        things.push(Thing {
            what: format!("client {number}"),
            words: vec![&client.word, &client.id],
            may: facts.in_circle(viewer, client),
        });
        if let Some((card, _)) = &client.card {
            things.push(Thing {
                what: format!("card {number}"),
                words: vec![card],
                may: facts.sees_card(viewer, client),
            });
        }
    }
    things
}

/// What stands in an answer and is forbidden there. Ids that the asker wrote into the address
/// are theirs: only what the answer adds counts.
fn faults(facts: &Facts, viewer: usize, path: &str, answer: &Answer) -> Vec<String> {
    let whole = format!("{:?} {}", answer.headers, answer.body).to_lowercase();
    things(facts, viewer, path)
        .into_iter()
        .filter(|thing| !thing.may)
        .filter(|thing| {
            thing
                .words
                .iter()
                .any(|word| !path.contains(word) && whole.contains(word))
        })
        .map(|thing| format!("{path} shows helper {viewer} {}", thing.what))
        .collect()
}

/// What should stand on the page made for it, and does not.
fn missing(facts: &Facts, viewer: usize, path: &str, answer: &Answer) -> Vec<String> {
    let status = answer.status.as_u16();
    let has = |word: &str| answer.body.to_lowercase().contains(word);
    let mut missing = Vec::new();
    let mut expect = |there: bool, what: String| {
        if !there {
            missing.push(format!("{path} for helper {viewer}: {what} ({status})"));
        }
    };
    for (number, helper) in facts.helpers.iter().enumerate() {
        if path == "/helpers" && number != viewer && facts.finds(viewer, number) {
            expect(has(&helper.word), format!("no helper {number}"));
        }
        if path == "/contacts" && facts.contact(viewer, number) && !helper.suspended {
            expect(has(&helper.word), format!("no contact {number}"));
        }
        if path == format!("/helpers/{}", helper.id) {
            let opens = facts.opens(viewer, number);
            let right = if opens {
                status == 200 && has(&helper.word)
            } else {
                status == 404
            };
            expect(right, format!("helper {number} opens: {opens}"));
        }
    }
    for (number, client) in facts.clients.iter().enumerate() {
        let mine = facts.in_circle(viewer, client);
        if path == "/clients" && mine {
            expect(has(&client.word), format!("no client {number}"));
        }
        if path == format!("/clients/{}", client.id) {
            let right = if mine {
                has(&client.word)
            } else {
                status == 404
            };
            expect(right, format!("client {number} opens: {mine}"));
        }
        if let Some((card, _)) = &client.card {
            let sees = facts.sees_card(viewer, client);
            if path == "/find?kind=card" && sees && !mine {
                expect(has(card), format!("no card {number}"));
            }
            if path == format!("/cards/{card}") {
                let owner = &facts.helpers[client.lead].word;
                let shown = facts.sees_owner(viewer, client);
                let right = status == if sees { 200 } else { 404 };
                expect(right, format!("card {number} is seen: {sees}"));
                let named = has(owner) || viewer == client.lead || mine || !sees;
                expect(!shown || named, format!("card {number} hides its owner"));
            }
        }
    }
    missing
}

async fn walk(test: TestApp, seed: u64) {
    let world = World::at_random(test, seed).await;
    let site = world.test.site();
    let mut requests = 0;
    let mut found = Vec::new();
    for (viewer, fact) in world.facts.helpers.iter().enumerate() {
        if fact.suspended {
            let answer = site
                .call("GET", "/api/v1/me", Some(&world.tokens[viewer]))
                .await;
            assert_eq!(answer.status, 401, "a suspended helper's token");
            continue;
        }
        let mut browser = site.signed_in(&fact.word).await;
        for (path, how) in TABLE {
            let mut all = addresses(path, *how, &world);
            all.sort_unstable();
            all.dedup();
            for address in all {
                let answer = match how {
                    Walk::Api => {
                        site.call("GET", &address, Some(&world.tokens[viewer]))
                            .await
                    }
                    Walk::Plain(_)
                    | Walk::Helpers
                    | Walk::Cards
                    | Walk::Clients
                    | Walk::Matches
                    | Walk::Listings
                    | Walk::Exempt(_) => browser.get(&address).await,
                };
                requests += 1;
                let status = answer.status.as_u16();
                if status >= 500 || status == 429 {
                    found.push(format!("{address}: {status}"));
                }
                found.extend(faults(&world.facts, viewer, &address, &answer));
                found.extend(missing(&world.facts, viewer, &address, &answer));
            }
        }
    }
    let facts = &world.facts;
    eprintln!(
        "seed {seed}: {requests} requests, {} helpers, {} contacts, {} blocks, {} talks, {} cards, {} faults",
        facts.helpers.len(),
        facts.contacts.len(),
        facts.blocks.len(),
        facts.talks.len(),
        facts.clients.len(),
        found.len()
    );
    assert!(
        facts.blocks.len() > 5 && facts.contacts.len() > 5,
        "seed {seed}: too tame a world"
    );
    assert!(found.is_empty(), "seed {seed}:\n{}", found.join("\n"));
}

/// The seeds of a run: those of `ARGONAUT_SEEDS` (`7,8,9`), or these.
fn seeds(usual: &[u64]) -> Vec<u64> {
    match std::env::var("ARGONAUT_SEEDS") {
        Ok(text) => text
            .split(',')
            .map(|seed| seed.trim().parse().unwrap())
            .collect(),
        Err(_) => usual.to_vec(),
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_forbidden_appears_on_sqlite() {
    for seed in seeds(&[1, 2, 3]) {
        walk(TestApp::sqlite().await, seed).await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_forbidden_appears_on_postgres() {
    for seed in seeds(&[4]) {
        if let Some(test) = TestApp::postgres().await {
            walk(test, seed).await;
        }
    }
}
