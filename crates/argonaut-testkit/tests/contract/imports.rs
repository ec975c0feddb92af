//! Clients from a CSV file: planned, checked against who is there, and kept
//! all together or not at all.

use argonaut_app::SignedIn;
use argonaut_app::clients::import::{self, ImportError, Plan, Problem, Target};
use argonaut_app::clients::list::{ListQuery, list};
use argonaut_app::clients::open;
use argonaut_domain::locale::Locale;
use argonaut_testkit::{TestApp, on_both};

on_both!(
    a_file_becomes_sealed_records,
    a_row_without_a_name_keeps_everything_out,
    who_is_there_already_is_pointed_out,
);

const FILE: &str = "Name,telephone,City,What do you need?,Is your need:,Notes\n\
    Sam,555 0101,\"Fresno, California\",\"Food, moonlight\",Urgent,Has a dog\n\
    Ana,555 0102,Nowhereville,,,\n";

async fn planned(test: &TestApp, who: &SignedIn, text: &str) -> Plan {
    let table = import::read(text.as_bytes()).unwrap();
    let mapping = import::guess(&table);
    let now = test.app.now();
    let mut plan = import::prepare(&table, &mapping, who.helper(), now, Locale::En);
    import::duplicates(&test.app, who, &mut plan).await.unwrap();
    plan
}

async fn total(test: &TestApp, who: &SignedIn) -> usize {
    list(&test.app, who, &ListQuery::default())
        .await
        .unwrap()
        .total
}

async fn a_file_becomes_sealed_records(test: TestApp) {
    let (rosa, eva) = (test.helper("rosa").await, test.helper("eva").await);
    let plan = planned(&test, &rosa, FILE).await;
    let kept = import::run(&test.app, &rosa, plan, false).await.unwrap();
    assert_eq!((kept.len(), total(&test, &rosa).await), (2, 2));
    let sam = open::open(&test.app, &rosa, kept[0]).await.unwrap();
    let sam = sam.dossier.get();
    assert_eq!((sam.name(), sam.needs.len()), ("Sam", 1));
    assert!(sam.notes.iter().any(|note| note.text.contains("Has a dog")));
    assert!(sam.notes.iter().any(|note| note.text.contains("moonlight")));
    assert!(open::open(&test.app, &eva, kept[0]).await.is_err());
    assert_eq!(total(&test, &eva).await, 0);
}

async fn a_row_without_a_name_keeps_everything_out(test: TestApp) {
    let rosa = test.helper("rosa").await;
    let plan = planned(&test, &rosa, "Name,telephone\nSam,555 0101\n,555 0102\n").await;
    assert_eq!(plan.rows[1].problems, [Problem::NoName]);
    let run = import::run(&test.app, &rosa, plan, true).await;
    assert!(matches!(run, Err(ImportError::NoName(3))), "{run:?}");
    assert_eq!(total(&test, &rosa).await, 0);
    let nothing = planned(&test, &rosa, "Name\n").await;
    assert!(matches!(
        import::run(&test.app, &rosa, nothing, false).await,
        Err(ImportError::Nothing)
    ));
}

async fn who_is_there_already_is_pointed_out(test: TestApp) {
    let rosa = test.helper("rosa").await;
    let first = planned(&test, &rosa, FILE).await;
    assert!(first.rows.iter().all(|row| !row.duplicate));
    assert_eq!(
        first.rows[1].problems,
        [Problem::NotUnderstood(
            Target::Place,
            "Nowhereville".to_owned()
        )]
    );
    import::run(&test.app, &rosa, first, true).await.unwrap();
    // The same telephone number under another name, and one person twice in the file.
    let text = "Name,telephone\nSamuel,(555) 0101\nIris,555 0199\nIRIS,\n";
    let again = planned(&test, &rosa, text).await;
    let marked: Vec<bool> = again.rows.iter().map(|row| row.duplicate).collect();
    assert_eq!(marked, [true, false, true]);
    let kept = import::run(&test.app, &rosa, again, true).await.unwrap();
    assert_eq!((kept.len(), total(&test, &rosa).await), (1, 3));
}
