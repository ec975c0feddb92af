//! Passkeys (WebAuthn) as a second factor: the questions to the browser and the judging of its
//! answers. What is stored and what waits between question and answer are bytes that the caller
//! seals. The challenges come from the library's own source of randomness.

use std::fmt;

use uuid::Uuid;
use webauthn_rs::prelude::{
    Passkey, PasskeyAuthentication, PasskeyRegistration, PublicKeyCredential,
    RegisterPublicKeyCredential, Url, Webauthn, WebauthnBuilder,
};

use crate::vault::IdBytes;

/// Why a passkey did not do.
#[derive(Clone, Copy, Debug, Eq, PartialEq, thiserror::Error)]
pub enum PasskeyError {
    /// The answer does not belong to the question, or is not from a key that is enrolled.
    #[error("the passkey's answer does not fit")]
    Refused,
    /// Stored bytes are not what they should be.
    #[error("a stored passkey is damaged")]
    Damaged,
}

/// A question to the browser, and what has to be remembered to judge its answer.
pub struct Question {
    /// JSON for `navigator.credentials`, not secret.
    pub options: String,
    /// To be kept sealed on the server, never shown.
    pub state: Vec<u8>,
}

/// Passkeys of one site: they are bound to its name, so a look-alike gets no answer.
pub struct Passkeys(Webauthn);

impl Passkeys {
    /// For the site at this address. `None` when the address has no name but a number: then
    /// browsers allow no passkeys. On this machine itself the name is `localhost`.
    #[must_use]
    pub fn of(public_url: &str) -> Option<Self> {
        let mut url: Url = Url::parse(public_url).ok()?;
        let own_machine = matches!(url.host_str(), Some("127.0.0.1" | "[::1]" | "localhost"));
        if own_machine {
            url.set_host(Some("localhost")).ok()?;
        }
        let name = url.domain()?.to_owned();
        WebauthnBuilder::new(&name, &url)
            .ok()?
            .rp_name("Argonaut")
            .allow_any_port(own_machine)
            .build()
            .ok()
            .map(Self)
    }

    /// Asks the browser for a new passkey; `others` are this helper's stored ones, which must
    /// not be enrolled twice.
    ///
    /// # Errors
    /// [`PasskeyError::Damaged`] when a stored one cannot be read.
    pub fn enrol(
        &self,
        helper: &IdBytes,
        handle: &str,
        name: &str,
        others: &[Vec<u8>],
    ) -> Result<Question, PasskeyError> {
        let others = read_all(others)?
            .iter()
            .map(|key| key.cred_id().clone())
            .collect();
        let (options, state) = self
            .0
            .start_passkey_registration(Uuid::from_bytes(*helper), handle, name, Some(others))
            .map_err(|_| PasskeyError::Refused)?;
        question(&options, &state)
    }

    /// Judges the answer to [`Passkeys::enrol`]; what comes back is to be stored.
    ///
    /// # Errors
    /// [`PasskeyError::Refused`] when it does not fit the question.
    pub fn enrolled(&self, answer: &str, state: &[u8]) -> Result<Vec<u8>, PasskeyError> {
        let answer: RegisterPublicKeyCredential =
            serde_json::from_str(answer).map_err(|_| PasskeyError::Refused)?;
        let state: PasskeyRegistration =
            serde_json::from_slice(state).map_err(|_| PasskeyError::Damaged)?;
        let key = self
            .0
            .finish_passkey_registration(&answer, &state)
            .map_err(|_| PasskeyError::Refused)?;
        serde_json::to_vec(&key).map_err(|_| PasskeyError::Damaged)
    }

    /// Asks the browser to prove that it holds one of the stored passkeys.
    ///
    /// # Errors
    /// [`PasskeyError::Damaged`] when a stored one cannot be read.
    pub fn ask(&self, stored: &[Vec<u8>]) -> Result<Question, PasskeyError> {
        let (options, state) = self
            .0
            .start_passkey_authentication(&read_all(stored)?)
            .map_err(|_| PasskeyError::Refused)?;
        question(&options, &state)
    }

    /// Judges the answer to [`Passkeys::ask`]: which of the stored passkeys gave it, and its
    /// bytes to store from now on (they count the uses, so that a copy is noticed).
    ///
    /// # Errors
    /// [`PasskeyError::Refused`] when it does not fit the question.
    pub fn answered(
        &self,
        answer: &str,
        state: &[u8],
        stored: &[Vec<u8>],
    ) -> Result<(usize, Vec<u8>), PasskeyError> {
        let answer: PublicKeyCredential =
            serde_json::from_str(answer).map_err(|_| PasskeyError::Refused)?;
        let state: PasskeyAuthentication =
            serde_json::from_slice(state).map_err(|_| PasskeyError::Damaged)?;
        let outcome = self
            .0
            .finish_passkey_authentication(&answer, &state)
            .map_err(|_| PasskeyError::Refused)?;
        for (place, mut key) in read_all(stored)?.into_iter().enumerate() {
            if key.update_credential(&outcome).is_some() {
                let bytes = serde_json::to_vec(&key).map_err(|_| PasskeyError::Damaged)?;
                return Ok((place, bytes));
            }
        }
        Err(PasskeyError::Refused)
    }
}

impl fmt::Debug for Passkeys {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Passkeys(…)")
    }
}

fn read_all(stored: &[Vec<u8>]) -> Result<Vec<Passkey>, PasskeyError> {
    stored
        .iter()
        .map(|bytes| serde_json::from_slice(bytes).map_err(|_| PasskeyError::Damaged))
        .collect()
}

fn question(
    options: &impl serde::Serialize,
    state: &impl serde::Serialize,
) -> Result<Question, PasskeyError> {
    Ok(Question {
        options: serde_json::to_string(options).map_err(|_| PasskeyError::Damaged)?,
        state: serde_json::to_vec(state).map_err(|_| PasskeyError::Damaged)?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn passkeys_need_a_name() {
        for good in [
            "https://help.example.org",
            "http://localhost:8080",
            "http://127.0.0.1:8080",
        ] {
            assert!(Passkeys::of(good).is_some(), "{good}");
        }
        for bad in ["https://10.0.0.7", "", "help.example.org"] {
            assert!(Passkeys::of(bad).is_none(), "{bad}");
        }
    }

    #[test]
    fn a_question_names_the_site_and_nonsense_is_no_answer() {
        let site = Passkeys::of("https://help.example.org").unwrap();
        let asked = site.enrol(&[1; 16], "rosa", "Rosa", &[]).unwrap();
        assert!(asked.options.contains("\"help.example.org\""));
        assert!(asked.options.contains("\"challenge\""));
        for answer in ["", "{}", "null"] {
            assert_eq!(
                site.enrolled(answer, &asked.state),
                Err(PasskeyError::Refused)
            );
        }
        assert!(site.ask(&[b"no key".to_vec()]).is_err());
    }
}
