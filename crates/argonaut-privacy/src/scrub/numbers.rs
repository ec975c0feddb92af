//! Numbers: telephones, payment cards, social security and other papers, postal codes.
//! What a number is shows in its groups of digits and in the words before it.

use super::contact::{each, pattern};
use super::lexicon::Marks;
use super::spans::Spans;
use super::tokens::{Gap, Sort, Text, Token};
use super::{Certainty, Kind};
use regex::Regex;
use std::sync::LazyLock;

/// Digits in groups: "+41 (0)96 471 07 95".
struct Run {
    first: usize,
    last: usize,
    digits: String,
    groups: Vec<usize>,
    plus: bool,
    dashes: bool,
    points: bool,
    codes: bool,
}

/// Claims numbers.
pub(super) fn find(text: &Text<'_>, spans: &mut Spans) {
    let mut at = 0;
    while let Some(token) = text.get(at) {
        let starts = matches!(token.sort, Sort::Number | Sort::Code)
            && spans.is_free(token.start, token.end);
        if !starts {
            at += 1;
            continue;
        }
        let run = read_run(text, at, spans);
        if let Some((kind, certainty)) = judge(text, &run) {
            let start = text.get(run.first).map_or(0, |token| token.start);
            let end = text.get(run.last).map_or(0, |token| token.end);
            let end = if kind == Kind::Phone {
                end + extension(text.raw.get(end..).unwrap_or_default())
            } else {
                end
            };
            spans.claim(start, end, kind, certainty);
        }
        at = run.last + 1;
    }
}

pattern!(
    EXTENSION,
    r"(?i)^[ ,]{0,2}(?:x|ext|extension|extensión)\.? ?\d{1,6}\b"
);

/// How many bytes of an extension ("ext. 12", "x12") follow a telephone.
fn extension(after: &str) -> usize {
    each(&EXTENSION, after).next().map_or(0, |hit| hit.end())
}

fn read_run(text: &Text<'_>, at: usize, spans: &Spans) -> Run {
    let mut run = Run {
        first: at,
        last: at,
        digits: String::new(),
        groups: Vec::new(),
        plus: false,
        dashes: false,
        points: false,
        codes: false,
    };
    take(text, at, &mut run);
    // What opens it: "+", "(", "+(".
    while let Some(before) = text.previous(run.first) {
        let touches = text
            .get(run.first)
            .is_some_and(|token| token.gap == Gap::None);
        if touches && (before.is_mark('+') || before.is_mark('(')) {
            run.plus |= before.is_mark('+');
            run.first -= 1;
        } else {
            break;
        }
    }
    let mut next = at + 1;
    while let Some((digits_at, marks)) = next_group(text, next) {
        let Some(token) = text.get(digits_at) else {
            break;
        };
        if !spans.is_free(token.start, token.end) || run.digits.len() > 24 {
            break;
        }
        run.dashes |= marks == Some('-');
        run.points |= marks == Some('.');
        take(text, digits_at, &mut run);
        run.last = digits_at;
        next = digits_at + 1;
    }
    // An opening bracket whose other half is not a part of the number is none of it.
    if text.get(run.first).is_some_and(|token| token.is_mark('('))
        && !(run.first..=run.last).any(|at| text.get(at).is_some_and(|token| token.is_mark(')')))
    {
        run.first += 1;
    }
    run
}

fn take(text: &Text<'_>, at: usize, run: &mut Run) {
    if let Some(token) = text.get(at) {
        let own = text.own(token);
        let digits = own.chars().filter_map(|letter| letter.to_digit(10));
        let before = run.digits.len();
        run.digits
            .extend(digits.filter_map(|digit| char::from_digit(digit, 10)));
        run.groups.push(run.digits.len() - before);
        run.codes |= token.sort == Sort::Code;
    }
}

/// The next group of digits, over at most two marks, in the same line; and the mark
/// between.
fn next_group(text: &Text<'_>, from: usize) -> Option<(usize, Option<char>)> {
    let mut at = from;
    let mut mark = None;
    for _ in 0..3 {
        let token = text.get(at)?;
        if token.gap == Gap::Line {
            return None;
        }
        match token.sort {
            Sort::Number | Sort::Code => {
                // Words of letters and digits belong to a number only with a dash.
                let code = token.sort == Sort::Code;
                return (!code || mark == Some('-')).then_some((at, mark));
            }
            Sort::Mark(of @ ('-' | '.' | '/' | '(' | ')' | '‑' | '–')) => {
                // A point or dash ends a sentence when a space follows and none stood before.
                if mark.is_some() && !matches!(of, '(' | ')') {
                    return None;
                }
                if of != '(' && of != ')' || mark.is_none() {
                    mark = Some(if matches!(of, '‑' | '–') { '-' } else { of });
                }
                if of == '.' && text.get(at + 1).is_some_and(|next| next.gap != Gap::None) {
                    return None;
                }
                at += 1;
            }
            Sort::Word | Sort::Mark(_) => return None,
        }
    }
    None
}

fn judge(text: &Text<'_>, run: &Run) -> Option<(Kind, Certainty)> {
    let count = run.digits.len();
    let cues = near_cues(text, run.first);
    let single = run.groups.len() == 1;
    if run.codes && has_extension(text, run) {
        return Some((Kind::Phone, Certainty::Sure));
    }
    if run.codes {
        return code(text, run, cues);
    }
    if let [3, 2, 4] = run.groups.as_slice()
        && run.dashes
    {
        return Some((Kind::Paper, Certainty::Sure));
    }
    let card = (12..=19).contains(&count) && luhn(&run.digits);
    if card && !run.plus {
        return Some((Kind::Card, Certainty::Sure));
    }
    if cues.any(Marks::CARD_CUE) && (8..=19).contains(&count) {
        return Some((Kind::Card, Certainty::Likely));
    }
    if run.digits.starts_with("00") && (10..=16).contains(&count) && !cues.any(Marks::CARD_CUE) {
        return Some((Kind::Phone, Certainty::Likely));
    }
    if run.plus && (7..=15).contains(&count) {
        return Some((Kind::Phone, Certainty::Sure));
    }
    if is_postal_code(text, run) {
        return Some((Kind::PostalCode, Certainty::Likely));
    }
    let phone = cues.any(Marks::PHONE_CUE);
    let paper = cues.any(Marks::PAPER_CUE);
    if paper && count >= 4 && !(phone && looks_dialled(run)) && !is_year(run) {
        return Some((Kind::Paper, Certainty::Likely));
    }
    if phone && (6..=15).contains(&count) && !is_amount(text, run) {
        return Some((Kind::Phone, Certainty::Sure));
    }
    if looks_dialled(run) && !is_amount(text, run) {
        return Some((Kind::Phone, Certainty::Likely));
    }
    match (single, count) {
        (true, 10 | 11) => Some((Kind::Phone, Certainty::Likely)),
        (true, 7..) if !is_amount(text, run) => Some((Kind::Paper, Certainty::Likely)),
        (false, 9..) if !is_amount(text, run) => Some((Kind::Paper, Certainty::Likely)),
        _ => None,
    }
}

/// The marks of the words shortly before, in the same sentence.
fn near_cues(text: &Text<'_>, first: usize) -> Marks {
    let mut marks = Marks::NONE;
    for step in 1..=8 {
        let Some(token) = first.checked_sub(step).and_then(|at| text.get(at)) else {
            break;
        };
        if matches!(token.sort, Sort::Mark('.' | '!' | '?' | ';')) && step > 2 {
            break;
        }
        if token.is_number() && token.len() > 3 {
            break;
        }
        marks = marks | token.marks;
    }
    marks
}

/// Groups as people write telephones: nothing longer than five, at least two groups.
fn looks_dialled(run: &Run) -> bool {
    let count = run.digits.len();
    let groups = run.groups.as_slice();
    let years = matches!(groups, [4, 4]);
    if let [2, 2, 2] = groups {
        return !run.points || !run.dashes;
    }
    let longest = if groups.len() == 2 { 8 } else { 5 };
    run.groups.len() >= 2
        && (7..=13).contains(&count)
        && groups.iter().all(|group| (1..=longest).contains(group))
        && groups.iter().filter(|group| **group == 1).count() <= 1
        && (!years || !run.dashes)
}

fn is_year(run: &Run) -> bool {
    run.groups.as_slice() == [4] && (run.digits.starts_with("19") || run.digits.starts_with("20"))
}

/// "10 000 000", "1.500.000", "$ 1500000": money or people.
fn is_amount(text: &Text<'_>, run: &Run) -> bool {
    let money = |token: Option<&Token>| {
        token.is_some_and(|token| {
            matches!(token.sort, Sort::Mark('$' | '€' | '£' | '¥' | '%'))
                || matches!(
                    text.word(token),
                    "dollars" | "euros" | "pesos" | "usd" | "eur" | "people" | "habitantes"
                )
        })
    };
    let grouped = run.groups.len() > 1
        && run.points
        && run.groups.iter().skip(1).all(|group| *group == 3)
        && run.groups.first().is_some_and(|group| *group <= 3);
    grouped && run.groups.len() != 3
        || money(text.previous(run.first))
        || money(text.get(run.last + 1))
}

/// "345-899-3560x4587"
fn has_extension(text: &Text<'_>, run: &Run) -> bool {
    let last = text.get(run.last).map_or("", |token| text.word(token));
    run.groups.len() >= 3
        && last.split_once('x').is_some_and(|(number, extension)| {
            let digits =
                |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
            digits(number) && digits(extension)
        })
}

/// A word of letters and digits: a licence, a passport, a case; not "31st" or "5pm".
fn code(text: &Text<'_>, run: &Run, cues: Marks) -> Option<(Kind, Certainty)> {
    let count = run.digits.len();
    let own = text
        .get(run.first)
        .zip(text.get(run.last))
        .and_then(|(first, last)| text.raw.get(first.start..last.end))
        .unwrap_or_default();
    let letters = own.chars().filter(|letter| letter.is_alphabetic()).count();
    let plain = own
        .chars()
        .all(|letter| letter.is_ascii_alphanumeric() || "-./ ".contains(letter));
    let upper = own
        .chars()
        .filter(|letter| letter.is_alphabetic())
        .all(char::is_uppercase);
    if !plain {
        return None;
    }
    if cues.any(Marks::PAPER_CUE | Marks::CARD_CUE) && count >= 4 && letters <= 6 {
        return Some((Kind::Paper, Certainty::Likely));
    }
    if is_british_code(own) {
        return Some((Kind::PostalCode, Certainty::Likely));
    }
    let longest = run.groups.iter().max().copied().unwrap_or_default();
    // Longer ones mix: a CURP is "HEGG560427MVZRRL04".
    let form = letters <= 4 || own.len() >= 10 && run.groups.len() == 1;
    (count >= 5 && upper && form && longest >= 3).then_some((Kind::Paper, Certainty::Likely))
}

/// The first half of a British postal code is letters and digits: "SW1A".
fn is_british_code(own: &str) -> bool {
    let shape: String = own
        .chars()
        .map(|letter| if letter.is_ascii_digit() { '9' } else { 'A' })
        .collect();
    own.chars()
        .all(|letter| letter.is_ascii_digit() || letter.is_ascii_uppercase())
        && matches!(
            shape.as_str(),
            "A99AA" | "AA99AA" | "A999AA" | "AA999AA" | "AA9A9AA" | "A9A9A9"
        )
}

/// After "zip", a place or a state.
fn is_postal_code(text: &Text<'_>, run: &Run) -> bool {
    let count = run.digits.len();
    let before = text.previous(run.first);
    let cued = (1..=4).any(|step| {
        matches!(
            text.before(run.first, step),
            "zip" | "zipcode" | "postcode" | "postal" | "zip-code" | "cp" | "plz" | "codigo"
        )
    });
    if cued {
        return (3..=9).contains(&count);
    }
    let five = matches!(run.groups.as_slice(), [5] | [5, 4]);
    let placed = before.is_some_and(|before| {
        before.is_capital()
            && text
                .get(run.first)
                .is_some_and(|token| token.gap == Gap::Space)
            && before.any(Marks::PLACE | Marks::STATE)
    });
    five && placed
}

/// The check digit of payment cards (ISO/IEC 7812-1, Luhn).
pub(super) fn luhn(digits: &str) -> bool {
    let sum: u32 = digits
        .chars()
        .rev()
        .filter_map(|digit| digit.to_digit(10))
        .enumerate()
        .map(|(place, digit)| match (place % 2, digit * 2) {
            (0, _) => digit,
            (_, twice) if twice > 9 => twice - 9,
            (_, twice) => twice,
        })
        .sum();
    sum.is_multiple_of(10) && digits.bytes().any(|digit| digit != b'0')
}
