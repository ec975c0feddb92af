//! What the demo's helpers keep about each other, whom they let others see as their contacts,
//! by what they are found, and an invitation that waits. All of it is invented.

use argonaut_app::accounts::invite::{self, Words};
use argonaut_app::contacts::found_by;
use argonaut_app::helpers::{edit, remember};
use argonaut_domain::helper::Reach;
use argonaut_domain::invitation::InvitedAs;

use super::people::Neighbour;
use super::{Field, Sown};

/// Who keeps what about whom: both by number, then words and tags.
const NOTES: [(usize, usize, &str, &str); 5] = [
    (
        0,
        1,
        "Answers within a day. Better in the mornings.",
        "visits, quick",
    ),
    (0, 3, "Has a van with a ramp.", "rides"),
    (0, 7, "Met at the harvest fair that never was.", "visits"),
    (
        1,
        2,
        "Knows every form at the county office.",
        "forms, quick",
    ),
    (2, 5, "", "rides"),
];

pub(super) async fn acquaintances(field: &Field, helpers: &[Neighbour]) -> Sown<()> {
    field.app.refresh().await?;
    for (number, one) in helpers.iter().enumerate() {
        field.days_ago(12, i64::try_from(number % 600)?);
        // Two in three let everybody see whom they know, where the other side agrees.
        if number % 3 != 2 {
            let mut mine = edit::mine(&field.app, &one.who).await?;
            mine.profile.privacy.contacts = Reach::Everyone;
            edit::edit(&field.app, &one.who, &mine.name, mine.profile, mine.version).await?;
        }
        // Addresses that nobody has (RFC 2606), for an address book to be tried with.
        if number < 20 && number % 2 == 1 {
            let first = one.who.name.split(' ').next().unwrap_or_default();
            let address = format!("{}@example.org", first.to_lowercase());
            found_by::add(&field.app, &one.who, &address).await?;
        }
    }
    field.app.refresh().await?;
    for (author, about, words, tags) in NOTES {
        field.days_ago(9, 700);
        if let (Some(author), Some(about)) = (helpers.get(author), helpers.get(about)) {
            remember::keep(&field.app, &author.who, about.who.helper(), words, tags).await?;
        }
    }
    if let Some(first) = helpers.first() {
        field.days_ago(2, 800);
        let words = Words {
            level: Some(InvitedAs::Worked),
            greeting: "We could use your patience here.".to_owned(),
            befriend: true,
        };
        invite::make_with(&field.app, &first.who, words).await?;
    }
    Ok(())
}
