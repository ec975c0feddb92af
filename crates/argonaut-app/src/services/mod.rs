//! Directory services: how they come in from files. Matching them to clients is
//! the engine's; showing them is the faces'.

mod draft;
mod hsds;
pub mod import;
mod ohana;
mod table;
mod terms;
