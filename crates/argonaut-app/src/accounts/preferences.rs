//! A helper's own preferences: the language of the screens.

use argonaut_domain::locale::Locale;

use crate::app::App;
use crate::error::Trouble;
use crate::who::SignedIn;

/// Keeps the language of the screens.
///
/// # Errors
/// When storage fails.
pub async fn set_locale(app: &App, who: &SignedIn, locale: Locale) -> Result<(), Trouble> {
    let mut write = app.store.write().await?;
    write.set_locale(who.helper(), locale.code()).await?;
    Ok(write.commit_unlogged().await?)
}
