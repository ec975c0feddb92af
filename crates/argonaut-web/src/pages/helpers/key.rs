//! Comparing keys with a contact, and accepting another key after comparing.

use argonaut_app::contacts::ContactError;
use argonaut_app::contacts::key::{KeyState, compared as comparing, replace as replacing};
use argonaut_app::helpers::view::{Profile, view};
use argonaut_domain::ids::HelperId;
use axum::extract::{Path, State};
use axum::response::{IntoResponse as _, Redirect, Response};
use maud::{Markup, html};

use crate::failure::{Failure, Problem as _, status};
use crate::form_data::FormData;
use crate::i18n::{Tr, t};
use crate::me::{Me, done};
use crate::pages::layout::{NavItem, Width};
use crate::pages::parts::{self, Field, Tone, Weight, form};
use crate::state::Web;
use crate::words::Done;

fn helper_id(text: &str) -> Result<HelperId, Failure> {
    text.parse().map_err(|_| Failure::not_found())
}

/// The part of a helper's page about their key.
pub(super) fn part(tr: &Tr, profile: &Profile, key: &KeyState) -> Markup {
    let name = profile.face.name.as_str();
    let home = format!("/helpers/{}/key", profile.face.id);
    if key.changed {
        return parts::notice(
            Tone::Bad,
            &t!(tr, "key-changed-title"),
            &html! {
                p { (t!(tr, "key-changed")) }
                (parts::actions(&[parts::quiet_action(&t!(tr, "key-changed-act"), &format!("{home}/replace"))]))
            },
        );
    }
    parts::section(
        &t!(tr, "key-title"),
        &html! {
            p { (t!(tr, "key-lead", name = name)) }
            (parts::facts(&[
                (t!(tr, "key-theirs", name = name), html! { code { (key.theirs.as_deref().unwrap_or_default()) } }),
                (t!(tr, "key-yours"), html! { code { (key.mine) } }),
            ]))
            p.hint { (t!(tr, "key-hint", name = name)) }
            p {
                @match key.compared {
                    Some(at) => { (parts::badge(Tone::Good, &t!(tr, "key-compared-on", date = tr.date(at.date())))) }
                    None => { (parts::badge(Tone::Info, &t!(tr, "key-not-compared"))) }
                }
            }
            (parts::actions(&[parts::post_button(&t!(tr, "key-compare-now"), &format!("{home}/compared"), Weight::Quiet, &[])]))
        },
    )
}

pub(super) async fn compared(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
) -> Result<Redirect, Failure> {
    comparing(&web.app, &me.who, helper_id(&id)?)
        .await
        .map_err(|error| Failure::of(&me.tr, &error))?;
    Ok(done(&format!("/helpers/{id}"), Done::KeyCompared))
}

pub(super) async fn replace_page(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
) -> Result<Response, Failure> {
    page(&web, &me, &id, None).await
}

async fn page(
    web: &Web,
    me: &Me,
    id: &str,
    wrong: Option<(String, String)>,
) -> Result<Response, Failure> {
    let tr = &me.tr;
    let profile = view(&web.app, &me.who, helper_id(id)?)
        .await
        .map_err(|error| Failure::of(tr, &error))?;
    let name = profile.face.name.as_str();
    let title = t!(tr, "key-replace-title", name = name);
    let (digits, error) = wrong.unzip();
    let error = error.map(|_| t!(tr, "key-replace-wrong", name = name));
    let field = Field::new("digits", t!(tr, "key-replace-digits"))
        .value(digits.unwrap_or_default())
        .error(error)
        .autocomplete("off")
        .required();
    let body = html! {
        (parts::heading(&title, Some(&t!(tr, "key-replace-lead", name = name)), None))
        (form::post(&format!("/helpers/{id}/key/replace"), true, &html! {
            (form::text_field(tr, &field))
            (form::submit_row(&t!(tr, "key-replace-now"), Some((&t!(tr, "form-cancel"), &format!("/helpers/{id}")))))
        }))
    };
    Ok(me
        .show(&title, NavItem::Helpers, Width::Text, &body)
        .into_response())
}

pub(super) async fn replace(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
    sent: FormData,
) -> Result<Response, Failure> {
    match replacing(&web.app, &me.who, helper_id(&id)?, sent.text("digits")).await {
        Ok(()) => Ok(done(&format!("/helpers/{id}"), Done::KeyReplaced).into_response()),
        Err(error @ ContactError::OtherDigits) => {
            let wrong = (sent.text("digits").to_owned(), error.say(&me.tr));
            let mut answer = page(&web, &me, &id, Some(wrong)).await?;
            *answer.status_mut() = status(error.kind());
            Ok(answer)
        }
        Err(error) => Err(Failure::of(&me.tr, &error)),
    }
}
