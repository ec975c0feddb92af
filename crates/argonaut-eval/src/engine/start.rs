//! The start of the product: the application opens a SQLite database and builds
//! its world and its engine. The database is filled by the product's own storage,
//! card by card, many in one transaction; a folder may keep it for the next run.

use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;
use std::time::Instant;

use argonaut_app::{App, AppConfig};
use argonaut_domain::access::{Actor, CircleRole, Membership, answer_for_client};
use argonaut_domain::card::{Audience, Card, CardStatus};
use argonaut_domain::clock::{ManualClock, Timestamp};
use argonaut_domain::helper::{Handle, Helper, Profile, Standing};
use argonaut_engine::{Body, Engine, Listing};
use argonaut_privacy::gate::Thresholds;
use argonaut_privacy::vault::{KdfCost, Pepper};
use argonaut_store::{Backend, HelperKeysRow, NewClient, NewHelper, Store, Write};
use argonaut_testkit::FIRST_DAY;
use argonaut_testkit::corpus::{self, Corpus, is_narrow};
use rand::SeedableRng as _;
use rand::rngs::StdRng;

use super::machine;

/// Cards in one transaction.
const AT_ONCE: usize = 10_000;

/// What a start took, in seconds.
#[derive(Clone, Copy, serde::Serialize, serde::Deserialize)]
pub(crate) struct Start {
    /// All of it, as the product starts.
    pub(crate) seconds: f64,
    /// All of it, from the file that keeps the cards on show.
    pub(crate) kept_seconds: f64,
    /// Of a second time: reading the cards alone.
    pub(crate) read_seconds: f64,
    /// Of a second time: the engine, from what was read.
    pub(crate) engine_seconds: f64,
    /// Bytes that the process held after the start.
    pub(crate) resident_bytes: f64,
}

fn now() -> Timestamp {
    Timestamp::from_date(FIRST_DAY)
}

/// The product, ready to answer.
async fn app(backend: &Backend, kept: PathBuf) -> Result<App, Box<dyn Error>> {
    let app = App::new(AppConfig {
        store: Store::open(backend).await?,
        clock: Arc::new(ManualClock::at(now())),
        pepper: Pepper::generate(&mut StdRng::seed_from_u64(7)),
        rng: StdRng::seed_from_u64(1),
        kdf_cost: KdfCost::for_tests(),
        thresholds: Thresholds::default(),
    });
    let app = app.keeping(kept);
    app.refresh().await?;
    Ok(app)
}

/// Starts the product from this database.
pub(crate) async fn start(file: &Path, corpus: &Corpus) -> Result<Start, Box<dyn Error>> {
    let backend = Backend::Sqlite(file.to_owned());
    let scratch = tempfile::tempdir()?;
    let kept = scratch.path().join("cards");
    let begun = Instant::now();
    let app = app(&backend, kept.clone()).await?;
    let seconds = begun.elapsed().as_secs_f64();
    let resident_bytes = machine::resident_bytes()?;
    // That writes the file.
    app.close().await;
    drop(app);

    let begun = Instant::now();
    let app = self::app(&backend, kept).await?;
    let kept_seconds = begun.elapsed().as_secs_f64();
    app.close().await;
    drop(app);

    let store = Store::open(&backend).await?;
    let begun = Instant::now();
    let cards = store.read().await?.cards_on_show(now()).await?;
    let read_seconds = begun.elapsed().as_secs_f64();
    store.close().await;
    if cards.len() != corpus.len() {
        return Err(format!("{} cards of {} were read", cards.len(), corpus.len()).into());
    }
    let engine = Engine::new();
    let begun = Instant::now();
    engine.load(cards.iter().map(Listing::of_card).collect());
    let engine_seconds = begun.elapsed().as_secs_f64();
    Ok(Start {
        seconds,
        kept_seconds,
        read_seconds,
        engine_seconds,
        resident_bytes,
    })
}

/// The same in a process of its own, from a database that is filled first.
pub(crate) async fn start_apart(
    corpus: &Corpus,
    keep: Option<&Path>,
    arguments: &[String],
) -> Result<Start, Box<dyn Error>> {
    let scratch = tempfile::tempdir()?;
    let folder = keep.unwrap_or(scratch.path());
    std::fs::create_dir_all(folder)?;
    let name = arguments.concat().replace("--", "-");
    let file = folder.join(format!("start{name}.db"));
    if !file.exists() {
        let part = folder.join(format!("start{name}.part"));
        fill(&part, corpus).await?;
        std::fs::rename(&part, &file)?;
    }
    let output = Command::new(std::env::current_exe()?)
        .args(["engine", "--start-from"])
        .arg(&file)
        .args(arguments)
        .output()?;
    if !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr).into());
    }
    Ok(serde_json::from_slice(&output.stdout)?)
}

/// Fills a new database with the corpus: its helpers, a client for each card, and
/// the cards.
pub(crate) async fn fill(file: &Path, corpus: &Corpus) -> Result<(), Box<dyn Error>> {
    let store = Store::open(&Backend::Sqlite(file.to_owned())).await?;
    let mut write = store.write().await?;
    for (number, helper) in corpus.helpers().iter().enumerate() {
        write.insert_helper(&account(number, helper)?).await?;
    }
    write.commit_unlogged().await?;
    for first in (0..corpus.len()).step_by(AT_ONCE) {
        let mut write = store.write().await?;
        for number in first..corpus.len().min(first + AT_ONCE) {
            keep(&mut write, &card(corpus.card(number))?).await?;
        }
        write.commit_unlogged().await?;
    }
    store.flush().await?;
    store.close().await;
    Ok(())
}

/// A client nobody can read, since no key was ever made, and their card.
async fn keep(write: &mut Write, card: &Card) -> Result<(), Box<dyn Error>> {
    let lead = card.owner;
    let client = NewClient {
        id: card.client,
        lead,
        sealed: vec![0; 256],
        wrapped_key: vec![0; 80],
        now: now(),
    };
    write.insert_client(&client).await?;
    let actor = Actor::signed_in(lead, Standing::Active, false);
    let membership = Membership {
        client: card.client,
        helper: lead,
        role: CircleRole::Lead,
    };
    let granted = actor.and_then(|actor| answer_for_client(&actor, Some(&membership)));
    let granted = granted.ok_or("a lead answers for their client")?;
    Ok(write.insert_card(&granted, card).await?)
}

fn account(number: usize, helper: &corpus::Helper) -> Result<NewHelper, Box<dyn Error>> {
    let name = format!("helper{number}");
    Ok(NewHelper {
        helper: Helper {
            id: helper.id,
            handle: Handle::parse(&name)?,
            name,
            standing: Standing::Active,
            is_admin: false,
            profile: Profile {
                area: helper.home,
                ..Profile::default()
            },
            version: 1,
        },
        keys: HelperKeysRow {
            public_key: vec![0; 32],
            sealed_by_password: vec![0; 72],
            sealed_by_recovery: vec![0; 72],
        },
        locale: None,
        created: now(),
    })
}

/// The card of a listing of the corpus.
pub(crate) fn card(listing: Listing) -> Result<Card, Box<dyn Error>> {
    let (Body::Card(card), Some(owner)) = (listing.body, listing.owner) else {
        return Err("the corpus holds cards alone".into());
    };
    Ok(Card {
        id: card.id,
        client: card.client,
        owner,
        content: card.content,
        audience: if is_narrow(card.id) {
            Audience::Contacts
        } else {
            Audience::Everyone
        },
        status: CardStatus::Published,
        published: listing.published,
        waiting_since: card.waiting_since,
        expires: now().plus_days(90),
        open_from: now(),
        open_until: now(),
        version: 1,
    })
}
