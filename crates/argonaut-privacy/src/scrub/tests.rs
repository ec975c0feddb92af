//! Tests of the scrubber: what is found of each kind in both languages, what is not, and
//! laws that hold for any text.

mod english;
mod laws;
mod spanish;

use argonaut_domain::locale::Locale;

use super::{Finding, Kind, find, mask};

/// What is found, as kind and text.
fn found(text: &str) -> Vec<(Kind, &str)> {
    find(text, Locale::En)
        .into_iter()
        .map(|finding| (finding.kind, &text[finding.range]))
        .collect()
}

/// Checks that exactly this is found.
#[track_caller]
fn check(text: &str, expect: &[(Kind, &str)]) {
    assert_eq!(found(text), expect, "{text}");
}

/// Checks that this piece is found, perhaps beside others.
#[track_caller]
fn has(text: &str, kind: Kind, piece: &str) {
    let all = found(text);
    assert!(all.contains(&(kind, piece)), "{text}: {all:?}");
}

/// Checks that nothing is found.
#[track_caller]
fn clean(text: &str) {
    check(text, &[]);
}

/// Checks what is left when everything is replaced.
#[track_caller]
fn masked(text: &str, expect: &str) {
    assert_eq!(mask(text, Locale::En), expect);
}

fn one(text: &str) -> Finding {
    let mut all = find(text, Locale::En);
    assert_eq!(all.len(), 1, "{text}: {all:?}");
    all.remove(0)
}
