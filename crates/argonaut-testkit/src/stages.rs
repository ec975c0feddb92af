//! Matches for tests, taken to a stage by the acts that helpers take.

use argonaut_app::SignedIn;
use argonaut_app::engine::ListingId;
use argonaut_app::matches::agree::{self, Yes};
use argonaut_app::matches::ask::{self, Enquiry};
use argonaut_app::matches::propose::{self, Bring};
use argonaut_app::matches::{answer, introduce};
use argonaut_domain::consent::ReleasedField;
use argonaut_domain::ids::{CardId, ClientId, MatchId};
use argonaut_domain::introduction::FirstContact;

use crate::TestApp;
use crate::people::given;

/// How far a match has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reached {
    /// The enquiry is out.
    Asked,
    /// The helpers talk.
    Talking,
    /// The asker proposed.
    Proposed,
    /// The asker's client said yes.
    OneYes,
    /// Both said yes.
    Active,
    /// The two were introduced.
    Introduced,
}

/// A client's yes that releases first name and telephone number.
pub fn yes(test: &TestApp) -> Yes {
    Yes::Client {
        fields: vec![ReleasedField::FirstName, ReleasedField::Phone],
        given: given(test),
    }
}

impl TestApp {
    /// A match between the asker's client and the owner's card, at a stage.
    pub async fn joint(
        &self,
        (asker, client): (&SignedIn, ClientId),
        (owner, card): (&SignedIn, CardId),
        reached: Reached,
    ) -> MatchId {
        let app = &self.app;
        let enquiry = Enquiry {
            about: ListingId::Card(card),
            client: Some(client),
            words: "Shall we talk?".to_owned(),
        };
        let id = ask::ask(app, asker, enquiry).await.unwrap();
        if reached >= Reached::Talking {
            answer::accept(app, owner, id).await.unwrap();
        }
        if reached >= Reached::Proposed {
            propose::propose(app, asker, id, Bring::AsAsked)
                .await
                .unwrap();
        }
        if reached >= Reached::OneYes {
            agree::agree(app, asker, id, yes(self)).await.unwrap();
        }
        if reached >= Reached::Active {
            agree::agree(app, owner, id, yes(self)).await.unwrap();
        }
        if reached >= Reached::Introduced {
            introduce::introduce(app, owner, id, FirstContact::Helpers, false)
                .await
                .unwrap();
        }
        id
    }
}
