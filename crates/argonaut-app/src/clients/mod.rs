//! Clients: recording, opening, changing, listing, archiving, erasing.

pub mod archive;
pub mod change;
pub mod check;
pub mod erase;
pub mod export;
pub mod import;
pub mod list;
pub mod note;
pub mod open;
pub mod record;
pub mod retain;

use argonaut_domain::access::{self, Granted};
use argonaut_domain::ids::ClientId;
use argonaut_store::{Read, StoreError};

use crate::error::{Kind, Trouble};
use crate::opener::RecordTrouble;
use crate::who::SignedIn;

/// Why something could not be done with a client's record.
#[derive(Debug, thiserror::Error)]
pub enum ClientError {
    /// No such client, or not theirs: the two look the same.
    #[error("no such client")]
    NotFound,
    /// They may open the record, but only the lead or a deputy may do this.
    #[error("only the lead helper or a deputy may do this")]
    NotTheLead,
    /// It changed since the page was opened.
    #[error("the record changed in the meantime")]
    Changed,
    /// Some fields cannot be kept as they are.
    #[error("some fields cannot be kept")]
    Invalid(Vec<argonaut_privacy::dossier::Invalid>),
    /// The record cannot be believed as it is in storage.
    #[error("the record is not as it was kept: {0}")]
    Troubled(RecordTrouble),
    /// Our own trouble.
    #[error(transparent)]
    Trouble(#[from] Trouble),
}

impl ClientError {
    /// The kind of failure.
    pub const fn kind(&self) -> Kind {
        match self {
            Self::NotFound => Kind::NotFound,
            Self::NotTheLead => Kind::Forbidden,
            Self::Changed | Self::Troubled(_) => Kind::Conflict,
            Self::Invalid(_) => Kind::Invalid,
            Self::Trouble(trouble) => trouble.kind(),
        }
    }
}

impl From<StoreError> for ClientError {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Stale => Self::Changed,
            StoreError::Conflict(_)
            | StoreError::Damaged(_)
            | StoreError::Unavailable(_)
            | StoreError::Migration(_) => Self::Trouble(error.into()),
        }
    }
}

/// The right to open a client's record.
pub(crate) async fn may_open(
    read: &mut Read,
    who: &SignedIn,
    client: ClientId,
) -> Result<Granted<ClientId>, ClientError> {
    let seat = read.membership(client, who.helper()).await?;
    access::open_client(&who.actor, seat.as_ref()).ok_or(ClientError::NotFound)
}

/// The right to share, archive or erase a client's record.
pub(crate) async fn may_answer_for(
    read: &mut Read,
    who: &SignedIn,
    client: ClientId,
) -> Result<Granted<ClientId>, ClientError> {
    let seat = read.membership(client, who.helper()).await?;
    access::open_client(&who.actor, seat.as_ref()).ok_or(ClientError::NotFound)?;
    access::answer_for_client(&who.actor, seat.as_ref()).ok_or(ClientError::NotTheLead)
}

/// The right to say who reads a client's record.
pub(crate) async fn may_govern(
    read: &mut Read,
    who: &SignedIn,
    client: ClientId,
) -> Result<Granted<ClientId>, ClientError> {
    let seat = read.membership(client, who.helper()).await?;
    access::open_client(&who.actor, seat.as_ref()).ok_or(ClientError::NotFound)?;
    access::govern_circle(&who.actor, seat.as_ref()).ok_or(ClientError::NotTheLead)
}
