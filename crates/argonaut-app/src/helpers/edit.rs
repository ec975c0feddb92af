//! Changing one's own profile.

use argonaut_domain::audit::Deed;
use argonaut_domain::helper::{Helper, Profile};
use argonaut_domain::taxonomy::TermKind;
use argonaut_store::StoreError;

use crate::app::App;
use crate::error::{Kind, Trouble};
use crate::who::SignedIn;

/// The longest few words about oneself.
pub const MOST_ABOUT: usize = 600;
/// The longest note on an offer.
pub const MOST_NOTE: usize = 140;
/// The most offers, languages or situations.
pub const MOST_ENTRIES: usize = 60;

/// What is wrong with a profile.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProfileFault {
    /// The name is missing or longer than 80 characters.
    Name,
    /// The words about oneself are too long.
    About,
    /// A note on an offer is too long.
    Note,
    /// A list is too long.
    TooMany,
    /// A term is of another kind.
    WrongTerm,
}

/// Why a profile could not be kept.
#[derive(Debug, thiserror::Error)]
pub enum ProfileError {
    /// Some fields cannot be kept.
    #[error("some fields cannot be kept")]
    Invalid(Vec<ProfileFault>),
    /// It was changed elsewhere in the meantime.
    #[error("it changed in the meantime")]
    Changed,
    /// Our own trouble.
    #[error(transparent)]
    Trouble(#[from] Trouble),
}

impl ProfileError {
    /// The kind of failure.
    pub const fn kind(&self) -> Kind {
        match self {
            Self::Invalid(_) => Kind::Invalid,
            Self::Changed => Kind::Conflict,
            Self::Trouble(trouble) => trouble.kind(),
        }
    }
}

/// One's own profile.
///
/// # Errors
/// When storage fails.
pub async fn mine(app: &App, who: &SignedIn) -> Result<Helper, Trouble> {
    let found = app.store.read().await?.helper(who.helper()).await?;
    found.ok_or_else(|| Trouble::Bug("a session without a helper".to_owned()))
}

/// Replaces one's own name and profile; `version` is the one that was read.
///
/// # Errors
/// See [`ProfileError`].
pub async fn edit(
    app: &App,
    who: &SignedIn,
    name: &str,
    mut profile: Profile,
    version: i64,
) -> Result<(), ProfileError> {
    let name = name.trim();
    profile.about = profile.about.trim().to_owned();
    profile.languages.sort_unstable();
    profile.languages.dedup();
    profile.situations.sort_unstable();
    profile.situations.dedup();
    profile.offers.sort_by_key(|offer| offer.term);
    profile.offers.dedup_by_key(|offer| offer.term);
    let faults = check(name, &profile);
    if !faults.is_empty() {
        return Err(ProfileError::Invalid(faults));
    }
    let mut write = app.store.write().await.map_err(Trouble::from)?;
    match write
        .update_profile(who.helper(), name, &profile, version)
        .await
    {
        Ok(()) => {}
        Err(StoreError::Stale) => return Err(ProfileError::Changed),
        Err(error) => return Err(ProfileError::Trouble(error.into())),
    }
    let entry = app.entry(
        Some(who.helper()),
        Deed::ProfileChanged,
        who.helper().uuid(),
    );
    write.commit(&[entry]).await.map_err(Trouble::from)?;
    app.refresh().await?;
    Ok(())
}

fn check(name: &str, profile: &Profile) -> Vec<ProfileFault> {
    let mut faults = Vec::new();
    if name.is_empty() || name.chars().count() > 80 {
        faults.push(ProfileFault::Name);
    }
    if profile.about.chars().count() > MOST_ABOUT {
        faults.push(ProfileFault::About);
    }
    if profile
        .offers
        .iter()
        .any(|offer| offer.note.chars().count() > MOST_NOTE)
    {
        faults.push(ProfileFault::Note);
    }
    if [
        profile.offers.len(),
        profile.languages.len(),
        profile.situations.len(),
    ]
    .iter()
    .any(|n| *n > MOST_ENTRIES)
    {
        faults.push(ProfileFault::TooMany);
    }
    let fits = profile
        .offers
        .iter()
        .all(|offer| offer.term.kind() == TermKind::Need)
        && profile
            .situations
            .iter()
            .all(|term| term.kind() == TermKind::Situation);
    if !fits {
        faults.push(ProfileFault::WrongTerm);
    }
    faults
}
