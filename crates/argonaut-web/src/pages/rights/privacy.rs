//! The page on privacy: `docs/privacy.md` as it stands, in the reader's language.

use std::sync::LazyLock;

use argonaut_domain::locale::Locale;
use maud::{Markup, PreEscaped};
use pulldown_cmark::{Event, Parser, html::push_html};

use crate::form_data::FormData;
use crate::i18n::{Tr, t};
use crate::me::Guest;
use crate::pages::layout::{NavItem, Width};
use crate::pages::parts;

const ENGLISH: &str = include_str!("../../../../../docs/privacy.md");
const SPANISH: &str = include_str!("../../../../../docs/privacy.es.md");

/// The text as HTML. It is our own, shipped with the program; HTML inside it is
/// left out all the same.
fn text(locale: Locale) -> &'static str {
    fn render(text: &str) -> String {
        let events = Parser::new(text)
            .filter(|event| !matches!(event, Event::Html(_) | Event::InlineHtml(_)));
        let mut html = String::with_capacity(text.len() * 2);
        push_html(&mut html, events);
        html
    }
    static RENDERED: LazyLock<[String; 2]> = LazyLock::new(|| [render(ENGLISH), render(SPANISH)]);
    let [english, spanish] = &*RENDERED;
    match locale {
        Locale::En => english,
        Locale::Es => spanish,
    }
}

pub(super) fn view(tr: &Tr) -> Markup {
    parts::prose(&PreEscaped(text(tr.locale()).to_owned()))
}

pub(super) async fn show(guest: Guest, sent: FormData) -> Markup {
    // A client comes from a link's page with the language chosen there.
    let tr = match (&guest.me, super::client::chosen(&sent)) {
        (None, Some(locale)) => Tr::of(locale),
        (Some(_), _) | (None, None) => guest.tr.clone(),
    };
    let title = t!(tr, "privacy-title");
    guest
        .in_language(&tr)
        .show(&title, NavItem::None, Width::Text, &view(&tr))
}
