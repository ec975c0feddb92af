//! Reading cards in bulk: slowed, told, and never a lock-out. What is counted is how many
//! different cards of others a helper was shown in a day, and how many different questions
//! they put to the search. Their own clients' pages do not count, and never wait.

use argonaut_domain::audit::Deed;
use argonaut_domain::ids::{CardId, HelperId};
use argonaut_domain::notice::NoticeKind;

use super::{SECOND, TooMany, Why, day, seconds, take_cost};
use crate::app::App;
use crate::error::Trouble;
use crate::matches::tell;

/// Different cards in a day from which one waits between pages. Honest use of a whole day
/// stays far below (docs/design/2026-11-23-limits.md has the figures).
pub const MANY_CARDS: i64 = 600;
/// Different questions in a day from which one waits.
pub const MANY_QUESTIONS: i64 = 150;
/// The administrators hear of it at so many times the number from which one waits.
const TELL_AT: i64 = 2;
/// The first wait, which doubles with each step.
const FIRST_WAIT: i64 = 5 * SECOND;
/// Steps from the first wait to the longest: 5 s to some 10 minutes.
const STEPS: i64 = 7;
const DAY: i64 = 86_400 * SECOND;

const CARD: &str = "card";
const QUESTION: &str = "question";

/// How far somebody is beyond what honest work needs, in quarters of it; none when they
/// are not.
const fn beyond(cards: i64, questions: i64) -> Option<i64> {
    let by_cards = (cards - MANY_CARDS) * 4 / MANY_CARDS;
    let by_questions = (questions - MANY_QUESTIONS) * 4 / MANY_QUESTIONS;
    if cards < MANY_CARDS && questions < MANY_QUESTIONS {
        return None;
    }
    Some(if by_cards > by_questions {
        by_cards
    } else {
        by_questions
    })
}

/// The time between two pages after so many cards and questions in a day, in seconds;
/// none while there is none.
pub fn wait_after(cards: i64, questions: i64) -> Option<i64> {
    let steps = beyond(cards, questions)?.clamp(0, STEPS);
    Some((FIRST_WAIT << steps) / SECOND)
}

/// Before cards are shown: whether the helper has to wait first.
///
/// # Errors
/// [`TooMany`], with the seconds to wait.
pub async fn pace(app: &App, helper: HelperId) -> Result<(), TooMany> {
    let paced = paced(app, helper).await;
    match paced {
        Ok(None) => Ok(()),
        Ok(Some(micros)) => Err(TooMany {
            retry_after: seconds(micros),
            why: Why::Reading,
        }),
        Err(trouble) => {
            tracing::warn!(error = %trouble, "reading could not be paced");
            Ok(())
        }
    }
}

async fn paced(app: &App, helper: HelperId) -> Result<Option<i64>, Trouble> {
    let today = day(app.now());
    let mut read = app.store.read().await?;
    let cards = read.shown_count(helper, today, CARD).await?;
    let questions = read.shown_count(helper, today, QUESTION).await?;
    drop(read);
    let Some(wait) = wait_after(cards, questions) else {
        return Ok(None);
    };
    let wait = wait.saturating_mul(SECOND);
    Ok(take_cost(app, "reading", helper.uuid(), wait, wait).await?)
}

/// After cards were shown: counts them, and the question they answer (in any words that are
/// the same for the same question). Tells helper and administrators once a day when it is
/// far too much.
///
/// # Errors
/// When storage fails.
pub async fn note(
    app: &App,
    helper: HelperId,
    cards: impl IntoIterator<Item = CardId>,
    question: Option<&str>,
) -> Result<(), Trouble> {
    let now = app.now();
    let today = day(now);
    let mark = |purpose, of: &[u8]| {
        let mut whole = helper.bytes().to_vec();
        whole.extend_from_slice(of);
        let [a, b, c, d, e, f, g, h, ..] = app.server_key.mark_of_day(purpose, today, &whole);
        i64::from_be_bytes([a, b, c, d, e, f, g, h])
    };
    let mut cards: Vec<i64> = cards
        .into_iter()
        .map(|card| mark(CARD, card.bytes()))
        .collect();
    cards.sort_unstable();
    cards.dedup();
    let question: Vec<i64> = question
        .map(|text| mark(QUESTION, text.as_bytes()))
        .into_iter()
        .collect();
    if cards.is_empty() && question.is_empty() {
        return Ok(());
    }
    let mut write = app.store.write().await?;
    write.note_shown(helper, today, CARD, &cards).await?;
    write.note_shown(helper, today, QUESTION, &question).await?;
    let shown = write.shown_count(helper, today, CARD).await?;
    let asked = write.shown_count(helper, today, QUESTION).await?;
    let far = shown >= MANY_CARDS * TELL_AT || asked >= MANY_QUESTIONS * TELL_AT;
    if !far
        || !write
            .take_from_bucket("reading-told", helper.uuid(), now, DAY, DAY)
            .await?
    {
        return Ok(write.commit_unlogged().await?);
    }
    let subject = helper.uuid();
    tell(app, &mut write, helper, NoticeKind::ReadingSlowed, subject).await?;
    for admin in write.administrators().await? {
        if admin != helper {
            tell(app, &mut write, admin, NoticeKind::ReadingFast, subject).await?;
        }
    }
    let entry = app.entry(Some(helper), Deed::ReadingSlowed, subject);
    Ok(write.commit(&[entry]).await?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_rise_and_end_nowhere_in_a_lock_out() {
        assert_eq!(wait_after(MANY_CARDS - 1, MANY_QUESTIONS - 1), None);
        assert_eq!(wait_after(MANY_CARDS, 0), Some(5));
        assert_eq!(wait_after(0, MANY_QUESTIONS), Some(5));
        let waits: Vec<_> = (0..40)
            .map(|step| wait_after(MANY_CARDS + step * 75, 0).unwrap())
            .collect();
        assert!(waits.is_sorted());
        assert_eq!(waits.last(), Some(&640));
    }
}
