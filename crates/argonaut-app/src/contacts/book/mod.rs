//! An address book: read in memory, compared with who wants to be found, and forgotten.
//! Nothing of it is stored, and nothing of it is logged.

mod find;
mod read;

pub use find::{LookedUp, MOST_A_DAY, Person, look_up};
pub use read::{Book, BookError, Entry, Fault, MOST_BYTES, MOST_ENTRIES, read};
