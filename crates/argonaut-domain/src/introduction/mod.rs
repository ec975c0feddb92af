//! The joint work of two helpers, from an enquiry to an outcome: its states,
//! and (in `acts`) the only ways from one to the next. Pure: who may act and
//! what is stored is decided elsewhere.

mod acts;
mod meeting;
mod pace;
mod reasons;
#[cfg(test)]
mod tests;

pub use acts::{Act, Moved, Refusal};
pub use meeting::{FirstCheck, MEETING_MOST_MINUTES, MeetingWhen};
pub use pace::{Nudge, PARK_MOST_DAYS};
pub use reasons::{ClosingReason, FirstContact, Helpful, Parking, YesNo};

use serde::{Deserialize, Serialize};

use crate::clock::Timestamp;
use crate::ids::{CardId, ClientId, ConsentId, HelperId, MatchId};
use crate::word::words;

words! {
    /// The two helpers of a match.
    pub enum Side {
        /// The helper who asked.
        Asker = "asker",
        /// The helper who was asked.
        Owner = "owner",
    }
}

impl Side {
    /// The other side.
    pub const fn other(self) -> Self {
        match self {
            Self::Asker => Self::Owner,
            Self::Owner => Self::Asker,
        }
    }
}

/// Whom a helper brings into the match.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Party {
    /// Not chosen yet (an enquiry without a card).
    Open,
    /// A client of theirs, with the card that was shown, if any.
    Client {
        /// Whom. Known to this side's helper alone until details are released.
        client: ClientId,
        /// The card that stood for them.
        card: Option<CardId>,
    },
    /// The helper in person, who offers help.
    Helper,
}

impl Party {
    /// The client of this party, if it is one.
    pub const fn client(self) -> Option<ClientId> {
        match self {
            Self::Client { client, .. } => Some(client),
            Self::Open | Self::Helper => None,
        }
    }
    /// The card of this party, if there is one.
    pub const fn card(self) -> Option<CardId> {
        match self {
            Self::Client { card, .. } => card,
            Self::Open | Self::Helper => None,
        }
    }
}

/// What one side has decided about the proposal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Decision {
    /// Not yet.
    Awaited,
    /// Yes: by a client's recorded consent, or by the helper in person (no consent id).
    Agreed {
        /// The consent that stands behind it.
        consent: Option<ConsentId>,
        /// Until when it holds.
        until: Timestamp,
    },
}

impl Decision {
    /// Whether this side's yes holds at `now`.
    pub fn holds(self, now: Timestamp) -> bool {
        match self {
            Self::Awaited => false,
            Self::Agreed { until, .. } => now < until,
        }
    }
}

/// How an introduction was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Meeting {
    /// When it was recorded.
    pub at: Timestamp,
    /// Which side recorded it.
    pub by: Side,
    /// Who made the first contact.
    pub first_contact: FirstContact,
    /// Whether a helper came along.
    pub accompanied: bool,
}

/// What became of an introduction, as one side sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outcome {
    /// When it was recorded.
    pub at: Timestamp,
    /// Whether the two got in touch.
    pub connected: YesNo,
    /// Whether they still were, four weeks later.
    pub still_in_touch: YesNo,
    /// Whether it helped.
    pub helpful: Helpful,
}

/// Something kept once per side.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct PerSide<T> {
    /// The asker's.
    pub asker: T,
    /// The owner's.
    pub owner: T,
}

impl<T> PerSide<T> {
    /// One side's.
    pub const fn of(&self, side: Side) -> &T {
        match side {
            Side::Asker => &self.asker,
            Side::Owner => &self.owner,
        }
    }
    /// One side's, to change.
    pub const fn of_mut(&mut self, side: Side) -> &mut T {
        match side {
            Side::Asker => &mut self.asker,
            Side::Owner => &mut self.owner,
        }
    }
}

/// Where a match is, with the data that only this state has.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "stage", rename_all = "snake_case")]
pub enum Stage {
    /// The enquiry is out; the owner's answer is awaited. Names are hidden.
    Asked,
    /// Both helpers talk and know each other's names; nothing is proposed yet.
    Talking,
    /// A proposal stands; each side asks their client.
    Proposed {
        /// Who proposed.
        by: Side,
        /// Each side's decision.
        decisions: PerSide<Decision>,
    },
    /// Both said yes: details are released; the introduction is to be made.
    Active {
        /// Each side's yes.
        decisions: PerSide<Decision>,
        /// Since when.
        since: Timestamp,
    },
    /// The two people were introduced.
    Introduced {
        /// Each side's yes, which releases still depend on.
        decisions: PerSide<Decision>,
        /// How it was done.
        meeting: Meeting,
        /// What became of it, by side.
        outcomes: PerSide<Option<Outcome>>,
    },
    /// Over.
    Closed {
        /// How it ended.
        ending: Ending,
        /// Who ended it; `None` is time.
        by: Option<Side>,
        /// Why, where a reason was given.
        reason: Option<ClosingReason>,
        /// How the introduction was made, when it was.
        meeting: Option<Meeting>,
        /// What became of it, by side.
        outcomes: PerSide<Option<Outcome>>,
    },
}

words! {
    /// The stages by name, for lists, filters and progress.
    pub enum StageName {
        /// The enquiry is out.
        Asked = "asked",
        /// The helpers talk.
        Talking = "talking",
        /// A proposal stands.
        Proposed = "proposed",
        /// Details are released.
        Active = "active",
        /// The people are introduced.
        Introduced = "introduced",
        /// Over.
        Closed = "closed",
    }
}

words! {
    /// How a match ended.
    pub enum Ending {
        /// The introduction was made, and its outcome recorded.
        Success = "success",
        /// One side said no.
        Declined = "declined",
        /// One side withdrew, or a consent ended.
        Cancelled = "cancelled",
        /// Nobody acted in time.
        Expired = "expired",
    }
}

/// Days an enquiry waits for an answer.
pub const ENQUIRY_DAYS: i64 = 30;
/// Days a proposal waits for both decisions, or a release for its introduction.
pub const PROPOSAL_DAYS: i64 = 60;
/// Days after an introduction when an outcome of both sides is awaited. Before that they are
/// asked how it goes (see [`crate::follow_up`]).
pub const FOLLOW_UP_DAYS: i64 = 84;

/// A match with its whole state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Match {
    /// Which.
    pub id: MatchId,
    /// Who asked.
    pub asker: HelperId,
    /// Who was asked.
    pub owner: HelperId,
    /// Whom each brings.
    pub parties: PerSide<Party>,
    /// Where it is.
    pub stage: Stage,
    /// When the enquiry was sent.
    pub created: Timestamp,
    /// When it last moved.
    pub moved: Timestamp,
    /// Until when it rests, by agreement of nobody but the one who put it aside: nothing is
    /// awaited of anybody before that.
    pub parked: Option<Timestamp>,
    /// Grows with each move, for optimistic concurrency.
    pub version: i64,
}

impl Match {
    /// A fresh enquiry.
    pub fn ask(
        id: MatchId,
        asker: (HelperId, Party),
        owner: (HelperId, Party),
        now: Timestamp,
    ) -> Self {
        Self {
            id,
            asker: asker.0,
            owner: owner.0,
            parties: PerSide {
                asker: asker.1,
                owner: owner.1,
            },
            stage: Stage::Asked,
            created: now,
            moved: now,
            parked: None,
            version: 1,
        }
    }
    /// On which side this helper stands; `None` when on neither.
    pub fn side_of(&self, helper: HelperId) -> Option<Side> {
        if helper == self.asker {
            Some(Side::Asker)
        } else if helper == self.owner {
            Some(Side::Owner)
        } else {
            None
        }
    }
    /// On which side this client stands; `None` when on neither.
    pub fn side_of_client(&self, client: ClientId) -> Option<Side> {
        Side::ALL
            .iter()
            .copied()
            .find(|side| self.parties.of(*side).client() == Some(client))
    }
    /// The helper of a side.
    pub const fn helper(&self, side: Side) -> HelperId {
        match side {
            Side::Asker => self.asker,
            Side::Owner => self.owner,
        }
    }
    /// The name of the stage.
    pub const fn stage_name(&self) -> StageName {
        match self.stage {
            Stage::Asked => StageName::Asked,
            Stage::Talking => StageName::Talking,
            Stage::Proposed { .. } => StageName::Proposed,
            Stage::Active { .. } => StageName::Active,
            Stage::Introduced { .. } => StageName::Introduced,
            Stage::Closed { .. } => StageName::Closed,
        }
    }
    /// Whether it is over.
    pub const fn is_closed(&self) -> bool {
        matches!(self.stage, Stage::Closed { .. })
    }
    /// Whether both helpers were shown each other's names: from the moment the
    /// enquiry was accepted. A closed match keeps what was already known.
    pub fn names_shown(&self, ever_accepted: bool) -> bool {
        match self.stage {
            Stage::Asked => false,
            Stage::Talking
            | Stage::Proposed { .. }
            | Stage::Active { .. }
            | Stage::Introduced { .. } => true,
            Stage::Closed { .. } => ever_accepted,
        }
    }
    /// Whether released details may be read at `now`: both sides said yes, both
    /// consents hold, and nobody has withdrawn.
    pub fn releases_flow(&self, now: Timestamp) -> bool {
        match &self.stage {
            Stage::Active { decisions, .. } | Stage::Introduced { decisions, .. } => {
                decisions.asker.holds(now) && decisions.owner.holds(now)
            }
            Stage::Asked | Stage::Talking | Stage::Proposed { .. } | Stage::Closed { .. } => false,
        }
    }
    /// Which sides' acts are awaited at this stage (follow-up from its day on).
    pub fn awaited(&self, now: Timestamp) -> PerSide<bool> {
        if self.rests(now) {
            return PerSide::default();
        }
        match &self.stage {
            Stage::Asked => PerSide {
                asker: false,
                owner: true,
            },
            Stage::Talking | Stage::Active { .. } => PerSide {
                asker: true,
                owner: true,
            },
            Stage::Proposed { decisions, .. } => PerSide {
                asker: !decisions.asker.holds(now),
                owner: !decisions.owner.holds(now),
            },
            Stage::Introduced {
                meeting, outcomes, ..
            } => {
                let due = meeting.at.plus_days(FOLLOW_UP_DAYS) <= now;
                PerSide {
                    asker: due && outcomes.asker.is_none(),
                    owner: due && outcomes.owner.is_none(),
                }
            }
            Stage::Closed { .. } => PerSide {
                asker: false,
                owner: false,
            },
        }
    }
    /// How long the pair rests after one side said no; `None` when nobody did. A withdrawal
    /// parks nothing: its reason is told to nobody, and a rest would tell it.
    pub fn parking(&self) -> Option<Parking> {
        match &self.stage {
            Stage::Closed {
                ending: Ending::Declined,
                reason,
                ..
            } => Some(reason.unwrap_or(ClosingReason::NotSaid).parking()),
            Stage::Asked
            | Stage::Talking
            | Stage::Proposed { .. }
            | Stage::Active { .. }
            | Stage::Introduced { .. }
            | Stage::Closed { .. } => None,
        }
    }
    /// Whether the pair rests at `now`: it is not to be suggested again.
    pub fn is_parked(&self, now: Timestamp) -> bool {
        match self.parking() {
            Some(Parking::Days(days)) => now < self.moved.plus_days(days),
            Some(Parking::ForGood) => true,
            None => false,
        }
    }
    /// When the match ends by itself if nobody acts; `None` when it does not.
    pub fn lapses(&self) -> Option<Timestamp> {
        match &self.stage {
            Stage::Asked => Some(self.since().plus_days(ENQUIRY_DAYS)),
            Stage::Talking | Stage::Proposed { .. } | Stage::Active { .. } => {
                Some(self.since().plus_days(PROPOSAL_DAYS))
            }
            Stage::Introduced { .. } | Stage::Closed { .. } => None,
        }
    }
}
