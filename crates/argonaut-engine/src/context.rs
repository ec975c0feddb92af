//! What the engine asks about the asking helper. The caller answers from the
//! one visibility filter (`argonaut_domain::access`); the engine decides
//! nothing about who may see what.

use argonaut_domain::clock::Week;
use argonaut_domain::helper::Reach;
use argonaut_domain::ids::HelperId;

use crate::listing::Entry;

/// The eyes of one helper, for one question. Answers must not change while a
/// question is being answered.
///
/// For a card, `sees` is `Viewer::card` on what is known of it by its id
/// (audience, standing of the owner, opening, expiry) being anything but
/// `Sight::Nothing`, and no mark of the client against it; `is_own` is
/// `Sight::Own`; `shows_contact` is `Seen(OwnerSight::Shown)` and
/// `Viewer::is_contact`. For a helper, `sees` is `Viewer::finds_helper`, and
/// `reaches` is `Viewer::reaches`.
pub trait Context: Sync {
    /// Whether the helper sees the listing at all now: audience, blocks,
    /// expiry and standing, and the client's "not now" and "never" marks.
    fn sees(&self, listing: &Entry) -> bool;
    /// Whether the listing belongs to the helper's own caseload, or is theirs.
    fn is_own(&self, listing: &Entry) -> bool;
    /// Whether something that `owner` shows to `reach` reaches the helper.
    fn reaches(&self, reach: Reach, owner: HelperId) -> bool;
    /// Whether the listing's owner is a contact *and* is shown to the helper as
    /// its owner. False wherever the owner is hidden: the reason would name
    /// them.
    fn shows_contact(&self, listing: &Entry) -> bool;
    /// How much the helper trusts the owner of a listing, in [0, 1]. What lies
    /// outside is moved to the nearer end.
    fn trust(&self, owner: HelperId) -> f64;
    /// How much trust in its owner weighs for a listing: it may be less, or more, where
    /// the owner is hidden from the helper. A service of the directory has none.
    fn trust_in(&self, listing: &Entry) -> f64 {
        listing.owner.map_or(1.0, |owner| self.trust(owner))
    }
    /// The most that [`Context::trust_in`] gives to any listing of an owner.
    fn most_trust(&self, owner: HelperId) -> f64 {
        self.trust(owner)
    }
    /// The present week.
    fn today(&self) -> Week;
    /// Whom the helper may trust more than others; `None` where that is not
    /// known, which costs time and changes no answer.
    fn familiar(&self) -> Option<Familiar> {
        None
    }
}

/// Whom a helper may trust more than others: what lets the engine leave out
/// the cards of strangers that only a trusted owner would bring to the front.
#[derive(Clone, Debug, PartialEq)]
pub struct Familiar {
    /// The most that [`Context::trust_in`] gives to a listing of anybody else, in [0, 1].
    pub usual: f64,
    /// Everybody to whom it may give more.
    pub helpers: Vec<HelperId>,
}
