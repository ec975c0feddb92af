//! Builders: people, clients, cards and matches, made by the use cases that
//! make them in earnest.

use argonaut_app::SignedIn;
use argonaut_app::accounts::register::{NewAccount, register};
use argonaut_app::accounts::registration::{Registration, set_from_console};
use argonaut_app::cards::publish::publish;
use argonaut_app::clients::record::record;
use argonaut_app::consents::record::{Given, to_share};
use argonaut_app::dossier::Dossier;
use argonaut_app::engine::ListingId;
use argonaut_app::gate::Chosen;
use argonaut_app::matches::ask::{Enquiry, ask};
use argonaut_app::{contacts, helpers, matches};
use argonaut_domain::card::{Audience, Urgency};
use argonaut_domain::consent::{ConsentMethod, ReleasedField};
use argonaut_domain::helper::{HelperOffer, OfferLevel, Profile};
use argonaut_domain::ids::{CardId, ClientId, ConsentId, MatchId};
use argonaut_domain::language::LanguageId;
use argonaut_domain::place::Place;
use argonaut_domain::taxonomy::{Taxonomy, TermId};

use crate::TestApp;

/// The password of every invented helper.
pub const PASSWORD: &str = "lantern tuba quiet maple";

impl TestApp {
    pub(crate) async fn open_doors(&self) {
        set_from_console(&self.app, Registration::Open)
            .await
            .expect("doors open");
    }

    /// A term by its code.
    pub fn term(&self, code: &str) -> TermId {
        Taxonomy::builtin()
            .by_code(code)
            .unwrap_or_else(|| panic!("no term {code}"))
    }

    /// A place by its name.
    pub fn place(&self, name: &str) -> Place {
        *Place::search(name, None, 1)
            .first()
            .unwrap_or_else(|| panic!("no place {name}"))
    }

    /// A helper who just signed up.
    pub async fn helper(&self, handle: &str) -> SignedIn {
        let new = NewAccount {
            befriend: false,
            name: format!("Test {handle}"),
            handle: handle.to_owned(),
            password: PASSWORD.into(),
            invitation: None,
            locale: None,
            device: "Test browser".to_owned(),
        };
        let made = register(&self.app, new).await.expect("signed up");
        made.session.expect("the door is open").who
    }

    /// A helper of Fresno who speaks English and offers rides to the doctor.
    pub async fn neighbour(&self, handle: &str) -> SignedIn {
        let who = self.helper(handle).await;
        let offer = HelperOffer {
            term: self.term("transport.doctor"),
            note: String::new(),
            level: OfferLevel::Has,
            per_month: None,
        };
        let profile = Profile {
            area: self.place("Fresno, California"),
            languages: LanguageId::parse("en").into_iter().collect(),
            offers: vec![offer],
            ..Profile::default()
        };
        helpers::edit::edit(&self.app, &who, &who.name, profile, 1)
            .await
            .expect("profile kept");
        who
    }

    /// Ten helpers of Fresno, so that open cards pass the gate there.
    pub async fn neighbours(&self) {
        for number in 0..10 {
            self.neighbour(&format!("neighbour{number}")).await;
        }
    }

    /// Two helpers become contacts.
    pub async fn befriend(&self, a: &SignedIn, b: &SignedIn) {
        contacts::ask::ask(&self.app, a, b.helper())
            .await
            .expect("asked");
        contacts::ask::accept(&self.app, b, a.helper())
            .await
            .expect("accepted");
    }

    /// A dossier with enough in it for a card.
    pub fn dossier(&self, name: &str) -> Dossier {
        let mut dossier = Dossier::new(name);
        dossier.place = self.place("Fresno, California");
        dossier.birth = argonaut_app::dossier::Birth::Year(1950);
        dossier.gender = Some(argonaut_domain::person::Gender::Woman);
        dossier.languages = LanguageId::parse("en").into_iter().collect();
        dossier.contact.phones = vec!["+1 559 555 0100".into()];
        dossier.need(self.term("transport.doctor"), Urgency::High);
        dossier.offer(self.term("company.calls"));
        dossier.interests = vec![self.term("like.music.singing")];
        dossier
    }

    /// A client of this helper.
    pub async fn client(&self, who: &SignedIn, name: &str) -> ClientId {
        record(&self.app, who, self.dossier(name))
            .await
            .expect("recorded")
    }

    /// How a consent is given in tests: today, by word, for half a year.
    pub fn given(&self) -> Given {
        let today = self.app.now().date();
        Given {
            method: ConsentMethod::Verbal,
            on: today,
            until: self.app.now().plus_days(180).date(),
            language: argonaut_domain::locale::Locale::En,
            proxy: "".into(),
        }
    }

    /// A consent to share this client's card.
    pub async fn consent(&self, who: &SignedIn, client: ClientId) -> ConsentId {
        to_share(&self.app, who, client, self.given())
            .await
            .expect("consent kept")
    }

    /// A card of this client, on show to this audience.
    pub async fn card(&self, who: &SignedIn, client: ClientId, audience: Audience) -> CardId {
        self.consent(who, client).await;
        publish(&self.app, who, client, Chosen::default(), audience, None)
            .await
            .expect("published")
    }

    /// A card of this client, under whatever consent there is.
    pub async fn card_under_any_consent(&self, who: &SignedIn, client: ClientId) -> CardId {
        let audience = Audience::Everyone;
        publish(&self.app, who, client, Chosen::default(), audience, None)
            .await
            .expect("published")
    }

    /// An administrator, made by the set-up link: before anybody else.
    pub async fn administrator(&self) -> SignedIn {
        let link = argonaut_app::accounts::invite::set_up(&self.app)
            .await
            .expect("a link")
            .expect("no account yet");
        let new = NewAccount {
            befriend: false,
            name: "Test admin".to_owned(),
            handle: "admin".to_owned(),
            password: PASSWORD.into(),
            invitation: Some(link.token),
            locale: None,
            device: String::new(),
        };
        let made = register(&self.app, new).await.expect("signed up");
        made.session.expect("the door is open").who
    }

    /// An enquiry of `asker` with their client about a card.
    pub async fn enquiry(
        &self,
        asker: &SignedIn,
        client: Option<ClientId>,
        about: CardId,
    ) -> MatchId {
        let enquiry = Enquiry {
            about: ListingId::Card(about),
            client,
            words: "Shall we talk?".to_owned(),
        };
        ask(&self.app, asker, enquiry).await.expect("asked")
    }

    /// One side says yes for its client: first name and telephone, half a year.
    pub async fn agree(&self, who: &SignedIn, joint: MatchId) -> Result<(), matches::MatchError> {
        let yes = matches::agree::Yes::Client {
            fields: vec![ReleasedField::FirstName, ReleasedField::Phone],
            given: self.given(),
        };
        matches::agree::agree(&self.app, who, joint, yes).await
    }
}
