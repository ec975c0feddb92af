//! What opens to the owner of a suspended account: why, until when, and an appeal. Each step
//! asks for the passphrase: there is no session behind it.

use argonaut_app::accounts::sign_in::{SignInError, Suspended, first_step, known_browser};
use argonaut_app::safety::{DecisionRow, SafetyError, appeal as appeals};
use argonaut_domain::safety::Outcome;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse as _, Redirect, Response};
use axum_extra::extract::CookieJar;
use maud::{Markup, html};

use super::device::device;
use crate::failure::{Failure, Problem as _, status};
use crate::form_data::FormData;
use crate::i18n::{Tr, t};
use crate::me::{Guest, Held};
use crate::pages::layout::{NavItem, Width};
use crate::pages::parts::{self, Field, Tone, form};
use crate::pages::safety::line;
use crate::state::Web;

/// The page, with what was typed and why it was not taken.
pub(super) async fn page(
    web: &Web,
    guest: &Guest,
    who: Suspended,
    sent: &FormData,
    errors: &[(String, String)],
) -> Result<Response, Failure> {
    let decisions = appeals::about_suspended(&web.app, who).await?;
    let branch = appeals::branch_reason(&web.app, who).await?;
    let tr = &guest.tr;
    let body = html! {
        (view(tr, &decisions, sent, errors))
        @if let Some(reason) = branch {
            (parts::section(&t!(tr, "accounts-suspended-branch"), &html! { p.note-text { (reason) } }))
        }
    };
    let title = t!(tr, "accounts-suspended-title");
    let page = guest.show(&title, NavItem::None, Width::Text, &body);
    Ok((StatusCode::FORBIDDEN, page).into_response())
}

pub(super) fn view(
    tr: &Tr,
    decisions: &[DecisionRow],
    sent: &FormData,
    errors: &[(String, String)],
) -> Markup {
    let error = |name: &str| {
        let found = errors.iter().find(|(field, _)| field == name);
        found.map(|(_, text)| text.clone())
    };
    let behind: Vec<&DecisionRow> = decisions
        .iter()
        .filter(|row| row.outcome == Outcome::Suspend && !row.ended)
        .collect();
    // One form at a time: the first that has no appeal yet.
    let asks = behind.iter().position(|row| row.appeal.is_none());
    html! {
        (parts::heading(&t!(tr, "accounts-suspended-title"), Some(&t!(tr, "accounts-suspended-lead")), None))
        (form::error_summary(tr, errors))
        @if behind.is_empty() { p { (t!(tr, "accounts-suspended-undecided")) } }
        @for (place, row) in behind.into_iter().enumerate() {
            (parts::section(&tr.date(row.decided.date()), &html! {
                p { (line(tr, row)) }
                p.note-text { (row.reason) }
                @if let Some(answer) = &row.appeal_answer { p { (t!(tr, "safety-appeal-answer", text = answer.as_str())) } }
                @else if row.appeal.is_some() { (parts::notice(Tone::Good, &t!(tr, "safety-appeal-waits"), &html! {})) }
                @else if asks == Some(place) {
                    (form::post("/sign-in/appeal", true, &html! {
                        (form::hidden("decision", &row.id.to_string()))
                        (form::hidden("handle", sent.text("handle")))
                        (form::textarea(tr, &Field::new("words", t!(tr, "safety-appeal-label")).value(sent.raw("words")).error(error("words")).required(), 4))
                        (form::text_field(tr, &Field::new("password", t!(tr, "accounts-password")).hint(t!(tr, "accounts-suspended-again")).error(error("password")).required()
                            .kind("password").autocomplete("current-password").longest(1000)))
                        (form::submit_row(&t!(tr, "safety-appeal"), None))
                    }))
                }
            }))
        }
        p { a href="/agreement" { (t!(tr, "safety-agreement")) } }
        p.hint { (t!(tr, "accounts-suspended-data")) }
    }
}

pub(super) async fn appeal(
    State(web): State<Web>,
    guest: Guest,
    headers: HeaderMap,
    jar: CookieJar,
    sent: FormData,
) -> Result<Response, Failure> {
    let handle = sent.text("handle");
    let (password, known) = (sent.raw("password").into(), Held::Known.token(&web, &jar));
    let step = first_step(&web.app, handle, password, &device(&headers), Some(&known)).await;
    let who = match step {
        Err(SignInError::Suspended(who)) => who,
        // It was lifted in the meantime: sign in as ever.
        Ok(_) => return Ok(Redirect::to("/sign-in").into_response()),
        Err(error @ (SignInError::Wrong | SignInError::Pending | SignInError::Declined(_))) => {
            // The words stay; what was decided is shown to nobody without the passphrase.
            let errors = [("password".to_owned(), error.say(&guest.tr))];
            let body = again(&guest.tr, &sent, &errors);
            let title = t!(guest.tr, "accounts-suspended-title");
            let page = guest.show(&title, NavItem::None, Width::Text, &body);
            return Ok((status(error.kind()), page).into_response());
        }
        Err(
            error @ (SignInError::Busy(_)
            | SignInError::SecondFactorNeeded
            | SignInError::Trouble(_)),
        ) => return Err(Failure::of(&guest.tr, &error)),
    };
    let jar = Held::Known.give(&web, jar, &known_browser(&web.app, handle), 365);
    let id = sent.parsed("decision").ok_or_else(Failure::not_found)?;
    match appeals::appeal_suspended(&web.app, who, id, sent.raw("words")).await {
        Ok(()) | Err(SafetyError::Already) => {
            let page = page(&web, &guest, who, &FormData::default(), &[]).await?;
            Ok((jar, page).into_response())
        }
        Err(error @ SafetyError::BadWords) => {
            let errors = [("words".to_owned(), error.say(&guest.tr))];
            page(&web, &guest, who, &sent, &errors).await
        }
        Err(error) => Err(Failure::of(&guest.tr, &error)),
    }
}

/// The form once more, for a passphrase that did not fit.
pub(super) fn again(tr: &Tr, sent: &FormData, errors: &[(String, String)]) -> Markup {
    let wrong = errors.first().map(|(_, text)| text.clone());
    html! {
        (parts::heading(&t!(tr, "accounts-suspended-title"), None, None))
        (form::error_summary(tr, errors))
        (form::post("/sign-in/appeal", true, &html! {
            (form::hidden("decision", sent.text("decision")))
            (form::hidden("handle", sent.text("handle")))
            (form::textarea(tr, &Field::new("words", t!(tr, "safety-appeal-label")).value(sent.raw("words")).required(), 4))
            (form::text_field(tr, &Field::new("password", t!(tr, "accounts-password")).error(wrong).required()
                .kind("password").autocomplete("current-password").longest(1000)))
            (form::submit_row(&t!(tr, "safety-appeal"), None))
        }))
    }
}
