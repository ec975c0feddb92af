//! Rings: found in the night, agreed by three, mended when one leaves.

use argonaut_app::SignedIn;
use argonaut_app::contacts::block;
use argonaut_app::matches::room;
use argonaut_app::rings::{self, RingError};
use argonaut_app::{background, clients, notices};
use argonaut_domain::card::{Audience, Urgency};
use argonaut_domain::ids::{CardId, RingId};
use argonaut_domain::notice::NoticeKind;
use argonaut_domain::ring::{ANSWER_DAYS, LeavingReason, RingState, SEEK_DAYS};
use argonaut_testkit::{TestApp, on_both};

on_both!(
    three_who_say_yes_work_in_three_rooms,
    whoever_leaves_is_followed_by_the_best_who_fits,
    nobody_outside_sees_a_ring_and_a_block_ends_a_seat,
    a_ring_that_nobody_answers_rests,
);

/// A helper whose client needs one thing and has another to give.
async fn with_client(test: &TestApp, name: &str, need: &str, gift: &str) -> (SignedIn, CardId) {
    let who = test.neighbour(name).await;
    let card = another_client(test, &who, name, need, gift).await;
    (who, card)
}

async fn another_client(
    test: &TestApp,
    who: &SignedIn,
    name: &str,
    need: &str,
    gift: &str,
) -> CardId {
    let mut dossier = test.dossier(&format!("Client of {name}"));
    dossier.needs.clear();
    dossier.offers.clear();
    dossier.interests.clear();
    dossier.need(test.term(need), Urgency::Medium);
    dossier.offer(test.term(gift));
    let client = clients::record::record(&test.app, who, dossier)
        .await
        .unwrap();
    test.card(who, client, Audience::Everyone).await
}

const CALLS: &str = "company.calls";
const RIDES: &str = "transport.doctor";
const MEALS: &str = "food.meals";

/// Rosa's client gives calls to Eva's, who gives rides to Ida's, who gives meals to Rosa's.
async fn three(test: &TestApp) -> [(SignedIn, CardId); 3] {
    test.neighbours().await;
    let rosa = with_client(test, "rosa", MEALS, CALLS).await;
    let eva = with_client(test, "eva", CALLS, RIDES).await;
    let ida = with_client(test, "ida", RIDES, MEALS).await;
    [rosa, eva, ida]
}

async fn night(test: &TestApp) {
    test.clock.advance_days(1);
    background::round(&test.app).await.unwrap();
}

async fn only_ring(test: &TestApp, who: &SignedIn) -> RingId {
    let found = rings::list(&test.app, who).await.unwrap();
    assert_eq!(found.len(), 1, "{found:?}");
    found.first().unwrap().id
}

async fn told(test: &TestApp, who: &SignedIn, kind: NoticeKind) -> usize {
    let notices = notices::list(&test.app, who).await.unwrap();
    notices.iter().filter(|notice| notice.kind == kind).count()
}

async fn three_who_say_yes_work_in_three_rooms(test: TestApp) {
    let [(rosa, card), (eva, _), (ida, _)] = three(&test).await;
    night(&test).await;
    night(&test).await;
    let id = only_ring(&test, &rosa).await;
    for who in [&rosa, &eva, &ida] {
        assert_eq!(told(&test, who, NoticeKind::RingProposed).await, 1);
        let page = rings::show(&test.app, who, id).await.unwrap();
        assert!(page.my_turn && page.empty.is_none());
        assert_eq!(page.seats.iter().filter(|seat| seat.mine).count(), 1);
        assert!(page.seats.iter().all(|seat| seat.gives.len() == 1));
        assert!(page.seats.iter().all(|seat| seat.room.is_none()));
    }
    let page = rings::show(&test.app, &rosa, id).await.unwrap();
    let mine = page.seats.iter().find(|seat| seat.mine).unwrap();
    assert_eq!(mine.name.as_deref(), Some("Client of rosa"));
    assert_eq!(mine.card.as_ref().unwrap().id, card);
    assert_eq!(mine.gives.first().unwrap().by, test.term(CALLS));

    assert!(!rings::say_yes(&test.app, &rosa, id).await.unwrap());
    assert!(matches!(
        rings::say_yes(&test.app, &rosa, id).await,
        Err(RingError::Refused(_))
    ));
    assert!(!rings::say_yes(&test.app, &eva, id).await.unwrap());
    assert!(rings::say_yes(&test.app, &ida, id).await.unwrap());
    assert_eq!(told(&test, &rosa, NoticeKind::RingGoes).await, 1);
    for who in [&rosa, &eva, &ida] {
        let page = rings::show(&test.app, who, id).await.unwrap();
        assert_eq!(page.state, RingState::Going);
        let rooms: Vec<_> = page.seats.iter().filter_map(|seat| seat.room).collect();
        assert_eq!(rooms.len(), 2, "one gives to me, one I give to");
        for joint in rooms {
            let room = room::room(&test.app, who, joint).await.unwrap();
            assert!(room.joint.names_shown(true));
        }
    }
    // The night changes nothing of a ring that goes.
    night(&test).await;
    assert_eq!(only_ring(&test, &rosa).await, id);
}

async fn whoever_leaves_is_followed_by_the_best_who_fits(test: TestApp) {
    let [(rosa, _), (eva, _), (ida, _)] = three(&test).await;
    night(&test).await;
    let id = only_ring(&test, &rosa).await;
    rings::say_yes(&test.app, &rosa, id).await.unwrap();
    rings::say_yes(&test.app, &eva, id).await.unwrap();
    rings::say_yes(&test.app, &ida, id).await.unwrap();
    // Nobody follows: the place stays empty.
    rings::leave(&test.app, &eva, id, LeavingReason::NotNow)
        .await
        .unwrap();
    assert!(rings::list(&test.app, &eva).await.unwrap().is_empty());
    let page = rings::show(&test.app, &rosa, id).await.unwrap();
    assert_eq!(page.state, RingState::Proposed);
    assert!(page.empty.is_some() && !page.my_turn);
    // Somebody comes who fits: the same need and gift.
    let (ada, _) = with_client(&test, "ada", CALLS, RIDES).await;
    night(&test).await;
    night(&test).await;
    assert_eq!(only_ring(&test, &ada).await, id);
    assert_eq!(told(&test, &ada, NoticeKind::RingProposed).await, 1);
    assert!(rings::list(&test.app, &eva).await.unwrap().is_empty());
    let page = rings::show(&test.app, &ada, id).await.unwrap();
    assert!(page.my_turn && page.empty.is_none());
    assert!(rings::say_yes(&test.app, &ada, id).await.unwrap());
    let page = rings::show(&test.app, &rosa, id).await.unwrap();
    assert_eq!(page.state, RingState::Going);
    let rooms = page.seats.iter().filter(|seat| seat.room.is_some()).count();
    assert_eq!(rooms, 2);
}

async fn nobody_outside_sees_a_ring_and_a_block_ends_a_seat(test: TestApp) {
    let [(rosa, _), (eva, _), (ida, _)] = three(&test).await;
    let stranger = test.neighbour("stranger").await;
    night(&test).await;
    let id = only_ring(&test, &rosa).await;
    assert!(matches!(
        rings::show(&test.app, &stranger, id).await,
        Err(RingError::NotFound)
    ));
    assert!(matches!(
        rings::say_yes(&test.app, &stranger, id).await,
        Err(RingError::NotFound)
    ));
    assert!(matches!(
        rings::leave(&test.app, &stranger, id, LeavingReason::Other).await,
        Err(RingError::NotFound)
    ));
    block::block(&test.app, &ida, eva.helper()).await.unwrap();
    assert!(matches!(
        rings::say_yes(&test.app, &eva, id).await,
        Err(RingError::Gone)
    ));
    let page = rings::show(&test.app, &eva, id).await.unwrap();
    assert_eq!(
        page.seats.iter().filter(|seat| seat.card.is_none()).count(),
        1
    );
    night(&test).await;
    // One of the two who do not exist for each other is out; the night does not join them again.
    let both = [&eva, &ida];
    let mut seats = 0;
    for who in both {
        seats += rings::list(&test.app, who).await.unwrap().len();
    }
    assert_eq!(seats, 1);
}

async fn a_ring_that_nobody_answers_rests(test: TestApp) {
    let [(rosa, _), (eva, _), (ida, _)] = three(&test).await;
    night(&test).await;
    let id = only_ring(&test, &rosa).await;
    test.clock.advance_days(ANSWER_DAYS);
    background::round(&test.app).await.unwrap();
    let page = rings::show(&test.app, &ida, id).await;
    let over = |found: &Result<rings::RingPage, RingError>| match found {
        Ok(page) => page.state == RingState::Ended,
        Err(_) => true,
    };
    assert!(over(&page), "two did not answer: one alone is no ring");
    test.clock.advance_days(SEEK_DAYS);
    background::round(&test.app).await.unwrap();
    for who in [&rosa, &eva, &ida] {
        let open = rings::list(&test.app, who).await.unwrap();
        assert!(open.iter().all(|ring| ring.state == RingState::Ended));
    }
}
