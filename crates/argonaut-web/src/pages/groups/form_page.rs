//! The form by which a group is made and changed.

use argonaut_app::groups::look::look;
use argonaut_app::groups::make;
use argonaut_app::groups::{GroupError, GroupFault};
use argonaut_app::words::{Draft, Hearing, Looked, look as look_at};
use argonaut_domain::access::GroupRight;
use argonaut_domain::group::{GroupKind, GroupProfile};
use argonaut_domain::place::Place;
use argonaut_domain::taxonomy::TermKind;
use axum::extract::{Path, State};
use axum::response::{IntoResponse as _, Response};
use maud::{Markup, html};

use super::problems::fault;
use super::{group_id, words as labels};
use crate::failure::{Failure, Problem as _, status};
use crate::form_data::FormData;
use crate::i18n::{Tr, t};
use crate::me::{Me, done};
use crate::pages::clients::places::{Typed, options, resolve_place};
use crate::pages::drafts::panel;
use crate::pages::helpers::languages_field;
use crate::pages::layout::{NavItem, Width};
use crate::pages::parts::{self, Choice, Field, form, picker};
use crate::state::Web;
use crate::words::{self, Done};

/// The fields that others read.
const WORDS: [&str; 3] = ["about", "questions", "agreement"];

pub(super) struct Filled<'a> {
    pub(super) profile: &'a GroupProfile,
    pub(super) version: i64,
    /// The group's page; none for a new one.
    pub(super) home: Option<&'a str>,
    pub(super) sent: &'a FormData,
    pub(super) errors: &'a [(String, String)],
    /// What stood there before, when words came that are to be asked about.
    pub(super) stored: Option<&'a str>,
}

pub(super) fn blank() -> GroupProfile {
    GroupProfile {
        name: String::new(),
        about: String::new(),
        kind: GroupKind::ByInvitation,
        place: Place::Anywhere,
        situations: Vec::new(),
        needs: Vec::new(),
        languages: Vec::new(),
        questions: Vec::new(),
        agreement: String::new(),
    }
}

pub(super) async fn new(me: Me) -> Result<Markup, Failure> {
    let filled = Filled {
        profile: &blank(),
        version: 0,
        home: None,
        sent: &FormData::default(),
        errors: &[],
        stored: None,
    };
    Ok(page(&me, &filled))
}

pub(super) async fn edit(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
) -> Result<Markup, Failure> {
    let told = |error: GroupError| Failure::of(&me.tr, &error);
    let found = look(&web.app, &me.who, group_id(&id)?, None)
        .await
        .map_err(told)?;
    if found.seat.is_none() {
        return Err(Failure::not_found());
    }
    if !found.may(GroupRight::Edit) {
        return Err(told(GroupError::NotAllowed));
    }
    let home = format!("/groups/{id}");
    let filled = Filled {
        profile: &found.group.profile,
        version: found.group.version,
        home: Some(&home),
        sent: &FormData::default(),
        errors: &[],
        stored: None,
    };
    Ok(page(&me, &filled))
}

fn page(me: &Me, filled: &Filled<'_>) -> Markup {
    let title = title(&me.tr, filled);
    me.show(&title, NavItem::Helpers, Width::Text, &view(&me.tr, filled))
}

fn title(tr: &Tr, filled: &Filled<'_>) -> String {
    if filled.home.is_some() {
        t!(tr, "groups-edit-title")
    } else {
        t!(tr, "groups-form-title")
    }
}

pub(super) fn view(tr: &Tr, filled: &Filled<'_>) -> Markup {
    let profile = filled.profile;
    let field = |name: &'static str, label: String| {
        let error = filled
            .errors
            .iter()
            .find(|(field, _)| field == name)
            .map(|(_, text)| text.clone());
        Field::new(name, label).error(error)
    };
    let kinds: Vec<Choice<'_>> = GroupKind::ALL
        .iter()
        .map(|of| {
            Choice::new(of.code(), labels::kind(tr, *of), *of == profile.kind)
                .hint(labels::kind_hint(tr, *of))
        })
        .collect();
    let asked = |name: &str| match filled.stored {
        Some(stored) => {
            let looked = looked(tr, filled.sent, name, stored);
            panel::panel(tr, name, Hearing::Profile, &looked, looked.undecided)
        }
        None => panel::none(name),
    };
    let known = profile.place != Place::Anywhere;
    let place = if filled.sent.ticked("area") {
        filled.sent.text("area").to_owned()
    } else if known {
        profile.place.full_label(tr.locale())
    } else {
        String::new()
    };
    let code = if known {
        profile.place.to_string()
    } else {
        String::new()
    };
    let area = field("area", t!(tr, "groups-area")).value(place);
    let (path, back, label) = match filled.home {
        Some(home) => (
            format!("{home}/edit"),
            home.to_owned(),
            t!(tr, "groups-save"),
        ),
        None => (
            "/groups/new".to_owned(),
            "/groups".to_owned(),
            t!(tr, "groups-create"),
        ),
    };
    html! {
        (parts::breadcrumb(&t!(tr, "shell-breadcrumb-label"), &[(&t!(tr, "groups-title"), "/groups")]))
        (parts::heading(&title(tr, filled), None, None))
        (form::error_summary(tr, filled.errors))
        (form::post(&path, true, &html! {
            (form::hidden("version", &filled.version.to_string()))
            (form::text_field(tr, &field("name", t!(tr, "groups-name")).value(profile.name.as_str()).required().longest(80)))
            (form::radio_cards(tr, &field("kind", t!(tr, "groups-kind")), &kinds))
            (form::textarea(tr, &field("about", t!(tr, "groups-about")).hint(t!(tr, "groups-about-hint")).value(profile.about.as_str()).longest(1_500), 4))
            (asked("about"))
            (picker::type_ahead(tr, &area, "/places", &code))
            @if let Typed::Many(several) = resolve_place(tr, filled.sent, "area") { (picker::pick_choices(tr, &area, &options(tr, &several))) }
            (picker::term_picker(tr, &field("situations", t!(tr, "groups-situations")), &words::term_groups(tr, TermKind::Situation, &profile.situations)))
            (picker::term_picker(tr, &field("needs", t!(tr, "groups-needs")), &words::term_groups(tr, TermKind::Need, &profile.needs)))
            (languages_field(tr, &field("languages", t!(tr, "groups-languages")), &profile.languages))
            (form::textarea(tr, &field("questions", t!(tr, "groups-questions")).hint(t!(tr, "groups-questions-hint")).value(profile.questions.join("\n")), 3))
            (asked("questions"))
            (form::textarea(tr, &field("agreement", t!(tr, "groups-agreement")).hint(t!(tr, "groups-agreement-hint")).value(profile.agreement.as_str()).longest(6_000), 6))
            (asked("agreement"))
            (form::submit_row(&label, Some((&t!(tr, "form-cancel"), &back))))
        }))
    }
}

fn looked(tr: &Tr, sent: &FormData, field: &str, stored: &str) -> Looked {
    let draft = Draft {
        text: sent.text(field),
        hearing: Hearing::Profile,
        known: &[sent.text("name")],
        stored,
        locale: tr.locale(),
    };
    look_at(&draft, &panel::choices(sent, field))
}

pub(super) async fn create(
    State(web): State<Web>,
    me: Me,
    sent: FormData,
) -> Result<Response, Failure> {
    keep(&web, &me, None, &sent).await
}

pub(super) async fn save(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
    sent: FormData,
) -> Result<Response, Failure> {
    keep(&web, &me, Some(&id), &sent).await
}

async fn keep(web: &Web, me: &Me, id: Option<&str>, sent: &FormData) -> Result<Response, Failure> {
    let tr = &me.tr;
    let told = |error: GroupError| Failure::of(tr, &error);
    let before = match id {
        Some(id) => {
            let found = look(&web.app, &me.who, group_id(id)?, None)
                .await
                .map_err(told)?;
            if found.seat.is_none() {
                return Err(Failure::not_found());
            }
            if !found.may(GroupRight::Edit) {
                return Err(told(GroupError::NotAllowed));
            }
            Some(found.group)
        }
        None => None,
    };
    let mut errors = Vec::new();
    let place = match resolve_place(tr, sent, "area") {
        Typed::Nothing => Place::Anywhere,
        Typed::One(place) => place,
        Typed::Many(_) => {
            errors.push(("area".to_owned(), t!(tr, "form-place-which")));
            Place::Anywhere
        }
        Typed::Unknown => {
            errors.push(("area".to_owned(), t!(tr, "clients-place-unknown")));
            Place::Anywhere
        }
    };
    let lines = |text: &str| -> Vec<String> { text.lines().map(str::to_owned).collect() };
    let mut profile = GroupProfile {
        name: sent.text("name").to_owned(),
        about: sent.text("about").to_owned(),
        kind: sent.parsed("kind").unwrap_or(GroupKind::ByInvitation),
        place,
        situations: sent.terms("situations"),
        needs: sent.terms("needs"),
        languages: sent.languages("languages"),
        questions: lines(sent.text("questions")),
        agreement: sent.text("agreement").to_owned(),
    };
    let typed = profile.clone();
    let stored = before.as_ref().map_or_else(String::new, |group| {
        let of = &group.profile;
        [of.about.as_str(), &of.questions.join("\n"), &of.agreement].join("\n")
    });
    let [about, questions, agreement] = WORDS.map(|name| looked(tr, sent, name, &stored));
    let undecided = about.undecided || questions.undecided || agreement.undecided;
    profile.about = about.masked;
    profile.questions = lines(&questions.masked);
    profile.agreement = agreement.masked;
    let home = id.map(|id| format!("/groups/{id}"));
    let mut version = sent.parsed("version").unwrap_or(0);
    let mut kind = argonaut_app::Kind::Invalid;
    if errors.is_empty() && !undecided {
        let kept = match &before {
            Some(group) => make::edit(&web.app, &me.who, group.id, profile, version)
                .await
                .map(|()| (group.id, Done::GroupSaved)),
            None => make::make(&web.app, &me.who, profile)
                .await
                .map(|id| (id, Done::GroupMade)),
        };
        match kept {
            Ok((id, told)) => return Ok(done(&format!("/groups/{id}"), told).into_response()),
            Err(GroupError::Invalid(faults)) => {
                errors.extend(faults.into_iter().map(|of: GroupFault| fault(tr, of)));
            }
            Err(error @ GroupError::Changed) => {
                kind = error.kind();
                // Saving again replaces the other change.
                version = before.map_or(0, |group| group.version);
                errors.push(("name".to_owned(), error.say(tr)));
            }
            Err(error) => return Err(told(error)),
        }
    }
    let filled = Filled {
        profile: &typed,
        version,
        home: home.as_deref(),
        sent,
        errors: &errors,
        stored: Some(&stored),
    };
    Ok((status(kind), page(me, &filled)).into_response())
}
