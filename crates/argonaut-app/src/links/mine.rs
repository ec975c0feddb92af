//! A client's links as helpers see them: made, opened, answered, ended.

use argonaut_domain::access::Visible;
use argonaut_domain::audit::Deed;
use argonaut_domain::ids::{ClientId, LinkId};
use argonaut_domain::link::ClientLink;
use argonaut_privacy::vault::{LinkCode, LinkToken, Sealed};
use argonaut_store::LinkRow;
use zeroize::Zeroizing;

use crate::app::App;
use crate::clients::open::unseal;
use crate::clients::{ClientError, may_open};
use crate::error::Trouble;
use crate::who::SignedIn;

/// A client's links.
pub struct Links {
    /// The client's name.
    pub name: Visible<String>,
    /// What the client speaks and we have: the language a link begins in.
    pub language: Option<argonaut_domain::locale::Locale>,
    /// The latest first.
    pub links: Vec<ClientLink>,
}

/// Every link of a client, latest first.
///
/// # Errors
/// [`ClientError::NotFound`] when the client is not theirs.
pub async fn list(app: &App, who: &SignedIn, client: ClientId) -> Result<Links, ClientError> {
    let mut read = app.store.read().await?;
    let granted = may_open(&mut read, who, client).await?;
    let (_, dossier) = unseal(&mut read, who, &granted).await?;
    let links = read.links(&granted).await?;
    Ok(Links {
        language: dossier
            .get()
            .languages
            .iter()
            .find_map(|language| argonaut_domain::locale::Locale::parse(language.code())),
        name: dossier.map(|dossier| dossier.name().to_owned()),
        links: links.into_iter().map(|row| row.link).collect(),
    })
}

/// What is given to the client: an address and a code.
pub struct ToGive {
    /// The link.
    pub link: ClientLink,
    /// The client's name.
    pub name: Visible<String>,
    /// The name of the helper who made it.
    pub helper: String,
    /// The token; `None` when another helper made the link, or it has ended.
    pub secrets: Option<LinkSecrets>,
}

/// The secrets of a link, in the clear for the helper who made it.
pub struct LinkSecrets {
    /// The path of its page.
    pub path: Zeroizing<String>,
    /// The code that is typed at `/c`.
    pub code: Zeroizing<String>,
}

/// One link, with what is given to the client.
///
/// # Errors
/// [`ClientError::NotFound`] when it is not a link of a client of theirs.
pub async fn to_give(
    app: &App,
    who: &SignedIn,
    client: ClientId,
    id: LinkId,
) -> Result<ToGive, ClientError> {
    let mut read = app.store.read().await?;
    let granted = may_open(&mut read, who, client).await?;
    let row = read
        .links(&granted)
        .await?
        .into_iter()
        .find(|row| row.link.id == id)
        .ok_or(ClientError::NotFound)?;
    let (_, dossier) = unseal(&mut read, who, &granted).await?;
    let helper = read.helper(row.link.made_by).await?;
    let secrets = if row.link.made_by == who.helper() && row.link.is_live(app.now()) {
        let (token, code) = secrets(who, &row)?;
        Some(LinkSecrets {
            path: Zeroizing::new(format!("/c/{}", *token.reveal())),
            code: code.reveal(),
        })
    } else {
        None
    };
    Ok(ToGive {
        link: row.link,
        name: dossier.map(|dossier| dossier.name().to_owned()),
        helper: helper.map(|helper| helper.name).unwrap_or_default(),
        secrets,
    })
}

/// The token and the code that this helper sealed for themselves.
pub(super) fn secrets(who: &SignedIn, row: &LinkRow) -> Result<(LinkToken, LinkCode), Trouble> {
    let sealed = Sealed::from_bytes(row.for_maker.clone());
    let bytes = who.keys.open_own(row.link.id.bytes(), &sealed)?;
    let (token, code) = bytes
        .split_at_checked(32)
        .ok_or_else(|| Trouble::Bug("a link's secrets are too short".to_owned()))?;
    Ok((LinkToken::from_bytes(token)?, LinkCode::from_bytes(code)?))
}

/// Ends a link. Any member of the circle may do it.
///
/// # Errors
/// [`ClientError::NotFound`] when it is not a link of a client of theirs.
pub async fn revoke(
    app: &App,
    who: &SignedIn,
    client: ClientId,
    id: LinkId,
) -> Result<(), ClientError> {
    let mut write = app.store.write().await?;
    let granted = may_open(&mut write, who, client).await?;
    let known = write.links(&granted).await?;
    if !known.iter().any(|row| row.link.id == id) {
        return Err(ClientError::NotFound);
    }
    match write.revoke_link(&granted, id, app.now()).await {
        // It has ended already: that is what was asked for.
        Ok(()) | Err(argonaut_store::StoreError::Stale) => {}
        Err(error) => return Err(error.into()),
    }
    Ok(write
        .commit(&[app.entry(Some(who.helper()), Deed::LinkRevoked, client.uuid())])
        .await?)
}
