//! Clients' links: made and ended by helpers; read and answered by clients, who
//! have no account. What a link shows is sealed under its token, so every act
//! of a client begins with the token and nothing else.

pub mod act;
pub mod code;
pub mod make;
pub mod mine;
pub mod page;
pub mod requests;

use argonaut_domain::access::{self, Granted};
use argonaut_domain::card::CardContent;
use argonaut_domain::consent::ReleasedField;
use argonaut_domain::ids::ClientId;
use argonaut_domain::link::ClientLink;
use argonaut_privacy::dossier::{Dossier, Private, Released};
use argonaut_privacy::vault::{LinkBinding, LinkToken, VaultError};
use argonaut_store::{LinkRow, Read, StoreError};
use serde::{Deserialize, Serialize};

use crate::app::{App, TooBusy};
use crate::error::{Kind, Trouble};
use crate::who::SignedIn;

/// What a link's page shows, as it stood when the link was made: the helper
/// looked at it and chose to show it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Shown {
    /// The name of the helper who made it.
    pub helper: Private,
    /// What the helper calls the client.
    pub client: Private,
    /// What it is about.
    pub about: About,
}

/// What a link is about.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum About {
    /// A card may be shared: as a stranger would see it.
    Share {
        /// `None` when the gate lets none through at present.
        card: Option<CardContent>,
    },
    /// An introduction.
    Introduce {
        /// The other helper, who receives what is told.
        recipient: Private,
        /// What would be told, by field.
        fields: Vec<ReleasedField>,
        /// What would be told, word by word.
        released: Box<Released>,
        /// The other person's card; never their name. `None` when it is gone.
        theirs: Option<CardContent>,
        /// Whether the other helper would help in person.
        in_person: bool,
    },
    /// What is kept about the client.
    See {
        /// The record. Its notes are there only when the helper chose so.
        record: Box<Dossier>,
        /// Whether there are notes that are not shown.
        more_notes: bool,
    },
}

/// Why something could not be done by a client's link.
#[derive(Debug, thiserror::Error)]
pub enum LinkError {
    /// Wrong, ended, ended early, or its helper is no longer there: all the same.
    #[error("no such link")]
    Ended,
    /// It made more changes than a client would, or the words are too long.
    #[error("the link may do no more")]
    TooMuch,
    /// Nothing is asked any more: somebody was faster.
    #[error("nothing is asked any more")]
    Over,
    /// Too many codes were tried, or too many wait for the slow hash.
    #[error("too busy")]
    Busy(u32),
    /// Our own trouble.
    #[error(transparent)]
    Trouble(#[from] Trouble),
}

impl LinkError {
    /// The kind of failure.
    pub const fn kind(&self) -> Kind {
        match self {
            Self::Ended => Kind::NotFound,
            Self::TooMuch => Kind::Invalid,
            Self::Over => Kind::Conflict,
            Self::Busy(retry_after) => Kind::Busy {
                retry_after: *retry_after,
            },
            Self::Trouble(trouble) => trouble.kind(),
        }
    }
}

impl From<StoreError> for LinkError {
    fn from(error: StoreError) -> Self {
        Self::Trouble(error.into())
    }
}

impl From<VaultError> for LinkError {
    fn from(error: VaultError) -> Self {
        Self::Trouble(error.into())
    }
}

impl From<TooBusy> for LinkError {
    fn from(busy: TooBusy) -> Self {
        Self::Busy(busy.retry_after)
    }
}

/// What a link's seals are bound to.
pub(crate) fn binding(link: &ClientLink) -> LinkBinding {
    LinkBinding {
        link: *link.id.bytes(),
        client: *link.client.bytes(),
        made_by: *link.made_by.bytes(),
        ends_at_micros: link.ends.micros(),
    }
}

/// Words that a client sealed by a link, for the helper who made it; `None` for anybody else.
pub(crate) fn words_by_link(
    who: &SignedIn,
    link: &LinkRow,
    id: &[u8; 16],
    sealed: &[u8],
) -> Option<String> {
    if link.link.made_by != who.helper() {
        return None;
    }
    let (token, _) = mine::secrets(who, link).ok()?;
    let sealed = argonaut_privacy::vault::Sealed::from_bytes(sealed.to_vec());
    let bytes = token.open_words(&binding(&link.link), id, &sealed).ok()?;
    std::str::from_utf8(&bytes).ok().map(str::to_owned)
}

/// A link that its holder showed, and what it lets them do.
pub(crate) struct Held {
    pub(crate) token: LinkToken,
    pub(crate) row: LinkRow,
    pub(crate) granted: Granted<ClientId>,
    pub(crate) shown: Shown,
}

/// Reads the link behind a token. Everything that is wrong looks the same.
pub(crate) async fn held(app: &App, read: &mut Read, token: &str) -> Result<Held, LinkError> {
    let token = LinkToken::parse(token).map_err(|_| LinkError::Ended)?;
    let row = read
        .link_by_token(token.token_hash().as_bytes())
        .await?
        .ok_or(LinkError::Ended)?;
    let link = &row.link;
    let maker = read.helper(link.made_by).await?.ok_or(LinkError::Ended)?;
    let seat = read.membership(link.client, link.made_by).await?;
    let granted = access::act_by_link(link, maker.standing, seat.as_ref(), app.now())
        .ok_or(LinkError::Ended)?;
    let sealed = argonaut_privacy::vault::Sealed::from_bytes(row.shown.clone());
    // An edited row does not open: to its holder it has ended.
    let bytes = token
        .open_page(&binding(link), &sealed)
        .map_err(|_| LinkError::Ended)?;
    let shown = serde_json::from_slice(&bytes)
        .map_err(|_| Trouble::Bug("what a link shows cannot be read".to_owned()))?;
    Ok(Held {
        token,
        granted,
        shown,
        row,
    })
}
