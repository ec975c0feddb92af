//! The engine: holds the current snapshot and replaces it on change. Readers
//! take a snapshot and never wait for a writer's work, but for the few
//! microseconds of a change that is made in place while nobody reads.

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

impl Change {
    fn tidy(self) -> Self {
        match self {
            Self::Upsert(listing) => Self::Upsert(listing.tidy()),
            Self::Remove(id) => Self::Remove(id),
        }
    }
}

/// The matching engine. Share it in an `Arc`.
#[derive(Debug)]
pub struct Engine {
    /// Held only for the moment in which the pointer is read or replaced, or one
    /// card is changed in place.
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
        let _one_writer = self.writing.lock().unwrap_or_else(PoisonError::into_inner);
        self.put(self.snapshot().reloaded(listings));
    }
    /// Takes over changes, in order. The next [`Engine::snapshot`] shows them
    /// all; no snapshot ever shows some of them, and one that was taken before
    /// shows none.
    pub fn apply(&self, changes: Vec<Change>) {
        if changes.is_empty() {
            return;
        }
        let changes: Vec<Change> = changes.into_iter().map(Change::tidy).collect();
        let _one_writer = self.writing.lock().unwrap_or_else(PoisonError::into_inner);
        {
            let mut current = self.current.write().unwrap_or_else(PoisonError::into_inner);
            // Nobody reads it, and it is soon done: no copy is needed.
            if let Some(snapshot) = Arc::get_mut(&mut current)
                && snapshot.is_light(&changes)
            {
                snapshot.change(changes);
                return;
            }
        }
        let mut next = Snapshot::clone(&self.snapshot());
        next.change(changes);
        self.put(next);
    }

    /// Scores by these constants from now on; the listings stay as they are. Nothing of a
    /// score is kept between questions, so that the next one is exact by the new constants.
    pub fn set_weights(&self, weights: Weights) {
        let _one_writer = self.writing.lock().unwrap_or_else(PoisonError::into_inner);
        let current = self.snapshot();
        if *current.weights() != weights {
            self.put(current.weighed(weights));
        }
    }

    /// The listings as they are now; what is read from it never changes.
    pub fn snapshot(&self) -> Arc<Snapshot> {
        // Under the lock the pointer is replaced in one step, or one card is
        // changed by code that has nothing to panic at: what is there is whole.
        Arc::clone(&self.current.read().unwrap_or_else(PoisonError::into_inner))
    }
    /// Which epoch it is: grows when the weights of interests are counted anew.
    pub fn epoch(&self) -> u64 {
        self.snapshot().epoch()
    }

    fn put(&self, next: Snapshot) {
        let next = Arc::new(next);
        let previous = {
            let mut current = self.current.write().unwrap_or_else(PoisonError::into_inner);
            std::mem::replace(&mut *current, next)
        };
        // Freed after the lock: taking a large snapshot apart takes time.
        drop(previous);
    }
}
