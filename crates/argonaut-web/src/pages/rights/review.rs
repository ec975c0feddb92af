//! The review list (records that nobody has needed for long), and for
//! administrators the times behind it.

use argonaut_app::clients::retain::{
    self, LEAST_MONTHS, MOST_MONTHS, Retention, Stale, Ties, current, review,
};
use axum::extract::State;
use axum::response::{IntoResponse as _, Response};
use jiff::civil::Date;
use maud::{Markup, html};

use crate::failure::Failure;
use crate::form_data::FormData;
use crate::i18n::{Tr, t};
use crate::me::{Me, done};
use crate::pages::layout::{NavItem, Width};
use crate::pages::parts::{self, Field, Icon, Weight, form};
use crate::state::Web;
use crate::words::Done;

pub(super) async fn show(State(web): State<Web>, me: Me) -> Result<Markup, Failure> {
    let (retention, stale) = review(&web.app, &me.who)
        .await
        .map_err(|error| Failure::of(&me.tr, &error))?;
    let title = t!(me.tr, "rights-review-title");
    let body = view(&me.tr, retention, &stale, web.app.now().date());
    Ok(me.show(&title, NavItem::Clients, Width::Text, &body))
}

pub(super) fn view(tr: &Tr, retention: Retention, stale: &[Stale], today: Date) -> Markup {
    html! {
        (parts::breadcrumb(&t!(tr, "shell-breadcrumb-label"), &[(&t!(tr, "shell-nav-clients"), "/clients")]))
        (parts::heading(&t!(tr, "rights-review-title"), Some(&t!(tr, "rights-review-lead", months = retention.review_months)), None))
        @if stale.is_empty() {
            (parts::empty(Icon::Tick, &t!(tr, "rights-review-none"), &t!(tr, "rights-review-none-text"),
                Some(parts::quiet_action(&t!(tr, "shell-nav-clients"), "/clients"))))
        }
        ul.plain-list { @for one in stale { li { (line(tr, one, today)) } } }
    }
}

fn line(tr: &Tr, one: &Stale, today: Date) -> Markup {
    let home = format!("/clients/{}", one.id);
    html! {
        h2 { a href=(home) { (one.name.get()) } }
        p { (t!(tr, "rights-review-since", when = tr.relative(today, one.attended.date()))) }
        ul { @for reason in reasons(tr, one.ties) { li { (reason) } } }
        @if let Some(end) = one.erased_on {
            (parts::notice(parts::Tone::Warn, &t!(tr, "rights-review-erased-title"),
                &html! { p { (t!(tr, "rights-review-erased", date = tr.date(end.date()))) } }))
        }
        (parts::actions(&[parts::post_button(&t!(tr, "rights-review-keep"), &format!("{home}/attend"), Weight::Quiet, &[])]))
        @if one.may_decide {
            (parts::actions(&[
                html! { @if !one.ties.archived { (parts::post_button(&t!(tr, "clients-archive"), &format!("{home}/archive"), Weight::Quiet, &[])) } },
                parts::quiet_action(&t!(tr, "clients-erase"), &format!("{home}/erase")),
            ]))
        }
    }
}

fn reasons(tr: &Tr, ties: Ties) -> Vec<String> {
    vec![
        if ties.card {
            t!(tr, "rights-review-card")
        } else {
            t!(tr, "rights-review-no-card")
        },
        t!(tr, "rights-review-matches", count = ties.open_matches),
        if ties.consent {
            t!(tr, "rights-review-consent")
        } else {
            t!(tr, "rights-review-no-consent")
        },
        if ties.archived {
            t!(tr, "rights-review-archived")
        } else {
            t!(tr, "rights-review-active")
        },
    ]
}

/// The times, for the administrators' page.
pub(crate) async fn retention_form(web: &Web, tr: &Tr) -> Result<Markup, Failure> {
    let retention = current(&web.app).await?;
    let erase = retention
        .erase_months
        .map(|months| months.to_string())
        .unwrap_or_default();
    Ok(parts::section(
        &t!(tr, "rights-retention"),
        &form::post(
            "/admin/retention",
            false,
            &html! {
                p { (t!(tr, "rights-retention-lead")) }
                (form::row(&html! {
                    (form::text_field(tr, &Field::new("review_months", t!(tr, "rights-retention-review")).kind("number")
                        .hint(t!(tr, "rights-retention-months", least = LEAST_MONTHS, most = MOST_MONTHS)).value(retention.review_months.to_string()).required()))
                    (form::text_field(tr, &Field::new("erase_months", t!(tr, "rights-retention-erase")).kind("number")
                        .hint(t!(tr, "rights-retention-never")).value(erase)))
                }))
                (form::submit_row(&t!(tr, "rights-retention-save"), None))
            },
        ),
    ))
}

pub(crate) async fn set_retention(
    State(web): State<Web>,
    me: Me,
    sent: FormData,
) -> Result<Response, Failure> {
    let admin = me.admin()?;
    let wrong = || Failure::Told {
        kind: argonaut_app::Kind::Invalid,
        text: t!(
            me.tr,
            "rights-retention-wrong",
            least = LEAST_MONTHS,
            most = MOST_MONTHS
        ),
    };
    let erase_months = match sent.text("erase_months") {
        "" => None,
        typed => Some(typed.parse().map_err(|_| wrong())?),
    };
    let retention = Retention {
        review_months: sent.parsed("review_months").ok_or_else(wrong)?,
        erase_months,
    };
    if retain::set(&web.app, &admin, retention).await? {
        Ok(done("/admin", Done::RetentionSet).into_response())
    } else {
        Err(wrong())
    }
}
