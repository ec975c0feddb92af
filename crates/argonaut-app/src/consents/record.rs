//! Recording a client's consent to share a de-identified card.

use argonaut_domain::access::Granted;
use argonaut_domain::audit::Deed;
use argonaut_domain::clock::Timestamp;
use argonaut_domain::consent::{
    CONSENT_MAX_DAYS, CONSENT_TEXT_VERSION, Consent, ConsentMethod, ConsentScope,
};
use argonaut_domain::ids::{ClientId, ConsentId};
use argonaut_domain::locale::Locale;
use argonaut_privacy::dossier::Private;
use argonaut_store::Write;
use jiff::civil::Date;

use crate::app::App;
use crate::clients::open::unseal;
use crate::clients::{ClientError, may_answer_for};
use crate::error::Kind;
use crate::sealing;
use crate::who::SignedIn;

/// The longest sentence on who speaks for a client, in characters.
pub const MAX_PROXY: usize = 200;

/// How and until when a consent was given.
#[derive(Clone, Debug)]
pub struct Given {
    /// How.
    pub method: ConsentMethod,
    /// On which day; not in the future.
    pub on: Date,
    /// The last day on which it holds.
    pub until: Date,
    /// In which language the text was read.
    pub language: Locale,
    /// Who gave it in the client's place, and why they may; kept in the sealed
    /// record. Only with [`ConsentMethod::Proxy`], and then not empty.
    pub proxy: Private,
}

/// Why a consent could not be recorded.
#[derive(Debug, thiserror::Error)]
pub enum ConsentError {
    /// It was given in the future.
    #[error("a consent cannot be given in the future")]
    InTheFuture,
    /// It has ended already, or lasts longer than a year.
    #[error("a consent ends within a year from today")]
    BadEnd,
    /// It was given by a proxy, and nothing says who that is.
    #[error("say who gave it in the client's place")]
    ProxyMissing,
    /// A helper cannot record what only the client's link records.
    #[error("only the client's own link records this")]
    NotByHand,
    /// As with any record.
    #[error(transparent)]
    Client(#[from] ClientError),
}

impl ConsentError {
    /// The kind of failure.
    pub const fn kind(&self) -> Kind {
        match self {
            Self::InTheFuture | Self::BadEnd | Self::ProxyMissing | Self::NotByHand => {
                Kind::Invalid
            }
            Self::Client(error) => error.kind(),
        }
    }
}

impl From<argonaut_store::StoreError> for ConsentError {
    fn from(error: argonaut_store::StoreError) -> Self {
        Self::Client(error.into())
    }
}

/// The consent that was given so, if it can be kept.
pub(crate) fn consent(
    app: &App,
    who: &SignedIn,
    client: ClientId,
    scope: ConsentScope,
    given: &Given,
) -> Result<Consent, ConsentError> {
    let now = app.now();
    let today = now.date();
    match given.method {
        ConsentMethod::Link => return Err(ConsentError::NotByHand),
        ConsentMethod::Proxy
            if given.proxy.is_empty() || given.proxy.chars().count() > MAX_PROXY =>
        {
            return Err(ConsentError::ProxyMissing);
        }
        ConsentMethod::Proxy | ConsentMethod::Verbal | ConsentMethod::Written => {}
    }
    if given.on > today {
        return Err(ConsentError::InTheFuture);
    }
    let expires = Timestamp::from_date(given.until).plus_days(1);
    if expires <= now || expires > now.plus_days(CONSENT_MAX_DAYS) {
        return Err(ConsentError::BadEnd);
    }
    Ok(Consent {
        id: ConsentId::ordered(now, &mut app.rng()),
        client,
        scope,
        method: given.method,
        text_version: CONSENT_TEXT_VERSION.to_owned(),
        language: given.language,
        recorded_by: who.helper(),
        given: Timestamp::from_date(given.on).min(now),
        expires,
        withdrawn: None,
    })
}

/// Records a consent to share a de-identified card.
///
/// # Errors
/// See [`ConsentError`].
pub async fn to_share(
    app: &App,
    who: &SignedIn,
    client: ClientId,
    given: Given,
) -> Result<ConsentId, ConsentError> {
    let new = consent(app, who, client, ConsentScope::ShareCard, &given)?;
    let mut write = app.store.write().await?;
    let granted = may_answer_for(&mut write, who, client).await?;
    keep(app, &mut write, who, &granted, &new, given).await?;
    write
        .commit(&[app.entry(Some(who.helper()), Deed::ConsentGiven, new.id.uuid())])
        .await?;
    Ok(new.id)
}

/// Keeps a consent, and in the sealed record who gave it in the client's place.
pub(crate) async fn keep(
    app: &App,
    write: &mut Write,
    who: &SignedIn,
    granted: &Granted<ClientId>,
    new: &Consent,
    given: Given,
) -> Result<(), ConsentError> {
    if given.method == ConsentMethod::Proxy {
        let (row, dossier) = unseal(write, who, granted).await?;
        let mut dossier = dossier.into_inner();
        dossier.speaks_for(new.id, given.proxy);
        let sealed = sealing::reseal(app, who, &row, &dossier).map_err(ClientError::from)?;
        write
            .update_client(granted, &sealed, row.version, app.now())
            .await?;
    }
    Ok(write.insert_consent(granted, new).await?)
}
