//! Circles: seats offered, taken, changed, given up; keys changed; caseloads handed over.

use argonaut_app::circle::offer::Terms;
use argonaut_app::circle::{CircleError, end, hand_over, join, look, offer, offers, part};
use argonaut_app::clients::list::{ListQuery, list};
use argonaut_app::clients::{ClientError, archive, change, note, open};
use argonaut_app::matches::list as match_list;
use argonaut_app::{SignedIn, cards, consents, notices};
use argonaut_domain::access::CircleRole;
use argonaut_domain::audit::Deed;
use argonaut_domain::card::Audience;
use argonaut_domain::consent::ConsentMethod;
use argonaut_domain::helper::Standing;
use argonaut_domain::ids::ClientId;
use argonaut_domain::introduction::StageName;
use argonaut_domain::notice::NoticeKind;
use argonaut_testkit::{TestApp, on_both};

on_both!(
    a_record_appears_in_a_caseload_only_when_it_was_accepted,
    each_part_may_do_what_it_may,
    two_of_a_circle_write_and_none_is_lost,
    one_helper_at_many_places_is_never_too_late,
    a_removed_member_opens_nothing_and_the_key_is_another,
    who_leaves_makes_the_lead_change_the_key,
    an_offer_outlives_a_change_of_the_key,
    the_lead_passes_to_a_deputy,
    a_caseload_passes_record_by_record,
    a_deputy_takes_over_from_a_lead_who_is_gone,
    a_member_stops_what_the_lead_began_when_consent_ends,
    an_offer_is_for_contacts_and_can_be_declined_or_taken_back,
);

pub(crate) const DEPUTY: Terms = Terms {
    role: CircleRole::Deputy,
    stays: None,
    agreed: ConsentMethod::Verbal,
};
pub(crate) const MEMBER: Terms = Terms {
    role: CircleRole::Member,
    ..DEPUTY
};

/// Two contacts, and a client of the first whose circle the second joined.
pub(crate) async fn shared(
    test: &TestApp,
    lead: &SignedIn,
    other: &SignedIn,
    client: ClientId,
    terms: Terms,
) {
    let id = offer::offer(&test.app, lead, client, other.helper(), terms)
        .await
        .unwrap();
    join::join(&test.app, other, id).await.unwrap();
}

async fn total(test: &TestApp, who: &SignedIn) -> usize {
    let found = list(&test.app, who, &ListQuery::default()).await.unwrap();
    assert_eq!(found.troubled, [], "nothing is out of order");
    found.total
}

async fn a_record_appears_in_a_caseload_only_when_it_was_accepted(test: TestApp) {
    let (rosa, eva) = (test.helper("rosa").await, test.helper("eva").await);
    test.befriend(&rosa, &eva).await;
    let id = test.client(&rosa, "Dolores").await;
    let seat = offer::offer(&test.app, &rosa, id, eva.helper(), MEMBER)
        .await
        .unwrap();
    assert_eq!(total(&test, &eva).await, 0);
    assert!(matches!(
        open::open(&test.app, &eva, id).await,
        Err(ClientError::NotFound)
    ));
    let waiting = offers::list(&test.app, &eva).await.unwrap();
    assert_eq!(
        (waiting.seats.len(), waiting.seats[0].role),
        (1, CircleRole::Member)
    );
    assert!(
        matches!(
            join::join(&test.app, &rosa, seat).await,
            Err(CircleError::NotFound)
        ),
        "only whom it is offered to"
    );
    join::join(&test.app, &eva, seat).await.unwrap();
    let opened = open::open(&test.app, &eva, id).await.unwrap();
    assert_eq!(opened.dossier.get().name(), "Dolores");
    assert_eq!((opened.role, opened.circle.len()), (CircleRole::Member, 2));
    assert_eq!(total(&test, &eva).await, 1);
    let kinds: Vec<NoticeKind> = notices::list(&test.app, &rosa)
        .await
        .unwrap()
        .iter()
        .map(|notice| notice.kind)
        .collect();
    assert!(kinds.contains(&NoticeKind::SeatTaken));
    let circle = look::look(&test.app, &eva, id).await.unwrap();
    assert_eq!(circle.readers.len(), 2);
    assert_eq!(circle.readers[1].agreed, Some(ConsentMethod::Verbal));
    let found = list(&test.app, &rosa, &ListQuery::default()).await.unwrap();
    assert_eq!(found.lines[0].get().readers, 2);
}

async fn each_part_may_do_what_it_may(test: TestApp) {
    let rosa = test.helper("rosa").await;
    let (eva, ivo) = (test.helper("eva").await, test.helper("ivo").await);
    for other in [&eva, &ivo] {
        test.befriend(&rosa, other).await;
    }
    let id = test.client(&rosa, "Dolores").await;
    shared(&test, &rosa, &eva, id, DEPUTY).await;
    shared(&test, &rosa, &ivo, id, MEMBER).await;
    for who in [&eva, &ivo] {
        note::add(&test.app, who, id, "Met today.".to_owned())
            .await
            .unwrap();
        let words = ListQuery {
            text: "dolores".to_owned(),
            ..ListQuery::default()
        };
        assert_eq!(list(&test.app, who, &words).await.unwrap().total, 1);
        let refused = offer::offer(&test.app, who, id, rosa.helper(), MEMBER).await;
        assert!(matches!(refused, Err(CircleError::NotTheLead)));
    }
    let version = open::open(&test.app, &ivo, id).await.unwrap().version;
    change::change(&test.app, &ivo, id, version, test.dossier("Dolores Ibáñez"))
        .await
        .unwrap();
    assert!(matches!(
        archive::archive(&test.app, &ivo, id).await,
        Err(ClientError::NotTheLead)
    ));
    let consent = consents::record::to_share(&test.app, &ivo, id, test.given()).await;
    assert!(consent.is_err(), "a member does not consent for the client");
    test.card(&eva, id, Audience::Contacts).await;
    part::give(&test.app, &rosa, id, ivo.helper(), CircleRole::Deputy)
        .await
        .unwrap();
    archive::archive(&test.app, &ivo, id).await.unwrap();
    let notes = open::open(&test.app, &rosa, id).await.unwrap();
    assert_eq!(notes.dossier.get().notes.len(), 2);
}

async fn two_of_a_circle_write_and_none_is_lost(test: TestApp) {
    let (rosa, eva) = (test.helper("rosa").await, test.helper("eva").await);
    test.befriend(&rosa, &eva).await;
    let id = test.client(&rosa, "Dolores").await;
    shared(&test, &rosa, &eva, id, MEMBER).await;
    let (one, other) = tokio::join!(
        change::change(&test.app, &rosa, id, 1, test.dossier("Dolores One")),
        change::change(&test.app, &eva, id, 1, test.dossier("Dolores Two")),
    );
    assert_eq!(usize::from(one.is_ok()) + usize::from(other.is_ok()), 1);
    for number in 0..5 {
        for who in [&rosa, &eva] {
            note::add(&test.app, who, id, format!("Note {number}"))
                .await
                .unwrap();
        }
    }
    // Each learns the other's writes on opening, and neither is alarmed.
    for who in [&rosa, &eva] {
        let opened = open::open(&test.app, who, id).await.unwrap();
        assert_eq!((opened.version, opened.dossier.get().notes.len()), (12, 10));
        assert_eq!(total(&test, who).await, 1);
    }
}

async fn one_helper_at_many_places_is_never_too_late(test: TestApp) {
    let rosa = test.helper("rosa").await;
    let mut clients = Vec::new();
    for number in 0..6 {
        clients.push(test.client(&rosa, &format!("Client {number}")).await);
    }
    // Different records of one helper share the helper's manifest: the writes wait for each
    // other, and readers in between are never alarmed.
    let mut tasks = tokio::task::JoinSet::new();
    for client in &clients {
        let (app, who, client) = (test.app.clone(), rosa.clone(), *client);
        tasks.spawn(async move {
            for number in 0..5 {
                note::add(&app, &who, client, format!("Note {number}"))
                    .await
                    .unwrap();
                let found = list(&app, &who, &ListQuery::default()).await.unwrap();
                assert_eq!((found.total, found.troubled), (6, Vec::new()));
            }
        });
    }
    while let Some(done) = tasks.join_next().await {
        done.unwrap();
    }
    for client in clients {
        let opened = open::open(&test.app, &rosa, client).await.unwrap();
        assert_eq!((opened.version, opened.dossier.get().notes.len()), (6, 5));
    }
}

async fn a_removed_member_opens_nothing_and_the_key_is_another(test: TestApp) {
    let rosa = test.helper("rosa").await;
    let (eva, ivo) = (test.helper("eva").await, test.helper("ivo").await);
    for other in [&eva, &ivo] {
        test.befriend(&rosa, other).await;
    }
    let id = test.client(&rosa, "Dolores").await;
    shared(&test, &rosa, &eva, id, DEPUTY).await;
    shared(&test, &rosa, &ivo, id, MEMBER).await;
    end::remove(&test.app, &rosa, id, ivo.helper())
        .await
        .unwrap();
    assert!(matches!(
        open::open(&test.app, &ivo, id).await,
        Err(ClientError::NotFound)
    ));
    assert_eq!(total(&test, &ivo).await, 0, "gone without an alarm");
    let epoch = test.database.number("SELECT epoch FROM clients").await;
    assert_eq!(epoch, 2);
    for who in [&rosa, &eva] {
        note::add(&test.app, who, id, "Still here.".to_owned())
            .await
            .unwrap();
        assert_eq!(total(&test, who).await, 1);
    }
    let log = open::access_log(&test.app, &rosa, id).await.unwrap();
    for deed in [Deed::CircleRemoved, Deed::KeyRotated, Deed::CircleJoined] {
        assert!(log.iter().any(|entry| entry.deed == deed), "{deed:?}");
    }
    let told = notices::list(&test.app, &ivo).await.unwrap();
    assert!(
        told.iter()
            .any(|notice| notice.kind == NoticeKind::SeatEnded)
    );
    // The wrap that the lead made is replaced by Eva's own at her first opening.
    let by_rosa = format!(
        "SELECT count(*) FROM circle WHERE wrapped_by <> helper_id AND helper_id = {}",
        test.database.id(eva.helper().uuid())
    );
    assert_eq!(test.database.number(&by_rosa).await, 0);
    assert!(matches!(
        end::remove(&test.app, &rosa, id, rosa.helper()).await,
        Err(CircleError::NotFound)
    ));
}

async fn who_leaves_makes_the_lead_change_the_key(test: TestApp) {
    let (rosa, eva) = (test.helper("rosa").await, test.helper("eva").await);
    test.befriend(&rosa, &eva).await;
    let id = test.client(&rosa, "Dolores").await;
    assert!(matches!(
        end::leave(&test.app, &rosa, id).await,
        Err(CircleError::HandOverFirst)
    ));
    shared(&test, &rosa, &eva, id, MEMBER).await;
    end::leave(&test.app, &eva, id).await.unwrap();
    assert_eq!(total(&test, &eva).await, 0);
    assert_eq!(test.database.number("SELECT epoch FROM clients").await, 1);
    open::open(&test.app, &rosa, id).await.unwrap();
    assert_eq!(test.database.number("SELECT epoch FROM clients").await, 2);
    let opened = open::open(&test.app, &rosa, id).await.unwrap();
    assert_eq!(opened.dossier.get().name(), "Dolores");
    assert_eq!(test.database.number("SELECT epoch FROM clients").await, 2);
    shared(&test, &rosa, &eva, id, MEMBER).await;
    assert!(
        open::open(&test.app, &eva, id).await.is_ok(),
        "and may come back"
    );
}

async fn an_offer_outlives_a_change_of_the_key(test: TestApp) {
    let rosa = test.helper("rosa").await;
    let (eva, ivo) = (test.helper("eva").await, test.helper("ivo").await);
    for other in [&eva, &ivo] {
        test.befriend(&rosa, other).await;
    }
    let id = test.client(&rosa, "Dolores").await;
    shared(&test, &rosa, &ivo, id, MEMBER).await;
    let seat = offer::offer(&test.app, &rosa, id, eva.helper(), DEPUTY)
        .await
        .unwrap();
    end::remove(&test.app, &rosa, id, ivo.helper())
        .await
        .unwrap();
    join::join(&test.app, &eva, seat).await.unwrap();
    assert!(open::open(&test.app, &eva, id).await.is_ok());
    let late = offer::offer(&test.app, &rosa, id, ivo.helper(), DEPUTY)
        .await
        .unwrap();
    test.clock.advance_days(offer::OFFER_DAYS);
    assert!(matches!(
        join::join(&test.app, &ivo, late).await,
        Err(CircleError::NotFound)
    ));
}

async fn the_lead_passes_to_a_deputy(test: TestApp) {
    test.neighbours().await;
    let (rosa, eva) = (test.neighbour("rosa").await, test.neighbour("eva").await);
    test.befriend(&rosa, &eva).await;
    let id = test.client(&rosa, "Dolores").await;
    shared(&test, &rosa, &eva, id, DEPUTY).await;
    let card = test.card(&rosa, id, Audience::Everyone).await;
    let terms = Terms {
        role: CircleRole::Lead,
        stays: Some(CircleRole::Deputy),
        agreed: ConsentMethod::Written,
    };
    shared(&test, &rosa, &eva, id, terms).await;
    let circle = look::look(&test.app, &eva, id).await.unwrap();
    assert_eq!(
        circle
            .readers
            .iter()
            .map(|reader| (reader.helper, reader.role))
            .collect::<Vec<_>>(),
        [
            (eva.helper(), CircleRole::Lead),
            (rosa.helper(), CircleRole::Deputy)
        ]
    );
    assert!(matches!(
        offer::offer(&test.app, &rosa, id, eva.helper(), MEMBER).await,
        Err(CircleError::NotTheLead)
    ));
    let seen = cards::look::look(&test.app, &eva, card).await.unwrap();
    assert_eq!(seen.owner, cards::look::Owner::Own(id));
    // The former lead follows the new one: a change of the key by her is believed.
    end::remove(&test.app, &eva, id, rosa.helper())
        .await
        .unwrap();
    assert_eq!(total(&test, &rosa).await, 0, "gone without an alarm");
    assert_eq!(total(&test, &eva).await, 1);
}

async fn a_caseload_passes_record_by_record(test: TestApp) {
    let rosa = test.helper("rosa").await;
    let (eva, ivo) = (test.helper("eva").await, test.helper("ivo").await);
    for other in [&eva, &ivo] {
        test.befriend(&rosa, other).await;
    }
    let mut clients = Vec::new();
    for name in ["Ana", "Ben", "Cira", "Dan"] {
        clients.push(test.client(&rosa, name).await);
    }
    shared(&test, &rosa, &ivo, clients[0], MEMBER).await;
    let handed = hand_over::offer_all(&test.app, &rosa, eva.helper(), None, ConsentMethod::Verbal)
        .await
        .unwrap();
    assert_eq!((handed.done, handed.left), (4, 0));
    assert_eq!(total(&test, &eva).await, 0);
    let waiting = offers::list(&test.app, &eva).await.unwrap();
    assert_eq!((waiting.seats.len(), waiting.caseloads.len()), (0, 1));
    let caseload = waiting.caseloads[0].id;
    // The receiver is interrupted after one record, and goes on later.
    let mut read = argonaut_store::Store::open(test.database.backend())
        .await
        .unwrap()
        .read()
        .await
        .unwrap();
    let first = read.offered_seats(eva.helper(), false).await.unwrap()[0].id;
    drop(read);
    join::join(&test.app, &eva, first).await.unwrap();
    assert_eq!(
        (total(&test, &eva).await, total(&test, &rosa).await),
        (1, 3)
    );
    let taken = hand_over::accept_all(&test.app, &eva, caseload)
        .await
        .unwrap();
    assert_eq!((taken.done, taken.left), (3, 0));
    assert_eq!(
        (total(&test, &eva).await, total(&test, &rosa).await),
        (4, 0)
    );
    let opened = open::open(&test.app, &eva, clients[0]).await.unwrap();
    assert_eq!(opened.role, CircleRole::Lead);
    assert!(matches!(
        hand_over::accept_all(&test.app, &eva, caseload).await,
        Err(CircleError::NotFound)
    ));
    assert!(matches!(
        hand_over::offer_all(&test.app, &rosa, eva.helper(), None, ConsentMethod::Verbal).await,
        Err(CircleError::Nothing)
    ));
    // Ivo took his key from Rosa: the new lead's key is believed when he says so.
    let found = list(&test.app, &ivo, &ListQuery::default()).await.unwrap();
    assert_eq!(
        found.troubled,
        [(clients[0], argonaut_app::RecordTrouble::OtherLead)]
    );
    argonaut_app::clients::check::accept(&test.app, &ivo, clients[0])
        .await
        .unwrap();
    assert_eq!(total(&test, &ivo).await, 1);
}

async fn a_deputy_takes_over_from_a_lead_who_is_gone(test: TestApp) {
    let link = argonaut_app::accounts::invite::set_up(&test.app)
        .await
        .unwrap()
        .unwrap();
    let new = argonaut_app::accounts::register::NewAccount {
        befriend: false,
        name: "Admin".to_owned(),
        handle: "admin".to_owned(),
        password: argonaut_testkit::PASSWORD.into(),
        invitation: Some(link.token),
        locale: None,
        device: String::new(),
    };
    let admin = argonaut_app::accounts::register::register(&test.app, new)
        .await
        .unwrap();
    let admin = admin.session.unwrap().who.actor.admin().unwrap();
    let rosa = test.helper("rosa").await;
    let (eva, ivo) = (test.helper("eva").await, test.helper("ivo").await);
    for other in [&eva, &ivo] {
        test.befriend(&rosa, other).await;
    }
    let id = test.client(&rosa, "Dolores").await;
    shared(&test, &rosa, &eva, id, DEPUTY).await;
    shared(&test, &rosa, &ivo, id, MEMBER).await;
    let early = part::take_the_lead(&test.app, &eva, id).await;
    assert!(
        matches!(early, Err(CircleError::NotFound)),
        "the lead is there"
    );
    argonaut_app::accounts::administer::suspend(&test.app, &admin, rosa.helper())
        .await
        .unwrap();
    assert!(!look::look(&test.app, &ivo, id).await.unwrap().can_take_lead);
    assert!(look::look(&test.app, &eva, id).await.unwrap().can_take_lead);
    assert!(part::take_the_lead(&test.app, &ivo, id).await.is_err());
    part::take_the_lead(&test.app, &eva, id).await.unwrap();
    let circle = look::look(&test.app, &eva, id).await.unwrap();
    assert_eq!(circle.role, CircleRole::Lead);
    end::remove(&test.app, &eva, id, rosa.helper())
        .await
        .unwrap();
    assert_eq!(total(&test, &eva).await, 1);
    assert_eq!(Standing::ALL.len(), 3);
}

async fn a_member_stops_what_the_lead_began_when_consent_ends(test: TestApp) {
    test.neighbours().await;
    let rosa = test.neighbour("rosa").await;
    let (eva, ivo) = (test.neighbour("eva").await, test.neighbour("ivo").await);
    for other in [&eva, &ivo] {
        test.befriend(&rosa, other).await;
    }
    let dolores = test.client(&rosa, "Dolores").await;
    shared(&test, &rosa, &ivo, dolores, MEMBER).await;
    let ana = test.client(&eva, "Ana").await;
    let card = test.card(&rosa, dolores, Audience::Contacts).await;
    let joint = test.enquiry(&eva, Some(ana), card).await;
    argonaut_app::matches::answer::accept(&test.app, &rosa, joint)
        .await
        .unwrap();
    argonaut_app::matches::propose::propose(
        &test.app,
        &rosa,
        joint,
        argonaut_app::matches::propose::Bring::AsAsked,
    )
    .await
    .unwrap();
    test.agree(&rosa, joint).await.unwrap();
    let opened = open::open(&test.app, &ivo, dolores).await.unwrap();
    let consent = opened
        .consents
        .iter()
        .find(|consent| {
            matches!(
                consent.scope,
                argonaut_domain::consent::ConsentScope::Introduce { .. }
            )
        })
        .unwrap()
        .id;
    consents::withdraw::withdraw(&test.app, &ivo, dolores, consent)
        .await
        .unwrap();
    for who in [&rosa, &eva] {
        let lines = match_list::list(&test.app, who).await.unwrap();
        assert_eq!(lines[0].stage, StageName::Closed);
    }
    let told = notices::list(&test.app, &rosa).await.unwrap();
    assert!(
        told.iter()
            .any(|notice| notice.kind == NoticeKind::ConsentEnded)
    );
}

async fn an_offer_is_for_contacts_and_can_be_declined_or_taken_back(test: TestApp) {
    let (rosa, eva) = (test.helper("rosa").await, test.helper("eva").await);
    let id = test.client(&rosa, "Dolores").await;
    assert!(matches!(
        offer::offer(&test.app, &rosa, id, eva.helper(), MEMBER).await,
        Err(CircleError::NotAContact)
    ));
    test.befriend(&rosa, &eva).await;
    let seat = offer::offer(&test.app, &rosa, id, eva.helper(), MEMBER)
        .await
        .unwrap();
    offers::decline(&test.app, &eva, seat).await.unwrap();
    assert!(join::join(&test.app, &eva, seat).await.is_err());
    let seat = offer::offer(&test.app, &rosa, id, eva.helper(), MEMBER)
        .await
        .unwrap();
    offers::take_back(&test.app, &rosa, id, seat).await.unwrap();
    assert!(join::join(&test.app, &eva, seat).await.is_err());
    let ivo = test.helper("ivo").await;
    test.befriend(&rosa, &ivo).await;
    let seat = offer::offer(&test.app, &rosa, id, ivo.helper(), MEMBER)
        .await
        .unwrap();
    argonaut_app::contacts::block::block(&test.app, &ivo, rosa.helper())
        .await
        .unwrap();
    assert!(
        join::join(&test.app, &ivo, seat).await.is_err(),
        "a block ends it"
    );
    shared(&test, &rosa, &eva, id, MEMBER).await;
    assert!(matches!(
        offer::offer(&test.app, &rosa, id, eva.helper(), MEMBER).await,
        Err(CircleError::Already)
    ));
    assert!(matches!(
        offers::take_back(&test.app, &eva, id, seat).await,
        Err(CircleError::NotTheLead)
    ));
}
