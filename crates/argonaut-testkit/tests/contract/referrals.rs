//! Referrals: noted by the circle, asked about when it is time, closed with what came of
//! them; sealed, exported, and gone with the record.

use argonaut_app::SignedIn;
use argonaut_app::clients::export::export;
use argonaut_app::clients::list::{ListQuery, Shelf, list};
use argonaut_app::clients::{ClientError, change, open};
use argonaut_app::dossier::Referral;
use argonaut_app::referrals::{NewReferral, ReferralError, close, look_again, refer, remove};
use argonaut_domain::ids::{ClientId, ServiceId};
use argonaut_domain::referral::{LOOK_AGAIN_DAYS, ReferralResult, ReferralWay};
use argonaut_store::{Service, ServiceContact, Store};
use argonaut_testkit::{TestApp, on_both};

use crate::circles::{MEMBER, shared};
use crate::rights::holds;

on_both!(
    a_referral_is_asked_about_and_closed,
    a_referral_to_a_service_takes_its_name,
    a_strangers_referrals_do_not_exist,
    referrals_are_sealed_exported_and_kept_when_the_record_is_edited,
);

fn to(whom: &str) -> NewReferral {
    NewReferral {
        to: whom.into(),
        service: None,
        need: None,
        way: ReferralWay::Told,
        words: "".into(),
        look_again: None,
    }
}

async fn referrals(test: &TestApp, who: &SignedIn, client: ClientId) -> Vec<Referral> {
    let opened = open::open(&test.app, who, client).await.unwrap();
    opened.dossier.get().referrals.list.clone()
}

async fn due(test: &TestApp, who: &SignedIn) -> usize {
    let query = ListQuery {
        shelf: Shelf::Referred,
        ..ListQuery::default()
    };
    list(&test.app, who, &query).await.unwrap().lines.len()
}

async fn a_referral_is_asked_about_and_closed(test: TestApp) {
    let (rosa, app) = (test.helper("rosa").await, &test.app);
    let id = test.client(&rosa, "Dolores").await;
    test.client(&rosa, "Ida").await;
    assert!(matches!(
        refer(app, &rosa, id, to(" ")).await,
        Err(ReferralError::Nowhere)
    ));
    let number = refer(app, &rosa, id, to("Parish kitchen")).await.unwrap();
    assert_eq!(due(&test, &rosa).await, 0);
    test.clock.advance_days(LOOK_AGAIN_DAYS);
    assert_eq!(due(&test, &rosa).await, 1, "of two clients the one");
    look_again(app, &rosa, id, number).await.unwrap();
    assert_eq!(due(&test, &rosa).await, 0);
    test.clock.advance_days(LOOK_AGAIN_DAYS);
    assert_eq!(due(&test, &rosa).await, 1);
    let said = (ReferralResult::Full, "Next month".into());
    close(app, &rosa, id, number, said.clone()).await.unwrap();
    assert_eq!(due(&test, &rosa).await, 0);
    let kept = referrals(&test, &rosa, id).await;
    let closed = kept[0].closed.as_ref().unwrap();
    assert_eq!(closed.result, ReferralResult::Full);
    assert_eq!(closed.words.as_str(), "Next month");
    assert!(closed.result.leaves_the_need());
    assert!(matches!(
        close(app, &rosa, id, 99, said).await,
        Err(ReferralError::NotThere)
    ));
    look_again(app, &rosa, id, number).await.unwrap();
    assert!(
        referrals(&test, &rosa, id).await[0].closed.is_none(),
        "open again"
    );
    remove(app, &rosa, id, number).await.unwrap();
    assert!(referrals(&test, &rosa, id).await.is_empty());
}

async fn a_referral_to_a_service_takes_its_name(test: TestApp) {
    let rosa = test.helper("rosa").await;
    let id = test.client(&rosa, "Dolores").await;
    let service = Service {
        id: ServiceId::from_uuid(uuid::Uuid::from_u128(77)),
        source: "test".to_owned(),
        source_id: "1".to_owned(),
        name: "Kitchen of all".to_owned(),
        organization: String::new(),
        description: String::new(),
        place: test.place("Fresno, California"),
        terms: vec![test.term("food.meals")],
        languages: Vec::new(),
        contact: ServiceContact::default(),
        imported: test.app.now(),
    };
    let store = Store::open(test.database.backend()).await.unwrap();
    let mut write = store.write().await.unwrap();
    write.upsert_service(&service).await.unwrap();
    write.commit_unlogged().await.unwrap();
    test.app.refresh().await.unwrap();
    let known = NewReferral {
        service: Some(service.id),
        ..to("")
    };
    refer(&test.app, &rosa, id, known).await.unwrap();
    let unknown = NewReferral {
        service: Some(ServiceId::from_uuid(uuid::Uuid::from_u128(78))),
        ..to("")
    };
    assert!(matches!(
        refer(&test.app, &rosa, id, unknown).await,
        Err(ReferralError::Nowhere)
    ));
    let kept = referrals(&test, &rosa, id).await;
    assert_eq!(kept.len(), 1);
    assert_eq!(kept[0].to.as_str(), "Kitchen of all");
    assert_eq!(kept[0].service, Some(service.id));
}

async fn a_strangers_referrals_do_not_exist(test: TestApp) {
    let (rosa, eva) = (test.helper("rosa").await, test.helper("eva").await);
    let id = test.client(&rosa, "Dolores").await;
    let number = refer(&test.app, &rosa, id, to("Kitchen")).await.unwrap();
    let hidden = |result: Result<(), ReferralError>| {
        assert!(matches!(
            result,
            Err(ReferralError::Client(ClientError::NotFound))
        ));
    };
    hidden(refer(&test.app, &eva, id, to("x")).await.map(|_| ()));
    let said = (ReferralResult::Served, "".into());
    hidden(close(&test.app, &eva, id, number, said).await);
    hidden(look_again(&test.app, &eva, id, number).await);
    hidden(remove(&test.app, &eva, id, number).await);
    assert_eq!(referrals(&test, &rosa, id).await.len(), 1);
}

async fn referrals_are_sealed_exported_and_kept_when_the_record_is_edited(test: TestApp) {
    let (rosa, eva) = (test.helper("rosa").await, test.helper("eva").await);
    test.befriend(&rosa, &eva).await;
    let id = test.client(&rosa, "Dolores").await;
    shared(&test, &rosa, &eva, id, MEMBER).await;
    let number = refer(&test.app, &eva, id, to("placecanary")).await.unwrap();
    let said = (ReferralResult::Other, "wordcanary".into());
    close(&test.app, &rosa, id, number, said).await.unwrap();
    let opened = open::open(&test.app, &rosa, id).await.unwrap();
    let typed = test.dossier("Dolores R.");
    change::change(&test.app, &rosa, id, opened.version, typed)
        .await
        .unwrap();
    assert_eq!(referrals(&test, &rosa, id).await.len(), 1);
    let exported = export(&test.app, &rosa, id).await.unwrap();
    let exported = exported.to_json().unwrap().to_string();
    for canary in ["placecanary", "wordcanary"] {
        assert!(exported.contains(canary), "{canary} is exported");
        assert!(!holds(&test, canary.as_bytes()).await, "{canary} is sealed");
    }
}
