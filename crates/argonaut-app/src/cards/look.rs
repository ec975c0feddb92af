//! Looking at a card that somebody else published (or at one's own).

use argonaut_domain::access::{OwnerSight, Sight};
use argonaut_domain::card::{Card, CardContent};
use argonaut_domain::clock::Week;
use argonaut_domain::ids::{CardId, ClientId, HelperId};
use argonaut_domain::trust::{TrustField, TrustLevel};

use crate::app::App;
use crate::error::{Kind, Trouble};
use crate::limits::reading;
use crate::people::{self, Behind, Face};
use crate::who::SignedIn;
use crate::world::World;

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
    /// How far this helper relies on the owner. Where the owner is hidden, only others'
    /// words count, and it stands only where enough helpers could carry it.
    pub trust: Option<TrustLevel>,
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
    let trust = match &owner {
        Owner::Own(_) => None,
        Owner::Shown(_) => world.trust.level(who.helper(), card.owner),
        Owner::Hidden(_) => hidden_level(&world, who.helper(), card),
    };
    Ok(SeenCard {
        trust,
        id,
        content: card.content.clone(),
        published: card.published,
        waiting_since: card.waiting_since,
        owner,
    })
}

/// So many active helpers of the published place must be able to carry a label before it
/// may stand on a card that hides its owner.
pub const LABEL_AMONG: usize = 10;

/// The label of a card whose owner is hidden, where it says little of who they are.
fn hidden_level(world: &World, me: HelperId, card: &Card) -> Option<TrustLevel> {
    let opinions = world.trust.opinions(me, TrustField::General);
    let level = opinions.hidden.get(&card.owner).copied()?;
    let could_carry = |(helper, of): &(&HelperId, &TrustLevel)| {
        **of == level
            && world.is_active(**helper)
            && card.content.place.contains(world.area_of(**helper))
    };
    let among = opinions.hidden.iter().filter(could_carry).take(LABEL_AMONG);
    (among.count() == LABEL_AMONG).then_some(level)
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
