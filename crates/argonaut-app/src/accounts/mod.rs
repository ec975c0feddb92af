//! Accounts: registration, sign-in and its second factors, sessions, passwords, the ways
//! back in, API tokens, invitations, and what administrators decide about them.

pub mod administer;
mod attempts;
pub mod invite;
mod keys;
pub mod organisation;
pub mod password;
pub mod preferences;
pub mod recover;
pub mod register;
pub mod registration;
pub mod reset;
pub mod second_factor;
pub mod session;
pub mod sign_in;
pub mod tokens;
pub mod tree;
pub mod trusted;

pub use keys::PasswordProblem;
