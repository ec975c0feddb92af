//! Messages: how many a second are sealed and stored, and opened again, between two and in a
//! group; and what sealing each to each reader would cost instead, in the same run.

use std::error::Error;
use std::time::Instant;

use argonaut_app::SignedIn;
use argonaut_app::groups::join::{Wish, join};
use argonaut_app::groups::{invite, make};
use argonaut_app::messages::export::export;
use argonaut_app::messages::look::look;
use argonaut_app::messages::write::{Draft, reply, write_to};
use argonaut_domain::group::{GroupKind, GroupProfile, GroupRole};
use argonaut_domain::ids::ConversationId;
use argonaut_domain::place::Place;
use argonaut_privacy::vault::{
    ContactKey, Exchange, ExchangePurpose, HelperKeys, KeyPlace, MessageKey, MessagePart,
    MessagePlace, PinnedKey,
};
use argonaut_testkit::TestApp;
use clap::Args;
use rand::SeedableRng as _;
use rand::rngs::StdRng;
use serde::Serialize;

use crate::caseload::write as print;

/// What to measure.
#[derive(Args)]
pub(crate) struct Options {
    /// How many messages are written in each conversation.
    #[arg(long, default_value_t = 500)]
    messages: usize,
    /// How many helpers are in the group.
    #[arg(long, default_value_t = 20)]
    members: usize,
    /// How many characters a message has.
    #[arg(long, default_value_t = 200)]
    characters: usize,
    /// Prints one JSON object on one line.
    #[arg(long)]
    json: bool,
}

/// Messages a second, from use case to disk and back.
#[derive(Serialize)]
struct Speed {
    database: &'static str,
    two_written: f64,
    two_read: f64,
    group_written: f64,
    group_read: f64,
    page_ms: f64,
}

/// Sealing alone: our way, and each message to each reader.
#[derive(Serialize)]
struct Sealing {
    ours_sealed: f64,
    each_sealed: f64,
    seal_ratio: f64,
    ours_opened: f64,
    each_opened: f64,
    open_ratio: f64,
    ours_bytes: usize,
    each_bytes: usize,
}

pub(crate) async fn run(options: Options) -> Result<(), Box<dyn Error>> {
    let mut speeds = vec![speed(TestApp::sqlite().await, "sqlite", &options).await?];
    if let Some(test) = TestApp::postgres().await {
        speeds.push(speed(test, "postgres", &options).await?);
    }
    let sealing = sealing(&options)?;
    if options.json {
        let figures = serde_json::json!({
            "messages": options.messages, "members": options.members,
            "speeds": speeds, "sealing": sealing,
        });
        print(&figures.to_string())?;
        return Ok(());
    }
    print(&format!(
        "{} messages of {} characters; a group of {}; messages a second",
        options.messages, options.characters, options.members
    ))?;
    print("database    two: written     read   group: written     read   page of 50, ms")?;
    for of in &speeds {
        print(&format!(
            "{:10} {:13.0} {:8.0} {:16.0} {:8.0} {:17.2}",
            of.database, of.two_written, of.two_read, of.group_written, of.group_read, of.page_ms
        ))?;
    }
    print("sealing alone   sealed/s   opened/s   bytes kept a message")?;
    print(&format!(
        "a key a sender {:9.0} {:10.0} {:9}",
        sealing.ours_sealed, sealing.ours_opened, sealing.ours_bytes
    ))?;
    print(&format!(
        "each to each   {:9.0} {:10.0} {:9}",
        sealing.each_sealed, sealing.each_opened, sealing.each_bytes
    ))?;
    print(&format!(
        "ratio          {:9.1} {:10.1}",
        sealing.seal_ratio, sealing.open_ratio
    ))?;
    Ok(())
}

fn words(options: &Options, number: usize) -> Draft {
    let mut words = format!("Message {number}. ");
    while words.len() < options.characters {
        words.push_str("Soup at six, and bring a bowl. ");
    }
    words.truncate(options.characters.max(12));
    Draft {
        words,
        files: Vec::new(),
    }
}

async fn speed(
    test: TestApp,
    database: &'static str,
    options: &Options,
) -> Result<Speed, Box<dyn Error>> {
    let rosa = test.helper("rosa").await;
    let mut others = Vec::new();
    for number in 1..options.members.max(2) {
        let other = test.helper(&format!("member{number}")).await;
        test.befriend(&rosa, &other).await;
        others.push(other);
    }
    let eva = others.first().ok_or("a group has others")?;
    let start = Instant::now();
    let mut two = None;
    for number in 0..options.messages {
        let draft = words(options, number);
        two = Some(write_to(&test.app, &rosa, eva.helper(), draft).await?);
    }
    let two_written = rate(options.messages, start);
    let two = two.ok_or("at least one message")?;
    let two_read = read(&test, eva, two, options).await?;

    let group = group(&test, &rosa, &others).await?;
    let start = Instant::now();
    for number in 0..options.messages {
        reply(&test.app, &rosa, group, words(options, number)).await?;
    }
    let group_written = rate(options.messages, start);
    let group_read = read(&test, eva, group, options).await?;
    let start = Instant::now();
    for _ in 0..20 {
        look(&test.app, eva, group, None).await?;
    }
    Ok(Speed {
        database,
        two_written,
        two_read,
        group_written,
        group_read,
        page_ms: start.elapsed().as_secs_f64() * 1_000.0 / 20.0,
    })
}

async fn read(
    test: &TestApp,
    who: &SignedIn,
    id: ConversationId,
    options: &Options,
) -> Result<f64, Box<dyn Error>> {
    let start = Instant::now();
    let exported = export(&test.app, who, id).await?;
    let rate = rate(options.messages, start);
    let opened = exported.messages.iter().filter(|of| of.words.is_some());
    if opened.count() != options.messages {
        return Err("not every message came back".into());
    }
    Ok(rate)
}

async fn group(
    test: &TestApp,
    rosa: &SignedIn,
    others: &[SignedIn],
) -> Result<ConversationId, Box<dyn Error>> {
    let profile = GroupProfile {
        name: "Measured street".to_owned(),
        about: String::new(),
        kind: GroupKind::ByInvitation,
        place: Place::Anywhere,
        situations: Vec::new(),
        needs: Vec::new(),
        languages: Vec::new(),
        questions: Vec::new(),
        agreement: String::new(),
    };
    let id = make::make(&test.app, rosa, profile).await?;
    for other in others {
        invite::invite(&test.app, rosa, id, other.helper(), GroupRole::Member).await?;
        join(&test.app, other, id, Wish::default()).await?;
    }
    Ok(ConversationId::of_group(id))
}

/// A second.
fn rate(count: usize, since: Instant) -> f64 {
    let count = u32::try_from(count).unwrap_or(u32::MAX);
    f64::from(count) / since.elapsed().as_secs_f64().max(f64::EPSILON)
}

/// The same messages to the same readers, both ways, without storage; one reader opens all.
fn sealing(options: &Options) -> Result<Sealing, Box<dyn Error>> {
    let mut rng = StdRng::seed_from_u64(7);
    let mut made = |number: u8| HelperKeys::generate([number; 16], &mut rng);
    let sender = made(255);
    let readers: Vec<HelperKeys> = (1..options.members.max(2))
        .map(|number| made(u8::try_from(number % 250).unwrap_or(0)))
        .collect();
    let pinned = |owner: &HelperKeys, other: &HelperKeys| -> Result<PinnedKey, Box<dyn Error>> {
        let contact = ContactKey {
            helper: *other.helper(),
            public: *other.public(),
        };
        Ok(owner.verify_pin(&contact, &owner.pin(&contact))?)
    };
    let keys: Vec<PinnedKey> = readers
        .iter()
        .map(|reader| pinned(&sender, reader))
        .collect::<Result<_, _>>()?;
    let reader = readers.first().ok_or("a group has readers")?;
    let known = pinned(reader, &sender)?;
    let texts: Vec<Vec<u8>> = (0..options.messages)
        .map(|number| words(options, number).words.into_bytes())
        .collect();
    let mut rng = StdRng::seed_from_u64(8);
    let subject = |number: usize| {
        let mut id = [0_u8; 16];
        for (byte, of) in id.iter_mut().zip(number.to_be_bytes()) {
            *byte = of;
        }
        id
    };

    let start = Instant::now();
    let place = KeyPlace {
        conversation: [1; 16],
        key: [2; 16],
    };
    let key = MessageKey::generate(&mut rng);
    let mut wraps = Vec::new();
    for of in &keys {
        wraps.push(sender.wrap_message_key(of, &place, &key, &mut rng)?);
    }
    let at = |number: usize| MessagePlace {
        key: place,
        message: subject(number),
        sender: *sender.helper(),
        sent: u64::try_from(number).unwrap_or(0),
        part: MessagePart::Words,
    };
    let mut sealed = Vec::new();
    for (number, text) in texts.iter().enumerate() {
        sealed.push(key.seal(&at(number), text, &mut rng)?);
    }
    let ours_sealed = rate(texts.len(), start);
    let wrapped: usize = wraps.iter().map(|wrap| wrap.as_bytes().len()).sum();
    let kept: usize = sealed.iter().map(|of| of.as_bytes().len()).sum();
    let start = Instant::now();
    let mine = wraps.first().ok_or("a wrap for each reader")?;
    let opened = reader.unwrap_message_key(&known, &place, mine)?;
    for (number, of) in sealed.iter().enumerate() {
        opened.open(&at(number), of)?;
    }
    let ours_opened = rate(texts.len(), start);

    let exchange = |number: usize| Exchange {
        purpose: ExchangePurpose::Message,
        subject: subject(number),
    };
    let start = Instant::now();
    let mut copies = Vec::new();
    for (number, text) in texts.iter().enumerate() {
        let mut of_each = Vec::with_capacity(keys.len());
        for of in &keys {
            let pair = sender.seal_to(of, &exchange(number), text, &mut rng)?;
            of_each.push(pair.for_recipient);
        }
        copies.push(of_each);
    }
    let each_sealed = rate(texts.len(), start);
    let start = Instant::now();
    for (number, of_each) in copies.iter().enumerate() {
        let copy = of_each.first().ok_or("a copy for each reader")?;
        reader.open_from(&known, &exchange(number), copy)?;
    }
    let each_opened = rate(texts.len(), start);
    let count = texts.len().max(1);
    let each: usize = copies.iter().flatten().map(|of| of.as_bytes().len()).sum();
    Ok(Sealing {
        ours_sealed,
        each_sealed,
        seal_ratio: ours_sealed / each_sealed,
        ours_opened,
        each_opened,
        open_ratio: ours_opened / each_opened,
        ours_bytes: (kept + wrapped) / count,
        each_bytes: each / count,
    })
}
