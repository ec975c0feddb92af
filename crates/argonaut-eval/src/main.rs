//! The argonaut command.
fn main() {}
