//! The rules that a published combination keeps, in the order in which they are
//! explained.

use argonaut_domain::person::{Age, AgeBand, LifeStage};
use argonaut_domain::place::Place;

use super::company::Company;
use super::explain::Reason;
use super::node::Node;
use super::population::Population;
use super::thresholds::Thresholds;

/// The rules, and the numbers that they are checked against.
pub(super) struct Rules<'a> {
    pub(super) population: &'a dyn Population,
    pub(super) thresholds: &'a Thresholds,
    /// Rule (c); `None` where the audience sees the owner anyway, which waives it.
    pub(super) company: Option<Company>,
    /// What earlier cards of the client said.
    pub(super) earlier: Vec<Node>,
}

impl Rules<'_> {
    /// The estimated number of people who share the combination.
    pub(super) fn estimate(&self, node: &Node) -> f64 {
        self.population
            .count(node.place, node.age, node.gender, &node.languages)
    }

    /// The first rule that the node breaks, in the order in which a helper
    /// understands them best; `None` when it breaks none.
    pub(super) fn broken(&self, node: &Node) -> Option<Reason> {
        if self.earlier.iter().any(|earlier| is_finer(node, earlier)) {
            Some(Reason::EarlierCard)
        } else if self.population.area_people(node.place) < self.thresholds.min_area() {
            Some(Reason::SmallArea)
        } else if !self.has_company(node.place) {
            Some(Reason::FewHelpers)
        } else if !self.enough_people(node) {
            Some(Reason::FewPeople)
        } else {
            None
        }
    }

    pub(super) fn has_company(&self, place: Place) -> bool {
        self.company
            .as_ref()
            .is_none_or(|company| company.is_enough(place))
    }

    /// Rule (a), so that the choice of a level tells nothing either: an age is
    /// shown only where each of its siblings could be shown as well. Otherwise
    /// "65 and more" on a card would mean "85 and more", since the younger
    /// bands would have been shown.
    fn enough_people(&self, node: &Node) -> bool {
        let k = f64::from(self.thresholds.k(self.population));
        let enough = |age: Age| {
            self.population
                .count(node.place, age, node.gender, &node.languages)
                >= k
        };
        let mut age = node.age;
        while let Some(parent) = age.parent() {
            if !children(parent).all(enough) {
                return false;
            }
            age = parent;
        }
        enough(age)
    }
}

/// The nodes right below an age.
fn children(parent: Age) -> impl Iterator<Item = Age> {
    let bands = AgeBand::ALL.iter().copied().map(Age::Band);
    let stages = LifeStage::ALL.iter().copied().map(Age::Stage);
    bands
        .chain(stages)
        .chain([Age::Adult, Age::Minor])
        .filter(move |age| age.parent() == Some(parent))
}

/// Whether a node says more about some attribute than an earlier card did.
/// Levels are compared, not values: who moved or grew older stays as coarse.
fn is_finer(node: &Node, earlier: &Node) -> bool {
    node.place.level() < earlier.place.level()
        || node.age.level() < earlier.age.level()
        || (node.gender.is_some() && earlier.gender.is_none())
        || !node
            .languages
            .iter()
            .all(|language| earlier.languages.contains(language))
}
