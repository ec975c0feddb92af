//! The list of notifications. Each row is a button, because following it also
//! marks it as read.

use std::collections::HashMap;

use argonaut_app::trust::prompt;
use argonaut_app::{contacts, notices};
use argonaut_domain::notice::Notice;
use axum::extract::{Path, State};
use axum::response::Redirect;
use jiff::civil::Date;
use maud::{Markup, html};
use uuid::Uuid;

use super::words;
use crate::failure::Failure;
use crate::i18n::{Tr, t};
use crate::me::{Me, done};
use crate::pages::layout::{NavItem, Width};
use crate::pages::parts::{self, Icon, Weight, icon};
use crate::state::Web;
use crate::words::Done;

pub(super) async fn show(State(web): State<Web>, me: Me) -> Result<Markup, Failure> {
    let list = notices::list(&web.app, &me.who).await?;
    let names = names(&web, &me, &list).await?;
    let body = view(&me.tr, &list, &names, web.app.now().date());
    let title = t!(me.tr, "notifications-title");
    Ok(me.show(&title, NavItem::Notifications, Width::Text, &body))
}

/// The names of helpers in the notifications, as far as this reader may see them:
/// a block or a suspension takes them away here too.
async fn names(web: &Web, me: &Me, list: &[Notice]) -> Result<HashMap<Uuid, String>, Failure> {
    if !list.iter().any(|notice| notice.kind.is_about_helper()) {
        return Ok(HashMap::new());
    }
    let known = contacts::list::list(&web.app, &me.who).await?;
    let worked_with = prompt::waiting(&web.app, &me.who).await?;
    Ok(known
        .accepted
        .into_iter()
        .chain(known.asked_me)
        .chain(worked_with)
        .map(|face| (face.id.uuid(), face.name))
        .collect())
}

fn view(tr: &Tr, list: &[Notice], names: &HashMap<Uuid, String>, today: Date) -> Markup {
    let unread = list.iter().filter(|notice| notice.read.is_none()).count();
    let all_read = (unread > 0).then(|| {
        parts::post_button(
            &t!(tr, "notifications-read-all"),
            "/notifications/read",
            Weight::Quiet,
            &[],
        )
    });
    let title = t!(tr, "notifications-title");
    html! {
        (parts::heading(&title, Some(&t!(tr, "notifications-lead", count = unread)), all_read))
        @if list.is_empty() {
            (parts::empty(
                Icon::Bell,
                &t!(tr, "notifications-empty-title"),
                &t!(tr, "notifications-empty"),
                Some(parts::action(&t!(tr, "notifications-empty-step"), "/today")),
            ))
        } @else {
            ul.tasks aria-label=(title) {
                // Unread first; within each the latest first, as the list came.
                @for notice in list.iter().filter(|notice| notice.read.is_none()) {
                    (row(tr, notice, names, today))
                }
                @for notice in list.iter().filter(|notice| notice.read.is_some()) {
                    (row(tr, notice, names, today))
                }
            }
        }
        p { a href="/account/told" { (t!(tr, "told-link")) } }
    }
}

fn row(tr: &Tr, notice: &Notice, names: &HashMap<Uuid, String>, today: Date) -> Markup {
    let fresh = notice.read.is_none();
    let name = names.get(&notice.subject).map(String::as_str);
    let path = format!("/notifications/{}/follow", notice.id);
    html! {
        li.task.task-fresh[fresh] {
            (icon(words::picture(notice.kind)))
            div.task-text {
                form.inline method="post" action=(path) {
                    button.button.button-link type="submit" {
                        (words::sentence(tr, notice.kind, name))
                        @if fresh { span.visually-hidden { " (" (t!(tr, "notifications-new")) ")" } }
                    }
                }
            }
            span.task-when { (tr.relative(today, notice.at.date())) }
        }
    }
}

pub(super) async fn follow(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
) -> Result<Redirect, Failure> {
    let id = id.parse().map_err(|_| Failure::not_found())?;
    let notice = notices::follow(&web.app, &me.who, id).await?;
    let notice = notice.ok_or_else(Failure::not_found)?;
    Ok(Redirect::to(&words::target(&notice)))
}

pub(super) async fn read_all(State(web): State<Web>, me: Me) -> Result<Redirect, Failure> {
    notices::read_all(&web.app, &me.who).await?;
    Ok(done("/notifications", Done::NoticesRead))
}

#[cfg(test)]
mod tests {
    use argonaut_domain::clock::Timestamp;
    use argonaut_domain::ids::{HelperId, NotificationId};
    use argonaut_domain::locale::Locale;
    use argonaut_domain::notice::NoticeKind;

    use super::*;
    use crate::pages::layout::{Page, layout};
    use crate::pages::tests::lint::faults;

    fn notices() -> Vec<Notice> {
        (0u128..)
            .zip(NoticeKind::ALL.iter().copied())
            .map(|(number, kind)| Notice {
                id: NotificationId::from_uuid(Uuid::from_u128(number)),
                to: HelperId::from_uuid(Uuid::from_u128(900)),
                kind,
                subject: Uuid::from_u128(100 + number),
                at: Timestamp::from_micros(0),
                read: number.is_multiple_of(2).then(|| Timestamp::from_micros(1)),
            })
            .collect()
    }

    #[test]
    fn the_list_has_no_faults_full_or_empty() {
        for locale in Locale::ALL.iter().copied() {
            let tr = Tr::of(locale);
            for list in [notices(), Vec::new()] {
                let body = view(&tr, &list, &HashMap::new(), Date::ZERO);
                let page = layout(&Page::new(&tr, "x"), &body).into_string();
                assert_eq!(faults(&page), Vec::<String>::new());
            }
        }
    }

    #[test]
    fn what_is_unread_stands_first() {
        let tr = Tr::of(Locale::En);
        let page = view(&tr, &notices(), &HashMap::new(), Date::ZERO).into_string();
        let last_fresh = page.rfind("task-fresh").unwrap();
        let first_read = page.find("class=\"task\"").unwrap();
        assert!(last_fresh < first_read);
    }
}
