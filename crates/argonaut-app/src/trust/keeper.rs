//! The network of trust as every node keeps it, and the views of those who ask, kept until
//! something that their credit passes has changed. Never who may see what: that is the filter's.

use std::collections::HashMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, OnceLock, PoisonError, RwLock};

use argonaut_domain::ids::HelperId;
use argonaut_domain::trust::{Regard, TrustField, TrustLevel};
use argonaut_engine::trust::{Day, Field, Label, Network, Standing, Tie, View, Why};

/// So much is kept of views: helpers whom credit reached, and helpers of whom is spoken.
const MOST_KEPT: usize = 2_000_000;
/// And so many views.
const MOST_VIEWS: usize = 4_096;

/// What one asker thinks of everybody, in one field.
#[derive(Clone, Debug, Default)]
pub(crate) struct Opinions {
    /// For the ranking.
    pub(crate) regards: Arc<HashMap<HelperId, Regard>>,
    /// How others whom the asker relies on speak of somebody: what may stand on a card
    /// whose owner is hidden.
    pub(crate) hidden: HashMap<HelperId, TrustLevel>,
}

/// One asker's view, and what follows from it.
struct Kept {
    view: View,
    /// The same without the asker's private distrust; `None` where there is none.
    undisturbed: Option<View>,
    opinions: OnceLock<Arc<Opinions>>,
    used: AtomicU64,
}

impl Kept {
    fn weight(&self) -> usize {
        let undisturbed = self.undisturbed.as_ref().map_or(0, View::reached);
        let opinions = self.opinions.get().map_or(0, |kept| 2 * kept.regards.len());
        self.view.reached() + undisturbed + opinions
    }
}

/// The network, and the views of those who asked.
pub(crate) struct TrustKeeper {
    network: RwLock<Network>,
    views: Mutex<HashMap<(HelperId, TrustField), Arc<Kept>>>,
    turn: AtomicU64,
}

impl Default for TrustKeeper {
    fn default() -> Self {
        Self {
            network: RwLock::new(Network::new(Day(0), [])),
            views: Mutex::default(),
            turn: AtomicU64::new(0),
        }
    }
}

fn engine_field(field: TrustField) -> Option<Field> {
    field.number().map(Field)
}

/// A standing as one of the levels that people choose by; `None` below the lowest.
pub(crate) fn level_of(label: Label) -> Option<TrustLevel> {
    match label {
        Label::Doubtful | Label::Unknown => None,
        Label::Known => Some(TrustLevel::Known),
        Label::Trusted => Some(TrustLevel::Trusted),
        Label::WellTrusted => Some(TrustLevel::WellTrusted),
    }
}

/// What a standing weighs where the name is shown.
fn named(standing: &Standing) -> f64 {
    if standing.distrusted {
        return 0.0;
    }
    match standing.label() {
        Label::Doubtful => 0.05 + 0.4 * standing.score(),
        Label::Unknown | Label::Known | Label::Trusted | Label::WellTrusted => {
            0.5 + 0.5 * standing.score()
        }
    }
}

/// What a standing weighs where the name is hidden: in coarse steps, so that the place of a
/// card tells little of whose it is.
fn hidden(label: Label) -> f64 {
    match label {
        Label::Doubtful => 0.25,
        Label::Unknown => 0.5,
        Label::Known => 0.6,
        Label::Trusted => 0.75,
        Label::WellTrusted => 0.9,
    }
}

impl TrustKeeper {
    fn reading<T>(&self, read: impl FnOnce(&Network) -> T) -> T {
        read(&self.network.read().unwrap_or_else(PoisonError::into_inner))
    }
    fn writing<T>(&self, write: impl FnOnce(&mut Network) -> T) -> T {
        write(&mut self.network.write().unwrap_or_else(PoisonError::into_inner))
    }

    /// Takes over a whole network.
    pub(crate) fn load(&self, today: Day, founders: Vec<HelperId>, ties: Vec<Tie>) {
        let loaded = Network::load(today, founders, ties);
        self.writing(|network| {
            // A view belongs to the network it came from.
            self.views
                .lock()
                .unwrap_or_else(PoisonError::into_inner)
                .clear();
            *network = loaded;
        });
    }
    /// Makes what a helper says exactly this.
    pub(crate) fn replace(&self, author: HelperId, ties: Vec<Tie>) {
        self.writing(|network| network.replace_said_by(author, ties));
    }
    /// Names the founders, where they are others than before.
    pub(crate) fn set_founders(&self, mut founders: Vec<HelperId>) {
        founders.sort_unstable();
        founders.dedup();
        if self.reading(|network| network.founder_ids() != founders) {
            self.writing(|network| network.set_founders(founders));
        }
    }
    /// Moves to another day, where it is another.
    pub(crate) fn set_today(&self, today: Day) {
        if self.reading(|network| network.today() != today) {
            self.writing(|network| network.set_today(today));
        }
    }

    /// Asks a question of one helper's view, which is made anew when it holds no longer.
    fn ask<T>(
        &self,
        asker: HelperId,
        field: TrustField,
        question: impl FnOnce(&Network, &Kept) -> T,
    ) -> T {
        self.reading(|network| {
            let key = (asker, field);
            let known = {
                let views = self.views.lock().unwrap_or_else(PoisonError::into_inner);
                views.get(&key).map(Arc::clone)
            };
            let holds = |kept: &Arc<Kept>| {
                let undisturbed = kept.undisturbed.as_ref();
                kept.view.holds(network) && undisturbed.is_none_or(|view| view.holds(network))
            };
            let kept = known
                .filter(holds)
                .unwrap_or_else(|| self.look(network, key));
            let turn = self.turn.fetch_add(1, Ordering::Relaxed);
            kept.used.store(turn, Ordering::Relaxed);
            question(network, &kept)
        })
    }

    fn look(&self, network: &Network, key: (HelperId, TrustField)) -> Arc<Kept> {
        let (asker, field) = (key.0, engine_field(key.1));
        let distrusts = network
            .said_by(asker)
            .iter()
            .any(|tie| tie.evidence == argonaut_engine::trust::Evidence::Distrust);
        let kept = Arc::new(Kept {
            view: network.view(asker, field),
            undisturbed: distrusts.then(|| network.view_undisturbed(asker, field)),
            opinions: OnceLock::new(),
            used: AtomicU64::new(0),
        });
        let mut views = self.views.lock().unwrap_or_else(PoisonError::into_inner);
        let weight: usize = views.values().map(|kept| kept.weight()).sum();
        if weight > MOST_KEPT || views.len() >= MOST_VIEWS {
            let mut turns: Vec<u64> = views
                .values()
                .map(|kept| kept.used.load(Ordering::Relaxed))
                .collect();
            turns.sort_unstable();
            let middle = turns.get(turns.len() / 2).copied().unwrap_or(u64::MAX);
            views.retain(|_, kept| kept.used.load(Ordering::Relaxed) > middle);
        }
        views.insert(key, Arc::clone(&kept));
        kept
    }

    /// What somebody thinks of everybody.
    pub(crate) fn opinions(&self, asker: HelperId, field: TrustField) -> Arc<Opinions> {
        self.ask(asker, field, |network, kept| {
            Arc::clone(kept.opinions.get_or_init(|| Arc::new(form(network, kept))))
        })
    }
    /// How one helper stands with another, in general.
    pub(crate) fn standing(&self, asker: HelperId, of: HelperId) -> Standing {
        self.ask(asker, TrustField::General, |network, kept| {
            kept.view.standing(network, of)
        })
    }
    /// How far one helper trusts another, in general.
    pub(crate) fn level(&self, asker: HelperId, of: HelperId) -> Option<TrustLevel> {
        level_of(self.standing(asker, of).label())
    }
    /// Why one helper stands with another as they do, in general.
    pub(crate) fn why(&self, asker: HelperId, of: HelperId) -> Why {
        self.ask(asker, TrustField::General, |network, kept| {
            kept.view.why(network, of)
        })
    }
    /// Whether a helper is one of the founders.
    pub(crate) fn is_founder(&self, helper: HelperId) -> bool {
        self.reading(|network| network.founder_ids().contains(&helper))
    }
}

fn form(network: &Network, kept: &Kept) -> Opinions {
    let mut regards = HashMap::new();
    let mut levels = HashMap::new();
    let by_others: HashMap<HelperId, Label> = kept
        .undisturbed
        .as_ref()
        .unwrap_or(&kept.view)
        .opinions(network)
        .into_iter()
        .map(|(id, standing)| (id, standing.by_others().label()))
        .collect();
    for (id, standing) in kept.view.opinions(network) {
        let label = by_others.get(&id).copied().unwrap_or(Label::Unknown);
        let regard = Regard {
            named: named(&standing),
            hidden: hidden(label),
        };
        regards.insert(id, regard);
    }
    for (id, label) in by_others {
        regards.entry(id).or_insert(Regard {
            named: hidden(Label::Unknown),
            hidden: hidden(label),
        });
        if let Some(level) = level_of(label) {
            levels.insert(id, level);
        }
    }
    Opinions {
        regards: Arc::new(regards),
        hidden: levels,
    }
}
