//! A client's record at rest: its data key, the dossier sealed under it, and the wraps by
//! which the lead helper and the circle's members reach the key.

use rand::CryptoRng;

use super::context::Context;
use super::secret::Secret;
use super::{
    HelperKeys, IdBytes, PinnedKey, Plaintext, Sealed, VaultError, hybrid, padding, sealed,
};

/// The key of one client's record, wiped when dropped. To rotate it (a member leaves the
/// circle), generate another under the next epoch, seal the dossier anew, wrap it anew for
/// who stays, and delete the old rows.
#[derive(Debug)]
pub struct DataKey(Secret);

/// Which state of which record sealed bytes are.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct RecordVersion {
    /// The client's id.
    pub record: IdBytes,
    /// Counts the data keys of this record.
    pub epoch: u64,
    /// Counts the writes of this record, as its row does.
    pub version: u64,
}

impl DataKey {
    /// A new key for a record.
    pub fn generate(rng: &mut (impl CryptoRng + ?Sized)) -> Self {
        Self(Secret::generate(rng))
    }

    /// Seals a dossier as this version of this record; lengths are padded.
    ///
    /// # Errors
    /// [`VaultError::Unavailable`] only.
    pub fn seal(
        &self,
        version: &RecordVersion,
        dossier: &[u8],
        rng: &mut (impl CryptoRng + ?Sized),
    ) -> Result<Sealed, VaultError> {
        let padded = padding::pad(dossier, sealed::TAG);
        let context = version.context();
        sealed::encrypt(&self.0, context.bytes(), &[sealed::SYMMETRIC], padded, rng)
    }

    /// Opens the dossier, if it is this version of this record.
    ///
    /// # Errors
    /// [`VaultError::Damaged`] when it is another record's, another version, or was changed.
    pub fn open(&self, version: &RecordVersion, sealed: &Sealed) -> Result<Plaintext, VaultError> {
        padding::unpad(sealed::open(&self.0, &version.context(), sealed)?)
    }
}

impl RecordVersion {
    fn context(&self) -> Context {
        Context::new("dossier")
            .id("record", &self.record)
            .number("epoch", self.epoch)
            .number("version", self.version)
    }
}

impl HelperKeys {
    /// Wraps a data key for this helper themself, as lead: symmetric, since a caseload of
    /// 1,000 records is opened at once.
    ///
    /// # Errors
    /// [`VaultError::Unavailable`] only.
    pub fn wrap_own(
        &self,
        record: &IdBytes,
        epoch: u64,
        key: &DataKey,
        rng: &mut (impl CryptoRng + ?Sized),
    ) -> Result<Sealed, VaultError> {
        let context = wrap_context("lead's wrap", record, epoch).id("helper", self.helper());
        sealed::seal(&self.vault().wraps, &context, key.0.bytes(), rng)
    }

    /// Opens what [`HelperKeys::wrap_own`] made for the same record and epoch.
    ///
    /// # Errors
    /// [`VaultError::Damaged`] when it is not that, or was changed.
    pub fn unwrap_own(
        &self,
        record: &IdBytes,
        epoch: u64,
        wrap: &Sealed,
    ) -> Result<DataKey, VaultError> {
        let context = wrap_context("lead's wrap", record, epoch).id("helper", self.helper());
        data_key(&sealed::open(&self.vault().wraps, &context, wrap)?)
    }

    /// Wraps a data key for another member of the circle.
    ///
    /// # Errors
    /// [`VaultError::UnusableKey`] when the member's key is not one that can be sealed to.
    pub fn wrap_for(
        &self,
        member: &PinnedKey,
        record: &IdBytes,
        epoch: u64,
        key: &DataKey,
        rng: &mut (impl CryptoRng + ?Sized),
    ) -> Result<Sealed, VaultError> {
        let context = wrap_context("member's wrap", record, epoch);
        hybrid::seal(self, member, context, key.0.bytes(), rng)
    }

    /// Opens a wrap that `sender` (the lead, as the reader knows them) made for this helper.
    ///
    /// # Errors
    /// [`VaultError::Damaged`] when somebody else made it, it is for another record or epoch,
    /// or it was changed.
    pub fn unwrap_from(
        &self,
        sender: &PinnedKey,
        record: &IdBytes,
        epoch: u64,
        wrap: &Sealed,
    ) -> Result<DataKey, VaultError> {
        let context = wrap_context("member's wrap", record, epoch);
        data_key(&hybrid::open(self, sender, context, wrap)?)
    }
}

fn wrap_context(purpose: &'static str, record: &IdBytes, epoch: u64) -> Context {
    Context::new(purpose)
        .id("record", record)
        .number("epoch", epoch)
}

fn data_key(bytes: &[u8]) -> Result<DataKey, VaultError> {
    Secret::from_slice(bytes)
        .map(DataKey)
        .ok_or(VaultError::Damaged)
}
