//! Notifications: each leads to the act it asks for.

use argonaut_app::notices;
use argonaut_domain::notice::{Notice, NoticeKind};
use axum::extract::{Path, State};
use axum::response::Redirect;
use jiff::civil::Date;
use maud::{Markup, html};

use crate::failure::Failure;
use crate::i18n::{Tr, t};
use crate::me::{Me, done};
use crate::pages::layout::{NavItem, Width};
use crate::pages::parts::{self, Icon, Weight};
use crate::routes::Routes;
use crate::state::Web;
use crate::words::Done;

/// The routes of this area.
pub(crate) fn add(routes: Routes) -> Routes {
    routes
        .get("/notifications", show)
        .post("/notifications/read", read_all)
        .post("/notifications/{id}/follow", follow)
}

async fn show(State(web): State<Web>, me: Me) -> Result<Markup, Failure> {
    let tr = &me.tr;
    let all = notices::list(&web.app, &me.who).await?;
    let title = t!(tr, "notifications-title");
    Ok(me.show(
        &title,
        NavItem::Notifications,
        Width::Text,
        &view(tr, &all, web.app.now().date(), &title),
    ))
}

fn view(tr: &Tr, all: &[Notice], today: Date, title: &str) -> Markup {
    html! {
        (parts::heading(title, None, None))
        @if all.is_empty() { (parts::empty(Icon::Bell, &t!(tr, "notifications-empty-title"), &t!(tr, "notifications-empty"), None)) }
        @if all.iter().any(|notice| notice.read.is_none()) {
            (parts::post_button(&t!(tr, "notifications-read-all"), "/notifications/read", Weight::Quiet, &[]))
        }
        ul.plain-list.notices {
            @for notice in all {
                li {
                    @if notice.read.is_none() { (parts::badge(parts::Tone::Info, &t!(tr, "matches-new"))) " " }
                    (parts::post_button(&text(tr, notice.kind), &format!("/notifications/{}/follow", notice.id), Weight::Link, &[]))
                    " " span.hint { (tr.relative(today, notice.at.date())) }
                }
            }
        }
    }
}

fn text(tr: &Tr, kind: NoticeKind) -> String {
    match kind {
        NoticeKind::ContactAsked => t!(tr, "notifications-contact-asked"),
        NoticeKind::ContactAccepted => t!(tr, "notifications-contact-accepted"),
        NoticeKind::EnquiryReceived => t!(tr, "notifications-enquiry-received"),
        NoticeKind::EnquiryAccepted => t!(tr, "notifications-enquiry-accepted"),
        NoticeKind::EnquiryDeclined => t!(tr, "notifications-enquiry-declined"),
        NoticeKind::MatchProposed => t!(tr, "notifications-match-proposed"),
        NoticeKind::OtherSideAgreed => t!(tr, "notifications-other-side-agreed"),
        NoticeKind::DetailsReleased => t!(tr, "notifications-details-released"),
        NoticeKind::IntroductionMade => t!(tr, "notifications-introduction-made"),
        NoticeKind::FollowUpDue => t!(tr, "notifications-follow-up"),
        NoticeKind::OutcomeRecorded => t!(tr, "notifications-outcome"),
        NoticeKind::MatchClosed => t!(tr, "notifications-closed"),
        NoticeKind::ConsentEnded => t!(tr, "notifications-consent-ended"),
        NoticeKind::CardExpiring => t!(tr, "notifications-card-expiring"),
        NoticeKind::CardExpired => t!(tr, "notifications-card-expired"),
        NoticeKind::ApprovalWaiting => t!(tr, "notifications-approval"),
    }
}

/// Where the act is that a notification asks for.
fn leads_to(notice: &Notice) -> String {
    let subject = notice.subject;
    match notice.kind {
        NoticeKind::ContactAsked | NoticeKind::ContactAccepted => format!("/helpers/{subject}"),
        NoticeKind::CardExpiring | NoticeKind::CardExpired => format!("/clients/{subject}/card"),
        NoticeKind::ApprovalWaiting => "/admin".to_owned(),
        NoticeKind::EnquiryReceived
        | NoticeKind::EnquiryAccepted
        | NoticeKind::EnquiryDeclined
        | NoticeKind::MatchProposed
        | NoticeKind::OtherSideAgreed
        | NoticeKind::DetailsReleased
        | NoticeKind::IntroductionMade
        | NoticeKind::FollowUpDue
        | NoticeKind::OutcomeRecorded
        | NoticeKind::MatchClosed
        | NoticeKind::ConsentEnded => format!("/matches/{subject}"),
    }
}

async fn follow(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
) -> Result<Redirect, Failure> {
    let id = id.parse().map_err(|_| Failure::not_found())?;
    let notice = notices::follow(&web.app, &me.who, id)
        .await?
        .ok_or_else(Failure::not_found)?;
    Ok(Redirect::to(&leads_to(&notice)))
}

async fn read_all(State(web): State<Web>, me: Me) -> Result<Redirect, Failure> {
    notices::read_all(&web.app, &me.who).await?;
    Ok(done("/notifications", Done::NoticesRead))
}
