//! One's own vouches: given and received, and whom one distrusts. For their owner alone.

use argonaut_domain::ids::HelperId;
use argonaut_domain::trust::{NEW_VOUCH_DAYS, NEW_VOUCHES, Vouch};
use argonaut_privacy::vault::Sealed;

use crate::app::App;
use crate::error::Trouble;
use crate::people::{self, Face};
use crate::who::SignedIn;

/// A vouch that one gave.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Given {
    /// The vouch.
    pub vouch: Vouch,
    /// Of whom; `None` where they left, or a block stands between.
    pub to: Option<Face>,
    /// The private note, if it opens.
    pub note: Option<String>,
    /// Whether it counts now.
    pub holds: bool,
    /// Whether it ends soon, or has ended.
    pub wants_renewing: bool,
}

/// A vouch that somebody gave to this helper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Received {
    /// The vouch.
    pub vouch: Vouch,
    /// Who said it.
    pub from: Face,
}

/// Everything about one's own words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mine {
    /// Given; the ones that end first come first.
    pub given: Vec<Given>,
    /// Received and counting, the latest first. Who said it is shown: a word that its
    /// subject may not know of is a rumour.
    pub received: Vec<Received>,
    /// Whom one distrusts, by name while they may be met.
    pub distrusted: Vec<(HelperId, Option<Face>)>,
    /// How many new vouches this week still allows.
    pub left: i64,
}

/// One's own vouches.
///
/// # Errors
/// When storage fails.
pub async fn mine(app: &App, who: &SignedIn) -> Result<Mine, Trouble> {
    let (me, now) = (who.helper(), app.now());
    let world = app.world();
    let mut read = app.store.read().await?;
    let viewer = read.viewer(me).await?;
    let face = |id| people::face(&world, &viewer, id);
    let given = read
        .vouches_by(me)
        .await?
        .into_iter()
        .map(|row| Given {
            vouch: row.vouch,
            to: face(row.vouch.to),
            note: row.note.and_then(|note| open(who, &row.vouch, note)),
            holds: row.vouch.holds(now),
            wants_renewing: row.vouch.wants_renewing(now),
        })
        .collect();
    let received = read
        .vouches_for(me)
        .await?
        .into_iter()
        .filter(|vouch| vouch.holds(now))
        .filter_map(|vouch| {
            let from = face(vouch.from)?;
            Some(Received { vouch, from })
        })
        .collect();
    let distrusted = read.distrusted_by(me).await?;
    let distrusted = distrusted.into_iter().map(|(id, _)| (id, face(id)));
    let distrusted = distrusted.collect();
    let since = now.plus_days(-NEW_VOUCH_DAYS);
    let left = NEW_VOUCHES - read.vouches_said_since(me, since).await?;
    Ok(Mine {
        given,
        received,
        distrusted,
        left: left.max(0),
    })
}

/// The private note of a vouch; `None` when it does not open.
fn open(who: &SignedIn, vouch: &Vouch, note: Vec<u8>) -> Option<String> {
    let sealed = Sealed::from_bytes(note);
    let opened = who.keys.open_own(vouch.id.bytes(), &sealed).ok()?;
    std::str::from_utf8(&opened).ok().map(str::to_owned)
}
