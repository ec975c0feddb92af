//! The post: claims letters, hands them to the mail server, and writes down how that went.
//! Several nodes may run it at once; each letter is claimed by one.

use std::error::Error as _;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use argonaut_app::told::out::{self, Handed, Letter};
use argonaut_app::{App, Trouble};
use futures_util::StreamExt as _;
use futures_util::stream;
use lettre::address::Envelope;
use lettre::message::header::{HeaderName, HeaderValue};
use lettre::message::{Mailbox, MultiPart};
use lettre::transport::smtp::PoolConfig;
use lettre::{Address, AsyncSmtpTransport, AsyncTransport as _, Message, Tokio1Executor};
use thiserror::Error;

use super::letter;

/// So many letters are claimed together.
const AT_ONCE: i64 = 32;
/// So many are handed over side by side.
const CONNECTIONS: u32 = 8;
/// A letter has so long to be handed over: far less than its claim holds.
const PATIENCE: Duration = Duration::from_secs(60);
/// Longest name before the `@`, by RFC 5321.
const LONGEST_NAME: usize = 64;
/// Digits of a mark and the sign before it.
const MARK: usize = 53;

/// Where mail goes and comes from.
#[derive(Clone, Debug)]
pub struct MailSettings {
    /// The mail server: `smtps://user:password@host:465`, or `smtp://host:587?tls=required`.
    pub url: String,
    /// The address from which mail comes.
    pub from: String,
    /// The address to which it comes back when it cannot be delivered; a mark of each
    /// reader's address is added to its name.
    pub bounces: Option<String>,
    /// The address people type, without a slash at its end.
    pub public_url: String,
}

/// Why there is no post.
#[derive(Debug, Error)]
pub enum MailError {
    /// The address of the mail server does not read as one. It can hold a password, so it is
    /// not repeated.
    #[error("the address of the mail server cannot be read")]
    Url,
    /// It would send a password, or mail to another machine, in the open.
    #[error("the mail server would be spoken to in the open")]
    InTheOpen,
    /// The address from which mail comes is none.
    #[error("the address from which mail comes is none")]
    From,
    /// The address to which mail comes back is none, or its name is too long.
    #[error("the address to which mail comes back is none, or its name is too long")]
    Bounces,
}

/// What one round of the post did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sent {
    /// Letters that the mail server took.
    pub over: usize,
    /// Letters that are tried again later.
    pub later: usize,
    /// Letters whose address takes no mail.
    pub refused: usize,
}

/// The post of one node.
pub struct Postman {
    app: Arc<App>,
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: Address,
    bounces: Option<Address>,
    site: String,
}

impl MailSettings {
    /// Whether they can be used.
    ///
    /// # Errors
    /// See [`MailError`].
    pub fn check(&self) -> Result<(), MailError> {
        self.parts().map(drop)
    }

    fn parts(&self) -> Result<(Address, Option<Address>), MailError> {
        is_sheltered(&self.url)?;
        let from: Address = self.from.parse().map_err(|_| MailError::From)?;
        let bounces = match &self.bounces {
            None => None,
            Some(text) => {
                let address: Address = text.parse().map_err(|_| MailError::Bounces)?;
                if address.user().len() + MARK > LONGEST_NAME {
                    return Err(MailError::Bounces);
                }
                Some(address)
            }
        };
        Ok((from, bounces))
    }
}

/// Refuses to speak in the open to another machine, and to send a password so to any.
fn is_sheltered(url: &str) -> Result<(), MailError> {
    let (scheme, rest) = url.split_once("://").ok_or(MailError::Url)?;
    let (place, query) = rest.split_once('?').unwrap_or((rest, ""));
    let authority = place.split('/').next().unwrap_or_default();
    let (login, host) = authority
        .rsplit_once('@')
        .map_or((None, authority), |(login, host)| (Some(login), host));
    if host.is_empty() {
        return Err(MailError::Url);
    }
    let local = ["localhost", "127.0.0.1", "[::1]"].iter().any(|name| {
        host == *name
            || host
                .strip_prefix(name)
                .is_some_and(|end| end.starts_with(':'))
    });
    match scheme {
        "smtps" => Ok(()),
        "smtp" if query.split('&').any(|pair| pair == "tls=required") => Ok(()),
        "smtp" if local && login.is_none() => Ok(()),
        "smtp" => Err(MailError::InTheOpen),
        _other => Err(MailError::Url),
    }
}

impl Postman {
    /// A post for this application.
    ///
    /// # Errors
    /// See [`MailError`].
    pub fn new(app: Arc<App>, settings: &MailSettings) -> Result<Self, MailError> {
        let (from, bounces) = settings.parts()?;
        let transport = AsyncSmtpTransport::<Tokio1Executor>::from_url(&settings.url)
            .map_err(|_| MailError::Url)?
            .timeout(Some(PATIENCE / 2))
            .pool_config(PoolConfig::new().max_size(CONNECTIONS))
            .build();
        Ok(Self {
            app,
            transport,
            from,
            bounces,
            site: settings.public_url.clone(),
        })
    }

    /// Hands over everything that is due.
    ///
    /// # Errors
    /// When storage fails; what was claimed is tried again later.
    pub async fn round(&self) -> Result<Sent, Trouble> {
        let mut sent = Sent::default();
        loop {
            let letters = out::claim(&self.app, AT_ONCE).await?;
            if letters.is_empty() {
                return Ok(sent);
            }
            let handed: Vec<Result<Handed, Trouble>> = stream::iter(letters)
                .map(|letter| async move { self.deliver(&letter).await })
                .buffer_unordered(CONNECTIONS as usize)
                .collect()
                .await;
            for one in handed {
                match one? {
                    Handed::Over => sent.over += 1,
                    Handed::Later | Handed::Unreached => sent.later += 1,
                    Handed::NoMailbox => sent.refused += 1,
                }
            }
        }
    }

    async fn deliver(&self, letter: &Letter) -> Result<Handed, Trouble> {
        let handed = match self.message(letter) {
            Some((envelope, bytes)) => {
                match tokio::time::timeout(PATIENCE, self.transport.send_raw(&envelope, &bytes))
                    .await
                {
                    Ok(Ok(_)) => Handed::Over,
                    Ok(Err(error)) => judge(&error),
                    Err(_) => Handed::Unreached,
                }
            }
            // It was checked when it was given; a mail server would not take it.
            None => Handed::NoMailbox,
        };
        out::settle(&self.app, letter, handed).await?;
        Ok(handed)
    }

    /// The message and its envelope; `None` when the address is none.
    fn message(&self, letter: &Letter) -> Option<(Envelope, Vec<u8>)> {
        let to: Address = letter.to.parse().ok()?;
        let written = letter::write(letter, &self.site);
        let micros = u64::try_from(letter.at.micros()).unwrap_or_default();
        let date = SystemTime::UNIX_EPOCH + Duration::from_micros(micros);
        let id = format!("<{}@{}>", letter.id.simple(), self.from.domain());
        let name = Some("Argonaut".to_owned());
        let mut builder = Message::builder()
            .from(Mailbox::new(name, self.from.clone()))
            .to(Mailbox::new(None, to.clone()))
            .subject(written.subject)
            .date(date)
            .message_id(Some(id))
            .raw_header(raw("Auto-Submitted", "auto-generated")?)
            .raw_header(raw("X-Auto-Response-Suppress", "All")?);
        if let Some(stop) = &written.stop {
            builder = builder
                .raw_header(raw("List-Unsubscribe", &format!("<{stop}>"))?)
                .raw_header(raw("List-Unsubscribe-Post", "List-Unsubscribe=One-Click")?);
        }
        let message = builder
            .multipart(MultiPart::alternative_plain_html(
                written.text,
                written.html,
            ))
            .ok()?;
        let back = match &self.bounces {
            Some(bounces) => {
                let name = format!("{}+{}", bounces.user(), letter.bounce);
                Address::new(name, bounces.domain()).ok()?
            }
            None => self.from.clone(),
        };
        let envelope = Envelope::new(Some(back), vec![to]).ok()?;
        Some((envelope, message.formatted()))
    }
}

fn raw(name: &str, value: &str) -> Option<HeaderValue> {
    let name = HeaderName::new_from_ascii(name.to_owned()).ok()?;
    Some(HeaderValue::new(name, value.to_owned()))
}

/// What a failure says about the address. The server's words can repeat the address, so they
/// are not logged.
fn judge(error: &lettre::transport::smtp::Error) -> Handed {
    let Some(code) = error.status().map(u16::from) else {
        tracing::warn!("the mail server was not reached");
        return Handed::Unreached;
    };
    let mut said = error.to_string();
    if let Some(source) = error.source() {
        said.push(' ');
        said.push_str(&source.to_string());
    }
    let handed = verdict(code, &said);
    match handed {
        Handed::Over => {}
        Handed::Later | Handed::NoMailbox => tracing::info!(code, ?handed, "a letter was refused"),
        Handed::Unreached => tracing::warn!(code, "the mail server refuses this site"),
    }
    handed
}

/// The verdict on a reply: only what is about the mailbox counts against the address.
fn verdict(code: u16, said: &str) -> Handed {
    // An enhanced status code (RFC 3463) tells more than the reply code.
    let enhanced = said
        .split(|sign: char| !(sign.is_ascii_digit() || sign == '.'))
        .find(|word| {
            let parts: Vec<&str> = word.split('.').collect();
            parts.len() == 3
                && matches!(parts.first(), Some(&("4" | "5")))
                && parts.iter().all(|part| !part.is_empty() && part.len() <= 3)
        });
    match (code, enhanced) {
        (400..500, _) => Handed::Later,
        // The sender is refused, or the login.
        (_, Some("5.1.7" | "5.1.8")) | (530 | 534 | 535 | 538, _) => Handed::Unreached,
        (_, Some(status)) if status.starts_with("5.1.") || status.starts_with("5.2.") => {
            Handed::NoMailbox
        }
        (_, Some(_)) => Handed::Later,
        (550 | 551 | 553 | 556, None) => Handed::NoMailbox,
        (_, None) => Handed::Later,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_about_the_mailbox_counts_against_the_address() {
        for (code, said, expected) in [
            (451, "try again", Handed::Later),
            (550, "5.1.1 no such user", Handed::NoMailbox),
            (550, "no such user", Handed::NoMailbox),
            (552, "5.2.2 mailbox full", Handed::NoMailbox),
            (550, "5.7.1 blocked by policy", Handed::Later),
            (550, "5.1.8 bad sender's system address", Handed::Unreached),
            (535, "5.7.8 bad credentials", Handed::Unreached),
            (554, "no", Handed::Later),
            (550, "host 192.0.2.5 says no such user", Handed::NoMailbox),
        ] {
            assert_eq!(verdict(code, said), expected, "{code} {said}");
        }
    }

    #[test]
    fn nothing_is_sent_in_the_open_to_another_machine() {
        for good in [
            "smtps://me:secret@mail.example.org",
            "smtp://me:secret@mail.example.org:587?tls=required",
            "smtp://127.0.0.1:2525",
            "smtp://localhost",
            "smtp://[::1]:25",
        ] {
            assert!(is_sheltered(good).is_ok(), "{good}");
        }
        for bad in [
            "smtp://mail.example.org",
            "smtp://mail.example.org?tls=opportunistic",
            "smtp://me:secret@127.0.0.1",
            "smtp://127.0.0.1.example.org",
            "smtp://localhost.example.org:25",
            "https://mail.example.org",
            "smtps://",
            "mail.example.org",
        ] {
            assert!(is_sheltered(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn a_name_that_would_get_too_long_is_refused() {
        let settings = |bounces: &str| MailSettings {
            url: "smtp://127.0.0.1".to_owned(),
            from: "argonaut@example.org".to_owned(),
            bounces: Some(bounces.to_owned()),
            public_url: "https://help.example.org".to_owned(),
        };
        assert!(settings("bounces@example.org").check().is_ok());
        assert!(settings("mail-that-came-back@example.org").check().is_err());
        assert!(settings("bounces").check().is_err());
    }
}
