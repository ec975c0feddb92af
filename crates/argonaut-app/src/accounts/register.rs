//! Signing up: name, handle, password; keys are made, and the recovery code is
//! shown once.

use argonaut_domain::audit::Deed;
use argonaut_domain::helper::{BadHandle, Handle, Helper, Profile, Standing};
use argonaut_domain::ids::{HelperId, NotificationId};
use argonaut_domain::locale::Locale;
use argonaut_domain::notice::{Notice, NoticeKind};
use argonaut_privacy::vault::RecoveryCode;
use argonaut_store::{Invitation, NewHelper, StoreError};
use secrecy::SecretString;
use thiserror::Error;

use super::invite;
use super::keys::{self, PasswordProblem};
use super::registration::{self, Registration};
use super::session;
use crate::app::{App, TooBusy};
use crate::error::{Kind, Trouble};
use crate::limits::{self, Act, TooMany};
use crate::who::NewSession;

/// What a newcomer typed.
pub struct NewAccount {
    /// The name others see.
    pub name: String,
    /// The short name.
    pub handle: String,
    /// The password.
    pub password: SecretString,
    /// The token of an invitation link.
    pub invitation: Option<String>,
    /// The language of the screens they signed up in.
    pub locale: Option<Locale>,
    /// The kind of browser, in a few words.
    pub device: String,
    /// Whether they wish to become contacts with whoever invited them.
    pub befriend: bool,
}

/// An account that was made.
pub struct Registered {
    /// To print: the only way back in without the password.
    pub recovery_code: RecoveryCode,
    /// The session that began; `None` while the account waits for approval.
    pub session: Option<NewSession>,
}

/// What a newcomer may do right now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Door {
    /// Sign up, and start.
    Open,
    /// Sign up, and wait for approval.
    Approval,
    /// Not without an invitation.
    InvitationNeeded,
    /// Not at all.
    Closed,
}

/// Why an account could not be made.
#[derive(Debug, Error)]
pub enum RegisterError {
    /// No name was given, or it is longer than 80 characters.
    #[error("the name is missing or too long")]
    BadName,
    /// The handle cannot be used.
    #[error(transparent)]
    BadHandle(#[from] BadHandle),
    /// Somebody else has the handle.
    #[error("the handle is taken")]
    HandleTaken,
    /// The password is too weak.
    #[error("the password is too weak")]
    Password(PasswordProblem),
    /// A question of this site is not answered, or too long: which, from 0 on.
    #[error("a question is not answered")]
    AnswerMissing(usize),
    /// Nobody can sign up now.
    #[error("registration is closed")]
    Closed,
    /// An invitation is needed, and there is none that can be used.
    #[error("an invitation is needed")]
    InvitationNeeded,
    /// Too many sign up at once.
    #[error("too busy")]
    Busy(u32),
    /// Our own trouble.
    #[error(transparent)]
    Trouble(#[from] Trouble),
}

impl RegisterError {
    /// The kind of failure.
    pub const fn kind(&self) -> Kind {
        match self {
            Self::BadName | Self::BadHandle(_) | Self::Password(_) | Self::AnswerMissing(_) => {
                Kind::Invalid
            }
            Self::HandleTaken => Kind::Conflict,
            Self::Closed | Self::InvitationNeeded => Kind::Forbidden,
            Self::Busy(retry_after) => Kind::Busy {
                retry_after: *retry_after,
            },
            Self::Trouble(trouble) => trouble.kind(),
        }
    }
}

impl From<TooBusy> for RegisterError {
    fn from(busy: TooBusy) -> Self {
        Self::Busy(busy.retry_after)
    }
}

impl From<TooMany> for RegisterError {
    fn from(too_many: TooMany) -> Self {
        Self::Busy(too_many.retry_after)
    }
}

impl From<StoreError> for RegisterError {
    fn from(error: StoreError) -> Self {
        Self::Trouble(error.into())
    }
}

/// Whether somebody with this invitation token (or none) may sign up.
///
/// # Errors
/// When storage fails.
pub async fn door(app: &App, invitation: Option<&str>) -> Result<Door, Trouble> {
    if invite::open(app, invitation).await?.is_some() {
        return Ok(Door::Open);
    }
    Ok(match registration::current(app).await? {
        Registration::Open => Door::Open,
        Registration::Approval => Door::Approval,
        Registration::Invitation => Door::InvitationNeeded,
        Registration::Closed => Door::Closed,
    })
}

/// Makes an account.
///
/// # Errors
/// See [`RegisterError`]; nothing is kept then.
pub async fn register(app: &App, new: NewAccount) -> Result<Registered, RegisterError> {
    register_answering(app, new, &[]).await
}

/// Makes an account of somebody who may have to answer this site's questions, in their order.
///
/// # Errors
/// See [`RegisterError`]; nothing is kept then.
pub async fn register_answering(
    app: &App,
    new: NewAccount,
    answers: &[String],
) -> Result<Registered, RegisterError> {
    let name = new.name.trim().to_owned();
    if name.is_empty() || name.chars().count() > 80 {
        return Err(RegisterError::BadName);
    }
    let handle = Handle::parse(&new.handle)?;
    limits::take(app, None, Act::Registration).await?;
    app.kdf.has_room_for_strangers()?;
    keys::judge(&new.password, &[&name, handle.as_str()]).map_err(RegisterError::Password)?;
    let invitation = invite::open(app, new.invitation.as_deref()).await?;
    let standing = match (&invitation, registration::current(app).await?) {
        (Some(_), _) | (None, Registration::Open) => Standing::Active,
        (None, Registration::Approval) => Standing::Pending,
        (None, Registration::Invitation) => return Err(RegisterError::InvitationNeeded),
        (None, Registration::Closed) => return Err(RegisterError::Closed),
    };
    let answered = match standing {
        Standing::Pending => answered(app, answers).await?,
        Standing::Active | Standing::Suspended => Vec::new(),
    };
    if app
        .store
        .read()
        .await?
        .helper_by_handle(&handle)
        .await?
        .is_some()
    {
        return Err(RegisterError::HandleTaken);
    }
    let now = app.now();
    let id = HelperId::ordered(now, &mut app.rng());
    let made = keys::create(app, id, new.password).await??;
    let helper = Helper {
        id,
        name: name.clone(),
        handle,
        standing,
        is_admin: invitation.as_ref().is_some_and(|open| open.makes_admin),
        profile: Profile::default(),
        version: 1,
    };
    let befriend = invitation.as_ref().filter(|_| new.befriend);
    keep(
        app,
        &helper,
        &made.row,
        (invitation.as_ref(), befriend),
        (new.locale, &answered),
    )
    .await?;
    app.refresh().await?;
    let session = match standing {
        Standing::Active => {
            let account = session::Account {
                helper: id,
                name,
                is_admin: helper.is_admin,
                locale: new.locale,
            };
            Some(session::begin(app, account, made.keys, &new.device).await?)
        }
        Standing::Pending | Standing::Suspended => None,
    };
    Ok(Registered {
        recovery_code: made.recovery_code,
        session,
    })
}

/// The site's questions with what was answered to each.
async fn answered(app: &App, answers: &[String]) -> Result<Vec<(String, String)>, RegisterError> {
    let questions = registration::questions(app).await?;
    let mut answered = Vec::with_capacity(questions.len());
    for (place, question) in questions.into_iter().enumerate() {
        let answer = answers.get(place).map(|answer| answer.trim());
        let answer = answer
            .filter(|answer| {
                let length = answer.chars().count();
                length > 0 && length <= registration::LONGEST_ANSWER
            })
            .ok_or(RegisterError::AnswerMissing(place))?;
        answered.push((question, answer.to_owned()));
    }
    Ok(answered)
}

async fn keep(
    app: &App,
    helper: &Helper,
    row: &argonaut_store::HelperKeysRow,
    (invitation, befriend): (Option<&Invitation>, Option<&Invitation>),
    (locale, answered): (Option<Locale>, &[(String, String)]),
) -> Result<(), RegisterError> {
    let now = app.now();
    let mut write = app.store.write().await?;
    let new = NewHelper {
        helper: helper.clone(),
        keys: row.clone(),
        locale: locale.map(|locale| locale.code().to_owned()),
        created: now,
    };
    write
        .insert_helper(&new)
        .await
        .map_err(|error| match error {
            StoreError::Conflict(_) => RegisterError::HandleTaken,
            other @ (StoreError::Stale
            | StoreError::Damaged(_)
            | StoreError::Unavailable(_)
            | StoreError::Migration(_)) => RegisterError::Trouble(other.into()),
        })?;
    if let Some(invitation) = invitation {
        write
            .use_invitation(invitation.id, helper.id, now)
            .await
            .map_err(|error| match error {
                StoreError::Stale => RegisterError::InvitationNeeded,
                other @ (StoreError::Conflict(_)
                | StoreError::Damaged(_)
                | StoreError::Unavailable(_)
                | StoreError::Migration(_)) => RegisterError::Trouble(other.into()),
            })?;
    }
    if helper.standing == Standing::Pending {
        write.keep_answers(helper.id, answered).await?;
        for admin in write.administrators().await? {
            let id = NotificationId::ordered(now, &mut app.rng());
            let notice = Notice {
                id,
                to: admin,
                kind: NoticeKind::ApprovalWaiting,
                subject: helper.id.uuid(),
                at: now,
                read: None,
            };
            write.insert_notice(&notice).await?;
        }
    }
    let mut entries = vec![app.entry(Some(helper.id), Deed::AccountCreated, helper.id.uuid())];
    if let Some(invitation) = befriend {
        entries.extend(invite::befriend(app, &mut write, invitation, helper.id).await?);
    }
    Ok(write.commit(&entries).await?)
}
