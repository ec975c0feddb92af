//! Suggestions put aside, and brought back.

use argonaut_app::engine::ListingId;
use argonaut_app::suggestions::mark;
use argonaut_domain::introduction::ClosingReason;
use axum::extract::{Path, State};
use axum::response::Redirect;
use maud::{Markup, html};

use crate::failure::Failure;
use crate::form_data::FormData;
use crate::i18n::t;
use crate::me::{Me, done};
use crate::pages::cards::face;
use crate::pages::clients::client_id;
use crate::pages::layout::{NavItem, Width};
use crate::pages::matches::words as match_words;
use crate::pages::parts::{self, Icon, Weight};
use crate::state::Web;
use crate::words::Done;

fn listing(text: &str) -> Result<ListingId, Failure> {
    text.parse().map_err(|_| Failure::not_found())
}

pub(super) async fn put(
    State(web): State<Web>,
    me: Me,
    Path((id, of)): Path<(String, String)>,
    sent: FormData,
) -> Result<Redirect, Failure> {
    let listing = listing(&of)?;
    let reason = sent
        .parsed(&format!("reason-{listing}"))
        .unwrap_or(ClosingReason::NotSaid);
    let never = sent.text("never") == "yes";
    mark::put_aside(&web.app, &me.who, client_id(&id)?, listing, never, reason)
        .await
        .map_err(|error| Failure::of(&me.tr, &error))?;
    Ok(done(
        &format!("/clients/{id}/suggestions?kind={}", listing.kind()),
        Done::PutAside,
    ))
}

pub(super) async fn back(
    State(web): State<Web>,
    me: Me,
    Path((id, of)): Path<(String, String)>,
) -> Result<Redirect, Failure> {
    mark::bring_back(&web.app, &me.who, client_id(&id)?, listing(&of)?)
        .await
        .map_err(|error| Failure::of(&me.tr, &error))?;
    Ok(done(&format!("/clients/{id}/aside"), Done::BroughtBack))
}

pub(super) async fn show(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
) -> Result<Markup, Failure> {
    let tr = &me.tr;
    let aside = mark::list(&web.app, &me.who, client_id(&id)?)
        .await
        .map_err(|error| Failure::of(tr, &error))?;
    let title = t!(tr, "suggestions-aside-title");
    let body = html! {
        (parts::breadcrumb(&t!(tr, "shell-breadcrumb-label"), &[(&t!(tr, "shell-nav-clients"), "/clients"), (&t!(tr, "clients-back"), &format!("/clients/{id}"))]))
        (parts::heading(&title, None, None))
        @if aside.is_empty() { (parts::empty(Icon::Tick, &t!(tr, "suggestions-aside-none"), &t!(tr, "suggestions-aside-none-text"), None)) }
        @for put in &aside {
            @let reason = ClosingReason::parse(&put.mark.reason).map(|of| match_words::reason(tr, of)).unwrap_or_default();
            @let until = match put.mark.until { Some(until) => t!(tr, "suggestions-aside-until", date = tr.date(until.date())), None => t!(tr, "suggestions-aside-never") };
            @let actions = parts::post_button(&t!(tr, "suggestions-bring-back"), &format!("/clients/{id}/suggestions/{}/back", put.id), Weight::Quiet, &[]);
            @match &put.shown {
                Some(shown) => (face::listing(tr, shown, &[reason, until], actions)),
                None => { p { (t!(tr, "suggestions-aside-gone")) " " (actions) } },
            }
        }
    };
    Ok(me.show(&title, NavItem::Clients, Width::Wide, &body))
}
