//! Contacts and blocks.

use argonaut_app::contacts::{ContactError, ask, block, list};
use argonaut_app::helpers::view::{self, Relation};
use argonaut_app::{cards, notices};
use argonaut_domain::card::Audience;
use argonaut_testkit::{TestApp, on_both};

on_both!(
    two_become_contacts_and_part,
    asking_twice_is_refused_and_asking_back_accepts,
    a_block_hides_both_from_each_other
);

async fn two_become_contacts_and_part(test: TestApp) {
    let (rosa, eva) = (test.helper("rosa").await, test.helper("eva").await);
    ask::ask(&test.app, &rosa, eva.helper()).await.unwrap();
    assert_eq!(notices::unread(&test.app, &eva).await.unwrap(), 1);
    assert_eq!(list::list(&test.app, &eva).await.unwrap().asked_me.len(), 1);
    ask::accept(&test.app, &eva, rosa.helper()).await.unwrap();
    let seen = view::view(&test.app, &rosa, eva.helper()).await.unwrap();
    assert_eq!(seen.relation, Relation::Contact);
    assert!(
        seen.fingerprint.is_some(),
        "contacts can compare their keys"
    );
    ask::remove(&test.app, &rosa, eva.helper()).await.unwrap();
    assert_eq!(
        view::view(&test.app, &rosa, eva.helper())
            .await
            .unwrap()
            .relation,
        Relation::None
    );
    assert!(matches!(
        ask::remove(&test.app, &rosa, eva.helper()).await,
        Err(ContactError::NothingAsked)
    ));
}

async fn asking_twice_is_refused_and_asking_back_accepts(test: TestApp) {
    let (rosa, eva) = (test.helper("rosa").await, test.helper("eva").await);
    ask::ask(&test.app, &rosa, eva.helper()).await.unwrap();
    assert!(matches!(
        ask::ask(&test.app, &rosa, eva.helper()).await,
        Err(ContactError::Already)
    ));
    assert!(matches!(
        ask::accept(&test.app, &rosa, eva.helper()).await,
        Err(ContactError::NothingAsked)
    ));
    ask::ask(&test.app, &eva, rosa.helper()).await.unwrap();
    assert_eq!(
        list::list(&test.app, &rosa).await.unwrap().accepted.len(),
        1
    );
    assert!(matches!(
        ask::ask(&test.app, &rosa, rosa.helper()).await,
        Err(ContactError::Yourself)
    ));
}

async fn a_block_hides_both_from_each_other(test: TestApp) {
    test.neighbours().await;
    let (rosa, eva) = (test.neighbour("rosa").await, test.neighbour("eva").await);
    test.befriend(&rosa, &eva).await;
    let client = test.client(&rosa, "Dolores").await;
    let card = test.card(&rosa, client, Audience::Everyone).await;
    test.clock.advance_days(1);
    let mine = test.client(&eva, "Ana").await;
    let joint = test.enquiry(&eva, Some(mine), card).await;
    block::block(&test.app, &rosa, eva.helper()).await.unwrap();
    for (who, other) in [(&rosa, &eva), (&eva, &rosa)] {
        assert!(view::view(&test.app, who, other.helper()).await.is_err());
        assert!(
            list::list(&test.app, who)
                .await
                .unwrap()
                .accepted
                .is_empty()
        );
        assert!(ask::ask(&test.app, who, other.helper()).await.is_err());
    }
    assert!(cards::look::look(&test.app, &eva, card).await.is_err());
    let room = argonaut_app::matches::room::room(&test.app, &eva, joint)
        .await
        .unwrap();
    assert!(room.joint.is_closed(), "joint work ends with a block");
    block::unblock(&test.app, &rosa, eva.helper())
        .await
        .unwrap();
    assert!(view::view(&test.app, &eva, rosa.helper()).await.is_ok());
}
