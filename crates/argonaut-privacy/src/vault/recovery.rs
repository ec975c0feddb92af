//! The printed recovery code: a second way to a helper's private key, without the password.
//! Written in Crockford's base 32, seven groups of four: 27 random symbols and a check symbol.

use std::fmt;

use rand::CryptoRng;
use zeroize::Zeroizing;

use super::context::Context;
use super::sealed::{self, Sealed};
use super::secret::{self, Secret};
use super::{HelperKeys, IdBytes, PublicKey, VaultError};

/// No I, L, O, U: they are read as something else.
pub(super) const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const SYMBOLS: usize = 27;
const GROUP: usize = 4;
/// The modulus of Crockford's check symbol; a prime, so that it sees every single wrong
/// symbol and every exchange of neighbours.
const MODULUS: u32 = 37;

/// A recovery code: 135 random bits, less a quarter of a bit (see [`RecoveryCode::generate`]).
///
/// That many bits cannot be guessed, so HKDF is enough to make a key of them; Argon2 would
/// only slow down honest people. The server's pepper stays out of it on purpose: an instance
/// that lost its pepper can still let its helpers back in.
#[derive(Clone)]
pub struct RecoveryCode(Zeroizing<[u8; SYMBOLS]>);

impl RecoveryCode {
    /// A new code. Codes whose check symbol would be one of Crockford's five extra signs
    /// (`*~$=U`) are drawn again, because they are hard to find on many keyboards.
    pub fn generate(rng: &mut (impl CryptoRng + ?Sized)) -> Self {
        loop {
            let mut symbols = Zeroizing::new([0_u8; SYMBOLS]);
            rng.fill_bytes(symbols.as_mut_slice());
            for symbol in symbols.iter_mut() {
                *symbol &= 31;
            }
            if check(&symbols) < 32 {
                return Self(symbols);
            }
        }
    }

    /// Reads a typed code: case, spaces, hyphens and dots do not matter; O is read as 0,
    /// I and L as 1, U as V.
    ///
    /// # Errors
    /// [`VaultError::MalformedRecoveryCode`] for a wrong length, a foreign letter or a typing
    /// error that the check symbol shows.
    pub fn parse(typed: &str) -> Result<Self, VaultError> {
        let mut read = Zeroizing::new(Vec::with_capacity(SYMBOLS + 1));
        for letter in typed.chars() {
            if letter.is_whitespace() || matches!(letter, '-' | '–' | '—' | '‑' | '.' | '_') {
                continue;
            }
            if read.len() > SYMBOLS {
                return Err(VaultError::MalformedRecoveryCode);
            }
            read.push(value(letter).ok_or(VaultError::MalformedRecoveryCode)?);
        }
        let (last, first) = read.split_last().ok_or(VaultError::MalformedRecoveryCode)?;
        let mut symbols = Zeroizing::new([0_u8; SYMBOLS]);
        if first.len() != SYMBOLS {
            return Err(VaultError::MalformedRecoveryCode);
        }
        symbols.copy_from_slice(first);
        if check(&symbols) != u32::from(*last) {
            return Err(VaultError::MalformedRecoveryCode);
        }
        Ok(Self(symbols))
    }

    /// The text to print, once: `XXXX-XXXX-XXXX-XXXX-XXXX-XXXX-XXXX`.
    #[must_use]
    pub fn reveal(&self) -> Zeroizing<String> {
        let mut text = Zeroizing::new(String::with_capacity(SYMBOLS + 1 + SYMBOLS / GROUP));
        let last = u8::try_from(check(&self.0)).unwrap_or(u8::MAX);
        for (place, symbol) in self.0.iter().copied().chain([last]).enumerate() {
            if place > 0 && place.is_multiple_of(GROUP) {
                text.push('-');
            }
            text.extend(
                ALPHABET
                    .get(usize::from(symbol))
                    .map(|byte| char::from(*byte)),
            );
        }
        text
    }

    /// Seals the private key under this code, bound to the helper.
    ///
    /// # Errors
    /// [`VaultError::Unavailable`] only.
    pub fn seal(
        &self,
        keys: &HelperKeys,
        rng: &mut (impl CryptoRng + ?Sized),
    ) -> Result<Sealed, VaultError> {
        let context = context(keys.helper());
        sealed::seal(&self.key(&context), &context, keys.private(), rng)
    }

    /// Opens the private key with this code. `stored_public` is as in
    /// [`PasswordKdf::open`](super::PasswordKdf::open).
    ///
    /// # Errors
    /// [`VaultError::WrongRecoveryCode`] when it does not open, [`VaultError::KeyChanged`]
    /// when the stored public key is not its own.
    pub fn open(
        &self,
        helper: IdBytes,
        stored_public: &PublicKey,
        sealed: &Sealed,
    ) -> Result<HelperKeys, VaultError> {
        let context = context(&helper);
        let private = sealed::open(&self.key(&context), &context, sealed)
            .map_err(|_| VaultError::WrongRecoveryCode)?;
        HelperKeys::restore(helper, &private, stored_public)
    }

    fn key(&self, context: &Context) -> Secret {
        secret::derive(self.0.as_slice(), context)
    }
}

impl fmt::Debug for RecoveryCode {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("RecoveryCode(…)")
    }
}

fn context(helper: &IdBytes) -> Context {
    Context::new("private key under recovery code").id("helper", helper)
}

/// The code read as one large number, modulo 37.
fn check(symbols: &[u8; SYMBOLS]) -> u32 {
    symbols
        .iter()
        .fold(0, |rest, symbol| (rest * 32 + u32::from(*symbol)) % MODULUS)
}

pub(super) fn value(letter: char) -> Option<u8> {
    let plain = match letter.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        'U' => 'V',
        other => other,
    };
    ALPHABET
        .iter()
        .position(|symbol| char::from(*symbol) == plain)
        .and_then(|place| u8::try_from(place).ok())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rand::SeedableRng;
    use rand::rngs::ChaCha20Rng;

    use super::*;

    proptest! {
        #[test]
        fn a_printed_code_is_read_back_however_it_is_typed(seed: u64) {
            let code = RecoveryCode::generate(&mut ChaCha20Rng::seed_from_u64(seed));
            let printed = code.reveal().to_string();
            prop_assert_eq!(printed.len(), 34);
            let sloppy = printed.to_lowercase().replace('-', "  ").replace('0', "o").replace('1', "l").replace('v', "u");
            let dotted = printed.replace('-', " . ").replace('0', "O").replace('1', "I");
            for typed in [printed, sloppy, dotted] {
                prop_assert_eq!(&RecoveryCode::parse(&typed).unwrap().0, &code.0);
            }
        }

        #[test]
        fn every_wrong_symbol_is_noticed(seed: u64, place in 0_usize..28, shift in 1_usize..32) {
            let code = RecoveryCode::generate(&mut ChaCha20Rng::seed_from_u64(seed));
            let mut typed: Vec<char> = code.reveal().chars().filter(|letter| *letter != '-').collect();
            let old = usize::from(value(typed[place]).unwrap());
            typed[place] = char::from(ALPHABET[(old + shift) % 32]);
            let typed: String = typed.into_iter().collect();
            prop_assert!(RecoveryCode::parse(&typed).is_err());
        }

        #[test]
        fn neighbours_that_changed_places_are_noticed(seed: u64, place in 0_usize..26) {
            let code = RecoveryCode::generate(&mut ChaCha20Rng::seed_from_u64(seed));
            let mut typed: Vec<char> = code.reveal().chars().filter(|letter| *letter != '-').collect();
            prop_assume!(typed[place] != typed[place + 1]);
            typed.swap(place, place + 1);
            let typed: String = typed.into_iter().collect();
            prop_assert!(RecoveryCode::parse(&typed).is_err());
        }
    }

    #[test]
    fn other_lengths_and_letters_are_refused() {
        let code = RecoveryCode::generate(&mut ChaCha20Rng::seed_from_u64(1));
        let printed = code.reveal().to_string();
        for typed in [
            "",
            "----",
            &printed[1..],
            &format!("{printed}0"),
            &printed.replace('-', "ñ"),
        ] {
            assert_eq!(
                RecoveryCode::parse(typed).map(|_| ()),
                Err(VaultError::MalformedRecoveryCode)
            );
        }
    }
}
