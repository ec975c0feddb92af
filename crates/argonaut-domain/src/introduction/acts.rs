//! The acts that move a match, and what each demands. `Match::apply` is the
//! only way from one state to the next.

use thiserror::Error;

use super::{
    ClosingReason, Decision, Ending, FirstContact, Match, Meeting, Outcome, PARK_MOST_DAYS, Party,
    PerSide, Side, Stage, StageName,
};
use crate::clock::Timestamp;
use crate::ids::{ConsentId, HelperId};

/// What a side (or time) does to a match.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Act {
    /// The owner accepts the enquiry: both are shown each other's names.
    Accept,
    /// The owner declines the enquiry, or a side declines the proposal.
    Decline(ClosingReason),
    /// A side proposes to introduce their party to the other's. The proposer
    /// names whom they bring when the enquiry came without a card.
    Propose(Option<Party>),
    /// The side that was still open says whom it brings.
    Choose(Party),
    /// A side's client consents (or the helper in person agrees): until when.
    Agree {
        /// The recorded consent; `None` only for a helper in person.
        consent: Option<ConsentId>,
        /// Until when it holds.
        until: Timestamp,
    },
    /// A side records that the introduction was made.
    Introduce {
        /// Who made the first contact.
        first_contact: FirstContact,
        /// Whether a helper came along.
        accompanied: bool,
    },
    /// A side records what became of it.
    Report(Outcome),
    /// A side closes an introduction whose outcome is recorded.
    Finish,
    /// A side withdraws, at any step, without having to say why.
    Withdraw(Option<ClosingReason>),
    /// A side puts it aside until then: nothing is awaited of anybody before.
    Park(Timestamp),
    /// A side takes it up again before that.
    Resume,
    /// A side takes up again what is closed, where no introduction was made: what it ended
    /// itself, what ran out, or what the other declined once the rest is over.
    Reopen {
        /// Whether the two helpers had come to talk.
        talked: bool,
    },
    /// Another helper takes the place of this side's: a deputy of the client. What was agreed
    /// or released before is asked anew, since it was sealed to somebody else.
    HandOver(HelperId),
    /// Time passed: an enquiry, a proposal or a consent ran out.
    Lapse,
}

/// What an act did, for the timeline and the notifications.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moved {
    /// The match after the act, with its version raised by one.
    pub after: Match,
    /// Whether both sides' details are released from now on.
    pub released: bool,
    /// Whether details that had been released or shown are to be deleted.
    pub recalled: bool,
}

/// Why an act was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum Refusal {
    /// The match is at another stage by now.
    #[error("the match is at another stage: {0}")]
    WrongStage(StageName),
    /// This act belongs to the other side.
    #[error("this act belongs to the other side")]
    NotYourTurn,
    /// The side has not said whom it brings.
    #[error("it is still open whom this side brings")]
    PartyOpen,
    /// At least one of the two must bring a client.
    #[error("at least one side must bring a client")]
    NoClient,
    /// Whom this side brings is settled already.
    #[error("whom this side brings is settled")]
    PartySettled,
    /// This side has agreed already.
    #[error("this side has agreed already")]
    AlreadyAgreed,
    /// A client's side needs a recorded consent, a helper's own side none.
    #[error("a client's yes needs a recorded consent")]
    ConsentMissing,
    /// The consent has ended, or ends before it begins.
    #[error("a consent has ended")]
    ConsentEnded,
    /// Nothing has run out yet.
    #[error("nothing has run out")]
    NotDue,
    /// The day is past, or too far.
    #[error("choose a day from tomorrow on, within {PARK_MOST_DAYS} days")]
    BadDay,
    /// It is not put aside.
    #[error("it is not put aside")]
    NotParked,
    /// It rests by the reason for which it was declined.
    #[error("the two rest for now")]
    Resting,
    /// The one who would take over stands on the other side.
    #[error("the other side cannot take over")]
    SameHelper,
    /// An outcome has to be recorded first.
    #[error("no outcome is recorded")]
    NoOutcome,
}

#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "every stage but the named ones refuses an act"
)]
impl Match {
    /// Applies `act` of `side` (`None`: time) at `now`.
    ///
    /// # Errors
    /// A [`Refusal`] when the act does not belong here; the match is unchanged.
    pub fn apply(&self, act: &Act, side: Option<Side>, now: Timestamp) -> Result<Moved, Refusal> {
        let mut after = self.clone();
        after.parked = None;
        after.stage = match (act, side) {
            (Act::Lapse, None) => self.lapse(now)?,
            (Act::Lapse, Some(_)) | (_, None) => return Err(Refusal::NotYourTurn),
            (act, Some(side)) => self.act_of(act, side, now, &mut after.parties)?,
        };
        match (act, side) {
            (Act::Park(until), _) => after.parked = Some(*until),
            (Act::HandOver(helper), Some(Side::Asker)) => after.asker = *helper,
            (Act::HandOver(helper), Some(Side::Owner)) => after.owner = *helper,
            _ => {}
        }
        after.moved = now;
        after.version = self.version.saturating_add(1);
        Ok(Moved {
            released: matches!(
                (&self.stage, &after.stage),
                (Stage::Proposed { .. }, Stage::Active { .. })
            ),
            // A successful ending recalls too: from then on the two people know each other.
            recalled: after.is_closed() || matches!(act, Act::HandOver(_)),
            after,
        })
    }

    fn act_of(
        &self,
        act: &Act,
        side: Side,
        now: Timestamp,
        parties: &mut PerSide<Party>,
    ) -> Result<Stage, Refusal> {
        let wrong_stage = || Refusal::WrongStage(self.stage_name());
        match act {
            Act::Accept => match (&self.stage, side) {
                (Stage::Asked, Side::Owner) => Ok(Stage::Talking),
                (Stage::Asked, Side::Asker) => Err(Refusal::NotYourTurn),
                _ => Err(wrong_stage()),
            },
            Act::Decline(reason) => match (&self.stage, side) {
                (Stage::Asked, Side::Asker) => Err(Refusal::NotYourTurn),
                (
                    Stage::Asked | Stage::Talking | Stage::Proposed { .. } | Stage::Active { .. },
                    _,
                ) => Ok(self.closed(Ending::Declined, Some(side), Some(*reason))),
                _ => Err(wrong_stage()),
            },
            Act::Propose(party) => match &self.stage {
                Stage::Talking => {
                    if let Some(party) = party {
                        settle(parties.of_mut(side), *party)?;
                    }
                    if *parties.of(side) == Party::Open {
                        return Err(Refusal::PartyOpen);
                    }
                    needs_a_client(parties)?;
                    let decisions = PerSide {
                        asker: Decision::Awaited,
                        owner: Decision::Awaited,
                    };
                    Ok(Stage::Proposed {
                        by: side,
                        decisions,
                    })
                }
                _ => Err(wrong_stage()),
            },
            Act::Choose(party) => match &self.stage {
                Stage::Talking | Stage::Proposed { .. } => {
                    settle(parties.of_mut(side), *party)?;
                    needs_a_client(parties)?;
                    Ok(self.stage.clone())
                }
                _ => Err(wrong_stage()),
            },
            Act::Agree { consent, until } => self.agree(side, *consent, *until, now),
            Act::Introduce {
                first_contact,
                accompanied,
            } => match &self.stage {
                Stage::Active { decisions, .. } if self.releases_flow(now) => {
                    Ok(Stage::Introduced {
                        decisions: *decisions,
                        meeting: Meeting {
                            at: now,
                            by: side,
                            first_contact: *first_contact,
                            accompanied: *accompanied,
                        },
                        outcomes: PerSide::default(),
                    })
                }
                Stage::Active { .. } => Err(Refusal::ConsentEnded),
                _ => Err(wrong_stage()),
            },
            Act::Report(outcome) => match &self.stage {
                Stage::Introduced {
                    decisions,
                    meeting,
                    outcomes,
                } => {
                    let mut outcomes = *outcomes;
                    *outcomes.of_mut(side) = Some(*outcome);
                    if outcomes.asker.is_some() && outcomes.owner.is_some() {
                        return Ok(Stage::Closed {
                            ending: Ending::Success,
                            by: Some(side),
                            reason: None,
                            meeting: Some(*meeting),
                            outcomes,
                        });
                    }
                    Ok(Stage::Introduced {
                        decisions: *decisions,
                        meeting: *meeting,
                        outcomes,
                    })
                }
                _ => Err(wrong_stage()),
            },
            Act::Finish => match &self.stage {
                Stage::Introduced { outcomes, .. }
                    if outcomes.asker.is_none() && outcomes.owner.is_none() =>
                {
                    Err(Refusal::NoOutcome)
                }
                Stage::Introduced { .. } => Ok(self.closed(Ending::Success, Some(side), None)),
                _ => Err(wrong_stage()),
            },
            Act::Withdraw(reason) => match &self.stage {
                Stage::Closed { .. } => Err(wrong_stage()),
                _ => Ok(self.closed(Ending::Cancelled, Some(side), *reason)),
            },
            Act::Park(until) => match (&self.stage, side) {
                (Stage::Asked, Side::Asker) => Err(Refusal::NotYourTurn),
                (
                    Stage::Asked | Stage::Talking | Stage::Proposed { .. } | Stage::Active { .. },
                    _,
                ) if *until > now && *until <= now.plus_days(PARK_MOST_DAYS) => {
                    Ok(self.stage.clone())
                }
                (
                    Stage::Asked | Stage::Talking | Stage::Proposed { .. } | Stage::Active { .. },
                    _,
                ) => Err(Refusal::BadDay),
                _ => Err(wrong_stage()),
            },
            Act::Resume => match &self.stage {
                Stage::Closed { .. } => Err(wrong_stage()),
                _ if self.rests(now) => Ok(self.stage.clone()),
                _ => Err(Refusal::NotParked),
            },
            Act::Reopen { talked } => self.reopen(side, *talked, now),
            Act::HandOver(helper) => match &self.stage {
                _ if *helper == self.asker || *helper == self.owner => Err(Refusal::SameHelper),
                _ if parties.of(side).client().is_none() => Err(Refusal::NoClient),
                Stage::Asked => Ok(Stage::Asked),
                Stage::Talking | Stage::Proposed { .. } | Stage::Active { .. } => {
                    Ok(Stage::Talking)
                }
                _ => Err(wrong_stage()),
            },
            Act::Lapse => Err(Refusal::NotYourTurn),
        }
    }

    /// Back to the talk, or to the question where it never came to one. Whoever was asked
    /// and takes it up again has thereby said that they will talk.
    fn reopen(&self, side: Side, talked: bool, now: Timestamp) -> Result<Stage, Refusal> {
        let Stage::Closed {
            ending,
            by,
            meeting: None,
            ..
        } = &self.stage
        else {
            return Err(Refusal::WrongStage(self.stage_name()));
        };
        let own = *by == Some(side);
        match ending {
            Ending::Declined if own => {}
            Ending::Declined if self.is_parked(now) => return Err(Refusal::Resting),
            Ending::Declined | Ending::Expired => {}
            // Who withdrew does not say why; the other side cannot call them back.
            Ending::Cancelled if own => {}
            Ending::Cancelled => return Err(Refusal::NotYourTurn),
            Ending::Success => return Err(Refusal::WrongStage(StageName::Closed)),
        }
        Ok(if talked || side == Side::Owner {
            Stage::Talking
        } else {
            Stage::Asked
        })
    }

    fn agree(
        &self,
        side: Side,
        consent: Option<ConsentId>,
        until: Timestamp,
        now: Timestamp,
    ) -> Result<Stage, Refusal> {
        let Stage::Proposed { by, decisions } = &self.stage else {
            return Err(Refusal::WrongStage(self.stage_name()));
        };
        match (*self.parties.of(side), consent) {
            (Party::Open, _) => return Err(Refusal::PartyOpen),
            (Party::Client { .. }, Some(_)) | (Party::Helper, None) => {}
            (Party::Client { .. }, None) | (Party::Helper, Some(_)) => {
                return Err(Refusal::ConsentMissing);
            }
        }
        if until <= now {
            return Err(Refusal::ConsentEnded);
        }
        if decisions.of(side).holds(now) {
            return Err(Refusal::AlreadyAgreed);
        }
        let mut decisions = *decisions;
        *decisions.of_mut(side) = Decision::Agreed { consent, until };
        if decisions.asker.holds(now) && decisions.owner.holds(now) {
            Ok(Stage::Active {
                decisions,
                since: now,
            })
        } else {
            Ok(Stage::Proposed { by: *by, decisions })
        }
    }

    fn lapse(&self, now: Timestamp) -> Result<Stage, Refusal> {
        let ended =
            |decision: Decision| matches!(decision, Decision::Agreed { until, .. } if until <= now);
        match &self.stage {
            Stage::Closed { .. } => Err(Refusal::WrongStage(StageName::Closed)),
            Stage::Proposed { decisions, .. } | Stage::Active { decisions, .. }
                if ended(decisions.asker) || ended(decisions.owner) =>
            {
                Ok(self.closed(Ending::Cancelled, None, Some(ClosingReason::ConsentEnded)))
            }
            _ if self.lapses().is_some_and(|end| end <= now) => {
                Ok(self.closed(Ending::Expired, None, None))
            }
            _ => Err(Refusal::NotDue),
        }
    }

    fn closed(&self, ending: Ending, by: Option<Side>, reason: Option<ClosingReason>) -> Stage {
        let (meeting, outcomes) = match &self.stage {
            Stage::Introduced {
                meeting, outcomes, ..
            } => (Some(*meeting), *outcomes),
            Stage::Closed {
                meeting, outcomes, ..
            } => (*meeting, *outcomes),
            Stage::Asked | Stage::Talking | Stage::Proposed { .. } | Stage::Active { .. } => {
                (None, PerSide::default())
            }
        };
        Stage::Closed {
            ending,
            by,
            reason,
            meeting,
            outcomes,
        }
    }
}

fn settle(slot: &mut Party, party: Party) -> Result<(), Refusal> {
    match (*slot, party) {
        (_, Party::Open) => Err(Refusal::PartyOpen),
        (Party::Open, party) => {
            *slot = party;
            Ok(())
        }
        (current, party) if current == party => Ok(()),
        (Party::Client { .. } | Party::Helper, _) => Err(Refusal::PartySettled),
    }
}

fn needs_a_client(parties: &PerSide<Party>) -> Result<(), Refusal> {
    match (parties.asker, parties.owner) {
        (Party::Helper, Party::Helper) => Err(Refusal::NoClient),
        _ => Ok(()),
    }
}
