//! A printed code, typed at `/c`. Fifty random bits are worth only what guards
//! them: the slow hash with the server's pepper, and a count of tries that all
//! nodes share.

use argonaut_domain::clock::Timestamp;
use argonaut_privacy::vault::{LinkCode, Sealed};
use zeroize::Zeroizing;

use super::{LinkError, binding};
use crate::app::App;

/// So many codes may be tried in an hour, by everybody together. In two weeks
/// that is one chance in some five thousand million, for a link of one's own
/// to be found; the link and the picture work on when the hour is used up.
pub const TRIES_PER_HOUR: i64 = 600;

/// Seconds in an hour.
const HOUR: i64 = 3_600;

/// The token behind a code.
///
/// # Errors
/// [`LinkError::Ended`] for a wrong code and for one whose link has ended,
/// [`LinkError::Busy`] when too many were tried.
pub async fn token_of(app: &App, typed: &str) -> Result<Zeroizing<String>, LinkError> {
    let code = LinkCode::parse(typed).map_err(|_| LinkError::Ended)?;
    let now = app.now();
    // Counted before it is looked at, so that many at once gain nothing.
    let mut write = app.store.write().await?;
    let tried = write.count_code_attempt(now).await?;
    write.commit_unlogged().await?;
    if tried > TRIES_PER_HOUR {
        return Err(LinkError::Busy(seconds_left(now)));
    }
    let kdf = app.kdf.vault();
    let keys = app.kdf.run(move || kdf.code_keys(&code)).await???;
    let row = app
        .store
        .read()
        .await?
        .link_by_code(keys.lookup().as_bytes())
        .await?
        .filter(|row| row.link.is_live(now))
        .ok_or(LinkError::Ended)?;
    let sealed = Sealed::from_bytes(row.under_code);
    keys.open(&binding(&row.link), &sealed)
        .map(|token| token.reveal())
        .map_err(|_| LinkError::Ended)
}

fn seconds_left(now: Timestamp) -> u32 {
    let seconds = now.micros().div_euclid(1_000_000);
    u32::try_from(HOUR.saturating_sub(seconds.rem_euclid(HOUR))).unwrap_or(60)
}
