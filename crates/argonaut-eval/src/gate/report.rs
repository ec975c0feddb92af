//! What the attackers found, as a small table or as one line of JSON.

use std::error::Error;
use std::io::Write as _;

use super::days::{History, LAST};
use super::known;
use super::owner;
use super::people::People;
use super::queries::Asked;

/// One run's figures.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Figures {
    people: u64,
    helpers: usize,
    clients: usize,
    open: usize,
    ever: usize,
    thinned: usize,
    taken_back: usize,
    pub(super) class_min: u64,
    pub(super) owner_guess_max: f64,
    pub(super) owner_guess_watching_max: f64,
    pub(super) need_certain_share: f64,
    pub(super) sensitive_named: usize,
    pub(super) index_rebuilt_equal: bool,
    pub(super) mean_place_level: f64,
    pub(super) refused_share: f64,
    pub(super) filters_betray: usize,
}

impl Figures {
    pub(super) fn of(people: &People<'_>, history: &History, asked: &Asked) -> Self {
        let levels: Vec<f64> = history
            .open(LAST)
            .map(|card| f64::from(card.content.place.level()))
            .collect();
        let guess = owner::best_guess(people, history);
        Self {
            people: people.ground.people(),
            helpers: history.helpers.len(),
            clients: history.clients.len(),
            open: levels.len(),
            ever: history.cards.len(),
            thinned: history.thinned,
            taken_back: history.taken_back,
            class_min: known::smallest_class(people, history),
            owner_guess_max: guess.at_sight,
            owner_guess_watching_max: guess.watching,
            need_certain_share: known::certain_share(people, history),
            sensitive_named: known::sensitive_named(history),
            index_rebuilt_equal: asked.equal,
            mean_place_level: levels.iter().sum::<f64>() / levels.len().max(1) as f64,
            refused_share: history.refused as f64 / history.asked.max(1) as f64,
            filters_betray: asked.betrayed,
        }
    }

    /// The object that `--json` prints.
    pub(super) fn json(&self) -> serde_json::Value {
        serde_json::json!({
            "class_min": self.class_min,
            "owner_guess_max": self.owner_guess_max,
            "need_certain_share": self.need_certain_share,
            "sensitive_named": self.sensitive_named,
            "index_rebuilt_equal": self.index_rebuilt_equal,
            "mean_place_level": self.mean_place_level,
            "refused_share": self.refused_share,
            "owner_guess_watching_max": self.owner_guess_watching_max,
            "filters_betray": self.filters_betray,
            "people": self.people,
            "helpers": self.helpers,
            "cards_open": self.open,
        })
    }

    /// Prints to standard output.
    pub(super) fn print(&self, json: bool) -> Result<(), Box<dyn Error>> {
        let mut out = std::io::stdout();
        if json {
            writeln!(out, "{}", self.json())?;
            return Ok(());
        }
        writeln!(
            out,
            "{} people, {} helpers, {} clients; {} cards, {} on show to everyone on the last day; \
             midnights made {} say less and took {} back",
            self.people,
            self.helpers,
            self.clients,
            self.ever,
            self.open,
            self.thinned,
            self.taken_back
        )?;
        let rows = [
            ("smallest class of people", self.class_min.to_string()),
            (
                "best guess of the owner",
                format!("{:.3}", self.owner_guess_max),
            ),
            (
                "the same, of who watched from the first day",
                format!("{:.3}", self.owner_guess_watching_max),
            ),
            (
                "known clients whose need is certain",
                format!("{:.4}", self.need_certain_share),
            ),
            (
                "cards that name a sensitive term",
                self.sensitive_named.to_string(),
            ),
            (
                "index rebuilt from what is public is equal",
                self.index_rebuilt_equal.to_string(),
            ),
            ("cards that filters betray", self.filters_betray.to_string()),
            (
                "mean level of the place (0 city, 3 anywhere)",
                format!("{:.3}", self.mean_place_level),
            ),
            ("refused share", format!("{:.4}", self.refused_share)),
        ];
        for (what, figure) in rows {
            writeln!(out, "{what:46} {figure:>10}")?;
        }
        Ok(())
    }
}
