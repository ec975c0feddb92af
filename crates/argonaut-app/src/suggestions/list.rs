//! The listings that fit a client best. For a client without a card the card
//! that the gate would make is the query, and nothing leaves the caseload.

use argonaut_domain::access::Visible;
use argonaut_domain::card::{Audience, CardContent, CardNeed};
use argonaut_domain::ids::ClientId;
use argonaut_domain::person::Age;
use argonaut_domain::place::Place;
use argonaut_domain::trust::TrustField;
use argonaut_engine::{ListingKind, Query, Reason};
use argonaut_privacy::dossier::Dossier;
use argonaut_store::Read;

use super::{Eyes, Shown, show};
use crate::app::App;
use crate::cards::preview;
use crate::clients::open::unseal;
use crate::clients::{ClientError, may_open};
use crate::who::SignedIn;

/// How many suggestions of each kind.
pub const MOST: usize = 20;
/// How long a search may take: a page that comes late helps nobody. A million
/// cards take some hundredths of a second.
const BUDGET_MILLIS: i64 = 2_000;

/// One suggestion.
#[derive(Clone, Debug)]
pub struct Suggested {
    /// What.
    pub shown: Shown,
    /// Which listing.
    pub id: argonaut_engine::ListingId,
    /// Why, the weightiest first.
    pub reasons: Vec<Reason>,
}

/// What fits a client.
pub struct Suggestions {
    /// The client's name, for the page's head.
    pub name: Visible<String>,
    /// The card that was asked with.
    pub card: CardContent,
    /// Whether that card is on show.
    pub published: bool,
    /// The kind that was asked for.
    pub kind: ListingKind,
    /// The listings, the best first.
    pub found: Vec<Suggested>,
    /// How many were put aside for this client.
    pub aside: usize,
    /// Whether the search came to its end; otherwise better ones may be missing.
    pub complete: bool,
}

/// Ranks the listings of one kind for a client.
///
/// # Errors
/// [`ClientError::NotFound`] when the client is not theirs.
pub async fn list(
    app: &App,
    who: &SignedIn,
    id: ClientId,
    kind: ListingKind,
    include_own: bool,
) -> Result<Suggestions, ClientError> {
    let mut read = app.store.read().await?;
    let granted = may_open(&mut read, who, id).await?;
    let (_, dossier) = unseal(&mut read, who, &granted).await?;
    let (card, published) = asking_card(app, &mut read, &granted, dossier.get()).await?;
    let marks = read.marks(&granted, app.now()).await?;
    let matches = read.matches_of_client(&granted).await?;
    let eyes = Eyes::new(read.viewer(who.helper()).await?, app.world(), app.now())
        .without(marks.iter().map(|mark| mark.listing.as_str()))
        .letting_rest(id, &matches)
        .relying(TrustField::of_card(&card));
    drop(read);
    let query = Query {
        card: card.clone(),
        own: Some(id),
        kind,
        limit: MOST,
        include_own,
    };
    let until = app.now().plus_millis(BUDGET_MILLIS);
    let snapshot = app.keeper().engine().snapshot();
    let answer = snapshot.top_until(&query, &eyes, &|| app.now() > until);
    let mut found = Vec::with_capacity(answer.suggestions.len());
    for suggestion in answer.suggestions {
        if let Some(shown) = show(app, who, suggestion.id).await? {
            found.push(Suggested {
                shown,
                id: suggestion.id,
                reasons: suggestion.reasons,
            });
        }
    }
    let name = dossier.map(|dossier| dossier.name().to_owned());
    Ok(Suggestions {
        name,
        card,
        published,
        kind,
        found,
        aside: marks.len(),
        complete: answer.complete,
    })
}

/// The card to ask with: the one on show, or the one the gate would make.
pub(crate) async fn asking_card(
    app: &App,
    read: &mut Read,
    granted: &argonaut_domain::access::Granted<ClientId>,
    dossier: &Dossier,
) -> Result<(CardContent, bool), ClientError> {
    let cards = read.cards_of(granted).await?;
    if let Some(card) = cards.iter().find(|card| card.is_live(app.now())) {
        return Ok((card.content.clone(), true));
    }
    let would_be = preview::through_the_gate(
        app,
        granted.actor(),
        dossier,
        &dossier.sharing,
        &Audience::Everyone,
        &cards,
    );
    Ok((
        would_be.map_or_else(|_| bare(app, dossier), |passed| passed.content),
        false,
    ))
}

/// What to ask with when the gate would refuse a card: the ordinary terms alone.
fn bare(app: &App, dossier: &Dossier) -> CardContent {
    let truth = dossier.true_card(app.now().date());
    let open = |terms: Vec<argonaut_domain::taxonomy::TermId>| {
        terms
            .into_iter()
            .filter(|term| !term.is_sensitive())
            .collect()
    };
    CardContent {
        place: truth
            .place
            .country()
            .map_or(Place::Anywhere, Place::Country),
        age: truth.age.map_or(Age::Any, |band| {
            if band.stage().is_adult() {
                Age::Adult
            } else {
                Age::Minor
            }
        }),
        gender: None,
        languages: truth.languages,
        needs: truth
            .needs
            .into_iter()
            .filter(|(term, _)| !term.is_sensitive())
            .map(|(term, urgency)| CardNeed::Named(term, urgency))
            .collect(),
        offers: open(truth.offers),
        interests: open(truth.interests),
        connections: open(truth.connections),
        limits: truth.limits,
    }
    .tidy()
}
