//! The proof of the one visibility filter: societies are made at random, and every page
//! that lists anything (read from the router itself) is opened by everybody in them. An
//! oracle of a few lines says what may stand there. What must not be seen appears
//! nowhere, and what may be seen appears on the page that is made for it.
#![expect(
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "tests fail loudly"
)]

mod oracle;
mod quarrels;
mod society;
mod things;
mod walk;

use argonaut_testkit::TestApp;

use society::Society;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_forbidden_appears_on_sqlite() {
    walk::walk(Society::new(TestApp::sqlite().await, 1).await, 1).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_forbidden_appears_on_postgres() {
    if let Some(test) = TestApp::postgres().await {
        walk::walk(Society::new(test, 2).await, 2).await;
    }
}

/// Many more societies than the usual run has time for.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "takes minutes: for a change of who sees what"]
async fn nothing_forbidden_appears_in_more_societies() {
    for seed in 3..11 {
        walk::walk(Society::new(TestApp::sqlite().await, seed).await, seed).await;
    }
}
