//! Referrals: where a client was sent on to, when to ask again, and what came of it.

mod acts;
mod face;
mod pick;
mod show;
#[cfg(test)]
mod tests;
pub(crate) mod words;

use argonaut_app::referrals::ReferralError;
use argonaut_domain::ids::ClientId;

pub(crate) use face::face;

use crate::failure::Problem;
use crate::i18n::{Tr, t};
use crate::pages::parts::{Icon, Task};
use crate::routes::Routes;

/// The routes of this area.
pub(crate) fn add(routes: Routes) -> Routes {
    routes
        .get("/clients/{id}/referrals", show::show)
        .post("/clients/{id}/referrals", acts::refer)
        .post("/clients/{id}/referrals/{number}/close", acts::close)
        .post("/clients/{id}/referrals/{number}/again", acts::again)
        .post("/clients/{id}/referrals/{number}/remove", acts::remove)
        .get("/services/{id}/refer", pick::show)
}

/// A client about whose referral it is time to ask, as one thing to do.
pub(crate) fn task(tr: &Tr, client: ClientId, name: &str) -> Task {
    Task {
        picture: Icon::Clients,
        title: t!(tr, "referrals-ask-how", name = name),
        href: format!("/clients/{client}/referrals"),
        text: None,
        when: None,
        fresh: false,
    }
}

impl Problem for ReferralError {
    fn kind(&self) -> argonaut_app::Kind {
        Self::kind(self)
    }
    fn say(&self, tr: &Tr) -> String {
        match self {
            Self::Nowhere => t!(tr, "referrals-nowhere"),
            Self::NotThere => t!(tr, "errors-not-found"),
            Self::Client(error) => error.say(tr),
        }
    }
}
