//! What is told on devices, by push messages. A message says how many things wait, and never
//! what they are or whom they are about; push services carry it sealed.

mod herald;
mod road;

pub use herald::{Herald, Pushed};
pub use road::Road;
