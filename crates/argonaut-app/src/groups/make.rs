//! Making a group, changing what it says about itself, and closing it.

use argonaut_domain::access::GroupRight;
use argonaut_domain::audit::Deed;
use argonaut_domain::group::{Group, GroupKind, GroupProfile};
use argonaut_domain::ids::GroupId;
use argonaut_domain::notice::NoticeKind;
use argonaut_domain::taxonomy::TermKind;

use super::{GroupError, GroupFault, audience, may, members};
use crate::app::App;
use crate::matches::tell;
use crate::memory::Memory;
use crate::who::SignedIn;

/// The longest words about a group.
pub const MOST_ABOUT: usize = 1_500;
/// The longest agreement.
pub const MOST_AGREEMENT: usize = 6_000;
/// The most questions.
pub const MOST_QUESTIONS: usize = 5;
/// The longest question.
pub const MOST_QUESTION: usize = 200;
const MOST_ENTRIES: usize = 60;

/// Makes a group; its maker is the coordinator.
///
/// # Errors
/// [`GroupError::Invalid`] when fields cannot be kept.
pub async fn make(app: &App, who: &SignedIn, profile: GroupProfile) -> Result<GroupId, GroupError> {
    let profile = tidy(profile)?;
    let now = app.now();
    let group = Group {
        id: GroupId::random(&mut app.rng()),
        profile,
        agreement_version: 1,
        made: now,
        closed: None,
        version: 1,
    };
    let mut write = app.store.write().await?;
    write.insert_group(&group, who.helper()).await?;
    write
        .commit(&[app.entry(Some(who.helper()), Deed::GroupMade, group.id.uuid())])
        .await?;
    Ok(group.id)
}

/// Changes what a group says; `version` is the one that was read. A changed agreement is
/// asked of everybody again; until they accept it they only read.
///
/// # Errors
/// [`GroupError::Changed`] when somebody was faster.
pub async fn edit(
    app: &App,
    who: &SignedIn,
    id: GroupId,
    profile: GroupProfile,
    version: i64,
) -> Result<(), GroupError> {
    let profile = tidy(profile)?;
    let mut write = app.store.write().await?;
    drop(Memory::hold(&mut write, who).await?);
    let inside = may(&mut write, who, id, GroupRight::Edit).await?;
    let before = &inside.group;
    let other_words = profile.agreement != before.profile.agreement;
    let agreement = before
        .agreement_version
        .saturating_add(i64::from(other_words));
    write
        .update_group(&inside.granted, &profile, agreement, version)
        .await?;
    let mut deeds = vec![app.entry(Some(who.helper()), Deed::GroupChanged, id.uuid())];
    if other_words {
        write.agree_with_group(&inside.granted, agreement).await?;
        for seat in write.group_seats(id).await? {
            if seat.helper != who.helper() {
                let kind = NoticeKind::GroupAgreementChanged;
                tell(app, &mut write, seat.helper, kind, id.uuid()).await?;
            }
        }
    }
    if profile.kind != before.profile.kind {
        let helpers = audience::around(&mut write, id).await?;
        if profile.kind == GroupKind::Secret {
            write.end_group_friends(&inside.granted).await?;
        }
        if !profile.kind.is_vetted() {
            // What was shared with people who were looked at is not for anybody who comes.
            deeds.extend(members::end_sharing(app, &mut write, who, id).await?);
        }
        for helper in helpers {
            deeds.extend(audience::recheck(app, &mut write, who, helper).await?);
        }
    }
    write.commit(&deeds).await?;
    Ok(app.refresh().await?)
}

/// Closes a group. Seats with clients that came through it end, and cards for it come down.
///
/// # Errors
/// [`GroupError::NotAllowed`] for all but coordinators.
pub async fn close(app: &App, who: &SignedIn, id: GroupId) -> Result<(), GroupError> {
    let mut write = app.store.write().await?;
    drop(Memory::hold(&mut write, who).await?);
    write
        .hold_group(id)
        .await
        .map_err(|_| GroupError::NotFound)?;
    let inside = may(&mut write, who, id, GroupRight::Edit).await?;
    let helpers = audience::around(&mut write, id).await?;
    let mut deeds = members::end_sharing(app, &mut write, who, id).await?;
    write.close_group(&inside.granted, app.now()).await?;
    for helper in helpers {
        deeds.extend(audience::recheck(app, &mut write, who, helper).await?);
    }
    deeds.push(app.entry(Some(who.helper()), Deed::GroupClosed, id.uuid()));
    write.commit(&deeds).await?;
    app.store.flush().await?;
    Ok(app.refresh().await?)
}

fn tidy(mut profile: GroupProfile) -> Result<GroupProfile, GroupError> {
    profile.name = profile.name.trim().to_owned();
    profile.about = profile.about.trim().to_owned();
    profile.agreement = profile.agreement.trim().replace("\r\n", "\n");
    profile.questions = profile
        .questions
        .iter()
        .map(|question| question.trim().to_owned())
        .filter(|question| !question.is_empty())
        .collect();
    for list in [&mut profile.situations, &mut profile.needs] {
        list.sort_unstable();
        list.dedup();
    }
    profile.languages.sort_unstable();
    profile.languages.dedup();
    let long = |text: &str, most| text.chars().count() > most;
    let mut faults = Vec::new();
    if profile.name.is_empty() || long(&profile.name, 80) {
        faults.push(GroupFault::Name);
    }
    if long(&profile.about, MOST_ABOUT) {
        faults.push(GroupFault::About);
    }
    if long(&profile.agreement, MOST_AGREEMENT) {
        faults.push(GroupFault::Agreement);
    }
    if profile.questions.len() > MOST_QUESTIONS
        || profile.questions.iter().any(|of| long(of, MOST_QUESTION))
    {
        faults.push(GroupFault::Questions);
    }
    let short = [
        profile.situations.len(),
        profile.needs.len(),
        profile.languages.len(),
    ]
    .iter()
    .all(|count| *count <= MOST_ENTRIES);
    let fits = profile
        .situations
        .iter()
        .all(|term| term.kind() == TermKind::Situation)
        && profile
            .needs
            .iter()
            .all(|term| term.kind() == TermKind::Need);
    if !short || !fits {
        faults.push(GroupFault::Terms);
    }
    if faults.is_empty() {
        Ok(profile)
    } else {
        Err(GroupError::Invalid(faults))
    }
}
