//! Notes in which nobody is named: each finding there is a false alarm, or at most
//! something that narrows down (an age).

use std::collections::BTreeMap;
use std::error::Error;
use std::path::Path;

use argonaut_domain::locale::Locale;
use argonaut_privacy::scrub::find;

/// What was found where nothing should be.
#[derive(Default)]
pub(crate) struct Alarms {
    pub(crate) notes: usize,
    words: usize,
    pub(crate) findings: usize,
    /// Findings that would lead to a person by themselves: names, telephones, addresses.
    pub(crate) direct: usize,
    by_text: BTreeMap<String, usize>,
}

impl Alarms {
    /// Findings for each note.
    pub(crate) fn per_note(&self) -> f64 {
        share(self.findings, self.notes)
    }
    /// Findings for a hundred words.
    pub(crate) fn per_hundred_words(&self) -> f64 {
        share(self.findings, self.words) * 100.0
    }
    /// What was found most often.
    pub(crate) fn most(&self, limit: usize) -> Vec<(&str, usize)> {
        let mut all: Vec<(&str, usize)> = self
            .by_text
            .iter()
            .map(|(text, times)| (text.as_str(), *times))
            .collect();
        all.sort_by_key(|(_, times)| std::cmp::Reverse(*times));
        all.truncate(limit);
        all
    }
}

#[expect(clippy::cast_precision_loss, reason = "counts of a small file")]
fn share(part: usize, whole: usize) -> f64 {
    part as f64 / whole.max(1) as f64
}

/// Reads a CSV file and counts.
pub(crate) fn count(path: &Path, column: &str) -> Result<Alarms, Box<dyn Error>> {
    let mut table =
        csv::Reader::from_path(path).map_err(|error| format!("{}: {error}", path.display()))?;
    let place = table
        .headers()?
        .iter()
        .position(|name| name == column)
        .ok_or_else(|| format!("{}: there is no column {column:?}", path.display()))?;
    let mut alarms = Alarms::default();
    for row in table.records() {
        let row = row?;
        let note = row.get(place).unwrap_or_default();
        alarms.notes += 1;
        alarms.words += note.split_whitespace().count();
        for finding in find(note, Locale::En) {
            alarms.findings += 1;
            alarms.direct += usize::from(finding.kind.is_direct());
            let piece = note.get(finding.range.clone()).unwrap_or_default();
            let text = format!("{:?} {piece}", finding.kind);
            *alarms.by_text.entry(text).or_default() += 1;
        }
    }
    Ok(alarms)
}
