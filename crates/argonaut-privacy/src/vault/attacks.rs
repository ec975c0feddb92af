//! The attacks that the vault must notice, each as a test: readers and writers of the
//! database, stolen peppers, exchanged keys, moved and changed bytes. No timing is asserted.

use proptest::prelude::*;
use rand::SeedableRng;
use rand::rngs::ChaCha20Rng;

use super::*;

const ANA: IdBytes = [1; 16];
const BEN: IdBytes = [2; 16];
const EVE: IdBytes = [3; 16];
const RECORD: IdBytes = [10; 16];
const OTHER: IdBytes = [11; 16];
const CANARY: &[u8] = b"canary: Rosa Lind, 14 Elm Street";

fn rng() -> ChaCha20Rng {
    ChaCha20Rng::seed_from_u64(42)
}

fn keys(helper: IdBytes) -> HelperKeys {
    HelperKeys::generate(
        helper,
        &mut ChaCha20Rng::seed_from_u64(u64::from(helper[0])),
    )
}

fn kdf(pepper: u8, cost: KdfCost) -> PasswordKdf {
    let bytes: Vec<u8> = (pepper..pepper + 32).collect();
    let pepper = Pepper::from_bytes(&bytes).unwrap();
    PasswordKdf::new(VaultConfig { pepper, cost })
}

fn password(text: &str) -> Password {
    Password::new(text.to_owned())
}

fn pinned(owner: &HelperKeys, other: &HelperKeys) -> PinnedKey {
    let contact = ContactKey {
        helper: *other.helper(),
        public: *other.public(),
    };
    owner.verify_pin(&contact, &owner.pin(&contact)).unwrap()
}

fn at(version: u64) -> RecordVersion {
    RecordVersion {
        record: RECORD,
        epoch: 1,
        version,
    }
}

const MESSAGE: Exchange = Exchange {
    purpose: ExchangePurpose::Message,
    subject: RECORD,
};

fn failure<T>(result: Result<T, VaultError>) -> VaultError {
    match result {
        Ok(_) => panic!("the attack was not noticed"),
        Err(error) => error,
    }
}

#[test]
fn the_password_opens_and_nothing_else_does() {
    let (ana, kdf_one) = (keys(ANA), kdf(1, KdfCost::for_tests()));
    let sealed = kdf_one
        .seal(&password("correct horse"), &ana, &mut rng())
        .unwrap();
    let open =
        |kdf: &PasswordKdf, text, helper| kdf.open(&password(text), helper, ana.public(), &sealed);
    assert_eq!(
        open(&kdf_one, "correct horse", ANA).unwrap().private(),
        ana.private()
    );
    assert_eq!(
        failure(open(&kdf_one, "correct horsf", ANA)),
        VaultError::WrongPassword
    );
    assert_eq!(
        failure(open(&kdf_one, "correct horse", BEN)),
        VaultError::WrongPassword
    );
    let other_pepper = kdf(2, KdfCost::for_tests());
    assert_eq!(
        failure(open(&other_pepper, "correct horse", ANA)),
        VaultError::WrongPassword
    );
    kdf_one.burn(&password("whatever")).unwrap();
}

#[test]
fn the_full_cost_works_and_tells_an_outdated_seal() {
    let (ana, full, cheap) = (
        keys(ANA),
        kdf(1, KdfCost::standard()),
        kdf(1, KdfCost::for_tests()),
    );
    let sealed = full.seal(&password("señal"), &ana, &mut rng()).unwrap();
    // The accent typed as its own character is the same password.
    assert!(
        cheap
            .open(&password("sen\u{303}al"), ANA, ana.public(), &sealed)
            .is_ok()
    );
    assert!(!full.is_outdated(&sealed));
    assert!(full.is_outdated(&cheap.seal(&password("x"), &ana, &mut rng()).unwrap()));
    assert!(KdfCost::standard().protects_people() && !KdfCost::for_tests().protects_people());
    assert!(KdfCost::at_least_standard(1024, 3).is_err());
}

#[test]
fn a_written_cost_cannot_exhaust_the_server() {
    let (ana, kdf) = (keys(ANA), kdf(1, KdfCost::for_tests()));
    let mut bytes = kdf
        .seal(&password("x"), &ana, &mut rng())
        .unwrap()
        .into_bytes();
    bytes[1] = 0xff;
    let opened = kdf.open(
        &password("x"),
        ANA,
        ana.public(),
        &Sealed::from_bytes(bytes),
    );
    assert_eq!(failure(opened), VaultError::CostOutOfRange);
}

#[test]
fn a_substituted_own_public_key_is_noticed_on_every_way_in() {
    let (ana, eve, kdf, mut rng) = (keys(ANA), keys(EVE), kdf(1, KdfCost::for_tests()), rng());
    let sealed = kdf.seal(&password("x"), &ana, &mut rng).unwrap();
    assert_eq!(
        failure(kdf.open(&password("x"), ANA, eve.public(), &sealed)),
        VaultError::KeyChanged
    );
    let code = RecoveryCode::generate(&mut rng);
    let sealed = code.seal(&ana, &mut rng).unwrap();
    assert_eq!(
        failure(code.open(ANA, eve.public(), &sealed)),
        VaultError::KeyChanged
    );
}

#[test]
fn only_the_right_recovery_code_opens() {
    let (ana, mut rng) = (keys(ANA), rng());
    let (code, wrong) = (
        RecoveryCode::generate(&mut rng),
        RecoveryCode::generate(&mut rng),
    );
    let sealed = code.seal(&ana, &mut rng).unwrap();
    let typed = RecoveryCode::parse(&code.reveal().to_lowercase()).unwrap();
    assert_eq!(
        typed.open(ANA, ana.public(), &sealed).unwrap().private(),
        ana.private()
    );
    assert_eq!(
        failure(wrong.open(ANA, ana.public(), &sealed)),
        VaultError::WrongRecoveryCode
    );
    assert_eq!(
        failure(code.open(BEN, ana.public(), &sealed)),
        VaultError::WrongRecoveryCode
    );
}

#[test]
fn an_edited_session_row_does_not_open() {
    let (ana, mut rng) = (keys(ANA), rng());
    let row = SessionBinding {
        session: RECORD,
        helper: ANA,
        ends_at_micros: 1_000,
    };
    let token = SessionToken::generate(&mut rng);
    let sealed = token.seal_session(&row, &ana, &mut rng).unwrap();
    let cookie = SessionToken::parse(&token.reveal()).unwrap();
    assert_eq!(cookie.token_hash(), token.token_hash());
    assert_eq!(
        cookie
            .open_session(&row, ana.public(), &sealed)
            .unwrap()
            .private(),
        ana.private()
    );
    for edited in [
        SessionBinding {
            session: OTHER,
            ..row
        },
        SessionBinding { helper: BEN, ..row },
        SessionBinding {
            ends_at_micros: 2_000,
            ..row
        },
    ] {
        assert_eq!(
            failure(token.open_session(&edited, ana.public(), &sealed)),
            VaultError::WrongSession
        );
    }
    let other = SessionToken::generate(&mut rng);
    assert_eq!(
        failure(other.open_session(&row, ana.public(), &sealed)),
        VaultError::WrongSession
    );
    let stolen = SessionToken::parse(&base64::Engine::encode(
        &base64::engine::general_purpose::URL_SAFE_NO_PAD,
        token.token_hash().as_bytes(),
    ))
    .unwrap();
    assert_eq!(
        failure(stolen.open_session(&row, ana.public(), &sealed)),
        VaultError::WrongSession
    );
    assert!(SessionToken::parse("short").is_err());
}

#[test]
fn swapped_and_rolled_back_dossiers_do_not_open() {
    let mut rng = rng();
    let key = DataKey::generate(&mut rng);
    let sealed = key.seal(&at(7), CANARY, &mut rng).unwrap();
    assert_eq!(&**key.open(&at(7), &sealed).unwrap(), CANARY);
    for other in [
        at(8),
        at(6),
        RecordVersion {
            record: OTHER,
            ..at(7)
        },
        RecordVersion { epoch: 2, ..at(7) },
    ] {
        assert_eq!(failure(key.open(&other, &sealed)), VaultError::Damaged);
    }
    let mut manifest = Manifest::new();
    assert!(manifest.note(RECORD, ANA, 2, 8));
    assert!(!manifest.note(RECORD, EVE, 1, 3), "nothing is ever lowered");
    let ana = keys(ANA);
    manifest.remember_key(BEN, *keys(BEN).public());
    let stored = manifest.seal(&ana, &mut rng).unwrap();
    let mut manifest = Manifest::open(&ana, &stored).unwrap();
    assert_eq!(manifest.counter(), 1);
    assert_eq!(manifest.check(&RECORD, 2, 7), Freshness::RolledBack);
    assert_eq!(
        manifest.check(&RECORD, 1, 9),
        Freshness::RolledBack,
        "a removed member still has the older key"
    );
    assert_eq!(manifest.check(&RECORD, 2, 8), Freshness::Fresh);
    assert_eq!(manifest.check(&RECORD, 3, 9), Freshness::Fresh);
    assert_eq!(manifest.check(&OTHER, 1, 1), Freshness::Unknown);
    assert_eq!(manifest.remembered(&RECORD).unwrap().source, ANA);
    assert_eq!(manifest.key_of(&BEN), Some(*keys(BEN).public()));
    assert_eq!(manifest.key_of(&EVE), None);
    let older = Remembered {
        epoch: 1,
        version: 5,
        source: BEN,
    };
    manifest.accept(RECORD, older);
    assert_eq!(manifest.check(&RECORD, 1, 5), Freshness::Fresh);
    manifest.forget(&RECORD);
    assert_eq!(manifest.check(&RECORD, 2, 9), Freshness::Unknown);
    assert_eq!(
        failure(Manifest::open(&keys(BEN), &stored)),
        VaultError::Damaged
    );
}

#[test]
fn a_stolen_or_restored_wrap_does_not_open() {
    let (ana, ben, eve, mut rng) = (keys(ANA), keys(BEN), keys(EVE), rng());
    let key = DataKey::generate(&mut rng);
    let own = ana.wrap_own(&RECORD, 1, &key, &mut rng).unwrap();
    let member = ana
        .wrap_for(&pinned(&ana, &ben), &RECORD, 1, &key, &mut rng)
        .unwrap();
    let dossier = key.seal(&at(1), CANARY, &mut rng).unwrap();
    let from_ana = pinned(&ben, &ana);
    for opened in [
        ana.unwrap_own(&RECORD, 1, &own),
        ben.unwrap_from(&from_ana, &RECORD, 1, &member),
    ] {
        assert_eq!(&**opened.unwrap().open(&at(1), &dossier).unwrap(), CANARY);
    }
    for attack in [
        ana.unwrap_own(&RECORD, 2, &own),
        ana.unwrap_own(&OTHER, 1, &own),
        eve.unwrap_own(&RECORD, 1, &own),
        ben.unwrap_from(&from_ana, &RECORD, 2, &member),
        ben.unwrap_from(&from_ana, &OTHER, 1, &member),
        eve.unwrap_from(&pinned(&eve, &ana), &RECORD, 1, &member),
        ana.unwrap_own(&RECORD, 1, &member),
    ] {
        assert_eq!(failure(attack), VaultError::Damaged);
    }
}

#[test]
fn a_record_planted_by_somebody_else_is_refused() {
    let (ana, ben, eve, mut rng) = (keys(ANA), keys(BEN), keys(EVE), rng());
    // Eve signs herself as Ana: her own private key under Ana's id.
    let posing = HelperKeys::restore(ANA, eve.private(), eve.public()).unwrap();
    let key = DataKey::generate(&mut rng);
    let wrap = posing
        .wrap_for(&pinned(&posing, &ben), &RECORD, 1, &key, &mut rng)
        .unwrap();
    let planted = ben.unwrap_from(&pinned(&ben, &ana), &RECORD, 1, &wrap);
    assert_eq!(failure(planted), VaultError::Damaged);
    let letter = posing
        .seal_to(&pinned(&posing, &ben), &MESSAGE, CANARY, &mut rng)
        .unwrap();
    let planted = ben.open_from(&pinned(&ben, &ana), &MESSAGE, &letter.for_recipient);
    assert_eq!(failure(planted), VaultError::Damaged);
}

#[test]
fn both_sides_of_an_exchange_read_it_and_nobody_else() {
    let (ana, ben, eve, mut rng) = (keys(ANA), keys(BEN), keys(EVE), rng());
    let pair = ana
        .seal_to(&pinned(&ana, &ben), &MESSAGE, CANARY, &mut rng)
        .unwrap();
    let from_ana = pinned(&ben, &ana);
    assert_eq!(
        &**ben
            .open_from(&from_ana, &MESSAGE, &pair.for_recipient)
            .unwrap(),
        CANARY
    );
    assert_eq!(
        &**ana.open_sent(&BEN, &MESSAGE, &pair.for_sender).unwrap(),
        CANARY
    );
    let release = Exchange {
        purpose: ExchangePurpose::Release,
        ..MESSAGE
    };
    let other = Exchange {
        subject: OTHER,
        ..MESSAGE
    };
    for attack in [
        ben.open_from(&from_ana, &release, &pair.for_recipient),
        ben.open_from(&from_ana, &other, &pair.for_recipient),
        eve.open_from(&pinned(&eve, &ana), &MESSAGE, &pair.for_recipient),
        ana.open_sent(&EVE, &MESSAGE, &pair.for_sender),
        ana.open_sent(&BEN, &other, &pair.for_sender),
        eve.open_sent(&BEN, &MESSAGE, &pair.for_sender),
    ] {
        assert_eq!(failure(attack), VaultError::Damaged);
    }
}

#[test]
fn a_substituted_contact_key_is_refused() {
    let (ana, ben, eve) = (keys(ANA), keys(BEN), keys(EVE));
    let contact = ContactKey {
        helper: BEN,
        public: *ben.public(),
    };
    let pin = ana.pin(&contact);
    assert!(ana.verify_pin(&contact, &pin).is_ok());
    let substituted = ContactKey {
        public: *eve.public(),
        ..contact
    };
    let renamed = ContactKey {
        helper: EVE,
        ..contact
    };
    for (owner, seen) in [(&ana, substituted), (&ana, renamed), (&eve, contact)] {
        assert_eq!(
            failure(owner.verify_pin(&seen, &pin)),
            VaultError::KeyChanged
        );
    }
    assert_eq!(contact.fingerprint(), ben.fingerprint());
    assert_ne!(contact.fingerprint(), substituted.fingerprint());
    assert_eq!(ben.fingerprint().to_string().len(), 35);
}

#[test]
fn a_comparison_counts_for_the_key_and_the_day_it_was_made() {
    let (ana, ben, eve) = (keys(ANA), keys(BEN), keys(EVE));
    let ben_key = pinned(&ana, &ben);
    let mark = ana.mark_compared(&ben_key, 7);
    assert!(ana.was_compared(&ben_key, 7, &mark));
    assert!(!ana.was_compared(&ben_key, 8, &mark));
    assert!(!ana.was_compared(&pinned(&ana, &eve), 7, &mark));
    assert!(!eve.was_compared(&pinned(&eve, &ben), 7, &mark));
    assert_ne!(
        mark,
        ana.pin(&ContactKey {
            helper: BEN,
            public: *ben.public()
        })
    );
}

#[test]
fn a_key_without_secret_is_not_sealed_to() {
    let ana = keys(ANA);
    let weak = ContactKey {
        helper: BEN,
        public: PublicKey::from_bytes(&[0; 32]).unwrap(),
    };
    let weak = ana.verify_pin(&weak, &ana.pin(&weak)).unwrap();
    let sealed = ana.seal_to(&weak, &MESSAGE, CANARY, &mut rng());
    assert_eq!(failure(sealed), VaultError::UnusableKey);
}

#[test]
fn debug_shows_no_secret() {
    let (ana, mut rng) = (keys(ANA), rng());
    let token = SessionToken::generate(&mut rng);
    let code = RecoveryCode::generate(&mut rng);
    let kdf = kdf(1, KdfCost::for_tests());
    let shown = [
        format!("{ana:?}"),
        format!("{:?}", ana.vault()),
        format!("{token:?}"),
        format!("{code:?}"),
        format!("{:?}", password("correct horse")),
        format!("{kdf:?}"),
        format!("{:?}", DataKey::generate(&mut rng)),
    ];
    assert_eq!(shown[0], "HelperKeys(…)");
    assert_eq!(shown[2], "SessionToken(Secret(…))");
    assert_eq!(shown[3], "RecoveryCode(…)");
    assert_eq!(shown[4], "Password(…)");
    assert_eq!(shown[6], "DataKey(Secret(…))");
    assert!(shown[1].matches("Secret(…)").count() == 4 && !shown[1].contains('['));
    assert!(shown[5].contains("Pepper(Secret(…))") && !shown[5].contains('['));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]
    #[test]
    fn a_changed_bit_anywhere_is_noticed(place: prop::sample::Index, bit in 0_u8..8) {
        let (ana, ben, kdf, mut rng) = (keys(ANA), keys(BEN), kdf(1, KdfCost::for_tests()), rng());
        let flip = |sealed: &Sealed| {
            let mut bytes = sealed.as_bytes().to_vec();
            let place = place.index(bytes.len());
            bytes[place] ^= 1 << bit;
            Sealed::from_bytes(bytes)
        };
        let key = DataKey::generate(&mut rng);
        let token = SessionToken::generate(&mut rng);
        let row = SessionBinding { session: RECORD, helper: ANA, ends_at_micros: 1 };
        let code = RecoveryCode::generate(&mut rng);
        let to_ben = pinned(&ana, &ben);
        let from_ana = pinned(&ben, &ana);
        let pair = ana.seal_to(&to_ben, &MESSAGE, CANARY, &mut rng).unwrap();
        prop_assert!(key.open(&at(1), &flip(&key.seal(&at(1), CANARY, &mut rng).unwrap())).is_err());
        prop_assert!(ana.unwrap_own(&RECORD, 1, &flip(&ana.wrap_own(&RECORD, 1, &key, &mut rng).unwrap())).is_err());
        prop_assert!(ben.unwrap_from(&from_ana, &RECORD, 1, &flip(&ana.wrap_for(&to_ben, &RECORD, 1, &key, &mut rng).unwrap())).is_err());
        prop_assert!(ben.open_from(&from_ana, &MESSAGE, &flip(&pair.for_recipient)).is_err());
        prop_assert!(ana.open_sent(&BEN, &MESSAGE, &flip(&pair.for_sender)).is_err());
        prop_assert!(token.open_session(&row, ana.public(), &flip(&token.seal_session(&row, &ana, &mut rng).unwrap())).is_err());
        prop_assert!(code.open(ANA, ana.public(), &flip(&code.seal(&ana, &mut rng).unwrap())).is_err());
        prop_assert!(ana.open_own(&OTHER, &flip(&ana.seal_own(&OTHER, CANARY, &mut rng).unwrap())).is_err());
        prop_assert!(Manifest::open(&ana, &flip(&Manifest::new().seal(&ana, &mut rng).unwrap())).is_err());
        // A changed cost must not cost this test a gigabyte: those bytes have their own test.
        let sealed = kdf.seal(&password("x"), &ana, &mut rng).unwrap();
        let place = place.index(sealed.as_bytes().len());
        if !(1..13).contains(&place) {
            prop_assert!(kdf.open(&password("x"), ANA, ana.public(), &flip(&sealed)).is_err());
        }
    }

    #[test]
    fn what_was_never_sealed_never_opens(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let (ana, ben) = (keys(ANA), keys(BEN));
        let garbage = Sealed::from_bytes(bytes);
        prop_assert!(ana.unwrap_own(&RECORD, 1, &garbage).is_err());
        prop_assert!(ben.open_from(&pinned(&ben, &ana), &MESSAGE, &garbage).is_err());
        prop_assert!(Manifest::open(&ana, &garbage).is_err());
    }
}
