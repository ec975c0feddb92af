//! Posts: the feed, one post with what is said under it, writing, asking the network for a
//! client, and answers.

mod answers;
mod ask;
mod form;
mod list;
mod problems;
mod show;
#[cfg(test)]
mod tests;
mod view;
mod words;

use argonaut_domain::ids::PostId;
use argonaut_domain::safety::SubjectKind;
use uuid::Uuid;

use crate::failure::Failure;
use crate::routes::Routes;

/// The routes of this area.
pub(crate) fn add(routes: Routes) -> Routes {
    routes
        .get("/posts", list::feed)
        .post("/posts/seen", list::seen)
        .get("/posts/mine", list::mine)
        .get("/posts/new", form::new)
        .post("/posts/new", form::write)
        .get("/posts/{id}", show::show)
        .get("/posts/{id}/edit", form::edit)
        .post("/posts/{id}/edit", form::save)
        .get("/posts/{id}/delete", form::delete_page)
        .post("/posts/{id}/delete", form::delete)
        .post("/posts/{id}/renew", form::renew)
        .post("/posts/{id}/comments", show::comment)
        .post(
            "/posts/{id}/comments/{comment}/delete",
            show::delete_comment,
        )
        .post("/posts/{id}/thanks", show::thank)
        .post("/posts/{id}/thanks/back", show::unthank)
        .post("/posts/{id}/answer", answers::answer)
        .post("/posts/{id}/answer/back", answers::take_back)
        .post("/posts/{id}/answers/{answer}/accept", answers::accept)
        .post("/posts/{id}/answers/{answer}/decline", answers::decline)
        .post("/posts/{id}/solved", answers::solve)
        .get("/clients/{id}/ask", ask::show)
        .post("/clients/{id}/ask", ask::send)
}

fn post_id(text: &str) -> Result<PostId, Failure> {
    text.parse().map_err(|_| Failure::not_found())
}

/// The address for reporting a thing to the moderators.
fn report_link(kind: SubjectKind, id: Uuid) -> String {
    format!("/report?about={}:{id}", kind.code())
}
