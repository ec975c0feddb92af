//! An invented population of cards, of any size, the same for the same seed.
//! For measuring and for showing; never a claim about real people.
//!
//! - **Places** are the product's own table. A helper lives in a city drawn by
//!   its population, so that cities have Zipf's sizes; four of five clients live
//!   where their helper lives, the others are drawn anew. As the gate would,
//!   cards of small towns (under 20,000) show the region, and one in eight of
//!   the others shows region, country or nothing.
//! - **Ages, genders, languages**: shares of an ageing population; a band or
//!   coarser by the size of the place; one gender in twelve is not said; the
//!   languages of the country by their shares, one in four speaks a second, one
//!   in ten speaks English besides, and one in thirty does not say.
//! - **Terms** are the taxonomy's without the sensitive ones, in a fixed shuffled
//!   order, the n-th with weight 1/n (Zipf): 1 to 4 needs (of urgency 1, 2, 3 in
//!   the ratio 5 : 3 : 2; one in twenty "on introduction"), 1 to 4 offers, 1 to 5
//!   interests, 0 to 2 kinds of connection (romance for adults alone).
//! - **Limits**: one in four the distance, one in ten the stages of life, one in
//!   twelve the gender, one in twenty-five the language.
//! - **Time**: published in the last 13 weeks, waiting up to 39 weeks more, most
//!   of them few.
//! - **Owners**: one helper for each 40 cards; every eighth has far more than others. A
//!   tenth of the cards are for the owner's contacts alone: those whose random id
//!   ends in a byte divisible by ten ([`is_narrow`]), so that the measuring eyes
//!   need no table.

mod content;
mod eyes;
#[cfg(test)]
mod tests;
mod zipf;

use argonaut_domain::card::CardContent;
use argonaut_domain::clock::Week;
use argonaut_domain::ids::{CardId, ClientId, HelperId};
use argonaut_domain::place::{CountryId, Place};
use argonaut_engine::{Body, CardListing, Listing};
use rand::rngs::ChaCha8Rng;
use rand::{RngExt as _, SeedableRng as _};

use content::Author;
pub use eyes::Eyes;

/// The week in which the corpus is read: that of [`crate::FIRST_DAY`].
pub const THIS_WEEK: Week = Week(2968);

/// Cards for each helper, on the average.
const CASELOAD: usize = 40;

/// A population of cards. Any card can be drawn by its number, without those
/// before it.
pub struct Corpus {
    cards: usize,
    seed: u64,
    author: Author,
    helpers: Vec<Helper>,
}

/// A helper who answers for cards.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Helper {
    /// Who.
    pub id: HelperId,
    /// The city they live in.
    pub home: Place,
}

/// So many cards from the whole world.
pub fn cards(count: usize, seed: u64) -> Vec<Listing> {
    Corpus::new(count, seed, None).listings().collect()
}

/// Whether a card of the corpus is for its owner's contacts alone.
pub const fn is_narrow(card: CardId) -> bool {
    let [.., last] = *card.bytes();
    last.is_multiple_of(10)
}

impl Corpus {
    /// A population of so many cards, of one country or of the whole world.
    pub fn new(cards: usize, seed: u64, country: Option<CountryId>) -> Self {
        let author = Author::new(country);
        let mut rng = stream(seed, Part::Helpers, 0);
        let mut helpers: Vec<Helper> = (0..cards.div_ceil(CASELOAD).max(1))
            .map(|_| Helper {
                id: HelperId::random(&mut rng),
                home: author.city(&mut rng),
            })
            .collect();
        helpers.sort_unstable_by_key(|helper| (helper.home, helper.id));
        Self {
            cards,
            seed,
            author,
            helpers,
        }
    }

    /// How many cards there are.
    pub const fn len(&self) -> usize {
        self.cards
    }
    /// Whether there is no card.
    pub const fn is_empty(&self) -> bool {
        self.cards == 0
    }
    /// The helpers who answer for the cards.
    pub fn helpers(&self) -> &[Helper] {
        &self.helpers
    }
    /// Every card, one after the other.
    pub fn listings(&self) -> impl Iterator<Item = Listing> {
        (0..self.cards).map(|number| self.card(number))
    }
    /// The card with this number. Numbers from [`Corpus::len`] on give cards
    /// that are not among [`Corpus::listings`].
    pub fn card(&self, number: usize) -> Listing {
        self.revised(number, 0)
    }

    /// The same card (its id, client and owner) as it reads after a revision;
    /// 0 is the card itself.
    pub fn revised(&self, number: usize, revision: u64) -> Listing {
        let mut rng = stream(self.seed, Part::Ids, number);
        let (id, client) = (CardId::random(&mut rng), ClientId::random(&mut rng));
        let helper = self.helper_of(number);
        let mut rng = stream(self.seed, Part::Content(revision), number);
        let city = if rng.random_bool(0.8) {
            helper.home
        } else {
            self.author.city(&mut rng)
        };
        let content = self.author.content(city, &mut rng);
        let published = Week(THIS_WEEK.0 - rng.random_range(0..13));
        let waited = 39.0 * rng.random::<f64>().powi(3);
        let waiting_since = Week(published.0 - waited as i32);
        listing(helper.id, id, client, content, published, waiting_since)
    }

    /// Who answers for the card with this number. Caseloads differ: every
    /// eighth helper takes three in ten of the cards of the seven that follow.
    pub fn helper_of(&self, number: usize) -> Helper {
        self.helper(self.place_of(number))
    }

    fn helper(&self, place: usize) -> Helper {
        *self
            .helpers
            .get(place)
            .expect("a place in the list of helpers")
    }

    /// Who answers for the card with this number, by their place in
    /// [`Corpus::helpers`].
    pub fn place_of(&self, number: usize) -> usize {
        let mut rng = stream(self.seed, Part::Owner, number);
        let place = rng.random_range(0..self.helpers.len());
        if rng.random_bool(0.3) {
            place - place % 8
        } else {
            place
        }
    }

    /// The eyes of the helper at this place of [`Corpus::helpers`], with
    /// `trusted` draws of whom they trust: three of four among the neighbours.
    /// A quarter of those are contacts; a twentieth of that many is blocked.
    pub fn eyes_of(&self, here: usize, trusted: usize) -> Eyes {
        let own = self.helper(here).id;
        let mut rng = stream(self.seed, Part::Eyes, here);
        let mut draw = || {
            let place = if rng.random_bool(0.75) {
                // The list is sorted by home: who stands near lives near.
                let last = self.helpers.len() - 1;
                rng.random_range(here.saturating_sub(trusted)..=last.min(here + trusted))
            } else {
                rng.random_range(0..self.helpers.len())
            };
            let trust = f64::from(rng.random_range(1..=20)) / 20.0;
            (self.helper(place).id, trust)
        };
        let trust: Vec<(HelperId, f64)> = (0..trusted).map(|_| draw()).collect();
        let blocks: Vec<HelperId> = (0..trusted / 20).map(|_| draw().0).collect();
        let contacts: Vec<HelperId> = trust.iter().take(trusted / 4).map(|pair| pair.0).collect();
        Eyes::new(own, trust, contacts, blocks)
    }
}

/// How the engine wants a card.
fn listing(
    owner: HelperId,
    id: CardId,
    client: ClientId,
    content: CardContent,
    published: Week,
    waiting_since: Week,
) -> Listing {
    Listing {
        owner: Some(owner),
        published,
        body: Body::Card(CardListing {
            id,
            client,
            content,
            waiting_since,
            is_open: !is_narrow(id),
        }),
    }
}

/// What a stream of random numbers is for.
#[derive(Clone, Copy)]
enum Part {
    Helpers,
    Ids,
    Owner,
    Eyes,
    Content(u64),
}

/// A stream of its own for each part of each card, so that a card does not
/// depend on those before it.
fn stream(seed: u64, part: Part, number: usize) -> ChaCha8Rng {
    let part = match part {
        Part::Helpers => 0,
        Part::Ids => 1,
        Part::Owner => 2,
        Part::Eyes => 3,
        Part::Content(revision) => 4 + revision,
    };
    let mut key = [0; 32];
    let words = [seed, part, number as u64];
    for (bytes, word) in key.chunks_exact_mut(8).zip(words) {
        bytes.copy_from_slice(&word.to_le_bytes());
    }
    ChaCha8Rng::from_seed(key)
}
