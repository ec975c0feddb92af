//! Helpers: one's own profile, and how others appear.

pub mod directory;
pub mod edit;
pub mod remember;
pub mod shared;
pub(crate) mod standing;
pub mod view;
