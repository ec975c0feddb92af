//! Stopping what a consent lets flow: the one place that knows all of it. The
//! open card, with it the suggestions made from it, the open matches, what was
//! released in them, the client's links, and the notices that wait.

use argonaut_domain::access::Granted;
use argonaut_domain::audit::{AuditEntry, Deed};
use argonaut_domain::consent::{Consent, ConsentScope};
use argonaut_domain::ids::{ClientId, HelperId, LinkId};
use argonaut_domain::introduction::{ClosingReason, Decision, Match, Stage};
use argonaut_domain::notice::NoticeKind;
use argonaut_store::{LinksToEnd, Write};

use crate::app::App;
use crate::cards::withdraw::{Speed, take_down};
use crate::error::Trouble;
use crate::matches::end::{self, Ending};

/// Withdraws one consent, and everything else that says the same (a renewal
/// beside it), and stops what they let flow. `actor` is the helper who does it,
/// `None` where the client does, by the link `keep`.
pub(crate) async fn by_consent(
    app: &App,
    write: &mut Write,
    granted: &Granted<ClientId>,
    consent: &Consent,
    actor: Option<HelperId>,
    keep: Option<LinkId>,
) -> Result<Vec<AuditEntry>, Trouble> {
    let now = app.now();
    let mut deeds = Vec::new();
    for same in write.consents(granted).await? {
        let in_force = same.withdrawn.is_none() && same.scope_fits(&consent.scope);
        if same.id == consent.id || (in_force && same.holds(now)) {
            write.withdraw_consent(granted, same.id, now).await?;
            deeds.push(app.entry(actor, Deed::ConsentWithdrawn, same.id.uuid()));
        }
    }
    match &consent.scope {
        ConsentScope::ShareCard => {
            deeds.extend(take_down(app, write, granted, actor, Speed::AtOnce).await?);
            // An introduction to which the client said yes stands on its own consent.
            let ending = ended(actor);
            let on_the_card_alone = |joint: &Match| !has_said_yes(joint, granted.subject());
            deeds.extend(end::of_client(app, write, granted, ending, on_the_card_alone).await?);
            write
                .revoke_links(granted, LinksToEnd::Asking, keep, now)
                .await?;
            write.drop_notices_of(granted).await?;
        }
        ConsentScope::Introduce { introduction, .. } => {
            let this = |joint: &Match| joint.id == *introduction;
            deeds.extend(end::of_client(app, write, granted, ended(actor), this).await?);
            write
                .revoke_links(granted, LinksToEnd::OfMatch(*introduction), keep, now)
                .await?;
        }
    }
    Ok(deeds)
}

/// Withdraws every consent of a client and stops every flow.
pub(crate) async fn everything(
    app: &App,
    write: &mut Write,
    granted: &Granted<ClientId>,
    actor: Option<HelperId>,
    keep: Option<LinkId>,
) -> Result<Vec<AuditEntry>, Trouble> {
    let now = app.now();
    let mut deeds = Vec::new();
    for consent in write.consents(granted).await? {
        if consent.holds(now) {
            write.withdraw_consent(granted, consent.id, now).await?;
            deeds.push(app.entry(actor, Deed::ConsentWithdrawn, consent.id.uuid()));
        }
    }
    deeds.extend(take_down(app, write, granted, actor, Speed::AtOnce).await?);
    deeds.extend(end::of_client(app, write, granted, ended(actor), |_| true).await?);
    write
        .revoke_links(granted, LinksToEnd::All, keep, now)
        .await?;
    write.drop_notices_of(granted).await?;
    Ok(deeds)
}

/// Stops every flow of a client who is archived or erased. The consents stay as
/// they are: they tell what was agreed.
pub(crate) async fn flows(
    app: &App,
    write: &mut Write,
    granted: &Granted<ClientId>,
    actor: Option<HelperId>,
) -> Result<Vec<AuditEntry>, Trouble> {
    let ending = Ending {
        actor,
        reason: None,
        tells: NoticeKind::MatchClosed,
    };
    let mut deeds = take_down(app, write, granted, actor, Speed::AtOnce).await?;
    deeds.extend(end::of_client(app, write, granted, ending, |_| true).await?);
    write
        .revoke_links(granted, LinksToEnd::All, None, app.now())
        .await?;
    write.drop_notices_of(granted).await?;
    Ok(deeds)
}

const fn ended(actor: Option<HelperId>) -> Ending {
    Ending {
        actor,
        reason: Some(ClosingReason::ConsentEnded),
        tells: NoticeKind::ConsentEnded,
    }
}

/// Whether this client's own consent stands behind their side of a match.
fn has_said_yes(joint: &Match, client: ClientId) -> bool {
    let Some(side) = joint.side_of_client(client) else {
        return false;
    };
    match &joint.stage {
        Stage::Proposed { decisions, .. }
        | Stage::Active { decisions, .. }
        | Stage::Introduced { decisions, .. } => match decisions.of(side) {
            Decision::Agreed { .. } => true,
            Decision::Awaited => false,
        },
        Stage::Asked | Stage::Talking | Stage::Closed { .. } => false,
    }
}
