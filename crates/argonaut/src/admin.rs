//! `argonaut admin`: how people become helpers here, and invitations from the
//! command line. Whoever can run this owns the data folder anyway.

use argonaut_app::Trouble;
use argonaut_app::accounts::invite;
use argonaut_app::accounts::registration::{self, Registration};
use thiserror::Error;

use crate::cli::AdminCommand;
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
    /// Storage failed.
    #[error(transparent)]
    Trouble(#[from] Trouble),
}

/// Does what was asked.
pub(crate) async fn run(settings: &Settings, command: AdminCommand) -> Result<(), AdminError> {
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
    };
    app.close().await;
    done
}
