//! The application: what every use case needs, put together once at start.

use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use argonaut_domain::audit::{AuditEntry, Deed};
use argonaut_domain::clock::{Clock, Timestamp};
use argonaut_domain::ids::{AuditId, HelperId};
use argonaut_privacy::gate::Thresholds;
use argonaut_privacy::second_factor::Passkeys;
use argonaut_privacy::vault::{
    KdfCost, OrganisationKey, PasswordKdf, Pepper, ServerKey, VaultConfig,
};
use argonaut_store::Store;
use rand::rngs::StdRng;
use rand::{Rng, SeedableRng as _};
use tokio::sync::Semaphore;
use uuid::Uuid;

use crate::error::Trouble;
use crate::limits::{Limits, Memories, Seats, seat};
use crate::notices::live::Listening;
use crate::told::Means;
use crate::world::{Keeper, World};

/// What the application is made of.
pub struct AppConfig {
    /// The open database.
    pub store: Store,
    /// The clock.
    pub clock: Arc<dyn Clock>,
    /// The source of randomness: cryptographic, seeded by the machine, or by
    /// the demo's seed.
    pub rng: StdRng,
    /// The server's secret input to the password hash.
    pub pepper: Pepper,
    /// The cost of the password hash.
    pub kdf_cost: KdfCost,
    /// The gate's thresholds.
    pub thresholds: Thresholds,
}

/// What the composition root decides about signing in and coming back.
#[derive(Clone, Debug)]
pub struct SignInRules {
    /// The address people type: passkeys are bound to its name.
    pub public_url: String,
    /// Days between asking trusted contacts for help and a new password, at least one.
    pub recovery_wait_days: i64,
    /// The organisation's recovery key, if there is one.
    pub organisation_key: Option<OrganisationKey>,
}

/// The rules, ready for use.
pub(crate) struct Doorkeeper {
    pub(crate) passkeys: Option<Passkeys>,
    pub(crate) site: String,
    pub(crate) wait_days: i64,
    pub(crate) organisation: Option<OrganisationKey>,
}

impl Default for SignInRules {
    fn default() -> Self {
        Self {
            public_url: "http://localhost".to_owned(),
            recovery_wait_days: 3,
            organisation_key: None,
        }
    }
}

impl From<SignInRules> for Doorkeeper {
    fn from(rules: SignInRules) -> Self {
        let site = rules
            .public_url
            .split_once("://")
            .map_or(rules.public_url.as_str(), |(_, host)| host);
        Self {
            passkeys: Passkeys::of(&rules.public_url),
            site: site.to_owned(),
            wait_days: rules.recovery_wait_days.max(1),
            organisation: rules.organisation_key,
        }
    }
}

/// The application.
pub struct App {
    /// Storage.
    pub(crate) store: Store,
    clock: Arc<dyn Clock>,
    rng: Mutex<StdRng>,
    pub(crate) kdf: Kdf,
    keeper: Keeper,
    pub(crate) thresholds: Thresholds,
    pub(crate) server_key: ServerKey,
    pub(crate) door: Doorkeeper,
    pub(crate) limits: Limits,
    pub(crate) memories: Memories,
    pub(crate) listening: Listening,
    /// Pictures are decoded two at a time: each may take much memory.
    pub(crate) pictures: Semaphore,
    pub(crate) means: Means,
}

impl App {
    /// Puts the application together.
    pub fn new(config: AppConfig) -> Self {
        Self {
            store: config.store,
            clock: config.clock,
            rng: Mutex::new(config.rng),
            server_key: config.pepper.server_key(),
            door: SignInRules::default().into(),
            kdf: Kdf::new(config.pepper, config.kdf_cost),
            keeper: Keeper::new(config.thresholds),
            thresholds: config.thresholds,
            limits: Limits::default(),
            memories: Memories::default(),
            listening: Listening::default(),
            pictures: Semaphore::new(2),
            means: Means::default(),
        }
    }
    /// Tells people outside the page by these means.
    #[must_use]
    pub fn telling_by(mut self, means: Means) -> Self {
        self.means = means;
        self
    }
    /// Keeps the cards on show in this file between its end and its next start.
    #[must_use]
    pub fn keeping(mut self, file: PathBuf) -> Self {
        self.keeper.keep_in(file);
        self
    }
    /// Signs people in by these rules.
    #[must_use]
    pub fn ruled(mut self, rules: SignInRules) -> Self {
        self.door = rules.into();
        self
    }
    /// Allows so much of everything.
    #[must_use]
    pub fn limited(mut self, limits: Limits) -> Self {
        self.limits = limits;
        self
    }
    /// Writes down the cards on show, where a file was named for them.
    pub async fn keep(&self) {
        self.keeper.keep(&self.store).await;
    }
    /// The present.
    pub fn now(&self) -> Timestamp {
        self.clock.now()
    }
    /// A source of randomness of one's own.
    pub(crate) fn rng(&self) -> StdRng {
        let mut seed = <StdRng as rand::SeedableRng>::Seed::default();
        self.rng
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .fill_bytes(&mut seed);
        StdRng::from_seed(seed)
    }
    /// The audit entry of a deed.
    pub(crate) fn entry(&self, actor: Option<HelperId>, deed: Deed, subject: Uuid) -> AuditEntry {
        let at = self.now();
        AuditEntry {
            id: AuditId::ordered(at, &mut self.rng()),
            at,
            actor,
            deed,
            subject,
        }
    }
    /// Whether the database answers: readiness.
    ///
    /// # Errors
    /// When it does not.
    pub async fn ready(&self) -> Result<(), Trouble> {
        Ok(self.store.read().await?.ping().await?)
    }
    /// Catches up with what changed, here or on other nodes. Called after every
    /// act that changes what others see, and from time to time.
    ///
    /// # Errors
    /// When storage fails.
    pub async fn refresh(&self) -> Result<(), Trouble> {
        self.keeper.catch_up(&self.store, self.now()).await
    }
    /// The picture of the world at this moment.
    pub(crate) fn world(&self) -> Arc<World> {
        self.keeper.set_today(self.now());
        self.keeper.world()
    }
    /// The world's keeper, with the engine.
    pub(crate) const fn keeper(&self) -> &Keeper {
        &self.keeper
    }
    /// Writes down what the next start wants, and closes the database, for a
    /// clean end.
    pub async fn close(&self) {
        self.keep().await;
        self.store.close().await;
    }
}

/// The password hash behind a bounded queue: two at once, few waiting, and
/// everybody else is told to come back. Each takes 64 MiB and some 100 ms.
pub struct Kdf {
    vault: PasswordKdf,
    running: Semaphore,
    waiting: AtomicUsize,
    seats: Seats,
}

/// At once.
const RUNNING: usize = 2;
/// In the queue, running ones included.
const QUEUE: usize = 24;
/// Of these, for people whom nothing speaks for: a browser that never knew the password, a
/// new account. The rest stays for those who have signed in, or hold a right recovery code.
const QUEUE_OF_STRANGERS: usize = 16;
/// Of one address.
const QUEUE_OF_ADDRESS: usize = 6;

/// Too many wait for the password hash.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct TooBusy {
    /// Seconds to wait.
    pub(crate) retry_after: u32,
}

impl Kdf {
    fn new(pepper: Pepper, cost: KdfCost) -> Self {
        Self {
            vault: PasswordKdf::new(VaultConfig { pepper, cost }),
            running: Semaphore::new(RUNNING),
            waiting: AtomicUsize::new(0),
            seats: Seats::default(),
        }
    }
    /// The password function, for work that [`Kdf::run`] schedules.
    pub(crate) fn vault(&self) -> PasswordKdf {
        self.vault.clone()
    }
    /// Whether there is room for somebody whom nothing speaks for.
    pub(crate) fn has_room_for_strangers(&self) -> Result<(), TooBusy> {
        if self.waiting.load(Ordering::Acquire) < QUEUE_OF_STRANGERS {
            return Ok(());
        }
        Err(TooBusy { retry_after: 5 })
    }
    /// Runs password work on a thread that may block, when its turn comes.
    pub(crate) async fn run<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<Result<T, Trouble>, TooBusy> {
        struct Leave<'a>(&'a AtomicUsize);
        impl Drop for Leave<'_> {
            fn drop(&mut self) {
                self.0.fetch_sub(1, Ordering::AcqRel);
            }
        }
        let ahead = self.waiting.fetch_add(1, Ordering::AcqRel);
        let leave = Leave(&self.waiting);
        if ahead >= QUEUE {
            return Err(TooBusy { retry_after: 5 });
        }
        let Some(_seat) = seat(&self.seats, QUEUE_OF_ADDRESS) else {
            return Err(TooBusy { retry_after: 5 });
        };
        let Ok(permit) = self.running.acquire().await else {
            return Ok(Err(Trouble::Bug("the password queue is closed".to_owned())));
        };
        let done = tokio::task::spawn_blocking(work).await;
        drop(permit);
        drop(leave);
        Ok(done.map_err(|error| Trouble::Bug(format!("password work: {error}"))))
    }
}
