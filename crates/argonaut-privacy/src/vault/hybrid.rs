//! Sealing from one helper to another: HPKE (RFC 9180) in Auth mode, so that only the named
//! sender can have made what the named recipient opens. Base mode is not offered:
//! with it, whoever can write the database could plant records.

use hpke::aead::ChaCha20Poly1305;
use hpke::kdf::HkdfSha256;
use hpke::kem::X25519HkdfSha256;
use hpke::{Deserializable, Kem, OpModeR, OpModeS, Serializable};
use rand::CryptoRng;
use zeroize::Zeroizing;

use super::context::Context;
use super::{HelperKeys, PinnedKey, Plaintext, PublicKey, Sealed, VaultError};

type Private = <X25519HkdfSha256 as Kem>::PrivateKey;
type Public = <X25519HkdfSha256 as Kem>::PublicKey;
type Encapped = <X25519HkdfSha256 as Kem>::EncappedKey;

const HYBRID: u8 = 3;
const ENCAPPED: usize = 32;

/// Seals from `sender` to `recipient`.
pub(super) fn seal(
    sender: &HelperKeys,
    recipient: &PinnedKey,
    context: Context,
    text: &[u8],
    rng: &mut (impl CryptoRng + ?Sized),
) -> Result<Sealed, VaultError> {
    let info = parties(context, sender.helper(), recipient.helper());
    seal_raw(sender, recipient.public(), &info, text, rng)
}

/// Opens what `sender` sealed to `recipient` for the same context.
pub(super) fn open(
    recipient: &HelperKeys,
    sender: &PinnedKey,
    context: Context,
    sealed: &Sealed,
) -> Result<Plaintext, VaultError> {
    let info = parties(context, sender.helper(), recipient.helper());
    open_raw(recipient.private(), sender.public(), &info, sealed)
}

/// Seals to a key that is not a pinned helper's: whoever calls this has their own way of
/// checking it, and names both sides in `info`. The layout is format (1 byte), encapsulated
/// key (32), ciphertext with tag (16).
pub(super) fn seal_raw(
    sender: &HelperKeys,
    recipient: &PublicKey,
    info: &Context,
    text: &[u8],
    rng: &mut (impl CryptoRng + ?Sized),
) -> Result<Sealed, VaultError> {
    let mode = OpModeS::Auth((private(sender.private())?, public(sender.public())?));
    let mut rng = rng;
    let (encapped, ciphertext) =
        hpke::single_shot_seal_with_rng::<ChaCha20Poly1305, HkdfSha256, X25519HkdfSha256>(
            &mode,
            &public(recipient)?,
            info.bytes(),
            text,
            b"",
            &mut rng,
        )
        .map_err(|_| VaultError::UnusableKey)?;
    Ok(Sealed::from_bytes(
        [&[HYBRID], encapped.to_bytes().as_slice(), &ciphertext].concat(),
    ))
}

/// Opens what [`seal_raw`] made.
pub(super) fn open_raw(
    recipient: &[u8; 32],
    sender: &PublicKey,
    info: &Context,
    sealed: &Sealed,
) -> Result<Plaintext, VaultError> {
    let Some((&HYBRID, rest)) = sealed.as_bytes().split_first() else {
        return Err(VaultError::Damaged);
    };
    let (encapped, ciphertext) = rest
        .split_first_chunk::<ENCAPPED>()
        .ok_or(VaultError::Damaged)?;
    let encapped = Encapped::from_bytes(encapped).map_err(|_| VaultError::Damaged)?;
    hpke::single_shot_open::<ChaCha20Poly1305, HkdfSha256, X25519HkdfSha256>(
        &OpModeR::Auth(public(sender)?),
        &private(recipient)?,
        &encapped,
        info.bytes(),
        ciphertext,
        b"",
    )
    .map(Zeroizing::new)
    .map_err(|_| VaultError::Damaged)
}

fn parties(context: Context, sender: &[u8; 16], recipient: &[u8; 16]) -> Context {
    context.id("sender", sender).id("recipient", recipient)
}

fn private(key: &[u8; 32]) -> Result<Private, VaultError> {
    Private::from_bytes(key).map_err(|_| VaultError::UnusableKey)
}

fn public(key: &PublicKey) -> Result<Public, VaultError> {
    Public::from_bytes(key.as_bytes()).map_err(|_| VaultError::UnusableKey)
}
