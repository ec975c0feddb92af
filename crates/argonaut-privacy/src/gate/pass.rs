//! The passage through the gate: from true values to a card, or to advice.

use argonaut_domain::card::{Audience, CardContent};
use argonaut_domain::place::Place;

use super::company::Company;
use super::explain::{Attribute, Explanation};
use super::helpers::ActiveHelpers;
use super::node::Node;
use super::population::Population;
use super::rules::Rules;
use super::start::Start;
use super::thresholds::Thresholds;
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
    /// The area of the helper who answers for it, which everybody may know.
    pub owner_area: Place,
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
    SaysLess(Box<Passed>),
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
    let mut explanations = Vec::new();
    let Chosen { kept, .. } = request.chosen;
    let start = Start::chosen(request.truth, request.chosen, &mut explanations);
    let rules = Rules {
        population,
        thresholds,
        company: (!request.audience.is_narrow()).then(|| {
            let owner = request.owner_area;
            Company::from(start.place(), owner, population, helpers, thresholds)
        }),
        earlier: request.earlier.iter().map(Node::of).collect(),
    };
    start.pass(&rules, &|attribute| kept.contains(&attribute), explanations)
}

/// Checks a card on show again, after helpers left or figures changed. The
/// dossier stays shut: the card can only say less than it said. `owner_area` is the
/// area of the helper who answers for it.
pub fn recheck(
    card: &CardContent,
    audience: &Audience,
    owner_area: Place,
    population: &dyn Population,
    helpers: &dyn ActiveHelpers,
    thresholds: &Thresholds,
) -> Recheck {
    let mut explanations = Vec::new();
    let start = Start::published(card, &mut explanations);
    let rules = Rules {
        population,
        thresholds,
        company: (!audience.is_narrow())
            .then(|| Company::from(start.place(), owner_area, population, helpers, thresholds)),
        earlier: Vec::new(),
    };
    match start.pass(&rules, &|_| false, explanations) {
        Ok(passed) if passed.content == *card => Recheck::Keeps,
        Ok(passed) => Recheck::SaysLess(Box::new(passed)),
        Err(refused) => Recheck::Withdraw(refused),
    }
}
