//! `argonaut-eval scrub`: what it prints, and that it counts as its help says.

use std::process::{Command, Output};

use serde_json::Value;

fn scrub(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_argonaut-eval"))
        .arg("scrub")
        .args(arguments)
        .output()
        .expect("the program runs")
}

fn number(found: &Value, key: &str) -> f64 {
    found.get(key).and_then(Value::as_f64).expect("a number")
}

#[test]
fn counts_what_is_found_missed_and_alarmed() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().join("texts.json");
    // "Katrine" (7 characters) is found; "qq" (2) is not. Beyond them, "Xiomara" has no label. The
    // positions count characters, of which "é" is one.
    let text = "Café: we met Katrine, and qq stayed with Xiomara.";
    let at = |piece: &str| {
        text.chars().count()
            - text
                .split(piece)
                .nth(1)
                .map_or(0, |rest| rest.chars().count())
            - piece.len()
    };
    let json = serde_json::json!([{
        "full_text": text,
        "spans": [
            {"entity_type": "PERSON", "entity_value": "Katrine", "start_position": at("Katrine"), "end_position": at("Katrine") + 7},
            {"entity_type": "ORGANIZATION", "entity_value": "qq", "start_position": at("qq"), "end_position": at("qq") + 2}
        ],
        "template_id": 1
    }]);
    std::fs::write(&data, json.to_string()).expect("written");
    let notes = folder.path().join("notes.csv");
    std::fs::write(
        &notes,
        "id,case_note\n1,Client stable today.\n2,Call Katrine now.\n",
    )
    .expect("written");
    let (data, notes) = (data.to_string_lossy(), notes.to_string_lossy());
    let output = scrub(&[
        "--data",
        &data,
        "--notes",
        &notes,
        "--seconds",
        "0.05",
        "--json",
    ]);
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let found: Value = serde_json::from_slice(&output.stdout).expect("one object");
    assert!((number(&found, "recall") - 0.5).abs() < 1e-9, "{found}");
    assert!((number(&found, "precision") - 0.5).abs() < 1e-9, "{found}");
    assert!(
        (number(&found, "uncovered_share") - 0.2222).abs() < 1e-9,
        "{found}"
    );
    assert!(number(&found, "texts_per_second") > 0.0);
    assert_eq!(found.get("notes"), Some(&Value::from(2)));
    assert_eq!(found.get("note_findings"), Some(&Value::from(1)));
    assert_eq!(found.get("note_findings_direct"), Some(&Value::from(1)));
}

#[test]
fn a_file_that_cannot_be_read_is_named() {
    let output = scrub(&["--data", "/nowhere/texts.json"]);
    assert!(!output.status.success());
    assert!(String::from_utf8_lossy(&output.stderr).contains("/nowhere/texts.json"));
    assert!(
        !scrub(&[]).status.success(),
        "there must be something to read"
    );
}
