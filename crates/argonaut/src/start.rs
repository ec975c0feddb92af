//! The composition root: puts the application together from the settings, with
//! the machine's clock and randomness.

use std::path::PathBuf;
use std::sync::Arc;

use argonaut_app::told::Means;
use argonaut_app::{App, AppConfig, SignInRules, Trouble};
use argonaut_domain::clock::{Clock, SystemClock};
use argonaut_privacy::vault::{KdfCost, Pepper};
use argonaut_store::{Backend, Store, StoreError};
use rand::SeedableRng as _;
use rand::rngs::{StdRng, SysRng};
use thiserror::Error;

use crate::config::Settings;
use crate::data_dir::{self, DataDirError};

/// Why the application cannot be put together.
#[derive(Debug, Error)]
pub(crate) enum StartError {
    /// The data folder cannot be used.
    #[error(transparent)]
    DataDir(#[from] DataDirError),
    /// The database cannot be opened.
    #[error("{name}: the database cannot be opened; {what_to_do}")]
    Database {
        name: String,
        what_to_do: &'static str,
        source: StoreError,
    },
    /// The machine has no randomness to give.
    #[error("the machine gives no randomness")]
    NoRandomness,
    /// The password hash would not protect anybody.
    #[error("the cost of the password hash does not protect people; this build must not serve")]
    CheapPasswords,
    /// The application does not start.
    #[error("the application does not start")]
    Trouble(#[from] Trouble),
}

/// The application as it runs for real people.
pub(crate) async fn app(settings: &Settings) -> Result<Arc<App>, StartError> {
    let cost = KdfCost::standard();
    if !cost.protects_people() {
        return Err(StartError::CheapPasswords);
    }
    let ground = ground(settings).await?;
    let app = build(
        ground,
        settings,
        Arc::new(SystemClock),
        machine_rng()?,
        cost,
    );
    app.refresh().await?;
    Ok(app)
}

/// What the application stands on.
pub(crate) struct Ground {
    pub(crate) store: Store,
    pub(crate) pepper: Pepper,
}

/// Opens the data folder and the database.
pub(crate) async fn ground(settings: &Settings) -> Result<Ground, StartError> {
    data_dir::make(&settings.data_dir)?;
    let pepper_file = settings
        .pepper_file
        .clone()
        .unwrap_or_else(|| settings.data_dir.join("pepper"));
    let pepper = data_dir::pepper(&pepper_file, &mut machine_rng()?)?;
    let backend = backend(settings);
    let store = Store::open(&backend)
        .await
        .map_err(|source| match &backend {
            Backend::Sqlite(path) => StartError::Database {
                name: path.display().to_string(),
                what_to_do: "check that the folder exists and that you may write in it",
                source,
            },
            // The address can hold a password, so it is not shown.
            Backend::Postgres(_) => StartError::Database {
                name: "PostgreSQL".to_owned(),
                what_to_do: "check that the server runs and that user, password and database \
                             in the address are right",
                source,
            },
        })?;
    Ok(Ground { store, pepper })
}

/// The database of the settings.
pub(crate) fn backend(settings: &Settings) -> Backend {
    let in_folder = || -> PathBuf { settings.data_dir.join("argonaut.db") };
    settings
        .database
        .clone()
        .unwrap_or_else(|| Backend::Sqlite(in_folder()))
}

/// Puts the application together.
pub(crate) fn build(
    ground: Ground,
    settings: &Settings,
    clock: Arc<dyn Clock>,
    rng: StdRng,
    kdf_cost: KdfCost,
) -> Arc<App> {
    let app = App::new(AppConfig {
        store: ground.store,
        clock,
        rng,
        pepper: ground.pepper,
        kdf_cost,
        thresholds: settings.thresholds,
    })
    .ruled(SignInRules {
        public_url: settings.public_url.clone(),
        recovery_wait_days: settings.recovery_wait_days,
        organisation_key: settings.recovery_key,
    })
    .limited(settings.limits.clone())
    .telling_by(Means {
        mail: settings.mail.is_some(),
        push: settings.push,
    });
    Arc::new(match &settings.snapshot {
        Some(file) => app.keeping(file.clone()),
        None => app,
    })
}

/// Randomness seeded by the machine.
pub(crate) fn machine_rng() -> Result<StdRng, StartError> {
    StdRng::try_from_rng(&mut SysRng).map_err(|_| StartError::NoRandomness)
}
