//! Asking how an introduction goes: each side, each client, once for each week.

use argonaut_app::links::make::{Wish, WishAbout, make};
use argonaut_app::links::{mine, page};
use argonaut_app::matches::follow_up::{
    ClientTold, FollowUpError, Told, answer, answer_by_link, due, later, look,
};
use argonaut_app::matches::introduce::introduce;
use argonaut_app::matches::propose::{Bring, propose};
use argonaut_app::matches::room::room;
use argonaut_app::matches::{MatchError, answer as answering};
use argonaut_app::{SignedIn, background, notices};
use argonaut_domain::card::Audience;
use argonaut_domain::follow_up::{AskWeek, NeedMet, Voice};
use argonaut_domain::ids::{ClientId, MatchId};
use argonaut_domain::introduction::{Ending, FirstContact, Helpful, Stage, StageName, YesNo};
use argonaut_domain::locale::Locale;
use argonaut_domain::notice::NoticeKind;
use argonaut_testkit::{TestApp, on_both};

on_both!(
    each_side_is_asked_once_for_each_week,
    the_last_answers_close_the_introduction,
    it_can_be_finished_early_when_it_is_said_whether_it_helped,
    what_was_learned_stays_on_its_own_side_unless_it_is_shared,
    a_client_answers_by_their_link,
);

pub(crate) struct Cast {
    pub(crate) rosa: SignedIn,
    pub(crate) eva: SignedIn,
    pub(crate) ana: ClientId,
    pub(crate) joint: MatchId,
}

/// Eva's Ana and Rosa's Dolores are introduced today.
pub(crate) async fn introduced(test: &TestApp) -> Cast {
    test.neighbours().await;
    let (rosa, eva) = (test.neighbour("rosa").await, test.neighbour("eva").await);
    let dolores = test.client(&rosa, "Dolores Secret").await;
    let ana = test.client(&eva, "Ana Hidden").await;
    let card = test.card(&rosa, dolores, Audience::Everyone).await;
    test.clock.advance_days(1);
    let joint = test.enquiry(&eva, Some(ana), card).await;
    answering::accept(&test.app, &rosa, joint).await.unwrap();
    propose(&test.app, &rosa, joint, Bring::AsAsked)
        .await
        .unwrap();
    test.agree(&eva, joint).await.unwrap();
    test.agree(&rosa, joint).await.unwrap();
    introduce(&test.app, &rosa, joint, FirstContact::Helpers, false)
        .await
        .unwrap();
    Cast {
        rosa,
        eva,
        ana,
        joint,
    }
}

pub(crate) fn told(week: AskWeek, need: NeedMet, in_touch: YesNo) -> Told {
    Told {
        week,
        need,
        in_touch,
        learned: String::new(),
        share: None,
        finished: false,
    }
}

async fn reminders(test: &TestApp, who: &SignedIn) -> usize {
    let all = notices::list(&test.app, who).await.unwrap();
    all.iter()
        .filter(|notice| notice.kind == NoticeKind::FollowUpDue)
        .count()
}

async fn round(test: &TestApp) -> usize {
    background::round(&test.app).await.unwrap().follow_ups
}

async fn each_side_is_asked_once_for_each_week(test: TestApp) {
    let Cast {
        rosa, eva, joint, ..
    } = introduced(&test).await;
    test.clock.advance_days(6);
    assert_eq!(round(&test).await, 0);
    assert!(due(&test.app, &eva).await.unwrap().is_empty());
    test.clock.advance_days(1);
    assert_eq!(round(&test).await, 2);
    assert_eq!(round(&test).await, 0, "once is enough");
    assert_eq!(reminders(&test, &eva).await, 1);
    let asked = due(&test.app, &eva).await.unwrap();
    assert_eq!(asked.len(), 1);
    assert_eq!(asked[0].week, AskWeek::First);
    assert_eq!(asked[0].client_name.as_deref(), Some("Ana Hidden"));

    let early = told(AskWeek::Fourth, NeedMet::Met, YesNo::Yes);
    assert!(matches!(
        answer(&test.app, &eva, joint, early).await,
        Err(FollowUpError::NotAsked)
    ));
    let first = told(AskWeek::First, NeedMet::Unknown, YesNo::Yes);
    answer(&test.app, &eva, joint, first.clone()).await.unwrap();
    assert!(due(&test.app, &eva).await.unwrap().is_empty());
    assert!(matches!(
        answer(&test.app, &eva, joint, first).await,
        Err(FollowUpError::NotAsked)
    ));
    // Rosa wants to be asked later, and is.
    later(&test.app, &rosa, joint, AskWeek::First)
        .await
        .unwrap();
    assert!(due(&test.app, &rosa).await.unwrap().is_empty());
    test.clock.advance_days(7);
    assert_eq!(round(&test).await, 1);
    assert_eq!(reminders(&test, &rosa).await, 2);
    // The fourth week speaks for the first, which she never answered.
    test.clock.advance_days(14);
    assert_eq!(round(&test).await, 2);
    let asked = due(&test.app, &rosa).await.unwrap();
    assert_eq!((asked.len(), asked[0].week), (1, AskWeek::Fourth));
    answer(
        &test.app,
        &rosa,
        joint,
        told(AskWeek::Fourth, NeedMet::Met, YesNo::Yes),
    )
    .await
    .unwrap();
    assert!(due(&test.app, &rosa).await.unwrap().is_empty());
    let seen = room(&test.app, &rosa, joint).await.unwrap();
    assert_eq!(
        seen.joint.stage_name(),
        StageName::Introduced,
        "the first two weeks only record"
    );
}

async fn the_last_answers_close_the_introduction(test: TestApp) {
    let Cast {
        rosa, eva, joint, ..
    } = introduced(&test).await;
    test.clock.advance_days(84);
    assert_eq!(round(&test).await, 2, "one question, not three");
    assert_eq!(reminders(&test, &rosa).await, 1);
    let unknown = told(AskWeek::Twelfth, NeedMet::Partly, YesNo::No);
    answer(&test.app, &eva, joint, unknown).await.unwrap();
    let seen = room(&test.app, &eva, joint).await.unwrap();
    assert_eq!(seen.joint.stage_name(), StageName::Introduced);
    let yes = told(AskWeek::Twelfth, NeedMet::Met, YesNo::Yes);
    answer(&test.app, &rosa, joint, yes).await.unwrap();
    let seen = room(&test.app, &eva, joint).await.unwrap();
    let Stage::Closed {
        ending, outcomes, ..
    } = seen.joint.stage
    else {
        panic!("it is open")
    };
    assert_eq!(ending, Ending::Success);
    assert_eq!(outcomes.asker.unwrap().helpful, Helpful::Partly);
    assert_eq!(outcomes.asker.unwrap().connected, YesNo::Yes);
    assert_eq!(outcomes.owner.unwrap().still_in_touch, YesNo::Yes);
    assert!(due(&test.app, &eva).await.unwrap().is_empty());
}

async fn it_can_be_finished_early_when_it_is_said_whether_it_helped(test: TestApp) {
    let Cast {
        rosa, eva, joint, ..
    } = introduced(&test).await;
    let finish = |need| Told {
        finished: true,
        ..told(AskWeek::First, need, YesNo::Yes)
    };
    let unsaid = answer(&test.app, &eva, joint, finish(NeedMet::Unknown)).await;
    assert!(matches!(unsaid, Err(FollowUpError::Unsaid)));
    answer(&test.app, &eva, joint, finish(NeedMet::Met))
        .await
        .unwrap();
    answer(&test.app, &rosa, joint, finish(NeedMet::Not))
        .await
        .unwrap();
    let seen = room(&test.app, &eva, joint).await.unwrap();
    assert!(seen.joint.is_closed());
    test.clock.advance_days(100);
    assert_eq!(round(&test).await, 0, "nothing is asked any more");
}

async fn what_was_learned_stays_on_its_own_side_unless_it_is_shared(test: TestApp) {
    let Cast {
        rosa, eva, joint, ..
    } = introduced(&test).await;
    test.clock.advance_days(7);
    let own = Told {
        learned: "Mornings are better".to_owned(),
        ..told(AskWeek::First, NeedMet::Partly, YesNo::Yes)
    };
    answer(&test.app, &eva, joint, own).await.unwrap();
    let mine = look(&test.app, &eva, joint).await.unwrap();
    assert_eq!(mine.given.len(), 1);
    let words = mine.given[0].learned.as_ref().unwrap().get().clone();
    assert_eq!(words, "Mornings are better");
    let theirs = look(&test.app, &rosa, joint).await.unwrap();
    assert!(theirs.given.is_empty(), "the other side sees nothing of it");
    let before = room(&test.app, &rosa, joint).await.unwrap().messages.len();
    test.clock.advance_days(21);
    let shared = Told {
        learned: "They sing together now".to_owned(),
        share: Some("They sing together now".to_owned()),
        ..told(AskWeek::Fourth, NeedMet::Met, YesNo::Yes)
    };
    answer(&test.app, &eva, joint, shared).await.unwrap();
    let read = room(&test.app, &rosa, joint).await.unwrap();
    assert_eq!(read.messages.len(), before + 1);
    assert_eq!(
        read.messages.last().unwrap().words.as_ref().unwrap().get(),
        "They sing together now"
    );
    let nosy = test.helper("nosy").await;
    assert!(matches!(
        look(&test.app, &nosy, joint).await,
        Err(MatchError::NotFound)
    ));
    let prying = told(AskWeek::Fourth, NeedMet::Met, YesNo::Yes);
    assert!(matches!(
        answer(&test.app, &nosy, joint, prying).await,
        Err(FollowUpError::Match(MatchError::NotFound))
    ));
}

/// The token of a link by which this client sees what is kept of them.
pub(crate) async fn seeing_link(test: &TestApp, who: &SignedIn, client: ClientId) -> String {
    let wish = Wish {
        about: WishAbout::See { notes: false },
        days: 14,
        language: Locale::Es,
    };
    let id = make(&test.app, who, client, wish).await.unwrap();
    let given = mine::to_give(&test.app, who, client, id).await.unwrap();
    let path = given.secrets.unwrap().path;
    path.strip_prefix("/c/").unwrap().to_owned()
}

async fn a_client_answers_by_their_link(test: TestApp) {
    let Cast {
        rosa,
        eva,
        ana,
        joint,
    } = introduced(&test).await;
    test.clock.advance_days(8);
    let token = seeing_link(&test, &eva, ana).await;
    let shown = page::page(&test.app, &token, true).await.unwrap();
    assert_eq!(shown.follow_ups.len(), 1);
    assert_eq!(shown.follow_ups[0].other.as_deref(), Some("Test rosa"));
    assert!(look(&test.app, &eva, joint).await.unwrap().given.is_empty());
    let told = ClientTold {
        joint,
        need: NeedMet::Met,
        in_touch: YesNo::Yes,
        learned: "Todo bien".to_owned(),
        thanks: String::new(),
    };
    answer_by_link(&test.app, &token, told.clone())
        .await
        .unwrap();
    let seen = look(&test.app, &eva, joint).await.unwrap();
    assert_eq!(seen.given.len(), 1);
    assert_eq!(seen.given[0].voice, Voice::Client);
    assert_eq!(seen.given[0].learned.as_ref().unwrap().get(), "Todo bien");
    assert!(
        look(&test.app, &rosa, joint)
            .await
            .unwrap()
            .given
            .is_empty()
    );
    let notices = notices::list(&test.app, &eva).await.unwrap();
    assert!(
        notices
            .iter()
            .any(|notice| notice.kind == NoticeKind::ClientFollowedUp)
    );
    // Once for each week; and a helper is still asked for their own view.
    assert!(
        page::page(&test.app, &token, false)
            .await
            .unwrap()
            .follow_ups
            .is_empty()
    );
    assert!(answer_by_link(&test.app, &token, told).await.is_err());
    assert_eq!(
        due(&test.app, &eva).await.unwrap().len(),
        0,
        "not planned yet"
    );
    round(&test).await;
    assert_eq!(due(&test.app, &eva).await.unwrap().len(), 1);
    let seen = room(&test.app, &eva, joint).await.unwrap();
    assert_eq!(seen.joint.stage_name(), StageName::Introduced);
}
