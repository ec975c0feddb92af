//! Who a person is, in the few words that a card may use: gender and age, each
//! with its fixed, nested hierarchy.

use serde::{Deserialize, Serialize};

use crate::word::words;

words! {
    /// A person's gender, as they say it.
    pub enum Gender {
        /// A woman or girl.
        Woman = "woman",
        /// A man or boy.
        Man = "man",
        /// Another gender.
        Other = "other",
    }
}

words! {
    /// The stages of life that cards and limits speak of.
    pub enum LifeStage {
        /// 0 to 17 years.
        Child = "child",
        /// 18 to 39 years.
        Younger = "18-39",
        /// 40 to 64 years.
        Middle = "40-64",
        /// 65 years and more.
        Older = "65+",
    }
}

words! {
    /// The finest age a card shows. The bands nest in the stages of life.
    pub enum AgeBand {
        /// 0 to 9 years.
        To9 = "0-9",
        /// 10 to 17 years.
        To17 = "10-17",
        /// 18 to 29 years.
        To29 = "18-29",
        /// 30 to 39 years.
        To39 = "30-39",
        /// 40 to 49 years.
        To49 = "40-49",
        /// 50 to 59 years.
        To59 = "50-59",
        /// 60 to 64 years.
        To64 = "60-64",
        /// 65 to 74 years.
        To74 = "65-74",
        /// 75 to 84 years.
        To84 = "75-84",
        /// 85 years and more.
        From85 = "85+",
    }
}

impl AgeBand {
    /// The band of a person of this many years.
    pub const fn of(years: u16) -> Self {
        match years {
            0..=9 => Self::To9,
            10..=17 => Self::To17,
            18..=29 => Self::To29,
            30..=39 => Self::To39,
            40..=49 => Self::To49,
            50..=59 => Self::To59,
            60..=64 => Self::To64,
            65..=74 => Self::To74,
            75..=84 => Self::To84,
            85.. => Self::From85,
        }
    }
    /// The stage of life this band lies in.
    pub const fn stage(self) -> LifeStage {
        match self {
            Self::To9 | Self::To17 => LifeStage::Child,
            Self::To29 | Self::To39 => LifeStage::Younger,
            Self::To49 | Self::To59 | Self::To64 => LifeStage::Middle,
            Self::To74 | Self::To84 | Self::From85 => LifeStage::Older,
        }
    }
}

impl LifeStage {
    /// Whether people of this stage are of age.
    pub const fn is_adult(self) -> bool {
        !matches!(self, Self::Child)
    }
}

/// A node of the age hierarchy: band → stage → adult or child → any.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Default,
)]
#[serde(rename_all = "snake_case")]
pub enum Age {
    /// A band of some ten years.
    Band(AgeBand),
    /// A stage of life.
    Stage(LifeStage),
    /// Of age, no more said.
    Adult,
    /// Under age, no more said.
    Minor,
    /// Not said.
    #[default]
    Any,
}

impl Age {
    /// The next more general node; `None` at the top.
    pub const fn parent(self) -> Option<Self> {
        match self {
            Self::Band(band) => Some(Self::Stage(band.stage())),
            Self::Stage(LifeStage::Child) => Some(Self::Minor),
            Self::Stage(_) => Some(Self::Adult),
            Self::Adult | Self::Minor => Some(Self::Any),
            Self::Any => None,
        }
    }
    /// How general the node is: 0 for a band, 3 for any.
    pub const fn level(self) -> u8 {
        match self {
            Self::Band(_) => 0,
            Self::Stage(_) => 1,
            Self::Adult | Self::Minor => 2,
            Self::Any => 3,
        }
    }
    /// The bands that this node covers.
    pub fn bands(self) -> impl Iterator<Item = AgeBand> {
        AgeBand::ALL
            .iter()
            .copied()
            .filter(move |&band| self.contains(Self::Band(band)))
    }
    /// Whether every person of `other` is also of this node.
    pub fn contains(self, other: Self) -> bool {
        let mut node = Some(other);
        while let Some(current) = node {
            if current == self {
                return true;
            }
            node = current.parent();
        }
        false
    }
    /// The stages of life that people of this node may be in.
    pub fn stages(self) -> impl Iterator<Item = LifeStage> {
        let stages = LifeStage::ALL.iter().copied();
        stages.filter(move |&stage| self.may_be(stage))
    }
    /// Whether people of this node may be in a stage of life.
    pub const fn may_be(self, stage: LifeStage) -> bool {
        match self {
            Self::Band(band) => band.stage() as u8 == stage as u8,
            Self::Stage(own) => own as u8 == stage as u8,
            Self::Adult => stage.is_adult(),
            Self::Minor => !stage.is_adult(),
            Self::Any => true,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stage_is_possible_where_one_of_the_two_holds_the_other() {
        let bands = AgeBand::ALL.iter().copied().map(Age::Band);
        let stages = LifeStage::ALL.iter().copied().map(Age::Stage);
        for age in bands
            .chain(stages)
            .chain([Age::Adult, Age::Minor, Age::Any])
        {
            for &stage in LifeStage::ALL {
                let other = Age::Stage(stage);
                assert_eq!(
                    age.may_be(stage),
                    age.contains(other) || other.contains(age)
                );
            }
        }
    }

    #[test]
    fn bands_nest_in_stages() {
        for years in 0..120u16 {
            let band = AgeBand::of(years);
            assert_eq!(band.stage().is_adult(), years >= 18);
            assert!(Age::Any.contains(Age::Band(band)));
            assert!(Age::Stage(band.stage()).contains(Age::Band(band)));
            assert_eq!(Age::Adult.contains(Age::Band(band)), years >= 18);
        }
        assert_eq!(Age::Stage(LifeStage::Child).bands().count(), 2);
        assert_eq!(Age::Any.bands().count(), AgeBand::ALL.len());
        assert_eq!(Age::Adult.stages().count(), 3);
        assert_eq!(
            Age::Band(AgeBand::To84).stages().collect::<Vec<_>>(),
            [LifeStage::Older]
        );
    }
}
