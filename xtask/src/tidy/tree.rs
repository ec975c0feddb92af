//! What the rules look at: the workspace's crates as cargo sees them, and the text files of the
//! tree, read once.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

use serde::Deserialize;

use super::TidyError;

/// Larger files are data, not text that somebody wrote.
const LARGEST_TEXT_BYTES: u64 = 1_000_000;

/// The tree under inspection.
#[derive(Debug, Default)]
pub(super) struct Tree {
    pub(super) crates: Vec<Crate>,
    /// Text files by their path from the root, with forward slashes.
    pub(super) files: BTreeMap<String, String>,
}

/// One crate of the workspace.
#[derive(Debug, Clone, Deserialize)]
pub(super) struct Crate {
    pub(super) name: String,
    pub(super) manifest_path: String,
    pub(super) dependencies: Vec<Dependency>,
}

/// One line of a crate's manifest.
#[derive(Debug, Clone, Deserialize)]
pub(super) struct Dependency {
    pub(super) name: String,
    /// `None` for a normal dependency, else `dev` or `build`.
    pub(super) kind: Option<String>,
}

impl Dependency {
    /// Whether only tests, examples and benches see it.
    pub(super) fn is_dev(&self) -> bool {
        self.kind.as_deref() == Some("dev")
    }
}

#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Crate>,
}

impl Tree {
    /// Reads the workspace under `root`.
    pub(super) fn read(root: &Path) -> Result<Self, TidyError> {
        let mut tree = Self {
            crates: crates_of(root)?,
            files: BTreeMap::new(),
        };
        for found in &mut tree.crates {
            if let Ok(inside) = Path::new(&found.manifest_path).strip_prefix(root) {
                found.manifest_path = inside.to_string_lossy().replace('\\', "/");
            }
        }
        read_folder(root, "", &mut tree.files)?;
        Ok(tree)
    }

    /// The files whose path ends in one of `endings`.
    pub(super) fn ending<'tree>(
        &'tree self,
        endings: &'static [&'static str],
    ) -> impl Iterator<Item = (&'tree str, &'tree str)> {
        self.files
            .iter()
            .filter(move |(path, _)| endings.iter().any(|ending| path.ends_with(ending)))
            .map(|(path, text)| (path.as_str(), text.as_str()))
    }
}

fn crates_of(root: &Path) -> Result<Vec<Crate>, TidyError> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let output = Command::new(cargo)
        .args([
            "metadata",
            "--no-deps",
            "--offline",
            "--format-version",
            "1",
        ])
        .current_dir(root)
        .output()
        .map_err(|cause| TidyError::Metadata(cause.to_string()))?;
    if !output.status.success() {
        return Err(TidyError::Metadata(
            String::from_utf8_lossy(&output.stderr).into_owned(),
        ));
    }
    serde_json::from_slice::<Metadata>(&output.stdout)
        .map(|metadata| metadata.packages)
        .map_err(|cause| TidyError::Metadata(cause.to_string()))
}

fn read_folder(
    root: &Path,
    inside: &str,
    files: &mut BTreeMap<String, String>,
) -> Result<(), TidyError> {
    let folder = root.join(inside);
    let failed = |cause| TidyError::Read {
        path: folder.clone(),
        cause,
    };
    for entry in fs::read_dir(&folder).map_err(failed)? {
        let entry = entry.map_err(failed)?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let path = if inside.is_empty() {
            name.clone()
        } else {
            format!("{inside}/{name}")
        };
        let kind = entry.file_type().map_err(failed)?;
        if kind.is_dir() {
            if !is_made_by_tools(&path, &name) {
                read_folder(root, &path, files)?;
            }
        } else if kind.is_file()
            && name != ".git"
            && entry.metadata().map_err(failed)?.len() <= LARGEST_TEXT_BYTES
        {
            // What is not UTF-8 is a picture or a font, and no rule speaks of those.
            if let Ok(text) = fs::read_to_string(entry.path()) {
                files.insert(path, text);
            }
        }
    }
    Ok(())
}

/// Folders that nobody writes by hand and git does not keep.
fn is_made_by_tools(path: &str, name: &str) -> bool {
    matches!(name, ".git" | "target" | "node_modules") || matches!(path, "data" | "e2e/shots")
}

#[cfg(test)]
pub(super) mod samples {
    //! Trees for the rules' own tests.

    use super::{Crate, Dependency, Tree};

    /// A tree of files alone.
    pub(in crate::tidy) fn of_files(files: &[(&str, &str)]) -> Tree {
        Tree {
            crates: Vec::new(),
            files: files
                .iter()
                .map(|(path, text)| ((*path).to_owned(), (*text).to_owned()))
                .collect(),
        }
    }

    /// A tree of crates alone: each with its normal and its dev dependencies.
    pub(in crate::tidy) fn of_crates(crates: &[(&str, &[&str], &[&str])]) -> Tree {
        let named = |name: &&str, kind: Option<&str>| Dependency {
            name: (*name).to_owned(),
            kind: kind.map(str::to_owned),
        };
        Tree {
            crates: crates
                .iter()
                .map(|(name, normal, dev)| Crate {
                    name: (*name).to_owned(),
                    manifest_path: format!("crates/{name}/Cargo.toml"),
                    dependencies: normal
                        .iter()
                        .map(|name| named(name, None))
                        .chain(dev.iter().map(|name| named(name, Some("dev"))))
                        .collect(),
                })
                .collect(),
            files: std::collections::BTreeMap::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_this_workspace_but_not_what_tools_made() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
        let tree = Tree::read(root).unwrap();
        assert!(tree.files.contains_key("xtask/src/tidy/tree.rs"));
        assert!(
            tree.crates
                .iter()
                .any(|one| one.manifest_path == "xtask/Cargo.toml")
        );
        assert!(!tree.files.keys().any(|path| path.starts_with("target/")));
    }
}
