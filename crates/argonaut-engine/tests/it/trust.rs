//! Trust: what it rests on, who can move it, and that it is the same however it was
//! built.

use argonaut_domain::ids::HelperId;
use argonaut_engine::trust::{
    Day, Evidence, Experience, Familiarity, Field, Forecast, Label, Network, Tie,
};
use proptest::prelude::*;
use std::num::NonZeroU8;
use uuid::Uuid;

const TODAY: Day = Day(20_000);

fn helper(number: u128) -> HelperId {
    HelperId::from_uuid(Uuid::from_u128(number))
}
fn vouch(from: u128, to: u128) -> Tie {
    tie(from, to, Evidence::Vouch(Familiarity::Worked))
}
fn tie(from: u128, to: u128, evidence: Evidence) -> Tie {
    Tie {
        from: helper(from),
        to: helper(to),
        evidence,
        field: None,
        day: TODAY,
    }
}
fn network(ties: &[Tie]) -> Network {
    Network::load(TODAY, [helper(0)], ties.iter().copied())
}
fn score(network: &Network, asker: u128, of: u128) -> f64 {
    network
        .view(helper(asker), None)
        .standing(network, helper(of))
        .score()
}

/// Thirty neighbours who vouch for those beside them.
fn neighbours() -> Vec<Tie> {
    (0..30)
        .flat_map(|from| [1, 2, 29].map(|step| vouch(from, (from + step) % 30)))
        .collect()
}

/// A thousand invented accounts, each of which vouches for twenty others as warmly as it can.
fn clique() -> impl Iterator<Item = Tie> {
    (0..1_000).flat_map(|from| {
        (1..=20).map(move |step| {
            tie(
                10_000 + from,
                10_000 + (from + step * 7) % 1_000,
                Evidence::Vouch(Familiarity::Mother),
            )
        })
    })
}

#[test]
fn who_is_vouched_for_is_known_and_who_is_not_is_unknown() {
    let network = network(&neighbours());
    let view = network.view(helper(5), None);
    let near = view.standing(&network, helper(6));
    assert_eq!(near.label(), Label::WellTrusted);
    let next = view.standing(&network, helper(8));
    assert!(
        next.score() < near.score() && next.score() > 0.3,
        "{next:?}"
    );
    let nobody = view.standing(&network, helper(77));
    assert_eq!((nobody.score(), nobody.label()), (0.0, Label::Unknown));
}

#[test]
fn invented_accounts_gain_nothing_without_a_vouch_from_outside() {
    let mut ties = neighbours();
    ties.extend(clique());
    // They also speak well of everybody, in the hope that some of it comes back.
    ties.extend(
        (0..1_000).map(|one| tie(10_000 + one, one % 30, Evidence::Vouch(Familiarity::Mother))),
    );
    let with = network(&ties);
    let without = network(&neighbours());
    for asker in 0..30 {
        let view = with.view(helper(asker), None);
        let plain = without.view(helper(asker), None);
        for one in 10_000..11_000 {
            let standing = view.standing(&with, helper(one));
            assert_eq!((standing.score(), standing.label()), (0.0, Label::Unknown));
        }
        // And nobody else stands otherwise than without them, to the last bit.
        for other in 0..30 {
            assert_eq!(
                view.standing(&with, helper(other)),
                plain.standing(&without, helper(other))
            );
        }
        assert!(view.standings(&with).iter().all(|&(id, _)| id < helper(30)));
    }
}

/// With one who was talked into vouching for some of them, all together have at most what
/// came in, and nobody gains more than 500 times that.
#[test]
fn a_vouch_into_the_clique_lets_in_no_more_than_it_carries() {
    let mut ties = neighbours();
    ties.extend(clique());
    ties.push(vouch(15, 10_003));
    let network = network(&ties);
    for asker in [5, 14, 15] {
        let view = network.view(helper(asker), None);
        let inside: f64 = (10_000..11_000)
            .map(|one| view.credit_of(&network, helper(one)))
            .sum();
        // One of four vouches of 15 leads inside; seven tenths of what reaches 15 pass on.
        let door = view.credit_of(&network, helper(15));
        assert!(
            inside <= door / 0.3 * 0.7 / 4.0 + 1e-12,
            "{asker}: {inside} of {door}"
        );
        for one in 10_000..11_000 {
            let standing = view.standing(&network, helper(one));
            let outside = if one == 10_003 && asker != 15 {
                0.7
            } else {
                0.0
            };
            assert!(
                standing.good <= outside + 500.0 * inside + 1e-12,
                "{one}: {standing:?}"
            );
        }
    }
    // Far away it is next to nothing: most of the clique stays unknown.
    let view = network.view(helper(2), None);
    let known = (10_000..11_000)
        .filter(|&one| view.standing(&network, helper(one)).label() > Label::Known)
        .count();
    assert!(known <= 20, "{known} of 1,000 are trusted across the place");
}

#[test]
fn a_bought_account_loses_what_it_had_with_who_was_cheated_and_their_friends() {
    let mut ties = neighbours();
    let before = network(&ties);
    // 10 was sold, and cheats two of its neighbours.
    ties.push(tie(9, 10, Evidence::Shared(Experience::Bad)));
    ties.push(tie(8, 10, Evidence::Shared(Experience::Bad)));
    let after = network(&ties);
    for asker in [7, 8, 9, 11] {
        let (was, is) = (score(&before, asker, 10), score(&after, asker, 10));
        assert!(is < 0.75 * was, "{asker}: {was} to {is}");
    }
    let cheated = after.view(helper(9), None).standing(&after, helper(10));
    assert_eq!(cheated.label(), Label::Doubtful);
    // What the sold account says counts no less: withdrawing a vouch does that.
    let mut retracted = after.clone();
    for giver in [8, 9, 11] {
        assert!(retracted.remove(&vouch(giver, 10)));
    }
    for asker in 0..30 {
        assert!(
            retracted
                .view(helper(asker), None)
                .credit_of(&retracted, helper(10))
                <= before
                    .view(helper(asker), None)
                    .credit_of(&before, helper(10))
        );
    }
    assert_eq!(score(&retracted, 20, 10), 0.0);
}

#[test]
fn slander_by_a_clique_moves_nobody() {
    let mut ties = neighbours();
    let before = network(&ties);
    ties.extend(clique());
    ties.extend((0..1_000).map(|one| tie(10_000 + one, 6, Evidence::Shared(Experience::Bad))));
    ties.extend((0..1_000).map(|one| tie(10_000 + one, 6, Evidence::Distrust)));
    let after = network(&ties);
    for asker in 0..30 {
        assert_eq!(score(&before, asker, 6), score(&after, asker, 6));
        let view = after.view(helper(asker), None);
        assert_eq!(view.why(&after, helper(6)).doubters, 0);
    }
}

#[test]
fn distrust_is_its_authors_alone() {
    let mut ties = neighbours();
    let before = network(&ties);
    ties.push(tie(5, 6, Evidence::Distrust));
    let after = network(&ties);
    for asker in (0..30).filter(|&asker| asker != 5) {
        let (old, new) = (
            before.view(helper(asker), None),
            after.view(helper(asker), None),
        );
        for other in 0..30 {
            let other = helper(other);
            assert_eq!(old.standing(&before, other), new.standing(&after, other));
            assert_eq!(old.why(&before, other), new.why(&after, other));
            let weights = Forecast::default();
            assert_eq!(
                old.forecast(&before, other, &weights),
                new.forecast(&after, other, &weights)
            );
        }
    }
    let view = after.view(helper(5), None);
    let standing = view.standing(&after, helper(6));
    assert_eq!((standing.score(), standing.label()), (0.0, Label::Doubtful));
    // Whom I distrust is no voice to me either.
    assert_eq!(view.credit_of(&after, helper(6)), 0.0);
}

#[test]
fn private_distrust_is_left_out_where_names_are_hidden() {
    let mut ties = neighbours();
    let calm = network(&ties).view(helper(3), None);
    ties.push(tie(3, 4, Evidence::Distrust));
    let network = network(&ties);
    assert!(network.view(helper(3), None).credit_of(&network, helper(4)) <= 0.0);
    let undisturbed = network.view_undisturbed(helper(3), None);
    for other in (0..30).map(helper) {
        let with = undisturbed.credit_of(&network, other);
        assert_eq!(with.to_bits(), calm.credit_of(&network, other).to_bits());
    }
    let standing = undisturbed.standing(&network, helper(4));
    assert!(standing.distrusted && !standing.by_others().distrusted);
    assert_eq!(standing.by_others().own_bad, 0.0);
}

#[test]
fn the_path_leads_from_the_asker_by_vouches() {
    let network = network(&neighbours());
    let why = network.view(helper(5), None).why(&network, helper(9));
    let path: Vec<_> = why.path.iter().map(|step| (step.from, step.to)).collect();
    assert_eq!(path.first().map(|step| step.0), Some(helper(5)));
    assert_eq!(path.last().map(|step| step.1), Some(helper(9)));
    assert_eq!(path.len(), 2, "{path:?}");
    assert!(path.windows(2).all(|steps| steps[0].1 == steps[1].0));
    assert!(
        why.path
            .iter()
            .all(|step| step.ties.iter().all(Tie::is_good))
    );
    assert!(!why.supporters.is_empty());
    let none = network.view(helper(5), None).why(&network, helper(99));
    assert!(none.path.is_empty() && none.supporters.is_empty());
    // Who has vouched for nobody is led from a founder.
    let newcomer = network.view(helper(500), None).why(&network, helper(2));
    assert_eq!(newcomer.path.first().map(|step| step.from), Some(helper(0)));
}

#[test]
fn a_stronger_way_does_not_hide_a_shorter_one() {
    let strong = |from, to| tie(from, to, Evidence::Vouch(Familiarity::Mother));
    let weak = |from, to| tie(from, to, Evidence::Vouch(Familiarity::Know));
    // 1 → 5 in three strong steps, or in one weak one; 5 → 7 takes two more.
    let ties = [
        strong(1, 2),
        strong(2, 3),
        strong(3, 5),
        weak(1, 5),
        strong(5, 6),
        strong(6, 7),
    ];
    let network = network(&ties);
    let why = network.view(helper(1), None).why(&network, helper(7));
    assert_eq!(why.path.len(), 3, "{:?}", why.path);
}

#[test]
fn vouches_expire_and_experiences_fade() {
    let old = |evidence, age| Tie {
        day: Day(TODAY.0 - age),
        ..tie(1, 2, evidence)
    };
    let warm = Evidence::Vouch(Familiarity::Mother);
    assert!(score(&network(&[old(warm, 729)]), 1, 2) > 0.8);
    assert_eq!(score(&network(&[old(warm, 730)]), 1, 2), 0.0);
    let good = Evidence::Shared(Experience::Good);
    let scores = [0, 400, 1_500, 6_000].map(|age| score(&network(&[old(good, age)]), 1, 2));
    assert!(
        scores.windows(2).all(|pair| pair[0] > pair[1]),
        "{scores:?}"
    );
    let mut network = network(&[old(warm, 700)]);
    let view = network.view(helper(1), None);
    network.set_today(Day(TODAY.0 + 60));
    assert!(!view.holds(&network));
    assert_eq!(score(&network, 1, 2), 0.0);
}

#[test]
fn a_field_counts_most_where_it_is_asked_about() {
    let about = |field: u8| Tie {
        field: NonZeroU8::new(field).map(Field),
        ..vouch(1, 2)
    };
    let ask = |tie: Tie, field: u8| {
        let network = network(&[tie]);
        let view = network.view(helper(1), NonZeroU8::new(field).map(Field));
        view.standing(&network, helper(2)).score()
    };
    assert!(ask(about(3), 3) > ask(about(0), 3));
    assert!(ask(about(0), 3) > ask(about(4), 3));
    assert_eq!(ask(about(3), 0), ask(about(4), 0));
    assert_eq!(ask(about(0), 0), ask(about(3), 3));
}

fn some_tie() -> impl Strategy<Value = Tie> {
    let evidence = prop::sample::select(vec![
        Evidence::Vouch(Familiarity::Know),
        Evidence::Vouch(Familiarity::Worked),
        Evidence::Vouch(Familiarity::Mother),
        Evidence::Shared(Experience::Good),
        Evidence::Shared(Experience::Partly),
        Evidence::Shared(Experience::Unanswered),
        Evidence::Shared(Experience::Declined),
        Evidence::Shared(Experience::Bad),
        Evidence::Distrust,
    ]);
    (0..12_u128, 0..12_u128, evidence, 0..3_u8, 0..900_u16).prop_map(
        |(from, to, evidence, field, age)| Tie {
            from: helper(from),
            to: helper(to),
            evidence,
            field: NonZeroU8::new(field).map(Field),
            day: Day(TODAY.0 - age),
        },
    )
}

/// Everything that a network answers, for comparison to the last bit.
fn answers(network: &Network, asker: HelperId) -> impl PartialEq + std::fmt::Debug + use<> {
    let view = network.view(asker, None);
    let of: Vec<_> = (0..12)
        .map(|other| {
            let other = helper(other);
            (
                view.standing(network, other),
                view.forecast(network, other, &Forecast::default())
                    .to_bits(),
                view.why(network, other),
            )
        })
        .collect();
    (of, view.standings(network))
}

proptest! {
    /// One pass over what the credible say gives each standing to the last bit, and what a
    /// helper says can be replaced as a whole.
    #[test]
    fn opinions_are_standings_and_sayings_are_replaced(
        ties in prop::collection::vec(some_tie(), 0..60),
        other in prop::collection::vec(some_tie(), 0..20),
        asker in 0..12_u128,
    ) {
        let mut changed = network(&ties);
        let author = helper(asker);
        let kept = ties.iter().filter(|tie| tie.from != author);
        let said = other.iter().map(|tie| Tie { from: author, ..*tie });
        let said: Vec<Tie> = said.filter(|tie| tie.from != tie.to).collect();
        let whole: Vec<Tie> = kept.copied().chain(said.iter().copied()).collect();
        changed.replace_said_by(author, said.iter().copied());
        prop_assert_eq!(answers(&changed, author), answers(&network(&whole), author));
        prop_assert_eq!(changed.replace_said_by(author, said), 0);
        let view = changed.view(author, None);
        let opinions = view.opinions(&changed);
        for of in (0..12).map(helper).filter(|of| *of != author) {
            let found = opinions.iter().find(|(id, _)| *id == of);
            let opinion = found.map(|(_, standing)| *standing).unwrap_or_default();
            prop_assert_eq!(opinion, view.standing(&changed, of));
        }
    }

    /// The order in which ties came, and ties that came and went, leave no trace.
    #[test]
    fn the_same_ties_give_the_same_answers(
        ties in prop::collection::vec(some_tie(), 0..60),
        extra in prop::collection::vec(some_tie(), 0..20),
    ) {
        let loaded = network(&ties);
        let mut grown = Network::new(TODAY, [helper(0)]);
        let mut added: Vec<Tie> = extra.iter().filter(|tie| grown.add(tie)).copied().collect();
        for tie in ties.iter().rev() {
            grown.add(tie);
            added.retain(|other| other != tie);
        }
        for tie in &added {
            prop_assert!(grown.remove(tie));
            prop_assert!(!grown.remove(tie));
        }
        prop_assert_eq!(loaded.ties(), grown.ties());
        for asker in 0..12 {
            prop_assert_eq!(answers(&loaded, helper(asker)), answers(&grown, helper(asker)));
        }
    }

    /// A view that says it still holds is what a new one would be.
    #[test]
    fn a_view_knows_when_it_no_longer_holds(
        ties in prop::collection::vec(some_tie(), 0..40),
        changes in prop::collection::vec(some_tie(), 1..6),
        asker in 0..14_u128,
    ) {
        let mut network = network(&ties);
        let view = network.view(helper(asker), None);
        prop_assert!(view.holds(&network));
        for tie in &changes {
            if !network.add(tie) {
                network.remove(tie);
            }
        }
        if view.holds(&network) {
            let fresh = network.view(helper(asker), None);
            for other in 0..14 {
                let other = helper(other);
                prop_assert_eq!(
                    view.credit_of(&network, other).to_bits(),
                    fresh.credit_of(&network, other).to_bits()
                );
                prop_assert_eq!(view.standing(&network, other), fresh.standing(&network, other));
            }
        }
    }

    /// Scores stay within bounds, credit is never more than there was, and a good word
    /// more never lowers its subject in the eyes of who said it.
    #[test]
    fn scores_and_credit_stay_within_bounds(
        ties in prop::collection::vec(some_tie(), 0..60),
        asker in 0..12_u128,
        to in 0..12_u128,
    ) {
        let mut network = network(&ties);
        let view = network.view(helper(asker), None);
        let credit: f64 = (0..12).map(|one| view.credit_of(&network, helper(one))).sum();
        prop_assert!(credit <= 1.0 + 1e-12);
        for other in 0..12 {
            let standing = view.standing(&network, helper(other));
            prop_assert!((0.0..=1.0).contains(&standing.score()));
            let forecast = view.forecast(&network, helper(other), &Forecast::default());
            prop_assert!((0.0..=1.0).contains(&forecast));
        }
        let before = view.standing(&network, helper(to)).own_good;
        network.add(&vouch(asker, to));
        let after = network.view(helper(asker), None).standing(&network, helper(to));
        prop_assert!(asker == to || after.own_good >= before);
    }
}
