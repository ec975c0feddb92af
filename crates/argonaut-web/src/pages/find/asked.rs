//! What a helper asked Find for: the words and places they typed, read into a
//! filter. What could not be read stops the search; it is never left out.

use argonaut_app::engine::{Filter, ListingKind};
use argonaut_domain::language::LanguageId;
use argonaut_domain::person::{Gender, LifeStage};
use argonaut_domain::place::Place;
use argonaut_domain::taxonomy::{Taxonomy, TermId, TermKind};

use crate::form_data::FormData;
use crate::i18n::{Tr, t};
use crate::pages::clients::places::{Typed, resolve_place};
use crate::words;

/// A typed word may stand for this many terms.
const MEANINGS: usize = 8;
/// So many of them are named.
const NAMED: usize = 3;

/// A question to Find.
pub(super) struct Asked {
    pub(super) kind: ListingKind,
    pub(super) filter: Filter,
    /// One for each thing that was asked for.
    pub(super) parts: Vec<Part>,
    /// What stops the search.
    pub(super) stuck: Vec<Stuck>,
    sent: FormData,
}

/// One thing that was asked for.
pub(super) struct Part {
    /// The field it was typed into.
    pub(super) field: &'static str,
    /// What it was read as ("Needs: Rides").
    pub(super) label: String,
}

/// Why there is nothing to search for.
pub(super) enum Stuck {
    /// Nobody knows this word.
    Word(&'static str, String),
    /// Nobody knows this place.
    Place(String),
    /// Several places have this name.
    Which(String, Vec<Place>),
    /// This need is never named on a card; helpers and services may offer it.
    Unnamed(TermId),
}

/// The fields that take a typed term, with the list their terms stand in.
pub(super) const fn term_fields(kind: ListingKind) -> &'static [(&'static str, TermKind)] {
    match kind {
        ListingKind::Card => &[
            ("need", TermKind::Need),
            ("offer", TermKind::Need),
            ("interest", TermKind::Interest),
        ],
        ListingKind::Helper | ListingKind::Service => &[("offer", TermKind::Need)],
    }
}

/// The label of a field, as the form and the chips show it.
pub(super) fn label(tr: &Tr, kind: ListingKind, field: &str) -> String {
    match (field, kind) {
        ("need", _) => t!(tr, "find-need"),
        ("offer", ListingKind::Card) => t!(tr, "find-offer"),
        ("offer", ListingKind::Helper) => t!(tr, "find-skill"),
        ("offer", ListingKind::Service) => t!(tr, "find-service-need"),
        ("interest", _) => t!(tr, "find-interest"),
        ("connection", _) => t!(tr, "clients-connections"),
        ("situation", _) => t!(tr, "find-situation"),
        ("stage", _) => t!(tr, "find-stage"),
        ("gender", _) => t!(tr, "clients-gender"),
        ("place", _) => t!(tr, "find-place"),
        _ => t!(tr, "find-language"),
    }
}

impl Asked {
    /// Reads a query.
    pub(super) fn of(tr: &Tr, sent: FormData) -> Self {
        let kind = sent.parsed("kind").unwrap_or(ListingKind::Card);
        let mut asked = Self {
            kind,
            filter: Filter::of(kind),
            parts: Vec::new(),
            stuck: Vec::new(),
            sent,
        };
        for (field, of) in term_fields(kind) {
            asked.read_terms(tr, field, *of);
        }
        match kind {
            ListingKind::Card => {
                asked.filter.stages = asked.sent.all_parsed("stage");
                let stages: Vec<LifeStage> = asked.filter.stages.clone();
                asked.add(tr, "stage", stages.iter().map(|of| words::stage(tr, *of)));
                asked.filter.genders = asked.sent.all_parsed("gender");
                let genders: Vec<Gender> = asked.filter.genders.clone();
                asked.add(
                    tr,
                    "gender",
                    genders.iter().map(|of| words::gender(tr, *of)),
                );
                asked.filter.connections = asked.sent.terms("connection");
                let terms = asked.filter.connections.clone();
                asked.add_terms(tr, "connection", &terms);
            }
            ListingKind::Helper => {
                asked.filter.situations = asked.sent.terms("situation");
                let terms = asked.filter.situations.clone();
                asked.add_terms(tr, "situation", &terms);
            }
            ListingKind::Service => {}
        }
        asked.read_place(tr);
        asked.filter.languages = asked.sent.languages("language");
        let languages: Vec<LanguageId> = asked.filter.languages.clone();
        asked.add(
            tr,
            "language",
            languages.iter().map(|of| of.name(tr.locale()).to_owned()),
        );
        asked
    }

    /// What a field shows again: what was typed, or the name of what a link chose.
    pub(super) fn shown(&self, tr: &Tr, field: &str) -> String {
        let text = self.sent.text(field);
        let term = Taxonomy::builtin().by_code(text);
        term.map_or_else(
            || text.to_owned(),
            |term| term.label(tr.locale()).to_owned(),
        )
    }

    /// A field's raw value.
    pub(super) fn text(&self, field: &str) -> &str {
        self.sent.text(field)
    }

    /// The page asked for, from 0.
    pub(super) fn page(&self) -> usize {
        self.sent.parsed("page").unwrap_or(0)
    }

    /// The address of the same question with one field set otherwise, or
    /// without it; from its first page on.
    pub(super) fn address(&self, field: &str, value: Option<&str>) -> String {
        let code = format!("{field}_code");
        let kept = self.sent.pairs().filter(|(name, value)| {
            *name != "page" && *name != field && *name != code && !value.is_empty()
        });
        let pairs: Vec<String> = kept
            .chain(value.map(|value| (field, value)))
            .map(|(name, value)| format!("{name}={}", crate::failure::escape(value)))
            .collect();
        format!("/find?{}", pairs.join("&"))
    }

    /// Every field that was filled in, to be sent along.
    pub(super) fn filled(&self) -> impl Iterator<Item = (&str, &str)> {
        let pairs = self.sent.pairs();
        pairs.filter(|(name, value)| *name != "page" && !value.is_empty())
    }

    /// The address of the same question with this place, of several.
    pub(super) fn address_at(&self, place: Place) -> String {
        let place = place.to_string();
        let mut address = self.address("place", Some(self.sent.text("place")));
        address.push_str("&place_code=");
        address.push_str(&crate::failure::escape(&place));
        address
    }

    /// A typed word stands for the terms it begins; a code, or the label of
    /// one term, for itself.
    fn read_terms(&mut self, tr: &Tr, field: &'static str, kind: TermKind) {
        let text = self.sent.text(field).to_owned();
        if text.is_empty() {
            return;
        }
        let taxonomy = Taxonomy::builtin();
        let of_kind = |term: &TermId| term.kind() == kind;
        let chosen = taxonomy
            .by_code(self.sent.text(&format!("{field}_code")))
            .filter(of_kind)
            .filter(|term| term.label(tr.locale()) == text)
            .or_else(|| taxonomy.by_code(&text).filter(of_kind));
        let mut found = chosen.map_or_else(
            || taxonomy.search(&[kind], tr.locale(), &text, MEANINGS),
            |term| vec![term],
        );
        if let Some(same) = found
            .iter()
            .find(|term| term.label(tr.locale()).eq_ignore_ascii_case(&text))
        {
            found = vec![*same];
        }
        if found.is_empty() {
            self.stuck.push(Stuck::Word(field, text));
            return;
        }
        if self.kind == ListingKind::Card
            && let [first, ..] = found.as_slice()
            && found.iter().all(|term| term.is_sensitive())
        {
            self.stuck.push(Stuck::Unnamed(*first));
        }
        self.add_terms(tr, field, &found);
        match field {
            "need" => self.filter.needs = found,
            "offer" => self.filter.offers = found,
            _ => self.filter.interests = found,
        }
    }

    fn read_place(&mut self, tr: &Tr) {
        let text = self.sent.text("place").to_owned();
        match resolve_place(tr, &self.sent, "place") {
            Typed::Nothing => {}
            Typed::One(place) => {
                self.filter.place = Some(place);
                self.add(tr, "place", [place.full_label(tr.locale())]);
            }
            Typed::Many(several) => self.stuck.push(Stuck::Which(text, several)),
            Typed::Unknown => self.stuck.push(Stuck::Place(text)),
        }
    }

    fn add_terms(&mut self, tr: &Tr, field: &'static str, terms: &[TermId]) {
        let labels = terms.iter().map(|term| term.label(tr.locale()).to_owned());
        self.add(tr, field, labels);
    }

    fn add(&mut self, tr: &Tr, field: &'static str, values: impl IntoIterator<Item = String>) {
        let mut values: Vec<String> = values.into_iter().collect();
        if values.is_empty() {
            return;
        }
        let what = label(tr, self.kind, field);
        if values.len() > NAMED {
            values.truncate(NAMED);
            values.push("…".to_owned());
        }
        let values = values.join(", ");
        self.parts.push(Part {
            field,
            label: t!(tr, "find-part", what = what, value = values),
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use argonaut_domain::locale::Locale;

    fn asked(pairs: &[(&str, &str)]) -> Asked {
        let pairs = pairs
            .iter()
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
            .collect();
        Asked::of(&Tr::of(Locale::En), FormData::of(pairs))
    }

    #[test]
    fn what_cannot_be_read_stops_the_search() {
        let word = asked(&[("need", "qqqq")]);
        assert!(matches!(&word.stuck[..], [Stuck::Word("need", text)] if text == "qqqq"));
        let place = asked(&[("place", "Qqqqq")]);
        assert!(matches!(&place.stuck[..], [Stuck::Place(text)] if text == "Qqqqq"));
        let several = asked(&[("place", "Springfield")]);
        let [Stuck::Which(_, places)] = &several.stuck[..] else {
            panic!("several Springfields")
        };
        let address = several.address_at(places[1]);
        let pairs: Vec<(String, String)> = url_pairs(&address);
        let chosen = Asked::of(&Tr::of(Locale::En), FormData::of(pairs));
        assert_eq!(chosen.filter.place, Some(places[1]));
        assert!(chosen.stuck.is_empty());
    }

    #[test]
    fn a_word_stands_for_the_terms_it_begins_and_a_label_for_itself() {
        let word = asked(&[("need", "ride"), ("page", "3")]);
        assert!(!word.filter.needs.is_empty() && word.stuck.is_empty());
        let one = word.filter.needs[0];
        let link = word.address("need", Some(one.code()));
        assert!(!link.contains("page="), "{link}");
        let chosen = Asked::of(&Tr::of(Locale::En), FormData::of(url_pairs(&link)));
        assert_eq!(chosen.filter.needs, [one]);
        assert_eq!(
            chosen.shown(&Tr::of(Locale::En), "need"),
            one.label(Locale::En)
        );
        let label = asked(&[("need", one.label(Locale::En))]);
        assert_eq!(label.filter.needs, [one]);
        assert_eq!(chosen.address("need", None), "/find?");
    }

    #[test]
    fn a_need_that_no_card_names_is_said_to_be_one() {
        let term = Taxonomy::builtin()
            .terms(TermKind::Need)
            .find(|term| term.is_sensitive())
            .unwrap();
        let card = asked(&[("need", term.code())]);
        assert!(matches!(card.stuck[..], [Stuck::Unnamed(unnamed)] if unnamed == term));
        let helper = asked(&[("kind", "helper"), ("offer", term.code())]);
        assert!(helper.stuck.is_empty());
        assert_eq!(helper.filter.offers, [term]);
    }

    fn url_pairs(address: &str) -> Vec<(String, String)> {
        let uri: axum::http::Uri = address.parse().unwrap();
        axum::extract::Query::try_from_uri(&uri).unwrap().0
    }
}
