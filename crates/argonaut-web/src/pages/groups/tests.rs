//! Every page of this area, full and empty, in every language.

use argonaut_app::groups::list::{GroupLine, Mine, Own};
use argonaut_app::groups::look::{Friend, GroupPage, Invited, Member};
use argonaut_app::groups::requests::{GroupAnswer, Request};
use argonaut_app::groups::share::SharedGroup;
use argonaut_app::people::Face;
use argonaut_domain::access::GroupSight;
use argonaut_domain::clock::Timestamp;
use argonaut_domain::group::{Group, GroupKind, GroupLink, GroupProfile, GroupRole, GroupSeat};
use argonaut_domain::helper::{Handle, HelperRole};
use argonaut_domain::ids::{GroupId, GroupLinkId, HelperId};
use argonaut_domain::locale::Locale;
use argonaut_domain::place::Place;
use uuid::Uuid;

use super::{confirm, events, form_page, link, list, members, share, show};
use crate::form_data::FormData;
use crate::i18n::{Tr, t};
use crate::pages::layout::{Page, layout};
use crate::pages::tests::lint::faults;

const NOW: Timestamp = Timestamp::from_micros(1_000_000_000_000_000);

fn helper(number: u128) -> HelperId {
    HelperId::from_uuid(Uuid::from_u128(number))
}

fn group(number: u128) -> GroupId {
    GroupId::from_uuid(Uuid::from_u128(number))
}

fn face(number: u128) -> Face {
    Face {
        id: helper(number),
        name: format!("Eva <{number}>"),
        handle: Handle::parse("eva").unwrap(),
        role: HelperRole::Neighbour,
        area: None,
        is_contact: true,
    }
}

fn line(number: u128, role: Option<GroupRole>) -> GroupLine {
    GroupLine {
        id: group(number),
        name: format!("Elm <Street> {number}"),
        about: "x".repeat(300),
        kind: GroupKind::ByRequest,
        place: Place::Anywhere,
        role,
        friend: number.is_multiple_of(2),
    }
}

fn found(sight: GroupSight, role: Option<GroupRole>, agreed: bool, kind: GroupKind) -> GroupPage {
    let insider = role == Some(GroupRole::Coordinator) && agreed;
    let link = |number, trusted, uses| GroupLink {
        id: GroupLinkId::from_uuid(Uuid::from_u128(number)),
        group: group(50),
        trusted,
        made_by: helper(1),
        made: NOW,
        expires: NOW.plus_days(7),
        uses,
        most_uses: 1,
        revoked: None,
    };
    let friend = |number, accepted, asked_us| Friend {
        line: line(number, None),
        accepted,
        asked_us,
    };
    GroupPage {
        group: Group {
            id: group(50),
            profile: GroupProfile {
                name: "Elm <Street>".to_owned(),
                about: "We help.".to_owned(),
                kind,
                place: Place::Anywhere,
                questions: vec!["Who knows you?".to_owned()],
                agreement: "What is said here stays here.".to_owned(),
                ..form_page::blank()
            },
            agreement_version: 2,
            made: NOW,
            closed: None,
            version: 3,
        },
        sight,
        seat: role.map(|role| GroupSeat {
            group: group(50),
            helper: helper(1),
            role,
            agreed,
            since: NOW,
        }),
        invited: false,
        asked: false,
        members: GroupRole::ALL
            .iter()
            .zip(1..)
            .map(|(role, number)| Member {
                face: face(number),
                role: *role,
                since: NOW,
                agreed: number != 3,
            })
            .collect(),
        size: 15,
        requests: usize::from(insider),
        invitations: if insider {
            vec![Invited {
                face: face(9),
                role: GroupRole::Member,
                expires: NOW,
            }]
        } else {
            Vec::new()
        },
        links: if insider {
            vec![link(1, true, 0), link(2, false, 1)]
        } else {
            Vec::new()
        },
        friends: vec![
            friend(60, true, false),
            friend(61, false, true),
            friend(62, false, false),
        ],
        others: vec![line(63, None)],
        contacts: vec![face(10), face(11)],
        needs: Vec::new(),
        offers: Vec::new(),
        events: Vec::new(),
        shared: 2,
        now: NOW,
    }
}

fn whole(tr: &Tr, page: &maud::Markup) -> Vec<String> {
    let page = layout(&Page::new(tr, "x"), page).into_string();
    assert!(!page.contains("groups-done"), "a text is missing");
    faults(&page)
}

#[test]
fn a_groups_page_in_every_part_kind_and_language() {
    let sent = FormData::default();
    for locale in Locale::ALL.iter().copied() {
        let tr = Tr::of(locale);
        for kind in GroupKind::ALL.iter().copied() {
            for (sight, role) in [
                (GroupSight::Face, None),
                (GroupSight::Members, None),
                (GroupSight::Inside, Some(GroupRole::Coordinator)),
                (GroupSight::Inside, Some(GroupRole::Member)),
                (GroupSight::Inside, Some(GroupRole::Observer)),
            ] {
                for flag in [true, false] {
                    let mut of = found(sight, role, flag, kind);
                    of.invited = role.is_none() && flag;
                    let errors = [("agreed".to_owned(), "Read it.".to_owned())];
                    let shown = show::Shown {
                        found: &of,
                        me: helper(1),
                        token: (role.is_none() && !flag).then_some("token"),
                        sent: &sent,
                        errors: if role.is_none() && (flag || kind == GroupKind::Open) {
                            &errors
                        } else {
                            &[]
                        },
                    };
                    let page = show::view(&tr, &shown);
                    assert_eq!(
                        whole(&tr, &page),
                        Vec::<String>::new(),
                        "{kind} {role:?} {flag}"
                    );
                    assert!(!page.0.contains("<Street>"), "{}", page.0);
                    let governs = page.0.contains("/links\"");
                    assert_eq!(governs, role == Some(GroupRole::Coordinator) && flag);
                }
            }
        }
    }
}

#[test]
fn a_new_link_has_its_whole_address_a_picture_and_a_sheet() {
    for tr in Locale::ALL.iter().copied().map(Tr::of) {
        for trusted in [true, false] {
            let of = found(
                GroupSight::Inside,
                Some(GroupRole::Coordinator),
                true,
                GroupKind::ByInvitation,
            );
            let made = GroupLink {
                trusted,
                ..*of.links.first().unwrap()
            };
            let page = link::view(&tr, &of.group, &made, "token", "https://example.org");
            assert_eq!(whole(&tr, &page), Vec::<String>::new());
            let page = page.0;
            assert_eq!(
                page.matches("https://example.org/groups/join/token")
                    .count(),
                2,
                "to copy, and on the sheet: {page}"
            );
            assert!(page.contains("<svg class=\"qr\"") && page.contains("role=\"img\""));
            let (vetted, at_once) = (
                page.contains(&t!(tr, "groups-link-vetted")),
                page.contains(&t!(tr, "groups-link-trusted")),
            );
            assert_eq!((vetted, at_once), (!trusted, trusted));
        }
    }
}

#[test]
fn lists_forms_and_questions_in_every_language() {
    for locale in Locale::ALL.iter().copied() {
        let tr = Tr::of(locale);
        let own = Mine {
            own: vec![Own {
                line: line(1, Some(GroupRole::Coordinator)),
                requests: 2,
                friend_requests: 1,
                to_agree: true,
            }],
            invited: vec![line(2, None)],
            asked: vec![line(3, None)],
        };
        let lines = [line(1, Some(GroupRole::Member)), line(2, None)];
        let home = "/groups/50";
        let waiting = [Request {
            face: face(4),
            answers: vec![GroupAnswer {
                question: "Who <knows> you?".to_owned(),
                answer: "<b>Ivo</b>".to_owned(),
            }],
            by_link: true,
            asked: NOW,
        }];
        let shared = [true, false].map(|shared| SharedGroup {
            id: group(50),
            name: "Elm Street".to_owned(),
            shared,
            without_seat: 1,
        });
        let errors = [("name".to_owned(), "Write a name.".to_owned())];
        let form = |home, errors| {
            form_page::view(
                &tr,
                &form_page::Filled {
                    profile: &form_page::blank(),
                    version: 1,
                    home,
                    sent: &FormData::default(),
                    errors,
                    stored: None,
                },
            )
        };
        let circle = share::view(&tr, "/clients/1", &shared);
        let pages = [
            list::view(&tr, &own, &lines, "elm"),
            list::view(&tr, &Mine::default(), &[], ""),
            members::view(&tr, "50", "Elm Street", &waiting),
            members::view(&tr, "50", "Elm Street", &[]),
            confirm::view(
                &tr,
                home,
                "Elm Street",
                ("Leave?", "Text.", "Leave", "leave"),
            ),
            events::view(&tr, &planned()),
            events::cancel_view(&tr, &planned().event),
            form(None, &errors[..]),
            form(Some(home), &[]),
            maud::html! { h1 { "x" } (circle) },
            maud::html! { h1 { "x" } (share::view(&tr, "/clients/1", &[])) },
        ];
        for page in pages {
            assert_eq!(whole(&tr, &page), Vec::<String>::new(), "{}", page.0);
            assert!(!page.0.contains("<b>"), "{}", page.0);
        }
        assert_eq!(list::today(&tr, &own).len(), 4);
    }
}

/// An event that somebody answered.
fn planned() -> argonaut_app::groups::events::EventPage {
    use argonaut_domain::event::{Event, EventAnswer};
    let event = Event {
        id: argonaut_domain::ids::EventId::from_uuid(uuid::Uuid::from_u128(60)),
        group: argonaut_domain::ids::GroupId::from_uuid(uuid::Uuid::from_u128(50)),
        maker: face(10).id,
        title: "Soup <b>evening</b>".to_owned(),
        words: "Bring a bowl.".to_owned(),
        place: "Chapel hall".to_owned(),
        starts: NOW,
        ends: NOW.plus_days(1),
        zone: "America/Los_Angeles".to_owned(),
        for_friends: false,
        made: NOW,
        cancelled: None,
        version: 1,
    };
    argonaut_app::groups::events::EventPage {
        event,
        group: "Elm Street".to_owned(),
        maker: Some(face(10)),
        answers: vec![
            (face(10), EventAnswer::Going),
            (face(11), EventAnswer::Maybe),
        ],
        mine: Some(EventAnswer::Going),
        changes: true,
        over: false,
    }
}
