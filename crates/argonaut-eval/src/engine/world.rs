//! What every measure needs, and the passes of the peers over the questions. A
//! peer that answers something else than the plain scan is no peer: that ends
//! the run.

use std::error::Error;
use std::hint::black_box;
use std::time::Instant;

use argonaut_engine::{ListingId, Snapshot, naive};

use super::asker::Asker;
use super::columns::Columns;
use super::questions::{LIMIT, Question};
use super::times::Pass;
use super::viewer::Viewer;
use super::{product, scan, tantivy_peer};

/// A card's record in bytes, as the stream limit counts it.
const RECORD: f64 = 64.0;
/// How many questions the definition of the score answers too: it is slow.
const DEFINED: usize = 3;

/// The best cards of a question, with their scores.
pub(crate) type Ranked = Vec<(ListingId, f64)>;

/// The corpus in both forms, and the questions with their helpers.
pub(crate) struct World<'a> {
    pub(crate) snapshot: &'a Snapshot,
    pub(crate) columns: &'a Columns,
    pub(crate) questions: &'a [Question],
    /// The eyes of each question's helper as the peers hold them.
    viewers: Vec<Viewer>,
}

impl<'a> World<'a> {
    pub(crate) fn new(
        snapshot: &'a Snapshot,
        columns: &'a Columns,
        questions: &'a [Question],
    ) -> Self {
        let viewer = |question: &Question| Viewer::of(columns, snapshot.weights(), &question.eyes);
        Self {
            snapshot,
            columns,
            questions,
            viewers: questions.iter().map(viewer).collect(),
        }
    }

    /// The questions, each with its helper's eyes.
    pub(crate) fn asked(&self) -> impl Iterator<Item = (&Question, &Viewer)> {
        self.questions.iter().zip(&self.viewers)
    }

    /// The tables that the peers make for a question.
    pub(crate) fn asker<'b>(
        &'b self,
        question: &'b Question,
        viewer: &'b Viewer,
    ) -> Result<Asker<'b>, Box<dyn Error>> {
        let snapshot = self.snapshot;
        Asker::new(
            self.columns,
            snapshot.weights(),
            snapshot.rarity(),
            &question.query,
            viewer,
        )
    }

    /// One pass of the plain scan; leaves its answers.
    pub(crate) fn scan_pass(&self, answers: &mut Vec<Ranked>) -> Result<Pass, Box<dyn Error>> {
        let mut pass = Pass::default();
        answers.clear();
        for (question, viewer) in self.asked() {
            let start = Instant::now();
            let mut asker = self.asker(question, viewer)?;
            let found = scan::top(self.columns, &mut asker, LIMIT);
            pass.add(start.elapsed());
            answers.push(found);
        }
        Ok(pass)
    }

    /// One pass of tantivy, whose answers must be those of the plain scan.
    pub(crate) fn tantivy_pass(
        &self,
        peer: &tantivy_peer::Peer,
        answers: &[Ranked],
    ) -> Result<Pass, Box<dyn Error>> {
        let mut pass = Pass::default();
        for ((question, viewer), answer) in self.asked().zip(answers) {
            let start = Instant::now();
            let mut asker = self.asker(question, viewer)?;
            let found = black_box(peer.top(self.columns, &mut asker, LIMIT)?);
            pass.add(start.elapsed());
            if !is_same(&found, answer) {
                return Err("tantivy's filter leaves something out: it is no peer".into());
            }
        }
        Ok(pass)
    }

    /// Questions that the product does not answer exactly: all against the plain
    /// scan, near and without a place, and some against the definition.
    pub(crate) fn mismatches(
        &self,
        anywhere: &[Question],
        answers: &[Ranked],
    ) -> Result<usize, Box<dyn Error>> {
        let mut wrong = 0;
        for (question, answer) in self.questions.iter().zip(answers) {
            wrong += usize::from(!is_same(&product::top(self.snapshot, question), answer));
        }
        for (question, viewer) in anywhere.iter().zip(&self.viewers) {
            let mut asker = self.asker(question, viewer)?;
            let answer = scan::top(self.columns, &mut asker, LIMIT);
            wrong += usize::from(!is_same(&product::top(self.snapshot, question), &answer));
        }
        for (question, answer) in self.questions.iter().zip(answers).take(DEFINED) {
            let defined = naive::top(self.snapshot, &question.query, &question.eyes);
            wrong += usize::from(!is_same(&defined, answer));
        }
        Ok(wrong)
    }

    /// The bytes that a question must touch, on the average.
    pub(crate) fn must_touch(&self, answers: &[Ranked]) -> Result<f64, Box<dyn Error>> {
        let weights = self.snapshot.weights();
        let most = 1.0 + weights.waiting_span;
        let mut cards = 0usize;
        for ((question, viewer), answer) in self.asked().zip(answers) {
            let last = answer.get(LIMIT - 1).map_or(0.0, |(_, score)| *score);
            let mut asker = self.asker(question, viewer)?;
            cards += scan::undecided(self.columns, &mut asker, last, most);
        }
        Ok(RECORD * cards as f64 / self.questions.len() as f64)
    }
}

/// The same cards in the same order, with scores that agree to the last bit.
pub(crate) fn is_same(one: &[(ListingId, f64)], other: &[(ListingId, f64)]) -> bool {
    let bits = |list: &[(ListingId, f64)]| -> Vec<(ListingId, u64)> {
        list.iter()
            .map(|(id, score)| (*id, score.to_bits()))
            .collect()
    };
    bits(one) == bits(other)
}

/// The same scores but for their last bits: databases add up in an order of their
/// own, and cards whose scores agree may change places.
pub(crate) fn is_close(one: &[(ListingId, f64)], other: &[(ListingId, f64)]) -> bool {
    let pairs = || one.iter().zip(other);
    one.len() == other.len() && pairs().all(|(one, other)| (one.1 - other.1).abs() < 1e-9)
}
