//! Sealed bytes and the symmetric cipher under them: XChaCha20-Poly1305 with a random nonce.
//! The layout is format (1 byte), nonce (24), ciphertext with tag (16).

use std::fmt;

use chacha20poly1305::aead::{AeadInOut, KeyInit};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use rand::CryptoRng;
use zeroize::Zeroizing;

use super::context::Context;
use super::secret::Secret;
use super::{Plaintext, VaultError};

/// Sealed bytes, safe to store and to send: without the key they say only how long they are.
///
/// They open only with the ids, version and purpose they were sealed for.
#[derive(Clone, Eq, PartialEq)]
pub struct Sealed(Vec<u8>);

impl Sealed {
    /// Takes stored bytes; whether they are what they should be shows when they are opened.
    #[must_use]
    pub fn from_bytes(bytes: Vec<u8>) -> Self {
        Self(bytes)
    }

    /// The bytes to store.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }

    /// The bytes to store, without a copy.
    #[must_use]
    pub fn into_bytes(self) -> Vec<u8> {
        self.0
    }
}

impl fmt::Debug for Sealed {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Sealed({} bytes)", self.0.len())
    }
}

pub(super) const TAG: usize = 16;
const NONCE: usize = 24;
pub(super) const SYMMETRIC: u8 = 1;

/// Seals text under a key, bound to the context.
pub(super) fn seal(
    key: &Secret,
    context: &Context,
    text: &[u8],
    rng: &mut (impl CryptoRng + ?Sized),
) -> Result<Sealed, VaultError> {
    let mut buffer = Zeroizing::new(Vec::with_capacity(text.len().saturating_add(TAG)));
    buffer.extend_from_slice(text);
    encrypt(key, context.bytes(), &[SYMMETRIC], buffer, rng)
}

/// Opens what [`seal`] made under the same key and context.
pub(super) fn open(
    key: &Secret,
    context: &Context,
    sealed: &Sealed,
) -> Result<Plaintext, VaultError> {
    match sealed.0.split_first() {
        Some((&SYMMETRIC, rest)) => decrypt(key, context.bytes(), rest),
        Some(_) | None => Err(VaultError::Damaged),
    }
}

/// Seals a buffer in place behind a header. The buffer needs capacity for the tag,
/// or the text would be left behind in memory when it grows.
pub(super) fn encrypt(
    key: &Secret,
    associated: &[u8],
    header: &[u8],
    mut buffer: Plaintext,
    rng: &mut (impl CryptoRng + ?Sized),
) -> Result<Sealed, VaultError> {
    let mut nonce = [0_u8; NONCE];
    rng.fill_bytes(&mut nonce);
    XChaCha20Poly1305::new(key.bytes().into())
        .encrypt_in_place(&XNonce::from(nonce), associated, &mut *buffer)
        .map_err(|_| VaultError::Unavailable)?;
    Ok(Sealed(
        [header, nonce.as_slice(), buffer.as_slice()].concat(),
    ))
}

/// Opens nonce and ciphertext, which is what follows the header.
pub(super) fn decrypt(
    key: &Secret,
    associated: &[u8],
    rest: &[u8],
) -> Result<Plaintext, VaultError> {
    let (nonce, ciphertext) = rest
        .split_first_chunk::<NONCE>()
        .ok_or(VaultError::Damaged)?;
    let mut buffer = Zeroizing::new(ciphertext.to_vec());
    XChaCha20Poly1305::new(key.bytes().into())
        .decrypt_in_place(&XNonce::from(*nonce), associated, &mut *buffer)
        .map_err(|_| VaultError::Damaged)?;
    Ok(buffer)
}
