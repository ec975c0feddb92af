//! The caseload as a list.

use argonaut_app::clients::list::{ClientLine, ClientList, ListQuery, PAGE, Shelf, Sort, list};
use argonaut_domain::access::CircleRole;
use argonaut_domain::taxonomy::{Taxonomy, TermKind};
use axum::extract::{Query, State};
use jiff::civil::Date;
use maud::{Markup, html};

use crate::failure::Failure;
use crate::form_data::FormData;
use crate::i18n::{Tr, t};
use crate::me::Me;
use crate::pages::layout::{NavItem, Width};
use crate::pages::parts::{self, Choice, Field, Icon, Pager, form};
use crate::state::Web;
use crate::words;

pub(super) async fn show(
    State(web): State<Web>,
    me: Me,
    Query(query): Query<Vec<(String, String)>>,
) -> Result<Markup, Failure> {
    page(&web, &me, &FormData::of(query)).await
}

/// The search is posted: names of clients must not stand in the browser's history.
pub(super) async fn search(
    State(web): State<Web>,
    me: Me,
    sent: FormData,
) -> Result<Markup, Failure> {
    page(&web, &me, &sent).await
}

async fn page(web: &Web, me: &Me, sent: &FormData) -> Result<Markup, Failure> {
    let query = ListQuery {
        text: sent.text("q").to_owned(),
        shelf: sent.parsed("shelf").unwrap_or_default(),
        need: sent.terms("need").first().copied(),
        sort: sent.parsed("sort").unwrap_or_default(),
        page: sent.parsed("page").unwrap_or(0),
    };
    let found = list(&web.app, &me.who, &query)
        .await
        .map_err(|error| Failure::of(&me.tr, &error))?;
    let body = view(&me.tr, &query, &found, web.app.now().date());
    Ok(me.show(
        &t!(me.tr, "shell-nav-clients"),
        NavItem::Clients,
        Width::Wide,
        &body,
    ))
}

fn view(tr: &Tr, query: &ListQuery, found: &ClientList, today: Date) -> Markup {
    let new = parts::action(&t!(tr, "clients-new"), "/clients/new");
    let notices = notices(tr, found);
    if found.caseload == 0 && query.shelf == Shelf::Active && query.text.is_empty() {
        return html! {
            (parts::heading(&t!(tr, "shell-nav-clients"), None, None))
            (notices)
            (parts::empty(Icon::Clients, &t!(tr, "clients-empty-title"), &t!(tr, "clients-empty"), Some(parts::actions(&[
                new, parts::quiet_action(&t!(tr, "clients-import"), "/clients/import")]))))
            p { a href="/clients?shelf=archived" { (t!(tr, "clients-shelf-archived")) } }
        };
    }
    html! {
        (parts::heading(&t!(tr, "shell-nav-clients"), Some(&t!(tr, "clients-lead", count = found.caseload)), Some(new)))
        @if found.lines.iter().any(|line| line.get().readers > 1) { (parts::notice_circle(tr, &t!(tr, "clients-private"))) }
        @else { (parts::notice_private(tr, &t!(tr, "clients-private"))) }
        (notices)
        (parts::data::private_filters(tr, "/clients", "client-list", &filter_fields(tr, query)))
        div id="client-list" aria-live="polite" { (lines(tr, query, found, today)) }
        p { a href="/clients/import" { (t!(tr, "clients-import")) } " · " a href="/clients/review" { (t!(tr, "rights-review-title")) } }
        p { a href="/clients/hand-over" { (t!(tr, "circle-caseload-link")) } }
    }
}

/// What needs the helper's answer before the list: records that are not as they were
/// kept, and invitations.
fn notices(tr: &Tr, found: &ClientList) -> Markup {
    html! {
        @if !found.troubled.is_empty() {
            (parts::notice(parts::Tone::Bad, &t!(tr, "circle-trouble-list-title", count = found.troubled.len()), &html! {
                p { (t!(tr, "circle-trouble-list")) }
                (parts::actions(&[parts::quiet_action(&t!(tr, "circle-trouble-list-link"), "/clients/check")]))
            }))
        }
        @if found.offers > 0 {
            (parts::notice(parts::Tone::Info, &t!(tr, "circle-offers-waiting", count = found.offers), &html! {
                (parts::actions(&[parts::quiet_action(&t!(tr, "circle-offers-title"), "/clients/offers")]))
            }))
        }
    }
}

fn filter_fields(tr: &Tr, query: &ListQuery) -> Markup {
    let shelf =
        |shelf: Shelf| Choice::new(shelf.code(), shelf_label(tr, shelf), shelf == query.shelf);
    let sort = |sort: Sort| Choice::new(sort.code(), sort_label(tr, sort), sort == query.sort);
    let needs: Vec<Choice<'_>> = std::iter::once(Choice::new(
        "",
        t!(tr, "clients-any-need"),
        query.need.is_none(),
    ))
    .chain(Taxonomy::builtin().groups(TermKind::Need).map(|group| {
        Choice::new(
            group.code(),
            group.label(tr.locale()),
            query.need == Some(group),
        )
    }))
    .collect();
    html! {
        (form::text_field(tr, &Field::new("q", t!(tr, "clients-search")).value(query.text.as_str()).kind("search").autocomplete("off")))
        (form::select(tr, &Field::new("shelf", t!(tr, "clients-show")), &Shelf::ALL.map(shelf)))
        (form::select(tr, &Field::new("need", t!(tr, "clients-need")), &needs))
        (form::select(tr, &Field::new("sort", t!(tr, "clients-sort")), &Sort::ALL.map(sort)))
    }
}

fn lines(tr: &Tr, query: &ListQuery, found: &ClientList, today: Date) -> Markup {
    let at = |page: usize| {
        format!(
            "/clients?shelf={}&sort={}&page={page}",
            query.shelf.code(),
            query.sort.code()
        )
    };
    let first = query.page * PAGE + 1;
    let last = query.page * PAGE + found.lines.len();
    let pages = Pager {
        previous: query.page.checked_sub(1).map(at),
        next: (last < found.total).then(|| at(query.page + 1)),
        shown: t!(
            tr,
            "clients-shown",
            first = first,
            last = last,
            total = found.total
        ),
    };
    html! {
        @if found.lines.is_empty() {
            (parts::empty(Icon::Find, &t!(tr, "clients-none-title"), &t!(tr, "clients-none"), None))
        } @else {
            ul.plain-list.client-lines {
                @for line in &found.lines { li { (client_line(tr, line.get(), today)) } }
            }
            @if query.text.is_empty() { (parts::pager(tr, &pages)) }
        }
    }
}

fn client_line(tr: &Tr, line: &ClientLine, today: Date) -> Markup {
    let needs: Vec<String> = line
        .needs
        .iter()
        .take(4)
        .map(|(term, urgency)| {
            words::need(tr, argonaut_domain::card::CardNeed::Named(*term, *urgency))
        })
        .collect();
    let mut facts = vec![super::words::relationship(tr, line.relationship)];
    if line.place != argonaut_domain::place::Place::Anywhere {
        facts.push(words::place(tr, line.place));
    }
    facts.push(t!(
        tr,
        "clients-attended",
        when = tr.relative(today, line.attended.date())
    ));
    let badges = html! {
        @if line.role != CircleRole::Lead { (parts::badge(parts::Tone::Info, &t!(tr, "circle-part-badge", part = super::words::part(tr, line.role)))) }
        @if line.readers > 1 { (parts::badge(parts::Tone::Info, &t!(tr, "circle-shared", count = line.readers))) }
        @if line.has_card { (parts::badge(parts::Tone::Good, &t!(tr, "clients-card-on-show"))) }
        @if line.open_matches > 0 { (parts::badge(parts::Tone::Info, &t!(tr, "clients-open-matches", count = line.open_matches))) }
    };
    let home = format!("/clients/{}", line.id);
    parts::card_frame(&parts::CardFrame {
        title: &line.name,
        href: Some(&home),
        kind: "",
        facts: &facts,
        body: parts::chips(
            &t!(tr, "clients-needs"),
            parts::card::ChipKind::Need,
            &needs,
        ),
        reasons: &[],
        badges,
        actions: parts::quiet_action(
            &t!(tr, "clients-suggestions"),
            &format!("{home}/suggestions"),
        ),
    })
}

fn shelf_label(tr: &Tr, shelf: Shelf) -> String {
    match shelf {
        Shelf::Active => t!(tr, "clients-shelf-active"),
        Shelf::Unattended => t!(tr, "clients-shelf-unattended"),
        Shelf::Carded => t!(tr, "clients-shelf-carded"),
        Shelf::Uncarded => t!(tr, "clients-shelf-uncarded"),
        Shelf::Referred => t!(tr, "referrals-shelf"),
        Shelf::Archived => t!(tr, "clients-shelf-archived"),
    }
}

fn sort_label(tr: &Tr, sort: Sort) -> String {
    match sort {
        Sort::Name => t!(tr, "clients-sort-name"),
        Sort::Attention => t!(tr, "clients-sort-attention"),
        Sort::Urgency => t!(tr, "clients-sort-urgency"),
        Sort::Newest => t!(tr, "clients-sort-newest"),
    }
}
