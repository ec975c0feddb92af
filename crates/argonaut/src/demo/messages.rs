//! The demo's messages: between those who can sign in and their contacts, and in a group, with
//! a file. No client is named in any.

use argonaut_app::contacts::list;
use argonaut_app::messages::file::NewFile;
use argonaut_app::messages::look::look;
use argonaut_app::messages::write::{Draft, reply, write_to};
use argonaut_domain::ids::ConversationId;

use super::people::Neighbour;
use super::{Field, Sown};

/// Days ago, whether the first of the two writes, the words, and the text of a file.
const TALK: [(i64, bool, &str, &str); 5] = [
    (
        6,
        true,
        "Good morning! Do you still drive on Thursdays? I may know somebody for the second seat.",
        "",
    ),
    (
        6,
        false,
        "I do, from nine until noon. Tell me what the stairs are like, then I bring my brother along.",
        "",
    ),
    (
        5,
        true,
        "Two flights, no rail. Here is how we did it last time.",
        "1. Call from the door, never ring.\n2. The walking frame goes down first.\n3. Tea afterwards.\n",
    ),
    (5, false, "That helps a lot, thank you.", ""),
    (
        1,
        false,
        "Thursday works. Shall we send the enquiry properly, so that both sides can say yes?",
        "",
    ),
];

/// What is said in the group of the street.
const STREET: [(usize, &str); 3] = [
    (0, "Soup on the last Friday, as always. Who brings bowls?"),
    (1, "I have twenty, and a trolley."),
    (2, "I can come half an hour earlier and carry tables."),
];

fn draft(words: &str, file: &str) -> Draft {
    let file = (!file.is_empty()).then(|| NewFile {
        name: "stairs.txt".to_owned(),
        bytes: file.as_bytes().to_vec(),
    });
    Draft {
        words: words.to_owned(),
        files: file.into_iter().collect(),
    }
}

pub(super) async fn messages(field: &Field, helpers: &[Neighbour]) -> Sown<()> {
    field.app.refresh().await?;
    for (number, me) in helpers.iter().take(3).enumerate() {
        let friends = list::list(&field.app, &me.who).await?.accepted;
        let known = |other: &&Neighbour| friends.iter().any(|face| face.id == other.who.helper());
        // Somebody else for each; the second friend has written once, and waits.
        let mut others = helpers.iter().skip(3 + number).filter(known);
        if let Some(other) = others.next() {
            talk(field, me, other, number).await?;
        }
        if let Some(other) = others.next() {
            field.days_ago(2, 800 + i64::try_from(number)?);
            let words = "Welcome! If you need a hand with your first card, write to me.";
            write_to(&field.app, &other.who, me.who.helper(), draft(words, "")).await?;
        }
    }
    street(field, helpers).await
}

async fn talk(field: &Field, me: &Neighbour, other: &Neighbour, number: usize) -> Sown<()> {
    for (place, (days, first, words, file)) in TALK.into_iter().enumerate() {
        field.days_ago(days, 560 + i64::try_from(number * 20 + place * 7)?);
        let (from, to) = if first { (me, other) } else { (other, me) };
        let sent = write_to(&field.app, &from.who, to.who.helper(), draft(words, file));
        let id = sent.await?;
        if place < 3 {
            look(&field.app, &me.who, id, None).await?;
            look(&field.app, &other.who, id, None).await?;
        }
    }
    Ok(())
}

/// The first helper coordinates the street.
async fn street(field: &Field, helpers: &[Neighbour]) -> Sown<()> {
    let Some(first) = helpers.first() else {
        return Ok(());
    };
    let groups = argonaut_app::groups::list::mine(&field.app, &first.who).await?;
    let Some(group) = groups.own.first() else {
        return Ok(());
    };
    let id = ConversationId::of_group(group.line.id);
    for (place, (who, words)) in STREET.into_iter().enumerate() {
        field.days_ago(3, 700 + i64::try_from(place)?);
        if let Some(from) = helpers.get(who) {
            reply(&field.app, &from.who, id, draft(words, "")).await?;
        }
    }
    Ok(())
}
