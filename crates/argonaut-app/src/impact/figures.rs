//! The figures: introductions, what became of them, how long the first one took, needs met
//! by kind, and how often follow-up was answered.

use std::collections::{BTreeMap, BTreeSet};

use argonaut_domain::clock::Timestamp;
use argonaut_domain::ids::{ClientId, HelperId, MatchId};
use argonaut_domain::introduction::{Helpful, Match, Meeting, Outcome, Side, Stage};
use argonaut_domain::taxonomy::{Taxonomy, TermId};
use argonaut_store::{MatchReason, Read};
use jiff::civil::Date;

use crate::app::App;
use crate::error::Trouble;
use crate::helpers::view::safe_count;
use crate::matches::reasons::need_of;
use crate::who::SignedIn;

argonaut_domain::words! {
    /// Of which introductions.
    pub enum Period {
        /// This calendar year.
        Year = "year",
        /// The last twelve months.
        Months = "months",
        /// All.
        All = "all",
    }
}

impl Period {
    /// When it begins.
    pub fn from(self, now: Timestamp) -> Timestamp {
        match self {
            Self::Year => Timestamp::from_date(
                Date::constant(1970, 1, 1)
                    .with()
                    .year(now.date().year())
                    .build()
                    .unwrap_or(Date::ZERO),
            ),
            Self::Months => now.plus_days(-365),
            Self::All => Timestamp::from_micros(i64::MIN),
        }
    }
}

/// What became of introductions.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Outcomes {
    /// The need is met.
    pub met: usize,
    /// In part.
    pub partly: usize,
    /// It did not help.
    pub not: usize,
    /// It did harm.
    pub harm: usize,
    /// Nothing is said yet.
    pub open: usize,
}

impl Outcomes {
    /// How many were told of.
    pub const fn told(&self) -> usize {
        self.met + self.partly + self.not + self.harm
    }
}

/// A median, and of how many.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Median {
    /// In days.
    pub days: i64,
    /// Of so many clients.
    pub of: usize,
}

/// The figures of one helper, or the safe ones of a group.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    /// How many introductions were made.
    pub introductions: usize,
    /// What became of them.
    pub outcomes: Outcomes,
    /// From the record of a client to their first introduction.
    pub first: Option<Median>,
    /// Needs met or met in part, by kind; `None` where the kind was not recorded.
    pub kinds: Vec<(Option<TermId>, usize)>,
    /// How often follow-up was due.
    pub asked: usize,
    /// How often it was answered.
    pub answered: usize,
}

impl Figures {
    /// The share of answered follow-ups, in per cent.
    pub fn follow_up_rate(&self) -> Option<usize> {
        (self.answered.min(self.asked) * 100).checked_div(self.asked)
    }

    /// The same with nothing under 11 and everything rounded to 5: what a group may read.
    #[must_use]
    pub(super) fn safe(&self) -> Self {
        let outcomes = Outcomes {
            met: safe_count(self.outcomes.met),
            partly: safe_count(self.outcomes.partly),
            not: safe_count(self.outcomes.not),
            harm: safe_count(self.outcomes.harm),
            open: safe_count(self.outcomes.open),
        };
        let first = self.first.filter(|first| first.of >= 11);
        let kinds = self
            .kinds
            .iter()
            .map(|(kind, count)| (*kind, safe_count(*count)));
        Self {
            introductions: safe_count(self.introductions),
            outcomes,
            first: first.map(|first| Median {
                days: first.days,
                of: safe_count(first.of),
            }),
            kinds: kinds.filter(|(_, count)| *count > 0).collect(),
            asked: safe_count(self.asked),
            answered: safe_count(self.answered),
        }
    }
}

/// What each side said of it.
type BySide = [(Side, Option<Outcome>); 2];

/// How an introduction was made, and what its sides say; `None` before one.
pub(super) fn made(joint: &Match) -> Option<(Meeting, BySide)> {
    let (meeting, outcomes) = match &joint.stage {
        Stage::Introduced {
            meeting, outcomes, ..
        } => (*meeting, outcomes),
        Stage::Closed {
            meeting: Some(meeting),
            outcomes,
            ..
        } => (*meeting, outcomes),
        Stage::Closed { meeting: None, .. }
        | Stage::Asked
        | Stage::Talking
        | Stage::Proposed { .. }
        | Stage::Active { .. } => return None,
    };
    Some((
        meeting,
        [(Side::Asker, outcomes.asker), (Side::Owner, outcomes.owner)],
    ))
}

/// Sums up the introductions of some helpers, each introduction once.
#[derive(Default)]
pub(super) struct Count {
    figures: Figures,
    seen: BTreeSet<MatchId>,
    kinds: BTreeMap<Option<TermId>, usize>,
    waits: BTreeMap<ClientId, i64>,
    /// Helpers with an introduction of their own in it.
    pub(super) contributors: usize,
}

impl Count {
    /// Adds what one helper did; `ours` tells whose outcomes count.
    pub(super) async fn add(
        &mut self,
        read: &mut Read,
        helper: HelperId,
        ours: &BTreeSet<HelperId>,
        (from, now): (Timestamp, Timestamp),
    ) -> Result<(), Trouble> {
        let rows = read.shared_work_of(helper).await?;
        let recorded = read.recorded_of(helper).await?;
        let mut reasons: BTreeMap<MatchId, Vec<MatchReason>> = BTreeMap::new();
        for reason in read.match_reasons_of(helper).await? {
            reasons.entry(reason.joint).or_default().push(reason);
        }
        let mut first: BTreeMap<ClientId, Timestamp> = BTreeMap::new();
        let mut any = false;
        for row in &rows {
            let joint = &row.joint;
            let (Some((meeting, sides)), Some(side)) = (made(joint), joint.side_of(helper)) else {
                continue;
            };
            if let Some(client) = joint.parties.of(side).client() {
                let at = first.entry(client).or_insert(meeting.at);
                *at = (*at).min(meeting.at);
            }
            if meeting.at < from || meeting.at > now {
                continue;
            }
            any = true;
            if !self.seen.insert(joint.id) {
                continue;
            }
            self.figures.introductions += 1;
            let said = sides
                .into_iter()
                .filter(|(side, _)| ours.contains(&joint.helper(*side)))
                .filter_map(|(side, outcome)| Some((side, outcome?.helpful)))
                .collect::<Vec<_>>();
            // The more careful word of two counts.
            let worst = said.iter().map(|(_, helpful)| *helpful).max();
            let outcomes = &mut self.figures.outcomes;
            match worst {
                Some(Helpful::Yes) => outcomes.met += 1,
                Some(Helpful::Partly) => outcomes.partly += 1,
                Some(Helpful::No) => outcomes.not += 1,
                Some(Helpful::Harm) => outcomes.harm += 1,
                None => outcomes.open += 1,
            }
            let none = Vec::new();
            let reasons = reasons.get(&joint.id).unwrap_or(&none);
            for (side, helpful) in said {
                if matches!(helpful, Helpful::Yes | Helpful::Partly) {
                    self.met(reasons, side);
                }
            }
        }
        self.contributors += usize::from(any);
        for client in recorded {
            if let Some(at) = first.get(&client.client).filter(|at| **at >= from) {
                let days = at.days_since(client.recorded).max(0);
                self.waits.insert(client.client, days);
            }
        }
        let (asked, answered) = read.follow_up_counts(helper, (from, now)).await?;
        self.figures.asked += usize::try_from(asked).unwrap_or(0);
        self.figures.answered += usize::try_from(answered).unwrap_or(0);
        Ok(())
    }

    fn met(&mut self, reasons: &[MatchReason], side: Side) {
        let taxonomy = Taxonomy::builtin();
        let top = |term: TermId| taxonomy.ancestors(term).last().unwrap_or(term);
        let mut kinds: BTreeSet<Option<TermId>> = reasons
            .iter()
            .filter_map(|reason| need_of(reason, side))
            .map(|term| Some(top(term)))
            .collect();
        if kinds.is_empty() {
            kinds.insert(None);
        }
        for kind in kinds {
            *self.kinds.entry(kind).or_default() += 1;
        }
    }

    /// The sums.
    pub(super) fn figures(mut self) -> Figures {
        let mut waits: Vec<i64> = self.waits.into_values().collect();
        waits.sort_unstable();
        self.figures.first = median(&waits).map(|days| Median {
            days,
            of: waits.len(),
        });
        let mut kinds: Vec<(Option<TermId>, usize)> = self.kinds.into_iter().collect();
        kinds.sort_by_key(|(kind, count)| (std::cmp::Reverse(*count), *kind));
        self.figures.kinds = kinds;
        self.figures
    }
}

/// The middle of sorted numbers; of two, the lower.
fn median(sorted: &[i64]) -> Option<i64> {
    sorted.get(sorted.len().checked_sub(1)? / 2).copied()
}

/// A helper's own figures.
///
/// # Errors
/// When storage fails.
pub async fn mine(app: &App, who: &SignedIn, period: Period) -> Result<Figures, Trouble> {
    let now = app.now();
    let me = who.helper();
    let mut read = app.store.read().await?;
    let mut count = Count::default();
    let ours = BTreeSet::from([me]);
    count
        .add(&mut read, me, &ours, (period.from(now), now))
        .await?;
    Ok(count.figures())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_is_one_of_them() {
        assert_eq!(median(&[]), None);
        assert_eq!(median(&[7]), Some(7));
        assert_eq!(median(&[1, 9]), Some(1));
        assert_eq!(median(&[1, 4, 90]), Some(4));
    }

    #[test]
    fn a_group_reads_nothing_small() {
        let figures = Figures {
            introductions: 13,
            outcomes: Outcomes {
                met: 10,
                partly: 3,
                ..Outcomes::default()
            },
            first: Some(Median { days: 4, of: 10 }),
            kinds: vec![(None, 12), (Some(TermId::FIRST), 10)],
            asked: 39,
            answered: 12,
        };
        let safe = figures.safe();
        assert_eq!(safe.introductions, 15);
        assert_eq!(safe.outcomes, Outcomes::default());
        assert_eq!(safe.first, None);
        assert_eq!(safe.kinds, vec![(None, 10)]);
        assert_eq!(safe.follow_up_rate(), Some(25));
        assert_eq!(Figures::default().follow_up_rate(), None);
    }

    #[test]
    fn a_year_begins_on_its_first_day() {
        let now = Timestamp::from_date(Date::constant(2026, 11, 23));
        let from = Period::Year.from(now);
        assert_eq!(from.date(), Date::constant(2026, 1, 1));
        assert!(Period::All.from(now) < Period::Months.from(now));
    }
}
