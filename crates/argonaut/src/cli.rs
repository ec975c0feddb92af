//! The commands and their flags. Each flag that is also a setting stays an
//! option here: what was not typed is left to the environment and the file.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

use crate::config::{self, ConfigError, Settings};

/// A social network for people who help others.
#[derive(Parser)]
#[command(name = "argonaut", version, about, arg_required_else_help = true)]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// What to do.
#[derive(Subcommand)]
pub(crate) enum Command {
    /// Serve the site.
    Serve(SettingFlags),
    /// Serve an invented neighbourhood, to look around in.
    Demo(DemoArgs),
    /// Look after this instance.
    Admin(AdminArgs),
    /// Bring data in from files.
    Import(ImportArgs),
    /// What the mail server hands to this instance.
    Mail(MailArgs),
}

/// Flags that are settings: they win over the environment and the file.
#[derive(Args, Clone, Debug, Default)]
pub(crate) struct SettingFlags {
    /// Read this file instead of argonaut.toml in the data folder.
    #[arg(long, global = true, value_name = "FILE", env = "ARGONAUT_CONFIG")]
    pub(crate) config: Option<PathBuf>,
    /// The folder for the database and the pepper [default: argonaut-data].
    #[arg(long, global = true, value_name = "DIR")]
    pub(crate) data_dir: Option<String>,
    /// The address to listen on [default: 127.0.0.1:8080].
    #[arg(long, global = true, value_name = "ADDRESS")]
    pub(crate) listen: Option<String>,
    /// The database, postgres://… or sqlite:FILE [default: SQLite in the data folder].
    #[arg(long, global = true, value_name = "URL")]
    pub(crate) database: Option<String>,
    /// What to log, for example info or argonaut_app=debug,info [default: info].
    #[arg(long, global = true, value_name = "FILTER")]
    pub(crate) log: Option<String>,
    /// How to log, text or json [default: text].
    #[arg(long, global = true, value_name = "FORMAT")]
    pub(crate) log_format: Option<String>,
    /// Whether people reach the site over HTTPS, true, false or auto [default: auto].
    #[arg(long, global = true, value_name = "ANSWER")]
    pub(crate) secure: Option<String>,
    /// The address people type, for links [default: http:// and the listen address].
    #[arg(long, global = true, value_name = "URL")]
    pub(crate) public_url: Option<String>,
    /// The file with the pepper [default: pepper in the data folder].
    #[arg(long, global = true, value_name = "FILE")]
    pub(crate) pepper_file: Option<String>,
    /// A file that keeps the cards on show between two starts, for very many [default: none].
    #[arg(long, global = true, value_name = "FILE")]
    pub(crate) snapshot: Option<String>,
}

impl SettingFlags {
    /// The settings from these flags, the environment, the file, the defaults.
    /// `folder` is the data folder unless another is named.
    pub(crate) fn settings(&self, folder: &str) -> Result<Settings, ConfigError> {
        config::read(self, &config::environment(), folder)
    }
}

/// Flags of `demo`.
#[derive(Args)]
pub(crate) struct DemoArgs {
    #[command(flatten)]
    pub(crate) settings: SettingFlags,
    /// How many times 300 clients and 200 cards, 1 to 500.
    #[arg(long, value_name = "N", default_value_t = 1)]
    pub(crate) scale: u32,
    /// The seed: the same one makes the same neighbourhood.
    #[arg(long, value_name = "S", default_value_t = 1)]
    pub(crate) seed: u64,
    /// Delete the demo's old database first. Never touches one with other accounts.
    #[arg(long)]
    pub(crate) fresh: bool,
}

/// Flags of `admin`.
#[derive(Args)]
pub(crate) struct AdminArgs {
    #[command(flatten)]
    pub(crate) settings: SettingFlags,
    #[command(subcommand)]
    pub(crate) command: AdminCommand,
}

/// What to look after.
#[derive(Subcommand, Clone, Debug)]
pub(crate) enum AdminCommand {
    /// Show how people become helpers here, or set it.
    Registration {
        /// closed, invitation, approval or open; leave out to see which is in force.
        mode: Option<String>,
    },
    /// Make a link with which one person can sign up.
    Invite,
    /// An organisation's recovery key, for helpers who choose it.
    RecoveryKey {
        #[command(subcommand)]
        command: RecoveryKeyCommand,
    },
    /// Make a one-time link for a helper who gave the organisation a copy of their key.
    Recover {
        /// The helper.
        #[arg(long)]
        handle: String,
        /// The file with the private half of the recovery key.
        #[arg(long, value_name = "FILE")]
        key: PathBuf,
    },
}

/// What to do with a recovery key.
#[derive(Subcommand, Clone, Debug)]
pub(crate) enum RecoveryKeyCommand {
    /// Make a new pair: the private half goes into a file, the public half is printed.
    New {
        /// The file for the private half; it must not exist yet.
        #[arg(long, value_name = "FILE")]
        out: PathBuf,
    },
}

/// Flags of `mail`.
#[derive(Args)]
pub(crate) struct MailArgs {
    #[command(flatten)]
    pub(crate) settings: SettingFlags,
    #[command(subcommand)]
    pub(crate) command: MailCommand,
}

/// What the mail server hands over.
#[derive(Subcommand, Clone, Debug)]
pub(crate) enum MailCommand {
    /// Read a mail that came back from the standard input, and stop mail to an address that
    /// takes none. For a pipe of the mail server; ends with 75 when it is to be tried again.
    Bounce {
        /// The address to which it came, where the mail server tells.
        #[arg(long, value_name = "ADDRESS")]
        recipient: Option<String>,
    },
}

/// Flags of `import`.
#[derive(Args)]
pub(crate) struct ImportArgs {
    #[command(flatten)]
    pub(crate) settings: SettingFlags,
    #[command(subcommand)]
    pub(crate) command: ImportCommand,
}

/// What to bring in.
#[derive(Subcommand, Clone, Debug)]
pub(crate) enum ImportCommand {
    /// Services of a directory: a folder of HSDS 3.0 or Ohana CSV files.
    Services {
        /// The folder.
        dir: PathBuf,
    },
    /// A census table by which the gate counts people: a CSV file with the columns
    /// place, age, gender, language and count. It takes the place of one before.
    Population {
        /// The file.
        file: PathBuf,
    },
    /// Clients of one helper: a CSV file. Asks for the helper's password, on the
    /// terminal or as the first line of the standard input.
    Clients {
        /// The file.
        file: PathBuf,
        /// The helper whose clients they become.
        #[arg(long)]
        handle: String,
        /// Imports; without it the command only shows what it would do.
        #[arg(long)]
        yes: bool,
        /// Leaves out those who are there already.
        #[arg(long)]
        skip_duplicates: bool,
    },
}
