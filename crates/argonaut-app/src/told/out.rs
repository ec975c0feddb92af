//! What goes out by mail: who is due is claimed, the letter's few facts are gathered, and how
//! it went is written down. How a letter looks and travels is the faces' work.

use argonaut_domain::access::Actor;
use argonaut_domain::audit::Deed;
use argonaut_domain::clock::Timestamp;
use argonaut_domain::ids::HelperId;
use argonaut_domain::locale::Locale;
use argonaut_domain::told::{CONFIRM_DAYS, PAUSE_MINUTES, Topic, back_off};
use argonaut_privacy::vault::{LinkToken, Outside};
pub use argonaut_store::Claimed;
use argonaut_store::{AddressState, Channel, Waiting};
use uuid::Uuid;

use super::{address, open, random_id, telling_of};
use crate::app::App;
use crate::error::Trouble;
use crate::notices;

/// Minutes for which a claim holds. A letter has a minute to be handed over, so that no
/// other node begins while one is at it.
const LEASE_MINUTES: i64 = 10;

/// Minutes until a mail server that was not reached is tried again.
const UNREACHED_MINUTES: i64 = 5;

/// A letter to one helper, with what its writer has to know and nothing else.
#[derive(Clone, Debug)]
pub struct Letter {
    claimed: Claimed,
    address_id: Uuid,
    told: Vec<Uuid>,
    /// The address to which it goes.
    pub to: String,
    /// The language in which it is written.
    pub language: Locale,
    /// What it asks or tells.
    pub matter: Matter,
    /// The mark of the link that ends mail.
    pub stop: String,
    /// The mark of the address to which it comes back when it cannot be delivered.
    pub bounce: String,
    /// Unique to this letter.
    pub id: Uuid,
    /// Now.
    pub at: Timestamp,
}

/// What a letter is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Matter {
    /// The address is to be confirmed, by this token.
    Confirm {
        /// For the link.
        token: String,
    },
    /// So many things wait in the page.
    Waiting {
        /// How many, at least one.
        things: usize,
        /// Whether the security of the account is among them.
        security: bool,
    },
}

/// How handing a letter over went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Handed {
    /// The mail server took it.
    Over,
    /// Not for now: it is tried again later.
    Later,
    /// Nobody was reached who could have taken it: this says nothing about the address.
    Unreached,
    /// The mail server says that there is no such mailbox.
    NoMailbox,
}

/// Claims who is due and gathers their letters, `most` at once.
///
/// # Errors
/// When storage fails; what was claimed until then is free again after some minutes.
pub async fn claim(app: &App, most: i64) -> Result<Vec<Letter>, Trouble> {
    let mut letters = Vec::new();
    for helper in due(app, Channel::Mail, most).await? {
        let Some(claimed) = take(app, Channel::Mail, helper).await? else {
            continue;
        };
        match gather(app, claimed).await? {
            Some(letter) => letters.push(letter),
            None => release(app, Channel::Mail, claimed).await?,
        }
    }
    Ok(letters)
}

/// Who is due to be told by a channel, in one order on every node, so that none waits for the
/// other in a circle.
pub(super) async fn due(app: &App, channel: Channel, most: i64) -> Result<Vec<HelperId>, Trouble> {
    let mut read = app.store.read().await?;
    let mut due = read.told_due(channel, app.now(), most).await?;
    drop(read);
    if !due.is_empty() {
        // What is not seen is struck off: a node that lags behind would strike off what it does
        // not know yet.
        app.refresh().await?;
    }
    due.sort_unstable();
    Ok(due)
}

/// Claims the right to tell a helper; `None` when another node has it.
pub(super) async fn take(
    app: &App,
    channel: Channel,
    helper: HelperId,
) -> Result<Option<Claimed>, Trouble> {
    let now = app.now();
    let until = now.plus_minutes(LEASE_MINUTES);
    let lease = random_id(&mut app.rng());
    let mut write = app.store.write().await?;
    let claimed = write
        .claim_round(helper, channel, lease, now, until)
        .await?;
    write.commit_unlogged().await?;
    Ok(claimed)
}

/// Gives a claim back: there was nothing to tell.
pub(super) async fn release(app: &App, channel: Channel, claimed: Claimed) -> Result<(), Trouble> {
    let mut write = app.store.write().await?;
    write.release_round(claimed, channel, app.now()).await?;
    Ok(write.commit_unlogged().await?)
}

/// What waits for a helper on a channel.
pub(super) struct Heap {
    /// The rows of the outbox.
    pub(super) told: Vec<Uuid>,
    /// How many things their reader may still see in the page.
    pub(super) things: usize,
    /// Whether the security of the account is among them.
    pub(super) security: bool,
}

/// Counts what waits: what the reader may not see in the page is not counted either. With
/// nothing left to say it is struck off, and there is none.
pub(super) async fn count(
    app: &App,
    channel: Channel,
    claimed: Claimed,
    waiting: Vec<Waiting>,
) -> Result<Option<Heap>, Trouble> {
    let told: Vec<Uuid> = waiting.iter().map(|one| one.id).collect();
    let unread = waiting.into_iter().filter_map(|one| one.notice).collect();
    let seen = notices::seen(app, claimed.helper, unread).await?;
    if seen.is_empty() {
        let mut write = app.store.write().await?;
        write
            .settle_round(claimed, channel, &told, app.now())
            .await?;
        write.commit_unlogged().await?;
        return Ok(None);
    }
    Ok(Some(Heap {
        told,
        things: seen.len(),
        security: seen
            .iter()
            .any(|notice| notice.kind.topic() == Topic::Account),
    }))
}

/// The letter of a claim; `None` when there is nothing to say any more.
async fn gather(app: &App, claimed: Claimed) -> Result<Option<Letter>, Trouble> {
    let now = app.now();
    let helper = claimed.helper;
    let mut read = app.store.read().await?;
    let row = read.mail_address(helper).await?;
    let waiting = read.outbox_due(helper, Channel::Mail, now).await?;
    let telling = telling_of(&mut read, helper).await?;
    let account = read.helper(helper).await?;
    drop(read);
    let (Some(row), Some(account)) = (row, account) else {
        clear(app, Channel::Mail, helper).await?;
        return Ok(None);
    };
    if Actor::signed_in(helper, account.standing, account.is_admin).is_none() {
        clear(app, Channel::Mail, helper).await?;
        return Ok(None);
    }
    let asks = waiting.iter().any(|one| one.notice.is_none());
    let (told, matter) = if asks && row.state != AddressState::Confirmed {
        let token = LinkToken::generate(&mut app.rng());
        let hash = token.token_hash();
        let mut write = app.store.write().await?;
        let there = write
            .set_mail_link(row.id, hash.as_bytes(), now.plus_days(CONFIRM_DAYS))
            .await?;
        write.commit_unlogged().await?;
        if !there {
            return Ok(None);
        }
        let told = waiting
            .iter()
            .filter(|one| one.notice.is_none())
            .map(|one| one.id)
            .collect();
        let token = token.reveal().to_string();
        (told, Matter::Confirm { token })
    } else {
        if row.state != AddressState::Confirmed {
            clear(app, Channel::Mail, helper).await?;
            return Ok(None);
        }
        let Some(heap) = count(app, Channel::Mail, claimed, waiting).await? else {
            return Ok(None);
        };
        let Heap {
            told,
            things,
            security,
        } = heap;
        (told, Matter::Waiting { things, security })
    };
    Ok(Some(Letter {
        claimed,
        address_id: row.id,
        told,
        to: open(app, &row)?,
        language: telling.language,
        matter,
        stop: address::mark(app, Outside::StopLink, row.id),
        bounce: address::mark(app, Outside::BounceAddress, row.id),
        id: claimed.lease,
        at: now,
    }))
}

/// Nothing can be told to this helper by a channel: nothing of it is kept.
pub(super) async fn clear(app: &App, channel: Channel, helper: HelperId) -> Result<(), Trouble> {
    let mut write = app.store.write().await?;
    write.clear_outbox(helper, channel).await?;
    Ok(write.commit_unlogged().await?)
}

/// Writes down how handing a letter over went.
///
/// # Errors
/// When storage fails; the letter is tried again when its claim is over.
pub async fn settle(app: &App, letter: &Letter, handed: Handed) -> Result<(), Trouble> {
    let now = app.now();
    let mut write = app.store.write().await?;
    let claimed = letter.claimed;
    let gives_up = match handed {
        Handed::Over => {
            let pause = match letter.matter {
                Matter::Confirm { .. } => now,
                Matter::Waiting { .. } => now.plus_minutes(PAUSE_MINUTES),
            };
            write
                .settle_round(claimed, Channel::Mail, &letter.told, pause)
                .await?;
            false
        }
        Handed::Later => match back_off(claimed.attempts) {
            Some(minutes) => {
                let next = now.plus_minutes(minutes);
                write
                    .defer_round(claimed, Channel::Mail, next, true)
                    .await?;
                false
            }
            None => true,
        },
        Handed::Unreached => {
            let next = now.plus_minutes(UNREACHED_MINUTES);
            write
                .defer_round(claimed, Channel::Mail, next, false)
                .await?;
            false
        }
        Handed::NoMailbox => true,
    };
    let mut deeds = Vec::new();
    if gives_up {
        // The address that was tried, and no other that was given meanwhile.
        let row = write.mail_address_by_id(letter.address_id).await?;
        if let Some(row) = row {
            if address::fail(app, &mut write, &row).await? {
                let subject = row.helper.uuid();
                deeds.push(app.entry(None, Deed::MailAddressFailed, subject));
            }
            write
                .settle_round(claimed, Channel::Mail, &letter.told, now)
                .await?;
        }
    }
    Ok(write.commit(&deeds).await?)
}
