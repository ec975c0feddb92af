//! Writing a post, changing it, renewing it, deleting it: always one's own.

use argonaut_domain::access::{Viewer, need_on_post};
use argonaut_domain::audit::Deed;
use argonaut_domain::ids::{ClientId, PostId};
use argonaut_domain::place::Place;
use argonaut_domain::post::{POST_FORGOTTEN_DAYS, Post, PostAudience, PostContent, PostKind};
use argonaut_privacy::vault::Sealed;
use argonaut_store::{PostRow, Write};

use super::{PostError, fit, own};
use crate::app::App;
use crate::error::Trouble;
use crate::who::SignedIn;

/// The longest post, in characters.
pub const MOST_CHARACTERS: usize = 4_000;
/// The most terms that a post carries.
pub const MOST_TERMS: usize = 8;
/// Smaller places than this, in people, are not named in a post.
const FEWEST_PEOPLE: u64 = 20_000;

/// Writes a post. Its words have been through the scrubber.
///
/// # Errors
/// [`PostError::BadWords`], [`PostError::BadAudience`] or [`PostError::NothingAsked`] when it
/// cannot be kept as it is.
pub async fn write(
    app: &App,
    who: &SignedIn,
    kind: PostKind,
    content: PostContent,
) -> Result<PostId, PostError> {
    put(app, who, kind, content, None).await
}

/// Writes a post, perhaps for a client of one's own: that is sealed for the author alone.
pub(super) async fn put(
    app: &App,
    who: &SignedIn,
    kind: PostKind,
    content: PostContent,
    client: Option<ClientId>,
) -> Result<PostId, PostError> {
    let now = app.now();
    let mut rng = app.rng();
    let mut write = app.store.write().await?;
    super::may_write(app, &mut write, who).await?;
    let viewer = write.viewer(who.helper()).await?;
    let content = checked(&viewer, kind, content)?;
    let id = PostId::ordered(now, &mut rng);
    let post = Post {
        id,
        author: who.helper(),
        kind,
        content,
        made: now,
        edited: None,
        expires: kind.ends(now),
        solved: None,
        hidden: None,
        version: 1,
    };
    // Always as long, and always there: nobody who reads the database learns which asks
    // have a client behind them.
    let named = client.map_or([0; 16], |client| *client.bytes());
    let for_author = who
        .keys
        .seal_own(id.bytes(), &named, &mut rng)
        .map_err(Trouble::from)?
        .into_bytes();
    write.insert_post(&PostRow { post, for_author }).await?;
    write
        .commit(&[app.entry(Some(who.helper()), Deed::PostWritten, id.uuid())])
        .await?;
    Ok(id)
}

/// For which client this helper asked, if for one.
pub(super) fn asked_for(who: &SignedIn, row: &PostRow) -> Option<ClientId> {
    if row.post.author != who.helper() {
        return None;
    }
    let sealed = Sealed::from_bytes(row.for_author.clone());
    let named = who.keys.open_own(row.post.id.bytes(), &sealed).ok()?;
    let id = ClientId::from_uuid(uuid::Uuid::from_slice(&named).ok()?);
    (!id.uuid().is_nil()).then_some(id)
}

/// What may be kept of a post: own groups only, no sensitive need by its name, no small place.
fn checked(
    viewer: &Viewer,
    kind: PostKind,
    content: PostContent,
) -> Result<PostContent, PostError> {
    let audience_fits = match &content.audience {
        PostAudience::Everyone | PostAudience::Contacts | PostAudience::Trusted(_) => true,
        PostAudience::Groups(groups) => {
            !groups.is_empty() && groups.iter().all(|group| viewer.writes_in(*group))
        }
    };
    if !audience_fits {
        return Err(PostError::BadAudience);
    }
    let (mut needs, mut offers) = match kind {
        PostKind::Ask => (content.needs, Vec::new()),
        PostKind::Offer => (Vec::new(), content.offers),
        PostKind::Thanks | PostKind::Story => (Vec::new(), Vec::new()),
    };
    needs = needs.into_iter().map(need_on_post).collect();
    needs.sort_unstable();
    needs.dedup();
    needs.truncate(MOST_TERMS);
    offers.sort_unstable();
    offers.dedup();
    offers.truncate(MOST_TERMS);
    let says_by_terms = !needs.is_empty() || !offers.is_empty();
    if kind == PostKind::Ask && !says_by_terms && content.words.trim().is_empty() {
        return Err(PostError::NothingAsked);
    }
    Ok(PostContent {
        words: fit(&content.words, MOST_CHARACTERS, says_by_terms)?,
        needs,
        offers,
        place: well_peopled(content.place),
        audience: content.audience,
    })
}

/// The place, or the first around it that has enough people.
fn well_peopled(place: Place) -> Place {
    std::iter::successors(Some(place), |place| place.parent())
        .find(|place| *place == Place::Anywhere || place.population() >= FEWEST_PEOPLE)
        .unwrap_or(Place::Anywhere)
}

/// A post of one's own, to change it.
///
/// # Errors
/// [`PostError::NotFound`] when it is not theirs.
pub async fn mine(app: &App, who: &SignedIn, id: PostId) -> Result<Post, PostError> {
    let mut read = app.store.read().await?;
    Ok(own(&mut read, who, id).await?.post)
}

/// Changes what a post says; `version` is the one that was read.
///
/// # Errors
/// [`PostError::Changed`] when it has another version by now.
pub async fn edit(
    app: &App,
    who: &SignedIn,
    id: PostId,
    version: i64,
    content: PostContent,
) -> Result<(), PostError> {
    let mut write = app.store.write().await?;
    let row = own(&mut write, who, id).await?;
    let viewer = write.viewer(who.helper()).await?;
    let content = if asked_for(who, &row).is_some() {
        // What the gate let through for one audience stays for that one; the words change.
        PostContent {
            words: content.words,
            ..row.post.content
        }
    } else {
        content
    };
    let content = checked(&viewer, row.post.kind, content)?;
    write.change_post(id, version, &content, app.now()).await?;
    done(app, write, who, Deed::PostChanged, id).await
}

/// Gives an ask or an offer its time once more.
///
/// # Errors
/// [`PostError::NotFound`] when it is not theirs; [`PostError::Over`] when it has no end or
/// is solved.
pub async fn renew(app: &App, who: &SignedIn, id: PostId) -> Result<(), PostError> {
    let mut write = app.store.write().await?;
    let row = own(&mut write, who, id).await?;
    let ends = row.post.kind.ends(app.now());
    if ends.is_none() || row.post.solved.is_some() {
        return Err(PostError::Over);
    }
    write.renew_post(id, ends).await?;
    done(app, write, who, Deed::PostRenewed, id).await
}

/// Deletes a post with everything under it. Only the log knows that it was there.
///
/// # Errors
/// [`PostError::NotFound`] when it is not theirs.
pub async fn delete(app: &App, who: &SignedIn, id: PostId) -> Result<(), PostError> {
    let mut write = app.store.write().await?;
    own(&mut write, who, id).await?;
    write.delete_post(id).await?;
    done(app, write, who, Deed::PostDeleted, id).await?;
    Ok(app.store.flush().await?)
}

/// Deletes posts whose time has been over for long.
pub(crate) async fn forget_over(app: &App) -> Result<(), Trouble> {
    let mut write = app.store.write().await?;
    write
        .forget_posts(app.now().plus_days(-POST_FORGOTTEN_DAYS))
        .await?;
    Ok(write.commit_unlogged().await?)
}

pub(super) async fn done(
    app: &App,
    write: Write,
    who: &SignedIn,
    deed: Deed,
    id: PostId,
) -> Result<(), PostError> {
    let entry = app.entry(Some(who.helper()), deed, id.uuid());
    Ok(write.commit(&[entry]).await?)
}
