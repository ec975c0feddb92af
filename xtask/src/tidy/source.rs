//! Rules about Rust files: how they open, how long they are, which words they never say.

use super::Finding;
use super::code::{Keep, blanked};
use super::tree::Tree;

const MOST_LINES: usize = 800;

/// A file says first what lives in it.
pub(super) fn opens_with_module_doc(tree: &Tree) -> Vec<Finding> {
    tree.ending(&[".rs"])
        .filter(|(_, text)| !text.starts_with("//!"))
        .map(|(path, _)| {
            Finding::at_line(
                path,
                1,
                "open with `//!`: what lives here and what never does",
            )
        })
        .collect()
}

/// No file is too long to be read in one go; tests and data aside.
pub(super) fn not_too_long(tree: &Tree) -> Vec<Finding> {
    tree.ending(&[".rs"])
        .filter(|(path, _)| !is_test_or_data(path))
        .map(|(path, text)| (path, text.lines().count()))
        .filter(|(_, lines)| *lines > MOST_LINES)
        .map(|(path, lines)| {
            Finding::of_file(
                path,
                format!("{lines} lines: split it by noun or verb under 800"),
            )
        })
        .collect()
}

fn is_test_or_data(path: &str) -> bool {
    path.split('/')
        .any(|part| matches!(part, "tests" | "tests.rs" | "data" | "data.rs"))
}

/// How long the Rust files are.
pub(super) struct Sizes {
    pub(super) files: usize,
    pub(super) median: usize,
    pub(super) longest: usize,
}

/// The figures that are printed with every run, so that growth is seen early.
pub(super) fn sizes(tree: &Tree) -> Sizes {
    let mut lines: Vec<usize> = tree
        .ending(&[".rs"])
        .map(|(_, text)| text.lines().count())
        .collect();
    lines.sort_unstable();
    Sizes {
        files: lines.len(),
        median: lines.get(lines.len() / 2).copied().unwrap_or(0),
        longest: lines.last().copied().unwrap_or(0),
    }
}

const BANNED: &[(&str, &str)] = &[
    (
        "#[allow(",
        "use `#[expect(lint, reason = \"…\")]`, which tells when it is no longer needed",
    ),
    (
        "#![allow(",
        "use `#![expect(lint, reason = \"…\")]`, which tells when it is no longer needed",
    ),
    ("todo!", "finish it, or leave it out"),
    ("unimplemented!", "finish it, or leave it out"),
    (
        "dbg!",
        "remove it; log with tracing where it is worth keeping",
    ),
];

/// Words that mean "not finished" or "look away".
pub(super) fn no_banned_words(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (path, text) in tree.ending(&[".rs"]) {
        for (number, line) in blanked(text, Keep::Code).lines().enumerate() {
            for (word, advice) in BANNED {
                if line.contains(word) {
                    findings.push(Finding::at_line(
                        path,
                        number + 1,
                        format!("{word} {advice}"),
                    ));
                }
            }
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::super::tree::samples::of_files;
    use super::*;

    #[test]
    fn a_file_without_opening_words_is_found() {
        let tree = of_files(&[("a.rs", "//! A.\n"), ("b.rs", "\n//! B.\n"), ("c.md", "C")]);
        assert_eq!(opens_with_module_doc(&tree).len(), 1);
    }

    #[test]
    fn a_long_file_is_found_unless_it_is_a_test() {
        let long = "x\n".repeat(MOST_LINES + 1);
        let tree = of_files(&[
            ("src/a.rs", &long),
            ("tests/b.rs", &long),
            ("src/c.rs", "x\n"),
        ]);
        let findings = not_too_long(&tree);
        assert_eq!(findings.len(), 1);
        assert_eq!(findings[0].place, "src/a.rs");
        assert_eq!(sizes(&tree).median, MOST_LINES + 1);
    }

    #[test]
    fn banned_words_are_found_in_code_only() {
        let good = of_files(&[("a.rs", "//! No todo!() here.\nlet a = \"dbg!\";\n")]);
        assert_eq!(no_banned_words(&good), []);
        let bad = of_files(&[("b.rs", "//! B.\n#[allow(dead_code)]\nfn f() { todo!() }\n")]);
        let places: Vec<String> = no_banned_words(&bad)
            .into_iter()
            .map(|one| one.place)
            .collect();
        assert_eq!(places, ["b.rs:2", "b.rs:3"]);
    }
}
