//! What a match tells of its two helpers: evidence that nobody has to write down.

use crate::clock::Timestamp;
use crate::ids::HelperId;
use crate::introduction::{ClosingReason, Ending, Helpful, Match, Outcome, Party, Side, Stage};

/// How a shared introduction went, for one of its two helpers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Experience {
    /// It was made, and helped.
    Good,
    /// It was made, and helped in part.
    Partly,
    /// They never answered.
    Unanswered,
    /// They declined without a reason.
    Declined,
    /// It did harm.
    Bad,
}

/// What one helper has been through with another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shared {
    /// Whose experience.
    pub from: HelperId,
    /// With whom.
    pub to: HelperId,
    /// How it went.
    pub how: Experience,
    /// When.
    pub at: Timestamp,
}

/// What a match tells. `accepted`: whether the two ever knew each other's names; while an
/// asked helper is hidden, nothing is told of them, for it would name them.
pub fn experiences(joint: &Match, accepted: bool) -> Vec<Shared> {
    let of = |side: Side, how: Experience, at: Timestamp| Shared {
        from: joint.helper(side),
        to: joint.helper(side.other()),
        how,
        at,
    };
    let told = |side: Side, outcome: &Outcome| match outcome.helpful {
        Helpful::Yes => Some(of(side, Experience::Good, outcome.at)),
        Helpful::Partly => Some(of(side, Experience::Partly, outcome.at)),
        // It did not help: nobody's fault by itself.
        Helpful::No => None,
        Helpful::Harm => Some(of(side, Experience::Bad, outcome.at)),
    };
    // Whom one asks in person is known from the start.
    let is_known = accepted || joint.parties.owner == Party::Helper;
    let (ending, by, reason, outcomes) = match &joint.stage {
        Stage::Introduced { outcomes, .. } => {
            let sides = Side::ALL.iter().copied();
            return sides
                .filter_map(|side| told(side, outcomes.of(side).as_ref()?))
                .collect();
        }
        Stage::Closed {
            ending,
            by,
            reason,
            outcomes,
            ..
        } => (*ending, *by, *reason, outcomes),
        Stage::Asked | Stage::Talking | Stage::Proposed { .. } | Stage::Active { .. } => {
            return Vec::new();
        }
    };
    match ending {
        // Who said nothing is taken to say nothing: whoever closed it in their place would
        // otherwise put a good word into their mouth.
        Ending::Success | Ending::Cancelled => Side::ALL
            .iter()
            .copied()
            .filter_map(|side| told(side, outcomes.of(side).as_ref()?))
            .collect(),
        Ending::Declined if is_known => match (by, reason) {
            (Some(side), None | Some(ClosingReason::NotSaid)) => {
                vec![of(side.other(), Experience::Declined, joint.moved)]
            }
            (Some(_) | None, _) => Vec::new(),
        },
        Ending::Expired if is_known && !accepted => {
            vec![of(Side::Asker, Experience::Unanswered, joint.moved)]
        }
        // Once both talked, nobody knows whose silence it was.
        Ending::Declined | Ending::Expired => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::MatchId;
    use crate::introduction::{Act, PerSide, YesNo};
    use uuid::Uuid;

    fn helper(n: u128) -> HelperId {
        HelperId::from_uuid(Uuid::from_u128(n))
    }
    fn closed(
        ending: Ending,
        by: Option<Side>,
        reason: Option<ClosingReason>,
        party: Party,
    ) -> Match {
        let id = MatchId::from_uuid(Uuid::from_u128(9));
        let now = Timestamp::from_micros(5);
        let mut joint = Match::ask(id, (helper(1), Party::Open), (helper(2), party), now);
        joint.stage = Stage::Closed {
            ending,
            by,
            reason,
            meeting: None,
            outcomes: PerSide::default(),
        };
        joint
    }
    fn outcome(helpful: Helpful) -> Outcome {
        Outcome {
            at: Timestamp::from_micros(7),
            connected: YesNo::Yes,
            still_in_touch: YesNo::Unknown,
            helpful,
        }
    }

    #[test]
    fn each_side_tells_what_it_saw() {
        let mut joint = closed(Ending::Success, Some(Side::Asker), None, Party::Helper);
        if let Stage::Closed { outcomes, .. } = &mut joint.stage {
            outcomes.asker = Some(outcome(Helpful::Yes));
            outcomes.owner = Some(outcome(Helpful::Harm));
        }
        let told: Vec<_> = experiences(&joint, true)
            .into_iter()
            .map(|one| (one.from, one.to, one.how))
            .collect();
        assert_eq!(
            told,
            [
                (helper(1), helper(2), Experience::Good),
                (helper(2), helper(1), Experience::Bad)
            ]
        );
    }

    #[test]
    fn nobody_is_taken_to_say_what_they_did_not() {
        let mut joint = closed(Ending::Success, Some(Side::Asker), None, Party::Helper);
        if let Stage::Closed { outcomes, .. } = &mut joint.stage {
            outcomes.asker = Some(outcome(Helpful::Yes));
        }
        let told = experiences(&joint, true);
        assert_eq!(told.len(), 1);
        assert_eq!(told[0].from, helper(1));
    }

    #[test]
    fn a_hidden_helper_is_told_of_by_nothing() {
        let client = Party::Client {
            client: crate::ids::ClientId::from_uuid(Uuid::from_u128(4)),
            card: None,
        };
        for (ending, by) in [
            (Ending::Declined, Some(Side::Owner)),
            (Ending::Expired, None),
        ] {
            let hidden = closed(ending, by, None, client);
            assert_eq!(experiences(&hidden, false), Vec::new(), "{ending}");
            let in_person = closed(ending, by, None, Party::Helper);
            let told = experiences(&in_person, false);
            assert_eq!(told.len(), 1, "{ending}");
            assert_eq!((told[0].from, told[0].to), (helper(1), helper(2)));
        }
    }

    #[test]
    fn a_reason_and_a_withdrawal_tell_nothing() {
        let reason = Some(ClosingReason::NoCapacity);
        let declined = closed(Ending::Declined, Some(Side::Owner), reason, Party::Helper);
        assert_eq!(experiences(&declined, true), Vec::new());
        let cancelled = closed(Ending::Cancelled, Some(Side::Owner), None, Party::Helper);
        assert_eq!(experiences(&cancelled, true), Vec::new());
        let asked = Match::ask(
            declined.id,
            (helper(1), Party::Open),
            (helper(2), Party::Helper),
            Timestamp::from_micros(0),
        );
        assert_eq!(experiences(&asked, true), Vec::new());
        let accepted = asked.apply(&Act::Accept, Some(Side::Owner), Timestamp::from_micros(1));
        assert_eq!(experiences(&accepted.unwrap().after, true), Vec::new());
    }
}
