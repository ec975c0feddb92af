//! Asking another helper about a card, or about the help they offer. Until
//! they accept, neither learns the other's name.

use argonaut_domain::access;
use argonaut_domain::audit::Deed;
use argonaut_domain::ids::{ClientId, HelperId, MatchId};
use argonaut_domain::introduction::{Match, Party};
use argonaut_domain::notice::NoticeKind;
use argonaut_domain::safety::SocialAct;
use argonaut_engine::ListingId;
use argonaut_store::{MatchEvent, Write};
use serde_json::json;

use super::MatchError;
use super::message::{self, MOST_CHARACTERS};
use super::reasons::reasons;
use super::step::tell;
use crate::app::App;
use crate::cards::look;
use crate::clients::may_answer_for;
use crate::error::Trouble;
use crate::safety;
use crate::who::SignedIn;

/// An enquiry, as it was typed.
#[derive(Clone, Debug)]
pub struct Enquiry {
    /// About which card, or which helper's offers.
    pub about: ListingId,
    /// With which client of one's own; `None`: to be said later.
    pub client: Option<ClientId>,
    /// A few words; may be empty.
    pub words: String,
}

/// Sends an enquiry.
///
/// # Errors
/// [`MatchError::Gone`] when it is not on show (any more) for this helper;
/// [`MatchError::AlreadyOpen`] when the two are in an open match.
pub async fn ask(app: &App, who: &SignedIn, enquiry: Enquiry) -> Result<MatchId, MatchError> {
    let words = enquiry.words.trim();
    if words.chars().count() > MOST_CHARACTERS {
        return Err(MatchError::BadMessage {
            most: MOST_CHARACTERS,
        });
    }
    let now = app.now();
    let mut write = app.store.write().await?;
    if let Err(until) = safety::may_act(&mut write, who.helper(), SocialAct::Enquire, now).await? {
        return Err(MatchError::Limited(until));
    }
    let viewer = write.viewer(who.helper()).await?;
    if !app.world().finds(&viewer, enquiry.about, now) {
        return Err(MatchError::Gone);
    }
    let (owner, their_party) = match enquiry.about {
        ListingId::Card(card) => {
            let (owner, client) = look::owner_of(app, card).ok_or(MatchError::Gone)?;
            (
                owner,
                Party::Client {
                    client,
                    card: Some(card),
                },
            )
        }
        ListingId::Helper(helper) if app.world().takes_enquiry(helper, &viewer) => {
            (helper, Party::Helper)
        }
        ListingId::Helper(_) => return Err(MatchError::NotTaken),
        ListingId::Service(_) => return Err(MatchError::Gone),
    };
    let my_party = match enquiry.client {
        Some(client) => bring(app, &mut write, who, client).await?,
        None if their_party == Party::Helper => return Err(MatchError::ClientNeeded),
        None => Party::Open,
    };
    let parties = ((owner, their_party), my_party);
    send(app, who, write, parties, enquiry.about, words).await
}

/// A client of one's own as a party: with the card that is on show, if any.
pub(super) async fn bring(
    app: &App,
    write: &mut Write,
    who: &SignedIn,
    client: ClientId,
) -> Result<Party, MatchError> {
    let granted = may_answer_for(write, who, client).await?;
    if write.client(&granted).await?.archived {
        return Err(MatchError::Gone);
    }
    let cards = write.cards_of(&granted).await?;
    let card = cards
        .into_iter()
        .find(|card| card.is_live(app.now()))
        .map(|card| card.id);
    Ok(Party::Client { client, card })
}

async fn send(
    app: &App,
    who: &SignedIn,
    mut write: Write,
    ((owner, their_party), my_party): ((HelperId, Party), Party),
    about: ListingId,
    words: &str,
) -> Result<MatchId, MatchError> {
    let now = app.now();
    let id = MatchId::ordered(now, &mut app.rng());
    let joint = Match::ask(id, (who.helper(), my_party), (owner, their_party), now);
    let event = MatchEvent {
        version: joint.version,
        at: now,
        side: Some(argonaut_domain::introduction::Side::Asker),
        what: "asked".to_owned(),
        detail: json!({}),
    };
    write.insert_match(&joint, &event).await?;
    if let Some(client) = my_party.client() {
        let reasons = reasons(app, &mut write, who, client, (id, about)).await?;
        write.insert_match_reasons(&reasons).await?;
    }
    let (granted, _) = access::take_part(&who.actor, &joint)
        .ok_or_else(|| Trouble::Bug("the asker takes part".to_owned()))?;
    if !words.is_empty() {
        message::put(app, &mut write, who, &granted, owner, words).await?;
    }
    let is_contact = write.viewer(who.helper()).await?.is_contact(owner);
    if !app.world().comes_quietly(&joint, is_contact) {
        let kind = NoticeKind::EnquiryReceived;
        tell(app, &mut write, owner, kind, id.uuid()).await?;
    }
    write
        .commit(&[app.entry(Some(who.helper()), Deed::EnquirySent, id.uuid())])
        .await?;
    Ok(id)
}
