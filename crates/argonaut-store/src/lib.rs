//! Storage: a unit of work on SQLite or PostgreSQL, and a file per aggregate.
//! The one crate that knows SQL. It keeps sealed bytes and cannot open them.

mod api_tokens;
mod attempts;
mod audit;
mod cards;
mod changes;
mod circles;
mod clients;
mod consents;
mod contacts;
mod db;
mod deposits;
mod error;
mod factors;
mod helpers;
mod invitations;
mod jobs;
mod known;
mod manifests;
mod marks;
mod matches;
mod notices;
mod recovery;
mod services;
mod sessions;
mod settings;

pub use api_tokens::ApiTokenRow;
pub use changes::{Change, ChangeKind};
pub use circles::{SeatOffer, SeatRow};
pub use clients::{ClientRow, NewClient};
pub use contacts::{Compared, ContactRow, PinRow};
pub use db::{Backend, Read, Store, Write};
pub use deposits::{DepositKind, DepositRow};
pub use error::StoreError;
pub use factors::{FactorKind, FactorRow};
pub use helpers::{HelperKeysRow, NewHelper};
pub use invitations::Invitation;
pub use jobs::Job;
pub use known::KnownRow;
pub use manifests::{AlarmRow, ManifestRow};
pub use marks::MarkRow;
pub use matches::{MatchEvent, MatchRow, MessageRow, ReleaseRow};
pub use recovery::{ApprovalRow, HeldShare, OrganisationCopy, RequestRow, SetRow, ShareRow};
pub use services::{Service, ServiceContact};
pub use sessions::SessionRow;
