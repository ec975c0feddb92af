//! The caseload of one helper: records are sealed one by one, so the list and
//! the search open all of them. Measured in the server, without the network.

use std::error::Error;

use argonaut_app::clients::list::{ListQuery, list};
use argonaut_app::clients::record::record_all;
use argonaut_app::dossier::Dossier;
use argonaut_domain::card::Urgency;
use argonaut_domain::clock::{Clock as _, SystemClock};
use argonaut_domain::taxonomy::{Taxonomy, TermKind};
use clap::Args;
use rand::rngs::StdRng;
use rand::{RngExt as _, SeedableRng as _};

use crate::figures::Times;
use crate::instance;

/// What to measure.
#[derive(Args)]
pub(crate) struct Options {
    /// How many clients the caseload has.
    #[arg(long, default_value_t = 1_000)]
    clients: usize,
    /// How often each job runs.
    #[arg(long, default_value_t = 30)]
    rounds: usize,
    /// The seed of the invented records.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Prints one JSON object on one line.
    #[arg(long)]
    json: bool,
}

pub(crate) async fn run(options: Options) -> Result<(), Box<dyn Error>> {
    let folder = tempfile::tempdir()?;
    let app = instance::open(folder.path(), None, options.seed ^ 0x5eed).await?;
    let who = instance::helper(&app).await?;
    let mut rng = StdRng::seed_from_u64(options.seed);
    let dossiers = (0..options.clients)
        .map(|number| invented(&mut rng, number))
        .collect();
    record_all(&app, &who, dossiers).await?;

    let all = ListQuery::default();
    let found = ListQuery {
        text: "invented 77 dictor".to_owned(),
        ..ListQuery::default()
    };
    let (app, who) = (&app, &who);
    let listed = Times::of(options.rounds, || list(app, who, &all)).await?;
    let searched = Times::of(options.rounds, || list(app, who, &found)).await?;
    if options.json {
        let figures = serde_json::json!({
            "clients": options.clients,
            "list_ms": listed.median(), "list_ms_max": listed.most(),
            "search_ms": searched.median(), "search_ms_max": searched.most(),
        });
        write(&figures.to_string())?;
    } else {
        write(&format!(
            "{} clients, {} rounds: milliseconds min / median / max",
            options.clients, options.rounds
        ))?;
        for (job, times) in [("list", &listed), ("search", &searched)] {
            write(&format!(
                "{job:8} {:8.2} {:8.2} {:8.2}",
                times.least(),
                times.median(),
                times.most()
            ))?;
        }
    }
    Ok(())
}

pub(crate) fn write(line: &str) -> std::io::Result<()> {
    use std::io::Write as _;
    writeln!(std::io::stdout(), "{line}")
}

/// A record of ordinary size: some needs, offers and interests, three notes.
pub(crate) fn invented(rng: &mut StdRng, number: usize) -> Dossier {
    let taxonomy = Taxonomy::builtin();
    let needs: Vec<_> = taxonomy.terms(TermKind::Need).collect();
    let likes: Vec<_> = taxonomy.terms(TermKind::Interest).collect();
    let mut dossier = Dossier::new(format!("Invented Person {number}"));
    for _ in 0..rng.random_range(1..6) {
        if let Some(term) = needs.get(rng.random_range(0..needs.len())) {
            dossier.need(*term, Urgency::Medium);
        }
    }
    for _ in 0..rng.random_range(0..4) {
        if let Some(term) = needs.get(rng.random_range(0..needs.len())) {
            dossier.offer(*term);
        }
        dossier
            .interests
            .extend(likes.get(rng.random_range(0..likes.len())));
    }
    dossier.interests.sort_unstable();
    dossier.interests.dedup();
    let now = SystemClock.now();
    let helper = argonaut_domain::ids::HelperId::random(rng);
    for note in [
        "Met at the market; would like a ride to the doctor.",
        "Called. All well.",
        "Asked about a choir.",
    ] {
        dossier.note(now, helper, note);
    }
    dossier
}
