//! argonaut-engine.
