//! Making shares: a new secret, split, each part sealed to one contact's pinned key.

use argonaut_domain::ids::HelperId;
use argonaut_privacy::vault::{
    ContactKey, ContactsSecret, HelperKeys, PinMac, PinnedKey, PublicKey, VaultError,
};
use argonaut_store::{Read, SetRow, ShareRow};
use rand::Rng as _;
use uuid::Uuid;

use super::exchange;
use crate::app::App;
use crate::error::Trouble;

/// The holder's key as this helper pinned it; `None` when it was never pinned or is another
/// one by now.
pub(super) async fn pinned(
    read: &mut Read,
    keys: &HelperKeys,
    holder: HelperId,
) -> Result<Option<PinnedKey>, Trouble> {
    let me = HelperId::from_uuid(Uuid::from_bytes(*keys.helper()));
    let (Some(pin), Some(stored)) = (read.pin(me, holder).await?, read.helper_keys(holder).await?)
    else {
        return Ok(None);
    };
    let contact = ContactKey {
        helper: *holder.bytes(),
        public: PublicKey::from_bytes(&stored.public_key)?,
    };
    match keys.verify_pin(&contact, &PinMac::from_bytes(&pin.mac)?) {
        Ok(key) => Ok(Some(key)),
        Err(VaultError::KeyChanged) => Ok(None),
        Err(error) => Err(error.into()),
    }
}

/// Makes a set of shares for these holders.
pub(super) fn make(
    app: &App,
    keys: &HelperKeys,
    holders: &[PinnedKey],
    threshold: usize,
) -> Result<(SetRow, Vec<ShareRow>), Trouble> {
    let now = app.now();
    let mut rng = app.rng();
    let id = fresh(&mut rng);
    let secret = ContactsSecret::generate(&mut rng);
    let sealed_key = secret.seal(id.as_bytes(), keys, &mut rng)?.into_bytes();
    let parts = secret.split(threshold, holders.len(), &mut rng)?;
    let mut shares = Vec::with_capacity(holders.len());
    for (holder, part) in holders.iter().zip(parts) {
        let share = fresh(&mut rng);
        let sealed = keys.seal_to(holder, &exchange(share), part.as_bytes(), &mut rng)?;
        shares.push(ShareRow {
            holder: HelperId::from_uuid(Uuid::from_bytes(*holder.helper())),
            share,
            for_holder: sealed.for_recipient.into_bytes(),
        });
    }
    let set = SetRow {
        id,
        threshold: i64::try_from(threshold).unwrap_or(i64::MAX),
        sealed_key,
        outdated: false,
        made: now,
    };
    Ok((set, shares))
}

fn fresh(rng: &mut rand::rngs::StdRng) -> Uuid {
    let mut bytes = [0_u8; 16];
    rng.fill_bytes(&mut bytes);
    uuid::Builder::from_random_bytes(bytes).into_uuid()
}
