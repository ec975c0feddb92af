//! Inviting somebody: what the link says, the link to pass on, and the links made so far.

use argonaut_app::accounts::invite::{self, Invitation, InvitationLink, InviteError, Words};
use argonaut_app::words::{Draft, Hearing, Looked, look};
use argonaut_domain::clock::Timestamp;
use argonaut_domain::invitation::{INVITATIONS_A_DAY, InvitedAs, MOST_GREETING};
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::{IntoResponse as _, Response};
use maud::{Markup, html};

use crate::failure::{Failure, Problem, status};
use crate::form_data::FormData;
use crate::i18n::{Tr, t};
use crate::me::Me;
use crate::pages::drafts::panel::{self, Place as DraftPlace};
use crate::pages::layout::{NavItem, Width};
use crate::pages::parts::{self, Choice, Field, Tone, Weight, form};
use crate::pages::rights::origin;
use crate::state::Web;

impl Problem for InviteError {
    fn kind(&self) -> argonaut_app::Kind {
        Self::kind(self)
    }
    fn say(&self, tr: &Tr) -> String {
        match self {
            Self::TooLong => t!(tr, "people-greeting-long", most = MOST_GREETING),
            Self::TooMany => t!(tr, "people-invitations-many", most = INVITATIONS_A_DAY),
            Self::Limited(until) => t!(tr, "safety-limited", date = tr.date(until.date())),
            Self::Trouble(trouble) => trouble.say(tr),
        }
    }
}

pub(super) async fn show(State(web): State<Web>, me: Me) -> Result<Markup, Failure> {
    page(&web, &me, &FormData::default(), None, &html! {}).await
}

fn level(tr: &Tr, level: InvitedAs) -> String {
    match level {
        InvitedAs::Know => t!(tr, "people-as-know"),
        InvitedAs::Worked => t!(tr, "people-as-worked"),
        InvitedAs::Mother => t!(tr, "people-as-mother"),
    }
}

async fn page(
    web: &Web,
    me: &Me,
    sent: &FormData,
    asked: Option<(&Looked, Option<String>)>,
    fresh: &Markup,
) -> Result<Markup, Failure> {
    let made = invite::list(&web.app, &me.who).await?;
    let title = t!(me.tr, "people-invite");
    let body = view(&me.tr, (&made, web.app.now()), sent, asked, fresh);
    Ok(me.show(&title, NavItem::Helpers, Width::Text, &body))
}

pub(super) fn view(
    tr: &Tr,
    (made, now): (&[Invitation], Timestamp),
    sent: &FormData,
    asked: Option<(&Looked, Option<String>)>,
    fresh: &Markup,
) -> Markup {
    let nothing = Choice::new(
        "",
        t!(tr, "people-as-nothing"),
        sent.text("level").is_empty(),
    );
    let levels = InvitedAs::ALL
        .iter()
        .map(|of| Choice::new(of.code(), level(tr, *of), sent.text("level") == of.code()));
    let levels: Vec<Choice<'_>> = std::iter::once(nothing).chain(levels).collect();
    let error = asked.as_ref().and_then(|(_, error)| error.clone());
    html! {
        (parts::breadcrumb(&t!(tr, "shell-breadcrumb-label"), &[(&t!(tr, "contacts-title"), "/contacts")]))
        (parts::heading(&t!(tr, "people-invite"), Some(&t!(tr, "accounts-invitations-lead", days = invite::INVITATION_DAYS)), None))
        (fresh)
        (form::post("/account/invitations", false, &html! {
            (form::checkbox(tr, &Field::new("befriend", t!(tr, "people-befriend")).hint(t!(tr, "people-befriend-hint")), sent.ticked("befriend")))
            (form::radio_group(tr, &Field::new("level", t!(tr, "people-as")).hint(t!(tr, "people-as-hint")), &levels))
            (form::textarea(tr, &Field::new("greeting", t!(tr, "people-greeting")).hint(t!(tr, "people-greeting-hint")).value(sent.text("greeting")).error(error).longest(280).draft(DraftPlace::Profile.code()), 2))
            @match &asked {
                Some((looked, _)) => (panel::panel(tr, "greeting", Hearing::Profile, looked, looked.undecided)),
                None => (panel::none("greeting")),
            }
            (form::submit_row(&t!(tr, "accounts-invite"), Some((&t!(tr, "form-cancel"), "/contacts"))))
        }))
        (list(tr, made, now))
    }
}

fn list(tr: &Tr, made: &[Invitation], now: Timestamp) -> Markup {
    html! {
        @if !made.is_empty() {
            (parts::section(&t!(tr, "accounts-invitations"), &html! {
                ul.plain-list {
                    @for one in made {
                        li {
                            (t!(tr, "accounts-invitation-made", when = tr.relative(now.date(), one.created.date()))) " "
                            @if let Some(of) = one.level { span.hint { (level(tr, of)) } " " }
                            @if one.used_by.is_some() { (parts::badge(Tone::Good, &t!(tr, "accounts-invitation-used"))) }
                            @else if one.is_open(now) { (parts::post_button(&t!(tr, "accounts-invitation-revoke"), &format!("/account/invitations/{}/revoke", one.id), Weight::Link, &[])) }
                            @else { (parts::badge(Tone::Info, &t!(tr, "accounts-invitation-over"))) }
                        }
                    }
                }
            }))
        }
    }
}

/// The link, once: to copy, to mail, to scan. `mark` tells several on one page apart.
pub(super) fn fresh(tr: &Tr, link: &InvitationLink, site: &str, to: &str, mark: &str) -> Markup {
    let address = format!("{site}/join/{}", link.token);
    let text = t!(
        tr,
        "people-invitation-text",
        greeting = link.invitation.greeting.as_str(),
        address = address.as_str()
    );
    let text = text.trim();
    let mail = format!(
        "mailto:{}?subject={}&body={}",
        encoded(to),
        encoded(&t!(tr, "people-invitation-subject")),
        encoded(text)
    );
    parts::notice(
        Tone::Good,
        &t!(tr, "accounts-invitation-fresh"),
        &html! {
            p { (t!(tr, "accounts-invitation-once")) }
            p.note-text { code id={ "invitation-link" (mark) } { (address) } }
            (parts::copy_button(tr, &format!("invitation-link{mark}")))
            p.note-text id={ "invitation-text" (mark) } { (text) }
            (parts::copy_button(tr, &format!("invitation-text{mark}")))
            (parts::actions(&[parts::quiet_action(&t!(tr, "people-invitation-mail"), &mail)]))
            @if let Some(picture) = parts::qr::picture(&t!(tr, "people-invitation-scan"), &address) { p { (t!(tr, "people-invitation-scan")) } (picture) }
        },
    )
}

/// For an address of mail: every byte but the plainest.
fn encoded(text: &str) -> String {
    let mut out = String::new();
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_.~@".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

pub(super) async fn make(
    State(web): State<Web>,
    me: Me,
    headers: HeaderMap,
    sent: FormData,
) -> Result<Response, Failure> {
    let known = [me.who.name.as_str()];
    let draft = Draft {
        text: sent.text("greeting"),
        hearing: Hearing::Profile,
        known: &known,
        stored: "",
        locale: me.tr.locale(),
    };
    let looked = look(&draft, &panel::choices(&sent, "greeting"));
    if looked.undecided {
        let page = page(&web, &me, &sent, Some((&looked, None)), &html! {}).await?;
        return Ok((status(argonaut_app::Kind::Invalid), page).into_response());
    }
    let words = Words {
        level: sent.parsed("level"),
        greeting: looked.masked.clone(),
        befriend: sent.ticked("befriend"),
    };
    match invite::make_with(&web.app, &me.who, words).await {
        Ok(link) => {
            let fresh = fresh(
                &me.tr,
                &link,
                &origin(web.reach, &headers),
                sent.text("to"),
                "",
            );
            Ok(page(&web, &me, &FormData::default(), None, &fresh)
                .await?
                .into_response())
        }
        Err(error) => {
            let page = page(
                &web,
                &me,
                &sent,
                Some((&looked, Some(error.say(&me.tr)))),
                &html! {},
            )
            .await?;
            Ok((status(error.kind()), page).into_response())
        }
    }
}
