//! What every node keeps in memory: who the helpers are, which cards are on
//! show, which services there are. Built from the store at start, kept current
//! by the change feed; a reader holds a picture that nobody changes under it.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::{Arc, PoisonError, RwLock};

use argonaut_domain::access::{CardFacts, HelperFacts, OwnerSight, Sight, Viewer};
use argonaut_domain::card::{Audience, Card};
use argonaut_domain::clock::Timestamp;
use argonaut_domain::helper::{Helper, Standing};
use argonaut_domain::ids::{CardId, HelperId, ServiceId};
use argonaut_domain::introduction::{Match, Party};
use argonaut_domain::place::Place;
use argonaut_domain::trust::{EnquiryReach, TrustLevel};
use argonaut_engine::trust::Day;
use argonaut_engine::{Engine, ListingId};
use argonaut_privacy::gate::{BuiltinEstimate, Population, ServingTable, Thresholds};
use argonaut_store::{Change, ChangeKind, Read, Service, Store};
use imbl::HashMap;
use tokio::sync::Mutex;

use crate::error::Trouble;
use crate::kept::{self, Seen};
use crate::listings;
use crate::population;
use crate::trust::{TrustKeeper, ties};
use crate::weights;

/// One picture of the world.
#[derive(Clone, Default)]
pub(crate) struct World {
    // Maps that share what did not change, so that one change among a hundred
    // thousand cards copies a handful of nodes.
    pub(crate) helpers: HashMap<HelperId, Arc<Helper>>,
    pub(crate) cards: HashMap<CardId, Arc<Card>>,
    pub(crate) services: HashMap<ServiceId, Arc<Service>>,
    pub(crate) serving: Arc<ServingTable>,
    /// Who relies on whom: always as it is now, so that a withdrawn vouch closes at once
    /// what it opened.
    pub(crate) trust: Arc<TrustKeeper>,
    population: Option<Arc<dyn Population>>,
    thresholds: Thresholds,
}

impl World {
    /// What a viewer sees of a card on show.
    pub(crate) fn sight(&self, viewer: &Viewer, card: &Card, now: Timestamp) -> Sight {
        let standing = self
            .helpers
            .get(&card.owner)
            .map_or(Standing::Suspended, |owner| owner.standing);
        let sight = viewer.card(
            CardFacts::of(card, standing, now).trusted_by_owner(self.owner_trusts(viewer, card)),
        );
        // Between two batches helpers may leave a place: what is open there waits
        // out of sight until the next one has made it say less.
        let is_thin = || {
            self.thresholds
                .is_thin(card.content.place, self.serving.as_ref())
        };
        if sight == Sight::Seen(OwnerSight::Hidden) && is_thin() {
            return Sight::Nothing;
        }
        sight
    }

    /// How far the owner of a card trusts the viewer, where its audience asks for it.
    fn owner_trusts(&self, viewer: &Viewer, card: &Card) -> Option<TrustLevel> {
        match card.audience {
            Audience::Trusted(_) => self.trust.level(card.owner, viewer.helper()?),
            Audience::Everyone
            | Audience::Contacts
            | Audience::Helpers(_)
            | Audience::Groups(_) => None,
        }
    }

    /// Whether a helper takes enquiries from this viewer, by their own choice.
    pub(crate) fn takes_enquiry(&self, helper: HelperId, viewer: &Viewer) -> bool {
        viewer
            .helper()
            .is_some_and(|me| self.takes_from(helper, me, viewer.is_contact(helper)))
    }
    /// The same, for an asker who is a contact of theirs or not.
    pub(crate) fn takes_from(&self, helper: HelperId, asker: HelperId, is_contact: bool) -> bool {
        let helper = self.helpers.get(&helper);
        helper.is_some_and(|helper| {
            let reach = helper.profile.privacy.enquiries;
            reach == EnquiryReach::Everyone
                || reach.takes(is_contact, self.trust.level(helper.id, asker))
        })
    }

    /// Whether an enquiry comes in quietly: it is about a card that hides its owner, who
    /// takes enquiries from others than this asker. It is never refused: that would tell the
    /// asker something about whose card it is.
    pub(crate) fn comes_quietly(&self, joint: &Match, is_contact: bool) -> bool {
        let card = joint.parties.owner.card();
        let card = card.and_then(|card| self.cards.get(&card));
        let is_hidden = card.is_none_or(|card| !card.audience.is_narrow());
        joint.parties.owner != Party::Helper
            && is_hidden
            && !self.takes_from(joint.owner, joint.asker, is_contact)
    }

    /// Whether an account is active.
    pub(crate) fn is_active(&self, helper: HelperId) -> bool {
        let standing = self.helpers.get(&helper).map(|helper| helper.standing);
        standing == Some(Standing::Active)
    }

    /// Those who run this place: they vouch for the place itself.
    fn founders(&self) -> Vec<HelperId> {
        let runs = |helper: &&Arc<Helper>| helper.is_admin && helper.standing == Standing::Active;
        let founders = self.helpers.values().filter(runs);
        founders.map(|helper| helper.id).collect()
    }

    /// Whether a viewer finds a listing: the one visibility filter, for every
    /// kind of listing.
    pub(crate) fn finds(&self, viewer: &Viewer, id: ListingId, now: Timestamp) -> bool {
        match id {
            ListingId::Card(card) => self
                .cards
                .get(&card)
                .is_some_and(|card| matches!(self.sight(viewer, card, now), Sight::Seen(_))),
            ListingId::Helper(helper) => self.helpers.get(&helper).is_some_and(|helper| {
                viewer.helper() != Some(helper.id)
                    && viewer.finds_helper(HelperFacts::of(helper))
                    && viewer.reaches(helper.profile.privacy.offers, helper.id)
            }),
            ListingId::Service(service) => {
                viewer.helper().is_some() && self.services.contains_key(&service)
            }
        }
    }

    /// The figures of the population.
    pub(crate) fn population(&self) -> &dyn Population {
        self.population.as_deref().unwrap_or(&BuiltinEstimate)
    }

    /// Where a helper helps, as their profile says.
    pub(crate) fn area_of(&self, helper: HelperId) -> Place {
        self.helpers
            .get(&helper)
            .map_or(Place::Anywhere, |helper| helper.profile.area)
    }

    fn count_serving(&mut self) {
        let active = self
            .helpers
            .values()
            .filter(|helper| helper.standing == Standing::Active);
        self.serving = Arc::new(ServingTable::of(active.map(|helper| helper.profile.area)));
    }
}

fn seen_of(change: &Change) -> Seen {
    Seen {
        number: change.seq,
        kind: change.kind.code().to_owned(),
        subject: change.subject,
    }
}

/// The world as it is kept, together with the engine.
pub(crate) struct Keeper {
    picture: RwLock<Arc<World>>,
    engine: Engine,
    trust: Arc<TrustKeeper>,
    /// Where the cards on show are kept between a node's end and its next start.
    kept: Option<PathBuf>,
    thresholds: Thresholds,
    // The number of the last change seen; held while catching up, so that two
    // catch-ups never cross.
    seen: Mutex<i64>,
}

impl Keeper {
    pub(crate) fn new(thresholds: Thresholds) -> Self {
        Self {
            kept: None,
            thresholds,
            picture: RwLock::new(Arc::default()),
            engine: Engine::new(),
            trust: Arc::default(),
            seen: Mutex::new(-1),
        }
    }

    /// Keeps the cards in this file.
    pub(crate) fn keep_in(&mut self, file: PathBuf) {
        self.kept = Some(file);
    }

    /// Writes down the cards on show, where a file was named. What goes wrong is
    /// logged: the next start reads the database instead.
    pub(crate) async fn keep(&self, store: &Store) {
        let Some(file) = self.kept.clone() else {
            return;
        };
        match self.write_down(store, file).await {
            Ok(cards) => tracing::info!(cards, "the cards on show are kept in their file"),
            Err(error) => tracing::warn!(%error, "the cards on show cannot be kept in their file"),
        }
    }

    async fn write_down(&self, store: &Store, file: PathBuf) -> Result<usize, Trouble> {
        // While it is held, the picture and the number belong together.
        let (number, world) = {
            let seen = self.seen.lock().await;
            (*seen, self.world())
        };
        let change = store.read().await?.change(number).await?;
        let Some(change) = change else {
            return Ok(0);
        };
        let seen = seen_of(&change);
        let cards = world.cards.len();
        tokio::task::spawn_blocking(move || {
            kept::write(&file, seen, world.cards.values().map(AsRef::as_ref))
        })
        .await
        .map_err(|error| Trouble::Bug(format!("keeping cards: {error}")))?
        .map_err(|error| Trouble::Bug(error.to_string()))?;
        Ok(cards)
    }

    /// The cards of the file, and the number of the last change it knows; `None`
    /// where there is no file, or none of this database.
    async fn kept(&self, read: &mut Read) -> Result<Option<(i64, Vec<Card>)>, Trouble> {
        let Some(file) = self.kept.clone().filter(|file| file.exists()) else {
            return Ok(None);
        };
        let found = tokio::task::spawn_blocking(move || kept::read(&file))
            .await
            .map_err(|error| Trouble::Bug(format!("reading kept cards: {error}")))?;
        let (seen, cards) = match found {
            Ok(found) => found,
            Err(error) => {
                tracing::warn!(%error, "the kept cards are not used; the database is read");
                return Ok(None);
            }
        };
        let change = read.change(seen.number).await?;
        if change.as_ref().map(seen_of).as_ref() != Some(&seen) {
            tracing::warn!("the kept cards are of another database, which is read instead");
            return Ok(None);
        }
        Ok(Some((seen.number, cards)))
    }

    /// The picture at this moment.
    pub(crate) fn world(&self) -> Arc<World> {
        Arc::clone(&self.picture.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Trust counts as of this day.
    pub(crate) fn set_today(&self, now: Timestamp) {
        self.trust.set_today(Day::from(now));
    }

    /// The engine.
    pub(crate) const fn engine(&self) -> &Engine {
        &self.engine
    }

    /// Catches up with the change feed; builds everything when it was never
    /// built, or when a change says so.
    pub(crate) async fn catch_up(&self, store: &Store, now: Timestamp) -> Result<(), Trouble> {
        let mut seen = self.seen.lock().await;
        let mut read = store.read().await?;
        if *seen < 0 {
            *seen = match self.kept(&mut read).await? {
                Some((number, mut cards)) => {
                    cards.retain(|card| card.is_live(now) || now < card.open_until);
                    self.build_with(&mut read, cards, now).await?;
                    number
                }
                None => self.build(&mut read, now).await?,
            };
        }
        loop {
            let changes = read.changes_after(*seen).await?;
            let Some(last) = changes.last().map(|change| change.seq) else {
                return Ok(());
            };
            if changes
                .iter()
                .any(|change| change.kind == ChangeKind::Everything)
            {
                *seen = self.build(&mut read, now).await?.max(last);
            } else {
                self.apply(&mut read, &changes, now).await?;
                *seen = last;
            }
        }
    }

    async fn build(&self, read: &mut Read, now: Timestamp) -> Result<i64, Trouble> {
        // The number is read first: what changes while reading is read once more later.
        let seen = read.last_change().await?;
        let cards = read.cards_on_show(now).await?;
        self.build_with(read, cards, now).await?;
        Ok(seen)
    }

    async fn build_with(
        &self,
        read: &mut Read,
        cards: Vec<Card>,
        now: Timestamp,
    ) -> Result<(), Trouble> {
        let mut world = World {
            helpers: read
                .helpers()
                .await?
                .into_iter()
                .map(|helper| (helper.id, Arc::new(helper)))
                .collect(),
            cards: cards
                .into_iter()
                .map(|card| (card.id, Arc::new(card)))
                .collect(),
            services: read
                .services()
                .await?
                .into_iter()
                .map(|service| (service.id, Arc::new(service)))
                .collect(),
            serving: Arc::default(),
            trust: Arc::clone(&self.trust),
            population: Some(population::figures(read).await?),
            thresholds: self.thresholds,
        };
        world.count_serving();
        let ids = world.helpers.keys().copied();
        let active = ids.filter(|id| world.is_active(*id)).collect();
        let said = ties::all(read, &active).await?;
        self.trust.load(Day::from(now), world.founders(), said);
        weights::apply(read, &self.engine).await?;
        self.engine.load(listings::all(&world));
        *self.picture.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(world);
        Ok(())
    }

    async fn apply(
        &self,
        read: &mut Read,
        changes: &[Change],
        now: Timestamp,
    ) -> Result<(), Trouble> {
        let mut world = World::clone(&self.world());
        let mut updates = Vec::new();
        let mut helpers_changed = false;
        let mut speakers = BTreeSet::new();
        for change in changes {
            match change.kind {
                ChangeKind::Card => {
                    let id = CardId::from_uuid(change.subject);
                    match read
                        .card(id)
                        .await?
                        .filter(|card| card.is_live(now) || now < card.open_until)
                    {
                        Some(card) => {
                            updates.push(argonaut_engine::Change::Upsert(listings::card(&card)));
                            world.cards.insert(id, Arc::new(card));
                        }
                        None => {
                            updates.push(argonaut_engine::Change::Remove(ListingId::Card(id)));
                            world.cards.remove(&id);
                        }
                    }
                }
                ChangeKind::Helper => {
                    let id = HelperId::from_uuid(change.subject);
                    helpers_changed = true;
                    if let Some(helper) = read.helper(id).await? {
                        let before = world.helpers.get(&id).map(|known| known.standing);
                        if before.is_some_and(|before| before != helper.standing) {
                            // Whom nobody sees, nobody hears.
                            speakers.insert(id);
                        }
                        updates.push(listings::helper(&helper).map_or(
                            argonaut_engine::Change::Remove(ListingId::Helper(id)),
                            argonaut_engine::Change::Upsert,
                        ));
                        world.helpers.insert(id, Arc::new(helper));
                    }
                }
                ChangeKind::Service => {
                    let id = ServiceId::from_uuid(change.subject);
                    match read.service(id).await? {
                        Some(service) => {
                            updates
                                .push(argonaut_engine::Change::Upsert(listings::service(&service)));
                            world.services.insert(id, Arc::new(service));
                        }
                        None => {
                            updates.push(argonaut_engine::Change::Remove(ListingId::Service(id)));
                            world.services.remove(&id);
                        }
                    }
                }
                ChangeKind::Trust => {
                    speakers.insert(HelperId::from_uuid(change.subject));
                }
                ChangeKind::Population => {
                    world.population = Some(population::figures(read).await?);
                }
                ChangeKind::Weights => weights::apply(read, &self.engine).await?,
                ChangeKind::Everything => {}
            }
        }
        for author in speakers {
            let said = ties::of(read, author, world.is_active(author)).await?;
            self.trust.replace(author, said);
        }
        if helpers_changed {
            world.count_serving();
            self.trust.set_founders(world.founders());
        }
        self.engine.apply(updates);
        *self.picture.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(world);
        Ok(())
    }
}
