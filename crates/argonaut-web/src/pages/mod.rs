//! The pages: one file per resource, on top of a shared layout and parts.

pub mod layout;
#[cfg(test)]
pub(crate) mod lint;
pub mod parts;
mod style_guide;

pub use style_guide::{sample_places, style_guide};
