//! argonaut-web.
