//! A client's referrals on one page: the open ones with what came of them to be said, the
//! form for a new one, and those that are closed.

use argonaut_app::dossier::{Dossier, Referral};
use argonaut_app::suggestions::service_by_id;
use argonaut_domain::referral::{ReferralResult, ReferralWay};
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse as _, Response};
use jiff::civil::Date;
use maud::{Markup, html};

use super::{face, words};
use crate::failure::Failure;
use crate::form_data::FormData;
use crate::i18n::{Tr, t};
use crate::me::Me;
use crate::pages::layout::{NavItem, Width};
use crate::pages::parts::{self, Choice, Field, Tone, Weight, form};
use crate::pages::typed::{Typed, open_or_check};
use crate::state::Web;

pub(super) async fn show(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
    Query(query): Query<Vec<(String, String)>>,
) -> Result<Response, Failure> {
    page(&web, &me, &id, &FormData::of(query), None).await
}

/// The page, with what was typed and what is wrong with it: `(field, sentence)`.
pub(super) async fn page(
    web: &Web,
    me: &Me,
    id: &str,
    sent: &FormData,
    error: Option<&(String, String)>,
) -> Result<Response, Failure> {
    let opened = match open_or_check(web, me, id).await? {
        Ok(opened) => opened,
        Err(elsewhere) => return Ok(elsewhere),
    };
    let service = sent
        .parsed("service")
        .and_then(|service| service_by_id(&web.app, service))
        .map(|service| (service.id.to_string(), service.name));
    let seen = Seen {
        tr: &me.tr,
        home: format!("/clients/{id}/referrals"),
        sent,
        error,
        service,
        today: web.app.now().date(),
    };
    let body = seen.view(id, opened.dossier.get());
    let title = t!(me.tr, "referrals-title");
    Ok(me
        .show(&title, NavItem::Clients, Width::Text, &body)
        .into_response())
}

/// What the page shows beside the record.
pub(super) struct Seen<'a> {
    pub(super) tr: &'a Tr,
    pub(super) home: String,
    pub(super) sent: &'a FormData,
    pub(super) error: Option<&'a (String, String)>,
    /// The directory service that was chosen.
    pub(super) service: Option<(String, String)>,
    pub(super) today: Date,
}

impl Seen<'_> {
    pub(super) fn view(&self, id: &str, dossier: &Dossier) -> Markup {
        let tr = self.tr;
        let (open, closed): (Vec<&Referral>, Vec<&Referral>) = dossier
            .referrals
            .list
            .iter()
            .rev()
            .partition(|one| one.closed.is_none());
        html! {
            (parts::breadcrumb(&t!(tr, "shell-breadcrumb-label"), &[(&t!(tr, "shell-nav-clients"), "/clients"), (dossier.name(), &format!("/clients/{id}"))]))
            (parts::heading(&t!(tr, "referrals-title"), Some(&t!(tr, "referrals-lead")), None))
            (self.typed().summary())
            (parts::notice_circle(tr, &t!(tr, "referrals-private")))
            @if self.service.is_some() || self.error.is_some() || dossier.referrals.list.is_empty() { (self.form(dossier)) }
            @if !open.is_empty() {
                (parts::section(&t!(tr, "referrals-open"), &html! { @for one in &open { (self.waiting(one)) } }))
            }
            @if self.service.is_none() && self.error.is_none() && !dossier.referrals.list.is_empty() {
                (form::more(&t!(tr, "referrals-new"), open.is_empty(), &self.form(dossier)))
            }
            @if !closed.is_empty() {
                (parts::section(&t!(tr, "referrals-closed"), &html! {
                    ul.plain-list { @for one in &closed { li {
                        (face::line(tr, one)) " "
                        (parts::post_button(&t!(tr, "referrals-reopen", to = one.to.as_str()), &format!("{}/{}/again", self.home, one.id), Weight::Link, &[]))
                        (parts::post_button(&t!(tr, "referrals-remove", to = one.to.as_str()), &format!("{}/{}/remove", self.home, one.id), Weight::Link, &[]))
                    } } }
                }))
            }
        }
    }

    fn typed(&self) -> Typed<'_> {
        Typed {
            tr: self.tr,
            sent: self.sent,
            error: self.error,
        }
    }

    fn form(&self, dossier: &Dossier) -> Markup {
        let tr = self.tr;
        let typed = self.typed();
        let locale = tr.locale();
        let ways: Vec<Choice<'_>> = ReferralWay::ALL
            .iter()
            .map(|way| {
                let chosen = self.sent.parsed("way").unwrap_or(ReferralWay::Told);
                Choice::new(way.code(), words::way(tr, *way), chosen == *way)
            })
            .collect();
        let chosen = self.sent.text("need");
        let needs: Vec<Choice<'_>> = std::iter::once(Choice::new(
            "",
            t!(tr, "referrals-need-none"),
            chosen.is_empty(),
        ))
        .chain(dossier.needs.iter().map(|need| {
            let code = need.term.code();
            Choice::new(code, need.term.label(locale), code == chosen)
        }))
        .collect();
        form::post(
            &self.home,
            true,
            &html! {
                @match &self.service {
                    Some((id, name)) => {
                        (form::hidden("service", id))
                        p { (t!(tr, "referrals-to-service", service = name.as_str())) " " a href={ "/services/" (id) } { (t!(tr, "suggestions-contact-service")) } }
                    }
                    None => {
                        (form::text_field(tr, &typed.field("to", t!(tr, "referrals-to")).hint(t!(tr, "referrals-to-hint"))))
                        p { a href="/find?kind=service" { (t!(tr, "referrals-find")) } }
                    }
                }
                @if needs.len() > 1 { (form::select(tr, &Field::new("need", t!(tr, "referrals-need")), &needs)) }
                (form::radio_group(tr, &Field::new("way", t!(tr, "referrals-way")), &ways))
                (form::text_field(tr, &typed.field("words", t!(tr, "referrals-words"))))
                (form::date_field(tr, &typed.field("again", t!(tr, "referrals-again")).hint(t!(tr, "referrals-again-hint"))))
                (form::submit_row(&t!(tr, "referrals-keep"), None))
            },
        )
    }

    fn waiting(&self, one: &Referral) -> Markup {
        let tr = self.tr;
        let typed = self.typed();
        let results: Vec<Choice<'_>> = ReferralResult::ALL
            .iter()
            .map(|result| {
                Choice::new(
                    result.code(),
                    words::result(tr, *result),
                    *result == ReferralResult::Served,
                )
            })
            .collect();
        let at = format!("{}/{}", self.home, one.id);
        let (result, said) = (format!("result-{}", one.id), format!("said-{}", one.id));
        html! {
            section.panel {
                p {
                    (face::line(tr, one))
                    @if let Some(day) = one.look_again {
                        br;
                        @if one.is_due(self.today) { (parts::badge(Tone::Warn, &t!(tr, "referrals-ask-now"))) }
                        @else { (t!(tr, "referrals-ask-on", date = tr.date(day))) }
                    }
                }
                @if let Some(service) = one.service { p { a href={ "/services/" (service) } { (t!(tr, "referrals-contact", to = one.to.as_str())) } } }
                (form::more(&t!(tr, "referrals-close", to = one.to.as_str()), one.is_due(self.today), &form::post(&format!("{at}/close"), true, &html! {
                    (form::radio_group(tr, &Field::new(&result, t!(tr, "referrals-result")), &results))
                    (form::text_field(tr, &typed.field(&said, t!(tr, "referrals-said"))))
                    (form::submit_row(&t!(tr, "referrals-close-send", to = one.to.as_str()), None))
                })))
                (parts::post_button(&t!(tr, "referrals-later", to = one.to.as_str()), &format!("{at}/again"), Weight::Quiet, &[]))
                (parts::post_button(&t!(tr, "referrals-remove", to = one.to.as_str()), &format!("{at}/remove"), Weight::Link, &[]))
            }
        }
    }
}
