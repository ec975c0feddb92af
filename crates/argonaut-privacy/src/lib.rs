//! argonaut-privacy.
