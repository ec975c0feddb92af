//! Killed in the middle of writing: a child process records clients and adds
//! notes as fast as it can, and says each time when that was acknowledged; it is
//! killed at a random moment, again and again. Nothing that was acknowledged may
//! be missing, and nothing may be there without its audit row.

use std::collections::HashMap;
use std::error::Error;
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use argonaut_app::SignedIn;
use argonaut_app::clients::list::{ListQuery, list};
use argonaut_app::clients::{note, open, record};
use argonaut_app::dossier::Dossier;
use argonaut_domain::audit::Deed;
use argonaut_domain::ids::ClientId;
use clap::Args;
use rand::rngs::StdRng;
use rand::{RngExt as _, SeedableRng as _};

use crate::instance;

/// What to do.
#[derive(Args)]
pub(crate) struct Options {
    /// How often the writer is killed.
    #[arg(long, default_value_t = 100)]
    rounds: u64,
    /// A PostgreSQL database to use instead of SQLite: an empty one.
    #[arg(long)]
    database: Option<String>,
    /// The seed of the moments of death.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Prints one JSON object on one line.
    #[arg(long)]
    json: bool,
    /// Used by the program itself: be the writer, in this folder.
    #[arg(long, hide = true)]
    writer_in: Option<PathBuf>,
}

pub(crate) async fn run(options: Options) -> Result<(), Box<dyn Error>> {
    if let Some(folder) = &options.writer_in {
        return be_the_writer(folder, &options).await;
    }
    let folder = tempfile::tempdir()?;
    let app = instance::open(folder.path(), options.database.as_deref(), options.seed).await?;
    instance::helper(&app).await?;
    app.close().await;
    let mut rng = StdRng::seed_from_u64(options.seed);
    let mut acknowledged: HashMap<ClientId, usize> = HashMap::new();
    for round in 0..options.rounds {
        let lives = Duration::from_millis(rng.random_range(60..400));
        for line in kill_after(lives, folder.path(), &options, round)? {
            // A line that death cut in two acknowledges nothing.
            if let Ok(id) = line.parse() {
                *acknowledged.entry(id).or_default() += 1;
            }
        }
    }
    let app = instance::open(
        folder.path(),
        options.database.as_deref(),
        options.seed ^ 0xdead,
    )
    .await?;
    let who = instance::helper_again(&app).await?;
    let (kept, lost, unlogged) = check(&app, &who, &acknowledged).await?;
    let acts: usize = acknowledged.values().sum();
    let line = if options.json {
        serde_json::json!({ "kills": options.rounds, "acknowledged": acts, "lost": lost, "clients": kept,
            "without_audit": unlogged })
        .to_string()
    } else {
        format!(
            "{} kills, {acts} acknowledged writes, {lost} lost; {kept} clients kept, {unlogged} acts without audit row",
            options.rounds
        )
    };
    writeln!(std::io::stdout(), "{line}")?;
    if lost + unlogged > 0 {
        Err("something was lost".into())
    } else {
        Ok(())
    }
}

/// Starts a writer, kills it, and returns what it had acknowledged.
fn kill_after(
    lives: Duration,
    folder: &Path,
    options: &Options,
    round: u64,
) -> Result<Vec<String>, Box<dyn Error>> {
    let mut command = Command::new(std::env::current_exe()?);
    command
        .args(["crash", "--writer-in"])
        .arg(folder)
        .arg("--seed")
        .arg((options.seed + 1_000 + round).to_string());
    if let Some(database) = &options.database {
        command.args(["--database", database]);
    }
    let mut child = command.stdout(Stdio::piped()).spawn()?;
    let stdout = child.stdout.take().ok_or("the writer has no voice")?;
    let listener = std::thread::spawn(move || {
        BufReader::new(stdout)
            .lines()
            .map_while(Result::ok)
            .collect::<Vec<_>>()
    });
    std::thread::sleep(lives);
    child.kill()?;
    child.wait()?;
    listener.join().map_err(|_| "the listener died".into())
}

async fn be_the_writer(folder: &Path, options: &Options) -> Result<(), Box<dyn Error>> {
    let app = instance::open(folder, options.database.as_deref(), options.seed).await?;
    let who = instance::helper_again(&app).await?;
    let mut out = std::io::stdout();
    for number in 0.. {
        let id = record::record(
            &app,
            &who,
            Dossier::new(format!("Invented Person {number}")),
        )
        .await?;
        writeln!(out, "{id}")?;
        note::add(&app, &who, id, "Called. All well.".to_owned()).await?;
        writeln!(out, "{id}")?;
    }
    Ok(())
}

/// How many clients are there, how many acknowledged writes are not, and how
/// many acts have no audit row.
async fn check(
    app: &argonaut_app::App,
    who: &SignedIn,
    acknowledged: &HashMap<ClientId, usize>,
) -> Result<(usize, usize, usize), Box<dyn Error>> {
    let (mut lost, mut unlogged, mut page) = (0, 0, 0);
    let mut kept = HashMap::new();
    loop {
        let found = list(
            app,
            who,
            &ListQuery {
                page,
                ..ListQuery::default()
            },
        )
        .await?;
        if found.lines.is_empty() {
            break;
        }
        for line in &found.lines {
            let id = line.get().id;
            let log = open::access_log(app, who, id).await?;
            let logged = |deed| log.iter().filter(|entry| entry.deed == deed).count();
            let opened = open::open(app, who, id).await?;
            let notes = opened.dossier.get().notes.len();
            unlogged += usize::from(logged(Deed::ClientRecorded) != 1);
            unlogged += notes.abs_diff(logged(Deed::ClientChanged));
            kept.insert(id, 1 + notes);
        }
        page += 1;
    }
    for (id, acts) in acknowledged {
        lost += acts.saturating_sub(kept.get(id).copied().unwrap_or(0));
    }
    Ok((kept.len(), lost, unlogged))
}
