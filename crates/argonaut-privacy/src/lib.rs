//! Keys, sealing, the plaintext of a client's record, and the gate through
//! which a card leaves it. Knows no storage and no HTTP.

pub mod dossier;
pub mod gate;
pub mod second_factor;
pub mod vault;
