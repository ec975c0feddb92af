//! Reads kidney-exchange instances: the JSON of donors with their recipients
//! ("sources") and matches, and PrefLib's `.wmd` edge lists. A node is a
//! recipient with all donors who come with them, or an altruistic donor, who
//! only starts chains; every arc counts as one transplant.

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::path::Path;

use argonaut_engine::rings::{Arc, Graph};
use serde::Deserialize;

/// More nodes are taken for a mistake in the file.
const MOST_NODES: u32 = 50_000_000;

/// The first version of the format has `data`, the second `donors`.
#[derive(Deserialize)]
struct Instance {
    data: Option<BTreeMap<String, Donor>>,
    donors: Option<Donors>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Donors {
    Named(BTreeMap<String, Donor>),
    Listed(Vec<Donor>),
}

#[derive(Deserialize)]
struct Donor {
    id: Option<Name>,
    #[serde(default, alias = "paired_recipients")]
    sources: Vec<Name>,
    #[serde(default, alias = "outgoing_transplants")]
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

/// The graph of a file; JSON is told by its first sign.
pub(super) fn read(path: &Path) -> Result<Graph, Box<dyn Error>> {
    let text = std::fs::read(path).map_err(|error| format!("{}: {error}", path.display()))?;
    let text = String::from_utf8_lossy(&text);
    let text = text.trim_start_matches('\u{feff}');
    let graph = if text.trim_start().starts_with(['{', '[']) {
        from_json(text)
    } else {
        from_edges(text)
    };
    graph.map_err(|error| format!("{}: {error}", path.display()).into())
}

/// Writes a graph's arcs between cards as an edge list.
pub(super) fn write(path: &Path, graph: &Graph) -> std::io::Result<()> {
    use std::io::Write as _;
    let mut out = std::io::BufWriter::new(std::fs::File::create(path)?);
    writeln!(out, "# NUMBER ALTERNATIVES: {}", graph.nodes())?;
    for Arc { from, to, weight } in graph.all().filter(|arc| !graph.is_start(arc.from)) {
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
    let donors: Vec<(String, Donor)> = match (instance.data, instance.donors) {
        (Some(data), _) => data.into_iter().collect(),
        (None, Some(Donors::Named(named))) => named.into_iter().collect(),
        (None, Some(Donors::Listed(listed))) => (1..)
            .zip(listed)
            .map(|(place, donor)| match &donor.id {
                Some(id) => Ok((id.text(), donor)),
                None => Err(format!("donor {place} has no id")),
            })
            .collect::<Result<_, String>>()?,
        (None, None) => return Err("neither \"data\" nor \"donors\" is there".into()),
    };
    let mut numbers = Numbers::default();
    let mut arcs = Vec::new();
    let mut starts = Vec::new();
    for (name, donor) in &donors {
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
    let mut found = Edges::default();
    for (number, line) in (1..).zip(text.lines()) {
        let line = line.trim();
        if !line.is_empty() {
            found
                .read(line)
                .map_err(|error| format!("line {number}: {error}: {line}"))?;
        }
    }
    let Edges {
        nodes,
        arcs,
        starts,
    } = found;
    let arcs: Vec<Arc> = arcs
        .into_iter()
        .filter(|(from, to)| from != to && !starts.contains(to))
        .map(|(from, to)| one(from, to))
        .collect();
    Ok(Graph::with_starts(nodes, arcs, starts)?)
}

/// What an edge list has said so far; nodes are numbered from 0 here.
#[derive(Default)]
struct Edges {
    nodes: u32,
    arcs: Vec<(u32, u32)>,
    starts: BTreeSet<u32>,
}

impl Edges {
    fn read(&mut self, line: &str) -> Result<(), String> {
        if let Some(said) = line.strip_prefix('#') {
            return self.read_header(said.trim());
        }
        let mut parts = line.split(',').map(str::trim);
        let (Some(from), Some(to), Some(weight)) = (parts.next(), parts.next(), parts.next())
        else {
            return Err("not an edge".into());
        };
        let (from, to) = (self.node(from)?, self.node(to)?);
        let weight: f64 = weight.parse().map_err(|_| "not a weight")?;
        if !weight.is_finite() {
            return Err("not a weight".into());
        }
        if weight > 0.0 {
            self.arcs.push((from, to));
        } else {
            self.starts.insert(to);
        }
        Ok(())
    }

    fn read_header(&mut self, said: &str) -> Result<(), String> {
        if let Some(count) = said.strip_prefix("NUMBER ALTERNATIVES:") {
            let count: u32 = count.trim().parse().map_err(|_| "not a number")?;
            self.room_for(count)?;
        } else if let Some(said) = said.strip_prefix("ALTERNATIVE NAME ") {
            // The data set itself spells it so.
            if let Some((number, name)) = said.split_once(':')
                && ["alturist", "altruist"].contains(&first_word(name).as_str())
            {
                let start = self.node(number.trim())?;
                self.starts.insert(start);
            }
        }
        Ok(())
    }

    fn node(&mut self, text: &str) -> Result<u32, String> {
        let number: u32 = text.parse().map_err(|_| "not the number of a node")?;
        let node = number.checked_sub(1).ok_or("nodes are numbered from 1")?;
        self.room_for(number)?;
        Ok(node)
    }

    fn room_for(&mut self, count: u32) -> Result<(), String> {
        if count > MOST_NODES {
            return Err(format!("more than {MOST_NODES} nodes"));
        }
        self.nodes = self.nodes.max(count);
        Ok(())
    }
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

    #[test]
    fn the_second_version_reads_like_the_first() {
        let listed = from_json(
            r#"{"schema": 2, "donors": [
                {"id": 1, "paired_recipients": [7], "outgoing_transplants": [{"recipient": 8}]},
                {"id": 2, "paired_recipients": [8], "outgoing_transplants": [{"recipient": 7}]},
                {"id": 3, "paired_recipients": [], "outgoing_transplants": [{"recipient": 7}]}
            ], "recipients": []}"#,
        )
        .unwrap();
        let named = from_json(
            r#"{"donors": {
                "1": {"id": 1, "paired_recipients": [7], "outgoing_transplants": [{"recipient": 8}]},
                "2": {"id": 2, "paired_recipients": [8], "outgoing_transplants": [{"recipient": 7}]},
                "3": {"id": 3, "paired_recipients": [], "outgoing_transplants": [{"recipient": 7}]}
            }}"#,
        )
        .unwrap();
        assert_eq!(listed, named);
        assert_eq!((listed.nodes(), listed.arcs()), (3, 3));
    }

    #[test]
    fn a_broken_file_says_what_is_wrong() {
        let of_json = |text| from_json(text).unwrap_err().to_string();
        assert!(of_json("{\"data\": {\"1\": {\"matches\": [{}]}}}").contains("recipient"));
        assert!(of_json("{}").contains("neither"));
        assert!(of_json("[1, 2]").contains("line 1"));
        assert!(of_json("{\"data\": ").contains("EOF"));
        let of_edges = |text| from_edges(text).unwrap_err().to_string();
        assert!(of_edges("1,2,1\n1;2").starts_with("line 2: not an edge"));
        assert!(of_edges("0,2,1").contains("from 1"));
        assert!(of_edges("1,2,nan").contains("not a weight"));
        assert!(of_edges("1,4000000000,1").contains("more than"));
        assert!(of_edges("# NUMBER ALTERNATIVES: many").contains("not a number"));
        assert!(read(Path::new("/no/such/file")).is_err());
    }
}
