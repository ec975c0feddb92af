//! Names of organisations, by the word that ends or begins them and by "works for";
//! and of areas ("Mill Village").

use super::lexicon::Marks;
use super::spans::Spans;
use super::tokens::{Gap, Text};
use super::{Certainty, Kind};

/// Capitals up to "Inc", "School" or "Village"; and what somebody works for.
pub(super) fn find(text: &Text<'_>, spans: &mut Spans) {
    for (at, token) in text.tokens.iter().enumerate() {
        if !token.is_capital() || token.gap == Gap::Line {
            continue;
        }
        let ending = token.any(Marks::ORGANISATION_END) && token.len() > 1;
        let institution = token.any(Marks::INSTITUTION) && !token.opens;
        let area = is_area(text.word(token)) && !token.opens;
        if !(ending || institution || area) {
            continue;
        }
        let first = capitals_before(text, at, ending);
        let last = if token.any(Marks::INSTITUTION) && first == at {
            match capitals_after(text, at) {
                Some(last) => last,
                None => continue,
            }
        } else {
            at
        };
        let nation = text
            .get(first)
            .is_some_and(|token| token.any(Marks::NATION) && first + 1 == last);
        if first == last || nation {
            continue;
        }
        let kind = if area && !ending {
            Kind::Place
        } else {
            Kind::Organisation
        };
        if let (Some(from), Some(to)) = (text.get(first), text.get(last)) {
            let certainty = if ending {
                Certainty::Sure
            } else {
                Certainty::Possible
            };
            spans.claim(from.start, to.end, kind, certainty);
        }
    }
    for at in 0..text.tokens.len() {
        if let Some(from) = employer(text, at)
            && let Some(first) = text
                .get(from)
                .filter(|token| token.is_capital() && !token.any(Marks::NEVER | Marks::TITLE))
        {
            let last = (from..from + 4)
                .take_while(|at| {
                    text.get(*at).is_some_and(|token| {
                        token.is_capital() && (*at == from || token.gap != Gap::Line)
                            || token.is_mark('-') && token.gap == Gap::None
                    })
                })
                .last()
                .and_then(|at| text.get(at));
            if let Some(last) = last {
                spans.claim(first.start, last.end, Kind::Organisation, Certainty::Likely);
            }
        }
    }
}

/// Where the name of an employer begins: after "works for", "trabaja en".
fn employer(text: &Text<'_>, at: usize) -> Option<usize> {
    let works = matches!(
        text.word_at(at),
        "work"
            | "works"
            | "worked"
            | "working"
            | "employed"
            | "trabaja"
            | "trabajo"
            | "trabajaba"
            | "hired"
    );
    let to = matches!(text.word_at(at + 1), "for" | "at" | "by" | "en" | "para");
    (works && to).then_some(at + 2)
}

fn is_area(word: &str) -> bool {
    matches!(
        word,
        "village"
            | "valley"
            | "city"
            | "county"
            | "township"
            | "beach"
            | "springs"
            | "island"
            | "islands"
            | "bay"
            | "river"
            | "lake"
            | "canyon"
            | "borough"
            | "district"
            | "province"
            | "republic"
            | "kingdom"
            | "states"
            | "emirates"
    )
}

/// The first of the capitals that stand right before a piece. A word that merely opens
/// the sentence is none of them.
fn capitals_before(text: &Text<'_>, at: usize, firm: bool) -> usize {
    let mut first = at;
    for step in 1..=5 {
        let Some(before) = at.checked_sub(step).and_then(|at| text.get(at)) else {
            break;
        };
        let gap = text.get(at + 1 - step).map_or(Gap::Line, |next| next.gap);
        let joined = gap == Gap::Space || text.word_at(at + 1 - step) == "," && firm;
        let opening = is_function_word(text.word(before));
        if before.is_capital() && joined && !opening && !before.any(Marks::NEVER) {
            first = at - step;
        } else if !firm || !before.is_mark(',') && !matches!(text.word(before), "and" | "&") {
            break;
        }
    }
    first
}

/// Words that open a sentence and no name.
pub(super) fn is_function_word(word: &str) -> bool {
    matches!(
        word,
        "the"
            | "a"
            | "an"
            | "this"
            | "that"
            | "these"
            | "those"
            | "my"
            | "our"
            | "your"
            | "his"
            | "her"
            | "their"
            | "its"
            | "at"
            | "in"
            | "on"
            | "for"
            | "from"
            | "with"
            | "by"
            | "to"
            | "of"
            | "and"
            | "but"
            | "or"
            | "if"
            | "when"
            | "while"
            | "as"
            | "is"
            | "are"
            | "was"
            | "were"
            | "does"
            | "did"
            | "do"
            | "has"
            | "have"
            | "had"
            | "can"
            | "could"
            | "will"
            | "would"
            | "should"
            | "may"
            | "what"
            | "which"
            | "who"
            | "where"
            | "how"
            | "why"
            | "no"
            | "not"
            | "we"
            | "they"
            | "he"
            | "she"
            | "it"
            | "you"
            | "all"
            | "some"
            | "any"
            | "each"
            | "every"
            | "local"
            | "new"
            | "please"
            | "also"
            | "after"
            | "before"
            | "there"
            | "here"
            | "el"
            | "la"
            | "los"
            | "las"
            | "un"
            | "una"
            | "mi"
            | "su"
            | "tu"
            | "nuestra"
            | "nuestro"
            | "en"
            | "de"
            | "del"
            | "con"
            | "por"
            | "para"
            | "y"
            | "o"
            | "pero"
            | "si"
            | "cuando"
            | "como"
            | "que"
            | "no,"
            | "al"
            | "a,"
            | "es"
            | "esta"
            | "este"
            | "ese"
            | "esa"
    )
}

/// "Escuela Benito Juárez": the last of the capitals behind it.
fn capitals_after(text: &Text<'_>, at: usize) -> Option<usize> {
    let mut last = None;
    for step in 1..=5 {
        let Some(token) = text.get(at + step).filter(|token| token.gap == Gap::Space) else {
            break;
        };
        if token.is_capital() && !token.opens && !token.any(Marks::NEVER) {
            last = Some(at + step);
        } else if !token.any(Marks::PARTICLE) {
            break;
        }
    }
    last
}
