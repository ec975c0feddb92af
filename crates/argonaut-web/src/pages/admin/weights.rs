//! What outcomes taught about the reasons of suggestions: seen, learned anew, reset,
//! switched off.

use argonaut_app::engine::learn::{BOUNDS, ReasonCode};
use argonaut_app::weights::{self, Board};
use axum::extract::State;
use axum::response::Redirect;
use maud::{Markup, html};

use crate::failure::Failure;
use crate::form_data::FormData;
use crate::i18n::{Tr, t};
use crate::me::{Me, done};
use crate::pages::layout::{NavItem, Width};
use crate::pages::parts::{self, Column, Weight};
use crate::state::Web;
use crate::words::Done;

pub(super) async fn show(State(web): State<Web>, me: Me) -> Result<Markup, Failure> {
    let admin = me.admin()?;
    let board = weights::look(&web.app, &admin).await?;
    let title = t!(me.tr, "weights-title");
    Ok(me.show(&title, NavItem::Account, Width::Text, &view(&me.tr, &board)))
}

fn factor(tr: &Tr, factor: f64) -> String {
    let text = format!("{factor:.2}");
    match tr.locale() {
        argonaut_domain::locale::Locale::En => format!("× {text}"),
        argonaut_domain::locale::Locale::Es => format!("× {}", text.replace('.', ",")),
    }
}

pub(super) fn view(tr: &Tr, board: &Board) -> Markup {
    let columns = [
        Column::new(t!(tr, "weights-reason")),
        Column::number(t!(tr, "weights-factor")),
        Column::number(t!(tr, "weights-outcomes")),
    ];
    let rows: Vec<Vec<Markup>> = board
        .lines
        .iter()
        .map(|line| {
            let outcomes = if line.outcomes == 0 {
                t!(tr, "impact-few")
            } else {
                let count = tr.number(u64::try_from(line.outcomes).unwrap_or(u64::MAX));
                t!(tr, "impact-about", count = count)
            };
            vec![
                html! { (reason(tr, line.code)) @if !line.code.is_used() { " " span.hint { (t!(tr, "weights-unused")) } } },
                html! { (factor(tr, line.factor)) },
                html! { (outcomes) },
            ]
        })
        .collect();
    let button = |label: String, act: &str, weight: Weight| {
        parts::post_button(&label, "/admin/weights", weight, &[("act", act)])
    };
    html! {
        (parts::breadcrumb(&t!(tr, "shell-breadcrumb-label"), &[(&t!(tr, "shell-nav-admin"), "/admin")]))
        (parts::heading(&t!(tr, "weights-title"), Some(&t!(tr, "weights-lead", least = factor(tr, BOUNDS.0), most = factor(tr, BOUNDS.1))), None))
        p { strong { @if board.on { (t!(tr, "weights-on")) } @else { (t!(tr, "weights-off")) } } " "
            @match board.at { Some(at) => (t!(tr, "weights-learned", date = tr.date(at.date()))), None => (t!(tr, "weights-never")) } }
        (parts::table(&t!(tr, "weights-title"), &columns, &rows))
        (parts::actions(&[
            button(t!(tr, "weights-learn"), "learn", Weight::Primary),
            if board.on { button(t!(tr, "weights-switch-off"), "off", Weight::Quiet) } else { button(t!(tr, "weights-switch-on"), "on", Weight::Quiet) },
            button(t!(tr, "weights-reset"), "reset", Weight::Danger),
        ]))
        p.hint { (t!(tr, "weights-how")) }
    }
}

/// A kind of reason, in words.
pub(crate) fn reason(tr: &Tr, code: ReasonCode) -> String {
    match code {
        ReasonCode::NeedSame => t!(tr, "weights-need-same"),
        ReasonCode::NeedClose => t!(tr, "weights-need-close"),
        ReasonCode::NeedSibling => t!(tr, "weights-need-sibling"),
        ReasonCode::Interest => t!(tr, "weights-interest"),
        ReasonCode::Connection => t!(tr, "weights-connection"),
        ReasonCode::Near => t!(tr, "weights-near"),
        ReasonCode::Remote => t!(tr, "weights-remote"),
        ReasonCode::Language => t!(tr, "weights-language"),
        ReasonCode::Contact => t!(tr, "weights-contact"),
        ReasonCode::Waiting => t!(tr, "weights-waiting"),
    }
}

pub(super) async fn act(
    State(web): State<Web>,
    me: Me,
    sent: FormData,
) -> Result<Redirect, Failure> {
    let admin = me.admin()?;
    match sent.text("act") {
        "learn" => weights::learn_now(&web.app, &admin).await?,
        "reset" => weights::reset(&web.app, &admin).await?,
        "on" => weights::switch(&web.app, &admin, true).await?,
        "off" => weights::switch(&web.app, &admin, false).await?,
        _ => return Ok(Redirect::to("/admin/weights")),
    }
    Ok(done("/admin/weights", Done::WeightsSet))
}

#[cfg(test)]
mod tests {
    use argonaut_app::weights::Line;
    use argonaut_domain::clock::Timestamp;
    use argonaut_domain::locale::Locale;

    use super::*;
    use crate::pages::layout::{Page, layout};
    use crate::pages::tests::lint::faults;

    #[test]
    fn no_board_has_faults() {
        for locale in Locale::ALL.iter().copied() {
            let tr = Tr::of(locale);
            for on in [true, false] {
                let line = |code: &ReasonCode| Line {
                    code: *code,
                    factor: 1.25,
                    outcomes: if on { 15 } else { 0 },
                };
                let board = Board {
                    on,
                    at: on.then(|| Timestamp::from_micros(0)),
                    lines: ReasonCode::ALL.iter().map(line).collect(),
                };
                let page = layout(&Page::new(&tr, "x"), &view(&tr, &board)).into_string();
                assert_eq!(faults(&page), Vec::<String>::new(), "{page}");
            }
        }
    }
}
