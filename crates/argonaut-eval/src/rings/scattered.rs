//! A scattered graph: nodes in invented cities, arcs by chance. Cities lie at random on 600 × 600 km and
//! their sizes follow Zipf's law (mean 2,000 cards, exponent 1); cards scatter
//! around a centre (Gaussian; the spread grows with the root of the size).
//! Each card's givers are drawn from the ten times as many cards that are
//! nearest to it, and a gift is worth a strength (uniform in 0.2..1) halved at
//! 50 km, as in the engine's score. Numbers are shuffled, so that neighbours do
//! not lie side by side. No card is behind a node: gifts are independent, so
//! that hardly any ring repeats, which is the worst case for the bound.

use std::collections::BTreeSet;

use argonaut_engine::rings::Arc;
use rand::rngs::StdRng;
use rand::seq::SliceRandom as _;
use rand::{RngExt as _, SeedableRng as _};

const SIDE_KM: f64 = 600.0;
const CITY: f64 = 2_000.0;

/// Nodes, arcs, and the offers that could start chains.
pub(super) struct Scattered {
    pub(super) nodes: u32,
    pub(super) arcs: Vec<Arc>,
    pub(super) starts: std::ops::Range<u32>,
}

/// Invents `count` cards with `givers` givers each.
pub(super) fn cards(count: u32, givers: u32, seed: u64) -> Scattered {
    let mut rng = StdRng::seed_from_u64(seed);
    let mut places = places(&mut rng, count as usize);
    places.shuffle(&mut rng);
    let grid = Grid::of(&places);
    let mut arcs = Vec::new();
    let mut near = Vec::new();
    for (to, place) in (0_u32..).zip(&places) {
        grid.nearest(&places, *place, 10 * givers as usize + 1, &mut near);
        near.retain(|&(_, node)| node != to);
        let (drawn, _) = near.partial_shuffle(&mut rng, givers as usize);
        for &mut (distance, from) in drawn {
            arcs.push(gift(&mut rng, from, to, distance));
        }
    }
    // One offer for each twenty cards, to as many cards as a card has givers.
    let starts = count..count + count / 20;
    let mut offered = BTreeSet::new();
    for from in starts.clone() {
        let place = (
            rng.random_range(0.0..SIDE_KM),
            rng.random_range(0.0..SIDE_KM),
        );
        grid.nearest(&places, place, 10 * givers as usize, &mut near);
        let (drawn, _) = near.partial_shuffle(&mut rng, givers as usize);
        for &mut (distance, to) in drawn {
            offered.insert((from, to));
            arcs.push(gift(&mut rng, from, to, distance));
        }
    }
    Scattered {
        nodes: starts.end,
        arcs,
        starts,
    }
}

fn gift(rng: &mut StdRng, from: u32, to: u32, distance: f64) -> Arc {
    Arc {
        from,
        to,
        weight: rng.random_range(0.2..1.0) / (1.0 + distance / 50.0),
    }
}

fn places(rng: &mut StdRng, count: usize) -> Vec<(f64, f64)> {
    let cities = ((count as f64 / CITY).ceil() as usize).max(1);
    let total: f64 = (1..=cities).map(|rank| 1.0 / rank as f64).sum();
    let mut places = Vec::with_capacity(count);
    for rank in 1..=cities {
        let share = 1.0 / (rank as f64 * total);
        let size = if rank == cities {
            count - places.len()
        } else {
            ((count as f64 * share).round() as usize).min(count - places.len())
        };
        let centre = (
            rng.random_range(0.0..SIDE_KM),
            rng.random_range(0.0..SIDE_KM),
        );
        let spread = 5.0 * (size as f64 / CITY).sqrt().max(0.3);
        for _ in 0..size {
            places.push((
                centre.0 + spread * gaussian(rng),
                centre.1 + spread * gaussian(rng),
            ));
        }
    }
    places
}

/// Box and Muller's.
fn gaussian(rng: &mut StdRng) -> f64 {
    let radius = (-2.0 * rng.random_range(1e-12_f64..1.0).ln()).sqrt();
    radius * (std::f64::consts::TAU * rng.random_range(0.0_f64..1.0)).cos()
}

/// Places sorted by their first coordinate, in strips.
struct Grid {
    cell: f64,
    cells: std::collections::BTreeMap<(i32, i32), Vec<u32>>,
    reach: i32,
}

impl Grid {
    fn of(places: &[(f64, f64)]) -> Self {
        let cell = 1.0;
        let mut cells: std::collections::BTreeMap<(i32, i32), Vec<u32>> =
            std::collections::BTreeMap::new();
        for (node, place) in (0_u32..).zip(places) {
            cells
                .entry(Self::cell(*place, cell))
                .or_default()
                .push(node);
        }
        Self {
            cell,
            cells,
            reach: 2 * SIDE_KM as i32,
        }
    }

    fn cell(place: (f64, f64), cell: f64) -> (i32, i32) {
        (
            (place.0 / cell).floor() as i32,
            (place.1 / cell).floor() as i32,
        )
    }

    /// The `count` nearest places, with their distances, nearest first.
    fn nearest(
        &self,
        places: &[(f64, f64)],
        from: (f64, f64),
        count: usize,
        into: &mut Vec<(f64, u32)>,
    ) {
        into.clear();
        let middle = Self::cell(from, self.cell);
        let mut sure = 0;
        for ring in 0..self.reach {
            for x in -ring..=ring {
                let edge = x.abs() == ring;
                let step = if edge || ring == 0 {
                    1
                } else {
                    2 * ring as usize
                };
                for y in (-ring..=ring).step_by(step) {
                    for &node in self
                        .cells
                        .get(&(middle.0 + x, middle.1 + y))
                        .into_iter()
                        .flatten()
                    {
                        if let Some(place) = places.get(node as usize) {
                            let (dx, dy) = (place.0 - from.0, place.1 - from.1);
                            into.push((dx.hypot(dy), node));
                        }
                    }
                }
            }
            // Whatever is nearer than the rings that are done has been seen.
            if into.len() >= count {
                let radius = f64::from(ring) * self.cell;
                sure = into
                    .iter()
                    .filter(|(distance, _)| *distance <= radius)
                    .count();
            }
            if sure >= count || into.len() == places.len() {
                break;
            }
        }
        into.sort_unstable_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
        into.truncate(count);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_card_has_its_givers_and_the_seed_decides() {
        let invented = cards(500, 6, 3);
        assert_eq!(invented.arcs.len(), 500 * 6 + 25 * 6);
        let mut got = vec![0; 525];
        for arc in invented.arcs.iter().filter(|arc| arc.from < 500) {
            assert_ne!(arc.from, arc.to);
            got[arc.to as usize] += 1;
        }
        assert!(got[..500].iter().all(|&givers| givers == 6));
        assert_eq!(invented.arcs, cards(500, 6, 3).arcs);
        assert_ne!(invented.arcs, cards(500, 6, 4).arcs);
    }
}
