//! Events of groups: who sees and answers them, who is told, and the file for calendars.

use argonaut_app::SignedIn;
use argonaut_app::background;
use argonaut_app::contacts::block;
use argonaut_app::groups::events::{self, EventDraft};
use argonaut_app::groups::join::{Wish, join};
use argonaut_app::groups::{GroupError, friends, invite, make};
use argonaut_app::notices;
use argonaut_domain::event::{EventAnswer, local};
use argonaut_domain::group::{GroupKind, GroupProfile, GroupRole};
use argonaut_domain::ids::GroupId;
use argonaut_domain::notice::NoticeKind;
use argonaut_domain::place::Place;
use argonaut_testkit::{TestApp, on_both};

on_both!(
    those_inside_see_and_answer_and_a_block_hides,
    whoever_comes_is_told_of_changes_and_reminded_once,
    befriended_groups_see_what_is_for_them,
);

async fn group(test: &TestApp, who: &SignedIn, others: &[(&SignedIn, GroupRole)]) -> GroupId {
    let profile = GroupProfile {
        name: "Elm Street".to_owned(),
        about: String::new(),
        kind: GroupKind::ByInvitation,
        place: Place::Anywhere,
        situations: Vec::new(),
        needs: Vec::new(),
        languages: Vec::new(),
        questions: Vec::new(),
        agreement: String::new(),
    };
    let id = make::make(&test.app, who, profile).await.unwrap();
    for (other, role) in others {
        invite::invite(&test.app, who, id, other.helper(), *role)
            .await
            .unwrap();
        join(&test.app, other, id, Wish::default()).await.unwrap();
    }
    id
}

fn draft(test: &TestApp, days: i64) -> EventDraft {
    let at = |days| local(test.app.now().plus_days(days), "America/Los_Angeles");
    EventDraft {
        title: "Soup evening".to_owned(),
        words: "Bring a bowl.".to_owned(),
        place: "Chapel hall".to_owned(),
        starts: at(days),
        ends: at(days + 1),
        zone: "America/Los_Angeles".to_owned(),
        for_friends: false,
    }
}

async fn told(test: &TestApp, who: &SignedIn, kind: NoticeKind) -> usize {
    let all = notices::list(&test.app, who).await.unwrap();
    all.iter().filter(|notice| notice.kind == kind).count()
}

async fn those_inside_see_and_answer_and_a_block_hides(test: TestApp) {
    let (rosa, eva) = (test.helper("rosa").await, test.helper("eva").await);
    let (ida, tom) = (test.helper("ida").await, test.helper("tom").await);
    let inside = [(&eva, GroupRole::Member), (&ida, GroupRole::Observer)];
    let id = group(&test, &rosa, &inside).await;
    let refused = events::make(&test.app, &ida, id, draft(&test, 5)).await;
    assert!(matches!(refused, Err(GroupError::NotAllowed)));
    let refused = events::make(&test.app, &tom, id, draft(&test, 5)).await;
    assert!(matches!(refused, Err(GroupError::NotFound)));
    let wrong = EventDraft {
        title: "x".repeat(121),
        ends: "yesterday".to_owned(),
        ..draft(&test, 5)
    };
    let refused = events::make(&test.app, &eva, id, wrong).await;
    assert!(matches!(refused, Err(GroupError::Invalid(faults)) if faults.len() == 2));
    let event = events::make(&test.app, &eva, id, draft(&test, 5))
        .await
        .unwrap();

    for answer in [EventAnswer::Maybe, EventAnswer::Going] {
        events::answer(&test.app, &ida, id, event, answer)
            .await
            .unwrap();
    }
    let page = events::look(&test.app, &rosa, id, event).await.unwrap();
    assert_eq!(page.answers.len(), 1, "one row each");
    assert_eq!(page.answers[0].1, EventAnswer::Going);
    assert!(page.changes, "who coordinates may");
    let file = events::calendar(&page);
    for line in [
        format!("UID:{event}"),
        "SUMMARY:Soup evening".to_owned(),
        format!(
            "DTSTART:{}",
            argonaut_domain::event::stamp(page.event.starts)
        ),
    ] {
        assert!(file.contains(&line), "{line}: {file}");
    }
    assert!(!file.contains("STATUS:CANCELLED"));
    let out = events::look(&test.app, &tom, id, event).await;
    assert!(matches!(out, Err(GroupError::NotFound)));
    let out = events::answer(&test.app, &tom, id, event, EventAnswer::Going).await;
    assert!(matches!(out, Err(GroupError::NotFound)));

    block::block(&test.app, &ida, rosa.helper()).await.unwrap();
    let page = events::look(&test.app, &rosa, id, event).await.unwrap();
    assert!(page.answers.is_empty());
    block::block(&test.app, &eva, rosa.helper()).await.unwrap();
    assert!(
        events::coming(&test.app, &rosa, id)
            .await
            .unwrap()
            .is_empty()
    );
    let out = events::look(&test.app, &rosa, id, event).await;
    assert!(matches!(out, Err(GroupError::NotFound)));
    assert_eq!(events::coming(&test.app, &ida, id).await.unwrap().len(), 1);
}

async fn whoever_comes_is_told_of_changes_and_reminded_once(test: TestApp) {
    let (rosa, eva) = (test.helper("rosa").await, test.helper("eva").await);
    let ida = test.helper("ida").await;
    let inside = [(&eva, GroupRole::Member), (&ida, GroupRole::Member)];
    let id = group(&test, &rosa, &inside).await;
    let event = events::make(&test.app, &rosa, id, draft(&test, 3))
        .await
        .unwrap();
    events::answer(&test.app, &eva, id, event, EventAnswer::Going)
        .await
        .unwrap();
    events::answer(&test.app, &ida, id, event, EventAnswer::No)
        .await
        .unwrap();
    let refused = events::cancel(&test.app, &eva, id, event).await;
    assert!(matches!(refused, Err(GroupError::NotAllowed)));
    events::change(&test.app, &rosa, id, event, 1, draft(&test, 4))
        .await
        .unwrap();
    let late = events::change(&test.app, &rosa, id, event, 1, draft(&test, 4)).await;
    assert!(matches!(late, Err(GroupError::Changed)));
    assert_eq!(told(&test, &eva, NoticeKind::EventChanged).await, 1);
    background::round(&test.app).await.unwrap();
    assert_eq!(told(&test, &eva, NoticeKind::EventSoon).await, 0);
    test.clock.advance_days(3);
    assert_eq!(background::round(&test.app).await.unwrap().events, 1);
    assert_eq!(background::round(&test.app).await.unwrap().events, 0);
    assert_eq!(told(&test, &eva, NoticeKind::EventSoon).await, 1);
    assert_eq!(told(&test, &ida, NoticeKind::EventSoon).await, 0);
    events::cancel(&test.app, &rosa, id, event).await.unwrap();
    assert_eq!(told(&test, &eva, NoticeKind::EventChanged).await, 2);
    let page = events::look(&test.app, &eva, id, event).await.unwrap();
    assert!(events::calendar(&page).contains("STATUS:CANCELLED"));
    let late = events::answer(&test.app, &eva, id, event, EventAnswer::Maybe).await;
    assert!(matches!(late, Err(GroupError::Changed)));
}

async fn befriended_groups_see_what_is_for_them(test: TestApp) {
    let (rosa, eva) = (test.helper("rosa").await, test.helper("eva").await);
    let (ours, theirs) = (
        group(&test, &rosa, &[]).await,
        group(&test, &eva, &[]).await,
    );
    friends::ask(&test.app, &rosa, ours, theirs).await.unwrap();
    friends::ask(&test.app, &eva, theirs, ours).await.unwrap();
    events::make(&test.app, &rosa, ours, draft(&test, 3))
        .await
        .unwrap();
    assert!(
        events::coming(&test.app, &eva, ours)
            .await
            .unwrap()
            .is_empty()
    );
    let open = EventDraft {
        for_friends: true,
        ..draft(&test, 3)
    };
    events::make(&test.app, &rosa, ours, open).await.unwrap();
    assert_eq!(
        events::coming(&test.app, &eva, ours).await.unwrap().len(),
        1
    );
}
