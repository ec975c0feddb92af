//! Lists of data: facts, tables that become cards on a phone, filters, pages, tabs.

use maud::{Markup, html};

use crate::i18n::{Tr, t};

/// A definition list: `(label, value)`.
pub fn facts(rows: &[(String, Markup)]) -> Markup {
    html! {
        dl.facts { @for (label, value) in rows { div { dt { (label) } dd { (value) } } } }
    }
}

/// A column of a table.
#[derive(Clone, Debug)]
pub struct Column {
    /// Its heading, repeated beside each value on a phone.
    pub label: String,
    /// Numbers stand at the end.
    pub numeric: bool,
}

impl Column {
    /// A column of words.
    pub fn new(label: impl Into<String>) -> Self {
        Self {
            label: label.into(),
            numeric: false,
        }
    }

    /// A column of numbers.
    pub fn number(label: impl Into<String>) -> Self {
        Self {
            label: label.into(),
            numeric: true,
        }
    }
}

/// A table with a caption for screen readers. The first cell of each row names
/// the row. On a phone each row becomes a card.
pub fn table(caption: &str, columns: &[Column], rows: &[Vec<Markup>]) -> Markup {
    html! {
        table.table {
            caption.visually-hidden { (caption) }
            thead {
                tr {
                    @for column in columns {
                        th scope="col" class=[column.numeric.then_some("number")] { (column.label) }
                    }
                }
            }
            tbody {
                @for row in rows {
                    tr {
                        @for (position, (cell, column)) in row.iter().zip(columns).enumerate() {
                            @if position == 0 { th scope="row" { (cell) } }
                            @else {
                                td class=[column.numeric.then_some("number")]
                                    data-label=(column.label) { (cell) }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// Where a list goes on.
#[derive(Clone, Debug, Default)]
pub struct Pager {
    /// The address of the page before.
    pub previous: Option<String>,
    /// The address of the page after.
    pub next: Option<String>,
    /// What is shown ("1 to 20").
    pub shown: String,
}

/// Links to the page before and after. Nothing when there is only one page.
pub fn pager(tr: &Tr, pager: &Pager) -> Markup {
    html! {
        @if pager.previous.is_some() || pager.next.is_some() {
            nav.pager aria-label=(t!(tr, "shell-pager-label")) {
                @if let Some(href) = &pager.previous {
                    a.button.button-quiet rel="prev" href=(href) { (t!(tr, "shell-pager-previous")) }
                }
                span { (pager.shown) }
                @if let Some(href) = &pager.next {
                    a.button.button-quiet rel="next" href=(href) { (t!(tr, "shell-pager-next")) }
                }
            }
        }
    }
}

/// A search bar above a list of public things: a GET form that, with the script,
/// replaces the element `target` (an id of the same page) while typing. What is
/// typed becomes part of the address, so the result can be kept and shared.
pub fn filters(tr: &Tr, path: &str, target: &str, fields: &Markup) -> Markup {
    search_bar(tr, "get", path, target, fields)
}

/// The same for clients: a POST form, because a name in an address would stay in
/// the browser's history. The handler of `POST path` answers the list's page.
pub fn private_filters(tr: &Tr, path: &str, target: &str, fields: &Markup) -> Markup {
    search_bar(tr, "post", path, target, fields)
}

fn search_bar(tr: &Tr, method: &str, path: &str, target: &str, fields: &Markup) -> Markup {
    html! {
        form.filters role="search" method=(method) action=(path) data-live={ "#" (target) } {
            (fields)
            div.filters-act {
                button.button type="submit" { (t!(tr, "form-apply")) }
                a.button.button-link href=(path) { (t!(tr, "form-clear")) }
            }
        }
    }
}

/// One of the pages of a thing.
#[derive(Clone, Debug)]
pub struct Tab {
    /// Its name.
    pub label: String,
    /// Its address.
    pub href: String,
    /// This is it.
    pub current: bool,
    /// How many things are there, if that is worth telling.
    pub count: Option<u64>,
}

/// The pages of a thing, as links.
pub fn tabs(tr: &Tr, label: &str, tabs: &[Tab]) -> Markup {
    html! {
        nav.tabs aria-label=(label) {
            ul {
                @for tab in tabs {
                    li {
                        a href=(tab.href) aria-current=[tab.current.then_some("page")] {
                            (tab.label)
                            @if let Some(count) = tab.count {
                                " " span.tab-count { (tr.number(count)) }
                            }
                        }
                    }
                }
            }
        }
    }
}
