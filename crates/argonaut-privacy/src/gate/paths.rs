//! The walk through the lattice: what each attribute may become, what each step
//! costs, and the first node that keeps the rules.

use argonaut_domain::language::LanguageId;
use argonaut_domain::person::{Age, AgeBand, Gender};
use argonaut_domain::place::Place;

use super::explain::{Attribute, Reason};
use super::lattice::{Axis, Lattice};
use super::node::Node;
use super::rules::Rules;

/// What is lost per level of the place: city, region, country, anywhere. The
/// place weighs most, since help is mostly given nearby.
const PLACE_LOSS: [u32; 4] = [0, 60, 140, 200];
/// What is lost per level of the age: band, stage, adult or child, any.
const AGE_LOSS: [u32; 4] = [0, 8, 24, 40];
/// What is lost when the gender is left out.
const GENDER_LOSS: u32 = 20;
/// What is lost as the languages go: in equal steps up to `SOME` while one is
/// still named, and `ALL` when none is left, since people need one in common.
const SOME_LANGUAGES_LOSS: u32 = 30;
const ALL_LANGUAGES_LOSS: u32 = 50;
/// The number of bands over which the loss of an age is averaged.
const BANDS: u64 = AgeBand::ALL.len() as u64;

/// Where the walk through the lattice starts: each attribute with the values
/// it may take, the finest first.
pub(super) struct Paths {
    pub(super) places: Vec<Place>,
    pub(super) ages: Vec<Age>,
    pub(super) genders: Vec<Option<Gender>>,
    pub(super) languages: Vec<Vec<LanguageId>>,
}

impl Paths {
    /// The paths from a node upwards. Languages are given up one by one: first
    /// those that an earlier card did not name, then the one that fewest people
    /// of the country speak.
    pub(super) fn from(start: &Node, rules: &Rules<'_>) -> Self {
        let places: Vec<Place> =
            std::iter::successors(Some(start.place), |place| place.parent()).collect();
        let ages = std::iter::successors(Some(start.age), |age| age.parent()).collect();
        let genders = if start.gender.is_some() {
            vec![start.gender, None]
        } else {
            vec![None]
        };
        // Ordered for the country (or for what is known instead), so that the
        // order does not depend on how finely the place is shown.
        let home = places.iter().rev().nth(1).copied().unwrap_or(start.place);
        let mut by_speakers: Vec<(bool, f64, LanguageId)> = start
            .languages
            .iter()
            .map(|&language| {
                let new = rules
                    .earlier
                    .iter()
                    .any(|card| !card.languages.contains(&language));
                let speakers = rules.population.count(home, Age::Any, None, &[language]);
                (new, speakers, language)
            })
            .collect();
        by_speakers.sort_by(|a, b| a.0.cmp(&b.0).then(b.1.total_cmp(&a.1)).then(a.2.cmp(&b.2)));
        by_speakers.dedup_by_key(|entry| entry.2);
        let ordered: Vec<LanguageId> = by_speakers
            .into_iter()
            .map(|(.., language)| language)
            .collect();
        let languages = (0..=ordered.len())
            .rev()
            .map(|kept| {
                let mut languages: Vec<LanguageId> = ordered.iter().copied().take(kept).collect();
                languages.sort_unstable();
                languages
            })
            .collect();
        Self {
            places,
            ages,
            genders,
            languages,
        }
    }

    /// The node with the least loss that breaks no rule and still says
    /// something about every attribute that must be on the card.
    ///
    /// The place, the gender and the languages are chosen for all ages at once,
    /// by the mean loss over the bands: had they been chosen for the client's
    /// own age, they would tell it. Then the age is as fine as the rules allow.
    pub(super) fn least(
        &self,
        rules: &Rules<'_>,
        kept: impl Fn(Attribute) -> bool,
    ) -> Option<Found> {
        let keep = [
            Attribute::Place,
            Attribute::Age,
            Attribute::Gender,
            Attribute::Languages,
        ]
        .map(kept);
        let [places, genders, languages] = self.axes();
        let lattice = Lattice::new(&[places, genders, languages]);
        let mut best: Option<(u64, Found)> = None;
        for (loss, levels) in lattice.nodes() {
            let loss = loss.saturating_mul(BANDS);
            if best.as_ref().is_some_and(|&(least, _)| least <= loss) {
                break;
            }
            let &[place, gender, languages] = levels else {
                continue;
            };
            let found = |age: u8| {
                let levels = vec![place, age, gender, languages];
                let node = self.at(&levels)?;
                (self.keeps(&node, keep) && rules.broken(&node).is_none())
                    .then_some(Found { levels, node })
            };
            let Some(found) = (0..=u8::MAX)
                .zip(&self.ages)
                .find_map(|(age, _)| found(age))
            else {
                continue;
            };
            let total = loss.saturating_add(self.loss_of_ages(&found.node, rules));
            if best.as_ref().is_none_or(|&(least, _)| total < least) {
                best = Some((total, found));
            }
        }
        best.map(|(_, found)| found)
    }

    /// What all bands together lose when the rest of a card is that of the node.
    fn loss_of_ages(&self, node: &Node, rules: &Rules<'_>) -> u64 {
        if self.ages.len() < 2 {
            return 0;
        }
        let finest = self.ages.first().map_or(0, |age| age.level());
        let shown = |band: AgeBand| {
            std::iter::successors(Some(Age::Band(band)), |age| age.parent())
                .filter(|age| age.level() >= finest)
                .find(|&age| {
                    let node = Node {
                        age,
                        ..node.clone()
                    };
                    rules.broken(&node).is_none()
                })
        };
        AgeBand::ALL
            .iter()
            .map(|&band| u64::from(at_level(AGE_LOSS, shown(band).unwrap_or_default().level())))
            .sum()
    }

    /// Whether the node says something about each attribute that must stay,
    /// as far as there was something to say.
    fn keeps(&self, node: &Node, [place, age, gender, languages]: [bool; 4]) -> bool {
        let lost = [
            (
                place,
                node.place == Place::Anywhere && self.places.len() > 1,
            ),
            (age, node.age == Age::Any && self.ages.len() > 1),
            (gender, node.gender.is_none() && self.genders.len() > 1),
            (
                languages,
                node.languages.is_empty() && self.languages.len() > 1,
            ),
        ];
        !lost.iter().any(|&(kept, lost)| kept && lost)
    }

    /// What the level right below the chosen one broke, per attribute.
    pub(super) fn reason(&self, chosen: &Found, axis: usize, rules: &Rules<'_>) -> Reason {
        let mut levels = chosen.levels.clone();
        if let Some(level) = levels.get_mut(axis) {
            *level = level.saturating_sub(1);
        }
        self.at(&levels)
            .and_then(|finer| rules.broken(&finer))
            .unwrap_or(Reason::FewPeople)
    }

    fn at(&self, levels: &[u8]) -> Option<Node> {
        let [place, age, gender, languages] = *levels else {
            return None;
        };
        Some(Node {
            place: *self.places.get(usize::from(place))?,
            age: *self.ages.get(usize::from(age))?,
            gender: *self.genders.get(usize::from(gender))?,
            languages: self.languages.get(usize::from(languages))?.clone(),
        })
    }

    /// Place, gender and languages, in the order in which ties are decided.
    fn axes(&self) -> [Axis; 3] {
        let all = u32::try_from(self.languages.len().saturating_sub(1)).unwrap_or(u32::MAX);
        let languages = (0..=all).map(|dropped| {
            if dropped == all && all > 0 {
                ALL_LANGUAGES_LOSS
            } else {
                SOME_LANGUAGES_LOSS * dropped / all.max(1)
            }
        });
        [
            Axis::new(
                self.places
                    .iter()
                    .map(|place| at_level(PLACE_LOSS, place.level())),
            ),
            Axis::new(
                self.genders
                    .iter()
                    .map(|gender| if gender.is_some() { 0 } else { GENDER_LOSS }),
            ),
            Axis::new(languages),
        ]
    }
}

/// A node that passes, with the level it has on each path.
pub(super) struct Found {
    levels: Vec<u8>,
    pub(super) node: Node,
}

fn at_level(losses: [u32; 4], level: u8) -> u32 {
    losses.get(usize::from(level)).copied().unwrap_or(u32::MAX)
}
