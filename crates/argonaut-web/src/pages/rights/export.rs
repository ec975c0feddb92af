//! Everything kept about a client: as a document to print, and for programs.

use argonaut_app::clients::export::{Export, export};
use axum::extract::{Path, State};
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse as _, Response};
use maud::{Markup, html};

use super::client_view;
use crate::failure::Failure;
use crate::i18n::{Tr, t};
use crate::me::Me;
use crate::pages::cards::face;
use crate::pages::clients::{client_id, words as client_words};
use crate::pages::layout::{NavItem, Width};
use crate::pages::matches::words as stages;
use crate::pages::parts;
use crate::state::Web;

async fn gather(web: &Web, me: &Me, id: &str) -> Result<Export, Failure> {
    export(&web.app, &me.who, client_id(id)?)
        .await
        .map_err(|error| Failure::of(&me.tr, &error))
}

pub(super) async fn document(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
) -> Result<Markup, Failure> {
    let export = gather(&web, &me, &id).await?;
    let title = t!(me.tr, "rights-export-title");
    let body = view(&me.tr, &id, &export);
    Ok(me.show(&title, NavItem::Clients, Width::Text, &body))
}

pub(super) fn view(tr: &Tr, id: &str, export: &Export) -> Markup {
    let name = export.record.get().name();
    let home = format!("/clients/{id}");
    html! {
        (parts::breadcrumb(&t!(tr, "shell-breadcrumb-label"), &[(&t!(tr, "shell-nav-clients"), "/clients"), (name, &home)]))
        (parts::heading(&t!(tr, "rights-export-of", client = name), Some(&t!(tr, "rights-export-lead", date = tr.date(export.made.date()))), None))
        div.no-print {
            (parts::notice_private(tr, &t!(tr, "rights-export-care")))
            (parts::actions(&[
                html! { a.button href={ (home) "/export.json" } download { (t!(tr, "rights-export-json")) } },
                parts::print_button(tr),
            ]))
        }
        (parts::section(&t!(tr, "rights-see-kept"), &html! {
            (client_view::record(tr, export.record.get()))
            p { (t!(tr, "rights-export-circle")) " " (tr.list(&export.circle)) }
        }))
        (parts::section(&t!(tr, "rights-export-cards"), &html! {
            @if export.cards.is_empty() { p { (t!(tr, "rights-export-no-cards")) } }
            @for card in &export.cards {
                p { (tr.week_of(card.published.monday())) " · " (t!(tr, "rights-export-card-until", date = tr.date(card.expires.date()))) }
                (face::bare(tr, &card.content))
            }
        }))
        (parts::section(&t!(tr, "rights-see-consents"), &html! {
            @if export.consents.is_empty() { p { (t!(tr, "rights-see-no-consents")) } }
            ul { @for (consent, to) in &export.consents {
                li {
                    (client_view::scope(tr, consent, to.as_deref())) " " (client_view::terms_of(tr, consent))
                    @if let Some(at) = consent.withdrawn { " " (t!(tr, "rights-export-withdrawn", date = tr.date(at.date()))) }
                }
            } }
        }))
        (parts::section(&t!(tr, "rights-see-matches"), &html! {
            @if export.matches.is_empty() { p { (t!(tr, "rights-see-no-consents")) } }
            @for told in &export.matches {
                h3 { (stages::stage(tr, told.row.joint.stage_name())) @if let Some(other) = &told.other { " · " (t!(tr, "matches-with", partner = other.as_str())) } }
                p { (tr.date(told.row.joint.created.date())) " – " (tr.date(told.row.joint.moved.date())) }
                @match &told.released {
                    Some(released) => (client_view::details(tr, released)),
                    None => p.hint { (t!(tr, "rights-export-nothing-told")) },
                }
            }
        }))
        (parts::section(&t!(tr, "clients-log"), &html! {
            ul { @for line in &export.log {
                li { (tr.date(line.entry.at.date())) " · "
                    @if let Some(by) = &line.by { (by) } @else { (t!(tr, "rights-log-nobody")) }
                    " · " (client_words::deed(tr, line.entry.deed)) }
            } }
        }))
    }
}

pub(super) async fn json(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
) -> Result<Response, Failure> {
    let export = gather(&web, &me, &id).await?;
    let mut answer = axum::Json(export.to_json()?).into_response();
    // No name and no id: the file's name is seen where the file is not.
    answer.headers_mut().insert(
        header::CONTENT_DISPOSITION,
        HeaderValue::from_static("attachment; filename=\"client-export.json\""),
    );
    Ok(answer)
}
