//! What administrators set for the whole instance, by name.

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::db::row::to_json;
use crate::db::{Read, Write, values};
use crate::error::StoreError;

impl Read {
    /// A setting; `None` when it was never set.
    ///
    /// # Errors
    /// When the database does not answer, or holds something else under this name.
    pub async fn setting<T: DeserializeOwned>(
        &mut self,
        name: &'static str,
    ) -> Result<Option<T>, StoreError> {
        match self
            .row("SELECT value FROM settings WHERE name = $1", values![name])
            .await?
        {
            Some(row) => row.json("value").map(Some),
            None => Ok(None),
        }
    }
}

impl Write {
    /// Sets a setting unless it is set already; of several nodes that try, one does. Returns
    /// what holds from now on.
    ///
    /// # Errors
    /// When the database does not answer, or holds something else under this name.
    pub async fn settle_setting<T: Serialize + DeserializeOwned>(
        &mut self,
        name: &'static str,
        value: T,
    ) -> Result<T, StoreError> {
        self.run(
            "INSERT INTO settings (name, value) VALUES ($1, $2) ON CONFLICT (name) DO NOTHING",
            values![name, to_json(&value)?],
        )
        .await?;
        Ok(self.setting(name).await?.unwrap_or(value))
    }

    /// Sets a setting.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn set_setting(
        &mut self,
        name: &'static str,
        value: &impl Serialize,
    ) -> Result<(), StoreError> {
        self.swap(
            "INSERT INTO settings (name, value) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
            values![name, to_json(value)?],
        )
        .await
    }
}
