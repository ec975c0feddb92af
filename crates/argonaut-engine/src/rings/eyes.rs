//! Whose eyes a ring needs: those of everybody who answers for a member.

use argonaut_domain::ids::HelperId;

use crate::context::Context;

/// The eyes of all owners, for one search of rings. Answers must not change
/// while it runs.
pub trait Eyes: Sync {
    /// The eyes of a helper; `None` where they take no part in rings now
    /// (suspended, or they do not want any).
    fn of(&self, helper: HelperId) -> Option<&dyn Context>;
}
