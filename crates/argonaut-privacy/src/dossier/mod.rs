//! The dossier: the plaintext of a client's record. It lives in memory only
//! while somebody of the circle looks at it; storage sees sealed bytes.

mod bytes;
mod check;
mod entries;
mod identity;
mod network;
mod plan;
mod private;
mod referral;
mod release;
mod search;
#[cfg(test)]
mod tests;

pub use bytes::{BadDossier, FORMAT};
pub use check::{Fault, Field, Invalid, MAX_ENTRIES, MAX_LINE, MAX_NAME, MAX_NOTE, MAX_NOTES};
pub use entries::{Need, Note, Proxy, Strength};
pub use identity::{Birth, ContactDetails, ContactWay, Identity, Relationship};
pub use network::{
    Change, MAX_RATINGS, MAX_SNAPSHOTS, MAX_TIES, Map, Measures, Network, Rating, Snapshot, Tie,
};
pub use plan::{Barrier, Goal, Level, MAX_PLAN, Plan, Reached, Review, Step};
pub use private::Private;
pub use referral::{Closed, MAX_REFERRALS, Referral, Referrals};
pub use release::Released;

use argonaut_domain::card::{Limits, Urgency};
use argonaut_domain::clock::Timestamp;
use argonaut_domain::ids::{ConsentId, HelperId};
use argonaut_domain::language::LanguageId;
use argonaut_domain::person::{AgeBand, Gender};
use argonaut_domain::place::Place;
use argonaut_domain::taxonomy::TermId;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::gate::{Chosen, TrueValues};

/// A client's record. Every field but the name may stay empty and grow later.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Dossier {
    /// The format it was written in.
    pub format: u32,
    /// What the client is called.
    pub identity: Identity,
    /// What the client is to the lead helper.
    pub relationship: Relationship,
    /// How to reach them.
    pub contact: ContactDetails,
    /// When they were born.
    pub birth: Birth,
    /// Their gender, as they say it.
    pub gender: Option<Gender>,
    /// Languages they speak.
    pub languages: Vec<LanguageId>,
    /// Where they live: a city, or `Anywhere` while it is not known.
    pub place: Place,
    /// What describes them: situations of the taxonomy. Never on a card.
    pub situations: Vec<TermId>,
    /// What they need.
    pub needs: Vec<Need>,
    /// What they can give.
    pub offers: Vec<Strength>,
    /// What they like.
    pub interests: Vec<TermId>,
    /// Kinds of connection they look for; empty is "any".
    pub connections: Vec<TermId>,
    /// Whom they want to meet.
    pub limits: Limits,
    /// Names of people they must never be introduced to. Never on a card.
    pub never_introduce: Vec<Private>,
    /// Notes of the circle, the oldest first.
    pub notes: Vec<Note>,
    /// The number the next note gets.
    pub next_note: u32,
    /// Who gave consents in the client's place.
    pub proxies: Vec<Proxy>,
    /// What they want, and how it goes. Never on a card.
    pub plan: Plan,
    /// Where they were sent on to. Never on a card.
    pub referrals: Referrals,
    /// The people and places in their life. Never on a card.
    pub network: Network,
    /// What the helper chose to show on a card.
    pub sharing: Chosen,
    /// When somebody of the circle last attended to the client.
    pub last_attention: Option<Timestamp>,
}

impl Default for Dossier {
    fn default() -> Self {
        Self {
            format: FORMAT,
            identity: Identity::default(),
            relationship: Relationship::default(),
            contact: ContactDetails::default(),
            birth: Birth::default(),
            gender: None,
            languages: Vec::new(),
            place: Place::Anywhere,
            situations: Vec::new(),
            needs: Vec::new(),
            offers: Vec::new(),
            interests: Vec::new(),
            connections: Vec::new(),
            limits: Limits::default(),
            never_introduce: Vec::new(),
            notes: Vec::new(),
            next_note: 1,
            proxies: Vec::new(),
            plan: Plan::default(),
            referrals: Referrals::default(),
            network: Network::default(),
            sharing: Chosen::default(),
            last_attention: None,
        }
    }
}

impl Dossier {
    /// A record of which only a name or initials is known.
    pub fn new(name: impl Into<Private>) -> Self {
        let mut dossier = Self::default();
        dossier.identity.name = name.into();
        dossier
    }

    /// What to call the client on the circle's own screens.
    pub fn name(&self) -> &str {
        &self.identity.name
    }

    /// The finest age a card may show on this day.
    pub fn age_band(&self, on: Date) -> Option<AgeBand> {
        self.birth.age_band(on)
    }

    /// Notes a need; one that is there already takes the new urgency.
    pub fn need(&mut self, term: TermId, urgency: Urgency) -> &mut Self {
        match self.needs.iter_mut().find(|need| need.term == term) {
            Some(need) => need.urgency = urgency,
            None => self.needs.push(Need::new(term, urgency)),
        }
        self
    }

    /// Notes something the client can give.
    pub fn offer(&mut self, term: TermId) -> &mut Self {
        if !self.offers.iter().any(|offer| offer.term == term) {
            self.offers.push(Strength::new(term));
        }
        self
    }

    /// Adds a note, which counts as attention. Returns its number.
    pub fn note(&mut self, at: Timestamp, by: HelperId, text: impl Into<Private>) -> u32 {
        let highest = self.notes.iter().map(|note| note.id).max().unwrap_or(0);
        let id = self.next_note.max(highest.saturating_add(1));
        self.next_note = id.saturating_add(1);
        self.notes.push(Note {
            id,
            at,
            by,
            text: text.into(),
        });
        self.attend(at);
        id
    }

    /// Keeps who gave a consent in the client's place.
    pub fn speaks_for(&mut self, consent: ConsentId, who: Private) {
        self.format = FORMAT;
        self.proxies.push(Proxy { consent, who });
    }

    /// Who gave this consent in the client's place.
    pub fn proxy_of(&self, consent: ConsentId) -> Option<&Private> {
        self.proxies
            .iter()
            .find(|proxy| proxy.consent == consent)
            .map(|proxy| &proxy.who)
    }

    /// Records that somebody attended to the client.
    pub fn attend(&mut self, at: Timestamp) {
        self.last_attention = self.last_attention.max(Some(at));
    }

    /// What is true of the client on this day, in the words of a card: what
    /// the gate takes. No name, contact detail, note or date is in it.
    pub fn true_card(&self, on: Date) -> TrueValues {
        TrueValues {
            place: self.place,
            age: self.age_band(on),
            gender: self.gender,
            languages: self.languages.clone(),
            needs: self
                .needs
                .iter()
                .map(|need| (need.term, need.urgency))
                .collect(),
            offers: self.offers.iter().map(|offer| offer.term).collect(),
            interests: self.interests.clone(),
            connections: self.connections.clone(),
            limits: self.limits.clone(),
        }
    }
}
