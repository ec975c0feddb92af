//! Invitations to register: made by helpers, and by the program for the first
//! administrator. A link is shown once; only its token's hash is kept.

use argonaut_domain::audit::{AuditEntry, Deed};
use argonaut_domain::clock::Timestamp;
use argonaut_domain::helper::Standing;
use argonaut_domain::ids::{HelperId, InvitationId};
use argonaut_domain::invitation::{INVITATIONS_A_DAY, InvitedAs, MOST_GREETING};
use argonaut_domain::notice::NoticeKind;
use argonaut_domain::safety::SocialAct;
use argonaut_domain::trust::VouchLevel;
pub use argonaut_store::Invitation;
use argonaut_store::{StoreError, Write};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use rand::Rng as _;
use sha2::{Digest as _, Sha256};
use thiserror::Error;

use crate::app::App;
use crate::error::{Kind, Trouble};
use crate::matches::tell;
use crate::safety;
use crate::trust::vouch_on_arrival;
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

/// What an invitation says beside its link.
#[derive(Clone, Debug, Default)]
pub struct Words {
    /// How far the inviter speaks for whoever comes.
    pub level: Option<InvitedAs>,
    /// A few words, already looked at for what they tell of others.
    pub greeting: String,
    /// Whether the inviter wishes to become contacts.
    pub befriend: bool,
}

/// Why an invitation could not be made.
#[derive(Debug, Error)]
pub enum InviteError {
    /// The greeting is too long.
    #[error("the greeting is too long")]
    TooLong,
    /// So many were made within a day.
    #[error("too many invitations in a day")]
    TooMany,
    /// A moderator's decision keeps them from inviting until then.
    #[error("limited by a decision")]
    Limited(Timestamp),
    /// Our own trouble.
    #[error(transparent)]
    Trouble(#[from] Trouble),
}

impl InviteError {
    /// The kind of failure.
    pub const fn kind(&self) -> Kind {
        match self {
            Self::TooLong => Kind::Invalid,
            Self::TooMany => Kind::Conflict,
            Self::Limited(_) => Kind::Forbidden,
            Self::Trouble(trouble) => trouble.kind(),
        }
    }
}

impl From<StoreError> for InviteError {
    fn from(error: StoreError) -> Self {
        Self::Trouble(error.into())
    }
}

/// What the one who opens an invitation's link is told.
#[derive(Clone, Debug)]
pub struct Greeting {
    /// Who invites.
    pub name: String,
    /// Their words; may be empty.
    pub words: String,
    /// Whether they wish to become contacts.
    pub befriend: bool,
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
        level: None,
        greeting: String::new(),
        befriend: false,
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

/// Who invites with this token, and what they say; `None` when nobody does.
///
/// # Errors
/// When storage fails.
pub async fn greeting(app: &App, token: Option<&str>) -> Result<Option<Greeting>, Trouble> {
    let Some(invitation) = open(app, token).await? else {
        return Ok(None);
    };
    let world = app.world();
    let inviter = invitation.made_by.and_then(|id| world.helpers.get(&id));
    Ok(inviter
        .filter(|helper| helper.standing == Standing::Active)
        .map(|helper| Greeting {
            name: helper.name.clone(),
            words: invitation.greeting.clone(),
            befriend: invitation.befriend,
        }))
}

/// The two become contacts, in the transaction in which the invited one arrives: the
/// inviter wished it when they made the link, the newcomer just now. The inviter's vouch
/// comes with it, where they gave one.
pub(crate) async fn befriend(
    app: &App,
    write: &mut Write,
    invitation: &Invitation,
    newcomer: HelperId,
) -> Result<Vec<AuditEntry>, Trouble> {
    let world = app.world();
    let inviter = invitation.made_by.and_then(|id| world.helpers.get(&id));
    let Some(inviter) = inviter.filter(|of| invitation.befriend && of.standing == Standing::Active)
    else {
        return Ok(Vec::new());
    };
    let now = app.now();
    write.ask_contact(inviter.id, newcomer, now).await?;
    write.accept_contact(newcomer, inviter.id, now).await?;
    tell(
        app,
        write,
        inviter.id,
        NoticeKind::ContactAccepted,
        newcomer.uuid(),
    )
    .await?;
    let mut entries = vec![app.entry(Some(newcomer), Deed::ContactAccepted, inviter.id.uuid())];
    if let Some(level) = invitation.level {
        entries.extend(vouch_on_arrival(app, write, inviter.id, newcomer, said(level)).await?);
    }
    Ok(entries)
}

/// What an invitation says, as a vouch.
const fn said(level: InvitedAs) -> VouchLevel {
    match level {
        InvitedAs::Know => VouchLevel::Know,
        InvitedAs::Worked => VouchLevel::Worked,
        InvitedAs::Mother => VouchLevel::Mother,
    }
}

/// Makes an invitation that says nothing but its link.
///
/// # Errors
/// See [`InviteError`].
pub async fn make(app: &App, who: &SignedIn) -> Result<InvitationLink, InviteError> {
    make_with(app, who, Words::default()).await
}

/// Makes an invitation. A vouch goes with contact alone: without it nothing is said.
///
/// # Errors
/// See [`InviteError`].
pub async fn make_with(
    app: &App,
    who: &SignedIn,
    words: Words,
) -> Result<InvitationLink, InviteError> {
    let greeting = words.greeting.trim();
    if greeting.chars().count() > MOST_GREETING {
        return Err(InviteError::TooLong);
    }
    let mut link = fresh(app, Some(who), false, INVITATION_DAYS);
    link.invitation.level = words.level.filter(|_| words.befriend);
    greeting.clone_into(&mut link.invitation.greeting);
    link.invitation.befriend = words.befriend;
    let mut write = app.store.write().await?;
    let day = app.now().plus_days(-1);
    let made = write.invitations_since(who.helper(), day).await?;
    if usize::try_from(made).unwrap_or(usize::MAX) >= INVITATIONS_A_DAY {
        return Err(InviteError::TooMany);
    }
    let may = safety::may_act(&mut write, who.helper(), SocialAct::Invite, app.now()).await?;
    if let Err(until) = may {
        return Err(InviteError::Limited(until));
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
