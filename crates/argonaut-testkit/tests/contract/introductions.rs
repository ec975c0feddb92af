//! From an enquiry to an outcome, with everything that can go otherwise.

use argonaut_app::SignedIn;
use argonaut_app::matches::ask::{Enquiry, ask};
use argonaut_app::matches::introduce::introduce;
use argonaut_app::matches::list::{Partner, list};
use argonaut_app::matches::propose::{Bring, choose, propose};
use argonaut_app::matches::report::{Report, report};
use argonaut_app::matches::room::room;
use argonaut_app::matches::{MatchError, agree, answer, end, message};
use argonaut_app::{background, consents};
use argonaut_domain::card::Audience;
use argonaut_domain::ids::{CardId, ClientId, MatchId};
use argonaut_domain::introduction::{
    ClosingReason, Ending, FirstContact, Helpful, Stage, StageName, YesNo,
};
use argonaut_testkit::{TestApp, on_both};

on_both!(
    the_main_job,
    names_and_details_stay_hidden_until_their_time,
    two_who_act_at_once_never_make_two_or_half,
    withdrawing_takes_everything_back,
    an_ended_consent_stops_the_flow,
    a_withdrawn_consent_stops_the_flow,
    an_enquiry_without_a_card_says_later_whom_it_brings,
    a_helpers_own_offer_is_asked_for_and_given,
    unanswered_enquiries_lapse_and_follow_ups_come,
    a_stranger_to_a_match_sees_nothing_of_it,
);

/// Rosa's Dolores has a card on show; Eva acts for Ana.
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
    test.clock.advance_days(1);
    Cast {
        rosa,
        eva,
        dolores,
        ana,
        card,
    }
}

async fn proposed(test: &TestApp, cast: &Cast) -> MatchId {
    let id = test.enquiry(&cast.eva, Some(cast.ana), cast.card).await;
    answer::accept(&test.app, &cast.rosa, id).await.unwrap();
    propose(&test.app, &cast.rosa, id, Bring::AsAsked)
        .await
        .unwrap();
    id
}

async fn stage(test: &TestApp, who: &SignedIn, id: MatchId) -> StageName {
    room(&test.app, who, id).await.unwrap().joint.stage_name()
}

async fn the_main_job(test: TestApp) {
    let cast = cast(&test).await;
    let id = proposed(&test, &cast).await;
    message::write(&test.app, &cast.eva, id, "Hello Rosa!")
        .await
        .unwrap();
    let read = room(&test.app, &cast.rosa, id).await.unwrap();
    let words: Vec<_> = read
        .messages
        .iter()
        .map(|message| message.words.as_ref().unwrap().get().clone())
        .collect();
    assert_eq!(words, ["Shall we talk?", "Hello Rosa!"]);
    test.agree(&cast.eva, id).await.unwrap();
    assert!(
        room(&test.app, &cast.rosa, id)
            .await
            .unwrap()
            .their_release
            .is_none(),
        "one yes is no yes"
    );
    test.agree(&cast.rosa, id).await.unwrap();
    let released = room(&test.app, &cast.rosa, id)
        .await
        .unwrap()
        .their_release
        .unwrap();
    assert_eq!(released.get().first_name.as_deref(), Some("Ana"));
    assert_eq!(released.get().phones.len(), 1);
    assert!(
        released.get().full_name.is_none(),
        "only what was consented to"
    );
    introduce(&test.app, &cast.rosa, id, FirstContact::Helpers, true)
        .await
        .unwrap();
    test.clock.advance_days(28);
    assert_eq!(background::round(&test.app).await.unwrap().follow_ups, 2);
    let outcome = Report {
        connected: YesNo::Yes,
        still_in_touch: YesNo::Yes,
        helpful: Helpful::Yes,
    };
    report(&test.app, &cast.eva, id, outcome).await.unwrap();
    report(&test.app, &cast.rosa, id, outcome).await.unwrap();
    let after = room(&test.app, &cast.eva, id).await.unwrap();
    assert!(matches!(
        after.joint.stage,
        Stage::Closed {
            ending: Ending::Success,
            ..
        }
    ));
    assert!(
        after.their_release.is_none() && after.my_release.is_none(),
        "what was lent is given back"
    );
    assert!(after.events.len() >= 8, "the timeline tells it all");
}

async fn names_and_details_stay_hidden_until_their_time(test: TestApp) {
    let cast = cast(&test).await;
    let id = test.enquiry(&cast.eva, Some(cast.ana), cast.card).await;
    for who in [&cast.rosa, &cast.eva] {
        assert!(matches!(
            room(&test.app, who, id).await.unwrap().partner,
            Partner::Hidden(_)
        ));
    }
    answer::accept(&test.app, &cast.rosa, id).await.unwrap();
    let seen = room(&test.app, &cast.eva, id).await.unwrap();
    assert!(matches!(seen.partner, Partner::Shown(face) if face.id == cast.rosa.helper()));
    let lines = list(&test.app, &cast.eva).await.unwrap();
    assert_eq!(
        lines.first().unwrap().client_name.as_deref(),
        Some("Ana Hidden")
    );
    let theirs = list(&test.app, &cast.rosa).await.unwrap();
    assert_eq!(
        theirs.first().unwrap().client_name.as_deref(),
        Some("Dolores Secret"),
        "each sees their own"
    );
}

async fn two_who_act_at_once_never_make_two_or_half(test: TestApp) {
    let cast = cast(&test).await;
    let enquiry = || Enquiry {
        about: argonaut_app::engine::ListingId::Card(cast.card),
        client: Some(cast.ana),
        words: String::new(),
    };
    let (one, other) = tokio::join!(
        ask(&test.app, &cast.eva, enquiry()),
        ask(&test.app, &cast.eva, enquiry())
    );
    assert_eq!(
        usize::from(one.is_ok()) + usize::from(other.is_ok()),
        1,
        "one enquiry about one pair"
    );
    let id = one.or(other).unwrap();
    answer::accept(&test.app, &cast.rosa, id).await.unwrap();
    propose(&test.app, &cast.eva, id, Bring::AsAsked)
        .await
        .unwrap();
    // Both sides say yes at the same moment. A loser looks again, as the page does.
    let (eva, rosa) = tokio::join!(test.agree(&cast.eva, id), test.agree(&cast.rosa, id));
    for (who, result) in [(&cast.eva, eva), (&cast.rosa, rosa)] {
        if let Err(error) = result {
            assert!(matches!(error, MatchError::Changed), "{error}");
            test.agree(who, id).await.unwrap();
        }
    }
    assert_eq!(stage(&test, &cast.eva, id).await, StageName::Active);
    for who in [&cast.eva, &cast.rosa] {
        let seen = room(&test.app, who, id).await.unwrap();
        assert!(
            seen.my_release.is_some() && seen.their_release.is_some(),
            "never half"
        );
    }
    let (one, other) = tokio::join!(
        introduce(&test.app, &cast.eva, id, FirstContact::AskerParty, false),
        end::withdraw(&test.app, &cast.rosa, id, None),
    );
    assert!(one.is_ok() || other.is_ok());
    let after = room(&test.app, &cast.eva, id).await.unwrap();
    if after.joint.is_closed() {
        assert!(after.my_release.is_none() && after.their_release.is_none());
    }
}

async fn withdrawing_takes_everything_back(test: TestApp) {
    let cast = cast(&test).await;
    let id = proposed(&test, &cast).await;
    test.agree(&cast.eva, id).await.unwrap();
    test.agree(&cast.rosa, id).await.unwrap();
    end::withdraw(&test.app, &cast.eva, id, Some(ClosingReason::ClientSaidNo))
        .await
        .unwrap();
    let seen = room(&test.app, &cast.rosa, id).await.unwrap();
    assert!(seen.joint.is_closed() && seen.their_release.is_none() && seen.my_release.is_none());
    assert!(
        seen.events
            .iter()
            .all(|event| !event.detail.to_string().contains("client_said_no")),
        "no reason is told"
    );
    assert!(matches!(
        message::write(&test.app, &cast.rosa, id, "why?").await,
        Err(MatchError::Refused(_))
    ));
    // The two can be brought together again later.
    test.enquiry(&cast.eva, Some(cast.ana), cast.card).await;
}

async fn an_ended_consent_stops_the_flow(test: TestApp) {
    let cast = cast(&test).await;
    let id = proposed(&test, &cast).await;
    test.agree(&cast.eva, id).await.unwrap();
    let mut short = test.given();
    short.until = test.app.now().plus_days(3).date();
    let yes = agree::Yes::Client {
        fields: vec![argonaut_domain::consent::ReleasedField::Phone],
        given: short,
    };
    agree::agree(&test.app, &cast.rosa, id, yes).await.unwrap();
    assert!(
        room(&test.app, &cast.eva, id)
            .await
            .unwrap()
            .their_release
            .is_some()
    );
    test.clock.advance_days(5);
    assert!(
        room(&test.app, &cast.eva, id)
            .await
            .unwrap()
            .their_release
            .is_none(),
        "at once, whatever runs"
    );
    assert!(matches!(
        introduce(&test.app, &cast.eva, id, FirstContact::Helpers, false).await,
        Err(MatchError::Refused(_))
    ));
    assert_eq!(background::round(&test.app).await.unwrap().matches, 1);
    assert_eq!(stage(&test, &cast.eva, id).await, StageName::Closed);
}

async fn a_withdrawn_consent_stops_the_flow(test: TestApp) {
    let cast = cast(&test).await;
    let id = proposed(&test, &cast).await;
    test.agree(&cast.eva, id).await.unwrap();
    test.agree(&cast.rosa, id).await.unwrap();
    let opened = argonaut_app::clients::open::open(&test.app, &cast.rosa, cast.dolores)
        .await
        .unwrap();
    let consent = opened
        .consents
        .iter()
        .find(|consent| consent.scope != argonaut_domain::consent::ConsentScope::ShareCard);
    consents::withdraw::withdraw(&test.app, &cast.rosa, cast.dolores, consent.unwrap().id)
        .await
        .unwrap();
    let seen = room(&test.app, &cast.eva, id).await.unwrap();
    assert!(seen.joint.is_closed() && seen.their_release.is_none());
}

async fn an_enquiry_without_a_card_says_later_whom_it_brings(test: TestApp) {
    let cast = cast(&test).await;
    let id = test.enquiry(&cast.eva, None, cast.card).await;
    answer::accept(&test.app, &cast.rosa, id).await.unwrap();
    assert!(matches!(
        propose(&test.app, &cast.eva, id, Bring::AsAsked).await,
        Err(MatchError::Refused(_))
    ));
    propose(&test.app, &cast.rosa, id, Bring::AsAsked)
        .await
        .unwrap();
    assert!(matches!(
        test.agree(&cast.eva, id).await,
        Err(MatchError::Refused(_))
    ));
    assert!(matches!(
        choose(&test.app, &cast.eva, id, Bring::Client(cast.dolores)).await,
        Err(MatchError::Gone)
    ));
    choose(&test.app, &cast.eva, id, Bring::Client(cast.ana))
        .await
        .unwrap();
    test.agree(&cast.eva, id).await.unwrap();
    test.agree(&cast.rosa, id).await.unwrap();
    assert_eq!(stage(&test, &cast.rosa, id).await, StageName::Active);
}

async fn a_helpers_own_offer_is_asked_for_and_given(test: TestApp) {
    let cast = cast(&test).await;
    let about = argonaut_app::engine::ListingId::Helper(cast.rosa.helper());
    let without = Enquiry {
        about,
        client: None,
        words: String::new(),
    };
    assert!(matches!(
        ask(&test.app, &cast.eva, without).await,
        Err(MatchError::ClientNeeded)
    ));
    let id = ask(
        &test.app,
        &cast.eva,
        Enquiry {
            about,
            client: Some(cast.ana),
            words: String::new(),
        },
    )
    .await
    .unwrap();
    answer::accept(&test.app, &cast.rosa, id).await.unwrap();
    propose(&test.app, &cast.eva, id, Bring::AsAsked)
        .await
        .unwrap();
    test.agree(&cast.eva, id).await.unwrap();
    let nothing = agree::Yes::Myself {
        phone: " ".to_owned(),
        email: String::new(),
    };
    assert!(matches!(
        agree::agree(&test.app, &cast.rosa, id, nothing).await,
        Err(MatchError::NothingShared)
    ));
    let yes = agree::Yes::Myself {
        phone: "+1 559 555 0199".to_owned(),
        email: String::new(),
    };
    agree::agree(&test.app, &cast.rosa, id, yes).await.unwrap();
    let released = room(&test.app, &cast.eva, id)
        .await
        .unwrap()
        .their_release
        .unwrap();
    assert_eq!(released.get().phones.len(), 1);
}

async fn unanswered_enquiries_lapse_and_follow_ups_come(test: TestApp) {
    let cast = cast(&test).await;
    let id = test.enquiry(&cast.eva, Some(cast.ana), cast.card).await;
    assert_eq!(background::round(&test.app).await.unwrap().matches, 0);
    test.clock.advance_days(30);
    assert_eq!(background::round(&test.app).await.unwrap().matches, 1);
    let seen = room(&test.app, &cast.eva, id).await.unwrap();
    assert!(matches!(
        seen.joint.stage,
        Stage::Closed {
            ending: Ending::Expired,
            ..
        }
    ));
    assert!(
        matches!(seen.partner, Partner::Hidden(_)),
        "an unanswered owner stays hidden"
    );
}

async fn a_stranger_to_a_match_sees_nothing_of_it(test: TestApp) {
    let cast = cast(&test).await;
    let id = proposed(&test, &cast).await;
    let nosy = test.helper("nosy").await;
    assert!(matches!(
        room(&test.app, &nosy, id).await,
        Err(MatchError::NotFound)
    ));
    assert!(matches!(
        message::write(&test.app, &nosy, id, "hi").await,
        Err(MatchError::NotFound)
    ));
    assert!(matches!(
        end::withdraw(&test.app, &nosy, id, None).await,
        Err(MatchError::NotFound)
    ));
    assert!(matches!(
        test.agree(&nosy, id).await,
        Err(MatchError::NotFound)
    ));
    assert!(list(&test.app, &nosy).await.unwrap().is_empty());
}
