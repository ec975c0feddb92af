//! The page behind a client's link: what was sealed into it, and how things
//! stand now. Reading changes nothing but "opened".

use std::collections::BTreeMap;

use argonaut_domain::access::{self, Visible};
use argonaut_domain::audit::Deed;
use argonaut_domain::card::Card;
use argonaut_domain::clock::Timestamp;
use argonaut_domain::consent::{Consent, ConsentScope};
use argonaut_domain::ids::{ClientId, HelperId, MatchId};
use argonaut_domain::introduction::{Decision, Match, Stage, StageName};
use argonaut_domain::link::{ClientLink, LinkPurpose};
use argonaut_store::Read;

use super::{Held, LinkError, Shown, held};
use crate::app::App;
use crate::error::Trouble;
use crate::matches::follow_up;

/// What a client sees.
pub struct LinkPage {
    /// The link.
    pub link: ClientLink,
    /// What was sealed into it.
    pub shown: Visible<Shown>,
    /// The consent in force about what is asked.
    pub consent: Option<Consent>,
    /// Whether an answer is still asked for.
    pub asks: bool,
    /// What is shared now; only on a link to see that.
    pub shared: Option<Shared>,
    /// Introductions about which the client can say how it goes.
    pub follow_ups: Vec<FollowUpAsked>,
}

/// A question to the client: how does it go?
#[derive(Clone, Debug)]
pub struct FollowUpAsked {
    /// About which introduction.
    pub joint: MatchId,
    /// The other helper's name, while there is one.
    pub other: Option<String>,
}

/// What is shared of a client at present, and with whom it was.
pub struct Shared {
    /// The card on show.
    pub card: Option<Card>,
    /// Every consent, latest first, with the name of whoever receives something.
    pub consents: Vec<(Consent, Option<String>)>,
    /// Every introduction, the latest first: where it is, and the other helper's
    /// name once it is known.
    pub matches: Vec<(StageName, Option<String>)>,
    /// Who opened the record, and on which day, latest first; once for each
    /// helper and day.
    pub opened: Vec<(Timestamp, Option<String>)>,
}

/// Opens the page. `looked` is false where nobody can have looked (a program
/// that asks for the headers alone).
///
/// # Errors
/// [`LinkError::Ended`] for everything that is wrong with a token.
pub async fn page(app: &App, token: &str, looked: bool) -> Result<LinkPage, LinkError> {
    let now = app.now();
    let mut write = app.store.write().await?;
    let Held {
        row,
        granted,
        shown,
        ..
    } = held(app, &mut write, token).await?;
    let mut link = row.link;
    let consents = write.consents(&granted).await?;
    let consent = in_force(&consents, &link, now);
    let asks = consent.is_none() && asks(&mut write, &link).await?;
    let shared = match link.purpose {
        LinkPurpose::Share | LinkPurpose::Introduce => None,
        LinkPurpose::See => {
            let card = write
                .cards_of(&granted)
                .await?
                .into_iter()
                .find(|card| card.is_live(now));
            let matches = write.matches_of_client(&granted).await?;
            let log = write.access_log(&granted, 500).await?;
            let mut names = Names::default();
            let mut told = Vec::with_capacity(consents.len());
            for consent in consents {
                let name = match &consent.scope {
                    ConsentScope::ShareCard => None,
                    ConsentScope::Introduce { recipient, .. } => {
                        names.of(&mut write, *recipient).await?
                    }
                };
                told.push((consent, name));
            }
            let mut introduced = Vec::with_capacity(matches.len());
            for row in matches {
                let other = other_helper(&row.joint, link.client).filter(|_| row.names_shown());
                let name = match other {
                    Some(other) => names.of(&mut write, other).await?,
                    None => None,
                };
                introduced.push((row.joint.stage_name(), name));
            }
            let mut opened: Vec<(Timestamp, Option<String>)> = Vec::new();
            for entry in log {
                if let (Deed::ClientOpened, Some(actor)) = (entry.deed, entry.actor) {
                    let name = names.of(&mut write, actor).await?;
                    let day = entry.at.date();
                    if !opened
                        .iter()
                        .any(|(at, who)| at.date() == day && *who == name)
                    {
                        opened.push((entry.at, name));
                    }
                }
            }
            Some(Shared {
                card,
                consents: told,
                matches: introduced,
                opened,
            })
        }
    };
    let mut follow_ups = Vec::new();
    for asked in follow_up::asked_of(&mut write, &granted, &link, now).await? {
        let other = write.helper(asked.other).await?.map(|helper| helper.name);
        follow_ups.push(FollowUpAsked {
            joint: asked.joint,
            other,
        });
    }
    let shown = access::reveal(&granted, link.client, shown)
        .ok_or_else(|| Trouble::Bug("a link of another client".to_owned()))?;
    if looked && write.link_opened(link.id, now).await? {
        link.opened = Some(now);
        let entry = app.entry(None, Deed::LinkOpened, link.client.uuid());
        write.commit(&[entry]).await?;
    }
    Ok(LinkPage {
        link,
        shown,
        consent,
        asks,
        shared,
        follow_ups,
    })
}

/// The consent in force about what a link asks.
pub(super) fn in_force(all: &[Consent], link: &ClientLink, now: Timestamp) -> Option<Consent> {
    let about = match link.purpose {
        LinkPurpose::See => return None,
        LinkPurpose::Share => None,
        LinkPurpose::Introduce => Some(link.introduction?),
    };
    all.iter()
        .find(|consent| consent.holds(now) && consent.scope.introduction() == about)
        .cloned()
}

/// Whether an answer is still of use.
pub(super) async fn asks(read: &mut Read, link: &ClientLink) -> Result<bool, LinkError> {
    match (link.purpose, link.introduction) {
        (LinkPurpose::Share, _) => Ok(true),
        (LinkPurpose::See, _) | (LinkPurpose::Introduce, None) => Ok(false),
        (LinkPurpose::Introduce, Some(id)) => Ok(awaited(read, id, link.client).await?.is_some()),
    }
}

/// Who would receive the details of an introduction, while this client's
/// answer is awaited.
pub(super) async fn awaited(
    read: &mut Read,
    id: MatchId,
    client: ClientId,
) -> Result<Option<HelperId>, LinkError> {
    let Some(row) = read.joint(id).await? else {
        return Ok(None);
    };
    let joint = row.joint;
    let Some(side) = joint.side_of_client(client) else {
        return Ok(None);
    };
    let waits = match &joint.stage {
        Stage::Proposed { decisions, .. } => *decisions.of(side) == Decision::Awaited,
        Stage::Asked
        | Stage::Talking
        | Stage::Active { .. }
        | Stage::Introduced { .. }
        | Stage::Closed { .. } => false,
    };
    Ok(waits.then(|| joint.helper(side.other())))
}

fn other_helper(joint: &Match, client: ClientId) -> Option<HelperId> {
    joint
        .side_of_client(client)
        .map(|side| joint.helper(side.other()))
}

/// Helpers' names, asked for once.
#[derive(Default)]
pub(crate) struct Names(BTreeMap<HelperId, Option<String>>);

impl Names {
    /// The name of a helper; `None` when there is none any more.
    pub(crate) async fn of(
        &mut self,
        read: &mut Read,
        id: HelperId,
    ) -> Result<Option<String>, argonaut_store::StoreError> {
        if let Some(known) = self.0.get(&id) {
            return Ok(known.clone());
        }
        let name = read.helper(id).await?.map(|helper| helper.name);
        self.0.insert(id, name.clone());
        Ok(name)
    }
}
