//! Looks at a draft while it is typed, and answers with the questions about it. Keeps
//! and logs nothing; what was typed is never in an address.

use argonaut_app::helpers::edit::mine;
use argonaut_app::matches::room::room;
use argonaut_app::posts::look::author_name;
use argonaut_app::words::{Draft, Hearing, look_while_typing};
use axum::extract::State;
use maud::Markup;

use super::panel::{self, Place};
use crate::failure::Failure;
use crate::form_data::FormData;
use crate::me::Me;
use crate::pages::matches::room::heard;
use crate::state::Web;

pub(super) async fn check(
    State(web): State<Web>,
    me: Me,
    sent: FormData,
) -> Result<Markup, Failure> {
    let field = sent.text("draft-field");
    let place: Place = sent.parsed("draft-place").ok_or_else(Failure::not_found)?;
    let mut hearing = Hearing::Enquiry;
    let mut known: Vec<String> = Vec::new();
    let mut stored = String::new();
    match place {
        Place::Enquiry => {}
        Place::Room(id) => {
            let room = room(&web.app, &me.who, id)
                .await
                .map_err(|error| Failure::of(&me.tr, &error))?;
            match heard(&room, &me.who.name, web.app.now()) {
                Some((how, names)) => (hearing, known) = (how, names),
                // Names are exchanged: there is nothing to hide any more.
                None => return Ok(panel::none(field)),
            }
        }
        Place::Post => {
            hearing = Hearing::Post;
            known.push(me.who.name.clone());
        }
        Place::Under(id) => {
            hearing = Hearing::Post;
            let author = author_name(&web.app, &me.who, id).await;
            known.push(author.map_err(|error| Failure::of(&me.tr, &error))?);
            known.push(me.who.name.clone());
        }
        Place::Profile => {
            hearing = Hearing::Profile;
            let helper = mine(&web.app, &me.who).await?;
            known.push(helper.name.as_str().to_owned());
            stored = panel::public_words(&helper.profile);
        }
    }
    let known: Vec<&str> = known.iter().map(String::as_str).collect();
    let draft = Draft {
        text: sent.text(field),
        hearing,
        known: &known,
        stored: &stored,
        locale: me.tr.locale(),
    };
    let looked = look_while_typing(&web.app, &me.who, &draft, &panel::choices(&sent, field))
        .await
        .map_err(|error| Failure::of(&me.tr, &error))?;
    Ok(panel::panel(&me.tr, field, hearing, &looked, false))
}
