//! Erasing a client for good: the keys are shredded, the record is deleted, and
//! the write-ahead log is emptied.

use argonaut_domain::audit::Deed;
use argonaut_domain::ids::ClientId;
use thiserror::Error;

use super::open::unseal;
use super::{ClientError, may_answer_for};
use crate::app::App;
use crate::consents::stop;
use crate::error::{Kind, Trouble};
use crate::memory;
use crate::who::SignedIn;

/// Why a client could not be erased.
#[derive(Debug, Error)]
pub enum EraseError {
    /// The typed name is not the client's.
    #[error("the typed name is another one")]
    NotConfirmed,
    /// As with any record.
    #[error(transparent)]
    Client(#[from] ClientError),
}

impl EraseError {
    /// The kind of failure.
    pub const fn kind(&self) -> Kind {
        match self {
            Self::NotConfirmed => Kind::Invalid,
            Self::Client(error) => error.kind(),
        }
    }
}

impl From<Trouble> for EraseError {
    fn from(trouble: Trouble) -> Self {
        Self::Client(trouble.into())
    }
}

/// Erases a client, if `typed` is the name on the record (case and outer
/// spaces aside).
///
/// # Errors
/// [`EraseError::NotConfirmed`] when another name was typed.
pub async fn erase(app: &App, who: &SignedIn, id: ClientId, typed: &str) -> Result<(), EraseError> {
    let mut write = app.store.write().await.map_err(ClientError::from)?;
    let granted = may_answer_for(&mut write, who, id).await?;
    let (_, dossier) = unseal(&mut write, who, &granted).await?;
    if dossier.get().name().trim().to_lowercase() != typed.trim().to_lowercase() {
        return Err(EraseError::NotConfirmed);
    }
    let mut deeds = vec![app.entry(Some(who.helper()), Deed::ClientErased, id.uuid())];
    let stopped = stop::flows(app, &mut write, &granted, Some(who.helper())).await;
    deeds.extend(stopped.map_err(EraseError::from)?);
    write
        .erase_client(&granted)
        .await
        .map_err(ClientError::from)?;
    memory::amend(app, &mut write, who, |memory| {
        memory.forget(id);
        Ok(())
    })
    .await?;
    write.commit(&deeds).await.map_err(ClientError::from)?;
    app.store.flush().await.map_err(Trouble::from)?;
    app.refresh().await?;
    Ok(())
}
