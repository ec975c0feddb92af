//! On a helper's page: whom both know, and what one keeps about them for oneself.

use argonaut_app::SignedIn;
use argonaut_app::contacts::mute::is_muted;
use argonaut_app::helpers::remember::{
    self, HelperNote, LONGEST_TAG, MOST_TAGS, MOST_WORDS, NoteError,
};
use argonaut_app::helpers::shared::{groups_together, shared};
use argonaut_app::helpers::view::{Profile, Relation, view};
use argonaut_app::people::Face;
use argonaut_domain::ids::{GroupId, HelperId};
use axum::extract::{Path, State};
use axum::response::{IntoResponse as _, Response};
use maud::{Markup, html};

use crate::failure::{Failure, Problem, status};
use crate::form_data::FormData;
use crate::i18n::{Tr, t};
use crate::me::{Me, done};
use crate::pages::layout::{NavItem, Width};
use crate::pages::parts::{self, Field, form};
use crate::pages::trust::bond;
use crate::state::Web;
use crate::words::Done;

impl Problem for NoteError {
    fn kind(&self) -> argonaut_app::Kind {
        Self::kind(self)
    }
    fn say(&self, tr: &Tr) -> String {
        match self {
            Self::TooLong => t!(tr, "people-note-long", most = MOST_WORDS),
            Self::Tags => t!(
                tr,
                "people-tags-many",
                most = MOST_TAGS,
                longest = LONGEST_TAG
            ),
            Self::View(error) => error.say(tr),
        }
    }
}

/// What the two have in common, as far as the reader may know.
#[derive(Default)]
pub(super) struct Both {
    /// Whom both know.
    pub(super) know: Vec<Face>,
    /// In which groups both are.
    pub(super) groups: Vec<(GroupId, String)>,
}

impl Both {
    pub(super) async fn of(web: &Web, who: &SignedIn, other: HelperId) -> Result<Self, Failure> {
        Ok(Self {
            know: shared(&web.app, who, other).await?,
            groups: groups_together(&web.app, who, other).await?,
        })
    }
}

pub(super) fn part(
    tr: &Tr,
    profile: &Profile,
    note: &HelperNote,
    both: &Both,
    errors: &[(String, String)],
) -> Markup {
    let error = |name: &str| {
        let found = errors.iter().find(|(field, _)| field == name);
        found.map(|(_, text)| text.clone())
    };
    html! {
        @if profile.relation != Relation::Self_ {
            @if !both.groups.is_empty() {
                (parts::section(&t!(tr, "people-in-groups"), &html! {
                    ul.plain-list { @for (id, name) in &both.groups { li { a href={ "/groups/" (id) } { (name) } } } }
                }))
            }
            @if !both.know.is_empty() {
                (parts::section(&t!(tr, "people-both-know"), &html! {
                    ul.plain-list { @for face in &both.know { li { a href={ "/helpers/" (face.id) } { (face.name) } } } }
                }))
            }
            (parts::section(&t!(tr, "people-note"), &html! {
                (parts::notice_private(tr, &t!(tr, "people-note-private")))
                (form::error_summary(tr, errors))
                (form::post(&format!("/helpers/{}/note", profile.face.id), false, &html! {
                    (form::textarea(tr, &Field::new("words", t!(tr, "people-note-words")).value(note.words.as_str()).error(error("words")).autocomplete("off"), 3))
                    (form::text_field(tr, &Field::new("tags", t!(tr, "people-tags")).hint(t!(tr, "people-tags-hint")).value(note.tags.join(", ")).error(error("tags")).autocomplete("off")))
                    (form::submit_row(&t!(tr, "people-note-save"), None))
                }))
            }))
        }
    }
}

pub(super) async fn save(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
    sent: FormData,
) -> Result<Response, Failure> {
    let about = id.parse().map_err(|_| Failure::not_found())?;
    let (words, tags) = (sent.text("words"), sent.text("tags"));
    let error = match remember::keep(&web.app, &me.who, about, words, tags).await {
        Ok(()) => return Ok(done(&format!("/helpers/{id}"), Done::HelperNoteKept).into_response()),
        Err(error @ NoteError::View(_)) => return Err(Failure::of(&me.tr, &error)),
        Err(error @ (NoteError::TooLong | NoteError::Tags)) => error,
    };
    let profile = view(&web.app, &me.who, about)
        .await
        .map_err(|error| Failure::of(&me.tr, &error))?;
    let both = Both::of(&web, &me.who, about).await?;
    let field = if matches!(error, NoteError::TooLong) {
        "words"
    } else {
        "tags"
    };
    let errors = [(field.to_owned(), error.say(&me.tr))];
    let typed = HelperNote {
        words: words.to_owned(),
        tags: remember::tags(tags),
    };
    let known = bond::of(&web, &me, about).await?;
    let muted = is_muted(&web.app, &me.who, about).await?;
    let body = html! {
        (super::show::page(&me.tr, &profile, known.as_ref(), muted))
        (part(&me.tr, &profile, &typed, &both, &errors))
    };
    let page = me.show(&profile.face.name, NavItem::Helpers, Width::Text, &body);
    Ok((status(error.kind()), page).into_response())
}
