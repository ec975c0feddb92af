//! Who says what of whom, found from either end; changed one tie at a time.

use std::collections::HashMap;

use argonaut_domain::ids::HelperId;

use super::tie::{Day, Link, Tie};

#[derive(Clone, Default)]
pub(super) struct Node {
    /// What this helper says of others.
    pub(super) says: Vec<Link>,
    /// What others say of this helper.
    pub(super) told: Vec<Link>,
    /// How much of what this helper says is not private.
    open: u32,
}

/// Everything that is known of trust between helpers, as of a day.
///
/// The same ties, day and founders give the same answers to the last bit, in whatever
/// order they came.
#[derive(Clone)]
pub struct Network {
    today: Day,
    founders: Vec<HelperId>,
    index: HashMap<HelperId, u32>,
    ids: Vec<HelperId>,
    nodes: Vec<Node>,
    /// Whose sayings changed, one entry per change: what views compare.
    log: Vec<u32>,
    /// Changes that concern everybody: another day, other founders.
    era: u64,
}

impl Network {
    /// A network without ties. `founders` vouch for the place itself: from them starts
    /// who has not vouched for anybody yet.
    pub fn new(today: Day, founders: impl IntoIterator<Item = HelperId>) -> Self {
        let mut network = Self {
            today,
            founders: Vec::new(),
            index: HashMap::new(),
            ids: Vec::new(),
            nodes: Vec::new(),
            log: Vec::new(),
            era: 0,
        };
        network.set_founders(founders);
        network
    }

    /// A network of many ties, in any order; faster than adding them one by one.
    pub fn load(
        today: Day,
        founders: impl IntoIterator<Item = HelperId>,
        ties: impl IntoIterator<Item = Tie>,
    ) -> Self {
        let mut network = Self::new(today, founders);
        for tie in ties {
            if tie.from == tie.to {
                continue;
            }
            let (from, to) = (network.place(tie.from), network.place(tie.to));
            if let Some(node) = network.nodes.get_mut(at(from)) {
                node.says.push(Link::new(to, &tie));
            }
            if let Some(node) = network.nodes.get_mut(at(to)) {
                node.told.push(Link::new(from, &tie));
            }
        }
        let ids = &network.ids;
        for node in &mut network.nodes {
            for links in [&mut node.says, &mut node.told] {
                links.sort_unstable_by_key(|link| (id_of(ids, link.other), link.order()));
                links.dedup();
                links.shrink_to_fit();
            }
            let open = node.says.iter().filter(|link| !link.is_private()).count();
            node.open = u32::try_from(open).unwrap_or(u32::MAX);
        }
        network
    }

    /// The day as of which everything counts.
    pub fn today(&self) -> Day {
        self.today
    }
    /// Moves to another day: vouches expire, experiences fade.
    pub fn set_today(&mut self, today: Day) {
        if today != self.today {
            self.today = today;
            self.next_era();
        }
    }
    /// Names the founders anew.
    pub fn set_founders(&mut self, founders: impl IntoIterator<Item = HelperId>) {
        self.founders = founders.into_iter().collect();
        self.founders.sort_unstable();
        self.founders.dedup();
        for id in self.founders.clone() {
            self.place(id);
        }
        self.next_era();
    }
    fn next_era(&mut self) {
        self.era = self.era.saturating_add(1);
        self.log.clear();
    }

    /// Adds a tie; `false` when it is there already, or when somebody speaks of
    /// themselves. The next view sees it.
    pub fn add(&mut self, tie: &Tie) -> bool {
        if tie.from == tie.to {
            return false;
        }
        let (from, to) = (self.place(tie.from), self.place(tie.to));
        let added = self.insert(from, Link::new(to, tie), true);
        if added {
            if let Some(node) = self.nodes.get_mut(at(from)).filter(|_| tie.is_open()) {
                node.open = node.open.saturating_add(1);
            }
            self.insert(to, Link::new(from, tie), false);
            self.log.push(from);
        }
        added
    }
    /// Takes a tie away; `false` when it is not there.
    pub fn remove(&mut self, tie: &Tie) -> bool {
        let (Some(from), Some(to)) = (self.find(tie.from), self.find(tie.to)) else {
            return false;
        };
        let removed = self.take(from, Link::new(to, tie), true);
        if removed {
            if let Some(node) = self.nodes.get_mut(at(from)).filter(|_| tie.is_open()) {
                node.open = node.open.saturating_sub(1);
            }
            self.take(to, Link::new(from, tie), false);
            self.log.push(from);
        }
        removed
    }

    /// How many helpers are known.
    pub fn helpers(&self) -> usize {
        self.ids.len()
    }
    /// How many ties there are.
    pub fn ties(&self) -> usize {
        self.nodes.iter().map(|node| node.says.len()).sum()
    }
    /// Everything that a helper says, private distrust included.
    pub fn said_by(&self, from: HelperId) -> Vec<Tie> {
        let Some(giver) = self.find(from) else {
            return Vec::new();
        };
        let tie = |link: &Link| {
            Some(Tie {
                from,
                to: self.id(link.other)?,
                evidence: link.evidence(),
                field: link.field(),
                day: link.day,
            })
        };
        self.says(giver).iter().filter_map(tie).collect()
    }
    /// Makes what a helper says exactly this; how many ties came or went.
    pub fn replace_said_by(
        &mut self,
        from: HelperId,
        ties: impl IntoIterator<Item = Tie>,
    ) -> usize {
        let mut wanted: Vec<Tie> = ties.into_iter().filter(|tie| tie.from == from).collect();
        wanted.sort_unstable();
        wanted.dedup();
        let had = self.said_by(from);
        let gone = had.iter().filter(|tie| wanted.binary_search(tie).is_err());
        let gone = gone.filter(|tie| self.remove(tie)).count();
        let come = wanted.iter().filter(|tie| self.add(tie)).count();
        gone + come
    }
    /// The founders, by id.
    pub fn founder_ids(&self) -> &[HelperId] {
        &self.founders
    }
    /// What one helper says of another, private distrust included.
    pub fn between(&self, from: HelperId, to: HelperId) -> Vec<Tie> {
        let (Some(giver), Some(other)) = (self.find(from), self.find(to)) else {
            return Vec::new();
        };
        self.said(giver, other)
            .iter()
            .map(|link| Tie {
                from,
                to,
                evidence: link.evidence(),
                field: link.field(),
                day: link.day,
            })
            .collect()
    }

    /// The links from one to another: they lie side by side.
    pub(super) fn said(&self, from: u32, to: u32) -> &[Link] {
        let says = self.says(from);
        let to = self.id(to);
        let start = says.partition_point(|link| self.id(link.other) < to);
        let end = says.partition_point(|link| self.id(link.other) <= to);
        says.get(start..end).unwrap_or_default()
    }
    pub(super) fn says(&self, helper: u32) -> &[Link] {
        self.nodes
            .get(at(helper))
            .map_or(&[], |node| node.says.as_slice())
    }
    /// How much a helper says that is not private.
    pub(super) fn open(&self, helper: u32) -> u32 {
        self.nodes.get(at(helper)).map_or(0, |node| node.open)
    }
    pub(super) fn told(&self, helper: u32) -> &[Link] {
        self.nodes
            .get(at(helper))
            .map_or(&[], |node| node.told.as_slice())
    }
    pub(super) fn find(&self, id: HelperId) -> Option<u32> {
        self.index.get(&id).copied()
    }
    pub(super) fn id(&self, helper: u32) -> Option<HelperId> {
        id_of(&self.ids, helper)
    }
    pub(super) fn founders(&self) -> impl ExactSizeIterator<Item = Option<u32>> + '_ {
        self.founders.iter().map(|&id| self.find(id))
    }
    /// Where the network stands: the era, and how many changes were made in it.
    pub(super) fn version(&self) -> (u64, usize) {
        (self.era, self.log.len())
    }
    /// Whose sayings changed since then; `None` when everything may have.
    pub(super) fn since(&self, (era, changes): (u64, usize)) -> Option<&[u32]> {
        if era == self.era {
            self.log.get(changes..)
        } else {
            None
        }
    }

    fn place(&mut self, id: HelperId) -> u32 {
        let next = u32::try_from(self.ids.len()).unwrap_or(u32::MAX);
        let place = *self.index.entry(id).or_insert(next);
        if place == next {
            self.ids.push(id);
            self.nodes.push(Node::default());
        }
        place
    }
    fn links(&mut self, helper: u32, says: bool) -> (&[HelperId], Option<&mut Vec<Link>>) {
        let node = self.nodes.get_mut(at(helper));
        let links = node.map(|node| if says { &mut node.says } else { &mut node.told });
        (&self.ids, links)
    }
    fn insert(&mut self, helper: u32, link: Link, says: bool) -> bool {
        let (ids, Some(links)) = self.links(helper, says) else {
            return false;
        };
        let key = |link: &Link| (id_of(ids, link.other), link.order());
        match links.binary_search_by_key(&key(&link), key) {
            Ok(_) => false,
            Err(place) => {
                links.insert(place, link);
                true
            }
        }
    }
    fn take(&mut self, helper: u32, link: Link, says: bool) -> bool {
        let (ids, Some(links)) = self.links(helper, says) else {
            return false;
        };
        let key = |link: &Link| (id_of(ids, link.other), link.order());
        let found = links.binary_search_by_key(&key(&link), key);
        if let Ok(place) = found {
            links.remove(place);
        }
        found.is_ok()
    }
}

fn id_of(ids: &[HelperId], helper: u32) -> Option<HelperId> {
    ids.get(at(helper)).copied()
}

pub(super) fn at(helper: u32) -> usize {
    usize::try_from(helper).unwrap_or(usize::MAX)
}
