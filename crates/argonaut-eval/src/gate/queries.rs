//! The attacker who asks many filtered questions. Whatever the index answers
//! them must follow from what was published: an index that is built from the
//! words of the cards alone, with no owner, no client and no true value in it,
//! has to give the same answers. And no filter may tell apart values that a card
//! does not tell apart.

use std::collections::{HashMap, HashSet};

use argonaut_domain::card::CardContent;
use argonaut_domain::clock::Week;
use argonaut_domain::helper::Reach;
use argonaut_domain::ids::{CardId, ClientId, HelperId};
use argonaut_domain::person::{Gender, LifeStage};
use argonaut_domain::place::Place;
use argonaut_engine::{
    Body, CardListing, Context, Engine, Entry, Familiar, Filter, Listing, ListingId, ListingKind,
    Page, Query, Snapshot,
};
use rand::RngExt as _;
use rand::rngs::ChaCha8Rng;

use super::days::{History, LAST, Shown};
use super::people::People;

/// Questions of each kind that are asked of both.
const QUESTIONS: usize = 400;
/// Cards whose finer values are asked for.
const PROBED: usize = 400;
/// The week in which it is asked.
const WEEK: Week = Week(2968);

/// What came of it.
pub(super) struct Asked {
    /// Whether both indexes gave the same answers.
    pub(super) equal: bool,
    /// Cards that a filter placed more finely than they say.
    pub(super) betrayed: usize,
}

/// The eyes of a stranger: the open cards of the day, and nothing else.
struct Stranger(HashSet<ListingId>);

impl Context for Stranger {
    fn sees(&self, listing: &Entry) -> bool {
        self.0.contains(&listing.id)
    }
    fn is_own(&self, _: &Entry) -> bool {
        false
    }
    fn reaches(&self, reach: Reach, _: HelperId) -> bool {
        reach == Reach::Everyone
    }
    fn shows_contact(&self, _: &Entry) -> bool {
        false
    }
    fn trust(&self, _: HelperId) -> f64 {
        0.5
    }
    fn familiar(&self) -> Option<Familiar> {
        Some(Familiar {
            usual: 0.5,
            helpers: Vec::new(),
        })
    }
    fn today(&self) -> Week {
        WEEK
    }
}

/// Asks.
pub(super) fn ask(people: &People<'_>, history: &History, rng: &mut ChaCha8Rng) -> Asked {
    let open: Vec<&Shown> = history.open(LAST).collect();
    let stranger = Stranger(open.iter().map(|card| ListingId::Card(card.id)).collect());
    let clients: HashMap<usize, ClientId> = open
        .iter()
        .map(|card| (card.client, ClientId::random(rng)))
        .collect();
    let live = Engine::new();
    live.load(
        history
            .cards
            .iter()
            .filter(|card| card.is_on(LAST))
            .filter_map(|card| {
                let client = history.clients.get(card.client)?;
                let owner = history.helpers.get(client.helper)?.id;
                let whom = clients.get(&card.client).copied();
                Some(listing(
                    card,
                    owner,
                    whom.unwrap_or_else(|| ClientId::random(rng)),
                ))
            })
            .collect(),
    );
    let public = Engine::new();
    let rebuilt = open.iter().copied();
    let rebuilt = rebuilt.map(|card| listing(card, HelperId::random(rng), ClientId::random(rng)));
    public.load(rebuilt.collect());
    let (live, public) = (live.snapshot(), public.snapshot());
    let equal = (0..QUESTIONS).all(|_| {
        let Some(card) = pick(&open, rng) else {
            return true;
        };
        let filter = question(&card.content, rng);
        let page = Page {
            offset: rng.random_range(0..3usize) * 20,
            limit: 20,
        };
        let query = Query {
            card: card.content.clone(),
            own: None,
            kind: ListingKind::Card,
            limit: 20,
            include_own: false,
        };
        live.find(&filter, &stranger, page) == public.find(&filter, &stranger, page)
            && live.top(&query, &stranger) == public.top(&query, &stranger)
    });
    let probed: Vec<&Shown> = (0..PROBED).filter_map(|_| pick(&open, rng)).collect();
    let betrayed = probed
        .into_iter()
        .filter(|card| is_betrayed(people, card, &live, &stranger, rng))
        .count();
    Asked { equal, betrayed }
}

fn pick<'a>(open: &[&'a Shown], rng: &mut ChaCha8Rng) -> Option<&'a Shown> {
    (!open.is_empty())
        .then(|| rng.random_range(0..open.len()))
        .and_then(|at| open.get(at).copied())
}

fn listing(card: &Shown, owner: HelperId, client: ClientId) -> Listing {
    // By the week, as cards are dated.
    let published = Week(WEEK.0 - i32::from((LAST - card.from.min(LAST)) / 7));
    Listing {
        owner: Some(owner),
        published,
        body: Body::Card(CardListing {
            id: card.id,
            client,
            content: card.content.clone(),
            waiting_since: published,
            is_open: card.is_open(),
        }),
    }
}

/// A question with one to three filters, of what some card says.
fn question(card: &CardContent, rng: &mut ChaCha8Rng) -> Filter {
    let mut filter = Filter::of(ListingKind::Card);
    for _ in 0..rng.random_range(1..=3u8) {
        match rng.random_range(0..6u8) {
            0 => filter.place = Some(card.place),
            1 => filter.stages = card.age.stages().take(1).collect(),
            2 => filter.genders = card.gender.into_iter().collect(),
            3 => filter.needs = card.named_needs().take(1).map(|(term, _)| term).collect(),
            4 => filter.languages = card.languages.iter().copied().take(1).collect(),
            _ => filter.interests = card.interests.iter().copied().take(1).collect(),
        }
    }
    filter
}

/// Whether filters for finer values tell more of a card than it says: whether it
/// is found, and how, must be the same for each value that it covers.
fn is_betrayed(
    people: &People<'_>,
    card: &Shown,
    live: &Snapshot,
    stranger: &Stranger,
    rng: &mut ChaCha8Rng,
) -> bool {
    let answer = |filter: &Filter| found(live, filter, stranger, card.id);
    let of = |change: &dyn Fn(&mut Filter)| {
        let mut filter = Filter::of(ListingKind::Card);
        filter.place = Some(card.content.place).filter(|place| *place != Place::Anywhere);
        change(&mut filter);
        answer(&filter)
    };
    let same =
        |answers: Vec<Option<bool>>| answers.windows(2).all(|pair| pair.first() == pair.last());
    let towns = people.ground.towns.iter().map(|town| town.place);
    let mut inside: Vec<Place> = towns
        .filter(|town| card.content.place.contains(*town) && card.content.place != *town)
        .collect();
    while inside.len() > 6 {
        inside.swap_remove(rng.random_range(0..inside.len()));
    }
    let places = inside
        .iter()
        .map(|town| of(&|filter| filter.place = Some(*town)));
    let stages = LifeStage::ALL
        .iter()
        .filter(|stage| card.content.age.may_be(**stage));
    let stages = stages.map(|stage| of(&|filter| filter.stages = vec![*stage]));
    let genders = Gender::ALL.iter().filter(|_| card.content.gender.is_none());
    let genders = genders.map(|gender| of(&|filter| filter.genders = vec![*gender]));
    !(same(places.collect()) && same(stages.collect()) && same(genders.collect()))
}

/// Whether a card is found, and whether it is marked as of a wider area.
fn found(live: &Snapshot, filter: &Filter, stranger: &Stranger, card: CardId) -> Option<bool> {
    let page = Page {
        offset: 0,
        limit: usize::MAX,
    };
    let all = live.find(filter, stranger, page);
    all.items
        .iter()
        .find(|item| item.id == ListingId::Card(card))
        .map(|item| item.wider_area)
}
