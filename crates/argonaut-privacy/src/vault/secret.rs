//! Thirty-two secret bytes that wipe themselves, and the derivation of one from another.
//! They never print, serialize or compare in variable time.

use std::fmt;

use hkdf::Hkdf;
use rand::CryptoRng;
use sha2::Sha256;
use zeroize::Zeroizing;

use super::context::Context;

/// Thirty-two secret bytes; `Debug` shows nothing of them.
///
/// They live in one place of the heap from their making to their wiping: a value that moves
/// (out of a function, into another thread, through a future) would leave a copy at every
/// place it was, and those nobody wipes.
#[derive(Clone)]
pub(super) struct Secret(Box<Zeroizing<[u8; 32]>>);

impl Secret {
    pub(super) fn generate(rng: &mut (impl CryptoRng + ?Sized)) -> Self {
        let mut bytes = Box::new(Zeroizing::new([0_u8; 32]));
        rng.fill_bytes(bytes.as_mut_slice());
        Self(bytes)
    }

    /// Copies the bytes; anything but 32 of them is refused.
    pub(super) fn from_slice(bytes: &[u8]) -> Option<Self> {
        let mut copy = Box::new(Zeroizing::new([0_u8; 32]));
        if bytes.len() != copy.len() {
            return None;
        }
        copy.copy_from_slice(bytes);
        Some(Self(copy))
    }

    pub(super) fn bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// HKDF-SHA256 (RFC 5869) of these bytes; different contexts give unrelated keys.
    pub(super) fn derive(&self, context: &Context) -> Self {
        derive(self.bytes(), context)
    }
}

/// HKDF-SHA256 of input that is already hard to guess (128 bits or more), never of a password.
#[expect(
    clippy::expect_used,
    reason = "HKDF-SHA256 refuses only outputs above 8,160 bytes, and this is 32"
)]
pub(super) fn derive(input: &[u8], context: &Context) -> Secret {
    let mut output = Box::new(Zeroizing::new([0_u8; 32]));
    Hkdf::<Sha256>::new(Some(b"argonaut vault 1"), input)
        .expand(context.bytes(), output.as_mut_slice())
        .expect("32 bytes are within the limit of HKDF");
    Secret(output)
}

impl fmt::Debug for Secret {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Secret(…)")
    }
}
