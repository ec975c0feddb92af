//! What an invitation says about the one who is invited. Holds no link and no token.

use crate::word::words;

words! {
    /// How far the inviter speaks for whoever comes with their link; in rising order.
    /// The codes are those of a vouch's levels.
    pub enum InvitedAs {
        /// "I know them."
        Know = "know",
        /// "I have worked with them."
        Worked = "worked",
        /// "I would send my mother to them."
        Mother = "mother",
    }
}

/// The longest greeting, in characters.
pub const MOST_GREETING: usize = 280;
/// So many invitations may be made within a day.
pub const INVITATIONS_A_DAY: usize = 20;
