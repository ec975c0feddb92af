//! A small world for tests: few terms, places and helpers, so that ties,
//! siblings and collisions are frequent, and a context that says who sees what.

#![expect(
    clippy::expect_used,
    reason = "a small world that lacks a thing is a broken test"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use argonaut_domain::card::{CardContent, CardNeed, Limits, Urgency};
use argonaut_domain::children::Ages;
use argonaut_domain::clock::Week;
use argonaut_domain::helper::{HelperRole, ProfilePrivacy, Reach, Standing};
use argonaut_domain::ids::{CardId, ClientId, HelperId, ServiceId};
use argonaut_domain::language::LanguageId;
use argonaut_domain::person::Age;
use argonaut_domain::place::Place;
use argonaut_domain::taxonomy::{Relation, Taxonomy, TermId, TermKind};
use argonaut_engine::{
    Body, CardListing, Context, Entry, Familiar, HelperListing, Listing, ListingId, ListingKind,
    Query, ServiceListing,
};
use uuid::Uuid;

pub(crate) const TODAY: Week = Week(3_000);

/// Needs and offers, picked by their place in the tree: two groups with some of
/// what lies below them, so that terms relate in every way, and help from afar.
pub(crate) fn terms() -> Vec<TermId> {
    static TERMS: LazyLock<Vec<TermId>> = LazyLock::new(|| {
        let taxonomy = Taxonomy::builtin();
        let near = |of: TermId| -> Vec<TermId> {
            let below = taxonomy.children(of).iter().copied();
            below
                .filter(|term| !term.is_remote() && !term.is_sensitive())
                .collect()
        };
        // A group, one below it that has two below itself, and its siblings.
        let deep = |group: TermId| {
            let inner = near(group)
                .into_iter()
                .find(|below| near(*below).len() >= 2)?;
            let siblings = near(group).into_iter().filter(move |term| *term != inner);
            let family: Vec<TermId> = [group, inner]
                .into_iter()
                .chain(near(inner).into_iter().take(2))
                .chain(siblings.take(2))
                .collect();
            (family.len() == 6).then_some(family)
        };
        let plain = |group: &TermId| !group.is_remote() && !group.is_sensitive();
        let groups = taxonomy.groups(TermKind::Need).filter(plain);
        let families: Vec<Vec<TermId>> = groups.filter_map(deep).take(2).collect();
        let mut families = families.iter();
        let first = families.next().expect("a group of three levels");
        let second = families.next().expect("another group of three levels");
        let remote = taxonomy
            .terms(TermKind::Need)
            .filter(|term| term.is_remote() && !term.is_sensitive());
        let beside_first = taxonomy
            .children(*first.first().expect("a group"))
            .iter()
            .copied()
            .find(|term| term.is_remote() && !term.is_sensitive());
        let mut all: Vec<TermId> = first.iter().chain(second).copied().collect();
        all.extend(beside_first);
        all.extend(remote.take(1).filter(|term| Some(*term) != beside_first));
        all
    });
    TERMS.clone()
}
pub(crate) fn interests() -> Vec<TermId> {
    let all = Taxonomy::builtin().terms(TermKind::Interest);
    all.take(8).collect()
}
/// The kind of connection that is for adults alone.
pub(crate) fn romance() -> TermId {
    let found = Taxonomy::builtin().by_code("romance");
    found.expect("romance is a kind of connection")
}
/// Kinds of connection: two over which a child may meet an adult, two over
/// which it may not (the first one is no romance, the last one is).
pub(crate) fn connections() -> Vec<TermId> {
    let kinds = Taxonomy::builtin().terms(TermKind::Connection);
    let guarded = Ages::of(Age::Minor, Age::Adult);
    let (open, shut): (Vec<TermId>, Vec<TermId>) =
        kinds.partition(|kind| guarded.may_meet_over(*kind));
    let shut = shut.into_iter().filter(|kind| *kind != romance()).take(1);
    let open = open.into_iter().take(2);
    open.chain(shut).chain([romance()]).collect()
}
pub(crate) fn languages() -> Vec<LanguageId> {
    ["en", "es", "mww", "vi"]
        .into_iter()
        .filter_map(LanguageId::parse)
        .collect()
}

struct Map {
    here: Place,
    nearby: Place,
    far: Place,
}
static MAP: LazyLock<Map> = LazyLock::new(|| {
    let city = |text: &str| -> Place {
        let found = Place::search(text, None, 8).into_iter();
        let mut cities = found.filter(|place| place.level() == 0);
        cities.next().expect("a city of the table")
    };
    let here = city("fresno, california");
    let around = here.nearby(20.0).into_iter();
    let mut neighbours = around.filter(|place| *place != here && place.region() == here.region());
    Map {
        here,
        nearby: neighbours.next().expect("a town beside Fresno"),
        far: city("phoenix, arizona"),
    }
});
/// A city.
pub(crate) fn here() -> Place {
    MAP.here
}
/// Another city of its region, less than 20 km away.
pub(crate) fn nearby() -> Place {
    MAP.nearby
}
/// A city of another region, more than 50 km away.
pub(crate) fn far() -> Place {
    MAP.far
}
fn above(place: Place) -> Place {
    place.parent().expect("something lies above")
}
/// The region of `here` and `nearby`.
pub(crate) fn region() -> Place {
    above(here())
}
/// The region of `far`.
pub(crate) fn far_region() -> Place {
    above(far())
}
/// Cities of one region and of another, the region, its country, and nowhere.
pub(crate) fn places() -> Vec<Place> {
    vec![
        here(),
        nearby(),
        far(),
        region(),
        above(region()),
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
            is_open: n % 11 != 10,
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
    /// The trust of whoever is not named above, if it is not full; then the
    /// engine is told who is familiar.
    pub(crate) usual: Option<f64>,
    /// Whether some cards hide their owner, in whom trust weighs less there.
    pub(crate) hides: bool,
}

impl Context for Eyes {
    fn sees(&self, listing: &Entry) -> bool {
        !self.hidden.contains(&listing.id)
    }
    fn is_own(&self, listing: &Entry) -> bool {
        self.own.contains(&listing.id)
    }
    fn reaches(&self, reach: Reach, owner: HelperId) -> bool {
        match reach {
            Reach::Everyone => true,
            Reach::Contacts => self.contacts.contains(&owner),
            Reach::Nobody => false,
        }
    }
    fn shows_contact(&self, listing: &Entry) -> bool {
        listing
            .owner
            .is_some_and(|owner| self.contacts.contains(&owner))
    }
    fn trust(&self, owner: HelperId) -> f64 {
        let usual = self.usual.unwrap_or(1.0);
        self.trust.get(&owner).copied().unwrap_or(usual)
    }
    fn trust_in(&self, listing: &Entry) -> f64 {
        // Where the owner is hidden, trust weighs differently: here in every other week.
        let is_hidden = self.hides && TODAY.since(listing.published) % 2 == 1;
        let share = if is_hidden { 0.6 } else { 1.0 };
        listing.owner.map_or(1.0, |owner| share * self.trust(owner))
    }
    fn familiar(&self) -> Option<Familiar> {
        let helpers = self.trust.keys().copied().collect();
        self.usual.map(|usual| Familiar { usual, helpers })
    }
    fn today(&self) -> Week {
        TODAY
    }
}
