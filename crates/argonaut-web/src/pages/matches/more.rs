//! Showing the other helper more of one's client before the decision.

use argonaut_app::Kind;
use argonaut_app::matches::detail;
use argonaut_app::matches::room::Room;
use argonaut_domain::consent::ReleasedField;
use argonaut_domain::introduction::Stage;
use axum::extract::{Path, State};
use axum::response::{IntoResponse as _, Response};
use jiff::civil::Date;
use maud::{Markup, html};

use super::{acts, beside, list, match_id, room};
use crate::failure::{self, Failure, Problem as _};
use crate::form_data::FormData;
use crate::i18n::{Tr, t};
use crate::me::{Me, done};
use crate::pages::clients::{given_fields, read_given, words as client_words};
use crate::pages::layout::{NavItem, Width};
use crate::pages::parts::{self, Choice, Field, Weight, form};
use crate::state::Web;
use crate::words::Done;

/// Whether more can be shown now.
pub(super) fn can(room: &Room) -> bool {
    room.my_client.is_some() && matches!(room.joint.stage, Stage::Talking | Stage::Proposed { .. })
}

/// The way there, and what is shown already.
pub(super) fn link(tr: &Tr, room: &Room) -> Markup {
    html! {
        @if can(room) {
            p {
                a href={ "/matches/" (room.joint.id) "/more" } {
                    @if room.my_detail.is_some() { (t!(tr, "room-more-change")) } @else { (t!(tr, "room-more")) }
                }
            }
        }
    }
}

pub(super) async fn show(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
) -> Result<Response, Failure> {
    page(&web, &me, &id, &FormData::default(), None).await
}

async fn page(
    web: &Web,
    me: &Me,
    id: &str,
    sent: &FormData,
    error: Option<String>,
) -> Result<Response, Failure> {
    let tr = &me.tr;
    let open = room::open(web, me, match_id(id)?).await?;
    let partner = list::partner(tr, &open.partner);
    let today = web.app.now().date();
    let body = view(tr, &open, &partner, today, sent, error);
    let title = t!(tr, "room-more-title");
    Ok(me
        .show(&title, NavItem::Matches, Width::Text, &body)
        .into_response())
}

pub(super) fn view(
    tr: &Tr,
    room: &Room,
    partner: &str,
    today: Date,
    sent: &FormData,
    error: Option<String>,
) -> Markup {
    let home = format!("/matches/{}", room.joint.id);
    let ticked: Vec<&str> = sent.all("fields").collect();
    let fields: Vec<Choice<'_>> = room
        .my_client
        .iter()
        .flat_map(|dossier| dossier.get().releasable())
        .filter(|field: &ReleasedField| field.is_for_deciding())
        .map(|field| {
            let chosen = ticked.contains(&field.code());
            Choice::new(field.code(), client_words::released(tr, field), chosen)
        })
        .collect();
    let errors: Vec<(String, String)> = error
        .into_iter()
        .map(|text| ("fields".to_owned(), text))
        .collect();
    html! {
        (parts::breadcrumb(&t!(tr, "shell-breadcrumb-label"), &[(&t!(tr, "shell-nav-matches"), "/matches"), (&t!(tr, "matches-with", partner = partner), &home)]))
        (parts::heading(&t!(tr, "room-more-title"), Some(&t!(tr, "room-more-lead")), None))
        (form::error_summary(tr, &errors))
        @if let Some(shown) = &room.my_detail {
            (parts::section(&t!(tr, "room-shown-by-you"), &html! {
                (beside::details(tr, shown.get()))
                (parts::post_button(&t!(tr, "room-more-back"), &format!("{home}/more/back"), Weight::Quiet, &[]))
            }))
        }
        @if !can(room) { p { (t!(tr, "room-more-not-now")) } }
        @else if fields.is_empty() { p { (t!(tr, "room-more-nothing")) } }
        @else {
            (form::post(&format!("{home}/more"), true, &html! {
                (form::check_group(tr, &Field::new("fields", t!(tr, "room-more-fields", partner = partner)).error(errors.first().map(|(_, text)| text.as_str())), &fields))
                blockquote { p { (t!(tr, "room-more-consent")) } }
                (given_fields(tr, today, sent))
                (form::submit_row(&t!(tr, "room-more-send", partner = partner), Some((&t!(tr, "form-cancel"), &home))))
            }))
        }
    }
}

pub(super) async fn send(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
    sent: FormData,
) -> Result<Response, Failure> {
    let joint = match_id(&id)?;
    let again = async |said: String, kind| -> Result<Response, Failure> {
        let mut answer = page(&web, &me, &id, &sent, Some(said)).await?;
        *answer.status_mut() = failure::status(kind);
        Ok(answer)
    };
    let Ok(given) = read_given(&me.tr, &sent) else {
        return again(t!(me.tr, "consent-unreadable"), Kind::Invalid).await;
    };
    let fields: Vec<ReleasedField> = sent.all_parsed("fields");
    match detail::show(&web.app, &me.who, joint, &fields, given).await {
        Ok(()) => Ok(done(&format!("/matches/{id}"), Done::DetailsShown).into_response()),
        Err(error) => match error.kind() {
            Kind::Invalid | Kind::Conflict => again(error.say(&me.tr), error.kind()).await,
            Kind::NotFound
            | Kind::Forbidden
            | Kind::Busy { .. }
            | Kind::Internal
            | Kind::Unavailable => Err(Failure::of(&me.tr, &error)),
        },
    }
}

pub(super) async fn back(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
) -> Result<Response, Failure> {
    let result = detail::hide(&web.app, &me.who, match_id(&id)?).await;
    let nothing = FormData::default();
    acts::back(&web, &me, &id, result, Done::DetailsHidden, &nothing).await
}
