//! The directory of helpers: those this helper may find, the trusted and contacts first.

use argonaut_app::helpers::directory::{Directory, Line, PAGE, Wanted, list};
use argonaut_domain::language::LanguageId;
use argonaut_domain::taxonomy::{Taxonomy, TermKind};
use axum::extract::{Query, State};
use maud::{Markup, html};

use crate::failure::Failure;
use crate::form_data::FormData;
use crate::i18n::{Tr, t};
use crate::me::Me;
use crate::pages::cards::face;
use crate::pages::clients::places::{Typed, options, resolve_place};
use crate::pages::layout::{NavItem, Width};
use crate::pages::parts::{self, Choice, Field, Icon, Weight, data, form, picker};
use crate::state::Web;
use crate::words;

/// The most offers named in a line.
const MOST_OFFERS: usize = 3;

/// An address asks in the open for what may stand in one: terms, places, languages. One's
/// own tags are secret, and are not read from it.
pub(super) async fn show(
    State(web): State<Web>,
    me: Me,
    Query(query): Query<Vec<(String, String)>>,
) -> Result<Markup, Failure> {
    let open = query.into_iter().filter(|(name, _)| name != "tag");
    page(&web, &me, &FormData::of(open.collect())).await
}

/// The search is posted: names and one's own tags must not stand in the browser's history.
pub(super) async fn search(
    State(web): State<Web>,
    me: Me,
    sent: FormData,
) -> Result<Markup, Failure> {
    page(&web, &me, &sent).await
}

async fn page(web: &Web, me: &Me, sent: &FormData) -> Result<Markup, Failure> {
    let tr = &me.tr;
    let page: usize = sent.parsed("page").unwrap_or(0);
    let term = |name: &str| Taxonomy::builtin().by_code(sent.text(name));
    let place = resolve_place(tr, sent, "place");
    let wanted = Wanted {
        words: sent.text("q").chars().take(200).collect(),
        offer: term("offer"),
        situation: term("situation"),
        place: match &place {
            Typed::One(place) => Some(*place),
            Typed::Nothing | Typed::Many(_) | Typed::Unknown => None,
        },
        language: LanguageId::parse(sent.text("language")),
        tag: Some(sent.text("tag").to_owned()).filter(|tag| !tag.is_empty()),
        only: None,
    };
    let found = list(&web.app, &me.who, &wanted, page).await?;
    let body = view(tr, sent, &place, &found, page);
    let title = t!(tr, "shell-nav-helpers");
    Ok(me.show(&title, NavItem::Helpers, Width::Text, &body))
}

/// A button for the same question with one part changed: posted like the question.
fn again(sent: &FormData, name: &str, value: &str, label: &str, weight: Weight) -> Markup {
    let kept = sent.pairs();
    let kept = kept.filter(|(key, old)| *key != name && *key != "page" && !old.is_empty());
    let with: Vec<(&str, &str)> = kept.chain([(name, value)]).collect();
    parts::swap_button(label, "/helpers", weight, &with, "helper-list")
}

fn pager(tr: &Tr, sent: &FormData, shown: &str, page: usize, more: bool) -> Markup {
    let turn =
        |page: usize, label: String| again(sent, "page", &page.to_string(), &label, Weight::Quiet);
    html! {
        @if page > 0 || more {
            nav.pager aria-label=(t!(tr, "shell-pager-label")) {
                @if let Some(page) = page.checked_sub(1) { (turn(page, t!(tr, "shell-pager-previous"))) }
                span { (shown) }
                @if more { (turn(page.saturating_add(1), t!(tr, "shell-pager-next"))) }
            }
        }
    }
}

pub(super) fn view(
    tr: &Tr,
    sent: &FormData,
    place: &Typed,
    found: &Directory,
    page: usize,
) -> Markup {
    let first = page.saturating_mul(PAGE);
    let last = first + found.lines.len();
    let shown = t!(tr, "helpers-shown", first = (first + 1), last = last);
    html! {
        (parts::heading(&t!(tr, "shell-nav-helpers"), Some(&t!(tr, "helpers-lead")), Some(parts::quiet_action(&t!(tr, "contacts-title"), "/contacts"))))
        (data::private_filters(tr, "/helpers", "helper-list", &fields(tr, sent, place, found)))
        p { a href="/groups" { (t!(tr, "groups-title")) } }
        div id="helper-list" {
            @if found.lines.is_empty() { (parts::empty(Icon::Helpers, &t!(tr, "clients-none-title"), &t!(tr, "people-none"), Some(parts::action(&t!(tr, "people-invite"), "/invitations")))) }
            ul.plain-list { @for line in &found.lines { li { (one(tr, line)) } } }
            (pager(tr, sent, &shown, page, last < found.total))
            @if !found.languages.is_empty() || !found.offers.is_empty() {
                (parts::section(&t!(tr, "people-narrow"), &html! {
                    ul.plain-list {
                        @for (language, count) in &found.languages { li { (again(sent, "language", language.code(), language.name(tr.locale()), Weight::Link)) " " (t!(tr, "people-about", count = (*count))) } }
                        @for (offer, count) in &found.offers { li { (again(sent, "offer", offer.code(), offer.label(tr.locale()), Weight::Link)) " " (t!(tr, "people-about", count = (*count))) } }
                    }
                }))
            }
        }
    }
}

fn one(tr: &Tr, line: &Line) -> Markup {
    let who = &line.face;
    html! {
        a href={ "/helpers/" (who.id) } { (face::named(tr, who)) }
        @if let Some(area) = who.area { " · " (words::place(tr, area)) }
        @if who.is_contact { " " (parts::badge(parts::Tone::Good, &t!(tr, "helpers-contact"))) }
        @for tag in &line.tags { " " (parts::badge(parts::Tone::Info, tag)) }
        @if !line.offers.is_empty() {
            br; span.hint { (words::terms(tr, &line.offers.iter().copied().take(MOST_OFFERS).collect::<Vec<_>>()).join(" · ")) }
        }
    }
}

fn fields(tr: &Tr, sent: &FormData, place: &Typed, found: &Directory) -> Markup {
    let pick = |name: &'static str, label: String, choices: Vec<(String, String)>| {
        let chosen = sent.text(name);
        let any = Choice::new("", t!(tr, "find-any"), chosen.is_empty());
        let choices = choices.into_iter().map(|(code, label)| {
            let chosen = chosen == code;
            Choice::new(code, label, chosen)
        });
        let choices: Vec<Choice<'_>> = std::iter::once(any).chain(choices).collect();
        form::select(tr, &Field::new(name, label), &choices)
    };
    let terms = |kind: TermKind| {
        let all = Taxonomy::builtin().terms(kind);
        all.map(|term| (term.code().to_owned(), term.label(tr.locale()).to_owned()))
            .collect::<Vec<_>>()
    };
    let mut languages: Vec<(String, String)> = LanguageId::all()
        .map(|of| (of.code().to_owned(), of.name(tr.locale()).to_owned()))
        .collect();
    languages.sort_by(|a, b| a.1.cmp(&b.1));
    let tags: Vec<(String, String)> = found
        .tags
        .iter()
        .map(|tag| (tag.clone(), tag.clone()))
        .collect();
    let asked = ["situation", "place", "language", "tag"]
        .iter()
        .any(|name| !sent.text(name).is_empty());
    let error = match place {
        Typed::Unknown => Some(t!(tr, "clients-place-unknown")),
        Typed::Many(_) => Some(t!(tr, "form-place-which")),
        Typed::Nothing | Typed::One(_) => None,
    };
    let at = Field::new("place", t!(tr, "people-place"))
        .value(sent.text("place"))
        .error(error);
    html! {
        (form::text_field(tr, &Field::new("q", t!(tr, "people-words")).value(sent.text("q")).kind("search")))
        (pick("offer", t!(tr, "people-offer"), terms(TermKind::Need)))
        (form::more(&t!(tr, "people-more"), asked, &html! {
            (pick("situation", t!(tr, "people-situation"), terms(TermKind::Situation)))
            (picker::type_ahead(tr, &at, "/places", sent.text("place_code")))
            @if let Typed::Many(several) = place { (picker::pick_choices(tr, &at, &options(tr, several))) }
            (pick("language", t!(tr, "people-language"), languages))
            @if !tags.is_empty() { (pick("tag", t!(tr, "people-tag"), tags)) }
        }))
    }
}
