//! Mutes, reports, decisions, appeals, and blocks of somebody hidden.

use argonaut_app::accounts::invite;
use argonaut_app::contacts::{ContactError, ask, block, list, mute};
use argonaut_app::groups::make;
use argonaut_app::helpers::directory::{self, Wanted};
use argonaut_app::helpers::view;
use argonaut_app::posts::look::look;
use argonaut_app::posts::{comment, feed, write};
use argonaut_app::safety::decide::{Verdict, decide};
use argonaut_app::safety::report::{self, NewReport};
use argonaut_app::safety::{SafetyError, appeal, lift_over, queue};
use argonaut_app::{SignedIn, accounts, notices};
use argonaut_domain::access::{Granted, Moderation};
use argonaut_domain::card::Audience;
use argonaut_domain::group::{GroupKind, GroupProfile};
use argonaut_domain::helper::Standing;
use argonaut_domain::ids::ReportId;
use argonaut_domain::place::Place;
use argonaut_domain::post::{PostAudience, PostContent, PostKind};
use argonaut_domain::safety::{Outcome, Point, ReportKind, Subject};
use argonaut_testkit::{PASSWORD, TestApp, on_both};

on_both!(
    a_mute_is_private_and_leaves_the_page,
    a_block_from_hidden_work_never_shows_the_name,
    a_report_reaches_moderators_and_the_reported_never_learns_who,
    a_limit_keeps_from_approaching_others_and_an_appeal_lifts_it,
    a_suspension_ends_by_its_date,
    whoever_is_suspended_reads_why_and_appeals,
    what_is_hidden_is_the_authors_alone_and_comes_back_on_appeal,
    a_group_is_reported_through_the_eyes_of_the_reporter,
    nobody_decides_about_themselves_or_their_own_report,
);

fn about(subject: Subject) -> NewReport {
    NewReport {
        subject,
        kind: ReportKind::Harassment,
        words: "They pressed me.".to_owned(),
        messages: Vec::new(),
    }
}

fn verdict(outcome: Outcome) -> Verdict {
    Verdict {
        outcome,
        point: Point::Respect,
        reason: "Please write kindly.".to_owned(),
        until: None,
    }
}

fn granted(who: &SignedIn) -> Granted<Moderation> {
    who.actor.moderator().unwrap()
}

async fn reported(test: &TestApp, by: &SignedIn, whom: &SignedIn) -> ReportId {
    report::report(&test.app, by, about(Subject::Helper(whom.helper())))
        .await
        .unwrap()
}

async fn a_mute_is_private_and_leaves_the_page(test: TestApp) {
    let (rosa, eva) = (test.helper("rosa").await, test.helper("eva").await);
    mute::mute(&test.app, &rosa, eva.helper()).await.unwrap();
    assert!(matches!(
        mute::mute(&test.app, &rosa, eva.helper()).await,
        Err(ContactError::Already)
    ));
    let total = async |who: &SignedIn| {
        let found = directory::list(&test.app, who, &Wanted::default(), 0)
            .await
            .unwrap();
        found.total
    };
    assert_eq!((total(&rosa).await, total(&eva).await), (0, 1));
    assert!(view::view(&test.app, &rosa, eva.helper()).await.is_ok());
    ask::ask(&test.app, &eva, rosa.helper()).await.unwrap();
    assert_eq!(notices::unread(&test.app, &rosa).await.unwrap(), 0);
    let seen = list::list(&test.app, &rosa).await.unwrap();
    assert_eq!((seen.asked_me.len(), seen.muted.len()), (1, 1));
    let theirs = list::list(&test.app, &eva).await.unwrap();
    assert!(theirs.muted.is_empty());
    mute::unmute(&test.app, &rosa, eva.helper()).await.unwrap();
    assert_eq!(total(&rosa).await, 1);
    assert!(matches!(
        mute::unmute(&test.app, &rosa, eva.helper()).await,
        Err(ContactError::NotFound)
    ));
}

async fn a_block_from_hidden_work_never_shows_the_name(test: TestApp) {
    test.neighbours().await;
    let (rosa, eva) = (test.neighbour("rosa").await, test.neighbour("eva").await);
    let (ana, luz) = (
        test.client(&rosa, "Ana").await,
        test.client(&eva, "Luz").await,
    );
    test.consent(&rosa, ana).await;
    test.befriend(&rosa, &eva).await;
    let card = test.card(&rosa, ana, Audience::Everyone).await;
    test.app.refresh().await.unwrap();
    let joint = test.enquiry(&eva, Some(luz), card).await;
    block::block_partner(&test.app, &rosa, joint).await.unwrap();
    let seen = list::list(&test.app, &rosa).await.unwrap();
    assert!(seen.blocked.is_empty(), "no name");
    assert_eq!(seen.blocked_hidden, [joint]);
    let to = eva.helper();
    assert!(matches!(
        block::unblock(&test.app, &rosa, to).await,
        Err(ContactError::NotFound)
    ));
    assert!(matches!(
        block::block(&test.app, &rosa, to).await,
        Err(ContactError::NotFound)
    ));
    assert!(view::view(&test.app, &rosa, to).await.is_err());
    block::unblock_hidden(&test.app, &rosa, joint)
        .await
        .unwrap();
    assert!(view::view(&test.app, &rosa, to).await.is_ok());
}

async fn a_report_reaches_moderators_and_the_reported_never_learns_who(test: TestApp) {
    let admin = test.administrator().await;
    let (rosa, eva) = (test.helper("rosa").await, test.helper("eva").await);
    assert!(rosa.actor.moderator().is_none());
    let id = reported(&test, &rosa, &eva).await;
    assert_eq!(notices::unread(&test.app, &admin).await.unwrap(), 1);
    assert_eq!(notices::unread(&test.app, &eva).await.unwrap(), 0);
    let open = queue::open(&test.app, &granted(&admin), id).await.unwrap();
    assert!(open.report.snapshot.contains("@eva"));
    assert_eq!(open.report.words, "They pressed me.");
    queue::take(&test.app, &granted(&admin), id).await.unwrap();
    decide(&test.app, &granted(&admin), id, verdict(Outcome::Note))
        .await
        .unwrap();
    assert!(matches!(
        decide(&test.app, &granted(&admin), id, verdict(Outcome::Note)).await,
        Err(SafetyError::Already)
    ));
    let mine = report::mine(&test.app, &rosa).await.unwrap();
    assert_eq!(mine[0].1.as_ref().unwrap().outcome, Outcome::Note);
    let told = appeal::about_me(&test.app, &eva).await.unwrap();
    assert_eq!(told[0].reason, "Please write kindly.");
    let notice = &notices::list(&test.app, &eva).await.unwrap()[0];
    assert_eq!(
        notice.subject,
        told[0].id.uuid(),
        "the decision, not the report"
    );
    let log = queue::log(&test.app).await.unwrap();
    assert_eq!((log.len(), log[0].point), (1, Point::Respect));
    // Where nothing was wrong, nobody is told that somebody reported.
    let another = reported(&test, &rosa, &eva).await;
    decide(
        &test.app,
        &granted(&admin),
        another,
        verdict(Outcome::Nothing),
    )
    .await
    .unwrap();
    assert_eq!(appeal::about_me(&test.app, &eva).await.unwrap().len(), 1);
    assert_eq!(notices::unread(&test.app, &eva).await.unwrap(), 1);
}

async fn a_limit_keeps_from_approaching_others_and_an_appeal_lifts_it(test: TestApp) {
    let admin = test.administrator().await;
    let (rosa, eva) = (test.helper("rosa").await, test.helper("eva").await);
    let id = reported(&test, &rosa, &eva).await;
    let mut limit = verdict(Outcome::Limit);
    assert!(matches!(
        decide(&test.app, &granted(&admin), id, limit.clone()).await,
        Err(SafetyError::BadDate)
    ));
    limit.until = Some(test.app.now().plus_days(30));
    let decision = decide(&test.app, &granted(&admin), id, limit)
        .await
        .unwrap();
    assert!(matches!(
        ask::ask(&test.app, &eva, rosa.helper()).await,
        Err(ContactError::Limited(_))
    ));
    assert!(matches!(
        invite::make(&test.app, &eva).await,
        Err(invite::InviteError::Limited(_))
    ));
    assert!(matches!(
        appeal::appeal(&test.app, &rosa, decision, "not mine").await,
        Err(SafetyError::NotFound)
    ));
    appeal::appeal(&test.app, &eva, decision, "It was a mistake.")
        .await
        .unwrap();
    assert!(matches!(
        appeal::appeal(&test.app, &eva, decision, "Again.").await,
        Err(SafetyError::Already)
    ));
    appeal::answer(&test.app, &granted(&admin), id, "You are right.", true)
        .await
        .unwrap();
    ask::ask(&test.app, &eva, rosa.helper()).await.unwrap();
    assert!(queue::log(&test.app).await.unwrap()[0].overturned);
}

async fn a_suspension_ends_by_its_date(test: TestApp) {
    let admin = test.administrator().await;
    let (rosa, eva) = (test.helper("rosa").await, test.helper("eva").await);
    invite::make(&test.app, &eva).await.unwrap();
    let id = reported(&test, &rosa, &eva).await;
    let mut rest = verdict(Outcome::Suspend);
    rest.until = Some(test.app.now().plus_days(7));
    decide(&test.app, &granted(&admin), id, rest).await.unwrap();
    assert!(view::view(&test.app, &rosa, eva.helper()).await.is_err());
    let open = invite::list(&test.app, &eva).await.unwrap();
    assert!(open[0].revoked.is_some(), "open invitations end");
    assert_eq!(lift_over(&test.app).await.unwrap(), 0);
    test.clock.advance_days(8);
    assert_eq!(lift_over(&test.app).await.unwrap(), 1);
    test.app.refresh().await.unwrap();
    assert!(view::view(&test.app, &rosa, eva.helper()).await.is_ok());
    let all = accounts::administer::accounts(&test.app, &admin.actor.admin().unwrap())
        .await
        .unwrap();
    assert!(all.suspended.is_empty());
    assert!(
        all.active
            .iter()
            .all(|helper| helper.standing == Standing::Active)
    );
}

async fn nobody_decides_about_themselves_or_their_own_report(test: TestApp) {
    let admin = test.administrator().await;
    let (rosa, eva) = (test.helper("rosa").await, test.helper("eva").await);
    let about_admin = reported(&test, &rosa, &admin).await;
    assert!(matches!(
        decide(
            &test.app,
            &granted(&admin),
            about_admin,
            verdict(Outcome::Nothing)
        )
        .await,
        Err(SafetyError::NotFound)
    ));
    let own = reported(&test, &admin, &eva).await;
    assert!(matches!(
        decide(&test.app, &granted(&admin), own, verdict(Outcome::Nothing)).await,
        Err(SafetyError::NotYours)
    ));
    // A named moderator decides, but not about an administrator.
    let moderator = eva.actor.moderating(true).moderator().unwrap();
    assert!(matches!(
        decide(
            &test.app,
            &moderator,
            about_admin,
            verdict(Outcome::Suspend)
        )
        .await,
        Err(SafetyError::NotYours)
    ));
    assert!(matches!(
        report::report(&test.app, &rosa, about(Subject::Helper(rosa.helper()))).await,
        Err(SafetyError::Own)
    ));
}

fn story(words: &str) -> PostContent {
    PostContent {
        audience: PostAudience::Everyone,
        words: words.to_owned(),
        needs: Vec::new(),
        offers: Vec::new(),
        place: Place::Anywhere,
    }
}

async fn what_is_hidden_is_the_authors_alone_and_comes_back_on_appeal(test: TestApp) {
    let admin = test.administrator().await;
    let [rosa, eva, ida] = [
        test.helper("rosa").await,
        test.helper("eva").await,
        test.helper("ida").await,
    ];
    let post = write::write(&test.app, &eva, PostKind::Story, story("An unkind story"))
        .await
        .unwrap();
    let comment = comment::comment(&test.app, &ida, post, "An unkind comment")
        .await
        .unwrap();
    let opens = async |who: &SignedIn| look(&test.app, who, post).await.is_ok();
    let comments = async |who: &SignedIn| look(&test.app, who, post).await.unwrap().comments.len();
    let own = report::report(&test.app, &eva, about(Subject::Post(post.uuid()))).await;
    assert!(matches!(own, Err(SafetyError::Own)));

    let on_comment = report::report(&test.app, &rosa, about(Subject::Comment(comment.uuid())))
        .await
        .unwrap();
    decide(
        &test.app,
        &granted(&admin),
        on_comment,
        verdict(Outcome::Hide),
    )
    .await
    .unwrap();
    assert_eq!((comments(&rosa).await, comments(&ida).await), (0, 1));
    let again = report::report(&test.app, &rosa, about(Subject::Comment(comment.uuid()))).await;
    assert!(
        matches!(again, Err(SafetyError::NotFound)),
        "not seen any more"
    );

    let on_post = report::report(&test.app, &rosa, about(Subject::Post(post.uuid())))
        .await
        .unwrap();
    let open = queue::open(&test.app, &granted(&admin), on_post)
        .await
        .unwrap();
    assert_eq!(open.report.snapshot, "An unkind story");
    assert_eq!(open.report.reported, eva.helper());
    let decision = decide(&test.app, &granted(&admin), on_post, verdict(Outcome::Hide))
        .await
        .unwrap();
    assert!(!opens(&rosa).await && !opens(&ida).await && opens(&eva).await);
    let feed = feed::feed(&test.app, &rosa, feed::Wanted::default())
        .await
        .unwrap();
    assert!(feed.posts.is_empty());

    appeal::appeal(&test.app, &eva, decision, "I have rewritten it.")
        .await
        .unwrap();
    appeal::answer(&test.app, &granted(&admin), on_post, "Thank you.", true)
        .await
        .unwrap();
    assert!(opens(&rosa).await);
}

async fn a_group_is_reported_through_the_eyes_of_the_reporter(test: TestApp) {
    let admin = test.administrator().await;
    let (rosa, eva) = (test.helper("rosa").await, test.helper("eva").await);
    let group = |kind| GroupProfile {
        name: "The choir".to_owned(),
        about: "We sing".to_owned(),
        kind,
        place: Place::Anywhere,
        situations: Vec::new(),
        needs: Vec::new(),
        languages: Vec::new(),
        questions: Vec::new(),
        agreement: String::new(),
    };
    let secret = make::make(&test.app, &eva, group(GroupKind::Secret))
        .await
        .unwrap();
    let hidden = report::report(&test.app, &rosa, about(Subject::Group(secret))).await;
    assert!(matches!(hidden, Err(SafetyError::NotFound)));
    let open = make::make(&test.app, &eva, group(GroupKind::Open))
        .await
        .unwrap();
    let id = report::report(&test.app, &rosa, about(Subject::Group(open)))
        .await
        .unwrap();
    let found = queue::open(&test.app, &granted(&admin), id).await.unwrap();
    assert!(found.report.snapshot.contains("The choir"));
    assert_eq!(found.report.reported, eva.helper());
    assert!(matches!(
        decide(&test.app, &granted(&admin), id, verdict(Outcome::Hide)).await,
        Err(SafetyError::NotHideable)
    ));
}

async fn whoever_is_suspended_reads_why_and_appeals(test: TestApp) {
    let admin = test.administrator().await;
    let (rosa, eva) = (test.helper("rosa").await, test.helper("eva").await);
    let id = reported(&test, &rosa, &eva).await;
    let decision = decide(&test.app, &granted(&admin), id, verdict(Outcome::Suspend))
        .await
        .unwrap();
    test.app.refresh().await.unwrap();
    let mut browser = test.site().browser();
    let sign_in = [("handle", "eva"), ("password", PASSWORD)];
    let wrong = browser
        .post(
            "/sign-in",
            &[("handle", "eva"), ("password", "not this one at all")],
        )
        .await;
    assert!(!wrong.body.contains("Please write kindly."));
    let page = browser.post("/sign-in", &sign_in).await;
    assert_eq!(page.status.as_u16(), 403);
    assert!(page.body.contains("Please write kindly."), "{}", page.body);
    assert!(!page.body.contains("rosa") && !page.body.contains("They pressed me."));
    assert_eq!(
        browser.get("/clients").await.status.as_u16(),
        303,
        "no session"
    );

    let decision = decision.to_string();
    let mut appeal = vec![
        ("decision", decision.as_str()),
        ("handle", "eva"),
        ("words", "I was not well that day."),
        ("password", "not this one at all"),
    ];
    let again = browser.post("/sign-in/appeal", &appeal).await;
    assert!(
        again.body.contains("I was not well that day."),
        "nothing typed is lost"
    );
    assert!(!again.body.contains("Please write kindly."));
    appeal[3].1 = PASSWORD;
    let done = browser.post("/sign-in/appeal", &appeal).await;
    assert!(done.body.contains("Please write kindly."), "{}", done.body);
    let open = queue::open(&test.app, &granted(&admin), id).await.unwrap();
    let said = open.decision.unwrap();
    assert_eq!(said.appeal.as_deref(), Some("I was not well that day."));
    appeal::answer(&test.app, &granted(&admin), id, "Welcome back.", true)
        .await
        .unwrap();
    test.app.refresh().await.unwrap();
    let back = browser.post("/sign-in", &sign_in).await;
    assert_eq!(back.status.as_u16(), 303);
}
