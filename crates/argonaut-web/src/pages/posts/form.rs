//! Writing a post, changing its words, deleting it.

use argonaut_app::posts::write as posts;
use argonaut_app::posts::{PostError, groups_of};
use argonaut_app::words::{Draft, Hearing, Looked, look};
use argonaut_domain::card::{CardNeed, Urgency};
use argonaut_domain::ids::GroupId;
use argonaut_domain::place::Place;
use argonaut_domain::post::{Post, PostContent, PostKind};
use argonaut_domain::taxonomy::TermKind;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Redirect, Response};
use maud::{Markup, html};

use super::{post_id, words as own};
use crate::failure::{Failure, Problem as _, status};
use crate::form_data::FormData;
use crate::i18n::{Tr, t};
use crate::me::{Me, done};
use crate::pages::clients::places::{Typed, options, resolve_place};
use crate::pages::drafts::panel;
use crate::pages::layout::{NavItem, Width};
use crate::pages::parts::{self, Field, Tone, Weight, form, picker};
use crate::state::Web;
use crate::words::{self, Done};

/// The longest post, as a form says it.
const LONGEST: u32 = 4_000;

/// A field's words with what was decided about them.
pub(super) fn looked(
    tr: &Tr,
    sent: &FormData,
    field: &str,
    known: &[&str],
    stored: &str,
) -> Looked {
    let draft = Draft {
        text: sent.text(field),
        hearing: Hearing::Post,
        known,
        stored,
        locale: tr.locale(),
    };
    look(&draft, &panel::choices(sent, field))
}

pub(super) async fn new(
    State(web): State<Web>,
    me: Me,
    Query(query): Query<Vec<(String, String)>>,
) -> Result<Markup, Failure> {
    new_page(&web, &me, &FormData::of(query), &[], false).await
}

async fn new_page(
    web: &Web,
    me: &Me,
    sent: &FormData,
    errors: &[(String, String)],
    held: bool,
) -> Result<Markup, Failure> {
    let groups = groups_of(&web.app, &me.who).await?;
    let looked = looked(&me.tr, sent, "words", &[&me.who.name], "");
    let body = new_view(&me.tr, sent, &groups, errors, &looked, held);
    Ok(me.show(
        &t!(me.tr, "posts-write"),
        NavItem::Posts,
        Width::Text,
        &body,
    ))
}

pub(super) fn new_view(
    tr: &Tr,
    sent: &FormData,
    groups: &[(GroupId, String)],
    errors: &[(String, String)],
    looked: &Looked,
    held: bool,
) -> Markup {
    let kind = sent.parsed("kind").unwrap_or(PostKind::Ask);
    let audience = match sent.text("audience") {
        "" => "contacts",
        code => code,
    };
    let error = |name: &str| {
        errors
            .iter()
            .find(|(field, _)| field == name)
            .map(|(_, text)| text.clone())
    };
    let place = Field::new("place", t!(tr, "posts-place"))
        .hint(t!(tr, "posts-place-hint"))
        .value(sent.text("place"))
        .error(error("place"));
    let terms = Field::new("terms", t!(tr, "posts-terms"))
        .hint(t!(tr, "posts-terms-hint"))
        .error(error("terms"));
    let chosen = sent.terms("terms");
    let extras = !chosen.is_empty() || !sent.text("place").is_empty();
    html! {
        (parts::breadcrumb(&t!(tr, "shell-breadcrumb-label"), &[(&t!(tr, "posts-nav"), "/posts")]))
        (parts::heading(&t!(tr, "posts-write"), Some(&t!(tr, "posts-write-lead")), None))
        (form::error_summary(tr, errors))
        (form::post("/posts/new", true, &html! {
            (form::radio_cards(tr, &Field::new("kind", t!(tr, "posts-kind")), &own::kind_choices(tr, kind)))
            (parts::notice_public(tr, &t!(tr, "posts-privacy")))
            (form::textarea(tr, &Field::new("words", t!(tr, "posts-words")).hint(t!(tr, "posts-words-hint")).value(sent.text("words")).error(error("words")).autocomplete("off").longest(LONGEST).draft(panel::Place::Post.code()), 6))
            (panel::panel(tr, "words", Hearing::Post, looked, held))
            (form::more(&t!(tr, "posts-find-by"), extras, &html! {
                (picker::term_picker(tr, &terms, &words::term_groups(tr, TermKind::Need, &chosen)))
                (form::checkbox(tr, &Field::new("urgent", t!(tr, "posts-urgent")), sent.ticked("urgent")))
                (picker::type_ahead(tr, &place, "/places", sent.text("place_code")))
                @if let Typed::Many(several) = resolve_place(tr, sent, "place") {
                    (picker::pick_choices(tr, &place, &options(tr, &several)))
                }
            }))
            (form::radio_cards(tr, &Field::new("audience", t!(tr, "posts-audience")).error(error("audience")), &own::audience_choices(tr, groups, audience)))
            (form::submit_row(&t!(tr, "posts-publish"), Some((&t!(tr, "form-cancel"), "/posts"))))
        }))
    }
}

/// The field under which an error stands.
fn field_of(error: &PostError) -> Option<&'static str> {
    match error {
        PostError::BadWords { .. } | PostError::NothingAsked => Some("words"),
        PostError::BadAudience => Some("audience"),
        PostError::NotFound
        | PostError::Changed
        | PostError::Over
        | PostError::Yourself
        | PostError::ReadsOnly
        | PostError::Limited(_)
        | PostError::Already
        | PostError::KeyChanged
        | PostError::Client(_)
        | PostError::Match(_)
        | PostError::Trouble(_) => None,
    }
}

/// The error beside its field, or as a page of its own.
pub(super) fn mend(tr: &Tr, error: &PostError) -> Result<(StatusCode, (String, String)), Failure> {
    let field = field_of(error).ok_or_else(|| Failure::of(tr, error))?;
    Ok((status(error.kind()), (field.to_owned(), error.say(tr))))
}

pub(super) async fn write(
    State(web): State<Web>,
    me: Me,
    sent: FormData,
) -> Result<Response, Failure> {
    let tr = &me.tr;
    let mut errors = Vec::new();
    let place = match resolve_place(tr, &sent, "place") {
        Typed::Nothing => Place::Anywhere,
        Typed::One(place) => place,
        Typed::Many(_) => {
            errors.push(("place".to_owned(), t!(tr, "form-place-which")));
            Place::Anywhere
        }
        Typed::Unknown => {
            errors.push(("place".to_owned(), t!(tr, "posts-place-unknown")));
            Place::Anywhere
        }
    };
    let audience = own::read_audience(sent.text("audience"));
    if audience.is_none() {
        errors.push(("audience".to_owned(), t!(tr, "posts-bad-audience")));
    }
    let looked = looked(tr, &sent, "words", &[&me.who.name], "");
    let Some(audience) = audience.filter(|_| errors.is_empty() && !looked.undecided) else {
        let page = new_page(&web, &me, &sent, &errors, looked.undecided).await?;
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
    };
    let urgency = if sent.ticked("urgent") {
        Urgency::High
    } else {
        Urgency::Medium
    };
    let terms = sent.terms("terms");
    let content = PostContent {
        audience,
        words: looked.masked,
        needs: terms
            .iter()
            .map(|term| CardNeed::Named(*term, urgency))
            .collect(),
        offers: terms,
        place,
    };
    let kind = sent.parsed("kind").unwrap_or(PostKind::Ask);
    match posts::write(&web.app, &me.who, kind, content).await {
        Ok(id) => Ok(done(&format!("/posts/{id}"), Done::PostWritten).into_response()),
        Err(error) => {
            let (status, error) = mend(tr, &error)?;
            let page = new_page(&web, &me, &sent, &[error], false).await?;
            Ok((status, page).into_response())
        }
    }
}

pub(super) async fn edit(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
) -> Result<Markup, Failure> {
    let post = own_post(&web, &me, &id).await?;
    let sent = FormData::of(vec![
        ("words".to_owned(), post.content.words.clone()),
        ("version".to_owned(), post.version.to_string()),
    ]);
    Ok(edit_page(&me, &post, &sent, &[], false))
}

async fn own_post(web: &Web, me: &Me, id: &str) -> Result<Post, Failure> {
    posts::mine(&web.app, &me.who, post_id(id)?)
        .await
        .map_err(|error| Failure::of(&me.tr, &error))
}

fn edit_page(
    me: &Me,
    post: &Post,
    sent: &FormData,
    errors: &[(String, String)],
    held: bool,
) -> Markup {
    let looked = looked(&me.tr, sent, "words", &[&me.who.name], &post.content.words);
    let body = edit_view(&me.tr, post, sent, errors, &looked, held);
    me.show(&t!(me.tr, "posts-edit"), NavItem::Posts, Width::Text, &body)
}

pub(super) fn edit_view(
    tr: &Tr,
    post: &Post,
    sent: &FormData,
    errors: &[(String, String)],
    looked: &Looked,
    held: bool,
) -> Markup {
    let home = format!("/posts/{}", post.id);
    let error = errors.first().map(|(_, text)| text.clone());
    html! {
        (parts::heading(&t!(tr, "posts-edit"), Some(&t!(tr, "posts-edit-lead")), None))
        (form::error_summary(tr, errors))
        (form::post(&format!("{home}/edit"), true, &html! {
            (form::hidden("version", sent.text("version")))
            (parts::notice_public(tr, &t!(tr, "posts-privacy")))
            (form::textarea(tr, &Field::new("words", t!(tr, "posts-words")).value(sent.text("words")).error(error).autocomplete("off").longest(LONGEST).draft(panel::Place::Post.code()), 6))
            (panel::panel(tr, "words", Hearing::Post, looked, held))
            (form::submit_row(&t!(tr, "posts-save"), Some((&t!(tr, "form-cancel"), &home))))
        }))
    }
}

pub(super) async fn save(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
    sent: FormData,
) -> Result<Response, Failure> {
    let post = own_post(&web, &me, &id).await?;
    let looked = looked(&me.tr, &sent, "words", &[&me.who.name], &post.content.words);
    if looked.undecided {
        let page = edit_page(&me, &post, &sent, &[], true);
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
    }
    let content = PostContent {
        words: looked.masked,
        ..post.content.clone()
    };
    let version = sent.parsed("version").unwrap_or(0);
    match posts::edit(&web.app, &me.who, post.id, version, content).await {
        Ok(()) => Ok(done(&format!("/posts/{}", post.id), Done::PostChanged).into_response()),
        Err(error @ PostError::Changed) => {
            // What was typed stays; the next try is on top of what is there now.
            let told = ("words".to_owned(), error.say(&me.tr));
            let again = FormData::of(vec![
                ("words".to_owned(), sent.text("words").to_owned()),
                ("version".to_owned(), post.version.to_string()),
            ]);
            let page = edit_page(&me, &post, &again, &[told], false);
            Ok((status(error.kind()), page).into_response())
        }
        Err(error) => {
            let (status, error) = mend(&me.tr, &error)?;
            Ok((status, edit_page(&me, &post, &sent, &[error], false)).into_response())
        }
    }
}

pub(super) async fn delete_page(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
) -> Result<Markup, Failure> {
    let post = own_post(&web, &me, &id).await?;
    let body = delete_view(&me.tr, &post);
    Ok(me.show(
        &t!(me.tr, "posts-delete"),
        NavItem::Posts,
        Width::Text,
        &body,
    ))
}

pub(super) fn delete_view(tr: &Tr, post: &Post) -> Markup {
    let home = format!("/posts/{}", post.id);
    html! {
        (parts::heading(&t!(tr, "posts-delete"), None, None))
        (parts::notice(Tone::Warn, &t!(tr, "posts-delete-title"), &html! { p { (t!(tr, "posts-delete-text")) } }))
        (parts::actions(&[
            parts::post_button(&t!(tr, "posts-delete-now"), &format!("{home}/delete"), Weight::Danger, &[]),
            parts::quiet_action(&t!(tr, "form-cancel"), &home),
        ]))
    }
}

pub(super) async fn delete(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
) -> Result<Redirect, Failure> {
    posts::delete(&web.app, &me.who, post_id(&id)?)
        .await
        .map_err(|error| Failure::of(&me.tr, &error))?;
    Ok(done("/posts/mine", Done::PostDeleted))
}

pub(super) async fn renew(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
) -> Result<Redirect, Failure> {
    posts::renew(&web.app, &me.who, post_id(&id)?)
        .await
        .map_err(|error| Failure::of(&me.tr, &error))?;
    Ok(done(&format!("/posts/{id}"), Done::PostRenewed))
}
