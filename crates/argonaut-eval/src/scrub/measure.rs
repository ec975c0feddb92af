//! Compares what the scrubber finds with what people labelled, and times it.

use std::ops::Range;
use std::time::Instant;

use argonaut_domain::locale::Locale;
use argonaut_privacy::scrub::{Finding, find};
use serde::Deserialize;

/// A text of the file.
#[derive(Deserialize)]
pub(crate) struct Labelled {
    pub(crate) full_text: String,
    pub(crate) spans: Vec<Label>,
}

/// A labelled piece; positions count characters.
#[derive(Deserialize)]
pub(crate) struct Label {
    pub(crate) entity_type: String,
    start_position: usize,
    end_position: usize,
}

/// What came out.
#[derive(Default)]
pub(crate) struct Outcome {
    pub(crate) texts: usize,
    pub(crate) labels: usize,
    labels_found: usize,
    pub(crate) findings: usize,
    findings_right: usize,
    personal_characters: usize,
    uncovered_characters: usize,
    seconds: f64,
    rounds: usize,
}

impl Outcome {
    /// Labelled pieces that a finding overlaps, of all labelled pieces.
    pub(crate) fn recall(&self) -> f64 {
        share(self.labels_found, self.labels)
    }
    /// Findings that overlap a labelled piece, of all findings.
    pub(crate) fn precision(&self) -> f64 {
        share(self.findings_right, self.findings)
    }
    /// Characters of labelled pieces that no finding covers, of all their characters.
    pub(crate) fn uncovered_share(&self) -> f64 {
        share(self.uncovered_characters, self.personal_characters)
    }
    /// On one core.
    #[expect(clippy::cast_precision_loss, reason = "counts of a file")]
    pub(crate) fn texts_per_second(&self) -> f64 {
        if self.seconds > 0.0 {
            self.texts as f64 * self.rounds as f64 / self.seconds
        } else {
            0.0
        }
    }
}

#[expect(clippy::cast_precision_loss, reason = "counts of a file")]
fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 {
        0.0
    } else {
        part as f64 / whole as f64
    }
}

/// A piece that was missed, or found without a label; for looking at.
pub(crate) struct Mistake {
    pub(crate) what: String,
    pub(crate) piece: String,
    pub(crate) text: String,
}

/// Compares; tells each mistake to `told`.
pub(crate) fn compare(texts: &[Labelled], mut told: impl FnMut(bool, Mistake)) -> Outcome {
    let mut outcome = Outcome {
        texts: texts.len(),
        ..Outcome::default()
    };
    for text in texts {
        let findings = find(&text.full_text, Locale::En);
        let labels: Vec<(Range<usize>, &str)> = text
            .spans
            .iter()
            .map(|label| (bytes(&text.full_text, label), label.entity_type.as_str()))
            .collect();
        outcome.findings += findings.len();
        outcome.labels += labels.len();
        for finding in &findings {
            if labels
                .iter()
                .any(|(label, _)| overlap(label, &finding.range))
            {
                outcome.findings_right += 1;
            } else {
                told(
                    false,
                    mistake(
                        &text.full_text,
                        format!("{:?}", finding.kind),
                        &finding.range,
                    ),
                );
            }
        }
        for (label, kind) in &labels {
            let open = uncovered(&text.full_text, label, &findings);
            if findings
                .iter()
                .any(|finding| overlap(label, &finding.range))
            {
                outcome.labels_found += 1;
            }
            if open > 0 {
                told(
                    true,
                    mistake(&text.full_text, format!("{kind} {open}"), label),
                );
            }
        }
        // A character that two labels cover counts once.
        let inside = |at: usize| labels.iter().any(|(label, _)| label.contains(&at));
        for (at, _) in text.full_text.char_indices().filter(|(at, _)| inside(*at)) {
            outcome.personal_characters += 1;
            if !findings.iter().any(|finding| finding.range.contains(&at)) {
                outcome.uncovered_characters += 1;
            }
        }
    }
    outcome
}

/// Goes through the texts again and again, for about this long.
pub(crate) fn time(texts: &[Labelled], outcome: &mut Outcome, seconds: f64) {
    let start = Instant::now();
    let mut found = 0;
    while !texts.is_empty() && start.elapsed().as_secs_f64() < seconds {
        for text in texts {
            found += find(std::hint::black_box(&text.full_text), Locale::En).len();
        }
        outcome.rounds += 1;
    }
    std::hint::black_box(found);
    outcome.seconds = start.elapsed().as_secs_f64();
}

fn mistake(text: &str, what: String, range: &Range<usize>) -> Mistake {
    Mistake {
        what,
        piece: text.get(range.clone()).unwrap_or_default().to_owned(),
        text: text.to_owned(),
    }
}

fn overlap(one: &Range<usize>, other: &Range<usize>) -> bool {
    one.start < other.end && other.start < one.end
}

fn uncovered(text: &str, label: &Range<usize>, findings: &[Finding]) -> usize {
    text.char_indices()
        .filter(|(at, _)| label.contains(at))
        .filter(|(at, _)| !findings.iter().any(|finding| finding.range.contains(at)))
        .count()
}

fn bytes(text: &str, label: &Label) -> Range<usize> {
    let at = |characters: usize| {
        text.char_indices()
            .nth(characters)
            .map_or(text.len(), |(at, _)| at)
    };
    at(label.start_position)..at(label.end_position)
}
