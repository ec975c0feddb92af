//! The second step of signing in. Between the steps the keys wait in the database, sealed
//! under a token that only the browser holds and under the server's key.

use argonaut_domain::audit::Deed;
use argonaut_domain::clock::Timestamp;
use argonaut_domain::helper::{Helper, Standing};
use argonaut_domain::ids::DepositId;
use argonaut_domain::notice::NoticeKind;
use argonaut_privacy::second_factor::Question;
use argonaut_privacy::vault::{
    Deposit, DepositKind as Purpose, HelperKeys, PublicKey, RecoveryCode, Sealed, SessionToken,
};
use argonaut_store::{DepositKind, DepositRow, FactorKind, FactorRow, HelperKeysRow, StoreError};
use secrecy::{ExposeSecret as _, SecretString};
use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::{fitting_app, opened};
use crate::accounts::attempts::Guard;
use crate::accounts::{keys, session};
use crate::app::App;
use crate::error::{Kind, Trouble};
use crate::matches::tell;
use crate::who::NewSession;

/// Minutes in which the second step has to be done.
const MINUTES: i64 = 10;

/// A sign-in whose second factor is awaited.
pub struct HalfSignIn {
    /// The cookie's value.
    pub token: SessionToken,
    /// When it is over.
    pub expires: Timestamp,
}

/// What the page of the second step shows.
#[derive(Clone, Debug)]
pub struct Awaited {
    /// Whether a code of an app will do.
    pub code: bool,
    /// The question to the browser for a passkey, as JSON.
    pub passkey: Option<String>,
}

/// What is shown besides the password.
pub enum Proof {
    /// A code of an authenticator app.
    Code(String),
    /// The browser's answer for a passkey, as JSON.
    Passkey(String),
    /// The recovery code: it takes all second factors away.
    RecoveryCode(SecretString),
}

/// Why the second step failed.
#[derive(Debug, Error)]
pub enum StepError {
    /// The time is over, or it was done already: the password again.
    #[error("the sign-in is over")]
    Over,
    /// What was shown does not fit, or was used already.
    #[error("it does not fit")]
    Wrong,
    /// The recovery code has a typing mistake.
    #[error("the code is mistyped")]
    Mistyped,
    /// Too many wrong codes: seconds to wait. The recovery code still works.
    #[error("tried too often")]
    TooOften(u32),
    /// Our own trouble.
    #[error(transparent)]
    Trouble(#[from] Trouble),
}

impl StepError {
    /// The kind of failure.
    pub const fn kind(&self) -> Kind {
        match self {
            Self::Over | Self::Wrong | Self::Mistyped => Kind::Invalid,
            Self::TooOften(retry_after) => Kind::Busy {
                retry_after: *retry_after,
            },
            Self::Trouble(trouble) => trouble.kind(),
        }
    }
}

impl From<StoreError> for StepError {
    fn from(error: StoreError) -> Self {
        Self::Trouble(error.into())
    }
}

/// What is remembered beside the keys.
#[derive(Serialize, Deserialize)]
struct Note {
    options: String,
    state: Vec<u8>,
}

/// Lays the keys aside when a second factor is set; `None` when there is none.
pub(crate) async fn begin(
    app: &App,
    helper: &Helper,
    keys: &HelperKeys,
) -> Result<Option<HalfSignIn>, Trouble> {
    let rows = app.store.read().await?.factors(helper.id).await?;
    if !rows.iter().any(|row| row.confirmed) {
        return Ok(None);
    }
    let now = app.now();
    let mut rng = app.rng();
    let token = SessionToken::generate(&mut rng);
    let id = DepositId::ordered(now, &mut rng);
    let expires = now.plus_minutes(MINUTES);
    let binding = Deposit {
        kind: Purpose::HalfSignIn,
        row: *id.bytes(),
        helper: *helper.id.bytes(),
        ends_at_micros: expires.micros(),
        terms: "",
    };
    let sealed_note = match question(app, keys, &rows)? {
        Some(note) => {
            let text =
                serde_json::to_vec(&note).map_err(|error| Trouble::Bug(error.to_string()))?;
            let sealed = app
                .server_key
                .seal_note(&token, &binding, &text, &mut rng)?;
            Some(sealed.into_bytes())
        }
        None => None,
    };
    let row = DepositRow {
        id,
        helper: helper.id,
        sealed_key: app
            .server_key
            .deposit(&token, &binding, keys, &mut rng)?
            .into_bytes(),
        sealed_note,
        expires,
    };
    let mut write = app.store.write().await?;
    let hash = token.token_hash();
    write
        .insert_deposit(DepositKind::HalfSignIn, &row, hash.as_bytes(), now)
        .await?;
    // Nobody is signed in yet: the second step is what the log records.
    write.commit_unlogged().await?;
    Ok(Some(HalfSignIn { token, expires }))
}

/// What is awaited; `None` when the time is over.
///
/// # Errors
/// When storage fails.
pub async fn awaited(app: &App, cookie: &str) -> Result<Option<Awaited>, Trouble> {
    let Some(half) = half(app, cookie).await? else {
        return Ok(None);
    };
    let rows = app.store.read().await?.factors(half.row.helper).await?;
    Ok(Some(Awaited {
        code: rows
            .iter()
            .any(|row| row.confirmed && row.kind == FactorKind::App),
        passkey: half.note.map(|note| note.options),
    }))
}

/// Finishes signing in.
///
/// # Errors
/// See [`StepError`].
pub async fn finish(
    app: &App,
    cookie: &str,
    proof: Proof,
    device: &str,
) -> Result<NewSession, StepError> {
    let half = half(app, cookie).await?.ok_or(StepError::Over)?;
    let id = half.row.helper;
    let mut read = app.store.read().await?;
    let helper = read.helper(id).await?.ok_or(StepError::Over)?;
    let keys_row = read.helper_keys(id).await?.ok_or(StepError::Over)?;
    let rows = read.factors(id).await?;
    drop(read);
    if helper.standing != Standing::Active {
        return Err(StepError::Over);
    }
    let keys = half.keys(app, &keys_row)?;
    let by_code = matches!(proof, Proof::Code(_));
    let judged = judge(app, &half, &keys, &keys_row, &rows, proof).await;
    if matches!(judged, Err(StepError::Wrong)) {
        let mut write = app.store.write().await?;
        if by_code {
            let guard = Guard::codes(id);
            guard.count(app, &mut write).await?;
            if guard.is_time_to_tell(app, &mut write).await? {
                let kind = NoticeKind::SecondFactorRefused;
                tell(app, &mut write, id, kind, id.uuid()).await?;
            }
        }
        write
            .commit(&[app.entry(None, Deed::SecondFactorRefused, id.uuid())])
            .await?;
    }
    use_up(app, &half, judged?).await?;
    Guard::codes(id).forget(app).await?;
    let account = session::Account {
        helper: id,
        name: helper.name,
        is_admin: helper.is_admin,
        locale: None,
    };
    Ok(session::begin(app, account, keys, device).await?)
}

/// What a right answer uses up.
enum Used {
    Code(argonaut_domain::ids::FactorId, i64),
    Passkey {
        id: argonaut_domain::ids::FactorId,
        old: Vec<u8>,
        new: Vec<u8>,
    },
    AllFactors,
}

async fn judge(
    app: &App,
    half: &Half,
    keys: &HelperKeys,
    keys_row: &HelperKeysRow,
    rows: &[FactorRow],
    proof: Proof,
) -> Result<Used, StepError> {
    match proof {
        Proof::Code(typed) => {
            if let Err(wait) = Guard::codes(half.row.helper).standing(app).await? {
                return Err(StepError::TooOften(wait));
            }
            fitting_app(keys, rows, &typed, app.now())?
                .map(|(row, step)| Used::Code(row.id, step))
                .ok_or(StepError::Wrong)
        }
        Proof::Passkey(answer) => {
            let (Some(site), Some(note)) = (&app.door.passkeys, &half.note) else {
                return Err(StepError::Wrong);
            };
            let mine = passkeys(rows);
            let mut stored = Vec::new();
            for row in &mine {
                stored.push(opened(keys, row)?);
            }
            let (place, key) = site
                .answered(&answer, &note.state, &stored)
                .map_err(|_| StepError::Wrong)?;
            let row = mine.get(place).ok_or(StepError::Wrong)?;
            let new = keys
                .seal_own(row.id.bytes(), &key, &mut app.rng())
                .map_err(Trouble::from)?
                .into_bytes();
            Ok(Used::Passkey {
                id: row.id,
                old: row.sealed.clone(),
                new,
            })
        }
        Proof::RecoveryCode(typed) => {
            let code =
                RecoveryCode::parse(typed.expose_secret()).map_err(|_| StepError::Mistyped)?;
            match keys::open_with_code(half.row.helper, keys_row, &code)? {
                Some(_) => Ok(Used::AllFactors),
                None => Err(StepError::Wrong),
            }
        }
    }
}

/// Uses the proof up together with the half sign-in: neither works a second time.
async fn use_up(app: &App, half: &Half, used: Used) -> Result<(), StepError> {
    let now = app.now();
    let id = half.row.helper;
    let mut write = app.store.write().await?;
    let stale = |error| match error {
        StoreError::Stale => StepError::Wrong,
        other @ (StoreError::Conflict(_)
        | StoreError::Damaged(_)
        | StoreError::Unavailable(_)
        | StoreError::Migration(_)) => StepError::from(other),
    };
    write.use_deposit(half.row.id).await.map_err(stale)?;
    match used {
        Used::Code(factor, step) => write.use_code(factor, step, now).await.map_err(stale)?,
        Used::Passkey {
            id: factor,
            old,
            new,
        } => write
            .use_passkey(factor, &old, &new, now)
            .await
            .map_err(stale)?,
        Used::AllFactors => {
            write.remove_factors(id).await?;
            tell(
                app,
                &mut write,
                id,
                NoticeKind::SecondFactorChanged,
                id.uuid(),
            )
            .await?;
            return Ok(write
                .commit(&[app.entry(Some(id), Deed::SecondFactorRemoved, id.uuid())])
                .await?);
        }
    }
    // The session that begins now is what the log records.
    Ok(write.commit_unlogged().await?)
}

/// A half sign-in, found by its cookie.
struct Half {
    token: SessionToken,
    row: DepositRow,
    note: Option<Note>,
}

impl Half {
    fn binding(row: &DepositRow) -> Deposit<'static> {
        Deposit {
            kind: Purpose::HalfSignIn,
            row: *row.id.bytes(),
            helper: *row.helper.bytes(),
            ends_at_micros: row.expires.micros(),
            terms: "",
        }
    }

    fn keys(&self, app: &App, row: &HelperKeysRow) -> Result<HelperKeys, StepError> {
        let public = PublicKey::from_bytes(&row.public_key).map_err(Trouble::from)?;
        let sealed = Sealed::from_bytes(self.row.sealed_key.clone());
        app.server_key
            .withdraw(&self.token, &Self::binding(&self.row), &public, &sealed)
            .map_err(|error| {
                tracing::warn!(%error, "a half sign-in does not fit its token");
                StepError::Over
            })
    }
}

async fn half(app: &App, cookie: &str) -> Result<Option<Half>, Trouble> {
    let Ok(token) = SessionToken::parse(cookie) else {
        return Ok(None);
    };
    let hash = token.token_hash();
    let found = app
        .store
        .read()
        .await?
        .deposit(DepositKind::HalfSignIn, hash.as_bytes(), app.now())
        .await?;
    let Some(row) = found else { return Ok(None) };
    let note = match &row.sealed_note {
        Some(sealed) => {
            let sealed = Sealed::from_bytes(sealed.clone());
            app.server_key
                .open_note(&token, &Half::binding(&row), &sealed)
                .ok()
                .and_then(|text| serde_json::from_slice(&text).ok())
        }
        None => None,
    };
    Ok(Some(Half { token, row, note }))
}

fn passkeys(rows: &[FactorRow]) -> Vec<&FactorRow> {
    rows.iter()
        .filter(|row| row.confirmed && row.kind == FactorKind::Passkey)
        .collect()
}

fn question(app: &App, keys: &HelperKeys, rows: &[FactorRow]) -> Result<Option<Note>, Trouble> {
    let Some(site) = &app.door.passkeys else {
        return Ok(None);
    };
    let mut stored = Vec::new();
    for row in passkeys(rows) {
        stored.push(opened(keys, row)?);
    }
    if stored.is_empty() {
        return Ok(None);
    }
    let Question { options, state } = site
        .ask(&stored)
        .map_err(|error| Trouble::Bug(error.to_string()))?;
    Ok(Some(Note { options, state }))
}
