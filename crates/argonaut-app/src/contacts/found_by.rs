//! By what a helper wants to be found: mail addresses and telephone numbers that others
//! have in their address books. Of each only a keyed hash is stored, and its text sealed
//! for the helper alone. That it is theirs nobody has checked, and the pages say so.

use argonaut_domain::audit::Deed;
use argonaut_domain::place::CountryId;
use argonaut_domain::reachable::{mail, phone};
use argonaut_privacy::vault::Sealed;
use argonaut_store::{FoundByRow, StoreError};

use crate::app::App;
use crate::error::{Kind, Trouble};
use crate::who::SignedIn;

/// The most addresses and numbers of one helper.
pub const MOST: usize = 10;

/// Why something could not be added or taken away.
#[derive(Debug, thiserror::Error)]
pub enum FoundByError {
    /// It is neither a mail address nor a telephone number.
    #[error("neither an address nor a number")]
    Unreadable,
    /// There are [`MOST`] already.
    #[error("too many")]
    TooMany,
    /// There is no such thing to take away.
    #[error("nothing to take away")]
    NotFound,
    /// Our own trouble.
    #[error(transparent)]
    Trouble(#[from] Trouble),
}

impl FoundByError {
    /// The kind of failure.
    pub const fn kind(&self) -> Kind {
        match self {
            Self::Unreadable => Kind::Invalid,
            Self::TooMany => Kind::Conflict,
            Self::NotFound => Kind::NotFound,
            Self::Trouble(trouble) => trouble.kind(),
        }
    }
}

impl From<StoreError> for FoundByError {
    fn from(error: StoreError) -> Self {
        Self::Trouble(error.into())
    }
}

/// The hash of an address or number that was typed.
pub(super) fn hashed(app: &App, typed: &str, home: Option<CountryId>) -> Option<(String, Vec<u8>)> {
    let (kind, value) = match mail(typed) {
        Some(address) => ("mail", address),
        None => ("phone", phone(typed, home)?),
    };
    let hash = app.server_key.found_by(kind, &value).to_vec();
    Some((value, hash))
}

/// The country in which a helper's numbers are dialled: that of their area.
pub(super) fn home(app: &App, who: &SignedIn) -> Option<CountryId> {
    app.world().area_of(who.helper()).country()
}

/// What a helper wants to be found by, as it is written.
///
/// # Errors
/// When storage fails.
pub async fn mine(app: &App, who: &SignedIn) -> Result<Vec<String>, Trouble> {
    let rows = app.store.read().await?.found_by(who.helper()).await?;
    let open = |row: FoundByRow| {
        let sealed = Sealed::from_bytes(row.sealed);
        let text = who.keys.open_own(&subject(&row.hash), &sealed).ok()?;
        String::from_utf8(text.to_vec()).ok()
    };
    Ok(rows.into_iter().filter_map(open).collect())
}

/// The seal is bound to its row.
fn subject(hash: &[u8]) -> [u8; 16] {
    hash.first_chunk().copied().unwrap_or_default()
}

/// Adds one.
///
/// # Errors
/// See [`FoundByError`].
pub async fn add(app: &App, who: &SignedIn, typed: &str) -> Result<(), FoundByError> {
    let (value, hash) = hashed(app, typed, home(app, who)).ok_or(FoundByError::Unreadable)?;
    let sealed = who
        .keys
        .seal_own(&subject(&hash), value.as_bytes(), &mut app.rng())
        .map_err(Trouble::from)?
        .into_bytes();
    let mut write = app.store.write().await?;
    if write.found_by(who.helper()).await?.len() >= MOST {
        return Err(FoundByError::TooMany);
    }
    let row = FoundByRow { hash, sealed };
    write.add_found_by(who.helper(), &row, app.now()).await?;
    changed(app, who, write).await
}

/// Takes one away: nobody finds the helper by it from now on.
///
/// # Errors
/// [`FoundByError::NotFound`] when it is not there.
pub async fn remove(app: &App, who: &SignedIn, typed: &str) -> Result<(), FoundByError> {
    let (_, hash) = hashed(app, typed, home(app, who)).ok_or(FoundByError::NotFound)?;
    let mut write = app.store.write().await?;
    if !write.remove_found_by(who.helper(), &hash).await? {
        return Err(FoundByError::NotFound);
    }
    changed(app, who, write).await
}

async fn changed(
    app: &App,
    who: &SignedIn,
    write: argonaut_store::Write,
) -> Result<(), FoundByError> {
    let me = who.helper();
    let entry = app.entry(Some(me), Deed::FoundByChanged, me.uuid());
    Ok(write.commit(&[entry]).await?)
}
