//! argonaut-app.
