//! The form of a record: what it shows, and what was typed into it. The same
//! form records and changes; nothing typed is ever lost.

use argonaut_app::dossier::{Birth, ContactWay, Dossier, Need, Private, Relationship, Strength};
use argonaut_domain::card::{Limits, Urgency};
use argonaut_domain::language::LanguageId;
use argonaut_domain::person::{Gender, LifeStage};
use argonaut_domain::place::Place;
use argonaut_domain::taxonomy::{TermId, TermKind};
use jiff::civil::Date;
use maud::{Markup, html};

use super::places::{Typed, options, resolve_place};
use super::words as own;
use crate::form_data::FormData;
use crate::i18n::{Tr, t};
use crate::pages::parts::{Choice, Field, form, picker};
use crate::words;

/// What a form says, with what is wrong in it.
pub(super) struct Read {
    pub(super) dossier: Dossier,
    pub(super) errors: Vec<(String, String)>,
}

/// Reads the form. A field that cannot be read is named in `errors`.
pub(super) fn read(tr: &Tr, sent: &FormData) -> Read {
    let mut errors = Vec::new();
    let mut dossier = Dossier::new(sent.text("name"));
    dossier.identity.full_name = Private::from(sent.text("full_name"));
    dossier.identity.pronouns = Private::from(sent.text("pronouns"));
    dossier.relationship = sent.parsed("relationship").unwrap_or_default();
    dossier.contact.phones = lines(sent.text("phones"));
    dossier.contact.emails = lines(sent.text("emails"));
    dossier.contact.address = Private::from(sent.text("address"));
    dossier.contact.preferred = sent.parsed("preferred");
    dossier.contact.times = Private::from(sent.text("times"));
    match birth(sent.text("birth")) {
        Some(birth) => dossier.birth = birth,
        None => errors.push(("birth".to_owned(), t!(tr, "clients-birth-unreadable"))),
    }
    dossier.gender = sent.parsed("gender");
    dossier.languages = sent.languages("languages");
    match resolve_place(tr, sent, "place") {
        Typed::Nothing => {}
        Typed::One(place) => dossier.place = place,
        Typed::Many(_) => errors.push(("place".to_owned(), t!(tr, "form-place-which"))),
        Typed::Unknown => errors.push(("place".to_owned(), t!(tr, "clients-place-unknown"))),
    }
    dossier.situations = sent.terms("situations");
    dossier.needs = sent
        .terms("needs")
        .into_iter()
        .map(|term| need(sent, term))
        .collect();
    dossier.offers = sent
        .terms("offers")
        .into_iter()
        .map(Strength::new)
        .collect();
    dossier.interests = sent.terms("interests");
    dossier.connections = sent.terms("connections");
    let km = sent.text("max_km");
    dossier.limits = Limits {
        stages: sent.all_parsed("limit_stages"),
        genders: sent.all_parsed("limit_genders"),
        languages: sent.languages("limit_languages"),
        max_km: km.parse().ok().filter(|km| *km > 0),
    };
    if !km.is_empty() && dossier.limits.max_km.is_none() {
        errors.push(("max_km".to_owned(), t!(tr, "clients-km-unreadable")));
    }
    dossier.never_introduce = lines(sent.text("never"));
    Read { dossier, errors }
}

fn lines(text: &str) -> Vec<Private> {
    text.lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .map(Private::from)
        .collect()
}

fn need(sent: &FormData, term: TermId) -> Need {
    let code = term.code();
    let urgency = sent
        .parsed(&format!("urgency.{code}"))
        .unwrap_or(Urgency::Medium);
    let mut need = Need::new(term, urgency);
    need.since = sent.parsed(&format!("since.{code}"));
    need.note = Private::from(sent.text(&format!("note.{code}")));
    need
}

/// A year ("1950") or a day ("1950-04-30", "30.4.1950", "4/30/1950").
pub(super) fn birth(text: &str) -> Option<Birth> {
    if text.is_empty() {
        return Some(Birth::Unknown);
    }
    if let Ok(year) = text.parse::<u16>() {
        return (1850..=2200).contains(&year).then_some(Birth::Year(year));
    }
    ["%Y-%m-%d", "%d.%m.%Y", "%m/%d/%Y", "%d-%m-%Y"]
        .into_iter()
        .find_map(|format| Date::strptime(format, text).ok())
        .filter(|date| date.year() >= 1850)
        .map(Birth::Date)
}

fn birth_text(birth: Birth) -> String {
    match birth {
        Birth::Unknown => String::new(),
        Birth::Year(year) => year.to_string(),
        Birth::Date(date) => date.to_string(),
    }
}

fn joined(texts: &[Private]) -> String {
    texts
        .iter()
        .map(Private::as_str)
        .collect::<Vec<_>>()
        .join("\n")
}

/// What the form shows.
pub(super) struct Shown<'a> {
    pub(super) tr: &'a Tr,
    pub(super) dossier: &'a Dossier,
    /// What was typed, when the form comes back; empty the first time.
    pub(super) sent: &'a FormData,
    pub(super) errors: &'a [(String, String)],
    /// Whether everything but the first fields is folded away.
    pub(super) folded: bool,
}

impl Shown<'_> {
    fn field(&self, name: &'static str, label: String) -> Field<'static> {
        let error = self
            .errors
            .iter()
            .find(|(field, _)| field == name)
            .map(|(_, text)| text.clone());
        Field::new(name, label).error(error).autocomplete("off")
    }
    fn wrong(&self, names: &[&str]) -> bool {
        self.errors
            .iter()
            .any(|(field, _)| names.contains(&field.as_str()))
    }

    /// The whole form's fields.
    pub(super) fn fields(&self) -> Markup {
        let (tr, dossier) = (self.tr, self.dossier);
        let more = |title: String, names: &[&str], fields: &Markup| {
            form::more(&title, !self.folded || self.wrong(names), fields)
        };
        html! {
            (form::error_summary(tr, self.errors))
            (self.first())
            (more(t!(tr, "clients-form-contact"), &["full_name", "phones", "emails", "address", "times"], &self.contact()))
            (form::group(&t!(tr, "clients-needs"), Some(&t!(tr, "clients-needs-hint")), &self.needs()))
            (more(t!(tr, "clients-form-gives"), &["offers", "interests"], &html! {
                (self.terms("offers", t!(tr, "clients-offers"), TermKind::Need, &dossier.offers.iter().map(|offer| offer.term).collect::<Vec<_>>()))
                (self.terms("interests", t!(tr, "clients-interests"), TermKind::Interest, &dossier.interests))
            }))
            (more(t!(tr, "clients-form-situation"), &["situations"], &html! {
                p.hint { (t!(tr, "clients-situations-hint")) }
                (self.terms("situations", t!(tr, "clients-situations"), TermKind::Situation, &dossier.situations))
            }))
            (more(t!(tr, "clients-form-seeks"), &["connections", "max_km", "never"], &self.seeks()))
        }
    }

    fn first(&self) -> Markup {
        let (tr, dossier) = (self.tr, self.dossier);
        let relationships: Vec<Choice<'_>> = Relationship::ALL
            .iter()
            .map(|of| {
                Choice::new(
                    of.code(),
                    own::relationship(tr, *of),
                    *of == dossier.relationship,
                )
            })
            .collect();
        let genders: Vec<Choice<'_>> = std::iter::once(Choice::new(
            "",
            t!(tr, "clients-not-said"),
            dossier.gender.is_none(),
        ))
        .chain(Gender::ALL.iter().map(|of| {
            Choice::new(
                of.code(),
                words::gender(tr, *of),
                Some(*of) == dossier.gender,
            )
        }))
        .collect();
        html! {
            (form::text_field(tr, &self.field("name", t!(tr, "clients-name")).hint(t!(tr, "clients-name-hint"))
                .value(dossier.name()).required().longest(200)))
            (form::row(&html! {
                (form::select(tr, &self.field("relationship", t!(tr, "clients-relationship")), &relationships))
                (form::select(tr, &self.field("gender", t!(tr, "clients-gender")), &genders))
                (form::text_field(tr, &self.field("birth", t!(tr, "clients-birth")).hint(t!(tr, "clients-birth-hint"))
                    .value(self.typed_or("birth", birth_text(dossier.birth))).longest(20)))
            }))
            (self.place())
            (self.language_field("languages", t!(tr, "clients-languages"), &dossier.languages))
        }
    }

    fn typed_or(&self, name: &str, kept: String) -> String {
        let typed = self.sent.text(name);
        if self.sent.ticked(name) {
            typed.to_owned()
        } else {
            kept
        }
    }

    fn place(&self) -> Markup {
        let (tr, dossier) = (self.tr, self.dossier);
        let known = dossier.place != Place::Anywhere;
        let label = if known {
            dossier.place.full_label(tr.locale())
        } else {
            String::new()
        };
        let field = self
            .field("place", t!(tr, "clients-place"))
            .hint(t!(tr, "form-place-hint"))
            .value(self.typed_or("place", label));
        let code = if known {
            dossier.place.to_string()
        } else {
            String::new()
        };
        html! {
            (picker::type_ahead(tr, &field, "/places", &code))
            @if let Typed::Many(several) = resolve_place(tr, self.sent, "place") {
                (picker::pick_choices(tr, &field, &options(tr, &several)))
            }
        }
    }

    /// The languages of the neighbourhood first, all others below.
    fn language_field(&self, name: &'static str, label: String, chosen: &[LanguageId]) -> Markup {
        let tr = self.tr;
        let choice = |language: LanguageId| picker::TermChoice {
            code: language.code().to_owned(),
            label: language.name(tr.locale()).to_owned(),
            synonyms: language.autonym().to_owned(),
            chosen: chosen.contains(&language),
        };
        let all: Vec<LanguageId> = LanguageId::all().collect();
        let (often, rest) = all.split_at(all.len().min(24));
        let group = |label: String, languages: &[LanguageId]| picker::TermGroup {
            label,
            terms: languages.iter().map(|language| choice(*language)).collect(),
        };
        let groups = [
            group(t!(tr, "clients-languages-often"), often),
            group(t!(tr, "clients-languages-rest"), rest),
        ];
        picker::term_picker(tr, &self.field(name, label), &groups)
    }

    fn contact(&self) -> Markup {
        let (tr, dossier) = (self.tr, self.dossier);
        let ways: Vec<Choice<'_>> = std::iter::once(Choice::new(
            "",
            t!(tr, "clients-not-said"),
            dossier.contact.preferred.is_none(),
        ))
        .chain(ContactWay::ALL.iter().map(|way| {
            Choice::new(
                way.code(),
                own::contact_way(tr, *way),
                Some(*way) == dossier.contact.preferred,
            )
        }))
        .collect();
        html! {
            (form::text_field(tr, &self.field("full_name", t!(tr, "clients-full-name")).value(dossier.identity.full_name.as_str()).longest(200)))
            (form::text_field(tr, &self.field("pronouns", t!(tr, "clients-pronouns")).value(dossier.identity.pronouns.as_str()).longest(200)))
            (form::textarea(tr, &self.field("phones", t!(tr, "clients-phones")).hint(t!(tr, "clients-one-per-line")).value(joined(&dossier.contact.phones)), 2))
            (form::textarea(tr, &self.field("emails", t!(tr, "clients-emails")).hint(t!(tr, "clients-one-per-line")).value(joined(&dossier.contact.emails)), 2))
            (form::textarea(tr, &self.field("address", t!(tr, "clients-address")).value(dossier.contact.address.as_str()), 3))
            (form::select(tr, &self.field("preferred", t!(tr, "clients-preferred")), &ways))
            (form::text_field(tr, &self.field("times", t!(tr, "clients-times")).value(dossier.contact.times.as_str()).longest(1000)))
        }
    }

    fn needs(&self) -> Markup {
        let (tr, dossier) = (self.tr, self.dossier);
        let chosen: Vec<TermId> = dossier.needs.iter().map(|need| need.term).collect();
        html! {
            @for need in &dossier.needs { (self.need_row(need)) }
            (self.terms("needs", t!(tr, "clients-needs-pick"), TermKind::Need, &chosen))
        }
    }

    fn need_row(&self, need: &Need) -> Markup {
        let tr = self.tr;
        let code = need.term.code();
        let label = need.term.label(tr.locale());
        let urgencies: Vec<Choice<'_>> = Urgency::ALL
            .iter()
            .map(|of| Choice::new(of.code(), words::urgency(tr, *of), *of == need.urgency))
            .collect();
        let since = need.since.map(|date| date.to_string()).unwrap_or_default();
        form::row(&html! {
            (form::select(tr, &Field::new(format!("urgency.{code}"), t!(tr, "clients-need-urgency", need = label)), &urgencies))
            (form::date_field(tr, &Field::new(format!("since.{code}"), t!(tr, "clients-need-since", need = label)).value(since)))
            (form::text_field(tr, &Field::new(format!("note.{code}"), t!(tr, "clients-need-note", need = label)).value(need.note.as_str()).autocomplete("off").longest(1000)))
        })
    }

    fn terms(
        &self,
        name: &'static str,
        label: String,
        kind: TermKind,
        chosen: &[TermId],
    ) -> Markup {
        picker::term_picker(
            self.tr,
            &self.field(name, label),
            &words::term_groups(self.tr, kind, chosen),
        )
    }

    fn seeks(&self) -> Markup {
        let (tr, dossier) = (self.tr, self.dossier);
        let limits = &dossier.limits;
        let connections: Vec<Choice<'_>> = argonaut_domain::taxonomy::Taxonomy::builtin()
            .terms(TermKind::Connection)
            .map(|term| {
                Choice::new(
                    term.code(),
                    term.label(tr.locale()),
                    dossier.connections.contains(&term),
                )
            })
            .collect();
        let stages: Vec<Choice<'_>> = LifeStage::ALL
            .iter()
            .map(|of| Choice::new(of.code(), words::stage(tr, *of), limits.stages.contains(of)))
            .collect();
        let genders: Vec<Choice<'_>> = Gender::ALL
            .iter()
            .map(|of| {
                Choice::new(
                    of.code(),
                    words::gender(tr, *of),
                    limits.genders.contains(of),
                )
            })
            .collect();
        let km = limits.max_km.map(|km| km.to_string()).unwrap_or_default();
        html! {
            (form::check_group(tr, &self.field("connections", t!(tr, "clients-connections")).hint(t!(tr, "clients-connections-hint")), &connections))
            (form::check_group(tr, &self.field("limit_stages", t!(tr, "clients-limit-stages")).hint(t!(tr, "clients-limits-hint")), &stages))
            (form::check_group(tr, &self.field("limit_genders", t!(tr, "clients-limit-genders")), &genders))
            (self.language_field("limit_languages", t!(tr, "clients-limit-languages"), &limits.languages))
            (form::text_field(tr, &self.field("max_km", t!(tr, "clients-max-km")).value(self.typed_or("max_km", km)).kind("number")))
            (form::textarea(tr, &self.field("never", t!(tr, "clients-never")).hint(t!(tr, "clients-never-hint")).value(joined(&dossier.never_introduce)), 2))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn births_are_read_as_people_write_them() {
        assert_eq!(birth(""), Some(Birth::Unknown));
        assert_eq!(birth("1950"), Some(Birth::Year(1950)));
        let day = Birth::Date(Date::constant(1950, 4, 30));
        for text in ["1950-04-30", "30.04.1950", "04/30/1950", "30-04-1950"] {
            assert_eq!(birth(text), Some(day), "{text}");
        }
        for bad in ["50", "soon", "1950-13-01", "31.02.1950"] {
            assert_eq!(birth(bad), None, "{bad}");
        }
    }
}
