//! The forecast of hidden ratings, and how well each way orders them.

use std::collections::BTreeMap;
use std::error::Error;
use std::time::Instant;

use argonaut_engine::trust::{Forecast, Network};
use rand::SeedableRng as _;
use rand::rngs::ChaCha20Rng;
use rand::seq::SliceRandom as _;
use serde::Serialize;

use super::Split;
use super::peers::Peers;
use super::ratings::{Rating, day, helper, ties};

/// So many of those who rated first stand for the founders of the place.
const FOUNDERS: usize = 10;

/// What came out.
#[derive(Debug, Serialize)]
pub(crate) struct Figures {
    /// The chance that a good hidden rating is forecast above a bad one.
    auc: f64,
    /// The same of the standing alone, which opens doors.
    standing_auc: f64,
    /// The same of the mean of what others say.
    in_degree_auc: f64,
    /// The same of personalised PageRank less distrust.
    ppr_auc: f64,
    edges_hidden: usize,
    edges_shown: usize,
    /// A fresh view and one forecast.
    seconds_per_query: f64,
    /// One asker's PageRank by power iteration.
    ppr_seconds_per_query: f64,
    ratio: f64,
    split: &'static str,
    seed: u64,
}

/// Hides, forecasts, compares.
pub(crate) fn run(ratings: &[Rating], split: Split, seed: u64) -> Result<Figures, Box<dyn Error>> {
    let (mut shown, hidden) = divide(ratings, split, seed);
    if !hidden.iter().any(Rating::is_good) || hidden.iter().all(Rating::is_good) {
        return Err("the hidden ratings are all good or all bad: nothing can be told apart".into());
    }
    shown.sort_by(|a, b| a.time.total_cmp(&b.time));
    let last = shown.last().map_or(0.0, |rating| rating.time);
    let mut founders: Vec<u64> = Vec::new();
    for rating in &shown {
        if founders.len() < FOUNDERS && !founders.contains(&rating.from) {
            founders.push(rating.from);
        }
    }
    let network = Network::load(
        day(last),
        founders.into_iter().map(helper),
        ties(&shown, day(last)),
    );
    let weights = Forecast::default();
    let mut asked: BTreeMap<u64, Vec<&Rating>> = BTreeMap::new();
    for rating in &hidden {
        asked.entry(rating.from).or_default().push(rating);
    }

    let (mut forecast, mut standing) = (Vec::new(), Vec::new());
    let start = Instant::now();
    let mut questions = 0_u32;
    for (&from, about) in &asked {
        for rating in about {
            let view = network.view(helper(from), None);
            let told = view.forecast(&network, helper(rating.to), &weights);
            forecast.push((told, rating.is_good()));
            questions += 1;
        }
    }
    let seconds_per_query = start.elapsed().as_secs_f64() / f64::from(questions);
    for (&from, about) in &asked {
        let view = network.view(helper(from), None);
        for rating in about {
            let told = view.standing(&network, helper(rating.to));
            let score = told.score() - told.bad;
            standing.push((score, rating.is_good()));
        }
    }

    let peers = Peers::new(&shown);
    let (mut mean, mut pagerank) = (Vec::new(), Vec::new());
    let start = Instant::now();
    let mut asks = 0_u32;
    for (&from, about) in &asked {
        let ranking = peers.pagerank(from);
        asks += 1;
        for rating in about {
            pagerank.push((peers.of(&ranking, rating.to), rating.is_good()));
        }
    }
    let ppr_seconds_per_query = start.elapsed().as_secs_f64() / f64::from(asks);
    for rating in &hidden {
        mean.push((peers.mean(rating.to), rating.is_good()));
    }

    Ok(Figures {
        auc: auc(&mut forecast),
        standing_auc: auc(&mut standing),
        in_degree_auc: auc(&mut mean),
        ppr_auc: auc(&mut pagerank),
        edges_hidden: hidden.len(),
        edges_shown: shown.len(),
        seconds_per_query,
        ppr_seconds_per_query,
        ratio: ppr_seconds_per_query / seconds_per_query,
        split: split.name(),
        seed,
    })
}

/// Four fifths to see, one fifth to forecast.
fn divide(ratings: &[Rating], split: Split, seed: u64) -> (Vec<Rating>, Vec<Rating>) {
    let mut ratings = ratings.to_vec();
    match split {
        Split::Random => ratings.shuffle(&mut ChaCha20Rng::seed_from_u64(seed)),
        // They come by time.
        Split::Time => {}
    }
    let hidden = ratings.split_off(ratings.len() - ratings.len() / 5);
    (ratings, hidden)
}

/// The chance that a good one lies above a bad one; equals count half (Mann and Whitney).
fn auc(told: &mut [(f64, bool)]) -> f64 {
    told.sort_by(|a, b| a.0.total_cmp(&b.0));
    let (mut pairs, mut bad, mut good) = (0.0, 0.0, 0.0);
    for equal in told.chunk_by(|a, b| a.0.total_cmp(&b.0).is_eq()) {
        let (mut goods, mut bads) = (0.0, 0.0);
        for &(_, is_good) in equal {
            if is_good {
                goods += 1.0;
            } else {
                bads += 1.0;
            }
        }
        pairs += goods * (bad + bads / 2.0);
        good += goods;
        bad += bads;
    }
    pairs / (good * bad)
}

impl Figures {
    /// Prints a table or one JSON object.
    #[expect(clippy::print_stdout, reason = "the answer")]
    pub(crate) fn print(&self, json: bool) {
        if json {
            println!("{}", serde_json::to_string(self).unwrap_or_default());
            return;
        }
        println!(
            "{} ratings shown, {} hidden ({}, seed {})",
            self.edges_shown, self.edges_hidden, self.split, self.seed
        );
        println!("AUC of the forecast                     {:.4}", self.auc);
        println!(
            "  of the standing alone                 {:.4}",
            self.standing_auc
        );
        println!(
            "  of the mean of what others say        {:.4}",
            self.in_degree_auc
        );
        println!(
            "  of personalised PageRank − distrust   {:.4}",
            self.ppr_auc
        );
        println!(
            "a fresh view and a forecast             {:.1} µs",
            self.seconds_per_query * 1e6
        );
        println!(
            "  PageRank by power iteration / product {:.1} ×",
            self.ratio
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn auc_counts_pairs() {
        assert_eq!(auc(&mut [(0.1, false), (0.9, true)]), 1.0);
        assert_eq!(auc(&mut [(0.9, false), (0.1, true)]), 0.0);
        assert_eq!(auc(&mut [(0.5, false), (0.5, true)]), 0.5);
        let mut told = [(0.1, true), (0.2, false), (0.3, true), (0.3, false)];
        assert_eq!(auc(&mut told), 1.5 / 4.0);
    }

    #[test]
    fn a_fifth_is_hidden() {
        let ratings: Vec<Rating> = (0..10)
            .map(|n| Rating {
                from: n,
                to: n + 1,
                rating: 1.0,
                time: f64::from(u32::try_from(n).unwrap()),
            })
            .collect();
        let (shown, hidden) = divide(&ratings, Split::Time, 1);
        assert_eq!(shown, ratings[..8]);
        assert_eq!(hidden, ratings[8..]);
        let (shown, hidden) = divide(&ratings, Split::Random, 1);
        assert_eq!((shown.len(), hidden.len()), (8, 2));
        assert_eq!(divide(&ratings, Split::Random, 1), (shown, hidden));
        assert!(run(&ratings, Split::Time, 1).is_err());
    }

    #[test]
    fn a_clear_world_is_forecast() {
        // Twelve know each other well, and all were cheated by the same three.
        let mut ratings = Vec::new();
        let mut time = 0.0;
        for from in 0..12_u64 {
            for to in 0..15_u64 {
                time += 86_400.0;
                ratings.push(Rating {
                    from,
                    to,
                    rating: if to < 12 { 5.0 } else { -5.0 },
                    time,
                });
            }
        }
        ratings.retain(|rating| rating.from != rating.to);
        let figures = run(&ratings, Split::Random, 3).unwrap();
        assert!(figures.auc > 0.99, "{figures:?}");
        assert!(figures.standing_auc > 0.99, "{figures:?}");
    }
}
