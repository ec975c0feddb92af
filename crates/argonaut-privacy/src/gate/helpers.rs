//! How many active helpers serve a place: rule (c) of the gate. Counts alone;
//! who they are is nobody's business here.

use std::collections::HashMap;

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
}

/// Counts taken from the areas of the active helpers.
#[derive(Clone, Debug, Default)]
pub struct ServingTable(HashMap<Place, u32>);

impl ServingTable {
    /// Counts helpers by area. Give it one area per helper who is active: in
    /// good standing, and seen lately (the caller says how lately).
    pub fn of(areas: impl IntoIterator<Item = Place>) -> Self {
        let mut counts = HashMap::new();
        for area in areas {
            let mut place = Some(area);
            while let Some(node) = place {
                let count: &mut u32 = counts.entry(node).or_default();
                *count = count.saturating_add(1);
                place = node.parent();
            }
        }
        Self(counts)
    }
}

impl ActiveHelpers for ServingTable {
    fn serving(&self, place: Place) -> u32 {
        self.0.get(&place).copied().unwrap_or(0)
    }
}
