//! Links into a group. A trusted link lets whoever has it join at once; with a vetted one
//! a coordinator says yes first. Only the hash of its token is kept.

use argonaut_domain::access::GroupRight;
use argonaut_domain::audit::Deed;
use argonaut_domain::group::GroupLink;
use argonaut_domain::ids::{GroupId, GroupLinkId};
use argonaut_store::Read;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use rand::Rng as _;
use sha2::{Digest as _, Sha256};

use super::{GroupError, may};
use crate::app::App;
use crate::error::Trouble;
use crate::who::SignedIn;

/// For how many days a link may hold.
pub const LINK_DAYS: [i64; 3] = [1, 7, 30];
/// How many may use a link.
pub const LINK_USES: [i64; 3] = [1, 10, 50];

fn hash(token: &str) -> Vec<u8> {
    let mut hasher = Sha256::new();
    hasher.update(b"argonaut group link v1\0");
    hasher.update(token.as_bytes());
    hasher.finalize().to_vec()
}

/// Makes a link; the token is told once.
///
/// # Errors
/// [`GroupError::NotAllowed`] for all but coordinators.
pub async fn make(
    app: &App,
    who: &SignedIn,
    id: GroupId,
    trusted: bool,
    days: i64,
    most_uses: i64,
) -> Result<(GroupLink, String), GroupError> {
    let mut write = app.store.write().await?;
    let inside = may(&mut write, who, id, GroupRight::Invite).await?;
    let now = app.now();
    let mut rng = app.rng();
    let mut bytes = [0u8; 32];
    rng.fill_bytes(&mut bytes);
    let token = URL_SAFE_NO_PAD.encode(bytes);
    let link = GroupLink {
        id: GroupLinkId::ordered(now, &mut rng),
        group: id,
        trusted,
        made_by: who.helper(),
        made: now,
        expires: now.plus_days(days.clamp(1, 30)),
        uses: 0,
        most_uses: most_uses.clamp(1, 50),
        revoked: None,
    };
    write
        .insert_group_link(&inside.granted, &link, &hash(&token))
        .await?;
    write
        .commit(&[app.entry(Some(who.helper()), Deed::GroupLinkMade, link.id.uuid())])
        .await?;
    Ok((link, token))
}

/// Takes a link back.
///
/// # Errors
/// [`GroupError::NotFound`] when there is none.
pub async fn revoke(
    app: &App,
    who: &SignedIn,
    id: GroupId,
    link: GroupLinkId,
) -> Result<(), GroupError> {
    let mut write = app.store.write().await?;
    let inside = may(&mut write, who, id, GroupRight::Invite).await?;
    write
        .revoke_group_link(&inside.granted, link, app.now())
        .await
        .map_err(|_| GroupError::NotFound)?;
    Ok(write
        .commit(&[app.entry(Some(who.helper()), Deed::GroupLinkRevoked, link.uuid())])
        .await?)
}

/// The link behind a token, while it can be used.
pub(crate) async fn open(
    app: &App,
    read: &mut Read,
    token: &str,
) -> Result<Option<GroupLink>, Trouble> {
    let found = read.group_link(&hash(token)).await?;
    Ok(found.filter(|link| link.is_open(app.now())))
}

/// The group behind a link that can be used.
///
/// # Errors
/// [`GroupError::NotFound`] for a link that is over: it looks like none.
pub async fn group_of(app: &App, _who: &SignedIn, token: &str) -> Result<GroupId, GroupError> {
    let mut read = app.store.read().await?;
    open(app, &mut read, token)
        .await?
        .map(|link| link.group)
        .ok_or(GroupError::NotFound)
}
