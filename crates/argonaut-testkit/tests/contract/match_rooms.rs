//! The room of a match: put aside and taken up again, what stalls is told, a deputy takes
//! over, more is shown before the decision, and the first meeting.

use argonaut_app::matches::detail::{hide, show};
use argonaut_app::matches::introduce::introduce;
use argonaut_app::matches::meeting::{Plan, calendar, call_off, plan};
use argonaut_app::matches::pace::{park, reopen, resume};
use argonaut_app::matches::propose::{Bring, propose};
use argonaut_app::matches::room::{Room, room};
use argonaut_app::matches::stand_in::{Role, look, take_over};
use argonaut_app::matches::{MatchError, answer, end};
use argonaut_app::notices;
use argonaut_app::{Kind, SignedIn, background, clients, consents};
use argonaut_domain::card::Audience;
use argonaut_domain::clock::Timestamp;
use argonaut_domain::consent::ReleasedField;
use argonaut_domain::ids::{CardId, ClientId, MatchId};
use argonaut_domain::introduction::{
    ClosingReason, FirstCheck, FirstContact, MeetingWhen, Refusal, Side, StageName,
};
use argonaut_domain::notice::NoticeKind;
use argonaut_testkit::{TestApp, on_both};

use crate::circles::{DEPUTY, MEMBER, shared};
use crate::groups::group_of;
use crate::rights::holds;

on_both!(
    what_is_put_aside_waits_for_nobody,
    what_is_closed_is_taken_up_again_by_whom_it_is,
    what_stalls_is_told_once_and_then_to_others,
    a_deputy_takes_over_and_reads_nothing_from_before,
    more_is_shown_before_the_decision_while_the_consent_holds,
    a_meeting_is_sealed_reminded_of_and_gone_at_the_end,
    reasons_tell_the_other_side_nothing_that_is_on_no_card,
);

struct Cast {
    rosa: SignedIn,
    eva: SignedIn,
    dolores: ClientId,
    ana: ClientId,
    card: CardId,
}

async fn cast(test: &TestApp) -> Cast {
    test.neighbours().await;
    let (rosa, eva) = (test.neighbour("rosa").await, test.neighbour("eva").await);
    let dolores = test.client(&rosa, "Dolores Secret").await;
    let ana = test.client(&eva, "Ana Hidden").await;
    let card = test.card(&rosa, dolores, Audience::Everyone).await;
    test.card(&eva, ana, Audience::Everyone).await;
    test.clock.advance_days(1);
    background::round(&test.app).await.unwrap();
    Cast {
        rosa,
        eva,
        dolores,
        ana,
        card,
    }
}

async fn talking(test: &TestApp, cast: &Cast) -> MatchId {
    let id = test.enquiry(&cast.eva, Some(cast.ana), cast.card).await;
    answer::accept(&test.app, &cast.rosa, id).await.unwrap();
    id
}

async fn active(test: &TestApp, cast: &Cast) -> MatchId {
    let id = talking(test, cast).await;
    propose(&test.app, &cast.rosa, id, Bring::AsAsked)
        .await
        .unwrap();
    test.agree(&cast.eva, id).await.unwrap();
    test.agree(&cast.rosa, id).await.unwrap();
    id
}

async fn see(test: &TestApp, who: &SignedIn, id: MatchId) -> Room {
    room(&test.app, who, id).await.unwrap()
}

fn refused(result: Result<(), MatchError>) -> Refusal {
    match result {
        Err(MatchError::Refused(refusal)) => refusal,
        other => panic!("not refused: {other:?}"),
    }
}

async fn told(test: &TestApp, who: &SignedIn, kind: NoticeKind) -> usize {
    let all = notices::list(&test.app, who).await.unwrap();
    all.iter().filter(|notice| notice.kind == kind).count()
}

fn days(test: &TestApp, days: i64) -> Timestamp {
    test.app.now().plus_days(days)
}

async fn what_is_put_aside_waits_for_nobody(test: TestApp) {
    let cast = cast(&test).await;
    let app = &test.app;
    let id = test.enquiry(&cast.eva, Some(cast.ana), cast.card).await;
    let asker = park(app, &cast.eva, id, days(&test, 10)).await;
    assert_eq!(refused(asker), Refusal::NotYourTurn, "who asked waits");
    for wrong in [0, 91] {
        let wrong = park(app, &cast.rosa, id, days(&test, wrong)).await;
        let wrong = wrong.unwrap_err();
        assert_eq!(wrong.kind(), Kind::Invalid);
    }
    park(app, &cast.rosa, id, days(&test, 40)).await.unwrap();
    let seen = see(&test, &cast.rosa, id).await;
    assert!(!seen.my_turn && !seen.their_turn);
    test.clock.advance_days(39);
    background::round(app).await.unwrap();
    assert_eq!(told(&test, &cast.rosa, NoticeKind::MatchStalled).await, 0);
    let seen = see(&test, &cast.rosa, id).await;
    assert_eq!(
        seen.joint.stage_name(),
        StageName::Asked,
        "it did not lapse"
    );
    test.clock.advance_days(2);
    assert!(see(&test, &cast.rosa, id).await.my_turn, "the day came");
    answer::accept(app, &cast.rosa, id).await.unwrap();
    assert_eq!(
        refused(resume(app, &cast.eva, id).await),
        Refusal::NotParked
    );
    park(app, &cast.eva, id, days(&test, 5)).await.unwrap();
    resume(app, &cast.rosa, id).await.unwrap();
    let seen = see(&test, &cast.eva, id).await;
    assert!(seen.my_turn && seen.joint.parked.is_none());
    let whats: Vec<&str> = seen
        .events
        .iter()
        .map(|event| event.what.as_str())
        .collect();
    assert_eq!(
        whats,
        ["asked", "parked", "accepted", "parked", "resumed"],
        "the timeline tells it"
    );
}

async fn what_is_closed_is_taken_up_again_by_whom_it_is(test: TestApp) {
    let cast = cast(&test).await;
    let app = &test.app;
    let id = test.enquiry(&cast.eva, Some(cast.ana), cast.card).await;
    answer::decline(app, &cast.rosa, id, ClosingReason::NotNow)
        .await
        .unwrap();
    assert_eq!(refused(reopen(app, &cast.eva, id).await), Refusal::Resting);
    reopen(app, &cast.rosa, id).await.unwrap();
    let seen = see(&test, &cast.eva, id).await;
    assert_eq!(
        seen.joint.stage_name(),
        StageName::Talking,
        "who was asked and takes it up again will talk"
    );
    assert_eq!(told(&test, &cast.eva, NoticeKind::MatchReopened).await, 1);
    end::withdraw(app, &cast.eva, id, None).await.unwrap();
    let other = reopen(app, &cast.rosa, id).await;
    assert_eq!(
        refused(other),
        Refusal::NotYourTurn,
        "nobody is called back who withdrew"
    );
    reopen(app, &cast.eva, id).await.unwrap();
    answer::decline(app, &cast.rosa, id, ClosingReason::NotNow)
        .await
        .unwrap();
    test.clock.advance_days(31);
    background::round(app).await.unwrap();
    reopen(app, &cast.eva, id).await.unwrap();
    answer::decline(app, &cast.rosa, id, ClosingReason::NotNow)
        .await
        .unwrap();
    // Whoever left the caseload is not called back by a reopened room.
    clients::archive::archive(app, &cast.rosa, cast.dolores)
        .await
        .unwrap();
    test.clock.advance_days(31);
    background::round(app).await.unwrap();
    let gone = reopen(app, &cast.eva, id).await;
    assert!(matches!(gone, Err(MatchError::Gone)), "{gone:?}");
    let gone = reopen(app, &cast.rosa, id).await;
    assert!(matches!(gone, Err(MatchError::Gone)), "{gone:?}");
}

async fn what_stalls_is_told_once_and_then_to_others(test: TestApp) {
    let cast = cast(&test).await;
    let app = &test.app;
    let (deputy, member, head) = (
        test.neighbour("deputy").await,
        test.neighbour("member").await,
        test.neighbour("head").await,
    );
    for one in [&deputy, &member] {
        test.befriend(&cast.rosa, one).await;
    }
    shared(&test, &cast.rosa, &deputy, cast.dolores, DEPUTY).await;
    shared(&test, &cast.rosa, &member, cast.dolores, MEMBER).await;
    group_of(&test, &head, &[&cast.rosa, &cast.eva]).await;
    let id = talking(&test, &cast).await;
    test.clock.advance_days(9);
    background::round(app).await.unwrap();
    assert_eq!(told(&test, &cast.rosa, NoticeKind::MatchStalled).await, 0);
    test.clock.advance_days(2);
    for _ in 0..3 {
        background::round(app).await.unwrap();
    }
    for who in [&cast.rosa, &cast.eva] {
        assert_eq!(told(&test, who, NoticeKind::MatchStalled).await, 1);
    }
    for who in [&deputy, &head] {
        assert_eq!(told(&test, who, NoticeKind::MatchWaits).await, 0);
    }
    let early = look(app, &head, id).await;
    assert!(matches!(early, Err(MatchError::NotFound)));
    test.clock.advance_days(10);
    for _ in 0..3 {
        background::round(app).await.unwrap();
    }
    for who in [&deputy, &head] {
        assert_eq!(told(&test, who, NoticeKind::MatchWaits).await, 1);
    }
    assert_eq!(told(&test, &member, NoticeKind::MatchWaits).await, 0);
    let seen = look(app, &head, id).await.unwrap();
    assert!(matches!(seen.role, Role::Coordinates));
    assert!(seen.faces.asker.is_some() && seen.awaited.owner);
    for stranger in [&member, &cast.rosa, &cast.eva] {
        let hidden = look(app, stranger, id).await;
        assert!(matches!(hidden, Err(MatchError::NotFound)));
    }
    let not_theirs = take_over(app, &head, id).await;
    assert!(matches!(not_theirs, Err(MatchError::NotFound)));
    propose(app, &cast.rosa, id, Bring::AsAsked).await.unwrap();
    let moved = look(app, &head, id).await;
    assert!(matches!(moved, Err(MatchError::NotFound)), "it moves again");
}

async fn a_deputy_takes_over_and_reads_nothing_from_before(test: TestApp) {
    let cast = cast(&test).await;
    let app = &test.app;
    let (deputy, member) = (
        test.neighbour("deputy").await,
        test.neighbour("member").await,
    );
    for one in [&deputy, &member] {
        test.befriend(&cast.rosa, one).await;
    }
    shared(&test, &cast.rosa, &deputy, cast.dolores, DEPUTY).await;
    shared(&test, &cast.rosa, &member, cast.dolores, MEMBER).await;
    let id = active(&test, &cast).await;
    assert!(see(&test, &cast.rosa, id).await.their_release.is_some());
    let seen = look(app, &deputy, id).await.unwrap();
    let Role::Answers { side, name, .. } = &seen.role else {
        panic!("the deputy answers for the client");
    };
    assert_eq!(
        (*side, name.as_deref()),
        (Side::Owner, Some("Dolores Secret"))
    );
    for other in [&member, &cast.eva, &cast.rosa] {
        let no = take_over(app, other, id).await;
        assert!(matches!(no, Err(MatchError::NotFound)), "{no:?}");
    }
    take_over(app, &deputy, id).await.unwrap();
    let seen = see(&test, &deputy, id).await;
    assert_eq!(
        seen.joint.stage_name(),
        StageName::Talking,
        "all is asked anew"
    );
    assert!(seen.my_client.is_some());
    assert!(seen.their_release.is_none() && seen.my_release.is_none());
    assert!(
        seen.messages.iter().all(|message| message.words.is_none()),
        "what was said before was sealed to somebody else"
    );
    let gone = room(app, &cast.rosa, id).await;
    assert!(matches!(gone, Err(MatchError::NotFound)));
    assert_eq!(told(&test, &cast.rosa, NoticeKind::MatchTaken).await, 1);
    assert_eq!(told(&test, &cast.eva, NoticeKind::MatchHanded).await, 1);
    // From here the deputy goes the whole way.
    propose(app, &deputy, id, Bring::AsAsked).await.unwrap();
    test.agree(&deputy, id).await.unwrap();
    test.agree(&cast.eva, id).await.unwrap();
    let seen = see(&test, &deputy, id).await;
    assert_eq!(
        seen.their_release.unwrap().get().first_name.as_deref(),
        Some("Ana")
    );
    introduce(app, &deputy, id, FirstContact::Helpers, false)
        .await
        .unwrap();
    let over = take_over(app, &cast.rosa, id).await;
    assert!(matches!(over, Err(MatchError::Refused(_))), "{over:?}");
}

async fn more_is_shown_before_the_decision_while_the_consent_holds(test: TestApp) {
    let cast = cast(&test).await;
    let app = &test.app;
    let fields = [
        ReleasedField::Needs,
        ReleasedField::Place,
        ReleasedField::FirstName,
        ReleasedField::Phone,
    ];
    let early = test.enquiry(&cast.eva, Some(cast.ana), cast.card).await;
    let no = show(app, &cast.eva, early, &fields, test.given()).await;
    assert!(
        matches!(no, Err(MatchError::Refused(_))),
        "not before they talk"
    );
    answer::accept(app, &cast.rosa, early).await.unwrap();
    let id = early;
    let none = show(app, &cast.eva, id, &[ReleasedField::Phone], test.given()).await;
    assert!(
        matches!(none, Err(MatchError::NothingShared)),
        "nothing by which somebody could be reached"
    );
    show(app, &cast.eva, id, &fields, test.given())
        .await
        .unwrap();
    let seen = see(&test, &cast.rosa, id).await;
    let shown = seen.their_detail.expect("it is shown at once");
    assert!(!shown.get().needs.is_empty());
    assert!(shown.get().first_name.is_none() && shown.get().phones.is_empty());
    assert_eq!(told(&test, &cast.rosa, NoticeKind::DetailsShown).await, 1);
    assert!(see(&test, &cast.eva, id).await.my_detail.is_some());
    hide(app, &cast.eva, id).await.unwrap();
    assert!(see(&test, &cast.rosa, id).await.their_detail.is_none());
    show(app, &cast.eva, id, &fields, test.given())
        .await
        .unwrap();
    let opened = clients::open::open(app, &cast.eva, cast.ana).await.unwrap();
    let consent = opened
        .consents
        .iter()
        .find(|consent| consent.scope.introduction() == Some(id))
        .expect("a consent stands behind it");
    consents::withdraw::withdraw(app, &cast.eva, cast.ana, consent.id)
        .await
        .unwrap();
    let seen = see(&test, &cast.rosa, id).await;
    assert!(seen.their_detail.is_none() && seen.joint.is_closed());
}

async fn a_meeting_is_sealed_reminded_of_and_gone_at_the_end(test: TestApp) {
    let cast = cast(&test).await;
    let app = &test.app;
    let id = talking(&test, &cast).await;
    let when = |days: i64, minutes: i64| MeetingWhen {
        starts: test.app.now().plus_days(days),
        minutes,
        zone: "America/Los_Angeles".to_owned(),
    };
    let at = |place: &str| Plan {
        place: place.into(),
        words: "Bring the wordscanary".into(),
        along: vec![Side::Owner],
        checks: vec![FirstCheck::Public],
    };
    let early = plan(app, &cast.rosa, id, (when(3, 60), at("x"))).await;
    assert!(matches!(early, Err(MatchError::Refused(_))));
    propose(app, &cast.rosa, id, Bring::AsAsked).await.unwrap();
    test.agree(&cast.eva, id).await.unwrap();
    test.agree(&cast.rosa, id).await.unwrap();
    for (days, minutes, place) in [(-1, 60, "x"), (3, 0, "x"), (3, 60, " "), (400, 60, "x")] {
        let wrong = plan(app, &cast.rosa, id, (when(days, minutes), at(place))).await;
        assert!(matches!(wrong, Err(MatchError::BadMeeting)), "{wrong:?}");
    }
    plan(app, &cast.rosa, id, (when(9, 60), at("Elsewhere")))
        .await
        .unwrap();
    plan(app, &cast.eva, id, (when(3, 90), at("The placecanary")))
        .await
        .unwrap();
    assert_eq!(told(&test, &cast.rosa, NoticeKind::MeetingPlanned).await, 1);
    let seen = see(&test, &cast.rosa, id).await;
    let meeting = seen.meeting.expect("it is planned");
    assert_eq!(meeting.plan.place.as_str(), "The placecanary");
    assert!(!meeting.mine);
    let file = calendar(id, &meeting, "First meeting");
    assert!(file.contains("BEGIN:VEVENT") && file.contains("The placecanary"));
    assert!(!file.contains("Ana") && !file.contains("Dolores"));
    for canary in ["placecanary", "wordscanary"] {
        assert!(!holds(&test, canary.as_bytes()).await, "{canary} is sealed");
    }
    test.clock.advance_days(2);
    for _ in 0..2 {
        background::round(app).await.unwrap();
    }
    for who in [&cast.rosa, &cast.eva] {
        assert_eq!(told(&test, who, NoticeKind::MeetingSoon).await, 1);
    }
    call_off(app, &cast.rosa, id).await.unwrap();
    assert!(see(&test, &cast.eva, id).await.meeting.is_none());
    plan(app, &cast.rosa, id, (when(3, 60), at("Again")))
        .await
        .unwrap();
    end::withdraw(app, &cast.eva, id, None).await.unwrap();
    assert!(see(&test, &cast.rosa, id).await.meeting.is_none());
    assert_eq!(
        test.database.number("SELECT count(*) FROM meetings").await,
        0
    );
}

async fn reasons_tell_the_other_side_nothing_that_is_on_no_card(test: TestApp) {
    let cast = cast(&test).await;
    let app = &test.app;
    let berta = test.client(&cast.eva, "Berta").await;
    let id = test.enquiry(&cast.eva, Some(berta), cast.card).await;
    assert!(
        !see(&test, &cast.eva, id).await.reasons.is_empty(),
        "whoever asked knows why"
    );
    let seen = see(&test, &cast.rosa, id).await;
    assert!(
        seen.reasons.is_empty(),
        "Berta has no card: nothing is told of her"
    );
    end::withdraw(app, &cast.eva, id, None).await.unwrap();
    let id = test.enquiry(&cast.eva, Some(cast.ana), cast.card).await;
    let seen = see(&test, &cast.rosa, id).await;
    assert!(
        !seen.reasons.is_empty(),
        "Ana has one, and it stands in the room"
    );
}
