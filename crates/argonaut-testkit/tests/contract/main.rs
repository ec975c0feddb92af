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
mod attacks;
mod cards;
mod circles;
mod clients;
mod contacts;
mod drafts;
mod events;
mod follow_ups;
mod groups;
mod hints;
mod impact;
mod imports;
mod introductions;
mod limits;
mod live;
mod mail;
mod match_rooms;
mod messages;
mod networks;
mod nodes;
mod organisation;
mod people;
mod plans;
mod posts;
mod push;
mod referrals;
mod rights;
mod rings;
mod rooms;
mod safety;
mod searches;
mod second_factor;
mod services;
mod suggestions;
mod thinning;
mod tokens;
mod tree;
mod trust;
mod trusted;
