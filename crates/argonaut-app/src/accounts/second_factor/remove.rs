//! Removing a second factor: with the password and a code, or with the password and the
//! recovery code. A stolen session alone is not enough.

use argonaut_domain::audit::Deed;
use argonaut_domain::ids::FactorId;
use argonaut_domain::notice::NoticeKind;
use argonaut_privacy::vault::RecoveryCode;
use argonaut_store::StoreError;
use secrecy::{ExposeSecret as _, SecretString};

use super::{FactorError, fitting_app};
use crate::accounts::attempts::Guard;
use crate::accounts::keys;
use crate::app::App;
use crate::matches::tell;
use crate::who::SignedIn;

/// Removes one. `proof` is a code of an app that is in force, or the recovery code.
///
/// # Errors
/// See [`FactorError`].
pub async fn remove(
    app: &App,
    who: &SignedIn,
    id: FactorId,
    password: SecretString,
    proof: SecretString,
) -> Result<(), FactorError> {
    let me = who.helper();
    let mut read = app.store.read().await?;
    let rows = read.factors(me).await?;
    let row = read.helper_keys(me).await?.ok_or(StoreError::Stale)?;
    drop(read);
    if !rows.iter().any(|row| row.id == id && row.confirmed) {
        return Err(FactorError::NotFound);
    }
    if keys::open_with_password(app, me, &row, password)
        .await??
        .is_none()
    {
        return Err(FactorError::WrongPassword);
    }
    let guard = Guard::codes(me);
    let used = match RecoveryCode::parse(proof.expose_secret()) {
        Ok(code) => {
            if keys::open_with_code(me, &row, &code)?.is_none() {
                return Err(FactorError::WrongCode);
            }
            None
        }
        Err(_) => {
            if let Err(wait) = guard.standing(app).await? {
                return Err(FactorError::Busy(wait));
            }
            let now = app.now();
            let Some(fits) = fitting_app(&who.keys, &rows, proof.expose_secret(), now)? else {
                let mut write = app.store.write().await?;
                guard.count(app, &mut write).await?;
                write
                    .commit(&[app.entry(Some(me), Deed::SecondFactorRefused, me.uuid())])
                    .await?;
                return Err(FactorError::WrongCode);
            };
            Some(fits)
        }
    };
    let mut write = app.store.write().await?;
    if let Some((factor, step)) = used {
        match write.use_code(factor.id, step, app.now()).await {
            Ok(()) => {}
            Err(StoreError::Stale) => return Err(FactorError::WrongCode),
            Err(error) => return Err(error.into()),
        }
    }
    if !write.remove_factor(id, me).await? {
        return Err(FactorError::NotFound);
    }
    tell(
        app,
        &mut write,
        me,
        NoticeKind::SecondFactorChanged,
        me.uuid(),
    )
    .await?;
    Ok(write
        .commit(&[app.entry(Some(me), Deed::SecondFactorRemoved, me.uuid())])
        .await?)
}
