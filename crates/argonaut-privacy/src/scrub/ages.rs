//! How old somebody is: "79 years old", "turned 60", "tiene 43 años", "(age 8)".

use super::spans::Spans;
use super::tokens::{Gap, Sort, Text, Token};
use super::{Certainty, Kind};

/// Claims the numbers of ages, without the words around them.
pub(super) fn find(text: &Text<'_>, spans: &mut Spans) {
    for (at, token) in text.tokens.iter().enumerate() {
        let Some(certainty) = age(text, at, token, spans) else {
            continue;
        };
        let digits = text
            .own(token)
            .bytes()
            .take_while(u8::is_ascii_digit)
            .count();
        spans.claim(token.start, token.start + digits, Kind::Age, certainty);
    }
}

fn age(text: &Text<'_>, at: usize, token: &Token, spans: &Spans) -> Option<Certainty> {
    let own = text.word(token);
    let (digits, tail) = own.split_at(own.bytes().take_while(u8::is_ascii_digit).count());
    if !(1..=3).contains(&digits.len()) || digits.parse::<u32>().ok()? > 115 {
        return None;
    }
    match token.sort {
        Sort::Number => {}
        Sort::Code if matches!(tail, "yo" | "yr" | "yrs" | "y") => {
            return (tail != "y" || text.word_at(at + 1) == "/").then_some(Certainty::Sure);
        }
        Sort::Code | Sort::Word | Sort::Mark(_) => return None,
    }
    let before = text.before(at, 1);
    // "about 40" is what an age is replaced by.
    if matches!(
        before,
        "about" | "around" | "under" | "over" | "almost" | "nearly" | "unos" | "unas"
    ) || text.before(at, 2) == "menos" && before == "de"
    {
        return None;
    }
    if says_years(text, at) || says_age(text, at) {
        return Some(Certainty::Sure);
    }
    let ends = text.get(at + 1).is_none_or(|next| {
        next.gap == Gap::Line
            || matches!(next.sort, Sort::Mark('.' | ',' | '!' | '?' | ')' | ';'))
            || matches!(
                text.word(next),
                "and" | "y" | "but" | "now" | "today" | "or"
            )
    });
    // A point with digits behind it goes on: "3.5".
    let goes_on = text
        .get(at + 2)
        .is_some_and(|next| next.gap == Gap::None && !next.is_word())
        && text.get(at + 1).is_some_and(|next| next.gap == Gap::None);
    if digits.len() == 2 && ends && !goes_on && says_somebody_is(text, at) {
        return Some(Certainty::Likely);
    }
    // "Maria, 43, lives".
    let named = spans
        .last_before(token.start)
        .is_some_and(|span| span.kind == Kind::Person && span.end + 2 >= token.start);
    let apposed = digits.len() == 2
        && (before == "," || before == "(")
        && text
            .get(at + 1)
            .is_some_and(|next| next.is_mark(',') || next.is_mark(')'))
        && !goes_on
        && (named
            || at
                .checked_sub(2)
                .and_then(|at| text.get(at))
                .is_some_and(Token::is_capital));
    apposed.then_some(Certainty::Likely)
}

/// "79 years old", "79-year-old", "31 y/o", "43 años" after "tiene" or "de".
fn says_years(text: &Text<'_>, at: usize) -> bool {
    // "8, 9 and 11 years old": what the last of a few says is said of all.
    let mut at = at;
    for _ in 0..4 {
        let other = text
            .get(at + 2)
            .is_some_and(|next| next.is_number() && next.len() <= 3);
        let linked = matches!(text.word_at(at + 1), "and" | "," | "&" | "y" | "or" | "o");
        if !(other && linked) {
            break;
        }
        at += 2;
    }
    let dash = usize::from(text.word_at(at + 1) == "-");
    let unit = text.word_at(at + 1 + dash);
    let after = (2 + dash..=4 + dash)
        .map(|step| text.word_at(at + step))
        .find(|word| *word != "-")
        .unwrap_or_default();
    match unit {
        "year" | "years" | "yr" | "yrs" | "month" | "months" => {
            after == "old" || (after == "of" && text.word_at(at + 3 + dash) == "age")
        }
        "yo" => true,
        "y" => text.word_at(at + 2) == "/" || text.word_at(at + 3) == "o",
        "anos" | "anitos" => {
            matches!(
                text.before(at, 1),
                "tiene" | "tengo" | "tenia" | "cumplio" | "cumple" | "con" | "edad"
            ) || text.word_at(at + 2) == "de" && text.word_at(at + 3) == "edad"
                || text.before(at, 1) == "de" && !is_span_of_time(text.before(at, 2))
        }
        _ => false,
    }
}

/// "más de 3 años", "menos de 3 años": how long, not how old.
fn is_span_of_time(word: &str) -> bool {
    matches!(
        word,
        "mas"
            | "menor"
            | "mayor"
            | "menores"
            | "mayores"
            | "menos"
            | "despues"
            | "cerca"
            | "alrededor"
            | "hace"
            | "periodo"
            | "experiencia"
    )
}

/// "age 79", "aged 79", "ages 8, 12", "edad: 43", "turned 60".
fn says_age(text: &Text<'_>, at: usize) -> bool {
    let mut steps = (1..=5).map(|step| text.before(at, step));
    for word in &mut steps {
        match word {
            "age" | "aged" | "ages" | "edad" | "edades" | "turned" | "turning" | "turns" => {
                return true;
            }
            ":" | "," | "and" | "y" | "is" | "of" | "just" | "de" | "es" | "-" | "(" | "the"
            | "s" | "'" => {}
            other if other.bytes().all(|byte| byte.is_ascii_digit()) && !other.is_empty() => {}
            _ => return false,
        }
    }
    false
}

/// "I am 47", "he was 78", "my client is 30".
fn says_somebody_is(text: &Text<'_>, at: usize) -> bool {
    let mut back = 1;
    if matches!(
        text.before(at, back),
        "only" | "just" | "now" | "almost" | "already" | "solo" | "ya"
    ) {
        back += 1;
    }
    match text.before(at, back) {
        "i'm" | "shes" | "hes" => true,
        "m" | "s" => matches!(text.before(at, back + 2), "i" | "she" | "he"),
        "am" | "is" | "was" => {
            let who = text.before(at, back + 1);
            matches!(who, "i" | "he" | "she" | "who")
                || at
                    .checked_sub(back + 1)
                    .and_then(|at| text.get(at))
                    .is_some_and(|token| {
                        token.any(super::lexicon::Marks::RELATION)
                            || (token.is_capital() && token.any(super::lexicon::Marks::ANY_GIVEN))
                    })
        }
        _ => false,
    }
}
