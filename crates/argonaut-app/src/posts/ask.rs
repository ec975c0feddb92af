//! "Who could help with …?" for a client of one's own: an ask made of what the gate lets
//! through, and of nothing else of the record. It never names the client, and only its
//! author knows for whom it is.

use argonaut_domain::access::Visible;
use argonaut_domain::card::{Audience, CardNeed};
use argonaut_domain::ids::{ClientId, HelperId, PostId};
use argonaut_domain::place::Place;
use argonaut_domain::post::{PostAudience, PostContent, PostKind};
use argonaut_domain::taxonomy::TermId;
use argonaut_engine::{Filter, ListingKind};
use argonaut_privacy::gate::Attribute;

use super::PostError;
use super::write::put;
use crate::app::App;
use crate::cards::preview::{self, Choice};
use crate::clients::ClientError;
use crate::error::Trouble;
use crate::people::Face;
use crate::suggestions::Shown;
use crate::suggestions::find::find;
use crate::who::SignedIn;

/// The most helpers that are named for an ask.
const MOST_LISTED: usize = 5;
/// The most terms for which helpers are looked up.
const MOST_TERMS: usize = 4;
/// On an ask for everyone the place is at least a region: the ask shows its author, and an
/// open card of the same client must not be tied to them by its town.
const COARSEST_FOR_ALL: u8 = 1;

/// A helper who lists what is asked for.
#[derive(Clone, Debug)]
pub struct Listed {
    /// Who.
    pub face: Face,
    /// Which of the terms they offer, or the nearest above or below.
    pub term: TermId,
}

/// What may be asked for a client.
pub struct Askable {
    /// The client's name, for the page's head.
    pub name: Visible<String>,
    /// The needs as the gate lets them through.
    pub needs: Vec<CardNeed>,
    /// The place, no finer than on a card.
    pub place: Place,
    /// Whether a card of this client that hides its owner is on show: an ask shows its author.
    pub hidden_card: bool,
    /// Helpers who list what the client needs.
    pub listed: Vec<Listed>,
}

/// What an asker chose.
#[derive(Clone, Debug)]
pub struct Chosen {
    /// For whom the ask is.
    pub audience: PostAudience,
    /// Which of the needs that the gate lets through.
    pub needs: Vec<CardNeed>,
    /// A few words; they have been through the scrubber.
    pub words: String,
}

/// What may be asked for a client, for this audience.
///
/// # Errors
/// [`PostError::NotFound`] when the client is not theirs.
pub async fn askable(
    app: &App,
    who: &SignedIn,
    client: ClientId,
    audience: &PostAudience,
) -> Result<Askable, PostError> {
    let mut found = through_the_gate(app, who, client, audience).await?;
    let terms: Vec<TermId> = found
        .needs
        .iter()
        .filter_map(|need| match *need {
            CardNeed::Named(term, _) => Some(term),
            CardNeed::OnIntroduction(_) => None,
        })
        .collect();
    found.listed = who_lists(app, who, &terms).await?;
    Ok(found)
}

async fn through_the_gate(
    app: &App,
    who: &SignedIn,
    client: ClientId,
    audience: &PostAudience,
) -> Result<Askable, PostError> {
    let for_card = match audience {
        PostAudience::Everyone => Audience::Everyone,
        PostAudience::Contacts => Audience::Contacts,
        PostAudience::Trusted(level) => Audience::Trusted(*level),
        PostAudience::Groups(groups) => Audience::Groups(groups.clone()),
    };
    let choice = |chosen| Choice {
        chosen,
        audience: Some(for_card.clone()),
    };
    let as_chosen = preview::preview(app, who, client, choice(None)).await?;
    if !as_chosen.may_publish {
        return Err(PostError::Client(ClientError::NotTheLead));
    }
    let hidden_card = as_chosen
        .on_show
        .as_ref()
        .is_some_and(|card| card.audience == Audience::Everyone);
    let (name, outcome) = match as_chosen.outcome {
        Ok(passed) => (as_chosen.name, Ok(passed)),
        // Too much for a card: the needs alone, from nowhere in particular.
        Err(_) => {
            let bare = [
                Attribute::Place,
                Attribute::Age,
                Attribute::Gender,
                Attribute::Languages,
                Attribute::Limits,
            ]
            .into_iter()
            .fold(as_chosen.chosen, |chosen, attribute| chosen.hide(attribute));
            let bare = preview::preview(app, who, client, choice(Some(bare))).await?;
            (bare.name, bare.outcome)
        }
    };
    let (needs, place) = outcome.map_or((Vec::new(), Place::Anywhere), |passed| {
        (passed.content.needs, passed.content.place)
    });
    let place = match audience {
        PostAudience::Everyone => std::iter::successors(Some(place), |place| place.parent())
            .find(|place| place.level() >= COARSEST_FOR_ALL)
            .unwrap_or(Place::Anywhere),
        PostAudience::Contacts | PostAudience::Trusted(_) | PostAudience::Groups(_) => place,
    };
    Ok(Askable {
        name,
        needs,
        place,
        hidden_card,
        listed: Vec::new(),
    })
}

/// Asks the network for a client. Of the needs that were chosen, only those count that the
/// gate lets through now.
///
/// # Errors
/// [`PostError::NothingAsked`] when nothing is left to ask for.
pub async fn ask(
    app: &App,
    who: &SignedIn,
    client: ClientId,
    chosen: Chosen,
) -> Result<PostId, PostError> {
    let gate = through_the_gate(app, who, client, &chosen.audience).await?;
    let content = PostContent {
        needs: gate
            .needs
            .into_iter()
            .filter(|need| chosen.needs.contains(need))
            .collect(),
        place: gate.place,
        offers: Vec::new(),
        words: chosen.words,
        audience: chosen.audience,
    };
    put(app, who, PostKind::Ask, content, Some(client)).await
}

/// Helpers whom this one finds and who list one of these terms, in the engine's order.
pub(super) async fn who_lists(
    app: &App,
    who: &SignedIn,
    terms: &[TermId],
) -> Result<Vec<Listed>, Trouble> {
    let mut listed: Vec<Listed> = Vec::new();
    for term in terms.iter().take(MOST_TERMS) {
        let filter = Filter {
            offers: vec![*term],
            ..Filter::of(ListingKind::Helper)
        };
        for (_, shown) in find(app, who, &filter, 0).await?.found {
            let Shown::Helper(profile) = shown else {
                continue;
            };
            if listed.len() < MOST_LISTED && !is_in(&listed, profile.face.id) {
                listed.push(Listed {
                    face: profile.face,
                    term: *term,
                });
            }
        }
    }
    Ok(listed)
}

fn is_in(listed: &[Listed], helper: HelperId) -> bool {
    listed.iter().any(|one| one.face.id == helper)
}
