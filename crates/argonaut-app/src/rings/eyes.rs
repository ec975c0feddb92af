//! The eyes of everybody who answers for a card, for one search of rings.

use std::collections::{HashMap, HashSet};

use argonaut_domain::ids::{CardId, HelperId};
use argonaut_domain::trust::TrustField;
use argonaut_engine::rings::Eyes as EyesOfAll;
use argonaut_engine::{Context, ListingId};

use crate::app::App;
use crate::error::Trouble;
use crate::suggestions::Eyes;

/// Everybody's eyes, by helper.
pub(super) struct AllEyes(HashMap<HelperId, Eyes>);

impl AllEyes {
    /// The eyes of all active helpers who have a card on show. Nobody sees a card of `aside`.
    pub(super) async fn open(app: &App, aside: &HashSet<CardId>) -> Result<Self, Trouble> {
        let (world, now) = (app.world(), app.now());
        let owners: HashSet<HelperId> = world
            .cards
            .values()
            .filter(|card| card.is_live(now) && world.is_active(card.owner))
            .map(|card| card.owner)
            .collect();
        let hidden: Vec<String> = aside
            .iter()
            .map(|card| ListingId::Card(*card).to_string())
            .collect();
        let mut read = app.store.read().await?;
        let mut eyes = HashMap::with_capacity(owners.len());
        for owner in owners {
            let viewer = read.viewer(owner).await?;
            // What is put aside for one client is aside for the helper's others here: a ring
            // that is not proposed is the smaller harm.
            let put_aside = read.aside_of(owner, now).await?;
            let hidden = hidden.iter().map(String::as_str);
            let aside = put_aside.iter().map(|(_, listing)| listing.as_str());
            let own = Eyes::new(viewer, app.world(), now)
                .without(hidden.chain(aside))
                .relying(TrustField::General);
            eyes.insert(owner, own);
        }
        Ok(Self(eyes))
    }

    /// Whether a helper sees a card of somebody else.
    pub(super) fn sees(&self, helper: HelperId, card: CardId) -> bool {
        self.0.get(&helper).is_some_and(|eyes| {
            eyes.world
                .finds(&eyes.viewer, ListingId::Card(card), eyes.now)
        })
    }
}

impl EyesOfAll for AllEyes {
    fn of(&self, helper: HelperId) -> Option<&dyn Context> {
        self.0.get(&helper).map(|eyes| eyes as &dyn Context)
    }
}
