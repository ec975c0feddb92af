//! The receipt of one consent: what was agreed to, for the client to keep.

use argonaut_domain::access::Visible;
use argonaut_domain::audit::Deed;
use argonaut_domain::consent::{Consent, ConsentScope};
use argonaut_domain::ids::{ClientId, ConsentId};

use crate::app::App;
use crate::clients::open::unseal;
use crate::clients::{ClientError, may_open};
use crate::who::SignedIn;

/// A receipt.
pub struct Receipt {
    /// The consent.
    pub consent: Consent,
    /// The client's name.
    pub name: Visible<String>,
    /// Who gave it in the client's place.
    pub proxy: Option<Visible<String>>,
    /// Who recorded it.
    pub recorded_by: Option<String>,
    /// Who receives what it lets flow, where it names somebody.
    pub recipient: Option<String>,
}

/// Opens the receipt of a consent.
///
/// # Errors
/// [`ClientError::NotFound`] when it is not a consent of a client of theirs.
pub async fn receipt(
    app: &App,
    who: &SignedIn,
    client: ClientId,
    id: ConsentId,
) -> Result<Receipt, ClientError> {
    let mut write = app.store.write().await?;
    let granted = may_open(&mut write, who, client).await?;
    let consent = write
        .consents(&granted)
        .await?
        .into_iter()
        .find(|consent| consent.id == id)
        .ok_or(ClientError::NotFound)?;
    let (_, dossier) = unseal(&mut write, who, &granted).await?;
    let recipient = match &consent.scope {
        ConsentScope::ShareCard => None,
        ConsentScope::Introduce { recipient, .. } => Some(*recipient),
    };
    let recorded_by = write.helper(consent.recorded_by).await?;
    let recipient = match recipient {
        Some(id) => write.helper(id).await?.map(|helper| helper.name),
        None => None,
    };
    let receipt = Receipt {
        name: dossier.clone().map(|dossier| dossier.name().to_owned()),
        proxy: dossier
            .get()
            .proxy_of(id)
            .map(|proxy| proxy.as_str().to_owned())
            .map(|proxy| dossier.clone().map(|_| proxy)),
        recorded_by: recorded_by.map(|helper| helper.name),
        recipient,
        consent,
    };
    let entry = app.entry(Some(who.helper()), Deed::ClientOpened, client.uuid());
    write.commit(&[entry]).await?;
    Ok(receipt)
}
