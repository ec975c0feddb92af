//! The engine's tests: the score by hand, limits, reasons, pair, find, and the
//! ranking against the plain scan.

mod answers;
mod exact;
mod finding;
mod limiting;
mod many;
mod rings;
mod scoring;
mod trust;
mod world;
