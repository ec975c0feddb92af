//! What may be seen by whom, said once more from the design, without the product's filter.

use std::collections::BTreeSet;

use argonaut_domain::card::Audience;
use argonaut_domain::helper::Reach;
use argonaut_domain::trust::VouchLevel;

use crate::society::{Shown, Society, pair};

impl Society {
    pub(crate) fn is_blocked(&self, a: usize, b: usize) -> bool {
        self.blocks.contains(&(a, b)) || self.blocks.contains(&(b, a))
    }
    pub(crate) fn is_contact(&self, a: usize, b: usize) -> bool {
        self.contacts.contains(&pair(a, b)) && !self.is_blocked(a, b)
    }
    fn reaches(&self, me: usize, reach: Reach, other: usize) -> bool {
        match reach {
            Reach::Everyone => true,
            Reach::Contacts => self.is_contact(me, other),
            Reach::Nobody => false,
        }
    }

    /// Whether the two may come across each other at all.
    pub(crate) fn may_meet(&self, me: usize, other: usize) -> bool {
        me == other || (!self.is_blocked(me, other) && !self.people[other].suspended)
    }

    /// Whether a helper stands in the directory.
    pub(crate) fn finds(&self, me: usize, other: usize) -> bool {
        me != other
            && self.may_meet(me, other)
            && self.reaches(me, self.people[other].listed, other)
    }

    /// Whether the two share a client's circle.
    fn share_a_circle(&self, me: usize, other: usize) -> bool {
        self.clients
            .iter()
            .any(|client| client.circle.contains(&me) && client.circle.contains(&other))
    }

    /// Whether the other one's name may stand on some page for me.
    pub(crate) fn may_see_name(&self, me: usize, other: usize) -> bool {
        let between = |a: usize, b: usize| pair(a, b) == pair(me, other);
        let together = self
            .matches
            .values()
            .any(|&(a, b, accepted)| accepted && between(a, b));
        let answers_for_me = self
            .cards
            .iter()
            .any(|card| card.owner == other && self.shows_owner(me, card));
        // Whom the circle chose to show its client's card to.
        let chosen = self.cards.iter().any(|card| {
            self.clients[card.client].circle.contains(&me)
                && matches!(&card.audience, Audience::Helpers(chosen) if chosen.contains(&self.people[other].id()))
        });
        self.may_meet(me, other)
            && (me == other
                || self.finds(me, other)
                || self.is_contact(me, other)
                || self.asked.contains(&pair(me, other))
                || self.share_a_circle(me, other)
                || self.share_a_group(me, other)
                || self.wrote_for(me, other)
                || self.invites(me, other)
                || chosen
                || together
                || answers_for_me)
    }

    /// Whether the other one's page opens.
    pub(crate) fn opens_page(&self, me: usize, other: usize) -> bool {
        let between = |a: usize, b: usize| pair(a, b) == pair(me, other);
        self.may_meet(me, other)
            && (me == other
                || self.finds(me, other)
                || self.is_contact(me, other)
                || self.asked.contains(&pair(me, other))
                || self
                    .matches
                    .values()
                    .any(|&(a, b, accepted)| accepted && between(a, b)))
    }

    /// Whether the note to an offer may be read.
    pub(crate) fn may_see_offers(&self, me: usize, other: usize) -> bool {
        me == other
            || (self.may_see_name(me, other) && self.reaches(me, self.people[other].offers, other))
    }

    /// Whether a card is mine or shown to me; `None` where the degree of trust decides,
    /// of which the oracle knows only the ends.
    pub(crate) fn sees_card(&self, me: usize, card: &Shown) -> Option<bool> {
        if self.clients[card.client].circle.contains(&me) {
            Some(true)
        } else if !self.may_meet(me, card.owner) {
            Some(false)
        } else if card.audience != Audience::Everyone && self.mutes.contains(&(me, card.owner)) {
            // Of a hidden owner it would show whose card it is.
            Some(false)
        } else if let Audience::Trusted(_) = card.audience {
            self.is_trusted(card.owner, me)
        } else {
            Some(self.is_among(me, card))
        }
    }

    /// Whether a card of somebody else may name its owner to me.
    pub(crate) fn shows_owner(&self, me: usize, card: &Shown) -> bool {
        self.sees_card(me, card) != Some(false) && card.audience != Audience::Everyone
    }

    /// Whether one trusts another very well, or not at all.
    pub(crate) fn is_trusted(&self, one: usize, other: usize) -> Option<bool> {
        if self.distrust.contains(&(one, other)) {
            return Some(false);
        }
        if self.vouches.get(&(one, other)) == Some(&VouchLevel::Mother) {
            return Some(true);
        }
        let (mut reached, mut next) = (BTreeSet::from([one]), vec![one]);
        while let Some(from) = next.pop() {
            for (giver, to) in self.vouches.keys() {
                if *giver == from && reached.insert(*to) {
                    next.push(*to);
                }
            }
        }
        if reached.contains(&other) {
            None
        } else {
            Some(false)
        }
    }

    fn is_among(&self, me: usize, card: &Shown) -> bool {
        match &card.audience {
            Audience::Everyone => true,
            Audience::Contacts => self.is_contact(me, card.owner),
            Audience::Helpers(chosen) => chosen.contains(&self.people[me].id()),
            Audience::Groups(groups) => self.is_in_one(me, groups, false),
            Audience::Trusted(_) => false,
        }
    }
}
