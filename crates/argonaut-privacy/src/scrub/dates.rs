//! Days and years. A day with its year, or a day that somebody was born on, tells much;
//! a year alone tells little.

use std::sync::LazyLock;

use regex::Regex;

use super::contact::{each, pattern};
use super::lexicon::Marks;
use super::spans::Spans;
use super::tokens::{Gap, Sort, Text, Token};
use super::{Certainty, Kind};

const MONTHS: &str = "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|enero|febrero|marzo|abril|mayo|junio|julio|agosto|sep?tiembre|octubre|noviembre|diciembre)";

pattern!(
    YEAR_FIRST,
    r"\b[12]\d{3}([\-/.])\d{1,2}[\-/.]\d{1,2}(?:[T ]+\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?(?:\s?[AaPp]\.?[Mm]\b)?)?"
);
pattern!(
    YEAR_LAST,
    r"\b\d{1,2}[\-/.]\d{1,2}[\-/.](?:[12]\d{3}|\d{2})\b(?:[T ]+\d{1,2}:\d{2}(?::\d{2})?)?"
);
pattern!(DAY, r"\b\d{1,2}[/\-]\d{1,2}\b");
static DAY_MONTH: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(&format!(
        r"(?i)\b\d{{1,2}}(?:st|nd|rd|th|º|ro)?[ \-](?:of |de )?{MONTHS}\b\.?(?:,?[ \-]+(?:of |de |del )?(?:año )?[12]\d{{3}}\b)?"
    ))
    .ok()
});
static MONTH_DAY: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(&format!(
        r"(?i)\b{MONTHS}\b\.? \d{{1,2}}(?:st|nd|rd|th)?\b(?:,? +[12]\d{{3}}\b)?"
    ))
    .ok()
});
static MONTH_YEAR: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(&format!(
        r"(?i)\b{MONTHS}\b\.?,? (?:of |de |del )?(?:año )?[12]\d{{3}}\b"
    ))
    .ok()
});

/// Claims dates.
pub(super) fn find(text: &Text<'_>, spans: &mut Spans) {
    if !text.raw.bytes().any(|byte| byte.is_ascii_digit()) {
        return;
    }
    for hit in each(&YEAR_FIRST, text.raw).chain(each(&YEAR_LAST, text.raw)) {
        if is_day(hit.as_str()) && !is_inside(text.raw, hit.start(), hit.end()) {
            claim(text, hit.start(), hit.end(), true, spans);
        }
    }
    for hit in each(&DAY, text.raw) {
        let whole = !is_inside(text.raw, hit.start(), hit.end());
        if whole && tells_birth(text, hit.start()) {
            spans.claim(hit.start(), hit.end(), Kind::Date, Certainty::Sure);
        }
    }
    if text.tokens.iter().any(|token| token.any(Marks::MONTH)) {
        for pattern in [&DAY_MONTH, &MONTH_DAY, &MONTH_YEAR] {
            for hit in each(pattern, text.raw) {
                let year = ends_with_year(hit.as_str());
                claim(text, hit.start(), hit.end(), year, spans);
            }
        }
    }
    years(text, spans);
}

fn claim(text: &Text<'_>, start: usize, end: usize, year: bool, spans: &mut Spans) {
    let certainty = if tells_birth(text, start) {
        Certainty::Sure
    } else if year {
        Certainty::Likely
    } else {
        Certainty::Possible
    };
    spans.claim(start, end, Kind::Date, certainty);
}

/// Whether the words before speak of a birth.
pub(super) fn tells_birth(text: &Text<'_>, byte: usize) -> bool {
    let at = text.index_at(byte);
    (1..=6).any(|step| {
        matches!(
            text.before(at, step),
            "born"
                | "birth"
                | "birthday"
                | "birthdate"
                | "dob"
                | "bday"
                | "nacio"
                | "nacida"
                | "nacido"
                | "nacimiento"
                | "cumpleanos"
        )
    })
}

fn ends_with_year(text: &str) -> bool {
    text.len() > 4
        && text
            .get(text.len() - 4..)
            .is_some_and(|tail| tail.bytes().all(|byte| byte.is_ascii_digit()))
}

/// Whether a day and a month are possible, in one order or the other.
fn is_day(text: &str) -> bool {
    let mut numbers = text
        .split(|letter: char| !letter.is_ascii_digit())
        .filter_map(|part| part.parse::<u32>().ok());
    let (Some(first), Some(second), Some(third)) = (numbers.next(), numbers.next(), numbers.next())
    else {
        return false;
    };
    let (day, month) = if first > 31 {
        (third, second)
    } else {
        (first, second)
    };
    let fits = |day: u32, month: u32| (1..=31).contains(&day) && (1..=12).contains(&month);
    fits(day, month) || fits(month, day)
}

/// Whether digits go on beside it: then it is a part of another number.
fn is_inside(raw: &str, start: usize, end: usize) -> bool {
    let bytes = raw.as_bytes();
    let before = start.checked_sub(1).and_then(|at| bytes.get(at));
    let joined = |byte: &u8| matches!(byte, b'-' | b'/');
    let digit_after =
        bytes.get(end).is_some_and(joined) && bytes.get(end + 1).is_some_and(u8::is_ascii_digit);
    before.is_some_and(joined) || digit_after
}

fn years(text: &Text<'_>, spans: &mut Spans) {
    for (at, token) in text.tokens.iter().enumerate() {
        if !token.is_number() || token.len() != 4 {
            continue;
        }
        let year: u32 = text.own(token).parse().unwrap_or_default();
        let inside = |token: Option<&Token>, beside: bool| {
            beside
                && token
                    .is_some_and(|token| matches!(token.sort, Sort::Mark('-' | '/' | '.' | '+')))
        };
        let next = text.get(at + 1);
        if inside(text.previous(at), token.gap == Gap::None)
            || next.is_some_and(|next| next.is_mark('-') || next.is_mark('/'))
                && inside(next, next.is_some_and(|next| next.gap == Gap::None))
            || !(1900..=2049).contains(&year)
            || !spans.is_free(token.start, token.end)
        {
            continue;
        }
        let before = text.before(at, 1);
        let cued = matches!(
            before,
            "in" | "since"
                | "from"
                | "until"
                | "till"
                | "year"
                | "of"
                | "by"
                | "during"
                | "around"
                | "before"
                | "after"
                | "born"
                | "the"
                | "a"
                | "early"
                | "late"
                | "en"
                | "desde"
                | "ano"
                | "del"
                | "de"
                | "hasta"
                | "el"
                | "("
                | "nacio"
        );
        let money = matches!(before, "$" | "€" | "£" | "#");
        let after = text.get(at + 1);
        // "2000 dollars", "1950 Oak Street": a count, a house.
        let counts = after.is_some_and(|next| {
            next.gap != Gap::Line
                && (next.is_mark('€')
                    || next.is_mark('%')
                    || next.is_number()
                    || matches!(
                        text.word(next),
                        "dollars"
                            | "euros"
                            | "pesos"
                            | "people"
                            | "miles"
                            | "calories"
                            | "personas"
                    ))
        });
        // A year without such a word before it is one if nothing is counted: "1977", "(2003)".
        let alone = text.get(at + 1).is_none_or(|next| {
            !matches!(next.sort, Sort::Word | Sort::Code)
                || next.gap == Gap::Line
                || next.is_capital()
        }) && text
            .previous(at)
            .is_none_or(|before| !before.is_capital() || before.opens);
        if (cued || alone) && !money && !counts {
            let certainty = if tells_birth(text, token.start) {
                Certainty::Sure
            } else {
                Certainty::Possible
            };
            spans.claim(token.start, token.end, Kind::Date, certainty);
        }
    }
}
