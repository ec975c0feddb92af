//! The rules of the house, checked. Each rule is a small function from the tree to its findings,
//! in a file beside this one; none of them changes anything.

mod code;
mod documents;
mod edges;
mod fluent;
mod pages;
mod paths;
mod source;
mod tree;

use std::io::{self, Write as _};
use std::path::PathBuf;
use std::process::ExitCode;

use tree::Tree;

/// What `cargo xtask tidy` takes.
#[derive(clap::Args)]
pub(crate) struct Options {
    /// The folder to check, when it is not this workspace.
    #[arg(long)]
    root: Option<PathBuf>,
}

/// One broken rule: where, and what to do about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Finding {
    /// `file:line`, or a file or folder alone.
    place: String,
    /// What is wrong and what to do.
    advice: String,
}

impl Finding {
    fn at_line(path: &str, line: usize, advice: impl Into<String>) -> Self {
        Self {
            place: format!("{path}:{line}"),
            advice: advice.into(),
        }
    }

    fn of_file(path: &str, advice: impl Into<String>) -> Self {
        Self {
            place: path.to_owned(),
            advice: advice.into(),
        }
    }
}

/// Why the rules could not be checked at all.
#[derive(Debug, thiserror::Error)]
pub(crate) enum TidyError {
    #[error("cannot read {path}: {cause}")]
    Read { path: PathBuf, cause: io::Error },
    #[error("cargo metadata failed: {0}")]
    Metadata(String),
    #[error("cannot write the result: {0}")]
    Write(#[from] io::Error),
}

/// Checks every rule and prints the findings; fails when there is one.
pub(crate) fn run(options: &Options) -> ExitCode {
    match check_and_print(options) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            let _ = writeln!(io::stderr(), "tidy: {error}");
            ExitCode::FAILURE
        }
    }
}

type Rule = fn(&Tree) -> Vec<Finding>;

/// Every rule under the name that its result is printed with.
const RULES: &[(&str, Rule)] = &[
    (
        "crates depend only on those they may know",
        edges::allowed_edges,
    ),
    ("store and engine cannot unseal", edges::sealed_rooms),
    (
        "each outside library stays in its room",
        edges::outside_rooms,
    ),
    ("a folder is named after its crate", edges::folder_names),
    (
        "ARCHITECTURE.md names every crate",
        documents::architecture_names_crates,
    ),
    ("files open with //!", source::opens_with_module_doc),
    ("no file over 800 lines", source::not_too_long),
    (
        "no allow, todo, unimplemented or dbg",
        source::no_banned_words,
    ),
    ("decisions are dated", documents::decisions_are_dated),
    ("texts exist in every language", fluent::same_messages),
    ("pages and assets ask nobody else", pages::no_third_party),
    ("no inline script or style", pages::no_inline),
    ("no path or host of one machine", paths::no_machine_names),
];

fn check_and_print(options: &Options) -> Result<bool, TidyError> {
    let root = options.root.clone().unwrap_or_else(workspace_root);
    let tree = Tree::read(&root)?;
    let mut out = io::stdout().lock();
    let mut broken = 0_usize;
    for (name, rule) in RULES {
        let findings = rule(&tree);
        if findings.is_empty() {
            writeln!(out, "ok      {name}")?;
            continue;
        }
        broken += 1;
        writeln!(out, "BROKEN  {name}")?;
        for finding in findings {
            writeln!(out, "        {}: {}", finding.place, finding.advice)?;
        }
    }
    let sizes = source::sizes(&tree);
    writeln!(
        out,
        "{} Rust files, median {} lines, longest {}",
        sizes.files, sizes.median, sizes.longest
    )?;
    writeln!(out, "{} rules kept, {broken} broken", RULES.len() - broken)?;
    Ok(broken == 0)
}

fn workspace_root() -> PathBuf {
    let own_folder = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    own_folder
        .parent()
        .map_or(own_folder.clone(), PathBuf::from)
}
