//! Consents of clients: recorded, withdrawn.

pub mod record;
pub mod withdraw;
