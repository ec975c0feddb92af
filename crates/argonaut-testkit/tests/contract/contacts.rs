//! Contacts and blocks.

use argonaut_app::cards::look::look;
use argonaut_app::contacts::{ask, block, list};
use argonaut_domain::card::Audience;
use argonaut_testkit::on_both;

#[tokio::test]
async fn two_who_ask_each_other_are_contacts() {
    on_both(|test| async move {
        let (rosa, walter) = (test.helper("rosa").await, test.helper("walter").await);
        ask::ask(&test.app, &rosa, walter.helper()).await.unwrap();
        assert!(ask::ask(&test.app, &rosa, walter.helper()).await.is_err());
        ask::ask(&test.app, &walter, rosa.helper()).await.unwrap();
        for who in [&rosa, &walter] {
            assert_eq!(list::list(&test.app, who).await.unwrap().accepted.len(), 1);
        }
        ask::remove(&test.app, &rosa, walter.helper())
            .await
            .unwrap();
        for who in [&rosa, &walter] {
            assert!(
                list::list(&test.app, who)
                    .await
                    .unwrap()
                    .accepted
                    .is_empty()
            );
        }
        test
    })
    .await;
}

#[tokio::test]
async fn a_block_hides_both_from_each_other_until_it_is_lifted() {
    on_both(|test| async move {
        let (rosa, walter) = (test.helper("rosa").await, test.helper("walter").await);
        test.crowd(8).await;
        let (_, hers) = test
            .on_show(&rosa, "Mrs. Lanternby", Audience::Everyone)
            .await;
        let (_, his) = test
            .on_show(&walter, "Mr. Figtreelane", Audience::Everyone)
            .await;
        test.days_pass(1).await;
        let sees = |who, card| {
            let app = &test.app;
            async move { look(app, who, card).await.is_ok() }
        };
        assert!(sees(&rosa, his).await && sees(&walter, hers).await);
        block::block(&test.app, &rosa, walter.helper())
            .await
            .unwrap();
        assert!(!sees(&rosa, his).await && !sees(&walter, hers).await);
        assert!(ask::ask(&test.app, &walter, rosa.helper()).await.is_err());
        block::unblock(&test.app, &rosa, walter.helper())
            .await
            .unwrap();
        assert!(sees(&rosa, his).await && sees(&walter, hers).await);
        test
    })
    .await;
}
