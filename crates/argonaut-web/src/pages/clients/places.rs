//! Places: type-ahead, and what a typed text means without the script.

use argonaut_domain::place::Place;
use axum::extract::Query;
use maud::Markup;

use crate::form_data::FormData;
use crate::i18n::Tr;
use crate::me::Me;
use crate::pages::parts::picker::{PickOption, pick_list};

/// What a typed place turned out to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Typed {
    /// Nothing was typed.
    Nothing,
    /// This place.
    One(Place),
    /// One of these.
    Many(Vec<Place>),
    /// No place we know.
    Unknown,
}

/// Reads the fields `NAME` and `NAME_code` of a form.
pub(crate) fn resolve_place(tr: &Tr, sent: &FormData, name: &str) -> Typed {
    let text = sent.text(name);
    if text.is_empty() {
        return Typed::Nothing;
    }
    let chosen: Option<Place> = sent.parsed(&format!("{name}_code"));
    let found = Place::search(text, None, 6);
    let named =
        |place: &Place| place.full_label(tr.locale()) == text || place.label(tr.locale()) == text;
    match (chosen, found.as_slice()) {
        // The code counts as long as the text still names it, or was chosen among several.
        (Some(place), _) if named(&place) || found.contains(&place) => Typed::One(place),
        (_, []) => Typed::Unknown,
        (_, [only]) => Typed::One(*only),
        (_, several) => {
            let exact: Vec<Place> = several.iter().copied().filter(named).collect();
            match exact.as_slice() {
                [only] => Typed::One(*only),
                _ => Typed::Many(several.to_vec()),
            }
        }
    }
}

/// Places as answers to choose from.
pub(crate) fn options(tr: &Tr, places: &[Place]) -> Vec<PickOption> {
    places
        .iter()
        .map(|place| PickOption {
            code: place.to_string(),
            label: place.full_label(tr.locale()),
            detail: String::new(),
        })
        .collect()
}

/// The list under the field while somebody types.
pub(super) async fn suggest(me: Me, Query(query): Query<Vec<(String, String)>>) -> Markup {
    let sent = FormData::of(query);
    let found = Place::search(sent.text("q"), None, 8);
    pick_list(&me.tr, &options(&me.tr, &found))
}

#[cfg(test)]
mod tests {
    use super::*;
    use argonaut_domain::locale::Locale;

    #[test]
    fn a_typed_place_is_one_or_several_or_none() {
        let tr = Tr::of(Locale::En);
        let sent = |text: &str, code: &str| {
            FormData::of(vec![
                ("place".to_owned(), text.to_owned()),
                ("place_code".to_owned(), code.to_owned()),
            ])
        };
        let of = |text: &str, code: &str| resolve_place(&tr, &sent(text, code), "place");
        assert_eq!(of("", "country:US"), Typed::Nothing);
        assert_eq!(of("Qqqqq", ""), Typed::Unknown);
        let Typed::One(fresno) = of("Fresno, California, United States", "") else {
            panic!("one Fresno")
        };
        assert_eq!(
            of("Fresno, California, United States", &fresno.to_string()),
            Typed::One(fresno)
        );
        assert!(matches!(of("Springfield", ""), Typed::Many(several) if several.len() > 2));
        let Typed::Many(several) = of("Springfield", "") else {
            panic!("several")
        };
        assert_eq!(
            of("Springfield", &several[1].to_string()),
            Typed::One(several[1])
        );
        // A code that was left over from another text does not count.
        assert_ne!(of("Springfield", &fresno.to_string()), Typed::One(fresno));
    }
}
