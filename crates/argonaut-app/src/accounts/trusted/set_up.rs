//! Choosing trusted contacts, changing and ending it, and stopping a request that was not one's
//! own.

use std::collections::BTreeSet;

use argonaut_domain::audit::Deed;
use argonaut_domain::clock::Timestamp;
use argonaut_domain::ids::HelperId;
use argonaut_domain::notice::NoticeKind;
use argonaut_privacy::vault::VaultError;
use argonaut_store::{StoreError, Write};
use secrecy::SecretString;
use thiserror::Error;

use super::{FEWEST, LOWEST_THRESHOLD, MOST, make};
use crate::accounts::keys;
use crate::app::{App, TooBusy};
use crate::contacts;
use crate::error::{Kind, Trouble};
use crate::matches::tell;
use crate::people::Face;
use crate::sealing;
use crate::who::SignedIn;

/// How things stand.
pub struct State {
    /// The making in force, if there is one.
    pub made: Option<Made>,
    /// Contacts who can be chosen, by name.
    pub contacts: Vec<Face>,
    /// When somebody asked to come back as this helper, for each open request.
    pub asked: Vec<Timestamp>,
    /// Days between asking and a new password.
    pub wait_days: i64,
}

/// A making of shares in force.
pub struct Made {
    /// Who holds a share.
    pub holders: Vec<HelperId>,
    /// How many of them are needed.
    pub threshold: usize,
    /// When it was made.
    pub at: Timestamp,
    /// Whether a holder left since, so that it wants making anew.
    pub outdated: bool,
}

/// Why it could not be set up or ended.
#[derive(Debug, Error)]
pub enum SetUpError {
    /// Fewer than three or more than seven contacts, or somebody who is no contact.
    #[error("three to seven contacts are needed")]
    WrongNumber,
    /// The threshold is under two or above the number of contacts.
    #[error("the threshold does not fit")]
    WrongThreshold,
    /// The stored key of this contact is not the one that was pinned.
    #[error("a contact's key has changed")]
    KeyChanged(HelperId),
    /// The password is another one.
    #[error("the password is wrong")]
    WrongPassword,
    /// There is nothing to end.
    #[error("there is nothing to end")]
    NothingThere,
    /// Too much at once.
    #[error("too busy")]
    Busy(u32),
    /// Our own trouble.
    #[error(transparent)]
    Trouble(#[from] Trouble),
}

impl SetUpError {
    /// The kind of failure.
    pub const fn kind(&self) -> Kind {
        match self {
            Self::WrongNumber | Self::WrongThreshold | Self::WrongPassword => Kind::Invalid,
            Self::KeyChanged(_) | Self::NothingThere => Kind::Conflict,
            Self::Busy(retry_after) => Kind::Busy {
                retry_after: *retry_after,
            },
            Self::Trouble(trouble) => trouble.kind(),
        }
    }
}

impl From<TooBusy> for SetUpError {
    fn from(busy: TooBusy) -> Self {
        Self::Busy(busy.retry_after)
    }
}

impl From<StoreError> for SetUpError {
    fn from(error: StoreError) -> Self {
        Self::Trouble(error.into())
    }
}

/// How things stand.
///
/// # Errors
/// When storage fails.
pub async fn state(app: &App, who: &SignedIn) -> Result<State, Trouble> {
    let contacts = contacts::list::list(app, who).await?.accepted;
    let mut read = app.store.read().await?;
    let made = match read.recovery_set(who.helper()).await? {
        Some(set) => Some(Made {
            holders: read.share_holders(who.helper()).await?,
            threshold: usize::try_from(set.threshold).unwrap_or(0),
            at: set.made,
            outdated: set.outdated,
        }),
        None => None,
    };
    let asked = read
        .open_requests(who.helper(), app.now())
        .await?
        .iter()
        .map(|request| request.asked)
        .collect();
    Ok(State {
        made,
        contacts,
        asked,
        wait_days: app.door.wait_days,
    })
}

/// Gives shares to these contacts, in place of those before.
///
/// # Errors
/// See [`SetUpError`].
pub async fn set_up(
    app: &App,
    who: &SignedIn,
    password: SecretString,
    holders: &[HelperId],
    threshold: usize,
) -> Result<(), SetUpError> {
    let chosen: BTreeSet<HelperId> = holders.iter().copied().collect();
    let contacts: BTreeSet<HelperId> = contacts::list::list(app, who)
        .await?
        .accepted
        .into_iter()
        .map(|face| face.id)
        .collect();
    if !(FEWEST..=MOST).contains(&chosen.len()) || !chosen.is_subset(&contacts) {
        return Err(SetUpError::WrongNumber);
    }
    if !(LOWEST_THRESHOLD..=chosen.len()).contains(&threshold) {
        return Err(SetUpError::WrongThreshold);
    }
    if !keys::is_password(app, who.helper(), password).await?? {
        return Err(SetUpError::WrongPassword);
    }
    let mut write = app.store.write().await?;
    let before: BTreeSet<HelperId> = write
        .share_holders(who.helper())
        .await?
        .into_iter()
        .collect();
    let mut keys = Vec::with_capacity(chosen.len());
    for holder in &chosen {
        let key = async {
            sealing::pin(app, &mut write, who, *holder).await?;
            sealing::known_key(&mut write, who, *holder).await
        };
        match key.await {
            Ok(key) => keys.push(key),
            Err(Trouble::Vault(VaultError::KeyChanged)) => {
                return Err(SetUpError::KeyChanged(*holder));
            }
            Err(error) => return Err(error.into()),
        }
    }
    let (set, shares) = make::make(app, &who.keys, &keys, threshold)?;
    write
        .replace_recovery_set(who.helper(), &set, &shares)
        .await?;
    for holder in chosen.difference(&before) {
        let subject = who.helper().uuid();
        tell(app, &mut write, *holder, NoticeKind::ShareHeld, subject).await?;
    }
    let subject = who.helper().uuid();
    Ok(write
        .commit(&[app.entry(Some(who.helper()), Deed::RecoveryContactsSet, subject)])
        .await?)
}

/// Ends it: the shares open nothing from then on.
///
/// # Errors
/// [`SetUpError::NothingThere`] when there is nothing to end.
pub async fn end(app: &App, who: &SignedIn) -> Result<(), SetUpError> {
    let mut write = app.store.write().await?;
    if !write.end_recovery_set(who.helper(), app.now()).await? {
        return Err(SetUpError::NothingThere);
    }
    let subject = who.helper().uuid();
    Ok(write
        .commit(&[app.entry(Some(who.helper()), Deed::RecoveryContactsEnded, subject)])
        .await?)
}

/// Stops every open request to come back as this helper.
///
/// # Errors
/// [`SetUpError::NothingThere`] when there is none.
pub async fn stop(app: &App, who: &SignedIn) -> Result<(), SetUpError> {
    let mut write = app.store.write().await?;
    if write.end_requests(who.helper(), app.now()).await? == 0 {
        return Err(SetUpError::NothingThere);
    }
    let subject = who.helper().uuid();
    Ok(write
        .commit(&[app.entry(Some(who.helper()), Deed::RecoveryStopped, subject)])
        .await?)
}

/// Two helpers are contacts no more: neither keeps a share of the other. Whoever loses a
/// holder is told to make shares anew.
pub(crate) async fn contact_ended(
    app: &App,
    write: &mut Write,
    one: HelperId,
    other: HelperId,
) -> Result<(), Trouble> {
    for (owner, holder) in [(one, other), (other, one)] {
        if write.drop_share(owner, holder).await? {
            let kind = NoticeKind::SharesOutdated;
            tell(app, write, owner, kind, owner.uuid()).await?;
        }
    }
    Ok(())
}
