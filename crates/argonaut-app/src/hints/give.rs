//! Giving a hint. Each owner is told only what they may see by themselves, and its giver
//! cannot tell from anything whether they were.

use std::sync::Arc;

use argonaut_domain::audit::Deed;
use argonaut_domain::card::Card;
use argonaut_domain::hint::{HintState, MOST_CHARACTERS, MOST_TOLD, QUIET_DAYS};
use argonaut_domain::ids::{CardId, HintId, MatchId};
use argonaut_domain::notice::NoticeKind;
use argonaut_domain::safety::SocialAct;
use argonaut_engine::ListingId;
use argonaut_store::{HintEndRow, HintRow, Write};
use uuid::Uuid;

use super::HintError;
use super::fits::{eyes, others};
use crate::app::App;
use crate::error::Trouble;
use crate::matches::tell;
use crate::safety;
use crate::sealing::{self, Purpose};
use crate::who::SignedIn;

/// A hint, as it was typed.
#[derive(Clone, Debug)]
pub struct Hint {
    /// The two cards.
    pub cards: [CardId; 2],
    /// Why the two could help each other.
    pub words: String,
}

/// Suggests two cards of others to each other.
///
/// # Errors
/// [`HintError::NotFound`] when they do not see both; [`HintError::Apart`] when a limit keeps
/// the two apart; [`HintError::Already`] when they said so before.
pub async fn give(app: &App, who: &SignedIn, hint: Hint) -> Result<HintId, HintError> {
    let words = hint.words.trim();
    if words.is_empty() || words.chars().count() > usize::from(MOST_CHARACTERS) {
        return Err(HintError::BadWords {
            most: MOST_CHARACTERS,
        });
    }
    let [one, other] = hint.cards;
    let (_, one) = others(app, who, one).await?;
    let (_, other) = others(app, who, other).await?;
    if one.client == other.client {
        return Err(HintError::NotFound);
    }
    let now = app.now();
    let mut write = app.store.write().await?;
    let limited = safety::may_act(&mut write, who.helper(), SocialAct::Enquire, now).await?;
    if let Err(until) = limited {
        return Err(HintError::Limited(until));
    }
    let compared = app.keeper().engine().snapshot().pair(
        &one.content,
        ListingId::Card(other.id),
        &eyes(app, &mut write, who, &one).await?,
    );
    if !compared.is_some_and(|compared| compared.allowed) {
        return Err(HintError::Apart);
    }
    let before = write.hints_of_pair(one.client, other.client).await?;
    if before.iter().any(|hint| hint.helper == who.helper()) {
        return Err(HintError::Already);
    }
    let id = HintId::ordered(now, &mut app.rng());
    let ends = vec![
        end(app, &mut write, who, &one, &other, words).await?,
        end(app, &mut write, who, &other, &one, words).await?,
    ];
    for end in ends.iter().filter(|end| end.told) {
        let since = now.plus_days(-QUIET_DAYS);
        if write.hints_told(end.client, since).await? < MOST_TOLD {
            let kind = NoticeKind::HintReceived;
            tell(app, &mut write, end.owner, kind, id.uuid()).await?;
        }
    }
    let row = HintRow {
        id,
        helper: who.helper(),
        made: now,
        state: HintState::Open,
        settled: None,
        ends,
    };
    write.insert_hint(&row).await?;
    write
        .commit(&[app.entry(Some(who.helper()), Deed::HintGiven, id.uuid())])
        .await?;
    Ok(id)
}

/// The end of a card: its helper may read it when they see the other card by themselves, and
/// hear whoever gives the hint.
async fn end(
    app: &App,
    write: &mut Write,
    who: &SignedIn,
    card: &Arc<Card>,
    other: &Arc<Card>,
    words: &str,
) -> Result<HintEndRow, Trouble> {
    let now = app.now();
    let viewer = write.viewer(card.owner).await?;
    let hears = !viewer.is_blocked(who.helper()) && !viewer.is_muted(who.helper());
    let told = hears
        && card.owner != other.owner
        && app.world().finds(&viewer, ListingId::Card(other.id), now);
    let message = Uuid::from_bytes(*MatchId::ordered(now, &mut app.rng()).bytes());
    let purpose = Purpose::Message(message);
    let sealed =
        sealing::seal_between(app, write, who, card.owner, purpose, words.as_bytes()).await?;
    Ok(HintEndRow {
        card: card.id,
        client: card.client,
        owner: card.owner,
        message,
        for_owner: sealed.for_recipient,
        for_sender: sealed.for_sender,
        told,
        aside: None,
    })
}
