//! The pages: one folder per area, on top of a shared layout and parts.

pub(crate) mod accounts;
pub(crate) mod admin;
pub(crate) mod cards;
pub(crate) mod circles;
pub(crate) mod clients;
pub(crate) mod drafts;
pub(crate) mod find;
pub(crate) mod follow_ups;
pub(crate) mod groups;
pub(crate) mod health;
pub(crate) mod helpers;
pub(crate) mod hints;
pub(crate) mod home;
pub(crate) mod impact;
pub mod layout;
pub(crate) mod matches;
pub(crate) mod messages;
pub(crate) mod network;
pub(crate) mod notifications;
pub mod parts;
pub(crate) mod plan;
pub(crate) mod posts;
pub(crate) mod referrals;
pub(crate) mod rights;
pub(crate) mod rings;
pub(crate) mod safety;
mod style_guide;
pub(crate) mod suggestions;
#[cfg(test)]
mod tests;
pub(crate) mod told;
pub(crate) mod trust;
pub(crate) mod typed;

pub use style_guide::{sample_places, style_guide};
#[cfg(test)]
pub(crate) use tests::lint;
