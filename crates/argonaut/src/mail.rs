//! `argonaut mail`: what the mail server hands to this instance. What comes in is read and
//! thrown away; nothing of it is kept or printed.

use std::io::Read as _;

use argonaut_app::Trouble;
use argonaut_app::told::address;
use argonaut_web::mails::{Reading, read_bounce};
use thiserror::Error;

use crate::cli::MailCommand;
use crate::config::Settings;
use crate::logs;
use crate::screen::say;
use crate::start::{self, StartError};

/// The largest mail that is read, in bytes: a report is some thousand.
const LARGEST: u64 = 1024 * 1024;

/// Why the command failed.
#[derive(Debug, Error)]
pub(crate) enum MailFailure {
    /// The application does not start.
    #[error(transparent)]
    Start(#[from] StartError),
    /// The mail cannot be read.
    #[error("the standard input cannot be read")]
    Unreadable(#[source] std::io::Error),
    /// It cannot be written down.
    #[error("it cannot be written down")]
    Trouble(#[from] Trouble),
}

/// Does what was asked.
pub(crate) async fn run(settings: &Settings, command: MailCommand) -> Result<(), MailFailure> {
    logs::start(settings);
    match command {
        MailCommand::Bounce { recipient } => bounce(settings, recipient.as_deref()).await,
    }
}

async fn bounce(settings: &Settings, recipient: Option<&str>) -> Result<(), MailFailure> {
    let mut mail = Vec::new();
    std::io::stdin()
        .lock()
        .take(LARGEST)
        .read_to_end(&mut mail)
        .map_err(MailFailure::Unreadable)?;
    let said = match read_bounce(&mail, recipient) {
        Reading::Other => "no report on a mail of this instance: nothing to do",
        Reading::NotFinal => "a mail is late: nothing to do yet",
        Reading::Failed(bounce) => {
            let app = start::app(settings).await?;
            let news = address::bounced(&app, &bounce.mark).await?;
            app.close().await;
            match news {
                None => "an address that is not there any more: nothing to do",
                Some(false) => "an address that gets no mail already: nothing to do",
                Some(true) => {
                    "an address takes no mail: none is sent there until it is confirmed again"
                }
            }
        }
    };
    say(said);
    Ok(())
}
