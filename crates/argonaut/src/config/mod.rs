//! The settings: flags over the environment over the file over the defaults.
//! Every key is known by name; an unknown one is an error with a hint, and a
//! bad value says where it was read and what to do.

mod layer;
mod parse;
#[cfg(test)]
mod tests;

use std::net::SocketAddr;
use std::path::PathBuf;

use argonaut_app::limits::Limits;
use argonaut_privacy::gate::Thresholds;
use argonaut_privacy::vault::OrganisationKey;
use argonaut_store::Backend;
use argonaut_web::Proxies;
use argonaut_web::mails::MailSettings;
use argonaut_web::security::Reach;
use figment::Figment;
use thiserror::Error;

use crate::cli::SettingFlags;
use layer::Layer;

/// The settings of one run.
#[derive(Clone, Debug)]
pub(crate) struct Settings {
    /// The folder for the database and the pepper.
    pub(crate) data_dir: PathBuf,
    /// Where to listen.
    pub(crate) listen: SocketAddr,
    /// The database; `None` for the one in the data folder.
    pub(crate) database: Option<Backend>,
    /// What to log.
    pub(crate) log: String,
    /// How to log.
    pub(crate) log_format: LogFormat,
    /// How people reach the site.
    pub(crate) reach: Reach,
    /// The address people type, without a slash at the end.
    pub(crate) public_url: String,
    /// The file with the pepper; `None` for the one in the data folder.
    pub(crate) pepper_file: Option<PathBuf>,
    /// The file that keeps the cards on show between two starts, if any.
    pub(crate) snapshot: Option<PathBuf>,
    /// The gate's thresholds.
    pub(crate) thresholds: Thresholds,
    /// Days between asking trusted contacts for help and a new password.
    pub(crate) recovery_wait_days: i64,
    /// The public half of the organisation's recovery key, if there is one.
    pub(crate) recovery_key: Option<OrganisationKey>,
    /// How often things may be done.
    pub(crate) limits: Limits,
    /// The proxies that are believed.
    pub(crate) proxies: Proxies,
    /// Where mail goes and comes from; `None` sends none.
    pub(crate) mail: Option<MailSettings>,
    /// Whether people may be told on their devices.
    pub(crate) push: bool,
}

/// How to log.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum LogFormat {
    /// Lines for people.
    Text,
    /// Lines for programs.
    Json,
}

/// A setting: its key in the file, its name in the environment, its default.
pub(crate) struct Key {
    pub(crate) name: &'static str,
    pub(crate) variable: &'static str,
    pub(crate) default: &'static str,
}

const fn key(name: &'static str, variable: &'static str, default: &'static str) -> Key {
    Key {
        name,
        variable,
        default,
    }
}

/// The data folder unless another is named.
pub(crate) const FOLDER: &str = "argonaut-data";

/// Every setting there is. An empty default stands for "worked out from others".
pub(crate) const KEYS: [Key; 20] = [
    key("data-dir", "ARGONAUT_DATA_DIR", FOLDER),
    key("listen", "ARGONAUT_LISTEN", "127.0.0.1:8080"),
    key("database", "DATABASE_URL", ""),
    key("log", "ARGONAUT_LOG", "info"),
    key("log-format", "ARGONAUT_LOG_FORMAT", "text"),
    key("secure", "ARGONAUT_SECURE", "auto"),
    key("public-url", "ARGONAUT_PUBLIC_URL", ""),
    key("pepper-file", "ARGONAUT_PEPPER_FILE", ""),
    key("snapshot", "ARGONAUT_SNAPSHOT", ""),
    key("gate-k", "ARGONAUT_GATE_K", "100"),
    key("gate-min-area", "ARGONAUT_GATE_MIN_AREA", "20000"),
    key("gate-min-helpers", "ARGONAUT_GATE_MIN_HELPERS", "10"),
    key("recovery-wait-days", "ARGONAUT_RECOVERY_WAIT_DAYS", "3"),
    key("recovery-key", "ARGONAUT_RECOVERY_KEY", ""),
    key("limits", "ARGONAUT_LIMITS", ""),
    key("trusted-proxies", "ARGONAUT_TRUSTED_PROXIES", ""),
    key("mail-url", "ARGONAUT_MAIL_URL", ""),
    key("mail-from", "ARGONAUT_MAIL_FROM", ""),
    key("mail-bounces", "ARGONAUT_MAIL_BOUNCES", ""),
    key("push", "ARGONAUT_PUSH", "on"),
];

/// Why the settings cannot be used.
#[derive(Debug, Error)]
pub(crate) enum ConfigError {
    /// A key of the file is not a setting.
    #[error("{source_name}: there is no setting `{key}`{hint}")]
    UnknownKey {
        source_name: String,
        key: String,
        hint: String,
    },
    /// A variable is not a setting.
    #[error("the environment: there is no variable `{name}`{hint}")]
    UnknownVariable { name: String, hint: String },
    /// A value cannot be used.
    #[error("{source_name}: {name} is \"{value}\": {what_to_do}")]
    BadValue {
        source_name: String,
        name: String,
        value: String,
        what_to_do: String,
    },
    /// The data folder cannot be named inside the file that lies in it.
    #[error(
        "{0}: `data-dir` cannot stand in the file of the data folder itself; use --data-dir, \
         ARGONAUT_DATA_DIR, or name the file with --config"
    )]
    DataDirInItself(String),
    /// The file cannot be read.
    #[error("{path}: cannot be read; check that it exists and that you may read it")]
    Unreadable {
        path: String,
        source: std::io::Error,
    },
    /// The file is not TOML.
    #[error("{path}: not a TOML file; write lines like listen = \"127.0.0.1:8080\"")]
    NotToml {
        path: String,
        source: Box<toml::de::Error>,
    },
    /// A layer could not be read; a bug.
    #[error("settings")]
    Layers(#[source] Box<figment::Error>),
}

/// The environment's variables that are text.
pub(crate) fn environment() -> Vec<(String, String)> {
    std::env::vars_os()
        .filter_map(|(name, value)| Some((name.into_string().ok()?, value.into_string().ok()?)))
        .collect()
}

/// Reads the settings from every layer; `folder` is the data folder unless one is named.
pub(crate) fn read(
    flags: &SettingFlags,
    environment: &[(String, String)],
    folder: &str,
) -> Result<Settings, ConfigError> {
    let above = Figment::from(Layer::defaults(folder))
        .merge(Layer::environment(environment)?)
        .merge(Layer::flags(flags));
    let file = match &flags.config {
        Some(path) => Layer::file(path)?,
        None => {
            let data_dir = parse::text(&above, "data-dir")?;
            Layer::file_of_data_dir(&PathBuf::from(data_dir).join("argonaut.toml"))?
        }
    };
    let all = Figment::from(Layer::defaults(folder))
        .merge(file)
        .merge(Layer::environment(environment)?)
        .merge(Layer::flags(flags));
    parse::settings(&all)
}
