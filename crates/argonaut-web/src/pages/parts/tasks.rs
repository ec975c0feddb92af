//! Things that wait for the reader, as on the pages Today and Notifications:
//! each row is one link to the act it asks for.

use maud::{Markup, html};

use super::icon::{Icon, icon};

/// One thing to do or to know.
#[derive(Clone, Debug)]
pub struct Task {
    /// What kind of thing it is, as a picture.
    pub picture: Icon,
    /// What to do, in a few words: the link.
    pub title: String,
    /// Where it leads.
    pub href: String,
    /// About whom or what.
    pub text: Option<String>,
    /// When, in words.
    pub when: Option<String>,
    /// Not seen yet. `fresh_word` says so to those who do not see the dot.
    pub fresh: bool,
}

/// The rows. `fresh_word` is the word for "new".
pub fn tasks(label: &str, fresh_word: &str, tasks: &[Task]) -> Markup {
    html! {
        ul.tasks aria-label=(label) {
            @for task in tasks {
                li.task.task-fresh[task.fresh] {
                    (icon(task.picture))
                    div.task-text {
                        a href=(task.href) { (task.title) }
                        @if task.fresh { span.visually-hidden { " (" (fresh_word) ")" } }
                        @if let Some(text) = &task.text { p { (text) } }
                    }
                    @if let Some(when) = &task.when { span.task-when { (when) } }
                }
            }
        }
    }
}
