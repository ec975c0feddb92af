//! Argonaut's words and rules. Pure: no I/O, no HTTP, no SQL, no keys. Every
//! other crate stands on this one, and it stands on none of them.

pub mod access;
pub mod audit;
pub mod card;
pub mod children;
pub mod clock;
pub mod consent;
pub mod event;
pub mod fold;
pub mod follow_up;
pub mod group;
pub mod helper;
pub mod hint;
pub mod ids;
pub mod introduction;
pub mod invitation;
pub mod language;
pub mod limit;
pub mod link;
pub mod locale;
pub mod network;
pub mod notice;
pub mod person;
pub mod place;
pub mod plan;
pub mod post;
pub mod reachable;
pub mod referral;
pub mod ring;
pub mod safety;
pub mod taxonomy;
pub mod told;
pub mod trust;
pub mod word;
