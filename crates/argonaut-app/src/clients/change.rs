//! Changing a client's record. Who changed it first wins; the other is told,
//! and loses nothing of what they typed.

use argonaut_domain::audit::Deed;
use argonaut_domain::ids::ClientId;
use argonaut_privacy::dossier::Dossier;

use super::open::{remember_next, settle, unseal};
use super::{ClientError, may_open};
use crate::app::App;
use crate::sealing;
use crate::who::SignedIn;

/// Replaces what the record says, except for its notes, its plan, its referrals, its network
/// and what is shared, which have acts of their own. `version` is the one that was read.
///
/// # Errors
/// [`ClientError::Changed`] when somebody was faster.
pub async fn change(
    app: &App,
    who: &SignedIn,
    id: ClientId,
    version: i64,
    new: Dossier,
) -> Result<(), ClientError> {
    edit(app, who, id, Some(version), |old| {
        *old = Dossier {
            format: old.format,
            notes: std::mem::take(&mut old.notes),
            next_note: old.next_note,
            proxies: std::mem::take(&mut old.proxies),
            plan: std::mem::take(&mut old.plan),
            referrals: std::mem::take(&mut old.referrals),
            network: std::mem::take(&mut old.network),
            sharing: std::mem::take(&mut old.sharing),
            last_attention: old.last_attention,
            ..new
        };
    })
    .await
}

/// Opens, edits, checks and seals a record again.
pub(crate) async fn edit(
    app: &App,
    who: &SignedIn,
    id: ClientId,
    version: Option<i64>,
    edit: impl FnOnce(&mut Dossier),
) -> Result<(), ClientError> {
    let always = |dossier: &mut Dossier| {
        edit(dossier);
        true
    };
    edit_if(app, who, id, version, always).await.map(|_| ())
}

/// The same; nothing is kept when `edit` answers `false`, which is passed on.
pub(crate) async fn edit_if(
    app: &App,
    who: &SignedIn,
    id: ClientId,
    version: Option<i64>,
    edit: impl FnOnce(&mut Dossier) -> bool,
) -> Result<bool, ClientError> {
    let now = app.now();
    let mut write = app.store.write().await?;
    let granted = may_open(&mut write, who, id).await?;
    settle(app, &mut write, who, &granted).await?;
    let (row, dossier) = unseal(&mut write, who, &granted).await?;
    if version.is_some_and(|read| read != row.version) {
        return Err(ClientError::Changed);
    }
    let mut dossier = dossier.into_inner();
    if !edit(&mut dossier) {
        return Ok(false);
    }
    dossier.attend(now);
    dossier.check(now.date()).map_err(ClientError::Invalid)?;
    let sealed = sealing::reseal(app, who, &row, &dossier)?;
    write
        .update_client(&granted, &sealed, row.version, now)
        .await?;
    remember_next(app, &mut write, who, &row).await?;
    write
        .commit(&[app.entry(Some(who.helper()), Deed::ClientChanged, id.uuid())])
        .await?;
    Ok(true)
}
