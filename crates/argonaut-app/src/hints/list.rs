//! The hints that a helper got, and those that they gave.

use argonaut_domain::audit::Deed;
use argonaut_domain::clock::Timestamp;
use argonaut_domain::hint::HintState;
use argonaut_domain::ids::{CardId, ClientId, HintId};
use argonaut_engine::ListingId;
use argonaut_store::{HintEndRow, HintRow, Read};

use super::HintError;
use crate::app::App;
use crate::cards::look::SeenCard;
use crate::error::Trouble;
use crate::matches::list::names_of;
use crate::people::{self, Face};
use crate::sealing::{self, Purpose};
use crate::suggestions::{Shown, show};
use crate::who::SignedIn;

/// A hint that somebody gave to this helper.
#[derive(Clone, Debug)]
pub struct GivenHint {
    /// Which.
    pub id: HintId,
    /// Who gave it, where this helper may meet them still.
    pub from: Option<Face>,
    /// For which client of one's own.
    pub client: ClientId,
    /// The client's name.
    pub name: Option<String>,
    /// The card that could fit.
    pub card: SeenCard,
    /// Why, in the giver's words; `None` when they cannot be opened.
    pub words: Option<String>,
    /// When.
    pub made: Timestamp,
}

/// A hint that this helper gave.
#[derive(Clone, Debug)]
pub struct Given {
    /// The two cards, where they are on show for this helper still.
    pub cards: Vec<SeenCard>,
    /// What became of it.
    pub state: HintState,
    /// When it was given.
    pub made: Timestamp,
}

/// Both lists.
#[derive(Clone, Debug, Default)]
pub struct Hints {
    /// What others suggest for one's own clients.
    pub got: Vec<GivenHint>,
    /// What one suggested to others.
    pub gave: Vec<Given>,
}

/// The hints that a helper got and gave.
///
/// # Errors
/// When storage fails.
pub async fn list(app: &App, who: &SignedIn) -> Result<Hints, Trouble> {
    let me = who.helper();
    let mut read = app.store.read().await?;
    let (received, sent) = (read.hints_for(me).await?, read.hints_by(me).await?);
    let mut got = Vec::new();
    for hint in &received {
        got.extend(received_one(app, &mut read, who, hint).await?);
    }
    drop(read);
    let clients: Vec<ClientId> = got.iter().map(|hint| hint.client).collect();
    let names = names_of(app, who, &clients).await?;
    for hint in &mut got {
        hint.name = names.get(&hint.client).cloned();
    }
    let mut gave = Vec::with_capacity(sent.len());
    for hint in sent {
        let mut cards = Vec::new();
        for end in &hint.ends {
            cards.extend(seen(app, who, end.card).await?);
        }
        gave.push(Given {
            cards,
            state: hint.state,
            made: hint.made,
        });
    }
    Ok(Hints { got, gave })
}

async fn seen(app: &App, who: &SignedIn, card: CardId) -> Result<Option<SeenCard>, Trouble> {
    let shown = show(app, who, ListingId::Card(card)).await?;
    Ok(match shown {
        Some(Shown::Card(card)) => Some(*card),
        Some(Shown::Helper(_) | Shown::Service(_)) | None => None,
    })
}

/// A hint as its reader sees it now: not when the other card went, or somebody was blocked.
async fn received_one(
    app: &App,
    read: &mut Read,
    who: &SignedIn,
    hint: &HintRow,
) -> Result<Option<GivenHint>, Trouble> {
    let me = who.helper();
    let (Some(mine), Some(theirs)) = (
        hint.ends.iter().find(|end| end.owner == me && end.told),
        hint.ends.iter().find(|end| end.owner != me),
    ) else {
        return Ok(None);
    };
    let viewer = read.viewer(me).await?;
    let world = app.world();
    let on_show = |end: &HintEndRow| world.cards.contains_key(&end.card);
    let hears = !viewer.is_blocked(hint.helper) && !viewer.is_muted(hint.helper);
    let finds = world.finds(&viewer, ListingId::Card(theirs.card), app.now());
    if !hears || !finds || !on_show(mine) {
        return Ok(None);
    }
    let Some(card) = seen(app, who, theirs.card).await? else {
        return Ok(None);
    };
    let key = sealing::known_key(read, who, hint.helper).await.ok();
    let words = key
        .and_then(|key| {
            let purpose = Purpose::Message(mine.message);
            sealing::open_theirs(who, &key, purpose, &mine.for_owner)
        })
        .and_then(|bytes| std::str::from_utf8(&bytes).ok().map(str::to_owned));
    Ok(Some(GivenHint {
        id: hint.id,
        from: people::face(&world, &viewer, hint.helper),
        client: mine.client,
        name: None,
        card,
        words,
        made: hint.made,
    }))
}

/// Puts a hint aside. Whoever gave it does not learn of it.
///
/// # Errors
/// [`HintError::NotFound`] when it was not given to them, or is aside.
pub async fn put_aside(app: &App, who: &SignedIn, id: HintId) -> Result<(), HintError> {
    let mut write = app.store.write().await?;
    write.put_hint_aside(id, who.helper(), app.now()).await?;
    let entry = app.entry(Some(who.helper()), Deed::HintPutAside, id.uuid());
    Ok(write.commit(&[entry]).await?)
}
