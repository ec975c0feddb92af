//! Suggested contacts: helpers whom this one might want to know, and why, from nothing but
//! what those helpers show and what this one's own cards say. Whose card it is stays here.

use std::collections::{BTreeSet, HashMap, HashSet};

use argonaut_domain::access::{HelperFacts, Sight};
use argonaut_domain::audit::Deed;
use argonaut_domain::card::CardNeed;
use argonaut_domain::helper::OfferLevel;
use argonaut_domain::ids::HelperId;
use argonaut_domain::place::Place;
use argonaut_domain::taxonomy::TermId;

use super::ContactError;
use super::ask::may_meet;
use crate::app::App;
use crate::error::Trouble;
use crate::helpers::directory::nearness;
use crate::helpers::shared::tells;
use crate::helpers::standing::standing_of;
use crate::people::{self, Face};
use crate::who::SignedIn;

/// Days for which "not now" lasts.
pub const NOT_NOW_DAYS: i64 = 60;
/// So many contacts in common make a reason.
const SEVERAL: usize = 2;

/// Why somebody is suggested.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// They work with the same kinds of clients as this helper says to.
    SameClients(Vec<TermId>),
    /// They offer what cards of this helper's caseload ask for.
    Offers(Vec<TermId>),
    /// Several contacts know them, and everybody concerned shows it.
    KnownTo(Vec<Face>),
}

/// A suggested contact.
#[derive(Clone, Debug)]
pub struct Suggested {
    /// Who.
    pub face: Face,
    /// Why: at least one reason.
    pub reasons: Vec<Reason>,
}

/// The suggested contacts, the best first, at most so many.
///
/// # Errors
/// When storage fails.
pub async fn suggested(app: &App, who: &SignedIn, most: usize) -> Result<Vec<Suggested>, Trouble> {
    let me = who.helper();
    let now = app.now();
    let mut read = app.store.read().await?;
    let viewer = read.viewer(me).await?;
    let mut left_out: HashSet<HelperId> = read.contacts_aside(me, now).await?.into_iter().collect();
    left_out.extend(read.contacts(me).await?.iter().map(|row| row.other));
    left_out.insert(me);
    let pairs = read.contacts_of_contacts(me).await?;
    drop(read);
    let world = app.world();
    let Some(mine) = world.helpers.get(&me) else {
        return Ok(Vec::new());
    };
    let mut known_to: HashMap<HelperId, Vec<HelperId>> = HashMap::new();
    for (low, high) in pairs {
        for (between, other) in [(low, high), (high, low)] {
            if viewer.is_contact(between)
                && !left_out.contains(&other)
                && tells(&world, &viewer, between, other)
            {
                known_to.entry(other).or_default().push(between);
            }
        }
    }
    // What the cards of one's own caseload say in the open; what a card does not name is
    // not looked for.
    let needs: BTreeSet<TermId> = world
        .cards
        .values()
        .filter(|card| world.sight(&viewer, card, now) == Sight::Own)
        .flat_map(|card| card.content.needs.iter())
        .filter_map(|need| match need {
            CardNeed::Named(term, _) => Some(*term),
            CardNeed::OnIntroduction(_) => None,
        })
        .collect();
    let situations: HashSet<TermId> = mine.profile.situations.iter().copied().collect();
    let mut found: Vec<(f64, HelperId, Vec<Reason>)> = Vec::new();
    for helper in world.helpers.values() {
        if left_out.contains(&helper.id) || !viewer.finds_helper(HelperFacts::of(helper)) {
            continue;
        }
        let profile = &helper.profile;
        let shows = |reach| viewer.reaches(reach, helper.id);
        let mut reasons = Vec::new();
        let mut weight = 0.0;
        if !situations.is_empty() && shows(profile.privacy.clients) {
            let both = profile.situations.iter().copied();
            let both: Vec<TermId> = both.filter(|of| situations.contains(of)).take(3).collect();
            if let Some(many) = counted(&both) {
                weight += 2.0 * many;
                reasons.push(Reason::SameClients(both));
            }
        }
        if !needs.is_empty() && shows(profile.privacy.offers) {
            let has = profile
                .offers
                .iter()
                .filter(|of| of.level == OfferLevel::Has);
            let has = has.map(|of| of.term).filter(|term| needs.contains(term));
            let has: Vec<TermId> = has.take(3).collect();
            if let Some(many) = counted(&has) {
                weight += 3.0 * many;
                reasons.push(Reason::Offers(has));
            }
        }
        if let Some(between) = known_to
            .get(&helper.id)
            .filter(|known| known.len() >= SEVERAL)
        {
            let faces = between
                .iter()
                .filter_map(|of| people::face(&world, &viewer, *of));
            let faces: Vec<Face> = faces.take(3).collect();
            weight += 2.0 * counted(&faces).unwrap_or(0.0);
            reasons.push(Reason::KnownTo(faces));
        }
        if reasons.is_empty() {
            continue;
        }
        // Far away there is little to do together.
        let near = if mine.profile.area == Place::Anywhere || !shows(profile.privacy.area) {
            0.5
        } else {
            nearness(mine.profile.area, profile.area).unwrap_or(0.2)
        };
        weight *= near * standing_of(&world, &viewer, helper.id);
        found.push((weight, helper.id, reasons));
    }
    found.sort_unstable_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    Ok(found
        .into_iter()
        .take(most)
        .filter_map(|(_, id, reasons)| {
            let face = people::face(&world, &viewer, id)?;
            Some(Suggested { face, reasons })
        })
        .collect())
}

/// How many there are, when there are any.
fn counted<T>(found: &[T]) -> Option<f64> {
    let many = u32::try_from(found.len()).ok().filter(|many| *many > 0)?;
    Some(f64::from(many))
}

/// Puts a suggestion aside: for a while, or for good.
///
/// # Errors
/// [`ContactError::NotFound`] when they may not be met.
pub async fn put_aside(
    app: &App,
    who: &SignedIn,
    other: HelperId,
    for_good: bool,
) -> Result<(), ContactError> {
    let mut write = app.store.write().await?;
    may_meet(app, &mut write, who, other).await?;
    let until = (!for_good).then(|| app.now().plus_days(NOT_NOW_DAYS));
    write.put_contact_aside(who.helper(), other, until).await?;
    marked(app, who, write).await
}

/// Brings all of them back.
///
/// # Errors
/// When storage fails.
pub async fn bring_back(app: &App, who: &SignedIn) -> Result<(), ContactError> {
    let mut write = app.store.write().await?;
    write.bring_contacts_back(who.helper()).await?;
    marked(app, who, write).await
}

async fn marked(
    app: &App,
    who: &SignedIn,
    write: argonaut_store::Write,
) -> Result<(), ContactError> {
    let me = who.helper();
    let entry = app.entry(Some(me), Deed::ContactSuggestionMarked, me.uuid());
    Ok(write.commit(&[entry]).await?)
}
