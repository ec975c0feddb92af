//! The feed, and the helper's own posts.

use argonaut_app::posts::feed::{self, Feed, Wanted};
use argonaut_app::posts::groups_of;
use argonaut_domain::ids::GroupId;
use argonaut_domain::post::PostKind;
use argonaut_domain::taxonomy::{Taxonomy, TermId};
use axum::extract::{Query, State};
use axum::response::Redirect;
use jiff::civil::Date;
use maud::{Markup, html};

use super::{view, words as own};
use crate::failure::Failure;
use crate::form_data::FormData;
use crate::i18n::{Tr, t};
use crate::me::{Me, done};
use crate::pages::layout::{NavItem, Width};
use crate::pages::parts::data::{Tab, tabs};
use crate::pages::parts::{self, Icon, Weight};
use crate::state::Web;
use crate::words::Done;

/// What the feed was asked for.
#[derive(Clone, Copy, Default)]
pub(super) struct Asked {
    pub(super) kind: Option<PostKind>,
    pub(super) group: Option<GroupId>,
    pub(super) term: Option<TermId>,
    /// Whether this is not the first page.
    pub(super) later: bool,
}

impl Asked {
    /// The address of this list, with another kind and perhaps further on.
    fn address(&self, kind: Option<PostKind>, before: Option<String>) -> String {
        let parts = [
            kind.map(|kind| format!("kind={kind}")),
            self.group.map(|group| format!("group={group}")),
            self.term.map(|term| format!("term={}", term.code())),
            before.map(|before| format!("before={before}")),
        ];
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        if parts.is_empty() {
            "/posts".to_owned()
        } else {
            format!("/posts?{}", parts.join("&"))
        }
    }
}

pub(super) async fn feed(
    State(web): State<Web>,
    me: Me,
    Query(query): Query<Vec<(String, String)>>,
) -> Result<Markup, Failure> {
    let sent = FormData::of(query);
    let before = sent.parsed("before");
    let asked = Asked {
        kind: sent.parsed("kind"),
        group: sent.parsed("group"),
        term: Taxonomy::builtin().by_code(sent.text("term")),
        later: before.is_some(),
    };
    let wanted = Wanted {
        kind: asked.kind,
        group: asked.group,
        term: asked.term,
        before,
    };
    let found = feed::feed(&web.app, &me.who, wanted).await?;
    let groups = groups_of(&web.app, &me.who).await?;
    let body = feed_view(&me.tr, &found, &asked, &groups, web.app.now().date());
    let title = t!(me.tr, "posts-nav");
    Ok(me.show(&title, NavItem::Posts, Width::Wide, &body))
}

pub(super) fn feed_view(
    tr: &Tr,
    found: &Feed,
    asked: &Asked,
    groups: &[(GroupId, String)],
    today: Date,
) -> Markup {
    let tab = |label, kind| Tab {
        label,
        href: asked.address(kind, None),
        current: asked.kind == kind,
        count: None,
    };
    let kinds = PostKind::ALL
        .iter()
        .map(|kind| tab(own::kind(tr, *kind), Some(*kind)));
    let list: Vec<Tab> = std::iter::once(tab(t!(tr, "posts-kind-all"), None))
        .chain(kinds)
        .collect();
    let next = found
        .next
        .map(|next| asked.address(asked.kind, Some(next.to_string())));
    let fresh = found.posts.iter().any(|seen| seen.fresh);
    html! {
        (parts::heading(&t!(tr, "posts-nav"), Some(&t!(tr, "posts-lead")), Some(parts::action(&t!(tr, "posts-write"), "/posts/new"))))
        (tabs(tr, &t!(tr, "posts-kinds"), &list))
        @if !groups.is_empty() {
            p {
                (t!(tr, "posts-groups")) ": "
                @for (position, (id, name)) in groups.iter().enumerate() {
                    @if position > 0 { " · " }
                    a href={ "/posts?group=" (id) } aria-current=[(asked.group == Some(*id)).then_some("page")] { (name) }
                }
            }
        }
        @if let Some(term) = asked.term {
            p { (t!(tr, "posts-about", term = term.label(tr.locale()))) " " a href="/posts" { (t!(tr, "posts-about-all")) } }
        }
        (parts::actions(&[
            parts::quiet_action(&t!(tr, "posts-mine"), "/posts/mine"),
            html! { @if fresh { (parts::post_button(&t!(tr, "posts-see-all"), "/posts/seen", Weight::Quiet, &[])) } },
        ]))
        @if found.posts.is_empty() {
            @if asked.later {
                p role="status" { (t!(tr, "posts-no-more")) }
            } @else {
                (parts::empty(Icon::Speech, &t!(tr, "posts-none-title"), &t!(tr, "posts-none"), Some(parts::action(&t!(tr, "posts-none-first"), "/posts/new?kind=offer"))))
            }
        }
        (view::posts(tr, found, today, next))
    }
}

pub(super) async fn mine(
    State(web): State<Web>,
    me: Me,
    Query(query): Query<Vec<(String, String)>>,
) -> Result<Markup, Failure> {
    let before = FormData::of(query).parsed("before");
    let found = feed::mine(&web.app, &me.who, before).await?;
    let title = t!(me.tr, "posts-mine");
    let body = mine_view(&me.tr, &found, web.app.now().date());
    Ok(me.show(&title, NavItem::Posts, Width::Wide, &body))
}

pub(super) fn mine_view(tr: &Tr, found: &Feed, today: Date) -> Markup {
    let next = found.next.map(|next| format!("/posts/mine?before={next}"));
    html! {
        (parts::breadcrumb(&t!(tr, "shell-breadcrumb-label"), &[(&t!(tr, "posts-nav"), "/posts")]))
        (parts::heading(&t!(tr, "posts-mine"), Some(&t!(tr, "posts-mine-lead")), Some(parts::action(&t!(tr, "posts-write"), "/posts/new"))))
        @if found.posts.is_empty() {
            (parts::empty(Icon::Speech, &t!(tr, "posts-mine-none-title"), &t!(tr, "posts-mine-none"), None))
        }
        (view::posts(tr, found, today, next))
    }
}

pub(super) async fn seen(State(web): State<Web>, me: Me) -> Result<Redirect, Failure> {
    feed::see_all(&web.app, &me.who).await?;
    Ok(done("/posts", Done::PostsSeen))
}
