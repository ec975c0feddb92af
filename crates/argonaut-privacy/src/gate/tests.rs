//! What must hold of every card that passes the gate, tried with invented
//! clients, choices and helpers.

mod laws;
mod world;
