//! The server's pepper: a secret that is kept apart from the database, so that a stolen
//! database alone does not even allow guessing passwords.

use rand::CryptoRng;

use super::VaultError;
use super::secret::Secret;

/// Thirty-two secret bytes of the server, which go into every password derivation.
///
/// Losing them makes every password useless (recovery codes still work), so they are
/// backed up, but never beside the database.
#[derive(Clone, Debug)]
pub struct Pepper(Secret);

impl Pepper {
    /// A new pepper, once in the life of an instance.
    pub fn generate(rng: &mut (impl CryptoRng + ?Sized)) -> Self {
        Self(Secret::generate(rng))
    }

    /// Takes the 32 bytes that were kept.
    ///
    /// # Errors
    /// [`VaultError::UnusableKey`] for another length, and for bytes that are all the same
    /// (an empty or zeroed file is no secret).
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, VaultError> {
        let secret = Secret::from_slice(bytes).ok_or(VaultError::UnusableKey)?;
        let first = secret.bytes().first().copied();
        if secret.bytes().iter().all(|byte| Some(*byte) == first) {
            return Err(VaultError::UnusableKey);
        }
        Ok(Self(secret))
    }

    /// The bytes, for the one place that writes a new pepper to its file.
    #[must_use]
    pub fn reveal(&self) -> &[u8; 32] {
        self.0.bytes()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_thirty_two_varied_bytes_are_a_pepper() {
        assert!(Pepper::from_bytes(&[0; 32]).is_err());
        assert!(Pepper::from_bytes(&[7; 32]).is_err());
        assert!(Pepper::from_bytes(b"too short").is_err());
        let bytes: Vec<u8> = (0..32).collect();
        assert_eq!(
            Pepper::from_bytes(&bytes).unwrap().reveal().as_slice(),
            bytes
        );
    }
}
