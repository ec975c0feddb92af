//! Where settings come from, as layers for figment: each knows its own name,
//! so that a complaint can say where a value was read.

use std::io::ErrorKind;
use std::path::Path;

use figment::value::{Dict, Map, Value};
use figment::{Error, Metadata, Profile, Provider};

use super::{ConfigError, KEYS};
use crate::cli::SettingFlags;

/// One source of settings. Values are kept as text and read in one place.
pub(super) struct Layer {
    name: String,
    values: Dict,
}

impl Provider for Layer {
    fn metadata(&self) -> Metadata {
        Metadata::named(self.name.clone())
    }
    fn data(&self) -> Result<Map<Profile, Dict>, Error> {
        Ok(Profile::Default.collect(self.values.clone()))
    }
}

/// Variables of our prefix that are no settings: the flag `--config`, and what
/// the tests of this project use.
const NO_SETTINGS: [&str; 5] = [
    "ARGONAUT_CONFIG",
    "ARGONAUT_CHROMIUM",
    "ARGONAUT_SEEDS",
    "ARGONAUT_TEST_POSTGRES",
    "ARGONAUT_TEST_PYTHON",
];

impl Layer {
    fn of<'a>(name: &str, values: impl IntoIterator<Item = (&'a str, String)>) -> Self {
        Self {
            name: name.to_owned(),
            values: values
                .into_iter()
                .map(|(key, value)| (key.to_owned(), Value::from(value)))
                .collect(),
        }
    }

    pub(super) fn defaults(folder: &str) -> Self {
        let values = KEYS.iter().map(|key| match key.name {
            "data-dir" => (key.name, folder.to_owned()),
            name => (name, key.default.to_owned()),
        });
        Self::of("the defaults", values)
    }

    pub(super) fn flags(flags: &SettingFlags) -> Self {
        let typed = [
            ("data-dir", &flags.data_dir),
            ("listen", &flags.listen),
            ("database", &flags.database),
            ("log", &flags.log),
            ("log-format", &flags.log_format),
            ("secure", &flags.secure),
            ("public-url", &flags.public_url),
            ("pepper-file", &flags.pepper_file),
            ("snapshot", &flags.snapshot),
        ];
        Self::of(
            "the flags",
            typed
                .into_iter()
                .filter_map(|(key, value)| Some((key, value.clone()?))),
        )
    }

    /// The variables of the environment; an empty one counts as not set.
    pub(super) fn environment(variables: &[(String, String)]) -> Result<Self, ConfigError> {
        let mut values = Vec::new();
        for (name, value) in variables {
            match KEYS.iter().find(|key| key.variable == name) {
                Some(_) if value.is_empty() => {}
                Some(key) => values.push((key.name, value.clone())),
                None if name.starts_with("ARGONAUT_") && !NO_SETTINGS.contains(&name.as_str()) => {
                    return Err(ConfigError::UnknownVariable {
                        name: name.clone(),
                        hint: hint(name, KEYS.iter().map(|key| key.variable)),
                    });
                }
                None => {}
            }
        }
        Ok(Self::of("the environment", values))
    }

    /// The file that was named.
    pub(super) fn file(path: &Path) -> Result<Self, ConfigError> {
        let shown = path.display().to_string();
        let text = std::fs::read_to_string(path).map_err(|source| ConfigError::Unreadable {
            path: shown.clone(),
            source,
        })?;
        let table: toml::Table = text.parse().map_err(|source| ConfigError::NotToml {
            path: shown.clone(),
            source: Box::new(source),
        })?;
        let mut values = Vec::new();
        for (name, value) in table {
            let Some(key) = KEYS.iter().find(|key| key.name == name) else {
                return Err(ConfigError::UnknownKey {
                    source_name: shown,
                    hint: hint(&name, KEYS.iter().map(|key| key.name)),
                    key: name,
                });
            };
            let text = value
                .as_str()
                .map_or_else(|| value.to_string(), str::to_owned);
            values.push((key.name, text));
        }
        Ok(Self::of(&shown, values))
    }

    /// The file in the data folder, which need not be there.
    pub(super) fn file_of_data_dir(path: &Path) -> Result<Self, ConfigError> {
        match Self::file(path) {
            Ok(file) if file.values.contains_key("data-dir") => {
                Err(ConfigError::DataDirInItself(path.display().to_string()))
            }
            Err(ConfigError::Unreadable { source, .. })
                if matches!(
                    source.kind(),
                    ErrorKind::NotFound | ErrorKind::NotADirectory
                ) =>
            {
                Ok(Self::of("no file", []))
            }
            other => other,
        }
    }
}

/// What may have been meant: the nearest name, when one is near.
fn hint<'a>(typed: &str, known: impl Iterator<Item = &'a str> + Clone) -> String {
    let lower = typed.to_lowercase().replace('_', "-");
    let near = known
        .clone()
        .map(|name| {
            let plain = name.to_lowercase().replace('_', "-");
            (strsim::normalized_damerau_levenshtein(&lower, &plain), name)
        })
        .max_by(|left, right| left.0.total_cmp(&right.0));
    match near {
        Some((likeness, name)) if likeness > 0.6 => format!("; did you mean `{name}`?"),
        Some(_) | None => {
            let names: Vec<&str> = known.collect();
            format!("; known are: {}", names.join(", "))
        }
    }
}
