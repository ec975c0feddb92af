//! Lists of posts: the network's, a group's, one's own. Newest first, by keyset pages whose
//! cursors stay good whatever is written meanwhile.

use argonaut_domain::access::Viewer;
use argonaut_domain::clock::Timestamp;
use argonaut_domain::ids::{GroupId, PostId};
use argonaut_domain::post::{Post, PostKind};
use argonaut_domain::taxonomy::{Relation, Taxonomy, TermId};
use argonaut_store::{PostRow, Read};
use uuid::Uuid;

use super::{facts, standing};
use crate::app::App;
use crate::error::Trouble;
use crate::people::{self, Face};
use crate::who::SignedIn;
use crate::world::World;

/// Posts on a page.
pub const PAGE: usize = 20;
/// Rows looked at in one go, and how often at most for one page: whoever sees one post in a
/// hundred turns more pages, and no request reads the whole table.
const ROWS: i64 = 100;
const ROUNDS: usize = 10;

/// Which posts are wanted.
#[derive(Clone, Copy, Debug, Default)]
pub struct Wanted {
    /// Of one kind.
    pub kind: Option<PostKind>,
    /// Of one group.
    pub group: Option<GroupId>,
    /// About this term, or one below it.
    pub term: Option<TermId>,
    /// Older than this one: where the page before ended.
    pub before: Option<PostId>,
}

/// A post in a list.
#[derive(Clone, Debug)]
pub struct SeenPost {
    /// The post.
    pub post: Post,
    /// Who wrote it.
    pub author: Face,
    /// Whether the viewer wrote it.
    pub own: bool,
    /// Whether the viewer has not seen it before.
    pub fresh: bool,
    /// Comments that the viewer sees.
    pub comments: usize,
    /// Thanks that the viewer sees.
    pub thanks: usize,
}

/// A page of posts.
#[derive(Clone, Debug, Default)]
pub struct Feed {
    /// The posts, newest first.
    pub posts: Vec<SeenPost>,
    /// Where the next page begins, if there is one.
    pub next: Option<PostId>,
}

/// The newest possible post.
const fn newest() -> PostId {
    PostId::from_uuid(Uuid::max())
}

/// The feed of the whole network, as this helper sees it.
///
/// # Errors
/// When storage fails.
pub async fn feed(app: &App, who: &SignedIn, wanted: Wanted) -> Result<Feed, Trouble> {
    let mut read = app.store.read().await?;
    let viewer = read.viewer(who.helper()).await?;
    if wanted.group.is_some_and(|group| !viewer.is_in(group)) {
        return Ok(Feed::default());
    }
    let seen = read.posts_seen(who.helper()).await?;
    let (world, now) = (app.world(), app.now());
    let mut feed = Feed::default();
    let mut before = wanted.before.unwrap_or_else(newest);
    for _ in 0..ROUNDS {
        let rows = match wanted.group {
            Some(group) => read.group_posts_before(group, before, now, ROWS).await?,
            None => read.posts_before(before, now, ROWS).await?,
        };
        let last = rows.last().map(|row| row.post.id);
        let ended = i64::try_from(rows.len()).is_ok_and(|count| count < ROWS);
        for row in rows {
            let listed = viewer
                .post(facts(&world, &viewer, &row.post, now))
                .is_listed();
            if !listed || !fits(&row.post, &wanted) {
                continue;
            }
            if feed.posts.len() == PAGE {
                feed.next = feed.posts.last().map(|last| last.post.id);
                return Ok(feed);
            }
            if let Some(post) = show(&mut read, &world, &viewer, row, seen).await? {
                feed.posts.push(post);
            }
        }
        match last {
            Some(last) if !ended => before = last,
            Some(_) | None => return Ok(feed),
        }
    }
    feed.next = Some(no_sign_of(before));
    Ok(feed)
}

/// The posts of a group, for its members.
///
/// # Errors
/// When storage fails.
pub async fn of_group(
    app: &App,
    who: &SignedIn,
    group: GroupId,
    before: Option<PostId>,
) -> Result<Feed, Trouble> {
    let wanted = Wanted {
        group: Some(group),
        before,
        ..Wanted::default()
    };
    feed(app, who, wanted).await
}

/// The helper's own posts, also those whose time is over.
///
/// # Errors
/// When storage fails.
pub async fn mine(app: &App, who: &SignedIn, before: Option<PostId>) -> Result<Feed, Trouble> {
    let mut read = app.store.read().await?;
    let viewer = read.viewer(who.helper()).await?;
    let world = app.world();
    let most = i64::try_from(PAGE + 1).unwrap_or(ROWS);
    let rows = read
        .posts_of(who.helper(), before.unwrap_or_else(newest), most)
        .await?;
    let mut feed = Feed::default();
    for row in rows {
        if feed.posts.len() == PAGE {
            feed.next = feed.posts.last().map(|last| last.post.id);
            break;
        }
        if let Some(post) = show(&mut read, &world, &viewer, row, None).await? {
            feed.posts.push(post);
        }
    }
    Ok(feed)
}

/// Open asks of others that this helper's own offers come near, and that they have not
/// answered, newest first.
///
/// # Errors
/// When storage fails.
pub async fn answerable(app: &App, who: &SignedIn, most: usize) -> Result<Vec<SeenPost>, Trouble> {
    let world = app.world();
    let offers: Vec<TermId> = world
        .helpers
        .get(&who.helper())
        .map(|helper| helper.profile.offers.iter().map(|of| of.term).collect())
        .unwrap_or_default();
    let mut found = Vec::new();
    if offers.is_empty() {
        return Ok(found);
    }
    let asks = Wanted {
        kind: Some(PostKind::Ask),
        ..Wanted::default()
    };
    let near = |need: TermId| {
        let related = |offer: &TermId| match Taxonomy::builtin().relation(need, *offer) {
            Relation::Same | Relation::ParentChild | Relation::Sibling => true,
            Relation::Unrelated => false,
        };
        offers.iter().any(related)
    };
    let newest = feed(app, who, asks).await?.posts;
    let mut read = app.store.read().await?;
    for post in newest {
        if post.own || !post.post.is_open_ask(app.now()) || !terms_of(&post.post).any(near) {
            continue;
        }
        let mut answers = read.answers(post.post.id).await?.into_iter();
        if answers.any(|answer| answer.author == who.helper()) {
            continue;
        }
        found.push(post);
        if found.len() == most {
            break;
        }
    }
    Ok(found)
}

/// Notes that the helper has seen the feed up to its newest post.
///
/// # Errors
/// When storage fails.
pub async fn see_all(app: &App, who: &SignedIn) -> Result<(), Trouble> {
    let mut write = app.store.write().await?;
    write
        .see_posts(who.helper(), at_the_end_of(app.now()))
        .await?;
    Ok(write.commit_unlogged().await?)
}

fn fits(post: &Post, wanted: &Wanted) -> bool {
    wanted.kind.is_none_or(|kind| post.kind == kind)
        && wanted.term.is_none_or(|term| {
            let taxonomy = Taxonomy::builtin();
            terms_of(post)
                .any(|own| own == term || taxonomy.ancestors(own).any(|above| above == term))
        })
}

/// The terms that a post names.
pub(super) fn terms_of(post: &Post) -> impl Iterator<Item = TermId> {
    use argonaut_domain::card::CardNeed;
    let named = post.content.needs.iter().filter_map(|need| match *need {
        CardNeed::Named(term, _) => Some(term),
        CardNeed::OnIntroduction(_) => None,
    });
    named.chain(post.content.offers.iter().copied())
}

/// A post as a list shows it; `None` when its author cannot be met.
pub(super) async fn show(
    read: &mut Read,
    world: &World,
    viewer: &Viewer,
    row: PostRow,
    seen: Option<PostId>,
) -> Result<Option<SeenPost>, Trouble> {
    let post = row.post;
    let Some(author) = people::face(world, viewer, post.author) else {
        return Ok(None);
    };
    let own = viewer.helper() == Some(post.author);
    let hears = |helper| viewer.hears(helper, standing(world, helper));
    let comments = read.comments(post.id).await?;
    let thanks = read.thanks(post.id).await?;
    Ok(Some(SeenPost {
        author,
        own,
        fresh: !own && seen.is_none_or(|seen| post.id > seen),
        comments: comments.iter().filter(|one| hears(one.author)).count(),
        thanks: thanks.iter().filter(|helper| hears(**helper)).count(),
        post,
    }))
}

/// A cursor at the same time as a post that the viewer may not know of: its id stays here.
fn no_sign_of(post: PostId) -> PostId {
    let ones = (1_u128 << 80) - 1;
    PostId::from_uuid(Uuid::from_u128(post.uuid().as_u128() | ones))
}

/// A cursor after every post of this moment and before every later one.
fn at_the_end_of(now: Timestamp) -> PostId {
    let millis = u128::try_from(now.micros() / 1_000).unwrap_or(0);
    no_sign_of(PostId::from_uuid(Uuid::from_u128(millis << 80)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cursor_keeps_the_time_and_drops_the_name() {
        let now = Timestamp::from_micros(1_700_000_000_000_000);
        let later = Timestamp::from_micros(1_700_000_000_002_000);
        let mut rng = <rand::rngs::StdRng as rand::SeedableRng>::seed_from_u64(1);
        let post = PostId::ordered(now, &mut rng);
        let next = PostId::ordered(later, &mut rng);
        let cursor = no_sign_of(post);
        assert!(cursor >= post && cursor < next);
        assert_eq!(cursor, no_sign_of(PostId::ordered(now, &mut rng)));
        assert!(at_the_end_of(now) >= post && at_the_end_of(now) < next);
    }
}
