//! Everything that is kept about one client, in one piece: for the client to
//! read and to take along. Its shape is described in `docs/client-export.md`.

use argonaut_domain::access::Visible;
use argonaut_domain::audit::{AuditEntry, Deed};
use argonaut_domain::card::{Audience, Card};
use argonaut_domain::clock::Timestamp;
use argonaut_domain::consent::{Consent, ConsentScope};
use argonaut_domain::ids::{ClientId, HelperId};
use argonaut_privacy::dossier::{Dossier, Released};
use argonaut_store::MatchRow;
use serde_json::{Value, json};

use super::open::unseal;
use super::{ClientError, may_answer_for};
use crate::app::App;
use crate::error::Trouble;
use crate::links::page::Names;
use crate::people;
use crate::sealing::{self, Purpose};
use crate::who::SignedIn;

/// The version of the export's shape.
pub const EXPORT_FORMAT: &str = "argonaut-client-export/1";

/// An introduction, and what was told in it.
pub struct Told {
    /// The match.
    pub row: MatchRow,
    helper: Option<HelperId>,
    /// The other helper's name, once it was known, while the two may meet.
    pub other: Option<String>,
    /// What was told, while it is kept; deleted when the match ends.
    pub released: Option<Released>,
}

/// A line of the access log, with the helper's name.
pub struct Access {
    /// What, when, by whom.
    pub entry: AuditEntry,
    /// The helper's name; `None` for the client's own acts and for the program.
    pub by: Option<String>,
}

/// Everything about one client.
pub struct Export {
    /// Whose.
    pub client: ClientId,
    /// When it was made.
    pub made: Timestamp,
    /// When the record was begun.
    pub recorded: Timestamp,
    /// The record.
    pub record: Visible<Dossier>,
    /// Who may open it, by name.
    pub circle: Vec<String>,
    /// Every card there ever was, latest first.
    pub cards: Vec<Card>,
    /// Every consent, latest first, with the name of whoever receives something.
    pub consents: Vec<(Consent, Option<String>)>,
    /// Every introduction, the latest first.
    pub matches: Vec<Told>,
    /// The access log, latest first.
    pub log: Vec<Access>,
}

/// The longest access log in an export.
const MOST_LOG: i64 = 100_000;

/// Gathers everything about a client. Who answers for them may.
///
/// # Errors
/// [`ClientError::NotFound`] when the client is not theirs.
pub async fn export(app: &App, who: &SignedIn, id: ClientId) -> Result<Export, ClientError> {
    let mut write = app.store.write().await?;
    let granted = may_answer_for(&mut write, who, id).await?;
    let (row, record) = unseal(&mut write, who, &granted).await?;
    let mut names = Names::default();
    let viewer = write.viewer(who.helper()).await?;
    let world = app.world();
    let mut circle = Vec::new();
    for seat in write.circle(&granted).await? {
        circle.extend(names.of(&mut write, seat.helper).await?);
    }
    let mut consents = Vec::new();
    for consent in write.consents(&granted).await? {
        let name = match &consent.scope {
            ConsentScope::ShareCard => None,
            ConsentScope::Introduce { recipient, .. } => names.of(&mut write, *recipient).await?,
        };
        consents.push((consent, name));
    }
    let mut matches = Vec::new();
    for row in write.matches_of_client(&granted).await? {
        let mut told = told(&mut write, who, id, row, &mut names).await?;
        // Who got something is named by the consent to it, for ever. Whoever was only talked
        // to is gone from here with a block or a suspension, as from everywhere else.
        let meets = told
            .helper
            .is_some_and(|other| people::face(&world, &viewer, other).is_some());
        told.other = told.other.filter(|_| meets);
        matches.push(told);
    }
    let mut log = Vec::new();
    for entry in write.access_log(&granted, MOST_LOG).await? {
        let by = match entry.actor {
            Some(actor) => names.of(&mut write, actor).await?,
            None => None,
        };
        log.push(Access { entry, by });
    }
    let export = Export {
        client: id,
        made: app.now(),
        recorded: row.created,
        record,
        circle,
        cards: write.cards_of(&granted).await?,
        consents,
        matches,
        log,
    };
    let entry = app.entry(Some(who.helper()), Deed::ClientExported, id.uuid());
    write.commit(&[entry]).await?;
    Ok(export)
}

async fn told(
    read: &mut argonaut_store::Read,
    who: &SignedIn,
    client: ClientId,
    row: MatchRow,
    names: &mut Names,
) -> Result<Told, ClientError> {
    let side = row.joint.side_of_client(client);
    let mine = side.filter(|side| row.joint.helper(*side) == who.helper());
    let other = side.map(|side| row.joint.helper(side.other()));
    let helper = other;
    let released = match (mine, other) {
        (Some(_), Some(other)) => released(read, who, &row, other).await?,
        (None, _) | (_, None) => None,
    };
    let other = match other.filter(|_| row.names_shown()) {
        Some(other) => names.of(read, other).await?,
        None => None,
    };
    Ok(Told {
        row,
        helper,
        other,
        released,
    })
}

/// What this helper released in a match, from their own copy.
async fn released(
    read: &mut argonaut_store::Read,
    who: &SignedIn,
    row: &MatchRow,
    other: HelperId,
) -> Result<Option<Released>, ClientError> {
    let Some((granted, _)) = argonaut_domain::access::take_part(&who.actor, &row.joint) else {
        return Ok(None);
    };
    let releases = read.releases(&granted).await?;
    Ok(releases
        .iter()
        .find(|release| release.sender == who.helper())
        .and_then(|release| {
            sealing::open_own(
                who,
                other,
                Purpose::Release(row.joint.id),
                &release.for_sender,
            )
        })
        .and_then(|bytes| Released::from_bytes(&bytes).ok()))
}

impl Export {
    /// The export for programs.
    ///
    /// # Errors
    /// When it cannot be written; a bug.
    pub fn to_json(&self) -> Result<Value, Trouble> {
        let bug = |error: serde_json::Error| Trouble::Bug(error.to_string());
        let value = |thing: &dyn erased::Json| thing.json().map_err(bug);
        let mut cards = Vec::new();
        for card in &self.cards {
            cards.push(json!({
                "id": card.id,
                "status": card.status,
                "content": value(&card.content)?,
                "audience": audience(&card.audience),
                "published_week_of": card.published.monday().to_string(),
                "expires": day(card.expires),
            }));
        }
        let consents: Vec<Value> = self
            .consents
            .iter()
            .map(|(of, to)| consent(self, of, to.as_deref()))
            .collect();
        let mut matches = Vec::new();
        for told in &self.matches {
            let joint = &told.row.joint;
            matches.push(json!({
                "id": joint.id,
                "stage": joint.stage_name(),
                "begun": day(joint.created),
                "last_moved": day(joint.moved),
                "other_helper": told.other,
                "released": told.released.as_ref().map(|released| value(released)).transpose()?,
            }));
        }
        let log: Vec<Value> = self
            .log
            .iter()
            .map(|line| {
                json!({
                    "at_micros": line.entry.at.micros(),
                    "day": day(line.entry.at),
                    "deed": line.entry.deed.code(),
                    "by": line.by,
                })
            })
            .collect();
        Ok(json!({
            "format": EXPORT_FORMAT,
            "made": day(self.made),
            "client": self.client,
            "recorded": day(self.recorded),
            "circle": self.circle,
            "record": value(self.record.get())?,
            "cards": cards,
            "consents": consents,
            "introductions": matches,
            "access_log": log,
        }))
    }
}

fn day(at: Timestamp) -> String {
    at.date().to_string()
}

/// Which kind of audience a card had; never which helpers by id.
fn audience(audience: &Audience) -> &'static str {
    match audience {
        Audience::Everyone => "everyone",
        Audience::Contacts => "contacts",
        Audience::Helpers(_) => "chosen_helpers",
        Audience::Trusted(_) => "trusted_helpers",
        Audience::Groups(_) => "groups",
    }
}

fn consent(export: &Export, of: &Consent, recipient: Option<&str>) -> Value {
    let (scope, fields) = match &of.scope {
        ConsentScope::ShareCard => ("share_card", Value::Null),
        ConsentScope::Introduce { fields, .. } => ("introduce", json!(fields)),
    };
    json!({
        "id": of.id,
        "scope": scope,
        "introduction": of.scope.introduction(),
        "fields": fields,
        "recipient": recipient,
        "method": of.method,
        "proxy": export.record.get().proxy_of(of.id),
        "text_version": of.text_version,
        "language": of.language,
        "given": day(of.given),
        "expires": day(of.expires),
        "withdrawn": of.withdrawn.map(day),
    })
}

/// Anything that can be written as JSON, behind one pointer.
mod erased {
    use serde::Serialize;
    use serde_json::Value;

    pub(super) trait Json {
        fn json(&self) -> Result<Value, serde_json::Error>;
    }
    impl<T: Serialize> Json for T {
        fn json(&self) -> Result<Value, serde_json::Error> {
            serde_json::to_value(self)
        }
    }
}
