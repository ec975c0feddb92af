//! Page samples of groups.
