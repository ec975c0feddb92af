//! Postal addresses. One part gives it away ("12 Oak Street", "Calle Mayor 5", "Apt. 4",
//! "PO Box 12", "the corner of …"); what belongs to it stands around.

use super::lexicon::{LEXICON, Marks, Phrase};
use super::spans::Spans;
use super::tokens::{Gap, Shape, Sort, Text, Token};
use super::{Certainty, Kind};

/// From which piece to which, both included.
type Pieces = (usize, usize);

/// Claims addresses.
pub(super) fn find(text: &Text<'_>, spans: &mut Spans) {
    let mut at = 0;
    // What an address before this one has taken.
    let mut taken = 0;
    while at < text.tokens.len() {
        let Some((first, last)) = anchor(text, at) else {
            at += 1;
            continue;
        };
        let first = numbers_before(text, first).max(taken).min(last);
        let last = extend(text, last);
        if let (Some(from), Some(to)) = (text.get(first), text.get(last)) {
            let mut end = to.end;
            // The point of "St." belongs to it, at the end of the text's sentence or not.
            if to.any(Marks::STREET | Marks::UNIT) && to.len() <= 4 && text.word_at(last + 1) == "."
            {
                end = text.get(last + 1).map_or(end, |mark| {
                    if mark.gap == Gap::None { mark.end } else { end }
                });
            }
            let numbered = (first..=last).any(|at| {
                text.get(at)
                    .is_some_and(|token| matches!(token.sort, Sort::Number | Sort::Code))
            });
            let certainty = if numbered {
                Certainty::Sure
            } else {
                Certainty::Likely
            };
            spans.claim(from.start, end, Kind::Address, certainty);
        }
        at = last.max(at) + 1;
        taken = at;
    }
}

fn anchor(text: &Text<'_>, at: usize) -> Option<Pieces> {
    let token = text.get(at)?;
    match token.sort {
        Sort::Word => corner(text, at)
            .or_else(|| post_box(text, at))
            .or_else(|| street_before(text, at, token))
            .or_else(|| street_after(text, at, token))
            .or_else(|| unit_alone(text, at, token)),
        Sort::Number | Sort::Code => house_last(text, at, token),
        Sort::Mark(_) => None,
    }
}

fn is_figure(token: &Token) -> bool {
    matches!(token.sort, Sort::Number | Sort::Code)
}

fn same_line(token: &Token) -> bool {
    token.gap != Gap::Line
}

/// "the corner of Dalbraut 99 and Frederikke Coves", "esquina de Juárez y Morelos".
fn corner(text: &Text<'_>, at: usize) -> Option<Pieces> {
    if !matches!(
        text.word_at(at),
        "corner" | "esquina" | "intersection" | "cruce"
    ) {
        return None;
    }
    if !matches!(text.word_at(at + 1), "of" | "de" | "con") {
        return None;
    }
    let middle = named(text, at + 2)?;
    if !matches!(text.word_at(middle + 1), "and" | "&" | "y" | "con" | "e") {
        return None;
    }
    let last = named(text, middle + 2)?;
    let first = match text.before(at, 1) {
        "the" | "la" | "el" => at - 1,
        _ => at,
    };
    Some((first, last))
}

/// The last piece of up to five capitals and figures from here on.
fn named(text: &Text<'_>, from: usize) -> Option<usize> {
    let mut last = None;
    for at in from..from + 6 {
        let Some(token) = text.get(at) else { break };
        let inside = (token.is_capital() || is_figure(token) || token.any(Marks::STREET))
            && (at == from || same_line(token));
        let particle =
            token.any(Marks::PARTICLE) && text.get(at + 1).is_some_and(Token::is_capital);
        // "and Király u. 15": a short word with a point, then a number.
        let short = token.is_word()
            && token.len() <= 4
            && text.word_at(at + 1) == "."
            && text.get(at + 2).is_some_and(is_figure);
        let point = token.is_mark('.') && text.get(at + 1).is_some_and(is_figure);
        if inside {
            last = Some(at);
        } else if !(particle && token.is_word() && !matches!(text.word(token), "y" | "e")
            || short
            || point)
        {
            break;
        }
    }
    last
}

/// "PO Box 12", "PSC 1437, Box 3833", "Unit 7349 Box 6067", "Apartado 21".
fn post_box(text: &Text<'_>, at: usize) -> Option<Pieces> {
    let figure = |at: usize| text.get(at).is_some_and(is_figure);
    match text.word_at(at) {
        "psc" | "cmr" | "unit" if figure(at + 1) => {
            let comma = usize::from(text.word_at(at + 2) == ",");
            let to = at + 3 + comma;
            (text.word_at(to - 1) == "box" && figure(to)).then_some((at, to))
        }
        "box" if figure(at + 1) => {
            let first = match (text.before(at, 1), text.before(at, 2)) {
                ("po", _) => Some(at - 1),
                ("office", "post") => Some(at - 2),
                (".", "o") => at.checked_sub(4),
                _ => None,
            };
            let capital = text.get(at).is_some_and(Token::is_capital);
            match first {
                Some(first) => Some((first, at + 1)),
                None => capital.then_some((at, at + 1)),
            }
        }
        "postbox" | "casilla" | "apartado" => {
            let skip = match text.word_at(at + 1) {
                "postal" => 1,
                "de" if text.word_at(at + 2) == "correos" => 2,
                _ => 0,
            };
            figure(at + 1 + skip).then_some((at, at + 1 + skip))
        }
        _ => None,
    }
}

/// "Calle Mayor 5", "Av. de los Insurgentes Sur, 1602", "C/ Toledo 3", "ul. Miła 53".
fn street_before(text: &Text<'_>, at: usize, token: &Token) -> Option<Pieces> {
    let slashed = text.word(token) == "c" && text.word_at(at + 1) == "/";
    let french = token.is_capital()
        && text.word(token) != "st"
        && token.any(Marks::STREET)
        && !token.any(Marks::STREET_OR_WORD)
        && !text
            .previous(at)
            .is_some_and(|before| before.is_capital() && same_line(token));
    if !slashed && !french && !token.any(Marks::STREET_BEFORE) {
        return None;
    }
    let mut from = at + 1;
    while matches!(text.word_at(from), "." | "/") && token.len() <= 5 && from < at + 4 {
        from += 1;
    }
    let mut last = None;
    let mut numbered = false;
    for at in from..from + 7 {
        let Some(next) = text.get(at) else { break };
        if next.gap == Gap::Line {
            break;
        }
        if next.is_capital() && !next.any(Marks::NEVER) {
            last = Some(at);
        } else if is_figure(next) {
            last = Some(at);
            numbered = true;
            break;
        } else if next.is_word() && !next.is_known_word() && token.is_capital() && at == from {
            last = Some(at);
        } else if !(next.any(Marks::PARTICLE | Marks::NUMBER_WORD)
            || next.is_mark('#')
            || next.is_mark(',')
                && (text.get(at + 1).is_some_and(is_figure)
                    || text.word_at(at + 1) == "#"
                    || text
                        .get(at + 1)
                        .is_some_and(|token| token.any(Marks::NUMBER_WORD)))
            // In small letters only before the number of the house.
            || next.is_word()
                && !matches!(text.word(next), "en" | "a" | "que" | "para" | "con" | "por")
                && (1..=3).any(|step| text.get(at + step).is_some_and(is_figure)))
        {
            break;
        }
    }
    let last = last?;
    let capital_first = text
        .get(from)
        .is_some_and(|token| token.is_capital() || token.any(Marks::PARTICLE) || is_figure(token));
    if french
        && text
            .get(from)
            .is_some_and(|token| token.is_known_word() && !numbered)
    {
        return None;
    }
    (numbered || capital_first).then(|| {
        let before = text.previous(at).filter(|_| slashed || token.is_word());
        let house = before.is_some_and(|before| before.is_number() && same_line(token));
        (if house { at - 1 } else { at }, last)
    })
}

/// Words that stand before "street" without being its name.
fn is_small(word: &str) -> bool {
    matches!(
        word,
        "the"
            | "a"
            | "an"
            | "this"
            | "that"
            | "my"
            | "our"
            | "your"
            | "his"
            | "her"
            | "their"
            | "down"
            | "up"
            | "in"
            | "on"
            | "across"
            | "same"
            | "each"
            | "every"
            | "one"
            | "two"
            | "way"
            | "to"
            | "from"
            | "at"
            | "of"
            | "off"
            | "for"
            | "and"
            | "or"
            | "next"
            | "main's"
            | "minute"
            | "minutes"
            | "hour"
            | "hours"
            | "block"
            | "blocks"
            | "mile"
            | "miles"
            | "by"
            | "near"
            | "is"
            | "was"
            | "which"
            | "with"
            | "what"
    )
}

/// "12 Oak Street", "Marina Fort Street", "123 n main st".
fn street_after(text: &Text<'_>, at: usize, token: &Token) -> Option<Pieces> {
    if !token.any(Marks::STREET) || token.gap == Gap::Line {
        return None;
    }
    let careful = token.any(Marks::STREET_OR_WORD);
    let mut first = at;
    let mut named = false;
    let mut small = false;
    for step in 1..=5 {
        let Some(before) = at.checked_sub(step).and_then(|at| text.get(at)) else {
            break;
        };
        let next_gap = text.get(at + 1 - step).map_or(Gap::Line, |next| next.gap);
        if next_gap == Gap::Line {
            break;
        }
        let word = text.word(before);
        if is_figure(before) {
            let ordinal = before.sort == Sort::Code && text.own(before).ends_with(['t', 'h', 'd']);
            first = at - step;
            if !ordinal {
                return accepted(text, at, token, (first, at), true, named, small && careful);
            }
            named = true;
        } else if before.is_word() && !is_small(word) && (step <= 3 || before.is_capital()) {
            if before.is_capital() && !(before.opens && before.is_known_word()) {
                first = at - step;
                named = true;
            } else {
                small = true;
            }
        } else if !(before.is_mark('.') && next_gap != Gap::None || before.is_mark('-')) {
            break;
        }
    }
    accepted(text, at, token, (first, at), false, named, small)
}

fn accepted(
    text: &Text<'_>,
    at: usize,
    token: &Token,
    pieces: Pieces,
    numbered: bool,
    named: bool,
    doubtful: bool,
) -> Option<Pieces> {
    let (first, _) = pieces;
    if numbered {
        if doubtful || first + 1 > at {
            return None;
        }
        // "3 way street", "5 star place": a count, when all is in small letters.
        let capital = token.is_capital() || named;
        let single = text.get(first).is_some_and(|number| number.len() <= 1);
        return (capital || !single && !token.any(Marks::STREET_OR_WORD)).then_some(pieces);
    }
    // The first of the capitals may be the name of a street only if the kind has one, too.
    (named && first < at && token.is_capital()).then_some(pieces)
}

/// "Apt. 004", "Suite 680", "piso 3": parts of houses that are said of nothing else.
fn unit_alone(text: &Text<'_>, at: usize, token: &Token) -> Option<Pieces> {
    let strong = matches!(
        text.word(token),
        "apt"
            | "apartment"
            | "suite"
            | "ste"
            | "flat"
            | "apto"
            | "apartamento"
            | "depto"
            | "dpto"
            | "piso"
            | "bldg"
    );
    if strong {
        unit(text, at).map(|last| (at, last))
    } else {
        None
    }
}

/// The last piece of a part of a house that begins here.
fn unit(text: &Text<'_>, at: usize) -> Option<usize> {
    if !text.get(at)?.any(Marks::UNIT) {
        return None;
    }
    let mut to = at + 1;
    while matches!(text.word_at(to), "." | "#" | "no" | "n" | "num") && to < at + 4 {
        to += 1;
    }
    let token = text.get(to)?;
    let letter = token.is_word() && token.shape == Shape::Caps && token.len() == 1;
    ((is_figure(token) || letter) && same_line(token)).then_some(to)
}

/// "Allika 46", "62488 Allika 46", "Joaquin Suarez 2906": the house stands last, as in
/// most of Europe and Latin America.
fn house_last(text: &Text<'_>, at: usize, token: &Token) -> Option<Pieces> {
    let digits = text
        .own(token)
        .bytes()
        .take_while(u8::is_ascii_digit)
        .count();
    if !(1..=4).contains(&digits) || token.len() > digits + 1 || token.gap != Gap::Space {
        return None;
    }
    // "Apache 2.0"
    let decimal = text.word_at(at + 1) == "."
        && text
            .get(at + 2)
            .is_some_and(|next| is_figure(next) && next.gap == Gap::None);
    if decimal {
        return None;
    }
    let mut first = at;
    let mut known = 0;
    let mut foreign_street = false;
    for step in 1..=4 {
        let Some(before) = at.checked_sub(step).and_then(|at| text.get(at)) else {
            break;
        };
        let gap = text.get(at + 1 - step).map_or(Gap::Line, |next| next.gap);
        if gap == Gap::Line {
            break;
        }
        if is_figure(before) && first < at {
            // Two numbers around a name: an address, whatever the name.
            let house = before.len() >= 2 && before.len() <= 6 && before.is_number();
            let alone = before.gap != Gap::None;
            let clear = alone
                && !text.get(first).is_some_and(|name| {
                    name.any(Marks::MONTH) || matches!(text.word(name), "ext" | "extension" | "x")
                });
            return (house && clear).then_some((at - step, at));
        }
        if before.is_mark('.') && gap == Gap::Space {
            continue;
        }
        if !before.is_word() || before.any(Marks::NEVER | Marks::MONTH | Marks::TITLE) {
            break;
        }
        if before.is_capital() && !(before.opens && before.is_known_word()) {
            first = at - step;
            known += usize::from(before.is_known_word());
            foreign_street |= is_foreign_street(text.word(before));
        } else if is_street_word(text.word(before)) {
            first = at - step;
            foreign_street |= text
                .previous(at - step)
                .is_some_and(|name| name.is_capital() || name.is_number());
        } else if !before.is_known_word() || before.any(Marks::PARTICLE) {
            // In small letters: only with a number before it.
            if step == 1 && !numbers_follow(text, at - step) {
                break;
            }
            if !before.any(Marks::PARTICLE) {
                first = at - step;
                known += 1;
            }
        } else {
            break;
        }
    }
    if first == at {
        return None;
    }
    let names = at - first;
    let opens = text.get(first).is_some_and(|name| name.opens);
    let given = text
        .get(first)
        .is_some_and(|name| name.any(Marks::ANY_GIVEN))
        && names == 1;
    let year = digits == 4 && text.own(token).starts_with(['1', '2']) && names == 1;
    if foreign_street {
        return Some((first, at));
    }
    let doubtful = known > 0 || year || digits < 2 || opens && names == 1 || given && digits < 3;
    (!doubtful).then_some((first, at))
}

/// Whether a number stands before this piece, or before some unknown words before it.
fn numbers_follow(text: &Text<'_>, at: usize) -> bool {
    for step in 1..=3 {
        match at.checked_sub(step).and_then(|at| text.get(at)) {
            Some(before) if before.is_number() => return before.len() >= 3,
            Some(before) if before.is_word() && !before.any(Marks::EVERYDAY | Marks::SPANISH) => {}
            _ => return false,
        }
    }
    false
}

/// Words for streets in languages of Europe that stand after the name, in small letters.
fn is_street_word(word: &str) -> bool {
    matches!(
        word,
        "u" | "ut"
            | "utca"
            | "utja"
            | "ter"
            | "tee"
            | "tn"
            | "mnt"
            | "trg"
            | "cesta"
            | "ulica"
            | "gata"
            | "gatan"
            | "vei"
            | "veg"
            | "vej"
            | "gade"
            | "str"
            | "namesti"
            | "tie"
            | "katu"
    )
}

/// Endings that streets have in languages of Europe.
fn is_foreign_street(word: &str) -> bool {
    const ENDINGS: [&str; 22] = [
        "strasse", "straße", "str", "gasse", "weg", "platz", "allee", "gata", "gatan", "vagen",
        "veien", "vegen", "vej", "gade", "straat", "laan", "katu", "tie", "utca", "ulica", "plein",
        "gracht",
    ];
    word.len() > 5 && ENDINGS.iter().any(|ending| word.ends_with(ending))
}

/// Numbers right before an address belong to it.
fn numbers_before(text: &Text<'_>, mut first: usize) -> usize {
    for _ in 0..2 {
        let here = text.get(first);
        let touches = here.is_some_and(|token| token.gap == Gap::Space);
        match text.previous(first) {
            Some(before) if touches && before.is_number() && before.len() <= 6 => first -= 1,
            _ => break,
        }
    }
    first
}

/// What follows an address and belongs to it: a flat, a town, a state, a postal code.
fn extend(text: &Text<'_>, mut last: usize) -> usize {
    for _ in 0..8 {
        let mut at = last + 1;
        let mut apart = false;
        while let Some(mark) = text.get(at) {
            let point = mark.is_mark('.')
                && text.get(last).is_some_and(|token| {
                    token.any(Marks::STREET | Marks::UNIT) || token.len() <= 2
                });
            if mark.is_mark(',')
                || point
                || mark.is_mark('-')
                || mark.is_mark('#')
                || mark.is_mark(';')
            {
                apart |= !point;
                at += 1;
            } else {
                break;
            }
        }
        let Some(next) = text.get(at) else { break };
        apart |= next.gap == Gap::Line;
        match part(text, at, apart) {
            Some(end) => last = end,
            None => break,
        }
    }
    last
}

fn part(text: &Text<'_>, at: usize, apart: bool) -> Option<usize> {
    let token = text.get(at)?;
    if let Some(last) = unit(text, at).or_else(|| post_box(text, at).map(|(_, last)| last)) {
        return Some(last);
    }
    if let Some(last) = postal_code(text, at, apart) {
        return Some(last);
    }
    // "Street" said twice, or a quarter of the sky after it.
    if !apart && token.is_word() && (token.any(Marks::STREET) || is_direction(text, token)) {
        return token.is_capital().then_some(at);
    }
    if !apart {
        return None;
    }
    if matches!(
        text.word(token),
        "colonia" | "col" | "barrio" | "urbanizacion" | "urb" | "fracc" | "fraccionamiento"
    ) {
        let from = at + 1 + usize::from(text.word_at(at + 1) == ".");
        return (from..from + 4)
            .take_while(|at| {
                text.get(*at)
                    .is_some_and(|token| token.is_word() && same_line(token))
                    && !matches!(text.word_at(*at), "y" | "en" | "que" | "con")
            })
            .last();
    }
    town(text, at)
}

fn is_direction(text: &Text<'_>, token: &Token) -> bool {
    token.is_capital()
        && matches!(
            text.word(token),
            "n" | "s"
                | "e"
                | "w"
                | "ne"
                | "nw"
                | "se"
                | "sw"
                | "north"
                | "south"
                | "east"
                | "west"
                | "norte"
                | "sur"
                | "oriente"
                | "poniente"
                | "ote"
                | "pte"
        )
}

/// "93701", "QC 54256", "75534-030", "7412 SL".
fn postal_code(text: &Text<'_>, at: usize, apart: bool) -> Option<usize> {
    let token = text.get(at)?;
    // "CP 03940", "C.P. 03940"
    let code = match text.word_at(at) {
        "cp" | "zip" => Some(at + 1 + usize::from(text.word_at(at + 1) == ".")),
        "c" if text.word_at(at + 1) == "." && text.word_at(at + 2) == "p" => Some(at + 4),
        _ => None,
    };
    if let Some(code) = code {
        return text
            .get(code)
            .filter(|token| is_figure(token))
            .map(|_| code);
    }
    let number = |at: usize| {
        text.get(at).filter(|token| {
            is_figure(token) && (3..=6).contains(&token.len()) && token.gap != Gap::Line
        })
    };
    if token.is_word()
        && token.len() <= 3
        && apart
        && number(at + 1).is_some()
        && !token.any(Marks::EVERYDAY)
    {
        return Some(at + 1);
    }
    if !is_figure(token) || !(3..=6).contains(&token.len()) {
        return None;
    }
    if text.word_at(at + 1) == "-" && number(at + 2).is_some() {
        return Some(at + 2);
    }
    // A number that begins a new line or sentence may be anything.
    let ends = text.get(at + 1).is_none_or(|next| {
        next.gap == Gap::Line || matches!(next.sort, Sort::Mark(_)) || !apart || next.is_capital()
    });
    ends.then_some(at)
}

/// A town, region or country on its own between commas or line ends.
fn town(text: &Text<'_>, at: usize) -> Option<usize> {
    let mut last = None;
    let mut end = at;
    while let Some(token) = text.get(end).filter(|token| end == at || same_line(token)) {
        let state = token.shape == Shape::Caps && token.any(Marks::STATE) && token.len() <= 3;
        let place = token.is_capital()
            && token.len() > 1
            && (!token.is_known_word() || token.any(Marks::PLACE) || token.shape == Shape::Caps);
        let particle = token.any(Marks::PARTICLE)
            && end > at
            && text.get(end + 1).is_some_and(Token::is_capital);
        if place || state {
            last = Some(end);
        } else if let Some(length) = known_place(text, end) {
            end += length - 1;
            last = Some(end);
        } else if !(particle || token.is_mark('-') && token.gap == Gap::None) {
            break;
        }
        end += 1;
        if end > at + 5 {
            break;
        }
    }
    let last = match last {
        Some(last) => last,
        None => return small_town(text, at),
    };
    let closed = text.get(last + 1).is_none_or(|next| {
        next.gap == Gap::Line
            || is_figure(next)
            || matches!(
                next.sort,
                Sort::Mark(',' | '.' | '?' | '!' | ')' | ';' | '-' | '"')
            )
    });
    closed.then_some(last)
}

/// A town in small letters, if a postal code follows: "delmas, mp 35739".
fn small_town(text: &Text<'_>, at: usize) -> Option<usize> {
    let town = text.get(at)?;
    let unknown = town.is_word() && !town.is_known_word() && town.len() >= 3;
    let comma = usize::from(text.word_at(at + 1) == ",");
    let region = text
        .get(at + 1 + comma)
        .filter(|token| token.is_word() && token.len() <= 3);
    let code = text
        .get(at + 2 + comma)
        .filter(|token| token.is_number() && (4..=6).contains(&token.len()));
    (unknown && region.is_some() && code.is_some()).then_some(at)
}

/// How many pieces the name of a place of several words has that begins here.
pub(super) fn known_place(text: &Text<'_>, at: usize) -> Option<usize> {
    known_phrase(text, at).map(|phrase| phrase.words.len())
}

/// The longest name of a place of several words that begins here.
pub(super) fn known_phrase<'l>(text: &Text<'_>, at: usize) -> Option<&'l Phrase> {
    let first = text.get(at).filter(|token| token.is_word())?;
    LEXICON
        .places_from(text.word(first))
        .iter()
        .filter(|phrase| {
            phrase.words.iter().enumerate().all(|(step, word)| {
                text.get(at + step)
                    .is_some_and(|token| step == 0 || token.gap == Gap::Space)
                    && text.word_at(at + step) == word
            })
        })
        .max_by_key(|phrase| phrase.words.len())
}
