//! Tests of the state machine: what the two sides share, the laws that hold for
//! any sequence of acts (`laws`), and every refusal by name (`refusals`).

mod laws;
mod refusals;

use uuid::Uuid;

use super::{
    Act, ClosingReason, FirstContact, Helpful, Match, Outcome, Party, Side, Stage, StageName, YesNo,
};
use crate::clock::Timestamp;
use crate::ids::{ClientId, ConsentId, HelperId, MatchId};

/// When every story begins.
const START: Timestamp = Timestamp::from_micros(1_700_000_000_000_000);

fn client(number: u128) -> Party {
    Party::Client {
        client: ClientId::from_uuid(Uuid::from_u128(number)),
        card: None,
    }
}

fn asked(asker: Party, owner: Party) -> Match {
    Match::ask(
        MatchId::from_uuid(Uuid::from_u128(1)),
        (HelperId::from_uuid(Uuid::from_u128(2)), asker),
        (HelperId::from_uuid(Uuid::from_u128(3)), owner),
        START,
    )
}

fn consent() -> Option<ConsentId> {
    Some(ConsentId::from_uuid(Uuid::from_u128(4)))
}

fn agree_for(days: i64) -> Act {
    Act::Agree {
        consent: consent(),
        until: START.plus_days(days),
    }
}

fn introduce() -> Act {
    Act::Introduce {
        first_contact: FirstContact::Helpers,
        accompanied: true,
    }
}

fn report() -> Act {
    Act::Report(Outcome {
        at: START,
        connected: YesNo::Yes,
        still_in_touch: YesNo::Unknown,
        helpful: Helpful::Partly,
    })
}

/// A match of two clients, brought to a stage by the shortest way.
fn at(stage: StageName) -> Match {
    let way = [
        (Act::Accept, Side::Owner),
        (Act::Propose(None), Side::Asker),
        (agree_for(100), Side::Asker),
        (agree_for(100), Side::Owner),
        (introduce(), Side::Asker),
        (Act::Withdraw(None), Side::Asker),
    ];
    let mut joint = asked(client(10), client(11));
    for (act, side) in &way {
        if joint.stage_name() == stage {
            break;
        }
        joint = joint.apply(act, Some(*side), START).unwrap().after;
    }
    assert_eq!(joint.stage_name(), stage);
    joint
}
