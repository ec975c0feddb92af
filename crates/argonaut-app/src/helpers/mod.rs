//! Helpers: one's own profile, and how others appear.

pub mod edit;
pub mod view;
