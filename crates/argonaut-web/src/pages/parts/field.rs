//! What a form field is: its name, label, hint, value and error. How it is drawn
//! is in `form` and `picker`.

use std::borrow::Cow;

/// A field of a form. The element's id is its name.
#[derive(Clone, Debug, Default)]
pub struct Field<'a> {
    /// The name under which the value is sent, and the element's id.
    pub name: Cow<'a, str>,
    /// Its label.
    pub label: Cow<'a, str>,
    /// A sentence under the label.
    pub hint: Option<Cow<'a, str>>,
    /// The value to show.
    pub value: Cow<'a, str>,
    /// What is wrong with the value.
    pub error: Option<Cow<'a, str>>,
    /// Must be filled in. The server decides; the page only says so.
    pub required: bool,
    /// The kind of `input`: `text`, `email`, `password`, `tel`, `number`, `search`.
    pub kind: Option<&'static str>,
    /// The `autocomplete` token. Fields about clients want `off`.
    pub autocomplete: Option<&'static str>,
    /// The longest value, in characters.
    pub longest: Option<u32>,
    /// Gets the focus when the page opens.
    pub focus: bool,
    /// Other helpers will read it: where, as `pages::drafts` codes it. The script asks about
    /// it while it is typed.
    pub draft: Option<Cow<'a, str>>,
}

impl<'a> Field<'a> {
    /// A field that may stay empty.
    pub fn new(name: impl Into<Cow<'a, str>>, label: impl Into<Cow<'a, str>>) -> Self {
        Self {
            name: name.into(),
            label: label.into(),
            ..Self::default()
        }
    }

    /// Explains the field in a sentence.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<Cow<'a, str>>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// Shows this value.
    #[must_use]
    pub fn value(mut self, value: impl Into<Cow<'a, str>>) -> Self {
        self.value = value.into();
        self
    }

    /// Says what is wrong, if something is.
    #[must_use]
    pub fn error<E: Into<Cow<'a, str>>>(mut self, error: Option<E>) -> Self {
        self.error = error.map(Into::into);
        self
    }

    /// Must be filled in.
    #[must_use]
    pub const fn required(mut self) -> Self {
        self.required = true;
        self
    }

    /// The kind of `input`.
    #[must_use]
    pub const fn kind(mut self, kind: &'static str) -> Self {
        self.kind = Some(kind);
        self
    }

    /// The `autocomplete` token.
    #[must_use]
    pub const fn autocomplete(mut self, token: &'static str) -> Self {
        self.autocomplete = Some(token);
        self
    }

    /// The longest value, in characters.
    #[must_use]
    pub const fn longest(mut self, characters: u32) -> Self {
        self.longest = Some(characters);
        self
    }

    /// Gets the focus when the page opens.
    #[must_use]
    pub const fn focus(mut self) -> Self {
        self.focus = true;
        self
    }

    /// Other helpers will read it.
    #[must_use]
    pub fn draft(mut self, place: impl Into<Cow<'a, str>>) -> Self {
        self.draft = Some(place.into());
        self
    }

    /// The ids that describe the field, for `aria-describedby`.
    pub(super) fn described_by(&self) -> Option<String> {
        let hint = self.hint.as_ref().map(|_| format!("{}-hint", self.name));
        let error = self.error.as_ref().map(|_| format!("{}-error", self.name));
        match (hint, error) {
            (Some(hint), Some(error)) => Some(format!("{hint} {error}")),
            (hint, error) => hint.or(error),
        }
    }
}

/// One of the answers of a choice.
#[derive(Clone, Debug, Default)]
pub struct Choice<'a> {
    /// What is sent.
    pub value: Cow<'a, str>,
    /// What is read.
    pub label: Cow<'a, str>,
    /// A sentence under the label.
    pub hint: Option<Cow<'a, str>>,
    /// It is chosen.
    pub chosen: bool,
}

impl<'a> Choice<'a> {
    /// An answer.
    pub fn new(
        value: impl Into<Cow<'a, str>>,
        label: impl Into<Cow<'a, str>>,
        chosen: bool,
    ) -> Self {
        Self {
            value: value.into(),
            label: label.into(),
            hint: None,
            chosen,
        }
    }

    /// Explains the answer.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<Cow<'a, str>>) -> Self {
        self.hint = Some(hint.into());
        self
    }
}
