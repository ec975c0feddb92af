//! An organisation's recovery key: off unless a helper chose it, told and logged when it is used.

use argonaut_app::accounts::organisation::{self, OrganisationError};
use argonaut_app::accounts::password;
use argonaut_app::accounts::reset::{self, ResetError};
use argonaut_app::accounts::sign_in::sign_in;
use argonaut_app::{SignInRules, notices};
use argonaut_domain::notice::NoticeKind;
use argonaut_privacy::vault::OrganisationKeys;
use argonaut_testkit::{PASSWORD, TestApp, on_both};
use rand::SeedableRng as _;

on_both!(
    only_who_chose_it_is_let_back_in,
    a_copy_taken_back_opens_nothing
);

const NEXT: &str = "violet anchor seven kettles";

fn pair(seed: u64) -> OrganisationKeys {
    OrganisationKeys::generate(&mut rand::rngs::StdRng::seed_from_u64(seed))
}

fn rules(keys: &OrganisationKeys) -> SignInRules {
    SignInRules {
        organisation_key: Some(*keys.public()),
        ..SignInRules::default()
    }
}

async fn only_who_chose_it_is_let_back_in(test: TestApp) {
    let house = pair(1);
    let off = organisation::give(&test.app, &test.helper("early").await, PASSWORD.into()).await;
    assert!(matches!(off, Err(OrganisationError::NotOffered)));
    let app = test.ruled_node(rules(&house)).await;
    let rosa = test.helper("rosa").await;
    test.helper("ben").await;
    let client = test.client(&rosa, "Dolores").await;
    assert!(matches!(
        organisation::give(&app, &rosa, "not it at all".into()).await,
        Err(OrganisationError::WrongPassword)
    ));
    organisation::give(&app, &rosa, PASSWORD.into())
        .await
        .unwrap();
    assert!(
        organisation::state(&app, &rosa)
            .await
            .unwrap()
            .since
            .is_some()
    );
    assert!(matches!(
        organisation::make_link(&app, "ben", &house).await,
        Err(OrganisationError::NoCopy)
    ));
    assert!(matches!(
        organisation::make_link(&app, "nobody", &house).await,
        Err(OrganisationError::NoSuchHelper)
    ));
    assert!(matches!(
        organisation::make_link(&app, "rosa", &pair(2)).await,
        Err(OrganisationError::AnotherKey)
    ));
    let link = organisation::make_link(&app, "rosa", &house)
        .await
        .unwrap()
        .reveal();
    let told = notices::list(&app, &rosa).await.unwrap();
    assert!(
        told.iter()
            .any(|notice| notice.kind == NoticeKind::ResetLinkMade)
    );
    assert!(reset::works(&app, &link).await.unwrap());
    let weak = reset::reset(&app, &link, "passwordpassword".into(), "").await;
    assert!(matches!(weak, Err(ResetError::Weak(_))));
    let back = reset::reset(&app, &link, NEXT.into(), "").await.unwrap();
    let opened = argonaut_app::clients::open::open(&app, &back.session.who, client)
        .await
        .unwrap();
    assert_eq!(opened.dossier.get().name(), "Dolores");
    assert!(matches!(
        reset::reset(&app, &link, PASSWORD.into(), "").await,
        Err(ResetError::Over)
    ));
    assert!(sign_in(&app, "rosa", PASSWORD.into(), "").await.is_err());
    assert!(sign_in(&app, "rosa", NEXT.into(), "").await.is_ok());
    // Changing the password ends a link that was not asked for.
    let unasked = organisation::make_link(&app, "rosa", &house)
        .await
        .unwrap()
        .reveal();
    let who = &back.session.who;
    password::change(&app, who, NEXT.into(), "eleven brown wooden spoons".into())
        .await
        .unwrap();
    assert!(!reset::works(&app, &unasked).await.unwrap());
    let late = organisation::make_link(&app, "rosa", &house)
        .await
        .unwrap()
        .reveal();
    test.clock.advance_days(reset::LINK_DAYS);
    assert!(!reset::works(&app, &late).await.unwrap());
}

async fn a_copy_taken_back_opens_nothing(test: TestApp) {
    let house = pair(1);
    let app = test.ruled_node(rules(&house)).await;
    let rosa = test.helper("rosa").await;
    organisation::give(&app, &rosa, PASSWORD.into())
        .await
        .unwrap();
    organisation::take_back(&app, &rosa).await.unwrap();
    assert!(matches!(
        organisation::take_back(&app, &rosa).await,
        Err(OrganisationError::NoCopy)
    ));
    assert!(matches!(
        organisation::make_link(&app, "rosa", &house).await,
        Err(OrganisationError::NoCopy)
    ));
    // A new key in the settings makes an old copy worth nothing, and the page says so.
    organisation::give(&app, &rosa, PASSWORD.into())
        .await
        .unwrap();
    let other = test.ruled_node(rules(&pair(2))).await;
    assert!(organisation::state(&other, &rosa).await.unwrap().outdated);
}
