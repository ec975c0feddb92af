//! Rings against the plainest search there is, on small random graphs.

use proptest::prelude::*;

use super::*;

/// The greatest worth by trying every column with every other.
fn brute(graph: &Graph, options: &Options) -> f64 {
    let mut columns = columns::Columns::new();
    cycles::cycles(graph, options.longest, usize::MAX, &mut columns);
    if let Some(chains) = options.chains {
        cycles::chains(graph, chains, usize::MAX, &mut columns);
    }
    let columns: Vec<(u64, f64)> = (0..columns.len())
        .map(|column| {
            let members = columns.members(column);
            let mask = members.iter().map(|&node| 1_u64 << node).sum();
            (mask, columns.weight[column])
        })
        .collect();
    // By the nodes that are left: the lowest is bare, or in one of its columns.
    fn best(
        left: u64,
        columns: &[(u64, f64)],
        known: &mut std::collections::HashMap<u64, f64>,
    ) -> f64 {
        if left == 0 {
            return 0.0;
        }
        if let Some(&value) = known.get(&left) {
            return value;
        }
        let lowest = left & left.wrapping_neg();
        let mut value = best(left & !lowest, columns, known);
        for &(mask, weight) in columns {
            if mask & lowest != 0 && mask & !left == 0 {
                value = value.max(weight + best(left & !mask, columns, known));
            }
        }
        known.insert(left, value);
        value
    }
    let all = (1_u64 << graph.nodes()) - 1;
    best(all, &columns, &mut std::collections::HashMap::new())
}

fn holds(graph: &Graph, options: &Options, packing: &Packing) {
    let mut seen = vec![false; graph.nodes() as usize];
    let mut sum = 0.0;
    for cycle in &packing.cycles {
        for &node in &cycle.nodes {
            assert!(!std::mem::replace(&mut seen[node as usize], true));
        }
        let mut weight = 0.0;
        for step in cycle.nodes.windows(2) {
            weight += graph.weight(step[0], step[1]).unwrap();
        }
        let (first, last) = (cycle.nodes[0], *cycle.nodes.last().unwrap());
        if cycle.is_chain {
            let chains = options.chains.unwrap();
            assert!(graph.is_start(first) && cycle.nodes.len() <= chains.arcs + 1);
            weight += chains.ending;
        } else {
            let longest = if options.longest == Longest::Two {
                2
            } else {
                3
            };
            assert!((2..=longest).contains(&cycle.nodes.len()));
            assert_eq!(cycle.nodes.iter().min(), Some(&first));
            weight += graph.weight(last, first).unwrap();
        }
        assert!((weight - cycle.weight).abs() < 1e-9);
        sum += weight;
    }
    assert!((sum - packing.value).abs() < 1e-7);
    assert!(packing.bound >= packing.value - 1e-9);
}

prop_compose! {
    fn graphs()(
        nodes in 2_u32..15,
        starts in 0_u32..4,
        whole in any::<bool>(),
        density in 0.05_f64..0.7,
        draws in prop::collection::vec((0.0_f64..1.0, 1_u32..1000), 18 * 18),
    ) -> Graph {
        let all = nodes + starts;
        let mut arcs = Vec::new();
        for from in 0..all {
            for to in (0..nodes).filter(|&to| to != from) {
                let (draw, weight) = draws[(from * 18 + to) as usize];
                if draw < density {
                    let weight = if whole { 1.0 } else { f64::from(weight) / 1000.0 };
                    arcs.push(Arc { from, to, weight });
                }
            }
        }
        Graph::with_starts(all, arcs, nodes..all).unwrap()
    }
}

fn options() -> impl Strategy<Value = Options> {
    let chains = prop::option::of((1_usize..4, prop_oneof![Just(0.0), Just(0.5)]));
    (any::<bool>(), chains).prop_map(|(pairs, chains)| Options {
        longest: if pairs { Longest::Two } else { Longest::Three },
        chains: chains.map(|(arcs, ending)| Chains { arcs, ending }),
        ..Options::default()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn small_graphs_are_packed_exactly(graph in graphs(), options in options()) {
        let packing = solve(&graph, &options);
        holds(&graph, &options, &packing);
        let best = brute(&graph, &options);
        prop_assert!(packing.is_optimal);
        prop_assert!((packing.value - best).abs() < 1e-6, "{} for {best}", packing.value);
        prop_assert_eq!(&packing, &solve(&graph, &options));
    }

    #[test]
    fn without_work_the_bound_still_holds(graph in graphs(), options in options()) {
        let hurried = Options { work: 0, ..options };
        let packing = solve(&graph, &hurried);
        holds(&graph, &hurried, &packing);
        let best = brute(&graph, &options);
        prop_assert!(packing.bound >= best - 1e-6);
        prop_assert!(packing.value <= best + 1e-6);
        prop_assert!(!packing.is_optimal || (packing.value - best).abs() < 1e-6);
    }
}

/// A graph too large to be packed exactly: givers by chance among neighbours.
fn large() -> Graph {
    use rand::{RngExt as _, SeedableRng as _};
    let mut rng = rand::rngs::ChaCha8Rng::seed_from_u64(5);
    let nodes = 1_500_u32;
    let mut arcs = Vec::new();
    for to in 0..nodes {
        for _ in 0..14 {
            let from = (to + rng.random_range(1..60)) % nodes;
            let (from, to) = if rng.random() { (from, to) } else { (to, from) };
            let weight = rng.random_range(0.2..1.0);
            arcs.push(Arc { from, to, weight });
        }
    }
    Graph::new(nodes, arcs).unwrap()
}

#[test]
fn a_large_part_is_packed_near_its_bound_alike_on_any_number_of_threads() {
    let graph = large();
    let on_threads = |count| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(count).build();
        pool.unwrap().install(|| solve(&graph, &Options::default()))
    };
    let packing = on_threads(1);
    holds(&graph, &Options::default(), &packing);
    assert!(!packing.is_optimal, "the test wants a part that is hard");
    let ratio = packing.value / packing.bound;
    assert!(ratio > 0.97, "{ratio}");
    assert_eq!(packing, on_threads(4));
    // More work never gives less.
    let hurried = Options {
        work: 500,
        ..Options::default()
    };
    assert!(solve(&graph, &hurried).value <= packing.value);
}

#[test]
fn where_not_everything_is_listed_the_bound_still_holds() {
    let graph = large();
    let cut = Options {
        columns: 1_000,
        ..Options::default()
    };
    let packing = solve(&graph, &cut);
    holds(&graph, &cut, &packing);
    assert!(!packing.is_optimal);
    assert!(packing.bound >= solve(&graph, &Options::default()).value);
}

#[test]
fn a_graph_without_rings_is_worth_nothing() {
    for graph in [Graph::new(0, []), Graph::new(3, [])] {
        let packing = solve(&graph.unwrap(), &Options::default());
        assert!(packing.cycles.is_empty() && packing.is_optimal);
        assert_eq!(packing.value.to_bits(), 0.0_f64.to_bits());
        assert_eq!(packing.bound.to_bits(), 0.0_f64.to_bits());
    }
}
