//! Consents to share a card: recorded, renewed and withdrawn. A form that comes
//! back with an error keeps everything that was typed.

use argonaut_app::clients::open::{OpenClient, open};
use argonaut_app::consents::record::{Given, MAX_PROXY, to_share};
use argonaut_app::consents::withdraw as withdrawing;
use argonaut_domain::clock::Timestamp;
use argonaut_domain::consent::{Consent, ConsentMethod, ConsentScope};
use argonaut_domain::locale::Locale;
use axum::extract::{Path, State};
use axum::response::{IntoResponse as _, Redirect, Response};
use jiff::civil::Date;
use maud::{Markup, html};

use super::{client_id, words};
use crate::failure::{Failure, Problem as _, status};
use crate::form_data::FormData;
use crate::i18n::{Tr, t};
use crate::me::{Me, done};
use crate::pages::layout::{NavItem, Width};
use crate::pages::parts::{self, Choice, Field, Weight, form};
use crate::pages::rights::words::own_name;
use crate::state::Web;
use crate::words::Done;

/// The fields of how and until when a consent was given, as they were typed.
pub(crate) fn given_fields(tr: &Tr, today: Date, sent: &FormData) -> Markup {
    let typed: Option<ConsentMethod> = sent.parsed("method");
    let methods: Vec<Choice<'_>> = ConsentMethod::recorded_by_helpers()
        .map(|of| {
            let chosen = of == typed.unwrap_or(ConsentMethod::Verbal);
            Choice::new(of.code(), words::method(tr, of), chosen)
        })
        .collect();
    let spoken = Locale::parse(sent.text("spoken")).unwrap_or(tr.locale());
    let languages: Vec<Choice<'_>> = Locale::ALL
        .iter()
        .map(|of| Choice::new(of.code(), own_name(*of), *of == spoken))
        .collect();
    let half_a_year = today
        .checked_add(jiff::Span::new().months(6))
        .unwrap_or(today);
    let or = |name: &str, usual: String| match sent.text(name) {
        "" => usual,
        typed => typed.to_owned(),
    };
    html! {
        (form::radio_group(tr, &Field::new("method", t!(tr, "consent-method")), &methods))
        (form::text_field(tr, &Field::new("proxy", t!(tr, "consent-proxy")).hint(t!(tr, "consent-proxy-hint"))
            .value(sent.text("proxy")).autocomplete("off").longest(u32::try_from(MAX_PROXY).unwrap_or(200))))
        (form::row(&html! {
            (form::date_field(tr, &Field::new("on", t!(tr, "consent-on")).value(or("on", today.to_string())).required()))
            (form::date_field(tr, &Field::new("until", t!(tr, "consent-until")).value(or("until", half_a_year.to_string())).hint(t!(tr, "consent-until-hint")).required()))
        }))
        (form::select(tr, &Field::new("spoken", t!(tr, "consent-language")), &languages))
    }
}

/// Reads those fields.
pub(crate) fn read_given(tr: &Tr, sent: &FormData) -> Result<Given, Failure> {
    let unreadable = || Failure::Told {
        kind: argonaut_app::Kind::Invalid,
        text: t!(tr, "consent-unreadable"),
    };
    Ok(Given {
        method: sent.parsed("method").ok_or_else(unreadable)?,
        on: sent.parsed("on").ok_or_else(unreadable)?,
        until: sent.parsed("until").ok_or_else(unreadable)?,
        language: Locale::parse(sent.text("spoken")).unwrap_or(tr.locale()),
        proxy: sent.text("proxy").into(),
    })
}

/// The form that records a consent to share a card; it leads back to `next`.
pub(crate) fn consent_form(
    tr: &Tr,
    client: &str,
    today: Date,
    next: &str,
    sent: &FormData,
) -> Markup {
    let texts = |locale: Locale| {
        let theirs = Tr::of(locale);
        html! { blockquote lang=(theirs.lang()) { p { (t!(theirs, "consent-share-text")) } } }
    };
    let others: Vec<Locale> = Locale::ALL
        .iter()
        .copied()
        .filter(|locale| *locale != tr.locale())
        .collect();
    form::post(
        &format!("/clients/{client}/consents"),
        false,
        &html! {
            p { strong { (t!(tr, "consent-read-aloud")) } }
            (texts(tr.locale()))
            @for locale in others { (form::more(own_name(locale), false, &texts(locale))) }
            (given_fields(tr, today, sent))
            (form::hidden("next", next))
            (form::submit_row(&t!(tr, "consent-record"), None))
        },
    )
}

pub(super) async fn show(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
) -> Result<Markup, Failure> {
    page(&web, &me, &id, &FormData::default(), None).await
}

/// The page of a client's consents; with what went wrong and what was typed.
async fn page(
    web: &Web,
    me: &Me,
    id: &str,
    sent: &FormData,
    error: Option<String>,
) -> Result<Markup, Failure> {
    let opened = open(&web.app, &me.who, client_id(id)?)
        .await
        .map_err(|error| Failure::of(&me.tr, &error))?;
    let title = t!(me.tr, "consent-title");
    let body = view(&me.tr, &opened, web.app.now(), sent, error.as_deref());
    Ok(me.show(&title, NavItem::Clients, Width::Text, &body))
}

fn view(
    tr: &Tr,
    opened: &OpenClient,
    now: Timestamp,
    sent: &FormData,
    error: Option<&str>,
) -> Markup {
    let id = opened.id.to_string();
    let home = format!("/clients/{id}");
    let next = match sent.text("next") {
        "" => format!("{home}/consents"),
        next => next.to_owned(),
    };
    let sharing = opened
        .consents
        .iter()
        .any(|consent| consent.scope == ConsentScope::ShareCard && consent.holds(now));
    let title = if sharing {
        t!(tr, "consent-renew")
    } else {
        t!(tr, "consent-record")
    };
    html! {
        (parts::breadcrumb(&t!(tr, "shell-breadcrumb-label"), &[(&t!(tr, "shell-nav-clients"), "/clients"), (opened.dossier.get().name(), &home)]))
        (parts::heading(&t!(tr, "consent-title"), Some(&t!(tr, "consent-lead")), None))
        @if let Some(error) = error {
            (form::error_summary(tr, &[("on".to_owned(), error.to_owned())]))
        }
        (list(tr, &opened.consents, &home, now))
        (parts::section(&title, &consent_form(tr, &id, now.date(), &next, sent)))
        p { a href={ (home) "/links" } { (t!(tr, "rights-ask-by-link-instead")) } }
    }
}

/// A client's consents, with their receipts and the button that ends them all.
pub(super) fn list(tr: &Tr, consents: &[Consent], home: &str, now: Timestamp) -> Markup {
    let holding = consents.iter().filter(|consent| consent.holds(now)).count();
    html! {
        ul.plain-list { @for consent in consents { li { (line(tr, consent, home, now)) } } }
        @if holding > 1 {
            (parts::post_button(&t!(tr, "consent-withdraw-all"), &format!("{home}/consents/withdraw-all"), Weight::Danger, &[]))
        }
    }
}

fn line(tr: &Tr, consent: &Consent, home: &str, now: Timestamp) -> Markup {
    let what = match &consent.scope {
        ConsentScope::ShareCard => t!(tr, "consent-scope-share"),
        ConsentScope::Introduce { fields, .. } => {
            let fields: Vec<String> = fields
                .iter()
                .map(|field| words::released(tr, *field))
                .collect();
            t!(tr, "consent-scope-introduce", fields = tr.list(&fields))
        }
    };
    let when = t!(
        tr,
        "consent-when",
        method = words::method(tr, consent.method),
        on = tr.date(consent.given.date()),
        until = tr.date(consent.expires.plus_days(-1).date())
    );
    html! {
        strong { (what) } " " (when) " "
        @if consent.withdrawn.is_some() { (parts::badge(parts::Tone::Bad, &t!(tr, "consent-withdrawn"))) " " }
        @else if consent.holds(now) {
            (parts::badge(parts::Tone::Good, &t!(tr, "consent-holds"))) " "
            (parts::post_button(&t!(tr, "consent-withdraw"), &format!("{home}/consents/{}/withdraw", consent.id), Weight::Link, &[])) " "
        } @else { (parts::badge(parts::Tone::Info, &t!(tr, "consent-over"))) " " }
        a href={ (home) "/consents/" (consent.id) } { (t!(tr, "rights-receipt")) }
    }
}

pub(super) async fn record(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
    sent: FormData,
) -> Result<Response, Failure> {
    let client = client_id(&id)?;
    let given = match read_given(&me.tr, &sent) {
        Ok(given) => given,
        Err(_) => {
            let text = t!(me.tr, "consent-unreadable");
            let page = page(&web, &me, &id, &sent, Some(text)).await?;
            return Ok((status(argonaut_app::Kind::Invalid), page).into_response());
        }
    };
    if let Err(error) = to_share(&web.app, &me.who, client, given).await {
        if error.kind() != argonaut_app::Kind::Invalid {
            return Err(Failure::of(&me.tr, &error));
        }
        let page = page(&web, &me, &id, &sent, Some(error.say(&me.tr))).await?;
        return Ok((status(error.kind()), page).into_response());
    }
    let home = format!("/clients/{id}");
    let next = Some(sent.text("next"))
        .filter(|next| next.starts_with(&home))
        .unwrap_or(&home);
    Ok(done(next, Done::ConsentRecorded).into_response())
}

pub(super) async fn withdraw(
    State(web): State<Web>,
    me: Me,
    Path((id, consent)): Path<(String, String)>,
) -> Result<Redirect, Failure> {
    let client = client_id(&id)?;
    let consent = consent.parse().map_err(|_| Failure::not_found())?;
    withdrawing::withdraw(&web.app, &me.who, client, consent)
        .await
        .map_err(|error| Failure::of(&me.tr, &error))?;
    Ok(done(
        &format!("/clients/{id}/consents"),
        Done::ConsentWithdrawn,
    ))
}

pub(super) async fn withdraw_all(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
) -> Result<Redirect, Failure> {
    withdrawing::withdraw_all(&web.app, &me.who, client_id(&id)?)
        .await
        .map_err(|error| Failure::of(&me.tr, &error))?;
    Ok(done(
        &format!("/clients/{id}/consents"),
        Done::ConsentsWithdrawn,
    ))
}
