//! Plan, do, review: the plan of one client, its acts, and the sheet that they take home.

mod acts;
mod face;
mod sheet;
mod show;
#[cfg(test)]
mod tests;
pub(crate) mod words;

pub(crate) use face::face;

use crate::routes::Routes;

/// The routes of this area.
pub(crate) fn add(routes: Routes) -> Routes {
    routes
        .get("/clients/{id}/plan", show::show)
        .get("/clients/{id}/plan/sheet", sheet::show)
        .post("/clients/{id}/plan/goals", acts::goal)
        .post("/clients/{id}/plan/barriers", acts::barrier)
        .post("/clients/{id}/plan/reviews", acts::review)
        .post("/clients/{id}/plan/{number}/steps", acts::step)
        .post("/clients/{id}/plan/{number}/done", acts::turn)
        .post("/clients/{id}/plan/{number}/remove", acts::remove)
}
