//! Messages in a conversation: each sender has a key there for a while, wrapped once to
//! each of those who read, and seals messages and files under it.
//!
//! Only the sender makes their key (HPKE in Auth mode), so a writer of the database cannot
//! plant a message. Those who read hold the same key: they could forge words of that sender
//! in the database, if they could write there. It wins what a seal for each reader of each
//! message would cost (measured by `argonaut-eval messages`).

use rand::CryptoRng;

use super::context::Context;
use super::secret::Secret;
use super::{
    HelperKeys, IdBytes, PinnedKey, Plaintext, Sealed, VaultError, hybrid, padding, sealed,
};

/// A sender's key for messages, wiped when dropped. To exclude a reader, make another.
#[derive(Debug)]
pub struct MessageKey(Secret);

/// Which key of which conversation.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct KeyPlace {
    /// The conversation.
    pub conversation: IdBytes,
    /// The key.
    pub key: IdBytes,
}

/// Where sealed words belong: they open nowhere else.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct MessagePlace {
    /// The key, and its conversation.
    pub key: KeyPlace,
    /// The message.
    pub message: IdBytes,
    /// Who wrote it.
    pub sender: IdBytes,
    /// When, in microseconds.
    pub sent: u64,
    /// Which part of it.
    pub part: MessagePart,
}

/// A part of a message.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum MessagePart {
    /// What was written, with the names of its files.
    Words,
    /// What a file holds.
    Content(IdBytes),
}

impl MessageKey {
    /// A new key.
    pub fn generate(rng: &mut (impl CryptoRng + ?Sized)) -> Self {
        Self(Secret::generate(rng))
    }

    /// Seals a part of a message; lengths are padded.
    ///
    /// # Errors
    /// [`VaultError::Unavailable`] only.
    pub fn seal(
        &self,
        place: &MessagePlace,
        text: &[u8],
        rng: &mut (impl CryptoRng + ?Sized),
    ) -> Result<Sealed, VaultError> {
        let padded = padding::pad(text, sealed::TAG);
        let context = place.context();
        sealed::encrypt(&self.0, context.bytes(), &[sealed::SYMMETRIC], padded, rng)
    }

    /// Opens what was sealed for this very place.
    ///
    /// # Errors
    /// [`VaultError::Damaged`] when it belongs elsewhere, or was changed.
    pub fn open(&self, place: &MessagePlace, sealed: &Sealed) -> Result<Plaintext, VaultError> {
        padding::unpad(sealed::open(&self.0, &place.context(), sealed)?)
    }
}

impl MessagePlace {
    fn context(&self) -> Context {
        let context = Context::new("conversation message")
            .id("conversation", &self.key.conversation)
            .id("key", &self.key.key)
            .id("message", &self.message)
            .id("sender", &self.sender)
            .number("sent", self.sent);
        match &self.part {
            MessagePart::Words => context.field("part", b"words"),
            MessagePart::Content(file) => context.field("part", b"file").id("file", file),
        }
    }
}

impl HelperKeys {
    /// Wraps one's own message key, to go on with it later.
    ///
    /// # Errors
    /// [`VaultError::Unavailable`] only.
    pub fn wrap_own_message_key(
        &self,
        place: &KeyPlace,
        key: &MessageKey,
        rng: &mut (impl CryptoRng + ?Sized),
    ) -> Result<Sealed, VaultError> {
        let context = place.context("own message key").id("helper", self.helper());
        sealed::seal(&self.vault().wraps, &context, key.0.bytes(), rng)
    }

    /// Opens what [`HelperKeys::wrap_own_message_key`] made.
    ///
    /// # Errors
    /// [`VaultError::Damaged`] when it is not that, or was changed.
    pub fn unwrap_own_message_key(
        &self,
        place: &KeyPlace,
        wrap: &Sealed,
    ) -> Result<MessageKey, VaultError> {
        let context = place.context("own message key").id("helper", self.helper());
        message_key(&sealed::open(&self.vault().wraps, &context, wrap)?)
    }

    /// Wraps one's message key for somebody who reads.
    ///
    /// # Errors
    /// [`VaultError::UnusableKey`] when their key is not one that can be sealed to.
    pub fn wrap_message_key(
        &self,
        reader: &PinnedKey,
        place: &KeyPlace,
        key: &MessageKey,
        rng: &mut (impl CryptoRng + ?Sized),
    ) -> Result<Sealed, VaultError> {
        hybrid::seal(
            self,
            reader,
            place.context("message key"),
            key.0.bytes(),
            rng,
        )
    }

    /// Opens a wrap that this sender made for this helper.
    ///
    /// # Errors
    /// [`VaultError::Damaged`] when somebody else made it, or for another place.
    pub fn unwrap_message_key(
        &self,
        sender: &PinnedKey,
        place: &KeyPlace,
        wrap: &Sealed,
    ) -> Result<MessageKey, VaultError> {
        message_key(&hybrid::open(
            self,
            sender,
            place.context("message key"),
            wrap,
        )?)
    }
}

impl KeyPlace {
    fn context(&self, purpose: &'static str) -> Context {
        Context::new(purpose)
            .id("conversation", &self.conversation)
            .id("key", &self.key)
    }
}

fn message_key(bytes: &[u8]) -> Result<MessageKey, VaultError> {
    Secret::from_slice(bytes)
        .map(MessageKey)
        .ok_or(VaultError::Damaged)
}

#[cfg(test)]
mod tests {
    use rand::SeedableRng as _;
    use rand::rngs::StdRng;

    use super::*;
    use crate::vault::ContactKey;

    fn pinned(owner: &HelperKeys, other: &HelperKeys) -> PinnedKey {
        let contact = ContactKey {
            helper: *other.helper(),
            public: *other.public(),
        };
        owner.verify_pin(&contact, &owner.pin(&contact)).unwrap()
    }

    #[test]
    fn a_message_opens_at_its_own_place_for_its_readers_alone() {
        let mut rng = StdRng::seed_from_u64(7);
        let [rosa, eva, tom] = [1, 2, 3].map(|of| HelperKeys::generate([of; 16], &mut rng));
        let place = KeyPlace {
            conversation: [9; 16],
            key: [8; 16],
        };
        let key = MessageKey::generate(&mut rng);
        let wrap = rosa
            .wrap_message_key(&pinned(&rosa, &eva), &place, &key, &mut rng)
            .unwrap();
        let own = rosa.wrap_own_message_key(&place, &key, &mut rng).unwrap();
        let words = MessagePlace {
            key: place,
            message: [7; 16],
            sender: *rosa.helper(),
            sent: 5,
            part: MessagePart::Words,
        };
        let sealed = key.seal(&words, b"soup at six", &mut rng).unwrap();

        let opened = eva
            .unwrap_message_key(&pinned(&eva, &rosa), &place, &wrap)
            .unwrap();
        assert_eq!(&*opened.open(&words, &sealed).unwrap(), b"soup at six");
        let again = rosa.unwrap_own_message_key(&place, &own).unwrap();
        assert_eq!(&*again.open(&words, &sealed).unwrap(), b"soup at six");

        let elsewhere = KeyPlace {
            conversation: [10; 16],
            ..place
        };
        for refused in [
            eva.unwrap_message_key(&pinned(&eva, &rosa), &elsewhere, &wrap),
            eva.unwrap_message_key(&pinned(&eva, &tom), &place, &wrap),
            tom.unwrap_message_key(&pinned(&tom, &rosa), &place, &wrap),
            eva.unwrap_own_message_key(&place, &own),
        ] {
            assert_eq!(refused.err(), Some(VaultError::Damaged));
        }
        for swapped in [
            MessagePlace {
                message: [6; 16],
                ..words
            },
            MessagePlace {
                sender: *tom.helper(),
                ..words
            },
            MessagePlace { sent: 6, ..words },
            MessagePlace {
                key: elsewhere,
                ..words
            },
            MessagePlace {
                part: MessagePart::Content([1; 16]),
                ..words
            },
        ] {
            assert!(key.open(&swapped, &sealed).is_err(), "{swapped:?}");
        }
    }
}
