//! Codes of an authenticator app (RFC 6238: SHA-1, six digits, thirty seconds), which is what
//! every such app understands. Which codes were used already is remembered by the caller.

use std::fmt;

use rand::CryptoRng;
use totp_rs::{Builder, Secret, Totp};
use zeroize::Zeroizing;

/// The secret that an authenticator app shares with this instance: 160 bits.
#[derive(Clone)]
pub struct TotpSecret(Box<Zeroizing<[u8; SIZE]>>);

const SIZE: usize = 20;

impl TotpSecret {
    /// A new secret.
    pub fn generate(rng: &mut (impl CryptoRng + ?Sized)) -> Self {
        let mut bytes = Box::new(Zeroizing::new([0_u8; SIZE]));
        rng.fill_bytes(bytes.as_mut_slice());
        Self(bytes)
    }

    /// Takes opened bytes; `None` when there are not 20 of them.
    #[must_use]
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let mut copy = Box::new(Zeroizing::new([0_u8; SIZE]));
        if bytes.len() != SIZE {
            return None;
        }
        copy.copy_from_slice(bytes);
        Some(Self(copy))
    }

    /// The bytes, for sealing them.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8] {
        self.0.as_slice()
    }

    /// The step to which a typed code belongs, when it is right now, or was or will be half a
    /// minute away. A step is thirty seconds since 1970; a code whose step was used before
    /// must be refused.
    #[must_use]
    pub fn step_of(&self, typed: &str, seconds: u64) -> Option<i64> {
        let digits: String = typed
            .chars()
            .filter(|letter| !letter.is_whitespace())
            .collect();
        let step = self.totp()?.check(&digits, seconds)?;
        i64::try_from(step).ok()
    }

    /// The code of a moment, for tests and for whoever plays the app.
    #[must_use]
    pub fn code_at(&self, seconds: u64) -> String {
        self.totp()
            .map_or_else(String::new, |totp| totp.generate(seconds).to_string())
    }

    /// The secret as people type it: base 32, in groups of four.
    #[must_use]
    pub fn text(&self) -> Zeroizing<String> {
        let plain = self.base32();
        let mut text = Zeroizing::new(String::with_capacity(plain.len() * 2));
        for (place, letter) in plain.chars().enumerate() {
            if place > 0 && place.is_multiple_of(4) {
                text.push(' ');
            }
            text.push(letter);
        }
        text
    }

    /// The address in the QR code. `issuer` and `account` are what the app shows.
    #[must_use]
    pub fn address(&self, issuer: &str, account: &str) -> Zeroizing<String> {
        Zeroizing::new(format!(
            "otpauth://totp/{issuer}:{account}?secret={}&issuer={issuer}",
            &*self.base32(),
            issuer = escape(issuer),
            account = escape(account),
        ))
    }

    fn base32(&self) -> Zeroizing<String> {
        Zeroizing::new(Secret::from(**self.0).to_base32())
    }

    fn totp(&self) -> Option<Totp> {
        Builder::new()
            .with_secret(Secret::from(**self.0))
            .build()
            .ok()
    }
}

impl fmt::Debug for TotpSecret {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("TotpSecret(…)")
    }
}

fn escape(text: &str) -> String {
    text.bytes()
        .map(|byte| match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' => {
                char::from(byte).to_string()
            }
            other => format!("%{other:02X}"),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The test vectors of RFC 6238, appendix B, cut to six digits.
    #[test]
    fn the_codes_are_those_of_the_standard() {
        let secret = TotpSecret::from_bytes(b"12345678901234567890").unwrap();
        for (seconds, code) in [
            (59, "287082"),
            (1_111_111_109, "081804"),
            (1_111_111_111, "050471"),
            (1_234_567_890, "005924"),
            (2_000_000_000, "279037"),
        ] {
            assert_eq!(secret.code_at(seconds), code);
            let step = i64::try_from(seconds / 30).unwrap();
            let spaced = format!(" {} {} ", &code[..3], &code[3..]);
            assert_eq!(secret.step_of(&spaced, seconds), Some(step));
            assert_eq!(secret.step_of(code, seconds + 30), Some(step));
            assert_eq!(secret.step_of(code, seconds + 90), None);
        }
        assert_eq!(secret.step_of("", 59), None);
        assert_eq!(secret.step_of("28708２", 59), None);
    }

    #[test]
    fn the_address_says_whose_it_is() {
        let secret = TotpSecret::from_bytes(b"12345678901234567890").unwrap();
        assert_eq!(
            &*secret.address("Argonaut help.example", "rosa"),
            "otpauth://totp/Argonaut%20help.example:rosa?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Argonaut%20help.example"
        );
        assert_eq!(&*secret.text(), "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");
        assert_eq!(format!("{secret:?}"), "TotpSecret(…)");
    }
}
