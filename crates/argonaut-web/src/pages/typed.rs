//! A form of one record with what was typed in it, shown again when something is wrong.

use argonaut_app::clients::ClientError;
use argonaut_app::clients::open::{OpenClient, open};
use axum::response::{IntoResponse as _, Redirect, Response};
use maud::Markup;

use crate::failure::Failure;
use crate::form_data::FormData;
use crate::i18n::Tr;
use crate::me::Me;
use crate::pages::clients::client_id;
use crate::pages::parts::{Choice, Field, form};
use crate::state::Web;

/// The longest line that a record takes.
const LONGEST: u32 = 1_000;

/// What was typed, and what is wrong with it: `(field, sentence)`.
#[derive(Clone, Copy)]
pub(crate) struct Typed<'a> {
    pub(crate) tr: &'a Tr,
    pub(crate) sent: &'a FormData,
    pub(crate) error: Option<&'a (String, String)>,
}

impl Typed<'_> {
    /// A line with what was typed in it.
    pub(crate) fn field<'f>(&'f self, name: &'f str, label: String) -> Field<'f> {
        let wrong = self.error.filter(|(field, _)| field == name);
        Field::new(name, label)
            .value(self.sent.text(name))
            .error(wrong.map(|(_, sentence)| sentence.as_str()))
            .autocomplete("off")
            .longest(LONGEST)
    }

    /// Whether the form with this field was sent and has to be looked at again.
    pub(crate) fn is_wrong(&self, name: &str) -> bool {
        self.error.is_some_and(|(field, _)| field == name)
    }

    /// What is wrong, for the top of the page.
    pub(crate) fn summary(&self) -> Markup {
        form::error_summary(self.tr, self.error.map_or(&[], std::slice::from_ref))
    }
}

/// Every word of a list as a choice.
pub(crate) fn choices<T: Copy + PartialEq>(
    all: &[T],
    chosen: &[T],
    code: impl Fn(T) -> &'static str,
    label: impl Fn(T) -> String,
) -> Vec<Choice<'static>> {
    all.iter()
        .map(|one| Choice::new(code(*one), label(*one), chosen.contains(one)))
        .collect()
}

/// The record behind an address, or the way to what has to be looked at before it opens.
pub(crate) async fn open_or_check(
    web: &Web,
    me: &Me,
    id: &str,
) -> Result<Result<OpenClient, Response>, Failure> {
    match open(&web.app, &me.who, client_id(id)?).await {
        Ok(opened) => Ok(Ok(opened)),
        Err(ClientError::Troubled(_)) => {
            let check = format!("/clients/{id}/check");
            Ok(Err(Redirect::to(&check).into_response()))
        }
        Err(error) => Err(Failure::of(&me.tr, &error)),
    }
}
