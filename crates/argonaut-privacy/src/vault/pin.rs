//! Pins: how a helper remembers a contact's public key so that the server cannot exchange it.
//! A pin is a MAC under the owner's key, over the same bytes that the fingerprint shows.

use std::fmt;

use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use super::context::Context;
use super::{HelperKeys, IdBytes, PublicKey, VaultError};

/// A helper and the public key that the database says is theirs: not yet to be trusted.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct ContactKey {
    /// Whose key it is said to be.
    pub helper: IdBytes,
    /// The key.
    pub public: PublicKey,
}

/// The owner's mark on a contact's key, made when the two helpers accepted each other.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct PinMac([u8; 32]);

/// A contact's key that carries the owner's own mark.
///
/// Only [`HelperKeys::verify_pin`] makes one, and everything that seals to, or opens from,
/// another helper asks for it: an unchecked key cannot be used by mistake.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct PinnedKey(ContactKey);

/// Thirty digits in six groups, for two people to compare by voice: about 100 bits.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Fingerprint([u32; 6]);

impl ContactKey {
    /// What the two people compare.
    #[must_use]
    pub fn fingerprint(&self) -> Fingerprint {
        let digest: [u8; 32] = Sha256::digest(self.context().bytes()).into();
        let mut groups = [0; 6];
        for (group, chunk) in groups.iter_mut().zip(digest.chunks_exact(5)) {
            let number = chunk
                .iter()
                .fold(0_u64, |number, byte| number << 8 | u64::from(*byte));
            *group = u32::try_from(number % 100_000).unwrap_or_default();
        }
        Fingerprint(groups)
    }

    fn compared(&self, at_micros: i64) -> Context {
        Context::new("compared key")
            .id("helper", &self.helper)
            .field("public key", self.public.as_bytes())
            .field("at", &at_micros.to_be_bytes())
    }

    fn context(&self) -> Context {
        Context::new("contact key")
            .id("helper", &self.helper)
            .field("public key", self.public.as_bytes())
    }
}

impl HelperKeys {
    /// Pins a contact's key: from now on this helper accepts no other for that contact.
    #[must_use]
    pub fn pin(&self, contact: &ContactKey) -> PinMac {
        PinMac(self.pin_mac(contact).finalize().into_bytes().into())
    }

    /// Checks a contact's key against the pin, in constant time.
    ///
    /// # Errors
    /// [`VaultError::KeyChanged`] when this helper never pinned that key for that contact.
    pub fn verify_pin(&self, contact: &ContactKey, pin: &PinMac) -> Result<PinnedKey, VaultError> {
        self.pin_mac(contact)
            .verify_slice(&pin.0)
            .map(|()| PinnedKey(*contact))
            .map_err(|_| VaultError::KeyChanged)
    }

    /// Marks that the two people compared this key's fingerprint at that time (microseconds
    /// UTC), so that nobody else can write such a mark.
    #[must_use]
    pub fn mark_compared(&self, contact: &PinnedKey, at_micros: i64) -> PinMac {
        let mac = self.mac(&contact.0.compared(at_micros));
        PinMac(mac.finalize().into_bytes().into())
    }

    /// Whether this helper made that mark, for this key and time.
    #[must_use]
    pub fn was_compared(&self, contact: &PinnedKey, at_micros: i64, mark: &PinMac) -> bool {
        self.mac(&contact.0.compared(at_micros))
            .verify_slice(&mark.0)
            .is_ok()
    }

    fn pin_mac(&self, contact: &ContactKey) -> Hmac<Sha256> {
        self.mac(&contact.context())
    }

    fn mac(&self, context: &Context) -> Hmac<Sha256> {
        // HMAC fills a short key with zeros up to its block; doing it here needs no error.
        let mut block = Zeroizing::new([0_u8; 64]);
        for (place, byte) in block.iter_mut().zip(self.vault().pins.bytes()) {
            *place = *byte;
        }
        let key: &[u8; 64] = &block;
        Hmac::<Sha256>::new(key.into()).chain_update(context.bytes())
    }
}

impl Fingerprint {
    /// Whether these typed digits are it: spaces and other signs between them do not count.
    #[must_use]
    pub fn is(&self, typed: &str) -> bool {
        let digits = |text: &str| -> String { text.chars().filter(char::is_ascii_digit).collect() };
        digits(typed) == digits(&self.to_string())
    }
}

impl PinMac {
    /// Takes stored bytes.
    ///
    /// # Errors
    /// [`VaultError::Damaged`] when there are not 32 of them.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, VaultError> {
        bytes.try_into().map(Self).map_err(|_| VaultError::Damaged)
    }

    /// The bytes to store.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

impl PinnedKey {
    /// Whose key it is.
    #[must_use]
    pub fn helper(&self) -> &IdBytes {
        &self.0.helper
    }

    /// The key.
    #[must_use]
    pub fn public(&self) -> &PublicKey {
        &self.0.public
    }

    /// What the two people compare.
    #[must_use]
    pub fn fingerprint(&self) -> Fingerprint {
        self.0.fingerprint()
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, group) in self.0.iter().enumerate() {
            let space = if place == 0 { "" } else { " " };
            write!(formatter, "{space}{group:05}")?;
        }
        Ok(())
    }
}
