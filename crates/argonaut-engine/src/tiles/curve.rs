//! Where a card lies in the order of the tiles: along a Hilbert curve over the
//! map, so that cards of one neighbourhood share a tile; and the circle on the
//! globe that a tile covers, with a lower bound on the distance to it.

use argonaut_domain::place::Place;

/// The Earth's mean radius in kilometres, as `Place::distance_km` uses it.
const EARTH_KM: f64 = 6_371.008_8;
/// What a bound gives away, so that no rounding makes it wrong.
const SLACK_KM: f64 = 0.05;
/// Bits per coordinate.
const ORDER: u32 = 16;

/// A place on the curve; places without a centre come last.
pub(crate) fn key(place: Place) -> u32 {
    let Some((lat, lon)) = place.centre() else {
        return u32::MAX;
    };
    let cells = f64::from(1u32 << ORDER);
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "clamped to 16 bits"
    )]
    let cell = |part: f64| (part * cells).clamp(0.0, cells - 1.0) as u32;
    hilbert(cell((lon + 180.0) / 360.0), cell((lat + 90.0) / 180.0))
}

/// The distance along the curve (Hilbert 1891; the loop over quadrants is the
/// textbook's).
fn hilbert(mut x: u32, mut y: u32) -> u32 {
    let mut key = 0;
    let mut side = 1 << (ORDER - 1);
    while side > 0 {
        let right = u32::from(x & side > 0);
        let upper = u32::from(y & side > 0);
        key = (key << 2) | ((3 * right) ^ upper);
        if upper == 0 {
            if right == 1 {
                x = (side * 2 - 1) & !x;
                y = (side * 2 - 1) & !y;
            }
            (x, y) = (y, x);
        }
        x &= side - 1;
        y &= side - 1;
        side /= 2;
    }
    key
}

/// A point on the unit globe.
pub(crate) type Point = [f64; 3];

/// The centre of a place on the globe; `None` where it has none.
pub(crate) fn point(place: Place) -> Option<Point> {
    let (lat, lon) = place.centre()?;
    let (lat, lon) = (lat.to_radians(), lon.to_radians());
    Some([lat.cos() * lon.cos(), lat.cos() * lon.sin(), lat.sin()])
}

/// A place's centre in a quarter of a cache line, for a quick look at how far it is.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Dot {
    /// No numbers where the place has no centre.
    at: [f32; 3],
    pub(crate) is_city: bool,
}

impl Dot {
    pub(crate) fn of(place: Place) -> Self {
        let at = point(place).map_or([f32::NAN; 3], small);
        Self {
            at,
            is_city: matches!(place, Place::City(_)),
        }
    }
    /// The least distance in kilometres, by the chord; `None` where there is no
    /// centre. Small numbers are wrong by less than a metre.
    #[inline]
    pub(crate) fn at_least_km(&self, from: [f32; 3]) -> Option<f64> {
        let squares = self.at.iter().zip(from).map(|(a, b)| (a - b) * (a - b));
        let chord = f64::from(squares.sum::<f32>().sqrt());
        (!chord.is_nan()).then(|| (chord * EARTH_KM - SLACK_KM).max(0.0))
    }
}

/// A point in small numbers.
#[expect(clippy::cast_possible_truncation, reason = "rounding is meant")]
pub(crate) fn small(point: Point) -> [f32; 3] {
    point.map(|part| part as f32)
}

fn angle(a: Point, b: Point) -> f64 {
    let dot: f64 = a.iter().zip(b).map(|(a, b)| a * b).sum();
    dot.clamp(-1.0, 1.0).acos()
}

/// A circle on the globe that holds every placed card of a tile.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Circle {
    centre: Point,
    /// In radians; below 0 when it holds nothing.
    radius: f64,
}

impl Circle {
    /// The circle around the mean of some points.
    pub(crate) fn around(points: impl Iterator<Item = Point> + Clone) -> Self {
        let mut sum = [0.0; 3];
        for point in points.clone() {
            for (sum, part) in sum.iter_mut().zip(point) {
                *sum += part;
            }
        }
        let length = sum.iter().map(|part| part * part).sum::<f64>().sqrt();
        let centre = if length > 1e-9 {
            sum.map(|part| part / length)
        } else {
            [0.0, 0.0, 1.0]
        };
        let radius = points
            .map(|point| angle(centre, point))
            .fold(-1.0, f64::max);
        Self { centre, radius }
    }
    /// The circle around some circles.
    pub(crate) fn of(circles: impl Iterator<Item = Self> + Clone) -> Self {
        let held = circles.filter(|circle| circle.radius >= 0.0);
        let middle = Self::around(held.clone().map(|circle| circle.centre));
        let radius = held
            .map(|circle| angle(middle.centre, circle.centre) + circle.radius)
            .fold(-1.0, f64::max);
        Self {
            centre: middle.centre,
            radius,
        }
    }
    /// Widens it so that it holds one more point.
    pub(crate) fn take_in(&mut self, point: Point) {
        if self.radius < 0.0 {
            *self = Self {
                centre: point,
                radius: 0.0,
            };
        } else {
            self.radius = self.radius.max(angle(self.centre, point));
        }
    }
    /// No card in it is nearer to the point than this, in kilometres.
    pub(crate) fn at_least_km(&self, from: Point) -> f64 {
        if self.radius < 0.0 {
            return f64::INFINITY;
        }
        // Near the centre the arc cosine is at its roughest: some ten metres.
        (EARTH_KM * (angle(self.centre, from) - self.radius) - SLACK_KM).max(0.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neighbours_on_the_curve_are_neighbours_on_the_map() {
        let mut seen: Vec<(u32, u32, u32)> = (0..32)
            .flat_map(|x| (0..32).map(move |y| (hilbert(x << 11, y << 11), x, y)))
            .collect();
        seen.sort_unstable();
        for pair in seen.windows(2) {
            let (_, x, y) = pair[0];
            let (_, next_x, next_y) = pair[1];
            assert_eq!(x.abs_diff(next_x) + y.abs_diff(next_y), 1);
        }
    }

    #[test]
    fn a_circle_is_never_further_than_what_it_holds() {
        let cities: Vec<Place> = Place::search("san", None, 40);
        let points: Vec<Point> = cities.iter().filter_map(|city| point(*city)).collect();
        for size in [1, 2, 7, points.len()] {
            for (chunk, places) in points.chunks(size).zip(cities.chunks(size)) {
                let circle = Circle::around(chunk.iter().copied());
                let wider = Circle::of([circle, circle].into_iter());
                for city in &cities {
                    let from = point(*city).unwrap();
                    let nearest = places
                        .iter()
                        .filter_map(|place| city.distance_km(*place))
                        .fold(f64::INFINITY, f64::min);
                    assert!(circle.at_least_km(from) <= nearest);
                    assert!(wider.at_least_km(from) <= nearest);
                }
            }
        }
        assert!(
            Circle::around(std::iter::empty())
                .at_least_km([0.0, 0.0, 1.0])
                .is_infinite()
        );
    }
}
