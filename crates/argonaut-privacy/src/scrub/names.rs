//! Names of people and places, by capitals, lists and the words around
//! them.

use super::address::{known_phrase, known_place};
use super::lexicon::Marks;
use super::organisations;
use super::origins;
use super::people;
use super::replace::languages;
use super::spans::Spans;
use super::tokens::{Gap, Shape, Sort, Text, Token};
use super::{Certainty, Kind};

/// How much a word looks like a name, by itself.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Strength {
    /// Not at all.
    None,
    /// Beside a name.
    Joins,
    /// Perhaps.
    Perhaps,
    /// Hardly anything else.
    Strong,
}

/// Claims names.
pub(super) fn find(text: &Text<'_>, spans: &mut Spans) {
    let (spanish_words, english_words) = languages(text);
    let spanish = spanish_words > english_words;
    // Only where English is written an unknown word that opens a sentence is rather a name.
    let english = english_words > spanish_words;
    let strengths: Vec<Strength> = (0..text.tokens.len())
        .map(|at| strength(text, at, english))
        .collect();
    organisations::find(text, spans);
    people::introduced(text, spans);
    let mut at = 0;
    while at < strengths.len() {
        at = sequence(text, at, &strengths, spans).max(at + 1);
    }
    people::in_small_letters(text, spanish, spans);
    people::repeated(text, spans);
    places_in_small_letters(text, spanish, spans);
    origins::nations(text, spans);
    origins::occupations(text, spans);
}

fn strength(text: &Text<'_>, at: usize, english: bool) -> Strength {
    let Some(token) = text.get(at).filter(|token| token.is_capital()) else {
        return Strength::None;
    };
    if token.shape == Shape::Foreign {
        return if text.foreign || text.own(token).chars().count() < 2 {
            Strength::None
        } else {
            Strength::Strong
        };
    }
    let common_given = token.any(Marks::GIVEN_COMMON);
    let name = token.any(Marks::ANY_NAME);
    if token.any(Marks::TITLE | Marks::ORGANISATION_END) && !common_given
        || token.len() == 1
        || token.opens
            && organisations::is_function_word(text.word(token))
            && !(common_given && text.get(at + 1).is_some_and(Token::is_capital))
        || token.any(Marks::STREET) && token.len() <= 4 && !common_given
        || token.any(Marks::NEVER) && (token.opens || !common_given)
    {
        return Strength::None;
    }
    if token.any(Marks::NATION) && !token.any(Marks::GIVEN_COMMON) {
        return Strength::None;
    }
    if token.shape == Shape::Caps {
        if token.any(Marks::PAPER_CUE | Marks::CARD_CUE) {
            return Strength::None;
        }
        return capitals(token, name);
    }
    if !token.is_known_word() {
        let common = token.any(Marks::GIVEN_COMMON | Marks::SURNAME_COMMON);
        return match (token.opens, name, english) {
            (false, ..) | (true, true, true) => Strength::Strong,
            (true, true, false) if common || is_followed_by_act(text, at) => Strength::Strong,
            (true, false, true) if token.len() > 2 => Strength::Perhaps,
            (true, ..) => Strength::Joins,
        };
    }
    if token.any(Marks::MONTH) {
        return month(text, at, token);
    }
    let everyday = token.any(Marks::EVERYDAY);
    match (common_given, token.opens) {
        (true, false) if !everyday => Strength::Strong,
        (true, false) => Strength::Perhaps,
        (true, true) if !everyday || is_followed_by_act(text, at) => Strength::Perhaps,
        (true, true) => Strength::Joins,
        (false, false) if token.any(Marks::GIVEN | Marks::SURNAME_COMMON) && !everyday => {
            Strength::Perhaps
        }
        (false, false) if name => Strength::Joins,
        (false, true) if name && !everyday && is_followed_by_act(text, at) => Strength::Perhaps,
        (false, _) => Strength::None,
    }
}

/// A word in capitals amid others: a town or a surname if it is long and no word;
/// "HUD" and "URGENT" are neither.
fn capitals(token: &Token, name: bool) -> Strength {
    match (token.is_known_word(), token.len()) {
        (false, 5..) => Strength::Strong,
        (false, 4) if name || token.any(Marks::PLACE) => Strength::Strong,
        (false, _) if name => Strength::Joins,
        (true, 3..) if name => Strength::Joins,
        _ => Strength::None,
    }
}

/// "April", "Jan": a name where no day or year stands beside it, nor "in" before it.
fn month(text: &Text<'_>, at: usize, token: &Token) -> Strength {
    let dated = matches!(
        text.before(at, 1),
        "in" | "on"
            | "since"
            | "until"
            | "by"
            | "of"
            | "from"
            | "last"
            | "next"
            | "this"
            | "to"
            | "en"
            | "de"
            | "y"
            | "and"
            | "or"
    ) || text.previous(at).is_some_and(Token::is_number)
        || text.get(at + 1).is_some_and(Token::is_number);
    if token.opens || dated || !token.any(Marks::ANY_GIVEN) {
        Strength::None
    } else {
        Strength::Perhaps
    }
}

/// "Grace is", "Frank lives": what only somebody does.
fn is_followed_by_act(text: &Text<'_>, at: usize) -> bool {
    let Some(next) = text.get(at + 1).filter(|next| next.gap != Gap::Line) else {
        return false;
    };
    let word = text.word(next);
    matches!(next.sort, Sort::Mark('\'' | '’')) && text.word_at(at + 2) == "s"
        || matches!(
            word,
            "is" | "was"
                | "has"
                | "had"
                | "lives"
                | "lived"
                | "needs"
                | "needed"
                | "said"
                | "says"
                | "wants"
                | "wanted"
                | "likes"
                | "works"
                | "worked"
                | "lost"
                | "moved"
                | "loves"
                | "came"
                | "comes"
                | "went"
                | "told"
                | "asked"
                | "called"
                | "speaks"
                | "feels"
                | "es"
                | "esta"
                | "vive"
                | "tiene"
                | "necesita"
                | "quiere"
                | "dijo"
                | "dice"
                | "trabaja"
                | "busca"
                | "habla"
                | "perdio"
                | "llego"
                | "llamo"
                | "puede"
        )
}

/// Claims the name that begins here, and tells where to go on.
fn sequence(text: &Text<'_>, at: usize, strengths: &[Strength], spans: &mut Spans) -> usize {
    let own = strengths.get(at).copied().unwrap_or(Strength::None);
    let place = known_place(text, at).filter(|length| {
        (0..*length).any(|step| text.get(at + step).is_some_and(Token::is_capital))
            && text.get(at).is_some_and(Token::is_capital)
    });
    if let Some(length) = place {
        return claim_place(text, at, length, spans);
    }
    if own == Strength::None {
        return at + 1;
    }
    let (last, best) = run(text, at, strengths, own);
    let tongue = matches!(
        text.before(at, 1),
        "speak" | "speaks" | "speaking" | "habla" | "hablan" | "hablo" | "hable"
    );
    if tongue && last == at {
        return at + 1;
    }
    let (Some(first_token), Some(last_token)) = (text.get(at), text.get(last)) else {
        return at + 1;
    };
    let pair = last > at && given_and_surname(text, at, last);
    let certainty = match best {
        Strength::Strong => Certainty::Likely,
        Strength::Perhaps => Certainty::Possible,
        Strength::Joins if pair => Certainty::Likely,
        Strength::Joins if is_in_list(text, at, last, strengths) => Certainty::Likely,
        Strength::Joins if people::is_of_somebody(text, at) => Certainty::Likely,
        Strength::Joins | Strength::None => return at + 1,
    };
    let kind = kind(text, at, last);
    let listed = (at..=last)
        .filter_map(|at| text.get(at))
        .any(|token| token.any(Marks::ANY_NAME | Marks::PLACE));
    let certainty = if listed || people::is_of_somebody(text, at) {
        certainty
    } else {
        Certainty::Possible
    };
    let initials = people::initials_before(text, at);
    let first_token = text.get(initials).unwrap_or(first_token);
    let start = people::title_before(text, initials).map_or(first_token.start, |title| {
        text.get(title)
            .map_or(first_token.start, |token| token.start)
    });
    let certainty = if start < first_token.start || pair {
        Certainty::Sure
    } else {
        certainty
    };
    let start = if spans.is_free(start, last_token.end) {
        start
    } else {
        first_token.start
    };
    spans.claim(start, last_token.end, kind, certainty);
    last + 1
}

/// The end of the name that begins here, and its strongest word.
fn run(text: &Text<'_>, at: usize, strengths: &[Strength], own: Strength) -> (usize, Strength) {
    let mut last = at;
    let mut best = own;
    let mut next = at + 1;
    while next < at + 8 {
        let Some(token) = text.get(next) else { break };
        if token.gap == Gap::Line {
            break;
        }
        let here = strengths.get(next).copied().unwrap_or(Strength::None);
        let initial = token.is_word() && token.len() == 1 && token.shape == Shape::Caps;
        if initial && token.gap == Gap::Space {
            // An initial, with its point when a name goes on behind it.
            let point = usize::from(text.word_at(next + 1) == ".");
            let goes_on = text
                .get(next + 1 + point)
                .is_some_and(|after| after.is_capital() && after.gap == Gap::Space);
            if goes_on {
                // Whatever follows an initial with a capital is a surname.
                last = next + 1 + point;
                next = last + 1;
                continue;
            }
            last = next;
            break;
        }
        if token.is_word() && here > Strength::None {
            last = next;
            best = best.max(here);
        } else if is_inside(text, next, token) {
            // A particle or a hyphen, and then a name.
        } else {
            break;
        }
        next += 1;
    }
    // A weak word first, and a stronger name after it: "Ask Maria".
    (last, best)
}

/// "Monjeau, Graves and Reed": among names a word is a name, too.
fn is_in_list(text: &Text<'_>, first: usize, last: usize, strengths: &[Strength]) -> bool {
    let linked = |word: &str| matches!(word, "," | "and" | "&" | "y" | "e");
    let strong = |at: Option<usize>| {
        at.and_then(|at| strengths.get(at))
            .is_some_and(|strength| *strength >= Strength::Perhaps)
    };
    let before = linked(text.before(first, 1)) && strong(first.checked_sub(2));
    let after = linked(text.word_at(last + 1)) && strong(Some(last + 2));
    let surname = text
        .get(last)
        .is_some_and(|token| token.any(Marks::ANY_NAME) && !token.opens);
    surname && (before || after)
}

/// "de", "van", "-": only before another capital.
fn is_inside(text: &Text<'_>, at: usize, token: &Token) -> bool {
    let capital_in = |steps: std::ops::RangeInclusive<usize>| {
        steps.into_iter().any(|step| {
            text.get(at + step)
                .is_some_and(|token| token.is_capital() && !token.opens)
        })
    };
    let hyphen = token.is_mark('-') && token.gap == Gap::None;
    let particle = token.is_word()
        && token.any(Marks::PARTICLE)
        && token.shape == Shape::Lower
        && !matches!(
            text.word(token),
            "y" | "e" | "a" | "al" | "el" | "o" | "des" | "los" | "las"
        );
    if hyphen {
        text.get(at + 1)
            .is_some_and(|next| next.gap == Gap::None && next.is_capital())
    } else if particle {
        capital_in(1..=1)
            || text
                .get(at + 1)
                .is_some_and(|next| next.any(Marks::PARTICLE))
                && capital_in(2..=2)
    } else {
        token.is_word()
            && matches!(text.word(token), "y" | "los" | "las" | "el")
            && text
                .previous(at)
                .is_some_and(|before| before.any(Marks::ANY_SURNAME | Marks::PARTICLE))
            && text
                .get(at + 1)
                .is_some_and(|next| next.is_capital() && next.any(Marks::ANY_SURNAME))
            && !text
                .previous(at)
                .is_some_and(|before| before.any(Marks::GIVEN_COMMON))
    }
}

/// A given name and a surname beside each other, both with a capital: "Grace Young".
fn given_and_surname(text: &Text<'_>, first: usize, last: usize) -> bool {
    let given = text
        .get(first)
        .is_some_and(|token| token.any(Marks::ANY_GIVEN));
    let surname = text
        .get(last)
        .is_some_and(|token| token.any(Marks::ANY_SURNAME) || !token.is_known_word());
    let everyday_pair = [first, last].into_iter().all(|at| {
        text.get(at).is_some_and(|token| {
            token.any(Marks::EVERYDAY) && !token.any(Marks::GIVEN_COMMON | Marks::SURNAME_COMMON)
        })
    });
    let opening_word = text.get(first).is_some_and(|token| {
        token.opens
            && token.any(Marks::EVERYDAY | Marks::SPANISH)
            && !token.any(Marks::GIVEN_COMMON)
    });
    given && surname && !everyday_pair && !opening_word
}

fn is_towards(word: &str) -> bool {
    matches!(
        word,
        "in" | "from"
            | "to"
            | "near"
            | "visit"
            | "visiting"
            | "around"
            | "outside"
            | "en"
            | "desde"
            | "hacia"
            | "via"
            | "towards"
            | "toward"
            | "through"
            | "leaving"
            | "left"
            | "across"
            | "southern"
            | "northern"
            | "eastern"
            | "western"
            | "downtown"
            | "cerca"
    )
}

fn kind(text: &Text<'_>, first: usize, last: usize) -> Kind {
    let before = text.before(first, 1);
    let tokens = || (first..=last).filter_map(|at| text.get(at));
    let given = text
        .get(first)
        .is_some_and(|token| token.any(Marks::GIVEN_COMMON));
    let place = tokens().all(|token| token.any(Marks::PLACE) || !token.is_word());
    let titled = people::title_before(text, first).is_some();
    let next_is_institution = tokens().any(|token| token.any(Marks::INSTITUTION));
    if titled || people::is_of_somebody(text, first) {
        return Kind::Person;
    }
    if next_is_institution && last > first {
        return Kind::Organisation;
    }
    if is_towards(before) && !(given && last > first) {
        return Kind::Place;
    }
    if place
        && tokens().any(|token| token.any(Marks::BIG_PLACE) || !token.any(Marks::ANY_NAME))
        && !given
    {
        return Kind::Place;
    }
    let unknown = tokens().all(|token| !token.any(Marks::ANY_NAME));
    let caps = tokens().all(|token| token.shape == Shape::Caps && token.len() > 1);
    if unknown && caps {
        return Kind::Place;
    }
    if unknown && matches!(before, "at" | "for" | "joined" | "company" | "by") {
        return Kind::Organisation;
    }
    Kind::Person
}

fn claim_place(text: &Text<'_>, at: usize, length: usize, spans: &mut Spans) -> usize {
    let last = at + length - 1;
    let known_words = (at..=last)
        .filter_map(|at| text.get(at))
        .all(|token| token.is_known_word() && token.shape == Shape::Lower);
    if let (Some(first), Some(end)) = (text.get(at), text.get(last))
        && !known_words
    {
        let all_capital = (at..=last).all(|at| {
            text.get(at).is_some_and(|token| {
                token.is_capital() || token.any(Marks::PARTICLE) || !token.is_word()
            })
        });
        if all_capital {
            spans.claim(first.start, end.end, Kind::Place, Certainty::Likely);
            return last + 1;
        }
    }
    at + 1
}

/// "from estonia", "in new york": towns and countries that many know, typed on a phone.
fn places_in_small_letters(text: &Text<'_>, spanish: bool, spans: &mut Spans) {
    for (at, token) in text.tokens.iter().enumerate() {
        if !token.is_word() || token.shape != Shape::Lower {
            continue;
        }
        let towards = is_towards(text.before(at, 1)) || text.before(at, 1) == "de";
        if let Some(phrase) = known_phrase(text, at) {
            let last = at + phrase.words.len() - 1;
            let unknown = (at..=last).any(|at| {
                text.get(at)
                    .is_some_and(|token| !token.is_known_word() && !token.any(Marks::PARTICLE))
            });
            let lower = (at..=last).all(|at| text.get(at).is_some_and(|token| !token.is_capital()));
            if let Some(end) = text.get(last)
                && lower
                && (phrase.famous || phrase.big && (unknown || towards && !spanish))
            {
                spans.claim(token.start, end.end, Kind::Place, Certainty::Possible);
            }
        } else if token.any(Marks::BIG_PLACE)
            && !token.is_known_word()
            && token.len() >= 4
            && (towards || !token.any(Marks::ANY_NAME))
        {
            spans.claim(token.start, token.end, Kind::Place, Certainty::Possible);
        }
    }
}
