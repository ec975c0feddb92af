//! Offering a seat in a circle, or the lead: to a contact, with the client's word for it.
//! Nothing appears in anybody's caseload until they accept.

use argonaut_domain::access::{CircleRole, Granted, HelperFacts, OfferedSeat};
use argonaut_domain::audit::Deed;
use argonaut_domain::consent::ConsentMethod;
use argonaut_domain::ids::{ClientId, HandoverId, HelperId, SeatOfferId};
use argonaut_domain::notice::NoticeKind;
use argonaut_privacy::vault::PinnedKey;
use argonaut_store::{ClientRow, SeatOffer, Write};

use super::{CircleError, rotate};
use crate::app::App;
use crate::clients::open::{settle, unseal};
use crate::clients::{ClientError, may_govern};
use crate::error::Trouble;
use crate::matches::tell;
use crate::memory;
use crate::opener::Opener;
use crate::sealing::unsigned;
use crate::who::SignedIn;

/// Days for which an offer can be accepted.
pub const OFFER_DAYS: i64 = 30;

/// What is offered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Terms {
    /// In which part; as lead, the record is handed over.
    pub role: CircleRole,
    /// What a lead who hands over becomes; `None` when they leave the circle.
    pub stays: Option<CircleRole>,
    /// How the client agreed that this helper may read the record.
    pub agreed: ConsentMethod,
}

/// Offers a seat in a client's circle to a contact.
///
/// # Errors
/// [`CircleError::NotAContact`], [`CircleError::Already`] when they have that part, and
/// [`CircleError::KeyChanged`] when their key is not the pinned one.
pub async fn offer(
    app: &App,
    who: &SignedIn,
    client: ClientId,
    to: HelperId,
    terms: Terms,
) -> Result<SeatOfferId, CircleError> {
    let mut write = app.store.write().await?;
    let granted = may_govern(&mut write, who, client).await?;
    settle(app, &mut write, who, &granted).await?;
    let (row, _) = unseal(&mut write, who, &granted).await?;
    let seats = write.seats(&granted).await?;
    let seat = seats
        .iter()
        .find(|seat| seat.membership.helper == to && seat.current);
    if seat.is_some_and(|seat| {
        terms.role != CircleRole::Lead || seat.membership.role == CircleRole::Lead
    }) {
        return Err(CircleError::Already);
    }
    if seat.is_none() {
        reachable(app, &mut write, who, to).await?;
    }
    let key = rotate::known(app, &mut write, who, to).await?;
    let id = put(app, &mut write, who, &granted, &row, &key, terms, None).await?;
    let kind = NoticeKind::SeatOffered;
    tell(app, &mut write, to, kind, who.helper().uuid()).await?;
    let entry = app.entry(Some(who.helper()), Deed::SeatOffered, client.uuid());
    write.commit(&[entry]).await?;
    Ok(id)
}

/// A contact whose account is active, with no block between.
pub(super) async fn reachable(
    app: &App,
    write: &mut Write,
    who: &SignedIn,
    to: HelperId,
) -> Result<(), CircleError> {
    let viewer = write.viewer(who.helper()).await?;
    let world = app.world();
    let fits = viewer.is_contact(to)
        && world
            .helpers
            .get(&to)
            .is_some_and(|helper| viewer.may_meet(HelperFacts::of(helper)));
    if fits {
        Ok(())
    } else {
        Err(CircleError::NotAContact)
    }
}

/// Keeps one offer, with the record's key wrapped for whom it is offered to.
#[expect(
    clippy::too_many_arguments,
    reason = "one row of a loop over a caseload, with everything at hand"
)]
pub(crate) async fn put(
    app: &App,
    write: &mut Write,
    who: &SignedIn,
    granted: &Granted<ClientId>,
    row: &ClientRow,
    key: &PinnedKey,
    terms: Terms,
    handover: Option<HandoverId>,
) -> Result<SeatOfferId, CircleError> {
    let now = app.now();
    let to = HelperId::from_uuid(uuid::Uuid::from_bytes(*key.helper()));
    let opener = Opener::load(write, who).await?;
    let opened = opener
        .look(who, row)
        .map_err(|found| CircleError::Client(ClientError::Troubled(found)))?;
    let wrapped_key = who
        .keys
        .wrap_for(
            key,
            row.id.bytes(),
            unsigned(row.epoch)?,
            &opened.key,
            &mut app.rng(),
        )
        .map_err(Trouble::from)?
        .into_bytes();
    let offer = SeatOffer {
        id: SeatOfferId::ordered(now, &mut app.rng()),
        seat: OfferedSeat {
            client: row.id,
            from: who.helper(),
            to,
            role: terms.role,
            expires: now.plus_days(OFFER_DAYS),
        },
        stays: terms.stays,
        agreed: terms.agreed,
        handover,
        epoch: row.epoch,
        wrapped_key,
        offered: now,
        group: None,
    };
    write.offer_seat(granted, &offer).await?;
    if terms.role == CircleRole::Lead {
        // From now on a new key may come from them, and the record may go.
        memory::amend(app, write, who, |memory| {
            memory.follow(row.id, to);
            Ok(())
        })
        .await?;
    }
    Ok(offer.id)
}
