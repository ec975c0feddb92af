//! Rules about the written pages: the map names every room, decisions carry their date.

use super::Finding;
use super::tree::Tree;

const MAP: &str = "ARCHITECTURE.md";

/// Whoever looks for a crate finds it on the map.
pub(super) fn architecture_names_crates(tree: &Tree) -> Vec<Finding> {
    let map = tree.files.get(MAP).map_or("", String::as_str);
    tree.crates
        .iter()
        .filter(|one| !names(map, &one.name))
        .map(|one| Finding::of_file(MAP, format!("say what `{}` is for", one.name)))
        .collect()
}

/// The name as a whole word: `argonaut-web` does not name `argonaut`.
fn names(map: &str, name: &str) -> bool {
    let part_of_name = |one: char| one.is_alphanumeric() || matches!(one, '-' | '_');
    map.match_indices(name).any(|(at, _)| {
        let before = map.get(..at).and_then(|text| text.chars().next_back());
        let after = map
            .get(at + name.len()..)
            .and_then(|text| text.chars().next());
        !before.is_some_and(part_of_name) && !after.is_some_and(part_of_name)
    })
}

/// A page of `docs/design` is named `YYYY-MM-DD-words.md`.
pub(super) fn decisions_are_dated(tree: &Tree) -> Vec<Finding> {
    tree.files
        .keys()
        .filter_map(|path| Some((path, path.strip_prefix("docs/design/")?)))
        .filter(|(_, name)| name.ends_with(".md") && !is_dated(name))
        .map(|(path, _)| Finding::of_file(path, "name it YYYY-MM-DD-words-with-dashes.md"))
        .collect()
}

fn is_dated(name: &str) -> bool {
    let Some(stem) = name.strip_suffix(".md") else {
        return false;
    };
    let mut parts = stem.splitn(4, '-');
    let mut number = |digits: usize, most: u32| {
        parts.next().is_some_and(|part| {
            part.len() == digits
                && part
                    .parse::<u32>()
                    .is_ok_and(|value| (1..=most).contains(&value))
        })
    };
    let date = number(4, 9999) && number(2, 12) && number(2, 31);
    let words = parts.next().unwrap_or_default();
    date && !words.is_empty()
        && words.split('-').all(|word| {
            !word.is_empty()
                && word
                    .chars()
                    .all(|one| one.is_ascii_lowercase() || one.is_ascii_digit())
        })
}

#[cfg(test)]
mod tests {
    use super::super::tree::samples::{of_crates, of_files};
    use super::*;

    #[test]
    fn a_crate_missing_from_the_map_is_found() {
        let mut tree = of_crates(&[("argonaut", &[], &[]), ("argonaut-web", &[], &[])]);
        tree.files
            .insert(MAP.to_owned(), "`argonaut-web` speaks HTTP".to_owned());
        assert_eq!(architecture_names_crates(&tree).len(), 1);
        tree.files
            .insert(MAP.to_owned(), "`argonaut`, `argonaut-web`".to_owned());
        assert_eq!(architecture_names_crates(&tree), []);
    }

    #[test]
    fn a_page_without_date_is_found() {
        let tree = of_files(&[
            ("docs/design/2026-02-03-how-we-rank.md", ""),
            ("docs/design/2026-13-03-how.md", ""),
            ("docs/design/how-we-rank.md", ""),
            ("docs/design/2026-02-03-.md", ""),
            ("docs/other.md", ""),
        ]);
        assert_eq!(decisions_are_dated(&tree).len(), 3);
    }
}
