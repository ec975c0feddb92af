//! Answers to an ask: the form for everybody who sees it, the list for the asker alone.

use argonaut_app::posts::answer::{self, Answer};
use argonaut_app::posts::look::{PostPage, SeenAnswer};
use argonaut_app::posts::settle::{self, Begun};
use argonaut_app::words::{Hearing, Looked};
use argonaut_domain::card::CardNeed;
use argonaut_domain::post::{AnswerKind, AnswerState, PostKind};
use argonaut_domain::taxonomy::Taxonomy;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Redirect, Response};
use maud::{Markup, html};

use super::form::{looked, mend};
use super::show::{Typed, Typing, known, page};
use super::{ask, post_id, words as own};
use crate::failure::Failure;
use crate::form_data::FormData;
use crate::i18n::{Tr, t};
use crate::me::{Me, done};
use crate::pages::drafts::panel;
use crate::pages::parts::{self, Choice, Field, Icon, Tone, Weight, form};
use crate::state::Web;
use crate::words::Done;

/// What an ask adds to a post's page.
pub(super) fn part(tr: &Tr, page: &PostPage, typed: &Typed<'_>, home: &str) -> Markup {
    if page.seen.post.kind != PostKind::Ask {
        return html! {};
    }
    if page.seen.own {
        return for_asker(tr, page, home);
    }
    html! {
        @if let Some(mine) = &page.my_answer {
            (parts::section(&t!(tr, "posts-my-answer"), &html! {
                (said(tr, mine))
                @if mine.state == AnswerState::Waiting {
                    (parts::post_button(&t!(tr, "posts-answer-back"), &format!("{home}/answer/back"), Weight::Link, &[]))
                }
            }))
        } @else if page.open_ask && page.may_join {
            (parts::section(&t!(tr, "posts-answer-title"), &answer_form(tr, page, typed, home)))
        }
    }
}

fn answer_form(tr: &Tr, page: &PostPage, typed: &Typed<'_>, home: &str) -> Markup {
    let mine = typed.where_ == Typing::Answer;
    let text = |name: &str| if mine { typed.sent.text(name) } else { "" };
    let none = Looked::default();
    let looked = if mine { &typed.looked } else { &none };
    let kind: AnswerKind = text("how").parse().unwrap_or(AnswerKind::Help);
    let kinds: Vec<Choice<'_>> = AnswerKind::ALL
        .iter()
        .map(|of| Choice::new(of.code(), own::answer(tr, *of), *of == kind))
        .collect();
    let terms: Vec<Choice<'_>> = page
        .seen
        .post
        .content
        .needs
        .iter()
        .filter_map(|need| match *need {
            CardNeed::Named(term, _) => Some(Choice::new(
                term.code(),
                term.label(tr.locale()),
                term.code() == text("with"),
            )),
            CardNeed::OnIntroduction(_) => None,
        })
        .collect();
    let words = Field::new("answer", t!(tr, "posts-answer-words"))
        .hint(t!(tr, "posts-answer-words-hint"))
        .value(text("answer"))
        .error(typed.error.clone().filter(|_| mine))
        .autocomplete("off")
        .longest(1_000)
        .draft(panel::Place::Under(page.seen.post.id).code());
    html! {
        (parts::notice_private(tr, &t!(tr, "posts-answer-private", name = page.seen.author.name.as_str())))
        (form::post(&format!("{home}/answer"), true, &html! {
            (form::radio_group(tr, &Field::new("how", t!(tr, "posts-answer-how")), &kinds))
            @if !terms.is_empty() { (form::select(tr, &Field::new("with", t!(tr, "posts-answer-with")), &terms)) }
            (form::textarea(tr, &words, 3))
            (panel::panel(tr, "answer", Hearing::Post, looked, mine && typed.held))
            (form::submit_row(&t!(tr, "posts-answer-send"), None))
        }))
    }
}

/// What an answer says, and what became of it.
fn said(tr: &Tr, answer: &SeenAnswer) -> Markup {
    let tone = match answer.state {
        AnswerState::Waiting | AnswerState::Declined => Tone::Info,
        AnswerState::Accepted | AnswerState::Helped => Tone::Good,
    };
    html! {
        @if let Some(says) = &answer.says {
            p {
                (own::answer(tr, says.kind))
                @if let Some(term) = says.term { " · " (term.label(tr.locale())) }
                " " (parts::badge(tone, &own::state(tr, answer.state)))
            }
            @if !says.words.is_empty() { p.note-text dir="auto" { (says.words) } }
        } @else { p { (t!(tr, "posts-answer-closed")) } }
    }
}

fn for_asker(tr: &Tr, page: &PostPage, home: &str) -> Markup {
    html! {
        (parts::section(&t!(tr, "posts-answers"), &html! {
            @if page.answers.is_empty() {
                (parts::empty(Icon::Speech, &t!(tr, "posts-answers-none-title"), &t!(tr, "posts-answers-none"), None))
            } @else { (parts::notice_private(tr, &t!(tr, "posts-answers-private"))) }
            ul.plain-list {
                @for one in &page.answers {
                    li {
                        p { a href={ "/helpers/" (one.author.id) } { (one.author.name) } }
                        (said(tr, one))
                        @if one.state == AnswerState::Waiting {
                            (parts::actions(&[
                                parts::post_button(&t!(tr, "posts-accept", name = one.author.name.as_str()), &format!("{home}/answers/{}/accept", one.id), Weight::Primary, &[]),
                                parts::post_button(&t!(tr, "posts-decline", name = one.author.name.as_str()), &format!("{home}/answers/{}/decline", one.id), Weight::Quiet, &[]),
                            ]))
                        }
                    }
                }
            }
            @if page.seen.post.solved.is_none() {
                (form::more(&t!(tr, "posts-solve"), false, &solve_form(tr, page, home)))
            }
        }))
        (ask::listed(tr, &page.listed))
    }
}

fn solve_form(tr: &Tr, page: &PostPage, home: &str) -> Markup {
    let helpers: Vec<Choice<'_>> = page
        .answers
        .iter()
        .filter(|one| one.state != AnswerState::Declined)
        .map(|one| {
            let accepted = one.state == AnswerState::Accepted;
            Choice::new(one.id.to_string(), one.author.name.clone(), accepted)
        })
        .collect();
    form::post(
        &format!("{home}/solved"),
        false,
        &html! {
            p { (t!(tr, "posts-solve-lead")) }
            @if !helpers.is_empty() {
                (form::check_group(tr, &Field::new("helped", t!(tr, "posts-who-helped")), &helpers))
            }
            (form::submit_row(&t!(tr, "posts-solve-now"), None))
        },
    )
}

pub(super) async fn answer(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
    sent: FormData,
) -> Result<Response, Failure> {
    let id = post_id(&id)?;
    let [author, mine] = known(&web, &me, id).await?;
    let mut typed = Typed {
        looked: looked(&me.tr, &sent, "answer", &[&author, &mine], ""),
        sent: &sent,
        where_: Typing::Answer,
        error: None,
        held: false,
    };
    if typed.looked.undecided {
        typed.held = true;
        let page = page(&web, &me, id, &typed).await?;
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
    }
    let new = Answer {
        kind: sent.parsed("how").unwrap_or(AnswerKind::Help),
        term: Taxonomy::builtin().by_code(sent.text("with")),
        words: typed.looked.masked.clone(),
    };
    match answer::answer(&web.app, &me.who, id, new).await {
        Ok(()) => Ok(done(&format!("/posts/{id}"), Done::AskAnswered).into_response()),
        Err(error) => {
            let (status, (_, said)) = mend(&me.tr, &error)?;
            typed.error = Some(said);
            Ok((status, page(&web, &me, id, &typed).await?).into_response())
        }
    }
}

pub(super) async fn take_back(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
) -> Result<Redirect, Failure> {
    let id = post_id(&id)?;
    answer::take_back(&web.app, &me.who, id)
        .await
        .map_err(|error| Failure::of(&me.tr, &error))?;
    Ok(done(&format!("/posts/{id}"), Done::AnswerTakenBack))
}

pub(super) async fn accept(
    State(web): State<Web>,
    me: Me,
    Path((id, answer)): Path<(String, String)>,
) -> Result<Redirect, Failure> {
    let id = post_id(&id)?;
    let answer = answer.parse().map_err(|_| Failure::not_found())?;
    let begun = settle::accept(&web.app, &me.who, id, answer)
        .await
        .map_err(|error| Failure::of(&me.tr, &error))?;
    let home = format!("/posts/{id}");
    Ok(match begun {
        Begun::Enquiry(joint) => done(&format!("/matches/{joint}"), Done::AnswerToEnquiry),
        Begun::Contact => done(&home, Done::AnswerToContact),
        Begun::Known => done(&home, Done::AnswerKnown),
    })
}

pub(super) async fn decline(
    State(web): State<Web>,
    me: Me,
    Path((id, answer)): Path<(String, String)>,
) -> Result<Redirect, Failure> {
    let id = post_id(&id)?;
    let answer = answer.parse().map_err(|_| Failure::not_found())?;
    settle::decline(&web.app, &me.who, id, answer)
        .await
        .map_err(|error| Failure::of(&me.tr, &error))?;
    Ok(done(&format!("/posts/{id}"), Done::AnswerDeclined))
}

pub(super) async fn solve(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
    sent: FormData,
) -> Result<Redirect, Failure> {
    let id = post_id(&id)?;
    settle::solve(&web.app, &me.who, id, &sent.all_parsed("helped"))
        .await
        .map_err(|error| Failure::of(&me.tr, &error))?;
    Ok(done(&format!("/posts/{id}"), Done::AskSolved))
}
