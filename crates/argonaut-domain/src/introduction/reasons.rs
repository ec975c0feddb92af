//! The typed answers of a match: why it ended, who made contact, what came of it.

use crate::word::words;

words! {
    /// Why a helper declined or withdrew. Nobody ever has to say.
    pub enum ClosingReason {
        /// Not now; ask again later.
        NotNow = "not_now",
        /// The client does not want to.
        ClientSaidNo = "client_said_no",
        /// The need is met.
        NeedMet = "need_met",
        /// The two do not fit.
        NotSuitable = "not_suitable",
        /// Too far away.
        TooFar = "too_far",
        /// The helper has no time.
        NoCapacity = "no_capacity",
        /// The client moved away, or is no longer a client.
        Moved = "moved",
        /// A worry about safety.
        Safety = "safety",
        /// A consent ended or was withdrawn.
        ConsentEnded = "consent_ended",
        /// Rather not say.
        NotSaid = "not_said",
    }
}

impl ClosingReason {
    /// The reasons a person can choose from; the program alone sets the others.
    pub fn choices() -> impl Iterator<Item = Self> {
        Self::ALL
            .iter()
            .copied()
            .filter(|reason| *reason != Self::ConsentEnded)
    }

    /// For how long a pair that was declined for this reason is not suggested again.
    pub const fn parking(self) -> Parking {
        match self {
            Self::NotNow | Self::NotSaid => Parking::Days(30),
            Self::NoCapacity => Parking::Days(60),
            Self::NeedMet | Self::ClientSaidNo => Parking::Days(180),
            Self::TooFar | Self::Moved => Parking::Days(365),
            Self::NotSuitable | Self::Safety => Parking::ForGood,
            Self::ConsentEnded => Parking::Days(0),
        }
    }
}

/// How long a declined pair rests.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Parking {
    /// For so many days from the no on.
    Days(i64),
    /// It is never suggested again.
    ForGood,
}

words! {
    /// Who made the first contact between the two people.
    pub enum FirstContact {
        /// The asker's client (or the asker).
        AskerParty = "asker_party",
        /// The owner's client (or the owner).
        OwnerParty = "owner_party",
        /// The helpers brought them together.
        Helpers = "helpers",
    }
}

words! {
    /// Yes, no, or not known yet.
    pub enum YesNo {
        /// Yes.
        Yes = "yes",
        /// No.
        No = "no",
        /// Not known yet.
        Unknown = "unknown",
    }
}

words! {
    /// Whether it helped.
    pub enum Helpful {
        /// It helped.
        Yes = "yes",
        /// It helped a little.
        Partly = "partly",
        /// It did not help.
        No = "no",
        /// It did harm.
        Harm = "harm",
    }
}
