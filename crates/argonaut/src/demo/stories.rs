//! The demo's matches: one story for each way they can go, told with the use
//! cases that helpers use, over the past months.

use argonaut_app::engine::{ListingId, ListingKind};
use argonaut_app::matches::agree::{self, Yes};
use argonaut_app::matches::ask::{self, Enquiry};
use argonaut_app::matches::meeting::{self, Plan};
use argonaut_app::matches::propose::{self, Bring};
use argonaut_app::matches::report;
use argonaut_app::matches::{answer, detail, end, introduce, message};
use argonaut_app::{SignedIn, suggestions};
use argonaut_domain::consent::ReleasedField;
use argonaut_domain::ids::{CardId, ClientId, MatchId};
use argonaut_domain::introduction::{
    ClosingReason, FirstCheck, FirstContact, Helpful, MeetingWhen, Side, YesNo,
};

use super::people::{Neighbour, OnShow};
use super::words::MESSAGES;
use super::{Field, Sown};

/// How far a story goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Until {
    Asked,
    Declined,
    Talking,
    Proposed,
    SaidNo,
    OneYes,
    Active,
    Withdrawn,
    Introduced,
    OneOutcome,
    Success,
}

/// Each story: how far, how many days ago it began, how often it is told.
/// Unanswered ones of long ago lapse by themselves at the end.
const STORIES: [(Until, i64, usize); 14] = [
    (Until::Success, 62, 8),
    (Until::OneOutcome, 60, 3),
    (Until::Introduced, 58, 4),
    (Until::Introduced, 20, 4),
    (Until::Withdrawn, 45, 3),
    (Until::Active, 14, 5),
    (Until::OneYes, 10, 6),
    (Until::SaidNo, 25, 3),
    (Until::Proposed, 8, 3),
    (Until::Talking, 7, 6),
    (Until::Declined, 30, 4),
    (Until::Asked, 40, 3),
    (Until::Asked, 3, 8),
    (Until::Talking, 2, 2),
];

pub(super) async fn stories(field: &mut Field, helpers: &[Neighbour]) -> Sown<()> {
    let total: usize = STORIES.iter().map(|(_, _, times)| times).sum();
    field.bar.set_message("introductions");
    field.bar.set_length(u64::try_from(total)?);
    field.bar.set_position(0);
    let mut tellers = helpers
        .iter()
        .flat_map(|helper| helper.on_show.iter().map(move |shown| (helper, *shown)))
        .collect::<Vec<_>>();
    // The longest-standing cards first: their stories had the time.
    tellers.sort_by_key(|(helper, shown)| (-shown.days, helper.who.helper()));
    let mut tellers = tellers.into_iter();
    for (until, begun, times) in STORIES {
        let mut told = 0;
        while told < times {
            let Some((helper, shown)) = tellers.next() else {
                return put_aside(field, helpers).await;
            };
            if shown.days <= begun + 3 {
                continue;
            }
            if story(field, helpers, (helper, shown.client), until, begun).await? {
                told += 1;
                field.bar.inc(1);
            }
        }
    }
    put_aside(field, helpers).await
}

/// Some suggestions that helpers put aside, for now or for good.
async fn put_aside(field: &Field, helpers: &[Neighbour]) -> Sown<()> {
    field.days_ago(5, 900);
    for (number, helper) in helpers.iter().take(12).enumerate() {
        let Some(client) = helper.clients.first().copied() else {
            continue;
        };
        let kind = ListingKind::Service;
        let list = suggestions::list::list(&field.app, &helper.who, client, kind, false).await?;
        let (never, reason) = match number % 3 {
            0 => (true, ClosingReason::NotSuitable),
            1 => (false, ClosingReason::NotNow),
            _third => (false, ClosingReason::TooFar),
        };
        if let Some(last) = list.found.last() {
            let mark = suggestions::mark::put_aside;
            mark(&field.app, &helper.who, client, last.id, never, reason).await?;
        }
    }
    Ok(())
}

/// The best suggestion whose owner is known and shared its card early enough.
async fn partner<'a>(
    field: &Field,
    helpers: &'a [Neighbour],
    (helper, client): (&Neighbour, ClientId),
    begun: i64,
) -> Sown<Option<(&'a Neighbour, CardId)>> {
    let found =
        suggestions::list::list(&field.app, &helper.who, client, ListingKind::Card, false).await?;
    for suggested in found.found {
        let ListingId::Card(card) = suggested.id else {
            continue;
        };
        for owner in helpers {
            let old_enough = |shown: &OnShow| shown.card == card && shown.days > begun + 3;
            if owner.who.helper() != helper.who.helper() && owner.on_show.iter().any(old_enough) {
                return Ok(Some((owner, card)));
            }
        }
    }
    Ok(None)
}

async fn story(
    field: &mut Field,
    helpers: &[Neighbour],
    (helper, client): (&Neighbour, ClientId),
    until: Until,
    begun: i64,
) -> Sown<bool> {
    field.days_ago(begun, 600);
    let Some((owner, card)) = partner(field, helpers, (helper, client), begun).await? else {
        return Ok(false);
    };
    let enquiry = Enquiry {
        about: ListingId::Card(card),
        client: Some(client),
        words: MESSAGES.first().copied().unwrap_or_default().to_owned(),
    };
    let asked = ask::ask(&field.app, &helper.who, enquiry).await;
    // The two may be in an open match already: another pair has to do.
    let Ok(id) = asked else { return Ok(false) };
    tell(field, id, (&helper.who, &owner.who), until, begun).await?;
    Ok(true)
}

async fn tell(
    field: &mut Field,
    id: MatchId,
    (asker, owner): (&SignedIn, &SignedIn),
    until: Until,
    begun: i64,
) -> Sown<()> {
    let app = std::sync::Arc::clone(&field.app);
    if until == Until::Asked {
        return Ok(());
    }
    field.days_ago(begun - 1, 620);
    if until == Until::Declined {
        return Ok(answer::decline(&app, owner, id, ClosingReason::NotNow).await?);
    }
    answer::accept(&app, owner, id).await?;
    for (minute, (who, words)) in [owner, asker, owner]
        .into_iter()
        .zip(MESSAGES.iter().skip(1))
        .enumerate()
    {
        field.days_ago(begun - 1, 640 + 30 * i64::try_from(minute)?);
        message::write(&app, who, id, words).await?;
    }
    if until == Until::Talking {
        // One side shows more, so that the other can decide.
        let fields = [ReleasedField::Needs, ReleasedField::Strengths];
        let given = super::cards::given(field);
        return Ok(detail::show(&app, owner, id, &fields, given).await?);
    }
    field.days_ago(begun - 2, 600);
    propose::propose(&app, asker, id, Bring::AsAsked).await?;
    match until {
        Until::Proposed => return Ok(()),
        Until::SaidNo => {
            field.days_ago(begun - 4, 600);
            return Ok(answer::decline(&app, owner, id, ClosingReason::ClientSaidNo).await?);
        }
        Until::Asked
        | Until::Declined
        | Until::Talking
        | Until::OneYes
        | Until::Active
        | Until::Withdrawn
        | Until::Introduced
        | Until::OneOutcome
        | Until::Success => {}
    }
    field.days_ago(begun - 3, 600);
    let consent = yes(field);
    agree::agree(&app, asker, id, consent).await?;
    if until == Until::OneYes {
        return Ok(());
    }
    field.days_ago(begun - 4, 600);
    let consent = yes(field);
    agree::agree(&app, owner, id, consent).await?;
    if until == Until::Active {
        let plan = Plan {
            place: "The café by the library".into(),
            words: "There is a table by the window.".into(),
            along: vec![Side::Owner],
            checks: vec![FirstCheck::Public, FirstCheck::Told, FirstCheck::Stop],
        };
        let when = MeetingWhen {
            starts: app.now().plus_days(begun),
            minutes: 60,
            zone: "America/Los_Angeles".to_owned(),
        };
        return Ok(meeting::plan(&app, owner, id, (when, plan)).await?);
    }
    if until == Until::Withdrawn {
        field.days_ago(begun - 6, 600);
        return Ok(end::withdraw(&app, asker, id, Some(ClosingReason::Moved)).await?);
    }
    field.days_ago(begun - 6, 600);
    introduce::introduce(&app, owner, id, FirstContact::Helpers, true).await?;
    let outcome = report::Report {
        connected: YesNo::Yes,
        still_in_touch: YesNo::Yes,
        helpful: Helpful::Yes,
    };
    if until == Until::Introduced {
        return Ok(());
    }
    field.days_ago(begun - 36, 600);
    report::report(&app, asker, id, outcome).await?;
    if until == Until::Success {
        field.days_ago(begun - 38, 600);
        report::report(&app, owner, id, outcome).await?;
    }
    Ok(())
}

fn yes(field: &mut Field) -> Yes {
    Yes::Client {
        fields: vec![
            ReleasedField::FirstName,
            ReleasedField::Phone,
            ReleasedField::PreferredContact,
        ],
        given: super::cards::given(field),
    }
}
