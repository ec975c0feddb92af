//! What a helper can do when nothing may be published.

use argonaut_domain::place::Place;

use super::explain::Attribute;
use super::pass::Advice;
use super::paths::Paths;
use super::rules::Rules;

/// What the helper can do when nothing fits: attributes whose giving up makes
/// the card pass, else the one that costs least, else what lies outside the card.
pub(super) fn advise(
    paths: &Paths,
    rules: &Rules<'_>,
    kept: &dyn Fn(Attribute) -> bool,
) -> Vec<Advice> {
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
    } else if !rules.has_company(Place::Anywhere) {
        advice.push(Advice::NarrowAudience);
    } else {
        advice.push(Advice::NoFigures);
    }
    advice
}
