//! Coming back with the help of trusted contacts, without password or recovery code. From
//! outside nobody can tell which handles exist, or who has such contacts.

use argonaut_domain::audit::Deed;
use argonaut_domain::clock::Timestamp;
use argonaut_domain::helper::{Handle, Standing};
use argonaut_domain::ids::{HelperId, RecoveryRequestId};
use argonaut_domain::notice::NoticeKind;
use argonaut_privacy::vault::{PublicKey, RescueKeys, Sealed, SessionToken, VaultError, rebuild};
use argonaut_store::{RequestRow, SetRow, StoreError, Write};
use secrecy::SecretString;
use thiserror::Error;
use uuid::Uuid;

use super::{FEWEST, binding, make};
use crate::accounts::keys::{self, PasswordProblem};
use crate::accounts::recover::{Recovered, begin_again};
use crate::app::{App, TooBusy};
use crate::error::{Kind, Trouble};
use crate::matches::tell;
use crate::sealing;
use crate::who::SignedIn;

/// Days after which a request lapses, counted from the end of the waiting time.
const OPEN_DAYS: i64 = 14;

/// A request that was just made.
pub struct Asked {
    /// The cookie's value: without it nothing comes back.
    pub token: SessionToken,
    /// When it lapses.
    pub expires: Timestamp,
}

/// How a request stands, for whoever made it.
pub struct Request {
    /// The number to read to the contacts.
    pub number: String,
    /// When the waiting time is over.
    pub ready: Timestamp,
    /// How many contacts have helped.
    pub helped: usize,
    /// Whether they are enough.
    pub enough: bool,
    /// Whether the waiting time is over.
    pub waited: bool,
    /// Whether it was stopped or used.
    pub ended: bool,
}

/// Why a new password could not be set.
#[derive(Debug, Error)]
pub enum ComeBackError {
    /// There is no such request, it has ended, or contacts and time are still missing.
    #[error("it is not time yet")]
    NotYet,
    /// The new password is too weak.
    #[error("the password is too weak")]
    Weak(PasswordProblem),
    /// What the contacts handed over does not open the account.
    #[error("the shares do not open the account")]
    DoesNotOpen,
    /// Too much at once.
    #[error("too busy")]
    Busy(u32),
    /// Our own trouble.
    #[error(transparent)]
    Trouble(#[from] Trouble),
}

impl ComeBackError {
    /// The kind of failure.
    pub const fn kind(&self) -> Kind {
        match self {
            Self::Weak(_) => Kind::Invalid,
            Self::NotYet | Self::DoesNotOpen => Kind::Conflict,
            Self::Busy(retry_after) => Kind::Busy {
                retry_after: *retry_after,
            },
            Self::Trouble(trouble) => trouble.kind(),
        }
    }
}

impl From<TooBusy> for ComeBackError {
    fn from(busy: TooBusy) -> Self {
        Self::Busy(busy.retry_after)
    }
}

impl From<StoreError> for ComeBackError {
    fn from(error: StoreError) -> Self {
        Self::Trouble(error.into())
    }
}

/// Asks. The same happens for a handle that nobody has; contacts and owner are told a little
/// later, so that the time of the answer tells nothing either.
///
/// # Errors
/// When storage fails.
pub async fn ask(app: &App, handle: &str) -> Result<Asked, Trouble> {
    let now = app.now();
    let mut rng = app.rng();
    let token = SessionToken::generate(&mut rng);
    let id = RecoveryRequestId::random(&mut rng);
    let ready = now.plus_days(app.door.wait_days);
    let expires = ready.plus_days(OPEN_DAYS);
    let pair = RescueKeys::generate(&mut rng);
    let mut write = app.store.write().await?;
    let (helper, set) = whose(&mut write, handle).await?;
    let binding = binding(id, helper, ready);
    let sealed = pair.seal(&app.server_key, &token, &binding, &mut rng)?;
    let row = RequestRow {
        id,
        helper,
        set: set.map_or_else(Uuid::nil, |set| set.id),
        public_key: pair.public().as_bytes().to_vec(),
        sealed_key: sealed.into_bytes(),
        asked: now,
        ready,
        expires,
        ended: None,
    };
    write
        .insert_request(&row, token.token_hash().as_bytes())
        .await?;
    let subject = helper.map_or_else(Uuid::nil, HelperId::uuid);
    write
        .commit(&[app.entry(None, Deed::RecoveryAsked, subject)])
        .await?;
    Ok(Asked { token, expires })
}

/// Who can come back under this handle so. The same questions are asked in every case.
async fn whose(
    write: &mut Write,
    handle: &str,
) -> Result<(Option<HelperId>, Option<SetRow>), Trouble> {
    let found = match Handle::parse(handle) {
        Ok(handle) => write.helper_by_handle(&handle).await?,
        Err(_) => None,
    };
    let active = found
        .filter(|helper| helper.standing == Standing::Active)
        .map(|helper| helper.id);
    let set = write
        .recovery_set(active.unwrap_or_else(|| HelperId::from_uuid(Uuid::nil())))
        .await?;
    Ok((active.filter(|_| set.is_some()), set))
}

/// How the request of a cookie stands; `None` when there is none.
///
/// # Errors
/// When storage fails.
pub async fn standing(app: &App, cookie: &str) -> Result<Option<Request>, Trouble> {
    let Some(Mine { row, pair, .. }) = mine(app, cookie).await? else {
        return Ok(None);
    };
    let mut read = app.store.read().await?;
    let helped = read.approvals(row.id).await?.len();
    let threshold = match row.helper {
        Some(helper) => read.recovery_set(helper).await?.map(|set| set.threshold),
        None => None,
    };
    let enough = threshold
        .and_then(|threshold| usize::try_from(threshold).ok())
        .is_some_and(|threshold| helped >= threshold);
    Ok(Some(Request {
        number: app
            .server_key
            .number(&binding(row.id, row.helper, row.ready), pair.public())
            .to_string(),
        ready: row.ready,
        helped,
        enough,
        waited: app.now() >= row.ready,
        ended: row.ended.is_some(),
    }))
}

/// Sets a new password once enough contacts have helped and the time is over. The shares are
/// made anew for the same contacts, since these were opened.
///
/// # Errors
/// See [`ComeBackError`].
pub async fn finish(
    app: &App,
    cookie: &str,
    new: SecretString,
    device: &str,
) -> Result<Recovered, ComeBackError> {
    let mine = mine(app, cookie).await?.ok_or(ComeBackError::NotYet)?;
    let id = mine.row.helper.ok_or(ComeBackError::NotYet)?;
    if mine.row.ended.is_some() || app.now() < mine.row.ready {
        return Err(ComeBackError::NotYet);
    }
    let mut read = app.store.read().await?;
    let helper = read.helper(id).await?.ok_or(ComeBackError::NotYet)?;
    let row = read.helper_keys(id).await?.ok_or(ComeBackError::NotYet)?;
    let set = read
        .recovery_set(id)
        .await?
        .filter(|set| set.id == mine.row.set)
        .ok_or(ComeBackError::NotYet)?;
    let approvals = read.approvals(mine.row.id).await?;
    drop(read);
    let threshold = usize::try_from(set.threshold).unwrap_or(usize::MAX);
    if helper.standing != Standing::Active || approvals.len() < threshold {
        return Err(ComeBackError::NotYet);
    }
    keys::judge(&new, &[&helper.name, helper.handle.as_str()]).map_err(ComeBackError::Weak)?;
    let mut shares = Vec::with_capacity(approvals.len());
    for approval in &approvals {
        let public = PublicKey::from_bytes(&approval.holder_key).map_err(Trouble::from)?;
        let sealed = Sealed::from_bytes(approval.sealed_share.clone());
        let received = mine.pair.receive(
            mine.row.id.bytes(),
            approval.holder.bytes(),
            &public,
            &sealed,
        );
        // A share that does not open is one that does not count.
        shares.extend(received.ok());
    }
    let public = PublicKey::from_bytes(&row.public_key).map_err(Trouble::from)?;
    let sealed = Sealed::from_bytes(set.sealed_key.clone());
    let opened = rebuild(
        &shares,
        threshold,
        set.id.as_bytes(),
        *id.bytes(),
        &public,
        &sealed,
    )
    .map_err(|error| {
        tracing::warn!(%error, "the shares of a recovery do not open the account");
        ComeBackError::DoesNotOpen
    })?;
    let seals = keys::seal_anew(app, opened, new).await??;
    let mut write = app.store.write().await?;
    write.end_request(mine.row.id, app.now()).await?;
    keys::keep_anew(&mut write, id, &row, &seals).await?;
    // The shares were opened: until there are new ones, they want making anew.
    write.recovery_set_outdated(id).await?;
    tell(app, &mut write, id, NoticeKind::AccountRecovered, id.uuid()).await?;
    write
        .commit(&[app.entry(Some(id), Deed::RecoveredByContacts, id.uuid())])
        .await?;
    let back: Recovered = begin_again::<Trouble>(app, helper, seals, device).await?;
    if let Err(error) = share_again(app, &back.session.who, threshold).await {
        // The way back worked; the page of trusted contacts asks to choose anew.
        tracing::warn!(%error, "shares could not be made anew after a recovery");
    }
    Ok(back)
}

/// New shares for the same contacts, as far as their keys are the known ones.
async fn share_again(app: &App, who: &SignedIn, threshold: usize) -> Result<(), Trouble> {
    let id = who.helper();
    let mut write = app.store.write().await?;
    let before = write.share_holders(id).await?;
    let mut holders = Vec::with_capacity(before.len());
    for holder in &before {
        match sealing::known_key(&mut write, who, *holder).await {
            Ok(key) => holders.push(key),
            Err(Trouble::Vault(VaultError::KeyChanged)) => {}
            Err(error) => return Err(error),
        }
    }
    let complete = holders.len() == before.len() && holders.len() >= FEWEST;
    if holders.len() >= FEWEST.max(threshold) {
        let (mut set, shares) = make::make(app, &who.keys, &holders, threshold)?;
        set.outdated = !complete;
        write.replace_recovery_set(id, &set, &shares).await?;
    } else {
        write.end_recovery_set(id, app.now()).await?;
    }
    if !complete {
        tell(app, &mut write, id, NoticeKind::SharesOutdated, id.uuid()).await?;
    }
    Ok(write
        .commit(&[app.entry(Some(id), Deed::RecoveryContactsSet, id.uuid())])
        .await?)
}

/// A request, found by its cookie.
struct Mine {
    row: RequestRow,
    pair: RescueKeys,
}

async fn mine(app: &App, cookie: &str) -> Result<Option<Mine>, Trouble> {
    let Ok(token) = SessionToken::parse(cookie) else {
        return Ok(None);
    };
    let hash = token.token_hash();
    let found = app
        .store
        .read()
        .await?
        .recovery_request(hash.as_bytes(), app.now())
        .await?;
    let Some(row) = found else { return Ok(None) };
    let sealed = Sealed::from_bytes(row.sealed_key.clone());
    let binding = binding(row.id, row.helper, row.ready);
    match RescueKeys::open(&app.server_key, &token, &binding, &sealed) {
        Ok(pair) => Ok(Some(Mine { row, pair })),
        Err(error) => {
            tracing::warn!(request = %row.id, %error, "a request does not fit its token");
            Ok(None)
        }
    }
}
