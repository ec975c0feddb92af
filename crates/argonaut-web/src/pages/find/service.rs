//! A directory service: what it offers, and how to get in touch.

use argonaut_app::suggestions::{Shown, service_by_id};
use axum::extract::{Path, State};
use maud::{Markup, html};

use crate::failure::Failure;
use crate::i18n::t;
use crate::me::Me;
use crate::pages::cards::face;
use crate::pages::layout::{NavItem, Width};
use crate::pages::parts;
use crate::state::Web;

pub(super) async fn show(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
) -> Result<Markup, Failure> {
    let tr = &me.tr;
    let id = id.parse().map_err(|_| Failure::not_found())?;
    let service = service_by_id(&web.app, id).ok_or_else(Failure::not_found)?;
    let contact = &service.contact;
    let mut rows: Vec<(String, Markup)> = Vec::new();
    let mut link = |label: String, text: &str, address: Option<String>| {
        if !text.is_empty() {
            let shown = match address {
                Some(address) => html! { a href=(address) rel="noopener noreferrer" { (text) } },
                None => html! { (text) },
            };
            rows.push((label, shown));
        }
    };
    link(
        t!(tr, "clients-phones"),
        &contact.phone,
        telephone(&contact.phone),
    );
    link(
        t!(tr, "clients-emails"),
        &contact.email,
        mail(&contact.email),
    );
    link(
        t!(tr, "find-service-web"),
        &contact.url,
        web_page(&contact.url),
    );
    let mut add = |label: String, text: &str| {
        if !text.is_empty() {
            rows.push((label, html! { (text) }));
        }
    };
    add(t!(tr, "clients-address"), &contact.address);
    add(t!(tr, "find-service-hours"), &contact.hours);
    add(t!(tr, "find-service-fees"), &contact.fees);
    add(t!(tr, "find-service-eligibility"), &contact.eligibility);
    let name = service.name.clone();
    let description = service.description.clone();
    let body = html! {
        (parts::heading(&name, Some(&service.organization), None))
        @if !description.is_empty() { p { (description) } }
        (parts::section(&t!(tr, "suggestions-contact-service"), &html! {
            @if rows.is_empty() { p { (t!(tr, "find-service-no-contact")) } } @else { (parts::facts(&rows)) }
            p.hint { (t!(tr, "find-service-hint")) }
        }))
        (parts::actions(&[parts::action(&t!(tr, "referrals-here"), &format!("/services/{id}/refer"))]))
        (face::listing(tr, &Shown::Service(Box::new(service)), &[], html! {}))
    };
    Ok(me.show(&name, NavItem::Find, Width::Text, &body))
}

/// The address that calls a number; `None` where there is none to call.
fn telephone(text: &str) -> Option<String> {
    // What follows the number (an extension, opening hours) is for reading.
    let number: String = text
        .chars()
        .take_while(|letter| !letter.is_alphabetic())
        .filter(|letter| letter.is_ascii_digit() || *letter == '+')
        .collect();
    (3..=16)
        .contains(&number.len())
        .then(|| format!("tel:{number}"))
}

/// The address that writes a mail; `None` where the text is more than one.
fn mail(text: &str) -> Option<String> {
    let plain = |letter: char| letter.is_ascii_alphanumeric() || "@.-_+".contains(letter);
    let is_one = text.matches('@').count() == 1 && text.chars().all(plain);
    is_one.then(|| format!("mailto:{text}"))
}

/// The address of a web page; never of anything else that a browser would run.
fn web_page(text: &str) -> Option<String> {
    let uri: axum::http::Uri = text.parse().ok()?;
    let known = matches!(uri.scheme_str(), Some("http" | "https")) && uri.host().is_some();
    known.then(|| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_surely_an_address_is_a_link() {
        assert_eq!(
            telephone("(650) 555-0134 ext. 2").as_deref(),
            Some("tel:6505550134")
        );
        assert_eq!(telephone("call us"), None);
        assert_eq!(
            mail("desk@example.org").as_deref(),
            Some("mailto:desk@example.org")
        );
        assert_eq!(mail("a@example.org, b@example.org"), None);
        assert_eq!(mail("x@example.org?bcc=y"), None);
        assert_eq!(
            web_page("https://example.org/food").as_deref(),
            Some("https://example.org/food")
        );
        for other in [
            "javascript:alert(1)",
            "data:text/html,x",
            "//example.org",
            "/etc",
            "example.org",
        ] {
            assert_eq!(web_page(other), None, "{other}");
        }
    }
}
