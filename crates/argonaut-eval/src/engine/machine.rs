//! What this machine and this process are: memory held, and how fast memory is read.

use std::error::Error;
use std::hint::black_box;
use std::process::Command;
use std::time::Instant;

use argonaut_engine::{Engine, Listing};
use argonaut_testkit::corpus::Corpus;

/// Bytes of memory that this process holds at present.
pub(crate) fn resident_bytes() -> Result<f64, Box<dyn Error>> {
    let status = std::fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    let kilobytes = line.and_then(|line| line.split_whitespace().next());
    let kilobytes: f64 = kilobytes.ok_or("the system tells no VmRSS")?.parse()?;
    Ok(kilobytes * 1024.0)
}

/// How many threads want to run on this machine, on the average of a minute; what
/// exceeds 1 takes cores and memory away from what is measured.
pub(crate) fn load_average() -> Option<f64> {
    let text = std::fs::read_to_string("/proc/loadavg").ok()?;
    text.split_whitespace().next()?.parse().ok()
}

/// Bytes that are in use, as the counting allocator knows.
fn counted_bytes() -> f64 {
    crate::ALLOCATOR.allocated() as f64
}

/// What loading an engine took.
#[derive(Clone, Copy, serde::Serialize, serde::Deserialize)]
pub(crate) struct Weight {
    /// Bytes for each card that the process holds more.
    pub(crate) resident_bytes: f64,
    /// Bytes for each card that are in use.
    pub(crate) counted_bytes: f64,
    /// Seconds of `Engine::load`.
    pub(crate) load_seconds: f64,
}

/// Loads an engine and looks at what it holds. The cards are made in a thread
/// of their own: its part of the heap is given back when they are freed, so that
/// what stays is the engine's.
pub(crate) fn weigh(corpus: &Corpus) -> Result<Weight, Box<dyn Error>> {
    let cards = corpus.len();
    let engine = Engine::new();
    // Whatever is read once for all (places, taxonomy) is no card's.
    engine.load(corpus.listings().take(1_000).collect());
    engine.load(Vec::new());
    let (before, counted_before) = (resident_bytes()?, counted_bytes());
    let listings = std::thread::scope(|threads| {
        let made = threads.spawn(|| corpus.listings().collect::<Vec<Listing>>());
        made.join().map_err(|_| "no cards were made")
    })?;
    let start = Instant::now();
    engine.load(listings);
    let load_seconds = start.elapsed().as_secs_f64();
    let (after, counted_after) = (resident_bytes()?, counted_bytes());
    black_box(engine.snapshot().len());
    let each = |before: f64, after: f64| (after - before) / cards.max(1) as f64;
    Ok(Weight {
        resident_bytes: each(before, after),
        counted_bytes: each(counted_before, counted_after),
        load_seconds,
    })
}

/// The same in a process of its own, whose heap has seen nothing else.
pub(crate) fn weigh_apart(arguments: &[String]) -> Result<Weight, Box<dyn Error>> {
    let output = Command::new(std::env::current_exe()?)
        .args(["engine", "--weigh"])
        .args(arguments)
        // What is freed goes back to the system at once, and large things never
        // share a heap with small ones: what stays held is what is used.
        .env("MALLOC_TRIM_THRESHOLD_", "0")
        .env("MALLOC_TOP_PAD_", "0")
        .env("MALLOC_MMAP_THRESHOLD_", "131072")
        .output()?;
    if !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr).into());
    }
    Ok(serde_json::from_slice(&output.stdout)?)
}

/// Bytes that one core reads from memory in a second: the best of some passes
/// over an array that no cache holds.
pub(crate) fn stream_rate() -> f64 {
    let array: Vec<u64> = (0..32 * 1024 * 1024).collect();
    let seconds = (0..7).map(|_| {
        let start = Instant::now();
        black_box(
            black_box(&array)
                .iter()
                .fold(0u64, |sum, one| sum.wrapping_add(*one)),
        );
        start.elapsed().as_secs_f64()
    });
    let best = seconds.fold(f64::INFINITY, f64::min);
    (array.len() * size_of::<u64>()) as f64 / best
}
