//! One match, as one of its two helpers sees it.

use argonaut_domain::access::{self, Visible};
use argonaut_domain::audit::Deed;
use argonaut_domain::card::CardContent;
use argonaut_domain::clock::Timestamp;
use argonaut_domain::consent::Consent;
use argonaut_domain::ids::{CardId, MatchId};
use argonaut_domain::introduction::{Match, Party, Side};
use argonaut_domain::link::ClientLink;
use argonaut_privacy::dossier::{Dossier, Released};
use argonaut_privacy::vault::VaultError;
pub use argonaut_store::{MatchEvent, MatchReason};
use argonaut_store::{MatchRow, Read};
use zeroize::Zeroizing;

use super::MatchError;
use super::agree::given_by_link;
use super::list::{Partner, partner};
use super::meeting::{self, Planned};
use crate::app::App;
use crate::clients::open::unseal;
use crate::clients::{ClientError, may_open};
use crate::error::Trouble;
use crate::sealing::{self, Purpose};
use crate::who::SignedIn;

/// A message, open.
pub struct Message {
    /// Whether the helper wrote it.
    pub mine: bool,
    /// What it says; `None` when it cannot be opened (a changed key).
    pub words: Option<Visible<String>>,
    /// When.
    pub sent: Timestamp,
}

/// What a helper's own client said by a link about this introduction.
pub struct ClientSaid {
    /// The links, the latest first: when each was opened and answered.
    pub links: Vec<ClientLink>,
    /// The consent that a yes left, while it holds.
    pub consent: Option<Consent>,
}

/// Everything the page of a match shows.
pub struct Room {
    /// The match.
    pub joint: Match,
    /// On which side the helper stands.
    pub side: Side,
    /// Who is on the other side.
    pub partner: Partner,
    /// The helper's own client's record, if they bring one.
    pub my_client: Option<Visible<Dossier>>,
    /// Links to the helper's own client about this introduction.
    pub client_said: Option<ClientSaid>,
    /// What the helper's own card says.
    pub my_card: Option<CardContent>,
    /// What the other side's card says, while it is on show.
    pub their_card: Option<CardContent>,
    /// The messages, in order.
    pub messages: Vec<Message>,
    /// The timeline, in order.
    pub events: Vec<MatchEvent>,
    /// What the helper released.
    pub my_release: Option<Visible<Released>>,
    /// What the other side released, once both have said yes and while both
    /// consents hold.
    pub their_release: Option<Visible<Released>>,
    /// Why the two were suggested to each other, as it was when one asked, as far as this side
    /// may know it.
    pub reasons: Vec<MatchReason>,
    /// What the helper shows of their client before the decision.
    pub my_detail: Option<Visible<Released>>,
    /// What the other side shows of theirs.
    pub their_detail: Option<Visible<Released>>,
    /// The first meeting, where one is planned and can be opened.
    pub meeting: Option<Planned>,
    /// Whether the two helpers ever came to talk.
    pub talked: bool,
    /// Whether the other helper's key is not the known one: then nothing of
    /// theirs is opened, but one can still read the rest, and withdraw.
    pub key_changed: bool,
    /// Whether the helper's act is awaited.
    pub my_turn: bool,
    /// Whether the other's act is awaited.
    pub their_turn: bool,
}

/// Opens the page of a match.
///
/// # Errors
/// [`MatchError::NotFound`] when they take no part in it.
pub async fn room(app: &App, who: &SignedIn, id: MatchId) -> Result<Room, MatchError> {
    let now = app.now();
    let mut read = app.store.read().await?;
    let row = read.joint(id).await?.ok_or(MatchError::NotFound)?;
    let (granted, side) = access::take_part(&who.actor, &row.joint).ok_or(MatchError::NotFound)?;
    let other = row.joint.helper(side.other());
    let viewer = read.viewer(who.helper()).await?;
    let partner = partner(&app.world(), &viewer, who, &row, other);

    let mut client_said = None;
    let my_client = match *row.joint.parties.of(side) {
        // The record may have been erased since: then the match shows only what is left.
        Party::Client { client, .. } => match may_open(&mut read, who, client).await {
            Ok(granted) => {
                let consents = read.consents(&granted).await?;
                let links = read.links(&granted).await?.into_iter().map(|row| row.link);
                client_said = Some(ClientSaid {
                    links: links.filter(|link| link.introduction == Some(id)).collect(),
                    consent: given_by_link(&consents, id, other, now).map(|(consent, _)| consent),
                });
                // One that cannot be believed is told of on its own page.
                match unseal(&mut read, who, &granted).await {
                    Ok((_, dossier)) => Some(dossier),
                    Err(ClientError::Troubled(_)) => None,
                    Err(error) => return Err(error.into()),
                }
            }
            Err(_) => None,
        },
        Party::Open | Party::Helper => None,
    };
    let my_card = card(&mut read, row.joint.parties.of(side).card(), now).await?;
    let their_card = card(&mut read, row.joint.parties.of(side.other()).card(), now).await?;

    let theirs = sealing::known_key(&mut read, who, other).await;
    let key_changed = matches!(theirs, Err(Trouble::Vault(VaultError::KeyChanged)));
    let mut messages = Vec::new();
    for message in read.messages(&granted).await? {
        let mine = message.sender == who.helper();
        let purpose = Purpose::Message(message.id);
        let opened = if mine {
            sealing::open_own(who, other, purpose, &message.for_sender)
        } else {
            theirs
                .as_ref()
                .ok()
                .and_then(|key| sealing::open_theirs(who, key, purpose, &message.for_recipient))
        };
        let words = opened
            .and_then(|bytes| text(&bytes))
            .and_then(|words| access::reveal_in_match(&granted, id, words));
        messages.push(Message {
            mine,
            words,
            sent: message.sent,
        });
    }

    let (mut my_release, mut their_release) = (None, None);
    let flows = row.joint.releases_flow(now);
    for release in read.releases(&granted).await? {
        let purpose = Purpose::Release(id);
        if release.sender == who.helper() {
            my_release = sealing::open_own(who, other, purpose, &release.for_sender);
        } else if flows && let Ok(key) = &theirs {
            their_release = sealing::open_theirs(who, key, purpose, &release.for_recipient);
        }
    }
    let open = |bytes: Option<Zeroizing<Vec<u8>>>| {
        let released = Released::from_bytes(&bytes?).ok()?;
        access::reveal_in_match(&granted, id, released)
    };
    let (my_release, their_release) = (open(my_release), open(their_release));
    let (mut my_detail, mut their_detail) = (None, None);
    if !row.joint.is_closed() {
        for detail in read.match_details(&granted, now).await? {
            let purpose = Purpose::Message(detail.id);
            if detail.sender == who.helper() {
                my_detail = sealing::open_own(who, other, purpose, &detail.for_sender);
            } else if detail.sender == other
                && let Ok(key) = &theirs
            {
                their_detail = sealing::open_theirs(who, key, purpose, &detail.for_recipient);
            }
        }
    }
    let (my_detail, their_detail) = (open(my_detail), open(their_detail));
    let meeting = read.meeting(&granted).await?;
    let meeting = meeting
        .filter(|_| flows)
        .and_then(|kept| meeting::opened(who, &kept, other, theirs.as_ref().ok()));
    let reasons = seen(read.reasons_in(&granted).await?, side, their_card.is_some());
    let talked = row.names_shown();
    let events = read.match_events(&granted).await?;
    drop(read);
    if their_release.is_some() || their_detail.is_some() {
        let entry = app.entry(Some(who.helper()), Deed::ReleaseRead, id.uuid());
        app.store.write().await?.commit(&[entry]).await?;
    }
    let awaited = row.joint.awaited(now);
    let MatchRow { joint, .. } = row;
    Ok(Room {
        my_turn: *awaited.of(side),
        their_turn: *awaited.of(side.other()),
        joint,
        side,
        partner,
        my_client,
        client_said,
        my_card,
        their_card,
        messages,
        events,
        my_release,
        their_release,
        reasons,
        my_detail,
        their_detail,
        meeting,
        talked,
        key_changed,
    })
}

/// The reasons as this side may know them. They were found for whoever asked, from their
/// client's card; without one, from what a card would say. That is not for the other side.
fn seen(all: Vec<MatchReason>, side: Side, from_card: bool) -> Vec<MatchReason> {
    if side == Side::Asker || from_card {
        all
    } else {
        Vec::new()
    }
}

async fn card(
    read: &mut Read,
    id: Option<CardId>,
    now: Timestamp,
) -> Result<Option<CardContent>, Trouble> {
    let Some(id) = id else { return Ok(None) };
    Ok(read
        .card(id)
        .await?
        .filter(|card| card.is_live(now))
        .map(|card| card.content))
}

fn text(bytes: &[u8]) -> Option<String> {
    std::str::from_utf8(bytes).ok().map(str::to_owned)
}
