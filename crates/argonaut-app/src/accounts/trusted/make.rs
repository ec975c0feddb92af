//! Making shares: a new secret, split, each part sealed to one contact's pinned key.

use argonaut_domain::ids::HelperId;
use argonaut_privacy::vault::{ContactsSecret, HelperKeys, PinnedKey};
use argonaut_store::{SetRow, ShareRow};
use rand::Rng as _;
use uuid::Uuid;

use super::exchange;
use crate::app::App;
use crate::error::Trouble;

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
