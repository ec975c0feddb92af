//! Referrals: a client sent on to a service or somebody else who can help. How it was done,
//! and what came of it. Never whom or why: that is sealed.

use crate::word::words;

words! {
    /// How a client was sent on.
    pub enum ReferralWay {
        /// They were given the address, and go by themselves.
        Told = "told",
        /// The helper called or wrote for them.
        Asked = "asked",
        /// Both went, or called, together.
        Together = "together",
    }
}

words! {
    /// What came of it.
    pub enum ReferralResult {
        /// They got what they needed.
        Served = "served",
        /// They got some of it.
        Partly = "partly",
        /// They are on a waiting list.
        WaitingList = "waiting_list",
        /// They were not among those who are served there.
        NotEligible = "not_eligible",
        /// There was no room.
        Full = "full",
        /// Nobody answered there.
        NoAnswer = "no_answer",
        /// They did not go.
        DidNotGo = "did_not_go",
        /// Something else.
        Other = "other",
    }
}

impl ReferralResult {
    /// Whether the need that stood behind it is still there.
    pub const fn leaves_the_need(self) -> bool {
        match self {
            Self::Served => false,
            Self::Partly
            | Self::WaitingList
            | Self::NotEligible
            | Self::Full
            | Self::NoAnswer
            | Self::DidNotGo
            | Self::Other => true,
        }
    }
}

/// Days after which a referral is asked about, unless the helper says another day.
pub const LOOK_AGAIN_DAYS: i64 = 14;
