//! The shipped taxonomy is whole.

use std::collections::HashSet;

use super::*;

#[test]
fn every_row_is_read_and_whole() {
    let text = include_str!("../../../../data/taxonomy.csv");
    for row in read::rows(text) {
        row.unwrap();
    }
    let taxonomy = Taxonomy::builtin();
    let rows = read::rows(text).count();
    assert_eq!(taxonomy.terms.len(), rows, "a row was left out");
    let mut codes = HashSet::new();
    let mut labels = HashSet::new();
    for term in &taxonomy.terms {
        assert!(codes.insert(term.code), "{} stands twice", term.code);
        for locale in [Locale::En, Locale::Es] {
            assert!(!term.label(locale).is_empty(), "{} has no label", term.code);
            assert!(
                labels.insert((locale, term.kind, term.label(locale))),
                "{} repeats a label",
                term.code
            );
        }
        if let Some(parent) = term.parent {
            assert_eq!(
                taxonomy.get(parent).kind,
                term.kind,
                "{} hangs under another kind",
                term.code
            );
        }
        assert!(
            taxonomy.ancestors(term.id).count() <= 2,
            "{} lies deeper than three levels",
            term.code
        );
    }
    for row in text.lines().skip(1) {
        let mut cells = row.split(',');
        let (code, parent) = (cells.next().unwrap(), cells.next().unwrap());
        assert!(
            parent.is_empty() || taxonomy.by_code(parent).is_some(),
            "{code} hangs under nothing"
        );
    }
}

#[test]
fn there_is_enough_of_each_kind() {
    let taxonomy = Taxonomy::builtin();
    let count = |kind| taxonomy.terms(kind).count();
    let groups = |kind| taxonomy.groups(kind).count();
    assert!(
        (200..=320).contains(&count(TermKind::Need)),
        "{}",
        count(TermKind::Need)
    );
    assert!(
        (12..=16).contains(&groups(TermKind::Need)),
        "{}",
        groups(TermKind::Need)
    );
    assert!(
        (100..=150).contains(&count(TermKind::Interest)),
        "{}",
        count(TermKind::Interest)
    );
    assert!(
        (40..=70).contains(&count(TermKind::Situation)),
        "{}",
        count(TermKind::Situation)
    );
    assert!(
        count(TermKind::Connection) >= 9,
        "{}",
        count(TermKind::Connection)
    );
    for kind in [TermKind::Need, TermKind::Interest] {
        for group in taxonomy.groups(kind) {
            assert!(!taxonomy.children(group).is_empty(), "{group} is empty");
        }
    }
}

#[test]
fn relations_follow_the_tree() {
    let taxonomy = Taxonomy::builtin();
    let groups: Vec<TermId> = taxonomy.groups(TermKind::Need).take(2).collect();
    let [first, second] = groups[..] else {
        panic!("two groups")
    };
    assert_eq!(taxonomy.relation(first, second), Relation::Unrelated);
    let [a, b, ..] = taxonomy.children(first) else {
        panic!("two children")
    };
    assert_eq!(taxonomy.relation(*a, *b), Relation::Sibling);
    assert_eq!(taxonomy.relation(*a, first), Relation::ParentChild);
    assert_eq!(taxonomy.relation(first, *a), Relation::ParentChild);
    assert_eq!(taxonomy.relation(*a, *a), Relation::Same);
    assert_eq!(taxonomy.relation(*a, second), Relation::Unrelated);
}

#[test]
fn what_may_hurt_is_marked_sensitive() {
    let taxonomy = Taxonomy::builtin();
    let telling = [
        "violence",
        "abuse",
        "addict",
        "alcohol",
        "drug",
        "hiv",
        "immigration",
        "asylum",
        "undocumented",
        "criminal",
        "prison",
        "suicid",
        "traffick",
    ];
    for term in &taxonomy.terms {
        let text = format!("{} {}", term.code, term.label(Locale::En)).to_lowercase();
        if telling.iter().any(|word| text.contains(word)) {
            assert!(term.id.is_sensitive(), "{} tells too much", term.code);
        }
    }
}

#[test]
fn terms_are_found_by_beginnings_synonyms_and_without_accents() {
    let taxonomy = Taxonomy::builtin();
    let kinds = [TermKind::Need];
    let first = |locale, text: &str| taxonomy.search(&kinds, locale, text, 5);
    assert!(!first(Locale::En, "food").is_empty());
    assert!(
        !first(Locale::Es, "medico").is_empty(),
        "accents do not matter"
    );
    assert!(first(Locale::En, "zzzz").is_empty());
    for term in taxonomy.terms(TermKind::Need) {
        assert!(
            taxonomy
                .search(&kinds, Locale::En, term.label(Locale::En), 20)
                .contains(&term),
            "{term}"
        );
    }
}

#[test]
fn terms_are_stored_by_code() {
    let term = Taxonomy::builtin().terms(TermKind::Need).next().unwrap();
    let text = serde_json::to_string(&term).unwrap();
    assert_eq!(text, format!("\"{}\"", term.code()));
    assert_eq!(serde_json::from_str::<TermId>(&text).unwrap(), term);
    assert!(serde_json::from_str::<TermId>("\"no.such.term\"").is_err());
}
