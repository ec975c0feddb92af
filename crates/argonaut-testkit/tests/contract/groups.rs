//! Groups: found, joined, left; as an audience; with clients who are shared; and friends.

use argonaut_app::cards::publish::{PublishError, publish};
use argonaut_app::circle::{join as circle_join, look as circle_look, offers};
use argonaut_app::clients::{ClientError, note, open};
use argonaut_app::contacts::block;
use argonaut_app::groups::join::{Joined, Wish, join};
use argonaut_app::groups::look::look;
use argonaut_app::groups::{
    GroupError, GroupFault, audience, friends, invite, links, list, make, members, requests, share,
};
use argonaut_app::{SignedIn, cards, gate, notices};
use argonaut_domain::access::{CircleRole, GroupSight};
use argonaut_domain::card::Audience;
use argonaut_domain::consent::ConsentMethod;
use argonaut_domain::group::{GroupKind, GroupProfile, GroupRole};
use argonaut_domain::ids::GroupId;
use argonaut_domain::notice::NoticeKind;
use argonaut_domain::place::Place;
use argonaut_testkit::{TestApp, on_both};

on_both!(
    an_open_group_is_joined_at_once_and_is_no_audience,
    a_request_is_answered_and_its_answers_are_for_coordinators_alone,
    a_secret_group_is_in_no_list_and_looks_like_none,
    links_let_in_or_ask_and_run_out,
    an_agreement_is_accepted_and_asked_again,
    the_last_coordinator_stays_until_another_is_there,
    parts_may_do_what_they_may,
    a_card_for_a_group_is_seen_by_its_members_until_either_leaves,
    a_block_hides_memberships_both_ways,
    a_shared_client_goes_with_the_membership_and_the_key_changes,
    who_joins_later_is_offered_a_seat_when_the_lead_looks,
    a_coordinator_ends_seats_and_the_lead_changes_the_key,
    groups_become_friends_and_part,
    a_closed_group_is_gone,
);

fn profile(name: &str, kind: GroupKind) -> GroupProfile {
    GroupProfile {
        name: name.to_owned(),
        about: "We help each other.".to_owned(),
        kind,
        place: Place::Anywhere,
        situations: Vec::new(),
        needs: Vec::new(),
        languages: Vec::new(),
        questions: Vec::new(),
        agreement: String::new(),
    }
}

async fn group(test: &TestApp, who: &SignedIn, kind: GroupKind) -> GroupId {
    make::make(&test.app, who, profile("Elm Street", kind))
        .await
        .unwrap()
}

/// Puts somebody into a group, by an invitation.
async fn bring(test: &TestApp, who: &SignedIn, id: GroupId, other: &SignedIn, role: GroupRole) {
    invite::invite(&test.app, who, id, other.helper(), role)
        .await
        .unwrap();
    let joined = join(&test.app, other, id, agreed(test, who, id).await)
        .await
        .unwrap();
    assert_eq!(joined, Joined::In);
}

/// A secret group of these, coordinated by the first.
pub(crate) async fn group_of(test: &TestApp, who: &SignedIn, members: &[&SignedIn]) -> GroupId {
    let id = group(test, who, GroupKind::Secret).await;
    for member in members {
        test.befriend(who, member).await;
        bring(test, who, id, member, GroupRole::Member).await;
    }
    id
}

async fn agreed(test: &TestApp, who: &SignedIn, id: GroupId) -> Wish {
    let page = look(&test.app, who, id, None).await.unwrap();
    Wish {
        agreed: Some(page.group.agreement_version),
        ..Wish::default()
    }
}

async fn finds(test: &TestApp, who: &SignedIn, id: GroupId) -> bool {
    let found = list::directory(&test.app, who, "", None).await.unwrap();
    found.iter().any(|line| line.id == id)
}

async fn told(test: &TestApp, who: &SignedIn, kind: NoticeKind) -> bool {
    let all = notices::list(&test.app, who).await.unwrap();
    all.iter().any(|notice| notice.kind == kind)
}

async fn an_open_group_is_joined_at_once_and_is_no_audience(test: TestApp) {
    let (rosa, eva) = (test.helper("rosa").await, test.helper("eva").await);
    let id = group(&test, &rosa, GroupKind::Open).await;
    assert!(finds(&test, &eva, id).await);
    let joined = join(&test.app, &eva, id, Wish::default()).await.unwrap();
    assert_eq!(joined, Joined::In);
    assert!(matches!(
        join(&test.app, &eva, id, Wish::default()).await,
        Err(GroupError::Already)
    ));
    let client = test.client(&rosa, "Dolores").await;
    test.consent(&rosa, client).await;
    let for_group = Audience::Groups(vec![id]);
    let chosen = gate::Chosen::default();
    assert!(matches!(
        publish(&test.app, &rosa, client, chosen, for_group, None).await,
        Err(PublishError::NoAudience)
    ));
    assert_eq!(audience::choosable(&test.app, &rosa).await.unwrap(), []);
    let terms = (CircleRole::Member, ConsentMethod::Verbal);
    assert!(matches!(
        share::share(&test.app, &rosa, client, id, terms.0, terms.1).await,
        Err(GroupError::WrongKind)
    ));
}

async fn a_request_is_answered_and_its_answers_are_for_coordinators_alone(test: TestApp) {
    let rosa = test.helper("rosa").await;
    let (eva, ivo) = (test.helper("eva").await, test.helper("ivo").await);
    let mut of = profile("Elm Street", GroupKind::ByRequest);
    of.questions = vec!["Who knows you here?".to_owned()];
    let id = make::make(&test.app, &rosa, of).await.unwrap();
    bring(&test, &rosa, id, &ivo, GroupRole::Member).await;
    assert!(matches!(
        join(&test.app, &eva, id, Wish::default()).await,
        Err(GroupError::Invalid(faults)) if faults == [GroupFault::Answers]
    ));
    let wish = Wish {
        answers: vec!["Ivo does.".to_owned()],
        ..Wish::default()
    };
    let joined = join(&test.app, &eva, id, wish.clone()).await.unwrap();
    assert_eq!(joined, Joined::Asked);
    assert!(told(&test, &rosa, NoticeKind::GroupAsked).await);
    assert!(!told(&test, &ivo, NoticeKind::GroupAsked).await);
    assert!(matches!(
        requests::list(&test.app, &ivo, id).await,
        Err(GroupError::NotAllowed)
    ));
    assert!(matches!(
        requests::list(&test.app, &eva, id).await,
        Err(GroupError::NotFound)
    ));
    let waiting = requests::list(&test.app, &rosa, id).await.unwrap();
    assert_eq!(waiting[0].answers[0].answer, "Ivo does.");
    assert!(matches!(
        requests::answer(&test.app, &ivo, id, eva.helper(), true).await,
        Err(GroupError::NotAllowed)
    ));
    requests::answer(&test.app, &rosa, id, eva.helper(), false)
        .await
        .unwrap();
    let kept = "SELECT count(*) FROM group_requests";
    assert_eq!(
        test.database.number(kept).await,
        0,
        "answers go with the request"
    );
    join(&test.app, &eva, id, wish).await.unwrap();
    requests::answer(&test.app, &rosa, id, eva.helper(), true)
        .await
        .unwrap();
    assert!(told(&test, &eva, NoticeKind::GroupJoined).await);
    assert_eq!(test.database.number(kept).await, 0);
    let page = look(&test.app, &eva, id, None).await.unwrap();
    assert_eq!((page.sight, page.members.len()), (GroupSight::Inside, 3));
}

async fn a_secret_group_is_in_no_list_and_looks_like_none(test: TestApp) {
    let rosa = test.helper("rosa").await;
    let (eva, ivo) = (test.helper("eva").await, test.helper("ivo").await);
    let id = group(&test, &rosa, GroupKind::Secret).await;
    let other = group(&test, &ivo, GroupKind::Open).await;
    assert!(finds(&test, &rosa, id).await);
    for who in [&eva, &ivo] {
        assert!(!finds(&test, who, id).await);
        assert!(matches!(
            look(&test.app, who, id, None).await,
            Err(GroupError::NotFound)
        ));
        assert!(matches!(
            join(&test.app, who, id, Wish::default()).await,
            Err(GroupError::NotFound)
        ));
    }
    for (asks, of, to) in [(&ivo, other, id), (&rosa, id, other)] {
        let error = friends::ask(&test.app, asks, of, to).await.unwrap_err();
        assert!(matches!(
            error,
            GroupError::NotFound | GroupError::WrongKind
        ));
    }
    let page = look(&test.app, &ivo, other, None).await.unwrap();
    assert_eq!(page.others.len(), 0, "it is no suggestion for friends");
    invite::invite(&test.app, &rosa, id, eva.helper(), GroupRole::Member)
        .await
        .unwrap();
    let page = look(&test.app, &eva, id, None).await.unwrap();
    assert_eq!(page.sight, GroupSight::Face);
    invite::take_back(&test.app, &rosa, id, eva.helper())
        .await
        .unwrap();
    assert!(matches!(
        look(&test.app, &eva, id, None).await,
        Err(GroupError::NotFound)
    ));
    bring(&test, &rosa, id, &eva, GroupRole::Member).await;
    assert!(finds(&test, &eva, id).await && !finds(&test, &ivo, id).await);
}

async fn links_let_in_or_ask_and_run_out(test: TestApp) {
    let rosa = test.helper("rosa").await;
    let (eva, ivo) = (test.helper("eva").await, test.helper("ivo").await);
    let ana = test.helper("ana").await;
    let id = group(&test, &rosa, GroupKind::Secret).await;
    let (_, trusted) = links::make(&test.app, &rosa, id, true, 7, 1).await.unwrap();
    let (vetted, asks) = links::make(&test.app, &rosa, id, false, 7, 10)
        .await
        .unwrap();
    let by = |token: &str| Wish {
        token: Some(token.to_owned()),
        ..Wish::default()
    };
    assert_eq!(
        links::group_of(&test.app, &eva, &trusted).await.unwrap(),
        id
    );
    let joined = join(&test.app, &eva, id, by(&trusted)).await.unwrap();
    assert_eq!(joined, Joined::In);
    assert!(
        matches!(
            join(&test.app, &ivo, id, by(&trusted)).await,
            Err(GroupError::NotFound)
        ),
        "one use alone"
    );
    let joined = join(&test.app, &ivo, id, by(&asks)).await.unwrap();
    assert_eq!(joined, Joined::Asked);
    links::revoke(&test.app, &rosa, id, vetted.id)
        .await
        .unwrap();
    assert!(matches!(
        links::group_of(&test.app, &ana, &asks).await,
        Err(GroupError::NotFound)
    ));
    assert!(matches!(
        links::make(&test.app, &eva, id, true, 7, 1).await,
        Err(GroupError::NotAllowed)
    ));
    let page = look(&test.app, &rosa, id, None).await.unwrap();
    let uses: Vec<i64> = page.links.iter().map(|link| link.uses).collect();
    assert_eq!(uses.iter().sum::<i64>(), 2, "each use is counted");
}

async fn an_agreement_is_accepted_and_asked_again(test: TestApp) {
    let (rosa, eva) = (test.helper("rosa").await, test.helper("eva").await);
    let mut of = profile("Elm Street", GroupKind::ByInvitation);
    of.agreement = "What is said here stays here.".to_owned();
    let id = make::make(&test.app, &rosa, of.clone()).await.unwrap();
    invite::invite(&test.app, &rosa, id, eva.helper(), GroupRole::Member)
        .await
        .unwrap();
    assert!(matches!(
        join(&test.app, &eva, id, Wish::default()).await,
        Err(GroupError::Invalid(faults)) if faults == [GroupFault::NotAgreed]
    ));
    let wish = agreed(&test, &rosa, id).await;
    join(&test.app, &eva, id, wish).await.unwrap();
    let client = test.client(&rosa, "Dolores").await;
    let card = test.card(&rosa, client, Audience::Groups(vec![id])).await;
    cards::look::look(&test.app, &eva, card).await.unwrap();
    of.agreement = "What is said here stays here, always.".to_owned();
    make::edit(&test.app, &rosa, id, of, 1).await.unwrap();
    assert!(told(&test, &eva, NoticeKind::GroupAgreementChanged).await);
    assert!(cards::look::look(&test.app, &eva, card).await.is_err());
    assert!(matches!(
        members::agree(&test.app, &eva, id, 1).await,
        Err(GroupError::Changed)
    ));
    members::agree(&test.app, &eva, id, 2).await.unwrap();
    cards::look::look(&test.app, &eva, card).await.unwrap();
}

async fn the_last_coordinator_stays_until_another_is_there(test: TestApp) {
    let (rosa, eva) = (test.helper("rosa").await, test.helper("eva").await);
    let id = group(&test, &rosa, GroupKind::ByInvitation).await;
    bring(&test, &rosa, id, &eva, GroupRole::Member).await;
    assert!(matches!(
        members::leave(&test.app, &rosa, id).await,
        Err(GroupError::LastCoordinator)
    ));
    let me = rosa.helper();
    assert!(matches!(
        members::give_part(&test.app, &rosa, id, me, GroupRole::Member).await,
        Err(GroupError::LastCoordinator)
    ));
    members::give_part(&test.app, &rosa, id, eva.helper(), GroupRole::Coordinator)
        .await
        .unwrap();
    members::leave(&test.app, &rosa, id).await.unwrap();
    let page = look(&test.app, &eva, id, None).await.unwrap();
    assert_eq!(page.members.len(), 1);
    let page = look(&test.app, &rosa, id, None).await.unwrap();
    assert_eq!(page.sight, GroupSight::Face);
}

async fn parts_may_do_what_they_may(test: TestApp) {
    let rosa = test.helper("rosa").await;
    let (eva, ivo) = (test.helper("eva").await, test.helper("ivo").await);
    let id = group(&test, &rosa, GroupKind::ByInvitation).await;
    bring(&test, &rosa, id, &eva, GroupRole::Member).await;
    let of = profile("Oak Street", GroupKind::ByInvitation);
    for (who, inside) in [(&eva, true), (&ivo, false)] {
        let errors = [
            make::edit(&test.app, who, id, of.clone(), 1).await,
            make::close(&test.app, who, id).await,
            invite::invite(&test.app, who, id, ivo.helper(), GroupRole::Member).await,
            members::remove(&test.app, who, id, rosa.helper()).await,
            members::give_part(&test.app, who, id, eva.helper(), GroupRole::Coordinator).await,
        ];
        for error in errors {
            let error = error.unwrap_err();
            if inside {
                assert!(matches!(error, GroupError::NotAllowed), "{error}");
            } else {
                assert!(matches!(error, GroupError::NotFound), "{error}");
            }
        }
    }
    bring(&test, &rosa, id, &ivo, GroupRole::Observer).await;
    let client = test.client(&rosa, "Dolores").await;
    let card = test.card(&rosa, client, Audience::Groups(vec![id])).await;
    cards::look::look(&test.app, &eva, card).await.unwrap();
    assert!(
        cards::look::look(&test.app, &ivo, card).await.is_err(),
        "observers see no cards"
    );
}

async fn a_card_for_a_group_is_seen_by_its_members_until_either_leaves(test: TestApp) {
    let rosa = test.helper("rosa").await;
    let (eva, ivo) = (test.helper("eva").await, test.helper("ivo").await);
    let id = group(&test, &rosa, GroupKind::ByInvitation).await;
    bring(&test, &rosa, id, &eva, GroupRole::Member).await;
    let second = group(&test, &rosa, GroupKind::Secret).await;
    bring(&test, &rosa, second, &eva, GroupRole::Member).await;
    let client = test.client(&rosa, "Dolores").await;
    let card = test.card(&rosa, client, Audience::Groups(vec![id])).await;
    cards::look::look(&test.app, &eva, card).await.unwrap();
    assert!(cards::look::look(&test.app, &ivo, card).await.is_err());
    let refused = publish(
        &test.app,
        &ivo,
        test.client(&ivo, "Pia").await,
        gate::Chosen::default(),
        Audience::Groups(vec![id]),
        None,
    )
    .await;
    assert!(matches!(refused, Err(PublishError::NoAudience)));
    members::leave(&test.app, &eva, id).await.unwrap();
    assert!(cards::look::look(&test.app, &eva, card).await.is_err());
    bring(&test, &rosa, id, &eva, GroupRole::Member).await;
    cards::look::look(&test.app, &eva, card).await.unwrap();
    // Eva's own cards: one for this group alone, one for another group too.
    let one = test.client(&eva, "Pia").await;
    let two = test.client(&eva, "Zoe").await;
    let alone = test.card(&eva, one, Audience::Groups(vec![id])).await;
    let both = test
        .card(&eva, two, Audience::Groups(vec![id, second]))
        .await;
    members::remove(&test.app, &rosa, id, eva.helper())
        .await
        .unwrap();
    assert!(cards::look::look(&test.app, &rosa, alone).await.is_err());
    cards::look::look(&test.app, &rosa, both).await.unwrap();
    assert!(told(&test, &eva, NoticeKind::CardLostGroup).await);
    let mut open_one = profile("Elm Street", GroupKind::Open);
    open_one.about = String::new();
    make::edit(&test.app, &rosa, second, open_one, 1)
        .await
        .unwrap();
    assert!(
        cards::look::look(&test.app, &rosa, both).await.is_err(),
        "what anybody may join is no audience"
    );
}

async fn a_block_hides_memberships_both_ways(test: TestApp) {
    let rosa = test.helper("rosa").await;
    let (eva, ivo) = (test.helper("eva").await, test.helper("ivo").await);
    let id = group(&test, &rosa, GroupKind::ByInvitation).await;
    for other in [&eva, &ivo] {
        bring(&test, &rosa, id, other, GroupRole::Member).await;
    }
    block::block(&test.app, &eva, ivo.helper()).await.unwrap();
    for (who, other) in [(&eva, &ivo), (&ivo, &eva)] {
        let page = look(&test.app, who, id, None).await.unwrap();
        let seen: Vec<_> = page.members.iter().map(|of| of.face.id).collect();
        assert_eq!(seen.len(), 2);
        assert!(!seen.contains(&other.helper()));
        let client = test.client(other, "Pia").await;
        let card = test.card(other, client, Audience::Groups(vec![id])).await;
        assert!(cards::look::look(&test.app, who, card).await.is_err());
        cards::look::look(&test.app, &rosa, card).await.unwrap();
    }
}

async fn take(test: &TestApp, who: &SignedIn) {
    let waiting = offers::list(&test.app, who).await.unwrap();
    assert_eq!(waiting.seats.len(), 1);
    circle_join::join(&test.app, who, waiting.seats[0].id)
        .await
        .unwrap();
}

async fn a_shared_client_goes_with_the_membership_and_the_key_changes(test: TestApp) {
    let rosa = test.helper("rosa").await;
    let (eva, ivo) = (test.helper("eva").await, test.helper("ivo").await);
    let ana = test.helper("ana").await;
    let id = group(&test, &rosa, GroupKind::ByInvitation).await;
    for other in [&eva, &ivo] {
        bring(&test, &rosa, id, other, GroupRole::Member).await;
    }
    bring(&test, &rosa, id, &ana, GroupRole::Observer).await;
    let client = test.client(&rosa, "Dolores").await;
    let (role, agreed) = (CircleRole::Member, ConsentMethod::Verbal);
    let made = share::share(&test.app, &rosa, client, id, role, agreed)
        .await
        .unwrap();
    assert_eq!(made, 2, "no seat for observers");
    for other in [&eva, &ivo] {
        assert!(matches!(
            open::open(&test.app, other, client).await,
            Err(ClientError::NotFound)
        ));
        take(&test, other).await;
        open::open(&test.app, other, client).await.unwrap();
    }
    let wrap = format!(
        "SELECT wrapped_key FROM circle WHERE helper_id = {}",
        test.database.id(eva.helper().uuid())
    );
    let old = test.database.blobs(&wrap).await;
    members::remove(&test.app, &rosa, id, eva.helper())
        .await
        .unwrap();
    assert!(matches!(
        open::open(&test.app, &eva, client).await,
        Err(ClientError::NotFound)
    ));
    assert_eq!(test.database.number("SELECT epoch FROM clients").await, 2);
    // With the database in her hands she puts her old wrap back: it opens nothing new.
    note::add(&test.app, &rosa, client, "After.".to_owned())
        .await
        .unwrap();
    for epoch in [1, 2] {
        let planted = format!(
            "INSERT INTO circle (client_id, helper_id, role, epoch, wrapped_key, wrapped_by, since_at)
             VALUES ({0}, {1}, 'member', {epoch}, {2}, {1}, 0)",
            test.database.id(client.uuid()),
            test.database.id(eva.helper().uuid()),
            test.database.bytes(&old[0]),
        );
        test.database.tamper(&planted).await;
        assert!(open::open(&test.app, &eva, client).await.is_err());
        let gone = format!(
            "DELETE FROM circle WHERE helper_id = {}",
            test.database.id(eva.helper().uuid())
        );
        test.database.tamper(&gone).await;
    }
    // Ivo is still there, until he leaves by himself.
    open::open(&test.app, &ivo, client).await.unwrap();
    members::leave(&test.app, &ivo, id).await.unwrap();
    assert!(open::open(&test.app, &ivo, client).await.is_err());
    open::open(&test.app, &rosa, client).await.unwrap();
    assert_eq!(test.database.number("SELECT epoch FROM clients").await, 3);
}

async fn who_joins_later_is_offered_a_seat_when_the_lead_looks(test: TestApp) {
    let rosa = test.helper("rosa").await;
    let (eva, ivo) = (test.helper("eva").await, test.helper("ivo").await);
    let id = group(&test, &rosa, GroupKind::ByInvitation).await;
    let client = test.client(&rosa, "Dolores").await;
    let (role, agreed) = (CircleRole::Member, ConsentMethod::Verbal);
    share::share(&test.app, &rosa, client, id, role, agreed)
        .await
        .unwrap();
    test.clock.advance_days(1);
    bring(&test, &rosa, id, &eva, GroupRole::Member).await;
    assert!(told(&test, &rosa, NoticeKind::GroupSeatsWanted).await);
    test.clock.advance_days(1);
    open::open(&test.app, &rosa, client).await.unwrap();
    let waiting = offers::list(&test.app, &eva).await.unwrap();
    offers::decline(&test.app, &eva, waiting.seats[0].id)
        .await
        .unwrap();
    open::open(&test.app, &rosa, client).await.unwrap();
    let waiting = offers::list(&test.app, &eva).await.unwrap();
    assert_eq!(waiting.seats.len(), 0, "a no is a no");
    // The lead asks again, and for one more.
    bring(&test, &rosa, id, &ivo, GroupRole::Member).await;
    let made = share::share(&test.app, &rosa, client, id, role, agreed)
        .await
        .unwrap();
    assert_eq!(made, 2);
    for other in [&eva, &ivo] {
        take(&test, other).await;
    }
    share::unshare(&test.app, &rosa, client, id).await.unwrap();
    for other in [&eva, &ivo] {
        assert!(open::open(&test.app, other, client).await.is_err());
    }
    let circle = circle_look::look(&test.app, &rosa, client).await.unwrap();
    assert_eq!(circle.readers.len(), 1);
    assert_eq!(test.database.number("SELECT epoch FROM clients").await, 2);
}

async fn a_coordinator_ends_seats_and_the_lead_changes_the_key(test: TestApp) {
    let rosa = test.helper("rosa").await;
    let (eva, ivo) = (test.helper("eva").await, test.helper("ivo").await);
    let id = group(&test, &ivo, GroupKind::ByInvitation).await;
    for other in [&eva, &rosa] {
        bring(&test, &ivo, id, other, GroupRole::Member).await;
    }
    let client = test.client(&rosa, "Dolores").await;
    let (role, agreed) = (CircleRole::Member, ConsentMethod::Verbal);
    share::share(&test.app, &rosa, client, id, role, agreed)
        .await
        .unwrap();
    take(&test, &eva).await;
    members::remove(&test.app, &ivo, id, eva.helper())
        .await
        .unwrap();
    assert!(open::open(&test.app, &eva, client).await.is_err());
    let due = "SELECT count(*) FROM clients WHERE rotation_due";
    assert_eq!(test.database.number(due).await, 1);
    open::open(&test.app, &rosa, client).await.unwrap();
    assert_eq!(test.database.number(due).await, 0);
    assert_eq!(test.database.number("SELECT epoch FROM clients").await, 2);
    // The lead leaves: the group has no lead for the client, so its seats end.
    test.clock.advance_days(1);
    bring(&test, &ivo, id, &eva, GroupRole::Member).await;
    open::open(&test.app, &rosa, client).await.unwrap();
    take(&test, &eva).await;
    members::leave(&test.app, &rosa, id).await.unwrap();
    assert!(open::open(&test.app, &eva, client).await.is_err());
    assert_eq!(test.database.number("SELECT epoch FROM clients").await, 3);
}

async fn groups_become_friends_and_part(test: TestApp) {
    let rosa = test.helper("rosa").await;
    let (eva, ivo) = (test.helper("eva").await, test.helper("ivo").await);
    let ours = group(&test, &rosa, GroupKind::ByInvitation).await;
    let theirs = group(&test, &eva, GroupKind::ByRequest).await;
    bring(&test, &eva, theirs, &ivo, GroupRole::Member).await;
    let before = look(&test.app, &rosa, theirs, None).await.unwrap();
    assert_eq!(
        (before.sight, before.members.len()),
        (GroupSight::Face, 1),
        "the coordinator alone"
    );
    friends::ask(&test.app, &rosa, ours, theirs).await.unwrap();
    assert!(told(&test, &eva, NoticeKind::GroupFriendAsked).await);
    assert!(matches!(
        friends::ask(&test.app, &ivo, theirs, ours).await,
        Err(GroupError::NotAllowed)
    ));
    friends::ask(&test.app, &eva, theirs, ours).await.unwrap();
    let page = look(&test.app, &rosa, theirs, None).await.unwrap();
    assert_eq!((page.sight, page.members.len()), (GroupSight::Members, 2));
    let chosen = audience::choosable(&test.app, &rosa).await.unwrap();
    assert!(
        chosen
            .iter()
            .any(|of| of.id == theirs && of.friend_of.is_some())
    );
    let client = test.client(&rosa, "Dolores").await;
    let card = test
        .card(&rosa, client, Audience::Groups(vec![ours, theirs]))
        .await;
    cards::look::look(&test.app, &ivo, card).await.unwrap();
    friends::end(&test.app, &eva, theirs, ours).await.unwrap();
    assert!(cards::look::look(&test.app, &ivo, card).await.is_err());
    cards::look::look(&test.app, &rosa, card).await.unwrap();
    let page = look(&test.app, &rosa, theirs, None).await.unwrap();
    assert_eq!(page.sight, GroupSight::Face);
}

async fn a_closed_group_is_gone(test: TestApp) {
    let (rosa, eva) = (test.helper("rosa").await, test.helper("eva").await);
    let id = group(&test, &rosa, GroupKind::ByInvitation).await;
    bring(&test, &rosa, id, &eva, GroupRole::Member).await;
    let client = test.client(&rosa, "Dolores").await;
    let card = test.card(&rosa, client, Audience::Groups(vec![id])).await;
    let (role, agreed) = (CircleRole::Member, ConsentMethod::Verbal);
    share::share(&test.app, &rosa, client, id, role, agreed)
        .await
        .unwrap();
    take(&test, &eva).await;
    make::close(&test.app, &rosa, id).await.unwrap();
    for who in [&rosa, &eva] {
        assert!(!finds(&test, who, id).await);
        assert!(matches!(
            look(&test.app, who, id, None).await,
            Err(GroupError::NotFound)
        ));
    }
    assert!(cards::look::look(&test.app, &rosa, card).await.is_err());
    assert!(open::open(&test.app, &eva, client).await.is_err());
    assert_eq!(test.database.number("SELECT epoch FROM clients").await, 2);
}
