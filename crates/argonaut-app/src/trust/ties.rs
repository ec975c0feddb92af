//! What storage holds of trust, in the engine's words: vouches, private distrust and blocks,
//! and what finished matches tell. Nothing of it is kept a second time.

use std::collections::HashSet;

use argonaut_domain::ids::HelperId;
use argonaut_domain::trust::{Experience, Vouch, VouchLevel, experiences};
use argonaut_engine::trust::{Day, Evidence, Experience as Told, Familiarity, Field, Tie};
use argonaut_store::{MatchRow, Read};

use crate::error::Trouble;

fn vouched(vouch: &Vouch) -> Tie {
    let familiarity = match vouch.level {
        VouchLevel::Know => Familiarity::Know,
        VouchLevel::Worked => Familiarity::Worked,
        VouchLevel::Mother => Familiarity::Mother,
    };
    Tie {
        from: vouch.from,
        to: vouch.to,
        evidence: Evidence::Vouch(familiarity),
        field: vouch.field.number().map(Field),
        day: Day::from(vouch.renewed),
    }
}

/// Whom somebody distrusts, or has blocked, gets no credit of theirs.
fn shut_out(from: HelperId, to: HelperId) -> Tie {
    Tie {
        from,
        to,
        evidence: Evidence::Distrust,
        field: None,
        // It does not fade.
        day: Day(0),
    }
}

fn shared(row: &MatchRow) -> impl Iterator<Item = Tie> {
    let told = experiences(&row.joint, row.accepted).into_iter();
    told.map(|shared| Tie {
        from: shared.from,
        to: shared.to,
        evidence: Evidence::Shared(match shared.how {
            Experience::Good => Told::Good,
            Experience::Partly => Told::Partly,
            Experience::Unanswered => Told::Unanswered,
            Experience::Declined => Told::Declined,
            Experience::Bad => Told::Bad,
        }),
        field: None,
        day: Day::from(shared.at),
    })
}

/// Everything that the helpers who are `active` say.
pub(crate) async fn all(read: &mut Read, active: &HashSet<HelperId>) -> Result<Vec<Tie>, Trouble> {
    let mut ties: Vec<Tie> = read.all_vouches().await?.iter().map(vouched).collect();
    let shut = read.all_shut_out().await?;
    ties.extend(shut.into_iter().map(|(from, to)| shut_out(from, to)));
    ties.extend(read.shared_work().await?.iter().flat_map(shared));
    ties.retain(|tie| active.contains(&tie.from));
    Ok(ties)
}

/// Everything that one helper says; nothing where the account is not active.
pub(crate) async fn of(
    read: &mut Read,
    author: HelperId,
    is_active: bool,
) -> Result<Vec<Tie>, Trouble> {
    if !is_active {
        return Ok(Vec::new());
    }
    let vouches = read.vouches_by(author).await?;
    let mut ties: Vec<Tie> = vouches.iter().map(|row| vouched(&row.vouch)).collect();
    let shut = read.shut_out_by(author).await?;
    ties.extend(shut.into_iter().map(|to| shut_out(author, to)));
    let work = read.shared_work_of(author).await?;
    ties.extend(
        work.iter()
            .flat_map(shared)
            .filter(|tie| tie.from == author),
    );
    Ok(ties)
}
