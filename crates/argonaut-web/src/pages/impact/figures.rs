//! The figures themselves: facts, pictures with their tables, and rows for other programs.
//! The same for one helper and for a group.

use argonaut_app::impact::{Figures, Period};
use argonaut_domain::taxonomy::TermId;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse as _, Response};
use maud::{Markup, html};

use super::words as own;
use crate::failure::Failure;
use crate::form_data::FormData;
use crate::i18n::{Tr, t};
use crate::pages::parts::{self, Bar, Column};

/// The period that is asked for; the last twelve months where none is.
pub(super) fn period(asked: &FormData) -> Period {
    asked.parsed("period").unwrap_or(Period::Months)
}

/// The choice of a period, as links.
pub(super) fn periods(tr: &Tr, path: &str, now: Period) -> Markup {
    let tabs: Vec<parts::data::Tab> = Period::ALL
        .iter()
        .map(|period| parts::data::Tab {
            label: own::period(tr, *period),
            href: format!("{path}?period={}", period.code()),
            current: *period == now,
            count: None,
        })
        .collect();
    parts::tabs(tr, &t!(tr, "impact-period"), &tabs)
}

/// A count as it is shown. `safe`: of a group, where nothing stands under 11.
fn counted(tr: &Tr, count: usize, safe: bool) -> String {
    if safe && count == 0 {
        return t!(tr, "impact-few");
    }
    let number = tr.number(u64::try_from(count).unwrap_or(u64::MAX));
    if safe {
        t!(tr, "impact-about", count = number)
    } else {
        number
    }
}

fn outcomes(tr: &Tr, figures: &Figures) -> [(String, usize); 5] {
    let of = figures.outcomes;
    [
        (t!(tr, "impact-met"), of.met),
        (t!(tr, "impact-partly"), of.partly),
        (t!(tr, "impact-not"), of.not),
        (t!(tr, "impact-harm"), of.harm),
        (t!(tr, "impact-open"), of.open),
    ]
}

fn kinds(tr: &Tr, figures: &Figures) -> Vec<(String, usize)> {
    let label = |kind: Option<TermId>| {
        kind.map_or_else(
            || t!(tr, "impact-kind-unknown"),
            |kind| kind.label(tr.locale()).to_owned(),
        )
    };
    figures
        .kinds
        .iter()
        .map(|(kind, count)| (label(*kind), *count))
        .collect()
}

/// What stands in words beside the pictures.
fn facts(tr: &Tr, figures: &Figures, safe: bool) -> Vec<(String, String)> {
    let first = figures.first.map_or_else(
        || t!(tr, "impact-first-none"),
        |first| t!(tr, "impact-first-days", days = first.days, count = first.of),
    );
    let rate = figures.follow_up_rate().map_or_else(
        || t!(tr, "impact-rate-none"),
        |rate| {
            // A share of rounded counts is rounded as well.
            let rate = if safe { (rate + 2) / 5 * 5 } else { rate };
            t!(tr, "impact-rate-of", rate = rate.min(100))
        },
    );
    vec![
        (
            t!(tr, "impact-introductions"),
            counted(tr, figures.introductions, safe),
        ),
        (t!(tr, "impact-first"), first),
        (t!(tr, "impact-rate"), rate),
    ]
}

/// Facts, pictures and tables.
pub(super) fn view(tr: &Tr, figures: &Figures, safe: bool) -> Markup {
    let rows: Vec<(String, Markup)> = facts(tr, figures, safe)
        .into_iter()
        .map(|(label, text)| (label, html! { (text) }))
        .collect();
    html! {
        (parts::facts(&rows))
        (chart(tr, "outcomes", &t!(tr, "impact-outcomes"), &outcomes(tr, figures), safe))
        @let kinds = kinds(tr, figures);
        @if !kinds.is_empty() { (chart(tr, "kinds", &t!(tr, "impact-kinds"), &kinds, safe)) }
    }
}

fn chart(tr: &Tr, id: &str, title: &str, rows: &[(String, usize)], safe: bool) -> Markup {
    let bars: Vec<Bar> = rows
        .iter()
        .map(|(label, value)| Bar {
            label: label.clone(),
            value: *value,
            text: counted(tr, *value, safe),
        })
        .collect();
    let said: Vec<String> = bars
        .iter()
        .map(|bar| {
            t!(
                tr,
                "impact-bar",
                label = bar.label.as_str(),
                count = bar.text.as_str()
            )
        })
        .collect();
    let columns = [Column::new(title), Column::number(t!(tr, "impact-count"))];
    let cells: Vec<Vec<Markup>> = bars
        .iter()
        .map(|bar| vec![html! { (bar.label) }, html! { (bar.text) }])
        .collect();
    parts::section(
        title,
        &html! {
            div.two-columns {
                div { (parts::bars(id, title, &tr.list(&said), &bars)) }
                (parts::table(title, &columns, &cells))
            }
        },
    )
}

/// The figures as a file for other programs.
pub(super) fn csv(
    tr: &Tr,
    figures: &Figures,
    period: Period,
    safe: bool,
) -> Result<Response, Failure> {
    let row = |part: String, label: String, value: String| [part, label, value];
    let mut rows = vec![row(
        t!(tr, "impact-csv-part"),
        t!(tr, "impact-csv-what"),
        t!(tr, "impact-count"),
    )];
    rows.push(row(
        t!(tr, "impact-period"),
        own::period(tr, period),
        String::new(),
    ));
    for (label, text) in facts(tr, figures, safe) {
        rows.push(row(t!(tr, "impact-title"), label, text));
    }
    for (label, count) in outcomes(tr, figures) {
        rows.push(row(
            t!(tr, "impact-outcomes"),
            label,
            counted(tr, count, safe),
        ));
    }
    for (label, count) in kinds(tr, figures) {
        rows.push(row(t!(tr, "impact-kinds"), label, counted(tr, count, safe)));
    }
    let mut answer = argonaut_app::impact::csv(&rows)?.into_response();
    let headers = answer.headers_mut();
    headers.insert(
        header::CONTENT_TYPE,
        HeaderValue::from_static("text/csv; charset=utf-8"),
    );
    headers.insert(
        header::CONTENT_DISPOSITION,
        HeaderValue::from_static("attachment; filename=\"impact.csv\""),
    );
    Ok(answer)
}
