//! What one helper sends another: messages, released contact details, recovery shares.
//! Each goes out as a pair, one copy for each of the two, so that both can read it later.

use rand::CryptoRng;

use super::context::Context;
use super::{
    HelperKeys, IdBytes, PinnedKey, Plaintext, Sealed, VaultError, hybrid, padding, sealed,
};

/// What the sealed words are for; words sealed for one purpose do not open as another.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum ExchangePurpose {
    /// Words between two helpers: an enquiry, an answer, a message.
    Message,
    /// Fields of a client that a consent lets flow.
    Release,
    /// A share of another helper's recovery secret, kept by a trusted contact.
    RecoveryShare,
}

/// Purpose and subject of an exchange; the two helpers are bound besides.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Exchange {
    /// What for.
    pub purpose: ExchangePurpose,
    /// The id of the very message, release or share. It must be unique for each, not the id
    /// of the conversation: else two messages in it could be exchanged for each other.
    pub subject: IdBytes,
}

/// The same words sealed twice: for the recipient, and for the sender to read again.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct SealedPair {
    /// Opens with the recipient's key.
    pub for_recipient: Sealed,
    /// Opens with the sender's key.
    pub for_sender: Sealed,
}

impl HelperKeys {
    /// Seals words to another helper, from this one; lengths are padded.
    ///
    /// # Errors
    /// [`VaultError::UnusableKey`] when the recipient's key is not one that can be sealed to.
    pub fn seal_to(
        &self,
        recipient: &PinnedKey,
        exchange: &Exchange,
        text: &[u8],
        rng: &mut (impl CryptoRng + ?Sized),
    ) -> Result<SealedPair, VaultError> {
        let padded = padding::pad(text, 0);
        let context = self.copy_context(recipient.helper(), exchange);
        Ok(SealedPair {
            for_recipient: hybrid::seal(self, recipient, exchange.context(), &padded, rng)?,
            for_sender: sealed::seal(&self.vault().own, &context, &padded, rng)?,
        })
    }

    /// Opens the recipient's copy of what `sender` sealed to this helper.
    ///
    /// # Errors
    /// [`VaultError::Damaged`] when it is not from that sender, not for this helper, purpose
    /// and subject, or was changed.
    pub fn open_from(
        &self,
        sender: &PinnedKey,
        exchange: &Exchange,
        for_recipient: &Sealed,
    ) -> Result<Plaintext, VaultError> {
        padding::unpad(hybrid::open(
            self,
            sender,
            exchange.context(),
            for_recipient,
        )?)
    }

    /// Opens the sender's own copy of what this helper sent to `recipient`. It needs no pin,
    /// so it is still readable after the contact has ended.
    ///
    /// # Errors
    /// [`VaultError::Damaged`] as in [`HelperKeys::open_from`].
    pub fn open_sent(
        &self,
        recipient: &IdBytes,
        exchange: &Exchange,
        for_sender: &Sealed,
    ) -> Result<Plaintext, VaultError> {
        let context = self.copy_context(recipient, exchange);
        padding::unpad(sealed::open(&self.vault().own, &context, for_sender)?)
    }

    fn copy_context(&self, recipient: &IdBytes, exchange: &Exchange) -> Context {
        Context::new("sender's copy")
            .field("exchange", exchange.context().bytes())
            .id("sender", self.helper())
            .id("recipient", recipient)
    }
}

impl Exchange {
    fn context(&self) -> Context {
        let purpose = match self.purpose {
            ExchangePurpose::Message => "message",
            ExchangePurpose::Release => "release",
            ExchangePurpose::RecoveryShare => "recovery share",
        };
        Context::new(purpose).id("subject", &self.subject)
    }
}
