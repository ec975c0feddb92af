//! Circles: who reads a record, invitations, handing over, and records that are not as
//! they were kept.

mod check;
mod hand_over;
mod leave;
mod offers;
mod problems;
mod show;
#[cfg(test)]
mod tests;

use argonaut_domain::consent::ConsentMethod;
use argonaut_domain::ids::HelperId;
use maud::Markup;

use crate::failure::Failure;
use crate::i18n::{Tr, t};
use crate::pages::clients::words;
use crate::pages::parts::{Choice, Field, form};
use crate::routes::Routes;

/// The routes of this area.
pub(crate) fn add(routes: Routes) -> Routes {
    routes
        .get("/clients/check", check::all)
        .get("/clients/offers", offers::show)
        .post("/clients/offers/{id}/accept", offers::accept)
        .post("/clients/offers/{id}/decline", offers::decline)
        .post("/clients/handovers/{id}/accept", offers::accept_all)
        .post("/clients/handovers/{id}/decline", offers::decline_all)
        .get("/clients/hand-over", hand_over::caseload_page)
        .post("/clients/hand-over", hand_over::caseload)
        .get("/clients/{id}/check", check::show)
        .post("/clients/{id}/check", check::accept)
        .get("/clients/{id}/circle", show::show)
        .post("/clients/{id}/circle/offer", show::offer)
        .post(
            "/clients/{id}/circle/offers/{offer}/take-back",
            show::take_back,
        )
        .post("/clients/{id}/circle/{helper}/part", show::part)
        .get("/clients/{id}/circle/{helper}/remove", leave::remove_page)
        .post("/clients/{id}/circle/{helper}/remove", leave::remove)
        .get("/clients/{id}/circle/leave", leave::leave_page)
        .post("/clients/{id}/circle/leave", leave::leave)
        .post("/clients/{id}/circle/take-lead", show::take_lead)
        .get("/clients/{id}/circle/hand-over", hand_over::page)
        .post("/clients/{id}/circle/hand-over", hand_over::send)
}

fn helper_id(text: &str) -> Result<HelperId, Failure> {
    text.parse().map_err(|_| Failure::not_found())
}

/// How the client agreed. Nothing is chosen beforehand: one has to ask first.
pub(crate) fn agreed_field(tr: &Tr, hint: String, chosen: &str, error: Option<String>) -> Markup {
    let methods: Vec<Choice<'_>> = ConsentMethod::ALL
        .iter()
        .map(|of| Choice::new(of.code(), words::method(tr, *of), of.code() == chosen))
        .collect();
    let field = Field::new("method", t!(tr, "circle-add-agreed"))
        .hint(hint)
        .error(error)
        .required();
    form::radio_group(tr, &field, &methods)
}

/// Which of the contacts.
fn contact_field(
    tr: &Tr,
    label: String,
    contacts: &[argonaut_app::people::Face],
    chosen: &str,
    error: Option<String>,
) -> Markup {
    let choices: Vec<Choice<'_>> = contacts
        .iter()
        .map(|face| {
            let id = face.id.to_string();
            let is_chosen = id == chosen;
            Choice::new(id, face.name.as_str(), is_chosen)
        })
        .collect();
    form::select(
        tr,
        &Field::new("to", label).error(error).required(),
        &choices,
    )
}

/// What is missing in a form that offers something: the name of the field, and a sentence.
fn missing(tr: &Tr, to: Option<HelperId>, agreed: Option<ConsentMethod>) -> Vec<(String, String)> {
    let mut errors = Vec::new();
    if to.is_none() {
        errors.push(("to".to_owned(), t!(tr, "circle-add-who-missing")));
    }
    if agreed.is_none() {
        errors.push(("method".to_owned(), t!(tr, "circle-add-agreed-missing")));
    }
    errors
}

/// The sentence about one field.
fn of_field(errors: &[(String, String)], name: &str) -> Option<String> {
    errors
        .iter()
        .find(|(field, _)| field == name)
        .map(|(_, sentence)| sentence.clone())
}
