//! Every refusal, and the acts that must not be refused beside it.

use super::super::{ENQUIRY_DAYS, Ending, PROPOSAL_DAYS, Refusal};
use super::*;

fn refusal(joint: &Match, act: &Act, side: Side) -> Option<Refusal> {
    joint.apply(act, Some(side), START).err()
}

#[test]
fn each_act_belongs_to_its_stages() {
    use StageName::{Active, Asked, Closed, Introduced, Proposed, Talking};
    let acts: [(Act, &[StageName]); 9] = [
        (Act::Accept, &[Asked]),
        (
            Act::Decline(ClosingReason::TooFar),
            &[Asked, Talking, Proposed, Active],
        ),
        (Act::Propose(None), &[Talking]),
        (Act::Choose(client(11)), &[Talking, Proposed]),
        (agree_for(50), &[Proposed]),
        (introduce(), &[Active]),
        (report(), &[Introduced]),
        (
            Act::Withdraw(None),
            &[Asked, Talking, Proposed, Active, Introduced],
        ),
        // Nothing is reported yet, so even the right stage refuses; see below.
        (Act::Finish, &[]),
    ];
    for (act, stages) in &acts {
        for stage in StageName::ALL.iter().copied() {
            let refused = refusal(&at(stage), act, Side::Owner);
            if stages.contains(&stage) {
                assert_eq!(refused, None, "{act:?} at {stage:?}");
            } else if (act, stage) == (&Act::Finish, Introduced) {
                assert_eq!(refused, Some(Refusal::NoOutcome));
            } else {
                assert_eq!(refused, Some(Refusal::WrongStage(stage)), "{act:?}");
            }
        }
    }
    assert_eq!(
        at(Closed).apply(&Act::Lapse, None, START),
        Err(Refusal::WrongStage(Closed))
    );
}

#[test]
fn the_enquiry_is_answered_by_the_owner_alone() {
    let joint = at(StageName::Asked);
    for act in [Act::Accept, Act::Decline(ClosingReason::NotNow)] {
        assert_eq!(
            refusal(&joint, &act, Side::Asker),
            Some(Refusal::NotYourTurn)
        );
        assert_eq!(refusal(&joint, &act, Side::Owner), None);
    }
}

#[test]
fn time_lapses_and_does_nothing_else() {
    let joint = at(StageName::Asked);
    assert_eq!(
        refusal(&joint, &Act::Lapse, Side::Owner),
        Some(Refusal::NotYourTurn)
    );
    assert_eq!(
        joint.apply(&Act::Accept, None, START),
        Err(Refusal::NotYourTurn)
    );
}

#[test]
fn a_party_has_to_be_named_before_it_is_proposed_or_agreed() {
    let talking = asked(Party::Open, client(11))
        .apply(&Act::Accept, Some(Side::Owner), START)
        .unwrap()
        .after;
    let open = Some(Refusal::PartyOpen);
    assert_eq!(refusal(&talking, &Act::Propose(None), Side::Asker), open);
    assert_eq!(
        refusal(&talking, &Act::Propose(Some(Party::Open)), Side::Asker),
        open
    );
    assert_eq!(
        refusal(&talking, &Act::Choose(Party::Open), Side::Asker),
        open
    );
    assert_eq!(
        refusal(&talking, &Act::Propose(Some(client(10))), Side::Asker),
        None
    );
    let proposed = talking
        .apply(&Act::Propose(None), Some(Side::Owner), START)
        .unwrap()
        .after;
    assert_eq!(refusal(&proposed, &agree_for(50), Side::Asker), open);
    assert_eq!(
        refusal(&proposed, &Act::Choose(client(10)), Side::Asker),
        None
    );
}

#[test]
fn two_helpers_in_person_need_no_introduction() {
    let talking = asked(Party::Open, Party::Helper)
        .apply(&Act::Accept, Some(Side::Owner), START)
        .unwrap()
        .after;
    let none = Some(Refusal::NoClient);
    assert_eq!(
        refusal(&talking, &Act::Propose(Some(Party::Helper)), Side::Asker),
        none
    );
    assert_eq!(
        refusal(&talking, &Act::Choose(Party::Helper), Side::Asker),
        none
    );
    assert_eq!(
        refusal(&talking, &Act::Choose(client(10)), Side::Asker),
        None
    );
}

#[test]
fn a_settled_party_stays() {
    let joint = at(StageName::Talking);
    for party in [client(12), Party::Helper] {
        for act in [Act::Choose(party), Act::Propose(Some(party))] {
            assert_eq!(
                refusal(&joint, &act, Side::Asker),
                Some(Refusal::PartySettled)
            );
        }
    }
    assert_eq!(
        refusal(&joint, &Act::Propose(Some(client(10))), Side::Asker),
        None
    );
}

#[test]
fn a_side_agrees_once_while_its_yes_holds() {
    let once = at(StageName::Proposed)
        .apply(&agree_for(10), Some(Side::Asker), START)
        .unwrap()
        .after;
    assert_eq!(
        refusal(&once, &agree_for(20), Side::Asker),
        Some(Refusal::AlreadyAgreed)
    );
    let later = START.plus_days(10);
    assert!(once.apply(&agree_for(20), Some(Side::Asker), later).is_ok());
}

#[test]
fn a_clients_yes_needs_a_consent_and_a_helpers_own_needs_none() {
    let without = Act::Agree {
        consent: None,
        until: START.plus_days(10),
    };
    let missing = Some(Refusal::ConsentMissing);
    assert_eq!(
        refusal(&at(StageName::Proposed), &without, Side::Asker),
        missing
    );
    let mut helped = asked(client(10), Party::Helper);
    for (act, side) in [
        (Act::Accept, Side::Owner),
        (Act::Propose(None), Side::Asker),
    ] {
        helped = helped.apply(&act, Some(side), START).unwrap().after;
    }
    assert_eq!(refusal(&helped, &agree_for(10), Side::Owner), missing);
    assert_eq!(refusal(&helped, &without, Side::Owner), None);
}

#[test]
fn a_consent_that_has_ended_is_no_yes() {
    let ended = Some(Refusal::ConsentEnded);
    for days in [-1, 0] {
        assert_eq!(
            refusal(&at(StageName::Proposed), &agree_for(days), Side::Asker),
            ended
        );
    }
    let active = at(StageName::Active);
    let end = START.plus_days(100);
    assert_eq!(
        active.apply(&introduce(), Some(Side::Asker), end),
        Err(Refusal::ConsentEnded)
    );
    // A yes that ran out while the other side thought does not make the match active.
    let waited = at(StageName::Proposed)
        .apply(&agree_for(5), Some(Side::Asker), START)
        .unwrap()
        .after
        .apply(&agree_for(50), Some(Side::Owner), START.plus_days(5))
        .unwrap();
    assert_eq!(waited.after.stage_name(), StageName::Proposed);
    assert!(!waited.released);
}

#[test]
fn nothing_lapses_before_its_day() {
    for (stage, days, ending) in [
        (StageName::Asked, ENQUIRY_DAYS, Ending::Expired),
        (StageName::Talking, PROPOSAL_DAYS, Ending::Expired),
        (StageName::Proposed, PROPOSAL_DAYS, Ending::Expired),
        (StageName::Active, PROPOSAL_DAYS, Ending::Expired),
    ] {
        let joint = at(stage);
        let end = START.plus_days(days);
        let before = Timestamp::from_micros(end.micros() - 1);
        assert_eq!(
            joint.apply(&Act::Lapse, None, before),
            Err(Refusal::NotDue),
            "{stage:?}"
        );
        let lapsed = joint.apply(&Act::Lapse, None, end).unwrap().after;
        assert!(
            matches!(lapsed.stage, Stage::Closed { ending: how, by: None, .. } if how == ending),
            "{stage:?}"
        );
    }
    let introduced = at(StageName::Introduced);
    let late = START.plus_days(5_000);
    assert_eq!(
        introduced.apply(&Act::Lapse, None, late),
        Err(Refusal::NotDue)
    );
}

#[test]
fn an_introduction_is_closed_only_after_somebody_told_how_it_went() {
    let joint = at(StageName::Introduced);
    assert_eq!(
        refusal(&joint, &Act::Finish, Side::Asker),
        Some(Refusal::NoOutcome)
    );
    let told = joint
        .apply(&report(), Some(Side::Owner), START)
        .unwrap()
        .after;
    assert_eq!(told.stage_name(), StageName::Introduced);
    let closed = told.apply(&Act::Finish, Some(Side::Asker), START).unwrap();
    assert!(closed.recalled);
    assert!(matches!(
        closed.after.stage,
        Stage::Closed {
            ending: Ending::Success,
            ..
        }
    ));
}

#[test]
fn a_declined_pair_rests_as_long_as_its_reason_says() {
    let declined = |reason| {
        at(StageName::Talking)
            .apply(&Act::Decline(reason), Some(Side::Owner), START)
            .unwrap()
            .after
    };
    let not_now = declined(ClosingReason::NotNow);
    assert!(not_now.is_parked(START) && not_now.is_parked(START.plus_days(29)));
    assert!(!not_now.is_parked(START.plus_days(30)));
    assert!(declined(ClosingReason::NotSuitable).is_parked(START.plus_days(9999)));
    let withdraw = Act::Withdraw(Some(ClosingReason::NotSuitable));
    let withdrawn = at(StageName::Talking).apply(&withdraw, Some(Side::Owner), START);
    assert!(
        !withdrawn.unwrap().after.is_parked(START),
        "the reason of a withdrawal is told to nobody"
    );
    assert!(!at(StageName::Talking).is_parked(START));
}
