//! A helper's address for mail: given, confirmed through a link, removed, and marked when it
//! takes no mail. Nobody but its owner ever sees it.

use argonaut_domain::audit::Deed;
use argonaut_domain::ids::HelperId;
use argonaut_domain::locale::Locale;
use argonaut_domain::notice::NoticeKind;
use argonaut_privacy::vault::{LinkToken, Outside};
use argonaut_store::{AddressState, MailAddressRow, StoreError, Write};
use thiserror::Error;
use uuid::Uuid;

use super::{random_id, usual};
use crate::app::App;
use crate::error::{Kind, Trouble};
use crate::matches::tell;
use crate::who::SignedIn;

/// The longest address that mail servers take, in bytes.
pub const LONGEST: usize = 254;

/// Why an address cannot be taken, confirmed or removed.
#[derive(Debug, Error)]
pub enum AddressError {
    /// It does not read as an address.
    #[error("no address")]
    NotOne,
    /// This instance has no mail server.
    #[error("mail is off")]
    Off,
    /// There is none to confirm or remove.
    #[error("no address was given")]
    None,
    /// The link is wrong, was used, or has ended.
    #[error("the link is over")]
    Over,
    /// Our own trouble.
    #[error(transparent)]
    Trouble(#[from] Trouble),
}

impl AddressError {
    /// The kind of failure.
    pub const fn kind(&self) -> Kind {
        match self {
            Self::NotOne | Self::Off => Kind::Invalid,
            Self::None => Kind::Conflict,
            Self::Over => Kind::NotFound,
            Self::Trouble(trouble) => trouble.kind(),
        }
    }
}

impl From<StoreError> for AddressError {
    fn from(error: StoreError) -> Self {
        Self::Trouble(error.into())
    }
}

/// Takes an address in place of one before, and asks for the mail that confirms it. Until
/// then nothing else goes there.
///
/// # Errors
/// See [`AddressError`].
pub async fn give(
    app: &App,
    who: &SignedIn,
    typed: &str,
    screen: Locale,
) -> Result<(), AddressError> {
    if !app.means.mail {
        return Err(AddressError::Off);
    }
    let text = typed.trim();
    if !reads_as_address(text) {
        return Err(AddressError::NotOne);
    }
    let now = app.now();
    let mut rng = app.rng();
    let id = random_id(&mut rng);
    let helper = who.helper();
    let sealed = app
        .server_key
        .seal_outside(
            Outside::MailAddress,
            id.as_bytes(),
            helper.bytes(),
            text.as_bytes(),
            &mut rng,
        )
        .map_err(Trouble::from)?;
    let row = MailAddressRow {
        id,
        helper,
        sealed: sealed.into_bytes(),
        state: AddressState::Waiting,
        link_until: None,
        given: now,
        changed: now,
    };
    let mut write = app.store.write().await?;
    write.give_mail_address(&row).await?;
    if write.telling(helper).await?.is_none() {
        write.set_telling(helper, &usual(Some(screen))).await?;
    }
    write
        .put_confirmation(random_id(&mut rng), helper, now)
        .await?;
    Ok(write
        .commit(&[app.entry(Some(helper), Deed::MailAddressGiven, helper.uuid())])
        .await?)
}

/// Asks for the mail with the link once more.
///
/// # Errors
/// [`AddressError::None`] when there is no address that waits for it.
pub async fn again(app: &App, who: &SignedIn) -> Result<(), AddressError> {
    if !app.means.mail {
        return Err(AddressError::Off);
    }
    let mut write = app.store.write().await?;
    let row = write
        .mail_address(who.helper())
        .await?
        .filter(|row| row.state != AddressState::Confirmed)
        .ok_or(AddressError::None)?;
    let id = random_id(&mut app.rng());
    write.put_confirmation(id, row.helper, app.now()).await?;
    Ok(write.commit_unlogged().await?)
}

/// Removes the address and what waits for it.
///
/// # Errors
/// [`AddressError::None`] when there is none.
pub async fn remove(app: &App, who: &SignedIn) -> Result<(), AddressError> {
    let helper = who.helper();
    let mut write = app.store.write().await?;
    if !write.end_mail_address(helper).await? {
        return Err(AddressError::None);
    }
    Ok(write
        .commit(&[app.entry(Some(helper), Deed::MailAddressRemoved, helper.uuid())])
        .await?)
}

/// Whether a link still confirms an address.
///
/// # Errors
/// When storage fails.
pub async fn works(app: &App, token: &str) -> Result<bool, Trouble> {
    let Ok(token) = LinkToken::parse(token) else {
        return Ok(false);
    };
    let hash = token.token_hash();
    let mut read = app.store.read().await?;
    Ok(read
        .mail_address_by_link(hash.as_bytes(), app.now())
        .await?
        .is_some())
}

/// Confirms the address to which the link was sent. Whoever holds the link reads that
/// mailbox, so nobody has to be signed in.
///
/// # Errors
/// [`AddressError::Over`] for a link that is wrong, was used, or has ended.
pub async fn confirm(app: &App, token: &str) -> Result<(), AddressError> {
    let token = LinkToken::parse(token).map_err(|_| AddressError::Over)?;
    let hash = token.token_hash();
    let now = app.now();
    let mut write = app.store.write().await?;
    let row = write
        .mail_address_by_link(hash.as_bytes(), now)
        .await?
        .ok_or(AddressError::Over)?;
    // Another node may have taken the same link: then it is used.
    if !write
        .set_mail_state(row.id, AddressState::Confirmed, now)
        .await?
    {
        return Err(AddressError::Over);
    }
    Ok(write
        .commit(&[app.entry(None, Deed::MailAddressConfirmed, row.helper.uuid())])
        .await?)
}

/// Marks an address as taking no mail: nothing goes there until it is confirmed again, and
/// its owner is told in the page. Tells whether that is news.
pub(super) async fn fail(
    app: &App,
    write: &mut Write,
    row: &MailAddressRow,
) -> Result<bool, Trouble> {
    if !write
        .set_mail_state(row.id, AddressState::Failing, app.now())
        .await?
    {
        return Ok(false);
    }
    write
        .clear_outbox(row.helper, argonaut_store::Channel::Mail)
        .await?;
    let subject = row.helper.uuid();
    tell(app, write, row.helper, NoticeKind::MailFailing, subject).await?;
    Ok(true)
}

/// The owner of an address and its mark, as they stand in the mails that went there.
pub(super) struct Marked {
    /// The address.
    pub(super) row: MailAddressRow,
}

/// The address behind a mark of a mail; `None` when the mark is wrong, or the address was
/// removed.
pub(super) async fn by_mark(
    app: &App,
    what: Outside,
    text: &str,
) -> Result<Option<Marked>, Trouble> {
    let (Some(id), Some(mark)) = (text.get(..32), text.get(32..)) else {
        return Ok(None);
    };
    let Ok(id) = Uuid::parse_str(id) else {
        return Ok(None);
    };
    if !app.server_key.is_mark(what, id.as_bytes(), mark) {
        return Ok(None);
    }
    let mut read = app.store.read().await?;
    Ok(read.mail_address_by_id(id).await?.map(|row| Marked { row }))
}

/// The mark of an address for one purpose: 52 small hexadecimal digits.
pub(super) fn mark(app: &App, what: Outside, id: Uuid) -> String {
    format!(
        "{}{}",
        id.simple(),
        app.server_key.mark(what, id.as_bytes())
    )
}

/// An address came back as one that takes no mail. `None` when the mark is none of ours or
/// the address is not there any more; else whether that is news.
///
/// # Errors
/// When storage fails.
pub async fn bounced(app: &App, mark: &str) -> Result<Option<bool>, Trouble> {
    let Some(marked) = by_mark(app, Outside::BounceAddress, &mark.to_lowercase()).await? else {
        return Ok(None);
    };
    let helper: HelperId = marked.row.helper;
    let mut write = app.store.write().await?;
    let news = fail(app, &mut write, &marked.row).await?;
    write
        .commit(&if news {
            vec![app.entry(None, Deed::MailAddressFailed, helper.uuid())]
        } else {
            Vec::new()
        })
        .await?;
    Ok(Some(news))
}

/// Whether this could be delivered: one `@`, a name before it, a domain with a dot behind.
/// What stands for nobody, or would not survive a mail's head, is refused.
fn reads_as_address(text: &str) -> bool {
    let Some((name, domain)) = text.rsplit_once('@') else {
        return false;
    };
    let name_fits = !name.is_empty()
        && name.len() <= 64
        && !name.starts_with('.')
        && !name.ends_with('.')
        && !name.contains("..")
        && name.chars().all(|letter| {
            letter.is_ascii_alphanumeric() || "!#$%&'*+-/=?^_`{|}~.".contains(letter)
        });
    let labels: Vec<&str> = domain.split('.').collect();
    let domain_fits = labels.len() >= 2
        && labels.iter().all(|label| {
            !label.is_empty()
                && label.len() <= 63
                && !label.starts_with('-')
                && !label.ends_with('-')
                && label
                    .chars()
                    .all(|letter| letter.is_ascii_alphanumeric() || letter == '-')
        });
    text.len() <= LONGEST && name_fits && domain_fits
}

#[cfg(test)]
mod tests {
    use super::reads_as_address;

    #[test]
    fn addresses_are_told_from_other_words() {
        for good in [
            "rosa@example.org",
            "rosa.o'neil+told@mail.example.org",
            "r@e-x.example.org",
        ] {
            assert!(reads_as_address(good), "{good}");
        }
        let long = format!("{}@example.org", "x".repeat(65));
        for bad in [
            "",
            "rosa",
            "@example.org",
            "rosa@",
            "rosa@localhost",
            "rosa@example.org\r\nBcc: eva@example.org",
            "rosa <rosa@example.org>",
            "a b@example.org",
            "rosa@exa mple.org",
            "rosa@-example.org",
            "rosa..o@example.org",
            "rosa@example..org",
            &long,
        ] {
            assert!(!reads_as_address(bad), "{bad}");
        }
    }
}
