//! The demo's helpers with their profiles and contacts, and their clients.

use argonaut_app::accounts::invite;
use argonaut_app::accounts::register::{self, NewAccount};
use argonaut_app::accounts::registration::{self, Registration};
use argonaut_app::dossier::{Birth, ContactWay, Dossier, Need, Relationship};
use argonaut_app::{SignedIn, clients, contacts, helpers};
use argonaut_domain::card::Urgency;
use argonaut_domain::helper::{HelperOffer, HelperRole, OfferLevel, Profile};
use argonaut_domain::ids::{CardId, ClientId};
use argonaut_domain::language::LanguageId;
use argonaut_domain::locale::Locale;
use argonaut_domain::person::Gender;
use argonaut_domain::place::Place;
use argonaut_domain::taxonomy::{Taxonomy, TermId};
use rand::RngExt as _;
use rand::rngs::StdRng;
use rand::seq::IndexedRandom as _;

use super::words::{FIRST_NAMES, NOTES, ROLES, SKETCHES, SURNAMES, Sketch, TOWNS};
use super::{Field, PASSPHRASE, Sown};

/// How many helpers one scale has; a larger scale adds some up to ten times as many.
const HELPERS: usize = 60;
/// How many clients one scale has.
const CLIENTS: usize = 300;
/// How many of the first helpers have a larger caseload, and how large.
const BUSY: (usize, usize) = (3, 12);

/// A helper of the demo.
pub(super) struct Neighbour {
    pub(super) who: SignedIn,
    pub(super) place: Place,
    languages: Vec<LanguageId>,
    pub(super) clients: Vec<ClientId>,
    /// Clients with a card on show.
    pub(super) on_show: Vec<OnShow>,
}

/// A client with a card on show.
#[derive(Clone, Copy)]
pub(super) struct OnShow {
    pub(super) client: ClientId,
    pub(super) card: CardId,
    /// How many days ago it was published.
    pub(super) days: i64,
}

/// The terms of these codes.
pub(super) fn terms(codes: &[&str]) -> Vec<TermId> {
    let all = Taxonomy::builtin();
    codes.iter().filter_map(|code| all.by_code(code)).collect()
}

pub(super) fn languages(codes: &[&str]) -> Vec<LanguageId> {
    codes
        .iter()
        .filter_map(|code| LanguageId::parse(code))
        .collect()
}

/// The towns of the demo.
pub(super) fn towns() -> Vec<(Place, u32)> {
    let california = Place::search("Fresno, California", None, 1)
        .first()
        .and_then(|city| city.parent());
    TOWNS
        .iter()
        .filter_map(|(name, share)| {
            Place::search(name, None, 20)
                .into_iter()
                .find(|place| place.parent() == california && place.level() == 0)
                .map(|place| (place, *share))
        })
        .collect()
}

/// A town, in proportion to its share.
pub(super) fn town(rng: &mut StdRng) -> Place {
    let towns = towns();
    towns
        .choose_weighted(rng, |(_, share)| *share)
        .map_or(Place::Anywhere, |(place, _)| *place)
}

pub(super) async fn helpers(field: &mut Field) -> Sown<Vec<Neighbour>> {
    let count = HELPERS * usize::try_from(field.scale.min(10))?;
    field.bar.set_message("helpers");
    field.bar.set_length(u64::try_from(count)?);
    field.bar.set_position(0);
    registration::set_from_console(&field.app, Registration::Open).await?;
    let set_up = invite::set_up(&field.app).await?.map(|link| link.token);
    let mut made = Vec::with_capacity(count);
    for (number, (first, spoken)) in (0..count).zip(FIRST_NAMES.iter().cycle()) {
        field.days_ago(
            169 - i64::try_from(number % 20)?,
            i64::try_from(number % 600)?,
        );
        let surname = SURNAMES
            .get((number * 7 + number / 20) % SURNAMES.len())
            .copied()
            .unwrap_or_default();
        let round = number / FIRST_NAMES.len();
        let handle = if round == 0 {
            first.to_lowercase()
        } else {
            format!("{}{round}", first.to_lowercase())
        };
        let name = format!("{first} {surname}");
        let can_sign_in = number < HELPERS;
        let (app, password) = if can_sign_in {
            (&field.app, PASSPHRASE.to_owned())
        } else {
            let random: [u64; 4] = field.rng.random();
            (&field.quick, format!("{random:x?}"))
        };
        let locale = match spoken.first() {
            Some(&"es") if number >= BUSY.0 => Locale::Es,
            Some(_) | None => Locale::En,
        };
        let new = NewAccount {
            befriend: false,
            name: name.clone(),
            handle,
            password: password.into(),
            invitation: if number == 0 { set_up.clone() } else { None },
            locale: Some(locale),
            device: "the demo".to_owned(),
        };
        let session = register::register(app, new).await?.session;
        let who = session.ok_or("a helper of the demo has to wait")?.who;
        let role = match number {
            0 => 3,
            1 => 1,
            2 => 2,
            other => other % ROLES.len(),
        };
        // Three in four live in the first town; the three who are shown first do.
        let place = if number < BUSY.0 {
            towns().first().map_or(Place::Anywhere, |(place, _)| *place)
        } else {
            town(&mut field.rng)
        };
        let languages = languages(spoken);
        profile(field, &who, &name, (role, place, &languages)).await?;
        made.push(Neighbour {
            who,
            place,
            languages,
            clients: Vec::new(),
            on_show: Vec::new(),
        });
        field.bar.inc(1);
    }
    field.app.refresh().await?;
    Ok(made)
}

async fn profile(
    field: &mut Field,
    who: &SignedIn,
    name: &str,
    (role, place, languages): (usize, Place, &[LanguageId]),
) -> Sown<()> {
    let Some((role, about, offers)) = ROLES.get(role) else {
        return Ok(());
    };
    let rng = &mut field.rng;
    let offers = terms(offers)
        .into_iter()
        .map(|term| HelperOffer {
            term,
            note: String::new(),
            level: if rng.random_ratio(1, 6) {
                OfferLevel::Learning
            } else {
                OfferLevel::Has
            },
            per_month: rng.random_bool(0.5).then(|| rng.random_range(1..8)),
        })
        .collect();
    let sketch = SKETCHES.choose(rng);
    let profile = Profile {
        role: role.parse::<HelperRole>()?,
        area: place,
        languages: languages.to_vec(),
        about: (*about).to_owned(),
        offers,
        situations: sketch.map_or_else(Vec::new, |sketch| terms(sketch.situations)),
        ..Profile::default()
    };
    let version = helpers::edit::mine(&field.app, who).await?.version;
    Ok(helpers::edit::edit(&field.app, who, name, profile, version).await?)
}

/// Contacts, requests that wait, and one block.
pub(super) async fn contacts(field: &mut Field, helpers: &[Neighbour]) -> Sown<()> {
    field.bar.set_message("contacts");
    field.bar.set_length(u64::try_from(helpers.len())?);
    field.bar.set_position(0);
    for (number, one) in helpers.iter().enumerate() {
        for step in [1_usize, 3, 7, 11] {
            let Some(other) = helpers.get((number + step) % helpers.len()) else {
                continue;
            };
            field.days_ago(140 - i64::try_from(number % 90)?, 600);
            contacts::ask::ask(&field.app, &one.who, other.who.helper()).await?;
            // Some requests wait for their answer.
            if step < 11 || number % 3 != 0 {
                contacts::ask::accept(&field.app, &other.who, one.who.helper()).await?;
            }
        }
        field.bar.inc(1);
    }
    if let [.., blocker, blocked] = helpers {
        field.days_ago(30, 700);
        contacts::block::block(&field.app, &blocker.who, blocked.who.helper()).await?;
    }
    Ok(())
}

/// Clients, recorded in one go for each helper, with notes over the months.
pub(super) async fn clients(field: &mut Field, helpers: &mut [Neighbour]) -> Sown<()> {
    let total = CLIENTS * usize::try_from(field.scale)?;
    let mut left = total;
    let count = helpers.len();
    field.bar.set_message("clients");
    field.bar.set_length(u64::try_from(total)?);
    field.bar.set_position(0);
    for (number, helper) in helpers.iter_mut().enumerate() {
        let share = if number < BUSY.0 {
            (BUSY.1 * usize::try_from(field.scale)?).min(left)
        } else {
            left / (count - number)
        };
        left -= share;
        field.days_ago(120 - i64::try_from(number % 25)?, 480);
        let mut dossiers = Vec::with_capacity(share);
        for index in 0..share {
            dossiers.push(dossier(field, helper, index));
        }
        helper.clients = clients::record::record_all(&field.app, &helper.who, dossiers).await?;
        for (index, client) in helper.clients.iter().enumerate().take(8) {
            let days = field.rng.random_range(2..80);
            field.days_ago(days, 900);
            let note = NOTES.get(index % NOTES.len()).copied().unwrap_or_default();
            clients::note::add(&field.app, &helper.who, *client, note.to_owned()).await?;
        }
        field.bar.inc(u64::try_from(share)?);
    }
    Ok(())
}

fn dossier(field: &mut Field, helper: &Neighbour, index: usize) -> Dossier {
    let rng = &mut field.rng;
    let fallback = &SKETCHES[0];
    let sketch: &Sketch = SKETCHES.choose(rng).unwrap_or(fallback);
    let (first, spoken) = FIRST_NAMES
        .choose(rng)
        .copied()
        .unwrap_or(("Iris", &["en"]));
    let surname = SURNAMES.choose(rng).copied().unwrap_or_default();
    let mut dossier = Dossier::new(format!("{first} {surname}"));
    dossier.relationship = Relationship::ALL
        .choose(rng)
        .copied()
        .unwrap_or(Relationship::Other);
    dossier.birth = Birth::Year(rng.random_range(sketch.born.0..=sketch.born.1));
    dossier.gender = rng.random_ratio(9, 10).then(|| {
        if rng.random_bool(0.55) {
            Gender::Woman
        } else {
            Gender::Man
        }
    });
    // Helper and client share a language, or the helper could not act for them.
    dossier.languages = languages(spoken);
    if !dossier
        .languages
        .iter()
        .any(|spoken| helper.languages.contains(spoken))
    {
        dossier.languages.extend(helper.languages.first());
    }
    dossier.place = if rng.random_ratio(4, 5) {
        helper.place
    } else {
        town(rng)
    };
    dossier.situations = terms(sketch.situations);
    for term in terms(sketch.needs) {
        let urgency = Urgency::ALL.choose(rng).copied().unwrap_or(Urgency::Medium);
        if rng.random_ratio(5, 6) || dossier.needs.is_empty() {
            dossier.needs.push(Need::new(term, urgency));
        }
    }
    for term in terms(sketch.offers) {
        if rng.random_ratio(5, 6) || dossier.offers.is_empty() {
            dossier.offer(term);
        }
    }
    dossier.interests = terms(sketch.interests);
    // One more interest than the sketch has, so that no two are quite alike.
    if let Some(other) = SKETCHES.choose(rng) {
        dossier.interests.extend(terms(other.interests).first());
    }
    dossier.interests.sort_unstable();
    dossier.interests.dedup();
    dossier.connections = terms(sketch.seeks);
    let phone = format!(
        "559-555-0{}",
        100 + (index * 13 + rng.random_range(0..7)) % 100
    );
    dossier.contact.phones.push(phone.into());
    dossier.contact.preferred = Some(ContactWay::Call);
    let now = field.clock_now();
    dossier.note(now, helper.who.helper(), sketch.note);
    dossier
}
