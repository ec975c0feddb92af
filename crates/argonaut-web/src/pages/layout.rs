//! The frame of every page: head, header with navigation, flash notice, main
//! part and footer. Knows the person signed in only by what the frame shows.

use maud::{DOCTYPE, Markup, html};

use super::parts::avatar;
use super::parts::icon::{Icon, icon};
use super::parts::notice::Tone;
use crate::assets::Asset;
use crate::i18n::{Locale, Tr, t};

/// What the frame shows of the helper who is signed in.
#[derive(Clone, Debug, Default)]
pub struct Nav {
    /// The name on the account menu.
    pub display_name: String,
    /// Unread notifications.
    pub bell_count: u64,
    /// Shows the way to the administration pages.
    pub is_admin: bool,
    /// Keeps the bell's count current through `/events`.
    pub live: bool,
    /// Conversations with something unread.
    pub messages: u64,
}

/// The entry of the navigation that the page belongs to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum NavItem {
    /// None of them: sign-in, errors, the guide.
    #[default]
    None,
    /// What to do today.
    Today,
    /// The caseload.
    Clients,
    /// Looking for cards, helpers and services.
    Find,
    /// Enquiries, matches, introductions.
    Matches,
    /// What helpers ask, offer and tell each other.
    Posts,
    /// Other helpers and contacts.
    Helpers,
    /// Messages to and from other helpers.
    Messages,
    /// The notifications.
    Notifications,
    /// Profile, settings, administration.
    Account,
}

impl NavItem {
    const BAR: [Self; 6] = [
        Self::Today,
        Self::Clients,
        Self::Find,
        Self::Matches,
        Self::Posts,
        Self::Helpers,
    ];

    /// Where the entry leads.
    pub const fn href(self) -> &'static str {
        match self {
            Self::None => "/",
            Self::Today => "/today",
            Self::Clients => "/clients",
            Self::Find => "/find",
            Self::Matches => "/matches",
            Self::Posts => "/posts",
            Self::Helpers => "/helpers",
            Self::Messages => "/messages",
            Self::Notifications => "/notifications",
            Self::Account => "/account",
        }
    }

    const fn icon(self) -> Icon {
        match self {
            Self::Clients => Icon::Clients,
            Self::Find => Icon::Find,
            Self::Matches => Icon::Matches,
            Self::Posts => Icon::Speech,
            Self::Helpers => Icon::Helpers,
            Self::Messages => Icon::Envelope,
            Self::Notifications => Icon::Bell,
            Self::None | Self::Today | Self::Account => Icon::Today,
        }
    }

    fn label(self, tr: &Tr) -> String {
        match self {
            Self::None => t!(tr, "shell-product"),
            Self::Today => t!(tr, "shell-nav-today"),
            Self::Clients => t!(tr, "shell-nav-clients"),
            Self::Find => t!(tr, "shell-nav-find"),
            Self::Matches => t!(tr, "shell-nav-matches"),
            Self::Posts => t!(tr, "posts-nav"),
            Self::Helpers => t!(tr, "shell-nav-helpers"),
            Self::Messages => t!(tr, "messages-nav", count = 0),
            Self::Notifications => t!(tr, "shell-bell", count = 0),
            Self::Account => t!(tr, "shell-account-menu"),
        }
    }
}

/// What an act has come to, told once at the top of the next page.
#[derive(Clone, Debug)]
pub struct Flash {
    /// Good, bad or just so.
    pub tone: Tone,
    /// One sentence, translated.
    pub text: String,
}

impl Flash {
    /// It worked.
    pub fn good(text: impl Into<String>) -> Self {
        Self {
            tone: Tone::Good,
            text: text.into(),
        }
    }

    /// It did not work.
    pub fn bad(text: impl Into<String>) -> Self {
        Self {
            tone: Tone::Bad,
            text: text.into(),
        }
    }

    /// Something to know.
    pub fn info(text: impl Into<String>) -> Self {
        Self {
            tone: Tone::Info,
            text: text.into(),
        }
    }
}

/// How broad the main part may become.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Width {
    /// A form or a text: one column of some 70 letters.
    #[default]
    Text,
    /// Lists, tables, cards.
    Wide,
    /// A sign-in box.
    Narrow,
}

/// What the frame needs to know of a page.
#[derive(Clone, Debug)]
pub struct Page<'a> {
    /// The page's texts.
    pub tr: &'a Tr,
    /// The title of the window; the visible heading is the page's own.
    pub title: String,
    /// The helper signed in.
    pub who: Option<&'a Nav>,
    /// Which entry of the navigation is the current one.
    pub active: NavItem,
    /// What the last act came to.
    pub flash: Option<Flash>,
    /// How broad the page is.
    pub width: Width,
}

impl<'a> Page<'a> {
    /// A page of text width for nobody in particular.
    pub fn new(tr: &'a Tr, title: impl Into<String>) -> Self {
        Self {
            tr,
            title: title.into(),
            who: None,
            active: NavItem::None,
            flash: None,
            width: Width::Text,
        }
    }

    /// For the helper who is signed in.
    #[must_use]
    pub const fn who(mut self, nav: Option<&'a Nav>) -> Self {
        self.who = nav;
        self
    }

    /// Belongs to this entry of the navigation.
    #[must_use]
    pub const fn active(mut self, item: NavItem) -> Self {
        self.active = item;
        self
    }

    /// Tells what the last act came to.
    #[must_use]
    pub fn flash(mut self, flash: Option<Flash>) -> Self {
        self.flash = flash;
        self
    }

    /// For lists and tables.
    #[must_use]
    pub const fn wide(mut self) -> Self {
        self.width = Width::Wide;
        self
    }

    /// For a sign-in box.
    #[must_use]
    pub const fn narrow(mut self) -> Self {
        self.width = Width::Narrow;
        self
    }

    /// The whole document around `body`. The body brings its own `h1`, most
    /// easily by [`super::parts::heading`].
    pub fn render(&self, body: &Markup) -> Markup {
        layout(self, body)
    }
}

/// The whole document around `body`.
pub fn layout(page: &Page<'_>, body: &Markup) -> Markup {
    let tr = page.tr;
    let width = match page.width {
        Width::Text => "main main-text",
        Width::Wide => "main main-wide",
        Width::Narrow => "main main-narrow",
    };
    html! {
        (DOCTYPE)
        html lang=(tr.lang()) dir=(tr.dir()) {
            (head(page))
            body.signed-in[page.who.is_some()] data-unsaved=(t!(tr, "form-unsaved")) {
                a.skip href="#main" { (t!(tr, "shell-skip")) }
                (header(page))
                main id="main" class=(width) tabindex="-1" {
                    @if let Some(flash) = &page.flash { (flash_notice(tr, flash)) }
                    (body)
                }
                (footer(tr))
                div id="announce" class="visually-hidden" role="status" aria-live="polite" {}
            }
        }
    }
}

fn head(page: &Page<'_>) -> Markup {
    let product = t!(page.tr, "shell-product");
    html! {
        head {
            meta charset="utf-8";
            title {
                @if page.title == product { (product) } @else { (page.title) " · " (product) }
            }
            meta name="viewport" content="width=device-width, initial-scale=1";
            meta name="color-scheme" content="light dark";
            meta name="theme-color" content="#faf6ef" media="(prefers-color-scheme: light)";
            meta name="theme-color" content="#1b1815" media="(prefers-color-scheme: dark)";
            meta name="robots" content="noindex";
            link rel="icon" type="image/svg+xml" href=(Asset::Icon.path());
            link rel="manifest" href=(Asset::Manifest.path());
            link rel="stylesheet" href=(Asset::Style.path());
            script src=(Asset::Script.path()) defer {}
        }
    }
}

fn header(page: &Page<'_>) -> Markup {
    let tr = page.tr;
    html! {
        header.site {
            div.site-bar {
                a.brand href="/" {
                    (icon(Icon::Shell))
                    span { (t!(tr, "shell-product")) }
                }
                @if let Some(nav) = page.who {
                    (navigation(tr, page.active))
                    div.site-tools {
                        (envelope(tr, nav, page.active))
                        (bell(tr, nav, page.active))
                        (account_menu(tr, nav))
                    }
                } @else {
                    div.site-tools {
                        a.button.button-quiet href="/sign-in" { (t!(tr, "shell-sign-in")) }
                        a.button href="/sign-up" { (t!(tr, "shell-sign-up")) }
                    }
                }
            }
        }
    }
}

/// The six places. On a phone the style sheet lays it along the lower edge.
fn navigation(tr: &Tr, active: NavItem) -> Markup {
    html! {
        nav.site-nav aria-label=(t!(tr, "shell-nav-label")) {
            ul {
                @for item in NavItem::BAR {
                    li {
                        a href=(item.href()) aria-current=[(item == active).then_some("page")] {
                            (icon(item.icon()))
                            span { (item.label(tr)) }
                        }
                    }
                }
            }
        }
    }
}

/// The way to the messages, with how many conversations hold something unread.
fn envelope(tr: &Tr, nav: &Nav, active: NavItem) -> Markup {
    let here = active == NavItem::Messages;
    html! {
        a #envelope .bell href=(NavItem::Messages.href())
            aria-label=(t!(tr, "messages-nav", count = nav.messages))
            aria-current=[here.then_some("page")] {
            (icon(Icon::Envelope))
            @if nav.messages > 0 {
                span.bell-count aria-hidden="true" {
                    @if nav.messages > 99 { (t!(tr, "shell-bell-many")) }
                    @else { (nav.messages) }
                }
            }
        }
    }
}

fn bell(tr: &Tr, nav: &Nav, active: NavItem) -> Markup {
    let here = active == NavItem::Notifications;
    html! {
        a #bell .bell href=(NavItem::Notifications.href())
            aria-label=(t!(tr, "shell-bell", count = nav.bell_count))
            aria-current=[here.then_some("page")]
            data-events=[nav.live.then_some("/events")] {
            (icon(Icon::Bell))
            @if nav.bell_count > 0 {
                span.bell-count aria-hidden="true" {
                    @if nav.bell_count > 99 { (t!(tr, "shell-bell-many")) }
                    @else { (nav.bell_count) }
                }
            }
        }
    }
}

/// The data of the event `bell` on `/events`, by which the script keeps the count
/// current.
pub fn bell_event(tr: &Tr, count: u64) -> String {
    let label = t!(tr, "shell-bell", count = count);
    serde_json::json!({ "count": count, "label": label }).to_string()
}

fn account_menu(tr: &Tr, nav: &Nav) -> Markup {
    html! {
        details.menu {
            summary {
                span.visually-hidden { (t!(tr, "shell-account-menu")) }
                (avatar(&nav.display_name))
            }
            div.menu-sheet {
                p.menu-name { (nav.display_name) }
                ul {
                    li { a href="/profile" { (t!(tr, "shell-account-profile")) } }
                    li { a href="/account" { (t!(tr, "shell-account-settings")) } }
                    li { a href="/reports" { (t!(tr, "safety-title")) } }
                    @if nav.is_admin {
                        li { a href="/admin" { (t!(tr, "shell-nav-admin")) } }
                    }
                    li {
                        form method="post" action="/sign-out" {
                            button type="submit" { (t!(tr, "shell-sign-out")) }
                        }
                    }
                }
            }
        }
    }
}

fn flash_notice(tr: &Tr, flash: &Flash) -> Markup {
    let (class, role) = match flash.tone {
        Tone::Good => ("flash tone-good", "status"),
        Tone::Bad => ("flash tone-bad", "alert"),
        Tone::Warn => ("flash tone-warn", "status"),
        Tone::Info => ("flash tone-info", "status"),
    };
    html! {
        div id="flash" class=(class) role=(role) aria-label=(t!(tr, "shell-flash-label")) {
            p { (flash.text) }
        }
    }
}

fn footer(tr: &Tr) -> Markup {
    html! {
        footer.site-foot aria-label=(t!(tr, "shell-footer-label")) {
            p { (t!(tr, "shell-footer")) }
            div.site-foot-row {
                nav aria-label=(t!(tr, "shell-footer-help")) {
                    a href="/about" { (t!(tr, "shell-footer-about")) }
                    a href="/help" { (t!(tr, "shell-footer-help")) }
                    a href="/privacy" { (t!(tr, "rights-foot-privacy")) }
                }
                form.language method="post" action="/language" {
                    span.visually-hidden { (t!(tr, "shell-language")) }
                    @for locale in Locale::ALL.iter().copied() {
                        button type="submit" name="lang" value=(locale.code()) lang=(locale.code())
                            aria-pressed=(if locale == tr.locale() { "true" } else { "false" }) {
                            (own_name(locale))
                        }
                    }
                }
            }
        }
    }
}

/// A language's name in itself, which is the same on every page.
const fn own_name(locale: Locale) -> &'static str {
    match locale {
        Locale::En => "English",
        Locale::Es => "Español",
    }
}
