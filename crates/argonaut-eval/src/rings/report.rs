//! What a packing came to, as a small table or as one line of JSON.

use std::error::Error;
use std::time::Instant;

use argonaut_engine::rings::{Cycle, Graph, Packing};

/// One run's figures.
pub(super) struct Figures {
    what: String,
    packing: Packing,
    seconds: f64,
}

impl Figures {
    /// The figures of a packing that began at `start` and is done now.
    pub(super) fn of(what: String, graph: &Graph, packing: Packing, start: Instant) -> Self {
        Self {
            what: format!("{what}: {} nodes, {} arcs", graph.nodes(), graph.arcs()),
            packing,
            seconds: start.elapsed().as_secs_f64(),
        }
    }

    fn ratio(&self) -> f64 {
        if self.packing.bound > 0.0 {
            self.packing.value / self.packing.bound
        } else {
            1.0
        }
    }

    fn optimum(&self) -> Option<f64> {
        self.packing.is_optimal.then_some(self.packing.value)
    }

    /// The object that `--json` prints.
    pub(super) fn json(&self) -> serde_json::Value {
        serde_json::json!({
            "optimum": self.optimum(),
            "bound": self.packing.bound,
            "value": self.packing.value,
            "ratio": self.ratio(),
            "seconds": self.seconds,
        })
    }

    /// Prints to standard output.
    pub(super) fn print(&self, json: bool) -> Result<(), Box<dyn Error>> {
        use std::io::Write as _;
        let mut out = std::io::stdout();
        if json {
            writeln!(out, "{}", self.json())?;
            return Ok(());
        }
        writeln!(out, "{}", self.what)?;
        match self.optimum() {
            Some(optimum) => writeln!(out, "optimum {optimum:12.3}")?,
            None => writeln!(out, "optimum      unknown")?,
        }
        let is_ring = |cycle: &&Cycle, size| !cycle.is_chain && cycle.nodes.len() == size;
        let cycles = &self.packing.cycles;
        let rings = |size| cycles.iter().filter(|cycle| is_ring(cycle, size)).count();
        let chains = cycles.iter().filter(|cycle| cycle.is_chain).count();
        writeln!(out, "bound   {:12.3}", self.packing.bound)?;
        writeln!(out, "value   {:12.3}", self.packing.value)?;
        writeln!(out, "ratio   {:12.5}", self.ratio())?;
        writeln!(out, "seconds {:12.4}", self.seconds)?;
        writeln!(
            out,
            "{} pairs, {} rings of three, {chains} chains",
            rings(2),
            rings(3)
        )?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use argonaut_engine::rings::{Arc, Options, solve};

    #[test]
    fn json_has_the_five_keys_and_no_optimum_that_is_not_proved() {
        let arcs = [(0, 1), (1, 0), (1, 2), (2, 1)];
        let arcs = arcs.map(|(from, to)| Arc {
            from,
            to,
            weight: 1.5,
        });
        let graph = Graph::new(3, arcs).unwrap();
        let figures = |work| {
            let options = Options {
                work,
                ..Options::default()
            };
            Figures::of(
                String::new(),
                &graph,
                solve(&graph, &options),
                Instant::now(),
            )
            .json()
        };
        let proved = figures(1_000);
        assert_eq!(proved["optimum"], 3.0);
        assert_eq!(proved["ratio"], 1.0);
        let keys: Vec<&String> = proved.as_object().unwrap().keys().collect();
        assert_eq!(keys, ["bound", "optimum", "ratio", "seconds", "value"]);
    }
}
