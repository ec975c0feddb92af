//! Files that hang on messages: which may, how pictures are cleaned, and reading one again.

use argonaut_domain::ids::{AttachmentId, ConversationId, MessageId};
use argonaut_privacy::picture::{self, PictureKind};
use serde::{Deserialize, Serialize};
use uuid::Uuid;
use zeroize::Zeroizing;

use super::seal::Opener;
use super::{MessageError, talk};
use crate::app::App;
use crate::error::Trouble;
use crate::who::SignedIn;

/// The largest file, in bytes.
pub const MOST_BYTES: usize = 5 * 1024 * 1024;
/// The most files of one message.
pub const MOST_FILES: usize = 4;
/// The files of one message together, in bytes.
pub const MOST_TOGETHER: usize = 12 * 1024 * 1024;
/// The files of one helper together, in bytes.
pub const MOST_OF_HELPER: usize = 500 * 1024 * 1024;
/// The longest name, in characters.
const MOST_NAME: usize = 100;

/// The kinds of files that are taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum FileKind {
    /// A photograph.
    Jpeg,
    /// A drawing.
    Png,
    /// A document.
    Pdf,
    /// Plain text.
    Text,
}

impl FileKind {
    /// As browsers call it.
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
            Self::Pdf => "application/pdf",
            Self::Text => "text/plain; charset=utf-8",
        }
    }
    /// Whether it can be shown as a picture.
    pub const fn is_picture(self) -> bool {
        matches!(self, Self::Jpeg | Self::Png)
    }
    const fn ending(self) -> &'static str {
        match self {
            Self::Jpeg => "jpg",
            Self::Png => "png",
            Self::Pdf => "pdf",
            Self::Text => "txt",
        }
    }
}

/// A file as it was chosen.
#[derive(Clone, Debug)]
pub struct NewFile {
    /// How the sender calls it.
    pub name: String,
    /// What it holds.
    pub bytes: Vec<u8>,
}

/// What a message says of a file on it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileNote {
    /// Which.
    pub id: Uuid,
    /// How it is called.
    pub name: String,
    /// Of which kind.
    pub kind: FileKind,
    /// How many bytes it has.
    pub size: usize,
}

/// Why a file cannot be sent.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FileFault {
    /// It is none of the kinds that are taken, or broken.
    #[error("not a picture, PDF or text")]
    Kind {
        /// Its name.
        name: String,
    },
    /// It is too large.
    #[error("a file has at most {MOST_BYTES} bytes")]
    TooLarge {
        /// Its name.
        name: String,
    },
    /// There are too many, or they are too large together.
    #[error("too many files")]
    TooMany,
    /// All files of this helper are too large together.
    #[error("no room is left")]
    Full,
}

/// A file that may be sent.
pub(super) struct Checked {
    pub(super) note: FileNote,
    pub(super) bytes: Zeroizing<Vec<u8>>,
}

/// Looks at files before they are sealed. Pictures are encoded anew, on a thread that may
/// block.
pub(super) async fn check(app: &App, files: Vec<NewFile>) -> Result<Vec<Checked>, MessageError> {
    let together: usize = files.iter().map(|file| file.bytes.len()).sum();
    if files.len() > MOST_FILES || together > MOST_TOGETHER {
        return Err(FileFault::TooMany.into());
    }
    let mut checked = Vec::with_capacity(files.len());
    for file in files {
        let name = name(&file.name);
        if file.bytes.len() > MOST_BYTES {
            return Err(FileFault::TooLarge { name }.into());
        }
        let turn = app.pictures.acquire().await;
        let found = tokio::task::spawn_blocking(move || clean(file.bytes)).await;
        drop(turn);
        let found = found.map_err(|error| Trouble::Bug(format!("reading a file: {error}")))?;
        let Some((kind, bytes)) = found else {
            return Err(FileFault::Kind { name }.into());
        };
        let id = AttachmentId::random(&mut app.rng()).uuid();
        checked.push(Checked {
            note: FileNote {
                id,
                name: with_ending(&name, kind),
                kind,
                size: bytes.len(),
            },
            bytes: Zeroizing::new(bytes),
        });
    }
    Ok(checked)
}

fn clean(bytes: Vec<u8>) -> Option<(FileKind, Vec<u8>)> {
    if picture::is_picture(&bytes) {
        let picture = picture::clean(&bytes).ok()?;
        let kind = match picture.kind {
            PictureKind::Jpeg => FileKind::Jpeg,
            PictureKind::Png => FileKind::Png,
        };
        return Some((kind, picture.bytes));
    }
    if bytes.starts_with(b"%PDF-") && bytes.windows(5).rev().take(2_048).any(|of| of == b"%%EOF") {
        return Some((FileKind::Pdf, bytes));
    }
    let text = std::str::from_utf8(&bytes).ok()?;
    let plain = |letter: char| !letter.is_control() || matches!(letter, '\n' | '\r' | '\t');
    (!text.trim().is_empty() && text.chars().all(plain) && !text.starts_with("%PDF-"))
        .then_some((FileKind::Text, bytes))
}

/// The last part of a name, without what could mislead.
fn name(typed: &str) -> String {
    let last = typed.rsplit(['/', '\\']).next().unwrap_or_default();
    // Letters that turn the direction of writing could hide the ending.
    let hides = |letter: &char| {
        letter.is_control()
            || matches!(letter, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '"')
    };
    let name: String = last.chars().filter(|letter| !hides(letter)).collect();
    let name: String = name
        .trim()
        .trim_matches('.')
        .chars()
        .take(MOST_NAME)
        .collect();
    if name.is_empty() {
        "file".to_owned()
    } else {
        name
    }
}

/// The name with the ending of what the file is now.
fn with_ending(name: &str, kind: FileKind) -> String {
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
    let fits = match kind {
        FileKind::Jpeg => ["jpg", "jpeg"].contains(&ending.to_lowercase().as_str()),
        FileKind::Png | FileKind::Pdf | FileKind::Text => {
            ending.eq_ignore_ascii_case(kind.ending())
        }
    };
    if fits {
        name.to_owned()
    } else {
        let stem = if kind.is_picture() { stem } else { name };
        format!("{stem}.{}", kind.ending())
    }
}

/// A file, open.
pub struct OpenFile {
    /// What the message says of it.
    pub note: FileNote,
    /// What it holds.
    pub bytes: Zeroizing<Vec<u8>>,
}

/// Opens a file of a message.
///
/// # Errors
/// [`MessageError::NotFound`] when it is not there for this helper, or was exchanged.
pub async fn open(
    app: &App,
    who: &SignedIn,
    conversation: ConversationId,
    id: AttachmentId,
    message: MessageId,
) -> Result<OpenFile, MessageError> {
    let mut read = app.store.read().await?;
    let talk = talk::open(app, &mut read, who, conversation).await?;
    let letter = super::look::letter(app, &mut read, who, &talk, message).await?;
    let mut opener = Opener::new(&mut read, who).await?;
    let said = opener.said(&mut read, &letter).await?;
    let mut notes = said.ok_or(MessageError::NotFound)?.files.into_iter();
    let note = notes
        .find(|note| note.id == id.uuid())
        .ok_or(MessageError::NotFound)?;
    let row = read
        .message_file(&talk.granted, message, id)
        .await?
        .ok_or(MessageError::NotFound)?;
    let bytes = opener
        .part(&mut read, &letter, Some(id), row.sealed)
        .await?
        .ok_or(MessageError::NotFound)?;
    Ok(OpenFile { note, bytes })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_short_plain_and_say_what_the_file_is() {
        for (typed, kind, kept) in [
            ("C:\\photos\\IMG_1.JPG", FileKind::Jpeg, "IMG_1.JPG"),
            ("cat.webp", FileKind::Png, "cat.png"),
            ("../../etc/passwd", FileKind::Text, "passwd.txt"),
            (
                "letter.\u{202e}fdp.exe",
                FileKind::Pdf,
                "letter.fdp.exe.pdf",
            ),
            ("", FileKind::Text, "file.txt"),
            ("a\r\nb\".txt", FileKind::Text, "ab.txt"),
        ] {
            assert_eq!(with_ending(&name(typed), kind), kept);
        }
        assert!(name(&"x".repeat(500)).len() <= MOST_NAME);
    }

    #[test]
    fn what_a_file_holds_decides_its_kind() {
        let kind = |bytes: &[u8]| clean(bytes.to_vec()).map(|found| found.0);
        assert_eq!(kind(b"%PDF-1.7\n1 0 obj\n%%EOF\n"), Some(FileKind::Pdf));
        assert_eq!(kind("Sí, mañana.\n".as_bytes()), Some(FileKind::Text));
        for refused in [
            &b"%PDF-1.7 cut off"[..],
            b"MZ\x90\0\x03",
            b"\xff\xfe\0",
            b"  ",
            b"\x89PNG\r\n\x1a\nbroken",
        ] {
            assert_eq!(kind(refused), None);
        }
    }
}
