//! What every handler can reach: the application, how the site is reached, and
//! the signal that ends long answers.

use std::sync::Arc;

use argonaut_app::App;
use tokio_util::sync::CancellationToken;

use crate::limits::Proxies;
use crate::security::Reach;

/// The state of the pages. Cheap to clone.
#[derive(Clone)]
pub struct Web {
    /// The application.
    pub app: Arc<App>,
    /// How this site is reached: decides on secure cookies.
    pub reach: Reach,
    /// The proxies that are believed when they say where a request comes from.
    pub proxies: Proxies,
    /// Ends streams when the server shuts down.
    pub shutdown: CancellationToken,
}
