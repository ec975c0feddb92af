//! The hard limits of a question as sets of slots: cards that some limit surely
//! rules out are left out many at a time. What stays is still asked of `limits`,
//! which alone decides.

use argonaut_domain::children::Ages;
use argonaut_domain::person::Gender;
use argonaut_domain::place::Place;
use argonaut_domain::taxonomy::{Taxonomy, TermId, TermKind};

use super::bits::Bits;
use super::facts::{self, WITHIN, flag};
use super::tile::Tile;
use crate::limits::{self, Verdict};
use crate::listing::Face;

/// Whom a question can be about.
pub(super) struct Admit {
    /// Our languages, as facts; empty where we name none.
    languages: Vec<u16>,
    /// The languages that we accept; empty for all.
    accepted: Vec<u16>,
    /// Ages that our limits, or the two ages together, rule out.
    barred_ages: Vec<u16>,
    /// Kinds of connection of which theirs must name one, if it names any.
    kinds: Option<Vec<u16>>,
    /// Facts of which none may hold.
    barred: Vec<u16>,
    /// Stages of life, not all of which may be refused.
    stages: Vec<u16>,
    /// Our city's country, and how far we meet somebody; only for a city, since
    /// a wider place may contain theirs.
    city: Option<(u16, f64)>,
}

impl Admit {
    pub(super) fn of(face: &Face<'_>) -> Self {
        let kinds: Vec<TermId> = Taxonomy::builtin().terms(TermKind::Connection).collect();
        let mut known: Vec<(Ages, bool)> = Vec::with_capacity(4);
        let mut can_meet = |ages: Ages| {
            if let Some((_, possible)) = known.iter().find(|(held, _)| *held == ages) {
                return *possible;
            }
            let possible = |theirs: &[TermId]| {
                limits::connection_at(ages, face.connections, theirs) != Verdict::Mismatch
            };
            let possible = possible(&[]) || kinds.iter().any(|kind| possible(&[*kind]));
            known.push((ages, possible));
            possible
        };
        let stages = &face.limits.stages;
        let barred_ages = facts::ages()
            .filter(|age| {
                let admitted =
                    stages.is_empty() || age.stages().any(|stage| stages.contains(&stage));
                !admitted || !can_meet(Ages::of(face.age, *age))
            })
            .map(flag::aged)
            .collect();
        let accepted = &face.limits.genders;
        let refused = Gender::ALL
            .iter()
            .filter(|gender| !accepted.is_empty() && !accepted.contains(gender))
            .map(|gender| flag::is(*gender));
        let languages = |list: &[argonaut_domain::language::LanguageId]| -> Vec<u16> {
            list.iter().map(|one| facts::speaking(*one)).collect()
        };
        let country = match face.place {
            Place::City(_) => face.place.country(),
            Place::Region(_) | Place::Country(_) | Place::Anywhere => None,
        };
        Self {
            languages: languages(face.languages),
            accepted: languages(&face.limits.languages),
            barred_ages,
            kinds: (!face.connections.is_empty()).then(|| {
                face.connections
                    .iter()
                    .map(|kind| facts::seeking(*kind))
                    .collect()
            }),
            barred: refused.chain(face.gender.map(flag::refuses)).collect(),
            stages: face.age.stages().map(flag::refuses_stage).collect(),
            city: country.map(|country| {
                let most = face.limits.max_km.map_or(f64::INFINITY, f64::from);
                (facts::wide(country), most)
            }),
        }
    }

    /// The cards of a tile, none of them nearer than `km`, that no limit rules
    /// out as far as sets can tell.
    pub(super) fn among(&self, tile: &Tile, km: f64) -> Bits {
        let columns = tile.columns();
        let mut may = *tile.live();
        if !self.languages.is_empty() {
            let mut understood = columns.any(&self.languages);
            columns.add_to(&mut understood, flag::SILENT);
            may = may.and(&understood);
            if may.is_empty() {
                return may;
            }
        }
        if let Some((country, most)) = self.city {
            if km > most {
                let mut nearer = columns.any(&[country]);
                columns.add_to(&mut nearer, flag::NOWHERE);
                may = may.and(&nearer);
                if may.is_empty() {
                    return may;
                }
            }
            let within = WITHIN.iter().zip(flag::WITHIN..);
            let too_far = within.take_while(|(most, _)| km > f64::from(**most));
            if let Some((_, stay)) = too_far.last() {
                may = may.minus(&columns.one(stay));
            }
        }
        if let Some(kinds) = &self.kinds {
            let mut shared = columns.any(kinds);
            columns.add_to(&mut shared, flag::OPEN);
            may = may.and(&shared);
        }
        if !self.accepted.is_empty() {
            let mut accepted = columns.any(&self.accepted);
            columns.add_to(&mut accepted, flag::SILENT);
            may = may.and(&accepted);
        }
        if !self.barred_ages.is_empty() {
            may = may.minus(&columns.any(&self.barred_ages));
        }
        if !self.barred.is_empty() {
            may = may.minus(&columns.any(&self.barred));
        }
        let refused = |stage: &u16| columns.one(*stage);
        let all_refused = self
            .stages
            .iter()
            .map(refused)
            .reduce(|all, one| all.and(&one));
        if let Some(refused) = all_refused {
            may = may.minus(&refused);
        }
        may
    }
}
