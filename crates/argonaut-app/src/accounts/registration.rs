//! How one becomes a helper here: the way of registration, set by administrators.

use argonaut_domain::access::{Granted, Instance};
use argonaut_domain::audit::Deed;
use argonaut_domain::word::UnknownWord;
use serde::{Deserialize, Serialize};

use crate::app::App;
use crate::error::Trouble;

/// The ways of registration.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Registration {
    /// Nobody can sign up.
    Closed,
    /// With an invitation only.
    #[default]
    Invitation,
    /// Anybody can ask; an administrator approves.
    Approval,
    /// Anybody can sign up.
    Open,
}

impl Registration {
    /// Every way, from the strictest on.
    pub const ALL: [Self; 4] = [Self::Closed, Self::Invitation, Self::Approval, Self::Open];

    /// The code, as stored and sent in forms.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Closed => "closed",
            Self::Invitation => "invitation",
            Self::Approval => "approval",
            Self::Open => "open",
        }
    }
}

impl std::str::FromStr for Registration {
    type Err = UnknownWord;
    fn from_str(code: &str) -> Result<Self, UnknownWord> {
        Self::ALL
            .into_iter()
            .find(|way| way.code() == code)
            .ok_or_else(|| UnknownWord(code.to_owned()))
    }
}

const SETTING: &str = "registration";

/// The way that is in force; by invitation until somebody sets another.
///
/// # Errors
/// When storage fails.
pub async fn current(app: &App) -> Result<Registration, Trouble> {
    Ok(app
        .store
        .read()
        .await?
        .setting(SETTING)
        .await?
        .unwrap_or_default())
}

const QUESTIONS: &str = "registration_questions";
/// So many questions can be asked.
pub const MOST_QUESTIONS: usize = 5;
/// The longest question, in characters.
pub const LONGEST_QUESTION: usize = 200;
/// The longest answer, in characters.
pub const LONGEST_ANSWER: usize = 1_000;

/// What newcomers who need approval are asked.
///
/// # Errors
/// When storage fails.
pub async fn questions(app: &App) -> Result<Vec<String>, Trouble> {
    let kept = app.store.read().await?.setting(QUESTIONS).await?;
    Ok(kept.unwrap_or_default())
}

/// Sets what they are asked: one question a line; what is more or longer than allowed is cut.
///
/// # Errors
/// When storage fails.
pub async fn ask(app: &App, admin: &Granted<Instance>, lines: &str) -> Result<(), Trouble> {
    let questions: Vec<String> = lines
        .lines()
        .map(|line| line.trim().chars().take(LONGEST_QUESTION).collect())
        .filter(|line: &String| !line.is_empty())
        .take(MOST_QUESTIONS)
        .collect();
    let mut write = app.store.write().await?;
    write.set_setting(QUESTIONS, &questions).await?;
    let entry = app.entry(
        Some(admin.actor()),
        Deed::RegistrationChanged,
        admin.actor().uuid(),
    );
    Ok(write.commit(&[entry]).await?)
}

/// Sets the way of registration.
///
/// # Errors
/// When storage fails.
pub async fn set(app: &App, admin: &Granted<Instance>, way: Registration) -> Result<(), Trouble> {
    let mut write = app.store.write().await?;
    write.set_setting(SETTING, &way).await?;
    let entry = app.entry(
        Some(admin.actor()),
        Deed::RegistrationChanged,
        admin.actor().uuid(),
    );
    Ok(write.commit(&[entry]).await?)
}

/// Sets the way of registration from the command line or the demo.
///
/// # Errors
/// When storage fails.
pub async fn set_from_console(app: &App, way: Registration) -> Result<(), Trouble> {
    let mut write = app.store.write().await?;
    write.set_setting(SETTING, &way).await?;
    let entry = app.entry(None, Deed::RegistrationChanged, uuid::Uuid::nil());
    Ok(write.commit(&[entry]).await?)
}
