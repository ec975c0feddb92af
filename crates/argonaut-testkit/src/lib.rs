//! argonaut-testkit.
