//! What can go wrong in the vault: one closed list, whose texts tell an attacker nothing.
//! No variant carries bytes, ids or the cause inside a primitive.

/// Why the vault refused.
///
/// An authenticated cipher cannot say *why* bytes do not open, so [`VaultError::Damaged`]
/// stands for all of: changed bytes, bytes of another row or an older version, another key.
#[derive(Clone, Copy, Debug, Eq, PartialEq, thiserror::Error)]
pub enum VaultError {
    /// The password does not open the private key (or the pepper is another one,
    /// or the stored bytes were changed: the three look alike).
    #[error("the password does not fit")]
    WrongPassword,
    /// The recovery code is well formed but does not open the private key.
    #[error("the recovery code does not fit")]
    WrongRecoveryCode,
    /// The typed recovery code has a typing error: wrong length, letter or check symbol.
    #[error("the recovery code is not written correctly")]
    MalformedRecoveryCode,
    /// The session token does not open this session, or the row was edited.
    #[error("the session cannot be resumed")]
    WrongSession,
    /// The cookie's text is not a session token.
    #[error("the session token is not written correctly")]
    MalformedToken,
    /// The bytes do not open here: changed, moved from another place, older, or another key.
    #[error("the sealed data cannot be opened")]
    Damaged,
    /// A public key is not the one that was pinned, or not the one of the opened private key.
    #[error("the key of this helper has changed")]
    KeyChanged,
    /// A key has the wrong length or is one that no honest helper can have.
    #[error("the key cannot be used")]
    UnusableKey,
    /// The costs of the password function are outside the accepted range.
    #[error("the password cost is out of range")]
    CostOutOfRange,
    /// A primitive could not do its work, for example for want of memory.
    #[error("the vault could not do its work")]
    Unavailable,
}
