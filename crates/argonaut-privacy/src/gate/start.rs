//! What would stand on a card if nothing had to be generalised, and its way
//! from there to a card that may be published.

use argonaut_domain::card::{CardContent, Limits};
use argonaut_domain::language::LanguageId;
use argonaut_domain::person::{Age, Gender};
use argonaut_domain::place::Place;

use super::advice::advise;
use super::explain::{Attribute, Explanation, Reason, Value};
use super::node::Node;
use super::pass::{Advice, Passed, Refused};
use super::paths::{Found, Paths};
use super::rules::Rules;
use super::terms::Terms;
use super::truth::{Chosen, TrueValues};

/// What would stand on the card if nothing had to be generalised.
pub(super) struct Start {
    node: Node,
    spoken: Vec<LanguageId>,
    terms: Terms,
    limits: Limits,
}

impl Start {
    pub(super) fn chosen(
        truth: &TrueValues,
        chosen: &Chosen,
        explanations: &mut Vec<Explanation>,
    ) -> Self {
        let place = if chosen.shows(Attribute::Place) {
            truth.place
        } else {
            Place::Anywhere
        };
        let place = std::iter::successors(Some(place), |place| place.parent())
            .find(|place| place.level() >= chosen.finest_place)
            .unwrap_or(Place::Anywhere);
        let age = truth
            .age
            .filter(|_| chosen.shows(Attribute::Age))
            .map_or(Age::Any, Age::Band);
        let gender = truth.gender.filter(|_| chosen.shows(Attribute::Gender));
        let spoken = if chosen.shows(Attribute::Languages) {
            truth.languages.clone()
        } else {
            Vec::new()
        };
        let limits = if chosen.shows(Attribute::Limits) {
            truth.limits.clone()
        } else {
            Limits::default()
        };
        let terms = Terms::chosen(truth, chosen, explanations);
        Self::new(place, age, gender, spoken, terms, limits)
    }

    pub(super) fn published(card: &CardContent, explanations: &mut Vec<Explanation>) -> Self {
        let terms = Terms {
            needs: card.needs.clone(),
            offers: card.offers.clone(),
            interests: card.interests.clone(),
            connections: card.connections.clone(),
        }
        .guarded(|_| false, explanations);
        Self::new(
            card.place,
            card.age,
            card.gender,
            card.languages.clone(),
            terms,
            card.limits.clone(),
        )
    }

    fn new(
        place: Place,
        age: Age,
        gender: Option<Gender>,
        mut spoken: Vec<LanguageId>,
        terms: Terms,
        limits: Limits,
    ) -> Self {
        spoken.sort_unstable();
        spoken.dedup();
        let mut languages = spoken.clone();
        languages.extend(&limits.languages);
        Self {
            node: Node {
                place,
                age,
                gender,
                languages,
            },
            spoken,
            terms,
            limits,
        }
    }

    /// Where the walk starts: the finest place that may show.
    pub(super) const fn place(&self) -> Place {
        self.node.place
    }

    /// Generalises as little as the rules allow.
    pub(super) fn pass(
        self,
        rules: &Rules<'_>,
        kept: &dyn Fn(Attribute) -> bool,
        mut explanations: Vec<Explanation>,
    ) -> Result<Passed, Refused> {
        let paths = Paths::from(&self.node, rules);
        let Some(found) = paths.least(rules, kept) else {
            return Err(Refused {
                advice: advise(&paths, rules, kept),
            });
        };
        self.explain(&paths, &found, rules, &mut explanations);
        let shown = |languages: Vec<_>| -> Vec<_> {
            languages
                .into_iter()
                .filter(|language| found.node.languages.contains(language))
                .collect()
        };
        let content = CardContent {
            place: found.node.place,
            age: found.node.age,
            gender: found.node.gender,
            languages: shown(self.spoken),
            needs: self.terms.needs,
            offers: self.terms.offers,
            interests: self.terms.interests,
            connections: self.terms.connections,
            limits: Limits {
                languages: shown(self.limits.languages),
                ..self.limits
            },
        }
        .tidy();
        if content.says_nothing() {
            return Err(Refused {
                advice: vec![Advice::SaySomething],
            });
        }
        let estimate = rules.estimate(&found.node);
        Ok(Passed {
            content,
            explanations,
            estimate,
        })
    }

    /// Explains what was generalised: place, age, gender, languages.
    fn explain(
        &self,
        paths: &Paths,
        found: &Found,
        rules: &Rules<'_>,
        explanations: &mut Vec<Explanation>,
    ) {
        let (start, node) = (&self.node, &found.node);
        let mut add = |axis: usize, attribute: Attribute, from: Value, to: Value| {
            if from != to {
                let broken = paths.reason(found, axis, rules);
                let left_out = broken == Reason::FewPeople && to == Value::NotSaid;
                let reason = if left_out { Reason::Suppressed } else { broken };
                explanations.push(Explanation {
                    attribute,
                    from,
                    to,
                    reason,
                });
            }
        };
        add(
            0,
            Attribute::Place,
            place_value(start.place),
            place_value(node.place),
        );
        add(1, Attribute::Age, age_value(start.age), age_value(node.age));
        add(
            2,
            Attribute::Gender,
            gender_value(start.gender),
            gender_value(node.gender),
        );
        let left = |languages: &[_]| {
            let mut left: Vec<_> = languages
                .iter()
                .copied()
                .filter(|l| node.languages.contains(l))
                .collect();
            left.sort_unstable();
            left.dedup();
            languages_value(left)
        };
        add(
            3,
            Attribute::Languages,
            languages_value(self.spoken.clone()),
            left(&self.spoken),
        );
        let mut wanted = self.limits.languages.clone();
        wanted.sort_unstable();
        wanted.dedup();
        add(
            3,
            Attribute::Limits,
            languages_value(wanted),
            left(&self.limits.languages),
        );
    }
}

fn place_value(place: Place) -> Value {
    if place == Place::Anywhere {
        Value::NotSaid
    } else {
        Value::Place(place)
    }
}

fn age_value(age: Age) -> Value {
    if age == Age::Any {
        Value::NotSaid
    } else {
        Value::Age(age)
    }
}

fn gender_value(gender: Option<Gender>) -> Value {
    gender.map_or(Value::NotSaid, Value::Gender)
}

fn languages_value(languages: Vec<LanguageId>) -> Value {
    if languages.is_empty() {
        Value::NotSaid
    } else {
        Value::Languages(languages)
    }
}
