//! The directory of helpers: whom this helper may find, by what they show. A filter on
//! something that a helper does not show to this viewer never finds that helper, so that
//! nothing hidden can be learned by asking for it.

use std::cmp::Ordering;
use std::collections::{HashMap, HashSet};

use argonaut_domain::access::{HelperFacts, Viewer};
use argonaut_domain::helper::Helper;
use argonaut_domain::ids::HelperId;
use argonaut_domain::language::LanguageId;
use argonaut_domain::locale::Locale;
use argonaut_domain::place::Place;
use argonaut_domain::taxonomy::{Taxonomy, TermId};

use super::remember;
use super::standing::standing_of;
use super::view::safe_count;
use crate::app::App;
use crate::error::Trouble;
use crate::fuzzy;
use crate::people::{self, Face};
use crate::who::SignedIn;
use crate::world::World;

/// Helpers on a page.
pub const PAGE: usize = 50;
/// A place is near when its centre is not farther than this, in kilometres.
pub const NEAR_KM: f64 = 50.0;
/// The most languages or offers to narrow by.
const MOST_FACETS: usize = 6;

/// What is looked for; what is empty is not asked.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    /// Words of name, handle, introduction, and what is offered.
    pub words: String,
    /// A skill or resource; one below it, or the one right above it, fits too.
    pub offer: Option<TermId>,
    /// A kind of client.
    pub situation: Option<TermId>,
    /// In this place, around it, or for a region that holds it.
    pub place: Option<Place>,
    /// A language.
    pub language: Option<LanguageId>,
    /// A tag of one's own.
    pub tag: Option<String>,
    /// Only these: the members of a group that the viewer may see.
    pub only: Option<HashSet<HelperId>>,
}

/// A helper in the directory.
pub struct Line {
    /// Name, role, area.
    pub face: Face,
    /// What they show that they offer; the asked one first.
    pub offers: Vec<TermId>,
    /// One's own tags on them.
    pub tags: Vec<String>,
}

/// A page of the directory.
pub struct Directory {
    /// The helpers: the trusted first, then contacts, then who fits best.
    pub lines: Vec<Line>,
    /// How many fit in all.
    pub total: usize,
    /// Languages to narrow by: none under 11, rounded to 5.
    pub languages: Vec<(LanguageId, usize)>,
    /// Offers to narrow by, counted the same.
    pub offers: Vec<(TermId, usize)>,
    /// Every tag of one's own.
    pub tags: Vec<String>,
}

struct Hit<'a> {
    helper: &'a Helper,
    standing: f64,
    contact: bool,
    fit: f64,
}

/// The questions, made ready to be asked a hundred thousand times.
struct Sieve<'a> {
    wanted: &'a Wanted,
    words: fuzzy::Query,
    offers: HashMap<TermId, f64>,
    situations: HashSet<TermId>,
    tagged: HashSet<HelperId>,
}

impl<'a> Sieve<'a> {
    fn new(wanted: &'a Wanted, tagged: HashSet<HelperId>) -> Self {
        let taxonomy = Taxonomy::builtin();
        let mut offers = HashMap::new();
        if let Some(term) = wanted.offer {
            offers.extend(taxonomy.parent(term).map(|above| (above, 0.7)));
            offers.extend(taxonomy.descendants(term).map(|below| (below, 0.9)));
            offers.insert(term, 1.0);
        }
        let situations = wanted
            .situation
            .iter()
            .flat_map(|term| std::iter::once(*term).chain(taxonomy.descendants(*term)))
            .collect();
        Self {
            wanted,
            words: fuzzy::Query::new(&wanted.words),
            offers,
            situations,
            tagged,
        }
    }

    /// How well a helper fits by what this viewer sees of them; `None` when not.
    fn fit(&self, viewer: &Viewer, helper: &Helper) -> Option<f64> {
        let profile = &helper.profile;
        let shows = |reach| viewer.reaches(reach, helper.id);
        let mut fit = 0.0;
        if self
            .wanted
            .only
            .as_ref()
            .is_some_and(|only| !only.contains(&helper.id))
            || self.wanted.tag.is_some() && !self.tagged.contains(&helper.id)
        {
            return None;
        }
        if let Some(language) = self.wanted.language
            && !profile.languages.contains(&language)
        {
            return None;
        }
        if self.wanted.offer.is_some() {
            if !shows(profile.privacy.offers) {
                return None;
            }
            let best = profile
                .offers
                .iter()
                .filter_map(|offer| self.offers.get(&offer.term))
                .copied()
                .max_by(f64::total_cmp)?;
            fit += best;
        }
        if self.wanted.situation.is_some() {
            let works = shows(profile.privacy.clients)
                && profile
                    .situations
                    .iter()
                    .any(|of| self.situations.contains(of));
            if !works {
                return None;
            }
            fit += 1.0;
        }
        if let Some(place) = self.wanted.place {
            if !shows(profile.privacy.area) {
                return None;
            }
            fit += nearness(place, profile.area)?;
        }
        if !self.wanted.words.trim().is_empty() {
            let mut texts = vec![helper.name.as_str(), helper.handle.as_str()];
            if shows(profile.privacy.offers) {
                for offer in &profile.offers {
                    texts.extend([offer.term.label(Locale::En), offer.term.label(Locale::Es)]);
                }
            }
            texts.push(&profile.about);
            fit += f64::from(self.words.score(texts.into_iter())?) / 400.0;
        }
        Some(fit)
    }
}

/// How near a helper's area is; `None` when it is too far, or not said.
pub(crate) fn nearness(place: Place, area: Place) -> Option<f64> {
    if area == Place::Anywhere {
        return None;
    }
    if place.contains(area) {
        return Some(1.0);
    }
    if area.contains(place) {
        return Some(0.8);
    }
    // Centres of regions say little of who is near.
    let cities = place.level() == 0 && area.level() == 0;
    place
        .distance_km(area)
        .filter(|km| cities && *km <= NEAR_KM)
        .map(|km| 1.0 - km / NEAR_KM / 2.0)
}

fn order(a: &Hit<'_>, b: &Hit<'_>) -> Ordering {
    b.standing
        .total_cmp(&a.standing)
        .then(b.contact.cmp(&a.contact))
        .then(b.fit.total_cmp(&a.fit))
        .then_with(|| a.helper.name.cmp(&b.helper.name))
        .then_with(|| a.helper.id.cmp(&b.helper.id))
}

/// Looks for helpers.
///
/// # Errors
/// When storage fails.
pub async fn list(
    app: &App,
    who: &SignedIn,
    wanted: &Wanted,
    page: usize,
) -> Result<Directory, Trouble> {
    let mut read = app.store.read().await?;
    let viewer = read.viewer(who.helper()).await?;
    let notes = remember::all(&mut read, who).await?;
    drop(read);
    let world = app.world();
    let tagged = notes
        .iter()
        .filter(|(_, note)| {
            wanted
                .tag
                .as_ref()
                .is_some_and(|tag| note.tags.contains(tag))
        })
        .map(|(id, _)| *id)
        .collect();
    let sieve = Sieve::new(wanted, tagged);
    let mut hits = search(&world, &viewer, &sieve, who.helper());
    let total = hits.len();
    let (languages, offers) = facets(&viewer, &hits);
    let first = page.saturating_mul(PAGE).min(total);
    let last = first.saturating_add(PAGE).min(total);
    if last < total {
        hits.select_nth_unstable_by(last, order);
        hits.truncate(last);
    }
    hits.sort_unstable_by(order);
    let lines = hits
        .iter()
        .skip(first)
        .filter_map(|hit| {
            let mut offers: Vec<TermId> =
                if viewer.reaches(hit.helper.profile.privacy.offers, hit.helper.id) {
                    hit.helper
                        .profile
                        .offers
                        .iter()
                        .map(|offer| offer.term)
                        .collect()
                } else {
                    Vec::new()
                };
            offers.sort_by_key(|term| !sieve.offers.contains_key(term));
            Some(Line {
                face: people::face(&world, &viewer, hit.helper.id)?,
                offers,
                tags: notes
                    .get(&hit.helper.id)
                    .map(|note| note.tags.clone())
                    .unwrap_or_default(),
            })
        })
        .collect();
    let mut tags: Vec<String> = notes.values().flat_map(|note| note.tags.clone()).collect();
    tags.sort_unstable();
    tags.dedup();
    Ok(Directory {
        lines,
        total,
        languages,
        offers,
        tags,
    })
}

fn search<'a>(world: &'a World, viewer: &Viewer, sieve: &Sieve<'_>, me: HelperId) -> Vec<Hit<'a>> {
    world
        .helpers
        .values()
        .filter(|helper| helper.id != me && viewer.finds_helper(HelperFacts::of(helper)))
        .filter_map(|helper| {
            Some(Hit {
                fit: sieve.fit(viewer, helper)?,
                standing: standing_of(world, viewer, helper.id),
                contact: viewer.is_contact(helper.id),
                helper,
            })
        })
        .collect()
}

type Facets = (Vec<(LanguageId, usize)>, Vec<(TermId, usize)>);

/// What the found ones show, counted so that nobody stands out.
fn facets(viewer: &Viewer, hits: &[Hit<'_>]) -> Facets {
    let mut languages: HashMap<LanguageId, usize> = HashMap::new();
    let mut offers: HashMap<TermId, usize> = HashMap::new();
    for hit in hits {
        let profile = &hit.helper.profile;
        for language in &profile.languages {
            *languages.entry(*language).or_default() += 1;
        }
        if viewer.reaches(profile.privacy.offers, hit.helper.id) {
            for offer in &profile.offers {
                *offers.entry(offer.term).or_default() += 1;
            }
        }
    }
    (safe(languages), safe(offers))
}

fn safe<K: Copy + Ord>(counts: HashMap<K, usize>) -> Vec<(K, usize)> {
    let mut counts: Vec<(K, usize)> = counts
        .into_iter()
        .map(|(key, count)| (key, safe_count(count)))
        .filter(|(_, count)| *count > 0)
        .collect();
    counts.sort_unstable_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(&b.0)));
    counts.truncate(MOST_FACETS);
    counts
}
