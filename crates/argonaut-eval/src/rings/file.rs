//! Reads kidney-exchange instances: the JSON of donors with their recipients
//! ("sources") and matches, and PrefLib's `.wmd` edge lists. A node is a
//! recipient with all donors who come with them, or an altruistic donor, who
//! only starts chains; every arc counts as one transplant.

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::path::Path;

use argonaut_engine::rings::{Arc, Graph};
use serde::Deserialize;

#[derive(Deserialize)]
struct Instance {
    data: BTreeMap<String, Donor>,
}

#[derive(Deserialize)]
struct Donor {
    #[serde(default)]
    sources: Vec<Name>,
    #[serde(default)]
    matches: Vec<Match>,
    #[serde(default)]
    altruistic: bool,
}

#[derive(Deserialize)]
struct Match {
    recipient: Name,
}

/// A recipient's number or name.
#[derive(Deserialize, Clone, PartialEq, Eq, PartialOrd, Ord)]
#[serde(untagged)]
enum Name {
    Number(i64),
    Text(String),
}

impl Name {
    fn text(&self) -> String {
        match self {
            Self::Number(number) => number.to_string(),
            Self::Text(text) => text.clone(),
        }
    }
}

/// The graph of a file; `.wmd` files are told by their first line.
pub(super) fn read(path: &Path) -> Result<Graph, Box<dyn Error>> {
    let text = std::fs::read_to_string(path)?;
    if text.trim_start().starts_with('{') {
        from_json(&text)
    } else {
        from_edges(&text)
    }
}

/// Writes arcs as an edge list.
pub(super) fn write(path: &Path, nodes: u32, arcs: &[Arc]) -> std::io::Result<()> {
    use std::io::Write as _;
    let mut out = std::io::BufWriter::new(std::fs::File::create(path)?);
    writeln!(out, "# NUMBER ALTERNATIVES: {nodes}")?;
    for Arc { from, to, weight } in arcs {
        writeln!(out, "{},{},{weight}", from + 1, to + 1)?;
    }
    out.flush()
}

/// Names become numbers in order of appearance.
#[derive(Default)]
struct Numbers(BTreeMap<String, u32>);

impl Numbers {
    fn of(&mut self, name: String) -> u32 {
        let next = u32::try_from(self.0.len()).unwrap_or(u32::MAX);
        *self.0.entry(name).or_insert(next)
    }
}

fn from_json(text: &str) -> Result<Graph, Box<dyn Error>> {
    let instance: Instance = serde_json::from_str(text)?;
    let mut numbers = Numbers::default();
    let mut arcs = Vec::new();
    let mut starts = Vec::new();
    for (name, donor) in &instance.data {
        let mut givers: Vec<u32> = Vec::new();
        if donor.altruistic || donor.sources.is_empty() {
            // A letter in front keeps donors' names apart from recipients'.
            let start = numbers.of(format!("donor {name}"));
            starts.push(start);
            givers.push(start);
        } else {
            for source in &donor.sources {
                givers.push(numbers.of(source.text()));
            }
        }
        for found in &donor.matches {
            let to = numbers.of(found.recipient.text());
            for &from in givers.iter().filter(|&&from| from != to) {
                arcs.push(one(from, to));
            }
        }
    }
    let nodes = u32::try_from(numbers.0.len())?;
    Ok(Graph::with_starts(nodes, arcs, starts)?)
}

/// `from,to,weight`, nodes from 1; an arc of weight 0 leads back to an
/// altruistic donor and is no transplant.
fn from_edges(text: &str) -> Result<Graph, Box<dyn Error>> {
    let mut nodes = 0;
    let mut arcs = Vec::new();
    let mut starts = BTreeSet::new();
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        if let Some(said) = line.strip_prefix('#') {
            let said = said.trim();
            if let Some(count) = said.strip_prefix("NUMBER ALTERNATIVES:") {
                nodes = nodes.max(count.trim().parse()?);
            } else if let Some(said) = said.strip_prefix("ALTERNATIVE NAME ") {
                // The data set itself spells it so.
                if let Some((number, name)) = said.split_once(':')
                    && ["alturist", "altruist"].contains(&first_word(name).as_str())
                {
                    starts.insert(number.trim().parse::<u32>()?);
                }
            }
            continue;
        }
        let mut parts = line.split(',').map(str::trim);
        let (Some(from), Some(to), Some(weight)) = (parts.next(), parts.next(), parts.next())
        else {
            return Err(format!("not an edge: {line}").into());
        };
        let (from, to): (u32, u32) = (from.parse()?, to.parse()?);
        nodes = nodes.max(from).max(to);
        if weight.parse::<f64>()? > 0.0 {
            arcs.push((from, to));
        } else {
            starts.insert(to);
        }
    }
    let below = |node: u32| node.checked_sub(1).ok_or("nodes are numbered from 1");
    let arcs = arcs
        .into_iter()
        .filter(|(from, to)| from != to && !starts.contains(to))
        .map(|(from, to)| Ok(one(below(from)?, below(to)?)))
        .collect::<Result<Vec<Arc>, &str>>()?;
    let starts = starts
        .iter()
        .map(|&start| below(start))
        .collect::<Result<Vec<u32>, _>>()?;
    Ok(Graph::with_starts(nodes, arcs, starts)?)
}

fn first_word(name: &str) -> String {
    name.split_whitespace()
        .next()
        .unwrap_or_default()
        .to_lowercase()
}

fn one(from: u32, to: u32) -> Arc {
    Arc {
        from,
        to,
        weight: 1.0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn donors_of_one_recipient_are_one_node() {
        let graph = from_json(
            r#"{"data": {
                "1": {"sources": [7], "matches": [{"recipient": 8, "score": 3}]},
                "2": {"sources": [7], "matches": [{"recipient": 9}, {"recipient": 7}]},
                "3": {"sources": [8], "matches": [{"recipient": "7"}]},
                "7": {"sources": [], "altruistic": true, "matches": [{"recipient": 9}]}
            }}"#,
        )
        .unwrap();
        assert_eq!(graph.nodes(), 4);
        assert_eq!(graph.arcs(), 4);
        assert_eq!((0..4).filter(|&node| graph.is_start(node)).count(), 1);
    }

    #[test]
    fn edges_back_to_an_altruist_are_no_transplants() {
        let graph = from_edges(
            "# NUMBER ALTERNATIVES: 4\n# ALTERNATIVE NAME 1: Pair 1\n1,2,1.0\n2,1,1.0\n2,3,0.0\n3,1,1.0\n",
        )
        .unwrap();
        assert_eq!(graph.nodes(), 4);
        assert_eq!(graph.arcs(), 3);
        assert!(graph.is_start(2) && !graph.is_start(0) && !graph.is_start(3));
        assert!(from_edges("1;2").is_err());
    }
}
