//! One post: what it says, thanks, comments, and what an ask adds to it.

use argonaut_app::posts::look::{PostPage, look};
use argonaut_app::posts::{comment as comments, thank as thanks};
use argonaut_app::words::{Hearing, Looked};
use argonaut_domain::ids::PostId;
use argonaut_domain::safety::SubjectKind;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Redirect, Response};
use jiff::civil::Date;
use maud::{Markup, html};

use super::form::{looked, mend};
use super::{answers, post_id, report_link, view, words as own};
use crate::failure::Failure;
use crate::form_data::FormData;
use crate::i18n::{Tr, t};
use crate::me::{Me, done};
use crate::pages::cards::face;
use crate::pages::drafts::panel;
use crate::pages::layout::{NavItem, Width};
use crate::pages::parts::{self, Field, Tone, Weight, form};
use crate::state::Web;
use crate::words::Done;

/// The field that the reader is typing in, with what became of it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Typing {
    Nothing,
    Comment,
    Answer,
}

/// What was typed on the page, and came back.
pub(super) struct Typed<'a> {
    pub(super) sent: &'a FormData,
    pub(super) where_: Typing,
    pub(super) error: Option<String>,
    pub(super) held: bool,
    pub(super) looked: Looked,
}

pub(super) async fn show(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
) -> Result<Markup, Failure> {
    let sent = FormData::default();
    let typed = Typed {
        sent: &sent,
        where_: Typing::Nothing,
        error: None,
        held: false,
        looked: Looked::default(),
    };
    page(&web, &me, post_id(&id)?, &typed).await
}

pub(super) async fn page(
    web: &Web,
    me: &Me,
    id: PostId,
    typed: &Typed<'_>,
) -> Result<Markup, Failure> {
    let page = look(&web.app, &me.who, id)
        .await
        .map_err(|error| Failure::of(&me.tr, &error))?;
    let seen = &page.seen;
    let title = own::title(&me.tr, seen.post.kind, &seen.author.name);
    let body = post_view(&me.tr, &page, typed, web.app.now().date());
    Ok(me.show(&title, NavItem::Posts, Width::Text, &body))
}

pub(super) fn post_view(tr: &Tr, page: &PostPage, typed: &Typed<'_>, today: Date) -> Markup {
    let seen = &page.seen;
    let post = &seen.post;
    let home = format!("/posts/{}", post.id);
    let title = own::title(tr, post.kind, &seen.author.name);
    html! {
        (parts::breadcrumb(&t!(tr, "shell-breadcrumb-label"), &[(&t!(tr, "posts-nav"), "/posts")]))
        (parts::heading(&title, None, None))
        p {
            (view::badges(tr, seen, today)) " "
            @if !seen.own { a href={ "/helpers/" (seen.author.id) } { (face::named(tr, &seen.author)) } " · " }
            (view::facts(tr, seen, today).join(" · "))
        }
        (parts::panel(&view::content(tr, seen)))
        @if let Some(client) = page.client {
            (parts::notice_private(tr, &t!(tr, "posts-for-client")))
            p { a href={ "/clients/" (client) } { (t!(tr, "posts-client-record")) } }
        }
        (thanks_part(tr, page, &home))
        @if seen.own { (own_acts(tr, page, &home, today)) }
        (answers::part(tr, page, typed, &home))
        (comments_part(tr, page, typed, &home, today))
        @if seen.own && post.hidden.is_some() { (parts::notice(Tone::Warn, &t!(tr, "posts-hidden-title"), &html! { p { (t!(tr, "posts-hidden")) " " a href="/reports" { (t!(tr, "safety-title")) } } })) }
        @if !seen.own { p { a href=(report_link(SubjectKind::Post, post.id.uuid())) { (t!(tr, "posts-report")) } } }
    }
}

fn thanks_part(tr: &Tr, page: &PostPage, home: &str) -> Markup {
    let names: Vec<&str> = page.thanked.iter().map(|face| face.name.as_str()).collect();
    html! {
        @if !names.is_empty() { p { (t!(tr, "posts-thanked-by", names = tr.list(&names))) } }
        @if page.i_thanked {
            (parts::post_button(&t!(tr, "posts-unthank"), &format!("{home}/thanks/back"), Weight::Link, &[]))
        } @else if page.may_join && !page.seen.own {
            (parts::post_button(&t!(tr, "posts-thank"), &format!("{home}/thanks"), Weight::Quiet, &[]))
        }
    }
}

fn own_acts(tr: &Tr, page: &PostPage, home: &str, today: Date) -> Markup {
    let post = &page.seen.post;
    let passing = post.expires.filter(|_| post.solved.is_none());
    html! {
        @if let Some(end) = passing {
            p {
                @if end.date() <= today { (t!(tr, "posts-ended-on", day = tr.date(end.date()))) }
                @else { (t!(tr, "posts-ends-on", day = tr.date(end.date()))) }
            }
        }
        (parts::actions(&[
            html! { @if passing.is_some() { (parts::post_button(&t!(tr, "posts-renew"), &format!("{home}/renew"), Weight::Quiet, &[])) } },
            parts::quiet_action(&t!(tr, "posts-edit"), &format!("{home}/edit")),
            parts::quiet_action(&t!(tr, "posts-delete"), &format!("{home}/delete")),
        ]))
    }
}

fn comments_part(tr: &Tr, page: &PostPage, typed: &Typed<'_>, home: &str, today: Date) -> Markup {
    let id = page.seen.post.id;
    let mine = typed.where_ == Typing::Comment;
    let value = if mine { typed.sent.text("comment") } else { "" };
    let none = Looked::default();
    let looked = if mine { &typed.looked } else { &none };
    let error = typed.error.clone().filter(|_| mine);
    html! {
        (parts::section(&t!(tr, "posts-comments-title"), &html! {
            @if page.comments.is_empty() { p { (t!(tr, "posts-comments-none")) } }
            ul.plain-list {
                @for one in &page.comments {
                    li {
                        p {
                            a href={ "/helpers/" (one.author.id) } { (one.author.name) } " · "
                            (tr.relative(today, one.comment.made.date()))
                        }
                        p.note-text dir="auto" { (one.comment.words) }
                        @if one.comment.hidden.is_some() { p.hint { (t!(tr, "posts-hidden-title")) } }
                        @if !one.own {
                            a href=(report_link(SubjectKind::Comment, one.comment.id.uuid())) { (t!(tr, "posts-comment-report", name = one.author.name.as_str())) } " "
                        }
                        @if one.may_delete {
                            (parts::post_button(&t!(tr, "posts-comment-delete", name = one.author.name.as_str()), &format!("{home}/comments/{}/delete", one.comment.id), Weight::Link, &[]))
                        }
                    }
                }
            }
            @if page.may_join {
                (form::post(&format!("{home}/comments"), true, &html! {
                    (form::textarea(tr, &Field::new("comment", t!(tr, "posts-comment")).hint(t!(tr, "posts-comment-hint")).value(value).error(error).autocomplete("off").longest(1_000).draft(panel::Place::Under(id).code()), 3))
                    (panel::panel(tr, "comment", Hearing::Post, looked, mine && typed.held))
                    (form::submit_row(&t!(tr, "posts-comment-send"), None))
                }))
            } @else { p { (t!(tr, "posts-reads-only")) } }
        }))
    }
}

/// The names that the readers of a post know anyway.
pub(super) async fn known(web: &Web, me: &Me, id: PostId) -> Result<[String; 2], Failure> {
    let author = argonaut_app::posts::look::author_name(&web.app, &me.who, id)
        .await
        .map_err(|error| Failure::of(&me.tr, &error))?;
    Ok([author, me.who.name.clone()])
}

pub(super) async fn comment(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
    sent: FormData,
) -> Result<Response, Failure> {
    let id = post_id(&id)?;
    let [author, mine] = known(&web, &me, id).await?;
    let mut typed = Typed {
        looked: looked(&me.tr, &sent, "comment", &[&author, &mine], ""),
        sent: &sent,
        where_: Typing::Comment,
        error: None,
        held: false,
    };
    if typed.looked.undecided {
        typed.held = true;
        let page = page(&web, &me, id, &typed).await?;
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
    }
    match comments::comment(&web.app, &me.who, id, &typed.looked.masked).await {
        Ok(_) => Ok(done(&format!("/posts/{id}"), Done::CommentWritten).into_response()),
        Err(error) => {
            let (status, (_, said)) = mend(&me.tr, &error)?;
            typed.error = Some(said);
            Ok((status, page(&web, &me, id, &typed).await?).into_response())
        }
    }
}

pub(super) async fn delete_comment(
    State(web): State<Web>,
    me: Me,
    Path((id, comment)): Path<(String, String)>,
) -> Result<Redirect, Failure> {
    let comment = comment.parse().map_err(|_| Failure::not_found())?;
    let id = post_id(&id)?;
    comments::delete(&web.app, &me.who, id, comment)
        .await
        .map_err(|error| Failure::of(&me.tr, &error))?;
    Ok(done(&format!("/posts/{id}"), Done::CommentDeleted))
}

pub(super) async fn thank(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
) -> Result<Redirect, Failure> {
    let id = post_id(&id)?;
    thanks::thank(&web.app, &me.who, id)
        .await
        .map_err(|error| Failure::of(&me.tr, &error))?;
    Ok(done(&format!("/posts/{id}"), Done::Thanked))
}

pub(super) async fn unthank(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
) -> Result<Redirect, Failure> {
    let id = post_id(&id)?;
    thanks::take_back(&web.app, &me.who, id)
        .await
        .map_err(|error| Failure::of(&me.tr, &error))?;
    Ok(done(&format!("/posts/{id}"), Done::ThanksTakenBack))
}
