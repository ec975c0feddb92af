//! The demo's tips: helpers who see two cards of others suggest them to each other.

use argonaut_app::engine::ListingId;
use argonaut_app::hints::{Hint, HintError, fits, give};
use argonaut_app::suggestions::show;

use super::people::Neighbour;
use super::{Field, Sown};

/// Why, in the giver's words.
const WORDS: [&str; 4] = [
    "They live near each other, and both like a quiet afternoon with company.",
    "One has what the other looks for. I think they would laugh together.",
    "I met somebody like this at the kitchen; it went well when they cooked side by side.",
    "Both would rather give than only take. This could go both ways.",
];

/// Tips for the first helpers, given by some of the others.
pub(super) async fn hints(field: &Field, helpers: &[Neighbour]) -> Sown<()> {
    field.days_ago(2, 640);
    let givers = helpers.iter().skip(4);
    let owners = helpers.iter().take(WORDS.len());
    for ((owner, giver), words) in owners.zip(givers).zip(WORDS) {
        for shown in &owner.on_show {
            let found = match fits(&field.app, &giver.who, shown.card).await {
                Ok(found) => found,
                Err(HintError::NotFound | HintError::Own) => continue,
                Err(error) => return Err(error.into()),
            };
            let mut best = None;
            for one in found.found {
                // One that the owner sees as well, so that the tip arrives.
                let seen = show(&field.app, &owner.who, one.id).await?;
                if let (ListingId::Card(card), Some(seen)) = (one.id, seen)
                    && !seen.is_own()
                {
                    best = Some(card);
                    break;
                }
            }
            let Some(best) = best else { continue };
            let hint = Hint {
                cards: [shown.card, best],
                words: words.to_owned(),
            };
            give(&field.app, &giver.who, hint).await?;
            break;
        }
    }
    Ok(())
}
