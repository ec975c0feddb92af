//! The words that announce a person: titles, "my name is", "my sister"; and names typed
//! in small letters.

use std::collections::HashSet;

use super::lexicon::Marks;
use super::organisations::is_function_word;
use super::spans::Spans;
use super::tokens::{Gap, Shape, Text, Token};
use super::{Certainty, Kind};

/// The place of the title right before a name.
pub(super) fn title_before(text: &Text<'_>, at: usize) -> Option<usize> {
    let here = text.get(at)?;
    if here.gap != Gap::Space {
        return None;
    }
    let mut title = at.checked_sub(1)?;
    if text.get(title)?.is_mark('.') {
        title = title.checked_sub(1)?;
    }
    let token = text.get(title)?;
    let word = text.word(token);
    // "don" and "sir" are titles only with care: "don" is "don't" mistyped.
    let sure = token.any(Marks::TITLE) && !(word == "don" && here.shape == Shape::Lower);
    sure.then_some(title)
}

/// The first of the initials right before a name: "J. P. Whitfield".
pub(super) fn initials_before(text: &Text<'_>, at: usize) -> usize {
    let mut first = at;
    for _ in 0..4 {
        let (Some(initial), Some(point)) = (first.checked_sub(2), first.checked_sub(1)) else {
            break;
        };
        let letter = text
            .get(initial)
            .is_some_and(|token| token.is_capital() && token.len() == 1);
        let same_line = text.get(first).is_some_and(|token| token.gap != Gap::Line);
        if !(letter && same_line && text.word_at(point) == ".") {
            break;
        }
        first = initial;
    }
    first
}

/// "my client Rosa", "mi hermana Luz".
pub(super) fn is_of_somebody(text: &Text<'_>, at: usize) -> bool {
    text.previous(at).is_some_and(|before| {
        before.any(Marks::RELATION)
            && text.get(at).is_some_and(|token| token.gap == Gap::Space)
            && before.is_word()
    })
}

/// Where a name begins after words that announce one; whether small letters do, too.
fn announced(text: &Text<'_>, at: usize) -> Option<(usize, bool)> {
    let next = |step: usize| text.word_at(at + step);
    let colon = |step: usize| usize::from(matches!(next(step), ":" | "-" | "="));
    match text.word_at(at) {
        "name" | "names" | "nombre" | "apellido" | "surname" => match next(1) {
            "is" | "es" | "was" => Some((at + 2 + colon(2), true)),
            ":" | "=" => Some((at + 2, true)),
            "'" | "’" if next(2) == "s" => Some((at + 3, true)),
            _ => None,
        },
        "named" | "llamado" | "llamada" | "apodado" => Some((at + 1, true)),
        "named'" => None,
        "llama" | "llamo" if matches!(text.before(at, 1), "se" | "me") => Some((at + 1, true)),
        "called" => Some((at + 1, false)),
        "i'm" | "soy" => Some((at + 1, false)),
        "am" if text.before(at, 1) == "i" => Some((at + 1, false)),
        "is" if matches!(text.before(at, 1), "this" | "it") => Some((at + 1, false)),
        _ => {
            let token = text.get(at)?;
            let titled = token.any(Marks::TITLE)
                && !matches!(
                    text.word(token),
                    "miss"
                        | "father"
                        | "don"
                        | "fr"
                        | "sir"
                        | "lady"
                        | "mx"
                        | "senor"
                        | "senora"
                        | "ing"
                        | "doctor"
                        | "pastor"
                        | "professor"
                        | "imam"
                        | "profesor"
                        | "profesora"
                        | "doctora"
                        | "rabbi"
                );
            let point = usize::from(next(1) == ".");
            titled.then_some((at + 1 + point, true))
        }
    }
}

/// Claims what is announced as a name.
pub(super) fn introduced(text: &Text<'_>, spans: &mut Spans) {
    for at in 0..text.tokens.len() {
        let Some((from, small)) = announced(text, at) else {
            continue;
        };
        let titled = text.get(at).is_some_and(|token| token.any(Marks::TITLE));
        let Some(last) = name_from(text, from, small, titled) else {
            continue;
        };
        let first = if titled { at } else { from };
        if let (Some(first), Some(last)) = (text.get(first), text.get(last)) {
            spans.claim(first.start, last.end, Kind::Person, Certainty::Sure);
        }
    }
}

fn name_from(text: &Text<'_>, from: usize, small: bool, titled: bool) -> Option<usize> {
    let mut last = None;
    let mut at = from;
    while at < from + 8 {
        let token = text.get(at)?;
        if at > from && token.gap == Gap::Line {
            break;
        }
        let initial = token.is_word() && token.len() == 1 && token.is_capital() && at > from;
        if is_function_word(text.word(token)) && !token.any(Marks::GIVEN_COMMON | Marks::PARTICLE) {
            break;
        }
        // After "Dr" any capital is a name.
        let capital = titled
            && token.is_capital()
            && !token.any(Marks::NEVER | Marks::TITLE)
            && token.len() > 1;
        if capital || fits(token, small, last.is_none()) {
            last = Some(at);
        } else if initial {
            last = Some(at);
            if text.word_at(at + 1) == "." && text.get(at + 2).is_some_and(Token::is_capital) {
                at += 1;
            }
        } else if !(last.is_some()
            && (token.any(Marks::PARTICLE) && token.is_word()
                || token.is_mark('-') && token.gap == Gap::None)
            && (1..=2).any(|step| {
                text.get(at + step).is_some_and(|next| {
                    fits(next, small, false)
                        && next.is_capital() == text.get(from).is_some_and(Token::is_capital)
                }) && (step == 1
                    || text
                        .get(at + 1)
                        .is_some_and(|next| next.any(Marks::PARTICLE)))
            }))
        {
            break;
        }
        at += 1;
        if text.get(at).is_none() {
            break;
        }
    }
    last
}

/// Whether a word may stand in an announced name.
fn fits(token: &Token, small: bool, first: bool) -> bool {
    if !token.is_word()
        || token.len() < 2
        || token.any(Marks::NEVER | Marks::TITLE) && !token.any(Marks::GIVEN_COMMON)
    {
        return false;
    }
    if token.is_capital() {
        // "I am Polish", "This is Important": a word is a name here if it is one elsewhere.
        return small
            && !token.any(Marks::NATION)
            && (token.any(Marks::ANY_NAME) || !token.any(Marks::EVERYDAY))
            || !token.is_known_word()
            || token.any(Marks::GIVEN_COMMON)
            || !first && (small || token.any(Marks::ANY_SURNAME));
    }
    small
        && (!token.is_known_word() && token.len() >= 3
            || first && token.any(Marks::GIVEN_COMMON)
            || !first
                && token.any(Marks::ANY_SURNAME)
                && !token.any(Marks::EVERYDAY | Marks::SPANISH))
}

/// Claims names typed in small letters: a common given name that is no word, with what
/// follows it; a rarer one beside a surname or after "my client".
pub(super) fn in_small_letters(text: &Text<'_>, spanish: bool, spans: &mut Spans) {
    let mut at = 0;
    while let Some(token) = text.get(at) {
        let begins = token.is_word()
            && token.shape == Shape::Lower
            && token.len() >= 3
            && token.any(Marks::ANY_NAME)
            && spans.is_free(token.start, token.end);
        if !begins {
            at += 1;
            continue;
        }
        let somebody = is_of_somebody(text, at);
        let word = token.is_known_word();
        let common = token.any(Marks::GIVEN_COMMON) && !word;
        let last = small_name(text, at);
        let beside = last > at;
        let given = token.any(Marks::ANY_GIVEN) && !word;
        let rare_word_given = word
            && token.any(Marks::GIVEN_COMMON)
            && !token.any(Marks::EVERYDAY)
            && (somebody || beside);
        let surname = !word
            && !spanish
            && token.any(Marks::SURNAME_COMMON)
            && token.len() >= 5
            && !token.any(Marks::PLACE);
        let surnames = !word && token.any(Marks::SURNAME_COMMON) && beside;
        if common || surname || surnames || given && (beside || somebody) || rare_word_given {
            if let Some(end) = text.get(last) {
                let certainty = if beside || somebody {
                    Certainty::Likely
                } else {
                    Certainty::Possible
                };
                spans.claim(token.start, end.end, Kind::Person, certainty);
            }
            at = last + 1;
        } else {
            at += 1;
        }
    }
}

/// Claims the other places where a part of a found name stands: "everyone calls me Ján".
/// An everyday word only with its capital, and not where a sentence begins.
pub(super) fn repeated(text: &Text<'_>, spans: &mut Spans) {
    let parts: HashSet<&str> = spans
        .iter()
        .filter(|span| span.kind == Kind::Person)
        .flat_map(|span| {
            let first = text.index_at(span.start);
            let last = text.index_at(span.end);
            let sure = span.certainty > Certainty::Possible;
            text.tokens
                .get(first..last)
                .unwrap_or_default()
                .iter()
                .filter(move |token| sure || !token.is_known_word())
        })
        .filter(|token| token.is_word() && token.len() >= 3)
        .filter(|token| !token.any(Marks::TITLE | Marks::PARTICLE | Marks::NEVER))
        .map(|token| text.word(token))
        .collect();
    if parts.is_empty() {
        return;
    }
    for token in text.tokens.iter().filter(|token| token.is_word()) {
        let word = text.word(token);
        let fits = !token.is_known_word() || token.is_capital() && !token.opens;
        if fits && parts.contains(word) {
            spans.claim(token.start, token.end, Kind::Person, Certainty::Likely);
        }
    }
}

/// The end of a name in small letters.
fn small_name(text: &Text<'_>, at: usize) -> usize {
    let mut last = at;
    let mut next = at + 1;
    while next < at + 5 {
        let Some(token) = text
            .get(next)
            .filter(|token| token.is_word() && token.gap == Gap::Space)
        else {
            // "rosales-mcguire"
            let hyphen = text.word_at(next) == "-"
                && text.get(next + 1).is_some_and(|token| {
                    token.gap == Gap::None && token.any(Marks::ANY_NAME) && !token.is_known_word()
                });
            if hyphen {
                last = next + 1;
                next += 2;
                continue;
            }
            break;
        };
        // "eric g. samoylova"
        if token.len() == 1 && !token.any(Marks::WORD) {
            let point = usize::from(text.word_at(next + 1) == ".");
            if text.get(next + 1 + point).is_some_and(|token| {
                token.is_word()
                    && !token.is_known_word()
                    && token.gap == Gap::Space
                    && token.len() >= 3
            }) {
                last = next + 1 + point;
                next = last + 1;
                continue;
            }
        }
        let surname = !token.is_known_word()
            && token.len() >= 3
            && (token.any(Marks::ANY_NAME)
                || last == at
                    && text
                        .get(at)
                        .is_some_and(|token| token.any(Marks::GIVEN_COMMON)));
        if surname {
            last = next;
        } else if !(token.any(Marks::PARTICLE) && last + 2 > next) {
            break;
        }
        next += 1;
    }
    last
}
