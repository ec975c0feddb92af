//! Keys, sealing, the plaintext of a client's record, the gate through which a card
//! leaves it, and the scrubber of free text. Knows no storage and no HTTP.

pub mod dossier;
pub mod gate;
pub mod picture;
pub mod push;
pub mod scrub;
pub mod second_factor;
pub mod vault;
