//! What a form sent, field by field. Nothing is lost when a field is wrong: the
//! page shows again what was typed.

use std::str::FromStr;

use argonaut_domain::language::LanguageId;
use argonaut_domain::taxonomy::{Taxonomy, TermId};
use axum::extract::{FromRequest, Request};

use crate::failure::Failure;
use crate::state::Web;

/// The fields of a posted form, or of a query.
#[derive(Clone, Default)]
pub(crate) struct FormData(Vec<(String, String)>);

impl FormData {
    /// From pairs.
    pub(crate) const fn of(pairs: Vec<(String, String)>) -> Self {
        Self(pairs)
    }
    /// A field's text, trimmed; empty when it was not sent.
    pub(crate) fn text(&self, name: &str) -> &str {
        self.raw(name).trim()
    }
    /// A field's text as it was typed (passwords).
    pub(crate) fn raw(&self, name: &str) -> &str {
        self.0
            .iter()
            .find(|(key, _)| key == name)
            .map_or("", |(_, value)| value)
    }
    /// Every value sent under a name, trimmed, empty ones left out.
    pub(crate) fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.0
            .iter()
            .filter(move |(key, _)| key == name)
            .map(|(_, value)| value.trim())
            .filter(|value| !value.is_empty())
    }
    /// Whether a box was ticked, or a field sent at all.
    pub(crate) fn ticked(&self, name: &str) -> bool {
        self.0.iter().any(|(key, _)| key == name)
    }
    /// A field that reads as something; `None` when it is empty or does not.
    pub(crate) fn parsed<T: FromStr>(&self, name: &str) -> Option<T> {
        self.text(name).parse().ok()
    }
    /// Every value under a name that reads as something.
    pub(crate) fn all_parsed<T: FromStr>(&self, name: &str) -> Vec<T> {
        self.all(name)
            .filter_map(|value| value.parse().ok())
            .collect()
    }
    /// The terms sent under a name, by code; unknown codes are left out.
    pub(crate) fn terms(&self, name: &str) -> Vec<TermId> {
        let taxonomy = Taxonomy::builtin();
        self.all(name)
            .filter_map(|code| taxonomy.by_code(code))
            .collect()
    }
    /// The languages sent under a name, by code.
    pub(crate) fn languages(&self, name: &str) -> Vec<LanguageId> {
        self.all(name).filter_map(LanguageId::parse).collect()
    }
    /// Every field, in the order in which it was sent.
    pub(crate) fn pairs(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0
            .iter()
            .map(|(key, value)| (key.as_str(), value.as_str()))
    }
}

impl FromRequest<Web> for FormData {
    type Rejection = Failure;

    /// Reads the query of a GET, the body of a POST.
    async fn from_request(request: Request, state: &Web) -> Result<Self, Failure> {
        let sent = axum::extract::Form::<Vec<(String, String)>>::from_request(request, state).await;
        sent.map(|form| Self(form.0)).map_err(|error| {
            tracing::debug!(%error, "a form could not be read");
            Failure::Told {
                kind: argonaut_app::Kind::Invalid,
                text: String::new(),
            }
        })
    }
}
