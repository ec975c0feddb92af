//! What a helper keeps about another one for themselves: a note and tags, sealed under
//! their own key. Nobody else reads them, the helper it is about least of all.

use std::collections::HashMap;

use argonaut_domain::audit::Deed;
use argonaut_domain::ids::HelperId;
use argonaut_privacy::vault::Sealed;
use argonaut_store::Read;
use serde::{Deserialize, Serialize};

use super::view::{ViewError, view};
use crate::app::App;
use crate::error::{Kind, Trouble};
use crate::who::SignedIn;

/// The longest note, in characters.
pub const MOST_WORDS: usize = 2_000;
/// The most tags on one helper.
pub const MOST_TAGS: usize = 12;
/// The longest tag, in characters.
pub const LONGEST_TAG: usize = 30;

/// A note and tags.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct HelperNote {
    /// In one's own words.
    pub words: String,
    /// Tags, in lower case, in order.
    pub tags: Vec<String>,
}

/// Why a note cannot be kept.
#[derive(Debug, thiserror::Error)]
pub enum NoteError {
    /// The words are too long.
    #[error("the note is too long")]
    TooLong,
    /// There are too many tags, or one is too long.
    #[error("too many tags")]
    Tags,
    /// The helper cannot be looked at.
    #[error(transparent)]
    View(#[from] ViewError),
}

impl NoteError {
    /// The kind of failure.
    pub const fn kind(&self) -> Kind {
        match self {
            Self::TooLong | Self::Tags => Kind::Invalid,
            Self::View(error) => error.kind(),
        }
    }
}

impl From<Trouble> for NoteError {
    fn from(trouble: Trouble) -> Self {
        Self::View(trouble.into())
    }
}

/// Tags out of what was typed, with commas between them.
pub fn tags(typed: &str) -> Vec<String> {
    let mut tags: Vec<String> = typed
        .split([',', ';', '\n'])
        .map(|tag| tag.trim().trim_start_matches('#').to_lowercase())
        .filter(|tag| !tag.is_empty())
        .collect();
    tags.sort_unstable();
    tags.dedup();
    tags
}

/// Every note of this helper. What does not open was tampered with, and is left out.
pub(crate) async fn all(
    read: &mut Read,
    who: &SignedIn,
) -> Result<HashMap<HelperId, HelperNote>, Trouble> {
    let rows = read.helper_notes(who.helper()).await?;
    let open = |about: HelperId, sealed: Vec<u8>| {
        let text = who
            .keys
            .open_own(about.bytes(), &Sealed::from_bytes(sealed))
            .ok()?;
        serde_json::from_slice::<HelperNote>(&text).ok()
    };
    Ok(rows
        .into_iter()
        .filter_map(|row| open(row.about, row.sealed).map(|note| (row.about, note)))
        .collect())
}

/// The note on one helper; empty when there is none.
///
/// # Errors
/// When storage fails.
pub async fn on(app: &App, who: &SignedIn, about: HelperId) -> Result<HelperNote, Trouble> {
    let mut read = app.store.read().await?;
    Ok(all(&mut read, who)
        .await?
        .remove(&about)
        .unwrap_or_default())
}

/// Keeps a note in the place of the one before; an empty one deletes it.
///
/// # Errors
/// See [`NoteError`].
pub async fn keep(
    app: &App,
    who: &SignedIn,
    about: HelperId,
    words: &str,
    typed_tags: &str,
) -> Result<(), NoteError> {
    let note = HelperNote {
        words: words.trim().to_owned(),
        tags: tags(typed_tags),
    };
    view(app, who, about).await?;
    if note.words.chars().count() > MOST_WORDS {
        return Err(NoteError::TooLong);
    }
    let long = |tag: &String| tag.chars().count() > LONGEST_TAG;
    if note.tags.len() > MOST_TAGS || note.tags.iter().any(long) {
        return Err(NoteError::Tags);
    }
    let sealed = if note == HelperNote::default() {
        None
    } else {
        let text = serde_json::to_vec(&note).map_err(|error| Trouble::Bug(error.to_string()))?;
        let sealed = who
            .keys
            .seal_own(about.bytes(), &text, &mut app.rng())
            .map_err(Trouble::from)?;
        Some(sealed.into_bytes())
    };
    let mut write = app.store.write().await.map_err(Trouble::from)?;
    write
        .keep_helper_note(who.helper(), about, sealed, app.now())
        .await
        .map_err(Trouble::from)?;
    // Which helper it is about is nobody's business, the log's neither.
    let entry = app.entry(Some(who.helper()), Deed::HelperNoted, who.helper().uuid());
    Ok(write.commit(&[entry]).await.map_err(Trouble::from)?)
}
