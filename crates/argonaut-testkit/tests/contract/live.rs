//! The bell of an open page: told across nodes, ended with the session.

use std::time::Duration;

use argonaut_app::contacts::ask::ask;
use argonaut_testkit::{Events, TestApp, on_both};
use axum::http::StatusCode;
use tokio::time::timeout;

on_both!(
    an_open_page_is_told_what_another_node_wrote,
    a_stream_ends_with_its_session,
    a_helper_has_few_streams
);

/// The next piece, with patience for a slow machine.
async fn next(events: &mut Events) -> Option<String> {
    timeout(Duration::from_secs(30), events.next())
        .await
        .expect("the stream says something or ends")
}

async fn an_open_page_is_told_what_another_node_wrote(test: TestApp) {
    test.neighbours().await;
    let (rosa, eva) = (test.neighbour("rosa").await, test.neighbour("eva").await);
    let other = test.another_node().await;
    let mut page = test.site().signed_in("eva").await;
    let mut events = page.listen("/events").await;
    assert_eq!(events.status, StatusCode::OK);
    let first = next(&mut events).await.expect("the count at once");
    assert!(
        first.contains("event: bell") && first.contains("\"count\":0"),
        "{first}"
    );
    ask(&other, &rosa, eva.helper()).await.unwrap();
    let news = next(&mut events).await.expect("the new count");
    assert!(news.contains("\"count\":1"), "{news}");
    assert!(!news.contains(&rosa.name), "a count, and no name: {news}");
    page.post("/notifications/read", &[]).await;
    let read = next(&mut events).await.expect("the count after reading");
    assert!(read.contains("\"count\":0"), "{read}");
}

async fn a_stream_ends_with_its_session(test: TestApp) {
    test.neighbours().await;
    test.neighbour("eva").await;
    let mut page = test.site().signed_in("eva").await;
    let mut events = page.listen("/events").await;
    next(&mut events).await.expect("the count at once");
    page.post("/sign-out", &[]).await;
    assert_eq!(next(&mut events).await, None, "signed out");

    let page = test.site().signed_in("eva").await;
    let mut events = page.listen("/events").await;
    next(&mut events).await.expect("the count at once");
    test.clock.advance_days(400);
    assert_eq!(next(&mut events).await, None, "the session's time is over");
}

async fn a_helper_has_few_streams(test: TestApp) {
    test.neighbours().await;
    test.neighbour("eva").await;
    let page = test.site().signed_in("eva").await;
    let mut open = Vec::new();
    for _ in 0..3 {
        let events = page.listen("/events").await;
        assert_eq!(events.status, StatusCode::OK);
        open.push(events);
    }
    let refused = page.listen("/events").await;
    assert_eq!(refused.status, StatusCode::NO_CONTENT);
    open.pop();
    assert_eq!(
        page.listen("/events").await.status,
        StatusCode::OK,
        "a place is free again"
    );
}
