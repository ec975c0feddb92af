//! An address book: who of it is here, and whom to invite. It is read and forgotten.

use argonaut_app::contacts::book::{
    BookError, Fault, LookedUp, MOST_ENTRIES, Person, look_up, read as read_book,
};
use argonaut_app::people::Face;
use axum::extract::{Multipart, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};
use maud::{Markup, html};

use crate::failure::Failure;
use crate::i18n::{Tr, t};
use crate::me::Me;
use crate::pages::layout::{NavItem, Width};
use crate::pages::parts::{self, Weight, form};
use crate::state::Web;

fn page(me: &Me, error: Option<&str>, found: &Markup) -> Markup {
    let tr = &me.tr;
    let title = t!(tr, "people-book");
    let body = html! {
        (parts::heading(&title, Some(&t!(tr, "people-book-lead")), None))
        (parts::notice_private(tr, &t!(tr, "people-book-private")))
        form.form method="post" action="/contacts/import" enctype="multipart/form-data" {
            div.field {
                label.label for="file" { (t!(tr, "people-book-file")) }
                p.hint { (t!(tr, "people-book-hint")) }
                @if let Some(error) = error { p.error { (error) } }
                input.input type="file" id="file" name="file" accept=".vcf,text/vcard,text/x-vcard";
            }
            (form::submit_row(&t!(tr, "people-book-look"), Some((&t!(tr, "form-cancel"), "/contacts"))))
        }
        (found)
    };
    me.show(&title, NavItem::Helpers, Width::Text, &body)
}

pub(super) async fn show(me: Me) -> Markup {
    page(&me, None, &html! {})
}

pub(super) async fn read(
    State(web): State<Web>,
    me: Me,
    mut parts: Multipart,
) -> Result<Response, Failure> {
    let mut bytes = Vec::new();
    while let Ok(Some(part)) = parts.next_field().await {
        let Ok(content) = part.bytes().await else {
            let page = page(&me, Some(&t!(me.tr, "import-too-big")), &html! {});
            return Ok((StatusCode::PAYLOAD_TOO_LARGE, page).into_response());
        };
        if !content.is_empty() {
            bytes = content.to_vec();
        }
    }
    let book = match read_book(&bytes) {
        Ok(book) => book,
        Err(error) => {
            let told = match error {
                BookError::NoCards => t!(me.tr, "people-book-none"),
                BookError::TooLarge => t!(me.tr, "import-too-big"),
            };
            return Ok((
                StatusCode::UNPROCESSABLE_ENTITY,
                page(&me, Some(&told), &html! {}),
            )
                .into_response());
        }
    };
    let (faults, cut) = (book.faults.clone(), book.cut);
    let found = look_up(&web.app, &me.who, book).await?;
    Ok(page(&me, None, &results(&me.tr, &found, &faults, cut)).into_response())
}

fn results(tr: &Tr, found: &LookedUp, faults: &[(usize, Fault)], cut: bool) -> Markup {
    html! {
        (parts::section(&t!(tr, "people-book-found"), &html! {
            @if found.waiting > 0 { p { (t!(tr, "people-book-waiting", count = found.waiting)) } }
            @if cut { p { (t!(tr, "people-book-cut", most = MOST_ENTRIES)) } }
            ul.plain-list { @for person in &found.people { li { (one(tr, person)) } } }
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

fn one(tr: &Tr, person: &Person) -> Markup {
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
        @if person.here.is_empty() { (parts::post_button(&t!(tr, "people-book-invite", name = name), "/account/invitations", Weight::Link, &[("to", first)])) }
    }
}
