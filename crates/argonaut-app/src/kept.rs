//! The cards on show, kept in a file beside the database, so that a node with
//! very many of them starts sooner. It holds what the database holds in the
//! open, and what a node that stayed up would know: with it, only later changes
//! are read. A file that is not whole, or of another database, is left alone.

use std::fs::{self, File, OpenOptions};
use std::io::{self, BufRead as _, BufReader, BufWriter, Read as _};
use std::path::{Path, PathBuf};
use std::sync::mpsc::sync_channel;
use std::sync::{Mutex, PoisonError};
use std::thread;

use argonaut_domain::card::{Audience, Card, CardContent, CardStatus};
use argonaut_domain::clock::{Timestamp, Week};
use argonaut_domain::ids::{CardId, ClientId, HelperId};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use thiserror::Error;
use uuid::Uuid;

/// What the file begins with; a new form has a new number.
const FORMAT: &str = "argonaut-cards 1";
/// Cards that are read and checked together.
const PIECE: usize = 5_000;

/// The last change that a file knows, by which it is told from another
/// database's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Seen {
    pub(crate) number: i64,
    pub(crate) kind: String,
    pub(crate) subject: Uuid,
}

/// Why a file cannot be used.
#[derive(Debug, Error)]
pub(crate) enum NotKept {
    /// It cannot be read or written.
    #[error("the file cannot be used: {0}")]
    File(#[from] io::Error),
    /// It is damaged, cut, or of another version.
    #[error("the file is not whole, or of another version ({0})")]
    Damaged(&'static str),
}

#[derive(Serialize, Deserialize)]
struct Head {
    format: String,
    seen: Seen,
    cards: usize,
}

#[derive(Serialize, Deserialize)]
struct Piece {
    bytes: usize,
    sha256: String,
}

/// A card as the file has it.
#[derive(Serialize, Deserialize)]
struct Line {
    id: Uuid,
    client: Uuid,
    owner: Uuid,
    content: CardContent,
    audience: Audience,
    status: String,
    published: i32,
    waiting_since: i32,
    expires: i64,
    open_from: i64,
    open_until: i64,
    version: i64,
}

impl Line {
    fn of(card: &Card) -> Self {
        Self {
            id: card.id.uuid(),
            client: card.client.uuid(),
            owner: card.owner.uuid(),
            content: card.content.clone(),
            audience: card.audience.clone(),
            status: card.status.code().to_owned(),
            published: card.published.0,
            waiting_since: card.waiting_since.0,
            expires: card.expires.micros(),
            open_from: card.open_from.micros(),
            open_until: card.open_until.micros(),
            version: card.version,
        }
    }
    fn card(self) -> Result<Card, NotKept> {
        Ok(Card {
            id: CardId::from_uuid(self.id),
            client: ClientId::from_uuid(self.client),
            owner: HelperId::from_uuid(self.owner),
            content: self.content,
            audience: self.audience,
            status: CardStatus::parse(&self.status).ok_or(NotKept::Damaged("status"))?,
            published: Week(self.published),
            waiting_since: Week(self.waiting_since),
            expires: Timestamp::from_micros(self.expires),
            open_from: Timestamp::from_micros(self.open_from),
            open_until: Timestamp::from_micros(self.open_until),
            version: self.version,
        })
    }
}

fn check(body: &[u8]) -> String {
    Sha256::digest(body)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

fn json(value: &impl Serialize) -> io::Result<Vec<u8>> {
    serde_json::to_vec(value).map_err(io::Error::other)
}

/// Writes the file anew: under another name first, so that a half-written one
/// is never found under its own.
///
/// # Errors
/// When the folder or the disk does not allow it; an older file stays.
pub(crate) fn write<'a>(
    path: &Path,
    seen: Seen,
    cards: impl ExactSizeIterator<Item = &'a Card>,
) -> Result<(), NotKept> {
    let part = PathBuf::from(format!("{}.part", path.display()));
    let mut file = BufWriter::new(private(&part)?);
    let head = Head {
        format: FORMAT.to_owned(),
        seen,
        cards: cards.len(),
    };
    line(&mut file, &json(&head)?)?;
    let mut lines = Vec::with_capacity(PIECE);
    for card in cards {
        lines.push(Line::of(card));
        if lines.len() == PIECE {
            piece(&mut file, &lines)?;
            lines.clear();
        }
    }
    if !lines.is_empty() {
        piece(&mut file, &lines)?;
    }
    let file = file.into_inner().map_err(io::IntoInnerError::into_error)?;
    file.sync_all()?;
    fs::rename(&part, path)?;
    if let Some(folder) = path.parent().filter(|folder| folder.is_dir()) {
        // So that the new name outlives a power cut.
        File::open(folder)?.sync_all()?;
    }
    Ok(())
}

/// A file that nobody else may read.
fn private(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt as _;
        options.mode(0o600);
    }
    options.open(path)
}

fn line(file: &mut impl io::Write, text: &[u8]) -> io::Result<()> {
    file.write_all(text)?;
    file.write_all(b"\n")
}

fn piece(file: &mut impl io::Write, lines: &[Line]) -> io::Result<()> {
    let body = json(&lines)?;
    let head = Piece {
        bytes: body.len(),
        sha256: check(&body),
    };
    line(file, &json(&head)?)?;
    line(file, &body)
}

fn read_line<T: for<'de> Deserialize<'de>>(file: &mut impl io::BufRead) -> Result<T, NotKept> {
    /// More than any head has.
    const MOST: u64 = 4_096;
    let mut text = String::new();
    file.by_ref().take(MOST).read_line(&mut text)?;
    serde_json::from_str(&text).map_err(|_| NotKept::Damaged("head"))
}

fn decode((sum, body): (String, Vec<u8>)) -> Result<Vec<Card>, NotKept> {
    if check(&body) != sum {
        return Err(NotKept::Damaged("checksum"));
    }
    let lines: Vec<Line> = serde_json::from_slice(&body).map_err(|_| NotKept::Damaged("a card"))?;
    lines.into_iter().map(Line::card).collect()
}

/// Reads a file, on every core.
///
/// # Errors
/// When it is not there, or not whole.
pub(crate) fn read(path: &Path) -> Result<(Seen, Vec<Card>), NotKept> {
    let mut file = BufReader::new(File::open(path)?);
    let head: Head = read_line(&mut file)?;
    if head.format != FORMAT {
        return Err(NotKept::Damaged("version"));
    }
    let workers = thread::available_parallelism().map_or(1, usize::from);
    // Few pieces wait at a time: the file may be larger than is comfortable.
    let (sender, receiver) = sync_channel::<(String, Vec<u8>)>(workers);
    let receiver = Mutex::new(receiver);
    let work = || -> Result<Vec<Card>, NotKept> {
        let mut cards = Ok(Vec::new());
        loop {
            let next = receiver
                .lock()
                .unwrap_or_else(PoisonError::into_inner)
                .recv();
            let Ok(piece) = next else { return cards };
            // After a damaged piece the others are only taken off the line.
            if let Ok(held) = &mut cards {
                match decode(piece) {
                    Ok(mut more) => held.append(&mut more),
                    Err(error) => cards = Err(error),
                }
            }
        }
    };
    let parts = thread::scope(|scope| {
        let running: Vec<_> = (0..workers).map(|_| scope.spawn(work)).collect();
        let mut left = head.cards;
        let mut sent: Result<(), NotKept> = Ok(());
        while left > 0 && sent.is_ok() {
            sent = next_piece(&mut file).and_then(|piece| {
                sender
                    .send(piece)
                    .map_err(|_| NotKept::Damaged("reading stopped"))
            });
            left = left.saturating_sub(PIECE);
        }
        drop(sender);
        let parts: Vec<Result<Vec<Card>, NotKept>> = running
            .into_iter()
            .map(|worker| {
                worker
                    .join()
                    .unwrap_or(Err(NotKept::Damaged("reading stopped")))
            })
            .collect();
        sent.map(|()| parts)
    })?;
    let mut cards = Vec::with_capacity(head.cards.min(1 << 24));
    for part in parts {
        cards.append(&mut part?);
    }
    if cards.len() != head.cards {
        return Err(NotKept::Damaged("cards are missing"));
    }
    Ok((head.seen, cards))
}

fn next_piece(file: &mut impl io::BufRead) -> Result<(String, Vec<u8>), NotKept> {
    let head: Piece = read_line(file)?;
    let mut body = Vec::new();
    let most = u64::try_from(head.bytes).unwrap_or(u64::MAX);
    file.by_ref().take(most).read_to_end(&mut body)?;
    let mut end = [0u8];
    file.read_exact(&mut end)?;
    if body.len() != head.bytes || end != *b"\n" {
        return Err(NotKept::Damaged("a piece is cut"));
    }
    Ok((head.sha256, body))
}

#[cfg(test)]
mod tests {
    use argonaut_domain::card::Limits;
    use argonaut_domain::person::Age;
    use argonaut_domain::place::Place;

    use super::*;

    fn cards(count: u128) -> Vec<Card> {
        let card = |n: u128| Card {
            id: CardId::from_uuid(Uuid::from_u128(n)),
            client: ClientId::from_uuid(Uuid::from_u128(n + 1)),
            owner: HelperId::from_uuid(Uuid::from_u128(n + 2)),
            content: CardContent {
                place: Place::Anywhere,
                age: Age::Any,
                gender: None,
                languages: Vec::new(),
                needs: Vec::new(),
                offers: Vec::new(),
                interests: Vec::new(),
                connections: Vec::new(),
                limits: Limits::default(),
            },
            audience: Audience::Everyone,
            status: CardStatus::Published,
            published: Week(2_900),
            waiting_since: Week(2_890),
            expires: Timestamp::from_micros(5),
            open_from: Timestamp::from_micros(3),
            open_until: Timestamp::from_micros(4),
            version: 7,
        };
        (0..count).map(card).collect()
    }
    fn seen() -> Seen {
        Seen {
            number: 42,
            kind: "card".to_owned(),
            subject: Uuid::from_u128(9),
        }
    }

    #[test]
    fn what_is_written_is_read_again() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("cards");
        for count in [0, 1, PIECE as u128, 2 * PIECE as u128 + 3] {
            let held = cards(count);
            write(&path, seen(), held.iter()).unwrap();
            let (last, mut found) = read(&path).unwrap();
            found.sort_unstable_by_key(|card| card.id);
            assert_eq!((last, found), (seen(), held));
        }
    }

    #[test]
    fn a_file_that_is_not_whole_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("cards");
        assert!(read(&path).is_err(), "there is none");
        write(&path, seen(), cards(12_000).iter()).unwrap();
        let whole = fs::read(&path).unwrap();
        for cut in [0, 1, 60, whole.len() / 2, whole.len() - 1] {
            fs::write(&path, &whole[..cut]).unwrap();
            assert!(read(&path).is_err(), "cut at {cut}");
        }
        for at in (0..whole.len()).step_by(whole.len() / 50) {
            let mut spoilt = whole.clone();
            spoilt[at] ^= 1;
            fs::write(&path, &spoilt).unwrap();
            // A changed number of the last change is told from another database's
            // by the database; whatever else is changed is told here.
            if let Ok((last, found)) = read(&path) {
                assert_ne!(last, seen(), "at {at}");
                assert_eq!(found.len(), 12_000);
            }
        }
        fs::write(&path, &whole).unwrap();
        assert!(read(&path).is_ok());
    }

    #[cfg(unix)]
    #[test]
    fn nobody_else_may_read_it() {
        use std::os::unix::fs::PermissionsExt as _;
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("cards");
        write(&path, seen(), cards(1).iter()).unwrap();
        let mode = fs::metadata(&path).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }
}
