//! Argonaut's keeper of secrets: what a client's sealed record holds, and the
//! gate that decides what of it may stand on a card. No SQL and no HTTP here.

pub mod dossier;
pub mod gate;
