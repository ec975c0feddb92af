//! What clients ask for through a link, as it lands with their helpers.

use argonaut_domain::access::{self, Granted, Visible};
use argonaut_domain::audit::Deed;
use argonaut_domain::ids::{ClientId, RequestId};
use argonaut_domain::link::ClientRequest;
use argonaut_privacy::dossier::Private;
use argonaut_privacy::vault::Sealed;
use argonaut_store::Read;

use super::{binding, mine};
use crate::app::App;
use crate::clients::{ClientError, may_open};
use crate::error::Trouble;
use crate::who::SignedIn;

/// A request that waits.
#[derive(Clone, Debug)]
pub struct OpenRequest {
    /// The request.
    pub request: ClientRequest,
    /// The client's words; `None` when they were said to another helper of the circle.
    pub words: Option<Visible<Private>>,
}

/// What waits to be dealt with.
pub(crate) async fn open(
    read: &mut Read,
    who: &SignedIn,
    granted: &Granted<ClientId>,
) -> Result<Vec<OpenRequest>, Trouble> {
    let rows = read.client_requests(granted).await?;
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let links = read.links(granted).await?;
    let mut open = Vec::with_capacity(rows.len());
    for row in rows {
        let mut words = None;
        if let Some(link) = links
            .iter()
            .find(|link| link.link.id == row.request.link && link.link.made_by == who.helper())
        {
            let (token, _) = mine::secrets(who, link)?;
            let sealed = Sealed::from_bytes(row.words);
            words = token
                .open_words(&binding(&link.link), row.request.id.bytes(), &sealed)
                .ok()
                .and_then(|bytes| std::str::from_utf8(&bytes).ok().map(Private::from))
                .and_then(|words| access::reveal(granted, link.link.client, words));
        }
        open.push(OpenRequest {
            request: row.request,
            words,
        });
    }
    Ok(open)
}

/// The clients who asked for something that waits.
///
/// # Errors
/// When storage fails.
pub async fn asking(app: &App, who: &SignedIn) -> Result<Vec<ClientId>, Trouble> {
    Ok(app.store.read().await?.asking_clients(who.helper()).await?)
}

/// Notes that a request was dealt with.
///
/// # Errors
/// [`ClientError::NotFound`] when it is not a request of a client of theirs.
pub async fn finish(
    app: &App,
    who: &SignedIn,
    client: ClientId,
    id: RequestId,
) -> Result<(), ClientError> {
    let mut write = app.store.write().await?;
    let granted = may_open(&mut write, who, client).await?;
    let waits = write.client_requests(&granted).await?;
    if !waits.iter().any(|row| row.request.id == id) {
        return Err(ClientError::NotFound);
    }
    write.finish_request(&granted, id, app.now()).await?;
    Ok(write
        .commit(&[app.entry(Some(who.helper()), Deed::RequestDone, client.uuid())])
        .await?)
}
