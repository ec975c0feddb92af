//! `argonaut demo`: an invented neighbourhood, sown once into a folder or a
//! database of its own, then served like any other.

mod acquaintances;
mod cards;
mod circles;
mod groups;
mod hints;
mod messages;
mod networks;
mod people;
mod plans;
mod posts;
mod services;
mod stories;
mod trust;
mod words;

use std::error::Error;
use std::io::IsTerminal as _;
use std::path::Path;
use std::sync::Arc;

use argonaut_app::accounts::registration::{self, Registration};
use argonaut_app::{App, background};
use argonaut_domain::audit::{AuditEntry, Deed};
use argonaut_domain::clock::{Clock as _, ManualClock, SystemClock, Timestamp};
use argonaut_domain::ids::AuditId;
use argonaut_privacy::vault::KdfCost;
use argonaut_store::{Backend, Store, StoreError};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use rand::SeedableRng as _;
use rand::rngs::StdRng;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::cli::DemoArgs;
use crate::config::Settings;
use crate::logs;
use crate::screen::say;
use crate::serve::{self, ServeError};
use crate::start::{self, Ground, StartError};

/// The folder of the demo unless another is named; never that of `serve`.
pub(crate) const FOLDER: &str = "argonaut-demo";
/// The passphrase of every helper of the demo who can sign in.
pub(crate) const PASSPHRASE: &str = "seven lanterns by the canal";

/// Why the demo does not run.
#[derive(Debug, Error)]
pub(crate) enum DemoError {
    /// As with `serve`.
    #[error(transparent)]
    Serve(#[from] ServeError),
    /// The application does not start.
    #[error(transparent)]
    Start(#[from] StartError),
    /// There are accounts that the demo did not make.
    #[error(
        "this database holds accounts that are not the demo's; the demo never mixes with them. \
         Choose another folder with --data-dir, or another database"
    )]
    RealData,
    /// An earlier start was stopped half way.
    #[error("an earlier start was stopped before the demo was complete; start again with --fresh")]
    HalfSown,
    /// On PostgreSQL the demo deletes nothing.
    #[error("--fresh deletes SQLite files only; on PostgreSQL make a new, empty database")]
    NotOnPostgres,
    /// The old files cannot be deleted.
    #[error("{0}: cannot be deleted")]
    Delete(String, #[source] std::io::Error),
    /// Storage failed.
    #[error("the demo's database")]
    Store(#[from] StoreError),
    /// An invented act was refused: a bug of the demo.
    #[error("the demo could not be sown")]
    Sow(#[source] Box<dyn Error + Send + Sync>),
}

/// What stays in the database to say that it is the demo's.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Mark {
    seed: u64,
    scale: u32,
    complete: bool,
}

/// The setting that keeps the mark.
const MARK: &str = "demo";

/// The result of invented acts: their errors are many, and all of them bugs.
type Sown<T> = Result<T, Box<dyn Error + Send + Sync>>;

/// Sows when it is needed, then serves.
pub(crate) async fn run(settings: &Settings, args: &DemoArgs) -> Result<(), DemoError> {
    logs::start(settings);
    let listener = serve::listen(settings.listen).await?;
    if args.fresh {
        clear(settings).await?;
    }
    let mut ground = start::ground(settings).await?;
    let mark: Option<Mark> = ground.store.read().await?.setting(MARK).await?;
    let mark = match mark {
        Some(mark) if mark.complete => mark,
        Some(_) => return Err(DemoError::HalfSown),
        None if ground.store.write().await?.helper_count().await? > 0 => {
            return Err(DemoError::RealData);
        }
        None => {
            let mark = Mark {
                seed: args.seed,
                scale: args.scale.clamp(1, 500),
                complete: false,
            };
            ground = sow(settings, ground, mark.clone()).await?;
            mark
        }
    };
    let wanted = (args.seed, args.scale.clamp(1, 500));
    if (mark.seed, mark.scale) != wanted {
        say("This demo was built with another --seed or --scale; --fresh builds it anew.");
    }
    ground.store.close().await;
    let app = start::app(settings).await?;
    say("");
    say("An invented neighbourhood around Fresno, California. Nobody in it is a real person.");
    say("Sign in as one of these, each with the passphrase: seven lanterns by the canal");
    say("  marisol    neighbourhood leader, runs this site (English, Spanish)");
    say("  gurpreet   visits people from a faith community (English, Punjabi)");
    say("  walter     social worker of a small agency (English)");
    say("");
    Ok(serve::serve(settings, listener, app).await?)
}

/// Deletes a demo that was sown before; nothing else.
async fn clear(settings: &Settings) -> Result<(), DemoError> {
    let Backend::Sqlite(path) = start::backend(settings) else {
        return Err(DemoError::NotOnPostgres);
    };
    if !path.exists() {
        return Ok(());
    }
    let store = Store::open(&Backend::Sqlite(path.clone())).await?;
    let mark: Option<Mark> = store.read().await?.setting(MARK).await?;
    let accounts = store.write().await?.helper_count().await?;
    store.close().await;
    if mark.is_none() && accounts > 0 {
        return Err(DemoError::RealData);
    }
    for end in ["", "-wal", "-shm"] {
        let file = format!("{}{end}", path.display());
        if Path::new(&file).exists() {
            std::fs::remove_file(&file).map_err(|error| DemoError::Delete(file, error))?;
        }
    }
    Ok(())
}

/// What is needed to sow: two applications on one database and one clock.
struct Field {
    /// For helpers who can sign in: their passwords at the standard cost.
    app: Arc<App>,
    /// For the many others of a larger scale: random passwords that nobody
    /// knows, at the cost of tests. They can never sign in.
    quick: Arc<App>,
    clock: Arc<ManualClock>,
    store: Store,
    rng: StdRng,
    /// The start of today: the demo's past lies before it.
    today: Timestamp,
    scale: u32,
    bar: ProgressBar,
}

impl Field {
    /// The time of the story.
    fn clock_now(&self) -> Timestamp {
        self.clock.now()
    }
    /// Sets the clock to so many days ago, at some minute of the day.
    fn days_ago(&self, days: i64, minute: i64) {
        self.clock
            .set(self.today.plus_days(-days).plus_minutes(minute));
    }
}

async fn mark(store: &Store, mark: &Mark, deeds: &[AuditEntry]) -> Result<(), StoreError> {
    let mut write = store.write().await?;
    write.set_setting(MARK, mark).await?;
    write.commit(deeds).await
}

async fn sow(settings: &Settings, ground: Ground, with: Mark) -> Result<Ground, DemoError> {
    mark(&ground.store, &with, &[]).await?;
    let today = Timestamp::from_date(SystemClock.now().date());
    let clock = Arc::new(ManualClock::at(today.plus_days(-170)));
    let app = |cost, seed| {
        let ground = Ground {
            store: ground.store.clone(),
            pepper: ground.pepper.clone(),
        };
        let rng = StdRng::seed_from_u64(seed);
        start::build(ground, settings, Arc::clone(&clock) as _, rng, cost)
    };
    let mut field = Field {
        app: app(KdfCost::standard(), with.seed),
        quick: app(KdfCost::for_tests(), with.seed.wrapping_add(1)),
        clock: Arc::clone(&clock),
        store: ground.store.clone(),
        rng: StdRng::seed_from_u64(with.seed),
        today,
        scale: with.scale,
        bar: bar(),
    };
    grow(&mut field).await.map_err(DemoError::Sow)?;
    field.bar.finish_and_clear();
    let complete = Mark {
        complete: true,
        ..with
    };
    let entry = AuditEntry {
        id: AuditId::ordered(field.clock_now(), &mut field.rng),
        at: field.clock_now(),
        actor: None,
        deed: Deed::Seeded,
        subject: uuid::Uuid::nil(),
    };
    mark(&ground.store, &complete, &[entry]).await?;
    Ok(ground)
}

async fn grow(field: &mut Field) -> Sown<()> {
    let mut helpers = people::helpers(field).await?;
    services::services(field).await?;
    people::contacts(field, &helpers).await?;
    people::clients(field, &mut helpers).await?;
    cards::cards(field, &mut helpers).await?;
    stories::stories(field, &helpers).await?;
    hints::hints(field, &helpers).await?;
    circles::circles(field, &helpers).await?;
    plans::plans(field, &helpers).await?;
    networks::networks(field, &helpers).await?;
    trust::trust(field, &helpers).await?;
    groups::groups(field, &helpers).await?;
    posts::posts(field, &helpers).await?;
    messages::messages(field, &helpers).await?;
    acquaintances::acquaintances(field, &helpers).await?;
    field.clock.set(SystemClock.now());
    background::round(&field.app).await?;
    registration::set_from_console(&field.app, Registration::Open).await?;
    Ok(())
}

fn bar() -> ProgressBar {
    let bar = ProgressBar::new(0);
    if std::io::stderr().is_terminal() {
        bar.set_draw_target(ProgressDrawTarget::stderr());
        if let Ok(style) = ProgressStyle::with_template("{msg:24} {wide_bar} {pos}/{len} {eta}") {
            bar.set_style(style);
        }
    } else {
        bar.set_draw_target(ProgressDrawTarget::hidden());
        say("Building the demo; this takes a little while.");
    }
    bar
}
