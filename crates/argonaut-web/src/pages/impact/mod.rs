//! Impact: a helper's own figures, their group's, thanks, and the voyage of firsts. No page
//! here compares people.

mod figures;
mod group;
mod show;
#[cfg(test)]
mod tests;
mod thanks;
mod voyage;
mod words;

pub(crate) use show::milestone;
pub(crate) use thanks::pass_on_form;

use crate::routes::Routes;

/// The routes of this area.
pub(crate) fn add(routes: Routes) -> Routes {
    routes
        .get("/impact", show::show)
        .get("/impact/figures.csv", show::csv)
        .get("/impact/voyage", voyage::show)
        .get("/impact/thanks", thanks::show)
        .post("/impact/thanks/delete", thanks::delete)
        .post("/matches/{id}/thanks", thanks::pass_on)
        .get("/groups/{id}/impact", group::show)
        .post("/groups/{id}/impact", group::set_rule)
        .get("/groups/{id}/impact/figures.csv", group::csv)
}
