//! The demo's groups: a street, an invented congregation, a secret one; with an
//! invitation and a request that wait, and two groups that are friends.

use argonaut_app::groups::events::{self, EventDraft};
use argonaut_app::groups::join::{Wish, join};
use argonaut_app::groups::{friends, invite, make};
use argonaut_domain::event::{EventAnswer, local};
use argonaut_domain::group::{GroupKind, GroupProfile, GroupRole};
use argonaut_domain::ids::GroupId;
use argonaut_domain::language::LanguageId;
use argonaut_domain::place::Place;

use super::people::Neighbour;
use super::{Field, Sown};

/// Helpers in each group, its coordinator included.
const SIZE: usize = 14;

fn profile(name: &str, about: &str, kind: GroupKind) -> GroupProfile {
    GroupProfile {
        name: name.to_owned(),
        about: about.to_owned(),
        kind,
        place: Place::search("Fresno", None, 1)
            .first()
            .copied()
            .unwrap_or(Place::Anywhere),
        situations: Vec::new(),
        needs: Vec::new(),
        languages: LanguageId::parse("en").into_iter().collect(),
        questions: Vec::new(),
        agreement: String::new(),
    }
}

pub(super) async fn groups(field: &Field, helpers: &[Neighbour]) -> Sown<()> {
    field.app.refresh().await?;
    let mut street = profile(
        "Neighbours of Example Street (invented)",
        "We look in on each other, and on those who live alone.",
        GroupKind::ByRequest,
    );
    street.questions = vec!["Who of us knows you?".to_owned()];
    street.agreement = "What is said here stays here.".to_owned();
    let visits = profile(
        "Visiting circle of the Example Chapel (invented)",
        "Visits, rides and meals.",
        GroupKind::ByInvitation,
    );
    let walk = profile(
        "Sunday walk (invented)",
        "Whoever wants to walk comes along.",
        GroupKind::Open,
    );
    let shelter = profile(
        "Safe rooms (invented)",
        "Rooms that nobody else should know of.",
        GroupKind::Secret,
    );
    let mut made = Vec::new();
    for (number, of) in [street, visits, walk, shelter].into_iter().enumerate() {
        field.days_ago(14, 500 + i64::try_from(number)?);
        // The first helper is the one who looks around: in the first group as its
        // coordinator, in the others as a guest at most.
        let inside: Vec<&Neighbour> = helpers.iter().skip(number * SIZE).take(SIZE).collect();
        let Some((lead, others)) = inside.split_first() else {
            break;
        };
        let id = make::make(&field.app, &lead.who, of).await?;
        for (place, other) in others.iter().enumerate() {
            // The last one's question waits, or their invitation.
            let waits = place + 1 == others.len();
            bring(field, lead, other, id, (number == 0, waits)).await?;
        }
        if number < 2 {
            plan(field, lead, id, number).await?;
        }
        made.push((id, *lead));
    }
    if let [(street, first), (visits, second), ..] = made.as_slice() {
        friends::ask(&field.app, &first.who, *street, *visits).await?;
        friends::ask(&field.app, &second.who, *visits, *street).await?;
        invite::invite(
            &field.app,
            &second.who,
            *visits,
            first.who.helper(),
            GroupRole::Observer,
        )
        .await?;
    }
    Ok(())
}

/// A coming event of a group.
async fn plan(field: &Field, lead: &Neighbour, group: GroupId, number: usize) -> Sown<()> {
    let zone = "America/Los_Angeles";
    let (title, place, days) = match number {
        0 => ("Soup for everybody", "The yard behind the corner shop", 24),
        _ => ("Who visits whom", "Example Chapel, side room", 30),
    };
    let start = field.app.now().plus_days(days);
    let at = |hour: &str| {
        let day = local(start, zone);
        let day = day.split('T').next().unwrap_or_default();
        format!("{day}T{hour}")
    };
    let draft = EventDraft {
        title: title.to_owned(),
        words: "Come as you are, and bring somebody along.".to_owned(),
        place: place.to_owned(),
        starts: at("18:00"),
        ends: at("20:00"),
        zone: zone.to_owned(),
        for_friends: number == 0,
    };
    let id = events::make(&field.app, &lead.who, group, draft).await?;
    events::answer(&field.app, &lead.who, group, id, EventAnswer::Going).await?;
    Ok(())
}

async fn bring(
    field: &Field,
    lead: &Neighbour,
    other: &Neighbour,
    id: GroupId,
    (asks, waits): (bool, bool),
) -> Sown<()> {
    let wish = Wish {
        agreed: Some(1),
        answers: vec!["The people next door.".to_owned()],
        token: None,
    };
    if !(asks && waits) {
        let (app, who) = (&field.app, &lead.who);
        invite::invite(app, who, id, other.who.helper(), GroupRole::Member).await?;
    }
    if !waits || asks {
        join(&field.app, &other.who, id, wish).await?;
    }
    Ok(())
}
