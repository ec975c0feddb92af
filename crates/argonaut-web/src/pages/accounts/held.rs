//! What a trusted contact sees: whose shares they hold, and handing one over to somebody they
//! have spoken with.

use argonaut_app::accounts::trusted::hold::{self, HandOverError, Held};
use argonaut_domain::ids::HelperId;
use axum::extract::{Path, State};
use axum::response::{IntoResponse as _, Response};
use jiff::civil::Date;
use maud::{Markup, html};

use crate::failure::{Failure, Problem as _, status};
use crate::form_data::FormData;
use crate::i18n::{Tr, t};
use crate::me::{Me, done};
use crate::pages::layout::{NavItem, Width};
use crate::pages::parts::{self, Field, Icon, Tone, form};
use crate::state::Web;
use crate::words::Done;

pub(super) async fn show(State(web): State<Web>, me: Me) -> Result<Markup, Failure> {
    page(&web, &me, &[]).await
}

async fn page(web: &Web, me: &Me, errors: &[(String, String)]) -> Result<Markup, Failure> {
    let held = hold::list(&web.app, &me.who).await?;
    let body = view(&me.tr, &held, web.app.now().date(), errors);
    let title = t!(me.tr, "door-held-title");
    Ok(me.show(&title, NavItem::Account, Width::Text, &body))
}

pub(super) fn view(tr: &Tr, held: &[Held], today: Date, errors: &[(String, String)]) -> Markup {
    html! {
        (super::up(tr))
        (parts::heading(&t!(tr, "door-held-title"), Some(&t!(tr, "door-held-lead")), None))
        (form::error_summary(tr, errors))
        @if held.is_empty() {
            (parts::empty(Icon::Lock, &t!(tr, "door-held-none-title"), &t!(tr, "door-held-none"), None))
        }
        @for share in held {
            (parts::section(&share.name, &html! {
                p { (t!(tr, "door-held-since", when = tr.relative(today, share.since.date()))) }
                @if let Some(asked) = share.asked { (asks(tr, share, &tr.relative(today, asked.date()), errors)) }
            }))
        }
    }
}

fn asks(tr: &Tr, share: &Held, when: &str, errors: &[(String, String)]) -> Markup {
    let field = format!("number_{}", share.owner);
    let name = share.name.as_str();
    html! {
        (parts::notice(Tone::Warn, &t!(tr, "door-held-asked-title", name = name), &html! {
            p { (t!(tr, "door-held-asked", name = name, when = when)) }
            ol {
                li { (t!(tr, "door-held-step-call", name = name)) }
                li { (t!(tr, "door-held-step-number")) }
                li { (t!(tr, "door-held-step-doubt")) }
            }
        }))
        (form::post(&format!("/trusted/{}", share.owner), false, &html! {
            (form::text_field(tr, &Field::new(field.as_str(), t!(tr, "door-held-number", name = name)).hint(t!(tr, "door-held-number-hint"))
                .error(super::error_in(errors, &field)).required().autocomplete("off").longest(20)))
            (form::submit_row(&t!(tr, "door-held-help", name = name), None))
        }))
    }
}

pub(super) async fn send(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
    sent: FormData,
) -> Result<Response, Failure> {
    let owner: HelperId = id.parse().map_err(|_| Failure::not_found())?;
    let field = format!("number_{owner}");
    match hold::hand_over(&web.app, &me.who, owner, sent.text(&field)).await {
        Ok(()) => Ok(done("/trusted", Done::ShareHandedOver).into_response()),
        Err(error @ HandOverError::WrongNumber) => {
            let errors = [(field, error.say(&me.tr))];
            let page = page(&web, &me, &errors).await?;
            Ok((status(error.kind()), page).into_response())
        }
        Err(error @ (HandOverError::NotFound | HandOverError::Trouble(_))) => {
            Err(Failure::of(&me.tr, &error))
        }
    }
}
