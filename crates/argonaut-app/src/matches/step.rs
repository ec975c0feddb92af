//! One step of a match: loaded and authorised inside a transaction, applied by
//! the state machine, kept with its timeline, notification and audit rows.

use argonaut_domain::access::{self, Granted};
use argonaut_domain::audit::{AuditEntry, Deed};
use argonaut_domain::ids::{HelperId, MatchId, NotificationId};
use argonaut_domain::introduction::{Act, Match, Moved, Side, StageName};
use argonaut_domain::notice::{Notice, NoticeKind};
use argonaut_store::{MatchEvent, Write};
use serde_json::Value;
use uuid::Uuid;

use super::MatchError;
use crate::app::App;
use crate::error::Trouble;
use crate::hints;
use crate::who::SignedIn;

/// A step under way.
pub struct Step<'a> {
    app: &'a App,
    pub(super) write: Write,
    pub(super) joint: Match,
    pub(super) granted: Granted<MatchId>,
    pub(super) side: Side,
    deeds: Vec<AuditEntry>,
}

impl<'a> Step<'a> {
    /// Loads a match for an act of this helper.
    pub(super) async fn begin(
        app: &'a App,
        who: &SignedIn,
        id: MatchId,
    ) -> Result<Self, MatchError> {
        let mut write = app.store.write().await?;
        let row = write.joint(id).await?.ok_or(MatchError::NotFound)?;
        let (granted, side) =
            access::take_part(&who.actor, &row.joint).ok_or(MatchError::NotFound)?;
        Ok(Self {
            app,
            write,
            joint: row.joint,
            granted,
            side,
            deeds: Vec::new(),
        })
    }

    /// The helper on the other side.
    pub(super) fn other(&self) -> HelperId {
        self.joint.helper(self.side.other())
    }

    /// Applies an act; `detail` goes into the timeline: codes and dates only.
    pub(super) async fn apply(
        &mut self,
        act: &Act,
        what: &'static str,
        detail: Value,
    ) -> Result<Moved, MatchError> {
        let moved = self.joint.apply(act, Some(self.side), self.app.now())?;
        keep(
            self.app,
            &mut self.write,
            &moved,
            Some(self.side),
            what,
            detail,
        )
        .await?;
        self.joint = moved.after.clone();
        self.note(Deed::MatchMoved, self.joint.id.uuid());
        Ok(moved)
    }

    /// Notes a deed of this helper for the audit log.
    pub(super) fn note(&mut self, deed: Deed, subject: Uuid) {
        self.deeds
            .push(self.app.entry(Some(self.granted.actor()), deed, subject));
    }

    /// Somebody who takes over the side of a client, with the right to it.
    pub(super) fn standing_in(
        app: &'a App,
        write: Write,
        joint: Match,
        (granted, side): (Granted<MatchId>, Side),
    ) -> Self {
        Self {
            app,
            write,
            joint,
            granted,
            side,
            deeds: Vec::new(),
        }
    }

    /// Tells the other helper.
    pub(super) async fn tell(&mut self, kind: NoticeKind) -> Result<(), MatchError> {
        let (to, subject) = (self.other(), self.joint.id.uuid());
        Ok(tell(self.app, &mut self.write, to, kind, subject).await?)
    }

    /// Commits everything, or nothing.
    pub(super) async fn commit(self) -> Result<(), MatchError> {
        let stage = self.joint.stage_name();
        let tells = matches!(stage, StageName::Introduced | StageName::Closed);
        self.write.commit(&self.deeds).await?;
        if tells {
            // What became of it weighs in who relies on whom.
            self.app.refresh().await?;
        }
        Ok(())
    }
}

/// Keeps a move with its line in the timeline.
pub(super) async fn keep(
    app: &App,
    write: &mut Write,
    moved: &Moved,
    side: Option<Side>,
    what: &'static str,
    detail: Value,
) -> Result<(), Trouble> {
    let event = MatchEvent {
        version: moved.after.version,
        at: app.now(),
        side,
        what: what.to_owned(),
        detail,
    };
    write.move_match(&moved.after, &event).await?;
    hints::moved(app, write, &moved.after).await?;
    if moved.recalled {
        let id = moved.after.id;
        write.recall_releases(id).await?;
        write.drop_match_details(id, None).await?;
        write.drop_meeting(id).await?;
    }
    Ok(())
}

/// Puts a notification into a helper's list.
pub(crate) async fn tell(
    app: &App,
    write: &mut Write,
    to: HelperId,
    kind: NoticeKind,
    subject: Uuid,
) -> Result<(), Trouble> {
    let at = app.now();
    let id = NotificationId::ordered(at, &mut app.rng());
    Ok(write
        .insert_notice(&Notice {
            id,
            to,
            kind,
            subject,
            at,
            read: None,
        })
        .await?)
}
