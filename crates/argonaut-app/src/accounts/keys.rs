//! Where accounts meet the vault: keys made, sealed and opened, passwords
//! judged. The slow work runs in the bounded queue.

use argonaut_domain::ids::{HelperId, SessionId};
use argonaut_privacy::vault::{
    HelperKeys, Password, PublicKey, RecoveryCode, Sealed, SessionBinding, SessionToken, VaultError,
};
use argonaut_store::{HelperKeysRow, SessionRow, StoreError, Write};
use secrecy::{ExposeSecret as _, SecretString};

use crate::app::{App, TooBusy};
use crate::error::Trouble;

/// The least number of characters of a password.
pub(super) const LEAST_CHARACTERS: usize = 12;
/// The most: longer ones only cost time.
const MOST_CHARACTERS: usize = 1_000;

/// Why a password is not good enough.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PasswordProblem {
    /// Fewer than 12 characters.
    TooShort,
    /// More than 1,000 characters.
    TooLong,
    /// It could be guessed: a common one, a pattern, or made of the own name.
    Guessable,
}

/// Judges a new password; `inputs` are words that must not carry it.
pub(super) fn judge(password: &SecretString, inputs: &[&str]) -> Result<(), PasswordProblem> {
    let password = password.expose_secret();
    let length = password.chars().count();
    if length < LEAST_CHARACTERS {
        return Err(PasswordProblem::TooShort);
    }
    if length > MOST_CHARACTERS {
        return Err(PasswordProblem::TooLong);
    }
    // The judge compares in lower case.
    let words: Vec<String> = inputs
        .iter()
        .flat_map(|input| input.split_whitespace())
        .map(str::to_lowercase)
        .collect();
    let words: Vec<&str> = words
        .iter()
        .map(String::as_str)
        .chain(["argonaut"])
        .collect();
    // What is left of it without the own name has to be long enough by itself.
    let mut rest = password.to_lowercase();
    for word in words.iter().filter(|word| word.chars().count() >= 3) {
        rest = rest.replace(word, "");
    }
    if rest.chars().count() < 8 || zxcvbn::zxcvbn(password, &words).score() < zxcvbn::Score::Three {
        return Err(PasswordProblem::Guessable);
    }
    Ok(())
}

/// Keys that were just made.
pub(super) struct Made {
    pub(super) keys: HelperKeys,
    pub(super) row: HelperKeysRow,
    pub(super) recovery_code: RecoveryCode,
}

type Queued<T> = Result<Result<T, Trouble>, TooBusy>;

fn typed(password: &SecretString) -> Password {
    Password::new(password.expose_secret().to_owned())
}

/// Makes keys and seals them twice.
pub(super) async fn create(app: &App, id: HelperId, password: SecretString) -> Queued<Made> {
    let mut rng = app.rng();
    let kdf = app.kdf.vault();
    let work = move || -> Result<Made, VaultError> {
        let keys = HelperKeys::generate(*id.bytes(), &mut rng);
        let recovery_code = RecoveryCode::generate(&mut rng);
        let row = HelperKeysRow {
            public_key: keys.public().as_bytes().to_vec(),
            sealed_by_password: kdf.seal(&typed(&password), &keys, &mut rng)?.into_bytes(),
            sealed_by_recovery: recovery_code.seal(&keys, &mut rng)?.into_bytes(),
        };
        Ok(Made {
            keys,
            row,
            recovery_code,
        })
    };
    Ok(app
        .kdf
        .run(work)
        .await?
        .and_then(|made| made.map_err(Trouble::from)))
}

/// Opens the private key with the password; `None` when it is another one.
pub(super) async fn open_with_password(
    app: &App,
    id: HelperId,
    row: &HelperKeysRow,
    password: SecretString,
) -> Queued<Option<HelperKeys>> {
    let kdf = app.kdf.vault();
    let row = row.clone();
    let work = move || -> Result<Option<HelperKeys>, VaultError> {
        let public = PublicKey::from_bytes(&row.public_key)?;
        let sealed = Sealed::from_bytes(row.sealed_by_password);
        match kdf.open(&typed(&password), *id.bytes(), &public, &sealed) {
            Ok(keys) => Ok(Some(keys)),
            Err(VaultError::WrongPassword) => Ok(None),
            Err(error) => Err(error),
        }
    };
    Ok(app
        .kdf
        .run(work)
        .await?
        .and_then(|opened| opened.map_err(Trouble::from)))
}

/// Takes as long as opening and opens nothing: for an unknown handle.
pub(super) async fn burn(app: &App, password: SecretString) -> Queued<()> {
    let kdf = app.kdf.vault();
    let done = app.kdf.run(move || kdf.burn(&typed(&password))).await?;
    Ok(done.and_then(|burned| burned.map_err(Trouble::from)))
}

/// Seals the private key under another password.
pub(super) async fn seal_with_password(
    app: &App,
    keys: HelperKeys,
    password: SecretString,
) -> Queued<(HelperKeys, Vec<u8>)> {
    let kdf = app.kdf.vault();
    let mut rng = app.rng();
    let work = move || -> Result<(HelperKeys, Vec<u8>), VaultError> {
        let sealed = kdf.seal(&typed(&password), &keys, &mut rng)?.into_bytes();
        Ok((keys, sealed))
    };
    Ok(app
        .kdf
        .run(work)
        .await?
        .and_then(|sealed| sealed.map_err(Trouble::from)))
}

/// Opens the private key with the recovery code; `None` when it is another one.
pub(super) fn open_with_code(
    id: HelperId,
    row: &HelperKeysRow,
    code: &RecoveryCode,
) -> Result<Option<HelperKeys>, Trouble> {
    let public = PublicKey::from_bytes(&row.public_key)?;
    match code.open(
        *id.bytes(),
        &public,
        &Sealed::from_bytes(row.sealed_by_recovery.clone()),
    ) {
        Ok(keys) => Ok(Some(keys)),
        Err(VaultError::WrongRecoveryCode) => Ok(None),
        Err(error) => Err(error.into()),
    }
}

/// Makes a new recovery code and seals the private key under it.
pub(super) fn seal_with_new_code(
    app: &App,
    keys: &HelperKeys,
) -> Result<(RecoveryCode, Vec<u8>), Trouble> {
    let mut rng = app.rng();
    let code = RecoveryCode::generate(&mut rng);
    let sealed = code.seal(keys, &mut rng)?.into_bytes();
    Ok((code, sealed))
}

/// Everything that a new password brings along.
pub(super) struct NewSeals {
    pub(super) keys: HelperKeys,
    pub(super) recovery_code: RecoveryCode,
    by_password: Vec<u8>,
    by_code: Vec<u8>,
}

/// Seals opened keys under a new password and a new recovery code.
pub(super) async fn seal_anew(
    app: &App,
    keys: HelperKeys,
    password: SecretString,
) -> Queued<NewSeals> {
    let (recovery_code, by_code) = match seal_with_new_code(app, &keys) {
        Ok(made) => made,
        Err(trouble) => return Ok(Err(trouble)),
    };
    Ok(seal_with_password(app, keys, password)
        .await?
        .map(|(keys, by_password)| NewSeals {
            keys,
            recovery_code,
            by_password,
            by_code,
        }))
}

/// Keeps the new seals in place of `old`. Whatever was signed in ends: sessions, half
/// sign-ins, links and API tokens.
pub(super) async fn keep_anew(
    write: &mut Write,
    id: HelperId,
    old: &HelperKeysRow,
    new: &NewSeals,
) -> Result<(), StoreError> {
    write
        .replace_password_seal(id, &old.sealed_by_password, &new.by_password)
        .await?;
    write
        .replace_recovery_seal(id, &old.sealed_by_recovery, &new.by_code)
        .await?;
    write.end_sessions(id, None).await?;
    write.end_deposits(id).await?;
    write.end_api_tokens(id).await?;
    Ok(())
}

/// Whether this is the password of the helper who is signed in.
pub(super) async fn is_password(app: &App, id: HelperId, password: SecretString) -> Queued<bool> {
    let row = async {
        app.store
            .read()
            .await?
            .helper_keys(id)
            .await?
            .ok_or(StoreError::Stale)
    };
    let row = match row.await {
        Ok(row) => row,
        Err(error) => return Ok(Err(error.into())),
    };
    Ok(open_with_password(app, id, &row, password)
        .await?
        .map(|opened| opened.is_some()))
}

/// What a session's seal is bound to: all of it comes back from the row.
pub(super) fn binding(
    id: SessionId,
    helper: HelperId,
    expires: argonaut_domain::clock::Timestamp,
) -> SessionBinding {
    SessionBinding {
        session: *id.bytes(),
        helper: *helper.bytes(),
        ends_at_micros: expires.micros(),
    }
}

/// Opens the private key of a session row with the cookie's token.
pub(super) fn open_session(
    row: &SessionRow,
    token: &SessionToken,
) -> Result<HelperKeys, VaultError> {
    let public = PublicKey::from_bytes(&row.public_key)?;
    let sealed = Sealed::from_bytes(row.sealed_key.clone());
    token.open_session(&binding(row.id, row.helper, row.expires), &public, &sealed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weak_passwords_are_refused_with_the_reason() {
        let judge = |text: &str| judge(&SecretString::from(text), &["Rosa Delgado", "rosa"]);
        assert_eq!(judge("short"), Err(PasswordProblem::TooShort));
        assert_eq!(judge("passwordpassword"), Err(PasswordProblem::Guessable));
        assert_eq!(judge("rosadelgado1"), Err(PasswordProblem::Guessable));
        assert_eq!(judge(&"x".repeat(1_001)), Err(PasswordProblem::TooLong));
        assert_eq!(judge("lantern tuba quiet maple"), Ok(()));
    }
}
