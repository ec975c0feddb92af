//! Being told outside the page: the address, what is told how, and what goes out. What is sent
//! says how many things wait and where, and never what they are.

pub mod address;
pub mod choose;
pub mod devices;
pub mod out;
pub mod push;

use argonaut_domain::ids::HelperId;
use argonaut_domain::locale::Locale;
pub use argonaut_domain::told::Telling;
use argonaut_privacy::vault::{Outside, Sealed};
pub use argonaut_store::AddressState;
use argonaut_store::{MailAddressRow, Read};
pub use devices::{Device, Devices};
use rand::Rng as _;
use rand::rngs::StdRng;
use uuid::Uuid;

use crate::app::App;
use crate::error::Trouble;
use crate::who::SignedIn;

/// What this instance can do to tell people outside the page.
#[derive(Clone, Debug, Default)]
pub struct Means {
    /// It has a mail server to hand mail to.
    pub mail: bool,
    /// It sends push messages.
    pub push: bool,
}

/// A helper's address, for themself alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address {
    /// As it was typed.
    pub text: String,
    /// Where it stands.
    pub state: AddressState,
}

/// What a helper chose, and where their address stands.
#[derive(Clone, Debug)]
pub struct Told {
    /// Their address, if they gave one.
    pub address: Option<Address>,
    /// What is needed to add a device, and those that were added; `None` where this instance
    /// sends no push messages.
    pub push: Option<Devices>,
    /// How they want to be told.
    pub telling: Telling,
    /// Whether they chose it, or it is what is usual.
    pub is_chosen: bool,
    /// What this instance can do.
    pub means: Means,
}

/// What a helper chose.
///
/// # Errors
/// When storage fails.
pub async fn look(app: &App, who: &SignedIn) -> Result<Told, Trouble> {
    let push = devices::of(app, who).await?;
    let mut read = app.store.read().await?;
    let row = read.mail_address(who.helper()).await?;
    let chosen = read.telling(who.helper()).await?;
    let address = match row {
        Some(row) => Some(Address {
            text: open(app, &row)?,
            state: row.state,
        }),
        None => None,
    };
    Ok(Told {
        address,
        push,
        is_chosen: chosen.is_some(),
        telling: chosen.unwrap_or_else(|| usual(who.locale)),
        means: app.means.clone(),
    })
}

fn random_id(rng: &mut StdRng) -> Uuid {
    let mut bytes = [0; 16];
    rng.fill_bytes(&mut bytes);
    uuid::Builder::from_random_bytes(bytes).into_uuid()
}

/// What is usual, in the language of the screens.
fn usual(locale: Option<Locale>) -> Telling {
    Telling {
        language: locale.unwrap_or(Locale::En),
        ..Telling::default()
    }
}

/// What a helper chose, or what is usual.
async fn telling_of(read: &mut Read, helper: HelperId) -> Result<Telling, Trouble> {
    Ok(read.telling(helper).await?.unwrap_or_default())
}

/// The text of an address.
fn open(app: &App, row: &MailAddressRow) -> Result<String, Trouble> {
    let sealed = Sealed::from_bytes(row.sealed.clone());
    let text = app.server_key.open_outside(
        Outside::MailAddress,
        row.id.as_bytes(),
        row.helper.bytes(),
        &sealed,
    )?;
    String::from_utf8(text.to_vec())
        .map_err(|_| Trouble::Bug("an address that is no text".to_owned()))
}
