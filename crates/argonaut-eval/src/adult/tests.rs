//! Tables from end to end: what is released is k alike, true, and no more
//! general than it need be; what cannot be used is told with its line.

use std::collections::HashMap;
use std::path::PathBuf;

use tempfile::TempDir;

use super::table::Table;
use super::*;

struct Files {
    dir: TempDir,
}

impl Files {
    fn new() -> Self {
        let files = Self {
            dir: TempDir::new().unwrap(),
        };
        let ages: String = (1..=100)
            .map(|age| {
                format!(
                    "{age};{}s;{};*\n",
                    age / 10 * 10,
                    if age < 18 { "minor" } else { "adult" }
                )
            })
            .collect();
        // Tens and adulthood do not nest: 18 and 19 are among the tens.
        let ages = ages
            .replace("18;10s;", "18;18+;")
            .replace("19;10s;", "19;18+;");
        files.write("some_hierarchy_age.csv", &ages);
        files.write(
            "some_hierarchy_town.csv",
            "Ajo;South;*\nBisbee;South;*\nPage;North;*\nKayenta;North;*\n",
        );
        files
    }
    fn write(&self, name: &str, text: &str) -> PathBuf {
        let path = self.dir.path().join(name);
        std::fs::write(&path, text).unwrap();
        path
    }
    fn release(&self, table: &str, k: usize, quasi: &str) -> Result<(Figures, Table), TableError> {
        let data = self.write("table.csv", table);
        let output = self.dir.path().join("out.csv");
        let quasi: Vec<String> = quasi.split(',').map(str::to_owned).collect();
        let figures = released(&data, self.dir.path(), k, &quasi, &output)?;
        Ok((figures, Table::read(&output)?))
    }
}

/// Rows by a plain rule, many of them alike.
fn rows(count: usize) -> String {
    let towns = ["Ajo", "Bisbee", "Page", "Kayenta"];
    let rows = (0..count).map(|row| {
        let age = 1 + row * row % 97;
        format!("{age};{};kept {row}\n", towns[row * 7 % 13 % 4])
    });
    format!("age;town;note\n{}", rows.collect::<String>())
}

#[test]
fn every_row_is_released_k_alike_and_truly() {
    let files = Files::new();
    for (count, k) in [(5, 5), (9, 5), (40, 2), (500, 5), (1_500, 13)] {
        let table = rows(count);
        let (figures, released) = files.release(&table, k, "age,town").unwrap();
        assert_eq!((figures.rows, released.rows.len()), (count, count));
        let mut classes: HashMap<(&str, &str), usize> = HashMap::new();
        for (row, (_, cells)) in released.rows.iter().enumerate() {
            *classes
                .entry((cells[0].as_str(), cells[1].as_str()))
                .or_default() += 1;
            assert_eq!(cells[2], format!("kept {row}"), "other columns stay");
        }
        let smallest = classes.values().copied().min().unwrap();
        assert!(smallest >= k, "{smallest}");
        assert!(figures.k >= k && figures.k <= smallest);
        let (tree, known) = table::hierarchy(files.dir.path(), "age").unwrap();
        let mut loss = 0.0;
        let (towns, names) = table::hierarchy(files.dir.path(), "town").unwrap();
        for ((_, cells), line) in released.rows.iter().zip(table.lines().skip(1)) {
            let own: Vec<&str> = line.split(';').collect();
            for (cell, (tree, known), own) in [
                (&cells[0], (&tree, &known), own[0]),
                (&cells[1], (&towns, &names), own[1]),
            ] {
                let node = (0..tree.levels).map(|level| tree.node(known[own], level));
                let node = node.into_iter().find(|node| tree.label(*node) == cell);
                let node = node.unwrap_or_else(|| panic!("{cell} is not above {own}"));
                loss += f64::from(tree.loss(node)) / f64::from(WHOLE);
            }
        }
        let ncp = loss / (2 * count) as f64;
        assert!((ncp - figures.ncp).abs() < 1e-9, "{ncp} {}", figures.ncp);
    }
}

#[test]
fn rows_that_are_alike_lose_nothing() {
    let files = Files::new();
    let table = format!(
        "age;town\n{}{}",
        "30;Ajo\n".repeat(5),
        "44;Page\n".repeat(7)
    );
    let (figures, _) = files.release(&table, 5, "age,town").unwrap();
    assert_eq!((figures.ncp, figures.k, figures.classes), (0.0, 5, 2));
    let (figures, released) = files
        .release("age,town\n30,Ajo\n31,Bisbee\n", 2, "age,town")
        .unwrap();
    assert_eq!(figures.classes, 1);
    assert_eq!(
        released.rows[0].1,
        ["30s", "South"],
        "no more general than need be"
    );
}

#[test]
fn what_cannot_be_used_is_told() {
    let files = Files::new();
    let told = |table: &str, k, quasi: &str| match files.release(table, k, quasi) {
        Ok(_) => panic!("{table} was released"),
        Err(error) => error.to_string(),
    };
    assert!(
        told("age;town\n30;Ajo\n30;Moon\n", 2, "town")
            .contains("table.csv:3: “Moon” is not in the hierarchy of town")
    );
    assert!(
        told("age;town\n30\n", 1, "age").contains("table.csv:2: 1 cells, where the header names 2")
    );
    assert!(told("age;town\n30;Ajo\n", 1, "shoe").contains("--quasi may name: age, town"));
    assert!(told("age;town\n30;Ajo\n", 1, "age,age").contains("twice"));
    assert!(told("age;shoe\n30;44\n", 1, "shoe").contains("hierarchy_shoe.csv"));
    assert!(told("age;town\n30;Ajo\n", 2, "age").contains("1 rows cannot be 2 alike"));
    for (hierarchy, what) in [
        ("1;a;*\n2;b\n", "hierarchy_shoe.csv:2: 2 levels"),
        ("1;a;*\n1;a;*\n", "stands in value 1 already"),
        ("1;a;x;*\n2;a;y;*\n", "stands under two nodes"),
        ("1;a\n2;b\n", "2 nodes at the top"),
        ("", "there is no value"),
    ] {
        files.write("x_hierarchy_shoe.csv", hierarchy);
        let told = told("shoe\n1\n", 1, "shoe");
        assert!(told.contains(what), "{told}");
    }
    files.write("shoe.csv", "1;*\n");
    assert!(told("shoe\n1\n", 1, "shoe").contains("two hierarchies for “shoe”"));
}
