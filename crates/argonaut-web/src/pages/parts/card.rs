//! The look of a de-identified card, a helper's offer or a service, and the
//! chips on it. What may stand on a card is decided by the gate, not here.

use maud::{Markup, html};

use super::icon::{Icon, icon};

/// A term as a chip. A need's urgency (2 or 3) shows as dots and in the words
/// that the caller puts into `label`.
pub fn chip(label: &str) -> Markup {
    html! { span.chip { (label) } }
}

/// Chips in a list with a caption ("Needs", "Can give"). Nothing at all for none.
pub fn chips(caption: &str, kind: ChipKind, labels: &[String]) -> Markup {
    let class = match kind {
        ChipKind::Need => "chips chips-need",
        ChipKind::Offer => "chips chips-offer",
        ChipKind::Interest => "chips chips-interest",
        ChipKind::Plain => "chips",
    };
    html! {
        @if !labels.is_empty() {
            div class=(class) {
                p.chips-caption { (caption) }
                ul { @for label in labels { li { (chip(label)) } } }
            }
        }
    }
}

/// What a chip stands for, which gives it its colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChipKind {
    /// Wanted.
    Need,
    /// Given.
    Offer,
    /// Liked.
    Interest,
    /// Any other term.
    Plain,
}

/// A card, an offer or a service in a list.
#[derive(Clone, Debug, Default)]
pub struct CardFrame<'a> {
    /// Its heading ("Woman, 65 or older"), which links to the whole thing.
    pub title: &'a str,
    /// Where the heading leads.
    pub href: Option<&'a str>,
    /// What kind of thing it is ("De-identified card", "Helper", "Service").
    pub kind: &'a str,
    /// Facts in one line: place, languages, week.
    pub facts: &'a [String],
    /// Chips and whatever else.
    pub body: Markup,
    /// Why it is suggested, in sentences.
    pub reasons: &'a [String],
    /// Badges at the top right.
    pub badges: Markup,
    /// Buttons at the foot.
    pub actions: Markup,
}

/// The card. Put several into `div.cards` or `ul.cards`.
pub fn card_frame(card: &CardFrame<'_>) -> Markup {
    html! {
        article.card {
            header.card-head {
                p.card-kind { (card.kind) }
                div.card-badges { (card.badges) }
                h3 {
                    @if let Some(href) = card.href { a href=(href) { (card.title) } }
                    @else { (card.title) }
                }
                @if !card.facts.is_empty() {
                    ul.card-facts { @for fact in card.facts { li { (fact) } } }
                }
            }
            (card.body)
            @if !card.reasons.is_empty() {
                ul.reasons {
                    @for reason in card.reasons { li { (icon(Icon::Tick)) span { (reason) } } }
                }
            }
            @if !card.actions.0.is_empty() { footer.card-foot { (card.actions) } }
        }
    }
}

/// Cards in a grid that has one column on a phone.
pub fn card_grid(cards: &[Markup]) -> Markup {
    html! { ul.cards { @for card in cards { li { (card) } } } }
}
