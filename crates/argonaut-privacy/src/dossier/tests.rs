//! What must hold of a dossier: old records open, nothing leaks through
//! `Debug`, and a release carries the consented fields alone.

use argonaut_domain::clock::Timestamp;
use argonaut_domain::consent::ReleasedField;
use argonaut_domain::ids::HelperId;
use argonaut_domain::person::AgeBand;
use argonaut_domain::place::CountryId;
use argonaut_domain::taxonomy::Taxonomy;
use jiff::civil::{Date, date};

use super::*;

const TODAY: Date = date(2026, 11, 23);

fn helper() -> HelperId {
    HelperId::from_uuid("018f2f5e-0000-7000-8000-000000000001".parse().unwrap())
}

fn maria() -> Dossier {
    let mut dossier = Dossier::new(" Maria Canario ");
    dossier.identity.full_name = "Maria Luisa Canario Pardo".into();
    dossier.contact.phones = vec!["+1 559 555 0101".into()];
    dossier.contact.emails = vec!["canario@example.org".into()];
    dossier.contact.address = "12 Canario Street".into();
    dossier.contact.preferred = Some(ContactWay::Call);
    dossier.contact.times = "canario evenings".into();
    dossier.never_introduce = vec!["Juan Canario".into()];
    dossier.birth = Birth::Date(date(1961, 11, 24));
    dossier.note(Timestamp::from_date(TODAY), helper(), "canario note");
    dossier
}

#[test]
fn bytes_come_back_as_they_were() {
    let dossier = maria();
    let bytes = dossier.to_bytes().unwrap();
    assert_eq!(
        bytes.capacity(),
        bytes.len(),
        "the buffer must never have grown"
    );
    assert_eq!(Dossier::from_bytes(&bytes), Ok(dossier));
}

#[test]
fn a_record_that_lacks_every_later_field_opens() {
    let old = br#"{"format":0,"identity":{"name":"M. C."},"needs":[],"field_of_another_time":1}"#;
    let mut expected = Dossier::new("M. C.");
    expected.format = FORMAT;
    assert_eq!(Dossier::from_bytes(old), Ok(expected));
}

#[test]
fn a_newer_record_and_rubbish_are_refused() {
    assert_eq!(
        Dossier::from_bytes(br#"{"format":99,"birth":"next_life"}"#),
        Err(BadDossier::Newer { found: 99 })
    );
    assert_eq!(Dossier::from_bytes(b"rubbish"), Err(BadDossier::Unreadable));
    assert_eq!(
        Dossier::from_bytes(br#"{"format":1,"birth":"next_life"}"#),
        Err(BadDossier::Unreadable)
    );
}

#[test]
fn debug_tells_nothing() {
    let dossier = maria();
    for text in [
        format!("{dossier:?}"),
        format!("{:?}", dossier.released(ReleasedField::ALL)),
        format!("{:?}", dossier.true_card(TODAY)),
    ] {
        for canary in ["anario", "559", "1961", "Maria"] {
            assert!(!text.contains(canary), "{text}");
        }
    }
}

#[test]
fn ages_are_completed_years() {
    let born = |birth: Birth| birth.years(TODAY);
    assert_eq!(born(Birth::Date(date(1961, 11, 23))), Some(65));
    assert_eq!(born(Birth::Date(date(1961, 11, 24))), Some(64));
    assert_eq!(born(Birth::Date(date(2026, 11, 23))), Some(0));
    assert_eq!(born(Birth::Date(date(2026, 11, 24))), None);
    assert_eq!(born(Birth::Year(2026)), Some(0));
    assert_eq!(
        born(Birth::Year(2008)),
        Some(17),
        "nobody is of age before they surely are"
    );
    assert_eq!(born(Birth::Year(2007)), Some(18));
    assert_eq!(born(Birth::Year(2027)), None);
    assert_eq!(born(Birth::Year(1800)), None);
    assert_eq!(born(Birth::Unknown), None);
    assert_eq!(maria().age_band(TODAY), Some(AgeBand::To64));
    assert_eq!(maria().age_band(date(2026, 11, 24)), Some(AgeBand::To74));
}

#[test]
fn a_release_carries_the_consented_fields_alone() {
    let mut dossier = maria();
    let term = |code: &str| Taxonomy::builtin().by_code(code).unwrap();
    dossier.place = Place::Country(CountryId::all().next().unwrap());
    dossier.need(term("transport.doctor"), Urgency::Medium);
    dossier.offer(term("company.calls"));
    for need in &mut dossier.needs {
        need.note = "a private note".into();
    }
    for offer in &mut dossier.offers {
        offer.note = "a private note".into();
    }
    dossier.situations = vec![term("transport.doctor")];
    assert!(dossier.released(&[]).is_empty());
    for &field in ReleasedField::ALL {
        let released = dossier.released(&[field]);
        let text = String::from_utf8(released.to_bytes().unwrap().to_vec()).unwrap();
        let carries = |part: &str| text.contains(part);
        assert_eq!(
            carries("Maria"),
            matches!(field, ReleasedField::FirstName | ReleasedField::FullName),
            "{text}"
        );
        assert_eq!(carries("Pardo"), field == ReleasedField::FullName, "{text}");
        assert_eq!(
            carries("Canario Street"),
            field == ReleasedField::Address,
            "{text}"
        );
        assert_eq!(carries("555"), field == ReleasedField::Phone, "{text}");
        assert_eq!(carries("@"), field == ReleasedField::Email, "{text}");
        assert_eq!(
            carries("evenings"),
            field == ReleasedField::PreferredContact,
            "{text}"
        );
        assert!(
            !carries("private note") && !carries("Juan") && !carries("1961"),
            "{text}"
        );
        assert_eq!(
            !released.needs.is_empty(),
            field == ReleasedField::Needs,
            "{text}"
        );
        assert_eq!(
            !released.offers.is_empty(),
            field == ReleasedField::Strengths,
            "{text}"
        );
        assert_eq!(released.place.is_some(), field == ReleasedField::Place);
        assert_eq!(
            !released.situations.is_empty(),
            field == ReleasedField::Situations
        );
        assert_eq!(Released::from_bytes(text.as_bytes()), Ok(released));
    }
    assert_eq!(
        dossier
            .released(&[ReleasedField::FirstName])
            .first_name
            .as_deref(),
        Some("Maria")
    );
    assert_eq!(dossier.releasable().count(), ReleasedField::ALL.len());
    assert_eq!(
        Dossier::new("M.").releasable().collect::<Vec<_>>(),
        [ReleasedField::FirstName, ReleasedField::FullName]
    );
}

#[test]
fn the_search_reads_names_first_and_everything_written() {
    let dossier = maria();
    let texts: Vec<_> = dossier.search_text().collect();
    assert_eq!(texts.first().copied(), Some("Maria Canario"));
    let line = dossier.search_line();
    assert!(line.contains("canario note") && line.contains("555 0101"));
    assert_eq!(line.capacity(), line.len());
}

#[test]
fn a_name_is_enough_and_faults_come_together() {
    assert_eq!(Dossier::new("X").check(TODAY), Ok(()));
    assert_eq!(maria().check(TODAY), Ok(()));
    let mut bad = Dossier::new("   ");
    bad.birth = Birth::Year(2030);
    bad.contact.address = "a".repeat(MAX_LINE + 1).into();
    bad.contact.phones = vec!["1".into(); MAX_ENTRIES + 1];
    let missing = Invalid {
        field: Field::Name,
        fault: Fault::Missing,
    };
    let address = Invalid {
        field: Field::Address,
        fault: Fault::TooLong { most: MAX_LINE },
    };
    let phones = Invalid {
        field: Field::Phones,
        fault: Fault::TooMany { most: MAX_ENTRIES },
    };
    let birth = Invalid {
        field: Field::Birth,
        fault: Fault::Impossible,
    };
    assert_eq!(bad.check(TODAY), Err(vec![missing, phones, address, birth]));
    assert_eq!(
        address.to_string(),
        "address is longer than 1000 characters"
    );
}

#[test]
fn notes_keep_their_numbers_and_count_as_attention() {
    let mut dossier = Dossier::new("X");
    let at = Timestamp::from_date(TODAY);
    let first = dossier.note(at, helper(), "one");
    let second = dossier.note(at.plus_days(1), helper(), "two");
    dossier.notes.retain(|note| note.id != second);
    let third = dossier.note(at.plus_days(-3), helper(), "three");
    assert!(
        first < second && second < third,
        "a number is never used twice"
    );
    assert_eq!(
        dossier.last_attention,
        Some(at.plus_days(1)),
        "attention never moves back"
    );
}
