//! The people and places in a client's life, with what each gives and gets, kept as it is now
//! and as it was on chosen days. Part of the sealed record; never on a card.

use std::collections::BTreeMap;

use argonaut_domain::network::{
    BEST, Closeness, Frequency, Help, Scale, Subscale, TieKind, density, diversity,
};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::Private;

/// Most ties of a map.
pub const MAX_TIES: usize = 150;
/// Most days on which a map is kept.
pub const MAX_SNAPSHOTS: usize = 24;
/// Most answers about how life is.
pub const MAX_RATINGS: usize = 500;

/// A client's network, now and before.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Network {
    /// As it is now.
    pub now: Map,
    /// As it was, the oldest first.
    pub snapshots: Vec<Snapshot>,
    /// What the client said about their life, the oldest first.
    pub ratings: Vec<Rating>,
    /// The highest number given; none is used twice.
    pub last: u32,
}

/// People and places, and who knows whom.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Map {
    /// The ties.
    pub ties: Vec<Tie>,
    /// Pairs of people who know each other, the lower number first.
    pub knows: Vec<(u32, u32)>,
    /// What was asked about, and nobody could help with.
    pub nobody: Vec<Help>,
}

/// Somebody, or a place, in the client's life.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tie {
    /// Its number; the same in every snapshot.
    pub id: u32,
    /// What they are called here: a first name, "the sister".
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

/// The map of a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Snapshot {
    /// Its number.
    pub id: u32,
    /// The day.
    pub on: Date,
    /// The map.
    pub map: Map,
}

/// What the client said about their life.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rating {
    /// Its number.
    pub id: u32,
    /// When.
    pub on: Date,
    /// About what.
    pub scale: Scale,
    /// From 0 to [`BEST`].
    pub value: u8,
}

/// A map in numbers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Measures {
    /// People.
    pub people: usize,
    /// Places.
    pub places: usize,
    /// Those who are close.
    pub close: usize,
    /// Those met or spoken to every week or more often, people alone.
    pub weekly: usize,
    /// The share of pairs who know each other, 0 to 1.
    pub density: Option<f64>,
    /// How mixed the ties are, 0 to 1.
    pub diversity: Option<f64>,
    /// Of all kinds of help, how many somebody can give.
    pub reach: usize,
    /// People to whom the client gives something too.
    pub mutual: usize,
}

/// What became of a tie between two days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change<'a> {
    /// Not there before.
    Came(&'a Tie),
    /// Not there any more.
    Went(&'a Tie),
    /// Closer than before.
    Closer(&'a Tie),
    /// Less close than before.
    Farther(&'a Tie),
    /// As close as before.
    Stayed(&'a Tie),
}

impl Map {
    /// A tie by its number.
    pub fn tie(&self, id: u32) -> Option<&Tie> {
        self.ties.iter().find(|tie| tie.id == id)
    }

    /// Whether two know each other.
    pub fn know(&self, one: u32, two: u32) -> bool {
        self.knows.contains(&(one.min(two), one.max(two)))
    }

    /// Those who can help with something.
    pub fn givers(&self, help: Help) -> impl Iterator<Item = &Tie> {
        self.ties
            .iter()
            .filter(move |tie| tie.gives.contains(&help))
    }

    /// How many kinds of help of a subscale somebody can give, 0 to 4.
    pub fn score(&self, part: Subscale) -> usize {
        let of = Help::ALL.iter().filter(|help| help.subscale() == part);
        of.filter(|help| self.givers(**help).next().is_some())
            .count()
    }

    /// What was asked about and nobody can help with.
    pub fn gaps(&self) -> impl Iterator<Item = Help> {
        let asked = Help::ALL
            .iter()
            .copied()
            .filter(|help| self.nobody.contains(help));
        asked.filter(|help| self.givers(*help).next().is_none())
    }

    /// The map in numbers. Density counts people alone: a place knows nobody.
    pub fn measures(&self) -> Measures {
        let is_person = |tie: &&Tie| tie.kind != TieKind::Place;
        let people: Vec<&Tie> = self.ties.iter().filter(is_person).collect();
        let count = |test: fn(&Tie) -> bool| people.iter().filter(|tie| test(tie)).count();
        let person = |id: &u32| people.iter().any(|tie| tie.id == *id);
        let pairs = self
            .knows
            .iter()
            .filter(|(one, two)| person(one) && person(two));
        let mut kinds: BTreeMap<TieKind, usize> = BTreeMap::new();
        for tie in &self.ties {
            *kinds.entry(tie.kind).or_default() += 1;
        }
        let kinds: Vec<usize> = kinds.into_values().collect();
        Measures {
            people: people.len(),
            places: self.ties.len() - people.len(),
            close: count(|tie| tie.closeness == Closeness::Close),
            weekly: count(|tie| tie.frequency <= Frequency::Weekly),
            density: density(people.len(), pairs.count()),
            diversity: diversity(&kinds),
            reach: Subscale::ALL.iter().map(|part| self.score(*part)).sum(),
            mutual: count(|tie| !tie.gets.is_empty()),
        }
    }

    /// What became of each tie since an earlier map, in the order of this one; those who
    /// went come last.
    pub fn since<'a>(&'a self, before: &'a Self) -> Vec<Change<'a>> {
        let now = self.ties.iter().map(|tie| match before.tie(tie.id) {
            None => Change::Came(tie),
            Some(old) if tie.closeness < old.closeness => Change::Closer(tie),
            Some(old) if tie.closeness > old.closeness => Change::Farther(tie),
            Some(_) => Change::Stayed(tie),
        });
        let went = before.ties.iter().filter(|old| self.tie(old.id).is_none());
        now.chain(went.map(Change::Went)).collect()
    }

    /// Every text of it.
    fn texts(&self) -> impl Iterator<Item = &Private> {
        self.ties.iter().flat_map(|tie| [&tie.alias, &tie.note])
    }
}

impl Network {
    /// Whether nothing was ever written in it.
    pub fn is_empty(&self) -> bool {
        self.now == Map::default() && self.snapshots.is_empty() && self.ratings.is_empty()
    }

    fn number(&mut self) -> u32 {
        self.last = self.last.saturating_add(1);
        self.last
    }

    /// Adds a tie; its number is given here. Somebody of that alias who is there already
    /// takes on what the new one gives, and stays as they were otherwise.
    pub fn add(&mut self, mut new: Tie) -> u32 {
        let alias = new.alias.to_lowercase();
        let mut there = self.now.ties.iter_mut();
        if let Some(old) = there.find(|tie| tie.alias.to_lowercase() == alias) {
            for help in new.gives {
                if !old.gives.contains(&help) {
                    old.gives.push(help);
                }
            }
            return old.id;
        }
        new.id = self.number();
        self.now.ties.push(new);
        self.last
    }

    /// Changes a tie, with those whom they know; `false` when it is not there.
    pub fn change(&mut self, changed: Tie, knows: &[u32]) -> bool {
        let id = changed.id;
        let Some(tie) = self.now.ties.iter_mut().find(|tie| tie.id == id) else {
            return false;
        };
        *tie = changed;
        self.now.knows.retain(|(one, two)| *one != id && *two != id);
        for other in knows {
            if *other != id && self.now.tie(*other).is_some() && !self.now.know(id, *other) {
                self.now.knows.push((id.min(*other), id.max(*other)));
            }
        }
        true
    }

    /// Takes a tie out of the map of now; `false` when it is not there.
    pub fn remove(&mut self, id: u32) -> bool {
        let before = self.now.ties.len();
        self.now.ties.retain(|tie| tie.id != id);
        self.now.knows.retain(|(one, two)| *one != id && *two != id);
        before != self.now.ties.len()
    }

    /// Somebody asked, and nobody can help with that; or the question is open again.
    pub fn nobody(&mut self, help: Help, is_gap: bool) {
        self.now.nobody.retain(|one| *one != help);
        if is_gap {
            self.now.nobody.push(help);
        }
    }

    /// Keeps the map as it is on this day; one kept on the same day before is replaced.
    pub fn keep(&mut self, on: Date) {
        let id = self.number();
        self.snapshots.retain(|one| one.on != on);
        let map = self.now.clone();
        self.snapshots.push(Snapshot { id, on, map });
    }

    /// Notes what the client said; one about the same thing of the same day is replaced.
    /// `false` when the value is beyond the scale.
    pub fn rate(&mut self, on: Date, scale: Scale, value: u8) -> bool {
        if value > BEST {
            return false;
        }
        let id = self.number();
        self.ratings
            .retain(|one| (one.on, one.scale) != (on, scale));
        self.ratings.push(Rating {
            id,
            on,
            scale,
            value,
        });
        true
    }

    /// Takes a kept map or an answer out; `false` when there is none of that number.
    pub fn forget(&mut self, id: u32) -> bool {
        let before = self.snapshots.len() + self.ratings.len();
        self.snapshots.retain(|one| one.id != id);
        self.ratings.retain(|one| one.id != id);
        before != self.snapshots.len() + self.ratings.len()
    }

    /// The map of a kept day.
    pub fn on(&self, id: u32) -> Option<&Snapshot> {
        self.snapshots.iter().find(|one| one.id == id)
    }

    /// Every text of it.
    pub fn texts(&self) -> impl Iterator<Item = &Private> {
        let before = self.snapshots.iter().map(|one| &one.map);
        std::iter::once(&self.now)
            .chain(before)
            .flat_map(Map::texts)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn tie(alias: &str, kind: TieKind, gives: &[Help]) -> Tie {
        Tie {
            id: 0,
            alias: alias.into(),
            kind,
            closeness: Closeness::Middle,
            frequency: Frequency::Weekly,
            gives: gives.to_vec(),
            gets: Vec::new(),
            note: "".into(),
        }
    }

    fn three() -> Network {
        let mut network = Network::default();
        network.add(tie("Sister", TieKind::Family, &[Help::Listening]));
        network.add(tie(
            "Neighbour",
            TieKind::Neighbour,
            &[Help::Rides, Help::Errands],
        ));
        network.add(tie("Library", TieKind::Place, &[]));
        network
    }

    #[test]
    fn the_same_alias_is_the_same_tie_and_numbers_are_never_used_twice() {
        let mut network = three();
        assert_eq!(network.add(tie("SISTER", TieKind::Friend, &[Help::Bed])), 1);
        assert_eq!(network.now.ties[0].gives, [Help::Listening, Help::Bed]);
        assert_eq!(network.now.ties[0].kind, TieKind::Family);
        assert!(network.remove(3) && !network.remove(3));
        assert_eq!(network.add(tie("Park", TieKind::Place, &[])), 4);
    }

    #[test]
    fn the_numbers_of_a_map() {
        let mut network = three();
        let mut sister = network.now.ties[0].clone();
        sister.closeness = Closeness::Close;
        sister.gets = vec![Help::Cooking];
        assert!(network.change(sister, &[1, 2, 3, 99]));
        assert!(network.now.know(2, 1) && !network.now.know(1, 99));
        let found = network.now.measures();
        assert_eq!((found.people, found.places, found.close), (2, 1, 1));
        assert_eq!((found.weekly, found.reach, found.mutual), (2, 3, 1));
        assert_eq!(found.density, Some(1.0), "a place is no half of a pair");
        assert!((found.diversity.unwrap() - 2.0 / 3.0).abs() < 1e-9);
        assert_eq!(network.now.score(Subscale::Domestic), 2);
        assert_eq!(network.now.score(Subscale::Advice), 0);
        network.nobody(Help::Money, true);
        network.nobody(Help::Rides, true);
        assert_eq!(network.now.gaps().collect::<Vec<_>>(), [Help::Money]);
        network.nobody(Help::Money, false);
        assert_eq!(network.now.gaps().count(), 0);
        assert_eq!(Map::default().measures().density, None);
    }

    #[test]
    fn two_days_are_compared_and_a_day_is_kept_once() {
        let mut network = three();
        network.keep(date(2026, 11, 1));
        network.keep(date(2026, 11, 1));
        assert_eq!(network.snapshots.len(), 1);
        let mut neighbour = network.now.ties[1].clone();
        neighbour.closeness = Closeness::Close;
        assert!(network.change(neighbour, &[]));
        network.remove(3);
        network.add(tie("Choir", TieKind::Group, &[]));
        let before = network.snapshots[0].map.clone();
        let changes = network.now.since(&before);
        let tell = |change: &Change<'_>| match change {
            Change::Came(tie) => format!("+{}", tie.alias.as_str()),
            Change::Went(tie) => format!("-{}", tie.alias.as_str()),
            Change::Closer(tie) => format!("<{}", tie.alias.as_str()),
            Change::Farther(tie) => format!(">{}", tie.alias.as_str()),
            Change::Stayed(tie) => format!("={}", tie.alias.as_str()),
        };
        let told: Vec<String> = changes.iter().map(tell).collect();
        assert_eq!(told, ["=Sister", "<Neighbour", "+Choir", "-Library"]);
        let back = before.since(&network.now);
        assert_eq!(tell(&back[1]), ">Neighbour");
        assert_eq!(network.texts().count(), 12);
    }

    #[test]
    fn an_answer_is_kept_once_a_day_and_within_the_scale() {
        let mut network = Network::default();
        let day = date(2026, 11, 24);
        assert!(!network.rate(day, Scale::Life, 11));
        assert!(network.is_empty());
        assert!(network.rate(day, Scale::Life, 4) && network.rate(day, Scale::Life, 6));
        assert!(network.rate(day, Scale::Say, 0));
        assert_eq!(network.ratings.len(), 2);
        assert_eq!(network.ratings[0].value, 6);
        assert!(network.forget(network.ratings[0].id) && !network.forget(99));
    }
}
