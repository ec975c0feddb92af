//! What one helper says of another, or has been through with them: kinds, strengths,
//! and how they fade. Eight bytes each within the network.

use std::num::NonZeroU8;

use argonaut_domain::clock::Timestamp;
use argonaut_domain::ids::HelperId;

/// Days after which a vouch no longer counts unless it is renewed: two years.
const VOUCH_LASTS: u16 = 730;
/// Days after which an experience counts half.
const HALF_LIFE: f32 = 1_460.0;
/// Experiences fade in steps of this many days.
const STEP: u16 = 30;
/// So many steps until an experience is forgotten: some twenty years.
const STEPS: usize = 256;
/// What evidence of another field counts, and what one about a field counts in general.
const OTHER_FIELD: f32 = 0.3;
const NEAR_FIELD: f32 = 0.7;

/// A calendar day: whole days since 1970-01-01 UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(pub u16);

impl From<Timestamp> for Day {
    /// The day of a point in time; before 1970 and after 2149 the nearest there is.
    fn from(time: Timestamp) -> Self {
        let days = time.days_since(Timestamp::from_micros(0)).clamp(0, 65_535);
        Self(u16::try_from(days).unwrap_or(u16::MAX))
    }
}

/// What a vouch or an experience is about, such as housing or company; the caller
/// numbers the fields. `None` where one stands: in general.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Field(pub NonZeroU8);

/// How well somebody who vouches knows the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Familiarity {
    /// "I know them."
    Know,
    /// "I have worked with them."
    Worked,
    /// "I would send my mother to them."
    Mother,
}

/// How a shared introduction went.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Experience {
    /// It was completed, and helped.
    Good,
    /// It was completed, and helped in part.
    Partly,
    /// They never answered.
    Unanswered,
    /// They declined without a reason.
    Declined,
    /// It went badly.
    Bad,
}

/// What stands between two helpers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Evidence {
    /// A vouch; counts in full for two years.
    Vouch(Familiarity),
    /// A shared introduction; counts half after four years.
    Shared(Experience),
    /// Private distrust, for its author's eyes alone.
    Distrust,
}

/// One piece of evidence, from its giver about somebody else.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Tie {
    /// Who says it.
    pub from: HelperId,
    /// About whom.
    pub to: HelperId,
    /// What.
    pub evidence: Evidence,
    /// About which field; `None` in general.
    pub field: Option<Field>,
    /// When it was said, renewed, or happened.
    pub day: Day,
}

impl Tie {
    /// Whether it counts for others too.
    pub(super) fn is_open(&self) -> bool {
        self.evidence != Evidence::Distrust
    }
    /// Whether it speaks for somebody.
    pub fn is_good(&self) -> bool {
        KINDS
            .iter()
            .any(|&(evidence, strength)| evidence == self.evidence && strength > 0.0)
    }
}

/// A tie as one of its two ends keeps it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Link {
    pub(super) other: u32,
    pub(super) day: Day,
    kind: u8,
    field: u8,
}

const KINDS: [(Evidence, f32); 9] = [
    (Evidence::Vouch(Familiarity::Know), 0.4),
    (Evidence::Vouch(Familiarity::Worked), 0.7),
    (Evidence::Vouch(Familiarity::Mother), 1.0),
    (Evidence::Shared(Experience::Good), 0.6),
    (Evidence::Shared(Experience::Partly), 0.2),
    (Evidence::Shared(Experience::Unanswered), -0.1),
    (Evidence::Shared(Experience::Declined), -0.1),
    (Evidence::Shared(Experience::Bad), -1.0),
    (Evidence::Distrust, -1.0),
];

impl Link {
    pub(super) fn new(other: u32, tie: &Tie) -> Self {
        let kind = (0..)
            .zip(KINDS)
            .find_map(|(kind, (evidence, _))| (evidence == tie.evidence).then_some(kind));
        Self {
            other,
            day: tie.day,
            kind: kind.unwrap_or_default(),
            field: tie.field.map_or(0, |field| field.0.get()),
        }
    }
    fn entry(self) -> (Evidence, f32) {
        let [first, ..] = KINDS;
        KINDS.get(usize::from(self.kind)).copied().unwrap_or(first)
    }
    pub(super) fn evidence(self) -> Evidence {
        self.entry().0
    }
    pub(super) fn field(self) -> Option<Field> {
        NonZeroU8::new(self.field).map(Field)
    }
    /// The order among the links between the same two.
    pub(super) fn order(self) -> (u8, u8, Day) {
        (self.kind, self.field, self.day)
    }
    pub(super) fn is_private(self) -> bool {
        self.evidence() == Evidence::Distrust
    }
}

/// What a link counts on a day, for a question about a field.
pub(super) struct Scale {
    today: Day,
    field: u8,
    faded: Vec<f32>,
}

impl Scale {
    pub(super) fn new(today: Day, field: Option<Field>) -> Self {
        let faded = (0..=u8::MAX)
            .map(|step| (-f32::from(step) * f32::from(STEP) / HALF_LIFE).exp2())
            .collect();
        Self {
            today,
            field: field.map_or(0, |field| field.0.get()),
            faded,
        }
    }

    /// In [−1, 1]: below zero speaks against.
    pub(super) fn value(&self, link: Link) -> f32 {
        let age = self.today.0.saturating_sub(link.day.0);
        let (evidence, strength) = link.entry();
        let left = match evidence {
            Evidence::Vouch(_) => f32::from(u8::from(age < VOUCH_LASTS)),
            Evidence::Shared(_) => {
                let step = usize::from(age / STEP).min(STEPS);
                self.faded.get(step).copied().unwrap_or(0.0)
            }
            Evidence::Distrust => 1.0,
        };
        let near = match (self.field, link.field) {
            (asked, told) if asked == told => 1.0,
            (0, _) | (_, 0) => NEAR_FIELD,
            _ => OTHER_FIELD,
        };
        strength * left * near
    }
}
