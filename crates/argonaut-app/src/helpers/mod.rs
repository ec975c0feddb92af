//! Helpers: one's own profile, and how others appear.

pub mod directory;
pub mod edit;
pub mod view;
