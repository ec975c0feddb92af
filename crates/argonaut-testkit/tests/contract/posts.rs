//! Posts, comments, thanks, and asking the network for a client: each rule, on both databases.

use argonaut_app::matches::list as matches;
use argonaut_app::posts::answer::{Answer, answer, take_back};
use argonaut_app::posts::ask::{Chosen, ask, askable};
use argonaut_app::posts::feed::{PAGE, Wanted, feed, mine, of_group, see_all};
use argonaut_app::posts::look::{PostPage, look};
use argonaut_app::posts::settle::{Begun, accept, decline, solve};
use argonaut_app::posts::write::{delete, edit, renew, write};
use argonaut_app::posts::{PostError, comment, thank};
use argonaut_app::{SignedIn, accounts, background, contacts, helpers, notices};
use argonaut_domain::card::{Audience, CardNeed, Urgency};
use argonaut_domain::helper::{Profile, Reach};
use argonaut_domain::ids::{GroupId, PostId};
use argonaut_domain::notice::NoticeKind;
use argonaut_domain::place::Place;
use argonaut_domain::post::{AnswerKind, AnswerState, PostAudience, PostContent, PostKind};
use argonaut_domain::trust::TrustLevel;
use argonaut_testkit::{TestApp, on_both};
use uuid::Uuid;

on_both!(
    each_audience_reads_its_posts,
    a_block_hides_posts_and_comments_both_ways,
    a_suspended_author_is_silent,
    pages_of_the_feed_are_stable,
    asks_end_and_are_renewed_and_forgotten,
    a_post_is_changed_by_its_author_alone_and_deleted_without_a_trace,
    comments_and_thanks_are_told_once_until_read,
    a_sensitive_need_is_never_named,
    an_ask_for_a_client_leaves_no_trace_of_the_client,
    answers_are_for_the_asker_alone,
    an_accepted_answer_begins_an_enquiry_or_contact,
    the_ask_page_works_for_the_circle_alone
);

fn says(words: &str, audience: PostAudience) -> PostContent {
    PostContent {
        audience,
        words: words.to_owned(),
        needs: Vec::new(),
        offers: Vec::new(),
        place: Place::Anywhere,
    }
}

async fn post(test: &TestApp, who: &SignedIn, kind: PostKind, audience: PostAudience) -> PostId {
    write(&test.app, who, kind, says("Words of a post", audience))
        .await
        .unwrap()
}

async fn reads(test: &TestApp, who: &SignedIn) -> Vec<PostId> {
    let page = feed(&test.app, who, Wanted::default()).await.unwrap();
    page.posts.iter().map(|seen| seen.post.id).collect()
}

async fn page(test: &TestApp, who: &SignedIn, id: PostId) -> PostPage {
    look(&test.app, who, id).await.unwrap()
}

async fn told(test: &TestApp, who: &SignedIn) -> Vec<NoticeKind> {
    let list = notices::list(&test.app, who).await.unwrap();
    let unread = list.into_iter().filter(|notice| notice.read.is_none());
    unread.map(|notice| notice.kind).collect()
}

fn help(words: &str) -> Answer {
    Answer {
        kind: AnswerKind::Help,
        term: None,
        words: words.to_owned(),
    }
}

async fn each_audience_reads_its_posts(test: TestApp) {
    let (rosa, eva) = (test.helper("rosa").await, test.helper("eva").await);
    let stranger = test.helper("stranger").await;
    test.befriend(&rosa, &eva).await;
    let open = post(&test, &rosa, PostKind::Story, PostAudience::Everyone).await;
    let narrow = post(&test, &rosa, PostKind::Story, PostAudience::Contacts).await;
    let trusted = PostAudience::Trusted(TrustLevel::WellTrusted);
    let trusted = post(&test, &rosa, PostKind::Story, trusted).await;
    for (who, sees) in [
        (&rosa, [true, true, true]),
        (&eva, [true, true, false]),
        (&stranger, [true, false, false]),
    ] {
        let read = reads(&test, who).await;
        for (id, sees) in [open, narrow, trusted].into_iter().zip(sees) {
            assert_eq!(read.contains(&id), sees);
            assert_eq!(look(&test.app, who, id).await.is_ok(), sees);
            let said = comment::comment(&test.app, who, id, "Good.").await;
            assert_eq!(said.is_ok(), sees, "who does not see it cannot speak there");
        }
    }
    // A group that one is not in is no audience, and its posts are nobody else's.
    let group = GroupId::from_uuid(Uuid::from_u128(5));
    let groups = says("For the choir", PostAudience::Groups(vec![group]));
    let refused = write(&test.app, &rosa, PostKind::Story, groups).await;
    assert!(matches!(refused, Err(PostError::BadAudience)));
    let none = of_group(&test.app, &rosa, group, None).await.unwrap();
    assert!(none.posts.is_empty());
}

async fn a_block_hides_posts_and_comments_both_ways(test: TestApp) {
    let (rosa, eva) = (test.helper("rosa").await, test.helper("eva").await);
    let third = test.helper("third").await;
    let hers = post(&test, &rosa, PostKind::Offer, PostAudience::Everyone).await;
    let theirs = post(&test, &eva, PostKind::Offer, PostAudience::Everyone).await;
    let open = post(&test, &third, PostKind::Story, PostAudience::Everyone).await;
    comment::comment(&test.app, &rosa, open, "Rosa was here")
        .await
        .unwrap();
    comment::comment(&test.app, &eva, open, "Eva was here")
        .await
        .unwrap();
    thank::thank(&test.app, &rosa, open).await.unwrap();
    contacts::block::block(&test.app, &rosa, eva.helper())
        .await
        .unwrap();
    assert_eq!(
        reads(&test, &rosa).await,
        reads_without(&test, &rosa, theirs).await
    );
    assert!(!reads(&test, &eva).await.contains(&hers));
    for (who, post) in [(&rosa, theirs), (&eva, hers)] {
        assert!(matches!(
            look(&test.app, who, post).await,
            Err(PostError::NotFound)
        ));
        assert!(thank::thank(&test.app, who, post).await.is_err());
        let seen = page(&test, who, open).await;
        assert_eq!(seen.comments.len(), 1, "one's own alone");
        assert_eq!(seen.comments[0].author.id, who.helper());
    }
    assert_eq!(page(&test, &eva, open).await.seen.thanks, 0);
    assert_eq!(page(&test, &third, open).await.comments.len(), 2);
}

async fn reads_without(test: &TestApp, who: &SignedIn, id: PostId) -> Vec<PostId> {
    let mut read = reads(test, who).await;
    read.retain(|post| *post != id);
    read
}

async fn a_suspended_author_is_silent(test: TestApp) {
    let admin = test.administrator().await;
    let (rosa, eva) = (test.helper("rosa").await, test.helper("eva").await);
    let hers = post(&test, &rosa, PostKind::Story, PostAudience::Everyone).await;
    let open = post(&test, &eva, PostKind::Story, PostAudience::Everyone).await;
    comment::comment(&test.app, &rosa, open, "Well done")
        .await
        .unwrap();
    let instance = admin.actor.admin().unwrap();
    accounts::administer::suspend(&test.app, &instance, rosa.helper())
        .await
        .unwrap();
    test.app.refresh().await.unwrap();
    assert!(!reads(&test, &eva).await.contains(&hers));
    assert!(look(&test.app, &eva, hers).await.is_err());
    assert!(page(&test, &eva, open).await.comments.is_empty());
}

async fn pages_of_the_feed_are_stable(test: TestApp) {
    let (rosa, eva) = (test.helper("rosa").await, test.helper("eva").await);
    let mut made = Vec::new();
    for number in 0..PAGE * 2 + 3 {
        let kind = [PostKind::Story, PostKind::Thanks][number % 2];
        made.push(post(&test, &rosa, kind, PostAudience::Everyone).await);
        // What is not for these eyes never makes a page shorter.
        post(&test, &rosa, kind, PostAudience::Contacts).await;
    }
    made.sort_unstable();
    made.reverse();
    let mut found = Vec::new();
    let mut wanted = Wanted::default();
    loop {
        let page = feed(&test.app, &eva, wanted).await.unwrap();
        found.extend(page.posts.iter().map(|seen| seen.post.id));
        // Somebody writes while the page is read.
        post(&test, &rosa, PostKind::Story, PostAudience::Contacts).await;
        if page.next.is_none() {
            break;
        }
        assert_eq!(page.posts.len(), PAGE);
        wanted.before = page.next;
    }
    assert_eq!(found, made, "each once, newest first");
    let thanks = Wanted {
        kind: Some(PostKind::Thanks),
        ..Wanted::default()
    };
    let thanks = feed(&test.app, &eva, thanks).await.unwrap();
    assert!(
        thanks
            .posts
            .iter()
            .all(|seen| seen.post.kind == PostKind::Thanks && seen.fresh)
    );
    test.clock.advance_days(1);
    see_all(&test.app, &eva).await.unwrap();
    let seen = feed(&test.app, &eva, Wanted::default()).await.unwrap();
    assert!(seen.posts.iter().all(|seen| !seen.fresh));
    test.clock.advance_days(1);
    let new = post(&test, &rosa, PostKind::Story, PostAudience::Everyone).await;
    let seen = feed(&test.app, &eva, Wanted::default()).await.unwrap();
    let fresh: Vec<PostId> = seen
        .posts
        .iter()
        .filter(|seen| seen.fresh)
        .map(|seen| seen.post.id)
        .collect();
    assert_eq!(fresh, [new]);
}

async fn asks_end_and_are_renewed_and_forgotten(test: TestApp) {
    let (rosa, eva) = (test.helper("rosa").await, test.helper("eva").await);
    let ask = post(&test, &rosa, PostKind::Ask, PostAudience::Everyone).await;
    let story = post(&test, &rosa, PostKind::Story, PostAudience::Everyone).await;
    assert!(matches!(
        renew(&test.app, &rosa, story).await,
        Err(PostError::Over)
    ));
    test.clock.advance_days(29);
    assert!(reads(&test, &eva).await.contains(&ask));
    test.clock.advance_days(1);
    assert_eq!(reads(&test, &eva).await, [story], "a story stays");
    assert!(look(&test.app, &eva, ask).await.is_err());
    assert!(
        look(&test.app, &rosa, ask).await.is_ok(),
        "its author still has it"
    );
    renew(&test.app, &rosa, ask).await.unwrap();
    assert!(matches!(
        renew(&test.app, &eva, ask).await,
        Err(PostError::NotFound)
    ));
    assert!(reads(&test, &eva).await.contains(&ask));
    test.clock.advance_days(30 + 90);
    background::round(&test.app).await.unwrap();
    let left = mine(&test.app, &rosa, None).await.unwrap().posts;
    assert_eq!(
        left.iter().map(|seen| seen.post.id).collect::<Vec<_>>(),
        [story]
    );
}

async fn a_post_is_changed_by_its_author_alone_and_deleted_without_a_trace(test: TestApp) {
    let (rosa, eva) = (test.helper("rosa").await, test.helper("eva").await);
    let content = says("Zanzibarian words", PostAudience::Everyone);
    let id = write(&test.app, &rosa, PostKind::Ask, content.clone())
        .await
        .unwrap();
    comment::comment(&test.app, &eva, id, "Quetzalcoatl comments")
        .await
        .unwrap();
    let changed = says("Other words", PostAudience::Contacts);
    let refused = edit(&test.app, &eva, id, 1, changed.clone()).await;
    assert!(matches!(refused, Err(PostError::NotFound)));
    edit(&test.app, &rosa, id, 1, changed.clone())
        .await
        .unwrap();
    let stale = edit(&test.app, &rosa, id, 1, changed).await;
    assert!(matches!(stale, Err(PostError::Changed)));
    assert!(
        look(&test.app, &eva, id).await.is_err(),
        "the new audience counts at once"
    );
    edit(&test.app, &rosa, id, 2, content).await.unwrap();
    answer(&test.app, &eva, id, help("I drive")).await.unwrap();
    thank::thank(&test.app, &eva, id).await.unwrap();
    assert!(matches!(
        delete(&test.app, &eva, id).await,
        Err(PostError::NotFound)
    ));
    delete(&test.app, &rosa, id).await.unwrap();
    for table in ["posts", "post_comments", "post_thanks", "post_answers"] {
        let left = test
            .database
            .number(&format!("SELECT count(*) FROM {table}"))
            .await;
        assert_eq!(left, 0, "{table}");
    }
    assert!(
        told(&test, &rosa).await.is_empty(),
        "no notice leads nowhere"
    );
    if matches!(test.database.backend(), argonaut_store::Backend::Sqlite(_)) {
        let bytes = test.database.file_bytes();
        for word in ["Zanzibarian", "Quetzalcoatl"] {
            let found = bytes
                .windows(word.len())
                .any(|part| part == word.as_bytes());
            assert!(!found, "{word} is still in the file");
        }
    }
}

async fn comments_and_thanks_are_told_once_until_read(test: TestApp) {
    let (rosa, eva) = (test.helper("rosa").await, test.helper("eva").await);
    let id = post(&test, &rosa, PostKind::Ask, PostAudience::Everyone).await;
    let first = comment::comment(&test.app, &eva, id, "I know a driver")
        .await
        .unwrap();
    comment::comment(&test.app, &eva, id, "Or two")
        .await
        .unwrap();
    thank::thank(&test.app, &eva, id).await.unwrap();
    thank::thank(&test.app, &eva, id).await.unwrap();
    assert!(matches!(
        thank::thank(&test.app, &rosa, id).await,
        Err(PostError::Yourself)
    ));
    let seen = page(&test, &rosa, id).await;
    assert_eq!(
        (seen.thanked.len(), seen.seen.thanks),
        (1, 1),
        "once per helper"
    );
    assert_eq!(told(&test, &rosa).await, [NoticeKind::PostNews]);
    answer(&test.app, &eva, id, help("I drive")).await.unwrap();
    assert_eq!(
        told(&test, &rosa).await,
        [NoticeKind::PostAnswered],
        "an answer weighs more"
    );
    notices::read_all(&test.app, &rosa).await.unwrap();
    comment::comment(&test.app, &eva, id, "Three")
        .await
        .unwrap();
    assert_eq!(told(&test, &rosa).await, [NoticeKind::PostNews]);
    thank::take_back(&test.app, &eva, id).await.unwrap();
    assert!(page(&test, &rosa, id).await.thanked.is_empty());
    // One's own, and any under one's own post; nobody else's.
    let third = test.helper("third").await;
    let refused = comment::delete(&test.app, &third, id, first).await;
    assert!(matches!(refused, Err(PostError::NotFound)));
    comment::delete(&test.app, &eva, id, first).await.unwrap();
    let left = page(&test, &third, id).await.comments;
    assert!(left.iter().all(|one| !one.may_delete));
    comment::delete(&test.app, &rosa, id, left[0].comment.id)
        .await
        .unwrap();
    assert_eq!(page(&test, &eva, id).await.comments.len(), 1);
}

async fn a_sensitive_need_is_never_named(test: TestApp) {
    let (rosa, eva) = (test.helper("rosa").await, test.helper("eva").await);
    let term = test.term("transport.doctor.regular");
    assert!(term.is_sensitive());
    let mut content = says("", PostAudience::Everyone);
    content.needs = vec![CardNeed::Named(term, Urgency::High)];
    let id = write(&test.app, &rosa, PostKind::Ask, content)
        .await
        .unwrap();
    let seen = page(&test, &eva, id).await;
    assert_eq!(
        seen.seen.post.content.needs,
        [CardNeed::OnIntroduction(Urgency::High)]
    );
    let nothing = write(
        &test.app,
        &rosa,
        PostKind::Ask,
        says(" ", PostAudience::Everyone),
    )
    .await;
    assert!(matches!(nothing, Err(PostError::NothingAsked)));
}

async fn an_ask_for_a_client_leaves_no_trace_of_the_client(test: TestApp) {
    test.neighbours().await;
    let (rosa, eva) = (test.neighbour("rosa").await, test.neighbour("eva").await);
    let mut dossier = test.dossier("Dolores Secret");
    dossier.need(test.term("transport.doctor.regular"), Urgency::Medium);
    let client = argonaut_app::clients::record::record(&test.app, &rosa, dossier)
        .await
        .unwrap();
    let may = askable(&test.app, &rosa, client, &PostAudience::Contacts)
        .await
        .unwrap();
    let open = askable(&test.app, &rosa, client, &PostAudience::Everyone)
        .await
        .unwrap();
    assert!(open.place.level() >= 1, "a region at most, for all to see");
    let ride = test.term("transport.doctor");
    let named = CardNeed::Named(ride, Urgency::High);
    assert!(open.needs.contains(&named) && may.needs.contains(&named));
    assert!(
        open.needs
            .contains(&CardNeed::OnIntroduction(Urgency::Medium))
    );
    assert!(open.listed.iter().all(|one| one.face.id != rosa.helper()));
    assert!(!open.listed.is_empty(), "neighbours list rides");
    let chosen = Chosen {
        audience: PostAudience::Everyone,
        // The second is none that the gate lets through.
        needs: vec![
            named,
            CardNeed::Named(test.term("transport.doctor.regular"), Urgency::Medium),
        ],
        words: "Who could drive?".to_owned(),
    };
    let id = ask(&test.app, &rosa, client, chosen).await.unwrap();
    let plain = post(&test, &rosa, PostKind::Ask, PostAudience::Everyone).await;
    let hers = page(&test, &rosa, id).await;
    assert_eq!(hers.client, Some(client));
    assert_eq!(hers.seen.post.content.needs, [named]);
    assert!(!hers.listed.is_empty());
    assert_eq!(page(&test, &rosa, plain).await.client, None);
    let theirs = page(&test, &eva, id).await;
    assert!(theirs.client.is_none() && theirs.listed.is_empty());
    // Whoever reads the database finds no client in it, and cannot tell the two asks apart.
    let sizes = test
        .database
        .number("SELECT count(DISTINCT length(for_author)) FROM posts")
        .await;
    assert_eq!(sizes, 1);
    let rows = test.database.dump("posts").await;
    let hex = client.uuid().simple().to_string();
    let spelled = client.to_string();
    for trace in ["dolores", "secret", hex.as_str(), spelled.as_str()] {
        assert!(!rows.contains(trace), "{trace}: {rows}");
    }
}

async fn answers_are_for_the_asker_alone(test: TestApp) {
    let (rosa, eva) = (test.helper("rosa").await, test.helper("eva").await);
    let other = test.helper("other").await;
    let id = post(&test, &rosa, PostKind::Ask, PostAudience::Everyone).await;
    answer(&test.app, &eva, id, help("Xylophone rides on Mondays"))
        .await
        .unwrap();
    let again = answer(&test.app, &eva, id, help("Once more")).await;
    assert!(matches!(again, Err(PostError::Already)));
    let own = answer(&test.app, &rosa, id, help("Me")).await;
    assert!(matches!(own, Err(PostError::Yourself)));
    let vague = Answer {
        kind: AnswerKind::KnowSomebody,
        term: None,
        words: " ".to_owned(),
    };
    let vague = answer(&test.app, &other, id, vague).await;
    assert!(matches!(vague, Err(PostError::BadWords { .. })));
    let asker = page(&test, &rosa, id).await;
    assert_eq!(asker.answers.len(), 1);
    assert_eq!(
        asker.answers[0].says.as_ref().unwrap().words,
        "Xylophone rides on Mondays"
    );
    assert_eq!(
        page(&test, &eva, id).await.my_answer.unwrap().says,
        asker.answers[0].says
    );
    let third = page(&test, &other, id).await;
    assert!(third.answers.is_empty() && third.my_answer.is_none());
    assert!(
        !test
            .database
            .dump("post_answers")
            .await
            .contains("xylophone")
    );
    // Others cannot settle what is not theirs to settle.
    let answer_id = asker.answers[0].id;
    for who in [&eva, &other] {
        let refused = accept(&test.app, who, id, answer_id).await;
        assert!(matches!(refused, Err(PostError::NotFound)));
        let refused = decline(&test.app, who, id, answer_id).await;
        assert!(matches!(refused, Err(PostError::NotFound)));
        assert!(matches!(
            solve(&test.app, who, id, &[]).await,
            Err(PostError::NotFound)
        ));
    }
    decline(&test.app, &rosa, id, answer_id).await.unwrap();
    assert!(matches!(
        accept(&test.app, &rosa, id, answer_id).await,
        Err(PostError::Changed)
    ));
    assert!(
        told(&test, &eva)
            .await
            .contains(&NoticeKind::AnswerDeclined)
    );
    assert!(matches!(
        take_back(&test.app, &eva, id).await,
        Err(PostError::NotFound)
    ));
    // A block takes the answer out of the asker's sight.
    answer(&test.app, &other, id, help("Me too")).await.unwrap();
    contacts::block::block(&test.app, &other, rosa.helper())
        .await
        .unwrap();
    assert_eq!(page(&test, &rosa, id).await.answers.len(), 1);
}

async fn an_accepted_answer_begins_an_enquiry_or_contact(test: TestApp) {
    test.neighbours().await;
    let (rosa, eva) = (test.neighbour("rosa").await, test.neighbour("eva").await);
    let plain = test.helper("plain").await;
    // Whoever shows nobody what they offer cannot be asked about it.
    let mut profile = Profile::default();
    profile.privacy.offers = Reach::Nobody;
    helpers::edit::edit(&test.app, &plain, &plain.name, profile, 1)
        .await
        .unwrap();
    test.app.refresh().await.unwrap();
    let client = test.client(&rosa, "Dolores").await;
    let chosen = Chosen {
        audience: PostAudience::Everyone,
        needs: vec![CardNeed::Named(
            test.term("transport.doctor"),
            Urgency::High,
        )],
        words: String::new(),
    };
    let id = ask(&test.app, &rosa, client, chosen).await.unwrap();
    let mut drives = help("");
    drives.term = Some(test.term("transport.doctor"));
    answer(&test.app, &eva, id, drives).await.unwrap();
    answer(&test.app, &plain, id, help("I could try"))
        .await
        .unwrap();
    let answers = page(&test, &rosa, id).await.answers;
    let [first, second] = [answers[0].clone(), answers[1].clone()];
    let (hers, theirs) = if first.author.id == eva.helper() {
        (first, second)
    } else {
        (second, first)
    };
    let Begun::Enquiry(joint) = accept(&test.app, &rosa, id, hers.id).await.unwrap() else {
        panic!("eva lists rides: an enquiry begins");
    };
    let lines = matches::list(&test.app, &eva).await.unwrap();
    assert!(lines.iter().any(|line| line.id == joint));
    // One who shows no offers is asked to be a contact.
    assert_eq!(
        accept(&test.app, &rosa, id, theirs.id).await.unwrap(),
        Begun::Contact
    );
    let asked = contacts::list::list(&test.app, &plain)
        .await
        .unwrap()
        .asked_me;
    assert_eq!(asked.len(), 1);
    assert!(
        told(&test, &eva)
            .await
            .contains(&NoticeKind::AnswerAccepted)
    );
    solve(&test.app, &rosa, id, &[hers.id]).await.unwrap();
    assert!(told(&test, &eva).await.contains(&NoticeKind::AnswerHelped));
    assert!(
        !told(&test, &plain)
            .await
            .contains(&NoticeKind::AnswerHelped)
    );
    let seen = page(&test, &rosa, id).await;
    let state = |of| seen.answers.iter().find(|one| one.id == of).unwrap().state;
    assert_eq!(
        (state(hers.id), state(theirs.id)),
        (AnswerState::Helped, AnswerState::Accepted)
    );
    assert!(matches!(
        solve(&test.app, &rosa, id, &[]).await,
        Err(PostError::Changed)
    ));
    let late = answer(&test.app, &test.helper("late").await, id, help("Me")).await;
    assert!(matches!(late, Err(PostError::Over)));
}

async fn the_ask_page_works_for_the_circle_alone(test: TestApp) {
    test.neighbours().await;
    let (rosa, eva) = (test.neighbour("rosa").await, test.neighbour("eva").await);
    let client = test.client(&rosa, "Dolores").await;
    test.card(&rosa, client, Audience::Everyone).await;
    let may = askable(&test.app, &rosa, client, &PostAudience::Contacts)
        .await
        .unwrap();
    assert!(may.hidden_card, "the asker is told that an ask shows them");
    let theirs = askable(&test.app, &eva, client, &PostAudience::Contacts).await;
    assert!(matches!(theirs, Err(PostError::NotFound)));
    let chosen = Chosen {
        audience: PostAudience::Contacts,
        needs: Vec::new(),
        words: String::new(),
    };
    let nothing = ask(&test.app, &rosa, client, chosen).await;
    assert!(matches!(nothing, Err(PostError::NothingAsked)));
}
