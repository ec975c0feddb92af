//! An invented network of any size: how long it takes to build, change and ask.

use std::time::Instant;

use argonaut_engine::trust::{Day, Evidence, Experience, Familiarity, Network, Tie};
use rand::rngs::ChaCha20Rng;
use rand::{RngExt as _, SeedableRng as _};
use serde::Serialize;

use super::ratings::helper;

/// So many questions and changes are timed.
const ROUNDS: u32 = 300;
const TODAY: Day = Day(20_000);

/// What came out.
#[derive(Debug, Serialize)]
pub(crate) struct Figures {
    helpers: u32,
    vouches: usize,
    build_seconds: f64,
    bytes: usize,
    update_us_p50: f64,
    update_us_p99: f64,
    view_us_p50: f64,
    view_us_p99: f64,
    standing_us_p50: f64,
    standing_us_p99: f64,
    standings_us_p50: f64,
    why_us_p50: f64,
    why_us_p99: f64,
    reached_mean: f64,
}

/// Builds it, changes it, asks it.
///
/// Helpers live on a ring. Nine of ten vouches go to a neighbour, at a distance of
/// which the logarithm is uniform; one of ten to anybody. Few helpers vouch often, and
/// few are vouched for often: ranks are squares of uniform numbers. One of twenty ties
/// tells of something that went badly.
pub(crate) fn run(helpers: u32, vouches: u32, seed: u64) -> Figures {
    let mut rng = ChaCha20Rng::seed_from_u64(seed);
    let ties: Vec<Tie> = (0..vouches).map(|_| tie(&mut rng, helpers)).collect();
    let before = crate::ALLOCATOR.allocated();
    let start = Instant::now();
    let mut network = Network::load(TODAY, (0..10).map(helper), ties.iter().copied());
    let build_seconds = start.elapsed().as_secs_f64();
    let bytes = crate::ALLOCATOR.allocated().saturating_sub(before);

    let mut updates = Vec::new();
    for _ in 0..ROUNDS {
        let tie = tie(&mut rng, helpers);
        let start = Instant::now();
        let added = network.add(&tie);
        updates.push(start.elapsed().as_secs_f64() * 1e6);
        if added {
            let start = Instant::now();
            network.remove(&tie);
            updates.push(start.elapsed().as_secs_f64() * 1e6);
        }
    }
    let (mut views, mut standings, mut all, mut whys) = (vec![], vec![], vec![], vec![]);
    let mut reached = 0.0;
    for _ in 0..ROUNDS {
        let asker = helper(u64::from(rng.random_range(0..helpers)));
        let start = Instant::now();
        let view = network.view(asker, None);
        views.push(start.elapsed().as_secs_f64() * 1e6);
        #[expect(clippy::cast_precision_loss, reason = "a count of helpers")]
        let count = view.reached() as f64;
        reached += count / f64::from(ROUNDS);
        let of = helper(u64::from(rng.random_range(0..helpers)));
        let start = Instant::now();
        std::hint::black_box(view.standing(&network, of));
        standings.push(start.elapsed().as_secs_f64() * 1e6);
        let start = Instant::now();
        std::hint::black_box(view.why(&network, of));
        whys.push(start.elapsed().as_secs_f64() * 1e6);
        if all.len() < 30 {
            let start = Instant::now();
            std::hint::black_box(view.standings(&network));
            all.push(start.elapsed().as_secs_f64() * 1e6);
        }
    }
    Figures {
        helpers,
        vouches: network.ties(),
        build_seconds,
        bytes,
        update_us_p50: at(&mut updates, 0.5),
        update_us_p99: at(&mut updates, 0.99),
        view_us_p50: at(&mut views, 0.5),
        view_us_p99: at(&mut views, 0.99),
        standing_us_p50: at(&mut standings, 0.5),
        standing_us_p99: at(&mut standings, 0.99),
        standings_us_p50: at(&mut all, 0.5),
        why_us_p50: at(&mut whys, 0.5),
        why_us_p99: at(&mut whys, 0.99),
        reached_mean: reached,
    }
}

fn tie(rng: &mut ChaCha20Rng, helpers: u32) -> Tie {
    let often = rng.random::<f64>().powi(2);
    let from = place(often * f64::from(helpers), helpers);
    let to = if rng.random_bool(0.1) {
        place(rng.random::<f64>().powi(2) * f64::from(helpers), helpers)
    } else {
        let distance = f64::from(helpers.min(10_000)).powf(rng.random::<f64>());
        let side = if rng.random_bool(0.5) { 1.0 } else { -1.0 };
        place(
            (f64::from(from) + side * distance).rem_euclid(f64::from(helpers)),
            helpers,
        )
    };
    let evidence = match rng.random_range(0..20_u32) {
        0 => Evidence::Shared(Experience::Bad),
        1..6 => Evidence::Shared(Experience::Good),
        6..13 => Evidence::Vouch(Familiarity::Know),
        13..18 => Evidence::Vouch(Familiarity::Worked),
        _ => Evidence::Vouch(Familiarity::Mother),
    };
    Tie {
        from: helper(u64::from(from)),
        to: helper(u64::from(to)),
        evidence,
        field: None,
        day: Day(TODAY.0 - rng.random_range(0..700_u16)),
    }
}

fn place(at: f64, helpers: u32) -> u32 {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a place on the ring, kept within it"
    )]
    let place = at.max(0.0) as u32;
    place.min(helpers - 1)
}

fn at(times: &mut [f64], share: f64) -> f64 {
    times.sort_by(f64::total_cmp);
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        clippy::cast_precision_loss,
        reason = "a place in a short list"
    )]
    let place = (times.len().saturating_sub(1) as f64 * share).round() as usize;
    times.get(place).copied().unwrap_or(f64::NAN)
}

impl Figures {
    /// Prints a table or one JSON object.
    #[expect(clippy::print_stdout, reason = "the answer")]
    pub(crate) fn print(&self, json: bool) {
        if json {
            println!("{}", serde_json::to_string(self).unwrap_or_default());
            return;
        }
        println!("{} helpers, {} ties", self.helpers, self.vouches);
        println!("build                         {:.2} s", self.build_seconds);
        #[expect(clippy::cast_precision_loss, reason = "bytes")]
        let megabytes = self.bytes as f64 / 1e6;
        println!("memory                        {megabytes:.1} MB");
        let rows = [
            ("a tie more or less", self.update_us_p50, self.update_us_p99),
            ("a fresh view", self.view_us_p50, self.view_us_p99),
            ("one standing", self.standing_us_p50, self.standing_us_p99),
            ("why, with the path", self.why_us_p50, self.why_us_p99),
        ];
        for (what, middle, most) in rows {
            println!("{what:<28}  p50 {middle:.1} µs, p99 {most:.1} µs");
        }
        println!(
            "all standings of a view       p50 {:.1} µs",
            self.standings_us_p50
        );
        println!(
            "a view reaches                {:.0} helpers",
            self.reached_mean
        );
    }
}
