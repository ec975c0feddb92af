//! A network as a picture: the client in the middle, three rings for how close, a sector for
//! each kind of tie. The table on the page tells the same in words.

use argonaut_app::dossier::{Map, Tie};
use argonaut_domain::network::{Closeness, Frequency, TieKind};
use maud::{Markup, html};

use super::words;
use crate::i18n::{Tr, t};

/// As many letters as stand under a tie.
const LETTERS: usize = 12;
/// How far from the middle each ring is, of the whole.
const RINGS: [(Closeness, f64); 3] = [
    (Closeness::Close, 0.36),
    (Closeness::Middle, 0.66),
    (Closeness::Far, 0.94),
];

/// Where a tie stands.
struct Spot<'a> {
    tie: &'a Tie,
    x: f64,
    y: f64,
}

/// A sector: its kind, where it begins and ends, in turns from above.
struct Sector {
    kind: TieKind,
    from: f64,
    until: f64,
}

fn short(text: &str) -> String {
    if text.chars().count() <= LETTERS {
        return text.to_owned();
    }
    let cut: String = text.chars().take(LETTERS - 1).collect();
    format!("{}…", cut.trim_end())
}

fn count(number: usize) -> f64 {
    f64::from(u32::try_from(number).unwrap_or(u32::MAX))
}

fn of<'a>(
    map: &'a Map,
    kind: TieKind,
    close: Closeness,
) -> impl Iterator<Item = &'a Tie> + use<'a> {
    map.ties
        .iter()
        .filter(move |tie| tie.kind == kind && tie.closeness == close)
}

/// A place in the picture: so far from the middle, in this direction.
fn at(turn: f64, far: f64) -> (f64, f64) {
    let angle = turn * std::f64::consts::TAU;
    (far * angle.sin(), -far * angle.cos())
}

/// Each kind that is there gets room for its fullest ring.
fn sectors(map: &Map) -> (Vec<Sector>, f64) {
    let fullest = |kind: TieKind| {
        let rings = RINGS.iter().map(|(close, _)| of(map, kind, *close).count());
        rings.max().unwrap_or(0)
    };
    let rooms: Vec<(TieKind, f64)> = TieKind::ALL
        .iter()
        .map(|kind| (*kind, fullest(*kind)))
        .filter(|(_, room)| *room > 0)
        .map(|(kind, room)| (kind, count(room)))
        .collect();
    let all: f64 = rooms.iter().map(|(_, room)| room).sum();
    let mut from = 0.0;
    let sectors = rooms
        .into_iter()
        .map(|(kind, room)| {
            let until = from + room / all;
            let sector = Sector { kind, from, until };
            from = until;
            sector
        })
        .collect();
    (sectors, all)
}

fn spots<'a>(map: &'a Map, sectors: &[Sector], size: f64) -> Vec<Spot<'a>> {
    let mut spots = Vec::with_capacity(map.ties.len());
    for sector in sectors {
        for (close, ring) in RINGS {
            let there = of(map, sector.kind, close).count();
            for (place, tie) in of(map, sector.kind, close).enumerate() {
                let share = (count(place) + 0.5) / count(there);
                let turn = sector.from + (sector.until - sector.from) * share;
                // Neighbours on a ring stand a little before and behind each other.
                let step = if place % 2 == 0 { -0.04 } else { 0.04 };
                let step = if there > 1 { step } else { 0.0 };
                let (x, y) = at(turn, (ring - 0.1 + step) * size);
                spots.push(Spot { tie, x, y });
            }
        }
    }
    spots
}

const fn line_of(frequency: Frequency) -> &'static str {
    match frequency {
        Frequency::Daily => "map-line map-daily",
        Frequency::Weekly => "map-line map-weekly",
        Frequency::Monthly => "map-line",
        Frequency::Yearly | Frequency::Rarely => "map-line map-rarely",
    }
}

fn place(number: f64) -> String {
    format!("{number:.1}")
}

/// The picture; `label` tells in a sentence what it shows. Nothing for an empty map.
pub(super) fn network(tr: &Tr, label: &str, map: &Map) -> Markup {
    let (sectors, room) = sectors(map);
    let size = 190.0 + 7.0 * room;
    let spots = spots(map, &sectors, size);
    let find = |id: u32| spots.iter().find(|spot| spot.tie.id == id);
    let known = map
        .knows
        .iter()
        .filter_map(|(one, two)| Some((find(*one)?, find(*two)?)));
    let (edge, wide) = (size + 44.0, 2.0 * size + 88.0);
    let frame = format!("{:.0} {:.0} {wide:.0} {wide:.0}", -edge, -edge);
    html! {
        @if !map.ties.is_empty() {
            svg.map viewBox=(frame) role="img" aria-label=(label) {
                @for (_, ring) in RINGS { circle.map-ring cx="0" cy="0" r=(place(ring * size)) {} }
                @if sectors.len() > 1 {
                    @for sector in &sectors {
                        @let (x, y) = at(sector.from, size);
                        line.map-sector x1="0" y1="0" x2=(place(x)) y2=(place(y)) {}
                    }
                }
                @for (one, two) in known {
                    line.map-known x1=(place(one.x)) y1=(place(one.y)) x2=(place(two.x)) y2=(place(two.y)) {}
                }
                @for spot in &spots {
                    line class=(line_of(spot.tie.frequency)) x1="0" y1="0" x2=(place(spot.x)) y2=(place(spot.y)) {}
                }
                g.map-ego {
                    circle cx="0" cy="0" r="24" {}
                    text x="0" y="0" { (t!(tr, "network-ego")) }
                }
                @for spot in &spots {
                    g.map-tie.map-paid[spot.tie.kind == TieKind::Professional] {
                        @if spot.tie.kind == TieKind::Place { rect x=(place(spot.x - 9.0)) y=(place(spot.y - 9.0)) width="18" height="18" rx="3" {} }
                        @else { circle cx=(place(spot.x)) cy=(place(spot.y)) r="10" {} }
                        text x=(place(spot.x)) y=(place(spot.y + 23.0)) { (short(&spot.tie.alias)) }
                    }
                }
                @for sector in &sectors {
                    @let (x, y) = at(f64::midpoint(sector.from, sector.until), size + 14.0);
                    @let side = if x > size / 3.0 { "end" } else if x < -size / 3.0 { "start" } else { "middle" };
                    text.map-kind x=(place(x.clamp(-edge + 4.0, edge - 4.0))) y=(place(y)) text-anchor=(side) { (words::kind(tr, sector.kind)) }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pages::network::tests::tie;
    use argonaut_domain::locale::Locale;

    #[test]
    fn everybody_stands_somewhere_of_their_own() {
        let mut map = Map::default();
        for number in 0..60 {
            let kinds = TieKind::ALL;
            let mut one = tie(
                number,
                "<Ana>",
                kinds[usize::try_from(number).unwrap() % kinds.len()],
            );
            one.closeness = Closeness::ALL[usize::try_from(number / 8).unwrap() % 3];
            map.ties.push(one);
        }
        map.knows = vec![(0, 1), (0, 99)];
        let (sectors, room) = sectors(&map);
        let spots = spots(&map, &sectors, 190.0 + 7.0 * room);
        assert_eq!(spots.len(), 60);
        for (first, one) in spots.iter().enumerate() {
            for two in &spots[first + 1..] {
                let apart = (one.x - two.x).hypot(one.y - two.y);
                assert!(apart > 12.0, "{apart:.1} apart");
            }
        }
        let picture = network(&Tr::of(Locale::En), "x", &map).into_string();
        assert_eq!(picture.matches("map-known").count(), 1);
        assert!(!picture.contains("<Ana>") && picture.contains("&lt;Ana&gt;"));
        let none = network(&Tr::of(Locale::En), "x", &Map::default()).into_string();
        assert!(none.is_empty());
    }
}
