//! What the engine ranks: cards, helpers' offers and directory services, with
//! their published values. Never a true value that the gate made coarser.

use std::fmt;
use std::str::FromStr;

use argonaut_domain::card::{Audience, Card, CardContent, CardNeed, Limits};
use argonaut_domain::clock::Week;
use argonaut_domain::helper::{Helper, HelperRole, OfferLevel, ProfilePrivacy, Standing};
use argonaut_domain::ids::{CardId, ClientId, HelperId, ServiceId};
use argonaut_domain::language::LanguageId;
use argonaut_domain::person::{Age, Gender};
use argonaut_domain::place::Place;
use argonaut_domain::taxonomy::TermId;

use crate::context::Context;

/// Which listing. Sorts by kind, then by id; written `card:uuid` in URLs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ListingId {
    /// A client's card.
    Card(CardId),
    /// A helper's offers.
    Helper(HelperId),
    /// A directory service.
    Service(ServiceId),
}

/// The three kinds of listing. Each is ranked in a list of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ListingKind {
    /// Clients' cards: both sides count.
    Card,
    /// Helpers' offers: one way.
    Helper,
    /// Directory services: one way.
    Service,
}

impl ListingKind {
    /// Every kind, in the order in which screens list them.
    pub const ALL: &'static [Self] = &[Self::Card, Self::Helper, Self::Service];

    /// The stable code, as used in URLs.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Card => "card",
            Self::Helper => "helper",
            Self::Service => "service",
        }
    }
    /// The kind with this code, if there is one.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.code() == code)
    }
}

impl fmt::Display for ListingKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// A text that is not the id of a listing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a listing is written card:…, helper:… or service:…, followed by its id")]
pub struct BadListingId;

impl FromStr for ListingKind {
    type Err = BadListingId;
    fn from_str(code: &str) -> Result<Self, BadListingId> {
        Self::parse(code).ok_or(BadListingId)
    }
}

impl ListingId {
    /// Which kind of listing it is.
    pub const fn kind(self) -> ListingKind {
        match self {
            Self::Card(_) => ListingKind::Card,
            Self::Helper(_) => ListingKind::Helper,
            Self::Service(_) => ListingKind::Service,
        }
    }
}

impl fmt::Display for ListingId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let kind = self.kind();
        match self {
            Self::Card(id) => write!(f, "{kind}:{id}"),
            Self::Helper(id) => write!(f, "{kind}:{id}"),
            Self::Service(id) => write!(f, "{kind}:{id}"),
        }
    }
}

impl FromStr for ListingId {
    type Err = BadListingId;
    fn from_str(text: &str) -> Result<Self, BadListingId> {
        let (kind, id) = text.split_once(':').ok_or(BadListingId)?;
        match kind.parse()? {
            ListingKind::Card => id.parse().map(Self::Card).map_err(|_| BadListingId),
            ListingKind::Helper => id.parse().map(Self::Helper).map_err(|_| BadListingId),
            ListingKind::Service => id.parse().map(Self::Service).map_err(|_| BadListingId),
        }
    }
}

/// What a [`Context`] is asked about: which listing, and whose. Nothing of it
/// leaves the engine otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Which listing.
    pub id: ListingId,
    /// The helper who answers for it; `None` for a service of the directory.
    pub owner: Option<HelperId>,
    /// Whom a card describes; nobody for the other kinds.
    pub client: Option<ClientId>,
    /// The week in which it was published.
    pub published: Week,
}

/// Something that can be suggested, as it was published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listing {
    /// The helper who answers for it; `None` for a service of the directory.
    /// Leaves the engine only towards the [`Context`].
    pub owner: Option<HelperId>,
    /// The week in which it was published.
    pub published: Week,
    /// What it says.
    pub body: Body,
}

/// What a listing says, by kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Body {
    /// A client's card.
    Card(CardListing),
    /// A helper's offers.
    Helper(HelperListing),
    /// A directory service.
    Service(ServiceListing),
}

/// A client's card. Who may see it is the context's to know, by its id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CardListing {
    /// Which card.
    pub id: CardId,
    /// Whom it describes. Leaves the engine only towards the [`Context`].
    pub client: ClientId,
    /// What it says.
    pub content: CardContent,
    /// The week since which the client waits.
    pub waiting_since: Week,
    /// Whether it is on show to everyone. Only such cards are counted where all are:
    /// how rare an interest is must tell a stranger nothing of the others.
    pub is_open: bool,
}

/// What a helper can give.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HelperListing {
    /// Which helper.
    pub id: HelperId,
    /// In which role they act.
    pub role: HelperRole,
    /// Where they help.
    pub place: Place,
    /// Languages they speak; empty is "not said".
    pub languages: Vec<LanguageId>,
    /// What they can give.
    pub offers: Vec<TermId>,
    /// Kinds of clients they work with.
    pub situations: Vec<TermId>,
    /// Whom they show which part to; the engine asks [`Context::reaches`].
    pub privacy: ProfilePrivacy,
    /// Where the account stands.
    pub standing: Standing,
}

/// What a service of the directory can give.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ServiceListing {
    /// Which service.
    pub id: ServiceId,
    /// Where it is, or which area it serves.
    pub place: Place,
    /// Languages spoken there; empty is "not said".
    pub languages: Vec<LanguageId>,
    /// The needs it meets.
    pub offers: Vec<TermId>,
    /// Kinds of clients it is for.
    pub situations: Vec<TermId>,
    /// Whom it serves; empty is "everybody".
    pub serves: Limits,
}

/// The limits of those who set none.
pub(crate) static NO_LIMITS: Limits = Limits {
    stages: Vec::new(),
    genders: Vec::new(),
    languages: Vec::new(),
    max_km: None,
};

impl Listing {
    /// The listing of a stored card. Load only published cards; audience and
    /// expiry are the context's to check.
    pub fn of_card(card: &Card) -> Self {
        Self {
            owner: Some(card.owner),
            published: card.published,
            body: Body::Card(CardListing {
                id: card.id,
                client: card.client,
                content: card.content.clone().tidy(),
                waiting_since: card.waiting_since,
                is_open: card.audience == Audience::Everyone,
            }),
        }
    }

    /// The listing of a helper. What they are still learning is no offer yet.
    pub fn of_helper(helper: &Helper, published: Week) -> Self {
        let profile = &helper.profile;
        let has = profile
            .offers
            .iter()
            .filter(|offer| offer.level == OfferLevel::Has);
        Self {
            owner: Some(helper.id),
            published,
            body: Body::Helper(HelperListing {
                id: helper.id,
                role: profile.role,
                place: profile.area,
                languages: profile.languages.clone(),
                offers: has.map(|offer| offer.term).collect(),
                situations: profile.situations.clone(),
                privacy: profile.privacy.clone(),
                standing: helper.standing,
            }),
        }
    }

    /// The listing of a service of the directory.
    pub fn of_service(service: ServiceListing, published: Week) -> Self {
        Self {
            owner: None,
            published,
            body: Body::Service(service),
        }
    }

    /// Which listing.
    pub const fn id(&self) -> ListingId {
        match &self.body {
            Body::Card(card) => ListingId::Card(card.id),
            Body::Helper(helper) => ListingId::Helper(helper.id),
            Body::Service(service) => ListingId::Service(service.id),
        }
    }
    /// What a context is asked about.
    pub const fn entry(&self) -> Entry {
        Entry {
            id: self.id(),
            owner: self.owner,
            client: self.client(),
            published: self.published,
        }
    }
    /// Which kind of listing.
    pub const fn kind(&self) -> ListingKind {
        self.id().kind()
    }
    /// Whom a card describes; nobody for the other kinds.
    pub const fn client(&self) -> Option<ClientId> {
        match &self.body {
            Body::Card(card) => Some(card.client),
            Body::Helper(_) | Body::Service(_) => None,
        }
    }

    /// Sorts every list and drops doubles, so that the order in which a list
    /// was typed can change no score.
    #[must_use]
    pub fn tidy(mut self) -> Self {
        self.put_in_order();
        self
    }
    /// [`Listing::tidy`], in place.
    pub(crate) fn put_in_order(&mut self) {
        fn set<T: Ord>(list: &mut Vec<T>) {
            list.sort_unstable();
            list.dedup();
        }
        match &mut self.body {
            Body::Card(card) => card.content.put_in_order(),
            Body::Helper(helper) => {
                set(&mut helper.languages);
                set(&mut helper.offers);
                set(&mut helper.situations);
            }
            Body::Service(service) => {
                set(&mut service.languages);
                set(&mut service.offers);
                set(&mut service.situations);
                set(&mut service.serves.stages);
                set(&mut service.serves.genders);
                set(&mut service.serves.languages);
            }
        }
    }
}

/// What one viewer may read of a listing, or of the asking card: the only
/// values that limits, scores, reasons and filters see.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Face<'a> {
    /// Which kind of listing.
    pub kind: ListingKind,
    /// Where; `Anywhere` when the viewer may not know.
    pub place: Place,
    /// How old.
    pub age: Age,
    /// Gender; `None` is "not said".
    pub gender: Option<Gender>,
    /// Languages; empty is "not said".
    pub languages: &'a [LanguageId],
    /// What is needed.
    pub needs: &'a [CardNeed],
    /// What can be given.
    pub offers: &'a [TermId],
    /// What is liked.
    pub interests: &'a [TermId],
    /// Kinds of connection sought; empty is "any".
    pub connections: &'a [TermId],
    /// Kinds of clients worked with (helpers, services).
    pub situations: &'a [TermId],
    /// Whom they want to meet, or serve.
    pub limits: &'a Limits,
    /// The week of publication, for cards.
    pub published: Option<Week>,
    /// The week since which the client waits, for cards.
    pub waiting_since: Option<Week>,
}

impl<'a> Face<'a> {
    /// The face of a card, published or about to be.
    pub fn of_card(content: &'a CardContent) -> Self {
        Self {
            kind: ListingKind::Card,
            place: content.place,
            age: content.age,
            gender: content.gender,
            languages: &content.languages,
            needs: &content.needs,
            offers: &content.offers,
            interests: &content.interests,
            connections: &content.connections,
            situations: &[],
            limits: &content.limits,
            published: None,
            waiting_since: None,
        }
    }

    /// What the context's viewer may read of a listing that they see. Parts of
    /// a profile that do not reach the viewer are blank, so that no score or
    /// filter tells what they hold.
    pub fn of_listing(listing: &'a Listing, context: &(impl Context + ?Sized)) -> Self {
        let blank = Self {
            kind: listing.kind(),
            place: Place::Anywhere,
            age: Age::Any,
            gender: None,
            languages: &[],
            needs: &[],
            offers: &[],
            interests: &[],
            connections: &[],
            situations: &[],
            limits: &NO_LIMITS,
            published: None,
            waiting_since: None,
        };
        match &listing.body {
            Body::Card(card) => Self {
                published: Some(listing.published),
                waiting_since: Some(card.waiting_since),
                ..Self::of_card(&card.content)
            },
            Body::Helper(helper) => {
                let shown = |reach| context.reaches(reach, helper.id);
                Self {
                    place: if shown(helper.privacy.area) {
                        helper.place
                    } else {
                        Place::Anywhere
                    },
                    languages: &helper.languages,
                    offers: if shown(helper.privacy.offers) {
                        &helper.offers
                    } else {
                        &[]
                    },
                    situations: if shown(helper.privacy.clients) {
                        &helper.situations
                    } else {
                        &[]
                    },
                    ..blank
                }
            }
            Body::Service(service) => Self {
                place: service.place,
                languages: &service.languages,
                offers: &service.offers,
                situations: &service.situations,
                limits: &service.serves,
                ..blank
            },
        }
    }
}
