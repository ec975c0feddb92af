//! The invitation tree: acts on a branch, and their undoing.

use argonaut_app::SignedIn;
use argonaut_app::accounts::administer;
use argonaut_app::accounts::invite::{self, InvitationLink};
use argonaut_app::accounts::register::{NewAccount, register};
use argonaut_app::accounts::sign_in::{SignInError, sign_in};
use argonaut_app::accounts::tree::{self, TreeError};
use argonaut_domain::helper::Standing;
use argonaut_testkit::{PASSWORD, TestApp, on_both};

on_both!(a_branch_is_cut_and_restored_exactly, nobody_cuts_themselves);

/// Somebody who comes by this helper's invitation.
async fn invited(test: &TestApp, by: &SignedIn, handle: &str) -> SignedIn {
    let link = invite::make(&test.app, by).await.unwrap();
    let account = NewAccount {
        befriend: false,
        name: format!("Test {handle}"),
        handle: handle.to_owned(),
        password: PASSWORD.into(),
        invitation: Some(link.token),
        locale: None,
        device: String::new(),
    };
    register(&test.app, account).await.unwrap();
    let session = sign_in(&test.app, handle, PASSWORD.into(), "")
        .await
        .unwrap();
    test.app.refresh().await.unwrap();
    session.who
}

async fn enters(test: &TestApp, handle: &str) -> bool {
    match sign_in(&test.app, handle, PASSWORD.into(), "").await {
        Ok(_) => true,
        Err(SignInError::Suspended(_)) => false,
        Err(error) => panic!("{error}"),
    }
}

async fn a_branch_is_cut_and_restored_exactly(test: TestApp) {
    let admin = test.administrator().await;
    let granted = admin.actor.admin().unwrap();
    let eva = invited(&test, &admin, "eva").await;
    let ida = invited(&test, &eva, "ida").await;
    let ada = invited(&test, &ida, "ada").await;
    let other = invited(&test, &admin, "other").await;
    let link = invite::make(&test.app, &ada).await.unwrap();
    let kept = invite::make(&test.app, &other).await.unwrap();

    let found = tree::tree(&test.app, &granted).await.unwrap();
    let shown: Vec<_> = found
        .twigs
        .iter()
        .map(|twig| (twig.name.as_str(), twig.depth, twig.below, twig.open))
        .collect();
    assert_eq!(shown.len(), 5, "{shown:?}");
    assert_eq!(shown[0].1, 0);
    assert!(shown.contains(&("Test eva", 1, 2, 0)));
    assert!(shown.contains(&("Test ada", 3, 0, 1)));
    assert!(shown.contains(&("Test other", 1, 0, 1)));

    // Ada is suspended already, for a reason of her own.
    administer::suspend(&test.app, &granted, ada.helper())
        .await
        .unwrap();
    let link_again = invite::make(&test.app, &ida).await.unwrap();
    assert!(matches!(
        tree::cut(&test.app, &granted, eva.helper(), true, "  ").await,
        Err(TreeError::BadReason)
    ));
    let cut = tree::cut(&test.app, &granted, eva.helper(), true, "Invented accounts")
        .await
        .unwrap();
    assert!(!enters(&test, "eva").await && !enters(&test, "ida").await);
    assert!(enters(&test, "other").await);
    let open = async |who: &SignedIn, of: &InvitationLink| {
        let made = invite::list(&test.app, who).await.unwrap();
        let found = made.iter().find(|made| made.id == of.invitation.id);
        found.unwrap().is_open(test.app.now())
    };
    assert!(!open(&ida, &link_again).await, "the link is over");
    let branch = tree::branch(&test.app, &granted, eva.helper())
        .await
        .unwrap();
    assert!(
        branch
            .iter()
            .all(|twig| twig.standing == Standing::Suspended && twig.open == 0)
    );

    tree::undo(&test.app, &granted, cut).await.unwrap();
    assert!(matches!(
        tree::undo(&test.app, &granted, cut).await,
        Err(TreeError::NotFound)
    ));
    assert!(enters(&test, "eva").await && enters(&test, "ida").await);
    assert!(!enters(&test, "ada").await, "she was suspended before");
    assert!(open(&ida, &link_again).await, "the link is open again");
    assert!(
        !open(&ada, &link).await,
        "ended with her suspension, not by the act"
    );
    assert!(open(&other, &kept).await);
}

async fn nobody_cuts_themselves(test: TestApp) {
    let admin = test.administrator().await;
    let granted = admin.actor.admin().unwrap();
    invited(&test, &admin, "eva").await;
    assert!(matches!(
        tree::cut(&test.app, &granted, admin.helper(), true, "x").await,
        Err(TreeError::Own)
    ));
    assert!(enters(&test, "eva").await);
    let found = tree::tree(&test.app, &granted).await.unwrap();
    assert!(found.cuts.is_empty());
}
