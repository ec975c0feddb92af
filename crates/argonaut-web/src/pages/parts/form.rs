//! Forms: every field with its label, hint and error tied together for screen
//! readers. They work without the script; checking is the server's.

use maud::{Markup, html};

use super::Weight;
use super::field::{Choice, Field};
use crate::i18n::{Tr, t};

/// A form that posts. `guard` warns before leaving with unsaved changes.
pub fn post(path: &str, guard: bool, body: &Markup) -> Markup {
    html! {
        form.form method="post" action=(path) novalidate data-guard[guard] { (body) }
    }
}

/// Says at the top of a form what is wrong: `(name of the field, sentence)`.
/// Nothing for none.
pub fn error_summary(tr: &Tr, errors: &[(String, String)]) -> Markup {
    html! {
        @if !errors.is_empty() {
            div #error-summary .error-summary role="alert" tabindex="-1" data-focus {
                h2 { (t!(tr, "form-errors-title", count = errors.len())) }
                ul {
                    @for (name, sentence) in errors {
                        li { a href={ "#" (name) } { (sentence) } }
                    }
                }
            }
        }
    }
}

/// One line of text; `field.kind` chooses e-mail, password, number and so on.
pub fn text_field(tr: &Tr, field: &Field<'_>) -> Markup {
    let kind = field.kind.unwrap_or("text");
    framed(
        tr,
        field,
        &html! {
            input.input type=(kind) id=(field.name) name=(field.name)
                value=[(kind != "password").then_some(&field.value)]
                autocomplete=[field.autocomplete] maxlength=[field.longest]
                autocapitalize=[(kind == "email").then_some("none")] data-draft=[&field.draft]
                aria-describedby=[field.described_by()]
                aria-invalid=[field.error.as_ref().map(|_| "true")]
                required[field.required] autofocus[field.focus];
            @if kind == "password" {
                button.reveal type="button" hidden aria-controls=(field.name) aria-pressed="false"
                    data-reveal=(field.name) {
                    (t!(tr, "form-show-password"))
                }
            }
        },
    )
}

/// Several lines of text.
pub fn textarea(tr: &Tr, field: &Field<'_>, rows: u8) -> Markup {
    framed(
        tr,
        field,
        &html! {
            textarea.input id=(field.name) name=(field.name) rows=(rows) data-draft=[&field.draft]
                autocomplete=[field.autocomplete] maxlength=[field.longest]
                aria-describedby=[field.described_by()]
                aria-invalid=[field.error.as_ref().map(|_| "true")]
                required[field.required] autofocus[field.focus] { (field.value) }
        },
    )
}

/// One of a list. Begins with "Choose…" when nothing is chosen.
pub fn select(tr: &Tr, field: &Field<'_>, choices: &[Choice<'_>]) -> Markup {
    let open = !choices.iter().any(|choice| choice.chosen);
    framed(
        tr,
        field,
        &html! {
            select.input id=(field.name) name=(field.name)
                aria-describedby=[field.described_by()]
                aria-invalid=[field.error.as_ref().map(|_| "true")]
                required[field.required] {
                @if open { option value="" { (t!(tr, "form-choose")) } }
                @for choice in choices {
                    option value=(choice.value) selected[choice.chosen] { (choice.label) }
                }
            }
        },
    )
}

/// A day, by the browser's own calendar; sent as `2026-11-23`.
pub fn date_field(tr: &Tr, field: &Field<'_>) -> Markup {
    framed(
        tr,
        field,
        &html! {
            input.input.input-date type="date" id=(field.name) name=(field.name)
                value=(field.value) autocomplete=[field.autocomplete]
                aria-describedby=[field.described_by()]
                aria-invalid=[field.error.as_ref().map(|_| "true")]
                required[field.required];
        },
    )
}

/// One of a few, all in sight.
pub fn radio_group(tr: &Tr, field: &Field<'_>, choices: &[Choice<'_>]) -> Markup {
    choice_set(tr, field, choices, "radio", "choices")
}

/// One of a few that each need a sentence: drawn as cards.
pub fn radio_cards(tr: &Tr, field: &Field<'_>, choices: &[Choice<'_>]) -> Markup {
    choice_set(tr, field, choices, "radio", "choices choice-cards")
}

/// Any of a few. All are sent under the field's name.
pub fn check_group(tr: &Tr, field: &Field<'_>, choices: &[Choice<'_>]) -> Markup {
    choice_set(tr, field, choices, "checkbox", "choices choice-grid")
}

/// A single yes or no; sends `value` (or `on`) when ticked.
pub fn checkbox(tr: &Tr, field: &Field<'_>, ticked: bool) -> Markup {
    let value = if field.value.is_empty() {
        "on"
    } else {
        &field.value
    };
    html! {
        div.field.field-wrong[field.error.is_some()] {
            (error_line(tr, field))
            label.choice {
                input type="checkbox" id=(field.name) name=(field.name) value=(value)
                    checked[ticked] required[field.required]
                    aria-describedby=[field.described_by()]
                    aria-invalid=[field.error.as_ref().map(|_| "true")];
                span.choice-text { (field.label) }
            }
            @if let Some(hint) = &field.hint {
                p.hint.hint-choice id={ (field.name) "-hint" } { (hint) }
            }
        }
    }
}

/// Sent with the form, not shown.
pub fn hidden(name: &str, value: &str) -> Markup {
    html! { input type="hidden" name=(name) value=(value); }
}

/// Fields that belong together, under a title.
pub fn group(title: &str, hint: Option<&str>, fields: &Markup) -> Markup {
    html! {
        fieldset.group {
            legend { (title) }
            @if let Some(hint) = hint { p.hint { (hint) } }
            (fields)
        }
    }
}

/// Fields that few need, folded away.
pub fn more(title: &str, open: bool, fields: &Markup) -> Markup {
    html! { details.more open[open] { summary { (title) } div { (fields) } } }
}

/// Two or three short fields beside each other (below each other on a phone).
pub fn row(fields: &Markup) -> Markup {
    html! { div.field-row { (fields) } }
}

/// The end of a form: its button, and perhaps a way out `(label, href)`.
pub fn submit_row(label: &str, cancel: Option<(&str, &str)>) -> Markup {
    html! {
        div.submit-row {
            button.button type="submit" { (label) }
            @if let Some((text, href)) = cancel { a.button.button-link href=(href) { (text) } }
        }
    }
}

/// A button that sends its own name and value with the form.
pub fn submit_with(label: &str, weight: Weight, name: &str, value: &str) -> Markup {
    html! { button class=(weight.class()) type="submit" name=(name) value=(value) { (label) } }
}

pub(super) fn framed(tr: &Tr, field: &Field<'_>, control: &Markup) -> Markup {
    html! {
        div.field.field-wrong[field.error.is_some()] {
            label.label for=(field.name) { (field.label) (required_mark(tr, field)) }
            (hint_line(field))
            (error_line(tr, field))
            (control)
        }
    }
}

pub(super) fn required_mark(tr: &Tr, field: &Field<'_>) -> Markup {
    html! { @if field.required { " " span.required { (t!(tr, "form-required")) } } }
}

pub(super) fn hint_line(field: &Field<'_>) -> Markup {
    html! {
        @if let Some(hint) = &field.hint { p.hint id={ (field.name) "-hint" } { (hint) } }
    }
}

pub(super) fn error_line(tr: &Tr, field: &Field<'_>) -> Markup {
    html! {
        @if let Some(error) = &field.error {
            p.error id={ (field.name) "-error" } {
                span.visually-hidden { (t!(tr, "form-error-prefix")) " " } (error)
            }
        }
    }
}

/// A fieldset of radio buttons or ticks. The first carries the field's name as
/// its id, so that the error summary's link lands on it.
fn choice_set(
    tr: &Tr,
    field: &Field<'_>,
    choices: &[Choice<'_>],
    kind: &str,
    class: &str,
) -> Markup {
    html! {
        fieldset.field.field-wrong[field.error.is_some()] aria-describedby=[field.described_by()] {
            legend.label { (field.label) (required_mark(tr, field)) }
            (hint_line(field))
            (error_line(tr, field))
            div class=(class) {
                @for (position, choice) in choices.iter().enumerate() {
                    label.choice {
                        input type=(kind) name=(field.name) value=(choice.value)
                            id=[(position == 0).then_some(&field.name)]
                            checked[choice.chosen];
                        span.choice-text {
                            (choice.label)
                            @if let Some(hint) = &choice.hint { span.choice-hint { (hint) } }
                        }
                    }
                }
            }
        }
    }
}
