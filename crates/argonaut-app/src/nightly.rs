//! Work that comes round, each night or each so often: whichever node takes it first does
//! it, and says when it is next. What the work is stands with its noun.

use argonaut_domain::clock::Timestamp;
use argonaut_domain::ids::JobId;
use uuid::Uuid;

use crate::app::App;
use crate::error::Trouble;

/// Work that comes round: its name, kept in storage, and how long one node may take
/// before another begins anew.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Round {
    /// Kept in storage.
    pub job: &'static str,
    /// After so many minutes another node begins anew.
    pub lease_minutes: i64,
}

/// A round that this node has taken.
#[derive(Debug)]
#[must_use = "a round that is not finished is begun anew when its lease is over"]
pub(crate) struct Taken(JobId);

impl Round {
    /// Takes the round, when it is time and no other node is at it.
    pub(crate) async fn take(self, app: &App) -> Result<Option<Taken>, Trouble> {
        let now = app.now();
        let due = app.store.read().await?.job_due(self.job).await?;
        if due.is_some_and(|due| due > now) {
            return Ok(None);
        }
        let mut write = app.store.write().await?;
        let id = JobId::ordered(now, &mut app.rng());
        write.plan_job(id, self.job, Uuid::nil(), now).await?;
        let lease = now.plus_minutes(self.lease_minutes);
        let claimed = write.claim_job(self.job, now, lease).await?;
        write.commit_unlogged().await?;
        Ok(claimed.map(|job| Taken(job.id)))
    }
}

impl Taken {
    /// The work is done, and is due again then.
    pub(crate) async fn finish(self, app: &App, next: Timestamp) -> Result<(), Trouble> {
        let mut write = app.store.write().await?;
        write.finish_job(self.0, Some(next)).await?;
        write.commit_unlogged().await?;
        Ok(())
    }
}
