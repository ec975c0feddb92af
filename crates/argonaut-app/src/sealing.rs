//! Where use cases meet the vault: records sealed and opened, words and
//! releases sealed between two helpers, keys pinned.

use argonaut_domain::ids::{ClientId, HelperId, MatchId};
use argonaut_privacy::dossier::Dossier;
use argonaut_privacy::vault::{
    ContactKey, DataKey, Exchange, ExchangePurpose, Manifest, PinMac, PinnedKey, PublicKey,
    RecordVersion, Sealed, VaultError,
};
use argonaut_store::{ClientRow, NewClient, PinRow, Read, StoreError, Write};
use uuid::Uuid;
use zeroize::Zeroizing;

use crate::app::App;
use crate::error::Trouble;
use crate::memory::Memory;
use crate::who::SignedIn;

pub(crate) fn unsigned(number: i64) -> Result<u64, Trouble> {
    u64::try_from(number).map_err(|_| Trouble::Bug("a version below zero".to_owned()))
}

pub(crate) fn version(
    client: ClientId,
    epoch: i64,
    version: i64,
) -> Result<RecordVersion, Trouble> {
    Ok(RecordVersion {
        record: *client.bytes(),
        epoch: unsigned(epoch)?,
        version: unsigned(version)?,
    })
}

/// Seals a new record, with the lead's wrap of its key.
pub(crate) fn new_record(
    app: &App,
    who: &SignedIn,
    dossier: &Dossier,
) -> Result<NewClient, Trouble> {
    let now = app.now();
    let mut rng = app.rng();
    let id = ClientId::ordered(now, &mut rng);
    let key = DataKey::generate(&mut rng);
    let bytes = dossier
        .to_bytes()
        .map_err(|error| Trouble::Bug(error.to_string()))?;
    Ok(NewClient {
        id,
        lead: who.helper(),
        sealed: key
            .seal(&version(id, 1, 1)?, &bytes, &mut rng)?
            .into_bytes(),
        wrapped_key: who
            .keys
            .wrap_own(id.bytes(), 1, &key, &mut rng)?
            .into_bytes(),
        now,
    })
}

/// Seals the next version of a record.
pub(crate) fn reseal(
    app: &App,
    who: &SignedIn,
    row: &ClientRow,
    dossier: &Dossier,
) -> Result<Vec<u8>, Trouble> {
    if row.wrapped_by != who.helper() {
        // Opening the record wraps its key by one's own (see `opener`); until then, look again.
        return Err(Trouble::Store(StoreError::Stale));
    }
    let wrap = Sealed::from_bytes(row.wrapped_key.clone());
    let key = who
        .keys
        .unwrap_own(row.id.bytes(), unsigned(row.epoch)?, &wrap)?;
    let bytes = dossier
        .to_bytes()
        .map_err(|error| Trouble::Bug(error.to_string()))?;
    let next = version(row.id, row.epoch, row.version.saturating_add(1))?;
    Ok(key.seal(&next, &bytes, &mut app.rng())?.into_bytes())
}

/// What is sealed between two helpers.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Purpose {
    /// A message, by its own id.
    Message(Uuid),
    /// The details released in a match. One sender releases once per match.
    Release(MatchId),
}

impl Purpose {
    fn exchange(self) -> Exchange {
        match self {
            Self::Message(id) => Exchange {
                purpose: ExchangePurpose::Message,
                subject: *id.as_bytes(),
            },
            Self::Release(id) => Exchange {
                purpose: ExchangePurpose::Release,
                subject: *id.bytes(),
            },
        }
    }
}

/// Both copies of something sealed between two helpers.
pub(crate) struct Pair {
    pub(crate) for_recipient: Vec<u8>,
    pub(crate) for_sender: Vec<u8>,
}

/// Seals to another helper, whose key is pinned if it never was.
pub(crate) async fn seal_between(
    app: &App,
    write: &mut Write,
    who: &SignedIn,
    other: HelperId,
    purpose: Purpose,
    plaintext: &[u8],
) -> Result<Pair, Trouble> {
    pin(app, write, who, other).await?;
    let key = known_key(write, who, other).await?;
    let sealed = who
        .keys
        .seal_to(&key, &purpose.exchange(), plaintext, &mut app.rng())?;
    Ok(Pair {
        for_recipient: sealed.for_recipient.into_bytes(),
        for_sender: sealed.for_sender.into_bytes(),
    })
}

/// Opens what this helper sealed to another.
pub(crate) fn open_own(
    who: &SignedIn,
    other: HelperId,
    purpose: Purpose,
    for_sender: &[u8],
) -> Option<Zeroizing<Vec<u8>>> {
    who.keys
        .open_sent(
            other.bytes(),
            &purpose.exchange(),
            &Sealed::from_bytes(for_sender.to_vec()),
        )
        .ok()
}

/// Opens what another helper sealed to this one.
pub(crate) fn open_theirs(
    who: &SignedIn,
    key: &PinnedKey,
    purpose: Purpose,
    for_recipient: &[u8],
) -> Option<Zeroizing<Vec<u8>>> {
    who.keys
        .open_from(
            key,
            &purpose.exchange(),
            &Sealed::from_bytes(for_recipient.to_vec()),
        )
        .ok()
}

pub(crate) async fn stored_key(read: &mut Read, other: HelperId) -> Result<ContactKey, Trouble> {
    let row = read
        .helper_keys(other)
        .await?
        .ok_or_else(|| Trouble::Bug("a helper without keys".to_owned()))?;
    Ok(ContactKey {
        helper: *other.bytes(),
        public: PublicKey::from_bytes(&row.public_key)?,
    })
}

/// Pins another helper's key as it is now, unless one is pinned. Tells whether
/// it was pinned just now.
///
/// # Errors
/// [`VaultError::KeyChanged`] when the helper remembers another key: then somebody took
/// the pin away.
pub(crate) async fn pin(
    app: &App,
    write: &mut Write,
    who: &SignedIn,
    other: HelperId,
) -> Result<bool, Trouble> {
    if write.pin(who.helper(), other).await?.is_some() {
        return Ok(false);
    }
    let mut memory = Memory::hold(write, who).await?;
    let contact = stored_key(write, other).await?;
    if memory
        .manifest()
        .key_of(other.bytes())
        .is_some_and(|known| known != contact.public)
    {
        return Err(VaultError::KeyChanged.into());
    }
    let mac = who.keys.pin(&contact);
    let row = PinRow {
        public_key: contact.public.as_bytes().to_vec(),
        mac: mac.as_bytes().to_vec(),
        compared: None,
    };
    write
        .insert_pin(who.helper(), other, &row, app.now())
        .await?;
    memory.remember_key(other, contact.public);
    memory.keep(app, write, who).await?;
    Ok(true)
}

/// Another helper's key: the pinned one, or, before any was pinned, the one
/// that is stored now.
///
/// # Errors
/// [`VaultError::KeyChanged`] when the stored key is not the pinned one.
pub(crate) async fn known_key(
    read: &mut Read,
    who: &SignedIn,
    other: HelperId,
) -> Result<PinnedKey, Trouble> {
    let memory = Memory::load(read, who).await?;
    known_key_by(read, who, memory.manifest(), other).await
}

/// The same, with what is remembered at hand.
pub(crate) async fn known_key_by(
    read: &mut Read,
    who: &SignedIn,
    manifest: &Manifest,
    other: HelperId,
) -> Result<PinnedKey, Trouble> {
    let contact = stored_key(read, other).await?;
    if manifest
        .key_of(other.bytes())
        .is_some_and(|known| known != contact.public)
    {
        return Err(VaultError::KeyChanged.into());
    }
    let mac = match read.pin(who.helper(), other).await? {
        Some(row) => PinMac::from_bytes(&row.mac)?,
        None => who.keys.pin(&contact),
    };
    Ok(who.keys.verify_pin(&contact, &mac)?)
}
