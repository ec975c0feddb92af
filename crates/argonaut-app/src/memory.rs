//! What a helper remembers: the sealed manifest, loaded, asked, and kept again in the
//! transaction of the act that changed it. It is written by its own helper alone.

use argonaut_domain::ids::{ClientId, HelperId};
use argonaut_privacy::vault::{Manifest, PublicKey, Remembered, Sealed};
use argonaut_store::{ManifestRow, Read, Write};

use crate::app::App;
use crate::error::Trouble;
use crate::sealing::unsigned;
use crate::who::SignedIn;

/// A helper's manifest, open.
pub(crate) struct Memory {
    manifest: Manifest,
    stored: Option<i64>,
    changed: bool,
}

impl Memory {
    /// What is remembered now. Load it *before* the rows it is to judge: a row that
    /// was written in between is newer, never older.
    pub(crate) async fn load(read: &mut Read, who: &SignedIn) -> Result<Self, Trouble> {
        Ok(Self::open(who, read.manifest(who.helper()).await?))
    }

    /// What is remembered, to change it: nobody else changes it until the end of the
    /// transaction. Take it before any client's row, so that no two wait for each other.
    pub(crate) async fn hold(write: &mut Write, who: &SignedIn) -> Result<Self, Trouble> {
        Ok(Self::open(who, write.hold_manifest(who.helper()).await?))
    }

    /// A manifest that does not open was tampered with, and is worth as much as none:
    /// then every record is unknown, and the helper is told so.
    fn open(who: &SignedIn, row: Option<ManifestRow>) -> Self {
        let stored = row.as_ref().map(|row| row.version);
        let manifest = row.and_then(|row| {
            Manifest::open(&who.keys, &Sealed::from_bytes(row.sealed))
                .inspect_err(|error| tracing::warn!(helper = %who.helper(), %error, "a manifest does not open"))
                .ok()
        });
        Self {
            manifest: manifest.unwrap_or_default(),
            stored,
            changed: false,
        }
    }

    /// Keeps what was learned, if anything was.
    pub(crate) async fn keep(
        mut self,
        app: &App,
        write: &mut Write,
        who: &SignedIn,
    ) -> Result<(), Trouble> {
        if !self.changed {
            return Ok(());
        }
        let sealed = self.manifest.seal(&who.keys, &mut app.rng())?.into_bytes();
        Ok(write
            .keep_manifest(who.helper(), self.stored, &sealed)
            .await?)
    }

    /// What it says.
    pub(crate) const fn manifest(&self) -> &Manifest {
        &self.manifest
    }

    /// Notes that a record is now at least so new; `source` counts the first time.
    pub(crate) fn note(
        &mut self,
        client: ClientId,
        source: HelperId,
        (epoch, version): (i64, i64),
    ) -> Result<(), Trouble> {
        let (epoch, version) = (unsigned(epoch)?, unsigned(version)?);
        self.changed |= self
            .manifest
            .note(*client.bytes(), *source.bytes(), epoch, version);
        Ok(())
    }

    /// Takes a record as it is, whatever was remembered, by an act of the helper.
    pub(crate) fn accept(
        &mut self,
        client: ClientId,
        source: HelperId,
        (epoch, version): (i64, i64),
    ) -> Result<(), Trouble> {
        let accepted = Remembered {
            epoch: unsigned(epoch)?,
            version: unsigned(version)?,
            source: *source.bytes(),
        };
        if self.manifest.remembered(client.bytes()) != Some(accepted) {
            self.manifest.accept(*client.bytes(), accepted);
            self.changed = true;
        }
        Ok(())
    }

    /// Says from whom the key of a known record is taken from now on.
    pub(crate) fn follow(&mut self, client: ClientId, source: HelperId) {
        if let Some(known) = self.manifest.remembered(client.bytes())
            && known.source != *source.bytes()
        {
            let accepted = Remembered {
                source: *source.bytes(),
                ..known
            };
            self.manifest.accept(*client.bytes(), accepted);
            self.changed = true;
        }
    }

    /// Forgets a record that is gone from the caseload.
    pub(crate) fn forget(&mut self, client: ClientId) {
        if self.manifest.remembered(client.bytes()).is_some() {
            self.manifest.forget(client.bytes());
            self.changed = true;
        }
    }

    /// Remembers a contact's key beside its pin.
    pub(crate) fn remember_key(&mut self, helper: HelperId, key: PublicKey) {
        if self.manifest.key_of(helper.bytes()) != Some(key) {
            self.manifest.remember_key(*helper.bytes(), key);
            self.changed = true;
        }
    }
}

/// Changes what is remembered, inside a larger act that does not hold it itself.
pub(crate) async fn amend(
    app: &App,
    write: &mut Write,
    who: &SignedIn,
    change: impl FnOnce(&mut Memory) -> Result<(), Trouble>,
) -> Result<(), Trouble> {
    let mut memory = Memory::hold(write, who).await?;
    change(&mut memory)?;
    memory.keep(app, write, who).await
}
