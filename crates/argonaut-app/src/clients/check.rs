//! A record that is not as it was kept: found while reading, confirmed, told once to the
//! helper and to the administrators, and how to go on with it.

use std::collections::HashSet;

use argonaut_domain::access::{self, CircleRole, Granted, Visible};
use argonaut_domain::audit::Deed;
use argonaut_domain::clock::Timestamp;
use argonaut_domain::ids::{ClientId, HelperId};
use argonaut_domain::notice::NoticeKind;
use argonaut_store::{ClientRow, Write};

use super::{ClientError, may_open};
use crate::app::App;
use crate::circle::rotate;
use crate::matches::tell;
use crate::memory::{self, Memory};
use crate::opener::{Opener, RecordTrouble};
use crate::who::SignedIn;

/// What is the matter with a record, for its page.
pub struct Finding {
    /// Which record.
    pub id: ClientId,
    /// What is the matter.
    pub found: RecordTrouble,
    /// The name on it, where it still opens.
    pub name: Option<Visible<String>>,
    /// When the row in storage last changed, as the row says.
    pub changed: Option<Timestamp>,
    /// Versions that are missing since: how often it was changed after this state.
    pub behind: u64,
    /// Who shares it now, as storage says.
    pub by: Option<(HelperId, String)>,
    /// Whether the helper can go on with it as it is.
    pub can_accept: bool,
}

/// A row with its judgement, in the transaction that may change it.
struct Judged {
    granted: Option<Granted<ClientId>>,
    row: Option<ClientRow>,
    opener: Opener,
    found: Option<RecordTrouble>,
}

/// Judges a record inside a writing transaction, where nothing moves meanwhile.
async fn judge(write: &mut Write, who: &SignedIn, id: ClientId) -> Result<Judged, ClientError> {
    let mut opener = Opener::with(Memory::hold(write, who).await?);
    let granted = match may_open(write, who, id).await {
        Ok(granted) => granted,
        Err(ClientError::NotFound) => {
            let known = opener.memory().manifest().remembered(id.bytes());
            // A lead who removes somebody deletes their seat; one's own records nobody may.
            let own = known.is_some_and(|known| known.source == *who.helper().bytes());
            // A deputy erased it, or its time in the archive was over: there is a notice.
            let own = own && !write.was_erased(id).await?;
            return Ok(Judged {
                granted: None,
                row: None,
                opener,
                found: own.then_some(RecordTrouble::Missing),
            });
        }
        Err(error) => return Err(error),
    };
    let row = write.client(&granted).await?;
    opener.meet(write, who, std::slice::from_ref(&row)).await?;
    let found = opener.look(who, &row).err();
    Ok(Judged {
        granted: Some(granted),
        row: Some(row),
        opener,
        found,
    })
}

/// Confirms what a reading found and tells about it once. What comes back is the error to
/// answer with: [`ClientError::Changed`] when it was only that somebody wrote meanwhile.
pub(crate) async fn alarm(
    app: &App,
    who: &SignedIn,
    id: ClientId,
    found: RecordTrouble,
) -> Result<ClientError, ClientError> {
    Ok(match confirm(app, who, id).await? {
        Some(confirmed) => {
            tracing::warn!(client = %id, helper = %who.helper(), %found, "a record is not as it was kept");
            ClientError::Troubled(confirmed)
        }
        None => ClientError::Changed,
    })
}

async fn confirm(
    app: &App,
    who: &SignedIn,
    id: ClientId,
) -> Result<Option<RecordTrouble>, ClientError> {
    let mut write = app.store.write().await?;
    let Some(found) = judge(&mut write, who, id).await?.found else {
        return Ok(None);
    };
    if write
        .raise_alarm(who.helper(), id, found.code(), app.now())
        .await?
    {
        let kind = NoticeKind::RecordAlarm;
        tell(app, &mut write, who.helper(), kind, id.uuid()).await?;
        for admin in write.administrators().await? {
            let kind = NoticeKind::StorageAlarm;
            tell(app, &mut write, admin, kind, id.uuid()).await?;
        }
        let entry = app.entry(Some(who.helper()), Deed::RecordAlarm, id.uuid());
        write.commit(&[entry]).await?;
    }
    Ok(Some(found))
}

/// Keeps what a list taught, finds what is gone, and confirms every trouble.
pub(crate) async fn settle_list(
    app: &App,
    who: &SignedIn,
    opener: Opener,
    rows: &[ClientRow],
    mut troubled: Vec<(ClientId, RecordTrouble)>,
) -> Result<Vec<(ClientId, RecordTrouble)>, ClientError> {
    let here: HashSet<&[u8; 16]> = rows.iter().map(|row| row.id.bytes()).collect();
    let mut left = Vec::new();
    for (record, known) in opener.memory().manifest().records() {
        if here.contains(record) {
            continue;
        }
        let id = ClientId::from_uuid(uuid::Uuid::from_bytes(*record));
        if known.source == *who.helper().bytes() {
            troubled.push((id, RecordTrouble::Missing));
        } else {
            left.push(id);
        }
    }
    let lent = lent(&opener, who, rows);
    opener.keep_by_itself(app, who).await;
    if !left.is_empty() {
        forget(app, who, &left).await?;
    }
    if !lent.is_empty() {
        let mut write = app.store.write().await?;
        come_home(app, &mut write, who, &lent).await?;
        write.commit_unlogged().await?;
    }
    let mut confirmed = Vec::new();
    let mut erased = Vec::new();
    for (id, suspected) in troubled {
        match confirm(app, who, id).await? {
            Some(found) => confirmed.push((id, found)),
            None if suspected == RecordTrouble::Missing => erased.push(id),
            None => {}
        }
    }
    if !erased.is_empty() {
        forget(app, who, &erased).await?;
    }
    Ok(confirmed)
}

/// Records that the helper leads, while they remember another lead: they offered to hand
/// them over.
fn lent(opener: &Opener, who: &SignedIn, rows: &[ClientRow]) -> Vec<ClientId> {
    rows.iter()
        .filter(|row| row.role == CircleRole::Lead)
        .filter(|row| {
            let known = opener.memory().manifest().remembered(row.id.bytes());
            known.is_some_and(|known| known.source != *who.helper().bytes())
        })
        .map(|row| row.id)
        .collect()
}

/// Remembers those of them as one's own again whose offer was declined, or is over.
async fn come_home(
    app: &App,
    write: &mut Write,
    who: &SignedIn,
    lent: &[ClientId],
) -> Result<(), ClientError> {
    let mut memory = Memory::hold(write, who).await?;
    let now = app.now();
    let offers = write.offered_seats(who.helper(), true).await?;
    for id in lent {
        let open = offers.iter().any(|offer| {
            let seat = offer.seat;
            seat.client == *id && seat.role == CircleRole::Lead && now < seat.expires
        });
        if !open {
            memory.follow(*id, who.helper());
        }
    }
    Ok(memory.keep(app, write, who).await?)
}

/// The same for one record that was opened.
pub(crate) async fn come_home_if_lent(
    app: &App,
    write: &mut Write,
    who: &SignedIn,
    row: &ClientRow,
) -> Result<(), ClientError> {
    let memory = Memory::hold(write, who).await?;
    let known = memory.manifest().remembered(row.id.bytes());
    if row.role == CircleRole::Lead && known.is_some_and(|of| of.source != *who.helper().bytes()) {
        come_home(app, write, who, &[row.id]).await?;
    }
    Ok(())
}

/// Forgets records whose lead ended this helper's seat; they were told by a notice.
async fn forget(app: &App, who: &SignedIn, left: &[ClientId]) -> Result<(), ClientError> {
    let mut write = app.store.write().await?;
    let mut memory = Memory::hold(&mut write, who).await?;
    for id in left {
        if write.membership(*id, who.helper()).await?.is_none() {
            memory.forget(*id);
        }
    }
    memory.keep(app, &mut write, who).await?;
    Ok(write.commit_unlogged().await?)
}

/// Looks at a record that is in trouble; `None` when nothing is the matter with it.
///
/// # Errors
/// [`ClientError::NotFound`] when it is not theirs, and never was.
pub async fn look(app: &App, who: &SignedIn, id: ClientId) -> Result<Option<Finding>, ClientError> {
    let mut write = app.store.write().await?;
    let judged = judge(&mut write, who, id).await?;
    let Some(found) = judged.found else {
        return judged.granted.map(|_| None).ok_or(ClientError::NotFound);
    };
    drop(write);
    let known = judged.opener.memory().manifest().remembered(id.bytes());
    let row = judged.row.as_ref();
    let name = row.zip(judged.granted).and_then(|(row, granted)| {
        let opened = match found {
            RecordTrouble::RolledBack | RecordTrouble::Unknown => {
                judged.opener.unseal(who, row).ok()?
            }
            RecordTrouble::Unreadable
            | RecordTrouble::KeyChanged
            | RecordTrouble::OtherLead
            | RecordTrouble::Missing => return None,
        };
        access::reveal(&granted, id, opened.dossier.name().to_owned())
    });
    let behind = known.zip(row).map_or(0, |(known, row)| {
        known
            .version
            .saturating_sub(u64::try_from(row.version).unwrap_or(0))
    });
    let by = row.map(|row| row.wrapped_by).and_then(|by| {
        let world = app.world();
        (by != who.helper()).then(|| {
            let name = world.helpers.get(&by).map(|helper| helper.name.clone());
            (by, name.unwrap_or_default())
        })
    });
    Ok(Some(Finding {
        id,
        found,
        can_accept: acceptable(found, row, &judged.opener, who),
        name,
        changed: row.map(|row| row.changed),
        behind,
        by,
    }))
}

/// Whether the helper can go on with the record as it is. What does not open cannot be
/// gone on with; what was planted from outside can only be offered in the open.
fn acceptable(
    found: RecordTrouble,
    row: Option<&ClientRow>,
    opener: &Opener,
    who: &SignedIn,
) -> bool {
    match (found, row) {
        (RecordTrouble::RolledBack, Some(row)) => opener.unseal(who, row).is_ok(),
        (RecordTrouble::Unknown, Some(row)) => {
            row.wrapped_by == who.helper() && opener.unseal(who, row).is_ok()
        }
        // Another lead, but never an older record with them.
        (RecordTrouble::OtherLead, Some(row)) => {
            opener.is_no_older(row) && opener.unseal_from_other(who, row).is_ok()
        }
        (RecordTrouble::Missing, _) => true,
        (RecordTrouble::Unreadable | RecordTrouble::KeyChanged, _)
        | (RecordTrouble::RolledBack | RecordTrouble::Unknown | RecordTrouble::OtherLead, None) => {
            false
        }
    }
}

/// Goes on with a record as it is: the helper looked at it and says so. A lead's record
/// gets a new key and a version above everything remembered, so that nothing that is left
/// of the state before can be put back in its turn.
///
/// # Errors
/// [`ClientError::Changed`] when nothing is the matter any more;
/// [`ClientError::Troubled`] when it cannot be gone on with.
pub async fn accept(app: &App, who: &SignedIn, id: ClientId) -> Result<(), ClientError> {
    let mut write = app.store.write().await?;
    let judged = judge(&mut write, who, id).await?;
    let Some(found) = judged.found else {
        return Err(judged
            .granted
            .map_or(ClientError::NotFound, |_| ClientError::Changed));
    };
    if !acceptable(found, judged.row.as_ref(), &judged.opener, who) {
        return Err(ClientError::Troubled(found));
    }
    let mut deeds = vec![app.entry(Some(who.helper()), Deed::RecordAccepted, id.uuid())];
    let known = judged.opener.memory().manifest().remembered(id.bytes());
    match (judged.row, judged.granted) {
        (Some(row), Some(granted)) => {
            let source = match (found, known) {
                (RecordTrouble::OtherLead, _) => row.wrapped_by,
                (_, Some(known)) => HelperId::from_uuid(uuid::Uuid::from_bytes(known.source)),
                (_, None) => who.helper(),
            };
            memory::amend(app, &mut write, who, |memory| {
                memory.accept(id, source, (row.epoch, row.version))
            })
            .await?;
            let ours = row.role == CircleRole::Lead && row.wrapped_by == who.helper();
            if ours {
                let opened = judged
                    .opener
                    .unseal(who, &row)
                    .map_err(ClientError::Troubled)?;
                let above = |least: Option<u64>, now: i64| {
                    least
                        .and_then(|least| i64::try_from(least).ok())
                        .unwrap_or(0)
                        .max(now)
                        .saturating_add(1)
                };
                let next = (
                    above(known.map(|known| known.epoch), row.epoch),
                    above(known.map(|known| known.version), row.version),
                );
                deeds.push(
                    rotate::to(app, &mut write, who, &granted, &row, &opened.dossier, next).await?,
                );
            }
        }
        (None, _) | (_, None) => {
            memory::amend(app, &mut write, who, |memory| {
                memory.forget(id);
                Ok(())
            })
            .await?;
        }
    }
    write.settle_alarms(who.helper(), id).await?;
    Ok(write.commit(&deeds).await?)
}

/// Every record of the caseload that is not as it was kept, for the page of them.
///
/// # Errors
/// When storage fails.
pub async fn all(app: &App, who: &SignedIn) -> Result<Vec<(ClientId, RecordTrouble)>, ClientError> {
    let mut read = app.store.read().await?;
    let mut opener = Opener::load(&mut read, who).await?;
    let rows = read.caseload(who.helper()).await?;
    opener.meet(&mut read, who, &rows).await?;
    drop(read);
    let mut troubled = Vec::new();
    for row in &rows {
        if let Err(found) = opener.open(who, row) {
            troubled.push((row.id, found));
        }
    }
    settle_list(app, who, opener, &rows, troubled).await
}
