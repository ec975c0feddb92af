//! The people and places in a client's life: kinds of tie, how close, how often, what they
//! can help with, and the figures over all of them. Never who they are: that is sealed.

use crate::word::words;

words! {
    /// What somebody, or a place, is to the client. Each is a sector of the picture.
    pub enum TieKind {
        /// Relatives and partners.
        Family = "family",
        /// Friends.
        Friend = "friend",
        /// Neighbours.
        Neighbour = "neighbour",
        /// A church, a club, a team.
        Group = "group",
        /// Work, school, training.
        Work = "work",
        /// Paid to help: a nurse, a case worker, a teacher.
        Professional = "professional",
        /// A place they go to: a café, a library, a park.
        Place = "place",
        /// Somebody else.
        Other = "other",
    }
}

words! {
    /// How close somebody is. Each is a ring of the picture.
    pub enum Closeness {
        /// Life would be hard to imagine without them.
        Close = "close",
        /// Important, and not that close.
        Middle = "middle",
        /// Known.
        Far = "far",
    }
}

words! {
    /// How often they meet or speak.
    pub enum Frequency {
        /// Every day or nearly.
        Daily = "daily",
        /// Every week.
        Weekly = "weekly",
        /// Every month.
        Monthly = "monthly",
        /// Some times a year.
        Yearly = "yearly",
        /// Hardly ever.
        Rarely = "rarely",
    }
}

words! {
    /// The four parts of what a network can give, after the subscales of the Resource
    /// Generator UK (Webber, M. P. and Huxley, P. J. (2007), "Measuring access to social
    /// capital", Social Science & Medicine 65(3), 481–492). The items are our own.
    pub enum Subscale {
        /// Help around the home.
        Domestic = "domestic",
        /// Somebody who knows.
        Advice = "advice",
        /// Somebody who can.
        Skills = "skills",
        /// Somebody who is there when it matters.
        Solving = "solving",
    }
}

words! {
    /// What somebody could help with: four of each subscale.
    pub enum Help {
        /// Small repairs.
        Repairs = "repairs",
        /// Shopping and errands when ill.
        Errands = "errands",
        /// Looking after the home, a child or a pet for a day.
        Minding = "minding",
        /// A ride.
        Rides = "rides",
        /// Money and benefits.
        Money = "money",
        /// Rights and forms.
        Rights = "rights",
        /// Health.
        Health = "health",
        /// Work and training.
        Work = "work",
        /// A phone or a computer.
        Digital = "digital",
        /// Another language.
        Languages = "languages",
        /// Cooking or sewing.
        Cooking = "cooking",
        /// Sport, music or a hobby together.
        Hobby = "hobby",
        /// Somebody who listens.
        Listening = "listening",
        /// A bed for some nights.
        Bed = "bed",
        /// Things to borrow.
        Lending = "lending",
        /// Company at a difficult appointment.
        Company = "company",
    }
}

impl Help {
    /// The part that it counts in.
    pub const fn subscale(self) -> Subscale {
        match self {
            Self::Repairs | Self::Errands | Self::Minding | Self::Rides => Subscale::Domestic,
            Self::Money | Self::Rights | Self::Health | Self::Work => Subscale::Advice,
            Self::Digital | Self::Languages | Self::Cooking | Self::Hobby => Subscale::Skills,
            Self::Listening | Self::Bed | Self::Lending | Self::Company => Subscale::Solving,
        }
    }

    /// The need of the taxonomy that stands for it, by its code: what is looked for when
    /// nobody in the network can help with it.
    pub const fn need(self) -> &'static str {
        match self {
            Self::Repairs => "housing.repairs",
            Self::Errands => "food.shopping",
            Self::Minding => "care.company",
            Self::Rides => "transport.errands",
            Self::Money => "money.benefits",
            Self::Rights => "papers.forms",
            Self::Health => "health.words",
            Self::Work => "work.search",
            Self::Digital => "learning.digital",
            Self::Languages => "learning.language",
            Self::Cooking => "learning.skills",
            Self::Hobby => "company.groups",
            Self::Listening => "mind.listening",
            Self::Bed => "housing.short",
            Self::Lending => "goods.tools",
            Self::Company => "health.appointments",
        }
    }
}

words! {
    /// A question that brings people and places to mind.
    pub enum Asking {
        /// With whom they talk about what matters.
        Matters = "matters",
        /// Family they see or hear from.
        Family = "family",
        /// Who would help if they were ill.
        Ill = "ill",
        /// With whom they spend free time.
        Fun = "fun",
        /// Whom they ask when they do not know what to do.
        Advice = "advice",
        /// Neighbours they greet.
        Neighbours = "neighbours",
        /// Who is paid to help them.
        Paid = "paid",
        /// Places they go to.
        Places = "places",
    }
}

impl Asking {
    /// What those named are, unless it is said otherwise.
    pub const fn kind(self) -> TieKind {
        match self {
            Self::Matters | Self::Fun | Self::Advice => TieKind::Friend,
            Self::Family | Self::Ill => TieKind::Family,
            Self::Neighbours => TieKind::Neighbour,
            Self::Paid => TieKind::Professional,
            Self::Places => TieKind::Place,
        }
    }

    /// What those named help with, by the question itself.
    pub const fn gives(self) -> Option<Help> {
        match self {
            Self::Matters => Some(Help::Listening),
            Self::Ill => Some(Help::Errands),
            Self::Fun => Some(Help::Hobby),
            Self::Family | Self::Advice | Self::Neighbours | Self::Paid | Self::Places => None,
        }
    }

    /// The question after it.
    pub fn next(self) -> Option<Self> {
        let at = Self::ALL.iter().position(|one| *one == self)?;
        Self::ALL.get(at + 1).copied()
    }
}

words! {
    /// What a client says about their life, from 0 to 10. The questions are our own, and no
    /// clinical measure.
    pub enum Scale {
        /// How life is just now.
        Life = "life",
        /// How connected to others.
        Connected = "connected",
        /// How much say in what happens.
        Say = "say",
    }
}

/// The best answer on a [`Scale`]; the worst is 0.
pub const BEST: u8 = 10;

/// Of all pairs of people, the share who know each other, from 0 to 1. `None` with fewer
/// than two people: there is no pair. More pairs than there can be count as all.
pub fn density(people: usize, known_pairs: usize) -> Option<f64> {
    let pairs = people * people.saturating_sub(1) / 2;
    (pairs > 0).then(|| share(known_pairs.min(pairs), pairs))
}

/// How mixed the ties are, from 0 (all of one kind) towards 1: the chance that two, drawn
/// with putting back, are of different kinds, `1 − Σ p²` (Blau, P. M. (1977), "Inequality and
/// Heterogeneity"). `counts` holds how many there are of each kind. `None` without any.
pub fn diversity(counts: &[usize]) -> Option<f64> {
    let all: usize = counts.iter().sum();
    let same = |count: &usize| share(*count, all) * share(*count, all);
    (all > 0).then(|| 1.0 - counts.iter().map(same).sum::<f64>())
}

fn share(part: usize, whole: usize) -> f64 {
    let number = |count: usize| f64::from(u32::try_from(count).unwrap_or(u32::MAX));
    number(part) / number(whole)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::taxonomy::{Taxonomy, TermKind};

    #[test]
    fn every_help_stands_for_a_need_and_every_subscale_has_four() {
        for help in Help::ALL {
            let term = Taxonomy::builtin().by_code(help.need());
            let term = term.unwrap_or_else(|| panic!("{} is no term", help.need()));
            assert_eq!(term.kind(), TermKind::Need, "{}", help.need());
        }
        for part in Subscale::ALL {
            let of = Help::ALL.iter().filter(|help| help.subscale() == *part);
            assert_eq!(of.count(), 4);
        }
    }

    #[test]
    fn every_question_is_asked_once() {
        let all: Vec<_> = std::iter::successors(Some(Asking::Matters), |one| one.next()).collect();
        assert_eq!(all, Asking::ALL);
    }

    #[test]
    fn known_values_of_the_formulas() {
        assert_eq!(density(1, 0), None);
        assert_eq!(density(4, 3), Some(0.5));
        assert_eq!(density(2, 9), Some(1.0));
        assert_eq!(diversity(&[]), None);
        assert_eq!(diversity(&[3, 0]), Some(0.0));
        assert_eq!(diversity(&[2, 2]), Some(0.5));
        assert_eq!(diversity(&[1, 1, 1, 1]), Some(0.75));
    }
}
