//! Who may depend on whom: the map of ARCHITECTURE.md as a table, held against the manifests.

use std::collections::BTreeSet;

use super::Finding;
use super::tree::{Crate, Dependency, Tree};

const TESTKIT: &str = "argonaut-testkit";
const EVERY_ROOM: &[&str] = &[
    "argonaut-app",
    "argonaut-domain",
    "argonaut-engine",
    "argonaut-privacy",
    "argonaut-store",
    "argonaut-web",
];
const EVERY_ROOM_AND_TESTKIT: &[&str] = &[
    "argonaut-app",
    "argonaut-domain",
    "argonaut-engine",
    "argonaut-privacy",
    "argonaut-store",
    TESTKIT,
    "argonaut-web",
];

/// Each crate and the crates of this workspace that it may name.
const MAY_KNOW: &[(&str, &[&str])] = &[
    ("argonaut-domain", &[]),
    ("argonaut-privacy", &["argonaut-domain"]),
    ("argonaut-engine", &["argonaut-domain"]),
    ("argonaut-store", &["argonaut-domain"]),
    (
        "argonaut-app",
        &[
            "argonaut-domain",
            "argonaut-engine",
            "argonaut-privacy",
            "argonaut-store",
        ],
    ),
    ("argonaut-web", &["argonaut-app", "argonaut-domain"]),
    ("argonaut", EVERY_ROOM),
    ("argonaut-testkit", EVERY_ROOM),
    ("argonaut-eval", EVERY_ROOM_AND_TESTKIT),
    ("xtask", &[]),
];

/// Rooms whose dependency tree must be free of the crate that holds the keys.
const CANNOT_UNSEAL: &[&str] = &["argonaut-store", "argonaut-engine"];
const KEEPER_OF_KEYS: &str = "argonaut-privacy";

/// Outside libraries that only some rooms may name.
const OUTSIDE: &[(&[&str], &[&str], &str)] = &[
    (
        &["axum", "axum-extra", "hyper", "maud", "tower-http"],
        &["argonaut-web", TESTKIT],
        "only argonaut-web knows HTTP",
    ),
    (
        &["libsqlite3-sys", "rusqlite", "sqlx", "tokio-postgres"],
        // argonaut-eval asks a database as a peer, never for the program.
        &["argonaut-store", TESTKIT, "argonaut-eval"],
        "only argonaut-store knows SQL",
    ),
    (
        &[
            "argon2",
            "chacha20poly1305",
            "hkdf",
            "hmac",
            "hpke",
            "vsss-rs",
            "x25519-dalek",
        ],
        &[KEEPER_OF_KEYS],
        "only argonaut-privacy knows keys",
    ),
];

/// Every edge between our crates is in the table.
pub(super) fn allowed_edges(tree: &Tree) -> Vec<Finding> {
    let ours: BTreeSet<&str> = tree.crates.iter().map(|one| one.name.as_str()).collect();
    let mut findings = Vec::new();
    for one in &tree.crates {
        let Some((_, may_know)) = MAY_KNOW.iter().find(|(name, _)| *name == one.name) else {
            findings.push(Finding::of_file(
                &one.manifest_path,
                format!(
                    "say in xtask/src/tidy/edges.rs which crates {} may know",
                    one.name
                ),
            ));
            continue;
        };
        for edge in one
            .dependencies
            .iter()
            .filter(|edge| ours.contains(edge.name.as_str()))
        {
            // A crate's tests may name the testkit, and cargo lists a crate that its own
            // integration tests name as an edge to itself.
            let test_only = edge.is_dev() && (edge.name == TESTKIT || edge.name == one.name);
            if !test_only && !may_know.contains(&edge.name.as_str()) {
                findings.push(Finding::of_file(
                    &one.manifest_path,
                    format!(
                        "{} must not depend on {}: move the code to a crate that may (see \
                         ARCHITECTURE.md)",
                        one.name, edge.name
                    ),
                ));
            }
        }
    }
    findings
}

/// The keeper of keys is not in the tree of the rooms that must stay sealed.
pub(super) fn sealed_rooms(tree: &Tree) -> Vec<Finding> {
    tree.crates
        .iter()
        .filter(|one| CANNOT_UNSEAL.contains(&one.name.as_str()))
        .filter(|one| reaches(tree, one, KEEPER_OF_KEYS))
        .map(|one| {
            Finding::of_file(
                &one.manifest_path,
                format!(
                    "{} reaches {KEEPER_OF_KEYS}: it must not be able to unseal",
                    one.name
                ),
            )
        })
        .collect()
}

fn reaches(tree: &Tree, start: &Crate, goal: &str) -> bool {
    let mut seen = BTreeSet::new();
    let mut open = vec![start];
    while let Some(one) = open.pop() {
        for edge in one.dependencies.iter().filter(|edge| !edge.is_dev()) {
            if edge.name == goal {
                return true;
            }
            if seen.insert(edge.name.as_str()) {
                open.extend(tree.crates.iter().filter(|next| next.name == edge.name));
            }
        }
    }
    false
}

/// HTTP, SQL and key libraries are named only by the room that knows about them.
pub(super) fn outside_rooms(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for one in &tree.crates {
        for edge in &one.dependencies {
            if let Some(reason) = kept_out(&one.name, edge) {
                findings.push(Finding::of_file(
                    &one.manifest_path,
                    format!("{} must not depend on {}: {reason}", one.name, edge.name),
                ));
            }
        }
    }
    findings
}

fn kept_out(room: &str, edge: &Dependency) -> Option<&'static str> {
    OUTSIDE
        .iter()
        .find(|(libraries, rooms, _)| {
            libraries.contains(&edge.name.as_str()) && !rooms.contains(&room)
        })
        .map(|(_, _, reason)| *reason)
}

/// A crate is found under its own name.
pub(super) fn folder_names(tree: &Tree) -> Vec<Finding> {
    tree.crates
        .iter()
        .filter(|one| one.manifest_path.rsplit('/').nth(1) != Some(one.name.as_str()))
        .map(|one| {
            Finding::of_file(
                &one.manifest_path,
                format!("name the folder after its crate, {}", one.name),
            )
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::tree::samples::of_crates;
    use super::*;

    #[test]
    fn an_edge_outside_the_table_is_found() {
        let good = of_crates(&[
            ("argonaut-domain", &["serde"], &[TESTKIT]),
            ("argonaut-store", &["argonaut-domain"], &[]),
            (TESTKIT, &["argonaut-store"], &[]),
        ]);
        assert_eq!(allowed_edges(&good), []);

        let bad = of_crates(&[
            ("argonaut-store", &[], &[]),
            ("argonaut-web", &["argonaut-store"], &[]),
            ("argonaut-surprise", &[], &[]),
        ]);
        assert_eq!(allowed_edges(&bad).len(), 2);
    }

    #[test]
    fn a_dev_dependency_opens_only_the_testkit() {
        let bad = of_crates(&[
            ("argonaut-engine", &[], &["argonaut-store"]),
            ("argonaut-store", &[TESTKIT], &[]),
            (TESTKIT, &[], &[]),
        ]);
        assert_eq!(allowed_edges(&bad).len(), 2);
    }

    #[test]
    fn a_way_to_the_keys_is_found_even_through_another_crate() {
        let good = of_crates(&[
            ("argonaut-domain", &[], &[]),
            ("argonaut-store", &["argonaut-domain"], &[KEEPER_OF_KEYS]),
        ]);
        assert_eq!(sealed_rooms(&good), []);

        let bad = of_crates(&[
            ("argonaut-domain", &[KEEPER_OF_KEYS], &[]),
            ("argonaut-store", &["argonaut-domain"], &[]),
        ]);
        assert_eq!(sealed_rooms(&bad).len(), 1);
    }

    #[test]
    fn libraries_stay_in_their_rooms() {
        let good = of_crates(&[
            ("argonaut-store", &["sqlx"], &[]),
            (TESTKIT, &["sqlx"], &[]),
        ]);
        assert_eq!(outside_rooms(&good), []);

        let bad = of_crates(&[
            ("argonaut-app", &["sqlx", "axum"], &[]),
            ("argonaut-store", &["argon2"], &[]),
        ]);
        assert_eq!(outside_rooms(&bad).len(), 3);
    }

    #[test]
    fn a_folder_with_another_name_is_found() {
        let mut tree = of_crates(&[("argonaut-web", &[], &[])]);
        assert_eq!(folder_names(&tree), []);
        tree.crates[0].manifest_path = "crates/web/Cargo.toml".to_owned();
        assert_eq!(folder_names(&tree).len(), 1);
    }
}
