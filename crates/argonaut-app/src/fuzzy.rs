//! Looking for words in a few lines of text, accents and typing mistakes
//! forgiven. Every word has to be found somewhere.

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// Lower case, without accents.
pub(crate) fn plain(text: &str) -> String {
    text.nfd()
        .filter(|c| !is_combining_mark(*c))
        .flat_map(char::to_lowercase)
        .collect()
}

/// Words to look for.
pub(crate) struct Query {
    words: Vec<String>,
}

impl Query {
    pub(crate) fn new(text: &str) -> Self {
        Self {
            words: plain(text).split_whitespace().map(str::to_owned).collect(),
        }
    }

    /// How well the texts fit: higher is better; `None` when a word is missing.
    /// The first texts weigh more than the last ones.
    pub(crate) fn score<'a>(&self, texts: impl Iterator<Item = &'a str>) -> Option<u32> {
        if self.words.is_empty() {
            return Some(0);
        }
        let mut best = vec![0u32; self.words.len()];
        for (nth, text) in texts.enumerate() {
            let weight = 100u32
                .saturating_sub(u32::try_from(nth).unwrap_or(100))
                .max(10);
            let text = plain(text);
            for (word, best) in self.words.iter().zip(&mut best) {
                *best = (*best).max(fit(word, &text) * weight);
            }
        }
        if best.contains(&0) {
            None
        } else {
            Some(best.iter().sum())
        }
    }
}

/// 4 a whole word, 3 the start of one, 2 inside one, 1 one typing mistake, 0 not at all.
fn fit(word: &str, text: &str) -> u32 {
    let mut found = 0;
    for token in text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|token| !token.is_empty())
    {
        let fit = if token == word {
            4
        } else if token.starts_with(word) {
            3
        } else if token.contains(word) {
            2
        } else if word.chars().count() >= 4 && strsim::damerau_levenshtein(word, token) <= 1 {
            1
        } else {
            0
        };
        found = found.max(fit);
    }
    if found == 0 && text.contains(word) {
        2
    } else {
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_in_any_order_without_accents_and_with_a_mistake() {
        let score = |query: &str| {
            Query::new(query).score(["José Ibáñez", "needs a ride to the doctor"].into_iter())
        };
        assert!(score("ibanez jose").is_some());
        assert!(score("JOSÉ ride").is_some());
        assert!(score("ibanes").is_some(), "one letter is wrong");
        assert!(score("jose bicycle").is_none());
        assert!(score("jos") < score("jose"));
        assert_eq!(score(""), Some(0));
    }
}
