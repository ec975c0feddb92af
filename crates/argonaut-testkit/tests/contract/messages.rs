//! Messages: who writes to whom, who reads what, what is kept and how, and what somebody at
//! the database cannot do.

use argonaut_app::SignedIn;
use argonaut_app::contacts::{self, block};
use argonaut_app::groups::join::{Wish, join};
use argonaut_app::groups::{invite, make, members};
use argonaut_app::messages::file::{FileFault, FileKind, MOST_BYTES, NewFile};
use argonaut_app::messages::look::{Body, look};
use argonaut_app::messages::write::{self, Draft};
use argonaut_app::messages::{MessageError, delete, export, file, list, mark};
use argonaut_app::notices;
use argonaut_app::safety::report::{self, NewReport};
use argonaut_domain::group::{GroupKind, GroupProfile, GroupRole};
use argonaut_domain::ids::{AttachmentId, ConversationId, GroupId, MessageId};
use argonaut_domain::notice::NoticeKind;
use argonaut_domain::place::Place;
use argonaut_domain::safety::{ReportKind, Subject};
use argonaut_testkit::{TestApp, on_both};

on_both!(
    contacts_write_and_nothing_is_kept_in_plain_words,
    a_stranger_writes_to_nobody_and_a_block_hides_everything,
    who_is_no_contact_any_more_reads_on_and_does_not_write,
    a_group_reads_from_joining_to_leaving,
    reading_is_noted_counted_and_told_once,
    a_message_is_deleted_for_oneself_or_in_time_for_all,
    words_are_found_and_taken_along,
    files_are_cleaned_and_refused_with_a_reason,
    exchanged_bytes_do_not_open,
    one_message_is_reported_by_itself,
);

fn words(text: &str) -> Draft {
    Draft {
        words: text.to_owned(),
        files: Vec::new(),
    }
}

fn file(name: &str, bytes: &[u8]) -> NewFile {
    NewFile {
        name: name.to_owned(),
        bytes: bytes.to_vec(),
    }
}

async fn two(test: &TestApp) -> (SignedIn, SignedIn) {
    let (rosa, eva) = (test.helper("rosa").await, test.helper("eva").await);
    test.befriend(&rosa, &eva).await;
    (rosa, eva)
}

async fn say(test: &TestApp, from: &SignedIn, to: &SignedIn, text: &str) -> ConversationId {
    write::write_to(&test.app, from, to.helper(), words(text))
        .await
        .unwrap()
}

/// What stands in a conversation for somebody; `-` was deleted, `?` cannot be opened.
async fn read(test: &TestApp, who: &SignedIn, id: ConversationId) -> Vec<String> {
    let thread = look(&test.app, who, id, None).await.unwrap();
    thread
        .messages
        .iter()
        .map(|message| match &message.body {
            Body::Open(said) => said.get().words.clone(),
            Body::Deleted => "-".to_owned(),
            Body::Shut => "?".to_owned(),
        })
        .collect()
}

async fn ids(test: &TestApp, who: &SignedIn, id: ConversationId) -> Vec<MessageId> {
    let thread = look(&test.app, who, id, None).await.unwrap();
    thread.messages.iter().map(|message| message.id).collect()
}

async fn told(test: &TestApp, who: &SignedIn) -> usize {
    let all = notices::list(&test.app, who).await.unwrap();
    all.iter()
        .filter(|notice| notice.kind == NoticeKind::MessageReceived && notice.read.is_none())
        .count()
}

async fn group(test: &TestApp, who: &SignedIn) -> GroupId {
    let profile = GroupProfile {
        name: "Elm Street".to_owned(),
        about: String::new(),
        kind: GroupKind::ByInvitation,
        place: Place::Anywhere,
        situations: Vec::new(),
        needs: Vec::new(),
        languages: Vec::new(),
        questions: Vec::new(),
        agreement: String::new(),
    };
    make::make(&test.app, who, profile).await.unwrap()
}

async fn enter(test: &TestApp, by: &SignedIn, id: GroupId, who: &SignedIn, role: GroupRole) {
    invite::invite(&test.app, by, id, who.helper(), role)
        .await
        .unwrap();
    join(&test.app, who, id, Wish::default()).await.unwrap();
}

async fn contacts_write_and_nothing_is_kept_in_plain_words(test: TestApp) {
    let (rosa, eva) = two(&test).await;
    let draft = Draft {
        words: "Zucchini soup at six".to_owned(),
        files: vec![file("kumquat.txt", b"tangerine list")],
    };
    let id = write::write_to(&test.app, &rosa, eva.helper(), draft)
        .await
        .unwrap();
    let again = say(&test, &eva, &rosa, "Gladly").await;
    assert_eq!(id, again, "one conversation for the two");
    for who in [&rosa, &eva] {
        assert_eq!(
            read(&test, who, id).await,
            ["Zucchini soup at six", "Gladly"]
        );
    }
    let thread = look(&test.app, &eva, id, None).await.unwrap();
    let message = &thread.messages[0];
    let Body::Open(said) = &message.body else {
        panic!("it opens");
    };
    let note = &said.get().files[0];
    assert_eq!(
        (note.name.as_str(), note.kind),
        ("kumquat.txt", FileKind::Text)
    );
    let which = AttachmentId::from_uuid(note.id);
    let found = file::open(&test.app, &eva, id, which, message.id)
        .await
        .unwrap();
    assert_eq!(&*found.bytes, b"tangerine list");

    let mut kept = String::new();
    for table in [
        "conversations",
        "conversation_messages",
        "message_files",
        "message_keys",
        "message_wraps",
        "notifications",
        "audit",
    ] {
        kept.push_str(&test.database.dump(table).await);
    }
    for word in ["zucchini", "kumquat", "tangerine", "gladly"] {
        assert!(!kept.contains(word), "{word}");
        let hex: String = word.bytes().map(|byte| format!("{byte:02x}")).collect();
        assert!(!kept.contains(&hex), "{word}");
    }
    for empty in ["", "  \n"] {
        let refused = write::reply(&test.app, &rosa, id, words(empty)).await;
        assert!(matches!(refused, Err(MessageError::BadWords { .. })));
    }
    let long = "x".repeat(write::MOST_CHARACTERS + 1);
    let refused = write::reply(&test.app, &rosa, id, words(&long)).await;
    assert!(matches!(refused, Err(MessageError::BadWords { .. })));
}

async fn a_stranger_writes_to_nobody_and_a_block_hides_everything(test: TestApp) {
    let (rosa, eva) = two(&test).await;
    let tom = test.helper("tom").await;
    for (from, to) in [(&tom, &rosa), (&rosa, &tom), (&rosa, &rosa)] {
        let refused = write::write_to(&test.app, from, to.helper(), words("Hello")).await;
        assert!(matches!(refused, Err(MessageError::NotFound)));
        assert!(
            !write::may_write_to(&test.app, from, to.helper())
                .await
                .unwrap()
        );
    }
    let id = say(&test, &rosa, &eva, "Hello").await;
    assert!(matches!(
        look(&test.app, &tom, id, None).await,
        Err(MessageError::NotFound)
    ));
    assert!(matches!(
        write::reply(&test.app, &tom, id, words("x")).await,
        Err(MessageError::NotFound)
    ));
    assert_eq!(list::unread(&test.app, &eva).await.unwrap(), 1);

    block::block(&test.app, &eva, rosa.helper()).await.unwrap();
    for (who, other) in [(&rosa, &eva), (&eva, &rosa)] {
        assert!(matches!(
            look(&test.app, who, id, None).await,
            Err(MessageError::NotFound)
        ));
        assert!(matches!(
            write::reply(&test.app, who, id, words("x")).await,
            Err(MessageError::NotFound)
        ));
        let refused = write::write_to(&test.app, who, other.helper(), words("x")).await;
        assert!(matches!(refused, Err(MessageError::NotFound)));
        assert!(list::list(&test.app, who).await.unwrap().lines.is_empty());
        assert_eq!(list::unread(&test.app, who).await.unwrap(), 0);
        assert_eq!(told(&test, who).await, 0);
        assert!(
            list::search(&test.app, who, "hello")
                .await
                .unwrap()
                .is_empty()
        );
    }
    block::unblock(&test.app, &eva, rosa.helper())
        .await
        .unwrap();
    assert_eq!(read(&test, &eva, id).await, ["Hello"]);
}

async fn who_is_no_contact_any_more_reads_on_and_does_not_write(test: TestApp) {
    let (rosa, eva) = two(&test).await;
    let id = say(&test, &rosa, &eva, "Hello").await;
    contacts::ask::remove(&test.app, &eva, rosa.helper())
        .await
        .unwrap();
    assert_eq!(read(&test, &rosa, id).await, ["Hello"]);
    let refused = write::reply(&test.app, &rosa, id, words("Still there?")).await;
    assert!(matches!(refused, Err(MessageError::ReadsOnly)));
    // A group that both are in is enough.
    let group = group(&test, &rosa).await;
    enter(&test, &rosa, group, &eva, GroupRole::Member).await;
    write::reply(&test.app, &rosa, id, words("Now we are"))
        .await
        .unwrap();
    assert_eq!(read(&test, &eva, id).await, ["Hello", "Now we are"]);
}

async fn a_group_reads_from_joining_to_leaving(test: TestApp) {
    let (rosa, eva) = two(&test).await;
    let (tom, ida) = (test.helper("tom").await, test.helper("ida").await);
    for other in [&tom, &ida] {
        test.befriend(&rosa, other).await;
    }
    let group = group(&test, &rosa).await;
    let id = ConversationId::of_group(group);
    enter(&test, &rosa, group, &eva, GroupRole::Member).await;
    enter(&test, &rosa, group, &ida, GroupRole::Observer).await;
    let put = async |who: &SignedIn, text: &str| {
        write::reply(&test.app, who, id, words(text))
            .await
            .map(drop)
    };
    put(&rosa, "one").await.unwrap();
    assert!(matches!(put(&ida, "x").await, Err(MessageError::ReadsOnly)));
    assert!(matches!(put(&tom, "x").await, Err(MessageError::NotFound)));
    assert_eq!(read(&test, &ida, id).await, ["one"]);

    enter(&test, &rosa, group, &tom, GroupRole::Member).await;
    assert_eq!(read(&test, &tom, id).await, Vec::<String>::new());
    put(&rosa, "two").await.unwrap();
    put(&tom, "three").await.unwrap();
    assert_eq!(read(&test, &tom, id).await, ["two", "three"]);
    assert_eq!(read(&test, &eva, id).await, ["one", "two", "three"]);

    members::leave(&test.app, &eva, group).await.unwrap();
    assert!(matches!(
        look(&test.app, &eva, id, None).await,
        Err(MessageError::NotFound)
    ));
    put(&rosa, "four").await.unwrap();
    put(&tom, "five").await.unwrap();
    // Whoever comes back has no key for what was said meanwhile.
    enter(&test, &rosa, group, &eva, GroupRole::Member).await;
    assert_eq!(read(&test, &eva, id).await, ["one", "two", "three"]);
    put(&rosa, "six").await.unwrap();
    assert_eq!(read(&test, &eva, id).await, ["one", "two", "three", "six"]);

    // A block between two in the group: neither hears the other.
    block::block(&test.app, &tom, rosa.helper()).await.unwrap();
    put(&rosa, "seven").await.unwrap();
    assert_eq!(read(&test, &tom, id).await, ["three", "five"]);
    block::unblock(&test.app, &tom, rosa.helper())
        .await
        .unwrap();
    assert_eq!(
        read(&test, &tom, id).await,
        ["two", "three", "four", "five", "six"]
    );
}

async fn reading_is_noted_counted_and_told_once(test: TestApp) {
    let (rosa, eva) = two(&test).await;
    let id = say(&test, &rosa, &eva, "one").await;
    say(&test, &rosa, &eva, "two").await;
    assert_eq!(told(&test, &eva).await, 1, "once until they look");
    assert_eq!(list::unread(&test.app, &eva).await.unwrap(), 1);
    assert_eq!(
        list::list(&test.app, &eva).await.unwrap().lines[0].unread,
        2
    );
    let before = look(&test.app, &rosa, id, None).await.unwrap();
    assert!(
        before
            .read_by_other
            .is_none_or(|at| at < before.messages[0].sent)
    );

    let thread = look(&test.app, &eva, id, None).await.unwrap();
    let last = thread.messages[1].sent;
    assert_eq!(
        (
            told(&test, &eva).await,
            list::unread(&test.app, &eva).await.unwrap()
        ),
        (0, 0)
    );
    let seen = async |who: &SignedIn| look(&test.app, who, id, None).await.unwrap().read_by_other;
    assert_eq!(seen(&rosa).await, Some(last));
    // Whoever hides their own sees nobody's.
    mark::hide_read(&test.app, &eva, true).await.unwrap();
    assert_eq!((seen(&rosa).await, seen(&eva).await), (None, None));
    mark::hide_read(&test.app, &eva, false).await.unwrap();
    assert_eq!(seen(&rosa).await, Some(last));

    mark::mute(&test.app, &eva, id, true).await.unwrap();
    say(&test, &rosa, &eva, "three").await;
    assert_eq!(
        (
            told(&test, &eva).await,
            list::unread(&test.app, &eva).await.unwrap()
        ),
        (0, 0)
    );
    assert!(list::list(&test.app, &eva).await.unwrap().lines[0].muted);
    mark::mute(&test.app, &eva, id, false).await.unwrap();
    assert_eq!(list::unread(&test.app, &eva).await.unwrap(), 1);
}

async fn a_message_is_deleted_for_oneself_or_in_time_for_all(test: TestApp) {
    let (rosa, eva) = two(&test).await;
    let draft = Draft {
        words: "one".to_owned(),
        files: vec![file("a.txt", b"a")],
    };
    let id = write::write_to(&test.app, &rosa, eva.helper(), draft)
        .await
        .unwrap();
    say(&test, &rosa, &eva, "two").await;
    let [one, two] = ids(&test, &rosa, id).await[..] else {
        panic!("two messages");
    };
    delete::for_me(&test.app, &eva, id, two).await.unwrap();
    assert_eq!(read(&test, &eva, id).await, ["one"]);
    assert_eq!(read(&test, &rosa, id).await, ["one", "two"]);
    let theirs = delete::for_all(&test.app, &eva, id, one).await;
    assert!(matches!(theirs, Err(MessageError::NotFound)));

    delete::for_all(&test.app, &rosa, id, one).await.unwrap();
    assert_eq!(read(&test, &eva, id).await, ["-"]);
    assert_eq!(
        test.database
            .number("SELECT count(*) FROM message_files")
            .await,
        0
    );
    test.clock.set(test.app.now().plus_minutes(16));
    let late = delete::for_all(&test.app, &rosa, id, two).await;
    assert!(matches!(late, Err(MessageError::TooLate)));
    delete::for_me(&test.app, &rosa, id, two).await.unwrap();
    assert_eq!(read(&test, &rosa, id).await, ["-"]);
}

async fn words_are_found_and_taken_along(test: TestApp) {
    let (rosa, eva) = two(&test).await;
    let id = say(&test, &rosa, &eva, "The Café opens at nine").await;
    say(&test, &eva, &rosa, "I bring bread").await;
    let found = async |who: &SignedIn, query: &str| {
        list::search(&test.app, who, query).await.unwrap().len()
    };
    assert_eq!(found(&eva, "cafe NINE").await, 1);
    assert_eq!(found(&eva, "cafe ten").await, 0);
    assert_eq!(found(&eva, " ").await, 0);
    let stranger = test.helper("tom").await;
    assert_eq!(found(&stranger, "cafe").await, 0);

    let exported = export::export(&test.app, &eva, id).await.unwrap();
    assert_eq!(
        (exported.with.as_str(), exported.messages.len()),
        ("Test rosa", 2)
    );
    assert!(exported.text().contains("The Café opens at nine"));
    let json: serde_json::Value = serde_json::from_str(&exported.json().unwrap()).unwrap();
    assert_eq!(json["messages"][1]["from"], "Test eva");
    assert!(matches!(
        export::export(&test.app, &stranger, id).await,
        Err(MessageError::NotFound)
    ));
}

async fn files_are_cleaned_and_refused_with_a_reason(test: TestApp) {
    let (rosa, eva) = two(&test).await;
    let send = async |files: Vec<NewFile>| {
        let draft = Draft {
            words: "Look".to_owned(),
            files,
        };
        write::write_to(&test.app, &rosa, eva.helper(), draft).await
    };
    let refused = send(vec![file("run.exe", b"MZ\x90\0")]).await;
    assert!(matches!(
        refused,
        Err(MessageError::BadFile(FileFault::Kind { name })) if name == "run.exe"
    ));
    let large = send(vec![file("big.txt", &vec![b'x'; MOST_BYTES + 1])]).await;
    assert!(matches!(
        large,
        Err(MessageError::BadFile(FileFault::TooLarge { .. }))
    ));
    let many = (0..5).map(|_| file("a.txt", b"a")).collect();
    assert!(matches!(
        send(many).await,
        Err(MessageError::BadFile(FileFault::TooMany))
    ));
    assert_eq!(
        test.database
            .number("SELECT count(*) FROM conversation_messages")
            .await,
        0,
        "nothing is sent by halves"
    );
    let id = send(vec![file("a.pdf", b"%PDF-1.4\n1 0 obj\n%%EOF\n")])
        .await
        .unwrap();
    let thread = look(&test.app, &eva, id, None).await.unwrap();
    let Body::Open(said) = &thread.messages[0].body else {
        panic!("it opens");
    };
    assert_eq!(said.get().files[0].kind, FileKind::Pdf);
    let which = AttachmentId::from_uuid(said.get().files[0].id);
    let tom = test.helper("tom").await;
    let refused = file::open(&test.app, &tom, id, which, thread.messages[0].id).await;
    assert!(matches!(refused, Err(MessageError::NotFound)));
}

async fn exchanged_bytes_do_not_open(test: TestApp) {
    let (rosa, eva) = two(&test).await;
    let tom = test.helper("tom").await;
    test.befriend(&rosa, &tom).await;
    let with = |name: &str, bytes: &[u8]| Draft {
        words: name.to_owned(),
        files: vec![file(name, bytes)],
    };
    let id = write::write_to(&test.app, &rosa, eva.helper(), with("a.txt", b"aaaa"))
        .await
        .unwrap();
    write::reply(&test.app, &rosa, id, with("b.txt", b"bbbb"))
        .await
        .unwrap();
    let messages = ids(&test, &eva, id).await;
    let database = &test.database;
    let literal: Vec<String> = messages.iter().map(|of| database.id(of.uuid())).collect();

    // The words of one message in the place of another.
    let swapped = format!(
        "UPDATE conversation_messages SET sealed = (SELECT sealed FROM conversation_messages WHERE id = {}) WHERE id = {}",
        literal[0], literal[1]
    );
    let whole = database
        .blobs("SELECT sealed FROM conversation_messages ORDER BY sent_at")
        .await;
    assert_eq!(database.tamper(&swapped).await, 1);
    assert_eq!(read(&test, &eva, id).await, ["a.txt", "?"]);
    let back = format!(
        "UPDATE conversation_messages SET sealed = {} WHERE id = {}",
        database.bytes(&whole[1]),
        literal[1]
    );
    database.tamper(&back).await;
    assert_eq!(read(&test, &eva, id).await, ["a.txt", "b.txt"]);

    // A file of one message in the place of another's.
    let mut contents = Vec::new();
    for of in &literal {
        let sql = format!("SELECT sealed FROM message_files WHERE message_id = {of}");
        contents.extend(database.blobs(&sql).await);
    }
    for (place, content) in [(0, &contents[1]), (1, &contents[0])] {
        let sql = format!(
            "UPDATE message_files SET sealed = {} WHERE message_id = {}",
            database.bytes(content),
            literal[place]
        );
        assert_eq!(database.tamper(&sql).await, 1);
    }
    let thread = look(&test.app, &eva, id, None).await.unwrap();
    for message in &thread.messages {
        let Body::Open(said) = &message.body else {
            panic!("the words are whole");
        };
        let which = AttachmentId::from_uuid(said.get().files[0].id);
        let opened = file::open(&test.app, &eva, id, which, message.id).await;
        assert!(matches!(opened, Err(MessageError::NotFound)));
    }

    // In somebody else's name, or at another time.
    let sql = format!(
        "UPDATE conversation_messages SET sender_id = {} WHERE id = {}",
        database.id(eva.helper().uuid()),
        literal[0]
    );
    database.tamper(&sql).await;
    assert_eq!(read(&test, &eva, id).await, ["?", "b.txt"]);
    let sql = format!(
        "UPDATE conversation_messages SET sent_at = sent_at + 1000 WHERE id = {}",
        literal[1]
    );
    database.tamper(&sql).await;
    assert_eq!(read(&test, &eva, id).await, ["?", "?"]);

    // A conversation that is handed to somebody else opens as nothing.
    let sql = format!(
        "INSERT INTO message_wraps (key_id, helper_id, public_key, wrapped)
         SELECT key_id, {}, public_key, wrapped FROM message_wraps WHERE helper_id = {}",
        database.id(tom.helper().uuid()),
        database.id(eva.helper().uuid())
    );
    assert_eq!(database.tamper(&sql).await, 1);
    let (one, two) = (
        rosa.helper().min(tom.helper()),
        rosa.helper().max(tom.helper()),
    );
    let sql = format!(
        "UPDATE conversations SET one_id = {}, two_id = {}",
        database.id(one.uuid()),
        database.id(two.uuid())
    );
    database.tamper(&sql).await;
    assert_eq!(read(&test, &tom, id).await, ["?", "?"]);
}

async fn one_message_is_reported_by_itself(test: TestApp) {
    let admin = test.administrator().await;
    let (rosa, eva) = two(&test).await;
    let id = say(&test, &rosa, &eva, "Send me money").await;
    say(&test, &rosa, &eva, "Or soup").await;
    let messages = ids(&test, &eva, id).await;
    let about = || NewReport {
        subject: Subject::Message(messages[0]),
        kind: ReportKind::MoneyAsked,
        words: String::new(),
        messages: Vec::new(),
    };
    report::report(&test.app, &eva, about()).await.unwrap();
    let mine = report::mine(&test.app, &eva).await.unwrap();
    assert_eq!(mine[0].0.snapshot, "Send me money");
    assert_eq!(mine[0].0.reported, rosa.helper());
    assert!(
        report::report(&test.app, &rosa, about()).await.is_err(),
        "one's own"
    );
    assert!(
        report::report(&test.app, &admin, about()).await.is_err(),
        "nor somebody else's"
    );
}
