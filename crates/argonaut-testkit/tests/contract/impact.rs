//! Impact: one's own figures, a group's safe ones, thanks, firsts, and learned weights.

use argonaut_app::groups::GroupError;
use argonaut_app::impact::thanks::{From, delete, mine as thanks, pass_on};
use argonaut_app::impact::{First, Median, Period, milestone, mine, of_group, set_rule, voyage};
use argonaut_app::matches::MatchError;
use argonaut_app::matches::follow_up::{ClientTold, Told, answer, answer_by_link};
use argonaut_app::{SignedIn, background, weights};
use argonaut_domain::follow_up::{AskWeek, NeedMet};
use argonaut_domain::introduction::YesNo;
use argonaut_testkit::{TestApp, on_both};

use crate::follow_ups::{Cast, introduced, seeing_link, told};

on_both!(
    figures_count_what_was_done,
    a_groups_figures_are_safe_and_follow_its_rule,
    thanks_are_for_their_receiver_alone,
    firsts_and_milestones_are_kept_for_oneself,
    weights_are_learned_on_every_node_reset_and_switched_off,
);

async fn finish(test: &TestApp, who: &SignedIn, cast: &Cast, need: NeedMet) {
    let told = Told {
        finished: true,
        ..told(AskWeek::First, need, YesNo::Yes)
    };
    answer(&test.app, who, cast.joint, told).await.unwrap();
}

async fn figures_count_what_was_done(test: TestApp) {
    let cast = introduced(&test).await;
    let before = mine(&test.app, &cast.eva, Period::All).await.unwrap();
    assert_eq!((before.introductions, before.outcomes.open), (1, 1));
    assert_eq!(before.first, Some(Median { days: 1, of: 1 }));
    test.clock.advance_days(7);
    background::round(&test.app).await.unwrap();
    finish(&test, &cast.eva, &cast, NeedMet::Partly).await;
    finish(&test, &cast.rosa, &cast, NeedMet::Harm).await;
    let eva = mine(&test.app, &cast.eva, Period::All).await.unwrap();
    assert_eq!(
        (eva.outcomes.partly, eva.outcomes.harm),
        (1, 0),
        "one's own view"
    );
    assert_eq!((eva.asked, eva.answered), (1, 1));
    assert_eq!(eva.kinds.len(), 1);
    let rosa = mine(&test.app, &cast.rosa, Period::All).await.unwrap();
    assert_eq!((rosa.outcomes.partly, rosa.outcomes.harm), (0, 1));
    assert!(rosa.kinds.is_empty(), "harm meets no need");
    // The period counts by the day of the introduction.
    test.clock.advance_days(366);
    let later = mine(&test.app, &cast.eva, Period::Months).await.unwrap();
    assert_eq!(later.introductions, 0);
    let nosy = test.helper("nosy").await;
    let none = mine(&test.app, &nosy, Period::All).await.unwrap();
    assert_eq!(none.introductions, 0);
}

async fn a_groups_figures_are_safe_and_follow_its_rule(test: TestApp) {
    let cast = introduced(&test).await;
    let nosy = test.helper("nosy").await;
    let group = crate::groups::group_of(&test, &cast.rosa, &[&cast.eva]).await;
    let seen = of_group(&test.app, &cast.eva, group, Period::All)
        .await
        .unwrap();
    assert!(
        seen.figures.is_none(),
        "two members and one introduction tell nothing"
    );
    assert!(!seen.governs && !seen.closed);
    assert!(matches!(
        of_group(&test.app, &nosy, group, Period::All).await,
        Err(GroupError::NotFound)
    ));
    assert!(matches!(
        set_rule(&test.app, &cast.eva, group, true).await,
        Err(GroupError::NotAllowed)
    ));
    set_rule(&test.app, &cast.rosa, group, true).await.unwrap();
    assert!(matches!(
        of_group(&test.app, &cast.eva, group, Period::All).await,
        Err(GroupError::NotAllowed)
    ));
    let seen = of_group(&test.app, &cast.rosa, group, Period::All)
        .await
        .unwrap();
    assert!(seen.closed && seen.governs);
}

async fn thanks_are_for_their_receiver_alone(test: TestApp) {
    let cast = introduced(&test).await;
    test.clock.advance_days(8);
    let token = seeing_link(&test, &cast.eva, cast.ana).await;
    let by_link = ClientTold {
        joint: cast.joint,
        need: NeedMet::Met,
        in_touch: YesNo::Yes,
        learned: String::new(),
        thanks: "Gracias, Eva".to_owned(),
    };
    answer_by_link(&test.app, &token, by_link).await.unwrap();
    test.clock.advance_days(1);
    let words = "They are so glad of the singing";
    pass_on(&test.app, &cast.rosa, cast.joint, words)
        .await
        .unwrap();
    let all = thanks(&test.app, &cast.eva).await.unwrap();
    let read: Vec<String> = all
        .iter()
        .map(|one| one.words.as_ref().unwrap().get().clone())
        .collect();
    assert_eq!(read, [words, "Gracias, Eva"]);
    assert!(matches!(&all[0].from, From::Through(face) if face.id == cast.rosa.helper()));
    assert!(matches!(all[1].from, From::Client));
    assert!(thanks(&test.app, &cast.rosa).await.unwrap().is_empty());
    // Somebody else deletes nothing.
    delete(&test.app, &cast.rosa, all[0].id).await.unwrap();
    assert_eq!(thanks(&test.app, &cast.eva).await.unwrap().len(), 2);
    delete(&test.app, &cast.eva, all[0].id).await.unwrap();
    assert_eq!(thanks(&test.app, &cast.eva).await.unwrap().len(), 1);
    // Not by a stranger, not without words, and not without end.
    let nosy = test.helper("nosy").await;
    assert!(matches!(
        pass_on(&test.app, &nosy, cast.joint, "x").await,
        Err(MatchError::NotFound)
    ));
    assert!(matches!(
        pass_on(&test.app, &cast.rosa, cast.joint, " ").await,
        Err(MatchError::BadMessage { .. })
    ));
    for _ in 0..3 {
        pass_on(&test.app, &cast.rosa, cast.joint, "x")
            .await
            .unwrap();
    }
    assert!(
        pass_on(&test.app, &cast.rosa, cast.joint, "x")
            .await
            .is_err()
    );
}

async fn firsts_and_milestones_are_kept_for_oneself(test: TestApp) {
    let cast = introduced(&test).await;
    assert_eq!(milestone(&test.app, &cast.eva).await.unwrap(), None);
    finish(&test, &cast.eva, &cast, NeedMet::Met).await;
    let mark = milestone(&test.app, &cast.eva).await.unwrap().unwrap();
    assert_eq!(mark.held, 1);
    assert!(mark.is_fresh(test.app.now()));
    test.clock.advance_days(15);
    assert!(!mark.is_fresh(test.app.now()));
    assert_eq!(milestone(&test.app, &cast.rosa).await.unwrap(), None);
    let firsts: Vec<First> = voyage(&test.app, &cast.eva)
        .await
        .unwrap()
        .firsts
        .into_iter()
        .map(|(first, _)| first)
        .collect();
    for first in [
        First::Client,
        First::Enquiry,
        First::Introduction,
        First::Held,
    ] {
        assert!(firsts.contains(&first), "{first}");
    }
    assert!(!firsts.contains(&First::Thanks));
}

async fn weights_are_learned_on_every_node_reset_and_switched_off(test: TestApp) {
    let admin = test.administrator().await;
    let admin = admin.actor.admin().unwrap();
    let cast = introduced(&test).await;
    let other = test.another_node().await;
    let by_hand = weights::in_use(&test.app);
    finish(&test, &cast.eva, &cast, NeedMet::Not).await;
    weights::learn_now(&test.app, &admin).await.unwrap();
    let learned = weights::in_use(&test.app);
    assert_ne!(learned, by_hand, "an outcome teaches something");
    other.refresh().await.unwrap();
    assert_eq!(weights::in_use(&other), learned, "on every node");
    let board = weights::look(&test.app, &admin).await.unwrap();
    assert!(board.on && board.at.is_some());
    assert!(board.lines.iter().any(|line| line.factor < 1.0));
    assert!(
        board.lines.iter().all(|line| line.outcomes == 0),
        "no count under 11 is shown"
    );
    weights::switch(&test.app, &admin, false).await.unwrap();
    assert_eq!(weights::in_use(&test.app), by_hand);
    weights::switch(&test.app, &admin, true).await.unwrap();
    other.refresh().await.unwrap();
    assert_eq!(weights::in_use(&other), learned);
    // A node that starts later uses them as well.
    let third = test.another_node().await;
    assert_eq!(weights::in_use(&third), learned);
    test.clock.advance_days(1);
    weights::reset(&test.app, &admin).await.unwrap();
    assert_eq!(weights::in_use(&test.app), by_hand);
    background::round(&test.app).await.unwrap();
    assert_eq!(
        weights::in_use(&test.app),
        by_hand,
        "older outcomes count no more"
    );
}
