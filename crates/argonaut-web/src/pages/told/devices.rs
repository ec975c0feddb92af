//! The devices on which a helper is told: the part of the page, and its acts.

use argonaut_app::told::devices::{self, Asked, DeviceError};
use argonaut_app::told::{Device, Devices};
use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::Redirect;
use maud::{Markup, html};
use uuid::Uuid;

use crate::assets::Asset;
use crate::failure::Failure;
use crate::form_data::FormData;
use crate::i18n::{Tr, t};
use crate::me::{Me, done};
use crate::pages::accounts::device;
use crate::pages::parts::{self, Tone, Weight, form};
use crate::state::Web;
use crate::words::Done;

const PATH: &str = "/account/told";

/// The part of the page; `None` where this instance sends no push messages.
pub(super) fn view(tr: &Tr, devices: Option<&Devices>) -> Markup {
    let Some(devices) = devices else {
        return html! { p { (t!(tr, "told-push-off")) } };
    };
    html! {
        p { (t!(tr, "told-push-lead")) }
        @if !devices.list.is_empty() {
            ul.plain {
                @for device in &devices.list { (line(tr, device)) }
            }
        }
        @if devices.list.len() < devices::MOST {
            form.form method="post" action="/account/told/devices" hidden data-push=(devices.key)
                data-failed=(t!(tr, "told-push-failed")) data-refused=(t!(tr, "told-push-refused")) {
                @for name in ["endpoint", "p256dh", "auth"] { input type="hidden" name=(name) value=""; }
                p.error role="alert" data-problem {}
                (form::submit_row(&t!(tr, "told-push-add"), None))
            }
            p.hint data-without-push { (t!(tr, "told-push-without")) }
        } @else {
            p { (t!(tr, "told-push-many", most = (devices::MOST))) }
        }
        script src=(Asset::Push.path()) defer {}
    }
}

fn line(tr: &Tr, device: &Device) -> Markup {
    let name = if device.name.is_empty() {
        t!(tr, "told-push-unknown")
    } else {
        device.name.clone()
    };
    let service = device.service.trim_start_matches("https://");
    html! {
        li data-device=(device.mark) {
            strong { (name) } " "
            span hidden data-here { (parts::badge(Tone::Good, &t!(tr, "told-push-here"))) }
            p.hint {
                (t!(tr, "told-push-added", when = tr.date(device.added.date()), service = service))
                @if let Some(told) = device.told {
                    " " (t!(tr, "told-push-told", when = tr.date(told.date())))
                }
            }
            (parts::post_button(
                &t!(tr, "told-push-remove", name = (name.as_str())),
                &format!("/account/told/devices/{}/remove", device.id),
                Weight::Link,
                &[],
            ))
        }
    }
}

pub(super) async fn add(
    State(web): State<Web>,
    me: Me,
    headers: HeaderMap,
    sent: FormData,
) -> Result<Redirect, Failure> {
    let asked = Asked {
        endpoint: sent.text("endpoint").to_owned(),
        p256dh: sent.text("p256dh").to_owned(),
        auth: sent.text("auth").to_owned(),
        name: device(&headers),
    };
    devices::add(&web.app, &me.who, &asked, me.tr.locale())
        .await
        .map_err(|error| Failure::of(&me.tr, &error))?;
    Ok(done(PATH, Done::DeviceAdded))
}

pub(super) async fn remove(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
) -> Result<Redirect, Failure> {
    // What is no id is the id of nothing.
    let id = id.parse().unwrap_or(Uuid::nil());
    match devices::remove(&web.app, &me.who, id).await {
        // Removed already, here or by its push service: that is what was asked for.
        Ok(()) => Ok(done(PATH, Done::DeviceRemoved)),
        Err(
            error @ (DeviceError::NotOne
            | DeviceError::Off
            | DeviceError::TooMany
            | DeviceError::NotFound
            | DeviceError::Trouble(_)),
        ) => Err(Failure::of(&me.tr, &error)),
    }
}
