//! The demo's vouches: most helpers say something of two of their contacts, so that everybody
//! has a way to some of the others, and to some none.

use argonaut_app::trust::vouch::{Word, vouch};
use argonaut_app::trust::{TrustError, distrust};
use argonaut_domain::trust::{TrustField, VouchLevel};

use super::people::Neighbour;
use super::{Field, Sown};

/// What is said of the contact so many places further on.
const SAID: [(usize, VouchLevel, TrustField, &str); 4] = [
    (
        1,
        VouchLevel::Mother,
        TrustField::General,
        "Sat with my aunt when I was ill.",
    ),
    (3, VouchLevel::Worked, TrustField::General, ""),
    (
        7,
        VouchLevel::Worked,
        TrustField::Children,
        "The swimming course.",
    ),
    (7, VouchLevel::Know, TrustField::General, ""),
];
/// Whom one of the helpers shown first does not rely on.
const DOUBTED: (usize, usize) = (2, 5);

pub(super) async fn trust(field: &Field, helpers: &[Neighbour]) -> Sown<()> {
    field.app.refresh().await?;
    let count = helpers.len();
    for (number, one) in helpers.iter().enumerate() {
        for (turn, (step, level, about, note)) in SAID.into_iter().enumerate() {
            // Every fourth helper has said nothing yet, and nobody says everything.
            if number % 4 == 3 || (number + turn) % 2 == 1 {
                continue;
            }
            let Some(other) = helpers.get((number + step) % count) else {
                continue;
            };
            let minute = i64::try_from(number % 600)?;
            field.days_ago(48 - 8 * i64::try_from(turn)?, minute);
            let word = Word {
                field: about,
                level,
                note: note.to_owned(),
            };
            match vouch(&field.app, &one.who, other.who.helper(), word).await {
                // Some have blocked each other meanwhile.
                Ok(()) | Err(TrustError::NotFound | TrustError::Strangers) => {}
                Err(error) => return Err(error.into()),
            }
        }
    }
    let (author, doubted) = DOUBTED;
    if let (Some(one), Some(other)) = (helpers.get(author), helpers.get(doubted)) {
        match distrust::distrust(&field.app, &one.who, other.who.helper()).await {
            Ok(()) | Err(TrustError::Opposite) => {}
            Err(error) => return Err(error.into()),
        }
    }
    Ok(())
}
