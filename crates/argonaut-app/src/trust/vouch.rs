//! Vouching for somebody, renewing it, taking it back. New vouches are rationed, and counted
//! in the database, so that a word means something on every node.

use argonaut_domain::audit::{AuditEntry, Deed};
use argonaut_domain::ids::{HelperId, VouchId};
use argonaut_domain::notice::NoticeKind;
use argonaut_domain::trust::{
    MOST_MOTHERS, MOST_VOUCH_NOTE, NEW_VOUCH_DAYS, NEW_VOUCHES, TrustField, VOUCH_DAYS, Vouch,
    VouchLevel,
};
use argonaut_store::{StoreError, VouchRow, Write};

use super::{TrustError, meeting, worked_together};
use crate::app::App;
use crate::error::Trouble;
use crate::matches::tell;
use crate::who::SignedIn;

/// What is to be said of somebody.
#[derive(Clone, Debug)]
pub struct Word {
    /// About what.
    pub field: TrustField,
    /// How far.
    pub level: VouchLevel,
    /// For oneself alone; may be empty.
    pub note: String,
}

/// Vouches for a helper. What one says of them about the same field is replaced; said again
/// with the same level, it is renewed.
///
/// # Errors
/// See [`TrustError`]; [`TrustError::Enough`] when the week's ration is used up.
pub async fn vouch(
    app: &App,
    who: &SignedIn,
    other: HelperId,
    word: Word,
) -> Result<(), TrustError> {
    let (me, now) = (who.helper(), app.now());
    let note = word.note.trim();
    if note.chars().count() > MOST_VOUCH_NOTE {
        return Err(TrustError::LongNote);
    }
    let mut write = app.store.write().await?;
    let viewer = meeting(&app.world(), &mut write, me, other).await?;
    if !(viewer.is_contact(other) || worked_together(&mut write, me, other).await?) {
        return Err(TrustError::Strangers);
    }
    write.hold_vouching(me).await?;
    let shut_out = write.distrusted_by(me).await?;
    if shut_out.iter().any(|(id, _)| *id == other) {
        return Err(TrustError::Opposite);
    }
    let standing = write.vouches_by(me).await?;
    let before = standing
        .iter()
        .map(|row| row.vouch)
        .find(|vouch| vouch.to == other && vouch.field == word.field);
    let same = before.filter(|vouch| vouch.level == word.level);
    let id = match same {
        Some(vouch) => {
            write.renew_vouch(me, vouch.id, now).await?;
            vouch.id
        }
        None => {
            let since = now.plus_days(-NEW_VOUCH_DAYS);
            if write.vouches_said_since(me, since).await? >= NEW_VOUCHES {
                return Err(TrustError::Enough);
            }
            if is_highest(&word) && mothers(&mut write, app, me).await? >= MOST_MOTHERS {
                return Err(TrustError::TooManyMothers);
            }
            if let Some(before) = before {
                write.revoke_vouch(me, before.id, now).await?;
            }
            let vouch = Vouch {
                id: VouchId::ordered(now, &mut app.rng()),
                from: me,
                to: other,
                field: word.field,
                level: word.level,
                said: now,
                renewed: now,
            };
            let row = VouchRow {
                vouch,
                note: None,
                on_arrival: false,
            };
            write.insert_vouch(&row).await?;
            let kind = NoticeKind::VouchReceived;
            tell(app, &mut write, other, kind, me.uuid()).await?;
            vouch.id
        }
    };
    let sealed = if note.is_empty() {
        None
    } else {
        let sealed = who
            .keys
            .seal_own(id.bytes(), note.as_bytes(), &mut app.rng())
            .map_err(Trouble::from)?;
        Some(sealed.into_bytes())
    };
    write.set_vouch_note(me, id, sealed).await?;
    let deed = if same.is_some() {
        Deed::VouchRenewed
    } else {
        Deed::VouchSaid
    };
    write
        .commit(&[app.entry(Some(me), deed, other.uuid())])
        .await?;
    Ok(app.refresh().await?)
}

fn is_highest(word: &Word) -> bool {
    word.level == VouchLevel::Mother && word.field == TrustField::General
}

async fn mothers(write: &mut Write, app: &App, author: HelperId) -> Result<i64, Trouble> {
    let since = app.now().plus_days(-VOUCH_DAYS);
    Ok(write.mothers_of(author, since).await?)
}

/// One of one's own vouches.
async fn own(write: &mut Write, author: HelperId, id: VouchId) -> Result<Vouch, TrustError> {
    let rows = write.vouches_by(author).await?;
    let found = rows.into_iter().find(|row| row.vouch.id == id);
    found.map(|row| row.vouch).ok_or(TrustError::NotFound)
}

/// Renews a vouch for its full time. Renewing is not rationed.
///
/// # Errors
/// [`TrustError::NotFound`] when it is not theirs, or the other may not be met any more.
pub async fn renew(app: &App, who: &SignedIn, id: VouchId) -> Result<(), TrustError> {
    let me = who.helper();
    let mut write = app.store.write().await?;
    let vouch = own(&mut write, me, id).await?;
    meeting(&app.world(), &mut write, me, vouch.to).await?;
    write.renew_vouch(me, id, app.now()).await?;
    write
        .commit(&[app.entry(Some(me), Deed::VouchRenewed, vouch.to.uuid())])
        .await?;
    Ok(app.refresh().await?)
}

/// Takes a vouch back; whoever it is. Nobody is told.
///
/// # Errors
/// [`TrustError::NotFound`] when it is not theirs.
pub async fn revoke(app: &App, who: &SignedIn, id: VouchId) -> Result<(), TrustError> {
    let me = who.helper();
    let mut write = app.store.write().await?;
    let vouch = own(&mut write, me, id).await?;
    write.revoke_vouch(me, id, app.now()).await?;
    write
        .commit(&[app.entry(Some(me), Deed::VouchRevoked, vouch.to.uuid())])
        .await?;
    Ok(app.refresh().await?)
}

/// Keeps the vouch that an invitation carries, in the transaction in which the invited one
/// arrives; give the entry to its commit, and refresh after it. The invitation is the
/// ration here: it does not count against the week's. Where the highest word was given to
/// as many as it can be, "I have worked with them" is said. `None` when one stands already.
///
/// # Errors
/// When storage fails.
pub async fn vouch_on_arrival(
    app: &App,
    write: &mut Write,
    from: HelperId,
    to: HelperId,
    level: VouchLevel,
) -> Result<Option<AuditEntry>, Trouble> {
    if from == to {
        return Ok(None);
    }
    let now = app.now();
    write.hold_vouching(from).await?;
    let standing = write.vouches_by(from).await?;
    let shut_out = write.shut_out_by(from).await?;
    let about = |row: &VouchRow| row.vouch.to == to && row.vouch.field == TrustField::General;
    if standing.iter().any(about) || shut_out.contains(&to) {
        return Ok(None);
    }
    let full = level == VouchLevel::Mother && mothers(write, app, from).await? >= MOST_MOTHERS;
    let vouch = Vouch {
        id: VouchId::ordered(now, &mut app.rng()),
        from,
        to,
        field: TrustField::General,
        level: if full { VouchLevel::Worked } else { level },
        said: now,
        renewed: now,
    };
    let row = VouchRow {
        vouch,
        note: None,
        on_arrival: true,
    };
    match write.insert_vouch(&row).await {
        Ok(()) => Ok(Some(app.entry(Some(from), Deed::VouchSaid, to.uuid()))),
        Err(StoreError::Conflict(_)) => Ok(None),
        Err(error) => Err(error.into()),
    }
}
