//! A forgotten password: the recovery code is the way back in.

use argonaut_app::accounts::recover::{RecoverError, recover};
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::{IntoResponse as _, Response};
use axum_extra::extract::CookieJar;
use maud::{Markup, html};

use super::code_page;
use super::device::device;
use crate::failure::{Failure, Problem as _, status};
use crate::form_data::FormData;
use crate::i18n::t;
use crate::me::{Guest, session_begins};
use crate::pages::layout::{NavItem, Width};
use crate::pages::parts::{self, Field, form};
use crate::state::Web;

pub(super) async fn show(guest: Guest) -> Markup {
    page(&guest, &FormData::default(), &[])
}

fn page(guest: &Guest, sent: &FormData, errors: &[(String, String)]) -> Markup {
    let tr = &guest.tr;
    let error = |name: &str| {
        errors
            .iter()
            .find(|(field, _)| field == name)
            .map(|(_, text)| text.clone())
    };
    let body = html! {
        (parts::heading(&t!(tr, "accounts-recover-title"), Some(&t!(tr, "accounts-recover-lead")), None))
        (form::error_summary(tr, errors))
        (form::post("/recover", false, &html! {
            (form::text_field(tr, &Field::new("handle", t!(tr, "accounts-handle")).value(sent.text("handle"))
                .required().autocomplete("username").longest(31)))
            (form::text_field(tr, &Field::new("code", t!(tr, "accounts-recover-code")).hint(t!(tr, "accounts-recover-code-hint"))
                .error(error("code")).required().autocomplete("off").longest(80)))
            (form::text_field(tr, &Field::new("password", t!(tr, "accounts-password-new")).hint(t!(tr, "accounts-password-hint"))
                .error(error("password")).required().kind("password").autocomplete("new-password").longest(1000)))
            (form::submit_row(&t!(tr, "accounts-recover"), Some((&t!(tr, "form-cancel"), "/sign-in"))))
        }))
        p { (t!(tr, "door-return-offer")) " " a href="/recover/contacts" { (t!(tr, "door-return-title")) } }
    };
    guest.show(
        &t!(tr, "accounts-recover-title"),
        NavItem::None,
        Width::Narrow,
        &body,
    )
}

pub(super) async fn send(
    State(web): State<Web>,
    guest: Guest,
    headers: HeaderMap,
    jar: CookieJar,
    sent: FormData,
) -> Result<Response, Failure> {
    let (code, password) = (sent.text("code").into(), sent.raw("password").into());
    match recover(
        &web.app,
        sent.text("handle"),
        code,
        password,
        &device(&headers),
    )
    .await
    {
        Ok(back) => {
            let page = code_page(&guest.tr, &back.recovery_code.reveal(), false);
            let page = guest.show(
                &t!(guest.tr, "accounts-code-title"),
                NavItem::None,
                Width::Text,
                &page,
            );
            Ok((session_begins(&web, jar, &back.session), page).into_response())
        }
        Err(error) => {
            let field = match &error {
                RecoverError::Wrong | RecoverError::Mistyped => "code",
                RecoverError::Weak(_) => "password",
                RecoverError::NotActive | RecoverError::Busy(_) | RecoverError::Trouble(_) => {
                    return Err(Failure::of(&guest.tr, &error));
                }
            };
            let errors = [(field.to_owned(), error.say(&guest.tr))];
            Ok((status(error.kind()), page(&guest, &sent, &errors)).into_response())
        }
    }
}
