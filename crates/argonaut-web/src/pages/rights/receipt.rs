//! The receipt of a consent: in the language in which the text was read, for the
//! client to keep, and with the one button that withdraws it.

use argonaut_app::consents::receipt::{Receipt, receipt};
use argonaut_domain::clock::Timestamp;
use argonaut_domain::consent::ConsentScope;
use axum::extract::{Path, State};
use maud::{Markup, html};

use super::{client_view, words as own};
use crate::failure::Failure;
use crate::i18n::{Tr, t};
use crate::me::Me;
use crate::pages::clients::{client_id, words as client_words};
use crate::pages::layout::{NavItem, Width};
use crate::pages::parts::{self, Weight};
use crate::state::Web;

pub(super) async fn show(
    State(web): State<Web>,
    me: Me,
    Path((id, consent)): Path<(String, String)>,
) -> Result<Markup, Failure> {
    let consent = consent.parse().map_err(|_| Failure::not_found())?;
    let receipt = receipt(&web.app, &me.who, client_id(&id)?, consent)
        .await
        .map_err(|error| Failure::of(&me.tr, &error))?;
    let title = t!(me.tr, "rights-receipt");
    let body = view(&me.tr, &id, &receipt, web.app.now());
    Ok(me.show(&title, NavItem::Clients, Width::Text, &body))
}

pub(super) fn view(tr: &Tr, id: &str, receipt: &Receipt, now: Timestamp) -> Markup {
    let home = format!("/clients/{id}");
    let consent = &receipt.consent;
    let theirs = Tr::of(consent.language);
    let text = match &consent.scope {
        ConsentScope::ShareCard => t!(theirs, "consent-share-text"),
        ConsentScope::Introduce { .. } => t!(theirs, "matches-agree-text"),
    };
    let mut rows: Vec<(String, Markup)> = Vec::new();
    let mut add = |label: String, text: String| rows.push((label, html! { (text) }));
    add(
        t!(theirs, "rights-receipt-client"),
        receipt.name.get().clone(),
    );
    add(
        t!(theirs, "rights-receipt-what"),
        client_view::scope(&theirs, consent, receipt.recipient.as_deref()),
    );
    add(
        t!(theirs, "rights-receipt-method"),
        client_words::method(&theirs, consent.method),
    );
    if let Some(proxy) = &receipt.proxy {
        add(t!(theirs, "rights-receipt-proxy"), proxy.get().clone());
    }
    add(
        t!(theirs, "rights-receipt-given"),
        theirs.date(consent.given.date()),
    );
    add(
        t!(theirs, "rights-receipt-until"),
        theirs.date(consent.expires.plus_days(-1).date()),
    );
    if let Some(at) = consent.withdrawn {
        add(
            t!(theirs, "rights-receipt-withdrawn"),
            theirs.date(at.date()),
        );
    }
    add(
        t!(theirs, "rights-receipt-helper"),
        receipt.recorded_by.clone().unwrap_or_default(),
    );
    add(
        t!(theirs, "rights-receipt-version"),
        format!(
            "{} · {}",
            consent.text_version,
            own::own_name(consent.language)
        ),
    );
    html! {
        (parts::breadcrumb(&t!(tr, "shell-breadcrumb-label"), &[(&t!(tr, "shell-nav-clients"), "/clients"), (receipt.name.get(), &home)]))
        div.no-print {
            p { (t!(tr, "rights-receipt-lead")) }
            (parts::print_button(tr))
        }
        article.client-sheet lang=(theirs.lang()) {
            h1 { (t!(theirs, "rights-receipt")) }
            blockquote { p { (text) } }
            (parts::facts(&rows))
            p { (t!(theirs, "rights-receipt-stop")) }
        }
        div.no-print {
            @if consent.holds(now) {
                (parts::actions(&[
                    parts::post_button(&t!(tr, "consent-withdraw"), &format!("{home}/consents/{}/withdraw", consent.id), Weight::Danger, &[]),
                    renew(tr, &home, &consent.scope),
                ]))
                p.hint { (t!(tr, "rights-receipt-withdraw-hint")) }
            } @else { (parts::actions(&[renew(tr, &home, &consent.scope)])) }
        }
    }
}

/// A consent to share is renewed by recording it anew; one for an introduction
/// is given in the room of the match.
fn renew(tr: &Tr, home: &str, scope: &ConsentScope) -> Markup {
    match scope {
        ConsentScope::ShareCard => {
            parts::quiet_action(&t!(tr, "consent-renew"), &format!("{home}/consents"))
        }
        ConsentScope::Introduce { introduction, .. } => parts::quiet_action(
            &t!(tr, "rights-receipt-match"),
            &format!("/matches/{introduction}"),
        ),
    }
}
