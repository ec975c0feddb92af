//! Who asks: a signed-in helper (`Me`) or anybody (`Guest`), with the language
//! of their screens and what the page's frame shows of them.

use std::convert::Infallible;

use argonaut_app::{NewSession, SignedIn, accounts, messages, notices};
use argonaut_domain::access::{Granted, Instance, Moderation};
use argonaut_domain::locale::Locale;
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{Method, header};
use axum::response::Redirect;
use axum_extra::extract::cookie::{Cookie, CookieJar, SameSite};
use maud::Markup;

use crate::failure::Failure;
use crate::i18n::{Tr, negotiate};
use crate::pages::layout::{Flash, Nav, NavItem, Page, Width, layout};
use crate::security::Reach;
use crate::state::Web;
use crate::words::Done;

/// A signed-in helper, who asks for something.
pub(crate) struct Me {
    /// Who, with the keys to their clients' records.
    pub(crate) who: SignedIn,
    /// The texts in their language.
    pub(crate) tr: Tr,
    nav: Nav,
    done: Option<Done>,
}

/// Anybody who asks for something, signed in or not.
pub(crate) struct Guest {
    /// The signed-in helper, if it is one.
    pub(crate) me: Option<Me>,
    /// The texts in their language.
    pub(crate) tr: Tr,
    done: Option<Done>,
}

impl Me {
    /// A whole page.
    pub(crate) fn show(&self, title: &str, active: NavItem, width: Width, body: &Markup) -> Markup {
        frame(
            &self.tr,
            Some(&self.nav),
            self.done,
            title,
            active,
            width,
            body,
        )
    }
    /// Counts again what is unread: this very page shows some of it.
    pub(crate) async fn recount(&mut self, web: &Web) -> Result<(), Failure> {
        self.nav.messages = messages::list::unread(&web.app, &self.who).await?;
        self.nav.bell_count = u64::from(notices::unread(&web.app, &self.who).await?);
        Ok(())
    }
    /// The right to read reports and decide on them, or "no such page".
    pub(crate) fn moderator(&self) -> Result<Granted<Moderation>, Failure> {
        self.who.actor.moderator().ok_or_else(Failure::not_found)
    }
    /// The right to run this instance, or "no such page".
    pub(crate) fn admin(&self) -> Result<Granted<Instance>, Failure> {
        self.who.actor.admin().ok_or_else(Failure::not_found)
    }
}

impl Guest {
    /// The same visitor, reading in this language.
    #[must_use]
    pub(crate) fn in_language(mut self, tr: &Tr) -> Self {
        self.tr = tr.clone();
        self
    }
    /// A whole page.
    pub(crate) fn show(&self, title: &str, active: NavItem, width: Width, body: &Markup) -> Markup {
        let nav = self.me.as_ref().map(|me| &me.nav);
        frame(&self.tr, nav, self.done, title, active, width, body)
    }
}

fn frame(
    tr: &Tr,
    who: Option<&Nav>,
    done: Option<Done>,
    title: &str,
    active: NavItem,
    width: Width,
    body: &Markup,
) -> Markup {
    let flash = done.map(|done| Flash::good(done.say(tr)));
    layout(
        &Page {
            title: title.to_owned(),
            tr,
            who,
            active,
            flash,
            width,
        },
        body,
    )
}

/// Leads on to another page, which tells that the act was done.
pub(crate) fn done(path: &str, done: Done) -> Redirect {
    let (path, fragment) = path
        .split_once('#')
        .map_or((path, String::new()), |(path, at)| (path, format!("#{at}")));
    let mark = if path.contains('?') { '&' } else { '?' };
    Redirect::to(&format!("{path}{mark}done={}{fragment}", done.code()))
}

impl FromRequestParts<Web> for Guest {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, web: &Web) -> Result<Self, Infallible> {
        let done = done_of(parts);
        match signed_in(parts, web).await {
            Ok(Some(me)) => Ok(Self {
                tr: me.tr.clone(),
                me: Some(me),
                done,
            }),
            Ok(None) | Err(_) => Ok(Self {
                tr: Tr::of(locale_of(parts)),
                me: None,
                done,
            }),
        }
    }
}

impl FromRequestParts<Web> for Me {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, web: &Web) -> Result<Self, Failure> {
        if let Some(me) = signed_in(parts, web).await? {
            return Ok(me);
        }
        let next = (parts.method == Method::GET)
            .then(|| parts.uri.path_and_query().map(ToString::to_string));
        Err(Failure::SignInFirst {
            next: next.flatten().filter(|path| path != "/"),
        })
    }
}

/// Whose session the request carries, if anybody's.
pub(crate) async fn session_of(parts: &Parts, web: &Web) -> Result<Option<SignedIn>, Failure> {
    // Found out already, to count what they do.
    if let Some(who) = parts.extensions.get::<SignedIn>() {
        return Ok(Some(who.clone()));
    }
    let jar = CookieJar::from_headers(&parts.headers);
    let Some(cookie) = jar.get(session_cookie(web.reach)) else {
        return Ok(None);
    };
    Ok(accounts::session::resume(&web.app, cookie.value()).await?)
}

async fn signed_in(parts: &Parts, web: &Web) -> Result<Option<Me>, Failure> {
    let Some(who) = session_of(parts, web).await? else {
        return Ok(None);
    };
    let bell_count = u64::from(notices::unread(&web.app, &who).await?);
    let messages = messages::list::unread(&web.app, &who).await?;
    let tr = Tr::of(who.locale.unwrap_or_else(|| locale_of(parts)));
    let nav = Nav {
        messages,
        display_name: who.name.clone(),
        bell_count,
        is_admin: who.actor.admin().is_some(),
        live: true,
    };
    Ok(Some(Me {
        who,
        tr,
        nav,
        done: done_of(parts),
    }))
}

fn done_of(parts: &Parts) -> Option<Done> {
    let query = parts.uri.query()?;
    query
        .split('&')
        .find_map(|pair| pair.strip_prefix("done="))
        .and_then(Done::parse)
}

/// The cookie that keeps a visitor's choice of language.
const LANGUAGE_COOKIE: &str = "lang";

fn locale_of(parts: &Parts) -> Locale {
    let jar = CookieJar::from_headers(&parts.headers);
    jar.get(LANGUAGE_COOKIE)
        .and_then(|cookie| Locale::parse(cookie.value()))
        .unwrap_or_else(|| {
            negotiate(
                parts
                    .headers
                    .get(header::ACCEPT_LANGUAGE)
                    .and_then(|wish| wish.to_str().ok()),
            )
        })
}

/// The name of the session's cookie. The `__Host-` prefix needs HTTPS.
pub(crate) const fn session_cookie(reach: Reach) -> &'static str {
    match reach {
        Reach::Https => "__Host-argonaut",
        Reach::Loopback => "argonaut",
    }
}

/// Sets a cookie for some days; none for 0.
fn cookie(reach: Reach, name: &'static str, value: &str, days: i64) -> Cookie<'static> {
    let mut cookie = Cookie::parse(format!(
        "{name}={value}; Max-Age={}",
        days.saturating_mul(86_400)
    ))
    .unwrap_or_else(|_| Cookie::new(name, ""));
    cookie.set_path("/");
    cookie.set_http_only(true);
    cookie.set_secure(reach == Reach::Https);
    cookie.set_same_site(SameSite::Lax);
    cookie
}

/// The cookie of a session that has just begun.
pub(crate) fn session_begins(web: &Web, jar: CookieJar, session: &NewSession) -> CookieJar {
    let days = session.expires.days_since(web.app.now());
    jar.add(cookie(
        web.reach,
        session_cookie(web.reach),
        &session.token.reveal(),
        days,
    ))
}

/// Takes the session's cookie away.
pub(crate) fn session_ends(web: &Web, jar: CookieJar) -> CookieJar {
    jar.add(cookie(web.reach, session_cookie(web.reach), "", 0))
}

/// What else a browser can hold a token for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Held {
    /// A sign-in whose second factor is awaited.
    HalfSignIn,
    /// A request to come back with the help of contacts.
    Return,
    /// That a password was right here before. It opens nothing.
    Known,
}

impl Held {
    const fn cookie(self, reach: Reach) -> &'static str {
        match (self, reach) {
            (Self::HalfSignIn, Reach::Https) => "__Host-argonaut-half",
            (Self::HalfSignIn, Reach::Loopback) => "argonaut-half",
            (Self::Return, Reach::Https) => "__Host-argonaut-return",
            (Self::Return, Reach::Loopback) => "argonaut-return",
            (Self::Known, Reach::Https) => "__Host-argonaut-known",
            (Self::Known, Reach::Loopback) => "argonaut-known",
        }
    }

    /// The token that the browser sent; empty for none.
    pub(crate) fn token(self, web: &Web, jar: &CookieJar) -> String {
        jar.get(self.cookie(web.reach))
            .map_or_else(String::new, |cookie| cookie.value().to_owned())
    }

    /// Gives the browser a token for some days.
    pub(crate) fn give(self, web: &Web, jar: CookieJar, token: &str, days: i64) -> CookieJar {
        jar.add(cookie(web.reach, self.cookie(web.reach), token, days))
    }

    /// Takes it away.
    pub(crate) fn take(self, web: &Web, jar: CookieJar) -> CookieJar {
        jar.add(cookie(web.reach, self.cookie(web.reach), "", 0))
    }
}

/// The cookie of a visitor's choice of language.
pub(crate) fn language_chosen(web: &Web, jar: CookieJar, locale: Locale) -> CookieJar {
    jar.add(cookie(web.reach, LANGUAGE_COOKIE, locale.code(), 365))
}
