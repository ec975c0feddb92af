//! A society made at random: who stands how to whom, what is on show for whom. Each
//! helper, client and note carries a word of its own, so that wherever it appears it is
//! known.

use std::collections::{BTreeMap, BTreeSet};

use argonaut_app::SignedIn;
use argonaut_app::accounts::administer;
use argonaut_app::circle::{join, offer};
use argonaut_app::trust::vouch::Word;
use argonaut_app::trust::{distrust, vouch};
use argonaut_app::{contacts, helpers};
use argonaut_domain::access::CircleRole;
use argonaut_domain::card::Audience;
use argonaut_domain::consent::ConsentMethod;
use argonaut_domain::helper::{HelperOffer, OfferLevel, Profile, ProfilePrivacy, Reach};
use argonaut_domain::ids::{CardId, ClientId, HelperId, MatchId};
use argonaut_domain::language::LanguageId;
use argonaut_domain::ring::Ring;
use argonaut_domain::trust::{TrustField, TrustLevel, VouchLevel};
use argonaut_store::Store;
use argonaut_testkit::TestApp;
use rand::rngs::StdRng;
use rand::seq::{IndexedRandom as _, SliceRandom as _};
use rand::{RngExt as _, SeedableRng as _};

use crate::quarrels::Told;
use crate::things::{Gathering, Planned, Talked, Written};

/// How many there are, the administrator left out.
const HELPERS: usize = 13;

/// A helper as the test knows them.
pub(crate) struct Person {
    pub(crate) who: SignedIn,
    pub(crate) handle: String,
    /// Stands in the words about themselves.
    pub(crate) about: String,
    /// Stands in the note to what they offer.
    pub(crate) note: String,
    pub(crate) listed: Reach,
    pub(crate) offers: Reach,
    pub(crate) suspended: bool,
}

impl Person {
    pub(crate) fn id(&self) -> HelperId {
        self.who.helper()
    }
}

/// A client as the test knows them.
pub(crate) struct Somebody {
    pub(crate) id: ClientId,
    pub(crate) name: String,
    pub(crate) owner: usize,
    pub(crate) circle: BTreeSet<usize>,
}

/// A card as the test knows it.
pub(crate) struct Shown {
    pub(crate) id: CardId,
    pub(crate) client: usize,
    pub(crate) owner: usize,
    pub(crate) audience: Audience,
}

/// Everything that was made. Helpers go by their place in `people`.
pub(crate) struct Society {
    pub(crate) test: TestApp,
    pub(crate) people: Vec<Person>,
    pub(crate) clients: Vec<Somebody>,
    pub(crate) cards: Vec<Shown>,
    pub(crate) groups: Vec<Gathering>,
    pub(crate) posts: Vec<Written>,
    pub(crate) events: Vec<Planned>,
    pub(crate) talks: Vec<Talked>,
    /// Both agreed; the lower place first.
    pub(crate) contacts: BTreeSet<(usize, usize)>,
    /// Asked and not answered.
    pub(crate) asked: BTreeSet<(usize, usize)>,
    /// Who vouched for whom, how far.
    pub(crate) vouches: BTreeMap<(usize, usize), VouchLevel>,
    /// Who keeps in mind not to rely on whom.
    pub(crate) distrust: BTreeSet<(usize, usize)>,
    /// Who muted whom.
    pub(crate) mutes: BTreeSet<(usize, usize)>,
    pub(crate) reports: Vec<Told>,
    /// What the engine found.
    pub(crate) rings: Vec<Ring>,
    /// Who blocked whom.
    pub(crate) blocks: BTreeSet<(usize, usize)>,
    /// Matches with both helpers, and whether the names are shown.
    pub(crate) matches: BTreeMap<MatchId, (usize, usize, bool)>,
    /// Cards of an enquiry, for the one who asked.
    pub(crate) enquired: BTreeSet<(usize, CardId)>,
}

/// The private note to a vouch.
pub(crate) fn note_of(from: usize, to: usize) -> String {
    format!("vq{from:02}v{to:02}qv")
}

/// Two places, the lower first.
pub(crate) fn pair(a: usize, b: usize) -> (usize, usize) {
    (a.min(b), a.max(b))
}

impl Society {
    /// Makes one.
    pub(crate) async fn new(test: TestApp, seed: u64) -> Self {
        let mut rng = StdRng::seed_from_u64(seed);
        let admin = test.administrator().await;
        let mut society = Self {
            test,
            people: Vec::new(),
            clients: Vec::new(),
            cards: Vec::new(),
            groups: Vec::new(),
            posts: Vec::new(),
            events: Vec::new(),
            talks: Vec::new(),
            contacts: BTreeSet::new(),
            asked: BTreeSet::new(),
            vouches: BTreeMap::new(),
            distrust: BTreeSet::new(),
            mutes: BTreeSet::new(),
            reports: Vec::new(),
            rings: Vec::new(),
            blocks: BTreeSet::new(),
            matches: BTreeMap::new(),
            enquired: BTreeSet::new(),
        };
        for number in 0..HELPERS {
            society.person(number, &mut rng).await;
        }
        society.acquaint(&mut rng).await;
        society.vouch(&mut rng).await;
        society.gather(&mut rng).await;
        for owner in 0..HELPERS {
            society.client(owner, &mut rng).await;
        }
        society.write(&mut rng).await;
        society.plan().await;
        society.talk().await;
        society.test.app.refresh().await.unwrap();
        // The batch opens what was published for everybody.
        society.test.clock.set(society.test.app.now().plus_days(1));
        argonaut_app::background::round(&society.test.app)
            .await
            .unwrap();
        society.rings().await;
        society.enquire(&mut rng).await;
        society.report(&admin, &mut rng).await;
        society.mute(&mut rng).await;
        society.fall_out(&mut rng).await;
        society.suspend(&admin, &mut rng).await;
        society.test.app.refresh().await.unwrap();
        society
    }

    async fn person(&mut self, number: usize, rng: &mut StdRng) {
        let handle = format!("hq{number:02}qh");
        let (about, note) = (format!("aq{number:02}qa"), format!("nq{number:02}qn"));
        let who = self.test.helper(&handle).await;
        let mut reach = || *Reach::ALL.choose(rng).unwrap();
        let (listed, offers, clients) = (reach(), reach(), reach());
        let profile = Profile {
            area: self.test.place("Fresno, California"),
            languages: LanguageId::parse("en").into_iter().collect(),
            about: about.clone(),
            offers: vec![HelperOffer {
                term: self.test.term("transport.doctor"),
                note: note.clone(),
                level: OfferLevel::Has,
                per_month: None,
            }],
            privacy: ProfilePrivacy {
                listed,
                offers,
                clients,
                ..ProfilePrivacy::default()
            },
            ..Profile::default()
        };
        let name = format!("Test {handle}");
        helpers::edit::edit(&self.test.app, &who, &name, profile, 1)
            .await
            .unwrap();
        self.people.push(Person {
            who,
            handle,
            about,
            note,
            listed,
            offers,
            suspended: false,
        });
    }

    async fn acquaint(&mut self, rng: &mut StdRng) {
        for a in 0..HELPERS {
            for b in a + 1..HELPERS {
                let (one, other) = (&self.people[a].who, &self.people[b].who);
                match rng.random_range(0..100) {
                    0..25 => {
                        self.test.befriend(one, other).await;
                        self.contacts.insert((a, b));
                    }
                    25..32 => {
                        contacts::ask::ask(&self.test.app, one, other.helper())
                            .await
                            .unwrap();
                        self.asked.insert((a, b));
                    }
                    _ => {}
                }
            }
        }
    }

    async fn vouch(&mut self, rng: &mut StdRng) {
        for (a, b) in self.contacts.clone() {
            for (from, to) in [(a, b), (b, a)] {
                let (who, other) = (&self.people[from].who, self.people[to].id());
                if rng.random_bool(0.35) {
                    let level = *VouchLevel::ALL.choose(rng).unwrap();
                    let word = Word {
                        field: TrustField::General,
                        level,
                        note: note_of(from, to),
                    };
                    // A week allows so many.
                    if vouch::vouch(&self.test.app, who, other, word).await.is_ok() {
                        self.vouches.insert((from, to), level);
                    }
                } else if rng.random_bool(0.2) {
                    distrust::distrust(&self.test.app, who, other)
                        .await
                        .unwrap();
                    self.distrust.insert((from, to));
                }
            }
        }
    }

    pub(crate) fn contacts_of(&self, me: usize) -> Vec<usize> {
        (0..self.people.len())
            .filter(|other| self.contacts.contains(&pair(me, *other)))
            .collect()
    }

    async fn client(&mut self, owner: usize, rng: &mut StdRng) {
        let name = format!("Cq{owner:02}qc");
        let who = self.people[owner].who.clone();
        let id = self.test.client(&who, &name).await;
        let mut circle = BTreeSet::from([owner]);
        let friends = self.contacts_of(owner);
        if let Some(&friend) = friends.choose(rng).filter(|_| rng.random_bool(0.4)) {
            let terms = offer::Terms {
                role: CircleRole::Member,
                stays: None,
                agreed: ConsentMethod::Verbal,
            };
            let other = &self.people[friend].who;
            let seat = offer::offer(&self.test.app, &who, id, other.helper(), terms)
                .await
                .unwrap();
            join::join(&self.test.app, other, seat).await.unwrap();
            circle.insert(friend);
        }
        self.clients.push(Somebody {
            id,
            name,
            owner,
            circle,
        });
        let group = self.a_group_of(owner, rng);
        let audience = match (rng.random_range(0..5), group) {
            (4, Some(group)) => Audience::Groups(vec![group]),
            (number, _) => self.audience(number, owner, rng),
        };
        let card = self.test.card(&who, id, audience.clone()).await;
        self.cards.push(Shown {
            id: card,
            client: self.clients.len() - 1,
            owner,
            audience,
        });
    }

    fn audience(&self, number: usize, owner: usize, rng: &mut StdRng) -> Audience {
        match number {
            0 => Audience::Everyone,
            1 => Audience::Contacts,
            2 => Audience::Trusted(*TrustLevel::ALL.choose(rng).unwrap()),
            _ => {
                let mut others: Vec<usize> = (0..HELPERS).filter(|other| *other != owner).collect();
                others.shuffle(rng);
                let chosen = others.iter().take(3);
                Audience::Helpers(chosen.map(|place| self.people[*place].id()).collect())
            }
        }
    }

    async fn enquire(&mut self, rng: &mut StdRng) {
        for _ in 0..HELPERS {
            let asker = rng.random_range(0..HELPERS);
            let about = self.cards.choose(rng).unwrap();
            let own = self.clients.iter().find(|client| client.owner == asker);
            let enquiry = argonaut_app::matches::ask::Enquiry {
                about: argonaut_app::engine::ListingId::Card(about.id),
                client: own.map(|client| client.id),
                words: "Shall we talk?".to_owned(),
            };
            let (card, owner) = (about.id, about.owner);
            let who = self.people[asker].who.clone();
            let Ok(joint) = argonaut_app::matches::ask::ask(&self.test.app, &who, enquiry).await
            else {
                continue;
            };
            self.enquired.insert((asker, card));
            let accepts = rng.random_bool(0.5);
            if accepts {
                argonaut_app::matches::answer::accept(
                    &self.test.app,
                    &self.people[owner].who,
                    joint,
                )
                .await
                .unwrap();
            }
            self.matches.insert(joint, (asker, owner, accepts));
        }
    }

    /// What the night found.
    async fn rings(&mut self) {
        let store = Store::open(self.test.database.backend()).await.unwrap();
        self.rings = store.read().await.unwrap().open_rings().await.unwrap();
    }

    /// Blocks come last, so that some stand between contacts and partners.
    async fn fall_out(&mut self, rng: &mut StdRng) {
        for blocker in 0..HELPERS {
            for blocked in 0..HELPERS {
                if blocker == blocked || !rng.random_bool(0.07) {
                    continue;
                }
                let other = self.people[blocked].id();
                let done =
                    contacts::block::block(&self.test.app, &self.people[blocker].who, other).await;
                // Whoever is blocked already cannot find the other to block them.
                if done.is_ok() {
                    self.blocks.insert((blocker, blocked));
                    self.contacts.remove(&pair(blocker, blocked));
                    self.asked.remove(&pair(blocker, blocked));
                }
            }
        }
    }

    async fn suspend(&mut self, admin: &SignedIn, rng: &mut StdRng) {
        let admin = admin.actor.admin().unwrap();
        for _ in 0..2 {
            let place = rng.random_range(0..HELPERS);
            if !self.people[place].suspended {
                administer::suspend(&self.test.app, &admin, self.people[place].id())
                    .await
                    .unwrap();
                self.people[place].suspended = true;
            }
        }
    }
}
