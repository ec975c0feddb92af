//! API tokens: made, listed, revoked, and turned into a caller whose type says what it may.
//! What is sealed stays closed, unless the token was given a record scope.

use std::sync::Arc;

use argonaut_domain::access::{Actor, HelperFacts};
use argonaut_domain::audit::Deed;
use argonaut_domain::clock::Timestamp;
use argonaut_domain::ids::{ApiTokenId, HelperId, SessionId};
use argonaut_domain::locale::Locale;
use argonaut_domain::notice::{Notice, NoticeKind};
use argonaut_privacy::vault::{Deposit, DepositKind as Purpose, PublicKey, Sealed, SessionToken};
use argonaut_store::{ApiTokenRow, StoreError};
use secrecy::SecretString;
use thiserror::Error;
use uuid::Uuid;

use super::keys;
use crate::app::{App, TooBusy};
use crate::error::{Kind, Trouble};
use crate::matches::tell;
use crate::who::SignedIn;

/// What every token begins with, so that one that leaks is recognised.
const PREFIX: &str = "argonaut_";
/// How many running tokens one helper may have.
pub const MOST_TOKENS: usize = 20;
/// For how many days a token may be made at most.
pub const MOST_DAYS: i64 = 366;
/// Minutes between two notes that a token is in use.
const TOUCH_MINUTES: i64 = 30;

/// What a token may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Scope {
    /// Read what is not sealed.
    Read,
    /// Change what is not sealed.
    Write,
    /// Open clients' records.
    Records,
}

impl Scope {
    /// Every scope.
    pub const ALL: [Self; 3] = [Self::Read, Self::Write, Self::Records];

    /// The code, as stored and sent in forms.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::Write => "write",
            Self::Records => "records",
        }
    }

    fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|scope| scope.code() == code)
    }
}

/// A token, for the list of them.
#[derive(Clone, Debug)]
pub struct Token {
    /// Which.
    pub id: ApiTokenId,
    /// What its maker calls it.
    pub name: String,
    /// What it may do.
    pub scopes: Vec<Scope>,
    /// When it ends.
    pub expires: Timestamp,
    /// When it was last used, to the half hour.
    pub used: Option<Timestamp>,
}

/// What is wanted of a new token.
pub struct NewToken {
    /// What its maker calls it.
    pub name: String,
    /// What it may do.
    pub scopes: Vec<Scope>,
    /// For how many days.
    pub days: i64,
    /// The password, once more.
    pub password: SecretString,
}

/// Why a token could not be made or revoked.
#[derive(Debug, Error)]
pub enum TokenError {
    /// It needs a name of at most 60 characters.
    #[error("the token needs a name")]
    NoName,
    /// It needs at least one scope.
    #[error("the token needs a scope")]
    NoScope,
    /// It may last from one day to a year.
    #[error("the token's end does not do")]
    BadEnd,
    /// There are twenty already.
    #[error("there are too many tokens")]
    TooMany,
    /// The password is another one.
    #[error("the password is wrong")]
    WrongPassword,
    /// It is not theirs, or not there any more.
    #[error("no such token")]
    NotFound,
    /// Too much at once.
    #[error("too busy")]
    Busy(u32),
    /// Our own trouble.
    #[error(transparent)]
    Trouble(#[from] Trouble),
}

impl TokenError {
    /// The kind of failure.
    pub const fn kind(&self) -> Kind {
        match self {
            Self::NoName | Self::NoScope | Self::BadEnd | Self::TooMany | Self::WrongPassword => {
                Kind::Invalid
            }
            Self::NotFound => Kind::NotFound,
            Self::Busy(retry_after) => Kind::Busy {
                retry_after: *retry_after,
            },
            Self::Trouble(trouble) => trouble.kind(),
        }
    }
}

impl From<TooBusy> for TokenError {
    fn from(busy: TooBusy) -> Self {
        Self::Busy(busy.retry_after)
    }
}

impl From<StoreError> for TokenError {
    fn from(error: StoreError) -> Self {
        Self::Trouble(error.into())
    }
}

/// The helper's running tokens, latest made first.
///
/// # Errors
/// When storage fails.
pub async fn list(app: &App, who: &SignedIn) -> Result<Vec<Token>, Trouble> {
    let rows = app
        .store
        .read()
        .await?
        .api_tokens_of(who.helper(), app.now())
        .await?;
    Ok(rows
        .into_iter()
        .map(|row| Token {
            id: row.id,
            scopes: scopes(&row.scopes),
            name: row.name,
            expires: row.expires,
            used: row.used,
        })
        .collect())
}

/// Makes a token; its text is shown once.
///
/// # Errors
/// See [`TokenError`].
pub async fn make(app: &App, who: &SignedIn, new: NewToken) -> Result<String, TokenError> {
    let name = new.name.trim();
    if name.is_empty() || name.chars().count() > 60 {
        return Err(TokenError::NoName);
    }
    let scopes: Vec<&str> = Scope::ALL
        .into_iter()
        .filter(|scope| new.scopes.contains(scope))
        .map(Scope::code)
        .collect();
    if scopes.is_empty() {
        return Err(TokenError::NoScope);
    }
    if !(1..=MOST_DAYS).contains(&new.days) {
        return Err(TokenError::BadEnd);
    }
    if list(app, who).await?.len() >= MOST_TOKENS {
        return Err(TokenError::TooMany);
    }
    if !keys::is_password(app, who.helper(), new.password).await?? {
        return Err(TokenError::WrongPassword);
    }
    let scopes = scopes.join(" ");
    let now = app.now();
    let expires = now.plus_days(new.days);
    let mut rng = app.rng();
    let id = ApiTokenId::ordered(now, &mut rng);
    let token = SessionToken::generate(&mut rng);
    let sealed_key = if new.scopes.contains(&Scope::Records) {
        let binding = binding(id, who.helper(), expires, &scopes);
        let sealed = app
            .server_key
            .deposit(&token, &binding, &who.keys, &mut rng)
            .map_err(Trouble::from)?;
        Some(sealed.into_bytes())
    } else {
        None
    };
    let mut write = app.store.write().await?;
    let hash = token.token_hash();
    write
        .insert_api_token(
            id,
            who.helper(),
            name,
            &scopes,
            hash.as_bytes(),
            sealed_key,
            now,
            expires,
        )
        .await?;
    let kind = NoticeKind::ApiTokenMade;
    let subject = who.helper().uuid();
    tell(app, &mut write, who.helper(), kind, subject).await?;
    write
        .commit(&[app.entry(Some(who.helper()), Deed::ApiTokenMade, id.uuid())])
        .await?;
    Ok(format!("{PREFIX}{}", *token.reveal()))
}

/// Revokes one of the helper's tokens.
///
/// # Errors
/// [`TokenError::NotFound`] when it is not theirs.
pub async fn revoke(app: &App, who: &SignedIn, id: ApiTokenId) -> Result<(), TokenError> {
    let mut write = app.store.write().await?;
    if !write.end_api_token(id, who.helper()).await? {
        return Err(TokenError::NotFound);
    }
    Ok(write
        .commit(&[app.entry(Some(who.helper()), Deed::ApiTokenRevoked, id.uuid())])
        .await?)
}

/// A program that acts for a helper with a token. It holds no keys: what is sealed needs a
/// [`SignedIn`], and only [`Caller::records`] gives one.
pub struct Caller {
    /// Who, to the access rules.
    pub actor: Actor,
    /// The helper's name.
    pub name: String,
    /// The helper's choice of screen language.
    pub locale: Option<Locale>,
    /// When the token ends.
    pub expires: Timestamp,
    scopes: Vec<Scope>,
    records: Option<SignedIn>,
}

/// The right to read what is not sealed.
pub struct MayRead<'a>(&'a Caller);
/// The right to change what is not sealed.
pub struct MayWrite<'a>(&'a Caller);

impl Caller {
    /// Which scopes the token has.
    pub fn scopes(&self) -> &[Scope] {
        &self.scopes
    }
    /// The right to read what is not sealed, where the token has it.
    pub fn read(&self) -> Option<MayRead<'_>> {
        self.scopes.contains(&Scope::Read).then_some(MayRead(self))
    }
    /// The right to change what is not sealed, where the token has it.
    pub fn write(&self) -> Option<MayWrite<'_>> {
        self.scopes
            .contains(&Scope::Write)
            .then_some(MayWrite(self))
    }
    /// The keys to records, where the token has the scope.
    pub const fn records(&self) -> Option<&SignedIn> {
        self.records.as_ref()
    }
}

impl MayRead<'_> {
    /// Who.
    pub const fn helper(&self) -> HelperId {
        self.0.actor.helper()
    }
    /// The latest notifications.
    ///
    /// # Errors
    /// When storage fails.
    pub async fn notifications(&self, app: &App) -> Result<Vec<Notice>, Trouble> {
        let mut read = app.store.read().await?;
        let mut notices = read.notices(self.helper(), 100).await?;
        let viewer = read.viewer(self.helper()).await?;
        let world = app.world();
        // Of helpers whom a block or a suspension took away, not even the id is left.
        for notice in &mut notices {
            let about = world.helpers.get(&HelperId::from_uuid(notice.subject));
            if about.is_some_and(|helper| !viewer.may_meet(HelperFacts::of(helper))) {
                notice.subject = Uuid::nil();
            }
        }
        Ok(notices)
    }
}

impl MayWrite<'_> {
    /// Who.
    pub const fn helper(&self) -> HelperId {
        self.0.actor.helper()
    }
    /// Marks all notifications as read.
    ///
    /// # Errors
    /// When storage fails.
    pub async fn read_notifications(&self, app: &App) -> Result<(), Trouble> {
        let mut write = app.store.write().await?;
        write.read_all_notices(self.helper(), app.now()).await?;
        Ok(write.commit_unlogged().await?)
    }
}

/// The caller behind a token; `None` when it is none, has ended, was edited, or the account
/// is not active.
///
/// # Errors
/// When storage fails.
pub async fn caller(app: &App, text: &str) -> Result<Option<Caller>, Trouble> {
    let Some(token) = text
        .strip_prefix(PREFIX)
        .and_then(|text| SessionToken::parse(text).ok())
    else {
        return Ok(None);
    };
    let now = app.now();
    let hash = token.token_hash();
    let found = app
        .store
        .read()
        .await?
        .api_token(hash.as_bytes(), now)
        .await?;
    let Some(row) = found else { return Ok(None) };
    let Some(actor) = Actor::signed_in(row.helper, row.standing, row.is_admin) else {
        return Ok(None);
    };
    let locale = row.locale.as_deref().and_then(Locale::parse);
    let scopes = scopes(&row.scopes);
    let records = if scopes.contains(&Scope::Records) {
        match records(app, &token, &row, &actor, locale) {
            Some(who) => Some(who),
            None => return Ok(None),
        }
    } else {
        None
    };
    let stale = row
        .used
        .is_none_or(|used| used.plus_minutes(TOUCH_MINUTES) < now);
    if stale {
        let mut write = app.store.write().await?;
        write.touch_api_token(row.id, now).await?;
        write.commit_unlogged().await?;
    }
    Ok(Some(Caller {
        actor,
        name: row.helper_name,
        locale,
        expires: row.expires,
        scopes,
        records,
    }))
}

fn records(
    app: &App,
    token: &SessionToken,
    row: &ApiTokenRow,
    actor: &Actor,
    locale: Option<Locale>,
) -> Option<SignedIn> {
    let binding = binding(row.id, row.helper, row.expires, &row.scopes);
    let sealed = Sealed::from_bytes(row.sealed_key.clone()?);
    let public = PublicKey::from_bytes(&row.public_key).ok()?;
    match app.server_key.withdraw(token, &binding, &public, &sealed) {
        Ok(keys) => Some(SignedIn {
            actor: *actor,
            session: SessionId::from_uuid(row.id.uuid()),
            name: row.helper_name.clone(),
            locale,
            keys: Arc::new(keys),
        }),
        Err(error) => {
            tracing::warn!(token = %row.id, %error, "an API token does not fit its row");
            None
        }
    }
}

fn scopes(text: &str) -> Vec<Scope> {
    text.split(' ').filter_map(Scope::parse).collect()
}

const fn binding(
    id: ApiTokenId,
    helper: HelperId,
    expires: Timestamp,
    scopes: &str,
) -> Deposit<'_> {
    Deposit {
        kind: Purpose::ApiToken,
        row: *id.bytes(),
        helper: *helper.bytes(),
        ends_at_micros: expires.micros(),
        terms: scopes,
    }
}
