//! How far a thing has come: the steps of an introduction, and its timeline.

use maud::{Markup, html};

use super::icon::{Icon, icon};
use crate::i18n::{Tr, t};

/// Where a step stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepState {
    /// Behind us.
    Done,
    /// What is awaited.
    Now,
    /// Ended here.
    Stopped,
    /// Ahead.
    Later,
}

/// A step on the way.
#[derive(Clone, Debug)]
pub struct Step {
    /// Its name ("Both agree").
    pub label: String,
    /// Who or what is awaited, or when it happened.
    pub detail: Option<String>,
    /// Where it stands.
    pub state: StepState,
}

/// The steps in a row (on a phone: in a column). `label` names the whole way.
pub fn steps(tr: &Tr, label: &str, steps: &[Step]) -> Markup {
    html! {
        ol.steps aria-label=(label) {
            @for step in steps {
                @let (class, word) = match step.state {
                    StepState::Done => ("step step-done", t!(tr, "shell-steps-done")),
                    StepState::Now => ("step step-now", t!(tr, "shell-steps-now")),
                    StepState::Stopped => ("step step-stopped", t!(tr, "shell-steps-stopped")),
                    StepState::Later => ("step step-later", t!(tr, "shell-steps-later")),
                };
                li class=(class) aria-current=[(step.state == StepState::Now).then_some("step")] {
                    span.step-mark aria-hidden="true" {
                        @match step.state {
                            StepState::Done => { (icon(Icon::Tick)) },
                            StepState::Stopped => { (icon(Icon::Cross)) },
                            StepState::Now | StepState::Later => {},
                        }
                    }
                    span.step-text {
                        span.step-label { (step.label) }
                        span.visually-hidden { ", " (word) }
                        @if let Some(detail) = &step.detail { span.step-detail { (detail) } }
                    }
                }
            }
        }
    }
}

/// Something that happened.
#[derive(Clone, Debug)]
pub struct Event {
    /// When, in words.
    pub when: String,
    /// The moment for machines (`datetime="…"`), RFC 3339 or a date.
    pub at: String,
    /// What happened, in a sentence.
    pub title: String,
    /// More about it.
    pub body: Markup,
}

/// What has happened, in the order given.
pub fn timeline(tr: &Tr, events: &[Event]) -> Markup {
    html! {
        ol.timeline aria-label=(t!(tr, "shell-timeline-label")) {
            @for event in events {
                li {
                    time datetime=(event.at) { (event.when) }
                    p.timeline-title { (event.title) }
                    (event.body)
                }
            }
        }
    }
}
