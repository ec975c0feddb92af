//! After signing out no key is left in the memory of the process: a child process signs in,
//! opens records and signs out, and its parent searches all of its memory for the key.
#![cfg(target_os = "linux")]
#![expect(
    clippy::unwrap_used,
    reason = "tests fail loudly, and the child tells its parent that it is ready"
)]

use std::fs::File;
use std::io::{BufRead as _, BufReader, Read as _, Seek as _, SeekFrom};
use std::path::PathBuf;
use std::process::{Command, Stdio};

use argonaut_app::SignedIn;
use argonaut_app::circle::offer::{self, Terms};
use argonaut_domain::access::CircleRole;
use argonaut_domain::consent::ConsentMethod;
use argonaut_privacy::vault::HelperKeys;
use argonaut_store::Backend;
use argonaut_testkit::TestApp;
use rand::rngs::StdRng;
use rand::{Rng as _, SeedableRng as _};

const FILE: &str = "ARGONAUT_MEMORY_TEST_FILE";
const CLIENT: &str = "ARGONAUT_MEMORY_TEST_CLIENT";
const MODE: &str = "ARGONAUT_MEMORY_TEST_MODE";
const READY: &str = "the child is ready";

/// The private key of the helper who signed up first: the test application's chance comes
/// from a known seed, so the draw that made the key can be drawn again.
async fn private_key(test: &TestApp, who: &SignedIn) -> [u8; 32] {
    let stored = test
        .database
        .blobs("SELECT public_key FROM helpers WHERE handle = 'rosa'")
        .await;
    let mut app = StdRng::seed_from_u64(1);
    for _ in 0..1_000 {
        let mut seed = [0; 32];
        app.fill_bytes(&mut seed);
        let keys = HelperKeys::generate(*who.helper().bytes(), &mut StdRng::from_seed(seed));
        if stored.first().map(Vec::as_slice) == Some(keys.public().as_bytes().as_slice()) {
            let mut private = [0; 32];
            StdRng::from_seed(seed).fill_bytes(&mut private);
            return private;
        }
    }
    unreachable!("the key was drawn from the known seed")
}

/// How often some bytes stand in the memory of a process.
fn count(process: u32, wanted: &[u8]) -> usize {
    let maps = std::fs::read_to_string(format!("/proc/{process}/maps")).unwrap();
    let mut memory = File::open(format!("/proc/{process}/mem")).unwrap();
    let mut found = 0;
    for line in maps.lines() {
        let mut words = line.split_whitespace();
        let (Some(range), Some(rights)) = (words.next(), words.next()) else {
            continue;
        };
        // What cannot be written holds no key: it is the program's file.
        if !rights.starts_with("rw") {
            continue;
        }
        let (from, to) = range.split_once('-').unwrap();
        let from = u64::from_str_radix(from, 16).unwrap();
        let to = u64::from_str_radix(to, 16).unwrap();
        let mut bytes = vec![0; usize::try_from(to - from).unwrap()];
        memory.seek(SeekFrom::Start(from)).unwrap();
        let mut filled = 0;
        while let Ok(read) = memory.read(bytes.get_mut(filled..).unwrap()) {
            if read == 0 {
                break;
            }
            filled += read;
        }
        bytes.truncate(filled);
        found += bytes
            .windows(wanted.len())
            .filter(|window| *window == wanted)
            .count();
    }
    found
}

/// Runs the child until it is ready, and counts what stands in its memory.
fn found_in_child(mode: &str, file: &PathBuf, client: &str, wanted: &[&[u8]]) -> Vec<usize> {
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "--ignored", "--nocapture", "the_child"])
        .env(FILE, file)
        .env(CLIENT, client)
        .env(MODE, mode)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    assert!(
        lines.any(|line| line.unwrap().contains(READY)),
        "the child came to its end"
    );
    let counts = wanted.iter().map(|of| count(child.id(), of)).collect();
    // Its standard input ends, and so does the child.
    drop(child.stdin.take());
    assert!(child.wait().unwrap().success());
    counts
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_key_is_left_after_signing_out() {
    let test = TestApp::sqlite().await;
    let rosa = test.helper("rosa").await;
    let client = test.client(&rosa, "Dolores").await.to_string();
    // Two records of Eva's wait for Rosa: taking a seat works with the private key itself.
    let eva = test.helper("eva").await;
    test.befriend(&eva, &rosa).await;
    for name in ["Ana", "Ben"] {
        let shared = test.client(&eva, name).await;
        let terms = Terms {
            role: CircleRole::Deputy,
            stays: None,
            agreed: ConsentMethod::Verbal,
        };
        offer::offer(&test.app, &eva, shared, rosa.helper(), terms)
            .await
            .unwrap();
    }
    let private = private_key(&test, &rosa).await;
    let public = *rosa_public(&test).await.first_chunk::<32>().unwrap();
    let Backend::Sqlite(file) = test.database.backend() else {
        unreachable!("a SQLite database")
    };
    let wanted: [&[u8]; 2] = [&private, &public];
    // While somebody holds the keys, the search finds them: it can tell.
    let held = found_in_child("held", file, &client, &wanted);
    assert!(held.iter().all(|found| *found > 0), "{held:?}");
    let after = found_in_child("signed out", file, &client, &wanted);
    assert_eq!(
        after.first(),
        Some(&0),
        "copies of the private key are left"
    );
}

async fn rosa_public(test: &TestApp) -> Vec<u8> {
    test.database
        .blobs("SELECT public_key FROM helpers WHERE handle = 'rosa'")
        .await
        .remove(0)
}

/// What the child process does; run by its parent alone.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "the parent runs it as a process of its own"]
async fn the_child() {
    let file = PathBuf::from(std::env::var(FILE).expect("run by the parent"));
    let client = std::env::var(CLIENT).unwrap();
    let test = TestApp::again(file, u64::from(std::process::id())).await;
    let site = test.site();
    let mut browser = site.signed_in("rosa").await;
    for path in ["/clients", "/today"] {
        assert_eq!(browser.get(path).await.status.as_u16(), 200);
    }
    let page = browser.get(&format!("/clients/{client}")).await;
    assert!(page.body.contains("Dolores"));
    let note = format!("/clients/{client}/notes");
    browser.post(&note, &[("note", "Met today.")]).await;
    let offers = browser.get("/clients/offers").await.body;
    let accept = offers
        .split("action=\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .find(|action| action.ends_with("/accept"))
        .expect("an offer waits");
    let taken = browser.post(accept, &[]).await;
    assert!(taken.location().unwrap().starts_with("/clients/"));
    let held = if std::env::var(MODE).unwrap() == "held" {
        let cookie = browser.cookie("argonaut").unwrap();
        let who = argonaut_app::accounts::session::resume(&test.app, &cookie)
            .await
            .unwrap();
        Some(who.unwrap())
    } else {
        browser.post("/sign-out", &[]).await;
        None
    };
    drop(page);
    println!("{READY}");
    let mut line = String::new();
    std::io::stdin().read_line(&mut line).unwrap();
    drop(held);
}
