//! Making a client's link: its purpose, what it shows, until when.

use argonaut_domain::access::Granted;
use argonaut_domain::audit::Deed;
use argonaut_domain::card::Audience;
use argonaut_domain::consent::ReleasedField;
use argonaut_domain::ids::{ClientId, LinkId, MatchId};
use argonaut_domain::introduction::{Decision, Party, Stage};
use argonaut_domain::link::{ClientLink, LINK_MAX_DAYS, LinkPurpose};
use argonaut_domain::locale::Locale;
use argonaut_privacy::dossier::Dossier;
use argonaut_privacy::vault::{LinkCode, LinkToken, VaultError};
use argonaut_store::{LinkHashes, LinkRow, Read, Write};
use zeroize::Zeroizing;

use super::{About, Shown, binding};
use crate::app::{App, TooBusy};
use crate::cards::preview;
use crate::clients::open::unseal;
use crate::clients::{ClientError, may_answer_for};
use crate::error::{Kind, Trouble};
use crate::who::SignedIn;

/// What a helper asks for.
#[derive(Clone, Debug)]
pub struct Wish {
    /// What for.
    pub about: WishAbout,
    /// For how many days.
    pub days: i64,
    /// In which language the page begins.
    pub language: Locale,
}

/// What a link is to be about.
#[derive(Clone, Debug)]
pub enum WishAbout {
    /// Whether a card may be shared.
    Share,
    /// One introduction.
    Introduce {
        /// Which.
        introduction: MatchId,
        /// What would be told.
        fields: Vec<ReleasedField>,
    },
    /// What is kept and shared.
    See {
        /// With the notes.
        notes: bool,
    },
}

impl WishAbout {
    /// The purpose of such a link.
    pub const fn purpose(&self) -> LinkPurpose {
        match self {
            Self::Share => LinkPurpose::Share,
            Self::Introduce { .. } => LinkPurpose::Introduce,
            Self::See { .. } => LinkPurpose::See,
        }
    }
}

/// Why a link could not be made.
#[derive(Debug, thiserror::Error)]
pub enum MakeError {
    /// It would hold for no day, or for too many.
    #[error("a link holds for 1 to {most} days")]
    BadDays {
        /// The most days.
        most: i64,
    },
    /// No introduction waits for this client's answer.
    #[error("no introduction waits for this client's answer")]
    NotAsked,
    /// Nothing was chosen that the other side could use.
    #[error("choose at least one detail to share")]
    NothingShared,
    /// The client is in the archive.
    #[error("the client is in the archive")]
    Archived,
    /// Too many wait for the slow hash.
    #[error("too busy")]
    Busy(u32),
    /// As with any record.
    #[error(transparent)]
    Client(#[from] ClientError),
}

impl MakeError {
    /// The kind of failure.
    pub const fn kind(&self) -> Kind {
        match self {
            Self::BadDays { .. } | Self::NothingShared => Kind::Invalid,
            Self::NotAsked | Self::Archived => Kind::Conflict,
            Self::Busy(retry_after) => Kind::Busy {
                retry_after: *retry_after,
            },
            Self::Client(error) => error.kind(),
        }
    }
}

impl From<TooBusy> for MakeError {
    fn from(busy: TooBusy) -> Self {
        Self::Busy(busy.retry_after)
    }
}

impl From<argonaut_store::StoreError> for MakeError {
    fn from(error: argonaut_store::StoreError) -> Self {
        Self::Client(error.into())
    }
}

impl From<Trouble> for MakeError {
    fn from(trouble: Trouble) -> Self {
        Self::Client(trouble.into())
    }
}

impl From<VaultError> for MakeError {
    fn from(error: VaultError) -> Self {
        Trouble::from(error).into()
    }
}

/// Makes a link. Only who answers for the client may: the lead or a deputy.
///
/// # Errors
/// See [`MakeError`].
pub async fn make(
    app: &App,
    who: &SignedIn,
    client: ClientId,
    wish: Wish,
) -> Result<LinkId, MakeError> {
    if !(1..=LINK_MAX_DAYS).contains(&wish.days) {
        return Err(MakeError::BadDays {
            most: LINK_MAX_DAYS,
        });
    }
    // Nobody who may not do this makes the slow hash run.
    may_answer_for(&mut app.store.read().await?, who, client).await?;
    let now = app.now();
    let mut rng = app.rng();
    let (token, code) = (LinkToken::generate(&mut rng), LinkCode::generate(&mut rng));
    let kdf = app.kdf.vault();
    let to_stretch = code.clone();
    let keys = app.kdf.run(move || kdf.code_keys(&to_stretch)).await???;

    let mut write = app.store.write().await?;
    let granted = may_answer_for(&mut write, who, client).await?;
    let (row, dossier) = unseal(&mut write, who, &granted).await?;
    if row.archived {
        return Err(MakeError::Archived);
    }
    let about = about(app, &mut write, who, &granted, dossier.get(), &wish.about).await?;
    let shown = Shown {
        helper: who.name.as_str().into(),
        // A page may lie open somewhere: it greets by the first name.
        client: dossier
            .get()
            .released(&[ReleasedField::FirstName])
            .first_name
            .unwrap_or_default(),
        about,
    };
    let link = ClientLink {
        id: LinkId::random(&mut rng),
        client,
        introduction: match &wish.about {
            WishAbout::Introduce { introduction, .. } => Some(*introduction),
            WishAbout::Share | WishAbout::See { .. } => None,
        },
        made_by: who.helper(),
        purpose: wish.about.purpose(),
        language: wish.language,
        made: now,
        ends: now.plus_days(wish.days),
        revoked: None,
        opened: None,
        answer: None,
        acts: 0,
    };
    let binding = binding(&link);
    let text = Zeroizing::new(
        serde_json::to_vec(&shown).map_err(|error| Trouble::Bug(error.to_string()))?,
    );
    let secrets = Zeroizing::new([token.bytes().as_slice(), code.bytes()].concat());
    let new = LinkRow {
        under_code: keys.seal(&binding, &token, &mut rng)?.into_bytes(),
        for_maker: who
            .keys
            .seal_own(link.id.bytes(), &secrets, &mut rng)?
            .into_bytes(),
        shown: token.seal_page(&binding, &text, &mut rng)?.into_bytes(),
        link,
    };
    let hashes = LinkHashes {
        token: token.token_hash().as_bytes().to_vec(),
        code: keys.lookup().as_bytes().to_vec(),
    };
    write.insert_link(&granted, &new, &hashes).await?;
    write.attend_client(&granted, now).await?;
    write
        .commit(&[app.entry(Some(who.helper()), Deed::LinkMade, client.uuid())])
        .await?;
    Ok(new.link.id)
}

async fn about(
    app: &App,
    write: &mut Write,
    who: &SignedIn,
    granted: &Granted<ClientId>,
    dossier: &Dossier,
    wish: &WishAbout,
) -> Result<About, MakeError> {
    match wish {
        WishAbout::Share => {
            let cards = write.cards_of(granted).await?;
            let passed = preview::through_the_gate(
                app,
                who.helper(),
                dossier,
                &dossier.sharing,
                &Audience::Everyone,
                &cards,
            );
            Ok(About::Share {
                card: passed.ok().map(|passed| passed.content),
            })
        }
        WishAbout::See { notes } => {
            let mut record = dossier.clone();
            let more_notes = !notes && !record.notes.is_empty();
            if !notes {
                record.notes.clear();
            }
            Ok(About::See {
                record: Box::new(record),
                more_notes,
            })
        }
        WishAbout::Introduce {
            introduction,
            fields,
        } => {
            let proposal = proposal(write, who, granted, *introduction).await?;
            let released = dossier.released(fields);
            if released.is_empty() {
                return Err(MakeError::NothingShared);
            }
            let theirs = match proposal.theirs.card() {
                Some(id) => write
                    .card(id)
                    .await?
                    .filter(|card| card.is_live(app.now()))
                    .map(|card| card.content),
                None => None,
            };
            Ok(About::Introduce {
                recipient: proposal.recipient.as_str().into(),
                fields: fields.clone(),
                released: Box::new(released),
                theirs,
                in_person: proposal.theirs == Party::Helper,
            })
        }
    }
}

/// An introduction that waits for a client's yes.
struct Proposal {
    recipient: String,
    theirs: Party,
}

async fn proposal(
    read: &mut Read,
    who: &SignedIn,
    granted: &Granted<ClientId>,
    id: MatchId,
) -> Result<Proposal, MakeError> {
    let joint = read.joint(id).await?.ok_or(MakeError::NotAsked)?.joint;
    let side = joint
        .side_of_client(granted.subject())
        .filter(|side| joint.helper(*side) == who.helper())
        .ok_or(MakeError::NotAsked)?;
    let waits = match &joint.stage {
        Stage::Proposed { decisions, .. } => *decisions.of(side) == Decision::Awaited,
        Stage::Asked
        | Stage::Talking
        | Stage::Active { .. }
        | Stage::Introduced { .. }
        | Stage::Closed { .. } => false,
    };
    if !waits {
        return Err(MakeError::NotAsked);
    }
    let other = joint.helper(side.other());
    let recipient = read.helper(other).await?.ok_or(MakeError::NotAsked)?.name;
    Ok(Proposal {
        recipient,
        theirs: *joint.parties.of(side.other()),
    })
}
