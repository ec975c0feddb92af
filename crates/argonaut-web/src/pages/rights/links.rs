//! A helper's side of clients' links: made, given on paper or by message, ended.

use argonaut_app::links::make::{MakeError, Wish, WishAbout, make as make_link};
use argonaut_app::links::mine::{self, Links, ToGive};
use argonaut_app::matches::room::{Room, room};
use argonaut_domain::clock::Timestamp;
use argonaut_domain::link::{ClientLink, LINK_DAYS, LINK_MAX_DAYS, LinkPurpose};
use argonaut_domain::locale::Locale;
use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::{IntoResponse as _, Response};
use maud::{Markup, html};

use super::{origin, words as own};
use crate::failure::{Failure, Problem, status};
use crate::form_data::FormData;
use crate::i18n::{Tr, t};
use crate::me::{Me, done};
use crate::pages::clients::{client_id, words as client_words};
use crate::pages::layout::{NavItem, Width};
use crate::pages::parts::{self, Choice, Field, Weight, form};
use crate::state::Web;
use crate::words::Done;

impl Problem for MakeError {
    fn kind(&self) -> argonaut_app::Kind {
        Self::kind(self)
    }
    fn say(&self, tr: &Tr) -> String {
        match self {
            Self::BadDays { most } => {
                let most: i64 = *most;
                t!(tr, "rights-bad-days", most = most)
            }
            Self::NotAsked => t!(tr, "rights-not-asked"),
            Self::NothingShared => t!(tr, "rights-nothing-shared"),
            Self::Archived => t!(tr, "rights-link-archived"),
            Self::Busy(_) => t!(tr, "errors-busy"),
            Self::Client(error) => error.say(tr),
        }
    }
}

pub(super) async fn list(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
    asked: FormData,
) -> Result<Markup, Failure> {
    page(&web, &me, &id, &asked, None).await
}

async fn page(
    web: &Web,
    me: &Me,
    id: &str,
    sent: &FormData,
    error: Option<String>,
) -> Result<Markup, Failure> {
    let tr = &me.tr;
    let links = mine::list(&web.app, &me.who, client_id(id)?)
        .await
        .map_err(|error| Failure::of(tr, &error))?;
    let title = t!(tr, "rights-links-title");
    let room = match sent.parsed("match") {
        Some(joint) => Some(
            room(&web.app, &me.who, joint)
                .await
                .map_err(|error| Failure::of(tr, &error))?,
        ),
        None => None,
    };
    let form = match &room {
        Some(room) => match_link_form(tr, id, room, links.language, sent),
        None => link_form(tr, id, links.language, sent),
    };
    let body = list_view(tr, id, &links, &form, web.app.now(), error.as_deref());
    Ok(me.show(&title, NavItem::Clients, Width::Text, &body))
}

pub(super) fn list_view(
    tr: &Tr,
    id: &str,
    links: &Links,
    form: &Markup,
    now: Timestamp,
    error: Option<&str>,
) -> Markup {
    let home = format!("/clients/{id}");
    html! {
        (parts::breadcrumb(&t!(tr, "shell-breadcrumb-label"), &[(&t!(tr, "shell-nav-clients"), "/clients"), (links.name.get(), &home)]))
        (parts::heading(&t!(tr, "rights-links-title"), Some(&t!(tr, "rights-links-lead")), None))
        @if let Some(error) = error {
            (parts::notice(parts::Tone::Warn, &t!(tr, "errors-invalid-title"), &html! { p { (error) } }))
        }
        (parts::section(&t!(tr, "rights-link-new"), form))
        (parts::section(&t!(tr, "rights-links-made"), &html! {
            @if links.links.is_empty() { p { (t!(tr, "rights-links-none")) } }
            ul.plain-list { @for link in &links.links { li { (line(tr, link, &home, now)) } } }
        }))
    }
}

/// What a link that is about no introduction may be for.
pub(super) fn link_form(tr: &Tr, id: &str, language: Option<Locale>, sent: &FormData) -> Markup {
    let typed = sent.text("purpose");
    let purposes: Vec<Choice<'_>> = [LinkPurpose::See, LinkPurpose::Share]
        .into_iter()
        .map(|of| {
            let chosen = typed == of.code() || (typed.is_empty() && of == LinkPurpose::See);
            Choice::new(of.code(), own::purpose(tr, of), chosen)
        })
        .collect();
    form::post(
        &format!("/clients/{id}/links"),
        false,
        &html! {
            (form::radio_group(tr, &Field::new("purpose", t!(tr, "rights-link-purpose")).hint(t!(tr, "rights-link-purpose-hint")), &purposes))
            (form::checkbox(tr, &Field::new("notes", t!(tr, "rights-link-notes")), sent.ticked("notes")))
            (common_fields(tr, language, sent))
            (form::submit_row(&t!(tr, "rights-link-make"), None))
        },
    )
}

fn common_fields(tr: &Tr, language: Option<Locale>, sent: &FormData) -> Markup {
    let typed = Locale::parse(sent.text("language"))
        .or(language)
        .unwrap_or(tr.locale());
    let languages: Vec<Choice<'_>> = Locale::ALL
        .iter()
        .map(|of| Choice::new(of.code(), own::own_name(*of), *of == typed))
        .collect();
    let days = match sent.text("days") {
        "" => LINK_DAYS.to_string(),
        typed => typed.to_owned(),
    };
    html! {
        (form::row(&html! {
            (form::select(tr, &Field::new("language", t!(tr, "rights-link-language")), &languages))
            (form::text_field(tr, &Field::new("days", t!(tr, "rights-link-days")).kind("number").value(days)
                .hint(t!(tr, "rights-link-days-hint", most = LINK_MAX_DAYS))))
        }))
    }
}

fn line(tr: &Tr, link: &ClientLink, home: &str, now: Timestamp) -> Markup {
    html! {
        a href={ (home) "/links/" (link.id) } { (own::purpose(tr, link.purpose)) } " · "
        (t!(tr, "rights-link-made", date = tr.date(link.made.date()))) " · "
        (own::so_far(tr, link)) " "
        @if link.is_live(now) {
            (parts::badge(parts::Tone::Good, &t!(tr, "rights-link-until", date = tr.date(link.ends.date())))) " "
            (parts::post_button(&t!(tr, "rights-link-end"), &format!("{home}/links/{}/end", link.id), Weight::Link, &[]))
        } @else { (parts::badge(parts::Tone::Info, &t!(tr, "rights-link-over"))) }
    }
}

/// What a link about an introduction asks.
fn match_link_form(
    tr: &Tr,
    id: &str,
    room: &Room,
    language: Option<Locale>,
    sent: &FormData,
) -> Markup {
    let Some(dossier) = &room.my_client else {
        return html! { p { (t!(tr, "rights-not-asked")) } };
    };
    let fields: Vec<Choice<'_>> = dossier
        .get()
        .releasable()
        .map(|field| {
            let ticked = sent.all("fields").any(|code| code == field.code());
            Choice::new(field.code(), client_words::released(tr, field), ticked)
        })
        .collect();
    form::post(
        &format!("/clients/{id}/links"),
        false,
        &html! {
            p { (t!(tr, "rights-ask-by-link-lead")) }
            (form::hidden("purpose", LinkPurpose::Introduce.code()))
            (form::hidden("match", &room.joint.id.to_string()))
            (form::check_group(tr, &Field::new("fields", t!(tr, "rights-ask-fields")), &fields))
            (common_fields(tr, language, sent))
            (form::submit_row(&t!(tr, "rights-link-make"), None))
        },
    )
}

fn wish(sent: &FormData, tr: &Tr) -> Option<Wish> {
    let about = match sent.parsed("purpose")? {
        LinkPurpose::Share => WishAbout::Share,
        LinkPurpose::See => WishAbout::See {
            notes: sent.ticked("notes"),
        },
        LinkPurpose::Introduce => WishAbout::Introduce {
            introduction: sent.parsed("match")?,
            fields: sent.all_parsed("fields"),
        },
    };
    Some(Wish {
        about,
        days: sent.parsed("days").unwrap_or(0),
        language: Locale::parse(sent.text("language")).unwrap_or(tr.locale()),
    })
}

pub(super) async fn make(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
    sent: FormData,
) -> Result<Response, Failure> {
    let client = client_id(&id)?;
    let Some(wish) = wish(&sent, &me.tr) else {
        let text = t!(me.tr, "rights-link-what");
        let page = page(&web, &me, &id, &sent, Some(text)).await?;
        return Ok((status(argonaut_app::Kind::Invalid), page).into_response());
    };
    match make_link(&web.app, &me.who, client, wish).await {
        Ok(link) => {
            Ok(done(&format!("/clients/{id}/links/{link}"), Done::LinkMade).into_response())
        }
        Err(MakeError::Client(error)) => Err(Failure::of(&me.tr, &error)),
        Err(
            error @ (MakeError::BadDays { .. }
            | MakeError::NotAsked
            | MakeError::NothingShared
            | MakeError::Archived
            | MakeError::Busy(_)),
        ) => {
            let page = page(&web, &me, &id, &sent, Some(error.say(&me.tr))).await?;
            Ok((status(error.kind()), page).into_response())
        }
    }
}

async fn given(web: &Web, me: &Me, id: &str, link: &str) -> Result<ToGive, Failure> {
    let link = link.parse().map_err(|_| Failure::not_found())?;
    mine::to_give(&web.app, &me.who, client_id(id)?, link)
        .await
        .map_err(|error| Failure::of(&me.tr, &error))
}

pub(super) async fn show(
    State(web): State<Web>,
    me: Me,
    Path((id, link)): Path<(String, String)>,
    headers: HeaderMap,
) -> Result<Markup, Failure> {
    let given = given(&web, &me, &id, &link).await?;
    let tr = &me.tr;
    let site = origin(web.reach, &headers);
    let title = own::purpose(tr, given.link.purpose);
    let body = link_view(tr, &id, &given, &site, web.app.now());
    Ok(me.show(&title, NavItem::Clients, Width::Text, &body))
}

pub(super) fn link_view(tr: &Tr, id: &str, given: &ToGive, site: &str, now: Timestamp) -> Markup {
    let home = format!("/clients/{id}");
    let here = format!("{home}/links/{}", given.link.id);
    let title = own::purpose(tr, given.link.purpose);
    html! {
        (parts::breadcrumb(&t!(tr, "shell-breadcrumb-label"), &[(given.name.get(), &home), (&t!(tr, "rights-links-title"), &format!("{home}/links"))]))
        (parts::heading(&title, Some(&own::so_far(tr, &given.link)), None))
        @if let Some(secrets) = &given.secrets {
            (parts::notice(parts::Tone::Warn, &t!(tr, "rights-give-title"), &html! { p { (t!(tr, "rights-give-text")) } }))
            (parts::section(&t!(tr, "rights-give-link"), &html! {
                p.code-sheet.link-sheet { code id="client-link" { (site) (*secrets.path) } }
                (parts::copy_button(tr, "client-link"))
            }))
            (parts::section(&t!(tr, "rights-give-paper"), &html! {
                p { (t!(tr, "rights-give-paper-text")) }
                (parts::actions(&[parts::action(&t!(tr, "rights-sheet"), &format!("{here}/sheet"))]))
            }))
            p.hint { (t!(tr, "rights-link-until", date = tr.date(given.link.ends.date()))) }
            (parts::post_button(&t!(tr, "rights-link-end"), &format!("{here}/end"), Weight::Danger, &[]))
        } @else if given.link.is_live(now) {
            p { (t!(tr, "rights-made-by-other", helper = given.helper.as_str())) }
            (parts::post_button(&t!(tr, "rights-link-end"), &format!("{here}/end"), Weight::Danger, &[]))
        } @else {
            p { (t!(tr, "rights-link-over-text")) }
            (parts::actions(&[parts::action(&t!(tr, "rights-link-new"), &format!("{home}/links"))]))
        }
    }
}

pub(super) async fn sheet(
    State(web): State<Web>,
    me: Me,
    Path((id, link)): Path<(String, String)>,
    headers: HeaderMap,
) -> Result<Markup, Failure> {
    let given = given(&web, &me, &id, &link).await?;
    let site = origin(web.reach, &headers);
    let body = sheet_view(&me.tr, &id, &given, &site).ok_or_else(Failure::not_found)?;
    let title = t!(me.tr, "rights-sheet");
    Ok(me.show(&title, NavItem::Clients, Width::Text, &body))
}

/// The sheet in the client's language; `None` when there is nothing to give.
pub(super) fn sheet_view(tr: &Tr, id: &str, given: &ToGive, site: &str) -> Option<Markup> {
    let secrets = given.secrets.as_ref()?;
    let theirs = Tr::of(given.link.language);
    let address = format!("{site}{}", *secrets.path);
    let lead = match given.link.purpose {
        LinkPurpose::Share => t!(theirs, "rights-sheet-share", helper = given.helper.as_str()),
        LinkPurpose::Introduce => {
            t!(
                theirs,
                "rights-sheet-introduce",
                helper = given.helper.as_str()
            )
        }
        LinkPurpose::See => t!(theirs, "rights-sheet-see", helper = given.helper.as_str()),
    };
    let first = given
        .name
        .get()
        .split_whitespace()
        .next()
        .unwrap_or_default();
    let short = site.split_once("//").map_or(site, |(_, rest)| rest);
    Some(html! {
        div.no-print {
            (parts::breadcrumb(&t!(tr, "shell-breadcrumb-label"), &[(&t!(tr, "rights-links-title"), &format!("/clients/{id}/links"))]))
            p { (t!(tr, "rights-sheet-lead")) }
            (parts::print_button(tr))
        }
        article.client-sheet lang=(theirs.lang()) {
            h1 { (t!(theirs, "rights-sheet-hello", client = first)) }
            p { (lead) }
            @if let Some(picture) = parts::qr::picture(&t!(theirs, "rights-sheet-picture"), &address) {
                h2 { (t!(theirs, "rights-sheet-scan")) }
                (picture)
            }
            h2 { (t!(theirs, "rights-sheet-type", site = format!("{short}/c"))) }
            p.code-sheet { (*secrets.code) }
            p { (t!(theirs, "rights-until", date = theirs.date(given.link.ends.date()))) }
            p { (t!(theirs, "rights-sheet-keep")) }
        }
    })
}

pub(super) async fn end(
    State(web): State<Web>,
    me: Me,
    Path((id, link)): Path<(String, String)>,
) -> Result<Response, Failure> {
    let link = link.parse().map_err(|_| Failure::not_found())?;
    mine::revoke(&web.app, &me.who, client_id(&id)?, link)
        .await
        .map_err(|error| Failure::of(&me.tr, &error))?;
    Ok(done(&format!("/clients/{id}/links"), Done::LinkEnded).into_response())
}

/// Where a match's page shows what its client said.
pub(crate) fn said(tr: &Tr, room: &Room) -> Markup {
    html! {
        @if let Some(said) = &room.client_said {
            @for link in said.links.iter().take(1) {
                p.hint { (t!(tr, "rights-link-about")) " " (own::so_far(tr, link)) }
            }
        }
    }
}
