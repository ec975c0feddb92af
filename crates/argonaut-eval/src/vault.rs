//! The vault: signing in, resuming, and opening a caseload of one's own and a shared one.
//! First the vault alone, then the same through the program and its database.

use std::error::Error;
use std::hint::black_box;

use argonaut_app::circle::offer::{Terms, offer};
use argonaut_app::circle::{end, join};
use argonaut_app::clients::list::{ListQuery, list};
use argonaut_app::clients::record::{record, record_all};
use argonaut_app::contacts::ask;
use argonaut_app::{App, SignedIn};
use argonaut_domain::access::CircleRole;
use argonaut_domain::consent::ConsentMethod;
use argonaut_privacy::vault::{
    ContactKey, DataKey, Freshness, HelperKeys, IdBytes, KdfCost, Manifest, Password, PasswordKdf,
    Pepper, PinnedKey, RecordVersion, Sealed, SessionBinding, SessionToken, VaultConfig,
    VaultError,
};
use clap::Args;
use rand::SeedableRng as _;
use rand::rngs::StdRng;

use crate::caseload::{invented, write};
use crate::figures::Times;
use crate::instance;

/// What to measure.
#[derive(Args)]
pub(crate) struct Options {
    /// How many records.
    #[arg(long, default_value_t = 1_000)]
    records: usize,
    /// How often each job runs.
    #[arg(long, default_value_t = 20)]
    rounds: usize,
    /// The seed of the invented records.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Leaves out the program and its database.
    #[arg(long)]
    vault_only: bool,
    /// Prints one JSON object on one line.
    #[arg(long)]
    json: bool,
}

/// A record at rest: its id, dossier, and three wraps of its key.
struct AtRest {
    id: IdBytes,
    dossier: Sealed,
    own: Sealed,
    shared: Sealed,
}

/// Two helpers who pinned each other's keys, with records.
struct Bench {
    lead: HelperKeys,
    member: HelperKeys,
    lead_pinned: PinnedKey,
    records: Vec<AtRest>,
    manifest: Sealed,
}

const AT: u64 = 1;

pub(crate) async fn run(options: Options) -> Result<(), Box<dyn Error>> {
    let mut figures: Vec<(&str, Times)> = Vec::new();
    alone(&options, &mut figures).await?;
    let settling = if options.vault_only {
        None
    } else {
        Some(whole(&options, &mut figures).await?)
    };
    if options.json {
        let mut all: serde_json::Map<String, serde_json::Value> = figures
            .iter()
            .map(|(name, times)| (format!("{name}_ms"), times.median().into()))
            .collect();
        all.insert("records".to_owned(), options.records.into());
        if let Some(first) = settling {
            all.insert("list_shared_first_ms".to_owned(), first.into());
        }
        return Ok(write(&serde_json::Value::Object(all).to_string())?);
    }
    write(&format!(
        "{} records, {} rounds: milliseconds min / median / max",
        options.records, options.rounds
    ))?;
    for (name, times) in &figures {
        write(&format!(
            "{name:16} {:9.3} {:9.3} {:9.3}",
            times.least(),
            times.median(),
            times.most()
        ))?;
    }
    if let Some(first) = settling {
        write(&format!("{:16} {first:29.3} (once)", "list_shared_first"))?;
    }
    Ok(())
}

/// The vault alone, in memory.
async fn alone(
    options: &Options,
    figures: &mut Vec<(&'static str, Times)>,
) -> Result<(), Box<dyn Error>> {
    let rounds = options.rounds;
    let bench = prepare(options)?;
    let kdf = PasswordKdf::new(VaultConfig {
        pepper: Pepper::generate(&mut StdRng::seed_from_u64(7)),
        cost: KdfCost::standard(),
    });
    let mut rng = StdRng::seed_from_u64(options.seed);
    let password = Password::new("lantern tuba quiet maple".to_owned());
    let by_password = kdf.seal(&password, &bench.lead, &mut rng)?;
    let (helper, public) = (*bench.lead.helper(), *bench.lead.public());
    let sign_in = || async { kdf.open(&password, helper, &public, &by_password).map(drop) };
    figures.push(("sign_in", Times::of(rounds.min(5), sign_in).await?));

    let token = SessionToken::generate(&mut rng);
    let binding = SessionBinding {
        session: [7; 16],
        helper,
        ends_at_micros: 1,
    };
    let session = token.seal_session(&binding, &bench.lead, &mut rng)?;
    let resume = || async { token.open_session(&binding, &public, &session).map(drop) };
    figures.push(("resume", Times::of(rounds, resume).await?));

    let own = || async { open_own(&bench) };
    figures.push(("open_own", Times::of(rounds, own).await?));
    let shared = || async { open_shared(&bench) };
    figures.push(("open_shared", Times::of(rounds, shared).await?));

    let texts = dossiers(options)?;
    let create = || async { create(&bench.lead, &texts, options.seed) };
    figures.push(("create", Times::of(rounds, create).await?));
    Ok(())
}

fn at(record: IdBytes) -> RecordVersion {
    RecordVersion {
        record,
        epoch: AT,
        version: AT,
    }
}

fn dossiers(options: &Options) -> Result<Vec<Vec<u8>>, Box<dyn Error>> {
    let mut rng = StdRng::seed_from_u64(options.seed);
    (0..options.records)
        .map(|number| Ok(invented(&mut rng, number).to_bytes()?.to_vec()))
        .collect()
}

fn prepare(options: &Options) -> Result<Bench, Box<dyn Error>> {
    let mut rng = StdRng::seed_from_u64(options.seed ^ 0xbe);
    let (lead, member) = (
        HelperKeys::generate([1; 16], &mut rng),
        HelperKeys::generate([2; 16], &mut rng),
    );
    let pin = |owner: &HelperKeys, other: &HelperKeys| {
        let contact = ContactKey {
            helper: *other.helper(),
            public: *other.public(),
        };
        owner.verify_pin(&contact, &owner.pin(&contact))
    };
    let (lead_pinned, member_pinned) = (pin(&member, &lead)?, pin(&lead, &member)?);
    let mut manifest = Manifest::new();
    let mut records = Vec::with_capacity(options.records);
    for (number, text) in dossiers(options)?.iter().enumerate() {
        let mut id = [0; 16];
        for (place, byte) in id.iter_mut().zip(number.to_be_bytes()) {
            *place = byte;
        }
        let key = DataKey::generate(&mut rng);
        records.push(AtRest {
            id,
            dossier: key.seal(&at(id), text, &mut rng)?,
            own: lead.wrap_own(&id, AT, &key, &mut rng)?,
            shared: lead.wrap_for(&member_pinned, &id, AT, &key, &mut rng)?,
        });
        manifest.note(id, *lead.helper(), AT, AT);
    }
    let manifest = manifest.seal(&lead, &mut rng)?;
    Ok(Bench {
        lead,
        member,
        lead_pinned,
        records,
        manifest,
    })
}

/// Opens every record by its lead's own wrap, and judges it by the manifest.
fn open_own(bench: &Bench) -> Result<(), VaultError> {
    let manifest = Manifest::open(&bench.lead, &bench.manifest)?;
    for record in &bench.records {
        let key = bench.lead.unwrap_own(&record.id, AT, &record.own)?;
        black_box(key.open(&at(record.id), &record.dossier)?);
        if manifest.check(&record.id, AT, AT) != Freshness::Fresh {
            return Err(VaultError::Damaged);
        }
    }
    Ok(())
}

/// Opens every record by a wrap that the lead made for a member: what happens once after a
/// change of the key, until the member's own wrap stands in its place.
fn open_shared(bench: &Bench) -> Result<(), VaultError> {
    for record in &bench.records {
        let key = bench
            .member
            .unwrap_from(&bench.lead_pinned, &record.id, AT, &record.shared)?;
        black_box(key.open(&at(record.id), &record.dossier)?);
    }
    Ok(())
}

/// Seals every record under a new key, and wraps that.
fn create(lead: &HelperKeys, texts: &[Vec<u8>], seed: u64) -> Result<(), VaultError> {
    let mut rng = StdRng::seed_from_u64(seed);
    for text in texts {
        let key = DataKey::generate(&mut rng);
        black_box(key.seal(&at([9; 16]), text, &mut rng)?);
        black_box(lead.wrap_own(&[9; 16], AT, &key, &mut rng)?);
    }
    Ok(())
}

/// The same through the program and a database of its own. Gives back what the first list
/// after a change of every key took, in milliseconds: it happens once.
async fn whole(
    options: &Options,
    figures: &mut Vec<(&'static str, Times)>,
) -> Result<f64, Box<dyn Error>> {
    let folder = tempfile::tempdir()?;
    let app = instance::open(folder.path(), None, options.seed ^ 0x5eed).await?;
    let lead = instance::helper(&app).await?;
    let member = instance::another(&app, "member").await?;
    let leaver = instance::another(&app, "leaver").await?;
    let mut rng = StdRng::seed_from_u64(options.seed);
    let dossiers = (0..options.records)
        .map(|number| invented(&mut rng, number))
        .collect();
    let clients = record_all(&app, &lead, dossiers).await?;
    let all = ListQuery::default();
    let own = Times::of(options.rounds, || list(&app, &lead, &all)).await?;
    figures.push(("list_own", own));

    for other in [&member, &leaver] {
        ask::ask(&app, &lead, other.helper()).await?;
        ask::accept(&app, other, lead.helper()).await?;
    }
    for client in clients {
        share(&app, &lead, &member, client).await?;
        share(&app, &lead, &leaver, client).await?;
        end::remove(&app, &lead, client, leaver.helper()).await?;
    }
    let start = std::time::Instant::now();
    list(&app, &member, &all).await?;
    let first = start.elapsed().as_secs_f64() * 1_000.0;
    let shared = Times::of(options.rounds, || list(&app, &member, &all)).await?;
    figures.push(("list_shared", shared));
    let numbers = std::cell::Cell::new(options.records);
    let create = Times::of(options.rounds, || {
        numbers.set(numbers.get() + 1);
        let dossier = invented(&mut StdRng::seed_from_u64(1), numbers.get());
        record(&app, &lead, dossier)
    })
    .await?;
    figures.push(("record_one", create));
    Ok(first)
}

async fn share(
    app: &App,
    lead: &SignedIn,
    other: &SignedIn,
    client: argonaut_domain::ids::ClientId,
) -> Result<(), Box<dyn Error>> {
    let terms = Terms {
        role: CircleRole::Member,
        stays: None,
        agreed: ConsentMethod::Verbal,
    };
    let seat = offer(app, lead, client, other.helper(), terms).await?;
    join::join(app, other, seat).await?;
    Ok(())
}
