//! Argonaut's faces: pages and API over the same use cases. Only this crate
//! knows HTTP; it decides nothing that the use cases decide.

pub mod assets;
pub mod i18n;
pub mod pages;
pub mod security;
