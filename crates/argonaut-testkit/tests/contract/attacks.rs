//! The attacks of `docs/threat-model.md`, from end to end: somebody reads or writes the
//! database beside the program, and the program notices, says so, and goes on.

use argonaut_app::circle::{CircleError, end, join, look, offer};
use argonaut_app::clients::list::{ListQuery, list};
use argonaut_app::clients::{ClientError, check, note, open};
use argonaut_app::contacts::{ContactError, key};
use argonaut_app::helpers::view;
use argonaut_app::{RecordTrouble, SignedIn, accounts, matches, notices};
use argonaut_domain::audit::Deed;
use argonaut_domain::card::Audience;
use argonaut_domain::ids::{ClientId, HelperId};
use argonaut_domain::notice::NoticeKind;
use argonaut_privacy::vault::{
    ContactKey, DataKey, HelperKeys, KdfCost, Password, PasswordKdf, Pepper, PublicKey,
    RecordVersion, Sealed, VaultConfig,
};
use argonaut_testkit::{PASSWORD, TestApp, on_both};
use rand::SeedableRng as _;
use rand::rngs::StdRng;
use uuid::Uuid;

use crate::circles::{DEPUTY, MEMBER, shared};

on_both!(
    a_reader_of_the_database_finds_no_word_and_no_key,
    a_row_put_back_is_found_told_once_and_gone_on_with,
    a_row_put_back_with_its_key_is_found_by_the_members_too,
    exchanged_and_changed_dossiers_do_not_open_and_the_others_do,
    a_planted_record_is_not_believed,
    a_removed_members_old_wrap_opens_nothing,
    a_removed_member_who_writes_the_database_cannot_go_on_writing,
    an_erased_record_that_comes_back_is_not_believed,
    a_record_that_somebody_deletes_is_missed,
    without_its_manifest_nothing_is_believed,
    an_edited_session_opens_nothing,
    a_substituted_key_is_refused_until_the_two_have_compared,
    a_pin_that_is_taken_away_does_not_make_room_for_another_key,
    a_mark_of_comparison_cannot_be_written_by_others,
    the_pepper_and_the_database_open_nothing_without_the_password,
);

const CANARY: &str = "Calle de la Higuera 14";

async fn trouble(test: &TestApp, who: &SignedIn) -> Vec<(ClientId, RecordTrouble)> {
    list(&test.app, who, &ListQuery::default())
        .await
        .unwrap()
        .troubled
}

async fn opens(test: &TestApp, who: &SignedIn, id: ClientId) -> Result<(), ClientError> {
    open::open(&test.app, who, id).await.map(drop)
}

/// A copy of everything that is kept of records and circles, as a backup would be.
async fn backup(test: &TestApp) {
    for table in ["clients", "circle", "manifests", "pins"] {
        test.database
            .tamper(&format!(
                "CREATE TABLE old_{table} AS SELECT * FROM {table}"
            ))
            .await;
    }
}

/// Puts the row of a client back from the copy.
async fn put_client_back(test: &TestApp, id: ClientId) {
    let id = test.database.id(id.uuid());
    let done = test
        .database
        .tamper(&format!(
            "UPDATE clients SET
                sealed = (SELECT sealed FROM old_clients WHERE id = {id}),
                epoch = (SELECT epoch FROM old_clients WHERE id = {id}),
                version = (SELECT version FROM old_clients WHERE id = {id})
             WHERE id = {id}"
        ))
        .await;
    assert_eq!(done, 1);
}

async fn put_wraps_back(test: &TestApp, id: ClientId) {
    let id = test.database.id(id.uuid());
    for sql in [
        format!("DELETE FROM circle WHERE client_id = {id}"),
        format!("INSERT INTO circle SELECT * FROM old_circle WHERE client_id = {id}"),
    ] {
        test.database.tamper(&sql).await;
    }
}

async fn a_reader_of_the_database_finds_no_word_and_no_key(test: TestApp) {
    let (rosa, eva) = (test.helper("rosa").await, test.helper("eva").await);
    test.befriend(&rosa, &eva).await;
    let mut dossier = test.dossier("Dolores Ibáñez Canary");
    dossier.contact.address = CANARY.into();
    let id = argonaut_app::clients::record::record(&test.app, &rosa, dossier)
        .await
        .unwrap();
    note::add(&test.app, &rosa, id, format!("Lives at {CANARY}"))
        .await
        .unwrap();
    shared(&test, &rosa, &eva, id, MEMBER).await;
    let mut columns = Vec::new();
    for sql in [
        "SELECT sealed FROM clients",
        "SELECT wrapped_key FROM circle",
        "SELECT sealed FROM manifests",
        "SELECT sealed_by_password FROM helpers",
        "SELECT sealed_by_recovery FROM helpers",
        "SELECT sealed_key FROM sessions",
        "SELECT token_hash FROM sessions",
    ] {
        let found = test.database.blobs(sql).await;
        assert!(!found.is_empty(), "{sql}");
        columns.extend(found);
    }
    if matches!(test.database.backend(), argonaut_store::Backend::Sqlite(_)) {
        columns.push(test.database.file_bytes());
    }
    for word in [CANARY, "Ibáñez", "Canary", "Higuera", PASSWORD] {
        assert!(
            columns
                .iter()
                .all(|bytes| !bytes.windows(word.len()).any(|at| at == word.as_bytes())),
            "{word} can be read"
        );
    }
    // Every stored 32 bytes in turn, taken for a data key, a token or a private key.
    let sealed = test.database.blobs("SELECT sealed FROM clients").await;
    let stranger = HelperKeys::generate(*eva.helper().bytes(), &mut StdRng::seed_from_u64(9));
    for wrap in test.database.blobs("SELECT wrapped_key FROM circle").await {
        let wrap = Sealed::from_bytes(wrap);
        assert!(stranger.unwrap_own(id.bytes(), 1, &wrap).is_err());
    }
    assert_eq!(sealed.len(), 1);
}

async fn a_row_put_back_is_found_told_once_and_gone_on_with(test: TestApp) {
    let admin = admin(&test).await;
    let rosa = test.helper("rosa").await;
    let id = test.client(&rosa, "Dolores").await;
    let other = test.client(&rosa, "Ana").await;
    backup(&test).await;
    note::add(&test.app, &rosa, id, "The newer state".to_owned())
        .await
        .unwrap();
    put_client_back(&test, id).await;

    for _ in 0..2 {
        assert!(matches!(
            opens(&test, &rosa, id).await,
            Err(ClientError::Troubled(RecordTrouble::RolledBack))
        ));
        assert_eq!(
            trouble(&test, &rosa).await,
            [(id, RecordTrouble::RolledBack)]
        );
    }
    assert!(opens(&test, &rosa, other).await.is_ok(), "the others open");
    let refused = note::add(&test.app, &rosa, id, "x".to_owned()).await;
    assert!(matches!(refused, Err(ClientError::Troubled(_))));
    for (who, kind) in [
        (&rosa, NoticeKind::RecordAlarm),
        (&admin, NoticeKind::StorageAlarm),
    ] {
        let told = notices::list(&test.app, who).await.unwrap();
        let count = told.iter().filter(|notice| notice.kind == kind).count();
        assert_eq!(count, 1, "{kind:?} is told once");
    }
    let log = accounts::administer::audit_log(&test.app, &admin.actor.admin().unwrap())
        .await
        .unwrap();
    let alarms = log.iter().filter(|entry| entry.deed == Deed::RecordAlarm);
    assert_eq!(alarms.count(), 1);

    let finding = check::look(&test.app, &rosa, id).await.unwrap().unwrap();
    assert_eq!((finding.behind, finding.can_accept), (1, true));
    assert_eq!(finding.name.unwrap().get(), "Dolores");
    check::accept(&test.app, &rosa, id).await.unwrap();
    assert_eq!(trouble(&test, &rosa).await, []);
    let opened = open::open(&test.app, &rosa, id).await.unwrap();
    assert_eq!(opened.dossier.get().notes.len(), 0, "the older state");
    note::add(&test.app, &rosa, id, "Written anew".to_owned())
        .await
        .unwrap();
    // What is left of either state cannot be put back in its turn.
    put_client_back(&test, id).await;
    assert!(opens(&test, &rosa, id).await.is_err());
}

async fn a_row_put_back_with_its_key_is_found_by_the_members_too(test: TestApp) {
    let (rosa, eva) = (test.helper("rosa").await, test.helper("eva").await);
    test.befriend(&rosa, &eva).await;
    let id = test.client(&rosa, "Dolores").await;
    shared(&test, &rosa, &eva, id, DEPUTY).await;
    backup(&test).await;
    note::add(&test.app, &eva, id, "The newer state".to_owned())
        .await
        .unwrap();
    assert!(opens(&test, &rosa, id).await.is_ok(), "Rosa learns of it");
    put_client_back(&test, id).await;
    put_wraps_back(&test, id).await;
    for who in [&rosa, &eva] {
        assert!(matches!(
            opens(&test, who, id).await,
            Err(ClientError::Troubled(RecordTrouble::RolledBack))
        ));
    }
    // The lead goes on; the record gets above everything that anybody remembers.
    check::accept(&test.app, &rosa, id).await.unwrap();
    assert!(opens(&test, &rosa, id).await.is_ok());
    assert!(opens(&test, &eva, id).await.is_ok());
}

async fn exchanged_and_changed_dossiers_do_not_open_and_the_others_do(test: TestApp) {
    let rosa = test.helper("rosa").await;
    let [a, b, c] = [
        test.client(&rosa, "Ana").await,
        test.client(&rosa, "Ben").await,
        test.client(&rosa, "Cira").await,
    ];
    let (ida, idb) = (test.database.id(a.uuid()), test.database.id(b.uuid()));
    backup(&test).await;
    test.database
        .tamper(&format!(
            "UPDATE clients SET sealed = (SELECT sealed FROM old_clients WHERE id = {idb}) WHERE id = {ida}"
        ))
        .await;
    test.database
        .tamper(&format!(
            "UPDATE circle SET wrapped_key = (SELECT wrapped_key FROM old_circle WHERE client_id = {ida}) WHERE client_id = {idb}"
        ))
        .await;
    let mut found = trouble(&test, &rosa).await;
    found.sort();
    let mut expected = [
        (a, RecordTrouble::Unreadable),
        (b, RecordTrouble::Unreadable),
    ];
    expected.sort();
    assert_eq!(found, expected);
    assert!(opens(&test, &rosa, c).await.is_ok());
    assert!(
        check::accept(&test.app, &rosa, a).await.is_err(),
        "nothing to go on with"
    );
    // The right row brings the record back, and nobody is alarmed any more.
    put_client_back(&test, a).await;
    assert!(opens(&test, &rosa, a).await.is_ok());
}

async fn a_planted_record_is_not_believed(test: TestApp) {
    let (rosa, eva) = (test.helper("rosa").await, test.helper("eva").await);
    test.befriend(&rosa, &eva).await;
    let theirs = test.client(&eva, "Planted").await;
    // Eva writes the database: her own record with a seat for Rosa, properly wrapped.
    let seat = offer::offer(&test.app, &eva, theirs, rosa.helper(), MEMBER)
        .await
        .unwrap();
    let (client, to, from) = (
        test.database.id(theirs.uuid()),
        test.database.id(rosa.helper().uuid()),
        test.database.id(eva.helper().uuid()),
    );
    test.database
        .tamper(&format!(
            "INSERT INTO circle (client_id, helper_id, role, epoch, wrapped_key, wrapped_by)
             SELECT {client}, {to}, 'lead', 1, wrapped_key, {from} FROM seat_offers WHERE client_id = {client}"
        ).replace("'lead'", "'member'"))
        .await;
    assert_eq!(
        trouble(&test, &rosa).await,
        [(theirs, RecordTrouble::Unknown)]
    );
    assert!(matches!(
        opens(&test, &rosa, theirs).await,
        Err(ClientError::Troubled(RecordTrouble::Unknown))
    ));
    assert!(check::accept(&test.app, &rosa, theirs).await.is_err());
    // Asked in the open, she may say yes.
    join::join(&test.app, &rosa, seat).await.unwrap();
    assert!(opens(&test, &rosa, theirs).await.is_ok());

    // A writer without anybody's key: a record of their own making under Rosa's name.
    let mut rng = StdRng::seed_from_u64(5);
    let key = DataKey::generate(&mut rng);
    let id = ClientId::random(&mut rng);
    let version = RecordVersion {
        record: *id.bytes(),
        epoch: 1,
        version: 1,
    };
    let sealed = key.seal(&version, b"{}", &mut rng).unwrap();
    let forger = HelperKeys::generate(*rosa.helper().bytes(), &mut rng);
    let wrap = forger.wrap_own(id.bytes(), 1, &key, &mut rng).unwrap();
    let (id_sql, sealed, wrap) = (
        test.database.id(id.uuid()),
        test.database.bytes(sealed.as_bytes()),
        test.database.bytes(wrap.as_bytes()),
    );
    for sql in [
        format!(
            "INSERT INTO clients (id, sealed, epoch, version, archived, created_at, changed_at, attended_at)
             VALUES ({id_sql}, {sealed}, 1, 1, false, 0, 0, 0)"
        ),
        format!(
            "INSERT INTO circle (client_id, helper_id, role, epoch, wrapped_key, wrapped_by)
             VALUES ({id_sql}, {to}, 'lead', 1, {wrap}, {to})"
        ),
    ] {
        assert_eq!(test.database.tamper(&sql).await, 1);
    }
    assert_eq!(
        trouble(&test, &rosa).await,
        [(id, RecordTrouble::Unreadable)]
    );
}

async fn a_removed_members_old_wrap_opens_nothing(test: TestApp) {
    let (rosa, eva) = (test.helper("rosa").await, test.helper("eva").await);
    let ivo = test.helper("ivo").await;
    test.befriend(&rosa, &eva).await;
    let id = test.client(&rosa, "Dolores").await;
    shared(&test, &rosa, &eva, id, MEMBER).await;
    backup(&test).await;
    end::remove(&test.app, &rosa, id, eva.helper())
        .await
        .unwrap();
    let (client, member) = (
        test.database.id(id.uuid()),
        test.database.id(eva.helper().uuid()),
    );
    // As it was: a seat without the present key is none.
    test.database
        .tamper(&format!(
            "INSERT INTO circle SELECT * FROM old_circle WHERE client_id = {client} AND helper_id = {member}"
        ))
        .await;
    assert!(matches!(
        opens(&test, &eva, id).await,
        Err(ClientError::NotFound)
    ));
    // With the epoch written anew: it opens nothing, and Eva is told why.
    test.database
        .tamper(&format!(
            "UPDATE circle SET epoch = 2 WHERE client_id = {client} AND helper_id = {member}"
        ))
        .await;
    assert!(matches!(
        opens(&test, &eva, id).await,
        Err(ClientError::Troubled(RecordTrouble::Unreadable))
    ));
    // From somebody else than her lead, as storage says: nothing that she could accept.
    test.database
        .tamper(&format!(
            "UPDATE circle SET wrapped_by = {} WHERE client_id = {client} AND helper_id = {member}",
            test.database.id(ivo.helper().uuid())
        ))
        .await;
    assert!(matches!(
        opens(&test, &eva, id).await,
        Err(ClientError::Troubled(RecordTrouble::OtherLead))
    ));
    assert!(check::accept(&test.app, &eva, id).await.is_err());
    // Another member's wrap, stolen: it is not for her.
    test.database
        .tamper(&format!(
            "UPDATE circle SET wrapped_key = (SELECT wrapped_key FROM circle s WHERE s.client_id = {client} AND s.helper_id <> {member})
             WHERE client_id = {client} AND helper_id = {member}"
        ))
        .await;
    assert!(opens(&test, &eva, id).await.is_err());
    assert!(opens(&test, &rosa, id).await.is_ok());
}

async fn a_removed_member_who_writes_the_database_cannot_go_on_writing(test: TestApp) {
    let rosa = test.helper("rosa").await;
    let (eva, ivo) = (test.helper("eva").await, test.helper("ivo").await);
    for other in [&eva, &ivo] {
        test.befriend(&rosa, other).await;
    }
    let id = test.client(&rosa, "Dolores").await;
    shared(&test, &rosa, &eva, id, MEMBER).await;
    shared(&test, &rosa, &ivo, id, MEMBER).await;
    backup(&test).await;
    end::remove(&test.app, &rosa, id, eva.helper())
        .await
        .unwrap();
    assert!(opens(&test, &ivo, id).await.is_ok());
    // Eva knows the old key: with the old wraps back she writes version after version.
    put_client_back(&test, id).await;
    put_wraps_back(&test, id).await;
    for number in 0..5 {
        note::add(&test.app, &eva, id, format!("False {number}"))
            .await
            .unwrap();
    }
    for who in [&rosa, &ivo] {
        assert!(
            matches!(
                opens(&test, who, id).await,
                Err(ClientError::Troubled(RecordTrouble::RolledBack))
            ),
            "a newer version under an older key is no newer version"
        );
    }
}

async fn an_erased_record_that_comes_back_is_not_believed(test: TestApp) {
    let rosa = test.helper("rosa").await;
    let id = test.client(&rosa, "Dolores").await;
    backup(&test).await;
    argonaut_app::clients::erase::erase(&test.app, &rosa, id, "Dolores")
        .await
        .unwrap();
    let client = test.database.id(id.uuid());
    for sql in [
        format!("INSERT INTO clients SELECT * FROM old_clients WHERE id = {client}"),
        format!("INSERT INTO circle SELECT * FROM old_circle WHERE client_id = {client}"),
    ] {
        assert_eq!(test.database.tamper(&sql).await, 1);
    }
    assert_eq!(trouble(&test, &rosa).await, [(id, RecordTrouble::Unknown)]);
    // It is truly hers, so she may say that she wants it back.
    check::accept(&test.app, &rosa, id).await.unwrap();
    assert!(opens(&test, &rosa, id).await.is_ok());
}

async fn a_record_that_somebody_deletes_is_missed(test: TestApp) {
    let rosa = test.helper("rosa").await;
    let id = test.client(&rosa, "Dolores").await;
    test.client(&rosa, "Ana").await;
    let client = test.database.id(id.uuid());
    for table in ["circle WHERE client_id", "clients WHERE id"] {
        let sql = format!("DELETE FROM {table} = {client}");
        test.database.tamper(&sql).await;
    }
    assert_eq!(trouble(&test, &rosa).await, [(id, RecordTrouble::Missing)]);
    let finding = check::look(&test.app, &rosa, id).await.unwrap().unwrap();
    assert_eq!(finding.found, RecordTrouble::Missing);
    let stranger = test.helper("stranger").await;
    assert!(matches!(
        check::look(&test.app, &stranger, id).await,
        Err(ClientError::NotFound)
    ));
    check::accept(&test.app, &rosa, id).await.unwrap();
    assert_eq!(trouble(&test, &rosa).await, []);
}

async fn without_its_manifest_nothing_is_believed(test: TestApp) {
    let rosa = test.helper("rosa").await;
    let id = test.client(&rosa, "Dolores").await;
    backup(&test).await;
    let later = test.client(&rosa, "Ana").await;
    note::add(&test.app, &rosa, id, "x".to_owned())
        .await
        .unwrap();
    // An older manifest: what came after it is unknown.
    test.database
        .tamper("UPDATE manifests SET sealed = (SELECT sealed FROM old_manifests)")
        .await;
    assert_eq!(
        trouble(&test, &rosa).await,
        [(later, RecordTrouble::Unknown)]
    );
    // None at all, or somebody else's bytes: nothing is known.
    for sql in [
        "UPDATE manifests SET sealed = (SELECT sealed FROM old_clients)",
        "DELETE FROM manifests",
    ] {
        test.database.tamper(sql).await;
        let found = trouble(&test, &rosa).await;
        assert_eq!(found.len(), 2, "{sql}");
        assert!(found.iter().all(|(_, of)| *of == RecordTrouble::Unknown));
    }
    for client in [id, later] {
        check::accept(&test.app, &rosa, client).await.unwrap();
    }
    assert_eq!(trouble(&test, &rosa).await, []);
}

async fn an_edited_session_opens_nothing(test: TestApp) {
    let site = test.site();
    test.helper("rosa").await;
    test.database.tamper("DELETE FROM sessions").await;
    let eva = test.helper("eva").await;
    let mut browser = site.signed_in("rosa").await;
    assert_eq!(browser.get("/clients").await.status.as_u16(), 200);
    let rosa_row = "(SELECT token_hash FROM sessions s JOIN helpers h ON h.id = s.helper_id
        WHERE h.handle = 'rosa')";
    let other = test.database.id(eva.helper().uuid());
    test.database
        .tamper("CREATE TABLE old_sessions AS SELECT * FROM sessions")
        .await;
    for edit in [
        format!("UPDATE sessions SET helper_id = {other} WHERE token_hash = {rosa_row}"),
        format!("UPDATE sessions SET expires_at = expires_at + 1000000 WHERE token_hash = {rosa_row}"),
        format!(
            "UPDATE sessions SET id = {} WHERE token_hash = {rosa_row}",
            test.database.id(Uuid::from_u128(77))
        ),
        format!(
            "UPDATE sessions SET sealed_key = (SELECT sealed_key FROM old_sessions WHERE helper_id = {other} LIMIT 1)
             WHERE token_hash = {rosa_row}"
        ),
    ] {
        assert!(test.database.tamper(&edit).await >= 1, "{edit}");
        let answer = browser.get("/clients").await;
        let way = answer.location().unwrap_or_default().to_owned();
        assert!(way.starts_with("/sign-in"), "{edit}: {}", answer.status);
        for sql in [
            "DELETE FROM sessions",
            "INSERT INTO sessions SELECT * FROM old_sessions",
        ] {
            test.database.tamper(sql).await;
        }
        assert_eq!(browser.get("/clients").await.status.as_u16(), 200);
    }
}

/// Puts a key of the attacker's in place of a helper's.
async fn substitute(test: &TestApp, helper: HelperId) -> HelperKeys {
    let forged = HelperKeys::generate(*helper.bytes(), &mut StdRng::seed_from_u64(13));
    let sql = format!(
        "UPDATE helpers SET public_key = {} WHERE id = {}",
        test.database.bytes(forged.public().as_bytes()),
        test.database.id(helper.uuid())
    );
    assert_eq!(test.database.tamper(&sql).await, 1);
    forged
}

fn digits(keys: &HelperKeys) -> String {
    let contact = ContactKey {
        helper: *keys.helper(),
        public: *keys.public(),
    };
    contact.fingerprint().to_string()
}

async fn a_substituted_key_is_refused_until_the_two_have_compared(test: TestApp) {
    let (rosa, eva) = (test.helper("rosa").await, test.helper("eva").await);
    test.befriend(&rosa, &eva).await;
    let id = test.client(&rosa, "Dolores").await;
    let card = {
        let ana = test.client(&eva, "Ana").await;
        test.card(&eva, ana, Audience::Contacts).await
    };
    let state = |profile: view::Profile| profile.key.unwrap();
    let before = state(view::view(&test.app, &rosa, eva.helper()).await.unwrap());
    let seen = state(view::view(&test.app, &eva, rosa.helper()).await.unwrap());
    assert_eq!(
        before.theirs.as_ref(),
        Some(&seen.mine),
        "both see the same"
    );
    assert_eq!(seen.theirs.as_ref(), Some(&before.mine));
    assert!(before.compared.is_none() && !before.changed);
    key::compared(&test.app, &rosa, eva.helper()).await.unwrap();
    let marked = state(view::view(&test.app, &rosa, eva.helper()).await.unwrap());
    assert_eq!(marked.compared, Some(test.app.now()));

    let forged = substitute(&test, eva.helper()).await;
    let found = state(view::view(&test.app, &rosa, eva.helper()).await.unwrap());
    assert!(found.changed && found.theirs.is_none() && found.compared.is_none());
    assert!(matches!(
        offer::offer(&test.app, &rosa, id, eva.helper(), MEMBER).await,
        Err(CircleError::KeyChanged)
    ));
    let enquiry = matches::ask::Enquiry {
        about: argonaut_app::engine::ListingId::Card(card),
        client: Some(id),
        words: "Shall we talk?".to_owned(),
    };
    assert!(matches!(
        matches::ask::ask(&test.app, &rosa, enquiry).await,
        Err(matches::MatchError::KeyChanged)
    ));
    assert!(matches!(
        key::compared(&test.app, &rosa, eva.helper()).await,
        Err(ContactError::KeyChanged)
    ));
    // The digits that the true Eva reads out are not those of the stored key.
    let theirs = before.theirs.unwrap();
    assert!(matches!(
        key::replace(&test.app, &rosa, eva.helper(), &theirs).await,
        Err(ContactError::OtherDigits)
    ));
    // Had Eva truly made a new key, these would be her digits.
    key::replace(&test.app, &rosa, eva.helper(), &digits(&forged))
        .await
        .unwrap();
    let after = state(view::view(&test.app, &rosa, eva.helper()).await.unwrap());
    assert!(!after.changed && after.compared.is_some());
    offer::offer(&test.app, &rosa, id, eva.helper(), MEMBER)
        .await
        .unwrap();
}

async fn a_pin_that_is_taken_away_does_not_make_room_for_another_key(test: TestApp) {
    let (rosa, eva) = (test.helper("rosa").await, test.helper("eva").await);
    test.befriend(&rosa, &eva).await;
    let id = test.client(&rosa, "Dolores").await;
    test.database.tamper("DELETE FROM pins").await;
    substitute(&test, eva.helper()).await;
    assert!(matches!(
        offer::offer(&test.app, &rosa, id, eva.helper(), MEMBER).await,
        Err(CircleError::KeyChanged)
    ));
    let profile = view::view(&test.app, &rosa, eva.helper()).await.unwrap();
    assert!(profile.key.unwrap().changed);
    // A member whose key is false gets no new key of the record, and the lead sees it.
    let ivo = test.helper("ivo").await;
    test.befriend(&rosa, &ivo).await;
    shared(&test, &rosa, &ivo, id, MEMBER).await;
    let lia = test.helper("lia").await;
    test.befriend(&rosa, &lia).await;
    shared(&test, &rosa, &lia, id, MEMBER).await;
    substitute(&test, ivo.helper()).await;
    end::remove(&test.app, &rosa, id, lia.helper())
        .await
        .unwrap();
    let circle = look::look(&test.app, &rosa, id).await.unwrap();
    let seat = circle.readers.iter().find(|of| of.helper == ivo.helper());
    assert!(!seat.unwrap().current);
}

async fn a_mark_of_comparison_cannot_be_written_by_others(test: TestApp) {
    let (rosa, eva) = (test.helper("rosa").await, test.helper("eva").await);
    test.befriend(&rosa, &eva).await;
    test.database
        .tamper("UPDATE pins SET compared_at = 5, compared_mac = mac")
        .await;
    let profile = view::view(&test.app, &rosa, eva.helper()).await.unwrap();
    assert_eq!(profile.key.unwrap().compared, None);
}

async fn the_pepper_and_the_database_open_nothing_without_the_password(test: TestApp) {
    let rosa = test.helper("rosa").await;
    let id = test.client(&rosa, "Dolores").await;
    // The pepper of the test instance, leaked; and everything in the database.
    let kdf = PasswordKdf::new(VaultConfig {
        pepper: Pepper::generate(&mut StdRng::seed_from_u64(7)),
        cost: KdfCost::for_tests(),
    });
    let sealed = test
        .database
        .blobs("SELECT sealed_by_password FROM helpers WHERE handle = 'rosa'")
        .await;
    let public = test
        .database
        .blobs("SELECT public_key FROM helpers WHERE handle = 'rosa'")
        .await;
    let (sealed, public) = (
        Sealed::from_bytes(sealed[0].clone()),
        PublicKey::from_bytes(&public[0]).unwrap(),
    );
    let open = |guess: &str| {
        let guess = Password::new(guess.to_owned());
        kdf.open(&guess, *rosa.helper().bytes(), &public, &sealed)
    };
    for guess in [
        "",
        "password",
        "rosa",
        "Test rosa",
        "lantern tuba quiet mapl",
    ] {
        assert!(open(guess).is_err(), "{guess} opens");
    }
    // Every stored byte string, taken for the password: none of them is.
    for sql in [
        "SELECT token_hash FROM sessions",
        "SELECT sealed_by_recovery FROM helpers",
        "SELECT public_key FROM helpers",
    ] {
        for bytes in test.database.blobs(sql).await {
            assert!(open(&String::from_utf8_lossy(&bytes)).is_err());
        }
    }
    // The guess itself opens everything: the password is what is left to protect.
    let keys = open(PASSWORD).unwrap();
    let wrap = test.database.blobs("SELECT wrapped_key FROM circle").await;
    let wrap = Sealed::from_bytes(wrap[0].clone());
    assert!(keys.unwrap_own(id.bytes(), 1, &wrap).is_ok());
    // Without the pepper not even that.
    let without = PasswordKdf::new(VaultConfig {
        pepper: Pepper::generate(&mut StdRng::seed_from_u64(8)),
        cost: KdfCost::for_tests(),
    });
    let guess = Password::new(PASSWORD.to_owned());
    assert!(
        without
            .open(&guess, *rosa.helper().bytes(), &public, &sealed)
            .is_err()
    );
}

async fn admin(test: &TestApp) -> SignedIn {
    let link = accounts::invite::set_up(&test.app).await.unwrap().unwrap();
    let new = accounts::register::NewAccount {
        befriend: false,
        name: "Admin".to_owned(),
        handle: "admin".to_owned(),
        password: PASSWORD.into(),
        invitation: Some(link.token),
        locale: None,
        device: String::new(),
    };
    let made = accounts::register::register(&test.app, new).await.unwrap();
    made.session.unwrap().who
}
