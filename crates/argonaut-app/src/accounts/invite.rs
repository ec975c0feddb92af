//! Invitations to register: made by helpers, and by the program for the first
//! administrator. A link is shown once; only its token's hash is kept.

use argonaut_domain::audit::Deed;
use argonaut_domain::clock::Timestamp;
use argonaut_domain::ids::InvitationId;
use argonaut_domain::safety::SocialAct;
use argonaut_store::{Invitation, StoreError};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use rand::Rng as _;
use sha2::{Digest as _, Sha256};
use thiserror::Error;

use crate::app::App;
use crate::error::{Kind, Trouble};
use crate::safety;
use crate::who::SignedIn;

/// Days an invitation can be used.
pub const INVITATION_DAYS: i64 = 14;

/// A link that was just made: shown once.
#[derive(Clone, Debug)]
pub struct InvitationLink {
    /// The invitation.
    pub invitation: Invitation,
    /// The secret part of the link: `/join/{token}`.
    pub token: String,
}

/// Why an invitation could not be made.
#[derive(Debug, Error)]
pub enum MakeError {
    /// A moderator's decision keeps them from inviting until then.
    #[error("limited by a decision")]
    Limited(Timestamp),
    /// Our own trouble.
    #[error(transparent)]
    Trouble(#[from] Trouble),
}

impl MakeError {
    /// The kind of failure.
    pub const fn kind(&self) -> Kind {
        match self {
            Self::Limited(_) => Kind::Forbidden,
            Self::Trouble(trouble) => trouble.kind(),
        }
    }
}

/// Why an invitation could not be taken back.
#[derive(Debug, Error)]
pub enum RevokeError {
    /// It is not theirs, was used, or was taken back already.
    #[error("no such open invitation")]
    NotFound,
    /// Our own trouble.
    #[error(transparent)]
    Trouble(#[from] Trouble),
}

impl RevokeError {
    /// The kind of failure.
    pub const fn kind(&self) -> Kind {
        match self {
            Self::NotFound => Kind::NotFound,
            Self::Trouble(trouble) => trouble.kind(),
        }
    }
}

fn hash(token: &str) -> Vec<u8> {
    let mut hasher = Sha256::new();
    hasher.update(b"argonaut invitation v1\0");
    hasher.update(token.as_bytes());
    hasher.finalize().to_vec()
}

fn fresh(app: &App, who: Option<&SignedIn>, makes_admin: bool, days: i64) -> InvitationLink {
    let now = app.now();
    let mut rng = app.rng();
    let mut bytes = [0u8; 32];
    rng.fill_bytes(&mut bytes);
    let invitation = Invitation {
        id: InvitationId::ordered(now, &mut rng),
        made_by: who.map(SignedIn::helper),
        makes_admin,
        created: now,
        expires: now.plus_days(days),
        used_by: None,
        revoked: None,
    };
    InvitationLink {
        invitation,
        token: URL_SAFE_NO_PAD.encode(bytes),
    }
}

/// The open invitation behind a token.
pub(crate) async fn open(app: &App, token: Option<&str>) -> Result<Option<Invitation>, Trouble> {
    let Some(token) = token else { return Ok(None) };
    let found = app.store.read().await?.invitation(&hash(token)).await?;
    Ok(found.filter(|invitation| invitation.is_open(app.now())))
}

/// Makes an invitation.
///
/// # Errors
/// When storage fails.
pub async fn make(app: &App, who: &SignedIn) -> Result<InvitationLink, MakeError> {
    let link = fresh(app, Some(who), false, INVITATION_DAYS);
    let mut write = app.store.write().await.map_err(Trouble::from)?;
    let may = safety::may_act(&mut write, who.helper(), SocialAct::Invite, app.now()).await?;
    if let Err(until) = may {
        return Err(MakeError::Limited(until));
    }
    write
        .insert_invitation(&link.invitation, &hash(&link.token))
        .await
        .map_err(Trouble::from)?;
    write
        .commit(&[app.entry(
            Some(who.helper()),
            Deed::InvitationMade,
            link.invitation.id.uuid(),
        )])
        .await
        .map_err(Trouble::from)?;
    Ok(link)
}

/// Makes an invitation from the command line.
///
/// # Errors
/// When storage fails.
pub async fn make_from_console(app: &App) -> Result<InvitationLink, Trouble> {
    let link = fresh(app, None, false, INVITATION_DAYS);
    let mut write = app.store.write().await?;
    write
        .insert_invitation(&link.invitation, &hash(&link.token))
        .await?;
    write
        .commit(&[app.entry(None, Deed::InvitationMade, link.invitation.id.uuid())])
        .await?;
    Ok(link)
}

/// A helper's invitations, latest first.
///
/// # Errors
/// When storage fails.
pub async fn list(app: &App, who: &SignedIn) -> Result<Vec<Invitation>, Trouble> {
    Ok(app.store.read().await?.invitations_of(who.helper()).await?)
}

/// Takes an invitation back.
///
/// # Errors
/// [`RevokeError::NotFound`] when it is not theirs or not open any more.
pub async fn revoke(app: &App, who: &SignedIn, id: InvitationId) -> Result<(), RevokeError> {
    let mut write = app.store.write().await.map_err(Trouble::from)?;
    match write.revoke_invitation(id, who.helper(), app.now()).await {
        Ok(()) => {}
        Err(StoreError::Stale) => return Err(RevokeError::NotFound),
        Err(error) => return Err(RevokeError::Trouble(error.into())),
    }
    let entry = app.entry(Some(who.helper()), Deed::InvitationRevoked, id.uuid());
    write.commit(&[entry]).await.map_err(Trouble::from)?;
    Ok(())
}

/// The one-time link for the first administrator of an empty instance; a new
/// one ends those before it. `None` when there are accounts already.
///
/// # Errors
/// When storage fails.
pub async fn set_up(app: &App) -> Result<Option<InvitationLink>, Trouble> {
    let mut write = app.store.write().await?;
    if write.helper_count().await? > 0 {
        return Ok(None);
    }
    let link = fresh(app, None, true, 7);
    write.revoke_setup_links(app.now()).await?;
    write
        .insert_invitation(&link.invitation, &hash(&link.token))
        .await?;
    write
        .commit(&[app.entry(None, Deed::InvitationMade, link.invitation.id.uuid())])
        .await?;
    Ok(Some(link))
}
