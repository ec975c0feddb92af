//! A helper's voyage: the first time of each thing, for their own eyes; and milestones,
//! said once and quietly.

use argonaut_domain::audit::Deed;
use argonaut_domain::clock::Timestamp;
use argonaut_domain::introduction::{Helpful, Outcome, YesNo};
use argonaut_store::Read;

use super::figures::made;
use crate::app::App;
use crate::error::Trouble;
use crate::who::SignedIn;

argonaut_domain::words! {
    /// A first.
    pub enum First {
        /// The first client was recorded.
        Client = "client",
        /// The first card was published.
        Card = "card",
        /// The first contact.
        Contact = "contact",
        /// The first enquiry.
        Enquiry = "enquiry",
        /// The first introduction.
        Introduction = "introduction",
        /// The first follow-up that was answered.
        FollowUp = "follow_up",
        /// The first introduction that held.
        Held = "held",
        /// The first thanks.
        Thanks = "thanks",
        /// The first good word for another helper.
        Vouch = "vouch",
        /// The first group.
        Group = "group",
        /// The first post.
        Post = "post",
    }
}

/// Numbers of introductions that held which are worth a word.
pub const HELD: [usize; 6] = [1, 5, 10, 25, 50, 100];

/// For so many days a milestone stands on Today.
const FRESH_DAYS: i64 = 14;

/// A milestone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Milestone {
    /// So many introductions held.
    pub held: usize,
    /// Since when.
    pub at: Timestamp,
}

impl Milestone {
    /// Whether it is new enough for Today.
    pub fn is_fresh(&self, now: Timestamp) -> bool {
        now.days_since(self.at) < FRESH_DAYS
    }
}

/// A helper's voyage.
pub struct Voyage {
    /// Since when they are here, and their firsts, in order.
    pub firsts: Vec<(First, Timestamp)>,
    /// The milestones that they reached, in order.
    pub milestones: Vec<Milestone>,
}

/// It held: it helped, and the two are still in touch.
const fn held(outcome: &Outcome) -> bool {
    matches!(outcome.helpful, Helpful::Yes | Helpful::Partly)
        && matches!(outcome.still_in_touch, YesNo::Yes)
}

/// When each introduction of a helper was made, and when each that held was told of.
async fn work(read: &mut Read, who: &SignedIn) -> Result<[Vec<Timestamp>; 2], Trouble> {
    let me = who.helper();
    let (mut introduced, mut holding) = (Vec::new(), Vec::new());
    for row in read.shared_work_of(me).await? {
        let (Some((meeting, sides)), Some(mine)) = (made(&row.joint), row.joint.side_of(me)) else {
            continue;
        };
        introduced.push(meeting.at);
        let own = sides.into_iter().find(|(side, _)| *side == mine);
        if let Some((_, Some(outcome))) = own.filter(|(_, said)| said.as_ref().is_some_and(held)) {
            holding.push(outcome.at);
        }
    }
    introduced.sort_unstable();
    holding.sort_unstable();
    Ok([introduced, holding])
}

fn milestones(holding: &[Timestamp]) -> Vec<Milestone> {
    HELD.iter()
        .filter_map(|&number| {
            let at = *holding.get(number.checked_sub(1)?)?;
            Some(Milestone { held: number, at })
        })
        .collect()
}

/// The latest milestone, if one was reached.
///
/// # Errors
/// When storage fails.
pub async fn milestone(app: &App, who: &SignedIn) -> Result<Option<Milestone>, Trouble> {
    let mut read = app.store.read().await?;
    let [_, holding] = work(&mut read, who).await?;
    Ok(milestones(&holding).last().copied())
}

/// A helper's own voyage; nobody else can look at it.
///
/// # Errors
/// When storage fails.
pub async fn voyage(app: &App, who: &SignedIn) -> Result<Voyage, Trouble> {
    let mut read = app.store.read().await?;
    let [introduced, holding] = work(&mut read, who).await?;
    let deeds = read.firsts(who.helper()).await?;
    let thanks = read.thanks_of(who.helper()).await?;
    let deed = |wanted: &[Deed]| {
        deeds
            .iter()
            .filter(|(code, _)| wanted.iter().any(|deed| deed.code() == code))
            .map(|(_, at)| *at)
            .min()
    };
    let when = |first: First| match first {
        First::Client => deed(&[Deed::ClientRecorded, Deed::ClientsImported]),
        First::Card => deed(&[Deed::CardPublished]),
        First::Contact => deed(&[Deed::ContactAccepted, Deed::ContactAsked]),
        First::Enquiry => deed(&[Deed::EnquirySent]),
        First::Introduction => introduced.first().copied(),
        First::FollowUp => deed(&[Deed::FollowUpAnswered]),
        First::Held => holding.first().copied(),
        First::Thanks => thanks.iter().map(|row| row.at).min(),
        First::Vouch => deed(&[Deed::VouchSaid]),
        First::Group => deed(&[Deed::GroupJoined, Deed::GroupMade]),
        First::Post => deed(&[Deed::PostWritten]),
    };
    let mut firsts: Vec<(First, Timestamp)> = First::ALL
        .iter()
        .filter_map(|first| Some((*first, when(*first)?)))
        .collect();
    firsts.sort_by_key(|(first, at)| (*at, *first));
    Ok(Voyage {
        firsts,
        milestones: milestones(&holding),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_milestone_is_reached_with_the_introduction_that_fills_it() {
        let times: Vec<Timestamp> = (1..=7).map(Timestamp::from_micros).collect();
        let reached = milestones(&times);
        let told: Vec<(usize, i64)> = reached
            .iter()
            .map(|mark| (mark.held, mark.at.micros()))
            .collect();
        assert_eq!(told, [(1, 1), (5, 5)]);
        assert!(milestones(&[]).is_empty());
    }
}
