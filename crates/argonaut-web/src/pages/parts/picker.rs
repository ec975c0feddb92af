//! Choosing among very many: terms of the taxonomy in groups, and one place with
//! type-ahead. Both work without the script.

use maud::{Markup, html};

use super::field::Field;
use super::form::{error_line, framed, hint_line, required_mark};
use crate::i18n::{Tr, t};

/// A term that can be ticked.
#[derive(Clone, Debug, Default)]
pub struct TermChoice {
    /// The code that is sent.
    pub code: String,
    /// What is read.
    pub label: String,
    /// Other words that find it while typing.
    pub synonyms: String,
    /// It is ticked.
    pub chosen: bool,
}

/// Terms under one heading.
#[derive(Clone, Debug, Default)]
pub struct TermGroup {
    /// The heading.
    pub label: String,
    /// The terms.
    pub terms: Vec<TermChoice>,
}

/// Any number of terms. Groups are folded unless something in them is chosen;
/// with the script a search field narrows them by label and synonym, in the
/// browser, so that nothing typed leaves the page.
pub fn term_picker(tr: &Tr, field: &Field<'_>, groups: &[TermGroup]) -> Markup {
    html! {
        fieldset.field.terms.field-wrong[field.error.is_some()] id=(field.name) tabindex="-1"
            aria-describedby=[field.described_by()] data-terms {
            legend.label { (field.label) (required_mark(tr, field)) }
            (hint_line(field))
            (error_line(tr, field))
            div.terms-find data-terms-find hidden {
                label.visually-hidden for={ (field.name) "-find" } { (t!(tr, "form-filter-terms")) }
                input.input type="search" id={ (field.name) "-find" } autocomplete="off"
                    placeholder=(t!(tr, "form-filter-terms"));
                p.hint role="status" data-none=(t!(tr, "form-filter-found", count = 0)) {}
            }
            @for group in groups {
                @let count = group.terms.iter().filter(|term| term.chosen).count();
                details.terms-group open[count > 0] {
                    summary {
                        (group.label)
                        @if count > 0 {
                            " " span.terms-count { (t!(tr, "form-group-chosen", count = count)) }
                        }
                    }
                    div.choices.choice-grid {
                        @for term in &group.terms {
                            label.choice data-words=(term.synonyms) {
                                input type="checkbox" name=(field.name) value=(term.code)
                                    checked[term.chosen];
                                span.choice-text { (term.label) }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// An answer to choose while typing.
#[derive(Clone, Debug, Default)]
pub struct PickOption {
    /// The code that is sent.
    pub code: String,
    /// The name.
    pub label: String,
    /// What tells it from others of its name ("Ohio, United States").
    pub detail: String,
}

/// One thing with type-ahead: a place, a term. Sends the typed text as `NAME` and, once
/// chosen, the code as `NAME_code`. Without the script only the text comes, and
/// the server finds the thing or offers [`pick_choices`].
///
/// `suggest` is the address that answers `?q=TEXT` with [`pick_list`].
pub fn type_ahead(tr: &Tr, field: &Field<'_>, suggest: &str, code: &str) -> Markup {
    let list = format!("{}-list", field.name);
    framed(
        tr,
        field,
        &html! {
            div.combo {
                input.input type="text" id=(field.name) name=(field.name) value=(field.value)
                    autocomplete="off" spellcheck="false" maxlength="120"
                    aria-describedby=[field.described_by()]
                    aria-invalid=[field.error.as_ref().map(|_| "true")]
                    data-combo=(suggest) data-combo-list=(list);
                input type="hidden" id={ (field.name) "_code" } name={ (field.name) "_code" } value=(code);
                div.combo-list id=(list) hidden {}
            }
        },
    )
}

/// The fragment that `suggest` answers.
pub fn pick_list(tr: &Tr, options: &[PickOption]) -> Markup {
    html! {
        ul role="listbox" data-found=(t!(tr, "form-options-found", count = options.len())) {
            @for option in options {
                li role="option" aria-selected="false" data-code=(option.code) data-text=(option.label) {
                    span.combo-label { (option.label) }
                    @if !option.detail.is_empty() { " " span.combo-detail { (option.detail) } }
                }
            }
        }
    }
}

/// Without the script: which of several things of the same name is meant. Sends
/// the code as `NAME_code`, like the picker does.
pub fn pick_choices(tr: &Tr, field: &Field<'_>, options: &[PickOption]) -> Markup {
    html! {
        fieldset.field.field-wrong {
            legend.label { (t!(tr, "form-place-which")) }
            div.choices {
                @for (position, option) in options.iter().enumerate() {
                    label.choice {
                        input type="radio" name={ (field.name) "_code" } value=(option.code)
                            id=[(position == 0).then(|| format!("{}-which", field.name))];
                        span.choice-text {
                            (option.label)
                            span.choice-hint { (option.detail) }
                        }
                    }
                }
            }
        }
    }
}
