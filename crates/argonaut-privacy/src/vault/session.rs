//! Sessions: a random token in the browser's cookie, and the private key sealed under it.
//! The server keeps the token's hash and the sealed key, and can open neither alone.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use rand::CryptoRng;
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use super::context::Context;
use super::sealed::{self, Sealed};
use super::secret::Secret;
use super::{HelperKeys, IdBytes, PublicKey, VaultError};

/// A random 256-bit token: whoever holds it *is* the session.
#[derive(Clone, Debug)]
pub struct SessionToken(Secret);

/// What the server stores in place of a token, to find its row. A hash without salt is
/// enough, since nobody can guess 256 random bits.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct TokenHash([u8; 32]);

/// The facts of a session row that cannot be edited without making it useless.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct SessionBinding {
    /// The row's id.
    pub session: IdBytes,
    /// Whose session it is.
    pub helper: IdBytes,
    /// When it ends at the latest, in microseconds UTC. A sliding end lives in another column.
    pub ends_at_micros: i64,
}

impl SessionToken {
    /// A new token.
    pub fn generate(rng: &mut (impl CryptoRng + ?Sized)) -> Self {
        Self(Secret::generate(rng))
    }

    /// Reads the cookie's text.
    ///
    /// # Errors
    /// [`VaultError::MalformedToken`] when it is not 43 letters of base64url.
    pub fn parse(text: &str) -> Result<Self, VaultError> {
        let decoded = URL_SAFE_NO_PAD
            .decode(text)
            .map(Zeroizing::new)
            .map_err(|_| VaultError::MalformedToken)?;
        Secret::from_slice(&decoded)
            .map(Self)
            .ok_or(VaultError::MalformedToken)
    }

    /// The text for the cookie: 43 letters of base64url.
    #[must_use]
    pub fn reveal(&self) -> Zeroizing<String> {
        Zeroizing::new(URL_SAFE_NO_PAD.encode(self.0.bytes()))
    }

    /// What to store and to look the session up by.
    #[must_use]
    pub fn token_hash(&self) -> TokenHash {
        let mut hash = Sha256::new();
        hash.update(b"argonaut session token\0");
        hash.update(self.0.bytes());
        TokenHash(hash.finalize().into())
    }

    /// Seals the private key under the token, for the session row.
    ///
    /// # Errors
    /// [`VaultError::WrongSession`] when the binding names another helper than the keys do.
    pub fn seal_session(
        &self,
        binding: &SessionBinding,
        keys: &HelperKeys,
        rng: &mut (impl CryptoRng + ?Sized),
    ) -> Result<Sealed, VaultError> {
        if binding.helper != *keys.helper() {
            return Err(VaultError::WrongSession);
        }
        sealed::seal(&self.key(), &binding.context(), keys.private(), rng)
    }

    /// Opens the private key again. The binding comes from the row, the token from the
    /// cookie; `stored_public` is as in [`PasswordKdf::open`](super::PasswordKdf::open).
    /// Whether the session has ended is the caller's to check.
    ///
    /// # Errors
    /// [`VaultError::WrongSession`] when token and row do not belong together or the row was
    /// edited, [`VaultError::KeyChanged`] when the stored public key is another.
    pub fn open_session(
        &self,
        binding: &SessionBinding,
        stored_public: &PublicKey,
        sealed: &Sealed,
    ) -> Result<HelperKeys, VaultError> {
        let private = sealed::open(&self.key(), &binding.context(), sealed)
            .map_err(|_| VaultError::WrongSession)?;
        HelperKeys::restore(binding.helper, &private, stored_public)
    }

    pub(super) fn secret(&self) -> &Secret {
        &self.0
    }

    fn key(&self) -> Secret {
        self.0.derive(&Context::new("session key"))
    }
}

impl TokenHash {
    pub(super) const fn from_array(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// The bytes to store.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

impl SessionBinding {
    fn context(&self) -> Context {
        Context::new("private key under session")
            .id("session", &self.session)
            .id("helper", &self.helper)
            .field("ends", &self.ends_at_micros.to_be_bytes())
    }
}
