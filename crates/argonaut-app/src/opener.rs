//! Opening records: the one place that unwraps a data key, opens the dossier, and judges
//! the row by what the helper remembers. What it learns is kept afterwards.

use std::collections::HashMap;

use argonaut_domain::ids::{ClientId, HelperId};
use argonaut_privacy::dossier::Dossier;
use argonaut_privacy::vault::{DataKey, Freshness, PinnedKey, Sealed, VaultError};
use argonaut_store::{ClientRow, Read, Write};

use crate::app::App;
use crate::error::Trouble;
use crate::memory::Memory;
use crate::sealing::{self, unsigned, version};
use crate::who::SignedIn;

argonaut_domain::words! {
    /// Why a record in the caseload cannot be believed.
    pub enum RecordTrouble {
        /// It does not open: changed, exchanged for another, or with a key that is not
        /// for it.
        Unreadable = "unreadable",
        /// It is older than the helper remembers: somebody put an old row back.
        RolledBack = "rolled_back",
        /// The helper never recorded or accepted it; or it was erased, and is back.
        Unknown = "unknown",
        /// The key of the helper who shares it is not the known one.
        KeyChanged = "key_changed",
        /// Its key comes from somebody else than the lead whom the helper knows.
        OtherLead = "other_lead",
        /// The helper remembers it, and it is gone.
        Missing = "missing",
    }
}

/// A helper's keys, memory, and the keys of those who share records with them.
pub(crate) struct Opener {
    memory: Memory,
    senders: HashMap<HelperId, Option<PinnedKey>>,
    learned: Vec<Learned>,
}

/// What an opening taught: a newer version, or a wrap of one's own to keep.
struct Learned {
    client: ClientId,
    source: HelperId,
    epoch: i64,
    version: i64,
    settle: Option<(Vec<u8>, DataKey)>,
}

/// A record that opened.
pub(crate) struct Opened {
    pub(crate) dossier: Dossier,
    pub(crate) key: DataKey,
}

impl Opener {
    /// Begins. Call it before the rows are read.
    pub(crate) async fn load(read: &mut Read, who: &SignedIn) -> Result<Self, Trouble> {
        Ok(Self::with(Memory::load(read, who).await?))
    }

    /// Begins with a memory that is held for a change.
    pub(crate) fn with(memory: Memory) -> Self {
        Self {
            memory,
            senders: HashMap::new(),
            learned: Vec::new(),
        }
    }

    /// What the helper remembers.
    pub(crate) const fn memory(&self) -> &Memory {
        &self.memory
    }

    /// Looks up the keys of the helpers who wrapped these rows' keys for this one.
    pub(crate) async fn meet(
        &mut self,
        read: &mut Read,
        who: &SignedIn,
        rows: &[ClientRow],
    ) -> Result<(), Trouble> {
        for row in rows {
            let sender = row.wrapped_by;
            if sender == who.helper() || self.senders.contains_key(&sender) {
                continue;
            }
            let key = match sealing::known_key_by(read, who, self.memory.manifest(), sender).await {
                Ok(key) => Some(key),
                Err(Trouble::Vault(VaultError::KeyChanged | VaultError::UnusableKey)) => None,
                Err(error) => return Err(error),
            };
            self.senders.insert(sender, key);
        }
        Ok(())
    }

    /// Opens a row, and notes what it teaches.
    pub(crate) fn open(
        &mut self,
        who: &SignedIn,
        row: &ClientRow,
    ) -> Result<Dossier, RecordTrouble> {
        let Opened { dossier, key } = self.look(who, row)?;
        let mine = row.wrapped_by == who.helper();
        let known = self.memory.manifest().remembered(row.id.bytes());
        let newer = known.is_none_or(|known| {
            Ok(known.epoch) != unsigned(row.epoch).map_err(drop)
                || Ok(known.version) != unsigned(row.version).map_err(drop)
        });
        if newer || !mine {
            self.learned.push(Learned {
                client: row.id,
                source: row.wrapped_by,
                epoch: row.epoch,
                version: row.version,
                settle: (!mine).then(|| (row.wrapped_key.clone(), key)),
            });
        }
        Ok(dossier)
    }

    /// Opens a row without learning from it.
    pub(crate) fn look(&self, who: &SignedIn, row: &ClientRow) -> Result<Opened, RecordTrouble> {
        let opened = self.unseal(who, row)?;
        let (epoch, version) = numbers(row)?;
        match self.memory.manifest().check(row.id.bytes(), epoch, version) {
            Freshness::Fresh => Ok(opened),
            Freshness::RolledBack => Err(RecordTrouble::RolledBack),
            Freshness::Unknown => Err(RecordTrouble::Unknown),
        }
    }

    /// Opens a row without judging its age: for the act that accepts it as it is.
    pub(crate) fn unseal(&self, who: &SignedIn, row: &ClientRow) -> Result<Opened, RecordTrouble> {
        let key = self.data_key(who, row)?;
        let at = version(row.id, row.epoch, row.version).map_err(|_| RecordTrouble::Unreadable)?;
        let bytes = key
            .open(&at, &Sealed::from_bytes(row.sealed.clone()))
            .map_err(|_| RecordTrouble::Unreadable)?;
        let dossier = Dossier::from_bytes(&bytes).map_err(|_| RecordTrouble::Unreadable)?;
        Ok(Opened { dossier, key })
    }

    fn data_key(&self, who: &SignedIn, row: &ClientRow) -> Result<DataKey, RecordTrouble> {
        let wrap = Sealed::from_bytes(row.wrapped_key.clone());
        let (epoch, _) = numbers(row)?;
        let record = row.id.bytes();
        if row.wrapped_by == who.helper() {
            return who
                .keys
                .unwrap_own(record, epoch, &wrap)
                .map_err(|_| RecordTrouble::Unreadable);
        }
        let known = self
            .memory
            .manifest()
            .remembered(record)
            .ok_or(RecordTrouble::Unknown)?;
        if known.source != *row.wrapped_by.bytes() {
            return Err(RecordTrouble::OtherLead);
        }
        self.unwrap_from(who, row)
    }

    /// The data key of a row that somebody else wrapped, whoever they are.
    fn unwrap_from(&self, who: &SignedIn, row: &ClientRow) -> Result<DataKey, RecordTrouble> {
        let sender = self
            .senders
            .get(&row.wrapped_by)
            .and_then(Option::as_ref)
            .ok_or(RecordTrouble::KeyChanged)?;
        let (epoch, _) = numbers(row)?;
        let wrap = Sealed::from_bytes(row.wrapped_key.clone());
        who.keys
            .unwrap_from(sender, row.id.bytes(), epoch, &wrap)
            .map_err(|_| RecordTrouble::Unreadable)
    }

    /// Opens a row whose key comes from another lead than the known one: for the act
    /// that accepts the new lead.
    pub(crate) fn unseal_from_other(
        &self,
        who: &SignedIn,
        row: &ClientRow,
    ) -> Result<(), RecordTrouble> {
        let key = self.unwrap_from(who, row)?;
        let at = version(row.id, row.epoch, row.version).map_err(|_| RecordTrouble::Unreadable)?;
        key.open(&at, &Sealed::from_bytes(row.sealed.clone()))
            .map(drop)
            .map_err(|_| RecordTrouble::Unreadable)
    }

    /// Whether a row claims to be at least as new as remembered.
    pub(crate) fn is_no_older(&self, row: &ClientRow) -> bool {
        numbers(row).is_ok_and(|(epoch, version)| {
            let manifest = self.memory.manifest();
            manifest.check(row.id.bytes(), epoch, version) == Freshness::Fresh
        })
    }

    /// Whether there is anything to keep.
    pub(crate) fn has_learned(&self) -> bool {
        !self.learned.is_empty()
    }

    /// Keeps what was learned, in a transaction of the caller's: what is remembered gets
    /// newer, and keys that others wrapped are wrapped by the helper's own, which opens a
    /// hundred times as fast and no longer depends on anybody's public key.
    pub(crate) async fn keep(
        self,
        app: &App,
        write: &mut Write,
        who: &SignedIn,
    ) -> Result<(), Trouble> {
        if self.learned.is_empty() {
            return Ok(());
        }
        let mut memory = Memory::hold(write, who).await?;
        let mut rng = app.rng();
        for learned in self.learned {
            // Only what is remembered still: it may have been left in the meantime.
            if memory
                .manifest()
                .remembered(learned.client.bytes())
                .is_none()
            {
                continue;
            }
            memory.note(
                learned.client,
                learned.source,
                (learned.epoch, learned.version),
            )?;
            if let Some((opened, key)) = learned.settle {
                let own = who.keys.wrap_own(
                    learned.client.bytes(),
                    unsigned(learned.epoch)?,
                    &key,
                    &mut rng,
                )?;
                write
                    .settle_seat(
                        who.helper(),
                        learned.client,
                        learned.epoch,
                        &opened,
                        own.as_bytes(),
                    )
                    .await?;
            }
        }
        memory.keep(app, write, who).await
    }

    /// Keeps what was learned in a transaction of its own, after a page was read. Nothing
    /// is lost when that fails: the next opening learns it again.
    pub(crate) async fn keep_by_itself(self, app: &App, who: &SignedIn) {
        if !self.has_learned() {
            return;
        }
        let kept = async {
            let mut write = app.store.write().await?;
            self.keep(app, &mut write, who).await?;
            write.commit_unlogged().await?;
            Ok::<(), Trouble>(())
        };
        if let Err(error) = kept.await {
            tracing::warn!(%error, "what an opening taught was not kept");
        }
    }
}

fn numbers(row: &ClientRow) -> Result<(u64, u64), RecordTrouble> {
    match (unsigned(row.epoch), unsigned(row.version)) {
        (Ok(epoch), Ok(version)) => Ok((epoch, version)),
        (Err(_), _) | (_, Err(_)) => Err(RecordTrouble::Unreadable),
    }
}
