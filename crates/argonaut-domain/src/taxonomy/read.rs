//! Reading `data/taxonomy.csv`. A row that cannot be read is left out here, and
//! a test makes sure that there is none.

use std::collections::HashMap;

use super::{Crosswalk, Taxonomy, Term, TermId, TermKind, search};

/// A row as the file has it.
#[derive(serde::Deserialize)]
pub(super) struct Row {
    code: String,
    parent: String,
    kind: String,
    en: String,
    es: String,
    synonyms_en: String,
    synonyms_es: String,
    sensitive: String,
    remote: String,
    open_eligibility: String,
    gravity: String,
    icd10: String,
}

/// The table lives as long as the program, and so do its texts.
fn keep(text: String) -> &'static str {
    Box::leak(text.into_boxed_str())
}

fn kept_or_none(text: String) -> Option<&'static str> {
    if text.is_empty() {
        None
    } else {
        Some(keep(text))
    }
}

fn words(text: &str) -> Vec<&'static str> {
    text.split('|')
        .map(str::trim)
        .filter(|word| !word.is_empty())
        .map(|word| keep(word.to_owned()))
        .collect()
}

pub(super) fn rows(text: &str) -> impl Iterator<Item = Result<Row, csv::Error>> {
    csv::ReaderBuilder::new()
        .trim(csv::Trim::All)
        .from_reader(text.as_bytes())
        .into_deserialize::<Row>()
        .collect::<Vec<_>>()
        .into_iter()
}

/// Parents stand above their children in the file.
pub(super) fn read(text: &str) -> Taxonomy {
    let mut terms: Vec<Term> = Vec::new();
    let mut by_code: HashMap<&'static str, TermId> = HashMap::new();
    let mut children: Vec<Vec<TermId>> = Vec::new();
    for row in rows(text).flatten() {
        let (Ok(index), Some(kind)) = (u16::try_from(terms.len()), TermKind::parse(&row.kind))
        else {
            continue;
        };
        let id = TermId(index);
        let parent = by_code.get(row.parent.as_str()).copied();
        let code = keep(row.code);
        if let Some(above) = parent.and_then(|above| children.get_mut(usize::from(above.0))) {
            above.push(id);
        }
        by_code.insert(code, id);
        children.push(Vec::new());
        terms.push(Term {
            id,
            code,
            kind,
            parent,
            sensitive: row.sensitive == "yes",
            remote: row.remote == "yes",
            crosswalk: Crosswalk {
                open_eligibility: row.open_eligibility.parse().ok(),
                gravity: kept_or_none(row.gravity),
                icd10: kept_or_none(row.icd10),
            },
            synonyms: [words(&row.synonyms_en), words(&row.synonyms_es)],
            labels: [keep(row.en), keep(row.es)],
        });
    }
    let search = search::Words::of(&terms);
    Taxonomy {
        terms,
        by_code,
        children,
        search,
    }
}
