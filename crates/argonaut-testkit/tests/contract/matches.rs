//! From an enquiry to an outcome, and two helpers who act at once.

use argonaut_app::engine::ListingId;
use argonaut_app::matches::ask::{Enquiry, ask};
use argonaut_app::matches::report::{Report, report};
use argonaut_app::matches::room::room;
use argonaut_app::matches::{MatchError, agree, answer, end, introduce, message};
use argonaut_app::{SignedIn, clients, contacts, notices};
use argonaut_domain::card::Audience;
use argonaut_domain::ids::{CardId, ClientId};
use argonaut_domain::introduction::{ClosingReason, FirstContact, Helpful, StageName, YesNo};
use argonaut_testkit::{Reached, TestApp, on_both, yes};

struct Two {
    rosa: SignedIn,
    hers: ClientId,
    walter: SignedIn,
    his: (ClientId, CardId),
}

/// Two helpers who know each other, with a client each; his is on show.
async fn two(test: &TestApp) -> Two {
    let (rosa, walter) = (test.helper("rosa").await, test.helper("walter").await);
    test.befriend(&rosa, &walter).await;
    let hers = test.consented(&rosa, "Mrs. Lanternby").await;
    let his = test
        .on_show(&walter, "Mr. Figtreelane", Audience::Contacts)
        .await;
    Two {
        rosa,
        hers,
        walter,
        his,
    }
}

impl Two {
    async fn joint(&self, test: &TestApp, reached: Reached) -> argonaut_domain::ids::MatchId {
        let (asker, owner) = ((&self.rosa, self.hers), (&self.walter, self.his.1));
        test.joint(asker, owner, reached).await
    }
}

#[tokio::test]
async fn from_an_enquiry_to_an_outcome() {
    on_both(|test| async move {
        let two = two(&test).await;
        let id = two.joint(&test, Reached::OneYes).await;
        let before = room(&test.app, &two.walter, id).await.unwrap();
        assert!(before.their_release.is_none(), "one yes releases nothing");
        agree::agree(&test.app, &two.walter, id, yes(&test))
            .await
            .unwrap();
        let after = room(&test.app, &two.walter, id).await.unwrap();
        let released = after.their_release.unwrap();
        assert_eq!(released.get().first_name.as_deref(), Some("Mrs."));
        assert_eq!(released.get().full_name, None, "it was not released");
        introduce::introduce(&test.app, &two.rosa, id, FirstContact::Helpers, true)
            .await
            .unwrap();
        test.days_pass(29).await;
        let told = Report {
            connected: YesNo::Yes,
            still_in_touch: YesNo::Yes,
            helpful: Helpful::Partly,
        };
        report(&test.app, &two.rosa, id, told).await.unwrap();
        report(&test.app, &two.walter, id, told).await.unwrap();
        let last = room(&test.app, &two.rosa, id).await.unwrap();
        assert_eq!(last.joint.stage_name(), StageName::Closed);
        assert_eq!(last.messages.len(), 1);
        assert!(notices::unread(&test.app, &two.rosa).await.unwrap() > 0);
        test
    })
    .await;
}

#[tokio::test]
async fn a_stranger_to_a_match_finds_nothing() {
    on_both(|test| async move {
        let two = two(&test).await;
        let id = two.joint(&test, Reached::Active).await;
        let mabel = test.helper("mabel").await;
        assert!(matches!(
            room(&test.app, &mabel, id).await,
            Err(MatchError::NotFound)
        ));
        let said = message::write(&test.app, &mabel, id, "hello").await;
        assert!(matches!(said, Err(MatchError::NotFound)));
        test
    })
    .await;
}

#[tokio::test]
async fn two_enquiries_at_once_make_one_match() {
    on_both(|test| async move {
        let two = two(&test).await;
        let enquiry = || Enquiry {
            about: ListingId::Card(two.his.1),
            client: Some(two.hers),
            words: String::new(),
        };
        let (one, other) = tokio::join!(
            ask(&test.app, &two.rosa, enquiry()),
            ask(&test.app, &two.rosa, enquiry()),
        );
        assert_eq!(usize::from(one.is_ok()) + usize::from(other.is_ok()), 1);
        let refused = one.err().or(other.err()).unwrap();
        assert!(matches!(refused, MatchError::AlreadyOpen), "{refused:?}");
        test
    })
    .await;
}

#[tokio::test]
async fn two_who_act_at_once_never_leave_half_an_introduction() {
    on_both(|test| async move {
        let second = test.second_node().await;
        let two = two(&test).await;
        let id = two.joint(&test, Reached::Active).await;
        // One introduces on this node, the other withdraws on another.
        let (made, withdrawn) = tokio::join!(
            introduce::introduce(&test.app, &two.rosa, id, FirstContact::Helpers, true),
            end::withdraw(&second, &two.walter, id, None),
        );
        let last = room(&test.app, &two.rosa, id).await.unwrap();
        assert!(made.is_ok() || withdrawn.is_ok());
        if withdrawn.is_ok() {
            assert_eq!(last.joint.stage_name(), StageName::Closed);
            assert!(
                last.their_release.is_none(),
                "what was released is recalled"
            );
        } else {
            assert_eq!(last.joint.stage_name(), StageName::Introduced);
        }
        let versions: Vec<i64> = last.events.iter().map(|event| event.version).collect();
        let mut once = versions.clone();
        once.dedup();
        assert_eq!(versions, once, "each version has one event");
        second.close().await;
        test
    })
    .await;
}

#[tokio::test]
async fn of_two_introductions_at_once_one_is_recorded() {
    on_both(|test| async move {
        let two = two(&test).await;
        let id = two.joint(&test, Reached::Active).await;
        let introduce = |who| introduce::introduce(&test.app, who, id, FirstContact::Helpers, true);
        let (one, other) = tokio::join!(introduce(&two.rosa), introduce(&two.walter));
        assert_eq!(usize::from(one.is_ok()) + usize::from(other.is_ok()), 1);
        test
    })
    .await;
}

#[tokio::test]
async fn both_say_yes_at_once_and_no_yes_is_lost() {
    on_both(|test| async move {
        let two = two(&test).await;
        let id = two.joint(&test, Reached::Proposed).await;
        let (one, other) = tokio::join!(
            agree::agree(&test.app, &two.rosa, id, yes(&test)),
            agree::agree(&test.app, &two.walter, id, yes(&test)),
        );
        let good = usize::from(one.is_ok()) + usize::from(other.is_ok());
        let last = room(&test.app, &two.rosa, id).await.unwrap();
        // Whoever came second may be told to look again, and then nothing of it stays.
        let mine = usize::from(last.my_release.is_some());
        let theirs = room(&test.app, &two.walter, id).await.unwrap().my_release;
        assert_eq!(mine + usize::from(theirs.is_some()), good);
        let stage = match good {
            2 => StageName::Active,
            _one => StageName::Proposed,
        };
        assert!(good > 0);
        assert_eq!(last.joint.stage_name(), stage);
        test
    })
    .await;
}

#[tokio::test]
async fn an_enquiry_lapses_a_block_and_an_erasure_end_what_was_open() {
    on_both(|test| async move {
        let two = two(&test).await;
        let stage = |id| {
            let (app, who) = (&test.app, &two.rosa);
            async move { room(app, who, id).await.unwrap().joint.stage_name() }
        };
        let lapsed = two.joint(&test, Reached::Asked).await;
        test.days_pass(31).await;
        assert_eq!(stage(lapsed).await, StageName::Closed);
        let declined = two.joint(&test, Reached::Asked).await;
        answer::decline(&test.app, &two.walter, declined, ClosingReason::NotNow)
            .await
            .unwrap();
        assert_eq!(stage(declined).await, StageName::Closed);
        let erased = two.joint(&test, Reached::Talking).await;
        clients::erase::erase(&test.app, &two.walter, two.his.0, "Mr. Figtreelane")
            .await
            .unwrap();
        assert_eq!(stage(erased).await, StageName::Closed);
        let (_, card) = test
            .on_show(&two.walter, "Mr. Raisinfield", Audience::Contacts)
            .await;
        let asker = (&two.rosa, two.hers);
        let blocked = test
            .joint(asker, (&two.walter, card), Reached::Active)
            .await;
        contacts::block::block(&test.app, &two.walter, two.rosa.helper())
            .await
            .unwrap();
        assert_eq!(stage(blocked).await, StageName::Closed);
        test
    })
    .await;
}
