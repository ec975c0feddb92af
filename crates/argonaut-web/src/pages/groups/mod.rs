//! Groups: the directory, a group's page, joining and asking, members, links, friends; and
//! sharing a client with a group, from the page of the client's circle.

mod acts;
mod confirm;
mod events;
mod form_page;
mod link;
mod list;
mod members;
mod problems;
pub(crate) mod share;
mod show;
#[cfg(test)]
mod tests;
mod words;

use argonaut_domain::ids::{GroupId, HelperId};
use maud::{Markup, html};

use crate::failure::Failure;
use crate::i18n::{Tr, t};
use crate::pages::parts;
use crate::routes::Routes;

pub(crate) use list::today;

/// The routes of this area.
pub(crate) fn add(routes: Routes) -> Routes {
    routes
        .get("/groups", list::show)
        .get("/groups/new", form_page::new)
        .post("/groups/new", form_page::create)
        .get("/groups/join/{token}", show::by_link)
        .get("/groups/{id}", show::show)
        .get("/groups/{id}/edit", form_page::edit)
        .post("/groups/{id}/edit", form_page::save)
        .post("/groups/{id}/join", acts::join)
        .post("/groups/{id}/decline", acts::decline)
        .post("/groups/{id}/agree", acts::agree)
        .get("/groups/{id}/requests", members::requests)
        .post("/groups/{id}/requests/{helper}/accept", members::accept)
        .post("/groups/{id}/requests/{helper}/decline", members::decline)
        .post("/groups/{id}/invite", acts::invite)
        .post("/groups/{id}/invited/{helper}/take-back", acts::take_back)
        .post("/groups/{id}/links", acts::make_link)
        .post("/groups/{id}/links/{link}/end", acts::end_link)
        .post("/groups/{id}/members/{helper}/part", members::part)
        .get("/groups/{id}/members/{helper}/remove", confirm::remove_page)
        .post("/groups/{id}/members/{helper}/remove", confirm::remove)
        .get("/groups/{id}/leave", confirm::leave_page)
        .post("/groups/{id}/leave", confirm::leave)
        .get("/groups/{id}/close", confirm::close_page)
        .post("/groups/{id}/close", confirm::close)
        .get("/groups/{id}/events/new", events::new)
        .post("/groups/{id}/events/new", events::create)
        .get("/groups/{id}/events/{event}", events::show)
        .get("/groups/{id}/events/{event}/calendar.ics", events::calendar)
        .post("/groups/{id}/events/{event}/answer", events::answer)
        .get("/groups/{id}/events/{event}/edit", events::edit)
        .post("/groups/{id}/events/{event}/edit", events::save)
        .get("/groups/{id}/events/{event}/cancel", events::cancel_page)
        .post("/groups/{id}/events/{event}/cancel", events::cancel)
        .post("/groups/{id}/friends", acts::befriend)
        .post("/groups/{id}/friends/end", acts::unfriend)
        .post("/clients/{id}/circle/share", share::share)
        .post("/clients/{id}/circle/unshare", share::unshare)
}

fn group_id(text: &str) -> Result<GroupId, Failure> {
    text.parse().map_err(|_| Failure::not_found())
}

fn helper_id(text: &str) -> Result<HelperId, Failure> {
    text.parse().map_err(|_| Failure::not_found())
}

/// The way to the posts of a group, and to writing one.
fn posts_place(tr: &Tr, group: GroupId, writes: bool) -> Markup {
    parts::section(
        &t!(tr, "posts-nav"),
        &html! {
            p { (t!(tr, "groups-posts-lead")) }
            p {
                a href={ "/posts?group=" (group) } { (t!(tr, "groups-posts")) }
                @if writes { " · " a href={ "/posts/new?audience=group:" (group) } { (t!(tr, "groups-posts-write")) } }
            }
            p { a href={ "/messages/" (group) } { (t!(tr, "messages-in-group")) } }
        },
    )
}
