//! The data folder: open to its owner alone, with the pepper in a file of its
//! own. It never holds a password or anything that opens a record by itself.

use std::fs::{self, DirBuilder, OpenOptions};
use std::io::{ErrorKind, Write as _};
use std::path::{Path, PathBuf};

use argonaut_privacy::vault::Pepper;
use rand::rngs::StdRng;
use thiserror::Error;

/// Why the data folder cannot be used.
#[derive(Debug, Error)]
pub(crate) enum DataDirError {
    /// The folder cannot be made.
    #[error("{path}: the data folder cannot be made; choose another with --data-dir")]
    Make {
        path: PathBuf,
        source: std::io::Error,
    },
    /// A file in it cannot be read or written.
    #[error("{path}: cannot be used; check who owns it")]
    File {
        path: PathBuf,
        source: std::io::Error,
    },
    /// The pepper is not 32 varied bytes.
    #[error(
        "{path}: this is not a pepper (32 random bytes). Bring it back from your backup: without \
         the right one no password opens. Only on a database without accounts may you delete it"
    )]
    NotAPepper { path: PathBuf },
}

/// Makes the folder when it is missing, for its owner alone.
pub(crate) fn make(path: &Path) -> Result<(), DataDirError> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path).map_err(|source| DataDirError::Make {
        path: path.to_owned(),
        source,
    })
}

/// Reads the pepper; makes it when it is missing.
pub(crate) fn pepper(path: &Path, rng: &mut StdRng) -> Result<Pepper, DataDirError> {
    let trouble = |source| DataDirError::File {
        path: path.to_owned(),
        source,
    };
    match fs::read(path) {
        Ok(bytes) => Pepper::from_bytes(&bytes).map_err(|_| DataDirError::NotAPepper {
            path: path.to_owned(),
        }),
        Err(error) if error.kind() == ErrorKind::NotFound => {
            let pepper = Pepper::generate(rng);
            let mut options = OpenOptions::new();
            // A second program that starts at the same moment must not overwrite it.
            options.write(true).create_new(true);
            #[cfg(unix)]
            std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
            let mut file = options.open(path).map_err(trouble)?;
            file.write_all(pepper.reveal())
                .and_then(|()| file.sync_all())
                .map_err(trouble)?;
            Ok(pepper)
        }
        Err(error) => Err(trouble(error)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rand::SeedableRng as _;

    #[test]
    fn a_pepper_is_made_once_and_a_damaged_one_refused() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("pepper");
        let mut rng = StdRng::seed_from_u64(1);
        let first = pepper(&path, &mut rng).unwrap();
        let second = pepper(&path, &mut rng).unwrap();
        assert_eq!(first.reveal(), second.reveal());
        fs::write(&path, b"short").unwrap();
        assert!(matches!(
            pepper(&path, &mut rng),
            Err(DataDirError::NotAPepper { .. })
        ));
    }

    #[cfg(unix)]
    #[test]
    fn folder_and_pepper_are_for_their_owner_alone() {
        use std::os::unix::fs::PermissionsExt as _;
        let folder = tempfile::tempdir().unwrap();
        let data = folder.path().join("data");
        make(&data).unwrap();
        let path = data.join("pepper");
        pepper(&path, &mut StdRng::seed_from_u64(1)).unwrap();
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!((mode(&data), mode(&path)), (0o700, 0o600));
    }
}
