//! The network map: filled by questions, compared over time, a gap made a need; sealed, in
//! the export and the client's link, gone with the record.

use argonaut_app::clients::export::export;
use argonaut_app::clients::{ClientError, change, erase, open};
use argonaut_app::dossier::Network;
use argonaut_app::links::About;
use argonaut_app::links::make::{Wish, WishAbout, make};
use argonaut_app::links::{mine, page};
use argonaut_app::networks::{
    Named, NetworkError, TypedTie, add, alter, forget, keep, name, need, nobody, rate, remove,
};
use argonaut_app::{Kind, SignedIn};
use argonaut_domain::ids::ClientId;
use argonaut_domain::locale::Locale;
use argonaut_domain::network::{Asking, Closeness, Frequency, Help, Scale, TieKind};
use argonaut_testkit::{TestApp, on_both};

use crate::circles::{MEMBER, shared};
use crate::rights::holds;

on_both!(
    a_network_is_named_changed_kept_and_asked_about,
    a_gap_becomes_a_need_once,
    a_strangers_network_does_not_exist,
    a_member_draws_and_editing_the_record_keeps_it,
    a_network_is_sealed_exported_shown_and_erased,
);

fn named(asking: Asking, names: &str) -> Named {
    Named {
        asking,
        names: names.into(),
        kind: asking.kind(),
        closeness: Closeness::Middle,
        frequency: Frequency::Weekly,
    }
}

fn typed(alias: &str) -> TypedTie {
    TypedTie {
        alias: alias.into(),
        kind: TieKind::Friend,
        closeness: Closeness::Close,
        frequency: Frequency::Daily,
        gives: vec![Help::Rides],
        gets: Vec::new(),
        note: "".into(),
    }
}

async fn network(test: &TestApp, who: &SignedIn, client: ClientId) -> Network {
    let opened = open::open(&test.app, who, client).await.unwrap();
    opened.dossier.get().network.clone()
}

async fn a_network_is_named_changed_kept_and_asked_about(test: TestApp) {
    let (rosa, app) = (test.helper("rosa").await, &test.app);
    let id = test.client(&rosa, "Dolores").await;
    let none = name(app, &rosa, id, named(Asking::Matters, " \n , ")).await;
    assert!(matches!(none, Err(NetworkError::Nobody)));
    let count = name(app, &rosa, id, named(Asking::Matters, "Ida\r\nBea, Carl"))
        .await
        .unwrap();
    assert_eq!(count, 3);
    name(app, &rosa, id, named(Asking::Ill, "ida;Dan"))
        .await
        .unwrap();
    let now = network(&test, &rosa, id).await.now;
    assert_eq!(now.ties.len(), 4, "Ida is there already");
    assert_eq!(now.ties[0].gives, [Help::Listening, Help::Errands]);
    assert_eq!(now.ties[3].kind, TieKind::Family);

    keep(app, &rosa, id).await.unwrap();
    let bea = now.ties[1].id;
    alter(app, &rosa, id, bea, (typed("Beatrice"), vec![1, 3, 99]))
        .await
        .unwrap();
    remove(app, &rosa, id, 4).await.unwrap();
    let new = add(app, &rosa, id, typed("Eva")).await.unwrap();
    assert!(matches!(
        add(app, &rosa, id, typed(" ")).await,
        Err(NetworkError::Nobody)
    ));
    let after = network(&test, &rosa, id).await;
    assert_eq!(after.now.knows, [(1, 2), (2, 3)]);
    assert_eq!(after.now.tie(new).unwrap().alias.as_str(), "Eva");
    assert_eq!(after.snapshots[0].map.ties.len(), 4, "the kept day stays");
    assert_eq!(after.now.since(&after.snapshots[0].map).len(), 5);

    let answers = [(Scale::Life, 3), (Scale::Say, 7)];
    rate(app, &rosa, id, &answers).await.unwrap();
    let wrong = rate(app, &rosa, id, &[(Scale::Life, 4), (Scale::Say, 11)]).await;
    assert!(matches!(wrong, Err(NetworkError::NoAnswer)));
    assert!(rate(app, &rosa, id, &[]).await.is_err());
    let rated = network(&test, &rosa, id).await;
    assert_eq!(rated.ratings.len(), 2);
    assert_eq!(rated.ratings[0].value, 3, "what was wrong changed nothing");
    forget(app, &rosa, id, rated.ratings[0].id).await.unwrap();
    forget(app, &rosa, id, rated.snapshots[0].id).await.unwrap();
    assert!(matches!(
        forget(app, &rosa, id, 99).await,
        Err(NetworkError::NotThere)
    ));
    let long = "x".repeat(1_001);
    let long = name(app, &rosa, id, named(Asking::Fun, &long)).await;
    assert_eq!(long.unwrap_err().kind(), Kind::Invalid);
    let many: Vec<String> = (0..200).map(|number| format!("n{number}")).collect();
    let many = name(app, &rosa, id, named(Asking::Fun, &many.join(","))).await;
    assert_eq!(many.unwrap_err().kind(), Kind::Invalid);
    assert_eq!(network(&test, &rosa, id).await.now.ties.len(), 4);
}

async fn a_gap_becomes_a_need_once(test: TestApp) {
    let (rosa, app) = (test.helper("rosa").await, &test.app);
    let id = test.client(&rosa, "Dolores").await;
    nobody(app, &rosa, id, Help::Rides, true).await.unwrap();
    let gaps: Vec<Help> = network(&test, &rosa, id).await.now.gaps().collect();
    assert_eq!(gaps, [Help::Rides]);
    need(app, &rosa, id, Help::Rides).await.unwrap();
    need(app, &rosa, id, Help::Rides).await.unwrap();
    let opened = open::open(app, &rosa, id).await.unwrap();
    let needs = &opened.dossier.get().needs;
    let of = needs
        .iter()
        .filter(|need| need.term.code() == Help::Rides.need());
    assert_eq!(of.count(), 1);
    nobody(app, &rosa, id, Help::Rides, false).await.unwrap();
    assert_eq!(network(&test, &rosa, id).await.now.gaps().count(), 0);
}

async fn a_strangers_network_does_not_exist(test: TestApp) {
    let (rosa, eva) = (test.helper("rosa").await, test.helper("eva").await);
    let app = &test.app;
    let id = test.client(&rosa, "Dolores").await;
    add(app, &rosa, id, typed("Ida")).await.unwrap();
    let hidden = |result: Result<(), NetworkError>| {
        assert!(matches!(
            result,
            Err(NetworkError::Client(ClientError::NotFound))
        ));
    };
    hidden(
        name(app, &eva, id, named(Asking::Fun, "x"))
            .await
            .map(|_| ()),
    );
    hidden(add(app, &eva, id, typed("x")).await.map(|_| ()));
    hidden(alter(app, &eva, id, 1, (typed("x"), vec![])).await);
    hidden(remove(app, &eva, id, 1).await);
    hidden(keep(app, &eva, id).await);
    hidden(forget(app, &eva, id, 1).await);
    hidden(nobody(app, &eva, id, Help::Bed, true).await);
    hidden(need(app, &eva, id, Help::Bed).await);
    hidden(rate(app, &eva, id, &[(Scale::Life, 1)]).await);
    assert_eq!(network(&test, &rosa, id).await.now.ties.len(), 1);
}

async fn a_member_draws_and_editing_the_record_keeps_it(test: TestApp) {
    let (rosa, eva) = (test.helper("rosa").await, test.helper("eva").await);
    test.befriend(&rosa, &eva).await;
    let id = test.client(&rosa, "Dolores").await;
    shared(&test, &rosa, &eva, id, MEMBER).await;
    add(&test.app, &eva, id, typed("Ida")).await.unwrap();
    let opened = open::open(&test.app, &rosa, id).await.unwrap();
    let form = test.dossier("Dolores R.");
    change::change(&test.app, &rosa, id, opened.version, form)
        .await
        .unwrap();
    assert_eq!(network(&test, &rosa, id).await.now.ties.len(), 1);
}

async fn a_network_is_sealed_exported_shown_and_erased(test: TestApp) {
    let rosa = test.neighbour("rosa").await;
    let id = test.client(&rosa, "Dolores").await;
    add(&test.app, &rosa, id, typed("beforecanary"))
        .await
        .unwrap();
    keep(&test.app, &rosa, id).await.unwrap();
    remove(&test.app, &rosa, id, 1).await.unwrap();
    let mut later = typed("aliascanary");
    later.note = "notecanary".into();
    add(&test.app, &rosa, id, later).await.unwrap();

    let exported = export(&test.app, &rosa, id).await.unwrap();
    let exported = exported.to_json().unwrap().to_string();
    let wish = Wish {
        about: WishAbout::See { notes: false },
        days: 14,
        language: Locale::Es,
    };
    let link = make(&test.app, &rosa, id, wish).await.unwrap();
    let given = mine::to_give(&test.app, &rosa, id, link).await.unwrap();
    let path = given.secrets.unwrap().path;
    let token = path.rsplit('/').next().unwrap();
    let seen = page::page(&test.app, token, true).await.unwrap();
    let About::See { record, .. } = &seen.shown.get().about else {
        panic!("a page of what is kept");
    };
    let shown = serde_json::to_string(record).unwrap();
    for canary in ["beforecanary", "aliascanary", "notecanary"] {
        assert!(exported.contains(canary), "{canary} is exported");
        assert!(shown.contains(canary), "{canary} is on the client's page");
        assert!(!holds(&test, canary.as_bytes()).await, "{canary} is sealed");
    }
    erase::erase(&test.app, &rosa, id, "Dolores").await.unwrap();
    assert!(matches!(
        open::open(&test.app, &rosa, id).await,
        Err(ClientError::NotFound)
    ));
    assert!(page::page(&test.app, token, true).await.is_err());
}
