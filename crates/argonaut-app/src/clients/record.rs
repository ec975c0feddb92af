//! Recording a new client: only a name or initials is needed.

use argonaut_domain::audit::Deed;
use argonaut_domain::ids::ClientId;
use argonaut_privacy::dossier::Dossier;

use super::ClientError;
use crate::app::App;
use crate::memory;
use crate::sealing;
use crate::who::SignedIn;

/// Records a client; the helper becomes their lead.
///
/// # Errors
/// [`ClientError::Invalid`] when a field cannot be kept.
pub async fn record(
    app: &App,
    who: &SignedIn,
    mut dossier: Dossier,
) -> Result<ClientId, ClientError> {
    let now = app.now();
    dossier.check(now.date()).map_err(ClientError::Invalid)?;
    dossier.attend(now);
    let new = sealing::new_record(app, who, &dossier)?;
    let mut write = app.store.write().await?;
    memory::amend(app, &mut write, who, |memory| {
        memory.accept(new.id, who.helper(), (1, 1))
    })
    .await?;
    write.insert_client(&new).await?;
    write
        .commit(&[app.entry(Some(who.helper()), Deed::ClientRecorded, new.id.uuid())])
        .await?;
    Ok(new.id)
}

/// Records many clients at once, or none of them.
///
/// # Errors
/// [`ClientError::Invalid`] when a field of one cannot be kept.
pub async fn record_all(
    app: &App,
    who: &SignedIn,
    dossiers: Vec<Dossier>,
) -> Result<Vec<ClientId>, ClientError> {
    let now = app.now();
    let mut news = Vec::with_capacity(dossiers.len());
    for mut dossier in dossiers {
        dossier.check(now.date()).map_err(ClientError::Invalid)?;
        dossier.attend(now);
        news.push(sealing::new_record(app, who, &dossier)?);
    }
    let mut write = app.store.write().await?;
    let mut deeds = vec![app.entry(
        Some(who.helper()),
        Deed::ClientsImported,
        who.helper().uuid(),
    )];
    memory::amend(app, &mut write, who, |memory| {
        news.iter()
            .try_for_each(|new| memory.accept(new.id, who.helper(), (1, 1)))
    })
    .await?;
    for new in &news {
        write.insert_client(new).await?;
        deeds.push(app.entry(Some(who.helper()), Deed::ClientRecorded, new.id.uuid()));
    }
    write.commit(&deeds).await?;
    Ok(news.into_iter().map(|new| new.id).collect())
}
