//! Accounts: registration, sign-in, sessions, passwords, invitations, and what
//! administrators decide about them.

pub mod administer;
pub mod invite;
mod keys;
pub mod password;
pub mod preferences;
pub mod recover;
pub mod register;
pub mod registration;
pub mod session;
pub mod sign_in;

pub use keys::PasswordProblem;
