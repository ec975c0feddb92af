//! The herald: claims who is to be told on their devices, words it, hands it to the push
//! services, and writes down how that went. Several nodes may run one at once; each helper is
//! claimed by one.

use std::sync::Arc;
use std::time::Duration;

use argonaut_app::told::push::{self, Parcel, Reached, Word};
use argonaut_app::{App, Trouble};
use axum::http::StatusCode;
use bytes::Bytes;
use futures_util::StreamExt as _;
use futures_util::stream;
use http_body_util::Full;
use serde::Serialize;
use uuid::Uuid;

use super::road::{Road, Wire};
use crate::i18n::{Tr, t};

/// So many helpers are claimed together.
const AT_ONCE: i64 = 32;
/// So many messages are handed over side by side.
const SIDE_BY_SIDE: usize = 8;
/// A push service has so long to answer: a helper's devices, ten at most, are done long
/// before their claim ends.
const PATIENCE: Duration = Duration::from_secs(20);

/// What one round did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Pushed {
    /// Messages that push services took.
    pub over: usize,
    /// Messages that are tried again later, unless another device took the word.
    pub later: usize,
    /// Devices that take none any more.
    pub gone: usize,
}

/// The herald of one node.
pub struct Herald {
    app: Arc<App>,
    wire: Wire,
    contact: String,
    host: String,
}

/// What the worker in the browser shows.
#[derive(Serialize)]
struct Shown<'a> {
    title: &'a str,
    body: &'a str,
    lang: &'a str,
    dir: &'a str,
}

impl Herald {
    /// A herald for this application. `contact` is where push services may complain: an
    /// address that begins with `https:` or `mailto:`. `site` is the address people type.
    ///
    /// # Errors
    /// When this build's TLS cannot be used.
    pub fn new(
        app: Arc<App>,
        road: &Road,
        contact: &str,
        site: &str,
    ) -> Result<Self, rustls::Error> {
        let host = site.split_once("://").map_or(site, |(_, host)| host);
        Ok(Self {
            app,
            wire: road.wire()?,
            contact: contact.to_owned(),
            host: host.to_owned(),
        })
    }

    /// Tells everybody who is due.
    ///
    /// # Errors
    /// When storage fails; what was claimed is tried again later.
    pub async fn round(&self) -> Result<Pushed, Trouble> {
        let mut pushed = Pushed::default();
        loop {
            let words = push::claim(&self.app, AT_ONCE).await?;
            if words.is_empty() {
                return Ok(pushed);
            }
            let told: Vec<Result<Vec<(Uuid, Reached)>, Trouble>> = stream::iter(words)
                .map(|word| async move { self.tell(&word).await })
                .buffer_unordered(SIDE_BY_SIDE)
                .collect()
                .await;
            for one in told {
                for (_, reached) in one? {
                    match reached {
                        Reached::Over => pushed.over += 1,
                        Reached::Later => pushed.later += 1,
                        Reached::Gone => pushed.gone += 1,
                    }
                }
            }
        }
    }

    async fn tell(&self, word: &Word) -> Result<Vec<(Uuid, Reached)>, Trouble> {
        let said = self.say(word)?;
        let parcels = push::seal(&self.app, word, &self.contact, &said).await?;
        // All at once: they are ten at most.
        let how: Vec<(Uuid, Reached)> = stream::iter(parcels)
            .map(|parcel| async move { (parcel.device, self.hand_over(parcel).await) })
            .buffer_unordered(push::MOST)
            .collect()
            .await;
        push::settle(&self.app, word, &how).await?;
        Ok(how)
    }

    fn say(&self, word: &Word) -> Result<String, Trouble> {
        let tr = &Tr::of(word.language);
        let title = if word.security {
            t!(tr, "told-letter-security-subject")
        } else {
            t!(tr, "told-letter-subject", count = (word.things))
        };
        let body = t!(tr, "told-push-body", host = (self.host.as_str()));
        serde_json::to_string(&Shown {
            title: &title,
            body: &body,
            lang: tr.lang(),
            dir: tr.dir(),
        })
        .map_err(|error| Trouble::Bug(error.to_string()))
    }

    /// Nothing of where it goes is logged: the address of a device is a secret.
    async fn hand_over(&self, parcel: Parcel) -> Reached {
        let request = parcel.request.map(|body| Full::new(Bytes::from(body)));
        match tokio::time::timeout(PATIENCE, self.wire.request(request)).await {
            Ok(Ok(answer)) => {
                let reached = verdict(answer.status());
                if reached == Reached::Later {
                    tracing::warn!(status = %answer.status(), "a push service took no message");
                }
                reached
            }
            Ok(Err(_)) | Err(_) => {
                tracing::warn!("a push service was not reached");
                Reached::Later
            }
        }
    }
}

/// What an answer says of a device (RFC 8030, sections 5 and 7.3).
fn verdict(status: StatusCode) -> Reached {
    if status.is_success() {
        Reached::Over
    } else if matches!(status, StatusCode::NOT_FOUND | StatusCode::GONE) {
        Reached::Gone
    } else {
        Reached::Later
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_device_that_is_not_there_is_given_up() {
        for (status, expected) in [
            (201, Reached::Over),
            (200, Reached::Over),
            (202, Reached::Over),
            (404, Reached::Gone),
            (410, Reached::Gone),
            (307, Reached::Later),
            (400, Reached::Later),
            (401, Reached::Later),
            (403, Reached::Later),
            (413, Reached::Later),
            (429, Reached::Later),
            (503, Reached::Later),
        ] {
            let status = StatusCode::from_u16(status).unwrap();
            assert_eq!(verdict(status), expected, "{status}");
        }
    }
}
