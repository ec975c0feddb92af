//! A client's card and a listing side by side: match, mismatch, or not known,
//! for each point.

use argonaut_domain::access::Visible;
use argonaut_domain::card::CardContent;
use argonaut_domain::ids::ClientId;
use argonaut_domain::trust::TrustField;
use argonaut_engine::{Comparison, ListingId};

use super::list::asking_card;
use super::{Eyes, Shown, show};
use crate::app::App;
use crate::clients::open::unseal;
use crate::clients::{ClientError, may_open};
use crate::who::SignedIn;

/// Two records side by side.
pub struct Pair {
    /// The client's name.
    pub name: Visible<String>,
    /// The client's side: the card on show, or the one the gate would make.
    pub card: CardContent,
    /// Whether that card is on show.
    pub published: bool,
    /// The other side.
    pub shown: Shown,
    /// Point by point.
    pub comparison: Comparison,
}

/// Sets a client and a listing side by side.
///
/// # Errors
/// [`ClientError::NotFound`] when the client is not theirs, or the listing is
/// not for their eyes.
pub async fn pair(
    app: &App,
    who: &SignedIn,
    id: ClientId,
    listing: ListingId,
) -> Result<Pair, ClientError> {
    let mut read = app.store.read().await?;
    let granted = may_open(&mut read, who, id).await?;
    let (_, dossier) = unseal(&mut read, who, &granted).await?;
    let (card, published) = asking_card(app, &mut read, &granted, dossier.get()).await?;
    let eyes = Eyes::new(read.viewer(who.helper()).await?, app.world(), app.now())
        .relying(TrustField::of_card(&card));
    drop(read);
    let comparison = app
        .keeper()
        .engine()
        .snapshot()
        .pair(&card, listing, &eyes)
        .ok_or(ClientError::NotFound)?;
    let shown = show(app, who, listing)
        .await?
        .ok_or(ClientError::NotFound)?;
    let name = dossier.map(|dossier| dossier.name().to_owned());
    Ok(Pair {
        name,
        card,
        published,
        shown,
        comparison,
    })
}
