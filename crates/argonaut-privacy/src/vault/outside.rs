//! What the server must be able to read without anybody signed in, to tell a helper something
//! outside the page: an address, a device. Sealed under a key that is not in the database.
//! And marks, by which an address in a mail proves that the server wrote it.

use hmac::{Hmac, KeyInit as _, Mac as _};
use rand::CryptoRng;
use sha2::Sha256;
use zeroize::Zeroizing;

use super::context::Context;
use super::deposits::ServerKey;
use super::sealed::{self, Sealed};
use super::{IdBytes, Plaintext, VaultError};

/// What a thing outside is for; what was made for one purpose is none for another.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Outside {
    /// An address for mail.
    MailAddress,
    /// A device that takes push messages.
    PushDevice,
    /// The instance's own key for push messages.
    PushKey,
    /// A link that ends mail.
    StopLink,
    /// The address to which what cannot be delivered comes back.
    BounceAddress,
}

impl Outside {
    const fn name(self) -> &'static [u8] {
        match self {
            Self::MailAddress => b"mail address",
            Self::PushDevice => b"push device",
            Self::PushKey => b"push key",
            Self::StopLink => b"stop link",
            Self::BounceAddress => b"bounce address",
        }
    }
}

fn context(what: Outside, row: &IdBytes, owner: &IdBytes) -> Context {
    Context::new("outside the page")
        .field("what", what.name())
        .id("row", row)
        .id("owner", owner)
}

impl ServerKey {
    /// Seals what the server reads by itself. Bound to its row and its owner.
    ///
    /// # Errors
    /// [`VaultError::Unavailable`] only.
    pub fn seal_outside(
        &self,
        what: Outside,
        row: &IdBytes,
        owner: &IdBytes,
        text: &[u8],
        rng: &mut (impl CryptoRng + ?Sized),
    ) -> Result<Sealed, VaultError> {
        let key = self.derive(&Context::new("outside sealing"));
        // Short texts of one length: how long an address is tells whose it is.
        sealed::seal(
            &key,
            &context(what, row, owner),
            &super::padding::pad(text, 0),
            rng,
        )
    }

    /// Opens what [`ServerKey::seal_outside`] made.
    ///
    /// # Errors
    /// [`VaultError::Damaged`] when it was made for another row, owner or purpose, or edited.
    pub fn open_outside(
        &self,
        what: Outside,
        row: &IdBytes,
        owner: &IdBytes,
        sealed: &Sealed,
    ) -> Result<Plaintext, VaultError> {
        let key = self.derive(&Context::new("outside sealing"));
        let text = sealed::open(&key, &context(what, row, owner), sealed)?;
        super::padding::unpad(text)
    }

    /// The mark of a row for one purpose: 80 bits, in 20 small hexadecimal digits.
    #[must_use]
    pub fn mark(&self, what: Outside, row: &IdBytes) -> String {
        let mac = self.mac(what, row).finalize().into_bytes();
        mac.iter()
            .take(10)
            .map(|byte| format!("{byte:02x}"))
            .collect()
    }

    /// Whether this is the mark of that row for that purpose; takes the same time for every
    /// wrong one.
    #[must_use]
    pub fn is_mark(&self, what: Outside, row: &IdBytes, mark: &str) -> bool {
        let digits: Option<Vec<u8>> = (0..mark.len())
            .step_by(2)
            .map(|at| u8::from_str_radix(mark.get(at..at + 2)?, 16).ok())
            .collect();
        digits.is_some_and(|digits| {
            digits.len() == 10 && self.mac(what, row).verify_truncated_left(&digits).is_ok()
        })
    }

    fn mac(&self, what: Outside, row: &IdBytes) -> Hmac<Sha256> {
        let key = self.derive(&Context::new("outside marks"));
        // HMAC fills a short key with zeros up to its block; doing it here needs no error.
        let mut block = Zeroizing::new([0_u8; 64]);
        for (place, byte) in block.iter_mut().zip(key.bytes()) {
            *place = *byte;
        }
        let key: &[u8; 64] = &block;
        Hmac::<Sha256>::new(key.into()).chain_update(context(what, row, &[0; 16]).bytes())
    }
}

#[cfg(test)]
mod tests {
    use rand::SeedableRng as _;
    use rand::rngs::StdRng;

    use super::super::Pepper;
    use super::*;

    #[test]
    fn it_opens_for_its_row_owner_and_purpose_alone() {
        let mut rng = StdRng::seed_from_u64(1);
        let key = Pepper::generate(&mut rng).server_key();
        let (row, owner) = ([1; 16], [2; 16]);
        let what = Outside::MailAddress;
        let seal = |text: &[u8], rng: &mut StdRng| key.seal_outside(what, &row, &owner, text, rng);
        let sealed = seal(b"rosa@example.org", &mut rng).unwrap();
        let open = |key: &ServerKey, what, row, owner| key.open_outside(what, row, owner, &sealed);
        assert_eq!(
            *open(&key, what, &row, &owner).unwrap(),
            b"rosa@example.org"
        );
        assert!(open(&key, what, &owner, &owner).is_err());
        assert!(open(&key, what, &row, &row).is_err());
        assert!(open(&key, Outside::PushDevice, &row, &owner).is_err());
        let other = Pepper::generate(&mut rng).server_key();
        assert!(open(&other, what, &row, &owner).is_err());
        let longer = seal(b"somebody.with.a.longer.name@example.org", &mut rng).unwrap();
        assert_eq!(sealed.as_bytes().len(), longer.as_bytes().len());
    }

    #[test]
    fn a_mark_is_of_one_row_and_one_purpose() {
        let mut rng = StdRng::seed_from_u64(2);
        let key = Pepper::generate(&mut rng).server_key();
        let mark = key.mark(Outside::StopLink, &[1; 16]);
        assert_eq!(mark.len(), 20);
        assert!(key.is_mark(Outside::StopLink, &[1; 16], &mark));
        assert!(!key.is_mark(Outside::StopLink, &[2; 16], &mark));
        assert!(!key.is_mark(Outside::BounceAddress, &[1; 16], &mark));
        for wrong in ["", "00", &mark[..18], "ßßßßßßßßßß", "zz345678901234567890"] {
            assert!(!key.is_mark(Outside::StopLink, &[1; 16], wrong), "{wrong}");
        }
    }
}
