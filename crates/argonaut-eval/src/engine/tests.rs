//! The peers against the engine's own definition of the score, on small corpora,
//! and what the figures are made of.

use std::time::Duration;

use argonaut_domain::place::CountryId;
use argonaut_engine::{Engine, Listing, naive};
use argonaut_store::{Backend, Store};
use argonaut_testkit::corpus::Corpus;

use super::columns::Columns;
use super::questions::{self, LIMIT, Question};
use super::scan::{self, STEPS};
use super::tantivy_peer::Peer;
use super::times::{Pass, Spread, quantile, ratio, typical};
use super::world::{Ranked, World, is_close, is_same};
use super::{product, start};

/// A crowded country and the whole world, with many trusted and some blocked.
fn corpora() -> Vec<Corpus> {
    let country = CountryId::parse("UY");
    assert!(country.is_some(), "no such country");
    vec![
        Corpus::new(1_500, 1, country),
        Corpus::new(1_500, 2, country),
        Corpus::new(2_000, 3, None),
    ]
}

fn questions(corpus: &Corpus) -> Vec<Question> {
    let near = questions::draw(corpus, 25, 40, 7).expect("questions");
    let anywhere: Vec<Question> = near.iter().map(Question::without_place).collect();
    near.into_iter().chain(anywhere).collect()
}

/// Checks something in each corpus, loaded and indexed, with its questions.
fn in_each(check: impl Fn(&World<'_>, &Peer)) {
    for corpus in corpora() {
        let engine = Engine::new();
        engine.load(corpus.listings().collect());
        let snapshot = engine.snapshot();
        let columns = Columns::of(corpus.listings(), snapshot.weights(), snapshot.rarity());
        let columns = columns.expect("columns");
        let questions = questions(&corpus);
        let world = World::new(&snapshot, &columns, &questions);
        let peer = Peer::of(&columns).expect("an index");
        check(&world, &peer);
    }
}

fn defined(world: &World<'_>, question: &Question) -> Ranked {
    naive::top(world.snapshot, &question.query, &question.eyes)
}

#[test]
fn the_peers_answer_as_the_score_is_defined() {
    in_each(|world, peer| {
        let mut found = 0;
        for (question, viewer) in world.asked() {
            let defined = defined(world, question);
            let mut asker = world.asker(question, viewer).expect("tables");
            let scanned = scan::top(world.columns, &mut asker, LIMIT);
            assert!(
                is_same(&scanned, &defined),
                "the scan: {scanned:?} {defined:?}"
            );
            let mut asker = world.asker(question, viewer).expect("tables");
            let searched = peer.top(world.columns, &mut asker, LIMIT);
            let searched = searched.expect("an answer");
            assert!(
                is_same(&searched, &defined),
                "tantivy: {searched:?} {defined:?}"
            );
            let own = product::top(world.snapshot, question);
            assert!(is_same(&own, &defined), "the product: {own:?} {defined:?}");
            found += defined.len();
        }
        assert!(found > 100, "the corpus answers nothing: it tests nothing");
    });
}

#[test]
fn the_eyes_of_another_helper_see_something_else() {
    in_each(|world, _| {
        let (all, mut differ): (Vec<_>, usize) = (world.asked().collect(), 0);
        for ((question, _), (_, other)) in all.iter().zip(all.iter().skip(1)) {
            let mut asker = world.asker(question, other).expect("tables");
            let seen = scan::top(world.columns, &mut asker, LIMIT);
            differ += usize::from(!is_same(&seen, &defined(world, question)));
        }
        assert!(differ > 0, "trust, contacts and blocks change no answer");
    });
}

#[test]
fn every_step_of_the_scan_leaves_fewer_cards() {
    in_each(|world, _| {
        let mut left = [0usize; STEPS.len()];
        let mut scored = 0;
        for (question, viewer) in world.asked() {
            let mut asker = world.asker(question, viewer).expect("tables");
            for (steps, left) in (1..).zip(&mut left) {
                *left += scan::left_after(steps, world.columns, &mut asker);
            }
            scored += scan::top(world.columns, &mut asker, world.columns.len()).len();
        }
        assert!(left.is_sorted_by(|more, fewer| more >= fewer), "{left:?}");
        assert!(left.first() > left.last(), "{left:?}");
        assert_eq!(left.last(), Some(&scored));
    });
}

#[test]
fn a_wrong_answer_is_noticed() {
    in_each(|world, _| {
        let mut answers = Vec::new();
        world.scan_pass(&mut answers).expect("a pass");
        assert_eq!(world.mismatches(&[], &answers).expect("compared"), 0);
        let full = answers.iter_mut().find(|answer| answer.len() > 1);
        full.expect("an answer of two cards").swap(0, 1);
        assert!(world.mismatches(&[], &answers).expect("compared") > 0);
    });
}

#[test]
fn close_is_close_and_the_same_is_the_same() {
    let id = |number| Corpus::new(3, 1, None).card(number).id();
    let one = [(id(0), 0.5), (id(1), 0.25)];
    let rounded = [(id(0), 0.5 + 1e-16), (id(1), 0.25 + 1e-15)];
    let other = [(id(0), 0.5), (id(1), 0.26)];
    assert!(is_same(&one, &one) && is_close(&one, &rounded));
    assert!(!is_same(&one, &rounded) && !is_close(&one, &other));
    assert!(!is_close(&one, &one[..1]) && !is_same(&one[..1], &one));
    let elsewhere = [(id(0), 0.5), (id(2), 0.25)];
    assert!(!is_same(&one, &elsewhere));
}

fn pass(micros: &[u64]) -> Pass {
    let mut pass = Pass::default();
    for micros in micros {
        pass.add(Duration::from_micros(*micros));
    }
    pass
}

#[test]
fn quantiles_lie_where_they_should() {
    let all: Vec<f64> = (0..=100).map(f64::from).collect();
    assert_eq!(quantile(&all, 0.0), Some(0.0));
    assert_eq!(quantile(&all, 0.5), Some(50.0));
    assert_eq!(quantile(&all, 0.99), Some(99.0));
    assert_eq!(quantile(&all, 1.0), Some(100.0));
    assert_eq!(quantile(&[7.0], 0.99), Some(7.0));
    assert_eq!(quantile(&[], 0.5), None);
    let times = pass(&[300, 100, 200]);
    let near = |a: f64, b: f64| (a - b).abs() < 1e-6;
    assert!(near(times.at(0.5), 200.0) && near(times.at(1.0), 300.0));
    assert!(near(times.mean(), 200.0) && near(times.mean_of(2), 200.0));
    assert!(near(times.seconds(), 600e-6));
}

#[test]
fn what_is_typical_of_a_question_is_the_middle_of_its_passes() {
    // The second pass was held up once.
    let passes = [pass(&[10, 20]), pass(&[9_000, 30]), pass(&[20, 40])];
    let typical = typical(&passes);
    assert_eq!(typical.len(), 2);
    assert!((typical.at(0.0) - 20.0).abs() < 1e-6 && (typical.at(1.0) - 30.0).abs() < 1e-6);
}

#[test]
fn ratios_compare_the_same_questions_pass_by_pass() {
    let near = |a: f64, b: f64| (a - b).abs() < 1e-6;
    // The peer answered the first two questions alone; the third of ours is dear.
    let ours = [pass(&[10, 10, 1_000]), pass(&[20, 20, 1_000])];
    let peers = [pass(&[40, 40]), pass(&[20, 20])];
    let Spread {
        least,
        median,
        most,
    } = ratio(&peers, &ours).expect("a ratio");
    assert!(near(least, 1.0) && near(most, 4.0), "{least} {most}");
    assert!(near(median, 4.0) || near(median, 1.0));
    assert!(ratio(&[], &ours).is_none());
}

#[tokio::test]
async fn what_the_start_reads_is_the_corpus() {
    let corpus = Corpus::new(60, 5, None);
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("start.db");
    start::fill(&file, &corpus).await.expect("filled");
    let took = start::start(&file, &corpus).await.expect("started");
    assert!(took.seconds > 0.0 && took.read_seconds > 0.0);
    let store = Store::open(&Backend::Sqlite(file)).await.expect("opened");
    let now = argonaut_domain::clock::Timestamp::from_date(argonaut_testkit::FIRST_DAY);
    let mut read = store.read().await.expect("a reader");
    let cards = read.cards_on_show(now).await.expect("cards");
    let mut read: Vec<Listing> = cards.iter().map(Listing::of_card).collect();
    let mut kept: Vec<Listing> = corpus.listings().map(Listing::tidy).collect();
    read.sort_by_key(Listing::id);
    kept.sort_by_key(Listing::id);
    assert_eq!(read, kept);
    // A database with fewer cards is no start of this corpus.
    let more = Corpus::new(61, 5, None);
    let file = folder.path().join("start.db");
    assert!(start::start(&file, &more).await.is_err());
}

#[test]
fn the_batch_answers_for_every_card() {
    let corpus = Corpus::new(400, 9, CountryId::parse("UY"));
    let engine = Engine::new();
    engine.load(corpus.listings().collect());
    let snapshot = engine.snapshot();
    let batch = product::batch(&snapshot, &corpus, 10).expect("a batch");
    let defined: usize = (0..corpus.len())
        .map(|number| {
            let query = questions::of_card(&corpus, number).expect("a question");
            let eyes = corpus.eyes_of(corpus.place_of(number), 10);
            naive::top(&snapshot, &query, &eyes).len()
        })
        .sum();
    assert!(batch.seconds > 0.0 && defined > corpus.len());
    assert_eq!(batch.suggestions, defined);
}
