//! A copy of one's key for the organisation, sealed to a key that is kept off the instance:
//! each helper's own choice, off unless they make it, taken back at any time.

use argonaut_domain::audit::Deed;
use argonaut_domain::clock::Timestamp;
use argonaut_domain::helper::{Handle, Standing};
use argonaut_domain::ids::DepositId;
use argonaut_domain::notice::NoticeKind;
use argonaut_privacy::vault::{OrganisationKeys, PublicKey, Sealed, SessionToken, VaultError};
use argonaut_store::{DepositKind, DepositRow, OrganisationCopy, StoreError};
use secrecy::SecretString;
use thiserror::Error;

use super::{keys, reset};
use crate::app::{App, TooBusy};
use crate::error::{Kind, Trouble};
use crate::matches::tell;
use crate::who::SignedIn;

/// How things stand.
pub struct State {
    /// Whether this instance has such a key at all.
    pub offered: bool,
    /// When this helper sealed a copy, if they did.
    pub since: Option<Timestamp>,
    /// Whether that copy is for a key that is in force no more.
    pub outdated: bool,
}

/// Why a copy could not be made or used.
#[derive(Debug, Error)]
pub enum OrganisationError {
    /// This instance has no such key.
    #[error("this instance has no recovery key")]
    NotOffered,
    /// The password is another one.
    #[error("the password is wrong")]
    WrongPassword,
    /// No active helper has this handle.
    #[error("no active helper has this handle")]
    NoSuchHelper,
    /// This helper never gave the organisation a copy, or took it back.
    #[error("this helper gave the organisation no copy of their key")]
    NoCopy,
    /// The copy was sealed to another key than this one.
    #[error("the copy does not open with this key")]
    AnotherKey,
    /// Too much at once.
    #[error("too busy")]
    Busy(u32),
    /// Our own trouble.
    #[error(transparent)]
    Trouble(#[from] Trouble),
}

impl OrganisationError {
    /// The kind of failure.
    pub const fn kind(&self) -> Kind {
        match self {
            Self::WrongPassword => Kind::Invalid,
            Self::NotOffered | Self::NoSuchHelper | Self::NoCopy => Kind::NotFound,
            Self::AnotherKey => Kind::Conflict,
            Self::Busy(retry_after) => Kind::Busy {
                retry_after: *retry_after,
            },
            Self::Trouble(trouble) => trouble.kind(),
        }
    }
}

impl From<TooBusy> for OrganisationError {
    fn from(busy: TooBusy) -> Self {
        Self::Busy(busy.retry_after)
    }
}

impl From<StoreError> for OrganisationError {
    fn from(error: StoreError) -> Self {
        Self::Trouble(error.into())
    }
}

/// How things stand for this helper.
///
/// # Errors
/// When storage fails.
pub async fn state(app: &App, who: &SignedIn) -> Result<State, Trouble> {
    let copy = app
        .store
        .read()
        .await?
        .organisation_copy(who.helper())
        .await?;
    let name = app.door.organisation.map(|key| key.name());
    Ok(State {
        offered: name.is_some(),
        since: copy.as_ref().map(|copy| copy.made),
        outdated: copy.is_some_and(|copy| Some(copy.key_name) != name),
    })
}

/// Seals a copy of one's key to the organisation's key.
///
/// # Errors
/// See [`OrganisationError`].
pub async fn give(
    app: &App,
    who: &SignedIn,
    password: SecretString,
) -> Result<(), OrganisationError> {
    let key = app.door.organisation.ok_or(OrganisationError::NotOffered)?;
    if !keys::is_password(app, who.helper(), password).await?? {
        return Err(OrganisationError::WrongPassword);
    }
    let sealed = who
        .keys
        .seal_to_organisation(&key, &mut app.rng())
        .map_err(Trouble::from)?;
    let copy = OrganisationCopy {
        key_name: key.name(),
        sealed_key: sealed.into_bytes(),
        made: app.now(),
    };
    let mut write = app.store.write().await?;
    write.put_organisation_copy(who.helper(), &copy).await?;
    let subject = who.helper().uuid();
    Ok(write
        .commit(&[app.entry(Some(who.helper()), Deed::OrganisationCopyMade, subject)])
        .await?)
}

/// Takes the copy back.
///
/// # Errors
/// [`OrganisationError::NoCopy`] when there is none.
pub async fn take_back(app: &App, who: &SignedIn) -> Result<(), OrganisationError> {
    let mut write = app.store.write().await?;
    if !write.end_organisation_copy(who.helper()).await? {
        return Err(OrganisationError::NoCopy);
    }
    let subject = who.helper().uuid();
    Ok(write
        .commit(&[app.entry(Some(who.helper()), Deed::OrganisationCopyEnded, subject)])
        .await?)
}

/// Makes a one-time link for a helper with the organisation's key, from the command line. The
/// helper is told, and it stands in the log.
///
/// # Errors
/// See [`OrganisationError`].
pub async fn make_link(
    app: &App,
    handle: &str,
    organisation: &OrganisationKeys,
) -> Result<SessionToken, OrganisationError> {
    let handle = Handle::parse(handle).map_err(|_| OrganisationError::NoSuchHelper)?;
    let mut read = app.store.read().await?;
    let helper = read
        .helper_by_handle(&handle)
        .await?
        .filter(|helper| helper.standing == Standing::Active)
        .ok_or(OrganisationError::NoSuchHelper)?;
    let id = helper.id;
    let row = read
        .helper_keys(id)
        .await?
        .ok_or(OrganisationError::NoSuchHelper)?;
    let copy = read
        .organisation_copy(id)
        .await?
        .ok_or(OrganisationError::NoCopy)?;
    drop(read);
    let public = PublicKey::from_bytes(&row.public_key).map_err(Trouble::from)?;
    let sealed = Sealed::from_bytes(copy.sealed_key);
    let opened = match organisation.open(*id.bytes(), &public, &sealed) {
        Ok(keys) => keys,
        Err(VaultError::Damaged) => return Err(OrganisationError::AnotherKey),
        Err(error) => return Err(Trouble::from(error).into()),
    };
    let now = app.now();
    let mut rng = app.rng();
    let token = SessionToken::generate(&mut rng);
    let mut deposit = DepositRow {
        id: DepositId::ordered(now, &mut rng),
        helper: id,
        sealed_key: Vec::new(),
        sealed_note: None,
        expires: now.plus_days(reset::LINK_DAYS),
    };
    deposit.sealed_key = app
        .server_key
        .deposit(&token, &reset::binding(&deposit), &opened, &mut rng)
        .map_err(Trouble::from)?
        .into_bytes();
    let mut write = app.store.write().await?;
    write
        .insert_deposit(
            DepositKind::ResetLink,
            &deposit,
            token.token_hash().as_bytes(),
            now,
        )
        .await?;
    let kind = NoticeKind::ResetLinkMade;
    tell(app, &mut write, id, kind, id.uuid()).await?;
    write
        .commit(&[app.entry(None, Deed::ResetLinkMade, id.uuid())])
        .await?;
    Ok(token)
}
