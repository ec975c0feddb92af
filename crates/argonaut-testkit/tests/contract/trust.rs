//! Trust through the application: what a vouch opens and closes, what it is rationed to, and
//! what attacks on it gain.

use std::sync::Arc;

use argonaut_app::cards::look::{self, Owner};
use argonaut_app::engine::{ListingId, ListingKind};
use argonaut_app::matches::ask::{Enquiry, ask};
use argonaut_app::matches::report::{Report, report};
use argonaut_app::matches::{MatchError, agree, answer, introduce, propose};
use argonaut_app::suggestions::list;
use argonaut_app::trust::mine::mine;
use argonaut_app::trust::vouch::{Word, renew, revoke, vouch};
use argonaut_app::trust::why::{Bond, Label, Said, Stop, between};
use argonaut_app::trust::{TrustError, distrust, prompt, vouch_on_arrival};
use argonaut_app::{App, SignedIn, contacts, helpers, notices};
use argonaut_domain::card::Audience;
use argonaut_domain::helper::Reach;
use argonaut_domain::ids::{HelperId, MatchId};
use argonaut_domain::introduction::{ClosingReason, FirstContact, Helpful, YesNo};
use argonaut_domain::notice::NoticeKind;
use argonaut_domain::trust::{EnquiryReach, TrustField, TrustLevel, VouchLevel};
use argonaut_store::Store;
use argonaut_testkit::{Browser, TestApp, on_both};

on_both!(
    a_vouch_is_seen_in_the_next_request_and_by_every_node,
    vouches_are_rationed_renewed_and_end,
    only_whom_one_knows_is_vouched_for_and_notes_are_private,
    a_card_for_trusted_helpers_closes_when_the_vouch_goes,
    a_clique_gains_nothing_and_cannot_slander,
    a_bought_account_is_bounded,
    distrust_is_seen_by_nobody_else,
    blocks_hide_the_paths_through_the_blocked,
    joint_work_counts_and_asks_for_a_word,
    who_may_enquire_never_tells_whose_card_it_is,
    suggestions_put_trusted_helpers_first,
    an_invitation_carries_a_vouch,
    labels_stand_on_hidden_cards_only_among_many,
);

fn word(field: TrustField, level: VouchLevel) -> Word {
    Word {
        field,
        level,
        note: String::new(),
    }
}

fn mother() -> Word {
    word(TrustField::General, VouchLevel::Mother)
}

/// Two helpers become contacts, and one vouches for the other.
async fn relies(test: &TestApp, from: &SignedIn, to: &SignedIn) {
    test.befriend(from, to).await;
    vouch(&test.app, from, to.helper(), mother()).await.unwrap();
}

async fn bond(test: &TestApp, who: &SignedIn, other: &SignedIn) -> Bond {
    between(&test.app, who, other.helper()).await.unwrap()
}

async fn label(test: &TestApp, who: &SignedIn, other: &SignedIn) -> Label {
    bond(test, who, other).await.label
}

async fn people<const N: usize>(test: &TestApp, handles: [&str; N]) -> [SignedIn; N] {
    let mut made = Vec::new();
    for handle in handles {
        made.push(test.neighbour(handle).await);
    }
    made.try_into()
        .unwrap_or_else(|_| panic!("as many as asked for"))
}

async fn a_vouch_is_seen_in_the_next_request_and_by_every_node(test: TestApp) {
    let [rosa, eva, ida] = people(&test, ["rosa", "eva", "ida"]).await;
    let other_node = test.another_node().await;
    relies(&test, &rosa, &eva).await;
    assert_eq!(label(&test, &rosa, &ida).await, Label::Unknown);
    assert!(bond(&test, &rosa, &ida).await.is_stranger());
    relies(&test, &eva, &ida).await;
    let found = bond(&test, &rosa, &ida).await;
    assert!(found.label >= Label::Known, "{:?}", found.label);
    let (start, way) = found.path.unwrap();
    assert_eq!(start, Stop::You);
    assert_eq!(way.len(), 2);
    assert!(matches!(&way[0], (Said::Vouch(..), Stop::Named(face)) if face.id == eva.helper()));
    assert!(matches!(&way[1].1, Stop::Named(face) if face.id == ida.helper()));
    assert_eq!(found.supporters.len(), 1);
    // Another node sees it after it has caught up, one that starts now too.
    let asked = |app: Arc<App>| {
        let (rosa, ida) = (rosa.clone(), ida.helper());
        async move { between(&app, &rosa, ida).await.unwrap() }
    };
    other_node.refresh().await.unwrap();
    let here = bond(&test, &rosa, &ida).await;
    assert_eq!(asked(other_node).await, here);
    assert_eq!(asked(test.another_node().await).await, here);
    // Taken back, it is gone with the next request.
    let given = mine(&test.app, &eva).await.unwrap().given;
    revoke(&test.app, &eva, given[0].vouch.id).await.unwrap();
    let after = bond(&test, &rosa, &ida).await;
    assert_eq!((after.label, after.path), (Label::Unknown, None));
    assert!(mine(&test.app, &ida).await.unwrap().received.is_empty());
}

async fn vouches_are_rationed_renewed_and_end(test: TestApp) {
    let rosa = test.neighbour("rosa").await;
    let mut others = Vec::new();
    for number in 0..14 {
        let other = test.neighbour(&format!("other{number}")).await;
        test.befriend(&rosa, &other).await;
        others.push(other);
    }
    let say = async |number: usize, word: Word| {
        vouch(&test.app, &rosa, others[number].helper(), word).await
    };
    for number in 0..3 {
        say(number, mother()).await.unwrap();
    }
    assert!(matches!(say(3, mother()).await, Err(TrustError::Enough)));
    let now = mine(&test.app, &rosa).await.unwrap();
    assert_eq!((now.left, now.given.len()), (0, 3));
    // Renewing is free; taking back and saying again is not.
    say(0, mother()).await.unwrap();
    revoke(&test.app, &rosa, now.given[2].vouch.id)
        .await
        .unwrap();
    assert!(matches!(say(2, mother()).await, Err(TrustError::Enough)));
    test.clock.advance_days(8);
    say(2, mother()).await.unwrap();
    for number in 3..12 {
        test.clock.advance_days(8);
        say(number, mother()).await.unwrap();
    }
    test.clock.advance_days(8);
    assert!(matches!(
        say(12, mother()).await,
        Err(TrustError::TooManyMothers)
    ));
    say(12, word(TrustField::General, VouchLevel::Worked))
        .await
        .unwrap();
    say(13, word(TrustField::Children, VouchLevel::Mother))
        .await
        .unwrap();
    // Two years later what was not renewed counts no longer, and comes first.
    let given = mine(&test.app, &rosa).await.unwrap().given;
    let of = others[13].helper();
    let last = given
        .iter()
        .find(|given| given.vouch.to == of)
        .unwrap()
        .vouch;
    test.clock.advance_days(620);
    let before = mine(&test.app, &rosa).await.unwrap().given;
    assert!(before[0].wants_renewing && !before.last().unwrap().wants_renewing);
    renew(&test.app, &rosa, last.id).await.unwrap();
    test.clock.advance_days(124);
    assert_eq!(label(&test, &rosa, &others[0]).await, Label::Unknown);
    assert!(label(&test, &rosa, &others[13]).await >= Label::Known);
    let after = mine(&test.app, &rosa).await.unwrap().given;
    assert!(!after[0].holds && after.iter().filter(|given| given.holds).count() == 1);
    assert!(
        mine(&test.app, &others[0])
            .await
            .unwrap()
            .received
            .is_empty()
    );
}

async fn only_whom_one_knows_is_vouched_for_and_notes_are_private(test: TestApp) {
    let [rosa, eva, ida] = people(&test, ["rosa", "eva", "ida"]).await;
    let to_eva = async |word| vouch(&test.app, &rosa, eva.helper(), word).await;
    assert!(matches!(to_eva(mother()).await, Err(TrustError::Strangers)));
    test.befriend(&rosa, &eva).await;
    let long = Word {
        note: "x".repeat(501),
        ..mother()
    };
    assert!(matches!(to_eva(long).await, Err(TrustError::LongNote)));
    let noted = Word {
        note: " Sat with my aunt. ".to_owned(),
        ..mother()
    };
    to_eva(noted).await.unwrap();
    assert!(matches!(
        vouch(&test.app, &rosa, rosa.helper(), mother()).await,
        Err(TrustError::Yourself)
    ));
    let own = mine(&test.app, &rosa).await.unwrap();
    assert_eq!(own.given[0].note.as_deref(), Some("Sat with my aunt."));
    let theirs = mine(&test.app, &eva).await.unwrap();
    assert_eq!(theirs.received.len(), 1);
    assert_eq!(theirs.received[0].from.id, rosa.helper());
    assert!(!format!("{theirs:?}").contains("aunt"));
    // In storage it is sealed.
    let store = Store::open(test.database.backend()).await.unwrap();
    let rows = store
        .read()
        .await
        .unwrap()
        .vouches_by(rosa.helper())
        .await
        .unwrap();
    let note = rows[0].note.clone().unwrap();
    assert!(!String::from_utf8_lossy(&note).contains("aunt"));
    let told = notices::list(&test.app, &eva).await.unwrap();
    let told = told
        .iter()
        .find(|notice| notice.kind == NoticeKind::VouchReceived);
    assert_eq!(told.unwrap().subject, rosa.helper().uuid());
    // Nobody renews or takes back what another one said.
    let id = own.given[0].vouch.id;
    for other in [&eva, &ida] {
        assert!(matches!(
            renew(&test.app, other, id).await,
            Err(TrustError::NotFound)
        ));
        assert!(matches!(
            revoke(&test.app, other, id).await,
            Err(TrustError::NotFound)
        ));
    }
}

async fn a_card_for_trusted_helpers_closes_when_the_vouch_goes(test: TestApp) {
    let [rosa, eva, ida, stranger] = people(&test, ["rosa", "eva", "ida", "stranger"]).await;
    relies(&test, &rosa, &eva).await;
    relies(&test, &eva, &ida).await;
    let dolores = test.client(&rosa, "Dolores").await;
    let card = test
        .card(&rosa, dolores, Audience::Trusted(TrustLevel::Known))
        .await;
    let sees = async |who: &SignedIn| match look::look(&test.app, who, card).await {
        Ok(seen) => matches!(seen.owner, Owner::Shown(face) if face.id == rosa.helper()),
        Err(_) => false,
    };
    assert!(sees(&eva).await && sees(&ida).await && !sees(&stranger).await);
    // Whom the stranger trusts does not matter: the owner's view decides.
    test.befriend(&stranger, &rosa).await;
    vouch(&test.app, &stranger, rosa.helper(), mother())
        .await
        .unwrap();
    assert!(!sees(&stranger).await);
    let given = mine(&test.app, &eva).await.unwrap().given;
    revoke(&test.app, &eva, given[0].vouch.id).await.unwrap();
    assert!(sees(&eva).await && !sees(&ida).await, "closed at once");
    let given = mine(&test.app, &rosa).await.unwrap().given;
    revoke(&test.app, &rosa, given[0].vouch.id).await.unwrap();
    assert!(!sees(&eva).await);
}

/// Accounts that all vouch for each other, as fast as the ration lets them.
async fn clique(test: &TestApp, size: usize) -> Vec<SignedIn> {
    let mut all = Vec::new();
    for number in 0..size {
        all.push(test.neighbour(&format!("fake{number}")).await);
    }
    for (number, from) in all.iter().enumerate() {
        for to in all.iter().cycle().skip(number + 1).take(3) {
            let _ = contacts::ask::ask(&test.app, from, to.helper()).await;
            let _ = contacts::ask::accept(&test.app, to, from.helper()).await;
            vouch(&test.app, from, to.helper(), mother()).await.unwrap();
        }
    }
    all
}

/// Invents bad experiences with somebody: matches that did harm, as storage would hold them.
async fn slander(test: &TestApp, from: &[SignedIn], about: &SignedIn) {
    use argonaut_domain::clock::Timestamp;
    use argonaut_domain::introduction::{Ending, Match, Outcome, Party, PerSide, Stage};
    use argonaut_store::MatchEvent;
    let store = Store::open(test.database.backend()).await.unwrap();
    for (number, slanderer) in (1u128..).zip(from) {
        let id = MatchId::from_uuid(uuid::Uuid::from_u128(number << 64));
        let now = test.app.now();
        let asker = (slanderer.helper(), Party::Open);
        let mut joint = Match::ask(id, asker, (about.helper(), Party::Helper), now);
        let event = |version| MatchEvent {
            version,
            at: Timestamp::from_micros(version),
            side: None,
            what: "asked".to_owned(),
            detail: serde_json::json!({}),
        };
        let mut write = store.write().await.unwrap();
        write.insert_match(&joint, &event(1)).await.unwrap();
        joint.version = 2;
        joint.stage = Stage::Closed {
            ending: Ending::Success,
            by: None,
            reason: None,
            meeting: None,
            outcomes: PerSide {
                asker: Some(Outcome {
                    at: now,
                    connected: YesNo::Yes,
                    still_in_touch: YesNo::No,
                    helpful: Helpful::Harm,
                }),
                owner: None,
            },
        };
        write.move_match(&joint, &event(2)).await.unwrap();
        write.commit_unlogged().await.unwrap();
    }
    test.app.refresh().await.unwrap();
}

async fn a_clique_gains_nothing_and_cannot_slander(test: TestApp) {
    test.administrator().await;
    let [rosa, eva] = people(&test, ["rosa", "eva"]).await;
    relies(&test, &rosa, &eva).await;
    let before = bond(&test, &rosa, &eva).await;
    let fakes = clique(&test, 12).await;
    for fake in &fakes {
        let found = bond(&test, &rosa, fake).await;
        assert_eq!(found.label, Label::Unknown);
        assert!(found.path.is_none() && found.supporters.is_empty() && found.more_supporters == 0);
    }
    // Praise from the clique for one of its own changes nothing either.
    let praised = bond(&test, &eva, &fakes[0]).await;
    assert_eq!(praised.label, Label::Unknown);
    slander(&test, &fakes, &eva).await;
    let after = bond(&test, &rosa, &eva).await;
    assert_eq!(after, before, "what nobody credible says is not heard");
    // With one another the members of the clique are somebody: the network did take it in.
    assert!(label(&test, &fakes[0], &fakes[1]).await >= Label::Known);
}

async fn a_bought_account_is_bounded(test: TestApp) {
    let [rosa, eva, sold] = people(&test, ["rosa", "eva", "sold"]).await;
    relies(&test, &rosa, &eva).await;
    test.clock.advance_days(8);
    relies(&test, &rosa, &sold).await;
    let fakes = clique(&test, 6).await;
    // The bought account vouches into the clique, as much as its ration lets it.
    for fake in &fakes[..3] {
        relies(&test, &sold, fake).await;
    }
    // The engine's tests state the bound in numbers; here: the way in stays narrow.
    test.befriend(&sold, &fakes[3]).await;
    let fourth = vouch(&test.app, &sold, fakes[3].helper(), mother()).await;
    assert!(matches!(fourth, Err(TrustError::Enough)));
    let on_the_way = bond(&test, &rosa, &fakes[0]).await.path.unwrap().1;
    assert!(matches!(&on_the_way[0].1, Stop::Named(face) if face.id == sold.helper()));
    let known = label(&test, &rosa, &eva).await;
    assert!(
        known >= Label::Trusted,
        "who was relied on before still is: {known:?}"
    );
    // The owner of a name takes it back, and everything that came by it goes.
    let given = mine(&test.app, &rosa).await.unwrap().given;
    let bought = given
        .iter()
        .find(|given| given.vouch.to == sold.helper())
        .unwrap();
    revoke(&test.app, &rosa, bought.vouch.id).await.unwrap();
    for fake in fakes.iter().chain([&sold]) {
        assert_eq!(label(&test, &rosa, fake).await, Label::Unknown);
    }
    // So it does where Rosa distrusts it instead.
    test.clock.advance_days(8);
    vouch(&test.app, &rosa, sold.helper(), mother())
        .await
        .unwrap();
    let refused = distrust::distrust(&test.app, &rosa, sold.helper()).await;
    assert!(matches!(refused, Err(TrustError::Opposite)));
    let given = mine(&test.app, &rosa).await.unwrap().given;
    let again = given
        .iter()
        .find(|given| given.vouch.to == sold.helper())
        .unwrap();
    revoke(&test.app, &rosa, again.vouch.id).await.unwrap();
    distrust::distrust(&test.app, &rosa, sold.helper())
        .await
        .unwrap();
    assert_eq!(label(&test, &rosa, &sold).await, Label::Doubtful);
}

async fn distrust_is_seen_by_nobody_else(test: TestApp) {
    let [rosa, eva, ida, mia] = people(&test, ["rosa", "eva", "ida", "mia"]).await;
    relies(&test, &rosa, &eva).await;
    relies(&test, &eva, &ida).await;
    relies(&test, &ida, &mia).await;
    let all = [&eva, &ida, &mia];
    let others = async || {
        let mut seen = Vec::new();
        for from in all {
            for to in [&rosa, &eva, &ida, &mia] {
                if from.helper() != to.helper() {
                    seen.push(bond(&test, from, to).await);
                }
            }
        }
        seen
    };
    let before = others().await;
    let own = label(&test, &rosa, &mia).await;
    assert!(own >= Label::Known);
    let site = test.site();
    let mut browsers = Vec::new();
    for handle in ["eva", "ida", "mia"] {
        browsers.push(site.signed_in(handle).await);
    }
    let mut paths: Vec<String> = [
        "/today",
        "/vouches",
        "/helpers",
        "/contacts",
        "/notifications",
    ]
    .map(str::to_owned)
    .to_vec();
    paths.push("/find?kind=helper".to_owned());
    paths.extend([&rosa, &eva, &ida, &mia].map(|who| format!("/helpers/{}", who.helper())));
    let read = async |browsers: &mut Vec<Browser>| {
        let mut pages = Vec::new();
        for browser in browsers {
            for path in &paths {
                let answer = browser.get(path).await;
                assert_eq!(answer.status, 200, "{path}");
                pages.push(answer.body);
            }
        }
        pages
    };
    let pages_before = read(&mut browsers).await;
    let notices_before = notices::list(&test.app, &ida).await.unwrap().len();
    distrust::distrust(&test.app, &rosa, ida.helper())
        .await
        .unwrap();
    let doubted = bond(&test, &rosa, &ida).await;
    assert_eq!((doubted.label, doubted.path), (Label::Doubtful, None));
    assert_eq!(
        label(&test, &rosa, &mia).await,
        Label::Unknown,
        "no credit passes by Ida"
    );
    assert_eq!(others().await, before, "to the last word");
    assert_eq!(
        notices::list(&test.app, &ida).await.unwrap().len(),
        notices_before
    );
    assert_eq!(
        read(&mut browsers).await,
        pages_before,
        "to the last letter"
    );
    assert!(mine(&test.app, &ida).await.unwrap().distrusted.is_empty());
    assert_eq!(mine(&test.app, &rosa).await.unwrap().distrusted.len(), 1);
    distrust::lift(&test.app, &rosa, ida.helper())
        .await
        .unwrap();
    assert_eq!(label(&test, &rosa, &mia).await, own);
    assert!(matches!(
        distrust::lift(&test.app, &rosa, ida.helper()).await,
        Err(TrustError::NotFound)
    ));
}

async fn blocks_hide_the_paths_through_the_blocked(test: TestApp) {
    let [rosa, eva, ida] = people(&test, ["rosa", "eva", "ida"]).await;
    relies(&test, &rosa, &eva).await;
    relies(&test, &eva, &ida).await;
    assert!(bond(&test, &rosa, &ida).await.path.is_some());
    // Who is not listed is on the path without a name.
    hide(&test, &eva).await;
    contacts::ask::remove(&test.app, &rosa, eva.helper())
        .await
        .unwrap();
    let (_, way) = bond(&test, &rosa, &ida).await.path.unwrap();
    assert_eq!(way[0].1, Stop::Somebody);
    assert_eq!(bond(&test, &rosa, &ida).await.more_supporters, 1);
    // Blocked by Eva, Rosa is shown no way through her.
    contacts::block::block(&test.app, &eva, rosa.helper())
        .await
        .unwrap();
    assert_eq!(bond(&test, &rosa, &ida).await.path, None);
    contacts::block::unblock(&test.app, &eva, rosa.helper())
        .await
        .unwrap();
    assert!(bond(&test, &rosa, &ida).await.path.is_some());
    contacts::block::block(&test.app, &rosa, eva.helper())
        .await
        .unwrap();
    let after = bond(&test, &rosa, &ida).await;
    assert_eq!((after.path, after.label), (None, Label::Unknown));
    assert!(matches!(
        between(&test.app, &rosa, eva.helper()).await,
        Err(TrustError::NotFound)
    ));
}

async fn hide(test: &TestApp, who: &SignedIn) {
    change(test, who, |profile| profile.privacy.listed = Reach::Nobody).await;
}

async fn change(
    test: &TestApp,
    who: &SignedIn,
    change: impl FnOnce(&mut argonaut_domain::helper::Profile),
) {
    let known = helpers::edit::mine(&test.app, who).await.unwrap();
    let mut profile = known.profile;
    change(&mut profile);
    helpers::edit::edit(&test.app, who, &known.name, profile, known.version)
        .await
        .unwrap();
}

/// A whole introduction of Rosa's client by Eva, in person.
async fn introduced(test: &TestApp, rosa: &SignedIn, eva: &SignedIn, helpful: Helpful) -> MatchId {
    let client = test.client(rosa, "Dolores").await;
    let enquiry = Enquiry {
        about: ListingId::Helper(eva.helper()),
        client: Some(client),
        words: String::new(),
    };
    let joint = ask(&test.app, rosa, enquiry).await.unwrap();
    answer::accept(&test.app, eva, joint).await.unwrap();
    propose::propose(&test.app, rosa, joint, propose::Bring::AsAsked)
        .await
        .unwrap();
    test.agree(rosa, joint).await.unwrap();
    let yes = agree::Yes::Myself {
        phone: "+1 559 555 0101".to_owned(),
        email: String::new(),
    };
    agree::agree(&test.app, eva, joint, yes).await.unwrap();
    let how = (FirstContact::Helpers, true);
    introduce::introduce(&test.app, rosa, joint, how.0, how.1)
        .await
        .unwrap();
    for who in [rosa, eva] {
        let told = Report {
            connected: YesNo::Yes,
            still_in_touch: YesNo::Yes,
            helpful,
        };
        report(&test.app, who, joint, told).await.unwrap();
    }
    joint
}

async fn joint_work_counts_and_asks_for_a_word(test: TestApp) {
    let [rosa, eva, mia] = people(&test, ["rosa", "eva", "mia"]).await;
    assert_eq!(label(&test, &rosa, &eva).await, Label::Unknown);
    introduced(&test, &rosa, &eva, Helpful::Yes).await;
    let after = bond(&test, &rosa, &eva).await;
    assert!(
        after.label >= Label::Known && after.may_vouch,
        "{:?}",
        after.label
    );
    assert_eq!(after.shared.len(), 1);
    for (who, other) in [(&rosa, &eva), (&eva, &rosa)] {
        let asked = prompt::waiting(&test.app, who).await.unwrap();
        assert_eq!(
            asked.iter().map(|face| face.id).collect::<Vec<_>>(),
            [other.helper()]
        );
    }
    vouch(&test.app, &rosa, eva.helper(), mother())
        .await
        .unwrap();
    assert!(prompt::waiting(&test.app, &rosa).await.unwrap().is_empty());
    // What did harm weighs against them, and asks for nothing.
    introduced(&test, &mia, &eva, Helpful::Harm).await;
    assert_eq!(label(&test, &mia, &eva).await, Label::Doubtful);
    assert!(prompt::waiting(&test.app, &mia).await.unwrap().is_empty());
    // A hidden helper's "no" says nothing by which they would be known.
    test.neighbours().await;
    let ana = test.client(&eva, "Ana").await;
    let card = test.card(&eva, ana, Audience::Everyone).await;
    test.clock.advance_days(1);
    let [leo] = people(&test, ["leo"]).await;
    let before = bond(&test, &leo, &eva).await;
    let joint = test.enquiry(&leo, None, card).await;
    answer::decline(&test.app, &eva, joint, ClosingReason::NotSaid)
        .await
        .unwrap();
    assert_eq!(bond(&test, &leo, &eva).await, before);
}

async fn who_may_enquire_never_tells_whose_card_it_is(test: TestApp) {
    test.neighbours().await;
    let [rosa, eva, ida] = people(&test, ["rosa", "eva", "ida"]).await;
    change(&test, &rosa, |profile| {
        profile.privacy.enquiries = EnquiryReach::Known
    })
    .await;
    let client = test.client(&eva, "Ana").await;
    let in_person = async |who: &SignedIn, client| {
        let enquiry = Enquiry {
            about: ListingId::Helper(rosa.helper()),
            client: Some(client),
            words: String::new(),
        };
        ask(&test.app, who, enquiry).await
    };
    assert!(matches!(
        in_person(&eva, client).await,
        Err(MatchError::NotTaken)
    ));
    assert!(!bond(&test, &eva, &rosa).await.takes_enquiry);
    // About a card of a hidden owner it is sent like any other, and waits aside.
    let dolores = test.client(&rosa, "Dolores").await;
    let card = test.card(&rosa, dolores, Audience::Everyone).await;
    test.clock.advance_days(1);
    let told = async || {
        let all = notices::list(&test.app, &rosa).await.unwrap();
        all.iter()
            .filter(|notice| notice.kind == NoticeKind::EnquiryReceived)
            .count()
    };
    let quiet = test.enquiry(&eva, None, card).await;
    assert_eq!(told().await, 0);
    let lines = argonaut_app::matches::list::list(&test.app, &rosa)
        .await
        .unwrap();
    assert!(lines.iter().any(|line| line.id == quiet && line.aside));
    answer::decline(&test.app, &rosa, quiet, ClosingReason::NotNow)
        .await
        .unwrap();
    // Once somebody whom Rosa relies on knows Eva, it is told, and help can be asked for.
    relies(&test, &rosa, &ida).await;
    relies(&test, &ida, &eva).await;
    let joint = test.enquiry(&eva, None, card).await;
    assert_eq!(told().await, 1);
    let lines = argonaut_app::matches::list::list(&test.app, &rosa)
        .await
        .unwrap();
    assert!(lines.iter().any(|line| line.id == joint && !line.aside));
    in_person(&eva, client).await.unwrap();
}

async fn suggestions_put_trusted_helpers_first(test: TestApp) {
    let [rosa, eva, ida] = people(&test, ["rosa", "eva", "ida"]).await;
    let dolores = test.client(&rosa, "Dolores").await;
    let order = async || {
        let found = list::list(&test.app, &rosa, dolores, ListingKind::Helper, false);
        let found = found.await.unwrap().found;
        found.iter().map(|one| one.id).collect::<Vec<_>>()
    };
    let listing = |who: &SignedIn| ListingId::Helper(who.helper());
    let before = order().await;
    let last = *before.last().unwrap();
    let (second, first) = if last == listing(&eva) {
        (&eva, &ida)
    } else {
        (&ida, &eva)
    };
    relies(&test, &rosa, second).await;
    assert_eq!(order().await, [listing(second), listing(first)]);
    let given = mine(&test.app, &rosa).await.unwrap().given;
    revoke(&test.app, &rosa, given[0].vouch.id).await.unwrap();
    distrust::distrust(&test.app, &rosa, second.helper())
        .await
        .unwrap();
    assert_eq!(order().await, [listing(first), listing(second)]);
}

async fn an_invitation_carries_a_vouch(test: TestApp) {
    let [rosa, eva] = people(&test, ["rosa", "eva"]).await;
    let store = Store::open(test.database.backend()).await.unwrap();
    let arrive = async |level| {
        let mut write = store.write().await.unwrap();
        let (from, to) = (rosa.helper(), eva.helper());
        let entry = vouch_on_arrival(&test.app, &mut write, from, to, level)
            .await
            .unwrap();
        write.commit(entry.as_slice()).await.unwrap();
        test.app.refresh().await.unwrap();
        entry.is_some()
    };
    assert!(arrive(VouchLevel::Worked).await);
    assert!(!arrive(VouchLevel::Mother).await, "one stands already");
    let given = mine(&test.app, &rosa).await.unwrap();
    assert_eq!((given.given.len(), given.left), (1, 3));
    assert_eq!(given.given[0].vouch.level, VouchLevel::Worked);
    assert!(label(&test, &rosa, &eva).await >= Label::Known);
}

async fn labels_stand_on_hidden_cards_only_among_many(test: TestApp) {
    let [rosa, hub] = people(&test, ["rosa", "hub"]).await;
    relies(&test, &rosa, &hub).await;
    test.neighbours().await;
    let owner = test.neighbour("owner").await;
    relies(&test, &hub, &owner).await;
    let ana = test.client(&owner, "Ana").await;
    let card = test.card(&owner, ana, Audience::Everyone).await;
    test.clock.advance_days(8);
    let seen = async || look::look(&test.app, &rosa, card).await.unwrap();
    assert!(label(&test, &rosa, &owner).await >= Label::Known);
    assert_eq!(
        seen().await.trust,
        None,
        "the one who carries it would be known"
    );
    let store = Store::open(test.database.backend()).await.unwrap();
    for number in 0..9 {
        let handle = format!("neighbour{number}");
        let handle = argonaut_domain::helper::Handle::parse(&handle).unwrap();
        let found = store
            .read()
            .await
            .unwrap()
            .helper_by_handle(&handle)
            .await
            .unwrap();
        let to: HelperId = found.unwrap().id;
        let mut write = store.write().await.unwrap();
        let level = VouchLevel::Mother;
        let entry = vouch_on_arrival(&test.app, &mut write, hub.helper(), to, level).await;
        write.commit(entry.unwrap().as_slice()).await.unwrap();
    }
    test.app.refresh().await.unwrap();
    let found = seen().await;
    assert!(matches!(found.owner, Owner::Hidden(_)));
    assert!(found.trust.is_some(), "ten could carry it");
    // Rosa's own words about the owner do not move it.
    let before = found.trust;
    distrust::distrust(&test.app, &rosa, owner.helper())
        .await
        .unwrap();
    assert_eq!(seen().await.trust, before);
}
