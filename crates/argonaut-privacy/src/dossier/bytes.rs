//! A dossier as bytes for the vault: JSON, in buffers that wipe themselves.

use serde::Serialize;
use serde::de::DeserializeOwned;
use zeroize::Zeroizing;

use super::Dossier;

/// The number of the present format. Older records open, since every field has
/// a default; newer ones are refused, so that a field is not lost on saving.
pub const FORMAT: u32 = 4;

/// Why bytes are no dossier. The causes carry no text of the client.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadDossier {
    /// Not what this program writes.
    #[error("the record cannot be read")]
    Unreadable,
    /// Could not be written.
    #[error("the record cannot be written")]
    Unwritable,
    /// Written by a newer program.
    #[error(
        "the record was written by a newer version of this program (format {found}, known {FORMAT})"
    )]
    Newer {
        /// Its format.
        found: u32,
    },
}

impl Dossier {
    /// The bytes to seal.
    ///
    /// # Errors
    /// [`BadDossier::Unwritable`] when they cannot be written.
    pub fn to_bytes(&self) -> Result<Zeroizing<Vec<u8>>, BadDossier> {
        write(self)
    }

    /// Reads unsealed bytes, of this format or an older one.
    ///
    /// # Errors
    /// [`BadDossier::Unreadable`] or [`BadDossier::Newer`].
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, BadDossier> {
        // The number alone is read first: a newer record may hold words that
        // this program cannot read, and the helper should learn why.
        let Stamp { format } = read(bytes)?;
        if format > FORMAT {
            return Err(BadDossier::Newer { found: format });
        }
        let mut dossier: Self = read(bytes)?;
        dossier.format = FORMAT;
        Ok(dossier)
    }
}

#[derive(serde::Deserialize)]
struct Stamp {
    #[serde(default)]
    format: u32,
}

/// Counts what serde writes, so that the buffer never grows: growing would
/// leave an unwiped copy behind.
struct Counter(usize);

impl std::io::Write for Counter {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0 += bytes.len();
        Ok(bytes.len())
    }
    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

pub(super) fn write(value: &impl Serialize) -> Result<Zeroizing<Vec<u8>>, BadDossier> {
    let mut counter = Counter(0);
    serde_json::to_writer(&mut counter, value).map_err(|_| BadDossier::Unwritable)?;
    let mut bytes = Zeroizing::new(Vec::with_capacity(counter.0));
    serde_json::to_writer(&mut *bytes, value).map_err(|_| BadDossier::Unwritable)?;
    Ok(bytes)
}

pub(super) fn read<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, BadDossier> {
    serde_json::from_slice(bytes).map_err(|_| BadDossier::Unreadable)
}
