//! Looking at a card that somebody else published (or at one's own).

use argonaut_domain::access::{OwnerSight, Sight};
use argonaut_domain::card::CardContent;
use argonaut_domain::clock::Week;
use argonaut_domain::ids::{CardId, ClientId, HelperId};

use crate::app::App;
use crate::error::{Kind, Trouble};
use crate::limits::reading;
use crate::people::{self, Behind, Face};
use crate::who::SignedIn;

/// Why a card cannot be looked at.
#[derive(Debug, thiserror::Error)]
pub enum LookError {
    /// There is no such card, or they may not see it: the two look the same.
    #[error("no such card")]
    NotFound,
    /// Our own trouble.
    #[error(transparent)]
    Trouble(#[from] Trouble),
}

impl LookError {
    /// The kind of failure.
    pub const fn kind(&self) -> Kind {
        match self {
            Self::NotFound => Kind::NotFound,
            Self::Trouble(trouble) => trouble.kind(),
        }
    }
}

/// A card as this helper sees it.
#[derive(Clone, Debug)]
pub struct SeenCard {
    /// Which.
    pub id: CardId,
    /// What it says.
    pub content: CardContent,
    /// The week of publication.
    pub published: Week,
    /// The week since which the client waits.
    pub waiting_since: Week,
    /// Who answers for it, as far as this helper may know.
    pub owner: Owner,
}

/// Who answers for a card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Owner {
    /// A helper who stays hidden until both agree to talk. The number is the
    /// same for this viewer and place each time, and another one for every other.
    Hidden(u16),
    /// A helper who shows themselves to this audience.
    Shown(Face),
    /// The viewer's own client.
    Own(ClientId),
}

/// Looks at a card.
///
/// # Errors
/// [`LookError::NotFound`] when they may not see it.
pub async fn look(app: &App, who: &SignedIn, id: CardId) -> Result<SeenCard, LookError> {
    let viewer = app
        .store
        .read()
        .await
        .map_err(Trouble::from)?
        .viewer(who.helper())
        .await
        .map_err(Trouble::from)?;
    let world = app.world();
    let card = world.cards.get(&id).ok_or(LookError::NotFound)?;
    let behind = Behind::Card(card.content.place);
    let owner = match world.sight(&viewer, card, app.now()) {
        Sight::Nothing => return Err(LookError::NotFound),
        Sight::Own => Owner::Own(card.client),
        Sight::Seen(OwnerSight::Hidden) => {
            Owner::Hidden(people::pseudonym(who, card.owner, &behind))
        }
        Sight::Seen(OwnerSight::Shown) => people::face(&world, &viewer, card.owner).map_or_else(
            || Owner::Hidden(people::pseudonym(who, card.owner, &behind)),
            Owner::Shown,
        ),
    };
    Ok(SeenCard {
        id,
        content: card.content.clone(),
        published: card.published,
        waiting_since: card.waiting_since,
        owner,
    })
}

/// Opens the page of a card: it counts among what this helper was shown today.
///
/// # Errors
/// [`LookError::NotFound`] when they may not see it.
pub async fn open(app: &App, who: &SignedIn, id: CardId) -> Result<SeenCard, LookError> {
    let card = look(app, who, id).await?;
    if !matches!(card.owner, Owner::Own(_)) {
        reading::note(app, who.helper(), [id], None).await?;
    }
    Ok(card)
}

/// The owner of a card, for an enquiry: never shown to the asker.
pub(crate) fn owner_of(app: &App, id: CardId) -> Option<(HelperId, ClientId)> {
    app.world()
        .cards
        .get(&id)
        .map(|card| (card.owner, card.client))
}
