//! Invitations into circles, and caseloads that are handed over, with the helper's answer.

use argonaut_app::circle::offers::{
    Offers, decline as declining, decline_all as declining_all, list,
};
use argonaut_app::circle::{hand_over, join};
use argonaut_domain::access::CircleRole;
use axum::extract::{Path, State};
use axum::response::Redirect;
use maud::{Markup, html};

use crate::failure::Failure;
use crate::i18n::{Tr, t};
use crate::me::{Me, done};
use crate::pages::clients::words;
use crate::pages::layout::{NavItem, Width};
use crate::pages::parts::{self, Icon, Weight};
use crate::state::Web;
use crate::words::Done;

pub(super) async fn show(State(web): State<Web>, me: Me) -> Result<Markup, Failure> {
    let offers = list(&web.app, &me.who)
        .await
        .map_err(|error| Failure::of(&me.tr, &error))?;
    let title = t!(me.tr, "circle-offers-title");
    Ok(me.show(
        &title,
        NavItem::Clients,
        Width::Text,
        &view(&me.tr, &offers),
    ))
}

pub(super) fn view(tr: &Tr, offers: &Offers) -> Markup {
    let answer = |path: String, accept: String| {
        parts::actions(&[
            parts::post_button(&accept, &format!("{path}/accept"), Weight::Primary, &[]),
            parts::post_button(
                &t!(tr, "circle-decline"),
                &format!("{path}/decline"),
                Weight::Quiet,
                &[],
            ),
        ])
    };
    html! {
        (parts::breadcrumb(&t!(tr, "shell-breadcrumb-label"), &[(&t!(tr, "shell-nav-clients"), "/clients")]))
        (parts::heading(&t!(tr, "circle-offers-title"), Some(&t!(tr, "circle-offers-lead")), None))
        @if offers.seats.is_empty() && offers.caseloads.is_empty() {
            (parts::empty(Icon::Clients, &t!(tr, "circle-offers-none-title"), &t!(tr, "circle-offers-none"), Some(parts::action(&t!(tr, "shell-nav-clients"), "/clients"))))
        }
        ul.plain-list {
            @for caseload in &offers.caseloads {
                li {
                    div.panel {
                        p { (t!(tr, "circle-offer-caseload", name = caseload.name.as_str(), count = caseload.records)) }
                        p.hint { (t!(tr, "circle-offer-until", date = tr.date(caseload.expires.date()))) " " a href={ "/helpers/" (caseload.from) } { (t!(tr, "circle-compare")) } }
                        (answer(format!("/clients/handovers/{}", caseload.id), t!(tr, "circle-accept-all")))
                    }
                }
            }
            @for offer in &offers.seats {
                li {
                    div.panel {
                        p {
                            @if offer.role == CircleRole::Lead { (t!(tr, "circle-offer-lead", name = offer.name.as_str())) }
                            @else { (t!(tr, "circle-offer-as", name = offer.name.as_str(), part = words::part(tr, offer.role))) }
                        }
                        p.hint { (words::part_hint(tr, offer.role)) }
                        p.hint { (t!(tr, "circle-offer-until", date = tr.date(offer.expires.date()))) " " a href={ "/helpers/" (offer.from) } { (t!(tr, "circle-compare")) } }
                        (answer(format!("/clients/offers/{}", offer.id), t!(tr, "circle-accept")))
                    }
                }
            }
        }
    }
}

pub(super) async fn accept(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
) -> Result<Redirect, Failure> {
    let id = id.parse().map_err(|_| Failure::not_found())?;
    let client = join::join(&web.app, &me.who, id)
        .await
        .map_err(|error| Failure::of(&me.tr, &error))?;
    Ok(done(&format!("/clients/{client}"), Done::SeatTaken))
}

pub(super) async fn decline(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
) -> Result<Redirect, Failure> {
    let id = id.parse().map_err(|_| Failure::not_found())?;
    declining(&web.app, &me.who, id)
        .await
        .map_err(|error| Failure::of(&me.tr, &error))?;
    Ok(done("/clients/offers", Done::SeatDeclined))
}

pub(super) async fn accept_all(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
) -> Result<Redirect, Failure> {
    let id = id.parse().map_err(|_| Failure::not_found())?;
    let taken = hand_over::accept_all(&web.app, &me.who, id)
        .await
        .map_err(|error| Failure::of(&me.tr, &error))?;
    Ok(if taken.left == 0 {
        done("/clients", Done::CaseloadTaken)
    } else {
        done("/clients/offers", Done::CaseloadPartTaken)
    })
}

pub(super) async fn decline_all(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
) -> Result<Redirect, Failure> {
    let id = id.parse().map_err(|_| Failure::not_found())?;
    declining_all(&web.app, &me.who, id)
        .await
        .map_err(|error| Failure::of(&me.tr, &error))?;
    Ok(done("/clients/offers", Done::SeatDeclined))
}
