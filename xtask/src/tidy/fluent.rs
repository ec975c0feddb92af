//! Every text exists in every language, with the same variables.

use std::collections::{BTreeMap, BTreeSet};

use super::Finding;
use super::tree::Tree;

/// The first is the one the others are held against.
const LANGUAGES: &[&str] = &["en", "es"];

/// What one message needs: where it stands and which variables it uses.
#[derive(Debug, Default)]
struct Message {
    line: usize,
    variables: BTreeSet<String>,
}

/// Each file under `i18n/en` has its twin in the other languages, message for message.
pub(super) fn same_messages(tree: &Tree) -> Vec<Finding> {
    let Some((base, others)) = LANGUAGES.split_first() else {
        return Vec::new();
    };
    let files: BTreeSet<String> = LANGUAGES
        .iter()
        .flat_map(|language| {
            tree.ending(&[".ftl"]).filter_map(move |(path, _)| {
                let folder = format!("i18n/{language}/");
                path.contains(&folder)
                    .then(|| path.replace(&folder, &format!("i18n/{base}/")))
            })
        })
        .collect();
    let mut findings = Vec::new();
    for path in &files {
        let ours = messages(tree, path, &mut findings);
        for language in others {
            let twin = path.replace(&format!("i18n/{base}/"), &format!("i18n/{language}/"));
            let theirs = messages(tree, &twin, &mut findings);
            compare(path, &ours, &twin, &theirs, &mut findings);
        }
    }
    findings
}

fn compare(
    path: &str,
    ours: &BTreeMap<String, Message>,
    twin: &str,
    theirs: &BTreeMap<String, Message>,
    findings: &mut Vec<Finding>,
) {
    for (key, message) in ours {
        match theirs.get(key) {
            None => findings.push(Finding::at_line(
                path,
                message.line,
                format!("`{key}` is missing in {twin}: translate it"),
            )),
            Some(other) if other.variables != message.variables => {
                findings.push(Finding::at_line(
                    twin,
                    other.line,
                    format!(
                        "`{key}` uses {:?}, {path} uses {:?}: use the same variables",
                        other.variables, message.variables
                    ),
                ));
            }
            Some(_) => {}
        }
    }
    for (key, message) in theirs.iter().filter(|(key, _)| !ours.contains_key(*key)) {
        findings.push(Finding::at_line(
            twin,
            message.line,
            format!("`{key}` is missing in {path}: add it there, or remove it here"),
        ));
    }
}

/// The messages, terms and attributes of one file; attributes as `message.attribute`.
fn messages(tree: &Tree, path: &str, findings: &mut Vec<Finding>) -> BTreeMap<String, Message> {
    let mut found: BTreeMap<String, Message> = BTreeMap::new();
    let mut parent = String::new();
    let mut current = String::new();
    let text = tree.files.get(path).map_or("", String::as_str);
    for (number, line) in text.lines().enumerate() {
        if line.starts_with('#') {
            continue;
        }
        let opened = match line.trim_start().strip_prefix('.') {
            Some(attribute) if line.starts_with(' ') => {
                identifier(attribute).map(|name| format!("{parent}.{name}"))
            }
            Some(_) | None => identifier(line).inspect(|name| name.clone_into(&mut parent)),
        };
        if let Some(key) = opened {
            current.clone_from(&key);
            let message = Message {
                line: number + 1,
                variables: BTreeSet::new(),
            };
            if found.insert(key, message).is_some() {
                findings.push(Finding::at_line(
                    path,
                    number + 1,
                    format!("`{current}` stands here twice: keep one"),
                ));
            }
        }
        if let Some(message) = found.get_mut(&current) {
            message.variables.extend(variables(line));
        }
    }
    found
}

/// The name before ` =`, when the line starts a message, a term or an attribute.
fn identifier(line: &str) -> Option<String> {
    let (name, _) = line.split_once('=')?;
    let name = name.trim_end();
    let plain = |one: char| one.is_ascii_alphanumeric() || matches!(one, '-' | '_');
    (!name.is_empty() && name.chars().all(plain)).then(|| name.to_owned())
}

fn variables(line: &str) -> impl Iterator<Item = String> + '_ {
    line.split('$').skip(1).map(|after| {
        after
            .chars()
            .take_while(|one| one.is_ascii_alphanumeric() || "-_".contains(*one))
            .collect()
    })
}

#[cfg(test)]
mod tests {
    use super::super::tree::samples::of_files;
    use super::*;

    const ENGLISH: &str = "crates/argonaut-web/i18n/en/argonaut-web.ftl";
    const SPANISH: &str = "crates/argonaut-web/i18n/es/argonaut-web.ftl";

    #[test]
    fn twins_are_in_order() {
        let tree = of_files(&[
            (
                ENGLISH,
                "# Note\nhello = Hello { $name }\n    .title = Hi\nmany = { $n ->\n  *[other] x = { $n }\n }\n",
            ),
            (
                SPANISH,
                "hello = Hola { $name }\n    .title = Hola\nmany = { $n ->\n  *[other] x\n }\n",
            ),
        ]);
        assert_eq!(same_messages(&tree), []);
    }

    #[test]
    fn a_missing_text_a_twice_written_one_and_another_variable_are_found() {
        let tree = of_files(&[
            (ENGLISH, "hello = Hello { $name }\nbye = Bye\nbye = Bye\n"),
            (SPANISH, "hello = Hola { $nombre }\nextra = Extra\n"),
        ]);
        let findings = same_messages(&tree);
        let places: Vec<&str> = findings.iter().map(|one| one.place.as_str()).collect();
        assert_eq!(places.len(), 4, "{findings:?}");
        assert!(places.contains(&format!("{SPANISH}:1").as_str()));
    }

    #[test]
    fn a_language_without_the_file_is_found() {
        assert_eq!(same_messages(&of_files(&[(SPANISH, "a = A\n")])).len(), 1);
        assert_eq!(same_messages(&of_files(&[(ENGLISH, "a = A\n")])).len(), 1);
    }
}
