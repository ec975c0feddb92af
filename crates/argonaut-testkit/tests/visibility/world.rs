//! A world at random, from a seed: helpers with blocks both ways, suspensions, contacts, cards
//! for every audience, enquiries and circles, all made by the use cases that make them in
//! earnest. What was done is noted for the oracle.

use argonaut_app::accounts::{administer, tokens};
use argonaut_app::circle::offer::Terms;
use argonaut_app::circle::{join, offer};
use argonaut_app::matches::answer;
use argonaut_app::{SignedIn, contacts, helpers};
use argonaut_domain::access::CircleRole;
use argonaut_domain::card::Audience;
use argonaut_domain::consent::ConsentMethod;
use argonaut_domain::helper::{HelperOffer, OfferLevel, Profile, ProfilePrivacy, Reach};
use argonaut_domain::ids::CardId;
use argonaut_domain::language::LanguageId;
use argonaut_testkit::{PASSWORD, TestApp};
use rand::rngs::StdRng;
use rand::{RngExt as _, SeedableRng as _};

use crate::oracle::{ClientFact, Facts, For, HelperFact, Listed, pair};

/// Helpers of a world; two of them are suspended in the end, and ten must stay for open cards.
const HELPERS: usize = 14;
const CLIENTS: usize = 9;

/// A world and what is true in it.
pub(crate) struct World {
    pub(crate) test: TestApp,
    pub(crate) facts: Facts,
    pub(crate) who: Vec<SignedIn>,
    pub(crate) matches: Vec<String>,
    pub(crate) tokens: Vec<String>,
}

/// A word of letters that stands nowhere else.
fn word(kind: &str, number: usize, rng: &mut StdRng) -> String {
    let mut text = kind.to_owned();
    for _ in 0..5 {
        text.push(char::from(b'a' + rng.random_range(0..26_u8)));
    }
    text.push(char::from(b'a' + u8::try_from(number).unwrap()));
    text
}

impl World {
    pub(crate) async fn at_random(test: TestApp, seed: u64) -> Self {
        let mut rng = StdRng::seed_from_u64(seed);
        let admin = test.administrator().await;
        let mut world = Self {
            test,
            facts: Facts::default(),
            who: Vec::new(),
            matches: Vec::new(),
            tokens: Vec::new(),
        };
        for number in 0..HELPERS {
            world.helper(number, &mut rng).await;
        }
        world.acquaint(&mut rng).await;
        for number in 0..CLIENTS {
            world.client(number, &mut rng).await;
        }
        world.test.app.refresh().await.unwrap();
        let tomorrow = world.test.app.now().plus_days(1);
        world.test.clock.set(tomorrow);
        world.test.app.refresh().await.unwrap();
        world.enquire(&mut rng).await;
        world.block(&mut rng).await;
        world.tokens().await;
        let granted = admin.actor.admin().unwrap();
        for number in [HELPERS - 1, rng.random_range(0..HELPERS - 1)] {
            let id = world.who[number].helper();
            administer::suspend(&world.test.app, &granted, id)
                .await
                .unwrap();
            world.facts.helpers[number].suspended = true;
        }
        world.test.app.refresh().await.unwrap();
        world
    }

    async fn helper(&mut self, number: usize, rng: &mut StdRng) {
        let word = word("zq", number, rng);
        let who = self.test.helper(&word).await;
        let (listed, reach) = match rng.random_range(0..4) {
            0 => (Listed::Contacts, Reach::Contacts),
            1 => (Listed::Nobody, Reach::Nobody),
            _ => (Listed::Everyone, Reach::Everyone),
        };
        let profile = Profile {
            area: self.test.place("Fresno, California"),
            languages: LanguageId::parse("en").into_iter().collect(),
            about: format!("I am {word}."),
            offers: vec![HelperOffer {
                term: self.test.term("transport.doctor"),
                note: format!("by {word}"),
                level: OfferLevel::Has,
                per_month: None,
            }],
            privacy: ProfilePrivacy {
                listed: reach,
                ..ProfilePrivacy::default()
            },
            ..Profile::default()
        };
        helpers::edit::edit(&self.test.app, &who, &who.name, profile, 1)
            .await
            .unwrap();
        self.facts.helpers.push(HelperFact {
            id: who.helper().to_string(),
            word,
            listed,
            suspended: false,
        });
        self.who.push(who);
    }

    async fn acquaint(&mut self, rng: &mut StdRng) {
        for a in 0..HELPERS {
            for b in a + 1..HELPERS {
                let chance = rng.random_range(0..10);
                if chance < 4 {
                    contacts::ask::ask(&self.test.app, &self.who[a], self.who[b].helper())
                        .await
                        .unwrap();
                    self.facts.asked.insert((a, b));
                }
                if chance < 3 {
                    contacts::ask::accept(&self.test.app, &self.who[b], self.who[a].helper())
                        .await
                        .unwrap();
                    self.facts.asked.remove(&(a, b));
                    self.facts.contacts.insert((a, b));
                }
            }
        }
    }

    async fn client(&mut self, number: usize, rng: &mut StdRng) {
        let lead = rng.random_range(0..HELPERS);
        let word = word("wk", number, rng);
        let client = self.test.client(&self.who[lead], &word).await;
        let (audience, whom) = match number % 3 {
            0 => (Audience::Everyone, For::Everyone),
            1 => (Audience::Contacts, For::Contacts),
            _ => {
                let chosen: Vec<usize> = (0..HELPERS)
                    .filter(|other| *other != lead && rng.random_bool(0.4))
                    .collect();
                let ids = chosen.iter().map(|one| self.who[*one].helper()).collect();
                (Audience::Helpers(ids), For::Chosen(chosen))
            }
        };
        let mut members = Vec::new();
        for other in 0..HELPERS {
            if self.facts.contact(lead, other) && rng.random_bool(0.2) {
                let terms = Terms {
                    role: CircleRole::Member,
                    stays: None,
                    agreed: ConsentMethod::Verbal,
                };
                let (app, to) = (&self.test.app, self.who[other].helper());
                let seat = offer::offer(app, &self.who[lead], client, to, terms)
                    .await
                    .unwrap();
                join::join(app, &self.who[other], seat).await.unwrap();
                members.push(other);
            }
        }
        let card = self.test.card(&self.who[lead], client, audience).await;
        self.facts.clients.push(ClientFact {
            id: client.to_string(),
            word,
            lead,
            members,
            card: Some((card.to_string(), whom)),
        });
    }

    async fn enquire(&mut self, rng: &mut StdRng) {
        for number in 0..self.facts.clients.len() {
            let client = &self.facts.clients[number];
            let (lead, card) = (client.lead, client.card.as_ref().unwrap().0.clone());
            for asker in 0..HELPERS {
                let client = &self.facts.clients[number];
                if self.facts.in_circle(asker, client)
                    || !self.facts.sees_card(asker, client)
                    || rng.random_bool(0.7)
                {
                    continue;
                }
                let card: CardId = card.parse().unwrap();
                let id = self.test.enquiry(&self.who[asker], None, card).await;
                self.matches.push(id.to_string());
                if rng.random_bool(0.5) {
                    answer::accept(&self.test.app, &self.who[lead], id)
                        .await
                        .unwrap();
                    self.facts.talks.insert(pair(asker, lead));
                }
            }
        }
    }

    async fn block(&mut self, rng: &mut StdRng) {
        for a in 0..HELPERS {
            for b in 0..HELPERS {
                if a != b && rng.random_bool(0.12) {
                    let done =
                        contacts::block::block(&self.test.app, &self.who[a], self.who[b].helper());
                    // One who blocked me is not there for me: then there is nobody to block.
                    if done.await.is_ok() {
                        self.facts.blocks.insert((a, b));
                        self.facts.contacts.remove(&pair(a, b));
                        self.facts.asked.remove(&pair(a, b));
                    }
                }
            }
        }
    }

    async fn tokens(&mut self) {
        for who in &self.who {
            let new = tokens::NewToken {
                name: "Walker".to_owned(),
                scopes: tokens::Scope::ALL.to_vec(),
                days: 7,
                password: PASSWORD.into(),
            };
            let token = tokens::make(&self.test.app, who, new).await.unwrap();
            self.tokens.push(token);
        }
    }
}
