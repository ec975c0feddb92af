//! Referrals: a client is sent on to a service or to somebody else, asked about again, and
//! closed with what came of it. They lie in the sealed record, and whoever opens the record
//! may write them.

use argonaut_domain::ids::{ClientId, ServiceId};
use argonaut_domain::referral::{LOOK_AGAIN_DAYS, ReferralResult, ReferralWay};
use argonaut_domain::taxonomy::TermId;
use argonaut_privacy::dossier::{Closed, Private, Referral, Referrals};
use jiff::civil::Date;

use crate::app::App;
use crate::clients::ClientError;
use crate::clients::change::edit_if;
use crate::error::Kind;
use crate::suggestions::service_by_id;
use crate::who::SignedIn;

/// Why a referral could not be kept.
#[derive(Debug, thiserror::Error)]
pub enum ReferralError {
    /// It does not say to whom.
    #[error("say to whom the client was sent on")]
    Nowhere,
    /// No such referral.
    #[error("no such referral")]
    NotThere,
    /// Not theirs, or it does not fit.
    #[error(transparent)]
    Client(#[from] ClientError),
}

impl ReferralError {
    /// The kind of failure.
    pub const fn kind(&self) -> Kind {
        match self {
            Self::Nowhere => Kind::Invalid,
            Self::NotThere => Kind::NotFound,
            Self::Client(error) => error.kind(),
        }
    }
}

/// A referral as it is typed.
#[derive(Clone, Debug)]
pub struct NewReferral {
    /// To whom; may stay empty for a directory service.
    pub to: Private,
    /// Which directory service.
    pub service: Option<ServiceId>,
    /// For which need.
    pub need: Option<TermId>,
    /// How.
    pub way: ReferralWay,
    /// What is worth knowing.
    pub words: Private,
    /// When to ask how it went; usually in [`LOOK_AGAIN_DAYS`] days.
    pub look_again: Option<Date>,
}

async fn change(
    app: &App,
    who: &SignedIn,
    id: ClientId,
    edit: impl FnOnce(&mut Referrals) -> bool,
) -> Result<(), ReferralError> {
    if edit_if(app, who, id, None, |dossier| edit(&mut dossier.referrals)).await? {
        Ok(())
    } else {
        Err(ReferralError::NotThere)
    }
}

/// Notes that a client was sent on. The number it gets among the client's referrals.
///
/// # Errors
/// [`ReferralError::Nowhere`] when it does not say to whom.
pub async fn refer(
    app: &App,
    who: &SignedIn,
    id: ClientId,
    new: NewReferral,
) -> Result<u32, ReferralError> {
    let now = app.now();
    // One that left the directory meanwhile keeps its name, where one was typed.
    let service = new.service.and_then(|service| service_by_id(app, service));
    let to = match (&service, new.to.is_empty()) {
        (Some(service), true) => Private::from(service.name.as_str()),
        (_, _) => new.to,
    };
    if to.is_empty() {
        return Err(ReferralError::Nowhere);
    }
    let look_again = new
        .look_again
        .or_else(|| Some(now.plus_days(LOOK_AGAIN_DAYS).date()));
    let referral = Referral {
        id: 0,
        to,
        service: service.map(|service| service.id),
        need: new.need,
        way: new.way,
        words: new.words,
        made: now.date(),
        by: who.helper(),
        look_again,
        closed: None,
    };
    let mut number = 0;
    change(app, who, id, |referrals| {
        number = referrals.add(referral);
        true
    })
    .await?;
    Ok(number)
}

/// Closes a referral with what came of it.
///
/// # Errors
/// [`ReferralError::NotThere`] without such a referral.
pub async fn close(
    app: &App,
    who: &SignedIn,
    id: ClientId,
    number: u32,
    (result, words): (ReferralResult, Private),
) -> Result<(), ReferralError> {
    let on = app.now().date();
    change(app, who, id, |referrals| {
        referrals.change(number, |one| {
            one.closed = Some(Closed { on, result, words });
        })
    })
    .await
}

/// Asks about an open referral again later; a closed one is open again.
///
/// # Errors
/// [`ReferralError::NotThere`] without such a referral.
pub async fn look_again(
    app: &App,
    who: &SignedIn,
    id: ClientId,
    number: u32,
) -> Result<(), ReferralError> {
    let day = app.now().plus_days(LOOK_AGAIN_DAYS).date();
    change(app, who, id, |referrals| {
        referrals.change(number, |one| {
            one.look_again = Some(day);
            one.closed = None;
        })
    })
    .await
}

/// Takes a referral out of the record.
///
/// # Errors
/// [`ReferralError::NotThere`] without such a referral.
pub async fn remove(
    app: &App,
    who: &SignedIn,
    id: ClientId,
    number: u32,
) -> Result<(), ReferralError> {
    change(app, who, id, |referrals| referrals.remove(number)).await
}
