//! Mail addresses, links, names on networks, machines' addresses, bank accounts in
//! IBAN: what is known by its form alone.

use std::net::{Ipv4Addr, Ipv6Addr};
use std::sync::LazyLock;

use regex::{Match, Regex};

use super::spans::Spans;
use super::tokens::Text;
use super::{Certainty, Kind};

macro_rules! pattern {
    ($name:ident, $text:expr) => {
        static $name: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new($text).ok());
    };
}
pub(super) use pattern;

pattern!(
    MAIL,
    r"[\p{L}\p{N}._%+'\-]*[\p{L}\p{N}_%+\-]@[\p{L}\p{N}\-]+(?:\.[\p{L}\p{N}\-]+)*\.\p{L}{2,}"
);
pattern!(
    SPOKEN_MAIL,
    r"(?i)\b[\w.+\-]+\s*(?:\(at\)|\[at\]|\{at\}|\sat\s|\sarroba\s|\(arroba\))\s*[\w\-]+\s*(?:\.|\(dot\)|\[dot\]|\sdot\s|\spunto\s|\(punto\))\s*(?:com|org|net|edu|es|mx|us|uk|de|fr|info)\b"
);
pattern!(LINK, r#"(?i)\b(?:https?://|ftp://|www\.)[^\s<>"'“”]+"#);
pattern!(
    DOMAIN,
    r#"(?i)\b(?:[a-z0-9][a-z0-9\-]*\.)+(?:com|org|net|edu|gov|info|io|uk|mx|eu|biz|es|ar|cl|pe|de|fr|ca|au|nl|se|dk|fi|pl|cz|ly|gl|me|app|dev|tv|co|ch|ru|jp|cn|kr|hu|gr|pt|br|ie|ee|si|hr|sk|ro|bg|lt|lv|tr|ua|il|nz|za|sg|hk|th|vn|ph|xyz|online|site|club|social)\b(?:/[^\s<>"'“”]*)?"#
);
pattern!(HANDLE, r"(?:^|[\s(,;:/])(@[A-Za-z0-9_][\w.]*\w)");
pattern!(
    NAMED_HANDLE,
    r"(?i)\b(?:instagram|insta|ig|telegram|twitter|tiktok|tik tok|snapchat|snap|skype|discord|facebook|fb|wechat|kik)(?:\s+(?:is|es|id|user|username|usuario|handle|name|account|cuenta|como|as)){0,2}\s*[:=]?\s*([\w.\-]*[_.\d][\w.\-]*\w)"
);
pattern!(
    ACCOUNT,
    r"(?i)\b[a-z]{2}\d{2}(?:[ \-]?[a-z0-9]{4}){2,7}(?:[ \-]?[a-z0-9]{1,4})?\b"
);
pattern!(
    COIN,
    r"\b(?:bc1[a-z0-9]{25,60}|[13][a-km-zA-HJ-NP-Z1-9]{25,34}|0x[0-9a-fA-F]{40})\b"
);
pattern!(
    FILE,
    r"\b(?:\d{2,4}-[A-Z]{1,6}-\d{2,8}|[A-Z]{1,6}-?\d{2,4}-\d{3,9}|[A-Z]{1,5}-\d{4,10}|[A-Z]{4}\d{6}[A-Z]{6}[A-Z0-9]\d)\b"
);
pattern!(MACHINE, r"\b\d{1,3}(?:\.\d{1,3}){3}\b");
pattern!(
    MACHINE_6,
    r"(?i)(?:\b[0-9a-f]{1,4})?(?::{1,2}[0-9a-f]{1,4}){2,7}(?:::)?"
);
pattern!(HARDWARE, r"(?i)\b[0-9a-f]{2}(?:[:\-][0-9a-f]{2}){5}\b");

/// Each match of a pattern.
pub(super) fn each<'t>(
    pattern: &'static LazyLock<Option<Regex>>,
    text: &'t str,
) -> impl Iterator<Item = Match<'t>> {
    pattern
        .as_ref()
        .into_iter()
        .flat_map(move |pattern| pattern.find_iter(text))
}

/// The first group of each match of a pattern.
fn groups<'t>(
    pattern: &'static LazyLock<Option<Regex>>,
    text: &'t str,
) -> impl Iterator<Item = Match<'t>> {
    pattern
        .as_ref()
        .into_iter()
        .flat_map(move |pattern| pattern.captures_iter(text))
        .filter_map(|captures| captures.get(1))
}

/// Claims what has such a form.
pub(super) fn find(text: &Text<'_>, spans: &mut Spans) {
    let raw = text.raw;
    let bytes = raw.as_bytes();
    let has = |byte: u8| bytes.contains(&byte);
    if has(b'@') {
        for hit in each(&MAIL, raw) {
            spans.claim(hit.start(), hit.end(), Kind::Email, Certainty::Sure);
        }
        for hit in groups(&HANDLE, raw) {
            spans.claim(hit.start(), hit.end(), Kind::Handle, Certainty::Sure);
        }
    }
    if text
        .tokens
        .iter()
        .any(|token| matches!(text.word(token), "at" | "arroba"))
    {
        for hit in each(&SPOKEN_MAIL, raw) {
            spans.claim(hit.start(), hit.end(), Kind::Email, Certainty::Likely);
        }
    }
    if has(b'.') {
        for hit in each(&LINK, raw).chain(each(&DOMAIN, raw)) {
            let end = hit.start() + trimmed(hit.as_str()).len();
            // "so. Me" typed without a space is no link: its ending has a capital.
            let plain = hit
                .as_str()
                .rsplit('.')
                .next()
                .is_some_and(|ending| !ending.starts_with(char::is_uppercase));
            if plain || hit.as_str().contains("://") {
                spans.claim(hit.start(), end, Kind::Link, Certainty::Sure);
            }
        }
    }
    if text.tokens.iter().any(|token| is_network(text.word(token))) {
        for hit in groups(&NAMED_HANDLE, raw) {
            spans.claim(hit.start(), hit.end(), Kind::Handle, Certainty::Likely);
        }
    }
    if bytes.iter().any(u8::is_ascii_digit) {
        with_digits(raw, spans);
    }
}

fn with_digits(raw: &str, spans: &mut Spans) {
    for hit in each(&ACCOUNT, raw) {
        if is_account(hit.as_str()) {
            spans.claim(hit.start(), hit.end(), Kind::Account, Certainty::Sure);
        }
    }
    for hit in each(&FILE, raw) {
        spans.claim(hit.start(), hit.end(), Kind::Paper, Certainty::Likely);
    }
    for hit in each(&COIN, raw) {
        let mixed = hit.as_str().bytes().any(|byte| byte.is_ascii_alphabetic());
        if mixed {
            spans.claim(hit.start(), hit.end(), Kind::Account, Certainty::Likely);
        }
    }
    if raw.contains(':') || raw.contains('-') {
        for hit in each(&HARDWARE, raw) {
            spans.claim(hit.start(), hit.end(), Kind::Machine, Certainty::Sure);
        }
    }
    if raw.contains(':') {
        for hit in each(&MACHINE_6, raw) {
            if hit.as_str().parse::<Ipv6Addr>().is_ok() {
                spans.claim(hit.start(), hit.end(), Kind::Machine, Certainty::Sure);
            }
        }
    }
    if raw.contains('.') {
        for hit in each(&MACHINE, raw) {
            if hit.as_str().parse::<Ipv4Addr>().is_ok() {
                spans.claim(hit.start(), hit.end(), Kind::Machine, Certainty::Sure);
            }
        }
    }
}

fn is_network(word: &str) -> bool {
    matches!(
        word,
        "instagram"
            | "insta"
            | "ig"
            | "telegram"
            | "twitter"
            | "tiktok"
            | "tok"
            | "snapchat"
            | "snap"
            | "skype"
            | "discord"
            | "facebook"
            | "fb"
            | "wechat"
            | "kik"
    )
}

/// Without the marks that end a sentence.
fn trimmed(link: &str) -> &str {
    link.trim_end_matches(['.', ',', ';', ':', '!', '?', ')', ']', '\'', '"'])
}

/// ISO 13616: the rest of the number modulo 97 is 1. Without spaces, the form alone is
/// enough: a mistyped account is one all the same.
fn is_account(text: &str) -> bool {
    let plain: Vec<u8> = text
        .bytes()
        .filter(u8::is_ascii_alphanumeric)
        .map(|byte| byte.to_ascii_uppercase())
        .collect();
    if !(15..=34).contains(&plain.len()) {
        return false;
    }
    let (head, tail) = plain.split_at(4);
    let rest = tail.iter().chain(head).fold(0_u32, |rest, byte| {
        let value = char::from(*byte).to_digit(36).unwrap_or_default();
        let shift = if value > 9 { 100 } else { 10 };
        (rest * shift + value) % 97
    });
    let digits = plain.iter().filter(|byte| byte.is_ascii_digit()).count();
    rest == 1 || (text.len() == plain.len() && digits * 2 > plain.len())
}
