//! Every page of posts, full and empty, in every language.

use argonaut_app::people::Face;
use argonaut_app::posts::answer::Answer;
use argonaut_app::posts::ask::{Askable, Listed};
use argonaut_app::posts::feed::{Feed, SeenPost};
use argonaut_app::posts::look::{PostPage, SeenAnswer, SeenComment};
use argonaut_app::words::Looked;
use argonaut_domain::access::{self, Actor, CircleRole, Membership, Visible};
use argonaut_domain::card::{CardNeed, Urgency};
use argonaut_domain::clock::Timestamp;
use argonaut_domain::helper::{Handle, HelperRole, Standing};
use argonaut_domain::ids::{AnswerId, ClientId, CommentId, GroupId, HelperId, PostId};
use argonaut_domain::locale::Locale;
use argonaut_domain::place::Place;
use argonaut_domain::post::{
    AnswerKind, AnswerState, Comment, Post, PostAudience, PostContent, PostKind,
};
use argonaut_domain::taxonomy::{Taxonomy, TermId};
use jiff::civil::Date;
use maud::Markup;
use uuid::Uuid;

use super::list::Asked;
use super::show::{Typed, Typing};
use super::{ask, form, list, show};
use crate::form_data::FormData;
use crate::i18n::Tr;
use crate::pages::layout::{Page, layout};
use crate::pages::tests::lint::faults;

const TODAY: Date = Date::constant(2026, 11, 23);

fn face(number: u128) -> Face {
    Face {
        id: HelperId::from_uuid(Uuid::from_u128(number)),
        name: "Eva <Ruiz>".to_owned(),
        handle: Handle::parse("eva").unwrap(),
        role: HelperRole::Neighbour,
        area: None,
        is_contact: true,
    }
}

fn term() -> TermId {
    Taxonomy::builtin().by_code("transport.doctor").unwrap()
}

fn client() -> ClientId {
    ClientId::from_uuid(Uuid::from_u128(900))
}

fn name() -> Visible<String> {
    let me = HelperId::from_uuid(Uuid::from_u128(1));
    let actor = Actor::signed_in(me, Standing::Active, false).unwrap();
    let seat = Membership {
        client: client(),
        helper: me,
        role: CircleRole::Lead,
    };
    let granted = access::open_client(&actor, Some(&seat)).unwrap();
    access::reveal(&granted, client(), "Dolores".to_owned()).unwrap()
}

fn seen(number: u128, kind: PostKind, audience: PostAudience) -> SeenPost {
    let now = Timestamp::from_date(TODAY);
    SeenPost {
        post: Post {
            id: PostId::from_uuid(Uuid::from_u128(number)),
            author: HelperId::from_uuid(Uuid::from_u128(2)),
            kind,
            content: PostContent {
                audience,
                words: "Who <b>drives</b> on Mondays?".to_owned(),
                needs: vec![
                    CardNeed::Named(term(), Urgency::High),
                    CardNeed::OnIntroduction(Urgency::Medium),
                ],
                offers: vec![term()],
                place: Place::search("Fresno, California", None, 1)[0],
            },
            made: now.plus_days(-3),
            edited: Some(now),
            hidden: None,
            expires: kind.ends(now),
            solved: None,
            version: 1,
        },
        author: face(2),
        own: false,
        fresh: true,
        comments: 2,
        thanks: 1,
    }
}

fn page(own: bool, full: bool, state: AnswerState) -> PostPage {
    let answer = |number| SeenAnswer {
        id: AnswerId::from_uuid(Uuid::from_u128(number)),
        author: face(3),
        says: full.then(|| Answer {
            kind: AnswerKind::KnowSomebody,
            term: Some(term()),
            words: "Ask <me>".to_owned(),
        }),
        state,
    };
    let comment = Comment {
        id: CommentId::from_uuid(Uuid::from_u128(70)),
        post: PostId::from_uuid(Uuid::from_u128(9)),
        author: face(3).id,
        words: "Good <idea>".to_owned(),
        made: Timestamp::from_date(TODAY),
        hidden: None,
    };
    let mut it = seen(9, PostKind::Ask, PostAudience::Everyone);
    it.own = own;
    PostPage {
        seen: it,
        comments: full
            .then(|| SeenComment {
                comment,
                author: face(3),
                own: false,
                may_delete: own,
            })
            .into_iter()
            .collect(),
        thanked: if full { vec![face(3)] } else { Vec::new() },
        i_thanked: full && !own,
        may_join: state != AnswerState::Helped,
        open_ask: true,
        answers: if own && full {
            vec![answer(80), answer(81)]
        } else {
            Vec::new()
        },
        my_answer: (full && !own).then(|| answer(80)),
        client: (own && full).then(client),
        listed: if own {
            vec![Listed {
                face: face(4),
                term: term(),
            }]
        } else {
            Vec::new()
        },
    }
}

fn check(tr: &Tr, body: &Markup) {
    let whole = layout(&Page::new(tr, "Posts"), body).into_string();
    assert_eq!(faults(&whole), Vec::<String>::new(), "{whole}");
    for raw in ["<b>drives", "<Ruiz>", "<me>", "<idea>"] {
        assert!(!whole.contains(raw), "{raw} went through unescaped");
    }
}

#[test]
fn lists_in_every_language() {
    let group = GroupId::from_uuid(Uuid::from_u128(50));
    let groups = vec![(group, "Choir".to_owned())];
    let audiences = [
        PostAudience::Everyone,
        PostAudience::Contacts,
        PostAudience::Trusted(argonaut_domain::trust::TrustLevel::Known),
        PostAudience::Groups(vec![group]),
    ];
    let posts = PostKind::ALL.iter().zip(audiences).zip(100..);
    let full = Feed {
        posts: posts
            .map(|((kind, audience), id)| seen(id, *kind, audience))
            .collect(),
        next: Some(PostId::from_uuid(Uuid::from_u128(5))),
    };
    for locale in Locale::ALL.iter().copied() {
        let tr = Tr::of(locale);
        for feed in [&full, &Feed::default()] {
            for later in [true, false] {
                let asked = Asked {
                    kind: Some(PostKind::Ask),
                    term: Some(term()),
                    later,
                    group: None,
                };
                check(&tr, &list::feed_view(&tr, feed, &asked, &groups, TODAY));
            }
            check(&tr, &list::mine_view(&tr, feed, TODAY));
        }
    }
}

#[test]
fn one_post_in_every_language() {
    let sent = FormData::of(vec![("comment".to_owned(), "x <y>".to_owned())]);
    for locale in Locale::ALL.iter().copied() {
        let tr = Tr::of(locale);
        for where_ in [Typing::Nothing, Typing::Comment, Typing::Answer] {
            for state in AnswerState::ALL.iter().copied() {
                for (own, full) in [(true, true), (true, false), (false, true), (false, false)] {
                    let typed = Typed {
                        sent: &sent,
                        where_,
                        error: (where_ != Typing::Nothing).then(|| "Wrong.".to_owned()),
                        held: false,
                        looked: Looked::default(),
                    };
                    let page = page(own, full, state);
                    let body = show::post_view(&tr, &page, &typed, TODAY);
                    let text = body.clone().into_string();
                    assert_eq!(
                        text.contains("/clients/"),
                        own && full,
                        "the link is the asker's"
                    );
                    check(&tr, &body);
                }
            }
        }
    }
}

#[test]
fn forms_in_every_language() {
    let errors = vec![("words".to_owned(), "Wrong.".to_owned())];
    let sent = FormData::of(vec![
        ("words".to_owned(), "Call 559-555-0143".to_owned()),
        ("terms".to_owned(), "transport.doctor".to_owned()),
        ("place".to_owned(), "Springfield".to_owned()),
    ]);
    for locale in Locale::ALL.iter().copied() {
        let tr = Tr::of(locale);
        let looked = form::looked(&tr, &sent, "words", &[], "");
        assert!(looked.undecided && !looked.masked.contains("0143"));
        let post = seen(9, PostKind::Ask, PostAudience::Everyone).post;
        for (sent, errors) in [(&sent, errors.as_slice()), (&FormData::default(), &[])] {
            check(&tr, &form::new_view(&tr, sent, &[], errors, &looked, true));
            check(
                &tr,
                &form::edit_view(&tr, &post, sent, errors, &looked, true),
            );
            let may = |full: bool| Askable {
                name: name(),
                needs: if full {
                    post.content.needs.clone()
                } else {
                    Vec::new()
                },
                place: Place::Anywhere,
                hidden_card: full,
                listed: if full {
                    vec![Listed {
                        face: face(4),
                        term: term(),
                    }]
                } else {
                    Vec::new()
                },
            };
            for may in [may(true), may(false)] {
                let body = ask::ask_view(&tr, client(), &may, sent, &[], errors, &looked, false);
                check(&tr, &body);
            }
        }
        check(&tr, &form::delete_view(&tr, &post));
    }
}
