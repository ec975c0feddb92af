//! Events of a group: made, seen, answered, changed, cancelled, reminded of, and as a file
//! for calendars. Words come through the scrubber.

use argonaut_domain::access::{self, GroupFacts, GroupRight, GroupSight, HelperFacts, Viewer};
use argonaut_domain::audit::Deed;
use argonaut_domain::event::{Event, EventAnswer, moment, stamp};
use argonaut_domain::ids::{EventId, GroupId, HelperId};
use argonaut_domain::notice::NoticeKind;
use argonaut_domain::safety::SocialAct;
use argonaut_store::{Read, StoreError, Write};
use icalendar::{Calendar, Component as _, EventLike as _, EventStatus};

use super::{GroupError, GroupFault, may, seen};
use crate::app::App;
use crate::error::Trouble;
use crate::matches::tell;
use crate::people::{self, Face};
use crate::safety;
use crate::who::SignedIn;

/// The longest title and place, in characters.
pub const MOST_SHORT: usize = 120;
/// The longest words about an event, in characters.
pub const MOST_WORDS: usize = 2_000;

/// An event as it is typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EventDraft {
    /// What it is called.
    pub title: String,
    /// What it is about.
    pub words: String,
    /// Where.
    pub place: String,
    /// When it begins, as the clock there shows it.
    pub starts: String,
    /// When it ends, as the clock there shows it.
    pub ends: String,
    /// The IANA name of the time zone.
    pub zone: String,
    /// Whether befriended groups see it too.
    pub for_friends: bool,
}

/// An event, for one who sees it.
#[derive(Clone, Debug)]
pub struct EventPage {
    /// What it says.
    pub event: Event,
    /// The name of its group.
    pub group: String,
    /// Who made it.
    pub maker: Option<Face>,
    /// Who answered what, among those whom the reader may meet.
    pub answers: Vec<(Face, EventAnswer)>,
    /// What the reader answered.
    pub mine: Option<EventAnswer>,
    /// Whether the reader may change and cancel it.
    pub changes: bool,
    /// Whether it is over.
    pub over: bool,
}

fn sees(app: &App, viewer: &Viewer, sight: GroupSight, event: &Event) -> bool {
    app.world()
        .helpers
        .get(&event.maker)
        .is_some_and(|maker| viewer.sees_event(sight, HelperFacts::of(maker), event.for_friends))
}

async fn found(
    app: &App,
    read: &mut Read,
    who: &SignedIn,
    group: GroupId,
    id: EventId,
) -> Result<(Event, String, Viewer), GroupError> {
    let (of, sight, viewer) = seen(app, read, who, group, false).await?;
    let event = read
        .event(id)
        .await?
        .filter(|event| event.group == group && sees(app, &viewer, sight, event))
        .ok_or(GroupError::NotFound)?;
    Ok((event, of.profile.name, viewer))
}

fn checked(app: &App, draft: EventDraft, event: Event) -> Result<Event, GroupError> {
    let mut faults = Vec::new();
    let fits = |text: &str, most| text.trim().chars().count() <= most;
    if draft.title.trim().is_empty() || !fits(&draft.title, MOST_SHORT) {
        faults.push(GroupFault::EventTitle);
    }
    if !fits(&draft.words, MOST_WORDS) {
        faults.push(GroupFault::EventWords);
    }
    if !fits(&draft.place, MOST_SHORT) {
        faults.push(GroupFault::EventPlace);
    }
    let starts = moment(&draft.starts, &draft.zone);
    let ends = moment(&draft.ends, &draft.zone);
    match (moment("2027-01-01T12:00", &draft.zone), starts, ends) {
        (None, ..) => faults.push(GroupFault::EventZone),
        (_, Some(starts), Some(ends))
            if starts <= ends && ends > app.now() && ends <= starts.plus_days(31) => {}
        _ => faults.push(GroupFault::EventTimes),
    }
    match (starts, ends) {
        (Some(starts), Some(ends)) if faults.is_empty() => Ok(Event {
            title: draft.title.trim().to_owned(),
            words: draft.words.trim().to_owned(),
            place: draft.place.trim().to_owned(),
            starts,
            ends,
            zone: draft.zone,
            for_friends: draft.for_friends,
            ..event
        }),
        _ => Err(GroupError::Invalid(faults)),
    }
}

/// Makes an event of a group.
///
/// # Errors
/// [`GroupError::NotAllowed`] for those who only read; [`GroupError::Invalid`] when it cannot
/// be kept.
pub async fn make(
    app: &App,
    who: &SignedIn,
    group: GroupId,
    draft: EventDraft,
) -> Result<EventId, GroupError> {
    let now = app.now();
    let mut write = app.store.write().await?;
    may(&mut write, who, group, GroupRight::Post).await?;
    if safety::may_act(&mut write, who.helper(), SocialAct::Post, now)
        .await?
        .is_err()
    {
        return Err(GroupError::NotAllowed);
    }
    let blank = Event {
        id: EventId::ordered(now, &mut app.rng()),
        group,
        maker: who.helper(),
        title: String::new(),
        words: String::new(),
        place: String::new(),
        starts: now,
        ends: now,
        zone: String::new(),
        for_friends: false,
        made: now,
        cancelled: None,
        version: 1,
    };
    let event = checked(app, draft, blank)?;
    write.keep_event(&event).await?;
    write
        .commit(&[app.entry(Some(who.helper()), Deed::EventMade, event.id.uuid())])
        .await?;
    Ok(event.id)
}

/// The coming events of a group that this reader sees.
///
/// # Errors
/// [`GroupError::NotFound`] for a group that the reader does not see.
pub async fn coming(app: &App, who: &SignedIn, group: GroupId) -> Result<Vec<Event>, GroupError> {
    let mut read = app.store.read().await?;
    let (_, sight, viewer) = seen(app, &mut read, who, group, false).await?;
    Ok(seen_of(app, &mut read, &viewer, sight, group).await?)
}

/// The same, for one who sees this much of the group.
pub(super) async fn seen_of(
    app: &App,
    read: &mut Read,
    viewer: &Viewer,
    sight: GroupSight,
    group: GroupId,
) -> Result<Vec<Event>, StoreError> {
    let mut events = read.coming_events(group, app.now()).await?;
    events.retain(|event| sees(app, viewer, sight, event));
    Ok(events)
}

/// Looks at an event.
///
/// # Errors
/// [`GroupError::NotFound`] when it is not there for this reader.
pub async fn look(
    app: &App,
    who: &SignedIn,
    group: GroupId,
    id: EventId,
) -> Result<EventPage, GroupError> {
    let mut read = app.store.read().await?;
    let (event, name, viewer) = found(app, &mut read, who, group, id).await?;
    let answers = read.event_answers(id).await?;
    let changes = changes(&mut read, who, &event).await?;
    drop(read);
    let world = app.world();
    let me = who.helper();
    Ok(EventPage {
        group: name,
        maker: people::face(&world, &viewer, event.maker),
        mine: answers
            .iter()
            .find(|(helper, _)| *helper == me)
            .map(|(_, answer)| *answer),
        answers: answers
            .into_iter()
            .filter_map(|(helper, answer)| Some((people::face(&world, &viewer, helper)?, answer)))
            .collect(),
        changes: changes && event.cancelled.is_none(),
        over: event.ends <= app.now(),
        event,
    })
}

/// Whether this helper may change an event: its maker while they may write in the group, and
/// coordinators.
async fn changes(read: &mut Read, who: &SignedIn, event: &Event) -> Result<bool, GroupError> {
    let seat = read.group_seat(event.group, who.helper()).await?;
    let right = if event.maker == who.helper() {
        GroupRight::Post
    } else {
        GroupRight::Edit
    };
    Ok(access::in_group(&who.actor, seat.as_ref(), right).is_some())
}

async fn changeable(
    app: &App,
    write: &mut Write,
    who: &SignedIn,
    group: GroupId,
    id: EventId,
) -> Result<Event, GroupError> {
    let (event, _, _) = found(app, write, who, group, id).await?;
    if !changes(write, who, &event).await? {
        return Err(GroupError::NotAllowed);
    }
    Ok(event)
}

/// Answers an event, or answers otherwise.
///
/// # Errors
/// [`GroupError::NotFound`] when it is not there for them; [`GroupError::Changed`] when it is
/// over or cancelled.
pub async fn answer(
    app: &App,
    who: &SignedIn,
    group: GroupId,
    id: EventId,
    answer: EventAnswer,
) -> Result<(), GroupError> {
    let now = app.now();
    let mut write = app.store.write().await?;
    let (event, _, _) = found(app, &mut write, who, group, id).await?;
    if event.cancelled.is_some() || event.ends <= now {
        return Err(GroupError::Changed);
    }
    write.answer_event(id, who.helper(), answer, now).await?;
    let entry = app.entry(Some(who.helper()), Deed::EventAnswered, id.uuid());
    Ok(write.commit(&[entry]).await?)
}

/// Changes an event; `version` is the one that was read. Those who answered are told.
///
/// # Errors
/// [`GroupError::Changed`] when it has another version by now; as [`make`].
pub async fn change(
    app: &App,
    who: &SignedIn,
    group: GroupId,
    id: EventId,
    version: i64,
    draft: EventDraft,
) -> Result<(), GroupError> {
    let mut write = app.store.write().await?;
    let event = changeable(app, &mut write, who, group, id).await?;
    let event = Event {
        version,
        ..checked(app, draft, event)?
    };
    write.change_event(&event).await?;
    let kind = NoticeKind::EventChanged;
    tell_those(app, &mut write, &event, kind, Some(who.helper())).await?;
    let entry = app.entry(Some(who.helper()), Deed::EventChanged, id.uuid());
    Ok(write.commit(&[entry]).await?)
}

/// Cancels an event. Those who answered are told.
///
/// # Errors
/// [`GroupError::Changed`] when it is cancelled already.
pub async fn cancel(
    app: &App,
    who: &SignedIn,
    group: GroupId,
    id: EventId,
) -> Result<(), GroupError> {
    let mut write = app.store.write().await?;
    let event = changeable(app, &mut write, who, group, id).await?;
    write.cancel_event(id, app.now()).await?;
    let kind = NoticeKind::EventChanged;
    tell_those(app, &mut write, &event, kind, Some(who.helper())).await?;
    let entry = app.entry(Some(who.helper()), Deed::EventCancelled, id.uuid());
    Ok(write.commit(&[entry]).await?)
}

/// Tells those who come, or perhaps, and who still see it.
async fn tell_those(
    app: &App,
    write: &mut Write,
    event: &Event,
    kind: NoticeKind,
    but: Option<HelperId>,
) -> Result<usize, Trouble> {
    let Some(group) = write.group(event.group).await? else {
        return Ok(0);
    };
    let mut told = 0;
    for (helper, answer) in write.event_answers(event.id).await? {
        if Some(helper) == but || answer == EventAnswer::No {
            continue;
        }
        let viewer = write.viewer(helper).await?;
        let friend = write
            .friends_of_groups_of(helper)
            .await?
            .iter()
            .any(|(_, other)| *other == event.group);
        let sight = viewer.group(GroupFacts::of(&group).befriended(friend));
        if sees(app, &viewer, sight, event) {
            tell(app, write, helper, kind, event.group.uuid()).await?;
            told += 1;
        }
    }
    Ok(told)
}

/// Reminds of what is on within a day: once, whichever node is first.
pub(crate) async fn remind(app: &App) -> Result<usize, Trouble> {
    let now = app.now();
    let soon = app
        .store
        .read()
        .await?
        .events_soon(now, now.plus_days(1))
        .await?;
    let mut told = 0;
    for event in soon {
        let mut write = app.store.write().await?;
        match write.event_reminded(event.id, now).await {
            Ok(()) => {}
            Err(StoreError::Stale) => continue,
            Err(error) => return Err(error.into()),
        }
        told += tell_those(app, &mut write, &event, NoticeKind::EventSoon, None).await?;
        write.commit_unlogged().await?;
    }
    Ok(told)
}

/// The event as a file for calendars.
pub fn calendar(page: &EventPage) -> String {
    let event = &page.event;
    let mut entry = icalendar::Event::new();
    entry
        .uid(&event.id.to_string())
        .add_property("DTSTAMP", stamp(event.made))
        .add_property("DTSTART", stamp(event.starts))
        .add_property("DTEND", stamp(event.ends))
        .add_property("SEQUENCE", event.version.to_string())
        .summary(&event.title)
        .description(&event.words)
        .location(&event.place);
    if event.cancelled.is_some() {
        entry.status(EventStatus::Cancelled);
    }
    Calendar::new().push(entry.done()).done().to_string()
}
