//! The texts for PostgreSQL and DuckDB: the table, its indexes, and the question. The
//! score is plain arithmetic over columns and bound arrays, the fastest that was
//! found: subqueries over unnested arrays took many times as long.

/// How many needs, offers and interests a row holds in columns of their own.
pub(super) const NEEDS: usize = 4;
pub(super) const OFFERS: usize = 4;
pub(super) const LIKES: usize = 5;

pub(super) const DROP: &str = "DROP SCHEMA IF EXISTS argonaut_eval CASCADE";

pub(super) const POSTGRES_BEFORE: &[&str] = &[
    DROP,
    "CREATE SCHEMA argonaut_eval",
    "SET search_path = argonaut_eval",
    // Plans are made for the values at hand; compiling them would take longer
    // than running them.
    "SET plan_cache_mode = force_custom_plan",
    "SET jit = off",
    "SET work_mem = '256MB'",
    "SET maintenance_work_mem = '512MB'",
];

pub(super) const TABLE: &str = "CREATE TABLE cards (
        id uuid NOT NULL, owner int NOT NULL, narrow boolean NOT NULL,
        place int NOT NULL, region int NOT NULL, country int NOT NULL,
        lat float8, lon float8, cos_lat float8,
        languages int[] NOT NULL, language_limit int[] NOT NULL,
        age int NOT NULL, gender int NOT NULL, connections int NOT NULL,
        stages int NOT NULL, genders int NOT NULL, max_km float8,
        needs int[] NOT NULL, offers int[] NOT NULL, likes int[] NOT NULL,
        n1 int, n2 int, n3 int, n4 int, u1 float8, u2 float8, u3 float8, u4 float8,
        urgencies float8 NOT NULL, o1 int, o2 int, o3 int, o4 int,
        i1 int, i2 int, i3 int, i4 int, i5 int, likes_weight float8 NOT NULL,
        published float8 NOT NULL, waiting float8 NOT NULL)";

/// How many values a question binds.
const PARAMETERS: usize = 16;

/// The bound values as DuckDB has them: the columns of a table with one row. Bound to
/// the text, they were copied wherever the text names them, and planning took twice
/// as long.
pub(super) const DUCKDB_QUESTION: &str = "CREATE TABLE question (
    p1 int[], p2 int[], p3 int[], p4 int[], p5 int[], p6 float8[], p7 float8[],
    p8 float8[], p9 float8[], p10 float8[], p11 int[], p12 float8[], p13 int[],
    p14 int[], p15 int[], p16 int[])";

pub(super) const POSTGRES_COPY: &str = "COPY argonaut_eval.cards FROM STDIN";

pub(super) const POSTGRES_AFTER: &[&str] = &[
    "CREATE INDEX ON cards USING gin (needs)",
    "CREATE INDEX ON cards USING gin (offers)",
    "CREATE INDEX ON cards USING gin (likes)",
    "CREATE INDEX ON cards USING gin (languages)",
    "VACUUM ANALYZE cards",
];

/// What of a question stands in the text itself: numbers alone.
pub(super) struct Asking {
    pub(super) terms: usize,
    pub(super) needs: Vec<f64>,
    pub(super) all: f64,
    pub(super) likes_weight: f64,
    pub(super) languages: bool,
    pub(super) language_limit: bool,
    pub(super) stages: u8,
    pub(super) gender: u8,
    pub(super) genders: u8,
    pub(super) connections: u16,
    pub(super) max_km: Option<u16>,
    pub(super) centre: Option<(f64, f64)>,
    pub(super) place: i32,
    pub(super) region: i32,
    pub(super) country: i32,
}

/// Whose SQL it is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Dialect {
    Postgres,
    DuckDb,
}

/// The question. Bound: $1 offers that meet a need, $2 needs that we meet, $3 our
/// interests, $4 our languages, $5 those we accept, $6 and $7 how well an offer
/// meets each need (all, remote), $8 and $9 how well we meet a need (all, remote),
/// $10 weights of our interests, $11 what we are to an owner, $12 the factor for
/// trust, $13 to $16 the rules by age.
impl Dialect {
    pub(super) fn question(self, asking: &Asking, limit: usize) -> String {
        let best = best(asking);
        let cover = cover(asking);
        let filter = self.filter(asking);
        let km = km(asking);
        let within = within(asking);
        let both_ways = "0.75::float8 * f + 0.25::float8 * i AS x,
             0.75::float8 * b + 0.25::float8 * i AS y,
             CASE WHEN f + b > 0 THEN (fr + br) / (f + b) ELSE 0 END AS r";
        let score = "(0.4::float8 * (x + y) / 2 + 0.6::float8 * 2 * x * y / (x + y))
             * (r + (1 - r) / (1 + coalesce(km, 50) / 50))
             * ($12::float8[])[c.owner + 1]
             * (0.7::float8 + 0.3::float8 * power(2::float8, -7 * c.published / 90))
             * (1 + 0.15::float8 * least(c.waiting / 26, 1)) AS score";
        let cards = match self {
            // Without the offsets the planner writes every part out anew wherever
            // it is used, and computes it as often.
            Self::Postgres => format!(
                "cards c
           CROSS JOIN LATERAL (SELECT {km} AS km OFFSET 0) far
           CROSS JOIN LATERAL (SELECT {best} OFFSET 0) best
           CROSS JOIN LATERAL (SELECT {cover} OFFSET 0) cover
           CROSS JOIN LATERAL (SELECT {both_ways} OFFSET 0) both_ways
           WHERE {filter} AND {within} AND x + y > 0"
            ),
            Self::DuckDb => format!(
                "(SELECT c.*, {both_ways} FROM
             (SELECT c.*, {cover} FROM
               (SELECT c.*, {best} FROM
                 (SELECT c.*, {km} AS km FROM
                   (SELECT c.*, q.* FROM cards c CROSS JOIN question q) c
                  WHERE {filter}) c
                WHERE {within}) c) c) c
           WHERE x + y > 0"
            ),
        };
        let text = format!(
            "SELECT id, score FROM (SELECT c.id, {score} FROM {cards}) ranked
             WHERE score > 0 ORDER BY score DESC, id LIMIT {limit}"
        );
        match self {
            Self::Postgres => text,
            Self::DuckDb => (1..=PARAMETERS).rev().fold(text, |text, number| {
                let text = text.replace(&format!("${number}::int[]"), &format!("c.p{number}"));
                text.replace(&format!("${number}::float8[]"), &format!("c.p{number}"))
            }),
        }
    }

    /// What stands around an array in the text of a row.
    pub(super) const fn brackets(self) -> [char; 2] {
        match self {
            Self::Postgres => ['{', '}'],
            Self::DuckDb => ['[', ']'],
        }
    }
    fn filter(self, asking: &Asking) -> String {
        let Asking {
            stages,
            gender,
            genders,
            connections,
            ..
        } = asking;
        let mut tests = vec![
            "(c.offers && $1::int[] OR c.needs && $2::int[] OR c.likes && $3::int[])".to_owned(),
        ];
        let empty = match self {
            Self::Postgres => "'{}'",
            Self::DuckDb => "[]",
        };
        let spoken =
            |array: u8| format!("(c.languages = {empty} OR c.languages && ${array}::int[])");
        if asking.languages {
            tests.push(spoken(4));
            tests.push(format!(
                "(c.language_limit = {empty} OR c.language_limit && $4::int[])"
            ));
        }
        if asking.language_limit {
            tests.push(spoken(5));
        } else {
            // Names the parameter, so that every text has the same ones.
            tests.push("$5::int[] IS NOT NULL".to_owned());
        }
        if !asking.languages {
            tests.push("$4::int[] IS NOT NULL".to_owned());
        }
        tests.push(
        "CASE ($11::int[])[c.owner + 1] WHEN 0 THEN NOT c.narrow WHEN 1 THEN true ELSE false END"
            .to_owned(),
    );
        tests.push(format!(
            "((c.connections | {connections}) & ($13::int[])[c.age + 1]) = 0
         AND CASE WHEN {connections} = 0 AND c.connections = 0 THEN ($15::int[])[c.age + 1] = 1
           WHEN {connections} = 0 OR c.connections = 0
             THEN ((c.connections | {connections}) & ($14::int[])[c.age + 1]) <> 0
           ELSE (c.connections & {connections} & ($14::int[])[c.age + 1]) <> 0 END
         AND ($16::int[])[c.age + 1] = 1
         AND (c.stages = 0 OR (c.stages & {stages}) <> 0)
         AND ({genders} = 0 OR c.gender = 0 OR (c.gender & {genders}) <> 0)
         AND (c.genders = 0 OR {gender} = 0 OR (c.genders & {gender}) <> 0)"
        ));
        // Every text names every parameter of the needs.
        if asking.needs.is_empty() {
            tests.push("$6::float8[] IS NOT NULL AND $7::float8[] IS NOT NULL".to_owned());
        }
        tests.join(" AND ")
    }
}

/// The best offer for each of our needs: m1, m2 … in all, r1, r2 … remote.
fn best(asking: &Asking) -> String {
    let mut parts = vec!["0 AS nothing".to_owned()];
    for need in 0..asking.needs.len() {
        let start = need * asking.terms;
        for (name, array) in [("m", 6), ("r", 7)] {
            let offers: Vec<String> = (1..=OFFERS)
                .map(|offer| format!("(${array}::float8[])[c.o{offer} + {start}]"))
                .collect();
            parts.push(format!(
                "coalesce(greatest({}), 0) AS {name}{}",
                offers.join(", "),
                need + 1
            ));
        }
    }
    parts.join(", ")
}

/// Both directions, all and remote, and the interests.
fn cover(asking: &Asking) -> String {
    let (mut forward, mut forward_remote) = (vec!["0".to_owned()], vec!["0".to_owned()]);
    for (urgency, need) in asking.needs.iter().zip(1..) {
        forward.push(format!("{urgency}::float8 * m{need}"));
        forward_remote.push(format!(
            "CASE WHEN r{need} = m{need} THEN {urgency}::float8 * r{need} ELSE 0 END"
        ));
    }
    let back = |array: u8| -> String {
        let needs: Vec<String> = (1..=NEEDS)
            .map(|need| format!("coalesce((${array}::float8[])[c.n{need}] * c.u{need}, 0)"))
            .collect();
        needs.join(" + ")
    };
    let likes: Vec<String> = (1..=LIKES)
        .map(|like| format!("coalesce(($10::float8[])[c.i{like}], 0)"))
        .collect();
    let all = asking.all.max(1.0);
    // Without interests of ours every weight in $10 is 0, and so is the sum.
    let weight = asking.likes_weight.max(f64::MIN_POSITIVE);
    format!(
        "({}) / {all}::float8 AS f, ({}) / {all}::float8 AS fr,
         ({}) / greatest(c.urgencies, 1) AS b, ({}) / greatest(c.urgencies, 1) AS br,
         ({}) / sqrt({weight:?}::float8 * greatest(c.likes_weight, 1e-9)) AS i",
        forward.join(" + "),
        forward_remote.join(" + "),
        back(8),
        back(9),
        likes.join(" + ")
    )
}

/// The great-circle distance, null where a place is not said (`least` alone would
/// make 1 of it).
fn km(asking: &Asking) -> String {
    asking.centre.map_or_else(
        || "NULL::float8".to_owned(),
        |(lat, lon)| {
            let cos = lat.cos();
            format!(
                "CASE WHEN c.lat IS NOT NULL THEN 2 * 6371.0088::float8 * asin(least(1, sqrt(
                   power(sin((c.lat - ({lat:?})::float8) / 2), 2)
                   + c.cos_lat * ({cos:?})::float8
                     * power(sin((c.lon - ({lon:?})::float8) / 2), 2)))) END"
            )
        },
    )
}

/// Both limits on the distance, which bind where neither place lies in the other.
fn within(asking: &Asking) -> String {
    let Asking {
        place,
        region,
        country,
        ..
    } = asking;
    let ours = asking
        .max_km
        .map_or_else(|| "NULL::float8".to_owned(), |km| format!("{km}::float8"));
    format!(
        "(km IS NULL OR km <= coalesce(least(c.max_km, {ours}), 1e9)
          OR (c.place <> {place} AND (c.region = {place} OR c.country = {place}
            OR c.place = {region} OR c.place = {country})))"
    )
}
