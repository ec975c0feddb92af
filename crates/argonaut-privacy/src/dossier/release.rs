//! The extract of a dossier that a consent lets flow to one other helper.

use argonaut_domain::consent::ReleasedField;
use argonaut_domain::place::Place;
use argonaut_domain::taxonomy::TermId;
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use super::Dossier;
use super::bytes::{BadDossier, read, write};
use super::identity::ContactWay;
use super::private::Private;
use super::{Need, Strength};

/// What one helper receives about another helper's client: the consented
/// fields and nothing else. A field that was not released is absent, and so is
/// one that the dossier does not know.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Released {
    /// First name: what the helper calls the client, up to the first space.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub first_name: Option<Private>,
    /// Full name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub full_name: Option<Private>,
    /// Telephone numbers.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub phones: Vec<Private>,
    /// E-mail addresses.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub emails: Vec<Private>,
    /// Postal address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub address: Option<Private>,
    /// Which way the client prefers to be contacted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub preferred: Option<ContactWay>,
    /// When the client prefers to be contacted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub times: Option<Private>,
    /// The town.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<Place>,
    /// What they need.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub needs: Vec<Need>,
    /// What they can give.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub offers: Vec<Strength>,
    /// What they like.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub interests: Vec<TermId>,
    /// What describes their situation.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub situations: Vec<TermId>,
}

impl Released {
    /// Whether nothing at all would flow.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// The bytes to seal for the recipient.
    ///
    /// # Errors
    /// [`BadDossier::Unwritable`] when they cannot be written.
    pub fn to_bytes(&self) -> Result<Zeroizing<Vec<u8>>, BadDossier> {
        write(self)
    }

    /// Reads what [`Released::to_bytes`] wrote.
    ///
    /// # Errors
    /// [`BadDossier::Unreadable`] when the bytes are something else.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, BadDossier> {
        read(bytes)
    }
}

impl Dossier {
    /// The extract that these consented fields make.
    pub fn released(&self, fields: &[ReleasedField]) -> Released {
        let mut released = Released::default();
        for field in fields {
            match field {
                ReleasedField::FirstName => {
                    released.first_name = said(&first_word(&self.identity.name))
                }
                ReleasedField::FullName => {
                    released.full_name =
                        said(&self.identity.full_name).or_else(|| said(&self.identity.name));
                }
                ReleasedField::Phone => released.phones.clone_from(&self.contact.phones),
                ReleasedField::Email => released.emails.clone_from(&self.contact.emails),
                ReleasedField::Address => released.address = said(&self.contact.address),
                ReleasedField::PreferredContact => {
                    released.preferred = self.contact.preferred;
                    released.times = said(&self.contact.times);
                }
                ReleasedField::Place => {
                    released.place = Some(self.place).filter(|place| *place != Place::Anywhere);
                }
                // What the helper noted about a need or a strength stays in the record.
                ReleasedField::Needs => {
                    let bare = |need: &Need| Need {
                        note: Private::default(),
                        ..need.clone()
                    };
                    released.needs = self.needs.iter().map(bare).collect();
                }
                ReleasedField::Strengths => {
                    released.offers = self
                        .offers
                        .iter()
                        .map(|of| Strength::new(of.term))
                        .collect();
                    released.interests.clone_from(&self.interests);
                }
                ReleasedField::Situations => released.situations.clone_from(&self.situations),
            }
        }
        released
    }

    /// The consented fields about which the dossier has something to say: a
    /// page offers only these.
    pub fn releasable(&self) -> impl Iterator<Item = ReleasedField> + '_ {
        ReleasedField::ALL
            .iter()
            .copied()
            .filter(|&field| !self.released(&[field]).is_empty())
    }
}

fn said(text: &Private) -> Option<Private> {
    (!text.is_empty()).then(|| text.clone())
}

/// The first word of a name: a release of the first name must not carry a
/// family name along that the helper typed into the same field.
fn first_word(name: &str) -> Private {
    Private::from(name.split_whitespace().next().unwrap_or_default())
}
