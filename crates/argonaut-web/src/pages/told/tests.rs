//! Every page of being told, in every language and state, without a fault.

use argonaut_app::told::{Address, AddressState, Device, Devices, Means, Told};
use argonaut_domain::clock::Timestamp;
use argonaut_domain::locale::Locale;
use argonaut_domain::told::{How, Rhythm, Telling, Topic};

use super::form_page::{read, view};
use super::{door, words};
use crate::form_data::FormData;
use crate::i18n::Tr;
use crate::pages::layout::{Page, layout};
use crate::pages::tests::lint::faults;

fn check(tr: &Tr, name: &str, body: &maud::Markup) -> String {
    let page = layout(&Page::new(tr, name), body).into_string();
    assert_eq!(faults(&page), Vec::<String>::new(), "{name}, {}", tr.lang());
    assert!(
        !page.contains("told-topic-"),
        "{name}: a key instead of a text"
    );
    page
}

#[test]
fn the_pages_have_no_faults_in_any_state() {
    for tr in Locale::ALL.iter().copied().map(Tr::of) {
        for state in [
            None,
            Some(AddressState::Waiting),
            Some(AddressState::Confirmed),
            Some(AddressState::Failing),
        ] {
            for (mail, off) in [(true, false), (true, true), (false, false)] {
                let told = Told {
                    address: state.map(|state| Address {
                        text: "rosa&co@example.org".to_owned(),
                        state,
                    }),
                    telling: Telling {
                        off,
                        zone: "Nowhere/Land".to_owned(),
                        quiet: None,
                        ..Telling::default()
                    },
                    push: mail.then(|| Devices {
                        key: "BCVx".to_owned(),
                        list: (0..if off { 10 } else { 2 })
                            .map(|number: u8| Device {
                                id: uuid::Uuid::from_bytes([number; 16]),
                                name: if number == 0 {
                                    String::new()
                                } else {
                                    "Firefox, Android".to_owned()
                                },
                                mark: "ab".repeat(32),
                                service: "https://push.example.net".to_owned(),
                                added: Timestamp::from_micros(0),
                                told: (number == 1).then_some(Timestamp::from_micros(0)),
                            })
                            .collect(),
                    }),
                    is_chosen: off,
                    means: Means { mail, push: mail },
                };
                // Without mail there is no field that could be wrong.
                let wrong = [("address".to_owned(), "x".to_owned())];
                let wrong = if mail { &wrong[..] } else { &[] };
                let page = check(&tr, "told", &view(&tr, &told, "ros<a", wrong));
                assert_eq!(page.contains("ros&lt;a"), mail);
            }
        }
        for button in [None, Some("x")] {
            check(&tr, "door", &door::view(&tr, "x", "y", button));
        }
        for topic in Topic::ALL.iter().copied() {
            assert!(!words::topic(&tr, topic).is_empty());
        }
    }
}

#[test]
fn what_is_sent_is_what_is_kept() {
    let pairs = [
        ("how-matches", "digest"),
        ("how-groups", "now"),
        ("how-rings", "nonsense"),
        ("rhythm", "weekly"),
        ("hour", "17"),
        ("quiet", "on"),
        ("quiet-from", "13"),
        ("quiet-until", "14"),
        ("zone", "Europe/Madrid"),
        ("language", "es"),
    ];
    let sent = FormData::of(
        pairs
            .iter()
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
            .collect(),
    );
    let off = Telling {
        off: true,
        ..Telling::default()
    };
    let telling = read(&sent, &off);
    assert!(!telling.off, "choosing is asking for mail again");
    assert_eq!(telling.how(Topic::Matches), How::Digest);
    assert_eq!(telling.how(Topic::Groups), How::Now);
    assert_eq!(telling.how(Topic::Rings), Topic::Rings.usual());
    assert_eq!(telling.rhythm, Rhythm::Weekly);
    assert_eq!((telling.hour, telling.language), (17, Locale::Es));
    let quiet = telling.quiet.unwrap();
    assert_eq!((quiet.from, quiet.until), (13, 14));
    assert_eq!(telling.zone, "Europe/Madrid");
}
