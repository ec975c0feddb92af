//! Suggestions for a client: ranked listings with reasons, the page that sets
//! two records side by side, and what was put aside.

mod eyes;
pub mod find;
pub mod list;
pub mod mark;
pub(crate) mod news;
pub mod pair;

pub(crate) use eyes::Eyes;

use argonaut_domain::ids::{CardId, ServiceId};
use argonaut_engine::ListingId;
pub use argonaut_store::Service;

use crate::app::App;
use crate::cards::look;
use crate::cards::look::{Owner, SeenCard};
use crate::error::Trouble;
use crate::helpers::view::{self, Profile};
use crate::who::SignedIn;

/// What stands behind a listing, as this helper sees it.
#[derive(Clone, Debug)]
pub enum Shown {
    /// A card.
    Card(Box<SeenCard>),
    /// A helper.
    Helper(Box<Profile>),
    /// A service.
    Service(Box<Service>),
}

impl Shown {
    /// Whether it is the viewer's own.
    pub fn is_own(&self) -> bool {
        matches!(self, Self::Card(card) if matches!(card.owner, Owner::Own(_)))
    }
}

/// What stands behind a listing; `None` when it is gone, or not for these eyes.
///
/// # Errors
/// When storage fails.
pub async fn show(app: &App, who: &SignedIn, id: ListingId) -> Result<Option<Shown>, Trouble> {
    match id {
        ListingId::Card(card) => show_card(app, who, card).await,
        ListingId::Helper(helper) => match view::view(app, who, helper).await {
            Ok(profile) => Ok(Some(Shown::Helper(Box::new(profile)))),
            Err(view::ViewError::NotFound) => Ok(None),
            Err(view::ViewError::Trouble(trouble)) => Err(trouble),
        },
        ListingId::Service(service) => {
            Ok(service_by_id(app, service).map(|found| Shown::Service(Box::new(found))))
        }
    }
}

async fn show_card(app: &App, who: &SignedIn, id: CardId) -> Result<Option<Shown>, Trouble> {
    match look::look(app, who, id).await {
        Ok(card) => Ok(Some(Shown::Card(Box::new(card)))),
        Err(look::LookError::NotFound) => Ok(None),
        Err(look::LookError::Trouble(trouble)) => Err(trouble),
    }
}

/// A directory service.
pub fn service_by_id(app: &App, id: ServiceId) -> Option<Service> {
    app.world()
        .services
        .get(&id)
        .map(|service| Service::clone(service))
}
