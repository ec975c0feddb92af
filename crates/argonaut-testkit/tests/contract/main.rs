//! The contract of the storage, told as stories through the use cases: each
//! plays on SQLite and on PostgreSQL, and must end the same on both.
#![expect(clippy::unwrap_used, reason = "a test's trouble ends the test")]

mod accounts;
mod cards;
mod clients;
mod contacts;
mod machinery;
mod matches;
