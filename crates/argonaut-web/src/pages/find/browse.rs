//! Browsing by filters, over published values only.

use argonaut_app::engine::{Filter, ListingKind};
use argonaut_app::suggestions::find::{Finds, PAGE, find};
use argonaut_domain::language::LanguageId;
use argonaut_domain::person::{Gender, LifeStage};
use argonaut_domain::taxonomy::{Taxonomy, TermId, TermKind};
use axum::extract::{Query, State};
use maud::{Markup, html};

use crate::failure::Failure;
use crate::form_data::FormData;
use crate::i18n::{Tr, t};
use crate::me::Me;
use crate::pages::cards::face;
use crate::pages::clients::places::{Typed, options, resolve_place};
use crate::pages::layout::{NavItem, Width};
use crate::pages::parts::data::Tab;
use crate::pages::parts::{self, Choice, Field, Icon, Pager, data, form, picker};
use crate::state::Web;
use crate::words;

pub(super) async fn show(
    State(web): State<Web>,
    me: Me,
    Query(query): Query<Vec<(String, String)>>,
) -> Result<Markup, Failure> {
    let tr = &me.tr;
    let sent = FormData::of(query);
    let kind = sent.parsed("kind").unwrap_or(ListingKind::Card);
    let page: usize = sent.parsed("page").unwrap_or(0);
    let filter = filter(tr, &sent, kind);
    let found = find(&web.app, &me.who, &filter, page).await?;
    let body = view(tr, &sent, kind, page, &found);
    Ok(me.show(&t!(tr, "find-title"), NavItem::Find, Width::Wide, &body))
}

/// A typed word stands for the terms it begins; a code for itself.
fn terms(tr: &Tr, sent: &FormData, name: &str, kind: TermKind) -> Vec<TermId> {
    let text = sent.text(name);
    if text.is_empty() {
        return Vec::new();
    }
    let taxonomy = Taxonomy::builtin();
    taxonomy.by_code(text).map_or_else(
        || taxonomy.search(&[kind], tr.locale(), text, 5),
        |term| vec![term],
    )
}

fn filter(tr: &Tr, sent: &FormData, kind: ListingKind) -> Filter {
    let mut filter = Filter::of(kind);
    filter.languages = sent.languages("language");
    if let Typed::One(place) = resolve_place(tr, sent, "place") {
        filter.place = Some(place);
    }
    match kind {
        ListingKind::Card => {
            filter.stages = sent.all_parsed("stage");
            filter.genders = sent.all_parsed("gender");
            filter.needs = terms(tr, sent, "need", TermKind::Need);
            filter.offers = terms(tr, sent, "offer", TermKind::Need);
            filter.interests = terms(tr, sent, "interest", TermKind::Interest);
            filter.connections = sent.terms("connection");
        }
        ListingKind::Helper => {
            filter.offers = terms(tr, sent, "offer", TermKind::Need);
            filter.situations = sent.terms("situation");
        }
        ListingKind::Service => filter.offers = terms(tr, sent, "offer", TermKind::Need),
    }
    filter
}

fn kind_label(tr: &Tr, kind: ListingKind) -> String {
    match kind {
        ListingKind::Card => t!(tr, "suggestions-kind-cards"),
        ListingKind::Helper => t!(tr, "suggestions-kind-helpers"),
        ListingKind::Service => t!(tr, "suggestions-kind-services"),
    }
}

fn view(tr: &Tr, sent: &FormData, kind: ListingKind, page: usize, found: &Finds) -> Markup {
    let tabs: Vec<Tab> = ListingKind::ALL
        .iter()
        .map(|of| Tab {
            label: kind_label(tr, *of),
            href: format!("/find?kind={of}"),
            current: *of == kind,
            count: None,
        })
        .collect();
    html! {
        (parts::heading(&t!(tr, "find-title"), Some(&t!(tr, "find-lead")), None))
        (data::tabs(tr, &t!(tr, "find-kinds"), &tabs))
        (data::filters(tr, "/find", "found", &fields(tr, sent, kind)))
        div id="found" {
            p role="status" { (how_many(tr, kind, found)) }
            @if found.found.is_empty() { (parts::empty(Icon::Find, &t!(tr, "find-none-title"), &t!(tr, "find-none"), None)) }
            div.cards {
                @for (item, shown) in &found.found {
                    @let wider: Vec<String> = item.wider_area.then(|| t!(tr, "find-wider-area")).into_iter().collect();
                    (face::listing(tr, shown, &wider, html! {}))
                }
            }
            (data::pager(tr, &pages(tr, sent, page, found)))
        }
    }
}

fn how_many(tr: &Tr, kind: ListingKind, found: &Finds) -> String {
    match (kind, found.total.shown()) {
        (ListingKind::Service, _) => t!(tr, "find-count", count = found.total.exact()),
        (ListingKind::Card | ListingKind::Helper, Some(about)) => {
            t!(tr, "find-about", count = about)
        }
        (ListingKind::Card | ListingKind::Helper, None) => t!(tr, "find-few"),
    }
}

fn pages(tr: &Tr, sent: &FormData, page: usize, found: &Finds) -> Pager {
    let kept: Vec<String> = sent
        .pairs()
        .filter(|(name, value)| *name != "page" && !value.is_empty())
        .map(|(name, value)| format!("{name}={}", crate::failure::escape(value)))
        .collect();
    let at = |page: usize| format!("/find?{}&page={page}", kept.join("&"));
    Pager {
        previous: page.checked_sub(1).map(at),
        next: found.more.then(|| at(page + 1)),
        shown: t!(
            tr,
            "helpers-shown",
            first = (page * PAGE + 1),
            last = (page * PAGE + found.found.len())
        ),
    }
}

fn fields(tr: &Tr, sent: &FormData, kind: ListingKind) -> Markup {
    let text = |name: &'static str, label: String, hint: String| {
        form::text_field(
            tr,
            &Field::new(name, label)
                .value(sent.text(name))
                .hint(hint)
                .kind("search"),
        )
    };
    let any = |name: &str| Choice::new("", t!(tr, "find-any"), sent.text(name).is_empty());
    let place = Field::new("place", t!(tr, "find-place")).value(sent.text("place"));
    let languages: Vec<Choice<'_>> = std::iter::once(any("language"))
        .chain(LanguageId::all().take(60).map(|language| {
            Choice::new(
                language.code(),
                language.name(tr.locale()),
                sent.text("language") == language.code(),
            )
        }))
        .collect();
    let pick = |name: &'static str, label: String, choices: Vec<(String, String)>| {
        let choices: Vec<Choice<'_>> = std::iter::once(any(name))
            .chain(choices.into_iter().map(|(code, label)| {
                let chosen = sent.text(name) == code;
                Choice::new(code, label, chosen)
            }))
            .collect();
        form::select(tr, &Field::new(name, label), &choices)
    };
    let of = |kind: TermKind| {
        Taxonomy::builtin()
            .terms(kind)
            .map(|term| (term.code().to_owned(), term.label(tr.locale()).to_owned()))
            .collect()
    };
    html! {
        (form::hidden("kind", kind.code()))
        @match kind {
            ListingKind::Card => {
                (pick("stage", t!(tr, "find-stage"), LifeStage::ALL.iter().map(|of| (of.code().to_owned(), words::stage(tr, *of))).collect()))
                (pick("gender", t!(tr, "clients-gender"), Gender::ALL.iter().map(|of| (of.code().to_owned(), words::gender(tr, *of))).collect()))
                (text("need", t!(tr, "find-need"), t!(tr, "find-term-hint")))
                (text("offer", t!(tr, "find-offer"), t!(tr, "find-term-hint")))
                (text("interest", t!(tr, "find-interest"), t!(tr, "find-term-hint")))
                (pick("connection", t!(tr, "clients-connections"), of(TermKind::Connection)))
            }
            ListingKind::Helper => {
                (text("offer", t!(tr, "find-skill"), t!(tr, "find-term-hint")))
                (pick("situation", t!(tr, "find-situation"), of(TermKind::Situation)))
            }
            ListingKind::Service => (text("offer", t!(tr, "find-service-need"), t!(tr, "find-term-hint"))),
        }
        (picker::place_picker(tr, &place, "/places", sent.text("place_code")))
        @if let Typed::Many(several) = resolve_place(tr, sent, "place") { (picker::pick_choices(tr, &place, &options(tr, &several))) }
        (form::select(tr, &Field::new("language", t!(tr, "find-language")), &languages))
    }
}
