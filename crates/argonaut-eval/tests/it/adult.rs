//! `argonaut-eval adult`: the keys of its object, the table it writes, and what it
//! says when it cannot.

use std::process::{Command, Output};

use serde_json::Value;
use tempfile::TempDir;

fn adult(dir: &TempDir, more: &[&str]) -> Output {
    let at = |name: &str| dir.path().join(name);
    Command::new(env!("CARGO_BIN_EXE_argonaut-eval"))
        .arg("adult")
        .args(["--data".as_ref(), at("table.csv").as_os_str()])
        .args(["--hierarchies".as_ref(), dir.path().as_os_str()])
        .args(["--output".as_ref(), at("out.csv").as_os_str()])
        .args(more)
        .output()
        .expect("the program runs")
}

#[test]
fn a_table_is_released_and_what_is_missing_is_told() {
    let dir = TempDir::new().expect("a folder");
    let write =
        |name: &str, text: &str| std::fs::write(dir.path().join(name), text).expect("written");
    write(
        "table.csv",
        "sex;age;pay\nMale;30;1\nMale;31;2\nFemale;30;3\nFemale;30;4\nFemale;58;5\n",
    );
    write("adult_hierarchy_sex.csv", "Male;*\nFemale;*\n");
    write(
        "adult_hierarchy_age.csv",
        "30;30-39;*\n31;30-39;*\n58;50-59;*\n",
    );
    let output = adult(&dir, &["--k", "2", "--quasi", "sex,age", "--json"]);
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let found: Value = serde_json::from_slice(&output.stdout).expect("one object");
    for key in ["k", "suppressed", "ncp", "seconds"] {
        assert!(found.get(key).is_some_and(Value::is_number), "{key}");
    }
    assert_eq!(found.get("suppressed"), Some(&Value::from(0)));
    assert!(found.get("k").and_then(Value::as_u64) >= Some(2));
    let released = std::fs::read_to_string(dir.path().join("out.csv")).expect("written");
    assert!(
        released.starts_with("sex;age;pay\nMale;30-39;1\nMale;30-39;2\n"),
        "{released}"
    );
    assert_eq!(released.lines().count(), 6);

    let said = String::from_utf8(adult(&dir, &["--quasi", "sex,shoe"]).stderr).expect("text");
    assert!(
        said.contains("there is no column “shoe”; --quasi may name: sex, age, pay"),
        "{said}"
    );
    let said = String::from_utf8(adult(&dir, &["--quasi", "sex,pay"]).stderr).expect("text");
    assert!(
        said.contains("add one that ends in hierarchy_pay.csv"),
        "{said}"
    );
}
