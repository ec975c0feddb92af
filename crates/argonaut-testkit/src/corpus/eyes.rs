//! The eyes with which a corpus is measured: as many facts as a helper has, and
//! no database behind them.

use argonaut_domain::clock::Week;
use argonaut_domain::helper::Reach;
use argonaut_domain::ids::HelperId;
use argonaut_engine::{Context, Entry, Familiar, ListingId};

use super::{THIS_WEEK, is_narrow};

/// One helper's view of a corpus: whom they trust, who their contacts are, and
/// whom they blocked. They see every card for everyone, and their contacts' others.
#[derive(Clone, Debug)]
pub struct Eyes {
    own: HelperId,
    /// Sorted by helper, each once.
    trust: Vec<(HelperId, f64)>,
    contacts: Vec<HelperId>,
    blocks: Vec<HelperId>,
}

impl Eyes {
    /// The eyes of `own`. Whom `trust` does not name is not trusted.
    pub fn new(
        own: HelperId,
        mut trust: Vec<(HelperId, f64)>,
        contacts: impl IntoIterator<Item = HelperId>,
        blocks: impl IntoIterator<Item = HelperId>,
    ) -> Self {
        fn sorted(list: impl IntoIterator<Item = HelperId>) -> Vec<HelperId> {
            let mut list: Vec<HelperId> = list.into_iter().collect();
            list.sort_unstable();
            list.dedup();
            list
        }
        trust.sort_by_key(|(helper, _)| *helper);
        trust.dedup_by_key(|(helper, _)| *helper);
        Self {
            own,
            trust,
            contacts: sorted(contacts),
            blocks: sorted(blocks),
        }
    }

    /// Whose eyes they are.
    pub const fn own(&self) -> HelperId {
        self.own
    }
    /// Whom they trust, and how much.
    pub fn trusted(&self) -> &[(HelperId, f64)] {
        &self.trust
    }
    /// Their contacts.
    pub fn contacts(&self) -> &[HelperId] {
        &self.contacts
    }
    /// Whom they blocked.
    pub fn blocks(&self) -> &[HelperId] {
        &self.blocks
    }

    fn sees_of(&self, id: ListingId, owner: Option<HelperId>) -> bool {
        let Some(owner) = owner else { return true };
        if owner == self.own {
            return true;
        }
        let is_open = match id {
            ListingId::Card(card) => !is_narrow(card) || self.is_contact(owner),
            ListingId::Helper(_) | ListingId::Service(_) => true,
        };
        is_open && self.blocks.binary_search(&owner).is_err()
    }
    fn is_contact(&self, helper: HelperId) -> bool {
        self.contacts.binary_search(&helper).is_ok()
    }
}

impl Context for Eyes {
    fn sees(&self, listing: &Entry) -> bool {
        self.sees_of(listing.id, listing.owner)
    }
    fn is_own(&self, listing: &Entry) -> bool {
        listing.owner == Some(self.own)
    }
    fn reaches(&self, reach: Reach, owner: HelperId) -> bool {
        match reach {
            Reach::Everyone => true,
            Reach::Contacts => self.is_contact(owner),
            Reach::Nobody => owner == self.own,
        }
    }
    /// A card for everyone hides its owner, even a contact.
    fn shows_contact(&self, listing: &Entry) -> bool {
        let is_hidden = match listing.id {
            ListingId::Card(card) => !is_narrow(card),
            ListingId::Helper(_) | ListingId::Service(_) => false,
        };
        !is_hidden && listing.owner.is_some_and(|owner| self.is_contact(owner))
    }
    fn trust(&self, owner: HelperId) -> f64 {
        self.trust
            .binary_search_by_key(&owner, |(helper, _)| *helper)
            .ok()
            .and_then(|place| self.trust.get(place))
            .map_or(0.0, |(_, trust)| *trust)
    }
    fn familiar(&self) -> Option<Familiar> {
        Some(Familiar {
            usual: 0.0,
            helpers: self.trust.iter().map(|(helper, _)| *helper).collect(),
        })
    }
    fn today(&self) -> Week {
        THIS_WEEK
    }
}
