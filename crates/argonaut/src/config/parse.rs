//! From text to settings: one function per kind of value, and the complaint
//! about a value that cannot be used.

use std::net::SocketAddr;
use std::path::PathBuf;

use argonaut_app::limits::Limits;
use argonaut_privacy::gate::Thresholds;
use argonaut_privacy::vault::OrganisationKey;
use argonaut_store::Backend;
use argonaut_web::Proxies;
use argonaut_web::mails::{MailError, MailSettings};
use argonaut_web::security::Reach;
use figment::Figment;
use tracing_subscriber::EnvFilter;

use super::{ConfigError, KEYS, LogFormat, Settings};

/// The text of a setting.
pub(super) fn text(all: &Figment, key: &str) -> Result<String, ConfigError> {
    all.extract_inner(key)
        .map_err(|error| ConfigError::Layers(Box::new(error)))
}

/// Reads one setting; `read` answers what to do when it cannot.
fn get<T>(
    all: &Figment,
    key: &str,
    read: impl FnOnce(&str) -> Result<T, String>,
) -> Result<T, ConfigError> {
    let value = text(all, key)?;
    read(&value).map_err(|what_to_do| complaint(all, key, value, what_to_do))
}

fn complaint(all: &Figment, key: &str, value: String, what_to_do: String) -> ConfigError {
    let source_name = all
        .find_metadata(key)
        .map_or_else(String::new, |data| data.name.clone().into_owned());
    // In the environment the setting goes by another name.
    let name = match source_name.as_str() {
        "the environment" => KEYS
            .iter()
            .find(|one| one.name == key)
            .map_or(key, |one| one.variable)
            .to_owned(),
        "the flags" => format!("--{key}"),
        _other => key.to_owned(),
    };
    // An address of a database or a mail server can hold a password.
    let value = if matches!(key, "database" | "mail-url") {
        "…".to_owned()
    } else {
        value
    };
    ConfigError::BadValue {
        source_name,
        name,
        value,
        what_to_do,
    }
}

/// Every setting.
pub(super) fn settings(all: &Figment) -> Result<Settings, ConfigError> {
    let listen = get(all, "listen", address)?;
    let public_url = get(all, "public-url", |text| public_url(text, listen))?;
    let reach = get(all, "secure", |text| reach(text, listen, &public_url))?;
    let floor = Thresholds::FLOOR;
    let thresholds = Thresholds::at_least(
        get(all, "gate-k", |text| at_least(text, 100))?,
        get(all, "gate-min-area", |text| {
            at_least(text, floor.min_area())
        })?,
        get(all, "gate-min-helpers", |text| {
            at_least(text, floor.min_helpers())
        })?,
    );
    let mail = mail(all, &public_url)?;
    Ok(Settings {
        mail,
        push: get(all, "push", on_or_off)?,
        data_dir: get(all, "data-dir", folder)?,
        listen,
        database: get(all, "database", database)?,
        log: get(all, "log", filter)?,
        log_format: get(all, "log-format", log_format)?,
        reach,
        public_url,
        pepper_file: get(all, "pepper-file", |text| {
            Ok((!text.is_empty()).then(|| PathBuf::from(text)))
        })?,
        snapshot: get(all, "snapshot", |text| {
            Ok((!text.is_empty()).then(|| PathBuf::from(text)))
        })?,
        thresholds,
        recovery_wait_days: get(all, "recovery-wait-days", wait_days)?,
        recovery_key: get(all, "recovery-key", recovery_key)?,
        limits: get(all, "limits", |text| {
            Limits::parse(text).map_err(|error| error.to_string())
        })?,
        proxies: get(all, "trusted-proxies", |text| {
            Proxies::parse(text).map_err(|error| error.to_string())
        })?,
    })
}

/// Where mail goes and comes from: the server and the address together, or neither.
fn mail(all: &Figment, public_url: &str) -> Result<Option<MailSettings>, ConfigError> {
    let optional = |text: String| (!text.is_empty()).then_some(text);
    let Some(url) = optional(text(all, "mail-url")?) else {
        return Ok(None);
    };
    let settings = MailSettings {
        url,
        from: text(all, "mail-from")?,
        bounces: optional(text(all, "mail-bounces")?),
        public_url: public_url.to_owned(),
    };
    let (key, what_to_do) = match settings.check() {
        Ok(()) => return Ok(Some(settings)),
        Err(MailError::Url) => (
            "mail-url",
            "write smtps://user:password@host, or smtp://host:587?tls=required",
        ),
        Err(MailError::InTheOpen) => (
            "mail-url",
            "mail and passwords go to other machines under TLS only: write smtps://, or add \
             ?tls=required",
        ),
        Err(MailError::From) => (
            "mail-from",
            "write the address from which mail comes, for example argonaut@example.org \
             (mail-from, or ARGONAUT_MAIL_FROM)",
        ),
        Err(MailError::Bounces) => (
            "mail-bounces",
            "write an address whose name before the @ has at most 11 letters, for example \
             bounces@example.org; +MARK is added to it",
        ),
    };
    let value = text(all, key)?;
    Err(complaint(all, key, value, what_to_do.to_owned()))
}

fn on_or_off(text: &str) -> Result<bool, String> {
    match text {
        "on" => Ok(true),
        "off" => Ok(false),
        _other => Err("write on or off".to_owned()),
    }
}

fn wait_days(text: &str) -> Result<i64, String> {
    match text.parse::<i64>() {
        Ok(days) if (1..=30).contains(&days) => Ok(days),
        Ok(_) | Err(_) => Err(
            "write 1 to 30 days; the owner of an account needs time to stop a stranger".to_owned(),
        ),
    }
}

fn recovery_key(text: &str) -> Result<Option<OrganisationKey>, String> {
    if text.is_empty() {
        return Ok(None);
    }
    OrganisationKey::parse(text).map(Some).map_err(|_| {
        "copy the whole line that `argonaut admin recovery-key new` printed, or leave it out"
            .to_owned()
    })
}

fn folder(text: &str) -> Result<PathBuf, String> {
    if text.is_empty() {
        return Err("name a folder".to_owned());
    }
    Ok(PathBuf::from(text))
}

fn address(text: &str) -> Result<SocketAddr, String> {
    let plain = text.replacen("localhost:", "127.0.0.1:", 1);
    plain
        .parse()
        .map_err(|_| "write address and port, for example 127.0.0.1:8080 or [::]:8080".to_owned())
}

fn database(text: &str) -> Result<Option<Backend>, String> {
    if text.is_empty() {
        return Ok(None);
    }
    Backend::parse(text).map(Some).ok_or_else(|| {
        "write postgres://user:password@host/name or sqlite:FILE, or leave it out for SQLite in \
         the data folder"
            .to_owned()
    })
}

fn filter(text: &str) -> Result<String, String> {
    EnvFilter::try_new(text)
        .map(|_| text.to_owned())
        .map_err(|error| format!("{error}; write for example info, or argonaut_app=debug,info"))
}

fn log_format(text: &str) -> Result<LogFormat, String> {
    match text {
        "text" => Ok(LogFormat::Text),
        "json" => Ok(LogFormat::Json),
        _other => Err("write text or json".to_owned()),
    }
}

fn public_url(text: &str, listen: SocketAddr) -> Result<String, String> {
    if text.is_empty() {
        return Ok(format!("http://{listen}"));
    }
    let bare = text.trim_end_matches('/');
    let host = bare
        .strip_prefix("https://")
        .or_else(|| bare.strip_prefix("http://"));
    match host {
        Some(host) if !host.is_empty() && !host.contains(['/', '?', '#', ' ']) => {
            Ok(bare.to_owned())
        }
        Some(_) | None => {
            Err("write the address people type, for example https://help.example.org".to_owned())
        }
    }
}

fn reach(text: &str, listen: SocketAddr, public_url: &str) -> Result<Reach, String> {
    let local = listen.ip().is_loopback();
    match text {
        "true" => Ok(Reach::Https),
        "false" if local && !public_url.starts_with("https://") => Ok(Reach::Loopback),
        "false" => Err(
            "cookies go over plain HTTP on this machine only: listen on 127.0.0.1, or put a \
             proxy with TLS in front and write true"
                .to_owned(),
        ),
        "auto" if local && !public_url.starts_with("https://") => Ok(Reach::Loopback),
        "auto" => Ok(Reach::Https),
        _other => Err("write true, false or auto".to_owned()),
    }
}

fn at_least<T>(text: &str, floor: T) -> Result<T, String>
where
    T: std::str::FromStr + PartialOrd + std::fmt::Display,
{
    match text.parse::<T>() {
        Ok(number) if number >= floor => Ok(number),
        Ok(_) => Err(format!(
            "the gate's floor is {floor}; write that or more, or leave it out"
        )),
        Err(_) => Err(format!("write a whole number from {floor} on")),
    }
}
