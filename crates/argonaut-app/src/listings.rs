//! What of the store becomes a listing of the engine.

use argonaut_domain::card::{Card, Limits};
use argonaut_domain::helper::{Helper, Standing};
use argonaut_engine::{Listing, ServiceListing};
use argonaut_store::Service;

use crate::world::World;

/// Every listing there is.
pub(crate) fn all(world: &World) -> Vec<Listing> {
    let cards = world.cards.values().map(|found| card(found));
    let helpers = world.helpers.values().filter_map(|found| helper(found));
    let services = world.services.values().map(|found| service(found));
    cards.chain(helpers).chain(services).collect()
}

/// A card's listing.
pub(crate) fn card(card: &Card) -> Listing {
    Listing::of_card(card)
}

/// A helper's listing: none without offers, or when the account is not active.
pub(crate) fn helper(helper: &Helper) -> Option<Listing> {
    let listed = helper.standing == Standing::Active;
    // An offer stands until it is changed, so it has no age: it counts as new this week and every week.
    listed.then(|| Listing::of_helper(helper, argonaut_domain::clock::Week(i32::MAX)))
}

/// A service's listing.
pub(crate) fn service(service: &Service) -> Listing {
    let listing = ServiceListing {
        id: service.id,
        place: service.place,
        languages: service.languages.clone(),
        offers: service.terms.clone(),
        situations: Vec::new(),
        serves: Limits::default(),
    };
    Listing::of_service(listing, service.imported.week())
}
