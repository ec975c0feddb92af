//! A signed-in helper, as every use case takes them: who they are to the
//! access rules, and the keys that open their clients' records.

use std::sync::Arc;

use argonaut_domain::access::Actor;
use argonaut_domain::clock::Timestamp;
use argonaut_domain::ids::{HelperId, SessionId};
use argonaut_domain::locale::Locale;
use argonaut_privacy::vault::{HelperKeys, SessionToken};

/// A helper with a running session.
#[derive(Clone)]
pub struct SignedIn {
    /// Who, to the access rules.
    pub actor: Actor,
    /// Which session.
    pub session: SessionId,
    /// Their name, for the page's head.
    pub name: String,
    /// Their choice of screen language, if they made one.
    pub locale: Option<Locale>,
    pub(crate) keys: Arc<HelperKeys>,
}

impl SignedIn {
    /// Who.
    pub const fn helper(&self) -> HelperId {
        self.actor.helper()
    }
}

/// A session that has just begun: the token goes into the cookie, and nowhere else.
pub struct NewSession {
    /// The cookie's value.
    pub token: SessionToken,
    /// When the session ends by itself.
    pub expires: Timestamp,
    /// Who signed in.
    pub who: SignedIn,
}
