//! A group's page: what it says, who is in it, sums, friends, and what to do next; for
//! those outside, how to join.

use argonaut_app::groups::links::{LINK_DAYS, LINK_USES, group_of};
use argonaut_app::groups::look::{Friend, GroupPage, Member, look};
use argonaut_domain::access::{GroupRight, GroupSight};
use argonaut_domain::group::{GroupKind, GroupLink, GroupRole};
use argonaut_domain::ids::{GroupId, HelperId};
use argonaut_domain::taxonomy::TermId;
use axum::extract::{Path, State};
use maud::{Markup, html};

use super::{events, group_id, link, posts_place, words as labels};
use crate::failure::Failure;
use crate::form_data::FormData;
use crate::i18n::{Tr, t};
use crate::me::Me;
use crate::pages::layout::{NavItem, Width};
use crate::pages::parts::{self, Choice, Field, Tone, Weight, form};
use crate::state::Web;
use crate::words;

pub(super) async fn show(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
) -> Result<Markup, Failure> {
    page(&web, &me, group_id(&id)?, None, &FormData::default(), &[]).await
}

pub(super) async fn by_link(
    State(web): State<Web>,
    me: Me,
    Path(token): Path<String>,
) -> Result<Markup, Failure> {
    let group = group_of(&web.app, &me.who, &token)
        .await
        .map_err(|error| Failure::of(&me.tr, &error))?;
    page(&web, &me, group, Some(&token), &FormData::default(), &[]).await
}

pub(super) async fn page(
    web: &Web,
    me: &Me,
    group: GroupId,
    token: Option<&str>,
    sent: &FormData,
    errors: &[(String, String)],
) -> Result<Markup, Failure> {
    let found = look(&web.app, &me.who, group, token)
        .await
        .map_err(|error| Failure::of(&me.tr, &error))?;
    let shown = Shown {
        found: &found,
        me: me.who.helper(),
        token,
        sent,
        errors,
    };
    let title = found.group.profile.name.clone();
    Ok(me.show(&title, NavItem::Helpers, Width::Text, &view(&me.tr, &shown)))
}

/// The answer with a link that was just made.
pub(super) async fn with_link(
    web: &Web,
    me: &Me,
    made: &GroupLink,
    token: &str,
    site: &str,
) -> Result<Markup, Failure> {
    let found = look(&web.app, &me.who, made.group, None)
        .await
        .map_err(|error| Failure::of(&me.tr, &error))?;
    let title = found.group.profile.name.clone();
    let body = link::view(&me.tr, &found.group, made, token, site);
    Ok(me.show(&title, NavItem::Helpers, Width::Text, &body))
}

pub(super) struct Shown<'a> {
    pub(super) found: &'a GroupPage,
    pub(super) me: HelperId,
    pub(super) token: Option<&'a str>,
    pub(super) sent: &'a FormData,
    pub(super) errors: &'a [(String, String)],
}

impl Shown<'_> {
    fn error(&self, field: &str) -> Option<String> {
        self.errors
            .iter()
            .find(|(of, _)| of == field)
            .map(|(_, text)| text.clone())
    }
}

pub(super) fn view(tr: &Tr, shown: &Shown<'_>) -> Markup {
    let found = shown.found;
    let profile = &found.group.profile;
    let home = format!("/groups/{}", found.group.id);
    html! {
        (parts::breadcrumb(&t!(tr, "shell-breadcrumb-label"), &[(&t!(tr, "groups-title"), "/groups")]))
        (parts::heading(&profile.name, None, None))
        p {
            (parts::badge(Tone::Info, &labels::kind(tr, profile.kind))) " " (words::place(tr, profile.place))
            @if let Some(seat) = found.seat { " " (parts::badge(Tone::Good, &labels::role(tr, seat.role))) }
            @if found.sight == GroupSight::Members { " " (parts::badge(Tone::Good, &t!(tr, "groups-friend"))) }
        }
        (form::error_summary(tr, shown.errors))
        @if found.seat.is_some_and(|seat| !seat.agreed) { (agree_again(tr, found, &home)) }
        @if !profile.about.is_empty() { p.note-text { (profile.about) } }
        (facts(tr, found))
        @if found.seat.is_some() { (next(tr, found, &home)) (posts_place(tr, found.group.id, found.may(GroupRight::Post))) }
        @else { (way_in(tr, shown, &home)) }
        @if found.seat.is_some() || !found.events.is_empty() { (events::section(tr, found.group.id, &found.events, found.may(GroupRight::Post))) }
        (people(tr, shown, &home))
        @if found.may(GroupRight::Work) { (sums(tr, found)) p { a href={ (home) "/impact" } { (t!(tr, "impact-group-link")) } } }
        @if found.seat.is_some() { (friends(tr, found, &home)) }
        @if found.may(GroupRight::Invite) { (inviting(tr, shown, &home)) (links(tr, found, &home)) }
        p { a href={ "/report?about=group:" (found.group.id) } { (t!(tr, "safety-report")) } }
        @if found.seat.is_some() {
            (parts::section(&t!(tr, "clients-more"), &html! {
                ul.plain-list {
                    li { a href={ (home) "/leave" } { (t!(tr, "groups-leave")) } }
                    @if found.may(GroupRight::Edit) { li { a href={ (home) "/close" } { (t!(tr, "groups-close")) } } }
                }
            }))
        }
    }
}

fn facts(tr: &Tr, found: &GroupPage) -> Markup {
    let profile = &found.group.profile;
    let mut rows = Vec::new();
    let terms = |of: &[TermId]| words::terms(tr, of).join(", ");
    if !profile.situations.is_empty() {
        rows.push((
            t!(tr, "groups-situations"),
            html! { (terms(&profile.situations)) },
        ));
    }
    if !profile.needs.is_empty() {
        rows.push((t!(tr, "groups-needs"), html! { (terms(&profile.needs)) }));
    }
    if !profile.languages.is_empty() {
        let languages = words::languages(tr, &profile.languages);
        rows.push((t!(tr, "groups-languages"), html! { (languages) }));
    }
    html! { @if !rows.is_empty() { (parts::data::facts(&rows)) } }
}

fn agree_again(tr: &Tr, found: &GroupPage, home: &str) -> Markup {
    let version = found.group.agreement_version.to_string();
    parts::notice(
        Tone::Warn,
        &t!(tr, "groups-agree-again-title"),
        &html! {
            p { (t!(tr, "groups-agree-again")) }
            p.note-text { (found.group.profile.agreement) }
            (parts::post_button(&t!(tr, "groups-agree"), &format!("{home}/agree"), Weight::Primary, &[("version", &version)]))
        },
    )
}

fn next(tr: &Tr, found: &GroupPage, home: &str) -> Markup {
    let vetted = found.group.profile.kind.is_vetted();
    parts::section(
        &t!(tr, "groups-next"),
        &html! {
            ul.plain-list {
                @if found.requests > 0 { li { a href={ (home) "/requests" } { (t!(tr, "groups-requests-waiting", count = found.requests)) } } }
                @if found.may(GroupRight::Work) && vetted {
                    li { a href="/clients" { (t!(tr, "groups-next-card")) } }
                    li { (t!(tr, "groups-next-share")) }
                }
                @if found.may(GroupRight::Invite) { li { a href="#invite" { (t!(tr, "groups-next-invite")) } } }
                @if found.may(GroupRight::Edit) { li { a href={ (home) "/edit" } { (t!(tr, "groups-next-edit")) } } }
                @if found.may(GroupRight::Admit) && found.requests == 0 { li { a href={ (home) "/requests" } { (t!(tr, "groups-requests")) } } }
            }
            @if !vetted { p.hint { (t!(tr, "groups-no-cards-open")) } }
            @if found.shared > 0 { p { (t!(tr, "groups-shared", count = found.shared)) } }
        },
    )
}

/// How somebody outside joins.
fn way_in(tr: &Tr, shown: &Shown<'_>, home: &str) -> Markup {
    let found = shown.found;
    let profile = &found.group.profile;
    let asks = !found.invited
        && (profile.kind == GroupKind::ByRequest || shown.token.is_some())
        && !profile.questions.is_empty();
    let open = found.invited
        || shown.token.is_some()
        || matches!(profile.kind, GroupKind::Open | GroupKind::ByRequest);
    let label = if found.invited {
        t!(tr, "groups-accept-invitation")
    } else if profile.kind == GroupKind::ByRequest && shown.token.is_none() {
        t!(tr, "groups-ask")
    } else {
        t!(tr, "groups-join")
    };
    let version = found.group.agreement_version.to_string();
    let decline = format!("{home}/decline");
    html! {
        @if found.asked {
            (parts::notice(Tone::Info, &t!(tr, "groups-you-asked"), &html! {
                (parts::post_button(&t!(tr, "groups-take-back"), &decline, Weight::Quiet, &[]))
            }))
        }
        @if !open { p { (t!(tr, "groups-invitation-needed")) } }
        @if open && !found.asked {
            (parts::section(&t!(tr, "groups-join-title"), &html! {
                (form::post(&format!("{home}/join"), false, &html! {
                    @if let Some(token) = shown.token { (form::hidden("token", token)) }
                    @if asks {
                        @for (number, question) in profile.questions.iter().enumerate() {
                            @let name = format!("answer-{number}");
                            @let typed = shown.sent.text(&name).to_owned();
                            (form::textarea(tr, &Field::new(name.clone(), question.as_str()).value(typed).error(shown.error(&name)).longest(1_000), 3))
                        }
                    }
                    @if !profile.agreement.is_empty() {
                        h3 { (t!(tr, "groups-agreement")) }
                        p.note-text { (profile.agreement) }
                        (form::check_group(tr, &Field::new("agreed", t!(tr, "groups-agreement")).error(shown.error("agreed")).required(),
                            &[Choice::new(version, t!(tr, "groups-agree-tick"), false)]))
                    }
                    (form::submit_row(&label, None))
                }))
                @if found.invited { (parts::post_button(&t!(tr, "groups-decline"), &decline, Weight::Link, &[])) }
            }))
        }
    }
}

fn people(tr: &Tr, shown: &Shown<'_>, home: &str) -> Markup {
    let found = shown.found;
    let outside = found.sight < GroupSight::Members;
    let title = if outside {
        t!(tr, "groups-coordinators")
    } else {
        t!(tr, "groups-members")
    };
    parts::section(
        &title,
        &html! {
            ul.plain-list { @for of in &found.members { li { (member(tr, shown, of, home)) } } }
            @if outside { p.hint { (t!(tr, "groups-size", count = found.size)) } }
        },
    )
}

fn member(tr: &Tr, shown: &Shown<'_>, of: &Member, home: &str) -> Markup {
    let mine = of.face.id == shown.me;
    let inside = shown.found.sight == GroupSight::Inside;
    let seat = format!("{home}/members/{}", of.face.id);
    html! {
        p {
            a href={ "/helpers/" (of.face.id) } { (of.face.name) }
            @if mine { " (" (t!(tr, "circle-you")) ")" }
            " " (parts::badge(Tone::Good, &labels::role(tr, of.role)))
        }
        @if inside {
            p.hint {
                (t!(tr, "groups-since", date = tr.date(of.since.date())))
                @if !of.agreed { " · " (t!(tr, "groups-not-agreed")) }
            }
        }
        @if shown.found.may(GroupRight::Govern) && !mine {
            @for role in GroupRole::ALL.iter().copied().filter(|role| *role != of.role) {
                (parts::post_button(&t!(tr, "groups-make", role = labels::role(tr, role), name = of.face.name.as_str()), &format!("{seat}/part"), Weight::Link, &[("role", role.code())])) " "
            }
            a href={ (seat) "/remove" } { (t!(tr, "groups-remove", name = of.face.name.as_str())) }
        }
    }
}

fn sums(tr: &Tr, found: &GroupPage) -> Markup {
    let list = |title: String, sums: &[(TermId, usize)]| {
        html! {
            @if !sums.is_empty() {
                h3 { (title) }
                ul.plain-list { @for (term, count) in sums { li { (term.label(tr.locale())) ": " (count) } } }
            }
        }
    };
    parts::section(
        &t!(tr, "groups-needs-sum"),
        &html! {
            @if found.needs.is_empty() && found.offers.is_empty() { p { (t!(tr, "groups-sum-none")) } }
            (list(t!(tr, "groups-needs-sum"), &found.needs))
            (list(t!(tr, "groups-offers-sum"), &found.offers))
            p.hint { (t!(tr, "groups-sum-hint")) }
        },
    )
}

fn friends(tr: &Tr, found: &GroupPage, home: &str) -> Markup {
    let answers = found.may(GroupRight::Edit);
    let choices: Vec<Choice<'_>> = found
        .others
        .iter()
        .map(|of| Choice::new(of.id.to_string(), of.name.as_str(), false))
        .collect();
    parts::section(
        &t!(tr, "groups-friends"),
        &html! {
            p.hint { (t!(tr, "groups-friends-hint")) }
            @if found.friends.is_empty() { p { (t!(tr, "groups-friends-none")) } }
            ul.plain-list { @for of in &found.friends { li { (friend(tr, of, answers, home)) } } }
            @if answers && !choices.is_empty() {
                (form::post(&format!("{home}/friends"), false, &html! {
                    (form::select(tr, &Field::new("other", t!(tr, "groups-friend-which")).required(), &choices))
                    (form::submit_row(&t!(tr, "groups-friend-ask"), None))
                }))
            }
        },
    )
}

fn friend(tr: &Tr, of: &Friend, answers: bool, home: &str) -> Markup {
    let id = of.line.id.to_string();
    let name = of.line.name.as_str();
    html! {
        a href={ "/groups/" (of.line.id) } { (name) } " "
        @if !of.accepted && of.asked_us { (t!(tr, "groups-friend-asks")) " " }
        @if !of.accepted && !of.asked_us { (t!(tr, "groups-friend-asked")) " " }
        @if answers {
            @if !of.accepted && of.asked_us { (parts::post_button(&t!(tr, "groups-friend-accept", name = name), &format!("{home}/friends"), Weight::Primary, &[("other", &id)])) " " }
            (parts::post_button(&t!(tr, "groups-friend-end", name = name), &format!("{home}/friends/end"), Weight::Link, &[("other", &id)]))
        }
    }
}

fn inviting(tr: &Tr, shown: &Shown<'_>, home: &str) -> Markup {
    let found = shown.found;
    let contacts: Vec<Choice<'_>> = found
        .contacts
        .iter()
        .map(|of| Choice::new(of.id.to_string(), of.name.as_str(), false))
        .collect();
    let roles: Vec<Choice<'_>> = [GroupRole::Member, GroupRole::Observer]
        .iter()
        .map(|of| {
            Choice::new(of.code(), labels::role(tr, *of), *of == GroupRole::Member)
                .hint(labels::role_hint(tr, *of))
        })
        .collect();
    html! {
        section.section id="invite" {
            h2 { (t!(tr, "groups-invite")) }
            @if contacts.is_empty() { p { (t!(tr, "groups-invite-none")) } }
            @else {
                (form::post(&format!("{home}/invite"), false, &html! {
                    (form::select(tr, &Field::new("who", t!(tr, "groups-invite-who")).error(shown.error("who")).required(), &contacts))
                    (form::radio_cards(tr, &Field::new("role", t!(tr, "groups-invite-role")), &roles))
                    (form::submit_row(&t!(tr, "groups-invite-do"), None))
                }))
            }
            @if !found.invitations.is_empty() {
                h3 { (t!(tr, "groups-invitations")) }
                ul.plain-list {
                    @for of in &found.invitations {
                        li {
                            a href={ "/helpers/" (of.face.id) } { (of.face.name) } " · " (labels::role(tr, of.role)) " · "
                            (t!(tr, "groups-until", date = tr.date(of.expires.date()))) " "
                            (parts::post_button(&t!(tr, "groups-invitation-back", name = of.face.name.as_str()), &format!("{home}/invited/{}/take-back", of.face.id), Weight::Link, &[]))
                        }
                    }
                }
            }
        }
    }
}

fn links(tr: &Tr, found: &GroupPage, home: &str) -> Markup {
    let numbers = |of: &[i64], chosen: i64| -> Vec<Choice<'static>> {
        of.iter()
            .map(|number| Choice::new(number.to_string(), number.to_string(), *number == chosen))
            .collect()
    };
    let kinds = [
        Choice::new("vetted", t!(tr, "groups-link-vetted"), true),
        Choice::new("trusted", t!(tr, "groups-link-trusted"), false),
    ];
    let kind = |trusted: bool| {
        if trusted {
            t!(tr, "groups-link-trusted")
        } else {
            t!(tr, "groups-link-vetted")
        }
    };
    parts::section(
        &t!(tr, "groups-links"),
        &html! {
            p.hint { (t!(tr, "groups-links-lead")) }
            ul.plain-list {
                @for link in &found.links {
                    li {
                        (kind(link.trusted)) " · " (t!(tr, "groups-link-used", uses = link.uses, most = link.most_uses)) " · "
                        @if link.is_open(found.now) {
                            (t!(tr, "groups-until", date = tr.date(link.expires.date()))) " "
                            (parts::post_button(&t!(tr, "groups-link-end"), &format!("{home}/links/{}/end", link.id), Weight::Link, &[]))
                        } @else { (t!(tr, "groups-link-over-short")) }
                    }
                }
            }
            (form::post(&format!("{home}/links"), false, &html! {
                (form::radio_cards(tr, &Field::new("link", t!(tr, "groups-link-kind")), &kinds))
                (form::select(tr, &Field::new("link_days", t!(tr, "groups-link-days")), &numbers(&LINK_DAYS, 7)))
                (form::select(tr, &Field::new("link_uses", t!(tr, "groups-link-uses")), &numbers(&LINK_USES, 1)))
                (form::submit_row(&t!(tr, "groups-link-make"), None))
            }))
        },
    )
}
