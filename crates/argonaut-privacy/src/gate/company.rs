//! Rule (c) of the gate: among how many helpers the owner of an open card hides.

use std::cell::RefCell;
use std::collections::HashMap;

use argonaut_domain::place::Place;

use super::helpers::ActiveHelpers;
use super::population::Population;
use super::thresholds::Thresholds;

/// For a place and all above it: whether an open card that says so has enough
/// helpers behind it.
///
/// Enough active helpers must serve the place. For an owner of a town that cannot
/// be shown this is not all: in a region whose cities are shown, the cards that say
/// no more than "region" come from its villages. So enough helpers must be of
/// towns that hide behind the place, as the owner's does. "Anywhere", the last
/// resort, asks for no more than enough helpers in all.
pub(super) struct Company(Vec<(Place, bool)>);

impl Company {
    /// For the place where the walk through the lattice starts, and all above.
    /// `owner` is the area of the helper who answers for the card.
    pub(super) fn from(
        start: Place,
        owner: Place,
        population: &dyn Population,
        helpers: &dyn ActiveHelpers,
        thresholds: &Thresholds,
    ) -> Self {
        let least = thresholds.min_helpers();
        let is_served = |place: Place| {
            population.area_people(place) >= thresholds.min_area()
                && helpers.serving(place) >= least
        };
        // Many towns lie in one region.
        let known: RefCell<HashMap<Place, bool>> = RefCell::default();
        // Whether cards of a town's helpers say no less than this place: neither
        // the town nor anything between the two can be shown.
        let hides = |town: Place, place: Place| {
            std::iter::successors(Some(town), |below| below.parent())
                .take_while(|below| *below != place)
                .all(|below| match below {
                    Place::City(_) => !is_served(below),
                    Place::Region(_) | Place::Country(_) | Place::Anywhere => {
                        let shown = known.borrow().get(&below).copied();
                        let shown = shown.unwrap_or_else(|| {
                            is_served(below)
                                && helpers.of_towns(below, &|town| !is_served(town)) >= least
                        });
                        known.borrow_mut().insert(below, shown);
                        !shown
                    }
                })
        };
        let enough = |place: Place| {
            let is_hidden = matches!(owner, Place::City(_))
                && owner != place
                && place != Place::Anywhere
                && place.contains(owner)
                && hides(owner, place);
            helpers.serving(place) >= least
                && (!is_hidden || helpers.of_towns(place, &|town| hides(town, place)) >= least)
        };
        let path = std::iter::successors(Some(start), |place| place.parent());
        Self(path.map(|place| (place, enough(place))).collect())
    }

    /// Whether the owner of a card that shows this place hides among enough.
    pub(super) fn is_enough(&self, place: Place) -> bool {
        self.0
            .iter()
            .find(|(known, _)| *known == place)
            .is_some_and(|(_, enough)| *enough)
    }
}
