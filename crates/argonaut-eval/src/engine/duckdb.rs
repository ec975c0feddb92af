//! DuckDB as a peer: the table in memory, and the SQL of the PostgreSQL peer without
//! its indexes. A small Python program drives it (`duckdb` from PyPI), and takes the
//! time where DuckDB begins and ends, so that Python, the pipe and the bound values
//! do not count. It has all cores, the product has one.

use std::error::Error;
use std::io::{BufRead as _, BufReader, Write as _};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::time::Duration;

use argonaut_domain::ids::CardId;
use argonaut_engine::ListingId;
use serde::Deserialize;

use super::asker::Asker;
use super::columns::Columns;
use super::rows::{Places, bound, row};
use super::sql::{self, Dialect};
use super::world::Ranked;

/// The Python program.
const DRIVER: &str = include_str!("duckdb.py");

/// The loaded database, behind its driver.
pub(crate) struct Peer {
    child: Child,
    input: ChildStdin,
    output: BufReader<ChildStdout>,
    places: Places,
    pub(crate) version: String,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Said {
    version: String,
    rows: Vec<(String, f64)>,
    seconds: f64,
    error: Option<String>,
}

impl Peer {
    /// Starts the driver and loads all cards. `Err` where this Python has no DuckDB.
    pub(crate) fn of(python: &str, columns: &Columns) -> Result<Self, Box<dyn Error>> {
        let mut child = Command::new(python)
            .args(["-c", DRIVER])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|error| format!("{python} does not run: {error}"))?;
        let input = child.stdin.take().ok_or("the driver has no ear")?;
        let output = child.stdout.take().ok_or("the driver has no voice")?;
        let mut peer = Self {
            child,
            input,
            output: BufReader::new(output),
            places: Places::default(),
            version: String::new(),
        };
        peer.version = (peer.hear())
            .map_err(|_| format!("{python} has no module duckdb (PyPI: duckdb)"))?
            .version;
        peer.run(sql::TABLE)?;
        peer.run(sql::DUCKDB_QUESTION)?;
        let mut file = tempfile::NamedTempFile::new()?;
        let mut text = String::new();
        for slot in 0..columns.len() {
            row(columns, slot, &mut peer.places, Dialect::DuckDb, &mut text)?;
            file.write_all(text.as_bytes())?;
            text.clear();
        }
        file.flush()?;
        peer.run(&format!(
            "COPY cards FROM '{}' (FORMAT csv, HEADER false, DELIMITER '\\t', NULLSTR '\\N', QUOTE '')",
            file.path().display()
        ))?;
        Ok(peer)
    }

    /// The best cards for a question, and what DuckDB took.
    pub(crate) fn top(
        &mut self,
        asker: &Asker<'_>,
        limit: usize,
    ) -> Result<(Ranked, Duration), Box<dyn Error>> {
        let text = Dialect::DuckDb.question(&self.places.asking(asker), limit);
        self.say(&serde_json::json!({ "ask": text, "bound": bound(asker) }))?;
        let said = self.hear()?;
        let ranked: Result<Ranked, _> = (said.rows.iter())
            .map(|(id, score)| id.parse().map(|id: CardId| (ListingId::Card(id), *score)))
            .collect();
        let ranked = ranked.map_err(|_| "DuckDB names no card")?;
        Ok((ranked, Duration::from_secs_f64(said.seconds)))
    }

    fn run(&mut self, text: &str) -> Result<(), Box<dyn Error>> {
        self.say(&serde_json::json!({ "run": text }))?;
        self.hear().map(drop)
    }

    fn say(&mut self, task: &serde_json::Value) -> Result<(), Box<dyn Error>> {
        Ok(writeln!(self.input, "{task}")?)
    }

    fn hear(&mut self) -> Result<Said, Box<dyn Error>> {
        let mut line = String::new();
        self.output.read_line(&mut line)?;
        let said: Said = serde_json::from_str(&line)?;
        match said.error {
            Some(error) => Err(format!("DuckDB: {error}").into()),
            None => Ok(said),
        }
    }
}

impl Drop for Peer {
    fn drop(&mut self) {
        // It may have ended by itself; nothing depends on how it ends.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
