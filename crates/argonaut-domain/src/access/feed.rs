//! The one visibility filter, for posts: who sees one, in which lists, and who may join in.
//! Unlike a card, a post always shows its author.

use super::Viewer;
use crate::card::CardNeed;
use crate::clock::Timestamp;
use crate::helper::Standing;
use crate::ids::HelperId;
use crate::post::{Post, PostAudience};
use crate::trust::TrustLevel;

/// What the filter needs to know of a post.
#[derive(Clone, Copy, Debug)]
pub struct PostFacts<'a> {
    /// Who wrote it.
    pub author: HelperId,
    /// Where the author's account stands.
    pub author_standing: Standing,
    /// For whom it is.
    pub audience: &'a PostAudience,
    /// Whether its time is not over.
    pub live: bool,
    /// How far the author trusts the viewer; asked for where the audience is a
    /// matter of trust.
    pub author_trusts: Option<TrustLevel>,
    /// Whether the viewer only reads where the post stands (observers of its group).
    pub reads_only: bool,
}

impl<'a> PostFacts<'a> {
    /// The facts of a stored post.
    pub fn of(post: &'a Post, author_standing: Standing, now: Timestamp) -> Self {
        Self {
            author: post.author,
            author_standing,
            audience: &post.content.audience,
            live: post.is_live(now),
            author_trusts: None,
            reads_only: false,
        }
    }
    /// The same, where the author trusts the viewer so far.
    #[must_use]
    pub const fn trusted_by_author(mut self, level: Option<TrustLevel>) -> Self {
        self.author_trusts = level;
        self
    }
    /// The same, for a viewer who only reads there.
    #[must_use]
    pub const fn read_only(mut self, reads_only: bool) -> Self {
        self.reads_only = reads_only;
        self
    }
}

/// What a viewer sees of a post.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PostSight {
    /// Nothing: as if it did not exist.
    Nothing,
    /// Their own, also when its time is over.
    Own,
    /// It opens, but stays out of lists: its author is muted.
    Muted,
    /// It is there.
    Seen,
}

impl PostSight {
    /// Whether it opens.
    pub const fn opens(self) -> bool {
        match self {
            Self::Nothing => false,
            Self::Own | Self::Muted | Self::Seen => true,
        }
    }
    /// Whether it stands in feeds and lists.
    pub const fn is_listed(self) -> bool {
        match self {
            Self::Nothing | Self::Muted => false,
            Self::Own | Self::Seen => true,
        }
    }
}

impl Viewer {
    /// What the viewer sees of a post.
    pub fn post(&self, post: PostFacts<'_>) -> PostSight {
        if self.helper() == Some(post.author) {
            return PostSight::Own;
        }
        if self.helper().is_none()
            || !post.live
            || post.author_standing != Standing::Active
            || self.is_blocked(post.author)
        {
            return PostSight::Nothing;
        }
        let among = match post.audience {
            PostAudience::Everyone => true,
            PostAudience::Contacts => self.is_contact(post.author),
            PostAudience::Trusted(least) => post.author_trusts.is_some_and(|level| level >= *least),
            PostAudience::Groups(groups) => groups.iter().any(|group| self.is_in(*group)),
        };
        match (among, self.is_muted(post.author)) {
            (false, _) => PostSight::Nothing,
            (true, true) => PostSight::Muted,
            (true, false) => PostSight::Seen,
        }
    }

    /// Whether the viewer may comment on a post, thank for it, or answer it.
    pub fn joins_in(&self, post: PostFacts<'_>) -> bool {
        self.post(post).opens() && !post.reads_only
    }

    /// Whether the viewer sees what another helper wrote or did under a post: not across a
    /// block, not from suspended accounts, not from whom they mute.
    pub fn hears(&self, other: HelperId, standing: Standing) -> bool {
        let Some(me) = self.helper() else {
            return false;
        };
        me == other
            || (standing == Standing::Active && !self.is_blocked(other) && !self.is_muted(other))
    }
}

/// A need as a post may show it: a sensitive one never by its name.
pub fn need_on_post(need: CardNeed) -> CardNeed {
    match need {
        CardNeed::Named(term, urgency) if term.is_sensitive() => CardNeed::OnIntroduction(urgency),
        CardNeed::Named(..) | CardNeed::OnIntroduction(_) => need,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::GroupId;
    use uuid::Uuid;

    fn h(n: u128) -> HelperId {
        HelperId::from_uuid(Uuid::from_u128(n))
    }
    fn facts(audience: &PostAudience) -> PostFacts<'_> {
        PostFacts {
            author: h(7),
            author_standing: Standing::Active,
            audience,
            live: true,
            author_trusts: None,
            reads_only: false,
        }
    }

    #[test]
    fn each_audience_sees_its_posts_and_nobody_else_does() {
        let group = GroupId::from_uuid(Uuid::from_u128(50));
        let stranger = Viewer::new(h(1), [], [], []);
        let contact = Viewer::new(h(2), [h(7)], [], []);
        let member = Viewer::new(h(3), [], [], []).in_groups([group]);
        let sees = |viewer: &Viewer, audience: &PostAudience| viewer.post(facts(audience)).opens();
        let table = [
            (PostAudience::Everyone, [true, true, true]),
            (PostAudience::Contacts, [false, true, false]),
            (
                PostAudience::Trusted(TrustLevel::Known),
                [false, false, false],
            ),
            (PostAudience::Groups(vec![group]), [false, false, true]),
        ];
        for (audience, expected) in table {
            let found = [&stranger, &contact, &member].map(|viewer| sees(viewer, &audience));
            assert_eq!(found, expected, "{audience:?}");
            assert!(
                !sees(&Viewer::default(), &audience),
                "a visitor sees nothing"
            );
        }
        let trusted = PostAudience::Trusted(TrustLevel::Trusted);
        for (level, expected) in [
            (TrustLevel::Known, PostSight::Nothing),
            (TrustLevel::Trusted, PostSight::Seen),
            (TrustLevel::WellTrusted, PostSight::Seen),
        ] {
            assert_eq!(
                stranger.post(facts(&trusted).trusted_by_author(Some(level))),
                expected
            );
        }
    }

    #[test]
    fn block_suspension_and_time_hide_a_post_from_all_but_its_author() {
        let open = PostAudience::Everyone;
        let me = Viewer::new(h(7), [], [], []);
        let other = Viewer::new(h(1), [h(7)], [], []);
        let blocked = Viewer::new(h(1), [h(7)], [h(7)], []);
        assert_eq!(blocked.post(facts(&open)), PostSight::Nothing);
        let mut suspended = facts(&open);
        suspended.author_standing = Standing::Suspended;
        assert_eq!(other.post(suspended), PostSight::Nothing);
        let mut over = facts(&open);
        over.live = false;
        assert_eq!(other.post(over), PostSight::Nothing);
        assert_eq!(me.post(over), PostSight::Own);
    }

    #[test]
    fn a_muted_author_opens_and_is_not_listed() {
        let open = PostAudience::Everyone;
        let muting = Viewer::new(h(1), [], [], []).muting([h(7)]);
        let sight = muting.post(facts(&open));
        assert_eq!((sight.opens(), sight.is_listed()), (true, false));
        assert!(!muting.hears(h(7), Standing::Active));
        assert!(!Viewer::new(h(1), [], [h(7)], []).hears(h(7), Standing::Active));
        assert!(!Viewer::new(h(1), [], [], []).hears(h(7), Standing::Suspended));
        assert!(Viewer::new(h(1), [], [], []).hears(h(7), Standing::Active));
    }

    #[test]
    fn an_observer_reads_and_does_not_join_in() {
        let open = PostAudience::Everyone;
        let viewer = Viewer::new(h(1), [], [], []);
        assert!(viewer.joins_in(facts(&open)));
        assert!(!viewer.joins_in(facts(&open).read_only(true)));
        assert!(viewer.post(facts(&open).read_only(true)).opens());
    }
}
