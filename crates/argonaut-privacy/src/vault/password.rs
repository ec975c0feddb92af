//! Passwords: how a private key is sealed under one, and how the costs of guessing are set.
//! Opening the private key *is* the password check; no other hash of a password exists.

use std::fmt;

use argon2::{Algorithm, Argon2, Params, Version};
use rand::CryptoRng;
use unicode_normalization::UnicodeNormalization;
use zeroize::{Zeroize, Zeroizing};

use super::context::Context;
use super::pepper::Pepper;
use super::sealed::{self, Sealed, TAG};
use super::secret::Secret;
use super::{HelperKeys, IdBytes, PublicKey, VaultError};

/// A password as it was typed, in one Unicode form (NFC, as RFC 8265 asks), so that an
/// accented letter opens from every keyboard. Never printed, wiped when dropped.
#[derive(Clone)]
pub struct Password(Zeroizing<String>);

impl Password {
    /// Takes what was typed and wipes the original. Whether it is *good* is judged elsewhere.
    #[must_use]
    pub fn new(mut typed: String) -> Self {
        // Composed text is never longer than three times its bytes, so the buffer never moves.
        let mut composed = Zeroizing::new(String::with_capacity(typed.len().saturating_mul(3)));
        composed.extend(typed.nfc());
        typed.zeroize();
        Self(composed)
    }

    /// The text, for judging its strength.
    #[must_use]
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Password {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Password(…)")
    }
}

/// What one guess costs under Argon2id: memory in KiB, passes, lanes.
///
/// The costs are stored in front of what they sealed, so they can be raised at any time:
/// old passwords still open, and [`PasswordKdf::is_outdated`] tells which to seal anew.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct KdfCost {
    memory_kib: u32,
    passes: u32,
    lanes: u32,
}

impl KdfCost {
    const STANDARD: Self = Self {
        memory_kib: 64 * 1024,
        passes: 3,
        lanes: 1,
    };

    /// 64 MiB, three passes, one lane: the floor for people's passwords.
    #[must_use]
    pub const fn standard() -> Self {
        Self::STANDARD
    }

    /// A higher cost than the standard.
    ///
    /// # Errors
    /// [`VaultError::CostOutOfRange`] below the standard, or above 1 GiB or 16 passes.
    pub fn at_least_standard(memory_kib: u32, passes: u32) -> Result<Self, VaultError> {
        let cost = Self {
            memory_kib,
            passes,
            lanes: 1,
        };
        if cost.protects_people() && cost.is_bearable() {
            Ok(cost)
        } else {
            Err(VaultError::CostOutOfRange)
        }
    }

    /// **Protects nobody**: 64 KiB and one pass, so that tests with invented people are quick.
    /// A serving program refuses it: see [`KdfCost::protects_people`].
    #[must_use]
    pub const fn for_tests() -> Self {
        Self {
            memory_kib: 64,
            passes: 1,
            lanes: 1,
        }
    }

    /// Whether the cost is at least the standard; the composition root refuses to serve otherwise.
    #[must_use]
    pub const fn protects_people(&self) -> bool {
        self.memory_kib >= Self::STANDARD.memory_kib && self.passes >= Self::STANDARD.passes
    }

    /// Costs come from stored bytes too: without a ceiling, whoever can write the database
    /// could make the server run out of memory at the next sign-in.
    const fn is_bearable(&self) -> bool {
        self.memory_kib <= 1024 * 1024 && self.passes <= 16 && self.lanes == 1
    }
}

/// What the composition root decides about the vault.
#[derive(Clone, Debug)]
pub struct VaultConfig {
    /// The server's secret part of every password derivation.
    pub pepper: Pepper,
    /// The cost for what is sealed from now on.
    pub cost: KdfCost,
}

/// Seals and opens private keys under passwords.
///
/// Each call takes the memory and time of its cost on the calling thread: callers put it
/// behind a semaphore and a blocking thread.
#[derive(Clone, Debug)]
pub struct PasswordKdf(VaultConfig);

const PASSWORD: u8 = 2;
const SALT: usize = 16;
const HEADER: usize = 1 + 3 * 4 + SALT;

impl PasswordKdf {
    /// Sets up with a pepper and a cost.
    #[must_use]
    pub fn new(config: VaultConfig) -> Self {
        Self(config)
    }

    /// Seals the private key under a password, bound to the helper.
    ///
    /// # Errors
    /// [`VaultError::Unavailable`] when the memory cannot be had.
    pub fn seal(
        &self,
        password: &Password,
        keys: &HelperKeys,
        rng: &mut (impl CryptoRng + ?Sized),
    ) -> Result<Sealed, VaultError> {
        let header = Header::new(self.0.cost, rng);
        let key = self.derive(password, &header)?;
        let mut buffer = Zeroizing::new(Vec::with_capacity(32 + TAG));
        buffer.extend_from_slice(keys.private());
        let bytes = header.bytes();
        sealed::encrypt(
            &key,
            &associated(keys.helper(), &bytes),
            &bytes,
            buffer,
            rng,
        )
    }

    /// Opens the private key: the password check. `stored_public` is the helper's public key
    /// as the database has it.
    ///
    /// # Errors
    /// [`VaultError::WrongPassword`] when it does not open, [`VaultError::KeyChanged`] when it
    /// opens but the stored public key is not its own, [`VaultError::Damaged`] and
    /// [`VaultError::CostOutOfRange`] when the stored bytes cannot have been made here.
    pub fn open(
        &self,
        password: &Password,
        helper: IdBytes,
        stored_public: &PublicKey,
        sealed: &Sealed,
    ) -> Result<HelperKeys, VaultError> {
        let (header, rest) = Header::read(sealed)?;
        let key = self.derive(password, &header)?;
        let private = sealed::decrypt(&key, &associated(&helper, &header.bytes()), rest)
            .map_err(|_| VaultError::WrongPassword)?;
        HelperKeys::restore(helper, &private, stored_public)
    }

    /// Takes as long as [`PasswordKdf::open`] and opens nothing: called for an unknown handle,
    /// so that the time of the answer does not tell which handles exist.
    ///
    /// # Errors
    /// [`VaultError::Unavailable`] as in `open`, so that this does not tell either.
    pub fn burn(&self, password: &Password) -> Result<(), VaultError> {
        let header = Header {
            cost: self.0.cost,
            salt: [0; SALT],
        };
        self.derive(password, &header).map(drop)
    }

    /// Whether this was sealed at a lower cost than today's, and should be sealed anew
    /// now that the password is at hand.
    #[must_use]
    pub fn is_outdated(&self, sealed: &Sealed) -> bool {
        Header::read(sealed).is_ok_and(|(header, _)| {
            header.cost.memory_kib < self.0.cost.memory_kib
                || header.cost.passes < self.0.cost.passes
        })
    }

    fn derive(&self, password: &Password, header: &Header) -> Result<Secret, VaultError> {
        self.argon(password.reveal().as_bytes(), &header.salt, header.cost)
    }

    /// Argon2id of something typed, at today's cost, with a salt of the caller's.
    pub(super) fn stretch(&self, typed: &[u8], salt: &[u8; SALT]) -> Result<Secret, VaultError> {
        self.argon(typed, salt, self.0.cost)
    }

    fn argon(&self, typed: &[u8], salt: &[u8; SALT], cost: KdfCost) -> Result<Secret, VaultError> {
        let mut output = Zeroizing::new([0_u8; 32]);
        let params = Params::new(cost.memory_kib, cost.passes, cost.lanes, Some(output.len()))
            .map_err(|_| VaultError::CostOutOfRange)?;
        Argon2::new_with_secret(
            self.0.pepper.reveal(),
            Algorithm::Argon2id,
            Version::V0x13,
            params,
        )
        .and_then(|argon| argon.hash_password_into(typed, salt, output.as_mut_slice()))
        .map_err(|_| VaultError::Unavailable)?;
        Secret::from_slice(output.as_slice()).ok_or(VaultError::Unavailable)
    }
}

/// What stands in front of a private key under a password.
struct Header {
    cost: KdfCost,
    salt: [u8; SALT],
}

impl Header {
    fn new(cost: KdfCost, rng: &mut (impl CryptoRng + ?Sized)) -> Self {
        let mut salt = [0; SALT];
        rng.fill_bytes(&mut salt);
        Self { cost, salt }
    }

    fn bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(HEADER);
        bytes.push(PASSWORD);
        for number in [self.cost.memory_kib, self.cost.passes, self.cost.lanes] {
            bytes.extend_from_slice(&number.to_be_bytes());
        }
        bytes.extend_from_slice(&self.salt);
        bytes
    }

    fn read(sealed: &Sealed) -> Result<(Self, &[u8]), VaultError> {
        let Some((&PASSWORD, rest)) = sealed.as_bytes().split_first() else {
            return Err(VaultError::Damaged);
        };
        let (memory_kib, rest) = number(rest)?;
        let (passes, rest) = number(rest)?;
        let (lanes, rest) = number(rest)?;
        let (salt, rest) = rest
            .split_first_chunk::<SALT>()
            .ok_or(VaultError::Damaged)?;
        let cost = KdfCost {
            memory_kib,
            passes,
            lanes,
        };
        if !cost.is_bearable() {
            return Err(VaultError::CostOutOfRange);
        }
        Ok((Self { cost, salt: *salt }, rest))
    }
}

fn number(bytes: &[u8]) -> Result<(u32, &[u8]), VaultError> {
    let (first, rest) = bytes.split_first_chunk::<4>().ok_or(VaultError::Damaged)?;
    Ok((u32::from_be_bytes(*first), rest))
}

fn associated(helper: &IdBytes, header: &[u8]) -> Vec<u8> {
    Context::new("private key under password")
        .id("helper", helper)
        .field("header", header)
        .bytes()
        .to_vec()
}
