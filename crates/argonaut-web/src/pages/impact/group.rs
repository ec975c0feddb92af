//! A group's impact: safe sums for those who work in it, or for coordinators alone.

use argonaut_app::impact::{GroupImpact, Period, of_group, set_rule as rule};
use argonaut_domain::ids::GroupId;
use axum::extract::{Path, State};
use axum::response::{Redirect, Response};
use maud::{Markup, html};

use super::figures;
use crate::failure::Failure;
use crate::form_data::FormData;
use crate::i18n::{Tr, t};
use crate::me::{Me, done};
use crate::pages::layout::{NavItem, Width};
use crate::pages::parts::{self, Choice, Field, Icon, form};
use crate::state::Web;
use crate::words::Done;

fn group_id(text: &str) -> Result<GroupId, Failure> {
    text.parse().map_err(|_| Failure::not_found())
}

async fn found(web: &Web, me: &Me, id: &str, period: Period) -> Result<GroupImpact, Failure> {
    of_group(&web.app, &me.who, group_id(id)?, period)
        .await
        .map_err(|error| Failure::of(&me.tr, &error))
}

pub(super) async fn show(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
    asked: FormData,
) -> Result<Markup, Failure> {
    let period = figures::period(&asked);
    let found = found(&web, &me, &id, period).await?;
    let title = t!(
        me.tr,
        "impact-group-title",
        group = found.group.profile.name.as_str()
    );
    Ok(me.show(
        &title,
        NavItem::Helpers,
        Width::Wide,
        &view(&me.tr, &found, period),
    ))
}

pub(super) fn view(tr: &Tr, found: &GroupImpact, period: Period) -> Markup {
    let name = found.group.profile.name.as_str();
    let home = format!("/groups/{}", found.group.id);
    let path = format!("{home}/impact");
    html! {
        (parts::breadcrumb(&t!(tr, "shell-breadcrumb-label"), &[(&t!(tr, "groups-title"), "/groups"), (name, &home)]))
        (parts::heading(&t!(tr, "impact-group-title", group = name), Some(&t!(tr, "impact-group-lead")), None))
        (figures::periods(tr, &path, period))
        @match &found.figures {
            Some(sums) => {
                (figures::view(tr, sums, true))
                p { a href={ (path) "/figures.csv?period=" (period.code()) } download { (t!(tr, "impact-csv")) } }
            }
            None => (parts::empty(Icon::Helpers, &t!(tr, "impact-group-few-title"), &t!(tr, "impact-group-few"), Some(parts::action(&t!(tr, "impact-group-few-step"), &home)))),
        }
        @if found.governs { (who(tr, found, &path)) }
    }
}

fn who(tr: &Tr, found: &GroupImpact, path: &str) -> Markup {
    let choices = [
        Choice::new("members", t!(tr, "impact-rule-members"), !found.closed),
        Choice::new(
            "coordinators",
            t!(tr, "impact-rule-coordinators"),
            found.closed,
        ),
    ];
    parts::section(
        &t!(tr, "impact-rule"),
        &form::post(
            path,
            false,
            &html! {
                (form::radio_group(tr, &Field::new("open", t!(tr, "impact-rule-label")), &choices))
                (form::submit_row(&t!(tr, "impact-rule-save"), None))
            },
        ),
    )
}

pub(super) async fn set_rule(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
    sent: FormData,
) -> Result<Redirect, Failure> {
    let closed = sent.text("open") == "coordinators";
    rule(&web.app, &me.who, group_id(&id)?, closed)
        .await
        .map_err(|error| Failure::of(&me.tr, &error))?;
    Ok(done(&format!("/groups/{id}/impact"), Done::ImpactRule))
}

pub(super) async fn csv(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
    asked: FormData,
) -> Result<Response, Failure> {
    let period = figures::period(&asked);
    let found = found(&web, &me, &id, period).await?;
    let sums = found.figures.unwrap_or_default();
    figures::csv(&me.tr, &sums, period, true)
}
