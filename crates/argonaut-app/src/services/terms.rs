//! What a service offers in our taxonomy: by Open Eligibility's numbers, else
//! by words, with a rule that would rather say nothing than something wrong.

use std::collections::{BTreeSet, HashMap};

use argonaut_domain::fold::fold;
use argonaut_domain::locale::Locale;
use argonaut_domain::taxonomy::{Taxonomy, TermId, TermKind};

use super::table::Table;

/// Open Eligibility numbers its groups, then what is below each, group after
/// group. Directories use ids by place instead ("102-04"). Per group: its id,
/// its number, the number of the first entry below it, and how many there are.
const GROUPS: [(&str, u32, u32, usize); 11] = [
    ("101", 1101, 1112, 15),
    ("102", 1102, 1127, 8),
    ("103", 1103, 1135, 20),
    ("104", 1104, 1155, 17),
    ("105", 1105, 1172, 6),
    ("106", 1106, 1178, 55),
    // The directories' edition has one more entry at the head of this group.
    ("107", 1107, 1232, 39),
    ("108", 1108, 1271, 46),
    ("109", 1109, 1317, 39),
    ("110", 1110, 1356, 18),
    ("111", 1111, 1374, 16),
];

/// An entry of the directory's own taxonomy.
#[derive(Debug)]
struct Entry {
    name: String,
    parent: String,
    number: Option<u32>,
}

/// The directory's own taxonomy, by its ids.
#[derive(Debug, Default)]
pub(super) struct Crosswalk(HashMap<String, Entry>);

impl Crosswalk {
    /// From a file with the columns taxonomy_id, name and parent_id. A group
    /// that the directory has changed has no numbers, and is left to its words.
    pub(super) fn of(taxonomy: &Table) -> Self {
        let mut entries: HashMap<String, Entry> = HashMap::new();
        for row in &taxonomy.rows {
            let entry = Entry {
                name: row.get("name").to_owned(),
                parent: row.get("parent_id").to_owned(),
                number: None,
            };
            entries.insert(row.get("taxonomy_id").to_owned(), entry);
        }
        for (group, number, first, count) in GROUPS {
            let below: BTreeSet<String> = entries
                .keys()
                .filter(|id| id.starts_with(&format!("{group}-")))
                .cloned()
                .collect();
            if below.len() != count {
                continue;
            }
            for (id, number) in
                std::iter::once((group.to_owned(), number)).chain(below.into_iter().zip(first..))
            {
                if let Some(entry) = entries.get_mut(&id) {
                    entry.number = Some(number);
                }
            }
        }
        Self(entries)
    }

    /// Our term for an id of the directory: the nearest one that we have, its
    /// group only when the group itself is meant.
    pub(super) fn term(&self, id: &str) -> Option<TermId> {
        let mut at = self.0.get(id)?;
        loop {
            let found = at
                .number
                .and_then(|number| by_number(number, &at.name))
                .or_else(|| by_words(&at.name));
            if found.is_some() {
                return found;
            }
            at = self
                .0
                .get(&at.parent)
                .filter(|above| !above.parent.is_empty())?;
        }
    }

    /// Whether the directory's taxonomy has this id.
    pub(super) fn knows(&self, id: &str) -> bool {
        self.0.contains_key(id)
    }

    /// Our term for a name of the directory's taxonomy, when all entries of
    /// that name lead to one term.
    pub(super) fn term_of_name(&self, name: &str) -> Option<TermId> {
        let wanted = stems(name);
        let found: BTreeSet<TermId> = self
            .0
            .iter()
            .filter(|(_, entry)| stems(&entry.name) == wanted)
            .filter_map(|(id, _)| self.term(id))
            .collect();
        only(most_specific(found.into_iter().collect()))
    }
}

/// Our term for a number of Open Eligibility. Where several of ours share it:
/// the one above the others, the one that its name points to, or the one that
/// is right above all of them.
pub(super) fn by_number(number: u32, name: &str) -> Option<TermId> {
    let taxonomy = Taxonomy::builtin();
    let sharing: Vec<TermId> = taxonomy
        .terms(TermKind::Need)
        .filter(|id| taxonomy.get(*id).crosswalk.open_eligibility == Some(number))
        .collect();
    let tops: Vec<TermId> = sharing
        .iter()
        .copied()
        .filter(|id| {
            !taxonomy
                .ancestors(*id)
                .any(|above| sharing.contains(&above))
        })
        .collect();
    let named = || {
        let wanted = stems(name);
        let hit = |id: &TermId| names(*id).any(|own| own.iter().any(|word| wanted.contains(word)));
        only(tops.iter().copied().filter(hit).collect())
    };
    let highest = || {
        let depth = |id: &TermId| taxonomy.ancestors(*id).count();
        let least = tops.iter().map(depth).min()?;
        only(
            tops.iter()
                .copied()
                .filter(|id| depth(id) == least)
                .collect(),
        )
    };
    let above = || {
        let parents: BTreeSet<Option<TermId>> =
            tops.iter().map(|id| taxonomy.parent(*id)).collect();
        only(parents.into_iter().collect()).flatten()
    };
    only(tops.clone())
        .or_else(named)
        .or_else(highest)
        .or_else(above)
}

/// Our term that is called just so: all the words of a phrase, and no other,
/// are the label or one synonym.
pub(super) fn by_words(phrase: &str) -> Option<TermId> {
    let wanted = stems(phrase);
    let candidates =
        Taxonomy::builtin().search(&[TermKind::Need], Locale::En, &wanted.join(" "), 40);
    let found: Vec<TermId> = candidates
        .into_iter()
        .filter(|id| names(*id).any(|own| own == wanted))
        .collect();
    only(most_specific(found))
}

/// Our terms that a name or a title speaks of: a label or synonym of two words
/// or more stands in it, word after word.
pub(super) fn within(title: &str) -> Vec<TermId> {
    let words = stems(title);
    Taxonomy::builtin()
        .terms(TermKind::Need)
        .filter(|id| {
            names(*id).any(|own| own.len() > 1 && words.windows(own.len()).any(|part| part == own))
        })
        .collect()
}

/// Terms without those that lie above another of them, each once.
pub(super) fn most_specific(terms: Vec<TermId>) -> Vec<TermId> {
    let all: BTreeSet<TermId> = terms.into_iter().collect();
    let taxonomy = Taxonomy::builtin();
    let is_above = |id: &TermId| {
        all.iter()
            .any(|other| taxonomy.ancestors(*other).any(|above| above == *id))
    };
    all.iter().copied().filter(|id| !is_above(id)).collect()
}

fn only<T>(found: Vec<T>) -> Option<T> {
    let mut found = found.into_iter();
    found.next().filter(|_| found.next().is_none())
}

fn names(id: TermId) -> impl Iterator<Item = Vec<String>> {
    let term = id.term();
    std::iter::once(term.label(Locale::En))
        .chain(term.synonyms(Locale::En).iter().copied())
        .map(stems)
}

/// The words that carry the meaning, in the singular. What every directory says
/// of everything ("program", "services") is left out, unless nothing else is there.
fn stems(text: &str) -> Vec<String> {
    let words: Vec<String> = fold(text)
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty() && !matches!(*word, "and" | "or" | "the" | "a" | "an"))
        .map(singular)
        .collect();
    let telling: Vec<String> = words
        .iter()
        .filter(|word| !matches!(word.as_str(), "program" | "service"))
        .cloned()
        .collect();
    if telling.is_empty() { words } else { telling }
}

fn singular(word: &str) -> String {
    if let Some(start) = word.strip_suffix("ies").filter(|start| start.len() > 2) {
        return format!("{start}y");
    }
    match word.strip_suffix('s') {
        Some(start) if start.len() > 2 && !start.ends_with(['s', 'u', 'i']) => start.to_owned(),
        Some(_) | None => word.to_owned(),
    }
}
