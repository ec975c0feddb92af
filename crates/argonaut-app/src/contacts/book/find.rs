//! Who of an address book is here: those who want to be found by an address or number in
//! it, and, as a "may be", listed helpers of the same name. Who did not opt in is not
//! told, and how much may be asked in a day is counted in the database.

use std::collections::HashMap;

use argonaut_domain::access::HelperFacts;
use argonaut_domain::audit::Deed;
use argonaut_domain::ids::HelperId;

use super::read::{Book, Entry};
use crate::app::App;
use crate::contacts::found_by::{hashed, home};
use crate::error::Trouble;
use crate::fuzzy;
use crate::people::{self, Face};
use crate::who::SignedIn;

/// So many addresses and numbers are looked up for one helper in a day: large address
/// books fit, whoever tries all numbers of a town needs decades.
pub const MOST_A_DAY: usize = 2_000;
/// The most helpers of the same name that are told.
const MOST_NAMESAKES: usize = 3;

/// A person of the address book.
#[derive(Clone, Debug)]
pub struct Person {
    /// As the book has it.
    pub entry: Entry,
    /// Helpers who say that an address or number of it is theirs.
    pub here: Vec<Face>,
    /// Listed helpers of this name: may be somebody else.
    pub may_be: Vec<Face>,
}

/// What came of it.
#[derive(Clone, Debug, Default)]
pub struct LookedUp {
    /// The people, those who are here first.
    pub people: Vec<Person>,
    /// How many addresses and numbers have to wait until tomorrow.
    pub waiting: usize,
}

/// Looks for the people of an address book.
///
/// # Errors
/// When storage fails.
pub async fn look_up(app: &App, who: &SignedIn, book: Book) -> Result<LookedUp, Trouble> {
    let me = who.helper();
    let home = home(app, who);
    let mut hashes: Vec<(usize, Vec<u8>)> = Vec::new();
    for (at, entry) in book.entries.iter().enumerate() {
        let ways = entry.mails.iter().chain(&entry.phones);
        hashes.extend(ways.filter_map(|way| Some((at, hashed(app, way, home)?.1))));
    }
    // The ration is taken first, in a transaction of its own, so that no two uploads at
    // once share it.
    let mut write = app.store.write().await?;
    let day = app.now().plus_days(0).micros().div_euclid(86_400_000_000);
    let looked = write.looked_up(me, day).await?;
    let left = MOST_A_DAY.saturating_sub(usize::try_from(looked).unwrap_or(MOST_A_DAY));
    let waiting = hashes.len().saturating_sub(left);
    hashes.truncate(left);
    let asked = i64::try_from(hashes.len()).unwrap_or(i64::MAX);
    write.count_lookups(me, day, asked).await?;
    let entry = app.entry(Some(me), Deed::AddressBookLooked, me.uuid());
    write.commit(&[entry]).await?;

    let mut read = app.store.read().await?;
    let viewer = read.viewer(me).await?;
    let mut found: HashMap<usize, Vec<HelperId>> = HashMap::new();
    for (at, hash) in hashes {
        for helper in read.who_is_found_by(&hash).await? {
            let known = found.entry(at).or_default();
            if helper != me && !known.contains(&helper) {
                known.push(helper);
            }
        }
    }
    drop(read);
    let world = app.world();
    let mut names: HashMap<String, Vec<HelperId>> = HashMap::new();
    for entry in &book.entries {
        if !entry.name.is_empty() {
            names.entry(fuzzy::plain(&entry.name)).or_default();
        }
    }
    for helper in world.helpers.values() {
        if helper.id != me
            && viewer.finds_helper(HelperFacts::of(helper))
            && let Some(same) = names.get_mut(&fuzzy::plain(&helper.name))
        {
            same.push(helper.id);
        }
    }
    let mut people: Vec<Person> = book
        .entries
        .into_iter()
        .enumerate()
        .map(|(at, entry)| {
            let here = found.remove(&at).unwrap_or_default();
            let mut same = names
                .get(&fuzzy::plain(&entry.name))
                .cloned()
                .unwrap_or_default();
            same.retain(|helper| !here.contains(helper));
            same.sort_unstable();
            same.truncate(MOST_NAMESAKES);
            // A block or a mute hides who opted in, too.
            let face = |id: &HelperId| {
                people::face(&world, &viewer, *id).filter(|face| !viewer.is_muted(face.id))
            };
            Person {
                here: here.iter().filter_map(face).collect(),
                may_be: same.iter().filter_map(face).collect(),
                entry,
            }
        })
        .collect();
    people.sort_by_cached_key(|person| {
        (
            person.here.is_empty(),
            person.may_be.is_empty(),
            fuzzy::plain(&person.entry.name),
        )
    });
    Ok(LookedUp { people, waiting })
}
