//! Laws that hold for any text.

use argonaut_domain::locale::Locale;
use proptest::prelude::*;

use super::super::{apply, find, mask};

/// Pieces that texts about people are made of, in an order that nobody chose.
fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => prop::sample::select(vec![
            "Maria", "maria", "Gómez", "de la", "Kwame", "Zoë", "O'Brien", "Rosa", "rosa", "MARIA", "Ξένια", "李",
            "my client", "mi hermana", "Mr.", "la Sra.", "my name is", "se llama", "lives at", "vive en",
            "12 Oak Street", "calle Morelos 45", "Apt. 4", "Fresno", "CA 93701", "Estonia", "PO Box 12",
            "555-0143", "(559) 555-0143", "123-45-6789", "4454794511390933", "GB82WEST12345698765432",
            "a@b.org", "www.b.org/x", "@lupita_g", "10.0.0.1", "3/4/1980", "1977", "43 years old", "tiene 43 años",
            "Inc", "School", "Polish", "Best, ", "Hi ", "the", "and", "y", "needs help", "necesita ayuda",
        ]).prop_map(str::to_owned),
        2 => prop::sample::select(vec![" ", ", ", ".\n", "\n", " - ", "'s ", "“", "…", "\u{301}", "🙂", "\t"]).prop_map(str::to_owned),
        1 => "\\PC{0,6}",
    ];
    prop::collection::vec(piece, 0..14).prop_map(|pieces| pieces.join(" "))
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn findings_are_in_order_on_borders_and_apart(text in text()) {
        let mut end = 0;
        for finding in find(&text, Locale::En) {
            prop_assert!(finding.range.start >= end);
            prop_assert!(finding.range.end > finding.range.start);
            prop_assert!(text.get(finding.range.clone()).is_some());
            end = finding.range.end;
        }
    }

    #[test]
    fn the_same_text_gives_the_same_findings(text in text()) {
        prop_assert_eq!(find(&text, Locale::Es), find(&text, Locale::Es));
    }

    #[test]
    fn what_is_kept_stays_as_it_was(text in text()) {
        prop_assert_eq!(apply(&text, []), text);
    }

    #[test]
    fn masking_leaves_nothing_to_find(text in text()) {
        let masked = mask(&text, Locale::En);
        prop_assert_eq!(find(&masked, Locale::En), vec![], "{}", masked);
        prop_assert_eq!(mask(&masked, Locale::En), masked);
    }

    #[test]
    fn a_name_that_was_replaced_stands_nowhere_else(text in text(), name in prop::sample::select(vec!["Xiomara", "Gelencsér", "Tesfaye"])) {
        let text = format!("{text}. I met {name} today, and {text} {name} said so; {}.", name.to_lowercase());
        let masked = mask(&text, Locale::En).to_lowercase();
        prop_assert!(!masked.contains(&name.to_lowercase()), "{}", masked);
    }

    #[test]
    fn any_letters_at_all_are_borne(text in "\\PC{0,80}") {
        for finding in find(&text, Locale::En) {
            prop_assert!(text.get(finding.range).is_some());
        }
    }
}
