//! Who may see what, told a second time from the design (sections 4 and 5) and from nothing
//! of the product: plain facts of a world, and a few lines of rules over them.

use std::collections::BTreeSet;

/// Who finds a helper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Listed {
    Everyone,
    Contacts,
    Nobody,
}

/// Whom a card is for; helpers by their number.
#[derive(Clone, Debug)]
pub(crate) enum For {
    Everyone,
    Contacts,
    Chosen(Vec<usize>),
}

/// A helper, with words that stand in their name, handle and text alone.
pub(crate) struct HelperFact {
    pub(crate) id: String,
    pub(crate) word: String,
    pub(crate) listed: Listed,
    pub(crate) suspended: bool,
}

/// A client, and the card of theirs, if there is one.
pub(crate) struct ClientFact {
    pub(crate) id: String,
    pub(crate) word: String,
    pub(crate) lead: usize,
    pub(crate) members: Vec<usize>,
    pub(crate) card: Option<(String, For)>,
}

/// What was done in a world.
#[derive(Default)]
pub(crate) struct Facts {
    pub(crate) helpers: Vec<HelperFact>,
    pub(crate) clients: Vec<ClientFact>,
    /// Both said yes. The smaller number first.
    pub(crate) contacts: BTreeSet<(usize, usize)>,
    /// One asked, the other has not answered. The smaller number first.
    pub(crate) asked: BTreeSet<(usize, usize)>,
    /// The first blocked the second.
    pub(crate) blocks: BTreeSet<(usize, usize)>,
    /// The first muted the second: filled when there is muting.
    pub(crate) mutes: BTreeSet<(usize, usize)>,
    /// They talk: an enquiry that was accepted. The smaller number first.
    pub(crate) talks: BTreeSet<(usize, usize)>,
}

/// Two numbers in order.
pub(crate) const fn pair(a: usize, b: usize) -> (usize, usize) {
    if a < b { (a, b) } else { (b, a) }
}

impl Facts {
    pub(crate) fn blocked(&self, a: usize, b: usize) -> bool {
        self.blocks.contains(&(a, b)) || self.blocks.contains(&(b, a))
    }
    pub(crate) fn contact(&self, a: usize, b: usize) -> bool {
        self.contacts.contains(&pair(a, b)) && !self.blocked(a, b)
    }
    /// A block or a suspension takes everything away, whatever else there is.
    pub(crate) fn meets(&self, viewer: usize, other: usize) -> bool {
        !self.helpers[other].suspended && !self.blocked(viewer, other)
    }
    /// In the directory and in searches.
    pub(crate) fn finds(&self, viewer: usize, other: usize) -> bool {
        self.meets(viewer, other)
            && !self.mutes.contains(&(viewer, other))
            && match self.helpers[other].listed {
                Listed::Everyone => true,
                Listed::Contacts => self.contact(viewer, other),
                Listed::Nobody => false,
            }
    }
    /// On a page of their own.
    pub(crate) fn opens(&self, viewer: usize, other: usize) -> bool {
        viewer == other
            || self.finds(viewer, other)
            || self.meets(viewer, other)
                && (self.contacts.contains(&pair(viewer, other))
                    || self.asked.contains(&pair(viewer, other))
                    || self.talks.contains(&pair(viewer, other)))
    }
    pub(crate) fn in_circle(&self, viewer: usize, client: &ClientFact) -> bool {
        client.lead == viewer || client.members.contains(&viewer)
    }
    pub(crate) fn sees_card(&self, viewer: usize, client: &ClientFact) -> bool {
        let Some((_, audience)) = &client.card else {
            return false;
        };
        self.in_circle(viewer, client)
            || self.meets(viewer, client.lead)
                && match audience {
                    For::Everyone => true,
                    For::Contacts => self.contact(viewer, client.lead),
                    For::Chosen(chosen) => chosen.contains(&viewer),
                }
    }
    /// Whether a card that the viewer sees shows them its owner.
    pub(crate) fn sees_owner(&self, viewer: usize, client: &ClientFact) -> bool {
        self.in_circle(viewer, client)
            || self.sees_card(viewer, client)
                && matches!(client.card, Some((_, For::Contacts | For::Chosen(_))))
    }
    fn shown_by_a_card(&self, viewer: usize, other: usize) -> bool {
        self.clients
            .iter()
            .any(|client| client.lead == other && self.sees_owner(viewer, client))
    }
    fn circle_mates(&self, a: usize, b: usize) -> bool {
        self.clients
            .iter()
            .any(|client| self.in_circle(a, client) && self.in_circle(b, client))
    }

    /// Whether a helper's name, handle, words or id may stand on this page for this viewer.
    pub(crate) fn names(&self, viewer: usize, other: usize, path: &str) -> bool {
        if viewer == other {
            return true;
        }
        // Whom I blocked, I may let in again: there, and by name alone.
        if path.starts_with("/contacts") && self.blocks.contains(&(viewer, other)) {
            return true;
        }
        // Whoever can read a record knows who else can, and who did, whatever stands between.
        for client in &self.clients {
            let base = format!("/clients/{}", client.id);
            let Some(page) = path.strip_prefix(&base) else {
                continue;
            };
            if !self.in_circle(viewer, client) {
                return false;
            }
            if matches!(page, "" | "/circle" | "/log" | "/export" | "/export.json")
                && self.in_circle(other, client)
            {
                return true;
            }
            // Whom the card of the record is shown to.
            if let ("/card", Some((_, For::Chosen(chosen)))) = (page, &client.card)
                && chosen.contains(&other)
            {
                return self.meets(viewer, other);
            }
        }
        // On the page of a card, its owner, where the card shows them.
        if let Some(card) = path.strip_prefix("/cards/") {
            return self.meets(viewer, other)
                && self.clients.iter().any(|client| {
                    client.lead == other
                        && client.card.as_ref().is_some_and(|(id, _)| id == card)
                        && self.sees_owner(viewer, client)
                });
        }
        // Where cards of strangers stand, only who shows themselves by one.
        if path.starts_with("/find?kind=card") {
            return self.meets(viewer, other) && self.shown_by_a_card(viewer, other);
        }
        // In the directory, only who is found there.
        if path.starts_with("/find") || path == "/helpers" || path.starts_with("/helpers?") {
            return self.finds(viewer, other);
        }
        self.opens(viewer, other)
            || self.meets(viewer, other)
                && (self.shown_by_a_card(viewer, other) || self.circle_mates(viewer, other))
    }
}
