//! The sealed caseload manifest: which records a helper has and how new each must be, so
//! that a row put back from an older copy of the database is noticed.

use std::collections::BTreeMap;

use rand::CryptoRng;
use zeroize::Zeroizing;

use super::context::Context;
use super::{HelperKeys, IdBytes, Sealed, VaultError, sealed};

/// What a helper remembers of the caseload: the least version of each record, and a counter
/// that grows with every write of the manifest.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Manifest {
    counter: u64,
    versions: BTreeMap<IdBytes, u64>,
}

/// What the manifest says of a record.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Freshness {
    /// At least as new as remembered. (A circle's member may have written since.)
    Fresh,
    /// Older than remembered: somebody put an old row back.
    RolledBack,
    /// Not in this caseload: never recorded here, or erased and put back.
    Unknown,
}

const ENTRY: usize = 16 + 8;

impl Manifest {
    /// The manifest of a helper without clients.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Notes that a record now has this version. Never lowers what is remembered.
    pub fn note(&mut self, record: IdBytes, version: u64) {
        let least = self.versions.entry(record).or_default();
        *least = version.max(*least);
    }

    /// Forgets a record that was erased or handed over.
    pub fn forget(&mut self, record: &IdBytes) {
        self.versions.remove(record);
    }

    /// Judges a row by the version it claims. Call it after the row has opened:
    /// opening proves the version, this proves that it is not an old one.
    #[must_use]
    pub fn check(&self, record: &IdBytes, version: u64) -> Freshness {
        match self.versions.get(record) {
            Some(least) if version >= *least => Freshness::Fresh,
            Some(_) => Freshness::RolledBack,
            None => Freshness::Unknown,
        }
    }

    /// The remembered records, in order, for finding rows that somebody deleted.
    pub fn records(&self) -> impl Iterator<Item = &IdBytes> {
        self.versions.keys()
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
        let size = self.versions.len().saturating_mul(ENTRY).saturating_add(8);
        let mut text = Zeroizing::new(Vec::with_capacity(size));
        text.extend_from_slice(&self.counter.to_be_bytes());
        for (record, version) in &self.versions {
            text.extend_from_slice(record);
            text.extend_from_slice(&version.to_be_bytes());
        }
        sealed::seal(&keys.vault().manifest, &context(keys), &text, rng)
    }

    /// Opens this helper's manifest.
    ///
    /// # Errors
    /// [`VaultError::Damaged`] when it is another helper's or was changed.
    pub fn open(keys: &HelperKeys, sealed: &Sealed) -> Result<Self, VaultError> {
        let text = sealed::open(&keys.vault().manifest, &context(keys), sealed)?;
        let (counter, entries) = number(&text)?;
        let mut versions = BTreeMap::new();
        let mut rest = entries;
        while !rest.is_empty() {
            let (record, after) = rest.split_first_chunk::<16>().ok_or(VaultError::Damaged)?;
            let (version, after) = number(after)?;
            versions.insert(*record, version);
            rest = after;
        }
        Ok(Self { counter, versions })
    }
}

fn context(keys: &HelperKeys) -> Context {
    Context::new("caseload manifest").id("helper", keys.helper())
}

fn number(bytes: &[u8]) -> Result<(u64, &[u8]), VaultError> {
    let (first, rest) = bytes.split_first_chunk::<8>().ok_or(VaultError::Damaged)?;
    Ok((u64::from_be_bytes(*first), rest))
}
