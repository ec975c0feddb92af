//! What a trusted contact sees and does: whose shares they hold, who asks, and handing one over
//! after comparing the number by another channel.

use argonaut_domain::audit::Deed;
use argonaut_domain::clock::Timestamp;
use argonaut_domain::ids::HelperId;
use argonaut_privacy::vault::{PublicKey, RescueNumber, Sealed, Share};
use argonaut_store::StoreError;
use thiserror::Error;

use super::{binding, exchange};
use crate::app::App;
use crate::contacts;
use crate::error::{Kind, Trouble};
use crate::sealing;
use crate::who::SignedIn;

/// A share that this helper holds.
pub struct Held {
    /// Whose recovery it is for.
    pub owner: HelperId,
    /// Their name.
    pub name: String,
    /// When it was given.
    pub since: Timestamp,
    /// When somebody last asked to come back as them, if a request is open.
    pub asked: Option<Timestamp>,
}

/// Why a share was not handed over.
#[derive(Debug, Error)]
pub enum HandOverError {
    /// This helper holds no share of theirs.
    #[error("no such share")]
    NotFound,
    /// No open request has this number: a typing mistake, or somebody else's request.
    #[error("no open request has this number")]
    WrongNumber,
    /// Our own trouble.
    #[error(transparent)]
    Trouble(#[from] Trouble),
}

impl HandOverError {
    /// The kind of failure.
    pub const fn kind(&self) -> Kind {
        match self {
            Self::NotFound => Kind::NotFound,
            Self::WrongNumber => Kind::Invalid,
            Self::Trouble(trouble) => trouble.kind(),
        }
    }
}

impl From<StoreError> for HandOverError {
    fn from(error: StoreError) -> Self {
        Self::Trouble(error.into())
    }
}

/// The shares that this helper holds, those first for which somebody asks.
///
/// # Errors
/// When storage fails.
pub async fn list(app: &App, who: &SignedIn) -> Result<Vec<Held>, Trouble> {
    let known = contacts::list::list(app, who).await?.accepted;
    let mut read = app.store.read().await?;
    let mut list = Vec::new();
    for share in read.shares_held(who.helper()).await? {
        // Whoever may not be met (suspended, blocked) is not shown.
        let Some(face) = known.iter().find(|face| face.id == share.owner) else {
            continue;
        };
        let requests = read.open_requests(share.owner, app.now()).await?;
        list.push(Held {
            owner: share.owner,
            name: face.name.clone(),
            since: share.made,
            asked: requests.first().map(|request| request.asked),
        });
    }
    list.sort_by_key(|held| held.asked.is_none());
    Ok(list)
}

/// Hands the share over to the request whose number the person in need read out.
///
/// # Errors
/// See [`HandOverError`].
pub async fn hand_over(
    app: &App,
    who: &SignedIn,
    owner: HelperId,
    number: &str,
) -> Result<(), HandOverError> {
    let mut write = app.store.write().await?;
    let share = write
        .shares_held(who.helper())
        .await?
        .into_iter()
        .find(|share| share.owner == owner)
        .ok_or(HandOverError::NotFound)?;
    let number = RescueNumber::parse(number).ok_or(HandOverError::WrongNumber)?;
    let mut fitting = Vec::new();
    for request in write.open_requests(owner, app.now()).await? {
        let public = PublicKey::from_bytes(&request.public_key).map_err(Trouble::from)?;
        let compared = app.server_key.check_number(
            number,
            &binding(request.id, request.helper, request.ready),
            &public,
        );
        fitting.extend(compared.map(|key| (request, key)));
    }
    // Two requests with one number: the person has to ask again.
    let [(request, compared)] = fitting.as_slice() else {
        return Err(HandOverError::WrongNumber);
    };
    if request.set != share.set {
        return Err(HandOverError::WrongNumber);
    }
    let from = sealing::known_key(&mut write, who, owner).await?;
    let opened = who
        .keys
        .open_from(
            &from,
            &exchange(share.share),
            &Sealed::from_bytes(share.for_holder),
        )
        .map_err(Trouble::from)?;
    let part = Share::from_bytes(&opened).map_err(Trouble::from)?;
    let sealed = who
        .keys
        .hand_over(&part, compared, &mut app.rng())
        .map_err(Trouble::from)?;
    write
        .approve_request(request.id, who.helper(), sealed.as_bytes(), app.now())
        .await?;
    Ok(write
        .commit(&[app.entry(Some(who.helper()), Deed::RecoveryApproved, owner.uuid())])
        .await?)
}
