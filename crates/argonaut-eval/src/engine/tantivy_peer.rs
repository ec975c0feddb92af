//! tantivy as a peer: an index in memory, of one segment, whose boolean filter
//! keeps every card with a score above 0; the hits are scored by the scorer of
//! the plain scan, in a heap of the same size. Documents stand in the order of the
//! slots, so that a hit's number is its slot, and no column is read for it.

use std::error::Error;

use argonaut_engine::ListingId;
use tantivy::query::{BooleanQuery, EnableScoring, Occur, Query, TermQuery, Weight};
use tantivy::schema::{Field, INDEXED, IndexRecordOption, NumericOptions, Schema};
use tantivy::{Index, IndexSettings, Searcher, TantivyDocument, Term};

use super::asker::Asker;
use super::columns::Columns;
use super::scan::Best;

/// How "not said" is indexed among the languages.
const NOT_SAID: u64 = u64::MAX;
/// Memory for the writer, enough for one segment of a million cards.
const WRITER_BYTES: usize = 2_000_000_000;

#[derive(Clone, Copy)]
struct Fields {
    language: Field,
    need: Field,
    offer: Field,
    interest: Field,
}

/// The index, open for searching.
pub(crate) struct Peer {
    fields: Fields,
    searcher: Searcher,
}

impl Peer {
    /// Indexes all cards.
    pub(crate) fn of(columns: &Columns) -> Result<Self, Box<dyn Error>> {
        let mut schema = Schema::builder();
        let terms = || NumericOptions::from(INDEXED);
        let fields = Fields {
            language: schema.add_u64_field("language", terms()),
            need: schema.add_u64_field("need", terms()),
            offer: schema.add_u64_field("offer", terms()),
            interest: schema.add_u64_field("interest", terms()),
        };
        let index = Index::builder()
            .schema(schema.build())
            .settings(IndexSettings::default());
        let mut writer = index.single_segment_index_writer(
            tantivy::directory::RamDirectory::create(),
            WRITER_BYTES,
        )?;
        for slot in 0..columns.len() {
            writer.add_document(document(columns, slot, fields))?;
        }
        let searcher = writer.finalize()?.reader()?.searcher();
        let documents: Vec<u32> = (searcher.segment_readers().iter())
            .map(|segment| segment.num_docs())
            .collect();
        if documents != [u32::try_from(columns.len())?] {
            return Err("tantivy made more than one segment".into());
        }
        Ok(Self { fields, searcher })
    }

    /// The best cards for a question.
    pub(crate) fn top(
        &self,
        columns: &Columns,
        asker: &mut Asker<'_>,
        limit: usize,
    ) -> Result<Vec<(ListingId, f64)>, Box<dyn Error>> {
        let weight = self.weight(asker)?;
        let mut best = Best::new(limit);
        self.each_hit(&*weight, |slot| {
            if let Some(scored) = asker.score_of_fitting(slot) {
                best.offer(scored.score, columns, slot);
            }
        })?;
        Ok(best.sorted())
    }

    /// The filter of a question, ready to run.
    pub(crate) fn weight(&self, asker: &Asker<'_>) -> Result<Box<dyn Weight>, Box<dyn Error>> {
        let scoring = EnableScoring::disabled_from_searcher(&self.searcher);
        Ok(self.filter(asker).weight(scoring)?)
    }

    /// Tells the slot of every hit, in blocks, without a score of tantivy's.
    pub(crate) fn each_hit(
        &self,
        weight: &dyn Weight,
        mut tell: impl FnMut(usize),
    ) -> Result<(), Box<dyn Error>> {
        for segment in self.searcher.segment_readers() {
            weight.for_each_no_score(segment, &mut |documents| {
                for document in documents {
                    tell(*document as usize);
                }
            })?;
        }
        Ok(())
    }

    /// A language in common or not said, and something that fits: flat unions of
    /// terms. Sets of terms (`TermSetQuery`) took 0.8 ms to be made ready.
    fn filter(&self, asker: &Asker<'_>) -> BooleanQuery {
        let flagged = |flags: &mut dyn Iterator<Item = bool>| -> Vec<u64> {
            (0u64..)
                .zip(flags)
                .filter_map(|(place, flag)| flag.then_some(place))
                .collect()
        };
        let offers = flagged(&mut asker.touches.iter().copied());
        let needs = flagged(&mut asker.wanted.iter().map(|meets| meets.sim > 0.0));
        let likes = flagged(&mut (0..128).map(|bit| asker.likes >> bit & 1 == 1));
        let fields = self.fields;
        let fitting = [
            (fields.offer, offers),
            (fields.need, needs),
            (fields.interest, likes),
        ];
        let fits = any(fitting
            .into_iter()
            .flat_map(|(field, values)| values.into_iter().map(move |value| (field, value))));
        let ours = &asker.card.languages;
        if ours.is_empty() {
            return fits;
        }
        let spoken = ours.iter().map(|language| u64::from(language.index()));
        let spoken = any(spoken
            .chain([NOT_SAID])
            .map(|value| (fields.language, value)));
        BooleanQuery::new(vec![
            (Occur::Must, Box::new(fits)),
            (Occur::Must, Box::new(spoken)),
        ])
    }
}

/// Any of these values.
fn any(values: impl Iterator<Item = (Field, u64)>) -> BooleanQuery {
    let term = |(field, value)| -> (Occur, Box<dyn Query>) {
        let term = Term::from_field_u64(field, value);
        (
            Occur::Should,
            Box::new(TermQuery::new(term, IndexRecordOption::Basic)),
        )
    };
    BooleanQuery::new(values.map(term).collect())
}

fn document(columns: &Columns, slot: usize, fields: Fields) -> TantivyDocument {
    let mut document = TantivyDocument::new();
    for term in columns.offers.of(slot) {
        document.add_u64(fields.offer, u64::from(*term));
    }
    for term in columns.needs.of(slot) {
        document.add_u64(fields.need, u64::from(*term));
    }
    let likes = columns.interests.get(slot).copied().unwrap_or_default();
    for bit in (0..128u64).filter(|bit| likes >> bit & 1 == 1) {
        document.add_u64(fields.interest, bit);
    }
    let set = columns.languages.get(slot).map_or(0, |set| *set as usize);
    let languages = columns.language_sets.values.get(set);
    let languages = languages.map_or(&[][..], Vec::as_slice);
    for language in languages {
        document.add_u64(fields.language, u64::from(language.index()));
    }
    if languages.is_empty() {
        document.add_u64(fields.language, NOT_SAID);
    }
    document
}
