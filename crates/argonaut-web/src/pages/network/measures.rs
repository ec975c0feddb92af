//! How life and the network went over time: three questions from 0 to 10, the network in
//! numbers on each kept day, and the goals of the plan; small lines with a table beside each.

use argonaut_app::Kind;
use argonaut_app::dossier::{Dossier, Map, Review};
use argonaut_app::networks::{NetworkError, rate as keep};
use argonaut_domain::network::{BEST, Help, Scale};
use axum::extract::{Path, State};
use axum::response::{IntoResponse as _, Response};
use jiff::civil::Date;
use maud::{Markup, html};

use super::acts::said;
use super::show::frame;
use super::words;
use crate::failure::{self, Failure};
use crate::form_data::FormData;
use crate::i18n::{Tr, t};
use crate::me::{Me, done};
use crate::pages::clients::client_id;
use crate::pages::layout::{NavItem, Width};
use crate::pages::parts::data::Column;
use crate::pages::parts::line::line;
use crate::pages::parts::{self, Choice, Field, Weight, form};
use crate::pages::typed::{Typed, open_or_check};
use crate::state::Web;
use crate::words::Done;

pub(super) async fn show(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
) -> Result<Response, Failure> {
    page(&web, &me, &id, &FormData::default(), None).await
}

async fn page(
    web: &Web,
    me: &Me,
    id: &str,
    sent: &FormData,
    error: Option<&(String, String)>,
) -> Result<Response, Failure> {
    let opened = match open_or_check(web, me, id).await? {
        Ok(opened) => opened,
        Err(elsewhere) => return Ok(elsewhere),
    };
    let tr = &me.tr;
    let today = web.app.now().date();
    let body = view(&Typed { tr, sent, error }, id, opened.dossier.get(), today);
    let title = t!(tr, "network-measures");
    Ok(me
        .show(&title, NavItem::Clients, Width::Text, &body)
        .into_response())
}

pub(super) async fn rate(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
    sent: FormData,
) -> Result<Response, Failure> {
    let answers: Vec<(Scale, u8)> = Scale::ALL
        .iter()
        .filter_map(|scale| Some((*scale, sent.parsed(scale.code())?)))
        .collect();
    match keep(&web.app, &me.who, client_id(&id)?, &answers).await {
        Ok(()) => Ok(done(&format!("/clients/{id}/measures"), Done::NetworkSaved).into_response()),
        Err(error) if error.kind() == Kind::Invalid => {
            let error: NetworkError = error;
            let wrong = (Scale::Life.code().to_owned(), said(&me.tr, &error));
            let mut answer = page(&web, &me, &id, &sent, Some(&wrong)).await?;
            if answer.status().is_success() {
                *answer.status_mut() = failure::status(Kind::Invalid);
            }
            Ok(answer)
        }
        Err(error) => Err(Failure::of(&me.tr, &error)),
    }
}

/// Values over time, the earliest first.
pub(super) struct Course {
    pub(super) name: String,
    pub(super) values: Vec<(Date, f64)>,
    pub(super) between: (f64, f64),
    /// Whether the middle means something.
    pub(super) half: bool,
}

fn number(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}

/// Everything that was measured more than never: the answers, the network, the goals.
pub(super) fn courses(tr: &Tr, dossier: &Dossier, today: Date) -> Vec<Course> {
    let network = &dossier.network;
    let best = f64::from(BEST);
    let answers = Scale::ALL.iter().map(|scale| {
        let of = network.ratings.iter().filter(|one| one.scale == *scale);
        Course {
            name: words::scale(tr, *scale),
            values: of.map(|one| (one.on, f64::from(one.value))).collect(),
            between: (0.0, best),
            half: false,
        }
    });
    // Today's map stands at the end, unless it was kept today.
    let kept = network.snapshots.iter().map(|kept| (kept.on, &kept.map));
    let is_kept = network.snapshots.iter().any(|kept| kept.on == today);
    let now = (!is_kept && !network.now.ties.is_empty()).then_some((today, &network.now));
    let maps: Vec<(Date, &Map)> = kept.chain(now).collect();
    let of = |figure: fn(&Map) -> usize| -> Vec<(Date, f64)> {
        maps.iter()
            .map(|(on, map)| (*on, number(figure(map))))
            .collect()
    };
    let people = of(|map| map.measures().people);
    let most = people.iter().map(|(_, value)| *value).fold(1.0, f64::max);
    let network = [
        Course {
            name: t!(tr, "network-number-people"),
            values: people,
            between: (0.0, most),
            half: false,
        },
        Course {
            name: t!(tr, "network-number-reach"),
            values: of(|map| map.measures().reach),
            between: (0.0, number(Help::ALL.len())),
            half: false,
        },
    ];
    let reviews = dossier.plan.reviews.iter();
    let goals = Course {
        name: t!(tr, "network-goals"),
        values: reviews
            .filter_map(|review| Some((review.on, Review::score(review)?)))
            .collect(),
        between: (10.0, 90.0),
        half: true,
    };
    answers
        .chain(network)
        .chain([goals])
        .filter(|course| !course.values.is_empty())
        .collect()
}

/// One course as a line, and its last figure in words.
pub(super) fn drawn(tr: &Tr, course: &Course) -> Markup {
    let values: Vec<f64> = course.values.iter().map(|(_, value)| *value).collect();
    let texts: Vec<String> = values.iter().map(|value| format!("{value:.0}")).collect();
    html! {
        (line(&t!(tr, "network-course", name = course.name.as_str(), values = texts.join(", ")), &values, course.between, course.half))
        @if let (Some((on, _)), Some(last)) = (course.values.last(), texts.last()) {
            p { strong { (last) } " " span.hint { (tr.date(*on)) } }
        }
    }
}

/// The same as a table.
fn table(tr: &Tr, course: &Course) -> Markup {
    let texts = course.values.iter().map(|(_, value)| format!("{value:.0}"));
    let columns = [
        Column::new(t!(tr, "plan-review-on")),
        Column::number(course.name.as_str()),
    ];
    let rows: Vec<Vec<Markup>> = course
        .values
        .iter()
        .zip(texts)
        .map(|((on, _), text)| vec![html! { (tr.date(*on)) }, html! { (text) }])
        .collect();
    form::more(
        &t!(tr, "network-as-table", name = course.name.as_str()),
        false,
        &parts::table(&course.name, &columns, &rows),
    )
}

pub(super) fn view(typed: &Typed<'_>, id: &str, dossier: &Dossier, today: Date) -> Markup {
    let tr = typed.tr;
    let home = format!("/clients/{id}/measures");
    let ratings = &dossier.network.ratings;
    html! {
        (frame(tr, id, dossier))
        (parts::heading(&t!(tr, "network-measures"), Some(&t!(tr, "network-measures-lead")), None))
        (typed.summary())
        (parts::section(&t!(tr, "network-rate"), &form::post(&home, true, &html! {
            @for scale in Scale::ALL { (answers(typed, *scale)) }
            (form::submit_row(&t!(tr, "network-rate-send"), None))
        })))
        @for course in courses(tr, dossier, today) { (parts::section(&course.name, &html! { (drawn(tr, &course)) (table(tr, &course)) })) }
        @if !ratings.is_empty() {
            (form::more(&t!(tr, "network-rate-remove"), false, &html! {
                ul.plain-list {
                    @for one in ratings.iter().rev() {
                        li {
                            (tr.date(one.on)) " · " (words::scale(tr, one.scale)) " " (one.value) " "
                            (parts::post_button(&t!(tr, "plan-remove"), &format!("/clients/{id}/network/days/{}/remove", one.id), Weight::Link, &[("to", "measures")]))
                        }
                    }
                }
            }))
        }
    }
}

fn answers(typed: &Typed<'_>, scale: Scale) -> Markup {
    let tr = typed.tr;
    let name = scale.code();
    let chosen: Option<u8> = typed.sent.parsed(name);
    let list: Vec<Choice<'_>> = (0..=BEST)
        .map(|value| Choice::new(value.to_string(), value.to_string(), chosen == Some(value)))
        .collect();
    let wrong = typed.error.filter(|(field, _)| field == name);
    let field = Field::new(name, words::scale(tr, scale))
        .hint(t!(tr, "network-rate-hint"))
        .error(wrong.map(|(_, sentence)| sentence.as_str()));
    html! { div.scale { (form::radio_group(tr, &field, &list)) } }
}
