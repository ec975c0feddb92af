//! Laws of the state machine, tried on random acts of both sides and of time.

use proptest::prelude::*;

use super::*;
use crate::introduction::{Decision, FOLLOW_UP_DAYS, PerSide};

/// Something that is tried: an act by a side or by time, some hours later.
#[derive(Clone, Debug)]
struct Try {
    act: Act,
    side: Option<Side>,
    hours: i64,
}

fn any_party() -> impl Strategy<Value = Party> {
    prop_oneof![
        1 => Just(Party::Open),
        2 => Just(Party::Helper),
        4 => (10u128..13).prop_map(client),
    ]
}

/// The two parties of an enquiry: about a card, with a client or with nobody
/// yet; or about a helper's offer, with a client. No enquiry begins otherwise.
fn any_enquiry() -> impl Strategy<Value = (Party, Party)> {
    prop_oneof![
        Just((Party::Open, client(11))),
        Just((client(10), client(11))),
        Just((client(10), Party::Helper)),
    ]
}

fn any_act() -> impl Strategy<Value = Act> {
    // Weighted so that a good part of the sequences comes far.
    prop_oneof![
        4 => Just(Act::Accept),
        1 => Just(Act::Decline(ClosingReason::NotNow)),
        4 => proptest::option::weighted(0.3, any_party()).prop_map(Act::Propose),
        2 => any_party().prop_map(Act::Choose),
        12 => (any::<bool>(), -2i64..120).prop_map(|(of_client, days)| Act::Agree {
            consent: if of_client { consent() } else { None },
            until: START.plus_days(days),
        }),
        8 => Just(introduce()),
        4 => Just(report()),
        2 => Just(Act::Finish),
        1 => Just(Act::Withdraw(None)),
        2 => (-2i64..100).prop_map(|days| Act::Park(START.plus_days(days))),
        1 => Just(Act::Resume),
        1 => any::<bool>().prop_map(|talked| Act::Reopen { talked }),
        1 => (1u128..9).prop_map(|n| Act::HandOver(crate::ids::HelperId::from_uuid(uuid::Uuid::from_u128(n)))),
        2 => Just(Act::Lapse),
    ]
}

fn any_try() -> impl Strategy<Value = Try> {
    let side = prop_oneof![
        6 => Just(Some(Side::Asker)),
        6 => Just(Some(Side::Owner)),
        1 => Just(None),
    ];
    (any_act(), side, 0i64..40).prop_map(|(act, side, hours)| Try { act, side, hours })
}

fn decisions(joint: &Match) -> Option<PerSide<Decision>> {
    match joint.stage {
        Stage::Proposed { decisions, .. }
        | Stage::Active { decisions, .. }
        | Stage::Introduced { decisions, .. } => Some(decisions),
        Stage::Asked | Stage::Talking | Stage::Closed { .. } => None,
    }
}

fn both_hold(joint: &Match, now: Timestamp) -> bool {
    decisions(joint).is_some_and(|of| of.asker.holds(now) && of.owner.holds(now))
}

/// What holds of a match at any time, however it came there.
fn check_state(joint: &Match, now: Timestamp) {
    if joint.releases_flow(now) {
        assert!(both_hold(joint, now), "details flow without two yeses");
        assert!(!joint.is_closed(), "details flow out of a closed match");
    }
    let awaited = joint.awaited(now);
    for side in [Side::Asker, Side::Owner] {
        if *awaited.of(side) {
            assert!(
                acts_open_to(joint, side, now),
                "{side:?} is awaited at {:?}, but every act of theirs is refused",
                joint.stage
            );
        }
    }
    if joint.is_closed() {
        assert!(!awaited.asker && !awaited.owner);
        assert_eq!(joint.lapses(), None);
    }
    if let Stage::Introduced {
        meeting, outcomes, ..
    } = &joint.stage
    {
        let due = meeting.at.plus_days(FOLLOW_UP_DAYS) <= now;
        assert_eq!(awaited.asker, due && outcomes.asker.is_none());
        assert_eq!(awaited.owner, due && outcomes.owner.is_none());
    }
}

/// Whether a side that is awaited can take a step onward (not only end it), or
/// the only thing that hinders it is a consent that has run out.
fn acts_open_to(joint: &Match, side: Side, now: Timestamp) -> bool {
    let own_yes = Act::Agree {
        consent: joint.parties.of(side).client().and(consent()),
        until: now.plus_days(1),
    };
    let mut onward = vec![
        Act::Accept,
        Act::Propose(None),
        own_yes,
        introduce(),
        report(),
    ];
    onward.extend([client(77), Party::Helper].map(|party| Act::Propose(Some(party))));
    onward.extend([client(77), Party::Helper].map(Act::Choose));
    let active = matches!(joint.stage, Stage::Active { .. });
    (active && !both_hold(joint, now))
        || onward
            .iter()
            .any(|act| joint.apply(act, Some(side), now).is_ok())
}

/// What holds of every act that was let through.
fn check_move(before: &Match, after: &Match, act: &Act, side: Option<Side>, now: Timestamp) {
    if before.is_closed() {
        assert!(
            matches!(act, Act::Reopen { .. }),
            "a closed match moved by {act:?}"
        );
        assert!(
            matches!(after.stage, Stage::Asked | Stage::Talking),
            "reopened past the talk"
        );
        let Stage::Closed { meeting, .. } = &before.stage else {
            panic!("closed is closed");
        };
        assert!(meeting.is_none(), "reopened after an introduction");
    }
    assert_eq!(after.version, before.version + 1);
    assert_eq!(after.moved, now);
    assert_eq!((after.id, after.created), (before.id, before.created));
    for of in [Side::Asker, Side::Owner] {
        let handed = matches!(act, Act::HandOver(_)) && side == Some(of);
        assert!(
            handed || after.helper(of) == before.helper(of),
            "a helper changed by {act:?}"
        );
        if handed {
            assert!(!after.releases_flow(now), "what was released goes along");
            assert_eq!(decisions(after), None, "a yes goes along");
        }
    }
    assert_ne!(after.asker, after.owner);
    let parks = matches!(act, Act::Park(_));
    assert_eq!(after.parked.is_some(), parks, "an act leaves it aside");
    if after.rests(now) {
        assert_eq!(after.awaited(now), PerSide::default());
        assert!(after.lapses().is_none_or(|end| Some(end) > after.parked));
    }
    for of in [Side::Asker, Side::Owner] {
        let (was, is) = (*before.parties.of(of), *after.parties.of(of));
        if was != Party::Open {
            assert_eq!(was, is, "a settled party changed");
        } else if is != was {
            assert_eq!(side, Some(of), "one side settled the other's party");
        }
        if let (Some(was), Some(is)) = (decisions(before), decisions(after)) {
            assert!(
                was.of(of) == is.of(of) || side == Some(of),
                "one side decided for the other"
            );
        }
    }
    match (before.stage_name(), after.stage_name()) {
        (StageName::Proposed, StageName::Active) => assert!(both_hold(after, now)),
        (StageName::Active, StageName::Active) => {
            assert!(matches!(act, Act::Park(_) | Act::Resume));
            assert_eq!(decisions(before), decisions(after));
        }
        (_, StageName::Active) => panic!("active without a proposal"),
        (StageName::Active, StageName::Introduced) => {
            assert!(before.releases_flow(now), "introduced without releases");
        }
        (StageName::Introduced, StageName::Introduced) => {}
        (_, StageName::Introduced) => panic!("introduced without a release"),
        (_, _) => {}
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1024))]

    #[test]
    fn every_sequence_of_acts_keeps_the_laws(
        (asker, owner) in any_enquiry(),
        tries in prop::collection::vec(any_try(), 1..60),
    ) {
        let mut joint = asked(asker, owner);
        let mut now = START;
        for Try { act, side, hours } in tries {
            now = now.plus_minutes(hours * 60);
            check_state(&joint, now);
            let before = joint.clone();
            match joint.apply(&act, side, now) {
                Ok(moved) => {
                    check_move(&before, &moved.after, &act, side, now);
                    // "Released" is told exactly when details begin to flow ...
                    prop_assert_eq!(
                        moved.released,
                        !before.releases_flow(now) && moved.after.releases_flow(now)
                    );
                    // ... and whatever flowed is recalled as soon as the match ends.
                    if before.releases_flow(now) && moved.after.is_closed() {
                        prop_assert!(moved.recalled);
                    }
                    let handed = matches!(act, Act::HandOver(_));
                    prop_assert!(!moved.recalled || moved.after.is_closed() || handed);
                    joint = moved.after;
                }
                Err(_) => prop_assert_eq!(&joint, &before, "a refused act changed something"),
            }
            check_state(&joint, now);
            for side in [Side::Asker, Side::Owner] {
                let left = joint.apply(&Act::Withdraw(None), Some(side), now);
                prop_assert_eq!(left.is_ok(), !joint.is_closed(), "withdrawing must always be possible");
                if let Ok(left) = left {
                    prop_assert!(left.after.is_closed() && !left.after.releases_flow(now));
                }
            }
        }
    }

    /// Without this the laws above could hold because nothing ever gets far.
    #[test]
    fn two_clients_whose_sides_agree_are_always_introduced(
        first in prop_oneof![Just(Side::Asker), Just(Side::Owner)],
        proposer in prop_oneof![Just(Side::Asker), Just(Side::Owner)],
        days in 1i64..300,
    ) {
        let way = [
            (Act::Accept, Side::Owner),
            (Act::Propose(None), proposer),
            (agree_for(days), first),
            (agree_for(days), first.other()),
            (introduce(), proposer.other()),
            (report(), first),
            (report(), first.other()),
        ];
        let mut joint = asked(client(10), client(11));
        for (act, side) in &way {
            joint = joint.apply(act, Some(*side), START).unwrap().after;
        }
        prop_assert!(joint.is_closed());
        prop_assert_eq!(joint.version, 8);
        let successful =
            matches!(joint.stage, Stage::Closed { ending: super::super::Ending::Success, .. });
        prop_assert!(successful);
    }

    #[test]
    fn details_stop_flowing_at_the_earlier_end_of_the_two_consents(
        asker in 1i64..200,
        owner in 1i64..200,
    ) {
        let mut joint = at(StageName::Proposed);
        // `at` has not agreed for anybody yet.
        joint = joint.apply(&agree_for(asker), Some(Side::Asker), START).unwrap().after;
        joint = joint.apply(&agree_for(owner), Some(Side::Owner), START).unwrap().after;
        let end = START.plus_days(asker.min(owner));
        prop_assert!(joint.releases_flow(Timestamp::from_micros(end.micros() - 1)));
        prop_assert!(!joint.releases_flow(end));
        prop_assert!(joint.apply(&introduce(), Some(Side::Asker), end).is_err());
        prop_assert!(joint.apply(&Act::Lapse, None, end).unwrap().recalled);
    }
}
