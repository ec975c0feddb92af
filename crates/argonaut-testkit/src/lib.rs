//! For tests alone: a running application on either database, and builders
//! that bring it into any state through its own use cases.

#![expect(
    clippy::expect_used,
    clippy::panic,
    reason = "this crate is test code: it fails loudly"
)]

mod builders;
pub mod corpus;
mod database;
mod push;
mod site;
mod smtp;
mod tamper;

use std::path::Path;
use std::sync::Arc;

use argonaut_app::told::Means;
use argonaut_app::{App, AppConfig, SignInRules};
use argonaut_domain::clock::{ManualClock, Timestamp};
use argonaut_privacy::gate::Thresholds;
use argonaut_privacy::vault::{KdfCost, Pepper};
use argonaut_store::Store;
use jiff::civil::Date;
use rand::SeedableRng as _;
use rand::rngs::StdRng;

pub use builders::PASSWORD;
pub use database::Database;
pub use push::{Handed, PushBrowser, PushService};
pub use site::{Answer, Browser, Events, Site};
pub use smtp::{Mail, SmtpServer};

/// The day on which every test begins: a Monday.
pub const FIRST_DAY: Date = Date::constant(2026, 11, 23);

/// A running application with a clock that a test can move.
pub struct TestApp {
    /// The application.
    pub app: Arc<App>,
    /// Its clock.
    pub clock: Arc<ManualClock>,
    /// Where its database is.
    pub database: Database,
}

impl TestApp {
    /// On a new SQLite file.
    pub async fn sqlite() -> Self {
        Self::on(Database::sqlite()).await
    }

    /// On a new database of the test server; `None` where there is none and
    /// none is demanded.
    pub async fn postgres() -> Option<Self> {
        Some(Self::on(Database::postgres().await?).await)
    }

    async fn on(database: Database) -> Self {
        let clock = Arc::new(ManualClock::at(
            Timestamp::from_date(FIRST_DAY).plus_minutes(9 * 60),
        ));
        let app = node(&database, &clock, 1, None).await;
        let test = Self {
            app,
            clock,
            database,
        };
        test.open_doors().await;
        test
    }

    /// The application of a SQLite file that an earlier one left behind; with chance of
    /// its own, or it would draw what the earlier one drew.
    pub async fn again(file: std::path::PathBuf, seed: u64) -> Self {
        let database = Database::existing(file);
        let clock = Arc::new(ManualClock::at(
            Timestamp::from_date(FIRST_DAY).plus_minutes(9 * 60),
        ));
        let app = node(&database, &clock, seed, None).await;
        Self {
            app,
            clock,
            database,
        }
    }

    /// The same, where the instance has a mail server.
    pub async fn mailing(mut self) -> Self {
        self.app = self.mailing_node(5).await;
        self
    }
    /// Another node that has a mail server, with chance of its own.
    pub async fn mailing_node(&self, seed: u64) -> Arc<App> {
        let app = bare_node(&self.database, &self.clock, seed).await;
        let app = app.telling_by(Means {
            mail: true,
            push: true,
        });
        app.refresh().await.expect("the world is built");
        Arc::new(app)
    }
    /// A second node on the same database.
    pub async fn another_node(&self) -> Arc<App> {
        node(&self.database, &self.clock, 2, None).await
    }
    /// Another node, with these rules for signing in.
    pub async fn ruled_node(&self, rules: SignInRules) -> Arc<App> {
        let app = bare_node(&self.database, &self.clock, 4).await.ruled(rules);
        app.refresh().await.expect("the world is built");
        Arc::new(app)
    }
    /// Another node, which keeps the cards on show in a file.
    pub async fn node_keeping(&self, file: &Path) -> Arc<App> {
        node(&self.database, &self.clock, 3, Some(file)).await
    }
}

async fn node(
    database: &Database,
    clock: &Arc<ManualClock>,
    seed: u64,
    kept: Option<&Path>,
) -> Arc<App> {
    let app = bare_node(database, clock, seed).await;
    let app = match kept {
        Some(file) => app.keeping(file.to_owned()),
        None => app,
    };
    app.refresh().await.expect("the world is built");
    Arc::new(app)
}

async fn bare_node(database: &Database, clock: &Arc<ManualClock>, seed: u64) -> App {
    let store = Store::open(database.backend())
        .await
        .expect("the test database opens");
    App::new(AppConfig {
        store,
        clock: Arc::clone(clock) as Arc<dyn argonaut_domain::clock::Clock>,
        pepper: Pepper::generate(&mut StdRng::seed_from_u64(7)),
        rng: StdRng::seed_from_u64(seed),
        kdf_cost: KdfCost::for_tests(),
        thresholds: Thresholds::default(),
    })
}

/// Makes two tests of each story: one on SQLite, one on PostgreSQL.
#[macro_export]
macro_rules! on_both {
    ($($story:ident),+ $(,)?) => {
        mod sqlite {
            $(#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn $story() { super::$story($crate::TestApp::sqlite().await).await; })+
        }
        mod postgres {
            $(#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn $story() {
                if let Some(test) = $crate::TestApp::postgres().await { super::$story(test).await; }
            })+
        }
    };
}
