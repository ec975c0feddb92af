//! The pages behind the links in mails: one button each, since programs that look at mail
//! open links too. Nobody has to be signed in; the link itself is the proof.

use argonaut_app::told::address::{self, AddressError};
use argonaut_app::told::choose::{self, ChooseError};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};
use maud::{Markup, html};

use crate::failure::Failure;
use crate::i18n::{Tr, t};
use crate::me::Guest;
use crate::pages::layout::{NavItem, Width};
use crate::pages::parts::{self, form};
use crate::state::Web;

/// A page with a heading and, perhaps, one button that sends the link's own address.
pub(super) fn view(tr: &Tr, title: &str, lead: &str, button: Option<&str>) -> Markup {
    html! {
        (parts::heading(title, Some(lead), None))
        @if let Some(button) = button {
            // Without an address of its own the form goes back to the link it came from.
            form.form method="post" { (form::submit_row(button, None)) }
        } @else {
            (parts::actions(&[parts::action(&t!(tr, "told-door-choose"), "/account/told")]))
        }
    }
}

fn page(guest: &Guest, title: &str, lead: &str, button: Option<&str>) -> Markup {
    let body = view(&guest.tr, title, lead, button);
    guest.show(title, NavItem::None, Width::Narrow, &body)
}

fn over(guest: &Guest) -> Response {
    let tr = &guest.tr;
    let page = page(
        guest,
        &t!(tr, "told-link-over-title"),
        &t!(tr, "told-link-over"),
        None,
    );
    (StatusCode::GONE, page).into_response()
}

pub(super) async fn confirm_show(
    State(web): State<Web>,
    guest: Guest,
    Path(token): Path<String>,
) -> Result<Response, Failure> {
    if !address::works(&web.app, &token).await? {
        return Ok(over(&guest));
    }
    let tr = &guest.tr;
    let title = t!(tr, "told-confirm-title");
    let lead = t!(tr, "told-confirm-lead");
    let button = t!(tr, "told-confirm");
    Ok(page(&guest, &title, &lead, Some(&button)).into_response())
}

pub(super) async fn confirm(
    State(web): State<Web>,
    guest: Guest,
    Path(token): Path<String>,
) -> Result<Response, Failure> {
    let tr = &guest.tr;
    match address::confirm(&web.app, &token).await {
        Ok(()) => {
            let title = t!(tr, "told-confirmed-title");
            let lead = t!(tr, "told-confirmed");
            Ok(page(&guest, &title, &lead, None).into_response())
        }
        Err(AddressError::Over) => Ok(over(&guest)),
        Err(
            error @ (AddressError::NotOne
            | AddressError::Off
            | AddressError::None
            | AddressError::Trouble(_)),
        ) => Err(Failure::of(tr, &error)),
    }
}

pub(super) async fn stop_show(
    State(web): State<Web>,
    guest: Guest,
    Path(token): Path<String>,
) -> Result<Response, Failure> {
    if !choose::stop_works(&web.app, &token).await? {
        return Ok(over(&guest));
    }
    let tr = &guest.tr;
    let title = t!(tr, "told-stop-title");
    let lead = t!(tr, "told-none-lead");
    let button = t!(tr, "told-none");
    Ok(page(&guest, &title, &lead, Some(&button)).into_response())
}

/// From the page, or from a mail program's own button (RFC 8058).
pub(super) async fn stop(
    State(web): State<Web>,
    guest: Guest,
    Path(token): Path<String>,
) -> Result<Response, Failure> {
    let tr = &guest.tr;
    match choose::stop(&web.app, &token).await {
        Ok(()) => {
            let title = t!(tr, "told-ended-title");
            let lead = t!(tr, "told-ended");
            Ok(page(&guest, &title, &lead, None).into_response())
        }
        Err(ChooseError::NotFound) => Ok(over(&guest)),
        Err(error @ (ChooseError::Zone | ChooseError::Hour | ChooseError::Trouble(_))) => {
            Err(Failure::of(tr, &error))
        }
    }
}
