//! The third face: what is told outside the page, by mail. A letter says how many things wait
//! and where, and never what they are or whom they are about.

mod bounce;
mod letter;
mod post;

pub use bounce::{Bounce, Reading, read as read_bounce};
pub use post::{MailError, MailSettings, Postman, Sent};
