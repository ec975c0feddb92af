//! Opening a client's record. Every opening is noted in the access log.

use argonaut_domain::access::{self, CircleRole, Granted, Membership, Visible};
use argonaut_domain::audit::{AuditEntry, Deed};
use argonaut_domain::card::Card;
use argonaut_domain::clock::Timestamp;
use argonaut_domain::consent::Consent;
use argonaut_domain::ids::ClientId;
use argonaut_privacy::dossier::Dossier;
use argonaut_store::{ClientRow, MatchRow, Read, Write};

use super::{ClientError, check, may_open};
use crate::app::App;
use crate::circle::rotate;
use crate::error::Trouble;
use crate::groups;
use crate::memory::{self, Memory};
use crate::opener::Opener;
use crate::who::SignedIn;

/// A client's record, open.
pub struct OpenClient {
    /// Whose.
    pub id: ClientId,
    /// What it says.
    pub dossier: Visible<Dossier>,
    /// Its version: to change it, say which one was read.
    pub version: i64,
    /// Whether the client is in the archive.
    pub archived: bool,
    /// When it was recorded.
    pub created: Timestamp,
    /// When it last changed.
    pub changed: Timestamp,
    /// When the client last got attention.
    pub attended: Timestamp,
    /// The reader's part in the circle.
    pub role: CircleRole,
    /// The circle.
    pub circle: Vec<Membership>,
    /// Every consent, latest first.
    pub consents: Vec<Consent>,
    /// The card on show, if there is one.
    pub card: Option<Card>,
    /// Every match, the latest moved first.
    pub matches: Vec<MatchRow>,
    /// What the client asked for through a link and nobody has dealt with.
    pub requests: Vec<crate::links::requests::OpenRequest>,
    /// Who opened the record last before now, each helper once a day, latest
    /// first; `None` for a helper who is gone.
    pub opened: Vec<(Timestamp, Option<String>)>,
}

/// Opens a record for its page.
///
/// # Errors
/// [`ClientError::NotFound`] when it is not theirs.
pub async fn open(app: &App, who: &SignedIn, id: ClientId) -> Result<OpenClient, ClientError> {
    let mut read = app.store.read().await?;
    let mut opener = Opener::load(&mut read, who).await?;
    let granted = may_open(&mut read, who, id).await?;
    let (row, dossier) = match opened(&mut opener, &mut read, who, &granted).await {
        Err(ClientError::Troubled(found)) => {
            drop(read);
            return Err(check::alarm(app, who, id, found).await?);
        }
        other => other?,
    };
    let opened = OpenClient {
        id,
        dossier,
        version: row.version,
        archived: row.archived,
        created: row.created,
        changed: row.changed,
        attended: row.attended,
        role: row.role,
        circle: read.circle(&granted).await?,
        consents: read.consents(&granted).await?,
        card: read
            .cards_of(&granted)
            .await?
            .into_iter()
            .find(|card| card.is_live(app.now())),
        matches: read.matches_of_client(&granted).await?,
        requests: crate::links::requests::open(&mut read, who, &granted).await?,
        opened: openings(&mut read, &granted).await?,
    };
    drop(read);
    let mut deeds = vec![app.entry(Some(who.helper()), Deed::ClientOpened, id.uuid())];
    let mut write = app.store.write().await?;
    opener.keep(app, &mut write, who).await?;
    check::come_home_if_lent(app, &mut write, who, &row).await?;
    if row.rotation_due {
        deeds.extend(rotate::if_due(app, &mut write, who, id).await?);
    }
    if opened.role == CircleRole::Lead {
        // After a change of the key there is another wrap to offer.
        let row = write.client(&granted).await?;
        deeds.extend(groups::share::catch_up(app, &mut write, who, &granted, &row).await?);
    }
    write.commit(&deeds).await?;
    Ok(opened)
}

/// Wraps a record's key by the helper's own, if somebody else's wrap is still in the seat:
/// before the record is sealed again.
pub(crate) async fn settle(
    app: &App,
    write: &mut Write,
    who: &SignedIn,
    granted: &Granted<ClientId>,
) -> Result<(), ClientError> {
    let mut opener = Opener::with(Memory::hold(write, who).await?);
    let row = write.client(granted).await?;
    if row.wrapped_by != who.helper() {
        opener.meet(write, who, std::slice::from_ref(&row)).await?;
        opener.open(who, &row).map_err(ClientError::Troubled)?;
        opener.keep(app, write, who).await?;
    }
    Ok(())
}

/// Remembers that this record was sealed as its next version.
pub(crate) async fn remember_next(
    app: &App,
    write: &mut Write,
    who: &SignedIn,
    row: &ClientRow,
) -> Result<(), Trouble> {
    let next = (row.epoch, row.version.saturating_add(1));
    memory::amend(app, write, who, |memory| {
        memory.note(row.id, who.helper(), next)
    })
    .await
}

/// So many of the latest openings stand on the record's own page.
const LATEST: usize = 3;

async fn openings(
    read: &mut Read,
    granted: &Granted<ClientId>,
) -> Result<Vec<(Timestamp, Option<String>)>, ClientError> {
    let mut names = crate::links::page::Names::default();
    let mut opened: Vec<(Timestamp, Option<String>)> = Vec::new();
    for entry in read.access_log(granted, 50).await? {
        if let (Deed::ClientOpened, Some(actor)) = (entry.deed, entry.actor) {
            let name = names.of(read, actor).await?;
            let day = entry.at.date();
            let told = |line: &(Timestamp, Option<String>)| line.0.date() == day && line.1 == name;
            if opened.len() < LATEST && !opened.iter().any(told) {
                opened.push((entry.at, name));
            }
        }
    }
    Ok(opened)
}

/// The sealed row behind a grant, and what it says.
pub(crate) async fn unseal(
    read: &mut Read,
    who: &SignedIn,
    granted: &Granted<ClientId>,
) -> Result<(ClientRow, Visible<Dossier>), ClientError> {
    let mut opener = Opener::load(read, who).await?;
    opened(&mut opener, read, who, granted).await
}

async fn opened(
    opener: &mut Opener,
    read: &mut Read,
    who: &SignedIn,
    granted: &Granted<ClientId>,
) -> Result<(ClientRow, Visible<Dossier>), ClientError> {
    let row = read.client(granted).await?;
    opener.meet(read, who, std::slice::from_ref(&row)).await?;
    let dossier = opener.open(who, &row).map_err(ClientError::Troubled)?;
    let dossier = access::reveal(granted, row.id, dossier)
        .ok_or_else(|| Trouble::Bug("storage answered with another record".to_owned()))?;
    Ok((row, dossier))
}

/// Who opened or changed the record, latest first.
///
/// # Errors
/// [`ClientError::NotFound`] when it is not theirs.
pub async fn access_log(
    app: &App,
    who: &SignedIn,
    id: ClientId,
) -> Result<Vec<AuditEntry>, ClientError> {
    let mut read = app.store.read().await?;
    let granted = may_open(&mut read, who, id).await?;
    Ok(read.access_log(&granted, 200).await?)
}

/// The access log with the helpers' names, for the circle: latest first.
///
/// # Errors
/// [`ClientError::NotFound`] when it is not theirs.
pub async fn access_log_by_name(
    app: &App,
    who: &SignedIn,
    id: ClientId,
) -> Result<Vec<super::export::Access>, ClientError> {
    let mut read = app.store.read().await?;
    let granted = may_open(&mut read, who, id).await?;
    let mut names = crate::links::page::Names::default();
    let mut log = Vec::new();
    for entry in read.access_log(&granted, 500).await? {
        let by = match entry.actor {
            Some(actor) => names.of(&mut read, actor).await?,
            None => None,
        };
        log.push(super::export::Access { entry, by });
    }
    Ok(log)
}
