//! The invitation tree, and acts on a branch of it.

use argonaut_app::accounts::tree::{self, MOST_REASON, Tree, TreeError, Twig};
use argonaut_domain::helper::Standing;
use argonaut_domain::ids::CutId;
use axum::extract::{Path, State};
use axum::response::{IntoResponse as _, Redirect, Response};
use maud::{Markup, html};

use super::target;
use crate::failure::{self, Failure, Problem};
use crate::form_data::FormData;
use crate::i18n::{Tr, t};
use crate::me::{Me, done};
use crate::pages::layout::{NavItem, Width};
use crate::pages::parts::{self, Choice, Field, Tone, Weight, form};
use crate::state::Web;
use crate::words::Done;

impl Problem for TreeError {
    fn kind(&self) -> argonaut_app::Kind {
        Self::kind(self)
    }
    fn say(&self, tr: &Tr) -> String {
        match self {
            Self::NotFound => t!(tr, "errors-not-found"),
            Self::Own => t!(tr, "tree-own"),
            Self::BadReason => t!(tr, "tree-bad-reason", most = MOST_REASON),
            Self::Trouble(trouble) => trouble.say(tr),
        }
    }
}

pub(super) async fn show(State(web): State<Web>, me: Me) -> Result<Markup, Failure> {
    let admin = me.admin()?;
    let found = tree::tree(&web.app, &admin).await?;
    let title = t!(me.tr, "tree-title");
    Ok(me.show(&title, NavItem::Account, Width::Text, &view(&me.tr, &found)))
}

pub(super) fn view(tr: &Tr, found: &Tree) -> Markup {
    html! {
        (parts::breadcrumb(&t!(tr, "shell-breadcrumb-label"), &[(&t!(tr, "shell-nav-admin"), "/admin")]))
        (parts::heading(&t!(tr, "tree-title"), Some(&t!(tr, "tree-lead")), None))
        @if found.twigs.is_empty() { p { (t!(tr, "tree-empty")) } }
        ul.plain-list { @for twig in &found.twigs { li { (line(tr, twig, true)) } } }
        @if !found.cuts.is_empty() {
            (parts::section(&t!(tr, "tree-cuts"), &html! { ul.plain-list { @for (cut, name, suspended) in &found.cuts { li {
                p { (tr.date(cut.made.date())) " · " (t!(tr, "tree-cut-line", name = name.as_str(), count = (*suspended))) }
                p.note-text { (cut.reason) }
                @if let Some(undone) = cut.undone { p.hint { (t!(tr, "tree-undone", date = tr.date(undone.date()))) } }
                @else { (parts::post_button(&t!(tr, "tree-undo"), "/admin/tree/undo", Weight::Quiet, &[("cut", &cut.id.to_string())])) }
            } } } }))
        }
    }
}

/// Somebody in the tree: how deep in words, not by indent alone.
fn line(tr: &Tr, twig: &Twig, linked: bool) -> Markup {
    html! {
        @for _ in 0..twig.depth.min(8) { span aria-hidden="true" { "· " } }
        strong { (twig.name) } " "
        @if twig.depth > 0 { span.hint { (t!(tr, "tree-depth", depth = twig.depth)) } " " }
        @if twig.is_admin { (parts::badge(Tone::Info, &t!(tr, "tree-admin"))) " " }
        @if twig.standing == Standing::Suspended { (parts::badge(Tone::Warn, &t!(tr, "admin-suspended"))) " " }
        @if twig.below > 0 { (t!(tr, "tree-below", count = twig.below)) " " }
        @if twig.open > 0 { (t!(tr, "tree-open", count = twig.open)) " " }
        @if linked && !twig.is_admin { a href={ "/admin/helpers/" (twig.helper) "/branch" } { (t!(tr, "tree-cut")) } }
    }
}

pub(super) async fn branch(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
) -> Result<Markup, Failure> {
    let (admin, id) = target(&me, &id)?;
    let twigs = tree::branch(&web.app, &admin, id)
        .await
        .map_err(|error| Failure::of(&me.tr, &error))?;
    let body = branch_view(&me.tr, &twigs, &FormData::default(), None);
    Ok(me.show(
        &t!(me.tr, "tree-cut-title"),
        NavItem::Account,
        Width::Text,
        &body,
    ))
}

/// Whom it concerns, and the form.
pub(super) fn branch_view(
    tr: &Tr,
    twigs: &[Twig],
    sent: &FormData,
    fault: Option<String>,
) -> Markup {
    let suspends = sent.text("scope") == "suspend";
    let scopes = [
        Choice::new("invitations", t!(tr, "tree-scope-invitations"), !suspends),
        Choice::new("suspend", t!(tr, "tree-scope-suspend"), suspends),
    ];
    let errors: Vec<_> = fault
        .iter()
        .map(|text| ("reason".to_owned(), text.clone()))
        .collect();
    let active = twigs
        .iter()
        .filter(|twig| twig.standing == Standing::Active && !twig.is_admin)
        .count();
    let open: usize = twigs.iter().map(|twig| twig.open).sum();
    html! {
        (parts::breadcrumb(&t!(tr, "shell-breadcrumb-label"), &[(&t!(tr, "shell-nav-admin"), "/admin"), (&t!(tr, "tree-title"), "/admin/tree")]))
        (parts::heading(&t!(tr, "tree-cut-title"), Some(&t!(tr, "tree-cut-lead")), None))
        (form::error_summary(tr, &errors))
        p { (t!(tr, "tree-concerns", active = active, open = open)) }
        ul.plain-list { @for twig in twigs { li { (line(tr, twig, false)) } } }
        @if let Some(root) = twigs.first() {
            (form::post(&format!("/admin/helpers/{}/branch", root.helper), true, &html! {
                (form::radio_group(tr, &Field::new("scope", t!(tr, "tree-scope")), &scopes))
                (form::textarea(tr, &Field::new("reason", t!(tr, "tree-reason")).hint(t!(tr, "tree-reason-hint")).value(sent.raw("reason")).error(fault).required().longest(1_000), 3))
                (form::submit_row(&t!(tr, "tree-do"), Some((&t!(tr, "form-cancel"), "/admin/tree"))))
            }))
        }
    }
}

pub(super) async fn cut(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
    sent: FormData,
) -> Result<Response, Failure> {
    let (admin, id) = target(&me, &id)?;
    let suspend = sent.text("scope") == "suspend";
    match tree::cut(&web.app, &admin, id, suspend, sent.raw("reason")).await {
        Ok(_) => Ok(done("/admin/tree", Done::BranchCut).into_response()),
        Err(error @ TreeError::BadReason) => {
            let twigs = tree::branch(&web.app, &admin, id)
                .await
                .map_err(|error| Failure::of(&me.tr, &error))?;
            let body = branch_view(&me.tr, &twigs, &sent, Some(error.say(&me.tr)));
            let page = me.show(
                &t!(me.tr, "tree-cut-title"),
                NavItem::Account,
                Width::Text,
                &body,
            );
            Ok((failure::status(error.kind()), page).into_response())
        }
        Err(error) => Err(Failure::of(&me.tr, &error)),
    }
}

pub(super) async fn undo(
    State(web): State<Web>,
    me: Me,
    sent: FormData,
) -> Result<Redirect, Failure> {
    let admin = me.admin()?;
    let id: CutId = sent.parsed("cut").ok_or_else(Failure::not_found)?;
    tree::undo(&web.app, &admin, id)
        .await
        .map_err(|error| Failure::of(&me.tr, &error))?;
    Ok(done("/admin/tree", Done::BranchRestored))
}

#[cfg(test)]
mod tests {
    use super::*;
    use argonaut_app::accounts::tree::BranchCut;
    use argonaut_domain::clock::Timestamp;
    use argonaut_domain::ids::HelperId;
    use argonaut_domain::locale::Locale;
    use uuid::Uuid;

    use crate::pages::layout::{Page, layout};
    use crate::pages::tests::lint::faults;

    fn twig(number: u128, depth: usize, standing: Standing) -> Twig {
        Twig {
            helper: HelperId::from_uuid(Uuid::from_u128(number)),
            name: format!("Helper <{number}>"),
            standing,
            is_admin: depth == 0,
            depth,
            below: 2 - depth.min(2),
            open: depth,
        }
    }

    #[test]
    fn the_tree_in_every_language() {
        let now = Timestamp::from_micros(1_700_000_000_000_000);
        let cut = |undone| BranchCut {
            id: CutId::from_uuid(Uuid::from_u128(9)),
            root: HelperId::from_uuid(Uuid::from_u128(2)),
            by: HelperId::from_uuid(Uuid::from_u128(1)),
            reason: "Invented <accounts>".to_owned(),
            made: now,
            undone,
        };
        let twigs = vec![
            twig(1, 0, Standing::Active),
            twig(2, 1, Standing::Active),
            twig(3, 2, Standing::Suspended),
        ];
        let full = Tree {
            twigs: twigs.clone(),
            cuts: vec![
                (cut(None), "Eva".to_owned(), 2),
                (cut(Some(now)), "Eva".to_owned(), 1),
            ],
        };
        for tr in Locale::ALL.iter().copied().map(Tr::of) {
            let empty = FormData::default();
            for body in [
                view(&tr, &full),
                view(&tr, &Tree::default()),
                branch_view(&tr, &twigs, &empty, None),
                branch_view(&tr, &twigs, &empty, Some("x".to_owned())),
            ] {
                let page = layout(&Page::new(&tr, "x"), &body).into_string();
                assert_eq!(faults(&page), Vec::<String>::new());
            }
        }
    }
}
