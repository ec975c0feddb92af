//! Hints: a third helper suggests two cards of others; each owner is told what they may see,
//! and the giver learns only whether it went further.

use argonaut_app::SignedIn;
use argonaut_app::contacts::{block, mute};
use argonaut_app::hints::{self, Hint, HintError};
use argonaut_app::matches::propose::Bring;
use argonaut_app::matches::{answer, introduce};
use argonaut_app::{background, clients, notices};
use argonaut_domain::card::{Audience, Urgency};
use argonaut_domain::hint::{HINT_DAYS, HintState};
use argonaut_domain::ids::{CardId, ClientId};
use argonaut_domain::introduction::{ClosingReason, FirstContact};
use argonaut_domain::notice::NoticeKind;
use argonaut_engine::ListingId;
use argonaut_testkit::{TestApp, on_both};

on_both!(
    a_hint_is_told_to_both_and_its_giver_learns_how_far_it_came,
    a_no_is_never_told,
    what_an_owner_may_not_see_a_hint_does_not_tell,
    who_is_blocked_or_muted_is_not_heard,
    only_cards_of_others_that_fit_can_be_suggested,
    a_hint_that_led_nowhere_is_forgotten,
    the_words_are_sealed_to_each_owner,
);

const MEALS: &str = "food.meals";
const RIDES: &str = "transport.doctor";

struct Scene {
    rosa: SignedIn,
    eva: SignedIn,
    giver: SignedIn,
    clients: [ClientId; 2],
    cards: [CardId; 2],
}

async fn carded(
    test: &TestApp,
    who: &SignedIn,
    need: &str,
    gift: &str,
    audience: Audience,
) -> (ClientId, CardId) {
    let mut dossier = test.dossier("Client");
    dossier.needs.clear();
    dossier.offers.clear();
    dossier.interests.clear();
    dossier.need(test.term(need), Urgency::Medium);
    dossier.offer(test.term(gift));
    let client = clients::record::record(&test.app, who, dossier)
        .await
        .unwrap();
    (client, test.card(who, client, audience).await)
}

/// Rosa's client needs meals and drives; Eva's needs rides and cooks. The giver sees both.
async fn scene(test: &TestApp) -> Scene {
    test.neighbours().await;
    let rosa = test.neighbour("rosa").await;
    let eva = test.neighbour("eva").await;
    let giver = test.neighbour("giver").await;
    let one = carded(test, &rosa, MEALS, RIDES, Audience::Everyone).await;
    let other = carded(test, &eva, RIDES, MEALS, Audience::Everyone).await;
    night(test).await;
    Scene {
        rosa,
        eva,
        giver,
        clients: [one.0, other.0],
        cards: [one.1, other.1],
    }
}

async fn night(test: &TestApp) {
    test.clock.advance_days(1);
    background::round(&test.app).await.unwrap();
}

impl Scene {
    async fn give(&self, test: &TestApp) -> Result<argonaut_domain::ids::HintId, HintError> {
        give(test, &self.giver, self.cards).await
    }
}

async fn give(
    test: &TestApp,
    who: &SignedIn,
    cards: [CardId; 2],
) -> Result<argonaut_domain::ids::HintId, HintError> {
    let words = "One cooks, the other drives".to_owned();
    hints::give(&test.app, who, Hint { cards, words }).await
}

async fn told(test: &TestApp, who: &SignedIn, kind: NoticeKind) -> usize {
    let notices = notices::list(&test.app, who).await.unwrap();
    notices.iter().filter(|notice| notice.kind == kind).count()
}

async fn state(test: &TestApp, who: &SignedIn) -> HintState {
    hints::list(&test.app, who).await.unwrap().gave[0].state
}

async fn got(test: &TestApp, who: &SignedIn) -> usize {
    hints::list(&test.app, who).await.unwrap().got.len()
}

async fn a_hint_is_told_to_both_and_its_giver_learns_how_far_it_came(test: TestApp) {
    let scene = scene(&test).await;
    let fits = hints::fits(&test.app, &scene.giver, scene.cards[0])
        .await
        .unwrap();
    assert!(
        fits.found
            .iter()
            .any(|one| one.id == ListingId::Card(scene.cards[1]))
    );
    scene.give(&test).await.unwrap();
    assert!(matches!(scene.give(&test).await, Err(HintError::Already)));
    for (who, client, other) in [
        (&scene.rosa, scene.clients[0], scene.cards[1]),
        (&scene.eva, scene.clients[1], scene.cards[0]),
    ] {
        assert_eq!(told(&test, who, NoticeKind::HintReceived).await, 1);
        let list = hints::list(&test.app, who).await.unwrap();
        let hint = &list.got[0];
        assert_eq!((hint.client, hint.card.id), (client, other));
        assert_eq!(hint.name.as_deref(), Some("Client"));
        assert_eq!(hint.words.as_deref(), Some("One cooks, the other drives"));
        assert_eq!(hint.from.as_ref().unwrap().id, scene.giver.helper());
    }
    assert_eq!(state(&test, &scene.giver).await, HintState::Open);
    let joint = test
        .enquiry(&scene.rosa, Some(scene.clients[0]), scene.cards[1])
        .await;
    assert_eq!(
        state(&test, &scene.giver).await,
        HintState::Open,
        "an enquiry may be declined"
    );
    answer::accept(&test.app, &scene.eva, joint).await.unwrap();
    assert_eq!(state(&test, &scene.giver).await, HintState::Further);
    assert_eq!(
        told(&test, &scene.giver, NoticeKind::HintWentFurther).await,
        1
    );
    assert_eq!(got(&test, &scene.rosa).await, 0, "it is taken up");
    argonaut_app::matches::propose::propose(&test.app, &scene.rosa, joint, Bring::AsAsked)
        .await
        .unwrap();
    test.agree(&scene.rosa, joint).await.unwrap();
    test.agree(&scene.eva, joint).await.unwrap();
    introduce::introduce(&test.app, &scene.rosa, joint, FirstContact::Helpers, true)
        .await
        .unwrap();
    assert_eq!(state(&test, &scene.giver).await, HintState::Held);
    assert_eq!(told(&test, &scene.giver, NoticeKind::HintHeld).await, 1);
    assert_eq!(
        told(&test, &scene.giver, NoticeKind::HintWentFurther).await,
        1
    );
}

async fn a_no_is_never_told(test: TestApp) {
    let scene = scene(&test).await;
    let id = scene.give(&test).await.unwrap();
    let stranger = test.neighbour("stranger").await;
    let refused = hints::put_aside(&test.app, &stranger, id).await;
    assert!(matches!(refused, Err(HintError::NotFound)));
    let refused = hints::put_aside(&test.app, &scene.giver, id).await;
    assert!(matches!(refused, Err(HintError::NotFound)));
    hints::put_aside(&test.app, &scene.rosa, id).await.unwrap();
    assert_eq!(
        (got(&test, &scene.rosa).await, got(&test, &scene.eva).await),
        (0, 1)
    );
    let joint = test
        .enquiry(&scene.eva, Some(scene.clients[1]), scene.cards[0])
        .await;
    answer::decline(&test.app, &scene.rosa, joint, ClosingReason::NotSuitable)
        .await
        .unwrap();
    assert_eq!(state(&test, &scene.giver).await, HintState::Open);
    let notices = notices::list(&test.app, &scene.giver).await.unwrap();
    assert!(notices.is_empty(), "{notices:?}");
}

async fn what_an_owner_may_not_see_a_hint_does_not_tell(test: TestApp) {
    test.neighbours().await;
    let rosa = test.neighbour("rosa").await;
    let eva = test.neighbour("eva").await;
    let giver = test.neighbour("giver").await;
    test.befriend(&eva, &giver).await;
    let one = carded(&test, &rosa, MEALS, RIDES, Audience::Everyone).await;
    let other = carded(&test, &eva, RIDES, MEALS, Audience::Contacts).await;
    night(&test).await;
    // The giver, a contact of Eva's, sees both; Rosa does not see the card for contacts.
    give(&test, &giver, [one.1, other.1]).await.unwrap();
    assert_eq!((got(&test, &rosa).await, got(&test, &eva).await), (0, 1));
    assert_eq!(told(&test, &rosa, NoticeKind::HintReceived).await, 0);
    let list = hints::list(&test.app, &giver).await.unwrap();
    assert_eq!((list.gave.len(), list.gave[0].state), (1, HintState::Open));
}

async fn who_is_blocked_or_muted_is_not_heard(test: TestApp) {
    let scene = scene(&test).await;
    mute::mute(&test.app, &scene.rosa, scene.giver.helper())
        .await
        .unwrap();
    scene.give(&test).await.unwrap();
    assert_eq!(
        (got(&test, &scene.rosa).await, got(&test, &scene.eva).await),
        (0, 1)
    );
    assert_eq!(told(&test, &scene.rosa, NoticeKind::HintReceived).await, 0);
    block::block(&test.app, &scene.eva, scene.giver.helper())
        .await
        .unwrap();
    assert_eq!(got(&test, &scene.eva).await, 0);
}

async fn only_cards_of_others_that_fit_can_be_suggested(test: TestApp) {
    let scene = scene(&test).await;
    let own = give(&test, &scene.rosa, scene.cards).await;
    assert!(matches!(own, Err(HintError::Own)));
    let [one, _] = scene.cards;
    let same = give(&test, &scene.giver, [one, one]).await;
    assert!(matches!(same, Err(HintError::NotFound)));
    let ada = test.neighbour("ada").await;
    let hidden = carded(&test, &ada, RIDES, MEALS, Audience::Contacts).await;
    let unseen = give(&test, &scene.giver, [one, hidden.1]).await;
    assert!(matches!(unseen, Err(HintError::NotFound)));
    let hint = Hint {
        cards: scene.cards,
        words: "  ".to_owned(),
    };
    let empty = hints::give(&test.app, &scene.giver, hint).await;
    assert!(matches!(empty, Err(HintError::BadWords { .. })));
}

async fn a_hint_that_led_nowhere_is_forgotten(test: TestApp) {
    let scene = scene(&test).await;
    scene.give(&test).await.unwrap();
    test.clock.advance_days(HINT_DAYS + 1);
    background::round(&test.app).await.unwrap();
    assert!(
        hints::list(&test.app, &scene.giver)
            .await
            .unwrap()
            .gave
            .is_empty()
    );
    assert_eq!(
        test.database.number("SELECT COUNT(*) FROM hint_ends").await,
        0
    );
}

async fn the_words_are_sealed_to_each_owner(test: TestApp) {
    let scene = scene(&test).await;
    scene.give(&test).await.unwrap();
    let dump = test.database.dump("hint_ends").await;
    let plain: String = b"cooks".iter().map(|byte| format!("{byte:02x}")).collect();
    assert!(!dump.contains("cooks") && !dump.contains(&plain));
    // The words of one end put in the place of the other's do not open there.
    let words = test.database.blobs("SELECT for_owner FROM hint_ends").await;
    let first = test.database.bytes(&words[0]);
    test.database
        .tamper(&format!("UPDATE hint_ends SET for_owner = {first}"))
        .await;
    let mut opened = 0;
    for who in [&scene.rosa, &scene.eva] {
        let list = hints::list(&test.app, who).await.unwrap();
        opened += usize::from(list.got[0].words.is_some());
    }
    assert_eq!(opened, 1);
}
