//! How often something may be tried, counted in the database, so that all nodes share it.
//! Recovery codes are not counted: they cannot be guessed, and a limit there would let a
//! stranger shut the owner out.

use argonaut_domain::helper::Handle;
use argonaut_domain::ids::HelperId;
use argonaut_store::{StoreError, Write};
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

use crate::app::App;

/// Failures within an hour before one has to wait: passwords of one handle.
const MOST_PASSWORDS: i64 = 20;
/// Failures within an hour before one has to wait: codes of one helper's app.
const MOST_CODES: i64 = 10;
/// After so many wrong codes the helper is told: somebody knows the password.
const TELL_AT: i64 = 3;
/// Minutes after which a count begins anew.
const WINDOW_MINUTES: i64 = 60;

/// The passwords of a handle in a browser that knew it.
const KNOWN: &str = "password-known";

/// One counter.
pub(super) struct Guard {
    kind: &'static str,
    subject: Uuid,
    most: i64,
}

impl Guard {
    /// The passwords tried for a handle, whether anybody has it or not. A browser in which it
    /// was right before counts for itself, so that strangers cannot make its owner wait.
    pub(super) fn password(app: &App, handle: &str, known: Option<&str>) -> Self {
        let folded = folded(handle);
        let is_known = known == Some(app.server_key.known_browser(&folded).as_str());
        let mut hash = Sha256::new();
        hash.update(b"argonaut attempts v1\0");
        hash.update(folded.as_bytes());
        let digest: [u8; 32] = hash.finalize().into();
        let (first, _) = digest.split_at(16);
        Self {
            kind: if is_known { KNOWN } else { "password" },
            subject: Uuid::from_slice(first).unwrap_or_default(),
            most: MOST_PASSWORDS,
        }
    }

    /// Whether the password was right in this browser before.
    pub(super) fn is_known(&self) -> bool {
        self.kind == KNOWN
    }

    /// The codes tried for a helper's authenticator app.
    pub(super) const fn codes(helper: HelperId) -> Self {
        Self {
            kind: "code",
            subject: helper.uuid(),
            most: MOST_CODES,
        }
    }

    /// How often it failed; when that is too often, the seconds to wait.
    pub(super) async fn standing(&self, app: &App) -> Result<Result<i64, u32>, StoreError> {
        let begins = app.now().plus_minutes(-WINDOW_MINUTES);
        let counted = app
            .store
            .read()
            .await?
            .failed_attempts(self.kind, self.subject, begins)
            .await?;
        Ok(match counted {
            None => Ok(0),
            Some((failed, _)) if failed < self.most => Ok(failed),
            Some((_, since)) => {
                let over = since.plus_minutes(WINDOW_MINUTES);
                let left = over.micros().saturating_sub(app.now().micros());
                let seconds = u64::try_from(left).unwrap_or(0).div_ceil(1_000_000);
                Err(u32::try_from(seconds.max(1)).unwrap_or(u32::MAX))
            }
        })
    }

    /// Counts a failure.
    pub(super) async fn count(&self, app: &App, write: &mut Write) -> Result<(), StoreError> {
        let now = app.now();
        write
            .count_failure(
                self.kind,
                self.subject,
                now.plus_minutes(-WINDOW_MINUTES),
                now,
            )
            .await
    }

    /// Whether this is the failure after which the helper is told.
    pub(super) async fn is_time_to_tell(
        &self,
        app: &App,
        write: &mut Write,
    ) -> Result<bool, StoreError> {
        let begins = app.now().plus_minutes(-WINDOW_MINUTES);
        let counted = write
            .failed_attempts(self.kind, self.subject, begins)
            .await?;
        Ok(counted.is_some_and(|(failed, _)| failed == TELL_AT))
    }

    /// It worked: the count begins anew.
    pub(super) async fn forget(&self, app: &App) -> Result<(), StoreError> {
        let mut write = app.store.write().await?;
        write.forget_failures(self.kind, self.subject).await?;
        write.commit_unlogged().await
    }
}

/// What a browser keeps after a right password: see [`Guard::password`].
pub(super) fn known(app: &App, handle: &str) -> String {
    app.server_key.known_browser(&folded(handle))
}

fn folded(handle: &str) -> String {
    Handle::parse(handle).map_or_else(
        |_| handle.trim().to_lowercase(),
        |handle| handle.as_str().to_owned(),
    )
}
