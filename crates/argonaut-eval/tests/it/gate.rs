//! `argonaut-eval gate`: the keys of its object, that the seed decides, and what it
//! says in words.

use std::process::{Command, Output};

use serde_json::Value;

/// The keys that were asked for; others may stand beside them.
const KEYS: [&str; 7] = [
    "class_min",
    "owner_guess_max",
    "need_certain_share",
    "sensitive_named",
    "index_rebuilt_equal",
    "mean_place_level",
    "refused_share",
];

fn gate(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_argonaut-eval"))
        .arg("gate")
        .args(arguments)
        .output()
        .expect("the program runs")
}

#[test]
fn a_small_land_keeps_what_the_gate_promises() {
    let asked = [
        "--people",
        "120000",
        "--helpers",
        "400",
        "--seed",
        "7",
        "--json",
    ];
    let output = gate(&asked);
    assert!(output.status.success());
    assert_eq!(output.stdout, gate(&asked).stdout, "the seed decides");
    let text = String::from_utf8_lossy(&output.stdout);
    assert_eq!(text.trim().lines().count(), 1, "{text}");
    let found: Value = serde_json::from_str(&text).expect("one object");
    for key in KEYS {
        assert!(found.get(key).is_some(), "{key}: {text}");
    }
    let number = |key: &str| found.get(key).and_then(Value::as_f64).unwrap_or(-1.0);
    // Countries reach beyond so small a land, whose people alone are counted.
    assert!(number("class_min") >= 5.0, "{text}");
    assert!(
        number("sensitive_named") == 0.0 && number("filters_betray") == 0.0,
        "{text}"
    );
    assert_eq!(
        found.get("index_rebuilt_equal"),
        Some(&Value::Bool(true)),
        "{text}"
    );
    for share in ["owner_guess_max", "need_certain_share", "refused_share"] {
        assert!((0.0..=1.0).contains(&number(share)), "{share}: {text}");
    }
    assert!((0.0..=3.0).contains(&number("mean_place_level")), "{text}");
    assert!(number("cards_open") > 100.0, "{text}");
}

#[test]
fn too_many_helpers_and_too_few_people_are_told() {
    for (arguments, what) in [
        (
            ["--people", "60000", "--helpers", "7000"],
            "give --helpers a tenth",
        ),
        (["--people", "40", "--helpers", "2"], "50000"),
    ] {
        let output = gate(&arguments);
        assert!(!output.status.success());
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(said.contains(what), "{said}");
    }
}
