//! Every page of this area, full and empty, in every language.

use argonaut_app::messages::file::{FileKind, FileNote};
use argonaut_app::messages::list::{Found, Line, Overview};
use argonaut_app::messages::look::{Body, Message, Thread};
use argonaut_app::messages::{Partner, Said};
use argonaut_app::people::Face;
use argonaut_domain::access::{Actor, Between, HelperFacts, Viewer, in_talk, reveal_in_talk};
use argonaut_domain::clock::Timestamp;
use argonaut_domain::helper::{Handle, HelperRole, Reach, Standing};
use argonaut_domain::ids::{ConversationId, GroupId, HelperId, MessageId};
use argonaut_domain::locale::Locale;
use maud::Markup;
use uuid::Uuid;

use super::form::{Typed, looked};
use super::{delete, list, start, thread};
use crate::form_data::FormData;
use crate::i18n::Tr;
use crate::pages::layout::{Page, layout};
use crate::pages::tests::lint::faults;

const NOW: Timestamp = Timestamp::from_micros(1_000_000_000_000_000);

fn helper(number: u128) -> HelperId {
    HelperId::from_uuid(Uuid::from_u128(number))
}

fn conversation() -> ConversationId {
    ConversationId::from_uuid(Uuid::from_u128(70))
}

fn face() -> Face {
    Face {
        id: helper(2),
        name: "Eva <2>".to_owned(),
        handle: Handle::parse("eva").unwrap(),
        role: HelperRole::Neighbour,
        area: None,
        is_contact: true,
    }
}

fn open(words: &str, files: Vec<FileNote>) -> Body {
    let actor = Actor::signed_in(helper(1), Standing::Active, false).unwrap();
    let viewer = Viewer::new(helper(1), [], [], []);
    let other = HelperFacts {
        id: helper(2),
        standing: Standing::Active,
        listed: Reach::Everyone,
    };
    let between = Between::Two(helper(1), helper(2));
    let granted = in_talk(&actor, &viewer, conversation(), between, other).unwrap();
    let said = Said {
        words: words.to_owned(),
        files,
    };
    Body::Open(reveal_in_talk(&granted, conversation(), said).unwrap())
}

fn note(number: u128, kind: FileKind) -> FileNote {
    FileNote {
        id: Uuid::from_u128(number),
        name: "plan <1>.pdf".to_owned(),
        kind,
        size: 123_456,
    }
}

fn message(number: u128, mine: bool, body: Body) -> Message {
    Message {
        id: MessageId::from_uuid(Uuid::from_u128(number)),
        from: (!mine).then(face),
        sent: NOW.plus_minutes(i64::try_from(number).unwrap()),
        can_take_back: mine,
        body,
    }
}

fn messages() -> Vec<Message> {
    vec![
        message(1, true, open("Soup <at> six?", Vec::new())),
        message(
            2,
            false,
            open("", vec![note(1, FileKind::Pdf), note(2, FileKind::Jpeg)]),
        ),
        message(3, true, Body::Deleted),
        message(4, false, Body::Shut),
        message(5, false, open(&"long ".repeat(300), Vec::new())),
    ]
}

fn a_thread(partner: Partner, full: bool) -> Thread {
    Thread {
        id: conversation(),
        partner,
        messages: if full { messages() } else { Vec::new() },
        earlier: full,
        may_write: !full,
        muted: full,
        read_by_other: full.then_some(NOW.plus_days(1)),
        had_read: NOW.plus_minutes(2),
    }
}

fn pages(tr: &Tr) -> Vec<(&'static str, Markup)> {
    let group = || {
        Partner::Group(
            GroupId::from_uuid(Uuid::from_u128(5)),
            "Elm <St>".to_owned(),
        )
    };
    let (empty, sent) = (
        FormData::default(),
        FormData::of(vec![("message".to_owned(), "Call 555-0100 <b>".to_owned())]),
    );
    let looked = looked(tr.locale(), &sent, &[]);
    let blank = Typed {
        fields: &empty,
        looked: None,
        wrong: None,
    };
    let asked = Typed {
        fields: &sent,
        looked: Some(&looked),
        wrong: Some("It is <wrong>."),
    };
    let line = |unread, muted, last| Line {
        id: conversation(),
        partner: Partner::Helper(face()),
        last,
        unread,
        muted,
    };
    let full = Overview {
        lines: messages()
            .into_iter()
            .map(|of| line(2, true, Some(of)))
            .chain([line(0, false, None)])
            .collect(),
        quiet_groups: vec![(conversation(), "Elm <St>".to_owned())],
        hides_read: true,
    };
    let none = Overview {
        lines: Vec::new(),
        quiet_groups: Vec::new(),
        hides_read: false,
    };
    let found: Vec<Found> = messages()
        .into_iter()
        .map(|message| Found {
            id: conversation(),
            partner: group(),
            message,
        })
        .collect();
    let partner = Partner::Helper(face());
    vec![
        ("list", list::view(tr, &full, "", None, NOW)),
        ("empty", list::view(tr, &none, "", None, NOW)),
        ("found", list::view(tr, &full, "soup", Some(&found), NOW)),
        ("nothing", list::view(tr, &full, "soup", Some(&[]), NOW)),
        (
            "thread",
            thread::view(tr, &a_thread(partner.clone(), true), NOW, false, &blank),
        ),
        (
            "new thread",
            thread::view(tr, &a_thread(partner, false), NOW, true, &blank),
        ),
        (
            "group",
            thread::view(tr, &a_thread(group(), false), NOW, true, &asked),
        ),
        ("start", start::view(tr, &face(), &asked)),
        ("delete", delete::view(tr, conversation(), &messages()[0])),
        (
            "delete theirs",
            delete::view(tr, conversation(), &messages()[1]),
        ),
    ]
}

#[test]
fn all_pages_in_every_language() {
    for locale in Locale::ALL.iter().copied() {
        let tr = Tr::of(locale);
        for (name, body) in pages(&tr) {
            let page = layout(&Page::new(&tr, name), &body).into_string();
            let faults = faults(&page);
            assert!(faults.is_empty(), "{name} in {locale}: {faults:?}");
            assert!(!page.contains("<b>") && !page.contains("Eva <2>"), "{name}");
        }
    }
}
