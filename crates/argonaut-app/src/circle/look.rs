//! Who can read a client's record, and to whom a seat could be offered.

use argonaut_domain::access::{self, CircleRole, Visible};
use argonaut_domain::clock::Timestamp;
use argonaut_domain::consent::ConsentMethod;
use argonaut_domain::helper::Standing;
use argonaut_domain::ids::{ClientId, HelperId, SeatOfferId};

use super::CircleError;
use crate::app::App;
use crate::clients::open::unseal;
use crate::clients::{ClientError, check, may_open};
use crate::people::{self, Face};
use crate::who::SignedIn;

/// A helper in the circle.
#[derive(Clone, Debug)]
pub struct Reader {
    /// Who.
    pub helper: HelperId,
    /// Their name: whoever shares a client's record is named to the others.
    pub name: String,
    /// In which part.
    pub role: CircleRole,
    /// Since when.
    pub since: Timestamp,
    /// How the client agreed; `None` for whoever recorded the client.
    pub agreed: Option<ConsentMethod>,
    /// Whether their account is active.
    pub active: bool,
    /// Whether they hold the present key.
    pub current: bool,
}

/// A seat that waits for an answer.
#[derive(Clone, Debug)]
pub struct Offered {
    /// Which.
    pub id: SeatOfferId,
    /// To whom.
    pub to: HelperId,
    /// Their name.
    pub name: String,
    /// In which part.
    pub role: CircleRole,
    /// Until when; it may be over.
    pub expires: Timestamp,
    /// Whether it can still be accepted.
    pub open: bool,
}

/// A circle, for its page.
pub struct Circle {
    /// Whose.
    pub client: ClientId,
    /// The client's name.
    pub name: Visible<String>,
    /// The reader's own part.
    pub role: CircleRole,
    /// Everybody who can read the record, the lead first.
    pub readers: Vec<Reader>,
    /// Seats that wait for an answer. The lead alone sees them.
    pub offered: Vec<Offered>,
    /// Contacts without a seat, for the lead to choose from.
    pub contacts: Vec<Face>,
    /// Whether the reader may take the lead, since the lead is gone.
    pub can_take_lead: bool,
    /// Whether somebody left and the key is still to be changed.
    pub rotation_due: bool,
}

/// Looks at a circle.
///
/// # Errors
/// [`CircleError::NotFound`] when the record is not theirs.
pub async fn look(app: &App, who: &SignedIn, client: ClientId) -> Result<Circle, CircleError> {
    let mut read = app.store.read().await?;
    let granted = may_open(&mut read, who, client).await?;
    let (row, dossier) = match unseal(&mut read, who, &granted).await {
        Err(ClientError::Troubled(found)) => {
            drop(read);
            return Err(check::alarm(app, who, client, found).await?.into());
        }
        other => other?,
    };
    let seats = read.seats(&granted).await?;
    let viewer = read.viewer(who.helper()).await?;
    let govern = row.role.may(access::CircleRight::Govern);
    let offers = if govern {
        read.seat_offers(&granted).await?
    } else {
        Vec::new()
    };
    let seat = read.membership(client, who.helper()).await?;
    drop(read);
    let world = app.world();
    let helper = |id: &HelperId| world.helpers.get(id);
    let name = |id: HelperId| helper(&id).map(|of| of.name.clone()).unwrap_or_default();
    let readers: Vec<Reader> = seats
        .iter()
        .map(|seat| Reader {
            helper: seat.membership.helper,
            name: name(seat.membership.helper),
            role: seat.membership.role,
            since: seat.since,
            agreed: seat.agreed,
            active: helper(&seat.membership.helper)
                .is_some_and(|of| of.standing == Standing::Active),
            current: seat.current,
        })
        .collect();
    let deputies = readers
        .iter()
        .filter(|reader| reader.role == CircleRole::Deputy && reader.active)
        .count();
    let lead = readers
        .iter()
        .find(|reader| reader.role == CircleRole::Lead)
        .map_or(Standing::Suspended, |lead| {
            if lead.active {
                Standing::Active
            } else {
                Standing::Suspended
            }
        });
    let seated = |id: HelperId| {
        readers
            .iter()
            .any(|reader| reader.helper == id && reader.current)
            || offers.iter().any(|offer| offer.seat.to == id)
    };
    let mut contacts: Vec<Face> = viewer
        .contacts()
        .filter(|id| govern && !seated(*id))
        .filter_map(|id| people::face(&world, &viewer, id))
        .collect();
    contacts.sort_by_cached_key(|face| crate::fuzzy::plain(&face.name));
    let now = app.now();
    Ok(Circle {
        client,
        name: dossier.map(|dossier| dossier.name().to_owned()),
        role: row.role,
        can_take_lead: access::take_the_lead(&who.actor, seat.as_ref(), lead, deputies).is_some(),
        offered: offers
            .iter()
            .map(|offer| Offered {
                id: offer.id,
                to: offer.seat.to,
                name: name(offer.seat.to),
                role: offer.seat.role,
                expires: offer.seat.expires,
                open: now < offer.seat.expires,
            })
            .collect(),
        readers,
        contacts,
        rotation_due: row.rotation_due,
    })
}
