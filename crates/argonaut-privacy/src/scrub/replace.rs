//! What to write instead of a finding: a role, in the language of the text.

use argonaut_domain::locale::Locale;

use super::lexicon::Marks;
use super::spans::Span;
use super::tokens::{Gap, Text};
use super::{Finding, Kind, find};

/// How many words of a text are Spanish alone, and how many English alone.
pub(super) fn languages(text: &Text<'_>) -> (usize, usize) {
    let mut spanish = 0;
    let mut english = 0;
    for token in text
        .tokens
        .iter()
        .filter(|token| token.is_word() && token.len() > 1)
    {
        match (
            token.any(Marks::SPANISH),
            token.any(Marks::EVERYDAY | Marks::RARE),
        ) {
            (true, false) => spanish += 1,
            (false, true) => english += 1,
            _ => {}
        }
    }
    (spanish, english)
}

fn language(text: &Text<'_>, fallback: Locale) -> Locale {
    let (spanish, english) = languages(text);
    match spanish.cmp(&english) {
        std::cmp::Ordering::Greater => Locale::Es,
        std::cmp::Ordering::Less => Locale::En,
        std::cmp::Ordering::Equal => fallback,
    }
}

/// Turns claimed pieces into findings.
pub(super) fn suggest(text: &Text<'_>, spans: Vec<Span>, fallback: Locale) -> Vec<Finding> {
    if spans.is_empty() {
        return Vec::new();
    }
    let locale = language(text, fallback);
    let mut people: Vec<String> = Vec::new();
    let mut taken = 0;
    spans
        .into_iter()
        .map(|span| {
            let mut at = text.index_at(span.start);
            let own = text.raw.get(span.start..span.end).unwrap_or_default();
            let replacement = match span.kind {
                Kind::Person => person(text, at, own, locale, &mut people),
                Kind::Age => age(own, locale),
                Kind::Phone
                | Kind::Address
                | Kind::Email
                | Kind::Link
                | Kind::Handle
                | Kind::Machine
                | Kind::Date
                | Kind::Card
                | Kind::Account
                | Kind::Paper
                | Kind::Place
                | Kind::PostalCode
                | Kind::Organisation
                | Kind::Nation
                | Kind::Occupation => role(span.kind, locale).to_owned(),
            };
            let mut start = span.start;
            if let Some(article) = article_before(text, at, &replacement, locale)
                && let Some(token) = text.get(article).filter(|token| token.start >= taken)
            {
                start = token.start;
                at = article;
            }
            taken = span.end;
            let opens = text.get(at).is_some_and(|token| token.opens)
                && text
                    .raw
                    .get(start..)
                    .and_then(|own| own.chars().next())
                    .is_some_and(char::is_uppercase);
            Finding {
                range: start..span.end,
                kind: span.kind,
                certainty: span.certainty,
                replacement: if opens {
                    capital(&replacement)
                } else {
                    replacement
                },
            }
        })
        .collect()
}

/// The first person is the client; others are others. After "my sister" a name is left
/// out, because who it is has been said.
fn person(
    text: &Text<'_>,
    at: usize,
    own: &str,
    locale: Locale,
    people: &mut Vec<String>,
) -> String {
    let said_before = text.previous(at).is_some_and(|before| {
        before.any(Marks::RELATION)
            && before.is_word()
            && text.get(at).is_some_and(|token| token.gap == Gap::Space)
    });
    let words: Vec<String> = own
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| word.chars().count() > 2)
        .map(str::to_lowercase)
        .collect();
    let known = people.iter().position(|known| {
        known
            .split(' ')
            .any(|name| words.iter().any(|word| word == name))
    });
    let place = known.unwrap_or_else(|| {
        people.push(words.join(" "));
        people.len() - 1
    });
    if said_before || is_greeted(text, at) {
        return String::new();
    }
    if is_signature(text, at, own) {
        return match locale {
            Locale::En => "me",
            Locale::Es => "yo",
        }
        .to_owned();
    }
    match (locale, place) {
        (Locale::En, 0) => "my client",
        (Locale::En, _) => "another person",
        (Locale::Es, 0) => "mi cliente",
        (Locale::Es, _) => "otra persona",
    }
    .to_owned()
}

/// "Hi Ana," is to the reader, who needs no name.
fn is_greeted(text: &Text<'_>, at: usize) -> bool {
    matches!(
        text.before(at, 1),
        "hi" | "hello"
            | "hey"
            | "dear"
            | "thanks"
            | "hola"
            | "gracias"
            | "querida"
            | "querido"
            | "estimada"
            | "estimado"
    )
}

/// "Best, Ana" at the end is who writes.
fn is_signature(text: &Text<'_>, at: usize, own: &str) -> bool {
    let end = text.get(at).map_or(0, |token| token.start) + own.len();
    let last = text.index_at(end);
    let ends = text.tokens.len() <= last + 1;
    ends && (1..=3).any(|step| {
        matches!(
            text.before(at, step),
            "best"
                | "regards"
                | "sincerely"
                | "thanks"
                | "love"
                | "cheers"
                | "yours"
                | "wishes"
                | "saludos"
                | "gracias"
                | "atentamente"
                | "abrazo"
                | "abrazos"
                | "cordialmente"
        )
    })
}

/// The article right before a finding, where its role has one of its own.
fn article_before(text: &Text<'_>, at: usize, replacement: &str, locale: Locale) -> Option<usize> {
    let has_own = [
        "a ", "an ", "un ", "una ", "my ", "mi ", "another ", "otra ",
    ]
    .iter()
    .any(|article| replacement.starts_with(article));
    let before = at.checked_sub(1)?;
    let space = text.get(at)?.gap == Gap::Space;
    let word = text.word_at(before);
    let article = match locale {
        Locale::En => matches!(word, "the" | "a" | "an"),
        Locale::Es => matches!(word, "el" | "la" | "los" | "las" | "un" | "una"),
    };
    (has_own && space && article).then_some(before)
}

/// To ten years, as a card tells it.
fn age(own: &str, locale: Locale) -> String {
    let years: u32 = own.parse().unwrap_or_default();
    match (locale, years) {
        (Locale::En, ..10) => "under 10".to_owned(),
        (Locale::En, 10..20) => "under 20".to_owned(),
        (Locale::En, _) => format!("about {}", years / 10 * 10),
        (Locale::Es, ..10) => "menos de 10".to_owned(),
        (Locale::Es, 10..20) => "menos de 20".to_owned(),
        (Locale::Es, _) => format!("unos {}", years / 10 * 10),
    }
}

const fn role(kind: Kind, locale: Locale) -> &'static str {
    match locale {
        Locale::En => match kind {
            Kind::Person => "my client",
            Kind::Phone => "a phone number",
            Kind::Address => "an address",
            Kind::Email => "a mail address",
            Kind::Link => "a link",
            Kind::Handle => "an account name",
            Kind::Machine => "a network address",
            Kind::Date => "a date",
            Kind::Age => "an age",
            Kind::Card => "a card number",
            Kind::Account => "a bank account",
            Kind::Paper => "an identity number",
            Kind::Place => "a place",
            Kind::PostalCode => "a postal code",
            Kind::Organisation => "an organisation",
            Kind::Nation => "foreign",
            Kind::Occupation => "a job",
        },
        Locale::Es => match kind {
            Kind::Person => "mi cliente",
            Kind::Phone => "un número de teléfono",
            Kind::Address => "una dirección",
            Kind::Email => "un correo electrónico",
            Kind::Link => "un enlace",
            Kind::Handle => "un nombre de usuario",
            Kind::Machine => "una dirección de red",
            Kind::Date => "una fecha",
            Kind::Age => "una edad",
            Kind::Card => "un número de tarjeta",
            Kind::Account => "una cuenta bancaria",
            Kind::Paper => "un número de identidad",
            Kind::Place => "un lugar",
            Kind::PostalCode => "un código postal",
            Kind::Organisation => "una organización",
            Kind::Nation => "de otro país",
            Kind::Occupation => "un trabajo",
        },
    }
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}

/// The text with these findings replaced. They must be in order, without overlaps, as
/// `find` gives them. A name that is left out takes the space before it along.
pub fn apply<'f>(text: &str, findings: impl IntoIterator<Item = &'f Finding>) -> String {
    let mut masked = String::with_capacity(text.len());
    let mut from = 0;
    for finding in findings {
        let Some(before) = text.get(from..finding.range.start) else {
            continue;
        };
        if finding.replacement.is_empty() {
            masked.push_str(before.strip_suffix(' ').unwrap_or(before));
        } else {
            masked.push_str(before);
            masked.push_str(&finding.replacement);
        }
        from = finding.range.end;
    }
    masked.push_str(text.get(from..).unwrap_or_default());
    masked
}

/// How often a masked text is looked at again: what stood between two findings may look
/// different once they are gone.
const ROUNDS: usize = 4;

/// The text with everything replaced that leads to a person.
pub fn mask(text: &str, fallback: Locale) -> String {
    let mut masked = text.to_owned();
    for _ in 0..ROUNDS {
        let findings = find(&masked, fallback);
        if findings.is_empty() {
            break;
        }
        masked = apply(&masked, &findings);
    }
    masked
}
