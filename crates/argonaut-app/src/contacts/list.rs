//! A helper's contacts, open requests, and whom they blocked.

use argonaut_domain::access::HelperFacts;
use argonaut_domain::ids::{HelperId, MatchId};

use crate::app::App;
use crate::error::Trouble;
use crate::people::{self, Face};
use crate::who::SignedIn;

/// A helper's contacts.
pub struct Contacts {
    /// Both agreed, by name.
    pub accepted: Vec<Face>,
    /// They asked; this helper's answer is awaited.
    pub asked_me: Vec<Face>,
    /// This helper asked.
    pub i_asked: Vec<Face>,
    /// Blocked by this helper: names alone.
    pub blocked: Vec<(HelperId, String)>,
    /// Joint work from which somebody was blocked who stayed hidden.
    pub blocked_hidden: Vec<MatchId>,
    /// Muted by this helper: names alone.
    pub muted: Vec<(HelperId, Option<String>)>,
}

/// Lists them.
///
/// # Errors
/// When storage fails.
pub async fn list(app: &App, who: &SignedIn) -> Result<Contacts, Trouble> {
    let mut read = app.store.read().await?;
    let me = who.helper();
    let rows = read.contacts(me).await?;
    let viewer = read.viewer(me).await?;
    let blocked = read.blocked_by(me).await?;
    let blocked_hidden = read.blocked_hidden(me).await?;
    let muted = read.muted_by(me).await?;
    drop(read);
    let world = app.world();
    let mut contacts = Contacts {
        accepted: Vec::new(),
        asked_me: Vec::new(),
        i_asked: Vec::new(),
        blocked: Vec::new(),
        blocked_hidden,
        muted: Vec::new(),
    };
    for row in rows {
        let Some(face) = people::face(&world, &viewer, row.other) else {
            continue;
        };
        if row.accepted {
            contacts.accepted.push(face);
        } else if row.asked_by == me {
            contacts.i_asked.push(face);
        } else {
            contacts.asked_me.push(face);
        }
    }
    contacts
        .accepted
        .sort_by_cached_key(|face| crate::fuzzy::plain(&face.name));
    contacts.blocked = blocked
        .into_iter()
        .filter_map(|id| {
            world
                .helpers
                .get(&id)
                .map(|helper| (id, helper.name.clone()))
        })
        .collect();
    contacts.muted = muted
        .into_iter()
        .filter_map(|id| {
            let helper = world.helpers.get(&id)?;
            let facts = HelperFacts::of(helper);
            // Who is blocked, or blocked this helper, is gone from here too. The name of
            // somebody who is not listed is not learned by muting them.
            let named = viewer.opens_helper(facts) || viewer.is_contact(id);
            let name = named.then(|| helper.name.clone());
            viewer.may_meet(facts).then_some((id, name))
        })
        .collect();
    Ok(contacts)
}
