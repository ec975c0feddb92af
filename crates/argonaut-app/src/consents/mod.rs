//! Consents of clients: recorded, shown as a receipt, withdrawn, and what stops then.

pub mod receipt;
pub mod record;
pub(crate) mod stop;
pub mod withdraw;
