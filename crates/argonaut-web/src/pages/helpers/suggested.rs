//! Suggested contacts, with the reasons in words; put aside for a while or for good.

use argonaut_app::contacts::suggest::{Reason, Suggested, bring_back, put_aside};
use axum::extract::{Path, State};
use axum::response::Redirect;
use maud::{Markup, html};

use crate::failure::Failure;
use crate::form_data::FormData;
use crate::i18n::{Tr, t};
use crate::me::{Me, done};
use crate::pages::cards::face;
use crate::pages::parts::{self, Weight};
use crate::state::Web;
use crate::words::{self, Done};

/// The list; nothing when nobody is suggested.
pub(crate) fn part(tr: &Tr, suggested: &[Suggested]) -> Markup {
    html! {
        @if !suggested.is_empty() {
            (parts::section(&t!(tr, "people-suggested"), &html! {
                ul.plain-list {
                    @for one in suggested {
                        @let home = format!("/helpers/{}", one.face.id);
                        li {
                            a href=(home) { (face::named(tr, &one.face)) }
                            @for reason in &one.reasons { br; span.hint { (said(tr, reason)) } }
                            (parts::actions(&[
                                parts::post_button(&t!(tr, "helpers-ask"), &format!("{home}/ask"), Weight::Quiet, &[]),
                                parts::post_button(&t!(tr, "people-not-now"), &format!("{home}/aside"), Weight::Link, &[]),
                                parts::post_button(&t!(tr, "people-never"), &format!("{home}/aside"), Weight::Link, &[("never", "yes")]),
                            ]))
                        }
                    }
                }
            }))
        }
    }
}

fn said(tr: &Tr, reason: &Reason) -> String {
    match reason {
        Reason::SameClients(terms) => t!(
            tr,
            "people-same-clients",
            what = tr.list(&words::terms(tr, terms))
        ),
        Reason::Offers(terms) => t!(
            tr,
            "people-has-offers",
            what = tr.list(&words::terms(tr, terms))
        ),
        Reason::KnownTo(faces) => {
            let names: Vec<&str> = faces.iter().map(|face| face.name.as_str()).collect();
            t!(tr, "people-known-to", who = tr.list(&names))
        }
    }
}

pub(super) async fn aside(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
    sent: FormData,
) -> Result<Redirect, Failure> {
    let id = id.parse().map_err(|_| Failure::not_found())?;
    put_aside(&web.app, &me.who, id, sent.ticked("never"))
        .await
        .map_err(|error| Failure::of(&me.tr, &error))?;
    Ok(done("/contacts", Done::PutAside))
}

pub(super) async fn again(State(web): State<Web>, me: Me) -> Result<Redirect, Failure> {
    bring_back(&web.app, &me.who)
        .await
        .map_err(|error| Failure::of(&me.tr, &error))?;
    Ok(done("/contacts", Done::BroughtBack))
}
