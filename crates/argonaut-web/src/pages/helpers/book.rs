//! An address book: who of it is here, and whom to invite. It is read and forgotten.

use argonaut_app::accounts::invite::make;
use argonaut_app::contacts::book::{
    BookError, Fault, LookedUp, MOST_BYTES, MOST_ENTRIES, Person, look_up, read as read_book,
};
use argonaut_app::people::Face;
use axum::extract::multipart::MultipartError;
use axum::extract::{DefaultBodyLimit, FromRequest as _, Multipart, Request, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse as _, Response};
use maud::{Markup, html};

use crate::failure::{Failure, Problem as _, status};
use crate::form_data::FormData;
use crate::i18n::{Tr, t};
use crate::me::Me;
use crate::pages::layout::{NavItem, Width};
use crate::pages::parts::{self, Tone, form};
use crate::pages::rights::origin;
use crate::state::Web;

/// What the form around the file takes.
const AROUND: usize = 64 * 1024;
/// The limit as it is said.
const MEGABYTES: usize = MOST_BYTES / (1024 * 1024);

fn page(me: &Me, error: Option<&str>, found: &Markup) -> Markup {
    let title = t!(me.tr, "people-book");
    me.show(
        &title,
        NavItem::Helpers,
        Width::Text,
        &view(&me.tr, error, found),
    )
}

pub(super) fn view(tr: &Tr, error: Option<&str>, found: &Markup) -> Markup {
    html! {
        (parts::breadcrumb(&t!(tr, "shell-breadcrumb-label"), &[(&t!(tr, "contacts-title"), "/contacts")]))
        (parts::heading(&t!(tr, "people-book"), Some(&t!(tr, "people-book-lead")), None))
        (parts::notice_private(tr, &t!(tr, "people-book-private")))
        form.form method="post" action="/contacts/import" enctype="multipart/form-data" {
            div.field {
                label.label for="file" { (t!(tr, "people-book-file")) }
                p.hint id="file-hint" { (t!(tr, "people-book-hint")) " " (t!(tr, "people-book-limit", most = MEGABYTES)) }
                @if let Some(error) = error { p.error id="file-error" { (error) } }
                input.input type="file" id="file" name="file" required accept=".vcf,text/vcard,text/x-vcard"
                    aria-describedby=(if error.is_some() { "file-hint file-error" } else { "file-hint" })
                    aria-invalid=[error.map(|_| "true")];
            }
            (form::submit_row(&t!(tr, "people-book-look"), Some((&t!(tr, "form-cancel"), "/contacts"))))
        }
        (found)
    }
}

pub(super) async fn show(me: Me) -> Markup {
    page(&me, None, &html! {})
}

/// Why there is no file to read.
enum Lost {
    TooLarge,
    /// The form did not arrive whole.
    Cut,
    Nothing,
}

impl From<MultipartError> for Lost {
    fn from(error: MultipartError) -> Self {
        if error.status() == StatusCode::PAYLOAD_TOO_LARGE {
            Self::TooLarge
        } else {
            Self::Cut
        }
    }
}

/// The file out of the form; nothing of it is written anywhere.
async fn file(web: &Web, mut request: Request) -> Result<Vec<u8>, Lost> {
    DefaultBodyLimit::max(MOST_BYTES + AROUND).apply(&mut request);
    let sent = Multipart::from_request(request, web).await;
    let mut parts = sent.map_err(|_| Lost::Cut)?;
    while let Some(part) = parts.next_field().await? {
        if part.name() == Some("file") {
            let content = part.bytes().await?;
            return if content.is_empty() {
                Err(Lost::Nothing)
            } else {
                Ok(content.to_vec())
            };
        }
    }
    Err(Lost::Nothing)
}

pub(super) async fn read(
    State(web): State<Web>,
    me: Me,
    request: Request,
) -> Result<Response, Failure> {
    let tr = &me.tr;
    let large = || {
        let told = t!(tr, "people-book-too-large", most = MEGABYTES);
        (StatusCode::PAYLOAD_TOO_LARGE, told)
    };
    let wrong = |told| (StatusCode::UNPROCESSABLE_ENTITY, told);
    let book = match file(&web, request).await {
        Ok(bytes) => read_book(&bytes).map_err(|error| match error {
            BookError::NoCards => wrong(t!(tr, "people-book-none")),
            BookError::TooLarge => large(),
        }),
        Err(Lost::TooLarge) => Err(large()),
        Err(Lost::Cut) => Err(wrong(t!(tr, "people-book-cut-off"))),
        Err(Lost::Nothing) => Err(wrong(t!(tr, "people-book-choose"))),
    };
    let book = match book {
        Ok(book) => book,
        Err((code, told)) => {
            return Ok((code, page(&me, Some(&told), &html! {})).into_response());
        }
    };
    let (faults, cut) = (book.faults.clone(), book.cut);
    let found = look_up(&web.app, &me.who, book).await?;
    Ok(page(&me, None, &results(tr, &found, &faults, cut)).into_response())
}

/// A link of their own for one person of the book. Only their line changes, so the list
/// stays; without the script the answer opens beside it. Rationed like any invitation.
pub(super) async fn invite(
    State(web): State<Web>,
    me: Me,
    headers: HeaderMap,
    sent: FormData,
) -> Result<Response, Failure> {
    let tr = &me.tr;
    let at: usize = sent.parsed("at").unwrap_or(0);
    let (code, told) = match make(&web.app, &me.who).await {
        Ok(link) => {
            let site = origin(web.reach, &headers);
            let to = sent.text("to");
            let told = super::invite::fresh(tr, &link, &site, to, &format!("-{at}"));
            (StatusCode::OK, told)
        }
        Err(error) => {
            let told = parts::notice(Tone::Bad, &error.say(tr), &html! {});
            (status(error.kind()), told)
        }
    };
    let title = t!(tr, "people-book-invite", name = sent.text("name"));
    let body = html! {
        (parts::breadcrumb(&t!(tr, "shell-breadcrumb-label"), &[(&t!(tr, "contacts-title"), "/contacts")]))
        (parts::heading(&title, None, None))
        div id={ "invite-" (at) } { (told) }
    };
    let page = me.show(&title, NavItem::Helpers, Width::Text, &body);
    Ok((code, page).into_response())
}

pub(super) fn results(tr: &Tr, found: &LookedUp, faults: &[(usize, Fault)], cut: bool) -> Markup {
    html! {
        (parts::section(&t!(tr, "people-book-found"), &html! {
            @if found.waiting > 0 { p { (t!(tr, "people-book-waiting", count = found.waiting)) } }
            @if cut { p { (t!(tr, "people-book-cut", most = MOST_ENTRIES)) } }
            ul.plain-list { @for (at, person) in found.people.iter().enumerate() { li { (one(tr, at, person)) } } }
            @if !faults.is_empty() {
                (form::more(&t!(tr, "people-book-faults", count = (faults.len())), false, &html! {
                    ul { @for (number, fault) in faults { li { (t!(tr, "people-book-entry", number = (*number))) " " (wrong(tr, *fault)) } } }
                }))
            }
        }))
    }
}

fn wrong(tr: &Tr, fault: Fault) -> String {
    match fault {
        Fault::Broken => t!(tr, "people-book-broken"),
        Fault::Nothing => t!(tr, "people-book-nothing"),
        Fault::TooLarge => t!(tr, "people-book-large"),
    }
}

fn one(tr: &Tr, at: usize, person: &Person) -> Markup {
    let entry = &person.entry;
    let first = entry.mails.first().map_or("", String::as_str);
    let ways = entry.mails.iter().chain(&entry.phones).map(String::as_str);
    let name = if entry.name.is_empty() {
        ways.clone().next().unwrap_or_default()
    } else {
        &entry.name
    };
    let link =
        |face: &Face| html! { a href={ "/helpers/" (face.id) } { (face.name) " @" (face.handle) } };
    html! {
        strong { (name) } " "
        @for face in &person.here { br; (t!(tr, "people-book-says")) " " (link(face)) }
        @for face in &person.may_be { br; (t!(tr, "people-book-may-be")) " " (link(face)) }
        @if person.here.is_empty() {
            @let target = format!("invite-{at}");
            form.inline id=(target) method="post" action="/contacts/import/invite" target="_blank" data-swap={ "#" (target) } {
                (form::hidden("at", &at.to_string()))
                (form::hidden("name", name))
                (form::hidden("to", first))
                button.button.button-link type="submit" { (t!(tr, "people-book-invite", name = name)) }
            }
        }
    }
}
