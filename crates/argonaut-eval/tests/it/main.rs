//! The program from outside: what its commands print. The figures themselves are
//! the machine's, and no test asserts them.

#![expect(
    clippy::expect_used,
    reason = "a program that does not run is a failed test"
)]

mod adult;
mod engine;
mod gate;
mod scrub;
