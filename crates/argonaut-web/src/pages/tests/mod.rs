//! What the tests of all pages share.

pub(crate) mod lint;
