//! Consents to share a card: recorded and withdrawn.

use argonaut_app::consents::record::{Given, to_share};
use argonaut_app::consents::withdraw as withdrawing;
use argonaut_domain::consent::ConsentMethod;
use axum::extract::{Path, State};
use axum::response::Redirect;
use jiff::civil::Date;
use maud::{Markup, html};

use super::{client_id, words};
use crate::failure::Failure;
use crate::form_data::FormData;
use crate::i18n::{Tr, t};
use crate::me::{Me, done};
use crate::pages::parts::{Choice, Field, form};
use crate::state::Web;
use crate::words::Done;

/// The fields of how and until when a consent was given.
pub(crate) fn given_fields(tr: &Tr, today: Date) -> Markup {
    let methods: Vec<Choice<'_>> = ConsentMethod::ALL
        .iter()
        .map(|of| {
            Choice::new(
                of.code(),
                words::method(tr, *of),
                *of == ConsentMethod::Verbal,
            )
        })
        .collect();
    let until = today
        .checked_add(jiff::Span::new().months(6))
        .unwrap_or(today);
    html! {
        (form::radio_group(tr, &Field::new("method", t!(tr, "consent-method")), &methods))
        (form::row(&html! {
            (form::date_field(tr, &Field::new("on", t!(tr, "consent-on")).value(today.to_string()).required()))
            (form::date_field(tr, &Field::new("until", t!(tr, "consent-until")).value(until.to_string()).hint(t!(tr, "consent-until-hint")).required()))
        }))
    }
}

/// Reads those fields.
pub(crate) fn read_given(tr: &Tr, sent: &FormData) -> Result<Given, Failure> {
    let unreadable = || Failure::Told {
        kind: argonaut_app::Kind::Invalid,
        text: t!(tr, "consent-unreadable"),
    };
    Ok(Given {
        method: sent.parsed("method").ok_or_else(unreadable)?,
        on: sent.parsed("on").ok_or_else(unreadable)?,
        until: sent.parsed("until").ok_or_else(unreadable)?,
    })
}

/// The form that records a consent to share a card; it leads back to `next`.
pub(crate) fn consent_form(tr: &Tr, client: &str, today: Date, next: &str) -> Markup {
    form::post(
        &format!("/clients/{client}/consents"),
        false,
        &html! {
            p { strong { (t!(tr, "consent-read-aloud")) } }
            blockquote { p { (t!(tr, "consent-share-text")) } }
            (given_fields(tr, today))
            (form::hidden("next", next))
            (form::submit_row(&t!(tr, "consent-record"), None))
        },
    )
}

pub(super) async fn record(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
    sent: FormData,
) -> Result<Redirect, Failure> {
    let client = client_id(&id)?;
    let given = read_given(&me.tr, &sent)?;
    to_share(&web.app, &me.who, client, given)
        .await
        .map_err(|error| Failure::of(&me.tr, &error))?;
    let home = format!("/clients/{id}");
    let next = Some(sent.text("next"))
        .filter(|next| next.starts_with(&home))
        .unwrap_or(&home);
    Ok(done(next, Done::ConsentRecorded))
}

pub(super) async fn withdraw(
    State(web): State<Web>,
    me: Me,
    Path((id, consent)): Path<(String, String)>,
) -> Result<Redirect, Failure> {
    let client = client_id(&id)?;
    let consent = consent.parse().map_err(|_| Failure::not_found())?;
    withdrawing::withdraw(&web.app, &me.who, client, consent)
        .await
        .map_err(|error| Failure::of(&me.tr, &error))?;
    Ok(done(&format!("/clients/{id}"), Done::ConsentWithdrawn))
}
