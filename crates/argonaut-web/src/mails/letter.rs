//! How a letter looks: its subject, its text and the same as simple HTML, in the language of
//! its reader. It is given numbers and addresses alone, so it can tell nothing else.

use argonaut_app::told::out::{Letter, Matter};
use maud::{DOCTYPE, html};

use crate::i18n::{Tr, t};

/// A letter in words.
pub(super) struct Written {
    pub(super) subject: String,
    pub(super) text: String,
    pub(super) html: String,
    /// The address that ends mail, where mail can be ended.
    pub(super) stop: Option<String>,
}

/// Writes a letter; `site` is the address people type, without a slash at its end.
pub(super) fn write(letter: &Letter, site: &str) -> Written {
    let tr = &Tr::of(letter.language);
    let host = site.split_once("://").map_or(site, |(_, host)| host);
    match &letter.matter {
        Matter::Confirm { token } => {
            let lines = [
                t!(tr, "told-letter-confirm", host = host),
                t!(tr, "told-letter-confirm-why"),
            ];
            let link = format!("{site}/mail/confirm/{token}");
            let end = t!(tr, "told-letter-confirm-not");
            put(
                tr,
                t!(tr, "told-letter-confirm-subject"),
                &lines,
                (&t!(tr, "told-letter-confirm-link"), &link),
                &end,
                None,
            )
        }
        Matter::Waiting { things, security } => {
            let subject = if *security {
                t!(tr, "told-letter-security-subject")
            } else {
                t!(tr, "told-letter-subject", count = (*things))
            };
            let mut lines = vec![t!(
                tr,
                "told-letter-waiting",
                count = (*things),
                host = host
            )];
            if *security {
                lines.push(t!(tr, "told-letter-security"));
            }
            let link = format!("{site}/notifications");
            let end = t!(
                tr,
                "told-letter-why",
                address = format!("{site}/account/told")
            );
            let stop = format!("{site}/mail/stop/{}", letter.stop);
            put(
                tr,
                subject,
                &lines,
                (&t!(tr, "told-letter-link"), &link),
                &end,
                Some(stop),
            )
        }
    }
}

fn put(
    tr: &Tr,
    subject: String,
    lines: &[String],
    (label, link): (&str, &str),
    end: &str,
    stop: Option<String>,
) -> Written {
    let ending = stop
        .as_ref()
        .map(|stop| (t!(tr, "told-letter-stop"), stop.clone()));
    let mut text = lines.join("\n\n");
    text.push_str(&format!("\n\n{label}:\n{link}\n\n--\n{end}\n"));
    if let Some((label, stop)) = &ending {
        text.push_str(&format!("{label}:\n{stop}\n"));
    }
    let html = html! {
        (DOCTYPE)
        html lang=(tr.lang()) dir=(tr.dir()) {
            head { meta charset="utf-8"; title { (subject) } }
            body {
                @for line in lines { p { (line) } }
                p { a href=(link) { (label) } }
                hr;
                p { (end) }
                @if let Some((label, stop)) = &ending { p { a href=(stop) { (label) } } }
            }
        }
    };
    Written {
        subject,
        text,
        html: html.into_string(),
        stop,
    }
}
