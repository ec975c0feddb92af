//! A small world for tests: few terms, places and helpers, so that ties,
//! siblings and collisions are frequent, and a context that says who sees what.

#![expect(
    clippy::expect_used,
    reason = "a small world that lacks a thing is a broken test"
)]

use std::collections::{BTreeMap, BTreeSet};

use argonaut_domain::card::{Audience, CardContent, CardNeed, Limits, Urgency};
use argonaut_domain::clock::{Timestamp, Week};
use argonaut_domain::helper::{HelperRole, ProfilePrivacy, Reach, Standing};
use argonaut_domain::ids::{CardId, ClientId, HelperId, ServiceId};
use argonaut_domain::language::LanguageId;
use argonaut_domain::person::Age;
use argonaut_domain::place::Place;
use argonaut_domain::taxonomy::{Relation, Taxonomy, TermId};
use argonaut_engine::{
    Body, CardListing, Context, HelperListing, Listing, ListingId, ListingKind, Query,
    ServiceListing,
};
use uuid::Uuid;

pub(crate) const TODAY: Week = Week(3_000);

/// Needs and offers.
pub(crate) fn terms() -> Vec<TermId> {
    [100, 110, 111, 112, 113, 120, 121, 122, 200, 210, 211, 213]
        .map(TermId)
        .to_vec()
}
pub(crate) fn interests() -> Vec<TermId> {
    (501..509).map(TermId).collect()
}
pub(crate) fn connections() -> Vec<TermId> {
    (701..705).map(TermId).collect()
}
pub(crate) fn languages() -> Vec<LanguageId> {
    (1..5).map(LanguageId).collect()
}
/// A city.
pub(crate) const fn here() -> Place {
    Place::City(11)
}
/// Another city of its region, less than 20 km away.
pub(crate) const fn nearby() -> Place {
    Place::City(12)
}
/// A city of another region, more than 50 km away.
pub(crate) const fn far() -> Place {
    Place::City(41)
}
/// The region of `here` and `nearby`.
pub(crate) const fn region() -> Place {
    Place::Region(1)
}
/// The region of `far`.
pub(crate) const fn far_region() -> Place {
    Place::Region(4)
}
/// Cities of one region and of another, the region, its country, and nowhere.
pub(crate) fn places() -> Vec<Place> {
    vec![
        here(),
        nearby(),
        far(),
        region(),
        Place::Country(0),
        Place::Anywhere,
    ]
}

/// Two terms, neither of a remote kind, that relate like this.
pub(crate) fn pair_of(relation: Relation) -> (TermId, TermId) {
    let near: Vec<TermId> = terms()
        .into_iter()
        .filter(|term| !term.is_remote())
        .collect();
    near.iter()
        .flat_map(|a| near.iter().map(|b| (*a, *b)))
        .find(|(a, b)| Taxonomy::builtin().relation(*a, *b) == relation)
        .expect("the small world holds every relation")
}
pub(crate) fn remote_term() -> TermId {
    terms()
        .into_iter()
        .find(|term| term.is_remote())
        .expect("a remote term")
}

pub(crate) fn helper(n: u128) -> HelperId {
    HelperId::from_uuid(Uuid::from_u128(0x1000 + n))
}
pub(crate) fn client(n: u128) -> ClientId {
    ClientId::from_uuid(Uuid::from_u128(0x2000 + n))
}
pub(crate) fn card_id(n: u128) -> ListingId {
    ListingId::Card(CardId::from_uuid(Uuid::from_u128(0x3000 + n)))
}
pub(crate) fn service_id(n: u128) -> ListingId {
    ListingId::Service(ServiceId::from_uuid(Uuid::from_u128(0x4000 + n)))
}

pub(crate) fn blank() -> CardContent {
    CardContent {
        place: here(),
        age: Age::Any,
        gender: None,
        languages: Vec::new(),
        needs: Vec::new(),
        offers: Vec::new(),
        interests: Vec::new(),
        connections: Vec::new(),
        limits: Limits::default(),
    }
}
pub(crate) fn need(term: TermId, urgency: Urgency) -> CardNeed {
    CardNeed::Named(term, urgency)
}
/// A card that needs one term, medium urgently, and offers another.
pub(crate) fn swap(needs: TermId, offers: TermId) -> CardContent {
    CardContent {
        needs: vec![need(needs, Urgency::Medium)],
        offers: vec![offers],
        ..blank()
    }
}

/// A card of client `n`, owned by helper `n % 7`, published this week.
pub(crate) fn card(n: u128, content: CardContent) -> Listing {
    card_since(n, content, TODAY, TODAY)
}
pub(crate) fn card_since(n: u128, content: CardContent, published: Week, waiting: Week) -> Listing {
    Listing {
        owner: Some(helper(n % 7)),
        published,
        body: Body::Card(CardListing {
            id: CardId::from_uuid(Uuid::from_u128(0x3000 + n)),
            client: client(n),
            content,
            waiting_since: waiting,
            audience: Audience::Everyone,
            owner_standing: Standing::Active,
            open_from: Timestamp::default(),
            expires: Timestamp::from_micros(i64::MAX),
        }),
    }
}
pub(crate) fn helper_listing(n: u128, place: Place, offers: Vec<TermId>) -> Listing {
    Listing {
        owner: Some(helper(n)),
        published: TODAY,
        body: Body::Helper(HelperListing {
            id: helper(n),
            role: HelperRole::Neighbour,
            place,
            languages: Vec::new(),
            offers,
            situations: Vec::new(),
            privacy: ProfilePrivacy::default(),
            standing: Standing::Active,
        }),
    }
}
pub(crate) fn service(n: u128, place: Place, offers: Vec<TermId>, serves: Limits) -> Listing {
    Listing::of_service(
        ServiceListing {
            id: ServiceId::from_uuid(Uuid::from_u128(0x4000 + n)),
            place,
            languages: Vec::new(),
            offers,
            situations: Vec::new(),
            serves,
        },
        TODAY,
    )
}

pub(crate) fn query(card: CardContent, kind: ListingKind) -> Query {
    Query {
        card,
        own: None,
        kind,
        limit: 20,
        include_own: false,
    }
}

/// Eyes that see everything and trust everybody fully, unless told otherwise.
#[derive(Clone, Debug, Default)]
pub(crate) struct Eyes {
    pub(crate) hidden: BTreeSet<ListingId>,
    pub(crate) own: BTreeSet<ListingId>,
    pub(crate) contacts: BTreeSet<HelperId>,
    pub(crate) trust: BTreeMap<HelperId, f64>,
}

impl Context for Eyes {
    fn sees(&self, listing: &Listing) -> bool {
        !self.hidden.contains(&listing.id())
    }
    fn is_own(&self, listing: &Listing) -> bool {
        self.own.contains(&listing.id())
    }
    fn reaches(&self, reach: Reach, owner: HelperId) -> bool {
        match reach {
            Reach::Everyone => true,
            Reach::Contacts => self.contacts.contains(&owner),
            Reach::Nobody => false,
        }
    }
    fn shows_contact(&self, listing: &Listing) -> bool {
        listing
            .owner
            .is_some_and(|owner| self.contacts.contains(&owner))
    }
    fn trust(&self, owner: HelperId) -> f64 {
        self.trust.get(&owner).copied().unwrap_or(1.0)
    }
    fn today(&self) -> Week {
        TODAY
    }
}
