//! What a client does by a link: answers, withdraws, asks. Each is one
//! transaction with its audit row, and tells the helper.

use argonaut_domain::access::{CircleRole, Granted};
use argonaut_domain::audit::{AuditEntry, Deed};
use argonaut_domain::consent::{
    CONSENT_BY_LINK_DAYS, CONSENT_TEXT_VERSION, Consent, ConsentMethod, ConsentScope,
};
use argonaut_domain::ids::{ClientId, ConsentId, HelperId, RequestId};
use argonaut_domain::link::{ClientRequest, LINK_MOST_ACTS, LinkAnswer, LinkPurpose, RequestKind};
use argonaut_domain::locale::Locale;
use argonaut_domain::notice::NoticeKind;
use argonaut_store::{ClientRequestRow, StoreError, Write};

use super::page::{awaited, in_force};
use super::{About, Held, LinkError, binding, held};
use crate::app::App;
use crate::consents::stop;
use crate::error::Trouble;
use crate::matches::tell;

/// The longest words of a request, in characters.
pub const MAX_WORDS: usize = 1_000;

/// Begins an act: the link is read, and the act is counted.
pub(crate) async fn begin(app: &App, write: &mut Write, token: &str) -> Result<Held, LinkError> {
    let held = held(app, write, token).await?;
    match write
        .link_acts(held.row.link.id, LINK_MOST_ACTS, app.now())
        .await
    {
        Ok(()) => Ok(held),
        Err(StoreError::Stale) => Err(LinkError::TooMuch),
        Err(error) => Err(error.into()),
    }
}

/// Answers. A yes is a consent; a no after a yes withdraws it. `language` is
/// the one in which the page was read.
///
/// # Errors
/// [`LinkError::Over`] when nothing is asked any more.
pub async fn answer(
    app: &App,
    token: &str,
    answer: LinkAnswer,
    language: Locale,
) -> Result<(), LinkError> {
    let now = app.now();
    let mut write = app.store.write().await?;
    let held = begin(app, &mut write, token).await?;
    let link = &held.row.link;
    if link.purpose == LinkPurpose::See {
        return Err(LinkError::Ended);
    }
    let client = link.client;
    let all = write.consents(&held.granted).await?;
    let consent = in_force(&all, link, now);
    let mut deeds = vec![app.entry(None, Deed::LinkAnswered, client.uuid())];
    match (answer, consent) {
        // They said so before.
        (LinkAnswer::Yes, Some(_)) => {}
        (LinkAnswer::Yes, None) => {
            let scope = scope(&mut write, &held).await?;
            let new = Consent {
                id: ConsentId::ordered(now, &mut app.rng()),
                client,
                scope,
                method: ConsentMethod::Link,
                text_version: CONSENT_TEXT_VERSION.to_owned(),
                language,
                recorded_by: link.made_by,
                given: now,
                expires: now.plus_days(CONSENT_BY_LINK_DAYS),
                withdrawn: None,
            };
            write.insert_consent(&held.granted, &new).await?;
            deeds.push(app.entry(None, Deed::ConsentGiven, new.id.uuid()));
        }
        (LinkAnswer::No | LinkAnswer::Talk, Some(consent)) => {
            deeds.extend(
                stop::by_consent(
                    app,
                    &mut write,
                    &held.granted,
                    &consent,
                    None,
                    Some(link.id),
                )
                .await?,
            );
        }
        (LinkAnswer::No | LinkAnswer::Talk, None) => {
            if link.purpose == LinkPurpose::Introduce {
                scope(&mut write, &held).await?;
            }
        }
    }
    write.link_answered(link.id, answer, now).await?;
    let (kind, subject) = match link.introduction {
        Some(introduction) => (NoticeKind::ClientAnsweredMatch, introduction.uuid()),
        None => (NoticeKind::ClientAnswered, client.uuid()),
    };
    tell(app, &mut write, link.made_by, kind, subject).await?;
    write.commit(&deeds).await?;
    app.refresh().await?;
    Ok(())
}

/// What a yes would be about, while it is asked.
async fn scope(write: &mut Write, held: &Held) -> Result<ConsentScope, LinkError> {
    let link = &held.row.link;
    match (&held.shown.about, link.introduction) {
        (About::Share { .. }, _) => Ok(ConsentScope::ShareCard),
        (About::Introduce { fields, .. }, Some(introduction)) => {
            let recipient = awaited(write, introduction, link.client)
                .await?
                .ok_or(LinkError::Over)?;
            Ok(ConsentScope::Introduce {
                introduction,
                recipient,
                fields: fields.clone(),
            })
        }
        (About::Introduce { .. }, None) | (About::See { .. }, _) => Err(LinkError::Ended),
    }
}

/// What a client withdraws.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Withdrawal {
    /// What this link asked.
    This,
    /// One consent.
    One(ConsentId),
    /// Everything.
    All,
}

/// Withdraws, and stops what it let flow at once. The link itself goes on, so
/// that it can be given anew.
///
/// # Errors
/// [`LinkError::Over`] when there is nothing to withdraw (any more).
pub async fn withdraw(app: &App, token: &str, what: Withdrawal) -> Result<(), LinkError> {
    let now = app.now();
    let mut write = app.store.write().await?;
    let held = begin(app, &mut write, token).await?;
    let link = &held.row.link;
    let all = write.consents(&held.granted).await?;
    let sees = link.purpose == LinkPurpose::See;
    let consent = match what {
        Withdrawal::This => in_force(&all, link, now),
        // A link for one purpose withdraws nothing else.
        Withdrawal::One(id) if sees => all
            .into_iter()
            .find(|consent| consent.id == id && consent.holds(now)),
        Withdrawal::One(_) => return Err(LinkError::Ended),
        Withdrawal::All if sees => None,
        Withdrawal::All => return Err(LinkError::Ended),
    };
    let keep = Some(link.id);
    let mut deeds = match (what, consent) {
        (Withdrawal::All, _) => {
            stop::everything(app, &mut write, &held.granted, None, keep).await?
        }
        (Withdrawal::This | Withdrawal::One(_), Some(consent)) => {
            stop::by_consent(app, &mut write, &held.granted, &consent, None, keep).await?
        }
        (Withdrawal::This | Withdrawal::One(_), None) => return Err(LinkError::Over),
    };
    deeds.push(app.entry(None, Deed::LinkAnswered, link.client.uuid()));
    tell_all(
        app,
        &mut write,
        &held.granted,
        link.made_by,
        NoticeKind::ClientWithdrew,
    )
    .await?;
    write.commit(&deeds).await?;
    app.refresh().await?;
    Ok(())
}

/// Asks the helper to mend or to erase something. The words are sealed.
///
/// # Errors
/// [`LinkError::TooMuch`] when the words are too long.
pub async fn request(
    app: &App,
    token: &str,
    kind: RequestKind,
    words: &str,
) -> Result<(), LinkError> {
    let words = words.trim();
    if words.chars().count() > MAX_WORDS {
        return Err(LinkError::TooMuch);
    }
    let now = app.now();
    let mut rng = app.rng();
    let mut write = app.store.write().await?;
    let held = begin(app, &mut write, token).await?;
    let link = &held.row.link;
    if link.purpose != LinkPurpose::See {
        return Err(LinkError::Ended);
    }
    let id = RequestId::ordered(now, &mut rng);
    let sealed = held
        .token
        .seal_words(&binding(link), id.bytes(), words.as_bytes(), &mut rng)?;
    let new = ClientRequestRow {
        request: ClientRequest {
            id,
            link: link.id,
            kind,
            made: now,
        },
        words: sealed.into_bytes(),
    };
    write.insert_client_request(&held.granted, &new).await?;
    tell(
        app,
        &mut write,
        link.made_by,
        NoticeKind::ClientAsks,
        link.client.uuid(),
    )
    .await?;
    let deeds: [AuditEntry; 1] = [app.entry(None, Deed::RequestMade, link.client.uuid())];
    Ok(write.commit(&deeds).await?)
}

/// Tells the helper of the link, and whoever answers for the client besides.
async fn tell_all(
    app: &App,
    write: &mut Write,
    granted: &Granted<ClientId>,
    maker: HelperId,
    kind: NoticeKind,
) -> Result<(), Trouble> {
    let circle = write.circle(granted).await?;
    let leads = circle
        .iter()
        .filter(|seat| seat.role == CircleRole::Lead && seat.helper != maker)
        .map(|seat| seat.helper);
    for helper in std::iter::once(maker).chain(leads) {
        tell(app, write, helper, kind, granted.subject().uuid()).await?;
    }
    Ok(())
}
