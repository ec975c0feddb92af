//! Changing a record's key: whoever left or was removed keeps a key that opens nothing
//! new. The lead alone does it, so that the others know from whom a new key comes.

use argonaut_domain::access::{CircleRole, Granted};
use argonaut_domain::audit::{AuditEntry, Deed};
use argonaut_domain::ids::{ClientId, HelperId};
use argonaut_privacy::dossier::Dossier;
use argonaut_privacy::vault::{DataKey, PinnedKey, Sealed, VaultError};
use argonaut_store::{ClientRow, Write};

use crate::app::App;
use crate::clients::open::unseal;
use crate::clients::{ClientError, may_open};
use crate::error::Trouble;
use crate::memory;
use crate::sealing::{self, unsigned, version};
use crate::who::SignedIn;

/// Changes the key of a record that waits for it, when its lead opens it.
pub(crate) async fn if_due(
    app: &App,
    write: &mut Write,
    who: &SignedIn,
    id: ClientId,
) -> Result<Option<AuditEntry>, ClientError> {
    let granted = may_open(write, who, id).await?;
    let row = write.client(&granted).await?;
    if row.role != CircleRole::Lead || !row.rotation_due {
        return Ok(None);
    }
    now(app, write, who, &granted).await
}

/// Changes the key now.
pub(crate) async fn now(
    app: &App,
    write: &mut Write,
    who: &SignedIn,
    granted: &Granted<ClientId>,
) -> Result<Option<AuditEntry>, ClientError> {
    let (row, dossier) = unseal(write, who, granted).await?;
    let next = (row.epoch.saturating_add(1), row.version.saturating_add(1));
    to(app, write, who, granted, &row, dossier.get(), next)
        .await
        .map(Some)
}

/// Changes the key to this epoch and version.
pub(crate) async fn to(
    app: &App,
    write: &mut Write,
    who: &SignedIn,
    granted: &Granted<ClientId>,
    row: &ClientRow,
    dossier: &Dossier,
    next: (i64, i64),
) -> Result<AuditEntry, ClientError> {
    let (epoch, _) = next;
    let mut rng = app.rng();
    let key = DataKey::generate(&mut rng);
    let bytes = dossier
        .to_bytes()
        .map_err(|error| Trouble::Bug(error.to_string()))?;
    let sealed = key
        .seal(&version(row.id, next.0, next.1)?, &bytes, &mut rng)
        .map_err(Trouble::from)?;
    write
        .rotate_client(granted, row.version, next, sealed.as_bytes())
        .await?;
    for seat in write.seats(granted).await? {
        let helper = seat.membership.helper;
        let wrap = if helper == who.helper() {
            who.keys
                .wrap_own(row.id.bytes(), unsigned(epoch)?, &key, &mut rng)
                .map_err(Trouble::from)?
        } else {
            match wrap_for(app, write, who, helper, row.id, epoch, &key).await? {
                Some(wrap) => wrap,
                // Their seat keeps a key that opens nothing, until the lead has looked.
                None => continue,
            }
        };
        write
            .wrap_seat(granted, helper, epoch, wrap.as_bytes())
            .await?;
    }
    for offer in write.seat_offers(granted).await? {
        let wrap = if offer.seat.from == who.helper() {
            wrap_for(app, write, who, offer.seat.to, row.id, epoch, &key).await?
        } else {
            None
        };
        match wrap {
            Some(wrap) => {
                write
                    .rewrap_offer(granted, offer.id, epoch, wrap.as_bytes())
                    .await?;
            }
            None => write.end_offer(offer.id, offer.seat.to).await?,
        }
    }
    memory::amend(app, write, who, |memory| {
        memory.note(row.id, who.helper(), next)
    })
    .await?;
    Ok(app.entry(Some(who.helper()), Deed::KeyRotated, row.id.uuid()))
}

/// Wraps a key for another helper; `None` when their key is not the known one.
async fn wrap_for(
    app: &App,
    write: &mut Write,
    who: &SignedIn,
    helper: HelperId,
    client: ClientId,
    epoch: i64,
    key: &DataKey,
) -> Result<Option<Sealed>, Trouble> {
    let known = match known(app, write, who, helper).await {
        Ok(known) => known,
        Err(Trouble::Vault(VaultError::KeyChanged | VaultError::UnusableKey)) => return Ok(None),
        Err(error) => return Err(error),
    };
    let wrap = who.keys.wrap_for(
        &known,
        client.bytes(),
        unsigned(epoch)?,
        key,
        &mut app.rng(),
    )?;
    Ok(Some(wrap))
}

/// Another helper's key, pinned if it never was.
pub(crate) async fn known(
    app: &App,
    write: &mut Write,
    who: &SignedIn,
    helper: HelperId,
) -> Result<PinnedKey, Trouble> {
    sealing::pin(app, write, who, helper).await?;
    sealing::known_key(write, who, helper).await
}
