//! Rings of a small world: every ring respects the limits, the sight and the
//! trust of all its members' owners; no set of rings is worth more; equal input
//! gives equal output; and what was packed before changes no answer.

#![expect(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "tests fail loudly"
)]

use std::collections::BTreeMap;

use argonaut_domain::card::{CardContent, Limits, Urgency};
use argonaut_domain::ids::HelperId;
use argonaut_domain::language::LanguageId;
use argonaut_domain::person::Gender;
use argonaut_domain::taxonomy::TermId;
use argonaut_engine::rings::{Longest, Memory, Ring, Rings, Rules};
use argonaut_engine::{
    Body, Change, Context as _, Engine, Face, Listing, ListingId, ListingKind, Reason, Snapshot,
    limits, naive,
};
use proptest::prelude::*;

use crate::world::{
    Eyes, blank, card, far, helper, helper_listing, here, languages, nearby, need, service, swap,
    terms,
};

/// The eyes of seven helpers.
#[derive(Clone, Debug, Default)]
struct Owners(BTreeMap<HelperId, Eyes>);

impl Owners {
    /// Helpers who see everything and trust everybody.
    fn open() -> Self {
        Self((0..9).map(|n| (helper(n), Eyes::default())).collect())
    }
    fn eyes(&mut self, n: u128) -> &mut Eyes {
        self.0.entry(helper(n)).or_default()
    }
}

impl argonaut_engine::rings::Eyes for Owners {
    fn of(&self, helper: HelperId) -> Option<&dyn argonaut_engine::Context> {
        let eyes = self.0.get(&helper)?;
        Some(eyes)
    }
}

fn snapshot(listings: Vec<Listing>) -> std::sync::Arc<Snapshot> {
    let engine = Engine::new();
    engine.load(listings);
    engine.snapshot()
}

/// Three clients of three helpers, each of whom has what the next needs.
fn three() -> Vec<Listing> {
    let terms = unlike();
    (0..3)
        .map(|n| card(n as u128, swap(terms[(n + 2) % 3], terms[n])))
        .collect()
}

/// Terms of which no two relate.
fn unlike() -> Vec<TermId> {
    use argonaut_domain::taxonomy::{Relation, Taxonomy};
    let mut found: Vec<TermId> = Vec::new();
    for term in Taxonomy::builtin().terms(argonaut_domain::taxonomy::TermKind::Need) {
        let is_apart =
            |other: &TermId| Taxonomy::builtin().relation(term, *other) == Relation::Unrelated;
        if !term.is_remote() && !term.is_sensitive() && found.iter().all(is_apart) {
            found.push(term);
        }
    }
    found
}

fn members(rings: &Rings) -> Vec<Vec<ListingId>> {
    rings
        .rings
        .iter()
        .map(|ring| ring.members.clone())
        .collect()
}

#[test]
fn three_who_help_each_other_in_a_circle_are_a_ring_with_reasons() {
    let cards = three();
    let ids: Vec<ListingId> = cards.iter().map(Listing::id).collect();
    let rings = snapshot(cards).rings(&Rules::default(), &Owners::open());
    assert_eq!(members(&rings), std::slice::from_ref(&ids));
    assert!(rings.is_optimal);
    let ring = &rings.rings[0];
    assert!(!ring.is_chain);
    assert_eq!(ring.gifts.len(), 3);
    let sum: f64 = ring.gifts.iter().map(|gift| gift.score).sum();
    assert!((sum - ring.score).abs() < 1e-12 && (sum - rings.value).abs() < 1e-12);
    for (gift, (from, to)) in ring.gifts.iter().zip([(0, 1), (1, 2), (2, 0)]) {
        assert_eq!((gift.from, gift.to), (ids[from], ids[to]));
        let Reason::NeedMet { by, forward, .. } = gift.reasons[0] else {
            panic!("the first reason is the need");
        };
        assert!(forward && by == unlike()[from]);
    }
}

#[test]
fn one_owner_who_does_not_see_or_trust_another_breaks_the_ring() {
    let cards = three();
    let whole = snapshot(cards.clone());
    for owner in 0..3 {
        for other in (0..3).filter(|&other| other != owner) {
            let mut blind = Owners::open();
            blind.eyes(owner as u128).hidden.insert(cards[other].id());
            assert!(whole.rings(&Rules::default(), &blind).rings.is_empty());
            let mut wary = Owners::open();
            wary.eyes(owner as u128)
                .trust
                .insert(helper(other as u128), 0.4);
            let rules = Rules {
                trust: 0.5,
                ..Rules::default()
            };
            assert!(whole.rings(&rules, &wary).rings.is_empty());
            assert_eq!(whole.rings(&Rules::default(), &wary).rings.len(), 1);
        }
        let mut absent = Owners::open();
        absent.0.remove(&helper(owner as u128));
        assert!(whole.rings(&Rules::default(), &absent).rings.is_empty());
    }
}

#[test]
fn pairs_alone_leave_out_rings_of_three() {
    let rules = Rules {
        longest: Longest::Two,
        ..Rules::default()
    };
    assert!(
        snapshot(three())
            .rings(&rules, &Owners::open())
            .rings
            .is_empty()
    );
}

#[test]
fn clients_of_one_helper_meet_by_choice_alone() {
    let terms = unlike();
    let mut cards = vec![
        card(0, swap(terms[0], terms[1])),
        card(1, swap(terms[1], terms[0])),
    ];
    cards[1].owner = cards[0].owner;
    let whole = snapshot(cards);
    let open = Owners::open();
    assert!(whole.rings(&Rules::default(), &open).rings.is_empty());
    let rules = Rules {
        include_own: true,
        ..Rules::default()
    };
    assert_eq!(whole.rings(&rules, &open).rings.len(), 1);
}

#[test]
fn chains_start_from_an_offer_and_each_offer_starts_one() {
    let terms = unlike();
    // Nobody can give back: no ring.
    let mut listings = vec![
        card(0, swap(terms[0], terms[1])),
        card(1, swap(terms[1], terms[2])),
        card(2, swap(terms[2], terms[5])),
        service(1, here(), vec![terms[0]], Limits::default()),
    ];
    let rules = |chain| Rules {
        chain,
        ..Rules::default()
    };
    let open = Owners::open();
    let whole = snapshot(listings.clone());
    assert!(whole.rings(&rules(0), &open).rings.is_empty());
    for length in 1..=3 {
        let rings = whole.rings(&rules(length), &open);
        assert_eq!(rings.rings.len(), 1);
        let ring = &rings.rings[0];
        assert!(ring.is_chain);
        assert_eq!((ring.members.len(), ring.gifts.len()), (length + 1, length));
        assert_eq!(ring.members[0], listings[3].id());
    }
    listings[3] = helper_listing(8, here(), vec![terms[0]]);
    let whole = snapshot(listings.clone());
    assert_eq!(whole.rings(&rules(2), &open).rings.len(), 1);
    let mut blind = open.clone();
    blind.eyes(8).hidden.insert(listings[0].id());
    assert!(whole.rings(&rules(2), &blind).rings.is_empty());
}

/// The score of a gift by the plain formula of one-way listings.
fn plain(snapshot: &Snapshot, owners: &Owners, giver: &Listing, to: &Listing) -> Option<f64> {
    let Body::Card(receiver) = &to.body else {
        return None;
    };
    let Body::Card(content) = &giver.body else {
        return None;
    };
    let ours = owners.0.get(&to.owner?)?;
    let theirs = owners.0.get(&giver.owner?)?;
    let trusts = |eyes: &Eyes, whom: &Listing| eyes.trust(whom.owner.unwrap()) >= TRUST;
    let is_fine = giver.owner != to.owner
        && ours.sees(&giver.entry())
        && theirs.sees(&to.entry())
        && trusts(ours, giver)
        && trusts(theirs, to)
        && limits::allow(
            &Face::of_card(&receiver.content),
            &Face::of_card(&content.content),
        );
    // What the giver needs or likes must not count: blank it.
    let mut gives = giver.clone();
    if let Body::Card(card) = &mut gives.body {
        card.content.needs.clear();
        card.content.interests.clear();
    }
    // Of a card that needs and likes nothing, R is 0.4 · 0.75/2 of the cover.
    let score = naive::score(&receiver.content, &gives, snapshot.rarity(), ours);
    (is_fine && score > 0.0).then_some(score / 0.15)
}

const TRUST: f64 = 0.5;

fn contents() -> impl Strategy<Value = CardContent> {
    let place = prop::sample::select(vec![here(), nearby(), far()]);
    let term = || prop::sample::select(terms());
    let urgency = prop::sample::select(Urgency::ALL.to_vec());
    let wanted = prop::collection::vec((term(), urgency), 1..3);
    let gender = prop::option::of(prop::sample::select(Gender::ALL.to_vec()));
    let spoken: Vec<LanguageId> = languages();
    let limits = prop::option::weighted(0.3, prop::sample::select(vec![10_u16, 100]));
    let offers = prop::collection::vec(term(), 1..3);
    let spoken = prop::sample::subsequence(spoken, 0..=2);
    (place, wanted, offers, gender, spoken, limits).prop_map(
        |(place, wanted, offers, gender, languages, max_km)| {
            let mut needs = BTreeMap::new();
            for (term, urgency) in wanted {
                needs.insert(term, urgency);
            }
            CardContent {
                place,
                gender,
                languages,
                needs: needs
                    .into_iter()
                    .map(|(term, urgency)| need(term, urgency))
                    .collect(),
                offers,
                limits: Limits {
                    max_km,
                    ..Limits::default()
                },
                ..blank()
            }
            .tidy()
        },
    )
}

fn owners() -> impl Strategy<Value = Owners> {
    let trust = prop::collection::vec(0.3_f64..1.0, 49);
    let hidden = prop::collection::vec((0_u128..7, 0_u128..14), 0..8);
    (trust, hidden).prop_map(|(trust, hidden)| {
        let mut owners = Owners::open();
        for (place, trust) in (0_u128..).zip(trust) {
            let eyes = owners.eyes(place / 7);
            eyes.trust.insert(helper(place % 7), trust);
        }
        for (owner, n) in hidden {
            owners.eyes(owner).hidden.insert(crate::world::card_id(n));
        }
        owners
    })
}

fn rules() -> Rules {
    Rules {
        trust: TRUST,
        ..Rules::default()
    }
}

/// The greatest worth of rings that share no card, by trying all of them.
fn brute(snapshot: &Snapshot, owners: &Owners) -> f64 {
    let mut cards: Vec<Listing> = snapshot.listings(ListingKind::Card).collect();
    cards.sort_by_key(Listing::id);
    let count = cards.len();
    let gift = |a: usize, b: usize| plain(snapshot, owners, &cards[a], &cards[b]);
    let gifts: Vec<Vec<Option<f64>>> = (0..count)
        .map(|a| {
            (0..count)
                .map(|b| if a == b { None } else { gift(a, b) })
                .collect()
        })
        .collect();
    let mut rings = Vec::new();
    for a in 0..count {
        for b in (0..count).filter(|&b| b != a) {
            if let (true, Some(ab), Some(ba)) = (a < b, gifts[a][b], gifts[b][a]) {
                rings.push(((1_u32 << a) | (1 << b), ab + ba));
            }
            for c in (0..count).filter(|&c| c != a && c != b && a < b && a < c) {
                if let (Some(ab), Some(bc), Some(ca)) = (gifts[a][b], gifts[b][c], gifts[c][a]) {
                    rings.push(((1 << a) | (1 << b) | (1 << c), ab + bc + ca));
                }
            }
        }
    }
    let mut best = vec![0.0_f64; 1 << count];
    for set in 1..1_u32 << count {
        let lowest = 1 << set.trailing_zeros();
        best[set as usize] = best[(set & !lowest) as usize];
        for &(ring, worth) in &rings {
            if ring & lowest != 0 && ring & !set == 0 {
                let whole = worth + best[(set & !ring) as usize];
                best[set as usize] = best[set as usize].max(whole);
            }
        }
    }
    best[(1 << count) - 1]
}

fn holds(snapshot: &Snapshot, owners: &Owners, ring: &Ring) {
    let listings: BTreeMap<ListingId, Listing> = snapshot
        .listings(ListingKind::Card)
        .map(|listing| (listing.id(), listing))
        .collect();
    assert!((2..=3).contains(&ring.members.len()) && !ring.is_chain);
    let next = ring.members.iter().cycle().skip(1);
    for ((from, to), gift) in ring.members.iter().zip(next).zip(&ring.gifts) {
        assert_eq!((&gift.from, &gift.to), (from, to));
        let plain = plain(snapshot, owners, &listings[from], &listings[to]).unwrap();
        assert!(
            (plain - gift.score).abs() < 1e-9,
            "{plain} for {}",
            gift.score
        );
        assert!(!gift.reasons.is_empty());
    }
    // All owners see all members, whoever gives to whom.
    for one in &ring.members {
        for other in ring.members.iter().filter(|&other| other != one) {
            let (one, other) = (&listings[one], &listings[other]);
            assert!(owners.0[&one.owner.unwrap()].sees(&other.entry()));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn rings_hold_for_all_owners_and_none_are_worth_more(
        contents in prop::collection::vec(contents(), 2..13),
        owners in owners(),
    ) {
        let cards: Vec<Listing> = (0..).zip(contents).map(|(n, content)| card(n, content)).collect();
        let whole = snapshot(cards.clone());
        let rings = whole.rings(&rules(), &owners);
        let mut seen = std::collections::BTreeSet::new();
        for ring in &rings.rings {
            holds(&whole, &owners, ring);
            for member in &ring.members {
                prop_assert!(seen.insert(*member), "a card is in two rings");
            }
        }
        let best = brute(&whole, &owners);
        prop_assert!(rings.is_optimal);
        prop_assert!((rings.value - best).abs() < 1e-9, "{} for {best}", rings.value);
        // The order in which cards came decides nothing.
        let again = snapshot(cards.into_iter().rev().collect());
        prop_assert_eq!(&rings, &again.rings(&rules(), &owners));
    }

    #[test]
    fn a_memory_changes_no_answer(
        contents in prop::collection::vec(contents(), 30..60),
        changes in prop::collection::vec((0_u128..60, prop::option::of(contents())), 1..6),
        owners in owners(),
    ) {
        let engine = Engine::new();
        engine.load((0..).zip(contents).map(|(n, content)| card(n, content)).collect());
        let mut memory = Memory::default();
        let before = engine.snapshot().rings_again(&rules(), &owners, &mut memory);
        let parts = memory.renewed();
        let again = engine.snapshot().rings_again(&rules(), &owners, &mut memory);
        prop_assert_eq!(&before, &again);
        prop_assert_eq!(memory.renewed(), 0, "of {} parts", parts);
        for (n, content) in changes {
            engine.apply(vec![match content {
                Some(content) => Change::Upsert(card(n, content)),
                None => Change::Remove(crate::world::card_id(n)),
            }]);
            let kept = engine.snapshot().rings_again(&rules(), &owners, &mut memory);
            let fresh = engine.snapshot().rings(&rules(), &owners);
            prop_assert_eq!(kept, fresh);
        }
    }
}

#[test]
fn only_the_part_that_changed_is_packed_again() {
    let terms = unlike();
    // Twenty pairs in needs of their own, which touch no other pair.
    let pair = |n: usize| {
        let (a, b) = (terms[2 * n], terms[2 * n + 1]);
        let number = 2 * n as u128;
        [card(number, swap(a, b)), card(number + 1, swap(b, a))]
    };
    let engine = Engine::new();
    let pairs = (terms.len() / 2).min(8);
    engine.load((0..pairs).flat_map(pair).collect());
    let mut memory = Memory::default();
    let first = engine
        .snapshot()
        .rings_again(&Rules::default(), &Owners::open(), &mut memory);
    assert_eq!((first.rings.len(), memory.renewed()), (pairs, pairs));
    let mut changed = card(0, swap(terms[0], terms[1]));
    changed.published = argonaut_domain::clock::Week(changed.published.0 - 5);
    engine.apply(vec![Change::Upsert(changed)]);
    let next = engine
        .snapshot()
        .rings_again(&Rules::default(), &Owners::open(), &mut memory);
    assert_eq!((next.rings.len(), memory.renewed()), (pairs, 1));
    assert!(next.value < first.value);
}
