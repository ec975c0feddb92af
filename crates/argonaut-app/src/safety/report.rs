//! Reporting something, with a snapshot of it: only what the reporter sees, or, of joint
//! work, the messages they chose to hand over. Whoever is hidden stays so to the reporter.

use argonaut_domain::access::OwnerSight;
use argonaut_domain::access::Sight;
use argonaut_domain::audit::Deed;
use argonaut_domain::card::CardNeed;
use argonaut_domain::group::GroupRole;
use argonaut_domain::ids::{CommentId, GroupId, HelperId, MessageId, PostId, ReportId};
use argonaut_domain::locale::Locale;
use argonaut_domain::notice::NoticeKind;
use argonaut_domain::safety::{ReportKind, Subject};
use argonaut_store::{DecisionRow, ReportRow};

use super::SafetyError;
use crate::app::App;
use crate::error::Trouble;
use crate::groups::GroupError;
use crate::groups::look::look as look_at_group;
use crate::helpers::view::{self, ViewError};
use crate::matches::room::room;
use crate::matches::{MatchError, tell};
use crate::messages::look::Body;
use crate::messages::{self, MessageError};
use crate::posts::{self, PostError};
use crate::who::SignedIn;

/// A report, as it was typed.
#[derive(Clone, Debug)]
pub struct NewReport {
    /// What.
    pub subject: Subject,
    /// Why.
    pub kind: ReportKind,
    /// What the reporter says about it; may be empty.
    pub words: String,
    /// Of joint work: which messages to hand over, by their place in the list.
    pub messages: Vec<usize>,
}

/// A thing that its own area keeps (posts, comments, groups): whose it is, and how it reads.
#[derive(Clone, Debug)]
pub struct Thing {
    /// Who answers for it.
    pub author: HelperId,
    /// How it reads, in plain text.
    pub text: String,
}

/// Reports a helper, a card, or messages.
///
/// # Errors
/// [`SafetyError::NotFound`] when the reporter does not see it.
pub async fn report(app: &App, who: &SignedIn, new: NewReport) -> Result<ReportId, SafetyError> {
    let thing = match new.subject {
        Subject::Match(id) => match_messages(app, who, id, &new.messages).await?,
        Subject::Helper(_)
        | Subject::Card(_)
        | Subject::Post(_)
        | Subject::Comment(_)
        | Subject::Group(_)
        | Subject::Message(_) => look(app, who, new.subject).await?,
    };
    report_thing(app, who, new, thing).await
}

/// A thing as the reporter sees it, before they say what is wrong with it.
///
/// # Errors
/// [`SafetyError::NotFound`] when they do not see it.
pub async fn look(app: &App, who: &SignedIn, subject: Subject) -> Result<Thing, SafetyError> {
    match subject {
        Subject::Helper(id) => profile(app, who, id).await,
        Subject::Card(id) => card(app, who, id).await,
        Subject::Post(id) => post(app, who, PostId::from_uuid(id)).await,
        Subject::Comment(id) => comment(app, who, CommentId::from_uuid(id)).await,
        Subject::Group(id) => group(app, who, id).await,
        Subject::Message(id) => message(app, who, id).await,
        // Messages are chosen one by one.
        Subject::Match(_) => Err(SafetyError::NotFound),
    }
}

/// Reports a thing that the caller has looked up through the reporter's eyes.
///
/// # Errors
/// [`SafetyError::Own`] when it is the reporter's own.
pub async fn report_thing(
    app: &App,
    who: &SignedIn,
    new: NewReport,
    thing: Thing,
) -> Result<ReportId, SafetyError> {
    if thing.author == who.helper() {
        return Err(SafetyError::Own);
    }
    let said = new.words.trim();
    if said.chars().count() > super::MOST_CHARACTERS {
        return Err(SafetyError::BadWords);
    }
    let now = app.now();
    let id = ReportId::ordered(now, &mut app.rng());
    let mut write = app.store.write().await?;
    write
        .insert_report(&ReportRow {
            id,
            reporter: who.helper(),
            reported: thing.author,
            subject: new.subject,
            kind: new.kind,
            words: said.to_owned(),
            snapshot: thing.text,
            made: now,
            taken_by: None,
            decided: None,
        })
        .await?;
    for moderator in write.moderators().await? {
        // Nobody moderates what is reported of them, or what they reported.
        if moderator != thing.author && moderator != who.helper() {
            tell(
                app,
                &mut write,
                moderator,
                NoticeKind::ReportMade,
                id.uuid(),
            )
            .await?;
        }
    }
    write
        .commit(&[app.entry(Some(who.helper()), Deed::ReportMade, id.uuid())])
        .await?;
    Ok(id)
}

/// What a helper reported, with what became of each.
///
/// # Errors
/// When storage fails.
pub async fn mine(
    app: &App,
    who: &SignedIn,
) -> Result<Vec<(ReportRow, Option<DecisionRow>)>, Trouble> {
    let mut read = app.store.read().await?;
    let mut mine = Vec::new();
    for row in read.reports_by(who.helper()).await? {
        let decision = read.decision_on(row.id).await?;
        mine.push((row, decision));
    }
    Ok(mine)
}

fn post_trouble(error: PostError) -> SafetyError {
    match error {
        PostError::Trouble(trouble) => SafetyError::Trouble(trouble),
        PostError::NotFound
        | PostError::BadWords { .. }
        | PostError::BadAudience
        | PostError::NothingAsked
        | PostError::Changed
        | PostError::Over
        | PostError::Yourself
        | PostError::ReadsOnly
        | PostError::Limited(_)
        | PostError::Already
        | PostError::KeyChanged
        | PostError::Client(_)
        | PostError::Match(_) => SafetyError::NotFound,
    }
}

async fn post(app: &App, who: &SignedIn, id: PostId) -> Result<Thing, SafetyError> {
    let page = posts::look::look(app, who, id)
        .await
        .map_err(post_trouble)?;
    let said = &page.seen.post.content;
    let mut text = said.words.clone();
    for need in &said.needs {
        if let CardNeed::Named(term, _) = need {
            text.push_str(&format!("\n? {}", term.label(Locale::En)));
        }
    }
    for term in &said.offers {
        text.push_str(&format!("\n· {}", term.label(Locale::En)));
    }
    Ok(Thing {
        author: page.seen.post.author,
        text,
    })
}

async fn comment(app: &App, who: &SignedIn, id: CommentId) -> Result<Thing, SafetyError> {
    let found = app.store.read().await?.comment_anywhere(id).await?;
    let under = found.ok_or(SafetyError::NotFound)?.post;
    let page = posts::look::look(app, who, under)
        .await
        .map_err(post_trouble)?;
    let mut comments = page.comments.into_iter();
    let seen = comments
        .find(|seen| seen.comment.id == id)
        .ok_or(SafetyError::NotFound)?;
    Ok(Thing {
        author: seen.comment.author,
        text: seen.comment.words,
    })
}

/// What a group says about itself; the first coordinator answers for it.
async fn group(app: &App, who: &SignedIn, id: GroupId) -> Result<Thing, SafetyError> {
    let page = look_at_group(app, who, id, None)
        .await
        .map_err(|error| match error {
            GroupError::Trouble(trouble) => SafetyError::Trouble(trouble),
            GroupError::NotFound
            | GroupError::NotAllowed
            | GroupError::InvitationNeeded
            | GroupError::LinkOver
            | GroupError::Already
            | GroupError::LastCoordinator
            | GroupError::Changed
            | GroupError::WrongKind
            | GroupError::Invalid(_)
            | GroupError::Circle(_) => SafetyError::NotFound,
        })?;
    let mut seats = app.store.read().await?.group_seats(id).await?;
    seats.retain(|seat| seat.role == GroupRole::Coordinator);
    seats.sort_by_key(|seat| (seat.helper == who.helper(), seat.since));
    let profile = &page.group.profile;
    Ok(Thing {
        author: seats.first().ok_or(SafetyError::NotFound)?.helper,
        text: format!("{}\n{}\n{}", profile.name, profile.about, profile.agreement),
    })
}

/// One message of a conversation: its words, and the names of its files.
async fn message(app: &App, who: &SignedIn, id: MessageId) -> Result<Thing, SafetyError> {
    let (_, author, message) =
        messages::look::one(app, who, id)
            .await
            .map_err(|error| match error {
                MessageError::Trouble(trouble) => SafetyError::Trouble(trouble),
                MessageError::NotFound
                | MessageError::ReadsOnly
                | MessageError::BadWords { .. }
                | MessageError::BadFile(_)
                | MessageError::KeyChanged
                | MessageError::TooLate
                | MessageError::Limited(_) => SafetyError::NotFound,
            })?;
    let Body::Open(said) = message.body else {
        return Err(SafetyError::NotFound);
    };
    let said = said.get();
    let mut text = said.words.clone();
    for file in &said.files {
        text.push_str(&format!("\n[{}]", file.name));
    }
    Ok(Thing { author, text })
}

async fn profile(app: &App, who: &SignedIn, id: HelperId) -> Result<Thing, SafetyError> {
    let seen = view::view(app, who, id)
        .await
        .map_err(|error| match error {
            ViewError::NotFound => SafetyError::NotFound,
            ViewError::Trouble(trouble) => SafetyError::Trouble(trouble),
        })?;
    let mut text = format!("{} @{}\n{}", seen.face.name, seen.face.handle, seen.about);
    for offer in &seen.offers {
        text.push_str(&format!(
            "\n· {} {}",
            offer.term.label(Locale::En),
            offer.note
        ));
    }
    Ok(Thing { author: id, text })
}

async fn card(
    app: &App,
    who: &SignedIn,
    id: argonaut_domain::ids::CardId,
) -> Result<Thing, SafetyError> {
    let viewer = app.store.read().await?.viewer(who.helper()).await?;
    let world = app.world();
    let card = world.cards.get(&id).ok_or(SafetyError::NotFound)?;
    match world.sight(&viewer, card, app.now()) {
        Sight::Nothing => return Err(SafetyError::NotFound),
        Sight::Own => return Err(SafetyError::Own),
        Sight::Seen(OwnerSight::Hidden | OwnerSight::Shown) => {}
    }
    let content = &card.content;
    let labels = |terms: &[argonaut_domain::taxonomy::TermId]| {
        let labels: Vec<_> = terms.iter().map(|term| term.label(Locale::En)).collect();
        labels.join(", ")
    };
    let needs: Vec<_> = content
        .needs
        .iter()
        .filter_map(|need| match need {
            CardNeed::Named(term, _) => Some(*term),
            CardNeed::OnIntroduction(_) => None,
        })
        .collect();
    let text = format!(
        "{}\n? {}\n+ {}\n♥ {}",
        content.place.label(Locale::En),
        labels(&needs),
        labels(&content.offers),
        labels(&content.interests)
    );
    Ok(Thing {
        author: card.owner,
        text,
    })
}

async fn match_messages(
    app: &App,
    who: &SignedIn,
    id: argonaut_domain::ids::MatchId,
    chosen: &[usize],
) -> Result<Thing, SafetyError> {
    let room = room(app, who, id).await.map_err(|error| match error {
        MatchError::Trouble(trouble) => SafetyError::Trouble(trouble),
        MatchError::NotFound
        | MatchError::Gone
        | MatchError::AlreadyOpen
        | MatchError::ClientNeeded
        | MatchError::NotTaken
        | MatchError::Changed
        | MatchError::Refused(_)
        | MatchError::KeyChanged
        | MatchError::BadMessage { .. }
        | MatchError::NothingShared
        | MatchError::BadMeeting
        | MatchError::Consent(_)
        | MatchError::Limited(_)
        | MatchError::Record(_) => SafetyError::NotFound,
    })?;
    let mut text = String::new();
    for (place, message) in room.messages.iter().enumerate() {
        if let (true, Some(words)) = (chosen.contains(&place), &message.words) {
            let mark = if message.mine { ">" } else { "<" };
            text.push_str(&format!("{mark} {}\n", words.get()));
        }
    }
    if text.is_empty() {
        return Err(SafetyError::NothingChosen);
    }
    Ok(Thing {
        author: room.joint.helper(room.side.other()),
        text,
    })
}
