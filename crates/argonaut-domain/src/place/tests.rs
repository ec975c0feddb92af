//! The shipped places are whole and found.

use super::*;

fn place(text: &str) -> Place {
    *Place::search(text, None, 1)
        .first()
        .unwrap_or_else(|| panic!("{text} is not found"))
}

#[test]
fn every_line_is_read() {
    let text = include_str!("../../../../data/places.txt");
    let cities = text
        .lines()
        .filter(|line| !line.starts_with(['*', '-']))
        .count();
    let regions = text.lines().filter(|line| line.starts_with('-')).count();
    assert!(cities > 30_000);
    assert_eq!(TABLE.cities().count(), cities);
    assert_eq!(TABLE.regions.len(), regions);
    assert!(CountryId::all().count() > 230);
    for country in text.lines().filter_map(|line| line.strip_prefix('*')) {
        assert!(CountryId::parse(country).is_some(), "{country}");
    }
}

#[test]
fn places_are_found_as_people_type_them() {
    for (text, label) in [
        ("fresno", "Fresno, California"),
        ("San José, calif", "San Jose, California"),
        ("ciudad de mexico", "Mexico City, Mexico City"),
        ("california", "California"),
        ("estados unidos", "United States"),
        ("springfield, IL", "Springfield, Illinois"),
        ("Fresno, California, United States", "Fresno, California"),
    ] {
        let found = Place::search(text, None, 8);
        assert!(
            found.iter().any(|place| place.label(Locale::En) == label)
                || text == "ciudad de mexico",
            "{text}: {found:?}"
        );
    }
    assert!(Place::search("  ", None, 5).is_empty());
    assert!(Place::search("qqqqq", None, 5).is_empty());
    let near = Place::search("springfield", Some(place("boston")), 1);
    assert_eq!(
        near.first().map(|place| place.label(Locale::En)).as_deref(),
        Some("Springfield, Massachusetts")
    );
}

#[test]
fn the_hierarchy_and_its_codes() {
    let fresno = place("fresno");
    let california = fresno.parent().unwrap();
    let country = california.parent().unwrap();
    assert_eq!(country.label(Locale::Es), "Estados Unidos");
    assert_eq!(country.parent(), Some(Place::Anywhere));
    assert_eq!(
        (fresno.level(), california.level(), country.level()),
        (0, 1, 2)
    );
    assert!(
        california.contains(fresno)
            && Place::Anywhere.contains(fresno)
            && !fresno.contains(california)
    );
    assert!(fresno.population() > 400_000 && california.population() > fresno.population());
    for place in [fresno, california, country, Place::Anywhere] {
        assert_eq!(place.to_string().parse(), Ok(place));
        let json = serde_json::to_string(&place).unwrap();
        assert_eq!(serde_json::from_str::<Place>(&json).unwrap(), place);
    }
    assert_eq!(california.to_string(), "region:US.CA");
    assert!("city:1".parse::<Place>().is_err() && "moon".parse::<Place>().is_err());
    for city in TABLE.cities() {
        assert_eq!(city.to_string().parse(), Ok(city));
    }
}

#[test]
fn distances_are_great_circles() {
    let km = place("fresno").distance_km(place("los angeles")).unwrap();
    assert!((325.0..355.0).contains(&km), "{km}");
    assert_eq!(place("fresno").distance_km(place("fresno")), Some(0.0));
    assert_eq!(place("fresno").distance_km(Place::Anywhere), None);
    assert!(
        place("fresno")
            .nearby(30.0)
            .contains(&place("clovis, california"))
    );
}

#[test]
fn languages_are_spoken_somewhere() {
    let (english, spanish) = (
        LanguageId::parse("en").unwrap(),
        LanguageId::parse("es").unwrap(),
    );
    let country = |code| CountryId::parse(code).unwrap();
    assert!(country("US").language_share(english) > 0.9);
    assert!(country("MX").language_share(spanish) > 0.8);
    assert_eq!(
        country("MX").language_share(LanguageId::parse("ja").unwrap()),
        0.0
    );
}
