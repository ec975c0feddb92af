//! A contact's key: the digits that two people compare, the mark that they did, and the
//! explicit act that accepts another key after comparing.

use argonaut_domain::audit::Deed;
use argonaut_domain::clock::Timestamp;
use argonaut_domain::ids::HelperId;
use argonaut_privacy::vault::{ContactKey, PinMac, VaultError};
use argonaut_store::{Compared, PinRow, Read};

use super::ContactError;
use crate::app::App;
use crate::error::Trouble;
use crate::memory::{self, Memory};
use crate::sealing;
use crate::who::SignedIn;

/// How a contact's key stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyState {
    /// The digits of the known key; `None` when the stored one is another.
    pub theirs: Option<String>,
    /// The digits of one's own key, as the other sees them.
    pub mine: String,
    /// When the two compared it.
    pub compared: Option<Timestamp>,
    /// Whether the stored key is not the known one: then nothing is sealed to it.
    pub changed: bool,
}

/// How another helper's key stands with this one.
pub(crate) async fn state(
    read: &mut Read,
    who: &SignedIn,
    other: HelperId,
) -> Result<KeyState, Trouble> {
    let mine = who.keys.fingerprint().to_string();
    let known = match sealing::known_key(read, who, other).await {
        Ok(known) => known,
        Err(Trouble::Vault(VaultError::KeyChanged | VaultError::UnusableKey)) => {
            return Ok(KeyState {
                theirs: None,
                mine,
                compared: None,
                changed: true,
            });
        }
        Err(error) => return Err(error),
    };
    let pin = read.pin(who.helper(), other).await?;
    let compared = pin.and_then(|pin| pin.compared).filter(|compared| {
        PinMac::from_bytes(&compared.mac)
            .is_ok_and(|mark| who.keys.was_compared(&known, compared.at.micros(), &mark))
    });
    Ok(KeyState {
        theirs: Some(known.fingerprint().to_string()),
        mine,
        compared: compared.map(|compared| compared.at),
        changed: false,
    })
}

/// Marks that the two compared the known key, and that it is the same.
///
/// # Errors
/// [`ContactError::NotFound`] when the two may not meet;
/// [`ContactError::Trouble`] with a changed key when there is nothing to compare.
pub async fn compared(app: &App, who: &SignedIn, other: HelperId) -> Result<(), ContactError> {
    let mut write = app.store.write().await?;
    super::ask::may_meet(app, &mut write, who, other).await?;
    sealing::pin(app, &mut write, who, other).await?;
    let known = sealing::known_key(&mut write, who, other).await?;
    let contact = ContactKey {
        helper: *known.helper(),
        public: *known.public(),
    };
    keep(app, &mut write, who, other, &contact).await?;
    let entry = app.entry(Some(who.helper()), Deed::KeyCompared, other.uuid());
    Ok(write.commit(&[entry]).await?)
}

/// Accepts the stored key of a helper in place of the known one. `typed` are the digits
/// that the helper read out; only the stored key's own are accepted.
///
/// # Errors
/// [`ContactError::OtherDigits`] when they are others.
pub async fn replace(
    app: &App,
    who: &SignedIn,
    other: HelperId,
    typed: &str,
) -> Result<(), ContactError> {
    let mut write = app.store.write().await?;
    super::ask::may_meet(app, &mut write, who, other).await?;
    drop(Memory::hold(&mut write, who).await?);
    let contact = sealing::stored_key(&mut write, other).await?;
    if !contact.fingerprint().is(typed) {
        return Err(ContactError::OtherDigits);
    }
    keep(app, &mut write, who, other, &contact).await?;
    memory::amend(app, &mut write, who, |memory| {
        memory.remember_key(other, contact.public);
        Ok(())
    })
    .await?;
    let entry = app.entry(Some(who.helper()), Deed::KeyReplaced, other.uuid());
    Ok(write.commit(&[entry]).await?)
}

/// Pins a key with the mark that it was compared now.
async fn keep(
    app: &App,
    write: &mut argonaut_store::Write,
    who: &SignedIn,
    other: HelperId,
    contact: &ContactKey,
) -> Result<(), Trouble> {
    let now = app.now();
    let mac = who.keys.pin(contact);
    let pinned = who.keys.verify_pin(contact, &mac)?;
    let mark = who.keys.mark_compared(&pinned, now.micros());
    let row = PinRow {
        public_key: contact.public.as_bytes().to_vec(),
        mac: mac.as_bytes().to_vec(),
        compared: Some(Compared {
            at: now,
            mac: mark.as_bytes().to_vec(),
        }),
    };
    Ok(write.replace_pin(who.helper(), other, &row, now).await?)
}
