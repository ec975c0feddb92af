//! Browsing by filters, over published values only.

use argonaut_app::engine::ListingKind;
use argonaut_app::suggestions::find::{Finds, PAGE, find};
use argonaut_domain::language::LanguageId;
use argonaut_domain::person::{Gender, LifeStage};
use argonaut_domain::taxonomy::{Taxonomy, TermKind};
use axum::extract::{Query, State};
use maud::{Markup, html};

use super::asked::{Asked, Stuck, label, term_fields};
use super::facets::facets;
use super::searches;
use crate::failure::Failure;
use crate::form_data::FormData;
use crate::i18n::{Tr, t};
use crate::me::Me;
use crate::pages::cards::face;
use crate::pages::layout::{NavItem, Width};
use crate::pages::parts::data::Tab;
use crate::pages::parts::{self, Choice, Field, Icon, Pager, Tone, data, form, picker};
use crate::state::Web;
use crate::words;

pub(super) async fn show(
    State(web): State<Web>,
    me: Me,
    Query(query): Query<Vec<(String, String)>>,
) -> Result<Markup, Failure> {
    let asked = Asked::of(&me.tr, FormData::of(query));
    let found = if asked.stuck.is_empty() {
        Some(find(&web.app, &me.who, &asked.filter, asked.page()).await?)
    } else {
        None
    };
    let body = view(&me.tr, &asked, found.as_ref());
    let title = t!(me.tr, "find-title");
    Ok(me.show(&title, NavItem::Find, Width::Wide, &body))
}

fn kind_label(tr: &Tr, kind: ListingKind) -> String {
    match kind {
        ListingKind::Card => t!(tr, "suggestions-kind-cards"),
        ListingKind::Helper => t!(tr, "suggestions-kind-helpers"),
        ListingKind::Service => t!(tr, "suggestions-kind-services"),
    }
}

fn view(tr: &Tr, asked: &Asked, found: Option<&Finds>) -> Markup {
    let tabs: Vec<Tab> = ListingKind::ALL
        .iter()
        .map(|of| Tab {
            label: kind_label(tr, *of),
            href: format!("/find?kind={of}"),
            current: *of == asked.kind,
            count: None,
        })
        .collect();
    let path = format!("/find?kind={}", asked.kind);
    html! {
        (parts::heading(&t!(tr, "find-title"), Some(&t!(tr, "find-lead")), None))
        (data::tabs(tr, &t!(tr, "find-kinds"), &tabs))
        div.find id="find" {
            (data::filters(tr, &path, "found", &fields(tr, asked)))
            div id="found" {
                (parts_asked(tr, asked))
                @match found {
                    None => (stuck(tr, asked)),
                    Some(found) => (listings(tr, asked, found)),
                }
            }
        }
    }
}

/// What was asked for, each with a link that takes it away.
fn parts_asked(tr: &Tr, asked: &Asked) -> Markup {
    html! {
        @if !asked.parts.is_empty() {
            ul.asked aria-label=(t!(tr, "find-parts")) {
                @for part in &asked.parts {
                    li {
                        a.chip.chip-away href=(asked.address(part.field, None)) data-swap="#find" {
                            span.visually-hidden { (t!(tr, "find-part-away")) " " }
                            (part.label) " " span aria-hidden="true" { "×" }
                        }
                    }
                }
            }
        }
    }
}

/// Why nothing is listed, and what to do.
fn stuck(tr: &Tr, asked: &Asked) -> Markup {
    let tell = |title: String, body: &Markup| parts::notice(Tone::Warn, &title, body);
    html! {
        div.stack role="status" {
            @for stuck in &asked.stuck {
                @match stuck {
                    Stuck::Word(_, text) => (tell(t!(tr, "find-word-unknown", text = text.as_str()), &html! { p { (t!(tr, "find-word-unknown-hint")) } })),
                    Stuck::Place(text) => (tell(t!(tr, "find-place-unknown", text = text.as_str()), &html! { p { (t!(tr, "find-place-unknown-hint")) } })),
                    Stuck::Which(text, several) => (tell(t!(tr, "find-place-which", text = text.as_str()), &html! {
                        ul.plain {
                            @for place in several {
                                li { a href=(asked.address_at(*place)) data-swap="#find" { (place.full_label(tr.locale())) } }
                            }
                        }
                    })),
                    Stuck::Unnamed(term) => (tell(t!(tr, "find-unnamed", need = term.label(tr.locale())), &html! {
                        p { (t!(tr, "find-unnamed-hint")) }
                        ul.plain {
                            li { a href={ "/find?kind=helper&offer=" (term.code()) } { (t!(tr, "find-unnamed-helpers")) } }
                            li { a href={ "/find?kind=service&offer=" (term.code()) } { (t!(tr, "find-unnamed-services")) } }
                        }
                    })),
                }
            }
        }
    }
}

fn listings(tr: &Tr, asked: &Asked, found: &Finds) -> Markup {
    let narrow = facets(tr, asked, &found.facets);
    html! {
        p role="status" {
            (how_many(tr, asked.kind, found))
            @if !narrow.0.is_empty() { " " a.narrow-link href="#narrow" { (t!(tr, "find-narrow")) } }
        }
        @if found.found.is_empty() { (parts::empty(Icon::Find, &t!(tr, "find-none-title"), &t!(tr, "find-none"), None)) }
        div.found {
            div.found-list {
                div.cards {
                    @for (item, shown) in &found.found {
                        @let wider: Vec<String> = item.wider_area.then(|| t!(tr, "find-wider-area")).into_iter().collect();
                        (face::listing(tr, shown, &wider, html! {}))
                    }
                }
                (data::pager(tr, &pages(tr, asked, found)))
                @if !asked.parts.is_empty() { (searches::save_form(tr, asked)) }
                p { a href="/searches" { (t!(tr, "searches-link")) } }
            }
            (narrow)
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

fn pages(tr: &Tr, asked: &Asked, found: &Finds) -> Pager {
    let page = asked.page();
    let at = |page: usize| asked.address("page", Some(&page.to_string()));
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

fn fields(tr: &Tr, asked: &Asked) -> Markup {
    let kind = asked.kind;
    let of_terms = |kind: TermKind| {
        Taxonomy::builtin()
            .terms(kind)
            .map(|term| (term.code(), term.label(tr.locale()).to_owned()))
            .collect::<Vec<_>>()
    };
    let pick = |name: &'static str, choices: Vec<(&'static str, String)>| {
        let chosen = asked.text(name);
        let any = Choice::new("", t!(tr, "find-any"), chosen.is_empty());
        let choices: Vec<Choice<'_>> = std::iter::once(any)
            .chain(
                choices
                    .into_iter()
                    .map(|(code, label)| Choice::new(code, label, chosen == code)),
            )
            .collect();
        form::select(tr, &Field::new(name, label(tr, kind, name)), &choices)
    };
    let mut languages: Vec<(&str, String)> = LanguageId::all()
        .map(|language| (language.code(), language.name(tr.locale()).to_owned()))
        .collect();
    languages.sort_by(|a, b| a.1.cmp(&b.1));
    let place = Field::new("place", label(tr, kind, "place")).value(asked.text("place"));
    html! {
        (form::hidden("kind", kind.code()))
        @for (name, of) in term_fields(kind) { (term_field(tr, asked, name, *of)) }
        (picker::type_ahead(tr, &with_error(tr, asked, place), "/places", asked.text("place_code")))
        @match kind {
            ListingKind::Card => {
                (pick("connection", of_terms(TermKind::Connection)))
                (pick("stage", LifeStage::ALL.iter().map(|of| (of.code(), words::stage(tr, *of))).collect()))
                (pick("gender", Gender::ALL.iter().map(|of| (of.code(), words::gender(tr, *of))).collect()))
            }
            ListingKind::Helper => (pick("situation", of_terms(TermKind::Situation))),
            ListingKind::Service => {}
        }
        (pick("language", languages))
    }
}

fn term_field(tr: &Tr, asked: &Asked, name: &'static str, kind: TermKind) -> Markup {
    let field = Field::new(name, label(tr, asked.kind, name))
        .value(asked.shown(tr, name))
        .hint(match kind {
            TermKind::Interest => t!(tr, "find-interest-hint"),
            TermKind::Need | TermKind::Situation | TermKind::Connection => {
                t!(tr, "find-term-hint")
            }
        });
    let field = with_error(tr, asked, field);
    let suggest = format!("/terms?kind={kind}");
    let code = asked.text(&format!("{name}_code"));
    picker::type_ahead(tr, &field, &suggest, code)
}

/// The field with what is wrong about it, if anything is.
fn with_error<'a>(tr: &Tr, asked: &Asked, field: Field<'a>) -> Field<'a> {
    let wrong = asked.stuck.iter().find_map(|stuck| match stuck {
        Stuck::Word(name, text) if *name == field.name => {
            Some(t!(tr, "find-word-unknown", text = text.as_str()))
        }
        Stuck::Place(text) if field.name == "place" => {
            Some(t!(tr, "find-place-unknown", text = text.as_str()))
        }
        Stuck::Which(text, _) if field.name == "place" => {
            Some(t!(tr, "find-place-which", text = text.as_str()))
        }
        Stuck::Word(..) | Stuck::Place(_) | Stuck::Which(..) | Stuck::Unnamed(_) => None,
    });
    field.error(wrong)
}
