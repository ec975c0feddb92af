//! Why the engine showed what an enquiry is about, kept in codes beside the match: from
//! them the weights are learned, and needs are counted by kind. Never a word of a person.

use std::collections::BTreeSet;

use argonaut_domain::ids::{ClientId, MatchId};
use argonaut_domain::introduction::Side;
use argonaut_domain::taxonomy::{Taxonomy, TermId};
use argonaut_domain::trust::TrustField;
use argonaut_engine::learn::ReasonCode;
use argonaut_engine::{ListingId, Reason};
use argonaut_store::{MatchReason, Write};

use super::MatchError;
use crate::app::App;
use crate::clients::open::unseal;
use crate::clients::{ClientError, may_open};
use crate::suggestions::Eyes;
use crate::suggestions::list::asking_card;
use crate::who::SignedIn;

/// Before the code of a need that the asker's side meets for the other.
const BACK: &str = "back.";

/// The reasons for a listing, as it is shown to this helper for this client.
pub(super) async fn reasons(
    app: &App,
    write: &mut Write,
    who: &SignedIn,
    client: ClientId,
    (id, listing): (MatchId, ListingId),
) -> Result<Vec<MatchReason>, MatchError> {
    let granted = may_open(write, who, client).await?;
    let dossier = match unseal(write, who, &granted).await {
        Ok((_, dossier)) => dossier,
        // A record that cannot be believed gives no reasons; its own page tells of it.
        Err(ClientError::Troubled(_)) => return Ok(Vec::new()),
        Err(error) => return Err(error.into()),
    };
    let (card, _) = asking_card(app, write, &granted, dossier.get()).await?;
    let viewer = write.viewer(who.helper()).await?;
    let eyes = Eyes::new(viewer, app.world(), app.now()).relying(TrustField::of_card(&card));
    let snapshot = app.keeper().engine().snapshot();
    let found = snapshot.pair(&card, listing, &eyes);
    let found = found.and_then(|compared| compared.suggestion);
    let coded: BTreeSet<MatchReason> = found
        .iter()
        .flat_map(|suggestion| &suggestion.reasons)
        .map(|reason| coded(id, reason))
        .collect();
    Ok(coded.into_iter().collect())
}

fn coded(joint: MatchId, reason: &Reason) -> MatchReason {
    let code = ReasonCode::of(reason).code();
    let (code, term) = match reason {
        Reason::NeedMet {
            need,
            forward: true,
            ..
        } => (code.to_owned(), need.code().to_owned()),
        Reason::NeedMet { need, .. } => (format!("{BACK}{code}"), need.code().to_owned()),
        Reason::SharedInterest(_)
        | Reason::Connection(_)
        | Reason::SamePlace
        | Reason::Near(_)
        | Reason::Remote
        | Reason::SharedLanguage(_)
        | Reason::Contact
        | Reason::Waiting(_) => (code.to_owned(), String::new()),
    };
    MatchReason { joint, code, term }
}

/// The code of a kept reason, whichever side's need it was.
pub fn code_of(reason: &MatchReason) -> Option<ReasonCode> {
    ReasonCode::parse(reason.code.strip_prefix(BACK).unwrap_or(&reason.code))
}

/// The need of this side that the other meets, if the reason is one.
pub fn need_of(reason: &MatchReason, side: Side) -> Option<TermId> {
    let back = reason.code.starts_with(BACK);
    let theirs = match side {
        Side::Asker => !back,
        Side::Owner => back,
    };
    if theirs && !reason.term.is_empty() {
        Taxonomy::builtin().by_code(&reason.term)
    } else {
        None
    }
}
