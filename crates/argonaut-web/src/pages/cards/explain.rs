//! The gate's reasons and advice, in words.

use argonaut_app::gate::{Advice, Attribute, Explanation, Reason, Value};
use argonaut_domain::taxonomy::TermId;

use crate::i18n::{Tr, t};
use crate::words;

pub(super) fn attribute(tr: &Tr, attribute: Attribute) -> String {
    let term = |term: TermId| term.label(tr.locale()).to_owned();
    match attribute {
        Attribute::Place => t!(tr, "cards-attr-place"),
        Attribute::Age => t!(tr, "cards-attr-age"),
        Attribute::Gender => t!(tr, "cards-attr-gender"),
        Attribute::Languages => t!(tr, "cards-attr-languages"),
        Attribute::Limits => t!(tr, "cards-attr-limits"),
        Attribute::Need(of)
        | Attribute::Offer(of)
        | Attribute::Interest(of)
        | Attribute::Connection(of) => term(of),
    }
}

/// The code of an attribute in forms.
pub(super) fn code(attribute: Attribute) -> String {
    match attribute {
        Attribute::Place => "place".to_owned(),
        Attribute::Age => "age".to_owned(),
        Attribute::Gender => "gender".to_owned(),
        Attribute::Languages => "languages".to_owned(),
        Attribute::Limits => "limits".to_owned(),
        Attribute::Need(term) => format!("need:{term}"),
        Attribute::Offer(term) => format!("offer:{term}"),
        Attribute::Interest(term) => format!("interest:{term}"),
        Attribute::Connection(term) => format!("connection:{term}"),
    }
}

fn value(tr: &Tr, value: &Value) -> String {
    match value {
        Value::Place(place) => words::place(tr, *place),
        Value::Age(age) => words::age(tr, *age),
        Value::Gender(gender) => words::gender(tr, *gender),
        Value::Languages(languages) => words::languages(tr, languages),
        Value::Term(term) => term.label(tr.locale()).to_owned(),
        Value::OnIntroduction => t!(tr, "words-on-introduction"),
        Value::NotSaid => t!(tr, "cards-not-said"),
    }
}

/// One change that the gate made, as a sentence.
pub(super) fn explanation(tr: &Tr, of: &Explanation) -> String {
    let why = match of.reason {
        Reason::FewPeople => t!(tr, "cards-why-few-people"),
        Reason::SmallArea => t!(tr, "cards-why-small-area"),
        Reason::FewHelpers => t!(tr, "cards-why-few-helpers"),
        Reason::EarlierCard => t!(tr, "cards-why-earlier"),
        Reason::Sensitive => t!(tr, "cards-why-sensitive"),
        Reason::Discreet => t!(tr, "cards-why-discreet"),
        Reason::Suppressed => t!(tr, "cards-why-suppressed"),
    };
    let what = attribute(tr, of.attribute);
    t!(
        tr,
        "cards-explained",
        what = what,
        from = value(tr, &of.from),
        to = value(tr, &of.to),
        why = why
    )
}

/// A piece of advice, as a sentence.
pub(super) fn advice(tr: &Tr, advice: &Advice) -> String {
    match advice {
        Advice::GiveUp(of) => t!(tr, "cards-advice-give-up", what = attribute(tr, *of)),
        Advice::NarrowAudience => t!(tr, "cards-advice-narrow"),
        Advice::SaySomething => t!(tr, "cards-advice-say-something"),
        Advice::NoFigures => t!(tr, "cards-advice-no-figures"),
    }
}
