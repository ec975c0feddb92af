//! Sharing a client with a group: a part of the page of the client's circle.

use argonaut_app::groups::share::{SharedGroup, groups_for, share as sharing, unshare as ending};
use argonaut_app::groups::{GroupError, GroupFault};
use argonaut_domain::access::CircleRole;
use argonaut_domain::ids::{ClientId, GroupId};
use axum::extract::{Path, State};
use axum::response::Redirect;
use maud::{Markup, html};

use crate::failure::Failure;
use crate::form_data::FormData;
use crate::i18n::{Tr, t};
use crate::me::{Me, done};
use crate::pages::circles::agreed_field;
use crate::pages::clients::{client_id, words};
use crate::pages::parts::{self, Choice, Field, Weight, form};
use crate::state::Web;
use crate::words::Done;

/// The groups for the page of a circle; nothing for those who do not lead it.
pub(crate) async fn found(web: &Web, me: &Me, client: ClientId) -> Vec<SharedGroup> {
    groups_for(&web.app, &me.who, client)
        .await
        .unwrap_or_default()
}

/// The part of the page.
pub(crate) fn view(tr: &Tr, home: &str, groups: &[SharedGroup]) -> Markup {
    let choices: Vec<Choice<'_>> = groups
        .iter()
        .map(|of| Choice::new(of.id.to_string(), of.name.as_str(), false))
        .collect();
    let roles: Vec<Choice<'_>> = [CircleRole::Member, CircleRole::Deputy]
        .iter()
        .map(|role| {
            Choice::new(
                role.code(),
                words::part(tr, *role),
                *role == CircleRole::Member,
            )
        })
        .collect();
    parts::section(
        &t!(tr, "groups-circle"),
        &html! {
            @if groups.is_empty() {
                p { (t!(tr, "groups-circle-none")) " " a href="/groups" { (t!(tr, "groups-title")) } }
            } @else {
                p { (t!(tr, "groups-circle-hint")) }
                ul.plain-list {
                    @for of in groups.iter().filter(|of| of.shared) {
                        li {
                            (t!(tr, "groups-circle-shared", name = of.name.as_str(), count = of.without_seat)) " "
                            (parts::post_button(&t!(tr, "groups-circle-end", name = of.name.as_str()), &format!("{home}/circle/unshare"), Weight::Link, &[("group", &of.id.to_string())]))
                        }
                    }
                }
                (form::post(&format!("{home}/circle/share"), false, &html! {
                    (form::select(tr, &Field::new("group", t!(tr, "groups-circle-which")).required(), &choices))
                    (form::select(tr, &Field::new("part", t!(tr, "circle-add-part")), &roles))
                    (agreed_field(tr, t!(tr, "circle-add-agreed-hint"), "", None))
                    (form::submit_row(&t!(tr, "groups-circle-share"), None))
                }))
            }
        },
    )
}

pub(super) async fn share(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
    sent: FormData,
) -> Result<Redirect, Failure> {
    let client = client_id(&id)?;
    let group = sent
        .parsed::<GroupId>("group")
        .unwrap_or(GroupId::from_uuid(uuid::Uuid::nil()));
    let role = sent.parsed("part").unwrap_or(CircleRole::Member);
    let here = format!("/clients/{id}/circle");
    let Some(agreed) = sent.parsed("method") else {
        // Somebody who may not share is told so first.
        groups_for(&web.app, &me.who, client)
            .await
            .map_err(|error| Failure::of(&me.tr, &error))?;
        let error = GroupError::Invalid(vec![GroupFault::Consent]);
        return Err(Failure::of(&me.tr, &error));
    };
    sharing(&web.app, &me.who, client, group, role, agreed)
        .await
        .map_err(|error| Failure::of(&me.tr, &error))?;
    Ok(done(&here, Done::GroupShared))
}

pub(super) async fn unshare(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
    sent: FormData,
) -> Result<Redirect, Failure> {
    let client = client_id(&id)?;
    let group = sent
        .parsed::<GroupId>("group")
        .unwrap_or(GroupId::from_uuid(uuid::Uuid::nil()));
    ending(&web.app, &me.who, client, group)
        .await
        .map_err(|error| Failure::of(&me.tr, &error))?;
    Ok(done(&format!("/clients/{id}/circle"), Done::GroupUnshared))
}
