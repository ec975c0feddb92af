//! What stands between helpers of the random society: mutes, reports, and what was decided.

use argonaut_app::SignedIn;
use argonaut_app::contacts::mute;
use argonaut_app::safety::decide::{Verdict, decide};
use argonaut_app::safety::report::{self, NewReport};
use argonaut_domain::ids::{DecisionId, ReportId};
use argonaut_domain::safety::{Outcome, Point, ReportKind, Subject};
use rand::RngExt as _;
use rand::rngs::StdRng;
use rand::seq::IndexedRandom as _;

use crate::society::Society;

/// A report as the test knows it.
pub(crate) struct Told {
    pub(crate) id: ReportId,
    pub(crate) reporter: usize,
    pub(crate) reported: usize,
    /// What the reporter said.
    pub(crate) words: String,
    /// What was decided, with the moderator's reason.
    pub(crate) decision: Option<(DecisionId, Outcome, String)>,
}

impl Society {
    pub(crate) async fn mute(&mut self, rng: &mut StdRng) {
        for me in 0..self.people.len() {
            for other in 0..self.people.len() {
                if me == other || !rng.random_bool(0.07) {
                    continue;
                }
                let id = self.people[other].id();
                // Whom one cannot find one cannot mute.
                let done = mute::mute(&self.test.app, &self.people[me].who, id).await;
                if done.is_ok() {
                    self.mutes.insert((me, other));
                }
            }
        }
    }

    /// Reports of helpers and of cards, half of them decided.
    pub(crate) async fn report(&mut self, admin: &SignedIn, rng: &mut StdRng) {
        let granted = admin.actor.moderator().unwrap();
        for number in 0..3 * self.people.len() {
            let reporter = number % self.people.len();
            let (subject, reported) = if number < self.people.len() {
                let other = rng.random_range(0..self.people.len());
                (Subject::Helper(self.people[other].id()), other)
            } else if number < 2 * self.people.len() {
                let post = self.posts.choose(rng).unwrap();
                (Subject::Post(post.id.uuid()), post.author)
            } else {
                let card = self.cards.choose(rng).unwrap();
                (Subject::Card(card.id), card.owner)
            };
            let words = format!("rq{number:02}qr");
            let new = NewReport {
                subject,
                kind: *ReportKind::ALL.choose(rng).unwrap(),
                words: words.clone(),
                messages: Vec::new(),
            };
            let who = &self.people[reporter].who;
            // What one does not see, and what is one's own, one does not report.
            let Ok(id) = report::report(&self.test.app, who, new).await else {
                continue;
            };
            let mut decision = None;
            if rng.random_bool(0.5) {
                let outcomes = [Outcome::Nothing, Outcome::Note];
                let outcome = *outcomes.choose(rng).unwrap();
                let reason = format!("dq{number:02}qd");
                let verdict = Verdict {
                    outcome,
                    point: *Point::ALL.choose(rng).unwrap(),
                    reason: reason.clone(),
                    until: None,
                };
                let made = decide(&self.test.app, &granted, id, verdict).await.unwrap();
                decision = Some((made, outcome, reason));
            }
            self.reports.push(Told {
                id,
                reporter,
                reported,
                words,
                decision,
            });
        }
        assert!(self.reports.len() > 5, "reports were made");
    }
}
