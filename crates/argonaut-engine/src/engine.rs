//! The engine: holds the current snapshot and replaces it on change. Readers
//! take a snapshot and never wait for a writer's work.

use std::sync::{Arc, Mutex, PoisonError, RwLock};

use crate::listing::{Listing, ListingId};
use crate::snapshot::Snapshot;
use crate::weights::Weights;

/// A change of the listings.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(
    clippy::large_enum_variant,
    reason = "changes are few, and gone once they are applied"
)]
pub enum Change {
    /// A listing is new, or says something else now.
    Upsert(Listing),
    /// A listing is gone.
    Remove(ListingId),
}

/// The matching engine. Share it in an `Arc`.
#[derive(Debug)]
pub struct Engine {
    /// Held only for the moment in which the pointer is read or replaced.
    current: RwLock<Arc<Snapshot>>,
    /// Held by a writer while it builds the next snapshot.
    writing: Mutex<()>,
}

impl Default for Engine {
    fn default() -> Self {
        Self::new()
    }
}

impl Engine {
    /// An engine without listings, with the default weights.
    pub fn new() -> Self {
        Self::with_weights(Weights::default())
    }
    /// An engine without listings, with these weights.
    pub fn with_weights(weights: Weights) -> Self {
        Self {
            current: RwLock::new(Arc::new(Snapshot::empty(weights))),
            writing: Mutex::new(()),
        }
    }

    /// Replaces everything by these listings, and begins a new epoch. Of two
    /// listings with one id the later counts.
    pub fn load(&self, listings: Vec<Listing>) {
        self.replace(|old| old.reloaded(listings));
    }
    /// Takes over changes, in order. The next [`Engine::snapshot`] shows them
    /// all; no snapshot ever shows some of them.
    pub fn apply(&self, changes: Vec<Change>) {
        if !changes.is_empty() {
            self.replace(|old| old.changed(changes));
        }
    }

    /// The listings as they are now; what is read from it never changes.
    pub fn snapshot(&self) -> Arc<Snapshot> {
        // A poisoned lock still holds a complete snapshot: the pointer is
        // replaced in one step.
        Arc::clone(&self.current.read().unwrap_or_else(PoisonError::into_inner))
    }
    /// Which epoch it is: grows when the weights of interests are counted anew.
    pub fn epoch(&self) -> u64 {
        self.snapshot().epoch()
    }

    fn replace(&self, next: impl FnOnce(&Snapshot) -> Snapshot) {
        let _one_writer = self.writing.lock().unwrap_or_else(PoisonError::into_inner);
        let next = Arc::new(next(&self.snapshot()));
        let previous = {
            let mut current = self.current.write().unwrap_or_else(PoisonError::into_inner);
            std::mem::replace(&mut *current, next)
        };
        // Freed after the lock: taking a large snapshot apart takes time.
        drop(previous);
    }
}
