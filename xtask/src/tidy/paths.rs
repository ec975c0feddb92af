//! Nothing in the tree speaks of one machine: no path of a workplace, no host of a registry.

use super::Finding;
use super::tree::Tree;

// Written in two halves, so that this file does not find itself.
const MACHINE_PATHS: &[&str] = &[
    concat!("/wo", "rk/"),
    concat!("/ro", "ot/"),
    concat!("/tmp/bash", "_jobs"),
];
const REGISTRY_HOSTS: &[&str] = &[
    concat!("crates", ".io"),
    concat!("registry", ".npmjs"),
    concat!("npmjs", ".com"),
    concat!("pypi", ".org"),
    concat!("pythonhosted", ".org"),
];

/// Cargo writes the name of its default registry into its lock, and reads it back.
const WRITTEN_BY_CARGO: &str = "Cargo.lock";

/// A clone works anywhere, and from any mirror.
pub(super) fn no_machine_names(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (path, text) in tree
        .files
        .iter()
        .filter(|(path, _)| *path != WRITTEN_BY_CARGO)
    {
        for (number, line) in text.lines().enumerate() {
            if MACHINE_PATHS.iter().any(|name| starts_a_path(line, name)) {
                findings.push(Finding::at_line(
                    path,
                    number + 1,
                    "a path of one machine: make it relative, or a parameter",
                ));
            }
            if REGISTRY_HOSTS.iter().any(|host| line.contains(host)) {
                findings.push(Finding::at_line(
                    path,
                    number + 1,
                    "a registry's host: leave it to the tools' own configuration",
                ));
            }
        }
    }
    findings
}

/// The name at the start of an absolute path, as against the middle of another one.
fn starts_a_path(line: &str, name: &str) -> bool {
    line.match_indices(name).any(|(at, _)| {
        !line
            .get(..at)
            .and_then(|text| text.chars().next_back())
            .is_some_and(|before| {
                before.is_alphanumeric() || matches!(before, '-' | '_' | '.' | '/' | '}' | ')')
            })
    })
}

#[cfg(test)]
mod tests {
    use super::super::tree::samples::of_files;
    use super::*;

    #[test]
    fn a_path_of_one_machine_is_found() {
        let [folder, ..] = MACHINE_PATHS else {
            panic!("no paths")
        };
        let good = of_files(&[("a.md", &format!("see docs{folder}a and ./target"))]);
        assert_eq!(no_machine_names(&good), []);
        let bad = of_files(&[("a.md", &format!("see\n`{folder}a`"))]);
        assert_eq!(no_machine_names(&bad)[0].place, "a.md:2");
    }

    #[test]
    fn a_registry_is_found_but_in_cargos_own_lock() {
        let [host, ..] = REGISTRY_HOSTS else {
            panic!("no hosts")
        };
        let text = format!("from {host}");
        let tree = of_files(&[("Cargo.lock", &text), ("README.md", &text)]);
        assert_eq!(no_machine_names(&tree).len(), 1);
    }
}
