//! Who asks to register, with what they answered, until they are let in.

use argonaut_domain::access::{Granted, Instance};
use argonaut_domain::clock::Timestamp;
use argonaut_domain::ids::HelperId;

use crate::db::row::to_json;
use crate::db::{Read, Write, values};
use crate::error::StoreError;

/// What somebody who asks to register answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Application {
    /// Who.
    pub helper: HelperId,
    /// Each question, as it was asked, with the answer.
    pub answers: Vec<(String, String)>,
    /// Why they were declined, if they were.
    pub declined: Option<String>,
}

impl Read {
    /// Everybody's who still waits, or was declined.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn applications(
        &mut self,
        _granted: &Granted<Instance>,
    ) -> Result<Vec<Application>, StoreError> {
        self.rows("SELECT * FROM applications ORDER BY helper_id", values![])
            .await?
            .iter()
            .map(|row| {
                Ok(Application {
                    helper: row.id("helper_id", HelperId::from_uuid)?,
                    answers: row.json("answers")?,
                    declined: row.get("declined")?,
                })
            })
            .collect()
    }

    /// Why somebody was declined, if they were.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn declined(&mut self, helper: HelperId) -> Result<Option<String>, StoreError> {
        let row = self
            .row(
                "SELECT declined FROM applications WHERE helper_id = $1",
                values![helper],
            )
            .await?;
        Ok(match row {
            Some(row) => row.get("declined")?,
            None => None,
        })
    }
}

impl Write {
    /// Keeps what somebody answered.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn keep_answers(
        &mut self,
        helper: HelperId,
        answers: &[(String, String)],
    ) -> Result<(), StoreError> {
        self.swap(
            "INSERT INTO applications (helper_id, answers) VALUES ($1, $2)",
            values![helper, to_json(&answers)?],
        )
        .await
    }

    /// Declines somebody who waits.
    ///
    /// # Errors
    /// [`StoreError::Stale`] when they do not wait, or were declined already.
    pub async fn decline_application(
        &mut self,
        _granted: &Granted<Instance>,
        helper: HelperId,
        reason: &str,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        self.swap(
            "UPDATE applications SET declined = $2, declined_at = $3 WHERE helper_id = $1
               AND declined IS NULL AND helper_id IN (SELECT id FROM helpers WHERE standing = 'pending')",
            values![helper, reason, now],
        )
        .await
    }

    /// Forgets what somebody answered: they are let in.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn forget_application(&mut self, helper: HelperId) -> Result<(), StoreError> {
        self.run(
            "DELETE FROM applications WHERE helper_id = $1",
            values![helper],
        )
        .await?;
        Ok(())
    }
}
