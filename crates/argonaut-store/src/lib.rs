//! argonaut-store.
