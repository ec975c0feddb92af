//! Argonaut's use cases, a file per verb under its noun. They join the rules
//! (`domain`), the keys (`privacy`), the engine and the store; they know no
//! HTTP and no SQL. Both faces, pages and API, call them and nothing below.

pub mod accounts;
mod app;
pub mod background;
pub mod cards;
pub mod circle;
pub mod clients;
pub mod consents;
pub mod contacts;
mod error;
mod fuzzy;
pub mod groups;
pub mod helpers;
pub mod hints;
pub mod impact;
mod kept;
pub mod limits;
pub mod links;
mod listings;
pub mod matches;
mod memory;
pub mod messages;
pub mod networks;
mod nightly;
pub mod notices;
mod opener;
pub mod people;
pub mod plans;
pub mod population;
pub mod posts;
pub mod referrals;
pub mod rings;
pub mod safety;
mod sealing;
pub mod searches;
pub mod services;
pub mod suggestions;
pub mod told;
pub mod trust;
pub mod weights;
mod who;
pub mod words;
mod world;

pub use app::{App, AppConfig, Kdf, SignInRules};
pub use argonaut_engine as engine;
pub use argonaut_privacy::{dossier, gate};
pub use error::{Kind, Trouble};
pub use opener::RecordTrouble;
pub use who::{NewSession, SignedIn};
