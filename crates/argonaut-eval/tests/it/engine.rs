//! `argonaut-eval engine`: the keys of its object, and what it says in words.

use std::process::{Command, Output};

use serde_json::Value;

/// The keys that were asked for, in their order; others may follow.
const KEYS: [&str; 14] = [
    "cards",
    "exact_mismatches",
    "naive_ratio_mean",
    "tantivy_ratio_mean",
    "postgres_ratio_mean",
    "query_p50_us",
    "query_p99_us",
    "no_decay_p99_us",
    "stream_limit_ratio",
    "batch_seconds",
    "update_p99_us",
    "writer_p99_us_under_load",
    "bytes_per_card",
    "load_seconds",
];

fn engine(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_argonaut-eval"))
        .args(["engine", "--queries", "4", "--passes", "1"])
        .args(["--updates", "20", "--load-seconds", "1"])
        .args(arguments)
        .output()
        .expect("the program runs")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

#[test]
fn one_object_with_exactly_the_keys_that_were_asked_for() {
    let output = engine(&["--cards", "600", "--batch", "--json"]);
    assert!(output.status.success(), "{}", text(&output.stderr));
    let line = text(&output.stdout);
    assert_eq!(line.trim().lines().count(), 1, "{line}");
    let found: Value = serde_json::from_str(&line).expect("one object");
    let object = found.as_object().expect("an object");
    // The text, since a parsed object may sort its keys.
    let mut rest = line.as_str();
    for key in KEYS {
        let quoted = format!("\"{key}\":");
        let place = rest.find(&quoted);
        assert!(place.is_some(), "{key} is missing, or out of order: {line}");
        rest = rest.split_at(place.unwrap_or(0)).1;
    }
    for key in KEYS.iter().filter(|key| **key != "postgres_ratio_mean") {
        assert!(
            object.get(*key).is_some_and(Value::is_number),
            "{key}: {line}"
        );
    }
    // A card says more than fits into its id, and no list of it is long.
    let bytes = object.get("bytes_per_card").and_then(Value::as_f64);
    assert!(
        bytes.is_some_and(|bytes| (16.0..4_096.0).contains(&bytes)),
        "{line}"
    );
    assert_eq!(object.get("cards"), Some(&Value::from(600)));
    assert_eq!(object.get("exact_mismatches"), Some(&Value::from(0)));
    assert_eq!(object.get("postgres_ratio_mean"), Some(&Value::Null));
}

#[test]
fn what_is_left_out_is_null_and_said_in_words() {
    let left_out = ["--cards", "300", "--no-tantivy", "--no-start"];
    let output = engine(&[&left_out[..], &["--duckdb", "/nowhere/python", "--json"]].concat());
    assert!(output.status.success(), "{}", text(&output.stderr));
    let found: Value = serde_json::from_slice(&output.stdout).expect("one object");
    for key in [
        "tantivy_ratio_mean",
        "load_seconds",
        "batch_seconds",
        "duckdb_ratio_mean",
    ] {
        assert_eq!(found.get(key), Some(&Value::Null), "{key}");
    }
    let said = text(&output.stderr);
    assert!(
        said.contains("DuckDB is left out: /nowhere/python"),
        "{said}"
    );

    let output = engine(&left_out);
    let table = text(&output.stdout);
    for row in ["tantivy", "PostgreSQL", "DuckDB", "start of the product"] {
        let line = table.lines().find(|line| line.starts_with(row));
        assert!(
            line.is_some_and(|line| line.contains("not run")),
            "{row}: {table}"
        );
    }
}

#[test]
fn nothing_to_measure_is_refused() {
    let output = engine(&["--cards", "0"]);
    assert!(!output.status.success());
    assert!(text(&output.stderr).contains("there must be a card"));
}
