//! A filter as storage keeps it: codes alone, in one order, so that two equal questions are
//! equal rows.

use argonaut_domain::language::LanguageId;
use argonaut_domain::person::{Gender, LifeStage};
use argonaut_domain::place::Place;
use argonaut_domain::taxonomy::TermId;
use argonaut_engine::{Filter, ListingKind};
use serde::{Deserialize, Serialize};

/// The lists of a filter; those that are empty are left out.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Wanted {
    stages: Vec<LifeStage>,
    genders: Vec<Gender>,
    needs: Vec<TermId>,
    offers: Vec<TermId>,
    interests: Vec<TermId>,
    connections: Vec<TermId>,
    situations: Vec<TermId>,
    place: Option<Place>,
    languages: Vec<LanguageId>,
}

fn sorted<T: Ord + Copy>(list: &[T]) -> Vec<T> {
    let mut list = list.to_vec();
    list.sort_unstable();
    list.dedup();
    list
}

impl Wanted {
    pub(super) fn of(filter: &Filter) -> Self {
        Self {
            stages: sorted(&filter.stages),
            genders: sorted(&filter.genders),
            needs: sorted(&filter.needs),
            offers: sorted(&filter.offers),
            interests: sorted(&filter.interests),
            connections: sorted(&filter.connections),
            situations: sorted(&filter.situations),
            place: filter.place,
            languages: sorted(&filter.languages),
        }
    }

    /// Whether it lets everything pass.
    pub(super) fn is_everything(&self) -> bool {
        *self == Self::default()
    }

    pub(super) fn filter(self, kind: ListingKind) -> Filter {
        Filter {
            stages: self.stages,
            genders: self.genders,
            needs: self.needs,
            offers: self.offers,
            interests: self.interests,
            connections: self.connections,
            situations: self.situations,
            place: self.place,
            languages: self.languages,
            ..Filter::of(kind)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_filter_comes_back_and_equal_questions_are_equal() {
        let mut filter = Filter::of(ListingKind::Card);
        assert!(Wanted::of(&filter).is_everything());
        filter.stages = vec![LifeStage::ALL[1], LifeStage::ALL[0], LifeStage::ALL[1]];
        filter.needs = vec![TermId::FIRST];
        let wanted = Wanted::of(&filter);
        assert!(!wanted.is_everything());
        let kept = serde_json::to_value(&wanted).unwrap();
        let back: Wanted = serde_json::from_value(kept).unwrap();
        assert_eq!(back, wanted);
        let again = back.filter(ListingKind::Card);
        assert_eq!(again.stages, [LifeStage::ALL[0], LifeStage::ALL[1]]);
        assert_eq!(Wanted::of(&again), wanted);
    }
}
