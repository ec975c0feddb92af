//! One person or place of the map: how close, how often, what they give and get, and whom
//! they know.

use argonaut_app::Kind;
use argonaut_app::dossier::{Dossier, Tie};
use argonaut_app::networks::{TypedTie, alter};
use argonaut_domain::network::{Closeness, Frequency, Help, TieKind};
use axum::extract::{Path, State};
use axum::response::{IntoResponse as _, Response};
use maud::{Markup, html};

use super::show::{closeness, frame, frequency};
use super::words;
use crate::failure::{self, Failure};
use crate::form_data::FormData;
use crate::i18n::t;
use crate::me::{Me, done};
use crate::pages::clients::client_id;
use crate::pages::layout::{NavItem, Width};
use crate::pages::parts::{self, Choice, Field, Weight, form};
use crate::pages::typed::{Typed, choices, open_or_check};
use crate::state::Web;
use crate::words::Done;

pub(super) async fn show(
    State(web): State<Web>,
    me: Me,
    Path((id, number)): Path<(String, String)>,
) -> Result<Response, Failure> {
    page(&web, &me, (&id, &number), None, None).await
}

async fn page(
    web: &Web,
    me: &Me,
    (id, number): (&str, &str),
    sent: Option<&FormData>,
    error: Option<&(String, String)>,
) -> Result<Response, Failure> {
    let opened = match open_or_check(web, me, id).await? {
        Ok(opened) => opened,
        Err(elsewhere) => return Ok(elsewhere),
    };
    let dossier = opened.dossier.get();
    let number: u32 = number.parse().map_err(|_| Failure::not_found())?;
    let tie = dossier.network.now.tie(number);
    let tie = tie.ok_or_else(Failure::not_found)?;
    let kept = as_sent(dossier, tie);
    let sent = sent.unwrap_or(&kept);
    let tr = &me.tr;
    let body = view(&Typed { tr, sent, error }, id, dossier, tie);
    Ok(me
        .show(&tie.alias, NavItem::Clients, Width::Text, &body)
        .into_response())
}

/// A tie as its form would send it.
pub(super) fn as_sent(dossier: &Dossier, tie: &Tie) -> FormData {
    let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    let mut sent = vec![
        pair("alias", &tie.alias),
        pair("as", tie.kind.code()),
        pair("near", tie.closeness.code()),
        pair("often", tie.frequency.code()),
        pair("note", &tie.note),
    ];
    sent.extend(tie.gives.iter().map(|help| pair("gives", help.code())));
    sent.extend(tie.gets.iter().map(|help| pair("gets", help.code())));
    let map = &dossier.network.now;
    let known = map.ties.iter().filter(|other| map.know(tie.id, other.id));
    sent.extend(known.map(|other| pair("knows", &other.id.to_string())));
    FormData::of(sent)
}

/// What a form says of a tie.
pub(super) fn read(sent: &FormData) -> TypedTie {
    TypedTie {
        alias: sent.text("alias").into(),
        kind: sent.parsed("as").unwrap_or(TieKind::Other),
        closeness: sent.parsed("near").unwrap_or(Closeness::Middle),
        frequency: sent.parsed("often").unwrap_or(Frequency::Monthly),
        gives: sent.all_parsed("gives"),
        gets: sent.all_parsed("gets"),
        note: sent.text("note").into(),
    }
}

pub(super) fn kinds(typed: &Typed<'_>, name: &str, before: TieKind) -> Markup {
    let tr = typed.tr;
    let chosen = typed.sent.parsed(name).unwrap_or(before);
    let label = |one| words::kind(tr, one);
    let list = choices(TieKind::ALL, &[chosen], TieKind::code, label);
    form::select(tr, &typed.field(name, t!(tr, "network-what")), &list)
}

pub(super) fn view(typed: &Typed<'_>, id: &str, dossier: &Dossier, tie: &Tie) -> Markup {
    let tr = typed.tr;
    let at = format!("/clients/{id}/network/ties/{}", tie.id);
    let helps = |name: &str| {
        let chosen: Vec<Help> = typed.sent.all_parsed(name);
        choices(Help::ALL, &chosen, Help::code, |one| words::help(tr, one))
    };
    let known: Vec<u32> = typed.sent.all_parsed("knows");
    let map = &dossier.network.now;
    let others = map
        .ties
        .iter()
        .filter(|other| other.id != tie.id && other.kind != TieKind::Place);
    let others: Vec<Choice<'_>> = others
        .map(|other| {
            let chosen = known.contains(&other.id);
            Choice::new(other.id.to_string(), other.alias.as_str(), chosen)
        })
        .collect();
    html! {
        (frame(tr, id, dossier))
        (parts::heading(&tie.alias, Some(&t!(tr, "network-tie-lead")), None))
        (typed.summary())
        (form::post(&at, true, &html! {
            (form::text_field(tr, &typed.field("alias", t!(tr, "network-alias")).hint(t!(tr, "network-alias-hint"))))
            (form::row(&html! {
                (kinds(typed, "as", tie.kind))
                (closeness(typed, "near", tie.closeness))
                (frequency(typed, "often", tie.frequency))
            }))
            (form::check_group(tr, &Field::new("gives", t!(tr, "network-gives-ask")), &helps("gives")))
            (form::more(&t!(tr, "network-gets-ask"), !tie.gets.is_empty(), &form::check_group(tr, &Field::new("gets", t!(tr, "network-gets")), &helps("gets"))))
            @if tie.kind != TieKind::Place && !others.is_empty() {
                (form::check_group(tr, &Field::new("knows", t!(tr, "network-knows")).hint(t!(tr, "network-knows-hint")), &others))
            }
            (form::text_field(tr, &typed.field("note", t!(tr, "network-note"))))
            (form::submit_row(&t!(tr, "network-save"), Some((&t!(tr, "network-back"), &format!("/clients/{id}/network")))))
        }))
        (form::more(&t!(tr, "network-remove"), false, &html! {
            p { (t!(tr, "network-remove-hint")) }
            (parts::post_button(&t!(tr, "network-remove-now", who = tie.alias.as_str()), &format!("{at}/remove"), Weight::Danger, &[]))
        }))
    }
}

pub(super) async fn save(
    State(web): State<Web>,
    me: Me,
    Path((id, number)): Path<(String, String)>,
    sent: FormData,
) -> Result<Response, Failure> {
    let client = client_id(&id)?;
    let tie: u32 = number.parse().map_err(|_| Failure::not_found())?;
    let typed = (read(&sent), sent.all_parsed("knows"));
    match alter(&web.app, &me.who, client, tie, typed).await {
        Ok(()) => Ok(done(&format!("/clients/{id}/network"), Done::NetworkSaved).into_response()),
        Err(error) if error.kind() == Kind::Invalid => {
            let said = super::acts::said(&me.tr, &error);
            let error = ("alias".to_owned(), said);
            let mut answer = page(&web, &me, (&id, &number), Some(&sent), Some(&error)).await?;
            if answer.status().is_success() {
                *answer.status_mut() = failure::status(Kind::Invalid);
            }
            Ok(answer)
        }
        Err(error) => Err(Failure::of(&me.tr, &error)),
    }
}
