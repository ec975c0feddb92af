//! Argonaut's faces: pages and API over the same use cases. Only this crate
//! knows HTTP; it decides nothing that the use cases decide.

mod api;
pub mod assets;
mod failure;
mod form_data;
pub mod i18n;
mod limits;
pub mod mails;
mod me;
pub mod pages;
pub mod pushes;
mod router;
mod routes;
pub mod security;
mod serve;
mod state;
mod words;

pub use limits::{Proxies, ProxiesError};
pub use router::{router, routes};
pub use routes::{Method, RouteInfo};
pub use serve::serve;
pub use state::Web;
