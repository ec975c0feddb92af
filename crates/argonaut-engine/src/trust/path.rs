//! Why a helper stands as they do: the best path of vouches, and who speaks.

use std::cmp::Ordering;
use std::collections::{BinaryHeap, HashMap};

use argonaut_domain::ids::HelperId;

use super::network::Network;
use super::standing::{Label, both};
use super::tie::{Scale, Tie};
use super::view::View;

/// No path has more steps: beyond, nobody knows anybody.
const LONGEST: u8 = 4;

/// One step of a path: what a helper says of the next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// Who speaks.
    pub from: HelperId,
    /// Of whom.
    pub to: HelperId,
    /// What: everything good.
    pub ties: Vec<Tie>,
}

/// Why a helper stands as they do.
#[derive(Clone, Debug, PartialEq)]
pub struct Why {
    /// In words.
    pub label: Label,
    /// What the asker said of them, or has been through with them.
    pub own: Vec<Tie>,
    /// The path whose weakest links are strongest (the greatest product of strengths),
    /// from the asker, or from a founder where the asker has vouched for nobody near.
    /// Empty when there is none of four steps or fewer.
    pub path: Vec<Step>,
    /// Credible helpers who speak for them, the most credible first, by id among equals.
    pub supporters: Vec<HelperId>,
    /// How many credible helpers have something against them. They are not named.
    pub doubters: usize,
}

/// A helper who was reached, and how well.
struct Reached {
    strength: f64,
    steps: u8,
    id: HelperId,
    place: u32,
}

impl Reached {
    fn key(&self) -> impl Ord + use<> {
        // Strengths are products in (0, 1], whose bits are in their order.
        (
            self.strength.to_bits(),
            std::cmp::Reverse((self.steps, self.id)),
        )
    }
}
impl PartialEq for Reached {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}
impl Eq for Reached {}
impl PartialOrd for Reached {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
impl Ord for Reached {
    fn cmp(&self, other: &Self) -> Ordering {
        self.key().cmp(&other.key())
    }
}

impl View {
    /// Why `of` stands with the asker as they do.
    pub fn why(&self, network: &Network, of: HelperId) -> Why {
        let scale = self.scale();
        let mut why = Why {
            label: self.standing(network, of).label(),
            own: network.between(self.asker, of),
            path: Vec::new(),
            supporters: Vec::new(),
            doubters: 0,
        };
        let Some(other) = network.find(of) else {
            return why;
        };
        let mut supporters = Vec::new();
        for told in network.told(other).chunk_by(|a, b| a.other == b.other) {
            let Some(giver) = told.first().map(|link| link.other) else {
                continue;
            };
            let credible = self.credible(giver);
            if Some(giver) == network.find(self.asker) || credible <= 0.0 {
                continue;
            }
            let (good, bad) = both(&scale, told, |link| !link.is_private());
            if good > bad {
                supporters.push((credible, network.id(giver)));
            } else if bad > good {
                why.doubters += 1;
            }
        }
        supporters.sort_unstable_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        why.supporters = supporters.into_iter().filter_map(|(_, id)| id).collect();
        why.path = self
            .best_path(network, &scale, network.find(self.asker).as_slice(), other)
            .or_else(|| {
                let founders: Vec<u32> = network.founders().flatten().collect();
                self.best_path(network, &scale, &founders, other)
            })
            .unwrap_or_default();
        why
    }

    /// Dijkstra's algorithm over those whom credit reached.
    fn best_path(
        &self,
        network: &Network,
        scale: &Scale,
        starts: &[u32],
        to: u32,
    ) -> Option<Vec<Step>> {
        // How each was reached: by whom. Per number of steps, so that a longer but
        // stronger way does not hide a shorter one.
        let mut before: HashMap<(u32, u8), Option<HelperId>> = HashMap::new();
        let mut heap: BinaryHeap<(Reached, Option<HelperId>)> = starts
            .iter()
            .filter_map(|&place| {
                let id = network.id(place)?;
                Some((
                    Reached {
                        strength: 1.0,
                        steps: 0,
                        id,
                        place,
                    },
                    None,
                ))
            })
            .collect();
        while let Some((reached, by)) = heap.pop() {
            let place = (reached.place, reached.steps);
            if before.contains_key(&place) {
                continue;
            }
            before.insert(place, by);
            if reached.place == to {
                return Some(Self::walk(network, &before, place));
            }
            if reached.steps == LONGEST || (self.credit(reached.place) <= 0.0 && reached.steps > 0)
            {
                continue;
            }
            let says = network.says(reached.place);
            for told in says.chunk_by(|a, b| a.other == b.other) {
                let (good, bad) = both(scale, told, |link| !link.is_private());
                let Some(link) = told.first().filter(|_| good > bad) else {
                    continue;
                };
                let next = Reached {
                    strength: reached.strength * good,
                    steps: reached.steps.saturating_add(1),
                    id: network.id(link.other)?,
                    place: link.other,
                };
                if !before.contains_key(&(next.place, next.steps)) {
                    heap.push((next, Some(reached.id)));
                }
            }
        }
        None
    }

    /// The way back from where it ended.
    fn walk(
        network: &Network,
        before: &HashMap<(u32, u8), Option<HelperId>>,
        mut place: (u32, u8),
    ) -> Vec<Step> {
        let mut path = Vec::new();
        while let Some(&Some(by)) = before.get(&place) {
            let (Some(giver), Some(to)) = (network.find(by), network.id(place.0)) else {
                break;
            };
            let mut ties = network.between(by, to);
            ties.retain(Tie::is_good);
            path.push(Step { from: by, to, ties });
            place = (giver, place.1.saturating_sub(1));
        }
        path.reverse();
        path
    }
}
