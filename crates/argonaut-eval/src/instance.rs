//! An instance of the program for measuring: in a folder, with one helper, and
//! with the cheap password hash, since nobody's data is in it.

use std::error::Error;
use std::path::Path;
use std::sync::Arc;

use argonaut_app::accounts::register::{NewAccount, register};
use argonaut_app::accounts::registration::{Registration, set_from_console};
use argonaut_app::accounts::sign_in::sign_in;
use argonaut_app::{App, AppConfig, SignedIn};
use argonaut_domain::clock::SystemClock;
use argonaut_privacy::gate::Thresholds;
use argonaut_privacy::vault::{KdfCost, Pepper};
use argonaut_store::{Backend, Store};
use rand::SeedableRng as _;
use rand::rngs::StdRng;

const PASSWORD: &str = "lantern tuba quiet maple";
const HANDLE: &str = "measured";

/// Opens the instance in this folder, or at `database` when that is given.
/// `seed` makes its randomness: another one for each process on one database.
pub(crate) async fn open(
    folder: &Path,
    database: Option<&str>,
    seed: u64,
) -> Result<App, Box<dyn Error>> {
    let app = bare(folder, database, seed).await?;
    app.refresh().await?;
    Ok(app)
}

/// The same, before it has looked at what there is.
pub(crate) async fn bare(
    folder: &Path,
    database: Option<&str>,
    seed: u64,
) -> Result<App, Box<dyn Error>> {
    let backend = match database {
        Some(url) => Backend::parse(url).ok_or("a database is sqlite:PATH or postgres://…")?,
        None => Backend::Sqlite(folder.join("measured.db")),
    };
    Ok(App::new(AppConfig {
        store: Store::open(&backend).await?,
        clock: Arc::new(SystemClock),
        pepper: Pepper::generate(&mut StdRng::seed_from_u64(7)),
        rng: StdRng::seed_from_u64(seed),
        kdf_cost: KdfCost::for_tests(),
        thresholds: Thresholds::default(),
    }))
}

/// Makes the helper of a new instance.
pub(crate) async fn helper(app: &App) -> Result<SignedIn, Box<dyn Error>> {
    set_from_console(app, Registration::Open).await?;
    another(app, HANDLE).await
}

/// Makes another helper.
pub(crate) async fn another(app: &App, handle: &str) -> Result<SignedIn, Box<dyn Error>> {
    let account = NewAccount {
        befriend: false,
        name: "Measured Helper".to_owned(),
        handle: handle.to_owned(),
        password: PASSWORD.into(),
        invitation: None,
        locale: None,
        device: String::new(),
    };
    let session = register(app, account)
        .await?
        .session
        .ok_or("an open door gives a session")?;
    Ok(session.who)
}

/// Signs the helper in again.
pub(crate) async fn helper_again(app: &App) -> Result<SignedIn, Box<dyn Error>> {
    Ok(sign_in(app, HANDLE, PASSWORD.into(), "").await?.who)
}
