//! What must hold of every card that passes the gate, tried on real places and
//! the real taxonomy, with invented clients and helpers.

mod cards;
mod laws;
mod world;
