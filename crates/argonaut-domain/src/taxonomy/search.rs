//! Finding terms while somebody types: by the beginnings of words, accents aside.

use super::{Term, TermId};
use crate::fold::fold;

/// The words of every term, per language: those of the label, then the others.
#[derive(Debug)]
pub(super) struct Words(Vec<[Entry; 2]>);

#[derive(Debug)]
struct Entry {
    id: TermId,
    label: Vec<String>,
    others: Vec<String>,
}

fn split(text: &str) -> Vec<String> {
    fold(text)
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

impl Words {
    pub(super) fn of(terms: &[Term]) -> Self {
        let entry = |term: &Term, label: &str, others: &[&str]| Entry {
            id: term.id,
            label: split(label),
            others: others.iter().flat_map(|other| split(other)).collect(),
        };
        Self(
            terms
                .iter()
                .map(|term| {
                    let [en, es] = term.labels;
                    let [others_en, others_es] = &term.synonyms;
                    [entry(term, en, others_en), entry(term, es, others_es)]
                })
                .collect(),
        )
    }

    /// Every term in which each typed word begins a word, the best first.
    pub(super) fn find(&self, column: usize, text: &str) -> Vec<TermId> {
        let typed = split(text);
        if typed.is_empty() {
            return Vec::new();
        }
        let mut found: Vec<(u32, TermId)> = self
            .0
            .iter()
            .filter_map(|entries| entries.get(column))
            .filter_map(|entry| entry.fit(&typed).map(|fit| (fit, entry.id)))
            .collect();
        found.sort_by_key(|&(fit, id)| (std::cmp::Reverse(fit), id));
        found.into_iter().map(|(_, id)| id).collect()
    }
}

impl Entry {
    fn fit(&self, typed: &[String]) -> Option<u32> {
        let mut sum = 0u32;
        for word in typed {
            let in_label = self.label.iter().enumerate().filter_map(|(nth, own)| {
                let first = u32::from(nth == 0);
                if own == word {
                    Some(8 + first)
                } else {
                    own.starts_with(word.as_str()).then_some(5 + first)
                }
            });
            let in_others = self.others.iter().filter_map(|own| {
                if own == word {
                    Some(3)
                } else {
                    own.starts_with(word.as_str()).then_some(2)
                }
            });
            sum += in_label.chain(in_others).max()?;
        }
        Some(sum)
    }
}
