//! API tokens in the settings: made, shown once, listed, revoked.

use argonaut_app::accounts::tokens::{self, NewToken, Scope, Token, TokenError};
use axum::extract::{Path, State};
use axum::response::{IntoResponse as _, Redirect, Response};
use jiff::civil::Date;
use maud::{Markup, html};

use super::{errors_of, present_password};
use crate::failure::{Failure, Problem as _, status};
use crate::form_data::FormData;
use crate::i18n::{Tr, t};
use crate::me::{Me, done};
use crate::pages::layout::{NavItem, Width};
use crate::pages::parts::{self, Choice, Field, Tone, Weight, form};
use crate::state::Web;
use crate::words::Done;

/// For how long a token may be made, in days.
const ENDS: [i64; 4] = [7, 30, 90, 365];

pub(super) async fn show(State(web): State<Web>, me: Me) -> Result<Markup, Failure> {
    page(&web, &me, &FormData::default(), &[], None).await
}

async fn page(
    web: &Web,
    me: &Me,
    sent: &FormData,
    errors: &[(String, String)],
    fresh: Option<&str>,
) -> Result<Markup, Failure> {
    let list = tokens::list(&web.app, &me.who).await?;
    let body = view(&me.tr, &list, web.app.now().date(), sent, errors, fresh);
    let title = t!(me.tr, "door-tokens-title");
    Ok(me.show(&title, NavItem::Account, Width::Text, &body))
}

fn scope_label(tr: &Tr, scope: Scope) -> String {
    match scope {
        Scope::Read => t!(tr, "door-scope-read"),
        Scope::Write => t!(tr, "door-scope-write"),
        Scope::Records => t!(tr, "door-scope-records"),
    }
}

fn scope_hint(tr: &Tr, scope: Scope) -> String {
    match scope {
        Scope::Read => t!(tr, "door-scope-read-hint"),
        Scope::Write => t!(tr, "door-scope-write-hint"),
        Scope::Records => t!(tr, "door-scope-records-hint"),
    }
}

pub(super) fn view(
    tr: &Tr,
    list: &[Token],
    today: Date,
    sent: &FormData,
    errors: &[(String, String)],
    fresh: Option<&str>,
) -> Markup {
    let chosen: Vec<&str> = sent.all("scope").collect();
    let scopes: Vec<Choice<'_>> = Scope::ALL
        .into_iter()
        .map(|scope| {
            Choice::new(
                scope.code(),
                scope_label(tr, scope),
                chosen.contains(&scope.code()),
            )
            .hint(scope_hint(tr, scope))
        })
        .collect();
    let days: i64 = sent.parsed("days").unwrap_or(30);
    let ends: Vec<Choice<'_>> = ENDS
        .into_iter()
        .map(|end| {
            Choice::new(
                end.to_string(),
                t!(tr, "door-token-days", days = end),
                end == days,
            )
        })
        .collect();
    html! {
        (super::up(tr))
        (parts::heading(&t!(tr, "door-tokens-title"), Some(&t!(tr, "door-tokens-lead")), None))
        (form::error_summary(tr, errors))
        @if let Some(fresh) = fresh {
            (parts::notice(Tone::Good, &t!(tr, "door-token-fresh"), &html! {
                p { (t!(tr, "door-token-once")) }
                p.secret-text { code id="fresh-token" { (fresh) } }
                (parts::copy_button(tr, "fresh-token"))
            }))
        }
        @if !list.is_empty() {
            (parts::section(&t!(tr, "door-tokens-yours"), &html! { ul.plain-list { @for token in list { li {
                strong { (token.name) } " · "
                @for (place, scope) in token.scopes.iter().enumerate() { @if place > 0 { ", " } (scope_label(tr, *scope)) }
                " · " (t!(tr, "door-token-ends", when = tr.relative(today, token.expires.date()))) " · "
                @match token.used {
                    Some(used) => (t!(tr, "door-last-used", when = tr.relative(today, used.date()))),
                    None => (t!(tr, "door-never-used")),
                }
                " " (parts::post_button(&t!(tr, "door-token-revoke", name = token.name.as_str()),
                    &format!("/account/tokens/{}/revoke", token.id), Weight::Link, &[]))
            } } } }))
        }
        (parts::section(&t!(tr, "door-token-new"), &form::post("/account/tokens", false, &html! {
            (form::text_field(tr, &Field::new("name", t!(tr, "door-token-name")).hint(t!(tr, "door-token-name-hint"))
                .value(sent.text("name")).error(super::error_in(errors, "name")).required().autocomplete("off").longest(60)))
            (form::check_group(tr, &Field::new("scope", t!(tr, "door-token-may")).error(super::error_in(errors, "scope")).required(), &scopes))
            (form::select(tr, &Field::new("days", t!(tr, "door-token-until")).error(super::error_in(errors, "days")).required(), &ends))
            (present_password(tr, "password", errors))
            (form::submit_row(&t!(tr, "door-token-make"), None))
        })))
    }
}

pub(super) async fn make(
    State(web): State<Web>,
    me: Me,
    sent: FormData,
) -> Result<Response, Failure> {
    let wanted: Vec<&str> = sent.all("scope").collect();
    let new = NewToken {
        name: sent.text("name").to_owned(),
        scopes: Scope::ALL
            .into_iter()
            .filter(|scope| wanted.contains(&scope.code()))
            .collect(),
        days: sent.parsed("days").unwrap_or(0),
        password: sent.raw("password").into(),
    };
    match tokens::make(&web.app, &me.who, new).await {
        Ok(text) => Ok(page(&web, &me, &FormData::default(), &[], Some(&text))
            .await?
            .into_response()),
        Err(error) => {
            let field = match &error {
                TokenError::NoName | TokenError::TooMany => "name",
                TokenError::NoScope => "scope",
                TokenError::BadEnd => "days",
                TokenError::WrongPassword => "password",
                TokenError::NotFound | TokenError::Busy(_) | TokenError::Trouble(_) => {
                    return Err(Failure::of(&me.tr, &error));
                }
            };
            let errors = errors_of(field, error.say(&me.tr));
            let page = page(&web, &me, &sent, &errors, None).await?;
            Ok((status(error.kind()), page).into_response())
        }
    }
}

pub(super) async fn revoke(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
) -> Result<Redirect, Failure> {
    let id = id.parse().map_err(|_| Failure::not_found())?;
    tokens::revoke(&web.app, &me.who, id)
        .await
        .map_err(|error| Failure::of(&me.tr, &error))?;
    Ok(done("/account/tokens", Done::TokenRevoked))
}
