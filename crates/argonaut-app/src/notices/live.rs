//! Notifications while a page is open: how many are unread, told when the number changes,
//! for as long as the session runs. Knows nothing of how the page is reached.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use argonaut_domain::access::Actor;
use argonaut_domain::ids::HelperId;

use crate::app::App;
use crate::error::Trouble;
use crate::who::SignedIn;

/// How often storage is asked. What any node wrote is told within this time.
const EVERY: Duration = Duration::from_secs(1);
/// So many pages of one helper are kept current by one node. Browsers open six
/// connections to a site, and the pages themselves want some of them.
const MOST_PER_HELPER: usize = 3;

/// Who listens on this node, and how often.
pub(crate) type Listening = Arc<Mutex<HashMap<HelperId, usize>>>;

/// A place among those who listen, given back when it is dropped.
struct Place {
    listening: Listening,
    helper: HelperId,
}

impl Place {
    fn take(listening: &Listening, helper: HelperId) -> Option<Self> {
        let mut all = listening.lock().unwrap_or_else(PoisonError::into_inner);
        let taken = all.entry(helper).or_default();
        if *taken >= MOST_PER_HELPER {
            return None;
        }
        *taken += 1;
        Some(Self {
            listening: Arc::clone(listening),
            helper,
        })
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let mut all = self
            .listening
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        if let Some(taken) = all.get_mut(&self.helper) {
            *taken = taken.saturating_sub(1);
            if *taken == 0 {
                all.remove(&self.helper);
            }
        }
    }
}

/// One page that wants to be told.
pub struct Bell {
    app: Arc<App>,
    who: SignedIn,
    told: Option<u32>,
    _place: Place,
}

/// Listens for a helper. `None` when too many of their pages do so already.
pub fn listen(app: &Arc<App>, who: SignedIn) -> Option<Bell> {
    let place = Place::take(&app.listening, who.helper())?;
    Some(Bell {
        app: Arc::clone(app),
        who,
        told: None,
        _place: place,
    })
}

impl Bell {
    /// The number of unread notifications: at once the first time, then whenever it is
    /// another. `None` when the session is over.
    pub async fn next(&mut self) -> Option<u32> {
        loop {
            if self.told.is_some() {
                tokio::time::sleep(EVERY).await;
            }
            match self.look().await {
                Ok(None) => return None,
                Ok(Some(count)) if self.told != Some(count) => {
                    self.told = Some(count);
                    return Some(count);
                }
                Ok(Some(_)) => {}
                Err(error) => {
                    tracing::warn!(%error, "the bell will be looked at again");
                    tokio::time::sleep(EVERY).await;
                }
            }
        }
    }

    /// How many are unread; `None` when the session or the account ended.
    async fn look(&self) -> Result<Option<u32>, Trouble> {
        let helper = self.who.helper();
        let sessions = self
            .app
            .store
            .read()
            .await?
            .sessions_of(helper, self.app.now())
            .await?;
        let runs = sessions.iter().any(|row| {
            row.id == self.who.session
                && Actor::signed_in(row.helper, row.standing, row.is_admin).is_some()
        });
        if !runs {
            return Ok(None);
        }
        Ok(Some(super::unread(&self.app, &self.who).await?))
    }
}
