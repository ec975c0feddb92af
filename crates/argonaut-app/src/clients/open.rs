//! Opening a client's record. Every opening is noted in the access log.

use argonaut_domain::access::{self, CircleRole, Granted, Membership, Visible};
use argonaut_domain::audit::{AuditEntry, Deed};
use argonaut_domain::card::Card;
use argonaut_domain::clock::Timestamp;
use argonaut_domain::consent::Consent;
use argonaut_domain::ids::ClientId;
use argonaut_privacy::dossier::Dossier;
use argonaut_store::{ClientRow, MatchRow, Read};

use super::{ClientError, may_open};
use crate::app::App;
use crate::error::Trouble;
use crate::sealing;
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
    // One transaction: nothing is shown that the log does not tell of.
    let mut write = app.store.write().await?;
    let granted = may_open(&mut write, who, id).await?;
    let (row, dossier) = unseal(&mut write, who, &granted).await?;
    let opened = OpenClient {
        id,
        dossier,
        version: row.version,
        archived: row.archived,
        created: row.created,
        changed: row.changed,
        attended: row.attended,
        role: row.role,
        circle: write.circle(&granted).await?,
        consents: write.consents(&granted).await?,
        card: write
            .cards_of(&granted)
            .await?
            .into_iter()
            .find(|card| card.is_live(app.now())),
        matches: write.matches_of_client(&granted).await?,
        requests: crate::links::requests::open(&mut write, who, &granted).await?,
        opened: openings(&mut write, &granted).await?,
    };
    let entry = app.entry(Some(who.helper()), Deed::ClientOpened, id.uuid());
    write.commit(&[entry]).await?;
    Ok(opened)
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
    let row = read.client(granted).await?;
    let dossier = sealing::open_record(who, &row)?;
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
