//! Finding places while somebody types.

use std::sync::LazyLock;

use super::table::TABLE;
use super::{CountryId, Place, RegionId};
use crate::fold::fold;
use crate::locale::Locale;

/// Every name, made comparable, with its place; sorted, so that those that
/// begin alike stand together.
static NAMES: LazyLock<Vec<(String, Place)>> = LazyLock::new(|| {
    let cities = TABLE.cities().map(|city| (name_of(city), city));
    let regions = (0u16..)
        .zip(&TABLE.regions)
        .filter(|(_, region)| !region.name.is_empty())
        .map(|(index, region)| (fold(region.name), Place::Region(RegionId(index))));
    let countries = CountryId::all().flat_map(|id| {
        let english = fold(id.name(Locale::En));
        let spanish = Some(fold(id.name(Locale::Es))).filter(|name| *name != english);
        [Some(english), spanish]
            .into_iter()
            .flatten()
            .map(move |name| (name, Place::Country(id)))
    });
    let mut names: Vec<(String, Place)> = cities.chain(regions).chain(countries).collect();
    names.sort();
    names
});

fn name_of(place: Place) -> String {
    match place {
        Place::City(id) => TABLE
            .city(id)
            .map_or_else(String::new, |city| fold(city.name)),
        Place::Region(_) | Place::Country(_) | Place::Anywhere => fold(&place.label(Locale::En)),
    }
}

pub(super) fn search(text: &str, near: Option<Place>, limit: usize) -> Vec<Place> {
    let (name, within) = match text.split_once(',') {
        Some((name, within)) => (fold(name.trim()), fold(within.trim())),
        None => (fold(text.trim()), String::new()),
    };
    if name.is_empty() {
        return Vec::new();
    }
    let start = NAMES.partition_point(|(known, _)| *known < name);
    let alike = NAMES
        .get(start..)
        .unwrap_or_default()
        .iter()
        .take_while(|(known, _)| known.starts_with(&name));
    let mut found: Vec<(bool, u64, u64, Place)> = alike
        .filter(|(_, place)| within.is_empty() || lies_within(*place, &within))
        .map(|(known, place)| {
            let near_first = near
                .and_then(|near| near.distance_km(*place))
                .filter(|far| *far <= 150.0)
                .map_or(1, |_| 0);
            (
                *known != name,
                near_first,
                u64::MAX - place.population(),
                *place,
            )
        })
        .collect();
    // Near ones first, then whole names, then big ones.
    found.sort_by_key(|&(longer, far, small, place)| (far, longer, small, place));
    let mut places: Vec<Place> = Vec::with_capacity(limit);
    for (.., place) in found {
        if places.len() == limit {
            break;
        }
        if !places.contains(&place) {
            places.push(place);
        }
    }
    places
}

/// Whether some place above begins with this text, in any language.
fn lies_within(place: Place, text: &str) -> bool {
    std::iter::successors(place.parent(), |above| above.parent()).any(|above| {
        Locale::ALL.iter().any(|locale| {
            let label = fold(&above.label(*locale));
            // "Oaxaca, Oaxaca, Mexico": the rest of a full label is fine, too.
            label.starts_with(text) || text.starts_with(&format!("{label},"))
        }) || matches!(above, Place::Region(id) if TABLE.region(id).is_some_and(|region| fold(region.code) == text))
    })
}
