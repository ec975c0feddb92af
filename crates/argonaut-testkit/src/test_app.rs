//! A whole application with a clock that stands still and a seeded source of
//! randomness, on a database of its own.

use std::sync::Arc;

use argonaut_app::{App, AppConfig};
use argonaut_domain::clock::{ManualClock, Timestamp};
use argonaut_privacy::gate::Thresholds;
use argonaut_privacy::vault::{KdfCost, Pepper};
use argonaut_store::Store;
use argonaut_web::Web;
use argonaut_web::security::Reach;
use jiff::civil::Date;
use rand::SeedableRng as _;
use rand::rngs::StdRng;
use tokio_util::sync::CancellationToken;

use crate::browser::Browser;
use crate::database::Database;

/// An application under test.
pub struct TestApp {
    /// The application.
    pub app: Arc<App>,
    /// Its clock: noon of a Monday, until a test moves it.
    pub clock: Arc<ManualClock>,
    /// Its storage, to look behind the use cases.
    pub store: Store,
    pub(crate) database: Database,
}

impl TestApp {
    /// On a fresh SQLite database.
    pub async fn sqlite() -> Self {
        Self::on(Database::sqlite()).await
    }

    /// On this database.
    pub async fn on(database: Database) -> Self {
        let noon = Timestamp::from_date(Date::constant(2026, 11, 23)).plus_minutes(12 * 60);
        let clock = Arc::new(ManualClock::at(noon));
        let store = Store::open(&database.backend()).await.unwrap();
        let app = node(store.clone(), Arc::clone(&clock), 1).await;
        Self {
            app,
            clock,
            store,
            database,
        }
    }

    /// A second node on the same database.
    pub async fn second_node(&self) -> Arc<App> {
        let store = Store::open(&self.database.backend()).await.unwrap();
        node(store, Arc::clone(&self.clock), 2).await
    }

    /// Moves the clock on, and lets time do its work.
    pub async fn days_pass(&self, days: i64) {
        self.clock.advance_days(days);
        argonaut_app::background::round(&self.app).await.unwrap();
    }

    /// A browser without windows and without cookies.
    pub fn browser(&self) -> Browser {
        Browser::new(argonaut_web::router(Web {
            app: Arc::clone(&self.app),
            reach: Reach::Loopback,
            shutdown: CancellationToken::new(),
        }))
    }
}

async fn node(store: Store, clock: Arc<ManualClock>, seed: u64) -> Arc<App> {
    let app = App::new(AppConfig {
        store,
        clock,
        rng: StdRng::seed_from_u64(seed),
        pepper: Pepper::from_bytes(b"the pepper of all of these tests").unwrap(),
        kdf_cost: KdfCost::for_tests(),
        thresholds: Thresholds::default(),
    });
    app.refresh().await.unwrap();
    Arc::new(app)
}
