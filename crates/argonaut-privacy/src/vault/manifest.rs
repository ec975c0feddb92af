//! The sealed caseload manifest: which records a helper has, how new each must be, from whom
//! the key of each is taken, and which keys the contacts have, so that a row which somebody
//! put back, planted or took away is noticed.

use std::collections::BTreeMap;

use rand::CryptoRng;
use zeroize::Zeroizing;

use super::context::Context;
use super::{HelperKeys, IdBytes, PublicKey, Sealed, VaultError, sealed};

/// What a helper remembers of the caseload and of the contacts, and a counter that grows
/// with every write of the manifest.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Manifest {
    counter: u64,
    records: BTreeMap<IdBytes, Remembered>,
    keys: BTreeMap<IdBytes, PublicKey>,
}

/// What is remembered of one record.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Remembered {
    /// The least data key: after a rotation nothing sealed under an older one is believed,
    /// or somebody who was removed could go on writing.
    pub epoch: u64,
    /// The least version.
    pub version: u64,
    /// The one helper from whom a data key is taken: the lead, as this helper knows them.
    pub source: IdBytes,
}

/// What the manifest says of a record.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Freshness {
    /// At least as new as remembered. (A circle's member may have written since.)
    Fresh,
    /// Older than remembered: somebody put an old row back.
    RolledBack,
    /// Not in this caseload: never recorded or accepted here, or erased and put back.
    Unknown,
}

const ENTRY: usize = 16 + 8 + 8 + 16;
const KEY: usize = 16 + 32;

impl Manifest {
    /// The manifest of a helper without clients.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Notes that a record now has this version under this data key. Never lowers what is
    /// remembered. The source is noted with the first version and stays; tells whether
    /// anything was new.
    pub fn note(&mut self, record: IdBytes, source: IdBytes, epoch: u64, version: u64) -> bool {
        let new = Remembered {
            epoch,
            version,
            source,
        };
        let least = self.records.entry(record).or_insert(Remembered {
            epoch: 0,
            version: 0,
            source,
        });
        let before = *least;
        least.epoch = new.epoch.max(before.epoch);
        least.version = new.version.max(before.version);
        *least != before
    }

    /// Accepts a record as it is, by an explicit act of the helper: what was remembered of it,
    /// however new, and from whom, no longer counts.
    pub fn accept(&mut self, record: IdBytes, accepted: Remembered) {
        self.records.insert(record, accepted);
    }

    /// Forgets a record that was erased, handed over or left.
    pub fn forget(&mut self, record: &IdBytes) {
        self.records.remove(record);
    }

    /// Judges a row by the data key and version it claims. Call it after the row has opened:
    /// opening proves both, this proves that they are not old ones.
    #[must_use]
    pub fn check(&self, record: &IdBytes, epoch: u64, version: u64) -> Freshness {
        match self.records.get(record) {
            Some(least) if epoch >= least.epoch && version >= least.version => Freshness::Fresh,
            Some(_) => Freshness::RolledBack,
            None => Freshness::Unknown,
        }
    }

    /// What is remembered of a record.
    #[must_use]
    pub fn remembered(&self, record: &IdBytes) -> Option<Remembered> {
        self.records.get(record).copied()
    }

    /// The remembered records, in order, for finding rows that somebody deleted.
    pub fn records(&self) -> impl Iterator<Item = (&IdBytes, &Remembered)> {
        self.records.iter()
    }

    /// Remembers which key a contact has, beside the pin: a pin can be deleted, or an older
    /// one put back; this cannot without the records noticing.
    pub fn remember_key(&mut self, helper: IdBytes, key: PublicKey) {
        self.keys.insert(helper, key);
    }

    /// The key that a contact is remembered to have.
    #[must_use]
    pub fn key_of(&self, helper: &IdBytes) -> Option<PublicKey> {
        self.keys.get(helper).copied()
    }

    /// How often it was sealed. A manifest whose counter is lower than one seen before was
    /// itself put back.
    #[must_use]
    pub fn counter(&self) -> u64 {
        self.counter
    }

    /// Seals it for this helper, with the next counter.
    ///
    /// # Errors
    /// [`VaultError::Unavailable`] only.
    pub fn seal(
        &mut self,
        keys: &HelperKeys,
        rng: &mut (impl CryptoRng + ?Sized),
    ) -> Result<Sealed, VaultError> {
        self.counter = self.counter.saturating_add(1);
        let size = self.records.len().saturating_mul(ENTRY);
        let size = size.saturating_add(self.keys.len().saturating_mul(KEY));
        let mut text = Zeroizing::new(Vec::with_capacity(size.saturating_add(16)));
        text.extend_from_slice(&self.counter.to_be_bytes());
        text.extend_from_slice(&(self.records.len() as u64).to_be_bytes());
        for (record, remembered) in &self.records {
            text.extend_from_slice(record);
            text.extend_from_slice(&remembered.epoch.to_be_bytes());
            text.extend_from_slice(&remembered.version.to_be_bytes());
            text.extend_from_slice(&remembered.source);
        }
        for (helper, key) in &self.keys {
            text.extend_from_slice(helper);
            text.extend_from_slice(key.as_bytes());
        }
        sealed::seal(&keys.vault().manifest, &context(keys), &text, rng)
    }

    /// Opens this helper's manifest.
    ///
    /// # Errors
    /// [`VaultError::Damaged`] when it is another helper's or was changed.
    pub fn open(keys: &HelperKeys, sealed: &Sealed) -> Result<Self, VaultError> {
        let text = sealed::open(&keys.vault().manifest, &context(keys), sealed)?;
        let (counter, rest) = number(&text)?;
        let (count, mut rest) = number(rest)?;
        let mut records = Vec::new();
        for _ in 0..count {
            let (record, after) = take::<16>(rest)?;
            let (epoch, after) = number(after)?;
            let (version, after) = number(after)?;
            let (source, after) = take::<16>(after)?;
            let remembered = Remembered {
                epoch,
                version,
                source: *source,
            };
            records.push((*record, remembered));
            rest = after;
        }
        let mut keys = BTreeMap::new();
        while !rest.is_empty() {
            let (helper, after) = take::<16>(rest)?;
            let (key, after) = take::<32>(after)?;
            keys.insert(*helper, PublicKey::from_bytes(key)?);
            rest = after;
        }
        Ok(Self {
            counter,
            // They were written in order, so the tree is built without looking for places.
            records: records.into_iter().collect(),
            keys,
        })
    }
}

fn context(keys: &HelperKeys) -> Context {
    Context::new("caseload manifest").id("helper", keys.helper())
}

fn take<const N: usize>(bytes: &[u8]) -> Result<(&[u8; N], &[u8]), VaultError> {
    bytes.split_first_chunk::<N>().ok_or(VaultError::Damaged)
}

fn number(bytes: &[u8]) -> Result<(u64, &[u8]), VaultError> {
    let (first, rest) = take::<8>(bytes)?;
    Ok((u64::from_be_bytes(*first), rest))
}
