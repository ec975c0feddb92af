//! The order of the sources, and what is said about keys and values that
//! cannot be used.

use super::*;

fn pairs(variables: &[(&str, &str)]) -> Vec<(String, String)> {
    variables
        .iter()
        .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
        .collect()
}

/// Flags for a folder of its own, with this text as its file.
fn folder(file: &str) -> (tempfile::TempDir, SettingFlags) {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("argonaut.toml"), file).unwrap();
    let flags = SettingFlags {
        data_dir: Some(folder.path().display().to_string()),
        ..SettingFlags::default()
    };
    (folder, flags)
}

fn complaint(file: &str, variables: &[(&str, &str)]) -> String {
    let (_folder, flags) = folder(file);
    read(&flags, &pairs(variables), FOLDER)
        .unwrap_err()
        .to_string()
}

#[test]
fn a_flag_wins_over_the_environment_over_the_file_over_the_default() {
    let (_folder, mut flags) = folder("listen = \"127.0.0.1:1\"\nlog = \"debug\"\ngate-k = 300");
    let port = |flags: &SettingFlags, variables: &[(&str, &str)]| {
        read(flags, &pairs(variables), FOLDER)
            .unwrap()
            .listen
            .port()
    };
    assert_eq!(port(&SettingFlags::default(), &[]), 8080);
    assert_eq!(port(&flags, &[]), 1);
    assert_eq!(port(&flags, &[("ARGONAUT_LISTEN", "127.0.0.1:2")]), 2);
    assert_eq!(port(&flags, &[("ARGONAUT_LISTEN", "")]), 1);
    flags.listen = Some("localhost:3".to_owned());
    assert_eq!(port(&flags, &[("ARGONAUT_LISTEN", "127.0.0.1:2")]), 3);
    let settings = read(&flags, &[], FOLDER).unwrap();
    assert_eq!(settings.log, "debug");
    assert_eq!(settings.thresholds, Thresholds::at_least(300, 20_000, 10));
}

#[test]
fn an_unknown_key_is_an_error_with_a_hint() {
    assert!(
        complaint("lisen = \"x\"", &[])
            .ends_with("there is no setting `lisen`; did you mean `listen`?")
    );
    assert!(complaint("data_dir = \"x\"", &[]).ends_with("did you mean `data-dir`?"));
    assert!(complaint("colour = 1", &[]).contains("; known are: data-dir, listen"));
    assert_eq!(
        complaint("", &[("ARGONAUT_LISTN", "x")]),
        "the environment: there is no variable `ARGONAUT_LISTN`; did you mean `ARGONAUT_LISTEN`?"
    );
}

#[test]
fn a_bad_value_says_where_it_was_read_and_what_to_do() {
    assert_eq!(
        complaint("", &[("ARGONAUT_LISTEN", "8080")]),
        "the environment: ARGONAUT_LISTEN is \"8080\": write address and port, for example \
         127.0.0.1:8080 or [::]:8080"
    );
    assert!(complaint("gate-k = 5", &[]).ends_with(
        "argonaut.toml: gate-k is \"5\": the gate's floor is 100; write that or more, or leave it out"
    ));
    assert!(complaint("log-format = true", &[]).ends_with("write text or json"));
    assert!(complaint("listen", &[]).contains("not a TOML file"));
    assert!(complaint("data-dir = \"x\"", &[]).contains("--data-dir"));
}

#[test]
fn a_password_in_the_address_of_the_database_is_not_repeated() {
    let text = complaint("", &[("DATABASE_URL", "mysql://me:secret@host/name")]);
    assert!(text.starts_with("the environment: DATABASE_URL is"));
    assert!(!text.contains("secret"));
}

#[test]
fn push_messages_can_be_turned_off() {
    let settings =
        |variables: &[(&str, &str)]| read(&SettingFlags::default(), &pairs(variables), FOLDER);
    assert!(settings(&[]).unwrap().push);
    assert!(!settings(&[("ARGONAUT_PUSH", "off")]).unwrap().push);
    let error = settings(&[("ARGONAUT_PUSH", "maybe")]).unwrap_err();
    assert!(error.to_string().contains("write on or off"), "{error}");
}

#[test]
fn mail_needs_an_address_to_come_from_and_no_password_is_repeated() {
    let settings =
        |variables: &[(&str, &str)]| read(&SettingFlags::default(), &pairs(variables), FOLDER);
    assert!(settings(&[]).unwrap().mail.is_none());
    let url = ("ARGONAUT_MAIL_URL", "smtps://me:secret@mail.example.org");
    let from = ("ARGONAUT_MAIL_FROM", "argonaut@example.org");
    let mail = settings(&[url, from]).unwrap().mail.unwrap();
    assert_eq!(mail.from, "argonaut@example.org");
    assert!(complaint("", &[url]).contains("ARGONAUT_MAIL_FROM"));
    let open = ("ARGONAUT_MAIL_URL", "smtp://me:secret@mail.example.org");
    let said = complaint("", &[open, from]);
    assert!(
        said.contains("under TLS") && !said.contains("secret"),
        "{said}"
    );
    let long = ("ARGONAUT_MAIL_BOUNCES", "mail-that-came-back@example.org");
    assert!(complaint("", &[url, from, long]).contains("at most 11 letters"));
}

#[test]
fn plain_http_is_for_this_machine_only() {
    let reach = |variables: &[(&str, &str)]| {
        read(&SettingFlags::default(), &pairs(variables), FOLDER).map(|settings| settings.reach)
    };
    assert_eq!(reach(&[]).unwrap(), Reach::Loopback);
    assert_eq!(
        reach(&[("ARGONAUT_PUBLIC_URL", "https://help.example.org/")]).unwrap(),
        Reach::Https
    );
    let everywhere = ("ARGONAUT_LISTEN", "0.0.0.0:80");
    assert_eq!(reach(&[everywhere]).unwrap(), Reach::Https);
    assert!(reach(&[everywhere, ("ARGONAUT_SECURE", "false")]).is_err());
}

#[test]
fn limits_and_proxies_are_read_and_bounded() {
    let settings =
        |variables: &[(&str, &str)]| read(&SettingFlags::default(), &pairs(variables), FOLDER);
    let usual = settings(&[]).unwrap();
    assert_eq!(usual.limits, Default::default());
    assert_eq!(usual.proxies, Default::default());
    let chosen = settings(&[
        ("ARGONAUT_LIMITS", "search=900 enquiry=40"),
        ("ARGONAUT_TRUSTED_PROXIES", "10.0.0.0/8 ::1"),
    ])
    .unwrap();
    assert_ne!(chosen.limits, usual.limits);
    assert_ne!(chosen.proxies, usual.proxies);
    assert!(complaint("limits = \"search=1\"", &[]).contains("search can be 150 to 6000 an hour"));
    assert!(
        complaint("trusted-proxies = \"0.0.0.0/0\"", &[]).contains("write addresses or networks")
    );
}
