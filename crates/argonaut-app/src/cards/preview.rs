//! The card that the gate would make, exactly as a stranger would see it, with
//! the reason for each generalisation.

use argonaut_domain::access::{CircleRight, Granted, Viewer, Visible};
use argonaut_domain::card::{Audience, Card, CardContent};
use argonaut_domain::consent::{Consent, ConsentScope};
use argonaut_domain::ids::{ClientId, HelperId};
use argonaut_privacy::dossier::Dossier;
use argonaut_privacy::gate::{self, Chosen, Passed, Refused, Request, TrueValues};
use argonaut_store::Read;

use crate::app::App;
use crate::clients::open::unseal;
use crate::clients::{ClientError, may_open};
use crate::people;
use crate::who::SignedIn;

/// What the publishing page shows.
pub struct Preview {
    /// The client's name, for the page's head.
    pub name: Visible<String>,
    /// What is true, to choose from.
    pub truth: Visible<TrueValues>,
    /// What the helper chose to show.
    pub chosen: Chosen,
    /// For whom.
    pub audience: Audience,
    /// The card, or advice.
    pub outcome: Result<Passed, Refused>,
    /// The consent that lets it be shared; `None` when one is needed first.
    pub consent: Option<Consent>,
    /// The card on show now, if there is one.
    pub on_show: Option<Card>,
    /// Whether the client ever had a card: a later one is never finer.
    pub had_card: bool,
    /// Whether the reader's part in the circle lets them publish it.
    pub may_publish: bool,
}

/// What the helper chooses on the publishing page; `None` is what was chosen before.
#[derive(Clone, Debug, Default)]
pub struct Choice {
    /// What to show.
    pub chosen: Option<Chosen>,
    /// To whom.
    pub audience: Option<Audience>,
}

/// Previews a client's card. Nothing leaves the caseload.
///
/// # Errors
/// [`ClientError::NotFound`] when the client is not theirs.
pub async fn preview(
    app: &App,
    who: &SignedIn,
    id: ClientId,
    choice: Choice,
) -> Result<Preview, ClientError> {
    let mut read = app.store.read().await?;
    let granted = may_open(&mut read, who, id).await?;
    let (row, dossier) = unseal(&mut read, who, &granted).await?;
    let cards = read.cards_of(&granted).await?;
    let on_show = cards.iter().find(|card| card.is_live(app.now())).cloned();
    let consent = sharing_consent(app, &mut read, &granted).await?;
    let viewer = read.viewer(who.helper()).await?;
    let chosen = choice
        .chosen
        .unwrap_or_else(|| dossier.get().sharing.clone());
    let audience = choice
        .audience
        .or_else(|| {
            let stored = on_show.as_ref().map(|card| card.audience.clone());
            stored.map(|audience| who_can_be_met(app, &viewer, audience))
        })
        .unwrap_or(Audience::Everyone);
    let outcome = through_the_gate(app, who.helper(), dossier.get(), &chosen, &audience, &cards);
    let truth = dossier.get().true_card(app.now().date());
    Ok(Preview {
        name: dossier.clone().map(|dossier| dossier.name().to_owned()),
        truth: dossier.map(|_| truth),
        chosen,
        audience,
        outcome,
        consent,
        on_show,
        had_card: !cards.is_empty(),
        may_publish: row.role.may(CircleRight::Answer),
    })
}

/// Chosen helpers who have blocked or were blocked, or are suspended, are chosen no more: their
/// ids stand on no page.
fn who_can_be_met(app: &App, viewer: &Viewer, audience: Audience) -> Audience {
    let world = app.world();
    match audience {
        Audience::Helpers(chosen) => Audience::Helpers(
            chosen
                .into_iter()
                .filter(|id| people::face(&world, viewer, *id).is_some())
                .collect(),
        ),
        Audience::Everyone | Audience::Contacts | Audience::Trusted(_) | Audience::Groups(_) => {
            audience
        }
    }
}

/// The consent under which a card may be shared now: the one that lasts longest.
pub(crate) async fn sharing_consent(
    app: &App,
    read: &mut Read,
    granted: &Granted<ClientId>,
) -> Result<Option<Consent>, ClientError> {
    let now = app.now();
    let all = read.consents(granted).await?;
    Ok(all
        .into_iter()
        .filter(|consent| consent.scope == ConsentScope::ShareCard && consent.holds(now))
        .max_by_key(|consent| consent.expires))
}

/// Asks the gate, for a card that `owner` would answer for.
pub(crate) fn through_the_gate(
    app: &App,
    owner: HelperId,
    dossier: &Dossier,
    chosen: &Chosen,
    audience: &Audience,
    cards: &[Card],
) -> Result<Passed, Refused> {
    let world = app.world();
    let truth = dossier.true_card(app.now().date());
    let earlier: Vec<CardContent> = cards.iter().map(|card| card.content.clone()).collect();
    let request = Request {
        truth: &truth,
        chosen,
        audience,
        owner_area: world.area_of(owner),
        earlier: &earlier,
    };
    gate::pass(
        &request,
        world.population(),
        world.serving.as_ref(),
        &app.thresholds,
    )
}
