//! Words of trust between helpers. How far somebody can be relied on is computed by the
//! engine; these are the words that people choose and read.

use crate::word::words;

words! {
    /// How far a helper is trusted, seen from one who asks; in rising order.
    pub enum TrustLevel {
        /// Somebody whom I rely on knows them.
        Known = "known",
        /// Well spoken of.
        Trusted = "trusted",
        /// Very well spoken of.
        WellTrusted = "well_trusted",
    }
}
