//! The engine's questions about the asking helper, answered by the one
//! visibility filter and by what was put aside for the client.

use std::collections::HashSet;
use std::sync::Arc;

use argonaut_domain::access::{OwnerSight, Sight, Viewer};
use argonaut_domain::clock::{Timestamp, Week};
use argonaut_domain::helper::Reach;
use argonaut_domain::ids::{ClientId, HelperId};
use argonaut_domain::introduction::Party;
use argonaut_domain::trust::TrustField;
use argonaut_engine::{Context, Entry, Familiar, ListingId};
use argonaut_store::MatchRow;

use crate::world::World;

/// One helper's eyes, for one question.
pub(crate) struct Eyes {
    pub(crate) viewer: Viewer,
    pub(crate) world: Arc<World>,
    pub(crate) now: Timestamp,
    aside: HashSet<ListingId>,
}

impl Eyes {
    pub(crate) fn new(viewer: Viewer, world: Arc<World>, now: Timestamp) -> Self {
        Self {
            viewer,
            world,
            now,
            aside: HashSet::new(),
        }
    }
    /// The same eyes, which rely on others as the helper does in this field.
    pub(crate) fn relying(mut self, field: TrustField) -> Self {
        if let Some(me) = self.viewer.helper() {
            let opinions = self.world.trust.opinions(me, field);
            self.viewer = self.viewer.regarding(Arc::clone(&opinions.regards));
        }
        self
    }
    /// The same eyes, for a client for whom some listings were put aside.
    pub(crate) fn without<'a>(mut self, listings: impl Iterator<Item = &'a str>) -> Self {
        let listings = listings.filter_map(|listing| listing.parse::<ListingId>().ok());
        self.aside.extend(listings);
        self
    }
    /// The same eyes, for a client of these matches: who said no, or heard it, rests.
    pub(crate) fn letting_rest(mut self, client: ClientId, matches: &[MatchRow]) -> Self {
        let parked = matches.iter().filter(|row| row.joint.is_parked(self.now));
        self.aside.extend(parked.filter_map(|row| {
            let other = row.joint.side_of_client(client)?.other();
            match *row.joint.parties.of(other) {
                // By its card and not by whom it is of: a later card that hides its owner
                // would be known by its absence.
                Party::Client { card, .. } => card.map(ListingId::Card),
                Party::Helper => Some(ListingId::Helper(row.joint.helper(other))),
                Party::Open => None,
            }
        }));
        self
    }
    fn sight(&self, id: ListingId) -> Sight {
        match id {
            ListingId::Card(card) => self.world.cards.get(&card).map_or(Sight::Nothing, |card| {
                self.world.sight(&self.viewer, card, self.now)
            }),
            ListingId::Helper(_) | ListingId::Service(_) => Sight::Nothing,
        }
    }
}

impl Context for Eyes {
    fn sees(&self, listing: &Entry) -> bool {
        let id = listing.id;
        if self.aside.contains(&id) {
            return false;
        }
        self.sight(id) == Sight::Own || self.world.finds(&self.viewer, id, self.now)
    }
    fn is_own(&self, listing: &Entry) -> bool {
        match listing.id {
            ListingId::Helper(helper) => self.viewer.helper() == Some(helper),
            id @ (ListingId::Card(_) | ListingId::Service(_)) => self.sight(id) == Sight::Own,
        }
    }
    fn reaches(&self, reach: Reach, owner: HelperId) -> bool {
        self.viewer.reaches(reach, owner)
    }
    fn shows_contact(&self, listing: &Entry) -> bool {
        let Some(owner) = listing.owner.filter(|owner| self.viewer.is_contact(*owner)) else {
            return false;
        };
        match listing.id {
            id @ ListingId::Card(_) => self.sight(id) == Sight::Seen(OwnerSight::Shown),
            ListingId::Helper(helper) => helper == owner,
            ListingId::Service(_) => false,
        }
    }
    fn trust(&self, owner: HelperId) -> f64 {
        self.viewer.trust(owner)
    }
    fn trust_in(&self, listing: &Entry) -> f64 {
        let Some(owner) = listing.owner else {
            return 1.0;
        };
        match self.sight(listing.id) {
            Sight::Seen(OwnerSight::Hidden) => self.viewer.trust_hidden(owner),
            Sight::Seen(OwnerSight::Shown) | Sight::Own | Sight::Nothing => {
                self.viewer.trust(owner)
            }
        }
    }
    fn most_trust(&self, owner: HelperId) -> f64 {
        self.viewer
            .trust(owner)
            .max(self.viewer.trust_hidden(owner))
    }
    fn familiar(&self) -> Option<Familiar> {
        Some(Familiar {
            usual: Viewer::USUAL_TRUST,
            helpers: self.viewer.familiar().collect(),
        })
    }
    fn today(&self) -> Week {
        self.now.week()
    }
}
