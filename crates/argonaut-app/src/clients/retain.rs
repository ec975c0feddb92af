//! How long records are kept: a review list for the helper, who decides, and an
//! end for records in the archive, where administrators set one.

use argonaut_domain::access::{self, CircleRole, Granted, Instance, Membership, Visible};
use argonaut_domain::audit::Deed;
use argonaut_domain::clock::Timestamp;
use argonaut_domain::ids::ClientId;
use argonaut_domain::notice::NoticeKind;
use serde::{Deserialize, Serialize};

use super::ClientError;
use crate::app::App;
use crate::error::Trouble;
use crate::matches::tell;
use crate::sealing;
use crate::who::SignedIn;

/// How long records are kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Retention {
    /// Months without attention after which a record is put on the review list.
    pub review_months: u16,
    /// Months in the archive after which a record is erased without asking;
    /// `None` for never.
    pub erase_months: Option<u16>,
}

impl Default for Retention {
    fn default() -> Self {
        Self {
            review_months: 24,
            erase_months: None,
        }
    }
}

/// The fewest months of either time: less would erase what is needed.
pub const LEAST_MONTHS: u16 = 6;
/// The most: a record that nobody needs for so long is not kept for anybody's good.
pub const MOST_MONTHS: u16 = 120;

impl Retention {
    /// Whether both times are within reason.
    pub fn is_sound(&self) -> bool {
        let sound = |months: u16| (LEAST_MONTHS..=MOST_MONTHS).contains(&months);
        sound(self.review_months) && self.erase_months.is_none_or(sound)
    }
}

const SETTING: &str = "retention";

fn days(months: u16) -> i64 {
    i64::from(months).saturating_mul(365) / 12
}

/// The times in force.
///
/// # Errors
/// When storage fails.
pub async fn current(app: &App) -> Result<Retention, Trouble> {
    let kept = app.store.read().await?.setting(SETTING).await?;
    Ok(kept.unwrap_or_default())
}

/// Sets them. `false`, and nothing set, when they are not sound.
///
/// # Errors
/// When storage fails.
pub async fn set(
    app: &App,
    admin: &Granted<Instance>,
    retention: Retention,
) -> Result<bool, Trouble> {
    if !retention.is_sound() {
        return Ok(false);
    }
    let mut write = app.store.write().await?;
    write.set_setting(SETTING, &retention).await?;
    let actor = admin.actor();
    let entry = app.entry(Some(actor), Deed::RetentionChanged, actor.uuid());
    write.commit(&[entry]).await?;
    Ok(true)
}

/// Why a record may still be needed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Ties {
    /// It is in the archive.
    pub archived: bool,
    /// A card is on show.
    pub card: bool,
    /// Introductions are under way.
    pub open_matches: usize,
    /// A consent holds.
    pub consent: bool,
}

/// A record that has not been needed for long.
#[derive(Clone, Debug)]
pub struct Stale {
    /// Whose.
    pub id: ClientId,
    /// The client's name.
    pub name: Visible<String>,
    /// When somebody last gave the client attention.
    pub attended: Timestamp,
    /// What speaks for keeping it.
    pub ties: Ties,
    /// When it will be erased by itself.
    pub erased_on: Option<Timestamp>,
    /// Whether this helper may archive or erase it.
    pub may_decide: bool,
}

/// The review list of a helper: the longest without attention first.
///
/// # Errors
/// When storage fails.
pub async fn review(app: &App, who: &SignedIn) -> Result<(Retention, Vec<Stale>), ClientError> {
    let now = app.now();
    let retention = current(app).await?;
    let before = now.plus_days(-days(retention.review_months));
    let mut read = app.store.read().await?;
    let mut rows = read.caseload(who.helper()).await?;
    rows.retain(|row| row.attended <= before);
    rows.sort_by_key(|row| row.attended);
    let mut stale = Vec::with_capacity(rows.len());
    for row in rows {
        let seat = Membership {
            client: row.id,
            helper: who.helper(),
            role: row.role,
        };
        let granted = access::open_client(&who.actor, Some(&seat)).ok_or(ClientError::NotFound)?;
        let name = sealing::open_record(who, &row)?.name().to_owned();
        let name = access::reveal(&granted, row.id, name).ok_or(ClientError::NotFound)?;
        let cards = read.cards_of(&granted).await?;
        let consents = read.consents(&granted).await?;
        let matches = read.matches_of_client(&granted).await?;
        let erased_on = retention
            .erase_months
            .filter(|_| row.archived)
            .map(|months| row.changed.max(row.attended).plus_days(days(months)));
        stale.push(Stale {
            id: row.id,
            name,
            attended: row.attended,
            ties: Ties {
                archived: row.archived,
                card: cards.iter().any(|card| card.is_live(now)),
                open_matches: matches.iter().filter(|row| !row.joint.is_closed()).count(),
                consent: consents.iter().any(|consent| consent.holds(now)),
            },
            erased_on,
            may_decide: match row.role {
                CircleRole::Lead | CircleRole::Deputy => true,
                CircleRole::Member => false,
            },
        });
    }
    Ok((retention, stale))
}

/// How many records wait on a helper's review list; nothing is unsealed.
///
/// # Errors
/// When storage fails.
pub async fn waiting(app: &App, who: &SignedIn) -> Result<usize, Trouble> {
    let before = app
        .now()
        .plus_days(-days(current(app).await?.review_months));
    let rows = app.store.read().await?.caseload(who.helper()).await?;
    Ok(rows.iter().filter(|row| row.attended <= before).count())
}

/// Erases the records whose time in the archive is over, where such a time is
/// set. How many.
///
/// # Errors
/// When storage fails; then nothing was erased.
pub(crate) async fn erase_over(app: &App) -> Result<usize, Trouble> {
    let Some(months) = current(app).await?.erase_months else {
        return Ok(0);
    };
    let before = app.now().plus_days(-days(months));
    let mut write = app.store.write().await?;
    let erased = write.erase_archived_before(before).await?;
    if erased.is_empty() {
        return Ok(0);
    }
    let mut deeds = Vec::with_capacity(erased.len());
    for (client, lead) in &erased {
        deeds.push(app.entry(None, Deed::ClientErased, client.uuid()));
        let kind = NoticeKind::ClientErasedByTime;
        tell(app, &mut write, *lead, kind, client.uuid()).await?;
    }
    write.commit(&deeds).await?;
    app.store.flush().await?;
    Ok(erased.len())
}
