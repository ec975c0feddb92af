//! One's own profile.

use argonaut_app::helpers::edit::{ProfileError, edit, mine};
use argonaut_app::words::{Draft, Hearing, Looked, look};
use argonaut_domain::helper::{
    Helper, HelperOffer, HelperRole, OfferLevel, Profile, ProfilePrivacy, Reach,
};
use argonaut_domain::language::LanguageId;
use argonaut_domain::place::Place;
use argonaut_domain::taxonomy::{TermId, TermKind};
use argonaut_domain::trust::EnquiryReach;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};
use maud::{Markup, html};

use super::problems::fault;
use crate::failure::Failure;
use crate::form_data::FormData;
use crate::i18n::{Tr, t};
use crate::me::{Me, done};
use crate::pages::clients::places::{Typed, options, resolve_place};
use crate::pages::drafts::panel::{self, Place as DraftPlace};
use crate::pages::layout::{NavItem, Width};
use crate::pages::parts::{self, Choice, Field, form, picker};
use crate::state::Web;
use crate::words::{self, Done};

pub(super) async fn show(State(web): State<Web>, me: Me) -> Result<Markup, Failure> {
    let helper = mine(&web.app, &me.who).await?;
    Ok(page(&me, &helper, &FormData::default(), &[], None))
}

fn reach_label(tr: &Tr, reach: Reach) -> String {
    match reach {
        Reach::Everyone => t!(tr, "profile-reach-everyone"),
        Reach::Contacts => t!(tr, "profile-reach-contacts"),
        Reach::Nobody => t!(tr, "profile-reach-nobody"),
    }
}

/// `stored`: the public words as they were before, when words came that are to be asked
/// about.
fn page(
    me: &Me,
    helper: &Helper,
    sent: &FormData,
    errors: &[(String, String)],
    stored: Option<&str>,
) -> Markup {
    let tr = &me.tr;
    let profile = &helper.profile;
    let field = |name: &'static str, label: String| {
        let error = errors
            .iter()
            .find(|(field, _)| field == name)
            .map(|(_, text)| text.clone());
        Field::new(name, label).error(error)
    };
    let roles: Vec<Choice<'_>> = HelperRole::ALL
        .iter()
        .map(|role| Choice::new(role.code(), words::role(tr, *role), *role == profile.role))
        .collect();
    let questions = |field: &str| match stored {
        Some(stored) => {
            let looked = looked(me, sent, field, stored);
            panel::panel(tr, field, Hearing::Profile, &looked, looked.undecided)
        }
        None => panel::none(field),
    };
    let offers: Vec<TermId> = profile.offers.iter().map(|offer| offer.term).collect();
    let body = html! {
        (parts::heading(&t!(tr, "shell-account-profile"), Some(&t!(tr, "profile-lead")), None))
        (form::error_summary(tr, errors))
        (parts::notice_public(tr, &t!(tr, "profile-public")))
        (form::post("/profile", true, &html! {
            (form::hidden("version", &helper.version.to_string()))
            (form::text_field(tr, &field("name", t!(tr, "accounts-name")).value(helper.name.as_str()).required().autocomplete("name").longest(80)))
            (form::radio_cards(tr, &field("role", t!(tr, "profile-role")), &roles))
            (area(tr, &field("area", t!(tr, "profile-area")).hint(t!(tr, "profile-area-hint")), profile.area, sent))
            (languages(tr, &field("languages", t!(tr, "profile-languages")), &profile.languages))
            (form::textarea(tr, &field("about", t!(tr, "profile-about")).hint(t!(tr, "profile-about-hint")).value(profile.about.as_str()).longest(600).draft(DraftPlace::Profile.code()), 4))
            (questions("about"))
            (form::group(&t!(tr, "profile-offers"), Some(&t!(tr, "profile-offers-hint")), &html! {
                @for offer in &profile.offers { (offer_row(tr, offer)) (questions(&format!("note.{}", offer.term.code()))) }
                (picker::term_picker(tr, &field("offers", t!(tr, "profile-offers-pick")), &words::term_groups(tr, TermKind::Need, &offers)))
            }))
            (picker::term_picker(tr, &field("situations", t!(tr, "profile-situations")).hint(t!(tr, "profile-situations-hint")), &words::term_groups(tr, TermKind::Situation, &profile.situations)))
            (form::group(&t!(tr, "profile-privacy"), None, &privacy(tr, &profile.privacy)))
            (form::submit_row(&t!(tr, "profile-save"), Some((&t!(tr, "form-cancel"), "/today"))))
        }))
    };
    me.show(
        &t!(tr, "shell-account-profile"),
        NavItem::Account,
        Width::Text,
        &body,
    )
}

fn area(tr: &Tr, field: &Field<'_>, area: Place, sent: &FormData) -> Markup {
    let known = area != Place::Anywhere;
    let label = if known {
        area.full_label(tr.locale())
    } else {
        String::new()
    };
    let value = if sent.ticked("area") {
        sent.text("area").to_owned()
    } else {
        label
    };
    let field = field.clone().value(value);
    let code = if known {
        area.to_string()
    } else {
        String::new()
    };
    html! {
        (picker::type_ahead(tr, &field, "/places", &code))
        @if let Typed::Many(several) = resolve_place(tr, sent, "area") { (picker::pick_choices(tr, &field, &options(tr, &several))) }
    }
}

pub(crate) fn languages(tr: &Tr, field: &Field<'_>, chosen: &[LanguageId]) -> Markup {
    let all: Vec<LanguageId> = LanguageId::all().collect();
    let (often, rest) = all.split_at(all.len().min(24));
    let group = |label: String, languages: &[LanguageId]| picker::TermGroup {
        label,
        terms: languages
            .iter()
            .map(|language| picker::TermChoice {
                code: language.code().to_owned(),
                label: language.name(tr.locale()).to_owned(),
                synonyms: language.autonym().to_owned(),
                chosen: chosen.contains(language),
            })
            .collect(),
    };
    picker::term_picker(
        tr,
        field,
        &[
            group(t!(tr, "clients-languages-often"), often),
            group(t!(tr, "clients-languages-rest"), rest),
        ],
    )
}

fn offer_row(tr: &Tr, offer: &HelperOffer) -> Markup {
    let (code, label) = (offer.term.code(), offer.term.label(tr.locale()));
    let levels = [
        Choice::new(
            "has",
            t!(tr, "profile-level-has"),
            offer.level == OfferLevel::Has,
        ),
        Choice::new(
            "learning",
            t!(tr, "profile-level-learning"),
            offer.level == OfferLevel::Learning,
        ),
    ];
    let per_month = offer
        .per_month
        .map(|times| times.to_string())
        .unwrap_or_default();
    form::row(&html! {
        (form::select(tr, &Field::new(format!("level.{code}"), t!(tr, "profile-offer-level", offer = label)), &levels))
        (form::text_field(tr, &Field::new(format!("per_month.{code}"), t!(tr, "profile-offer-month", offer = label)).value(per_month).kind("number")))
        (form::text_field(tr, &Field::new(format!("note.{code}"), t!(tr, "profile-offer-note", offer = label)).value(offer.note.as_str()).longest(140).draft(DraftPlace::Profile.code())))
    })
}

fn privacy(tr: &Tr, privacy: &ProfilePrivacy) -> Markup {
    let choice = |name: &'static str, label: String, now: Reach| {
        let choices: Vec<Choice<'_>> = Reach::ALL
            .iter()
            .map(|reach| Choice::new(reach.code(), reach_label(tr, *reach), *reach == now))
            .collect();
        form::select(tr, &Field::new(name, label), &choices)
    };
    let enquiries: Vec<Choice<'_>> = EnquiryReach::ALL
        .iter()
        .map(|reach| {
            let label = crate::pages::trust::words::enquiries(tr, *reach);
            Choice::new(reach.code(), label, *reach == privacy.enquiries)
        })
        .collect();
    html! {
        (choice("listed", t!(tr, "profile-who-finds"), privacy.listed))
        (choice("sees_area", t!(tr, "profile-who-area"), privacy.area))
        (choice("sees_offers", t!(tr, "profile-who-offers"), privacy.offers))
        (choice("sees_clients", t!(tr, "profile-who-clients"), privacy.clients))
        (form::select(tr, &Field::new("enquiries", t!(tr, "trust-who-enquires")).hint(t!(tr, "trust-who-enquires-hint")), &enquiries))
        (choice("sees_contacts", t!(tr, "people-who-contacts"), privacy.contacts))
    }
}

/// What is asked about a field of public words. One's own name is no secret here.
fn looked(me: &Me, sent: &FormData, field: &str, stored: &str) -> Looked {
    let known = [me.who.name.as_str(), sent.text("name")];
    let draft = Draft {
        text: sent.text(field),
        hearing: Hearing::Profile,
        known: &known,
        stored,
        locale: me.tr.locale(),
    };
    look(&draft, &panel::choices(sent, field))
}

fn read_offer(sent: &FormData, term: TermId) -> HelperOffer {
    let code = term.code();
    HelperOffer {
        term,
        note: sent.text(&format!("note.{code}")).to_owned(),
        level: sent
            .parsed(&format!("level.{code}"))
            .unwrap_or(OfferLevel::Has),
        per_month: sent
            .parsed(&format!("per_month.{code}"))
            .filter(|times| *times > 0),
    }
}

/// Puts what the sender decided into the public words; true when something is undecided.
fn mask(me: &Me, sent: &FormData, profile: &mut Profile, stored: &str) -> bool {
    let mut undecided = false;
    let mut decided = |field: &str| {
        let looked = looked(me, sent, field, stored);
        undecided |= looked.undecided;
        looked.masked
    };
    profile.about = decided("about");
    for offer in &mut profile.offers {
        offer.note = decided(&format!("note.{}", offer.term.code()));
    }
    undecided
}

pub(super) async fn save(
    State(web): State<Web>,
    me: Me,
    sent: FormData,
) -> Result<Response, Failure> {
    let mut helper = mine(&web.app, &me.who).await?;
    let mut errors = Vec::new();
    let area = match resolve_place(&me.tr, &sent, "area") {
        Typed::Nothing => Place::Anywhere,
        Typed::One(place) => place,
        Typed::Many(_) => {
            errors.push(("area".to_owned(), t!(me.tr, "form-place-which")));
            Place::Anywhere
        }
        Typed::Unknown => {
            errors.push(("area".to_owned(), t!(me.tr, "clients-place-unknown")));
            Place::Anywhere
        }
    };
    let stored = panel::public_words(&helper.profile);
    let shown = ProfilePrivacy::default();
    let mut profile = Profile {
        role: sent.parsed("role").unwrap_or(HelperRole::Other),
        area,
        languages: sent.languages("languages"),
        about: sent.text("about").to_owned(),
        offers: sent
            .terms("offers")
            .into_iter()
            .map(|term| read_offer(&sent, term))
            .collect(),
        situations: sent.terms("situations"),
        privacy: ProfilePrivacy {
            listed: sent.parsed("listed").unwrap_or(shown.listed),
            area: sent.parsed("sees_area").unwrap_or(shown.area),
            offers: sent.parsed("sees_offers").unwrap_or(shown.offers),
            clients: sent.parsed("sees_clients").unwrap_or(shown.clients),
            enquiries: sent.parsed("enquiries").unwrap_or(shown.enquiries),
            contacts: sent.parsed("sees_contacts").unwrap_or(shown.contacts),
        },
    };
    helper.name = sent.text("name").to_owned();
    helper.profile = profile.clone();
    if !errors.is_empty() {
        return Ok((
            StatusCode::UNPROCESSABLE_ENTITY,
            page(&me, &helper, &sent, &errors, Some(&stored)),
        )
            .into_response());
    }
    if mask(&me, &sent, &mut profile, &stored) {
        return Ok((
            StatusCode::UNPROCESSABLE_ENTITY,
            page(&me, &helper, &sent, &errors, Some(&stored)),
        )
            .into_response());
    }
    match edit(
        &web.app,
        &me.who,
        sent.text("name"),
        profile,
        sent.parsed("version").unwrap_or(0),
    )
    .await
    {
        Ok(()) => Ok(done("/profile", Done::ProfileSaved).into_response()),
        Err(ProfileError::Invalid(faults)) => {
            errors.extend(faults.into_iter().map(|of| fault(&me.tr, of)));
            Ok((
                StatusCode::UNPROCESSABLE_ENTITY,
                page(&me, &helper, &sent, &errors, Some(&stored)),
            )
                .into_response())
        }
        Err(ProfileError::Changed) => {
            // The stored version moved on: shown with it, saving again replaces the other change.
            helper.version = mine(&web.app, &me.who).await?.version;
            errors.push(("name".to_owned(), t!(me.tr, "errors-conflict")));
            Ok((
                StatusCode::CONFLICT,
                page(&me, &helper, &sent, &errors, Some(&stored)),
            )
                .into_response())
        }
        Err(error @ ProfileError::Trouble(_)) => Err(Failure::of(&me.tr, &error)),
    }
}
