//! A client and a listing side by side.

use argonaut_app::engine::{Aspect, ListingId, ListingKind, Point, Side, Verdict};
use argonaut_app::suggestions::Shown;
use argonaut_app::suggestions::pair::{Pair, pair};
use argonaut_domain::card::CardNeed;
use axum::extract::{Path, State};
use maud::{Markup, html};

use super::reasons::reason;
use crate::failure::Failure;
use crate::i18n::{Tr, t};
use crate::me::Me;
use crate::pages::cards::face;
use crate::pages::clients::client_id;
use crate::pages::layout::{NavItem, Width};
use crate::pages::parts::{self, Fit, PairRow};
use crate::state::Web;
use crate::words;

pub(super) async fn show(
    State(web): State<Web>,
    me: Me,
    Path((id, of)): Path<(String, String)>,
) -> Result<Markup, Failure> {
    let tr = &me.tr;
    let listing: ListingId = of.parse().map_err(|_| Failure::not_found())?;
    let found = pair(&web.app, &me.who, client_id(&id)?, listing)
        .await
        .map_err(|error| Failure::of(tr, &error))?;
    let title = t!(
        tr,
        "suggestions-pair-title",
        name = found.name.get().as_str()
    );
    let body = view(tr, &id, listing, &found, &title);
    Ok(me.show(&title, NavItem::Clients, Width::Wide, &body))
}

fn view(tr: &Tr, id: &str, listing: ListingId, found: &Pair, title: &str) -> Markup {
    let name = found.name.get();
    let home = format!("/clients/{id}");
    let rows: Vec<PairRow> = found
        .comparison
        .points
        .iter()
        .map(|point| row(tr, point))
        .collect();
    let reasons: Vec<String> = found
        .comparison
        .suggestion
        .iter()
        .flat_map(|suggestion| &suggestion.reasons)
        .map(|of| reason(tr, of, name))
        .collect();
    html! {
        (parts::breadcrumb(&t!(tr, "shell-breadcrumb-label"), &[(name, &home), (&t!(tr, "clients-suggestions"), &format!("{home}/suggestions?kind={}", listing.kind()))]))
        (parts::heading(title, None, Some(act(tr, id, listing, found))))
        @if !found.comparison.allowed { (parts::notice(parts::Tone::Warn, &t!(tr, "suggestions-limits-title"), &html! { p { (t!(tr, "suggestions-limits")) } })) }
        @if !reasons.is_empty() { ul.reasons { @for reason in &reasons { li { (reason) } } } }
        (parts::pair_table(tr, title, name, &t!(tr, "suggestions-other-side"), &rows))
        div.two-columns {
            section.section { h2 { (name) } (face::bare(tr, &found.card))
                @if !found.published { p.hint { (t!(tr, "suggestions-unpublished")) } } }
            section.section { h2 { (t!(tr, "suggestions-other-side")) } (face::listing(tr, &found.shown, &[], html! {})) }
        }
    }
}

fn act(tr: &Tr, id: &str, listing: ListingId, found: &Pair) -> Markup {
    match (listing.kind(), &found.shown) {
        (ListingKind::Service, shown) => html! {
            (parts::action(&t!(tr, "suggestions-contact-service"), &face::href(shown)))
            (parts::quiet_action(&t!(tr, "referrals-note"), &format!("/clients/{id}/referrals?service={}", listing.to_string().trim_start_matches("service:"))))
        },
        (ListingKind::Card, shown) if shown.is_own() => {
            html! { p.hint { (t!(tr, "suggestions-own-pair")) } }
        }
        // A limit of either side, or the rule that guards children, says no.
        (ListingKind::Card, _) if !found.comparison.allowed => html! {},
        (
            ListingKind::Card | ListingKind::Helper,
            Shown::Card(_) | Shown::Helper(_) | Shown::Service(_),
        ) => parts::action(
            &t!(tr, "suggestions-ask"),
            &format!("/matches/new?about={listing}&client={id}"),
        ),
    }
}

fn row(tr: &Tr, point: &Point) -> PairRow {
    let locale = tr.locale();
    let fit = match point.verdict {
        Verdict::Match => Fit::Match,
        Verdict::Mismatch => Fit::Mismatch,
        Verdict::Unknown => Fit::Unknown,
    };
    let said = |text: String| html! { (text) };
    let (label, left, right) = match &point.aspect {
        Aspect::Need { of, need, met_by } => {
            let needed = said(words::need(tr, *need));
            let met = said(met_by.as_ref().map_or_else(
                || {
                    if matches!(need, CardNeed::OnIntroduction(_)) {
                        t!(tr, "suggestions-ask-them")
                    } else {
                        t!(tr, "suggestions-not-offered")
                    }
                },
                |(by, _)| t!(tr, "suggestions-can-give", what = by.label(locale)),
            ));
            match of {
                Side::Ours => (t!(tr, "suggestions-point-need-ours"), needed, met),
                Side::Theirs => (t!(tr, "suggestions-point-need-theirs"), met, needed),
            }
        }
        Aspect::Interests(shared) => {
            both(tr, t!(tr, "clients-interests"), &words::terms(tr, shared))
        }
        Aspect::Language(shared) => {
            let names: Vec<String> = shared
                .iter()
                .map(|language| language.name(locale).to_owned())
                .collect();
            both(tr, t!(tr, "clients-languages"), &names)
        }
        Aspect::Connection(shared) => {
            both(tr, t!(tr, "clients-connections"), &words::terms(tr, shared))
        }
        Aspect::Distance(band) => {
            let far = match band {
                None => t!(tr, "suggestions-distance-unknown"),
                Some(band) => band.at_most().map_or_else(
                    || t!(tr, "suggestions-far"),
                    |km| t!(tr, "suggestions-near", km = km),
                ),
            };
            (
                t!(tr, "suggestions-point-distance"),
                said(far.clone()),
                said(far),
            )
        }
        Aspect::AgeLimit(of) => limit(tr, *of, t!(tr, "suggestions-point-age")),
        Aspect::GenderLimit(of) => limit(tr, *of, t!(tr, "suggestions-point-gender")),
        Aspect::LanguageLimit(of) => limit(tr, *of, t!(tr, "suggestions-point-language-limit")),
        Aspect::DistanceLimit(of, km) => {
            limit(tr, *of, t!(tr, "words-limits-distance", km = (*km)))
        }
    };
    PairRow {
        point: label,
        left,
        right,
        fit,
    }
}

fn both(tr: &Tr, label: String, shared: &[String]) -> (String, Markup, Markup) {
    let text = if shared.is_empty() {
        t!(tr, "suggestions-nothing-shared")
    } else {
        tr.list(shared)
    };
    (label, html! { (text) }, html! { (text) })
}

fn limit(tr: &Tr, of: Side, label: String) -> (String, Markup, Markup) {
    let wish = html! { (t!(tr, "suggestions-has-limit")) };
    match of {
        Side::Ours => (label, wish, html! {}),
        Side::Theirs => (label, html! {}, wish),
    }
}
