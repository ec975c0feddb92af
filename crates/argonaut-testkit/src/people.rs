//! People for tests: helpers who are signed in, clients, consents, cards.

use argonaut_app::accounts::register::{self, NewAccount};
use argonaut_app::accounts::registration::{self, Registration};
use argonaut_app::cards::publish;
use argonaut_app::consents::record::{self, Given};
use argonaut_app::dossier::{Birth, Dossier};
use argonaut_app::gate::Chosen;
use argonaut_app::{SignedIn, accounts, clients, contacts, helpers};
use argonaut_domain::card::{Audience, Urgency};
use argonaut_domain::clock::Clock as _;
use argonaut_domain::consent::ConsentMethod;
use argonaut_domain::helper::Profile;
use argonaut_domain::ids::{CardId, ClientId};
use argonaut_domain::language::LanguageId;
use argonaut_domain::person::Gender;
use argonaut_domain::place::Place;
use argonaut_domain::taxonomy::{Taxonomy, TermId};

use crate::TestApp;

/// Everybody's passphrase.
pub const PASSPHRASE: &str = "seven lanterns by the canal";

/// A term by its code.
pub fn term(code: &str) -> TermId {
    Taxonomy::builtin().by_code(code).unwrap()
}

/// A city large enough for the gate.
pub fn fresno() -> Place {
    let found = Place::search("Fresno", None, 20);
    let large = |place: &Place| place.level() == 0 && place.population() > 300_000;
    found.into_iter().find(large).unwrap()
}

/// A consent that was given today, for 300 days.
pub fn given(test: &TestApp) -> Given {
    let now = test.clock.now();
    Given {
        method: ConsentMethod::Verbal,
        on: now.date(),
        until: now.plus_days(300).date(),
    }
}

impl TestApp {
    /// An account as it is typed.
    pub fn account(&self, handle: &str) -> NewAccount {
        NewAccount {
            name: format!("{handle} of the tests"),
            handle: handle.to_owned(),
            password: PASSPHRASE.into(),
            invitation: None,
            locale: None,
            device: "a test".to_owned(),
        }
    }

    /// The first administrator, by the set-up link.
    pub async fn administrator(&self, handle: &str) -> SignedIn {
        let link = accounts::invite::set_up(&self.app).await.unwrap().unwrap();
        let account = NewAccount {
            invitation: Some(link.token),
            ..self.account(handle)
        };
        let made = register::register(&self.app, account).await.unwrap();
        made.session.unwrap().who
    }

    /// A helper who is signed in and helps in a large city.
    pub async fn helper(&self, handle: &str) -> SignedIn {
        registration::set_from_console(&self.app, Registration::Open)
            .await
            .unwrap();
        let made = register::register(&self.app, self.account(handle))
            .await
            .unwrap();
        let who = made.session.unwrap().who;
        let profile = Profile {
            area: fresno(),
            languages: LanguageId::parse("en").into_iter().collect(),
            ..Profile::default()
        };
        let mine = helpers::edit::mine(&self.app, &who).await.unwrap();
        helpers::edit::edit(&self.app, &who, &mine.name, profile, mine.version)
            .await
            .unwrap();
        self.app.refresh().await.unwrap();
        who
    }

    /// So many more helpers in the large city: the gate wants ten.
    pub async fn crowd(&self, count: usize) {
        for number in 0..count {
            self.helper(&format!("crowd{number}")).await;
        }
    }

    /// Makes the two contacts of each other.
    pub async fn befriend(&self, one: &SignedIn, other: &SignedIn) {
        contacts::ask::ask(&self.app, one, other.helper())
            .await
            .unwrap();
        contacts::ask::accept(&self.app, other, one.helper())
            .await
            .unwrap();
    }

    /// A record that the gate lets through.
    pub fn dossier(&self, name: &str) -> Dossier {
        let mut dossier = Dossier::new(name);
        dossier.place = fresno();
        dossier.birth = Birth::Year(1950);
        dossier.gender = Some(Gender::Woman);
        dossier.languages = LanguageId::parse("en").into_iter().collect();
        dossier.need(term("company.visits"), Urgency::Medium);
        dossier.offer(term("learning.language.english"));
        dossier.contact.phones.push("559-555-0123".into());
        dossier
    }

    /// A client of this helper.
    pub async fn client(&self, who: &SignedIn, name: &str) -> ClientId {
        clients::record::record(&self.app, who, self.dossier(name))
            .await
            .unwrap()
    }

    /// A client who consented to be shared.
    pub async fn consented(&self, who: &SignedIn, name: &str) -> ClientId {
        let client = self.client(who, name).await;
        record::to_share(&self.app, who, client, given(self))
            .await
            .unwrap();
        client
    }

    /// A client with a card on show.
    pub async fn on_show(
        &self,
        who: &SignedIn,
        name: &str,
        audience: Audience,
    ) -> (ClientId, CardId) {
        let client = self.consented(who, name).await;
        let card = publish::publish(&self.app, who, client, Chosen::default(), audience, None)
            .await
            .unwrap();
        (client, card)
    }
}
