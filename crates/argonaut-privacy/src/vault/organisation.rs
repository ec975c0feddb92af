//! An organisation's recovery key: a pair whose private half is kept off the instance, and to
//! whose public half a helper may choose to seal a copy of their own key.

use std::fmt;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use rand::CryptoRng;
use sha2::{Digest as _, Sha256};
use zeroize::Zeroizing;

use super::context::Context;
use super::sealed::Sealed;
use super::secret::Secret;
use super::{HelperKeys, IdBytes, PublicKey, VaultError, hybrid};

/// The public half, as it stands in the settings.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct OrganisationKey(PublicKey);

/// The whole pair, in the hands of whoever the organisation trusts with it.
pub struct OrganisationKeys {
    private: Secret,
    public: OrganisationKey,
}

const PUBLIC: &str = "argonaut-recovery-";
const PRIVATE: &str = "argonaut-recovery-private-";

impl OrganisationKeys {
    /// A new pair.
    pub fn generate(rng: &mut (impl CryptoRng + ?Sized)) -> Self {
        Self::from_private(Secret::generate(rng))
    }

    fn from_private(private: Secret) -> Self {
        let public = OrganisationKey(PublicKey::of_private(&private));
        Self { private, public }
    }

    /// The public half.
    #[must_use]
    pub fn public(&self) -> &OrganisationKey {
        &self.public
    }

    /// The private half as text, for the one file that keeps it.
    #[must_use]
    pub fn reveal(&self) -> Zeroizing<String> {
        Zeroizing::new(write(PRIVATE, self.private.bytes()))
    }

    /// Reads the private half from its file's text.
    ///
    /// # Errors
    /// [`VaultError::UnusableKey`] when it is not that, or has a typing error.
    pub fn parse(text: &str) -> Result<Self, VaultError> {
        read(PRIVATE, text).map(Self::from_private)
    }

    /// Opens a helper's key that was sealed to this pair. `stored_public` is the helper's key
    /// in the database: what opens has to be its other half.
    ///
    /// # Errors
    /// [`VaultError::Damaged`] when it is not from that helper or not for this pair,
    /// [`VaultError::KeyChanged`] when the stored public key is another.
    pub fn open(
        &self,
        helper: IdBytes,
        stored_public: &PublicKey,
        sealed: &Sealed,
    ) -> Result<HelperKeys, VaultError> {
        let info = context(&helper, &self.public);
        let private = hybrid::open_raw(self.private.bytes(), stored_public, &info, sealed)?;
        HelperKeys::restore(helper, &private, stored_public)
    }
}

impl fmt::Debug for OrganisationKeys {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("OrganisationKeys(…)")
    }
}

impl OrganisationKey {
    /// Reads the public half from the settings.
    ///
    /// # Errors
    /// [`VaultError::UnusableKey`] when it is not that, or has a typing error.
    pub fn parse(text: &str) -> Result<Self, VaultError> {
        let secret = read(PUBLIC, text)?;
        Ok(Self(PublicKey::of(*secret.bytes())))
    }

    /// Sixteen digits that name the key, to see whether a copy was sealed to this one.
    #[must_use]
    pub fn name(&self) -> String {
        let digest: [u8; 32] = Sha256::digest(self.0.as_bytes()).into();
        digest
            .iter()
            .take(8)
            .map(|byte| format!("{byte:02x}"))
            .collect()
    }
}

impl fmt::Display for OrganisationKey {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&write(PUBLIC, self.0.as_bytes()))
    }
}

impl HelperKeys {
    /// Seals a copy of this helper's private key to the organisation's key.
    ///
    /// # Errors
    /// [`VaultError::UnusableKey`] when the organisation's key cannot be sealed to.
    pub fn seal_to_organisation(
        &self,
        key: &OrganisationKey,
        rng: &mut (impl CryptoRng + ?Sized),
    ) -> Result<Sealed, VaultError> {
        let info = context(self.helper(), key);
        hybrid::seal_raw(self, &key.0, &info, self.private(), rng)
    }
}

fn context(helper: &IdBytes, key: &OrganisationKey) -> Context {
    Context::new("private key under organisation's key")
        .id("helper", helper)
        .field("organisation", key.0.as_bytes())
}

/// Prefix, key, and four bytes that show a typing error.
fn write(prefix: &str, key: &[u8; 32]) -> String {
    let mut bytes = Zeroizing::new(key.to_vec());
    bytes.extend_from_slice(&check(prefix, key));
    format!("{prefix}{}", URL_SAFE_NO_PAD.encode(&*bytes))
}

fn read(prefix: &str, text: &str) -> Result<Secret, VaultError> {
    let line = text
        .lines()
        .map(str::trim)
        .find(|line| !line.is_empty() && !line.starts_with('#'))
        .unwrap_or_default();
    let encoded = line.strip_prefix(prefix).ok_or(VaultError::UnusableKey)?;
    let bytes = URL_SAFE_NO_PAD
        .decode(encoded)
        .map(Zeroizing::new)
        .map_err(|_| VaultError::UnusableKey)?;
    let (key, sum) = bytes
        .split_first_chunk::<32>()
        .ok_or(VaultError::UnusableKey)?;
    if *sum != check(prefix, key) {
        return Err(VaultError::UnusableKey);
    }
    Secret::from_slice(key).ok_or(VaultError::UnusableKey)
}

fn check(prefix: &str, key: &[u8; 32]) -> [u8; 4] {
    let mut hash = Sha256::new();
    hash.update(b"argonaut key check\0");
    hash.update(prefix.as_bytes());
    hash.update(key);
    let digest: [u8; 32] = hash.finalize().into();
    let [a, b, c, d, ..] = digest;
    [a, b, c, d]
}

#[cfg(test)]
mod tests {
    use rand::SeedableRng as _;
    use rand::rngs::ChaCha20Rng;

    use super::*;

    #[test]
    fn only_the_private_half_opens_and_only_the_right_helper_s_copy() {
        let mut rng = ChaCha20Rng::seed_from_u64(1);
        let house = OrganisationKeys::generate(&mut rng);
        let ana = HelperKeys::generate([1; 16], &mut rng);
        let eve = HelperKeys::generate([3; 16], &mut rng);
        let key = OrganisationKey::parse(&house.public().to_string()).unwrap();
        let sealed = ana.seal_to_organisation(&key, &mut rng).unwrap();
        let file = format!("# keep this away from the server\n{}\n", &*house.reveal());
        let kept = OrganisationKeys::parse(&file).unwrap();
        let opened = kept.open([1; 16], ana.public(), &sealed).unwrap();
        assert_eq!(opened.private(), ana.private());
        assert!(kept.open([3; 16], eve.public(), &sealed).is_err());
        assert!(kept.open([1; 16], eve.public(), &sealed).is_err());
        let other = OrganisationKeys::generate(&mut rng);
        assert!(other.open([1; 16], ana.public(), &sealed).is_err());
        // The public half is no private half, and a wrong letter is noticed.
        assert!(OrganisationKeys::parse(&key.to_string()).is_err());
        let mut typo = key.to_string();
        let last = if typo.pop() == Some('A') { 'B' } else { 'A' };
        typo.push(last);
        assert!(OrganisationKey::parse(&typo).is_err());
        assert_eq!(format!("{house:?}"), "OrganisationKeys(…)");
    }
}
