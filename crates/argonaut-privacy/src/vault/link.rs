//! Clients' links: a random token in an address, what its page shows sealed under the token,
//! and the token sealed under a short code that can be printed. The server keeps hashes.

use std::fmt;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use rand::CryptoRng;
use sha2::{Digest, Sha256};
use zeroize::{Zeroize, Zeroizing};

use super::context::Context;
use super::recovery::{ALPHABET, value};
use super::sealed::{self, Sealed};
use super::secret::Secret;
use super::{IdBytes, PasswordKdf, Plaintext, TokenHash, VaultError, padding};

/// The random 256-bit token of a client's link: whoever holds it may act as the client.
#[derive(Clone, Debug)]
pub struct LinkToken(Secret);

/// The facts of a link that cannot be edited in the database without making it useless.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct LinkBinding {
    /// The link's id.
    pub link: IdBytes,
    /// Whose it is.
    pub client: IdBytes,
    /// Which helper made it.
    pub made_by: IdBytes,
    /// When it ends, in microseconds UTC.
    pub ends_at_micros: i64,
}

impl LinkToken {
    /// A new token.
    pub fn generate(rng: &mut (impl CryptoRng + ?Sized)) -> Self {
        Self(Secret::generate(rng))
    }

    /// Reads the token of an address.
    ///
    /// # Errors
    /// [`VaultError::MalformedToken`] when it is not 43 letters of base64url.
    pub fn parse(text: &str) -> Result<Self, VaultError> {
        let decoded = URL_SAFE_NO_PAD
            .decode(text)
            .map(Zeroizing::new)
            .map_err(|_| VaultError::MalformedToken)?;
        Self::from_bytes(&decoded)
    }

    /// Takes the 32 bytes that were sealed somewhere.
    ///
    /// # Errors
    /// [`VaultError::MalformedToken`] when there are not 32 of them.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, VaultError> {
        Secret::from_slice(bytes)
            .map(Self)
            .ok_or(VaultError::MalformedToken)
    }

    /// The text for the address: 43 letters of base64url.
    #[must_use]
    pub fn reveal(&self) -> Zeroizing<String> {
        Zeroizing::new(URL_SAFE_NO_PAD.encode(self.0.bytes()))
    }

    /// The bytes, to be sealed for the helper who made the link.
    #[must_use]
    pub fn bytes(&self) -> &[u8; 32] {
        self.0.bytes()
    }

    /// What to store and to look the link up by.
    #[must_use]
    pub fn token_hash(&self) -> TokenHash {
        let mut hash = Sha256::new();
        hash.update(b"argonaut client link\0");
        hash.update(self.0.bytes());
        TokenHash::from_array(hash.finalize().into())
    }

    /// Seals what the link's page shows; lengths are padded.
    ///
    /// # Errors
    /// [`VaultError::Unavailable`] only.
    pub fn seal_page(
        &self,
        binding: &LinkBinding,
        text: &[u8],
        rng: &mut (impl CryptoRng + ?Sized),
    ) -> Result<Sealed, VaultError> {
        let context = binding.context("client link page");
        sealed::seal(&self.page_key(), &context, &padding::pad(text, 0), rng)
    }

    /// Opens what [`LinkToken::seal_page`] sealed.
    ///
    /// # Errors
    /// [`VaultError::Damaged`] when token and row do not belong together, or the row was edited.
    pub fn open_page(
        &self,
        binding: &LinkBinding,
        sealed: &Sealed,
    ) -> Result<Plaintext, VaultError> {
        let context = binding.context("client link page");
        padding::unpad(sealed::open(&self.page_key(), &context, sealed)?)
    }

    /// Seals a client's words to the helper who made the link: only a holder of the token can
    /// make them, so whoever writes the database cannot plant any. `request` is their own id.
    ///
    /// # Errors
    /// [`VaultError::Unavailable`] only.
    pub fn seal_words(
        &self,
        binding: &LinkBinding,
        request: &IdBytes,
        text: &[u8],
        rng: &mut (impl CryptoRng + ?Sized),
    ) -> Result<Sealed, VaultError> {
        let context = binding.context("client words").id("request", request);
        sealed::seal(&self.words_key(), &context, &padding::pad(text, 0), rng)
    }

    /// Opens what [`LinkToken::seal_words`] sealed.
    ///
    /// # Errors
    /// [`VaultError::Damaged`] as in [`LinkToken::open_page`].
    pub fn open_words(
        &self,
        binding: &LinkBinding,
        request: &IdBytes,
        sealed: &Sealed,
    ) -> Result<Plaintext, VaultError> {
        let context = binding.context("client words").id("request", request);
        padding::unpad(sealed::open(&self.words_key(), &context, sealed)?)
    }

    fn page_key(&self) -> Secret {
        self.0.derive(&Context::new("client link page key"))
    }

    fn words_key(&self) -> Secret {
        self.0.derive(&Context::new("client link words key"))
    }
}

impl LinkBinding {
    fn context(&self, purpose: &'static str) -> Context {
        Context::new(purpose)
            .id("link", &self.link)
            .id("client", &self.client)
            .id("made by", &self.made_by)
            .field("ends", &self.ends_at_micros.to_be_bytes())
    }
}

const SYMBOLS: usize = 10;

/// A code of ten letters and digits (50 random bits) that stands for a link on paper. Short
/// enough to type, so it is worth only what guards it: see [`PasswordKdf::code_keys`].
#[derive(Clone)]
pub struct LinkCode(Zeroizing<[u8; SYMBOLS]>);

impl LinkCode {
    /// A new code.
    pub fn generate(rng: &mut (impl CryptoRng + ?Sized)) -> Self {
        let mut symbols = Zeroizing::new([0_u8; SYMBOLS]);
        rng.fill_bytes(symbols.as_mut_slice());
        // 256 is a multiple of 32, so every symbol is equally likely.
        for symbol in symbols.iter_mut() {
            *symbol &= 31;
        }
        Self(symbols)
    }

    /// Reads a code as it was typed: case, spaces and hyphens do not matter, nor does `O` for
    /// `0` and `I` or `L` for `1`.
    ///
    /// # Errors
    /// [`VaultError::MalformedToken`] when it is not ten such letters.
    pub fn parse(typed: &str) -> Result<Self, VaultError> {
        let mut symbols = Zeroizing::new([0_u8; SYMBOLS]);
        let mut letters = typed
            .chars()
            .filter(|letter| !letter.is_whitespace() && !matches!(letter, '-' | '–' | '.'));
        for symbol in symbols.iter_mut() {
            *symbol = letters
                .next()
                .and_then(value)
                .ok_or(VaultError::MalformedToken)?;
        }
        match letters.next() {
            None => Ok(Self(symbols)),
            Some(_) => Err(VaultError::MalformedToken),
        }
    }

    /// Takes the bytes that [`LinkCode::bytes`] gave.
    ///
    /// # Errors
    /// [`VaultError::MalformedToken`] when they are something else.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, VaultError> {
        let symbols: [u8; SYMBOLS] = bytes.try_into().map_err(|_| VaultError::MalformedToken)?;
        if symbols.iter().any(|symbol| *symbol > 31) {
            return Err(VaultError::MalformedToken);
        }
        Ok(Self(Zeroizing::new(symbols)))
    }

    /// The bytes, to be sealed for the helper who made the link.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        self.0.as_slice()
    }

    /// The text to print: `XXXXX-XXXXX`.
    #[must_use]
    pub fn reveal(&self) -> Zeroizing<String> {
        let mut text = Zeroizing::new(String::with_capacity(SYMBOLS + 1));
        for (place, symbol) in self.0.iter().enumerate() {
            if place == SYMBOLS / 2 {
                text.push('-');
            }
            text.extend(
                ALPHABET
                    .get(usize::from(*symbol))
                    .map(|byte| char::from(*byte)),
            );
        }
        text
    }
}

impl fmt::Debug for LinkCode {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("LinkCode(…)")
    }
}

/// What a code comes to under the slow hash: a name to look it up by, and a key for the token.
#[derive(Debug)]
pub struct CodeKeys {
    lookup: TokenHash,
    key: Secret,
}

/// Every code is hashed with the same salt, or the row could not be found by the code. What a
/// salt is for (one guess, one victim) is done by the pepper, the memory and the 50 random bits:
/// without the pepper nothing can be tried at all, with it the whole space is some 3 million
/// years of one core at the standard cost, shared by all links that live at the time.
const SALT: &[u8; 16] = b"argonaut codes 1";

impl PasswordKdf {
    /// Derives what a code opens. It costs as much as a password: callers queue it, and limit
    /// how many are tried.
    ///
    /// # Errors
    /// [`VaultError::Unavailable`] when the memory cannot be had.
    pub fn code_keys(&self, code: &LinkCode) -> Result<CodeKeys, VaultError> {
        let mut text = code.reveal();
        let stretched = self.stretch(text.as_bytes(), SALT);
        text.zeroize();
        let stretched = stretched?;
        let lookup = stretched.derive(&Context::new("client link code: name"));
        Ok(CodeKeys {
            lookup: TokenHash::from_array(*lookup.bytes()),
            key: stretched.derive(&Context::new("client link code: key")),
        })
    }
}

impl CodeKeys {
    /// What to store and to look the link up by.
    #[must_use]
    pub fn lookup(&self) -> &TokenHash {
        &self.lookup
    }

    /// Seals the link's token under the code.
    ///
    /// # Errors
    /// [`VaultError::Unavailable`] only.
    pub fn seal(
        &self,
        binding: &LinkBinding,
        token: &LinkToken,
        rng: &mut (impl CryptoRng + ?Sized),
    ) -> Result<Sealed, VaultError> {
        sealed::seal(
            &self.key,
            &binding.context("token under code"),
            token.bytes(),
            rng,
        )
    }

    /// Opens the link's token.
    ///
    /// # Errors
    /// [`VaultError::Damaged`] when the row is not this code's, or was edited.
    pub fn open(&self, binding: &LinkBinding, sealed: &Sealed) -> Result<LinkToken, VaultError> {
        let context = binding.context("token under code");
        LinkToken::from_bytes(&sealed::open(&self.key, &context, sealed)?)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rand::SeedableRng;
    use rand::rngs::ChaCha20Rng;

    use super::*;
    use crate::vault::{KdfCost, Pepper, VaultConfig};

    const BINDING: LinkBinding = LinkBinding {
        link: [1; 16],
        client: [2; 16],
        made_by: [3; 16],
        ends_at_micros: 4,
    };

    fn kdf(seed: u64) -> PasswordKdf {
        PasswordKdf::new(VaultConfig {
            pepper: Pepper::generate(&mut ChaCha20Rng::seed_from_u64(seed)),
            cost: KdfCost::for_tests(),
        })
    }

    proptest! {
        #[test]
        fn a_printed_code_is_read_back_however_it_is_typed(seed: u64) {
            let code = LinkCode::generate(&mut ChaCha20Rng::seed_from_u64(seed));
            let printed = code.reveal().to_string();
            prop_assert_eq!(printed.len(), 11);
            let sloppy = printed.to_lowercase().replace('-', " ").replace('0', "o").replace('1', "l");
            for typed in [printed, sloppy] {
                let read = LinkCode::parse(&typed).unwrap();
                prop_assert_eq!(read.bytes(), code.bytes());
            }
        }
    }

    #[test]
    fn other_lengths_and_letters_are_no_code() {
        for typed in [
            "",
            "ABCDE-FGHJ",
            "ABCDE-FGHJK1",
            "ABCDE-FGHJ!",
            "ABCDE-FGHJñ",
        ] {
            assert!(LinkCode::parse(typed).is_err(), "{typed}");
        }
    }

    #[test]
    fn a_page_opens_with_its_token_and_its_own_row_alone() {
        let mut rng = ChaCha20Rng::seed_from_u64(1);
        let token = LinkToken::generate(&mut rng);
        let sealed = token.seal_page(&BINDING, b"canary", &mut rng).unwrap();
        assert_eq!(
            token.open_page(&BINDING, &sealed).unwrap().as_slice(),
            b"canary"
        );
        let read = LinkToken::parse(&token.reveal()).unwrap();
        assert!(read.open_page(&BINDING, &sealed).is_ok());
        let other = LinkToken::generate(&mut rng);
        assert!(other.open_page(&BINDING, &sealed).is_err(), "another token");
        for edited in [
            LinkBinding {
                link: [9; 16],
                ..BINDING
            },
            LinkBinding {
                client: [9; 16],
                ..BINDING
            },
            LinkBinding {
                made_by: [9; 16],
                ..BINDING
            },
            LinkBinding {
                ends_at_micros: 9,
                ..BINDING
            },
        ] {
            assert!(token.open_page(&edited, &sealed).is_err(), "{edited:?}");
        }
        assert!(
            token.open_words(&BINDING, &[5; 16], &sealed).is_err(),
            "a page is no words"
        );
    }

    #[test]
    fn the_hash_opens_nothing() {
        let mut rng = ChaCha20Rng::seed_from_u64(2);
        let token = LinkToken::generate(&mut rng);
        let sealed = token.seal_page(&BINDING, b"canary", &mut rng).unwrap();
        let thief = LinkToken::from_bytes(token.token_hash().as_bytes()).unwrap();
        assert!(thief.open_page(&BINDING, &sealed).is_err());
    }

    #[test]
    fn words_are_bound_to_their_request() {
        let mut rng = ChaCha20Rng::seed_from_u64(3);
        let token = LinkToken::generate(&mut rng);
        let sealed = token
            .seal_words(&BINDING, &[5; 16], b"wrong number", &mut rng)
            .unwrap();
        let opened = token.open_words(&BINDING, &[5; 16], &sealed).unwrap();
        assert_eq!(opened.as_slice(), b"wrong number");
        assert!(token.open_words(&BINDING, &[6; 16], &sealed).is_err());
    }

    #[test]
    fn a_code_opens_the_token_with_the_servers_pepper_alone() {
        let mut rng = ChaCha20Rng::seed_from_u64(4);
        let token = LinkToken::generate(&mut rng);
        let code = LinkCode::generate(&mut rng);
        let sealed = kdf(1)
            .code_keys(&code)
            .unwrap()
            .seal(&BINDING, &token, &mut rng)
            .unwrap();
        let again = kdf(1)
            .code_keys(&LinkCode::parse(&code.reveal()).unwrap())
            .unwrap();
        assert_eq!(
            again.open(&BINDING, &sealed).unwrap().bytes(),
            token.bytes()
        );
        let elsewhere = kdf(2).code_keys(&code).unwrap();
        assert!(elsewhere.open(&BINDING, &sealed).is_err(), "another pepper");
        assert_ne!(elsewhere.lookup(), again.lookup());
        let other = kdf(1).code_keys(&LinkCode::generate(&mut rng)).unwrap();
        assert!(other.open(&BINDING, &sealed).is_err(), "another code");
        // The name a row is found by is no key to it.
        assert_ne!(again.lookup().as_bytes(), again.key.bytes());
    }
}
