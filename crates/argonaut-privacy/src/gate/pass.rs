//! The passage through the gate: from true values to a card, or to advice.

use argonaut_domain::card::{Audience, CardContent, Limits};
use argonaut_domain::language::LanguageId;
use argonaut_domain::person::{Age, Gender};
use argonaut_domain::place::Place;

use super::explain::{Attribute, Explanation, Reason, Value};
use super::helpers::ActiveHelpers;
use super::node::{Chosen as Found, Node, Paths, Rules};
use super::population::Population;
use super::rules::Thresholds;
use super::terms::Terms;
use super::truth::{Chosen, TrueValues};

/// A client who wants to pass.
#[derive(Clone, Copy)]
pub struct Request<'a> {
    /// What is true.
    pub truth: &'a TrueValues,
    /// What the helper chose to show of it.
    pub chosen: &'a Chosen,
    /// For whom the card is. Only whether it is narrow matters here.
    pub audience: &'a Audience,
    /// Every earlier card of this client, whoever saw it.
    pub earlier: &'a [CardContent],
}

/// A card that may be published.
#[derive(Clone, Debug, PartialEq)]
pub struct Passed {
    /// What it says.
    pub content: CardContent,
    /// What was changed and why, for the helper's own preview.
    pub explanations: Vec<Explanation>,
    /// The estimated number of people who share the combination. For tests and
    /// measurements; never shown.
    pub estimate: f64,
}

/// Something a helper can do about a refusal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Advice {
    /// Give up this attribute, which they wanted on the card.
    GiveUp(Attribute),
    /// Publish to contacts or chosen helpers: too few helpers are here yet for
    /// a card to everyone.
    NarrowAudience,
    /// Name a need, an offer or an interest that may be shown.
    SaySomething,
    /// Ask the administrator: the figures of the population are missing.
    NoFigures,
}

/// Nothing may be published. The advice is never empty.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the card would say too much about one person")]
pub struct Refused {
    /// What would help, the best first.
    pub advice: Vec<Advice>,
}

/// What the daily batch does about a card on show.
#[derive(Clone, Debug, PartialEq)]
pub enum Recheck {
    /// It still passes as it is.
    Keeps,
    /// It must say less from now on.
    SaysLess(Passed),
    /// It must be taken back.
    Withdraw(Refused),
}

/// Passes a client through the gate. Deterministic: the same values, choices
/// and figures give the same card.
///
/// # Errors
/// [`Refused`] when no generalisation satisfies the rules.
pub fn pass(
    request: &Request<'_>,
    population: &dyn Population,
    helpers: &dyn ActiveHelpers,
    thresholds: &Thresholds,
) -> Result<Passed, Refused> {
    let narrow = request.audience.is_narrow();
    let earlier = request.earlier.iter().map(Node::of).collect();
    let rules = Rules {
        population,
        helpers,
        thresholds,
        narrow,
        earlier,
    };
    let mut explanations = Vec::new();
    let Chosen { kept, .. } = request.chosen;
    let start = Start::chosen(request.truth, request.chosen, &mut explanations);
    start.pass(&rules, &|attribute| kept.contains(&attribute), explanations)
}

/// Checks a card on show again, after helpers left or figures changed. The
/// dossier stays shut: the card can only say less than it said.
pub fn recheck(
    card: &CardContent,
    audience: &Audience,
    population: &dyn Population,
    helpers: &dyn ActiveHelpers,
    thresholds: &Thresholds,
) -> Recheck {
    let rules = Rules {
        population,
        helpers,
        thresholds,
        narrow: audience.is_narrow(),
        earlier: Vec::new(),
    };
    let mut explanations = Vec::new();
    let start = Start::published(card, &mut explanations);
    match start.pass(&rules, &|_| false, explanations) {
        Ok(passed) if passed.content == *card => Recheck::Keeps,
        Ok(passed) => Recheck::SaysLess(passed),
        Err(refused) => Recheck::Withdraw(refused),
    }
}

/// What would stand on the card if nothing had to be generalised.
struct Start {
    node: Node,
    spoken: Vec<LanguageId>,
    terms: Terms,
    limits: Limits,
}

impl Start {
    fn chosen(truth: &TrueValues, chosen: &Chosen, explanations: &mut Vec<Explanation>) -> Self {
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

    fn published(card: &CardContent, explanations: &mut Vec<Explanation>) -> Self {
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

    fn pass(
        self,
        rules: &Rules<'_>,
        kept: &dyn Fn(Attribute) -> bool,
        mut explanations: Vec<Explanation>,
    ) -> Result<Passed, Refused> {
        let paths = Paths::from(&self.node, rules.population);
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
                let reason = match paths.reason(found, axis, rules) {
                    Reason::FewPeople if to == Value::NotSaid => Reason::Suppressed,
                    reason => reason,
                };
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

/// What the helper can do when nothing fits: attributes whose giving up makes
/// the card pass, else the one that costs least, else what lies outside the card.
fn advise(paths: &Paths, rules: &Rules<'_>, kept: &dyn Fn(Attribute) -> bool) -> Vec<Advice> {
    const IN_ORDER: [Attribute; 4] = [
        Attribute::Gender,
        Attribute::Age,
        Attribute::Languages,
        Attribute::Place,
    ];
    let kept_ones = || IN_ORDER.into_iter().filter(|&attribute| kept(attribute));
    let mut advice: Vec<Advice> = kept_ones()
        .filter(|&given_up| {
            paths
                .least(rules, |attribute| attribute != given_up && kept(attribute))
                .is_some()
        })
        .map(Advice::GiveUp)
        .collect();
    if !advice.is_empty() {
        return advice;
    }
    let passes_at_all = paths.least(rules, |_| false).is_some();
    if passes_at_all {
        // Only several together help: begin with the one that costs least.
        advice.extend(kept_ones().take(1).map(Advice::GiveUp));
    } else if !rules.narrow
        && rules.helpers.serving(Place::Anywhere) < rules.thresholds.min_helpers()
    {
        advice.push(Advice::NarrowAudience);
    } else {
        advice.push(Advice::NoFigures);
    }
    advice
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
