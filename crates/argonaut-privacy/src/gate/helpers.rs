//! How many active helpers serve a place: rule (c) of the gate. Counts alone;
//! who they are is nobody's business here.

use std::collections::{BTreeMap, HashMap};

use argonaut_domain::place::Place;

/// Counts active helpers by place.
///
/// A helper **serves** a place when the area of their profile lies within it or
/// equals it. A helper of a region serves the region, its country and anywhere,
/// and none of its cities: that they would go to a city is not known, and what
/// is not known counts as zero. So the count never falls from a place to its
/// parent.
pub trait ActiveHelpers: Send + Sync {
    /// The number of active helpers who serve the place.
    fn serving(&self, place: Place) -> u32;
    /// The number of active helpers whose area is a town within the place for
    /// which `counts` holds.
    fn of_towns(&self, place: Place, counts: &dyn Fn(Place) -> bool) -> u32;
}

/// Counts taken from the areas of the active helpers.
#[derive(Clone, Debug, Default)]
pub struct ServingTable {
    serving: HashMap<Place, u32>,
    /// By town: the helpers whose area it is.
    towns: BTreeMap<Place, u32>,
}

impl ServingTable {
    /// Counts helpers by area. Give it one area per helper who is active: in
    /// good standing, and seen lately (the caller says how lately).
    pub fn of(areas: impl IntoIterator<Item = Place>) -> Self {
        let mut table = Self::default();
        for area in areas {
            if matches!(area, Place::City(_)) {
                let count = table.towns.entry(area).or_default();
                *count = count.saturating_add(1);
            }
            let mut place = Some(area);
            while let Some(node) = place {
                let count = table.serving.entry(node).or_default();
                *count = count.saturating_add(1);
                place = node.parent();
            }
        }
        table
    }
}

impl ActiveHelpers for ServingTable {
    fn serving(&self, place: Place) -> u32 {
        self.serving.get(&place).copied().unwrap_or(0)
    }
    fn of_towns(&self, place: Place, counts: &dyn Fn(Place) -> bool) -> u32 {
        let within = self.towns.iter().filter(|(town, _)| place.contains(**town));
        within
            .filter(|(town, _)| counts(**town))
            .fold(0, |sum, (_, count)| sum.saturating_add(*count))
    }
}
