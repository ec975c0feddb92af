//! The program from outside: what its commands print. The figures themselves are
//! the machine's, and no test asserts them.

mod engine;
