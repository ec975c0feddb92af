//! Storage: a unit of work on SQLite or PostgreSQL, and a file per aggregate.
//! The one crate that knows SQL. It keeps sealed bytes and cannot open them.

mod audit;
mod cards;
mod changes;
mod clients;
mod consents;
mod contacts;
mod db;
mod error;
mod helpers;
mod invitations;
mod jobs;
mod known;
mod links;
mod marks;
mod matches;
mod notices;
mod services;
mod sessions;
mod settings;

pub use changes::{Change, ChangeKind};
pub use clients::{ClientRow, NewClient};
pub use contacts::{ContactRow, PinRow};
pub use db::{Backend, Read, Store, Write};
pub use error::StoreError;
pub use helpers::{HelperKeysRow, NewHelper};
pub use invitations::Invitation;
pub use jobs::Job;
pub use known::KnownRow;
pub use links::{LinkHashes, LinkRow, LinksToEnd, RequestRow};
pub use marks::MarkRow;
pub use matches::{MatchEvent, MatchRow, MessageRow, ReleaseRow};
pub use services::{Service, ServiceContact};
pub use sessions::SessionRow;
