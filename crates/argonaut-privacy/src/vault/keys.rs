//! A helper's key pair and the keys derived from its private half.
//! How the private key is kept at rest is told in `password`, `recovery` and `session`.

use std::fmt;

use rand::CryptoRng;
use x25519_dalek::StaticSecret;

use super::context::Context;
use super::pin::{ContactKey, Fingerprint};
use super::sealed::{self, Sealed};
use super::secret::Secret;
use super::{IdBytes, Plaintext, VaultError, padding};

/// A helper's X25519 public key. Not secret, but worth nothing until it is pinned.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct PublicKey([u8; 32]);

impl PublicKey {
    /// Takes the 32 stored bytes.
    ///
    /// # Errors
    /// [`VaultError::UnusableKey`] when there are not 32 of them.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, VaultError> {
        bytes
            .try_into()
            .map(Self)
            .map_err(|_| VaultError::UnusableKey)
    }

    pub(super) const fn of(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// The public half of a private key that is no helper's.
    pub(super) fn of_private(private: &Secret) -> Self {
        let copy = StaticSecret::from(*private.bytes());
        Self(x25519_dalek::PublicKey::from(&copy).to_bytes())
    }

    /// The bytes to store.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

/// An opened key pair of one helper: whoever holds it can open what that helper can.
///
/// It lives for one request and wipes itself when dropped. It knows whose it is, so that
/// no call needs, or can confuse, the helper's own id.
pub struct HelperKeys {
    helper: IdBytes,
    private: Secret,
    public: PublicKey,
    vault: VaultKey,
}

/// Keys for what only the owner opens, derived from the private key, one for each use.
#[derive(Debug)]
pub(super) struct VaultKey {
    pub(super) wraps: Secret,
    pub(super) manifest: Secret,
    pub(super) pins: Secret,
    pub(super) own: Secret,
}

impl HelperKeys {
    /// A new key pair for a helper.
    pub fn generate(helper: IdBytes, rng: &mut (impl CryptoRng + ?Sized)) -> Self {
        Self::from_private(helper, Secret::generate(rng))
    }

    fn from_private(helper: IdBytes, private: Secret) -> Self {
        let public = PublicKey(public_of(&private));
        let derive = |usage| private.derive(&Context::new(usage));
        let vault = VaultKey {
            wraps: derive("vault key: record wraps"),
            manifest: derive("vault key: manifest"),
            pins: derive("vault key: pins"),
            own: derive("vault key: own copies"),
        };
        Self {
            helper,
            private,
            public,
            vault,
        }
    }

    /// Rebuilds the pair from an opened private key and refuses it when the stored public
    /// key is not its own: then somebody exchanged the public key in the database.
    pub(super) fn restore(
        helper: IdBytes,
        private: &[u8],
        stored_public: &PublicKey,
    ) -> Result<Self, VaultError> {
        let secret = Secret::from_slice(private).ok_or(VaultError::Damaged)?;
        let keys = Self::from_private(helper, secret);
        if keys.public == *stored_public {
            Ok(keys)
        } else {
            Err(VaultError::KeyChanged)
        }
    }

    /// Whose keys these are.
    #[must_use]
    pub fn helper(&self) -> &IdBytes {
        &self.helper
    }

    /// The half that others may know.
    #[must_use]
    pub fn public(&self) -> &PublicKey {
        &self.public
    }

    /// What this helper reads out when a contact compares keys.
    #[must_use]
    pub fn fingerprint(&self) -> Fingerprint {
        ContactKey {
            helper: self.helper,
            public: self.public,
        }
        .fingerprint()
    }

    /// Seals something that only this helper will read (a draft, a private note, a setting),
    /// bound to the id of its subject; lengths are padded.
    ///
    /// # Errors
    /// [`VaultError::Unavailable`] only.
    pub fn seal_own(
        &self,
        subject: &IdBytes,
        text: &[u8],
        rng: &mut (impl CryptoRng + ?Sized),
    ) -> Result<Sealed, VaultError> {
        let context = self.own_context(subject);
        sealed::seal(&self.vault.own, &context, &padding::pad(text, 0), rng)
    }

    /// Opens what [`HelperKeys::seal_own`] made for the same subject.
    ///
    /// # Errors
    /// [`VaultError::Damaged`] when it is not that, or was changed.
    pub fn open_own(&self, subject: &IdBytes, sealed: &Sealed) -> Result<Plaintext, VaultError> {
        padding::unpad(sealed::open(
            &self.vault.own,
            &self.own_context(subject),
            sealed,
        )?)
    }

    /// Bytes that stand for another helper in this helper's eyes, where something is seen of
    /// them (`about`: a card's place, an enquiry): the same each time, and unrelated to what
    /// stands for them elsewhere, or in anybody else's eyes, since this helper's key is in them.
    #[must_use]
    pub fn pseudonym(&self, other: &IdBytes, about: &[u8]) -> [u8; 32] {
        let context = Context::new("argonaut pseudonym v2")
            .id("viewer", &self.helper)
            .id("other", other)
            .field("about", about);
        *self.vault().own.derive(&context).bytes()
    }

    fn own_context(&self, subject: &IdBytes) -> Context {
        Context::new("own")
            .id("helper", &self.helper)
            .id("subject", subject)
    }

    pub(super) fn private(&self) -> &[u8; 32] {
        self.private.bytes()
    }

    pub(super) fn vault(&self) -> &VaultKey {
        &self.vault
    }
}

/// The public half. The arithmetic's own copy of the private half is wiped when it is done.
fn public_of(private: &Secret) -> [u8; 32] {
    let copy = StaticSecret::from(*private.bytes());
    x25519_dalek::PublicKey::from(&copy).to_bytes()
}

impl fmt::Debug for HelperKeys {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("HelperKeys(…)")
    }
}
