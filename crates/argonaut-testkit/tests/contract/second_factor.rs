//! Second factors: on after a first code, asked for after the password, each code once, limits
//! that leave the recovery code alone, and off only with two proofs.

use argonaut_app::accounts::second_factor::step::{Proof, StepError, awaited, finish};
use argonaut_app::accounts::second_factor::{self, FactorError, HalfSignIn, add, remove};
use argonaut_app::accounts::sign_in::{SignInError, Step, first_step, known_browser, sign_in};
use argonaut_app::accounts::{password, register, session};
use argonaut_app::{SignedIn, notices};
use argonaut_domain::ids::FactorId;
use argonaut_domain::notice::NoticeKind;
use argonaut_privacy::second_factor::TotpSecret;
use argonaut_testkit::{PASSWORD, TestApp, on_both};

on_both!(
    a_factor_is_on_after_its_first_code,
    a_code_works_once,
    too_many_wrong_codes_leave_the_recovery_code_alone,
    the_recovery_code_takes_second_factors_away,
    off_only_with_two_proofs,
    a_half_sign_in_is_no_session_and_ends,
    too_many_wrong_passwords_have_to_wait,
    what_is_stored_makes_no_codes,
);

fn base32(text: &str) -> Vec<u8> {
    let mut bits = 0_u64;
    let mut count = 0;
    let mut bytes = Vec::new();
    for letter in text.chars().filter(char::is_ascii_alphanumeric) {
        let value = match letter {
            'A'..='Z' => u64::from(u32::from(letter) - u32::from('A')),
            other => u64::from(u32::from(other) - u32::from('2') + 26),
        };
        bits = bits << 5 | value;
        count += 5;
        if count >= 8 {
            count -= 8;
            bytes.push(u8::try_from(bits >> count & 0xff).unwrap());
        }
    }
    bytes
}

/// Adds an app to a helper, as its phone would.
async fn phone(test: &TestApp, who: &SignedIn) -> (FactorId, TotpSecret) {
    let id = add::begin_app(&test.app, who, PASSWORD.into(), " Phone ")
        .await
        .unwrap();
    let Some(add::Pending::App { text, address }) = add::pending(&test.app, who, id).await.unwrap()
    else {
        panic!("an app waits");
    };
    assert!(address.starts_with("otpauth://totp/Argonaut"));
    let secret = TotpSecret::from_bytes(&base32(&text)).unwrap();
    let wrong = add::confirm_app(&test.app, who, id, "000000").await;
    assert!(matches!(wrong, Err(FactorError::WrongCode)));
    add::confirm_app(&test.app, who, id, &code(test, &secret))
        .await
        .unwrap();
    test.clock.set(test.app.now().plus_minutes(1));
    (id, secret)
}

fn code(test: &TestApp, secret: &TotpSecret) -> String {
    secret.code_at(u64::try_from(test.app.now().micros() / 1_000_000).unwrap())
}

async fn half(test: &TestApp) -> HalfSignIn {
    match first_step(&test.app, "rosa", PASSWORD.into(), "Phone", None)
        .await
        .unwrap()
    {
        Step::SecondFactor(half) => half,
        Step::Done(_) => panic!("no second factor was asked for"),
    }
}

async fn show(test: &TestApp, half: &HalfSignIn, proof: Proof) -> Result<SignedIn, StepError> {
    finish(&test.app, &half.token.reveal(), proof, "Phone")
        .await
        .map(|session| session.who)
}

async fn a_factor_is_on_after_its_first_code(test: TestApp) {
    let rosa = test.helper("rosa").await;
    let client = test.client(&rosa, "Dolores").await;
    let weak = add::begin_app(&test.app, &rosa, "another one".into(), "Phone").await;
    assert!(matches!(weak, Err(FactorError::WrongPassword)));
    let begun = add::begin_app(&test.app, &rosa, PASSWORD.into(), "Phone")
        .await
        .unwrap();
    assert!(
        sign_in(&test.app, "rosa", PASSWORD.into(), "")
            .await
            .is_ok(),
        "one that was never tried does not count"
    );
    let (id, secret) = phone(&test, &rosa).await;
    assert!(
        add::pending(&test.app, &rosa, begun)
            .await
            .unwrap()
            .is_none(),
        "the one begun before went"
    );
    assert!(matches!(
        sign_in(&test.app, "rosa", PASSWORD.into(), "").await,
        Err(SignInError::SecondFactorNeeded)
    ));
    let half = half(&test).await;
    let asks = awaited(&test.app, &half.token.reveal())
        .await
        .unwrap()
        .unwrap();
    assert!(asks.code && asks.passkey.is_none());
    let wrong = show(&test, &half, Proof::Code("000000".to_owned())).await;
    assert!(matches!(wrong, Err(StepError::Wrong)));
    let again = show(&test, &half, Proof::Code(code(&test, &secret)))
        .await
        .unwrap();
    let opened = argonaut_app::clients::open::open(&test.app, &again, client)
        .await
        .unwrap();
    assert_eq!(opened.dossier.get().name(), "Dolores");
    let list = second_factor::list(&test.app, &rosa).await.unwrap();
    assert_eq!((list[0].id, list[0].name.as_str()), (id, "Phone"));
    assert_eq!(list[0].used, Some(test.app.now()));
}

async fn a_code_works_once(test: TestApp) {
    let rosa = test.helper("rosa").await;
    let (_, secret) = phone(&test, &rosa).await;
    let code = code(&test, &secret);
    let first = half(&test).await;
    show(&test, &first, Proof::Code(code.clone()))
        .await
        .unwrap();
    assert!(
        matches!(
            show(&test, &first, Proof::Code(code.clone())).await,
            Err(StepError::Over)
        ),
        "a half sign-in works once"
    );
    let second = half(&test).await;
    assert!(
        matches!(
            show(&test, &second, Proof::Code(code)).await,
            Err(StepError::Wrong)
        ),
        "so does a code"
    );
    // Two at the same moment with the same code: one of them.
    test.clock.set(test.app.now().plus_minutes(1));
    let code = secret.code_at(u64::try_from(test.app.now().micros() / 1_000_000).unwrap());
    let third = half(&test).await;
    let (one, other) = tokio::join!(
        show(&test, &second, Proof::Code(code.clone())),
        show(&test, &third, Proof::Code(code)),
    );
    assert_eq!(usize::from(one.is_ok()) + usize::from(other.is_ok()), 1);
}

async fn too_many_wrong_codes_leave_the_recovery_code_alone(test: TestApp) {
    let made = register::register(&test.app, newcomer()).await.unwrap();
    let rosa = made.session.unwrap().who;
    let (_, secret) = phone(&test, &rosa).await;
    let attacker = half(&test).await;
    for _ in 0..10 {
        let wrong = show(&test, &attacker, Proof::Code("000000".to_owned())).await;
        assert!(matches!(wrong, Err(StepError::Wrong)));
    }
    let told = notices::list(&test.app, &rosa).await.unwrap();
    let warned = told
        .iter()
        .filter(|notice| notice.kind == NoticeKind::SecondFactorRefused);
    assert_eq!(warned.count(), 1, "somebody knows the password");
    // From now on even the right code has to wait, on every node.
    let node = test.another_node().await;
    let token = attacker.token.reveal();
    let right = Proof::Code(code(&test, &secret));
    assert!(matches!(
        finish(&node, &token, right, "").await,
        Err(StepError::TooOften(1..=3600))
    ));
    let recovery = Proof::RecoveryCode(made.recovery_code.reveal().as_str().into());
    show(&test, &half(&test).await, recovery).await.unwrap();
    test.clock.set(test.app.now().plus_minutes(61));
    phone(&test, &rosa).await;
}

async fn the_recovery_code_takes_second_factors_away(test: TestApp) {
    let made = register::register(&test.app, newcomer()).await.unwrap();
    let rosa = made.session.unwrap().who;
    phone(&test, &rosa).await;
    let half = half(&test).await;
    let other = password::new_recovery_code(&test.app, &rosa, PASSWORD.into())
        .await
        .unwrap();
    let old = Proof::RecoveryCode(made.recovery_code.reveal().as_str().into());
    assert!(matches!(
        show(&test, &half, old).await,
        Err(StepError::Wrong)
    ));
    let typo = Proof::RecoveryCode("0000-0000".into());
    assert!(matches!(
        show(&test, &half, typo).await,
        Err(StepError::Mistyped)
    ));
    let right = Proof::RecoveryCode(other.reveal().as_str().into());
    show(&test, &half, right).await.unwrap();
    assert!(
        sign_in(&test.app, "rosa", PASSWORD.into(), "")
            .await
            .is_ok()
    );
}

async fn off_only_with_two_proofs(test: TestApp) {
    let made = register::register(&test.app, newcomer()).await.unwrap();
    let rosa = made.session.unwrap().who;
    let eve = test.helper("eve").await;
    let (id, secret) = phone(&test, &rosa).await;
    let off = async |who: &SignedIn, password: &str, proof: &str| {
        remove::remove(&test.app, who, id, password.into(), proof.into()).await
    };
    let right = code(&test, &secret);
    assert!(matches!(
        off(&eve, PASSWORD, &right).await,
        Err(FactorError::NotFound)
    ));
    assert!(matches!(
        off(&rosa, "not it at all", &right).await,
        Err(FactorError::WrongPassword)
    ));
    assert!(matches!(
        off(&rosa, PASSWORD, "000000").await,
        Err(FactorError::WrongCode)
    ));
    let recovery = made.recovery_code.reveal();
    off(&rosa, PASSWORD, &recovery).await.unwrap();
    let (id, secret) = phone(&test, &rosa).await;
    let right = code(&test, &secret);
    remove::remove(&test.app, &rosa, id, PASSWORD.into(), right.as_str().into())
        .await
        .unwrap();
    assert!(
        sign_in(&test.app, "rosa", PASSWORD.into(), "")
            .await
            .is_ok()
    );
}

async fn a_half_sign_in_is_no_session_and_ends(test: TestApp) {
    let rosa = test.helper("rosa").await;
    let (_, secret) = phone(&test, &rosa).await;
    let half = half(&test).await;
    let cookie = half.token.reveal();
    assert!(session::resume(&test.app, &cookie).await.unwrap().is_none());
    test.clock.set(test.app.now().plus_minutes(11));
    assert!(awaited(&test.app, &cookie).await.unwrap().is_none());
    let late = show(&test, &half, Proof::Code(code(&test, &secret))).await;
    assert!(matches!(late, Err(StepError::Over)));
}

async fn too_many_wrong_passwords_have_to_wait(test: TestApp) {
    let made = register::register(&test.app, newcomer()).await.unwrap();
    for handle in ["rosa", "nobody"] {
        for _ in 0..20 {
            let wrong = sign_in(&test.app, handle, "another tuba quiet maple".into(), "").await;
            assert!(matches!(wrong, Err(SignInError::Wrong)));
        }
        // Whether there is such a handle does not show.
        let wait = sign_in(&test.app, handle, PASSWORD.into(), "").await;
        assert!(matches!(wait, Err(SignInError::Busy(1..=3601))), "{handle}");
    }
    assert!(
        sign_in(&test.app, "eve", PASSWORD.into(), "")
            .await
            .is_err_and(|error| { matches!(error, SignInError::Wrong) }),
        "others are not touched"
    );
    // A browser in which Rosa signed in before is not made to wait by strangers.
    let known = known_browser(&test.app, "@Rosa");
    let step = |known: String| {
        let app = test.app.clone();
        async move { first_step(&app, "rosa", PASSWORD.into(), "", Some(&known)).await }
    };
    assert!(matches!(step(known).await, Ok(Step::Done(_))));
    let others = known_browser(&test.app, "eve");
    assert!(matches!(step(others).await, Err(SignInError::Busy(_))));
    // The way back in stays open.
    let code = made.recovery_code.reveal();
    let next = "violet anchor seven kettles";
    argonaut_app::accounts::recover::recover(
        &test.app,
        "rosa",
        code.as_str().into(),
        next.into(),
        "",
    )
    .await
    .unwrap();
    test.clock.set(test.app.now().plus_minutes(61));
    assert!(sign_in(&test.app, "rosa", next.into(), "").await.is_ok());
}

async fn what_is_stored_makes_no_codes(test: TestApp) {
    let rosa = test.helper("rosa").await;
    let (_, secret) = phone(&test, &rosa).await;
    let store = argonaut_store::Store::open(test.database.backend())
        .await
        .unwrap();
    let rows = store
        .read()
        .await
        .unwrap()
        .factors(rosa.helper())
        .await
        .unwrap();
    let sealed = &rows[0].sealed;
    let plain = secret.as_bytes();
    assert!(!sealed.windows(plain.len()).any(|part| part == plain));
    let moved = half(&test).await;
    // A writer of the database who gives Rosa another helper's factor is noticed.
    let eve = test.helper("eve").await;
    let (_, hers) = phone(&test, &eve).await;
    let stolen = store
        .read()
        .await
        .unwrap()
        .factors(eve.helper())
        .await
        .unwrap()
        .remove(0);
    let mut write = store.write().await.unwrap();
    write.remove_factors(rosa.helper()).await.unwrap();
    write.remove_factors(eve.helper()).await.unwrap();
    write.insert_factor(rosa.helper(), &stolen).await.unwrap();
    write.commit_unlogged().await.unwrap();
    let planted = show(&test, &moved, Proof::Code(code(&test, &hers))).await;
    assert!(matches!(planted, Err(StepError::Trouble(_))));
}

fn newcomer() -> register::NewAccount {
    register::NewAccount {
        befriend: false,
        name: "Test rosa".to_owned(),
        handle: "rosa".to_owned(),
        password: PASSWORD.into(),
        invitation: None,
        locale: None,
        device: "Test".to_owned(),
    }
}
