//! Trusted contacts in the settings: choosing them, ending it, stopping a request.

use argonaut_app::accounts::trusted::set_up::{self, SetUpError, State as Trust};
use argonaut_app::accounts::trusted::{FEWEST, LOWEST_THRESHOLD, MOST};
use argonaut_domain::ids::HelperId;
use axum::extract::State;
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

pub(super) async fn show(State(web): State<Web>, me: Me) -> Result<Markup, Failure> {
    page(&web, &me, None, &[]).await
}

async fn page(
    web: &Web,
    me: &Me,
    sent: Option<&FormData>,
    errors: &[(String, String)],
) -> Result<Markup, Failure> {
    let state = set_up::state(&web.app, &me.who).await?;
    let body = view(&me.tr, &state, web.app.now().date(), sent, errors);
    let title = t!(me.tr, "door-trusted-title");
    Ok(me.show(&title, NavItem::Account, Width::Text, &body))
}

pub(super) fn view(
    tr: &Tr,
    state: &Trust,
    today: Date,
    sent: Option<&FormData>,
    errors: &[(String, String)],
) -> Markup {
    html! {
        (super::up(tr))
        (parts::heading(&t!(tr, "door-trusted-title"), Some(&t!(tr, "door-trusted-lead")), None))
        (form::error_summary(tr, errors))
        @if let Some(asked) = state.asked.first() {
            (parts::notice(Tone::Bad, &t!(tr, "door-asked-title"), &html! {
                p { (t!(tr, "door-asked", when = tr.relative(today, asked.date()), days = state.wait_days)) }
                (parts::post_button(&t!(tr, "door-asked-stop"), "/account/trusted/stop", Weight::Danger, &[]))
            }))
        }
        @if let Some(made) = &state.made {
            @let names: Vec<&str> = state.contacts.iter().filter(|face| made.holders.contains(&face.id))
                .map(|face| face.name.as_str()).collect();
            (parts::section(&t!(tr, "door-trusted-now"), &html! {
                @if made.outdated {
                    (parts::notice(Tone::Warn, &t!(tr, "door-trusted-outdated-title"), &html! { p { (t!(tr, "door-trusted-outdated")) } }))
                }
                p { (t!(tr, "door-trusted-now-text", needed = made.threshold, count = (made.holders.len()), when = tr.relative(today, made.at.date()))) }
                ul { @for name in names { li { (name) } } }
                (parts::actions(&[parts::quiet_action(&t!(tr, "door-trusted-end"), "/account/trusted/end")]))
            }))
        }
        (parts::section(&if state.made.is_some() { t!(tr, "door-trusted-change") } else { t!(tr, "door-trusted-choose") },
            &choose(tr, state, sent, errors)))
        (parts::section(&t!(tr, "door-trusted-how"), &html! {
            ul {
                li { (t!(tr, "door-trusted-how-blind")) }
                li { (t!(tr, "door-trusted-how-voice")) }
                li { (t!(tr, "door-trusted-how-wait", days = state.wait_days)) }
                li { (t!(tr, "door-trusted-how-together")) }
            }
        }))
    }
}

fn choose(tr: &Tr, state: &Trust, sent: Option<&FormData>, errors: &[(String, String)]) -> Markup {
    if state.contacts.len() < FEWEST {
        return html! {
            p { (t!(tr, "door-trusted-too-few", fewest = FEWEST, count = (state.contacts.len()))) }
            (parts::actions(&[parts::quiet_action(&t!(tr, "door-trusted-find"), "/helpers")]))
        };
    }
    let chosen: Vec<HelperId> = match (sent, &state.made) {
        (Some(sent), _) => sent.all_parsed("holder"),
        (None, Some(made)) => made.holders.clone(),
        (None, None) => Vec::new(),
    };
    let threshold = match (sent, &state.made) {
        (Some(sent), _) => sent.parsed::<usize>("threshold").unwrap_or(0),
        (None, Some(made)) => made.threshold,
        (None, None) => LOWEST_THRESHOLD,
    };
    let people: Vec<Choice<'_>> = state
        .contacts
        .iter()
        .map(|face| {
            Choice::new(
                face.id.to_string(),
                face.name.as_str(),
                chosen.contains(&face.id),
            )
        })
        .collect();
    let numbers: Vec<Choice<'_>> = (LOWEST_THRESHOLD..=MOST)
        .map(|number| Choice::new(number.to_string(), number.to_string(), number == threshold))
        .collect();
    form::post(
        "/account/trusted",
        false,
        &html! {
            (form::check_group(tr, &Field::new("holder", t!(tr, "door-trusted-who")).hint(t!(tr, "door-trusted-who-hint", fewest = FEWEST, most = MOST))
                .error(super::error_in(errors, "holder")).required(), &people))
            (form::select(tr, &Field::new("threshold", t!(tr, "door-trusted-needed")).hint(t!(tr, "door-trusted-needed-hint"))
                .error(super::error_in(errors, "threshold")).required(), &numbers))
            (present_password(tr, "password", errors))
            (form::submit_row(&t!(tr, "door-trusted-give"), None))
        },
    )
}

pub(super) async fn send(
    State(web): State<Web>,
    me: Me,
    sent: FormData,
) -> Result<Response, Failure> {
    let holders: Vec<HelperId> = sent.all_parsed("holder");
    let threshold = sent.parsed("threshold").unwrap_or(0);
    let password = sent.raw("password").into();
    match set_up::set_up(&web.app, &me.who, password, &holders, threshold).await {
        Ok(()) => Ok(done("/account/trusted", Done::TrustedSet).into_response()),
        Err(error) => {
            let field = match &error {
                SetUpError::WrongNumber | SetUpError::KeyChanged(_) => "holder",
                SetUpError::WrongThreshold => "threshold",
                SetUpError::WrongPassword => "password",
                SetUpError::NothingThere | SetUpError::Busy(_) | SetUpError::Trouble(_) => {
                    return Err(Failure::of(&me.tr, &error));
                }
            };
            let errors = errors_of(field, error.say(&me.tr));
            let page = page(&web, &me, Some(&sent), &errors).await?;
            Ok((status(error.kind()), page).into_response())
        }
    }
}

pub(super) async fn end_show(me: Me) -> Markup {
    let tr = &me.tr;
    let title = t!(tr, "door-trusted-end");
    let body = html! {
        (parts::heading(&title, Some(&t!(tr, "door-trusted-end-lead")), None))
        (parts::actions(&[
            parts::post_button(&title, "/account/trusted/end", Weight::Danger, &[]),
            parts::quiet_action(&t!(tr, "form-cancel"), "/account/trusted"),
        ]))
    };
    me.show(&title, NavItem::Account, Width::Text, &body)
}

pub(super) async fn end(State(web): State<Web>, me: Me) -> Result<Redirect, Failure> {
    match set_up::end(&web.app, &me.who).await {
        Ok(()) | Err(SetUpError::NothingThere) => Ok(done("/account/trusted", Done::TrustedEnded)),
        Err(error) => Err(Failure::of(&me.tr, &error)),
    }
}

pub(super) async fn stop(State(web): State<Web>, me: Me) -> Result<Redirect, Failure> {
    match set_up::stop(&web.app, &me.who).await {
        Ok(()) | Err(SetUpError::NothingThere) => Ok(done("/account/trusted", Done::ReturnStopped)),
        Err(error) => Err(Failure::of(&me.tr, &error)),
    }
}
