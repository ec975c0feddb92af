//! Argonaut's keeper of secrets: the vault that seals a client's record.
//! Synchronous arithmetic only: no SQL, no HTTP and no files here.

pub mod vault;
