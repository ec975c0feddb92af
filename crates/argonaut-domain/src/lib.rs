//! argonaut-domain.
