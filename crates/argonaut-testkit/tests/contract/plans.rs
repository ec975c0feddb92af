//! Plan, do, review: written by the circle, sealed, in the export and the client's link,
//! gone with the record.

use argonaut_app::clients::export::export;
use argonaut_app::clients::{ClientError, change, erase, open};
use argonaut_app::dossier::Plan;
use argonaut_app::links::About;
use argonaut_app::links::make::{Wish, WishAbout, make};
use argonaut_app::links::{mine, page};
use argonaut_app::plans::{
    NewBarrier, NewGoal, NewReview, NewStep, PlanError, add_barrier, add_goal, add_step, remove,
    review, turn_step,
};
use argonaut_app::{Kind, SignedIn};
use argonaut_domain::audit::Deed;
use argonaut_domain::ids::ClientId;
use argonaut_domain::locale::Locale;
use argonaut_domain::plan::{Attainment, BarrierOf, Doer};
use argonaut_testkit::{TestApp, on_both};

use crate::circles::{MEMBER, shared};
use crate::rights::holds;

on_both!(
    a_plan_is_made_done_and_reviewed,
    a_strangers_plan_does_not_exist,
    a_member_writes_the_plan_and_editing_the_record_keeps_it,
    a_plan_is_sealed_exported_shown_and_erased,
);

fn goal(words: &str) -> NewGoal {
    NewGoal {
        interest: "Chess".into(),
        words: words.into(),
        levels: vec![
            (Attainment::AsHoped, "Once a week".into()),
            (Attainment::More, "".into()),
        ],
    }
}

fn step(words: &str) -> NewStep {
    NewStep {
        words: words.into(),
        who: Doer::Together,
        by: None,
    }
}

async fn plan(test: &TestApp, who: &SignedIn, client: ClientId) -> Plan {
    let opened = open::open(&test.app, who, client).await.unwrap();
    opened.dossier.get().plan.clone()
}

async fn a_plan_is_made_done_and_reviewed(test: TestApp) {
    let (rosa, app) = (test.helper("rosa").await, &test.app);
    let id = test.client(&rosa, "Dolores").await;
    let empty = add_goal(app, &rosa, id, goal(" ")).await;
    assert!(matches!(empty, Err(PlanError::Empty)));
    add_goal(app, &rosa, id, goal("Play again")).await.unwrap();
    let made = plan(&test, &rosa, id).await;
    let first = &made.goals[0];
    assert_eq!(first.levels.len(), 1, "levels without words are left out");
    add_step(app, &rosa, id, first.id, step("Ask"))
        .await
        .unwrap();
    let nowhere = add_step(app, &rosa, id, 99, step("Ask")).await;
    assert!(matches!(nowhere, Err(PlanError::NotThere)));
    let made = plan(&test, &rosa, id).await;
    let (goal, step) = (made.goals[0].id, made.goals[0].steps[0].id);
    turn_step(app, &rosa, id, step, true).await.unwrap();
    let today = app.now().date();
    assert_eq!(
        plan(&test, &rosa, id).await.goals[0].steps[0].done,
        Some(today)
    );
    turn_step(app, &rosa, id, step, false).await.unwrap();
    assert_eq!(plan(&test, &rosa, id).await.goals[0].steps[0].done, None);
    let nothing = review(app, &rosa, id, NewReview::default()).await;
    assert!(matches!(nothing, Err(PlanError::NothingReviewed)));
    let found = NewReview {
        reached: vec![(goal, Attainment::More), (99, Attainment::MuchLess)],
        words: "It went well".into(),
        next: Some(today),
    };
    review(app, &rosa, id, found).await.unwrap();
    let made = plan(&test, &rosa, id).await;
    assert_eq!(made.reached(goal), Some((today, Attainment::More)));
    assert_eq!(
        made.reviews[0].score(),
        Some(60.0),
        "goal 99 counts nothing"
    );
    assert_eq!(made.review_on, Some(today));
    let version = open::open(app, &rosa, id).await.unwrap().version;
    assert!(matches!(
        remove(app, &rosa, id, 99).await,
        Err(PlanError::NotThere)
    ));
    let same = open::open(app, &rosa, id).await.unwrap().version;
    assert_eq!(same, version, "what changed nothing wrote nothing");
    remove(app, &rosa, id, goal).await.unwrap();
    assert!(plan(&test, &rosa, id).await.goals.is_empty());
    let long = "x".repeat(1_001);
    let long = add_goal(app, &rosa, id, self::goal(&long)).await;
    assert_eq!(long.unwrap_err().kind(), Kind::Invalid);
    let log = open::access_log(app, &rosa, id).await.unwrap();
    let changes = log.iter().filter(|line| line.deed == Deed::ClientChanged);
    assert_eq!(changes.count(), 6, "one line for each act that was kept");
}

async fn a_strangers_plan_does_not_exist(test: TestApp) {
    let (rosa, eva) = (test.helper("rosa").await, test.helper("eva").await);
    let id = test.client(&rosa, "Dolores").await;
    add_goal(&test.app, &rosa, id, goal("Play")).await.unwrap();
    let hidden = |result: Result<(), PlanError>| {
        assert!(matches!(
            result,
            Err(PlanError::Client(ClientError::NotFound))
        ));
    };
    let barrier = NewBarrier {
        of: BarrierOf::Person,
        words: "x".into(),
        tried: "".into(),
    };
    hidden(add_goal(&test.app, &eva, id, goal("Mine")).await);
    hidden(add_step(&test.app, &eva, id, 1, step("Mine")).await);
    hidden(add_barrier(&test.app, &eva, id, barrier).await);
    hidden(turn_step(&test.app, &eva, id, 1, true).await);
    hidden(remove(&test.app, &eva, id, 1).await);
    assert_eq!(plan(&test, &rosa, id).await.goals.len(), 1);
}

async fn a_member_writes_the_plan_and_editing_the_record_keeps_it(test: TestApp) {
    let (rosa, eva) = (test.helper("rosa").await, test.helper("eva").await);
    test.befriend(&rosa, &eva).await;
    let id = test.client(&rosa, "Dolores").await;
    shared(&test, &rosa, &eva, id, MEMBER).await;
    add_goal(&test.app, &eva, id, goal("Play")).await.unwrap();
    let opened = open::open(&test.app, &rosa, id).await.unwrap();
    let typed = test.dossier("Dolores R.");
    change::change(&test.app, &rosa, id, opened.version, typed)
        .await
        .unwrap();
    assert_eq!(plan(&test, &rosa, id).await.goals.len(), 1);
}

async fn a_plan_is_sealed_exported_shown_and_erased(test: TestApp) {
    let rosa = test.neighbour("rosa").await;
    let id = test.client(&rosa, "Dolores").await;
    add_goal(&test.app, &rosa, id, goal("goalcanary"))
        .await
        .unwrap();
    add_step(&test.app, &rosa, id, 1, step("stepcanary"))
        .await
        .unwrap();
    let barrier = NewBarrier {
        of: BarrierOf::Environment,
        words: "barriercanary".into(),
        tried: "triedcanary".into(),
    };
    add_barrier(&test.app, &rosa, id, barrier).await.unwrap();
    let found = NewReview {
        words: "reviewcanary".into(),
        ..NewReview::default()
    };
    review(&test.app, &rosa, id, found).await.unwrap();

    let exported = export(&test.app, &rosa, id).await.unwrap();
    let exported = exported.to_json().unwrap().to_string();
    let wish = Wish {
        about: WishAbout::See { notes: false },
        days: 14,
        language: Locale::Es,
    };
    let link = make(&test.app, &rosa, id, wish).await.unwrap();
    let given = mine::to_give(&test.app, &rosa, id, link).await.unwrap();
    let path = given.secrets.unwrap().path;
    let token = path.rsplit('/').next().unwrap();
    let seen = page::page(&test.app, token, true).await.unwrap();
    let About::See { record, .. } = &seen.shown.get().about else {
        panic!("a page of what is kept");
    };
    let shown = serde_json::to_string(record).unwrap();
    let canaries = [
        "goalcanary",
        "stepcanary",
        "barriercanary",
        "triedcanary",
        "reviewcanary",
    ];
    for canary in canaries {
        assert!(exported.contains(canary), "{canary} is exported");
        assert!(shown.contains(canary), "{canary} is on the client's page");
        assert!(!holds(&test, canary.as_bytes()).await, "{canary} is sealed");
    }
    erase::erase(&test.app, &rosa, id, "Dolores").await.unwrap();
    assert!(matches!(
        open::open(&test.app, &rosa, id).await,
        Err(ClientError::NotFound)
    ));
    assert!(page::page(&test.app, token, true).await.is_err());
}
