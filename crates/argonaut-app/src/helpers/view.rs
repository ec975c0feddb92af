//! Another helper's profile, as far as they show it to this viewer.

use argonaut_domain::access::{HelperFacts, Sight};
use argonaut_domain::card::Audience;
use argonaut_domain::helper::HelperOffer;
use argonaut_domain::ids::HelperId;
use argonaut_domain::language::LanguageId;
use argonaut_domain::person::LifeStage;
use argonaut_domain::taxonomy::TermId;

use crate::app::App;
use crate::contacts::key::{self, KeyState};
use crate::error::{Kind, Trouble};
use crate::people::{self, Face};
use crate::who::SignedIn;

/// What stands between the viewer and a helper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relation {
    /// It is the viewer.
    Self_,
    /// Nothing.
    None,
    /// The viewer asked to be a contact.
    IAsked,
    /// They asked the viewer.
    AskedMe,
    /// Both agreed.
    Contact,
}

/// A helper's profile as this viewer sees it. What is not shown is empty.
#[derive(Clone, Debug)]
pub struct Profile {
    /// Name, role, area.
    pub face: Face,
    /// What stands between the two.
    pub relation: Relation,
    /// A few words about themselves.
    pub about: String,
    /// Languages they speak.
    pub languages: Vec<LanguageId>,
    /// What they can give.
    pub offers: Vec<HelperOffer>,
    /// Kinds of clients they work with, in their own choice of words.
    pub situations: Vec<TermId>,
    /// Counts over the cards this viewer may see anyway, by stage of life:
    /// none under 11, rounded to 5.
    pub cards_by_stage: Vec<(LifeStage, usize)>,
    /// The digits of their key, to compare in person (contacts only, and oneself).
    pub fingerprint: Option<String>,
    /// How their key stands with the viewer: contacts, and whoever shares work with them.
    pub key: Option<KeyState>,
}

/// Why a profile cannot be looked at.
#[derive(Debug, thiserror::Error)]
pub enum ViewError {
    /// No such helper, or a block stands between: the two look the same.
    #[error("no such helper")]
    NotFound,
    /// Our own trouble.
    #[error(transparent)]
    Trouble(#[from] Trouble),
}

impl ViewError {
    /// The kind of failure.
    pub const fn kind(&self) -> Kind {
        match self {
            Self::NotFound => Kind::NotFound,
            Self::Trouble(trouble) => trouble.kind(),
        }
    }
}

/// A count that is safe to show: 0 under 11, else rounded to 5.
pub fn safe_count(count: usize) -> usize {
    if count < 11 { 0 } else { (count + 2) / 5 * 5 }
}

/// Looks at a helper's profile. One who is not listed can still be looked at by
/// contacts and in joint work.
///
/// # Errors
/// [`ViewError::NotFound`] when they may not be met.
pub async fn view(app: &App, who: &SignedIn, id: HelperId) -> Result<Profile, ViewError> {
    let me = who.helper();
    let mut read = app.store.read().await.map_err(Trouble::from)?;
    let viewer = read.viewer(me).await.map_err(Trouble::from)?;
    let contact = read.contact(me, id).await.map_err(Trouble::from)?;
    let joint_work = read
        .matches_of(me)
        .await
        .map_err(Trouble::from)?
        .iter()
        .any(|row| row.names_shown() && (row.joint.asker == id || row.joint.owner == id));
    let pinned = read.pin(me, id).await.map_err(Trouble::from)?.is_some();
    let accepted = contact.is_some_and(|row| row.accepted);
    let key = if id != me
        && (accepted || pinned)
        && read.helper(id).await.map_err(Trouble::from)?.is_some()
    {
        Some(key::state(&mut read, who, id).await?)
    } else {
        None
    };
    drop(read);
    let world = app.world();
    let helper = world.helpers.get(&id).ok_or(ViewError::NotFound)?;
    let facts = HelperFacts::of(helper);
    let known = joint_work || contact.is_some();
    if !(viewer.opens_helper(facts) || known && viewer.may_meet(facts)) {
        return Err(ViewError::NotFound);
    }
    let face = people::face(&world, &viewer, id).ok_or(ViewError::NotFound)?;
    let relation = match contact {
        _ if id == me => Relation::Self_,
        None => Relation::None,
        Some(row) if row.accepted => Relation::Contact,
        Some(row) if row.asked_by == me => Relation::IAsked,
        Some(_) => Relation::AskedMe,
    };
    let profile = &helper.profile;
    let shows = |reach| viewer.reaches(reach, id);
    let shows_clients = shows(profile.privacy.clients);
    let fingerprint = match relation {
        Relation::Self_ => Some(who.keys.fingerprint().to_string()),
        Relation::Contact => key.as_ref().and_then(|key| key.theirs.clone()),
        Relation::None | Relation::IAsked | Relation::AskedMe => None,
    };
    Ok(Profile {
        face,
        relation,
        about: profile.about.clone(),
        languages: profile.languages.clone(),
        offers: if shows(profile.privacy.offers) {
            profile.offers.clone()
        } else {
            Vec::new()
        },
        situations: if shows_clients {
            profile.situations.clone()
        } else {
            Vec::new()
        },
        cards_by_stage: if shows_clients {
            count_cards(app, &viewer, id)
        } else {
            Vec::new()
        },
        fingerprint,
        key,
    })
}

/// Counts only cards that show their owner to this viewer, or are the viewer's
/// own: a count over hidden ones would tie them to their owner.
fn count_cards(
    app: &App,
    viewer: &argonaut_domain::access::Viewer,
    id: HelperId,
) -> Vec<(LifeStage, usize)> {
    let world = app.world();
    let now = app.now();
    let mut counts: Vec<(LifeStage, usize)> =
        LifeStage::ALL.iter().map(|stage| (*stage, 0)).collect();
    for card in world
        .cards
        .values()
        .filter(|card| card.owner == id && card.audience != Audience::Everyone)
    {
        if world.sight(viewer, card, now) == Sight::Nothing {
            continue;
        }
        let mut stages = card.content.age.stages();
        if let (Some(stage), None) = (stages.next(), stages.next())
            && let Some(entry) = counts.iter_mut().find(|entry| entry.0 == stage)
        {
            entry.1 += 1;
        }
    }
    counts
        .into_iter()
        .map(|(stage, count)| (stage, safe_count(count)))
        .filter(|(_, count)| *count > 0)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_counts_are_not_shown() {
        for (count, shown) in [
            (0, 0),
            (10, 0),
            (11, 10),
            (12, 10),
            (13, 15),
            (17, 15),
            (18, 20),
        ] {
            assert_eq!(safe_count(count), shown, "{count}");
        }
    }
}
