//! `argonaut admin`: how people become helpers here, invitations, and the organisation's
//! recovery key, from the command line. Whoever can run this owns the data folder anyway; no
//! command here opens a record.

use std::fs::OpenOptions;
use std::io::Write as _;
use std::path::Path;

use argonaut_app::accounts::organisation::{self, OrganisationError};
use argonaut_app::accounts::registration::{self, Registration};
use argonaut_app::accounts::{invite, reset};
use argonaut_app::{App, Trouble};
use argonaut_privacy::vault::OrganisationKeys;
use thiserror::Error;

use crate::cli::{AdminCommand, RecoveryKeyCommand};
use crate::config::Settings;
use crate::logs;
use crate::screen::say;
use crate::start::{self, StartError};

/// Why the command failed.
#[derive(Debug, Error)]
pub(crate) enum AdminError {
    /// The application does not start.
    #[error(transparent)]
    Start(#[from] StartError),
    /// There is no such way of registration.
    #[error("there is no way of registration \"{0}\"; write closed, invitation, approval or open")]
    NoSuchWay(String),
    /// The key file cannot be read or written.
    #[error("{path}: cannot be used as a key file; a new one must not exist yet")]
    KeyFile {
        path: String,
        source: std::io::Error,
    },
    /// The key file holds no private recovery key.
    #[error("{0}: this is not the private half of a recovery key")]
    NotAKey(String),
    /// The link could not be made.
    #[error(transparent)]
    Organisation(#[from] OrganisationError),
    /// Storage failed.
    #[error(transparent)]
    Trouble(#[from] Trouble),
}

/// Does what was asked.
pub(crate) async fn run(settings: &Settings, command: AdminCommand) -> Result<(), AdminError> {
    // A key pair is made without the data folder, on any machine.
    if let AdminCommand::RecoveryKey {
        command: RecoveryKeyCommand::New { out },
    } = &command
    {
        return new_key(out);
    }
    logs::start(settings);
    let app = start::app(settings).await?;
    let done = match command {
        AdminCommand::Registration { mode: None } => registration::current(&app)
            .await
            .map(|way| say(&format!("registration: {}", way.code())))
            .map_err(AdminError::from),
        AdminCommand::Registration { mode: Some(mode) } => match mode.parse::<Registration>() {
            Ok(way) => registration::set_from_console(&app, way)
                .await
                .map(|()| say(&format!("registration is now: {}", way.code())))
                .map_err(AdminError::from),
            Err(_) => Err(AdminError::NoSuchWay(mode)),
        },
        AdminCommand::Invite => invite::make_from_console(&app)
            .await
            .map(|link| {
                say("One person can sign up with this link, within two weeks:");
                say(&format!("  {}/join/{}", settings.public_url, link.token));
            })
            .map_err(AdminError::from),
        AdminCommand::RecoveryKey { .. } => Ok(()),
        AdminCommand::Recover { handle, key } => recover(&app, settings, &handle, &key).await,
    };
    app.close().await;
    done
}

/// Makes a recovery key: the private half into a file for its owner alone, never shown.
fn new_key(path: &Path) -> Result<(), AdminError> {
    let keys = OrganisationKeys::generate(&mut start::machine_rng()?);
    let trouble = |source| AdminError::KeyFile {
        path: path.display().to_string(),
        source,
    };
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(path).map_err(trouble)?;
    file.write_all(
        b"# Private half of an Argonaut recovery key. Keep it away from the server and its backups.\n",
    )
    .and_then(|()| file.write_all(keys.reveal().as_bytes()))
    .and_then(|()| file.write_all(b"\n"))
    .and_then(|()| file.sync_all())
    .map_err(trouble)?;
    say(&format!("The private half is in {}.", path.display()));
    say("Move it off this machine now: on paper or a stick, in a safe, with two people's access.");
    say("Whoever has it and this instance's data can open the records of every helper who agrees.");
    say("Put the public half into argonaut.toml; helpers are then asked, and may say no:");
    say(&format!("  recovery-key = \"{}\"", keys.public()));
    Ok(())
}

async fn recover(
    app: &App,
    settings: &Settings,
    handle: &str,
    path: &Path,
) -> Result<(), AdminError> {
    let text = std::fs::read_to_string(path).map_err(|source| AdminError::KeyFile {
        path: path.display().to_string(),
        source,
    })?;
    let keys = OrganisationKeys::parse(&text)
        .map_err(|_| AdminError::NotAKey(path.display().to_string()))?;
    let token = organisation::make_link(app, handle, &keys).await?;
    say(&format!(
        "{handle} can set a new password with this link, once, within {} days:",
        reset::LINK_DAYS
    ));
    say(&format!(
        "  {}/reset/{}",
        settings.public_url,
        *token.reveal()
    ));
    say("Give it to them in person. They see in their notifications that it was made.");
    Ok(())
}
