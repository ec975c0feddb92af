//! Posts: what helpers tell each other, and what others say, thank and answer. Everything
//! that a helper sees of it went through the one visibility filter.

pub mod answer;
pub mod ask;
pub mod comment;
pub mod feed;
pub mod look;
mod notify;
pub mod settle;
pub mod thank;
pub mod write;

use argonaut_domain::access::{PostFacts, Viewer};
use argonaut_domain::clock::Timestamp;
use argonaut_domain::helper::Standing;
use argonaut_domain::ids::{GroupId, HelperId, PostId};
use argonaut_domain::post::{Post, PostAudience};
use argonaut_domain::safety::SocialAct;
use argonaut_domain::trust::TrustLevel;
use argonaut_privacy::vault::VaultError;
use argonaut_store::{PostRow, Read, StoreError};

use crate::app::App;
use crate::clients::ClientError;
use crate::contacts::ContactError;
use crate::error::{Kind, Trouble};
use crate::matches::MatchError;
use crate::safety;
use crate::who::SignedIn;
use crate::world::World;

/// Why something could not be done with a post.
#[derive(Debug, thiserror::Error)]
pub enum PostError {
    /// No such post, comment or answer, or it is not theirs: the two look the same.
    #[error("no such post")]
    NotFound,
    /// The words are missing, or too long.
    #[error("it takes 1 to {most} characters")]
    BadWords {
        /// The most characters.
        most: usize,
    },
    /// No group was chosen, or one that the helper is not in.
    #[error("choose a group of your own")]
    BadAudience,
    /// An ask says neither in words nor by a need what is asked for.
    #[error("say what is asked for")]
    NothingAsked,
    /// Somebody was faster: look again.
    #[error("it changed in the meantime")]
    Changed,
    /// The ask is closed, or its time is over.
    #[error("it is over")]
    Over,
    /// It is their own post.
    #[error("that is your own post")]
    Yourself,
    /// They read here, and do not write.
    #[error("you only read here")]
    ReadsOnly,
    /// A moderator's decision keeps them from writing until then.
    #[error("limited by a decision")]
    Limited(Timestamp),
    /// It was answered already.
    #[error("it is answered already")]
    Already,
    /// The other helper's key is another one than before.
    #[error("the other helper's key changed")]
    KeyChanged,
    /// The client's record cannot be used.
    #[error(transparent)]
    Client(ClientError),
    /// The enquiry that an accepted answer begins was refused.
    #[error(transparent)]
    Match(MatchError),
    /// Our own trouble.
    #[error("{0}")]
    Trouble(#[source] Trouble),
}

impl PostError {
    /// The kind of failure.
    pub const fn kind(&self) -> Kind {
        match self {
            Self::NotFound => Kind::NotFound,
            Self::BadWords { .. } | Self::BadAudience | Self::NothingAsked | Self::Yourself => {
                Kind::Invalid
            }
            Self::ReadsOnly | Self::Limited(_) => Kind::Forbidden,
            Self::Changed | Self::Over | Self::Already | Self::KeyChanged => Kind::Conflict,
            Self::Client(error) => error.kind(),
            Self::Match(error) => error.kind(),
            Self::Trouble(trouble) => trouble.kind(),
        }
    }
}

impl From<Trouble> for PostError {
    fn from(trouble: Trouble) -> Self {
        match trouble {
            Trouble::Store(error) => error.into(),
            Trouble::Vault(VaultError::KeyChanged) => Self::KeyChanged,
            Trouble::Vault(_) | Trouble::Bug(_) => Self::Trouble(trouble),
        }
    }
}

impl From<StoreError> for PostError {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Stale => Self::Changed,
            StoreError::Conflict(_) => Self::Already,
            StoreError::Damaged(_) | StoreError::Unavailable(_) | StoreError::Migration(_) => {
                Self::Trouble(Trouble::Store(error))
            }
        }
    }
}

impl From<ClientError> for PostError {
    fn from(error: ClientError) -> Self {
        match error {
            ClientError::NotFound => Self::NotFound,
            ClientError::NotTheLead
            | ClientError::Changed
            | ClientError::Troubled(_)
            | ClientError::Invalid(_)
            | ClientError::Trouble(_) => Self::Client(error),
        }
    }
}

impl From<MatchError> for PostError {
    fn from(error: MatchError) -> Self {
        Self::Match(error)
    }
}

impl From<ContactError> for PostError {
    fn from(error: ContactError) -> Self {
        match error {
            ContactError::NotFound => Self::NotFound,
            ContactError::Yourself => Self::Yourself,
            ContactError::Already | ContactError::NothingAsked => Self::Already,
            ContactError::OtherDigits | ContactError::KeyChanged => Self::KeyChanged,
            ContactError::Limited(until) => Self::Limited(until),
            ContactError::Trouble(trouble) => trouble.into(),
        }
    }
}

/// What the visibility filter needs to know of a post, for this viewer.
pub(crate) fn facts<'a>(
    world: &World,
    viewer: &Viewer,
    post: &'a Post,
    now: Timestamp,
) -> PostFacts<'a> {
    PostFacts::of(post, standing(world, post.author), now)
        .trusted_by_author(author_trusts(world, viewer, post))
        .read_only(reads_only(viewer, post))
}

/// Where an account stands; one that is not known counts as suspended.
pub(crate) fn standing(world: &World, helper: HelperId) -> Standing {
    world
        .helpers
        .get(&helper)
        .map_or(Standing::Suspended, |helper| helper.standing)
}

/// How far an author trusts the viewer, where that decides.
fn author_trusts(world: &World, viewer: &Viewer, post: &Post) -> Option<TrustLevel> {
    match post.content.audience {
        PostAudience::Trusted(_) => world.trust.level(post.author, viewer.helper()?),
        PostAudience::Everyone | PostAudience::Contacts | PostAudience::Groups(_) => None,
    }
}

/// Whether the viewer only reads where the post stands: they may write in none of the
/// groups that let them see it.
fn reads_only(viewer: &Viewer, post: &Post) -> bool {
    match &post.content.audience {
        PostAudience::Groups(groups) => !groups.iter().any(|group| viewer.writes_in(*group)),
        PostAudience::Everyone | PostAudience::Contacts | PostAudience::Trusted(_) => false,
    }
}

/// The groups in which this helper may write, with their names.
///
/// # Errors
/// When storage fails.
pub async fn groups_of(app: &App, who: &SignedIn) -> Result<Vec<(GroupId, String)>, Trouble> {
    let viewer = app.store.read().await?.viewer(who.helper()).await?;
    let own = crate::groups::list::mine(app, who).await?.own;
    Ok(own
        .into_iter()
        .filter(|own| viewer.writes_in(own.line.id))
        .map(|own| (own.line.id, own.line.name))
        .collect())
}

/// A post that opens for this helper, with their eyes.
pub(crate) async fn seen(
    app: &App,
    read: &mut Read,
    who: &SignedIn,
    id: PostId,
) -> Result<(PostRow, Viewer), PostError> {
    let viewer = read.viewer(who.helper()).await?;
    let row = read.post(id).await?.ok_or(PostError::NotFound)?;
    let world = app.world();
    if !viewer
        .post(facts(&world, &viewer, &row.post, app.now()))
        .opens()
    {
        return Err(PostError::NotFound);
    }
    Ok((row, viewer))
}

/// The same, for somebody who wants to say or do something there.
pub(crate) async fn joined(
    app: &App,
    read: &mut Read,
    who: &SignedIn,
    id: PostId,
) -> Result<(PostRow, Viewer), PostError> {
    let (row, viewer) = seen(app, read, who, id).await?;
    may_write(app, read, who).await?;
    let world = app.world();
    if viewer.joins_in(facts(&world, &viewer, &row.post, app.now())) {
        Ok((row, viewer))
    } else {
        Err(PostError::ReadsOnly)
    }
}

/// Whether no moderator's decision keeps this helper from writing now.
pub(crate) async fn may_write(app: &App, read: &mut Read, who: &SignedIn) -> Result<(), PostError> {
    safety::may_act(read, who.helper(), SocialAct::Post, app.now())
        .await?
        .map_err(PostError::Limited)
}

/// A post of this helper's own.
pub(crate) async fn own(read: &mut Read, who: &SignedIn, id: PostId) -> Result<PostRow, PostError> {
    read.post(id)
        .await?
        .filter(|row| row.post.author == who.helper())
        .ok_or(PostError::NotFound)
}

/// The words without the space around them, if they are neither missing nor too long.
pub(crate) fn fit(words: &str, most: usize, may_be_empty: bool) -> Result<String, PostError> {
    let words = words.trim();
    if words.chars().count() > most || (words.is_empty() && !may_be_empty) {
        return Err(PostError::BadWords { most });
    }
    Ok(words.to_owned())
}
