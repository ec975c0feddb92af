//! The vault: key pairs of helpers, what is sealed under them, and how it is opened again.
//! It keeps nothing: callers store the sealed bytes and hand them back with the ids they belong to.
//!
//! Every sealed thing is bound to the ids and the purpose it was made for, so bytes
//! that somebody moved to another row do not open. An opening call therefore takes
//! the ids that the *caller* expects, never ids read from inside the sealed bytes.

mod context;
mod deposits;
mod error;
mod exchange;
mod hybrid;
mod keys;
mod letters;
mod link;
mod manifest;
mod organisation;
mod outside;
mod padding;
mod password;
mod pepper;
mod pin;
mod record;
mod recovery;
mod rescue;
mod sealed;
mod secret;
mod session;
mod shares;

#[cfg(test)]
mod attacks;

pub use deposits::{Deposit, DepositKind, ServerKey};
pub use error::VaultError;
pub use exchange::{Exchange, ExchangePurpose, SealedPair};
pub use keys::{HelperKeys, PublicKey};
pub use letters::{KeyPlace, MessageKey, MessagePart, MessagePlace};
pub use link::{CodeKeys, LinkBinding, LinkCode, LinkToken};
pub use manifest::{Freshness, Manifest, Remembered};
pub use organisation::{OrganisationKey, OrganisationKeys};
pub use outside::Outside;
pub use password::{KdfCost, Password, PasswordKdf, VaultConfig};
pub use pepper::Pepper;
pub use pin::{ContactKey, Fingerprint, PinMac, PinnedKey};
pub use record::{DataKey, RecordVersion};
pub use recovery::RecoveryCode;
pub use rescue::{ComparedKey, RescueKeys, RescueNumber, RescueRow};
pub use sealed::Sealed;
pub use session::{SessionBinding, SessionToken, TokenHash};
pub use shares::{ContactsSecret, Share, rebuild};

/// A buffer of opened text that is wiped from memory when it is dropped.
pub type Plaintext = zeroize::Zeroizing<Vec<u8>>;

/// The sixteen bytes of a UUID; the vault does not care of which kind.
pub type IdBytes = [u8; 16];
