//! What tests build on: a whole application on a database of its own, people
//! in it, and a browser without windows. Never part of the program.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a test's trouble ends the test, and says so"
)]

mod browser;
mod database;
mod people;
mod stages;
mod test_app;

pub use browser::{Browser, Page};
pub use database::{Database, on_both};
pub use people::{PASSPHRASE, fresno, given, term};
pub use stages::{Reached, yes};
pub use test_app::TestApp;
