//! One side's yes: the client's consent is recorded, and the details it
//! releases are sealed to the other helper. They can be read only once both
//! sides have said yes.

use argonaut_domain::audit::Deed;
use argonaut_domain::clock::Timestamp;
use argonaut_domain::consent::{Consent, ConsentMethod, ConsentScope, ReleasedField};
use argonaut_domain::ids::{HelperId, MatchId};
use argonaut_domain::introduction::{Act, Party, Refusal};
use argonaut_domain::notice::NoticeKind;
use argonaut_privacy::dossier::{Private, Released};
use argonaut_store::ReleaseRow;
use serde_json::json;

use super::{MatchError, Step};
use crate::app::App;
use crate::clients::may_answer_for;
use crate::clients::open::unseal;
use crate::consents::record::{self, Given};
use crate::error::Trouble;
use crate::sealing::{self, Purpose};
use crate::who::SignedIn;

/// A side's yes.
#[derive(Clone, Debug)]
pub enum Yes {
    /// The client consents.
    Client {
        /// What is released.
        fields: Vec<ReleasedField>,
        /// How and until when the consent was given.
        given: Given,
    },
    /// The client has said yes by a link: that consent says what is released.
    ByLink,
    /// The helper helps in person, and can be reached so.
    Myself {
        /// Telephone number; may be empty.
        phone: String,
        /// E-mail address; may be empty.
        email: String,
    },
}

/// Days for which a helper's own details stay released.
const OWN_DETAILS_DAYS: i64 = 180;

/// Records a side's yes.
///
/// # Errors
/// [`MatchError::NothingShared`] when the other side could not make contact;
/// [`MatchError::Refused`] when no proposal stands.
pub async fn agree(app: &App, who: &SignedIn, id: MatchId, yes: Yes) -> Result<(), MatchError> {
    let now = app.now();
    let mut step = Step::begin(app, who, id).await?;
    let other = step.other();
    let (released, consent, until) = match (&yes, *step.joint.parties.of(step.side)) {
        (Yes::Client { fields, given }, Party::Client { client, .. }) => {
            let granted = may_answer_for(&mut step.write, who, client).await?;
            let (_, dossier) = unseal(&mut step.write, who, &granted).await?;
            let released = dossier.get().released(fields);
            if released.is_empty() {
                return Err(MatchError::NothingShared);
            }
            let scope = ConsentScope::Introduce {
                introduction: id,
                recipient: other,
                fields: fields.clone(),
            };
            let consent = record::consent(app, who, client, scope, given)?;
            record::keep(app, &mut step.write, who, &granted, &consent, given.clone()).await?;
            step.write.attend_client(&granted, now).await?;
            step.note(Deed::ConsentGiven, consent.id.uuid());
            (released, Some(consent.id), consent.expires)
        }
        (Yes::ByLink, Party::Client { client, .. }) => {
            let granted = may_answer_for(&mut step.write, who, client).await?;
            let all = step.write.consents(&granted).await?;
            let (consent, fields) =
                given_by_link(&all, id, other, now).ok_or(Refusal::ConsentMissing)?;
            let (_, dossier) = unseal(&mut step.write, who, &granted).await?;
            let released = dossier.get().released(&fields);
            if released.is_empty() {
                return Err(MatchError::NothingShared);
            }
            step.write.attend_client(&granted, now).await?;
            (released, Some(consent.id), consent.expires)
        }
        (Yes::Myself { phone, email }, Party::Helper) => {
            let released = own_details(who, phone, email)?;
            (released, None, now.plus_days(OWN_DETAILS_DAYS))
        }
        (_, Party::Open) => return Err(MatchError::Refused(Refusal::PartyOpen)),
        (Yes::Client { .. } | Yes::ByLink, Party::Helper)
        | (Yes::Myself { .. }, Party::Client { .. }) => {
            return Err(MatchError::Refused(Refusal::ConsentMissing));
        }
    };
    hand_over(app, who, &mut step, &released, consent, until).await?;
    step.commit().await
}

/// The consent that this client gave by a link for this introduction, if it holds.
pub(crate) fn given_by_link(
    all: &[Consent],
    id: MatchId,
    other: HelperId,
    now: Timestamp,
) -> Option<(Consent, Vec<ReleasedField>)> {
    all.iter()
        .filter(|consent| consent.method == ConsentMethod::Link && consent.holds(now))
        .find_map(|consent| match &consent.scope {
            ConsentScope::Introduce {
                introduction,
                recipient,
                fields,
            } if *introduction == id && *recipient == other => {
                Some((consent.clone(), fields.clone()))
            }
            ConsentScope::Introduce { .. } | ConsentScope::ShareCard => None,
        })
}

async fn hand_over(
    app: &App,
    who: &SignedIn,
    step: &mut Step<'_>,
    released: &Released,
    consent: Option<argonaut_domain::ids::ConsentId>,
    until: Timestamp,
) -> Result<(), MatchError> {
    let (id, other) = (step.joint.id, step.other());
    let bytes = released
        .to_bytes()
        .map_err(|error| Trouble::Bug(error.to_string()))?;
    let sealed = sealing::seal_between(
        app,
        &mut step.write,
        who,
        other,
        Purpose::Release(id),
        &bytes,
    )
    .await?;
    let row = ReleaseRow {
        sender: who.helper(),
        consent,
        for_recipient: sealed.for_recipient,
        for_sender: sealed.for_sender,
        created: app.now(),
    };
    let granted = step.granted;
    step.write.insert_release(&granted, &row).await?;
    let moved = step
        .apply(
            &Act::Agree { consent, until },
            "agreed",
            json!({ "until": until }),
        )
        .await?;
    step.tell(if moved.released {
        NoticeKind::DetailsReleased
    } else {
        NoticeKind::OtherSideAgreed
    })
    .await
}

fn own_details(who: &SignedIn, phone: &str, email: &str) -> Result<Released, MatchError> {
    let list = |text: &str| {
        let text = text.trim();
        if text.is_empty() {
            Vec::new()
        } else {
            vec![Private::from(text)]
        }
    };
    let released = Released {
        full_name: Some(Private::from(who.name.as_str())),
        phones: list(phone),
        emails: list(email),
        ..Released::default()
    };
    let too_long = phone.chars().count() > 200 || email.chars().count() > 200;
    if too_long || (released.phones.is_empty() && released.emails.is_empty()) {
        return Err(MatchError::NothingShared);
    }
    Ok(released)
}
