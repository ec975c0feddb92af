//! Recovery by trusted contacts: a secret that seals the private key, split so that any few of
//! the contacts can rebuild it together and fewer learn nothing (Shamir, over GF(256)).

use std::fmt;

use rand::CryptoRng;
use vsss_rs::Gf256;
use zeroize::Zeroizing;

use super::context::Context;
use super::sealed::{self, Sealed};
use super::secret::Secret;
use super::{HelperKeys, IdBytes, PublicKey, VaultError};

/// The secret that a helper's contacts hold together.
#[derive(Clone, Debug)]
pub struct ContactsSecret(Secret);

/// One contact's share of it: 33 bytes, worth nothing alone.
#[derive(Clone)]
pub struct Share(Zeroizing<Vec<u8>>);

const SHARE: usize = 33;

impl ContactsSecret {
    /// A new secret.
    pub fn generate(rng: &mut (impl CryptoRng + ?Sized)) -> Self {
        Self(Secret::generate(rng))
    }

    /// Seals the private key under it, bound to the helper and this making of shares.
    ///
    /// # Errors
    /// [`VaultError::Unavailable`] only.
    pub fn seal(
        &self,
        making: &IdBytes,
        keys: &HelperKeys,
        rng: &mut (impl CryptoRng + ?Sized),
    ) -> Result<Sealed, VaultError> {
        let context = context(making, keys.helper());
        sealed::seal(&self.0.derive(&context), &context, keys.private(), rng)
    }

    /// Splits it into `holders` shares, of which any `threshold` rebuild it.
    ///
    /// # Errors
    /// [`VaultError::Unavailable`] for a threshold under 2 or above the number of holders.
    pub fn split(
        &self,
        threshold: usize,
        holders: usize,
        rng: &mut (impl CryptoRng + ?Sized),
    ) -> Result<Vec<Share>, VaultError> {
        let mut rng = rng;
        Gf256::split_bytes(threshold, holders, self.0.bytes(), &mut rng)
            .map(|shares| {
                shares
                    .into_iter()
                    .map(|share| Share(Zeroizing::new(share)))
                    .collect()
            })
            .map_err(|_| VaultError::Unavailable)
    }

    fn combine(shares: &[&Share]) -> Option<Self> {
        // The library wants the bytes in vectors of its own; they are wiped here.
        let copies: Zeroizing<Vec<Vec<u8>>> =
            Zeroizing::new(shares.iter().map(|share| share.0.to_vec()).collect());
        let secret = Zeroizing::new(Gf256::combine_bytes(&*copies).ok()?);
        Secret::from_slice(&secret).map(Self)
    }

    fn open(
        &self,
        making: &IdBytes,
        helper: IdBytes,
        stored_public: &PublicKey,
        sealed: &Sealed,
    ) -> Result<HelperKeys, VaultError> {
        let context = context(making, &helper);
        let private = sealed::open(&self.0.derive(&context), &context, sealed)?;
        HelperKeys::restore(helper, &private, stored_public)
    }
}

impl Share {
    /// Takes the bytes of an opened share.
    ///
    /// # Errors
    /// [`VaultError::Damaged`] when there are not 33 of them.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, VaultError> {
        if bytes.len() == SHARE {
            Ok(Self(Zeroizing::new(bytes.to_vec())))
        } else {
            Err(VaultError::Damaged)
        }
    }

    /// The bytes, for sealing them to the contact who keeps it.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }
}

impl fmt::Debug for Share {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Share(…)")
    }
}

/// Rebuilds a private key from shares, of which some may be false: every choice of `threshold`
/// of them is tried (there are at most 35, since nobody has more than seven contacts for this),
/// and the key is checked against the stored public key.
///
/// # Errors
/// [`VaultError::Damaged`] when no choice opens it, [`VaultError::KeyChanged`] when one does
/// but the stored public key is another.
pub fn rebuild(
    shares: &[Share],
    threshold: usize,
    making: &IdBytes,
    helper: IdBytes,
    stored_public: &PublicKey,
    sealed: &Sealed,
) -> Result<HelperKeys, VaultError> {
    let mut outcome = VaultError::Damaged;
    let width = u32::try_from(shares.len().min(16)).unwrap_or(0);
    for choice in 0_u32..(1 << width) {
        if usize::try_from(choice.count_ones()).ok() != Some(threshold) {
            continue;
        }
        let chosen: Vec<&Share> = shares
            .iter()
            .enumerate()
            .filter(|(place, _)| choice >> place & 1 == 1)
            .map(|(_, share)| share)
            .collect();
        let Some(secret) = ContactsSecret::combine(&chosen) else {
            continue;
        };
        match secret.open(making, helper, stored_public, sealed) {
            Ok(keys) => return Ok(keys),
            Err(VaultError::KeyChanged) => outcome = VaultError::KeyChanged,
            Err(_other) => {}
        }
    }
    Err(outcome)
}

fn context(making: &IdBytes, helper: &IdBytes) -> Context {
    Context::new("private key under contacts' secret")
        .id("making", making)
        .id("helper", helper)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rand::SeedableRng as _;
    use rand::rngs::ChaCha20Rng;

    use super::*;

    const MAKING: IdBytes = [5; 16];

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(48))]
        #[test]
        fn any_few_rebuild_it_and_fewer_do_not(seed: u64, holders in 3_usize..8, less in 0_usize..6, false_ones in 0_usize..3) {
            let mut rng = ChaCha20Rng::seed_from_u64(seed);
            let threshold = 2 + less % (holders - 1);
            let ana = HelperKeys::generate([1; 16], &mut rng);
            let secret = ContactsSecret::generate(&mut rng);
            let sealed = secret.seal(&MAKING, &ana, &mut rng).unwrap();
            let mut shares = secret.split(threshold, holders, &mut rng).unwrap();
            shares.rotate_left(usize::from(seed.to_le_bytes()[0]) % holders);
            let open = |shares: &[Share], threshold| rebuild(shares, threshold, &MAKING, [1; 16], ana.public(), &sealed);
            prop_assert!(open(&shares[..threshold], threshold).is_ok());
            prop_assert!(open(&shares[..threshold - 1], threshold).is_err());
            prop_assert!(open(&shares[..threshold - 1], threshold - 1).is_err());
            // False shares beside enough good ones do no harm.
            let mut mixed = shares[..threshold].to_vec();
            for number in 0..false_ones {
                let mut lie = shares[number % threshold].as_bytes().to_vec();
                lie[1] ^= 1;
                mixed.push(Share::from_bytes(&lie).unwrap());
            }
            prop_assert!(open(&mixed, threshold).is_ok());
            prop_assert!(rebuild(&shares, threshold, &[6; 16], [1; 16], ana.public(), &sealed).is_err());
            let eve = HelperKeys::generate([1; 16], &mut rng);
            prop_assert_eq!(
                rebuild(&shares, threshold, &MAKING, [1; 16], eve.public(), &sealed).map(|_| ()),
                Err(VaultError::KeyChanged)
            );
        }
    }

    #[test]
    fn one_alone_is_no_threshold() {
        let mut rng = ChaCha20Rng::seed_from_u64(1);
        let secret = ContactsSecret::generate(&mut rng);
        assert!(secret.split(1, 3, &mut rng).is_err());
        assert!(secret.split(4, 3, &mut rng).is_err());
        assert_eq!(
            format!("{:?}", secret.split(2, 3, &mut rng).unwrap()[0]),
            "Share(…)"
        );
    }
}
