//! Finds the least general node of a product of generalisation hierarchies. It
//! knows nothing of cards: the gate and the evaluation on tables share it.

/// One hierarchy as the lattice sees it: the loss of each of its levels, from
/// the finest (usually 0) to the most general. Losses are whole points, so that
/// sums are exact and ties are the same everywhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Axis {
    losses: Vec<u32>,
}

impl Axis {
    /// An axis with these losses per level. A level never loses less than the
    /// one below it: a smaller number is lifted. No level at all makes an axis
    /// of one level without loss.
    pub fn new(losses: impl IntoIterator<Item = u32>) -> Self {
        let mut highest = 0;
        let mut losses: Vec<u32> = losses
            .into_iter()
            .map(|loss| {
                highest = loss.max(highest);
                highest
            })
            .collect();
        if losses.is_empty() {
            losses.push(0);
        }
        Self { losses }
    }
    /// The number of levels, at least 1.
    pub fn levels(&self) -> usize {
        self.losses.len()
    }
}

/// Every node of a product of axes, in the order of their loss.
#[derive(Clone, Debug)]
pub struct Lattice {
    nodes: Vec<(u64, Vec<u8>)>,
}

impl Lattice {
    /// Lays out the lattice. Nodes of equal loss are ordered by the levels of
    /// the axes, the first axis first: so put first what should stay finest.
    /// Meant for up to some hundred thousand nodes, and 255 levels per axis.
    pub fn new(axes: &[Axis]) -> Self {
        let mut nodes: Vec<(u64, Vec<u8>)> = vec![(0, Vec::with_capacity(axes.len()))];
        for axis in axes {
            nodes = nodes
                .iter()
                .flat_map(|(loss, levels)| {
                    (0..=u8::MAX).zip(&axis.losses).map(move |(level, more)| {
                        let mut levels = levels.clone();
                        levels.push(level);
                        (loss.saturating_add(u64::from(*more)), levels)
                    })
                })
                .collect();
        }
        nodes.sort_unstable();
        Self { nodes }
    }
    /// Every node with its loss, the least loss first.
    pub fn nodes(&self) -> impl Iterator<Item = (u64, &[u8])> {
        self.nodes
            .iter()
            .map(|(loss, levels)| (*loss, levels.as_slice()))
    }
    /// The least general node that fits: the first in the order of loss.
    pub fn least(&self, mut fits: impl FnMut(&[u8]) -> bool) -> Option<&[u8]> {
        self.nodes()
            .map(|(_, levels)| levels)
            .find(|levels| fits(levels))
    }
    /// The number of nodes.
    pub fn len(&self) -> usize {
        self.nodes.len()
    }
    /// Whether there is no node; never so, since the empty product has one.
    pub fn is_empty(&self) -> bool {
        self.nodes.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nodes_come_by_loss_and_then_by_the_first_axis() {
        let lattice = Lattice::new(&[Axis::new([0, 5]), Axis::new([0, 5, 6])]);
        let order: Vec<_> = lattice
            .nodes()
            .map(|(loss, levels)| (loss, levels.to_vec()))
            .collect();
        assert_eq!(
            order,
            [
                (0, vec![0, 0]),
                (5, vec![0, 1]),
                (5, vec![1, 0]),
                (6, vec![0, 2]),
                (10, vec![1, 1]),
                (11, vec![1, 2]),
            ]
        );
        assert_eq!(
            lattice.least(|levels| levels[0] == 1),
            Some([1, 0].as_slice())
        );
        assert_eq!(lattice.least(|_| false), None);
    }

    #[test]
    fn an_axis_never_gains_by_generalising() {
        assert_eq!(Axis::new([3, 1, 7]), Axis::new([3, 3, 7]));
        assert_eq!(Axis::new([]).levels(), 1);
        assert_eq!(Lattice::new(&[]).len(), 1);
    }

    #[test]
    fn least_is_what_a_naive_search_finds() {
        let axes = [
            Axis::new([0, 8, 24, 40]),
            Axis::new([0, 60, 140, 200]),
            Axis::new([0, 20]),
        ];
        let lattice = Lattice::new(&axes);
        assert_eq!(lattice.len(), 32);
        for wanted in 0..7u32 {
            let fits =
                |levels: &[u8]| levels.iter().map(|&level| u32::from(level)).sum::<u32>() >= wanted;
            let naive = lattice
                .nodes()
                .filter(|(_, levels)| fits(levels))
                .map(|(loss, _)| loss)
                .min();
            let found = lattice.least(fits).map(|levels| {
                axes.iter()
                    .zip(levels)
                    .map(|(axis, &level)| u64::from(axis.losses[usize::from(level)]))
                    .sum::<u64>()
            });
            assert_eq!(found, naive, "{wanted}");
        }
    }
}
