//! Private keys that wait between two requests or in somebody's hands: a sign-in between its
//! two steps, a one-time link, an API token with a record scope. Each opens with a token *and*
//! the server's own key, so that neither the database nor a token alone is enough.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use rand::CryptoRng;
use zeroize::Zeroizing;

use super::context::Context;
use super::sealed::{self, Sealed};
use super::secret::{self, Secret};
use super::{HelperKeys, IdBytes, Pepper, Plaintext, PublicKey, SessionToken, VaultError};

/// A key of the server, derived from its pepper: what is sealed under it does not open from
/// a stolen database.
#[derive(Clone, Debug)]
pub struct ServerKey(Secret);

impl Pepper {
    /// The server's key for what is not a password.
    #[must_use]
    pub fn server_key(&self) -> ServerKey {
        ServerKey(secret::derive(self.reveal(), &Context::new("server key")))
    }
}

/// What a deposit is for; one made for one purpose does not open as another.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum DepositKind {
    /// The password fitted, the second factor is awaited.
    HalfSignIn,
    /// A one-time link with which a helper sets a new password.
    ResetLink,
    /// An API token that may open records.
    ApiToken,
}

/// The facts of a deposit's row that cannot be edited without making it useless.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Deposit<'a> {
    /// What for.
    pub kind: DepositKind,
    /// The row's id.
    pub row: IdBytes,
    /// Whose key it is.
    pub helper: IdBytes,
    /// When it ends, in microseconds UTC.
    pub ends_at_micros: i64,
    /// What else must stay as it is (the scopes of an API token); may be empty.
    pub terms: &'a str,
}

impl Deposit<'_> {
    fn context(&self, what: &'static str) -> Context {
        let kind: &[u8] = match self.kind {
            DepositKind::HalfSignIn => b"half sign-in",
            DepositKind::ResetLink => b"reset link",
            DepositKind::ApiToken => b"api token",
        };
        Context::new(what)
            .field("kind", kind)
            .id("row", &self.row)
            .id("helper", &self.helper)
            .field("ends", &self.ends_at_micros.to_be_bytes())
            .field("terms", self.terms.as_bytes())
    }
}

impl ServerKey {
    /// Seals a private key under token and server key.
    ///
    /// # Errors
    /// [`VaultError::WrongSession`] when the deposit names another helper than the keys do.
    pub fn deposit(
        &self,
        token: &SessionToken,
        deposit: &Deposit<'_>,
        keys: &HelperKeys,
        rng: &mut (impl CryptoRng + ?Sized),
    ) -> Result<Sealed, VaultError> {
        if deposit.helper != *keys.helper() {
            return Err(VaultError::WrongSession);
        }
        let context = deposit.context("private key in deposit");
        sealed::seal(&self.joint(token), &context, keys.private(), rng)
    }

    /// Opens a private key again. `stored_public` is as in
    /// [`PasswordKdf::open`](super::PasswordKdf::open). Whether the time is over is the
    /// caller's to check.
    ///
    /// # Errors
    /// [`VaultError::WrongSession`] when token and row do not belong together or the row was
    /// edited, [`VaultError::KeyChanged`] when the stored public key is another.
    pub fn withdraw(
        &self,
        token: &SessionToken,
        deposit: &Deposit<'_>,
        stored_public: &PublicKey,
        sealed: &Sealed,
    ) -> Result<HelperKeys, VaultError> {
        let context = deposit.context("private key in deposit");
        let private = sealed::open(&self.joint(token), &context, sealed)
            .map_err(|_| VaultError::WrongSession)?;
        HelperKeys::restore(deposit.helper, &private, stored_public)
    }

    /// Seals what has to be remembered beside the key, such as a challenge.
    ///
    /// # Errors
    /// [`VaultError::Unavailable`] only.
    pub fn seal_note(
        &self,
        token: &SessionToken,
        deposit: &Deposit<'_>,
        text: &[u8],
        rng: &mut (impl CryptoRng + ?Sized),
    ) -> Result<Sealed, VaultError> {
        sealed::seal(
            &self.joint(token),
            &deposit.context("note of a deposit"),
            text,
            rng,
        )
    }

    /// Opens what [`ServerKey::seal_note`] made.
    ///
    /// # Errors
    /// [`VaultError::WrongSession`] when token and row do not belong together.
    pub fn open_note(
        &self,
        token: &SessionToken,
        deposit: &Deposit<'_>,
        sealed: &Sealed,
    ) -> Result<Plaintext, VaultError> {
        sealed::open(
            &self.joint(token),
            &deposit.context("note of a deposit"),
            sealed,
        )
        .map_err(|_| VaultError::WrongSession)
    }

    /// What a browser keeps to show that somebody signed in there under this handle before. It
    /// opens nothing; without the server's key nobody can make one.
    #[must_use]
    pub fn known_browser(&self, handle: &str) -> String {
        let context = Context::new("known browser").field("handle", handle.as_bytes());
        URL_SAFE_NO_PAD.encode(self.0.derive(&context).bytes())
    }

    /// What stands in the database for a mail address or telephone number by which somebody
    /// wants to be found: without this key nobody can try numbers against it.
    #[must_use]
    pub fn found_by(&self, kind: &str, value: &str) -> [u8; 32] {
        let context = Context::new("found by")
            .field("kind", kind.as_bytes())
            .field("value", value.as_bytes());
        *self.0.derive(&context).bytes()
    }

    /// A mark of something for a day: without the server's key nobody can tell of what, and
    /// the next day it is another.
    #[must_use]
    pub fn mark_of_day(&self, purpose: &'static str, day: i64, of: &[u8]) -> [u8; 16] {
        let context = Context::new("mark of a day")
            .field("purpose", purpose.as_bytes())
            .field("day", &day.to_be_bytes())
            .field("of", of);
        let mut mark = [0; 16];
        for (to, from) in mark.iter_mut().zip(self.0.derive(&context).bytes()) {
            *to = *from;
        }
        mark
    }

    /// A key that takes both: what the browser holds, and what the server holds.
    pub(super) fn joint(&self, token: &SessionToken) -> Secret {
        let mut both = Zeroizing::new([0_u8; 64]);
        let (first, second) = both.split_at_mut(32);
        first.copy_from_slice(token.secret().bytes());
        second.copy_from_slice(self.0.bytes());
        secret::derive(both.as_slice(), &Context::new("joint key"))
    }

    pub(super) fn derive(&self, context: &Context) -> Secret {
        self.0.derive(context)
    }
}

#[cfg(test)]
mod tests {
    use rand::SeedableRng as _;
    use rand::rngs::ChaCha20Rng;

    use super::*;

    #[test]
    fn a_deposit_takes_token_pepper_and_an_unedited_row() {
        let mut rng = ChaCha20Rng::seed_from_u64(1);
        let server = Pepper::generate(&mut rng).server_key();
        let ana = HelperKeys::generate([1; 16], &mut rng);
        let token = SessionToken::generate(&mut rng);
        let row = Deposit {
            kind: DepositKind::ApiToken,
            row: [9; 16],
            helper: [1; 16],
            ends_at_micros: 5,
            terms: "read",
        };
        let sealed = server.deposit(&token, &row, &ana, &mut rng).unwrap();
        assert!(server.withdraw(&token, &row, ana.public(), &sealed).is_ok());
        let stolen_database = Pepper::generate(&mut rng).server_key();
        let other = SessionToken::generate(&mut rng);
        for (server, token, row) in [
            (&stolen_database, &token, row),
            (&server, &other, row),
            (
                &server,
                &token,
                Deposit {
                    terms: "read records",
                    ..row
                },
            ),
            (
                &server,
                &token,
                Deposit {
                    ends_at_micros: 6,
                    ..row
                },
            ),
            (
                &server,
                &token,
                Deposit {
                    row: [8; 16],
                    ..row
                },
            ),
            (
                &server,
                &token,
                Deposit {
                    kind: DepositKind::ResetLink,
                    ..row
                },
            ),
        ] {
            assert!(server.withdraw(token, &row, ana.public(), &sealed).is_err());
        }
        let note = server.seal_note(&token, &row, b"x", &mut rng).unwrap();
        assert_eq!(&**server.open_note(&token, &row, &note).unwrap(), b"x");
        assert!(server.withdraw(&token, &row, ana.public(), &note).is_err());
    }
}
