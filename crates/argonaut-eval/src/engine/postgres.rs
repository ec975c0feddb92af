//! PostgreSQL as a peer: a table with GIN indexes on its arrays, and one SQL query
//! that filters, scores in full and sorts. Its own schema `argonaut_eval`, which is
//! made anew and dropped at the end. The text of the query is in `sql`.

use std::collections::HashMap;
use std::error::Error;
use std::fmt::Write as _;

use argonaut_domain::ids::CardId;
use argonaut_domain::place::Place;
use argonaut_engine::ListingId;
use sqlx::postgres::{PgArguments, PgConnection};
use sqlx::query::Query;
use sqlx::types::Uuid;
use sqlx::{AssertSqlSafe, Connection as _, Executor as _, Postgres, Row as _};

use super::asker::Asker;
use super::columns::{Columns, NO_KM};
use super::sql;
use super::terms::Meets;
use super::viewer::Owner;

/// Bytes sent at a time while loading.
const CHUNK: usize = 1 << 20;

/// The loaded database.
pub(crate) struct Peer {
    connection: PgConnection,
    places: Places,
}

impl Peer {
    /// Loads all cards and indexes them.
    pub(crate) async fn of(url: &str, columns: &Columns) -> Result<Self, Box<dyn Error>> {
        let mut connection = PgConnection::connect(url).await?;
        for statement in sql::BEFORE {
            connection.execute(*statement).await?;
        }
        let mut places = Places::default();
        let mut copy = connection.copy_in_raw(sql::COPY).await?;
        let mut chunk = String::with_capacity(CHUNK + 4_096);
        for slot in 0..columns.len() {
            row(columns, slot, &mut places, &mut chunk)?;
            if chunk.len() > CHUNK {
                copy.send(chunk.as_bytes()).await?;
                chunk.clear();
            }
        }
        copy.send(chunk.as_bytes()).await?;
        copy.finish().await?;
        for statement in sql::AFTER {
            connection.execute(*statement).await?;
        }
        Ok(Self { connection, places })
    }

    /// The best cards for a question.
    pub(crate) async fn top(
        &mut self,
        asker: &Asker<'_>,
        limit: usize,
    ) -> Result<Vec<(ListingId, f64)>, Box<dyn Error>> {
        let text = sql::question(&self.asking(asker), limit);
        let query = bind(sqlx::query(AssertSqlSafe(text)), asker);
        let rows = query.fetch_all(&mut self.connection).await?;
        rows.iter()
            .map(|row| {
                let id: Uuid = row.try_get(0)?;
                Ok((ListingId::Card(CardId::from_uuid(id)), row.try_get(1)?))
            })
            .collect()
    }

    /// Drops the schema.
    pub(crate) async fn close(mut self) -> Result<(), Box<dyn Error>> {
        self.connection.execute(sql::DROP).await?;
        Ok(self.connection.close().await?)
    }

    fn asking(&mut self, asker: &Asker<'_>) -> sql::Asking {
        let card = asker.card;
        let [place, region, country] = self.places.chain(card.place);
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
}

/// What is bound to the query: arrays by term, by interest, by owner, by age.
fn bind<'q>(
    query: Query<'q, Postgres, PgArguments>,
    asker: &Asker<'_>,
) -> Query<'q, Postgres, PgArguments> {
    let card = asker.card;
    let languages = |list: &[argonaut_domain::language::LanguageId]| -> Vec<i32> {
        list.iter().map(|one| i32::from(one.index())).collect()
    };
    let flags = |flags: &mut dyn Iterator<Item = bool>| -> Vec<i32> {
        (0..)
            .zip(flags)
            .filter_map(|(place, flag)| flag.then_some(place))
            .collect()
    };
    let remote = |meets: &Meets| if meets.remote { meets.sim } else { 0.0 };
    let forward = || asker.needs.iter().flat_map(|need| need.met_by);
    let owners = asker.viewer.owners.iter().map(|owner| match owner {
        Owner::Stranger => 0,
        Owner::Contact => 1,
        Owner::Blocked | Owner::Own => 2,
    });
    query
        .bind(flags(&mut asker.touches.iter().copied()))
        .bind(flags(&mut asker.wanted.iter().map(|by| by.sim > 0.0)))
        .bind(flags(&mut (0..128).map(|bit| asker.likes >> bit & 1 == 1)))
        .bind(languages(&card.languages))
        .bind(languages(&card.limits.languages))
        .bind(forward().map(|by| by.sim).collect::<Vec<f64>>())
        .bind(forward().map(remote).collect::<Vec<f64>>())
        .bind(asker.wanted.iter().map(|by| by.sim).collect::<Vec<f64>>())
        .bind(asker.wanted.iter().map(remote).collect::<Vec<f64>>())
        .bind(
            (0..128usize)
                .map(|bit| asker.liked(bit))
                .collect::<Vec<f64>>(),
        )
        .bind(owners.collect::<Vec<i32>>())
        .bind(asker.viewer.trust.clone())
        .bind(
            asker
                .ages
                .iter()
                .map(|age| i32::from(age.apart))
                .collect::<Vec<i32>>(),
        )
        .bind(
            asker
                .ages
                .iter()
                .map(|age| i32::from(age.meet))
                .collect::<Vec<i32>>(),
        )
        .bind(
            asker
                .ages
                .iter()
                .map(|age| i32::from(age.over_any))
                .collect::<Vec<i32>>(),
        )
        .bind(
            asker
                .ages
                .iter()
                .map(|age| i32::from(age.admitted))
                .collect::<Vec<i32>>(),
        )
}

/// Numbers of places and of those above them.
#[derive(Default)]
struct Places(HashMap<Place, i32>);

impl Places {
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
fn row(
    columns: &Columns,
    slot: usize,
    places: &mut Places,
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
    array(text, &set(&columns.languages)?);
    array(text, &set(&columns.language_limit)?);
    write!(text, "{}\t", columns.age.get(slot).ok_or(missing)?)?;
    write!(text, "{}\t", columns.gender.get(slot).ok_or(missing)?)?;
    write!(text, "{}\t", columns.connections.get(slot).ok_or(missing)?)?;
    write!(text, "{}\t", columns.stage_limit.get(slot).ok_or(missing)?)?;
    write!(text, "{}\t", columns.gender_limit.get(slot).ok_or(missing)?)?;
    match columns.max_km.get(slot).ok_or(missing)? {
        &NO_KM => text.push_str("\\N\t"),
        km => write!(text, "{km}\t")?,
    }
    array(text, needs);
    array(text, offers);
    array(text, &likes);
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

fn array(text: &mut String, values: &[u16]) {
    let values: Vec<String> = values.iter().map(u16::to_string).collect();
    text.push('{');
    text.push_str(&values.join(","));
    text.push_str("}\t");
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
