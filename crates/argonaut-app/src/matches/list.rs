//! A helper's matches: what waits for them, what they wait for, what is over.

use std::collections::HashMap;

use argonaut_domain::clock::Timestamp;
use argonaut_domain::ids::{ClientId, HelperId, MatchId};
use argonaut_domain::introduction::{Ending, Side, Stage, StageName};
use argonaut_store::MatchRow;

use crate::app::App;
use crate::error::Trouble;
use crate::opener::Opener;
use crate::people::{self, Face};
use crate::who::SignedIn;

/// The other helper of a match, as far as they are shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Partner {
    /// Not yet accepted: a number stands for them.
    Hidden(u16),
    /// By name.
    Shown(Face),
    /// They left, were suspended, or a block stands between.
    Unavailable,
}

/// One match in the list.
#[derive(Clone, Debug)]
pub struct MatchLine {
    /// Which.
    pub id: MatchId,
    /// On which side the helper stands.
    pub side: Side,
    /// Where it is.
    pub stage: StageName,
    /// How it ended, if it did.
    pub ending: Option<Ending>,
    /// Who is on the other side.
    pub partner: Partner,
    /// The helper's own client, if they bring one; the page looks up the name.
    pub client: Option<ClientId>,
    /// The client's name, from the helper's own record.
    pub client_name: Option<String>,
    /// Whether the helper's act is awaited.
    pub my_turn: bool,
    /// Whether it came in quietly: from somebody outside those from whom the helper takes
    /// enquiries, about a card that hides its owner.
    pub aside: bool,
    /// When it last moved.
    pub moved: Timestamp,
}

/// A helper's matches, the latest moved first.
///
/// # Errors
/// When storage fails.
pub async fn list(app: &App, who: &SignedIn) -> Result<Vec<MatchLine>, Trouble> {
    let mut read = app.store.read().await?;
    let me = who.helper();
    let rows = read.matches_of(me).await?;
    let viewer = read.viewer(me).await?;
    drop(read);
    let clients: Vec<ClientId> = rows
        .iter()
        .filter_map(|row| {
            let side = row.joint.side_of(me)?;
            row.joint.parties.of(side).client()
        })
        .collect();
    let names = names_of(app, who, &clients).await?;
    let world = app.world();
    let now = app.now();
    Ok(rows
        .iter()
        .filter_map(|row| {
            let joint = &row.joint;
            let side = joint.side_of(me)?;
            let client = joint.parties.of(side).client();
            Some(MatchLine {
                id: joint.id,
                side,
                stage: joint.stage_name(),
                ending: match joint.stage {
                    Stage::Closed { ending, .. } => Some(ending),
                    Stage::Asked
                    | Stage::Talking
                    | Stage::Proposed { .. }
                    | Stage::Active { .. }
                    | Stage::Introduced { .. } => None,
                },
                partner: partner(&world, &viewer, who, row, joint.helper(side.other())),
                client,
                client_name: client.and_then(|client| names.get(&client).cloned()),
                my_turn: *joint.awaited(now).of(side),
                aside: side == Side::Owner
                    && joint.stage == Stage::Asked
                    && world.comes_quietly(joint, viewer.is_contact(joint.asker)),
                moved: joint.moved,
            })
        })
        .collect())
}

/// The names of clients of the helper's own caseload, from their records. One that cannot
/// be believed has no name here; the caseload tells why.
pub(crate) async fn names_of(
    app: &App,
    who: &SignedIn,
    clients: &[ClientId],
) -> Result<HashMap<ClientId, String>, Trouble> {
    let mut names = HashMap::new();
    if clients.is_empty() {
        return Ok(names);
    }
    let mut read = app.store.read().await?;
    let mut opener = Opener::load(&mut read, who).await?;
    let caseload = read.caseload(who.helper()).await?;
    opener.meet(&mut read, who, &caseload).await?;
    for row in caseload.iter().filter(|row| clients.contains(&row.id)) {
        if let Ok(dossier) = opener.open(who, row) {
            names.insert(row.id, dossier.name().to_owned());
        }
    }
    drop(read);
    opener.keep_by_itself(app, who).await;
    Ok(names)
}

pub(crate) fn partner(
    world: &crate::world::World,
    viewer: &argonaut_domain::access::Viewer,
    who: &SignedIn,
    row: &MatchRow,
    other: HelperId,
) -> Partner {
    if !row.names_shown() {
        return Partner::Hidden(people::pseudonym(
            who,
            other,
            &people::Behind::Enquiry(row.joint.id),
        ));
    }
    people::face(world, viewer, other).map_or(Partner::Unavailable, Partner::Shown)
}
