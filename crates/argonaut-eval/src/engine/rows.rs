//! What the databases are given: the rows of the table as text for COPY, and the
//! values that a question binds. The same for each of them.

use std::collections::HashMap;
use std::error::Error;
use std::fmt::Write as _;

use argonaut_domain::language::LanguageId;
use argonaut_domain::place::Place;
use argonaut_engine::ListingId;

use super::asker::{AgeRule, Asker};
use super::columns::{Columns, NO_KM};
use super::sql::{self, Dialect};
use super::terms::Meets;
use super::viewer::Owner;

/// A value that a question binds.
#[derive(serde::Serialize)]
#[serde(untagged)]
pub(super) enum Bound {
    Numbers(Vec<i32>),
    Factors(Vec<f64>),
}

/// What is bound to a question, in the order of its parameters: arrays by term, by
/// interest, by owner, by age.
pub(super) fn bound(asker: &Asker<'_>) -> Vec<Bound> {
    let card = asker.card;
    let languages = |list: &[LanguageId]| {
        Bound::Numbers(list.iter().map(|one| i32::from(one.index())).collect())
    };
    let flags = |flags: &mut dyn Iterator<Item = bool>| {
        let flagged = (0..).zip(flags).filter(|(_, flag)| *flag);
        Bound::Numbers(flagged.map(|(place, _)| place).collect())
    };
    let all =
        |meets: &mut dyn Iterator<Item = &Meets>| Bound::Factors(meets.map(|by| by.sim).collect());
    let remote = |meets: &mut dyn Iterator<Item = &Meets>| {
        let sim = meets.map(|by| if by.remote { by.sim } else { 0.0 });
        Bound::Factors(sim.collect())
    };
    let forward = || asker.needs.iter().flat_map(|need| need.met_by);
    let owners = asker.viewer.owners.iter().map(|owner| match owner {
        Owner::Stranger => 0,
        Owner::Contact => 1,
        Owner::Blocked | Owner::Own => 2,
    });
    let ages =
        |rule: &dyn Fn(&AgeRule) -> i32| Bound::Numbers(asker.ages.iter().map(rule).collect());
    vec![
        flags(&mut asker.touches.iter().copied()),
        flags(&mut asker.wanted.iter().map(|by| by.sim > 0.0)),
        flags(&mut (0..128).map(|bit| asker.likes >> bit & 1 == 1)),
        languages(&card.languages),
        languages(&card.limits.languages),
        all(&mut forward()),
        remote(&mut forward()),
        all(&mut asker.wanted.iter()),
        remote(&mut asker.wanted.iter()),
        Bound::Factors((0..128).map(|bit| asker.liked(bit)).collect()),
        Bound::Numbers(owners.collect()),
        Bound::Factors(asker.viewer.trust.clone()),
        ages(&|age| i32::from(age.apart)),
        ages(&|age| i32::from(age.meet)),
        ages(&|age| i32::from(age.over_any)),
        ages(&|age| i32::from(age.admitted)),
    ]
}

/// Numbers of places and of those above them.
#[derive(Default)]
pub(super) struct Places(HashMap<Place, i32>);

impl Places {
    /// What of a question stands in its text.
    pub(super) fn asking(&mut self, asker: &Asker<'_>) -> sql::Asking {
        let card = asker.card;
        let [place, region, country] = self.chain(card.place);
        sql::Asking {
            terms: asker.wanted.len(),
            needs: asker.needs.iter().map(|need| need.urgency).collect(),
            all: asker.all,
            likes_weight: asker.likes_weight,
            languages: !card.languages.is_empty(),
            language_limit: !card.limits.languages.is_empty(),
            stages: asker.stages,
            gender: asker.gender,
            genders: asker.gender_limit,
            connections: asker.connections,
            max_km: card.limits.max_km,
            centre: centre(card.place),
            place,
            region,
            country,
        }
    }
    fn number(&mut self, place: Option<Place>) -> i32 {
        let next = i32::try_from(self.0.len()).unwrap_or(i32::MAX);
        place.map_or(-1, |place| *self.0.entry(place).or_insert(next))
    }
    /// A place, the region above it and the country above it; −1 where there is none.
    fn chain(&mut self, place: Place) -> [i32; 3] {
        let above = |level| {
            std::iter::successors(place.parent(), |above| above.parent())
                .find(|above| above.level() == level)
        };
        [Some(place), above(1), above(2)].map(|place| self.number(place))
    }
}

/// Latitude and longitude in radians.
fn centre(place: Place) -> Option<(f64, f64)> {
    place
        .centre()
        .map(|(lat, lon)| (lat.to_radians(), lon.to_radians()))
}

/// One line of COPY.
pub(super) fn row(
    columns: &Columns,
    slot: usize,
    places: &mut Places,
    dialect: Dialect,
    text: &mut String,
) -> Result<(), Box<dyn Error>> {
    let missing = "a column is too short";
    let Some(ListingId::Card(id)) = columns.ids.get(slot) else {
        return Err(missing.into());
    };
    let place_number = columns.place.get(slot).ok_or(missing)?;
    let place = columns.places.values.get(*place_number as usize);
    let place = *place.ok_or(missing)?;
    let set = |column: &[u32]| -> Result<Vec<u16>, Box<dyn Error>> {
        let number = column.get(slot).ok_or(missing)?;
        let set = columns.language_sets.values.get(*number as usize);
        Ok(set.ok_or(missing)?.iter().map(|one| one.index()).collect())
    };
    let (needs, urgencies) = (columns.needs.of(slot), columns.urgencies.of(slot));
    let offers = columns.offers.of(slot);
    let bits = columns.interests.get(slot).ok_or(missing)?;
    let likes: Vec<u16> = (0..128).filter(|bit| bits >> bit & 1 == 1).collect();
    let [place_id, region, country] = places.chain(place);
    write!(text, "{id}\t{}\t", columns.owner.get(slot).ok_or(missing)?)?;
    write!(text, "{}\t", columns.narrow.get(slot).ok_or(missing)?)?;
    write!(text, "{place_id}\t{region}\t{country}\t")?;
    match centre(place) {
        Some((lat, lon)) => write!(text, "{lat}\t{lon}\t{}\t", lat.cos())?,
        None => text.push_str("\\N\t\\N\t\\N\t"),
    }
    array(text, dialect, &set(&columns.languages)?);
    array(text, dialect, &set(&columns.language_limit)?);
    write!(text, "{}\t", columns.age.get(slot).ok_or(missing)?)?;
    write!(text, "{}\t", columns.gender.get(slot).ok_or(missing)?)?;
    write!(text, "{}\t", columns.connections.get(slot).ok_or(missing)?)?;
    write!(text, "{}\t", columns.stage_limit.get(slot).ok_or(missing)?)?;
    write!(text, "{}\t", columns.gender_limit.get(slot).ok_or(missing)?)?;
    match columns.max_km.get(slot).ok_or(missing)? {
        &NO_KM => text.push_str("\\N\t"),
        km => write!(text, "{km}\t")?,
    }
    array(text, dialect, needs);
    array(text, dialect, offers);
    array(text, dialect, &likes);
    // Arrays in SQL begin at 1, so every term moves up by one.
    cells(text, needs.iter().map(|term| term + 1), sql::NEEDS)?;
    cells(text, urgencies.iter().copied(), sql::NEEDS)?;
    write!(text, "{}\t", urgencies.iter().sum::<u16>())?;
    cells(text, offers.iter().map(|term| term + 1), sql::OFFERS)?;
    cells(text, likes.iter().map(|bit| bit + 1), sql::LIKES)?;
    write!(
        text,
        "{}\t",
        columns.interest_weight.get(slot).ok_or(missing)?
    )?;
    let weeks = |column: &[i32]| {
        column
            .get(slot)
            .map(|week| super::asker::weeks_since(*week))
    };
    write!(text, "{}\t", weeks(&columns.published).ok_or(missing)?)?;
    writeln!(text, "{}", weeks(&columns.waiting_since).ok_or(missing)?)?;
    Ok(())
}

fn array(text: &mut String, dialect: Dialect, values: &[u16]) {
    let values: Vec<String> = values.iter().map(u16::to_string).collect();
    let [open, close] = dialect.brackets();
    text.push(open);
    text.push_str(&values.join(","));
    text.push(close);
    text.push('\t');
}

/// So many cells, empty ones as null.
fn cells(
    text: &mut String,
    values: impl Iterator<Item = u16>,
    count: usize,
) -> Result<(), Box<dyn Error>> {
    let values: Vec<u16> = values.collect();
    if values.len() > count {
        return Err("a card has more terms than the table has columns".into());
    }
    for place in 0..count {
        match values.get(place) {
            Some(value) => write!(text, "{value}\t")?,
            None => text.push_str("\\N\t"),
        }
    }
    Ok(())
}
