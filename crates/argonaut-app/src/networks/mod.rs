//! The network map: people and places in a client's life, what they give and get, what is
//! missing, and how life is. It lies in the sealed record, and whoever opens the record may
//! write it.

use argonaut_domain::card::Urgency;
use argonaut_domain::ids::ClientId;
use argonaut_domain::network::{Asking, Closeness, Frequency, Help, Scale, TieKind};
use argonaut_domain::taxonomy::Taxonomy;
use argonaut_privacy::dossier::{MAX_LINE, Network, Private, Tie};

use crate::app::App;
use crate::clients::ClientError;
use crate::clients::change::edit_if;
use crate::error::Kind;
use crate::who::SignedIn;

/// Why a network could not be changed.
#[derive(Debug, thiserror::Error)]
pub enum NetworkError {
    /// Nobody was named.
    #[error("nobody was named")]
    Nobody,
    /// An answer beyond its scale, or none at all.
    #[error("an answer is a whole number from 0 to 10")]
    NoAnswer,
    /// No such tie, day or answer.
    #[error("no such part of the network")]
    NotThere,
    /// Not theirs, or it does not fit.
    #[error(transparent)]
    Client(#[from] ClientError),
}

impl NetworkError {
    /// The kind of failure.
    pub const fn kind(&self) -> Kind {
        match self {
            Self::Nobody | Self::NoAnswer => Kind::Invalid,
            Self::NotThere => Kind::NotFound,
            Self::Client(error) => error.kind(),
        }
    }
}

/// A tie as it is typed.
#[derive(Clone, Debug)]
pub struct TypedTie {
    /// What they are called here.
    pub alias: Private,
    /// What they are to the client.
    pub kind: TieKind,
    /// How close.
    pub closeness: Closeness,
    /// How often.
    pub frequency: Frequency,
    /// What they can help the client with.
    pub gives: Vec<Help>,
    /// What the client helps them with.
    pub gets: Vec<Help>,
    /// Worth knowing.
    pub note: Private,
}

impl TypedTie {
    fn numbered(self, id: u32) -> Tie {
        Tie {
            id,
            alias: self.alias,
            kind: self.kind,
            closeness: self.closeness,
            frequency: self.frequency,
            gives: self.gives,
            gets: self.gets,
            note: self.note,
        }
    }
}

/// Those named in answer to a question.
#[derive(Clone, Debug)]
pub struct Named {
    /// The question.
    pub asking: Asking,
    /// Who was named: a line each, or with commas between them.
    pub names: Private,
    /// What they are to the client.
    pub kind: TieKind,
    /// How close they are.
    pub closeness: Closeness,
    /// How often they meet or speak.
    pub frequency: Frequency,
}

async fn change(
    app: &App,
    who: &SignedIn,
    id: ClientId,
    edit: impl FnOnce(&mut Network) -> bool,
) -> Result<(), NetworkError> {
    if edit_if(app, who, id, None, |dossier| edit(&mut dossier.network)).await? {
        Ok(())
    } else {
        Err(NetworkError::NotThere)
    }
}

/// Adds everybody who was named in answer to a question. Somebody who is on the map already
/// takes on what the question says of them. How many were named.
///
/// # Errors
/// [`NetworkError::Nobody`] when it names nobody.
pub async fn name(
    app: &App,
    who: &SignedIn,
    id: ClientId,
    named: Named,
) -> Result<usize, NetworkError> {
    let names: Vec<&str> = named
        .names
        .split(['\n', '\r', ',', ';'])
        .map(str::trim)
        .filter(|name| !name.is_empty())
        .collect();
    if names.is_empty() {
        return Err(NetworkError::Nobody);
    }
    change(app, who, id, |network| {
        for name in &names {
            // One letter more than a line takes is kept, so that it is told and not cut.
            let alias: String = name.chars().take(MAX_LINE + 1).collect();
            network.add(Tie {
                id: 0,
                alias: alias.into(),
                kind: named.kind,
                closeness: named.closeness,
                frequency: named.frequency,
                gives: named.asking.gives().into_iter().collect(),
                gets: Vec::new(),
                note: Private::default(),
            });
        }
        true
    })
    .await?;
    Ok(names.len())
}

/// Adds a tie. Its number.
///
/// # Errors
/// [`NetworkError::Nobody`] without an alias.
pub async fn add(
    app: &App,
    who: &SignedIn,
    id: ClientId,
    typed: TypedTie,
) -> Result<u32, NetworkError> {
    if typed.alias.is_empty() {
        return Err(NetworkError::Nobody);
    }
    let mut number = 0;
    change(app, who, id, |network| {
        number = network.add(typed.numbered(0));
        true
    })
    .await?;
    Ok(number)
}

/// Changes a tie, with those whom they know.
///
/// # Errors
/// [`NetworkError::Nobody`] without an alias, [`NetworkError::NotThere`] without such a tie.
pub async fn alter(
    app: &App,
    who: &SignedIn,
    id: ClientId,
    number: u32,
    (typed, knows): (TypedTie, Vec<u32>),
) -> Result<(), NetworkError> {
    if typed.alias.is_empty() {
        return Err(NetworkError::Nobody);
    }
    change(app, who, id, |network| {
        network.change(typed.numbered(number), &knows)
    })
    .await
}

/// Takes a tie out of the map of now.
///
/// # Errors
/// [`NetworkError::NotThere`] without such a tie.
pub async fn remove(
    app: &App,
    who: &SignedIn,
    id: ClientId,
    number: u32,
) -> Result<(), NetworkError> {
    change(app, who, id, |network| network.remove(number)).await
}

/// Keeps the map of today, to compare with later.
///
/// # Errors
/// As a change of the record.
pub async fn keep(app: &App, who: &SignedIn, id: ClientId) -> Result<(), NetworkError> {
    let today = app.now().date();
    change(app, who, id, |network| {
        network.keep(today);
        true
    })
    .await
}

/// Takes a kept day or an answer out.
///
/// # Errors
/// [`NetworkError::NotThere`] without it.
pub async fn forget(
    app: &App,
    who: &SignedIn,
    id: ClientId,
    number: u32,
) -> Result<(), NetworkError> {
    change(app, who, id, |network| network.forget(number)).await
}

/// Nobody in the network can help with that; or the question is open again.
///
/// # Errors
/// As a change of the record.
pub async fn nobody(
    app: &App,
    who: &SignedIn,
    id: ClientId,
    help: Help,
    is_gap: bool,
) -> Result<(), NetworkError> {
    change(app, who, id, |network| {
        network.nobody(help, is_gap);
        true
    })
    .await
}

/// A gap becomes a need of the record, so that suggestions look for it. One that is there
/// stays as it is.
///
/// # Errors
/// As a change of the record.
pub async fn need(app: &App, who: &SignedIn, id: ClientId, help: Help) -> Result<(), NetworkError> {
    let Some(term) = Taxonomy::builtin().by_code(help.need()) else {
        return Err(NetworkError::NotThere);
    };
    edit_if(app, who, id, None, |dossier| {
        let is_new = dossier.needs.iter().all(|need| need.term != term);
        if is_new {
            dossier.need(term, Urgency::Medium);
        }
        is_new
    })
    .await?;
    Ok(())
}

/// Keeps what the client said about their life today.
///
/// # Errors
/// [`NetworkError::NoAnswer`] without any, or beyond the scale.
pub async fn rate(
    app: &App,
    who: &SignedIn,
    id: ClientId,
    answers: &[(Scale, u8)],
) -> Result<(), NetworkError> {
    let today = app.now().date();
    if answers.is_empty() {
        return Err(NetworkError::NoAnswer);
    }
    let kept = change(app, who, id, |network| {
        let mut rate = |(scale, value): &(Scale, u8)| network.rate(today, *scale, *value);
        answers.iter().all(&mut rate)
    });
    match kept.await {
        Err(NetworkError::NotThere) => Err(NetworkError::NoAnswer),
        other => other,
    }
}
