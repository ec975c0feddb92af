//! How shares travel back: the person in need holds a token, a key pair that lives for one
//! request waits sealed under it, and contacts seal their shares to its public half, after
//! comparing a number by another channel.

use std::fmt;

use hmac::{Hmac, KeyInit as _, Mac as _};
use rand::CryptoRng;
use sha2::Sha256;

use super::context::Context;
use super::deposits::ServerKey;
use super::sealed::{self, Sealed};
use super::secret::Secret;
use super::shares::Share;
use super::{HelperKeys, IdBytes, PublicKey, SessionToken, VaultError, hybrid};

/// The facts of a request's row that cannot be edited without making it useless: above all
/// the end of the waiting time.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct RescueRow {
    /// The request.
    pub request: IdBytes,
    /// Whose account it is for; zeros for nobody's.
    pub helper: IdBytes,
    /// When the waiting time is over, in microseconds UTC.
    pub ready_at_micros: i64,
}

/// The key pair of one request to come back.
pub struct RescueKeys {
    private: Secret,
    public: PublicKey,
}

/// A request's public key whose number a contact has heard from the person in need. Only
/// [`ServerKey::check_number`] makes one: no share is sealed to a key that nobody compared.
#[derive(Clone, Copy, Debug)]
pub struct ComparedKey {
    request: IdBytes,
    public: PublicKey,
}

/// Eight digits that stand for a request, the account it is for, and its key. They are made with the server's key, so
/// whoever exchanges the key in the database cannot search for one with the same digits.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct RescueNumber(u32);

impl RescueKeys {
    /// A new pair.
    pub fn generate(rng: &mut (impl CryptoRng + ?Sized)) -> Self {
        Self::from_private(Secret::generate(rng))
    }

    fn from_private(private: Secret) -> Self {
        let public = PublicKey::of_private(&private);
        Self { private, public }
    }

    /// The half that contacts seal to.
    #[must_use]
    pub fn public(&self) -> &PublicKey {
        &self.public
    }

    /// Seals the private half under the browser's token and the server's key.
    ///
    /// # Errors
    /// [`VaultError::Unavailable`] only.
    pub fn seal(
        &self,
        server: &ServerKey,
        token: &SessionToken,
        row: &RescueRow,
        rng: &mut (impl CryptoRng + ?Sized),
    ) -> Result<Sealed, VaultError> {
        sealed::seal(
            &server.joint(token),
            &row.context(),
            self.private.bytes(),
            rng,
        )
    }

    /// Opens the pair again.
    ///
    /// # Errors
    /// [`VaultError::WrongSession`] when token and row do not belong together or the row was
    /// edited.
    pub fn open(
        server: &ServerKey,
        token: &SessionToken,
        row: &RescueRow,
        sealed: &Sealed,
    ) -> Result<Self, VaultError> {
        let private = sealed::open(&server.joint(token), &row.context(), sealed)
            .map_err(|_| VaultError::WrongSession)?;
        let secret = Secret::from_slice(&private).ok_or(VaultError::Damaged)?;
        Ok(Self::from_private(secret))
    }

    /// Opens a share that a contact handed over. `holder_public` is the contact's stored key.
    ///
    /// # Errors
    /// [`VaultError::Damaged`] when it is not from that contact or not for this request.
    pub fn receive(
        &self,
        request: &IdBytes,
        holder: &IdBytes,
        holder_public: &PublicKey,
        sealed: &Sealed,
    ) -> Result<Share, VaultError> {
        let info = handing_over(request, holder);
        let bytes = hybrid::open_raw(self.private.bytes(), holder_public, &info, sealed)?;
        Share::from_bytes(&bytes)
    }
}

impl fmt::Debug for RescueKeys {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("RescueKeys(…)")
    }
}

impl HelperKeys {
    /// Seals a share from this helper to a request whose number was compared.
    ///
    /// # Errors
    /// [`VaultError::UnusableKey`] when the request's key is not one that can be sealed to.
    pub fn hand_over(
        &self,
        share: &Share,
        to: &ComparedKey,
        rng: &mut (impl CryptoRng + ?Sized),
    ) -> Result<Sealed, VaultError> {
        let info = handing_over(&to.request, self.helper());
        hybrid::seal_raw(self, &to.public, &info, share.as_bytes(), rng)
    }
}

impl ServerKey {
    /// The number of a request, shown to the person in need.
    #[must_use]
    pub fn number(&self, row: &RescueRow, public: &PublicKey) -> RescueNumber {
        let context = Context::new("number of a request")
            .id("request", &row.request)
            .id("helper", &row.helper)
            .field("public key", public.as_bytes());
        let key = self.derive(&Context::new("numbers of requests"));
        let mut block = zeroize::Zeroizing::new([0_u8; 64]);
        for (place, byte) in block.iter_mut().zip(key.bytes()) {
            *place = *byte;
        }
        let block: &[u8; 64] = &block;
        let digest: [u8; 32] = Hmac::<Sha256>::new(block.into())
            .chain_update(context.bytes())
            .finalize()
            .into_bytes()
            .into();
        let number = digest
            .iter()
            .take(8)
            .fold(0_u64, |number, byte| number << 8 | u64::from(*byte));
        RescueNumber(u32::try_from(number % 100_000_000).unwrap_or_default())
    }

    /// Whether the number that a contact typed belongs to this request, account and key.
    #[must_use]
    pub fn check_number(
        &self,
        typed: RescueNumber,
        row: &RescueRow,
        public: &PublicKey,
    ) -> Option<ComparedKey> {
        (self.number(row, public) == typed).then_some(ComparedKey {
            request: row.request,
            public: *public,
        })
    }
}

impl RescueNumber {
    /// Reads a typed number: eight digits, whatever stands between them.
    #[must_use]
    pub fn parse(typed: &str) -> Option<Self> {
        let digits: String = typed.chars().filter(char::is_ascii_digit).collect();
        let other = typed
            .chars()
            .any(|letter| !letter.is_ascii_digit() && !letter.is_whitespace() && letter != '-');
        (digits.len() == 8 && !other)
            .then(|| digits.parse().ok().map(Self))
            .flatten()
    }
}

impl fmt::Display for RescueNumber {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:04} {:04}", self.0 / 10_000, self.0 % 10_000)
    }
}

impl RescueRow {
    fn context(&self) -> Context {
        Context::new("private key of a request")
            .id("request", &self.request)
            .id("helper", &self.helper)
            .field("ready", &self.ready_at_micros.to_be_bytes())
    }
}

fn handing_over(request: &IdBytes, holder: &IdBytes) -> Context {
    Context::new("share handed over")
        .id("request", request)
        .id("holder", holder)
}

#[cfg(test)]
mod tests {
    use rand::SeedableRng as _;
    use rand::rngs::ChaCha20Rng;

    use super::super::{ContactsSecret, Pepper};
    use super::*;

    const REQUEST: IdBytes = [7; 16];

    #[test]
    fn a_share_reaches_the_one_who_holds_the_token() {
        let mut rng = ChaCha20Rng::seed_from_u64(1);
        let server = Pepper::generate(&mut rng).server_key();
        let token = SessionToken::generate(&mut rng);
        let row = RescueRow {
            request: REQUEST,
            helper: [1; 16],
            ready_at_micros: 10,
        };
        let pair = RescueKeys::generate(&mut rng);
        let sealed = pair.seal(&server, &token, &row, &mut rng).unwrap();
        let ben = HelperKeys::generate([2; 16], &mut rng);
        let eve = HelperKeys::generate([3; 16], &mut rng);
        let number = server.number(&row, pair.public());
        assert_eq!(RescueNumber::parse(&number.to_string()), Some(number));
        let compared = server.check_number(number, &row, pair.public()).unwrap();
        let share = ContactsSecret::generate(&mut rng)
            .split(2, 3, &mut rng)
            .unwrap()
            .remove(0);
        let handed = ben.hand_over(&share, &compared, &mut rng).unwrap();
        let again = RescueKeys::open(&server, &token, &row, &sealed).unwrap();
        assert_eq!(
            again
                .receive(&REQUEST, &[2; 16], ben.public(), &handed)
                .unwrap()
                .as_bytes(),
            share.as_bytes()
        );
        // Not as somebody else's, not for another request, not with another key.
        assert!(
            again
                .receive(&REQUEST, &[3; 16], eve.public(), &handed)
                .is_err()
        );
        assert!(
            again
                .receive(&[8; 16], &[2; 16], ben.public(), &handed)
                .is_err()
        );
        assert!(
            RescueKeys::generate(&mut rng)
                .receive(&REQUEST, &[2; 16], ben.public(), &handed)
                .is_err()
        );
        // An edited waiting time, another token, a database without its pepper: nothing opens.
        let sooner = RescueRow {
            ready_at_micros: 1,
            ..row
        };
        assert!(RescueKeys::open(&server, &token, &sooner, &sealed).is_err());
        assert!(
            RescueKeys::open(&server, &SessionToken::generate(&mut rng), &row, &sealed).is_err()
        );
        let moved = RescueRow {
            helper: [4; 16],
            ..row
        };
        assert!(RescueKeys::open(&server, &token, &moved, &sealed).is_err());
        assert!(server.check_number(number, &moved, pair.public()).is_none());
        let thief = Pepper::generate(&mut rng).server_key();
        assert!(RescueKeys::open(&thief, &token, &row, &sealed).is_err());
        // A key exchanged in the database has another number.
        let planted = RescueKeys::generate(&mut rng);
        assert!(
            server
                .check_number(number, &row, planted.public())
                .is_none()
        );
        assert_ne!(thief.number(&row, pair.public()), number);
    }

    #[test]
    fn numbers_are_read_however_they_are_typed() {
        assert_eq!(
            RescueNumber::parse("0012 3456"),
            Some(RescueNumber(123_456))
        );
        assert_eq!(
            RescueNumber::parse("0012-3456 "),
            Some(RescueNumber(123_456))
        );
        assert_eq!(RescueNumber(123_456).to_string(), "0012 3456");
        for bad in ["", "1234567", "123456789", "1234 567x"] {
            assert_eq!(RescueNumber::parse(bad), None, "{bad}");
        }
    }
}
