//! The languages of the screens.

use crate::word::words;

words! {
    /// A language of the screens.
    pub enum Locale {
        /// English.
        En = "en",
        /// Spanish.
        Es = "es",
    }
}
