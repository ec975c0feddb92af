//! How two helpers know each other: the words, the path and the people behind a standing, with
//! only those names that the one who asks may see. Who doubts is never told.

use argonaut_domain::access::{HelperFacts, Viewer};
use argonaut_domain::ids::HelperId;
use argonaut_domain::trust::{TrustField, TrustLevel};
pub use argonaut_engine::trust::{Evidence, Experience, Familiarity, Label};
use argonaut_engine::trust::{Step, Tie};

use super::mine::{Given, mine};
use super::{TrustError, meeting, worked_together};
use crate::app::App;
use crate::people::{self, Face};
use crate::who::SignedIn;
use crate::world::World;

/// Somebody on a path, as far as the one who asks may know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stop {
    /// The one who asks.
    You,
    /// By name.
    Named(Face),
    /// Somebody who runs this place, from whom a newcomer's trust starts.
    Founder,
    /// Somebody on whom the one who asks relies, and whom they do not see.
    Somebody,
}

/// What one stop says of the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Said {
    /// They vouch for them.
    Vouch(Familiarity, TrustField),
    /// They have worked together well.
    Worked,
}

/// How two helpers know each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bond {
    /// With whom.
    pub other: Face,
    /// How they stand with the one who asks.
    pub label: Label,
    /// What one says of them.
    pub given: Vec<Given>,
    /// What one has been through with them, the latest first: each with its day.
    pub shared: Vec<(Experience, jiff::civil::Date)>,
    /// Whether one distrusts them.
    pub distrusted: bool,
    /// The strongest path to them: the first stop, then what is said and of whom. Empty
    /// where there is none.
    pub path: Option<(Stop, Vec<(Said, Stop)>)>,
    /// Those relied on who speak for them, the most credible first.
    pub supporters: Vec<Face>,
    /// How many more do, whom the one who asks does not see.
    pub more_supporters: usize,
    /// Whether one may vouch for them: contacts, and those one has worked with.
    pub may_vouch: bool,
    /// How many new vouches this week still allows.
    pub left: i64,
    /// Whether they take enquiries from the one who asks.
    pub takes_enquiry: bool,
}

impl Bond {
    /// Whether nobody on whom the one who asks relies knows them.
    pub fn is_stranger(&self) -> bool {
        self.label == Label::Unknown && !self.other.is_contact
    }
}

/// How far a helper is trusted, as one of the levels that people choose by.
pub fn level(label: Label) -> Option<TrustLevel> {
    super::level_of(label)
}

/// Most supporters who are named.
const MOST_NAMED: usize = 12;

/// How the one who asks and another helper know each other.
///
/// # Errors
/// [`TrustError::NotFound`] when they may not be met.
pub async fn between(app: &App, who: &SignedIn, other: HelperId) -> Result<Bond, TrustError> {
    let me = who.helper();
    let world = app.world();
    let mut read = app.store.read().await?;
    let viewer = meeting(&world, &mut read, me, other).await?;
    let may_vouch = viewer.is_contact(other) || worked_together(&mut read, me, other).await?;
    let distrusted = read.distrusted_by(me).await?;
    let distrusted = distrusted.iter().any(|(id, _)| *id == other);
    drop(read);
    let face = people::face(&world, &viewer, other).ok_or(TrustError::NotFound)?;
    let words = mine(app, who).await?;
    let given = words.given.into_iter();
    let given = given.filter(|given| given.vouch.to == other).collect();
    // A path of several thousand ties takes some hundredths of a second.
    let trust = std::sync::Arc::clone(&world.trust);
    let why = tokio::task::spawn_blocking(move || trust.why(me, other))
        .await
        .map_err(|error| crate::error::Trouble::Bug(format!("trust path: {error}")))?;
    let mut shared: Vec<(Experience, jiff::civil::Date)> = why
        .own
        .iter()
        .filter_map(|tie| match tie.evidence {
            Evidence::Shared(how) => Some((how, day(tie))),
            Evidence::Vouch(_) | Evidence::Distrust => None,
        })
        .collect();
    shared.sort_by_key(|(_, day)| std::cmp::Reverse(*day));
    let all = why.supporters.len();
    let mut supporters: Vec<Face> = why
        .supporters
        .iter()
        .filter_map(|id| shown(&world, &viewer, *id))
        .collect();
    supporters.truncate(MOST_NAMED);
    Ok(Bond {
        other: face,
        label: why.label,
        given,
        shared,
        distrusted,
        // To somebody on whom one does not rely there is no way to rely on.
        path: path(&world, &viewer, me, &why.path).filter(|_| !distrusted),
        more_supporters: all - supporters.len(),
        supporters,
        may_vouch,
        left: words.left,
        takes_enquiry: world.takes_enquiry(other, &viewer),
    })
}

fn day(tie: &Tie) -> jiff::civil::Date {
    use argonaut_domain::clock::Timestamp;
    let start = Timestamp::from_micros(0);
    start.plus_days(i64::from(tie.day.0)).date()
}

/// A helper by name, where the viewer finds them or knows them.
fn shown(world: &World, viewer: &Viewer, id: HelperId) -> Option<Face> {
    let helper = world.helpers.get(&id)?;
    if !(viewer.is_contact(id) || viewer.finds_helper(HelperFacts::of(helper))) {
        return None;
    }
    people::face(world, viewer, id)
}

/// The path with names. None leads through somebody from whom a block divides the viewer.
fn path(
    world: &World,
    viewer: &Viewer,
    me: HelperId,
    steps: &[Step],
) -> Option<(Stop, Vec<(Said, Stop)>)> {
    let first = steps.first()?.from;
    let through_a_block = steps
        .iter()
        .any(|step| viewer.is_blocked(step.from) || viewer.is_blocked(step.to));
    if through_a_block {
        return None;
    }
    let stop = |id: HelperId| {
        if id == me {
            return Stop::You;
        }
        shown(world, viewer, id).map_or(Stop::Somebody, Stop::Named)
    };
    let mut start = stop(first);
    if start == Stop::Somebody && world.trust.is_founder(first) {
        start = Stop::Founder;
    }
    let way = steps
        .iter()
        .filter_map(|step| Some((said(&step.ties)?, stop(step.to))))
        .collect();
    Some((start, way))
}

/// The strongest of what somebody says of somebody.
fn said(ties: &[Tie]) -> Option<Said> {
    let vouch = ties
        .iter()
        .filter_map(|tie| match tie.evidence {
            Evidence::Vouch(familiarity) => Some((familiarity, field(tie))),
            Evidence::Shared(_) | Evidence::Distrust => None,
        })
        .max_by_key(|(familiarity, field)| (*familiarity, *field == TrustField::General));
    match vouch {
        Some((familiarity, field)) => Some(Said::Vouch(familiarity, field)),
        None => ties.first().map(|_| Said::Worked),
    }
}

fn field(tie: &Tie) -> TrustField {
    let of = |field: &&TrustField| field.number() == tie.field.map(|field| field.0);
    let found = TrustField::ALL.iter().find(of);
    found.copied().unwrap_or(TrustField::General)
}
