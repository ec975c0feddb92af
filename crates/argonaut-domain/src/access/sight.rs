//! The one visibility filter: what a helper may see of cards and of other
//! helpers. Every list, search, ranking and page asks it, in both directions
//! of a block.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::GroupSight;
use crate::card::{Audience, Card};
use crate::clock::Timestamp;
use crate::helper::{Helper, Reach, Standing};
use crate::ids::{ClientId, GroupId, HelperId};
use crate::trust::{Regard, TrustLevel};

/// The eyes of one helper: who they are, and how they stand to others.
#[derive(Clone, Debug, Default)]
pub struct Viewer {
    helper: Option<HelperId>,
    contacts: HashSet<HelperId>,
    blocked: HashSet<HelperId>,
    circle: HashSet<ClientId>,
    groups: HashSet<GroupId>,
    read_groups: HashSet<GroupId>,
    writes_groups: HashSet<GroupId>,
    muted: HashSet<HelperId>,
    regards: Arc<HashMap<HelperId, Regard>>,
}

/// What the filter needs to know of a card.
#[derive(Clone, Copy, Debug)]
pub struct CardFacts<'a> {
    /// Whom it describes.
    pub client: ClientId,
    /// Who answers for it.
    pub owner: HelperId,
    /// Where the owner's account stands.
    pub owner_standing: Standing,
    /// Who may see it.
    pub audience: &'a Audience,
    /// Whether it is on show now to the owner's circle, contacts and chosen helpers.
    pub live: bool,
    /// Whether it is on show now to the open audience (daily batch).
    pub open: bool,
    /// How far the owner trusts the viewer; asked for where the audience is a
    /// matter of trust.
    pub owner_trusts: Option<TrustLevel>,
}

impl<'a> CardFacts<'a> {
    /// The facts of a stored card.
    pub fn of(card: &'a Card, owner_standing: Standing, now: Timestamp) -> Self {
        Self {
            client: card.client,
            owner: card.owner,
            owner_standing,
            audience: &card.audience,
            live: card.is_live(now),
            open: card.is_open(now),
            owner_trusts: None,
        }
    }
    /// The same, where the owner trusts the viewer so far.
    #[must_use]
    pub const fn trusted_by_owner(mut self, level: Option<TrustLevel>) -> Self {
        self.owner_trusts = level;
        self
    }
}

/// What the filter needs to know of a helper.
#[derive(Clone, Copy, Debug)]
pub struct HelperFacts {
    /// Who.
    pub id: HelperId,
    /// Where the account stands.
    pub standing: Standing,
    /// Who finds them.
    pub listed: Reach,
}

impl HelperFacts {
    /// The facts of a stored helper.
    pub const fn of(helper: &Helper) -> Self {
        Self {
            id: helper.id,
            standing: helper.standing,
            listed: helper.profile.privacy.listed,
        }
    }
}

/// Whether the owner of a visible card is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OwnerSight {
    /// By name.
    Shown,
    /// As a pseudonym that is stable for this viewer.
    Hidden,
}

/// What a viewer sees of a card.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sight {
    /// Nothing: as if it did not exist.
    Nothing,
    /// A card of the viewer's own caseload.
    Own,
    /// Somebody else's card.
    Seen(OwnerSight),
}

impl Viewer {
    /// The eyes of `helper`. `blocked` holds both directions: whom they
    /// blocked, and who blocked them.
    pub fn new(
        helper: HelperId,
        contacts: impl IntoIterator<Item = HelperId>,
        blocked: impl IntoIterator<Item = HelperId>,
        circle: impl IntoIterator<Item = ClientId>,
    ) -> Self {
        let blocked: HashSet<_> = blocked.into_iter().collect();
        let contacts = contacts
            .into_iter()
            .filter(|contact| !blocked.contains(contact))
            .collect();
        Self {
            helper: Some(helper),
            contacts,
            blocked,
            circle: circle.into_iter().collect(),
            groups: HashSet::new(),
            read_groups: HashSet::new(),
            writes_groups: HashSet::new(),
            muted: HashSet::new(),
            regards: Arc::default(),
        }
    }
    /// The same eyes, as one who works in these groups, whose members are vetted: what is
    /// for them, cards too, is for the viewer.
    #[must_use]
    pub fn in_groups(mut self, groups: impl IntoIterator<Item = GroupId>) -> Self {
        self.groups.extend(groups);
        self
    }
    /// The same eyes, as one who reads in these groups without being among those for whom
    /// cards are: observers, members of open groups, and whoever has not accepted an
    /// agreement as it reads now.
    #[must_use]
    pub fn reading_groups(mut self, groups: impl IntoIterator<Item = GroupId>) -> Self {
        self.read_groups.extend(groups);
        self
    }
    /// The same eyes, of one who may write posts in these groups.
    #[must_use]
    pub fn writing_in(mut self, groups: impl IntoIterator<Item = GroupId>) -> Self {
        self.writes_groups.extend(groups);
        self
    }
    /// The same eyes, which look away from these helpers.
    #[must_use]
    pub fn muting(mut self, muted: impl IntoIterator<Item = HelperId>) -> Self {
        self.muted.extend(muted);
        self
    }
    /// Whose eyes; `None` for a visitor who is not signed in (and sees nothing).
    pub const fn helper(&self) -> Option<HelperId> {
        self.helper
    }
    /// Whether this helper is a contact.
    pub fn is_contact(&self, other: HelperId) -> bool {
        self.contacts.contains(&other)
    }
    /// Whether a block stands between the two, in either direction.
    pub fn is_blocked(&self, other: HelperId) -> bool {
        self.blocked.contains(&other)
    }
    /// Whether the viewer wants nothing from this helper in lists and feeds.
    pub fn is_muted(&self, other: HelperId) -> bool {
        self.muted.contains(&other)
    }
    /// Whether the viewer is in this group, in whatever part: for reading.
    pub fn is_in(&self, group: GroupId) -> bool {
        self.groups.contains(&group) || self.read_groups.contains(&group)
    }
    /// Whether the viewer is among those for whom a card for this group is.
    pub fn works_in(&self, group: GroupId) -> bool {
        self.groups.contains(&group)
    }
    /// Whether the viewer may write posts in this group.
    pub fn writes_in(&self, group: GroupId) -> bool {
        self.writes_groups.contains(&group)
    }
    /// The groups that the viewer is in, in whatever part.
    pub fn groups(&self) -> impl Iterator<Item = GroupId> {
        self.groups.union(&self.read_groups).copied()
    }
    /// The viewer's contacts, none of them blocked.
    pub fn contacts(&self) -> impl Iterator<Item = HelperId> {
        self.contacts.iter().copied()
    }
    /// The same eyes, which regard these helpers so; all others are strangers.
    #[must_use]
    pub fn regarding(mut self, regards: Arc<HashMap<HelperId, Regard>>) -> Self {
        self.regards = regards;
        self
    }
    /// How much a viewer trusts a stranger.
    pub const USUAL_TRUST: f64 = 0.5;
    /// The least that a contact is trusted whom the viewer does not distrust.
    pub const CONTACT_TRUST: f64 = 0.75;
    /// How much the viewer trusts the owner of a listing whose name it shows, in [0, 1].
    pub fn trust(&self, other: HelperId) -> f64 {
        let regard = self.regards.get(&other).map(|regard| regard.named);
        match regard {
            // Whom the viewer has contact with, only their own distrust puts below.
            Some(named) if named <= 0.0 => 0.0,
            known if self.is_contact(other) => {
                known.unwrap_or(Self::USUAL_TRUST).max(Self::CONTACT_TRUST)
            }
            known => known.unwrap_or(Self::USUAL_TRUST),
        }
    }
    /// How much the viewer trusts the owner of a listing who stays hidden: what the viewer
    /// says of them, or whether they are a contact, does not count, or it would name them.
    pub fn trust_hidden(&self, other: HelperId) -> f64 {
        self.regards
            .get(&other)
            .map_or(Self::USUAL_TRUST, |regard| regard.hidden)
    }
    /// Everybody whom the viewer may trust more than strangers.
    pub fn familiar(&self) -> impl Iterator<Item = HelperId> {
        let above = |regard: &Regard| regard.named.max(regard.hidden) > Self::USUAL_TRUST;
        let regarded = self.regards.iter();
        let regarded = regarded.filter_map(move |(id, regard)| above(regard).then_some(*id));
        regarded.chain(self.contacts())
    }

    /// What the viewer sees of a card.
    pub fn card(&self, card: CardFacts<'_>) -> Sight {
        let Some(me) = self.helper else {
            return Sight::Nothing;
        };
        if self.circle.contains(&card.client) || card.owner == me {
            return if card.live {
                Sight::Own
            } else {
                Sight::Nothing
            };
        }
        if card.owner_standing != Standing::Active || self.is_blocked(card.owner) {
            return Sight::Nothing;
        }
        match card.audience {
            Audience::Everyone => {
                let on_show = if self.is_contact(card.owner) {
                    card.live
                } else {
                    card.open
                };
                if on_show {
                    Sight::Seen(OwnerSight::Hidden)
                } else {
                    Sight::Nothing
                }
            }
            // A hidden owner is never muted: what vanished would be known to be theirs.
            narrow if card.live && !self.is_muted(card.owner) && self.is_among(narrow, &card) => {
                Sight::Seen(OwnerSight::Shown)
            }
            Audience::Contacts
            | Audience::Helpers(_)
            | Audience::Trusted(_)
            | Audience::Groups(_) => Sight::Nothing,
        }
    }

    /// Whether the viewer belongs to the audience of a card.
    fn is_among(&self, audience: &Audience, card: &CardFacts<'_>) -> bool {
        match audience {
            Audience::Everyone => true,
            Audience::Contacts => self.is_contact(card.owner),
            Audience::Helpers(chosen) => self.helper.is_some_and(|me| chosen.contains(&me)),
            Audience::Trusted(least) => card.owner_trusts.is_some_and(|level| level >= *least),
            Audience::Groups(groups) => groups.iter().any(|group| self.works_in(*group)),
        }
    }

    /// Whether the viewer sees an event of a group of which they see this much: everybody
    /// inside, and friends where its maker says so; never that of somebody whom they may
    /// not meet.
    pub fn sees_event(&self, sight: GroupSight, maker: HelperFacts, for_friends: bool) -> bool {
        let shown = match sight {
            GroupSight::Inside => true,
            GroupSight::Members => for_friends,
            GroupSight::Face | GroupSight::Nothing => false,
        };
        shown && self.may_meet(maker)
    }

    /// Whether the viewer finds this helper in lists, searches and suggestions.
    pub fn finds_helper(&self, helper: HelperFacts) -> bool {
        !self.is_muted(helper.id) && self.opens_helper(helper)
    }

    /// Whether the viewer opens this helper's page by themselves: whoever is listed for them,
    /// muted or not (else a mute could not be lifted there).
    pub fn opens_helper(&self, helper: HelperFacts) -> bool {
        self.may_meet(helper)
            && (self.helper == Some(helper.id) || self.reaches(helper.listed, helper.id))
    }

    /// Whether the viewer may open this helper's page at all: an active
    /// account, and no block between them. (A helper who is not listed can
    /// still be met in joint work.)
    pub fn may_meet(&self, helper: HelperFacts) -> bool {
        self.helper.is_some() && helper.standing == Standing::Active && !self.is_blocked(helper.id)
    }

    /// Whether the viewer may learn that two other helpers are contacts: they may meet
    /// both, and both sides show it to them. (That no block stands between the two is the
    /// caller's to see to: a block ends contact.)
    pub fn sees_contact(&self, one: (HelperFacts, Reach), other: (HelperFacts, Reach)) -> bool {
        [one, other].into_iter().all(|(helper, contacts)| {
            self.may_meet(helper) && !self.is_muted(helper.id) && self.reaches(contacts, helper.id)
        })
    }

    /// Whether something that `owner` shows to `reach` reaches the viewer.
    pub fn reaches(&self, reach: Reach, owner: HelperId) -> bool {
        let Some(me) = self.helper else { return false };
        if me == owner {
            return true;
        }
        if self.is_blocked(owner) {
            return false;
        }
        match reach {
            Reach::Everyone => true,
            Reach::Contacts => self.is_contact(owner),
            Reach::Nobody => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn h(n: u128) -> HelperId {
        HelperId::from_uuid(Uuid::from_u128(n))
    }
    fn facts(audience: &Audience) -> CardFacts<'_> {
        CardFacts {
            client: ClientId::from_uuid(Uuid::from_u128(70)),
            owner: h(7),
            owner_standing: Standing::Active,
            audience,
            live: true,
            open: true,
            owner_trusts: None,
        }
    }

    #[test]
    fn regards_weigh_and_nothing_of_ones_own_moves_a_hidden_card() {
        let regard = |named, hidden| Regard { named, hidden };
        let regards = [
            (h(2), regard(0.9, 0.6)),
            (h(3), regard(0.0, 0.7)),
            (h(4), regard(0.2, 0.5)),
            (h(5), regard(0.6, 0.5)),
        ];
        let eyes = Viewer::new(h(1), [h(3), h(4), h(5), h(6)], [], [])
            .regarding(Arc::new(regards.into_iter().collect()));
        for (other, named, hidden) in [
            (2, 0.9, 0.6),
            (3, 0.0, 0.7),
            (4, 0.75, 0.5),
            (5, 0.75, 0.5),
            (6, 0.75, 0.5),
            (7, 0.5, 0.5),
        ] {
            assert_eq!(
                (eyes.trust(h(other)), eyes.trust_hidden(h(other))),
                (named, hidden)
            );
            let listed = eyes.familiar().any(|id| id == h(other));
            assert!(listed || (named <= 0.5 && hidden <= 0.5), "{other}");
        }
    }

    #[test]
    fn groups_and_trust_are_audiences() {
        let group = GroupId::from_uuid(Uuid::from_u128(50));
        let other = GroupId::from_uuid(Uuid::from_u128(51));
        let groups = Audience::Groups(vec![group]);
        let stranger = Viewer::new(h(1), [], [], []).in_groups([other]);
        let member = Viewer::new(h(2), [], [], []).in_groups([group]);
        assert_eq!(stranger.card(facts(&groups)), Sight::Nothing);
        assert_eq!(member.card(facts(&groups)), Sight::Seen(OwnerSight::Shown));
        let observer = Viewer::new(h(3), [], [], []).reading_groups([group]);
        assert!(observer.is_in(group));
        assert_eq!(observer.card(facts(&groups)), Sight::Nothing);
        let blocked = Viewer::new(h(2), [], [h(7)], []).in_groups([group]);
        assert_eq!(blocked.card(facts(&groups)), Sight::Nothing);

        let trusted = Audience::Trusted(TrustLevel::Trusted);
        for (level, sees) in [
            (None, false),
            (Some(TrustLevel::Known), false),
            (Some(TrustLevel::Trusted), true),
            (Some(TrustLevel::WellTrusted), true),
        ] {
            let sight = stranger.card(facts(&trusted).trusted_by_owner(level));
            assert_eq!(sight != Sight::Nothing, sees, "{level:?}");
        }
    }

    #[test]
    fn a_mute_hides_who_is_shown_and_never_tells_who_is_hidden() {
        let muting = Viewer::new(h(1), [h(7)], [], []).muting([h(7)]);
        assert_eq!(muting.card(facts(&Audience::Contacts)), Sight::Nothing);
        assert_eq!(
            muting.card(facts(&Audience::Everyone)),
            Sight::Seen(OwnerSight::Hidden)
        );
        let facts = HelperFacts {
            id: h(7),
            standing: Standing::Active,
            listed: Reach::Everyone,
        };
        assert!(!muting.finds_helper(facts));
        assert!(muting.may_meet(facts) && muting.opens_helper(facts));
    }

    #[test]
    fn a_contact_is_told_only_where_both_sides_show_it() {
        let fact = |id, contacts| {
            let facts = HelperFacts {
                id: h(id),
                standing: Standing::Active,
                listed: Reach::Everyone,
            };
            (facts, contacts)
        };
        let viewer = Viewer::new(h(1), [h(7)], [], []);
        for (mine, theirs, sees) in [
            (Reach::Contacts, Reach::Everyone, true),
            (Reach::Everyone, Reach::Everyone, true),
            (Reach::Contacts, Reach::Contacts, false),
            (Reach::Nobody, Reach::Everyone, false),
            (Reach::Everyone, Reach::Nobody, false),
        ] {
            assert_eq!(
                viewer.sees_contact(fact(7, mine), fact(8, theirs)),
                sees,
                "{mine:?} {theirs:?}"
            );
        }
        for blocked in [7, 8] {
            let viewer = Viewer::new(h(1), [h(7)], [h(blocked)], []);
            assert!(!viewer.sees_contact(fact(7, Reach::Everyone), fact(8, Reach::Everyone)));
        }
    }

    #[test]
    fn a_block_hides_cards_whatever_the_audience() {
        for audience in [
            Audience::Everyone,
            Audience::Contacts,
            Audience::Helpers(vec![h(1)]),
        ] {
            let open = Viewer::new(h(1), [h(7)], [], []);
            assert_ne!(open.card(facts(&audience)), Sight::Nothing);
            let blocked = Viewer::new(h(1), [h(7)], [h(7)], []);
            assert_eq!(
                blocked.card(facts(&audience)),
                Sight::Nothing,
                "{audience:?}"
            );
            assert!(!blocked.is_contact(h(7)), "a block ends contact");
        }
    }

    #[test]
    fn narrow_audiences_see_the_owner_and_nobody_else_sees_the_card() {
        let stranger = Viewer::new(h(1), [], [], []);
        let contact = Viewer::new(h(2), [h(7)], [], []);
        assert_eq!(
            stranger.card(facts(&Audience::Everyone)),
            Sight::Seen(OwnerSight::Hidden)
        );
        assert_eq!(stranger.card(facts(&Audience::Contacts)), Sight::Nothing);
        assert_eq!(
            contact.card(facts(&Audience::Contacts)),
            Sight::Seen(OwnerSight::Shown)
        );
        let chosen = Audience::Helpers(vec![h(1)]);
        assert_eq!(
            stranger.card(facts(&chosen)),
            Sight::Seen(OwnerSight::Shown)
        );
        assert_eq!(contact.card(facts(&chosen)), Sight::Nothing);
    }

    #[test]
    fn strangers_wait_for_the_daily_batch_and_contacts_do_not() {
        let stranger = Viewer::new(h(1), [], [], []);
        let contact = Viewer::new(h(2), [h(7)], [], []);
        let mut fresh = facts(&Audience::Everyone);
        fresh.open = false;
        assert_eq!(stranger.card(fresh), Sight::Nothing);
        assert_eq!(contact.card(fresh), Sight::Seen(OwnerSight::Hidden));
        let mut gone = facts(&Audience::Everyone);
        gone.live = false;
        assert_eq!(
            stranger.card(gone),
            Sight::Seen(OwnerSight::Hidden),
            "until tonight's batch"
        );
        assert_eq!(
            contact.card(gone),
            Sight::Nothing,
            "contacts see a withdrawal at once"
        );
    }

    #[test]
    fn a_visitor_and_a_dead_card_see_and_show_nothing() {
        assert_eq!(
            Viewer::default().card(facts(&Audience::Everyone)),
            Sight::Nothing
        );
        let mut dead = facts(&Audience::Everyone);
        dead.live = false;
        dead.open = false;
        assert_eq!(Viewer::new(h(7), [], [], []).card(dead), Sight::Nothing);
        let mut suspended = facts(&Audience::Everyone);
        suspended.owner_standing = Standing::Suspended;
        assert_eq!(
            Viewer::new(h(1), [], [], []).card(suspended),
            Sight::Nothing
        );
    }
}
