//! Second factors at sign-in: codes of an authenticator app, and passkeys. They guard the door;
//! the password alone opens the vault, and nothing here can open a record.

#[cfg(test)]
mod device;
mod passkey;
mod totp;

pub use passkey::{PasskeyError, Passkeys, Question};
pub use totp::TotpSecret;
