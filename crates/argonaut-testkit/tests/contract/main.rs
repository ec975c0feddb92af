//! The contract: every story runs on SQLite and on PostgreSQL, through the use
//! cases that the pages call.
#![expect(
    clippy::indexing_slicing,
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "tests fail loudly"
)]

mod accounts;
mod cards;
mod clients;
mod contacts;
mod imports;
mod introductions;
mod nodes;
mod rooms;
mod services;
mod suggestions;
mod thinning;
