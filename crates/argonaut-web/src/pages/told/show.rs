//! Choosing how to be told: the page and its acts.

use argonaut_app::told::address::{self, AddressError};
use argonaut_app::told::choose::{self, ChooseError};
use argonaut_app::told::{self, Told};
use axum::extract::State;
use axum::response::{IntoResponse as _, Redirect, Response};
use maud::Markup;

use super::form_page::{Errors, read, view};
use crate::failure::{Failure, Problem as _, status};
use crate::form_data::FormData;
use crate::i18n::t;
use crate::me::{Me, done};
use crate::pages::layout::{NavItem, Width};
use crate::state::Web;
use crate::words::Done;

const PATH: &str = "/account/told";

pub(super) async fn show(State(web): State<Web>, me: Me) -> Result<Markup, Failure> {
    let told = told::look(&web.app, &me.who).await?;
    Ok(page(&me, &told, "", &[]))
}

fn page(me: &Me, told: &Told, typed: &str, errors: &Errors) -> Markup {
    let body = view(&me.tr, told, typed, errors);
    me.show(
        &t!(me.tr, "told-title"),
        NavItem::Account,
        Width::Text,
        &body,
    )
}

pub(super) async fn choose(
    State(web): State<Web>,
    me: Me,
    sent: FormData,
) -> Result<Response, Failure> {
    let mut told = told::look(&web.app, &me.who).await?;
    told.telling = read(&sent, &told.telling);
    match choose::choose(&web.app, &me.who, &told.telling).await {
        Ok(()) => Ok(done(PATH, Done::TellingKept).into_response()),
        Err(error) => {
            let field = match &error {
                ChooseError::Zone => "zone",
                ChooseError::Hour => "hour",
                ChooseError::NotFound | ChooseError::Trouble(_) => {
                    return Err(Failure::of(&me.tr, &error));
                }
            };
            let errors = [(field.to_owned(), error.say(&me.tr))];
            Ok((status(error.kind()), page(&me, &told, "", &errors)).into_response())
        }
    }
}

pub(super) async fn end(State(web): State<Web>, me: Me) -> Result<Redirect, Failure> {
    choose::end(&web.app, &me.who).await?;
    Ok(done(PATH, Done::TellingEnded))
}

pub(super) async fn give(
    State(web): State<Web>,
    me: Me,
    sent: FormData,
) -> Result<Response, Failure> {
    let typed = sent.text("address");
    match address::give(&web.app, &me.who, typed, me.tr.locale()).await {
        Ok(()) => Ok(done(PATH, Done::AddressGiven).into_response()),
        Err(error @ (AddressError::NotOne | AddressError::Off)) => {
            let told = told::look(&web.app, &me.who).await?;
            let errors = [("address".to_owned(), error.say(&me.tr))];
            Ok((status(error.kind()), page(&me, &told, typed, &errors)).into_response())
        }
        Err(error @ (AddressError::None | AddressError::Over | AddressError::Trouble(_))) => {
            Err(Failure::of(&me.tr, &error))
        }
    }
}

pub(super) async fn again(State(web): State<Web>, me: Me) -> Result<Redirect, Failure> {
    address::again(&web.app, &me.who)
        .await
        .map_err(|error| Failure::of(&me.tr, &error))?;
    Ok(done(PATH, Done::AddressGiven))
}

pub(super) async fn remove(State(web): State<Web>, me: Me) -> Result<Redirect, Failure> {
    address::remove(&web.app, &me.who)
        .await
        .map_err(|error| Failure::of(&me.tr, &error))?;
    Ok(done(PATH, Done::AddressRemoved))
}
