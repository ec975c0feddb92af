//! The form in which a message is written, with its files; read as it arrives, and shown
//! again with every word when something is wrong. Files are to be chosen anew then.

use argonaut_app::messages::MessageError;
use argonaut_app::messages::file::{MOST_BYTES, MOST_FILES, MOST_TOGETHER, NewFile};
use argonaut_app::messages::write::{Draft, MOST_CHARACTERS};
use argonaut_app::words::{self, Hearing, Looked};
use argonaut_domain::locale::Locale;
use axum::extract::multipart::MultipartError;
use axum::extract::{DefaultBodyLimit, FromRequest as _, Multipart, Request};
use axum::http::{StatusCode, header};
use maud::{Markup, html};

use super::problems::MEGABYTE;
use crate::failure::{Failure, Problem as _, status};
use crate::form_data::FormData;
use crate::i18n::{Tr, t};
use crate::pages::drafts::panel;
use crate::pages::parts::{Field, form};
use crate::state::Web;

/// What a form holds beside its files.
const AROUND: usize = 256 * 1024;

/// What arrived.
pub(super) struct Sent {
    pub(super) fields: FormData,
    pub(super) files: Vec<NewFile>,
    /// More than is taken: the rest was not read.
    pub(super) too_large: bool,
}

/// Why a message was not sent.
pub(super) enum Wrong {
    /// The scrubber asks about it.
    Asked,
    /// It cannot be sent.
    Refused(StatusCode, String),
}

/// Reads a form with files, or one without.
pub(super) async fn read(web: &Web, mut request: Request) -> Result<Sent, Failure> {
    let kind = request.headers().get(header::CONTENT_TYPE);
    let with_files = kind
        .and_then(|kind| kind.to_str().ok())
        .is_some_and(|kind| kind.starts_with("multipart/"));
    if !with_files {
        return Ok(Sent {
            fields: FormData::from_request(request, web).await?,
            files: Vec::new(),
            too_large: false,
        });
    }
    DefaultBodyLimit::max(MOST_TOGETHER + AROUND).apply(&mut request);
    let invalid = || Failure::Told {
        kind: argonaut_app::Kind::Invalid,
        text: String::new(),
    };
    let parts = Multipart::from_request(request, web).await;
    let mut parts = parts.map_err(|_| invalid())?;
    let (mut pairs, mut files) = (Vec::new(), Vec::new());
    let mut too_large = false;
    // The words come before the files, so they are there when the files are too large.
    if let Err(error) = fill(&mut parts, &mut pairs, &mut files).await {
        too_large = error.status() == StatusCode::PAYLOAD_TOO_LARGE;
        if !too_large {
            return Err(invalid());
        }
    }
    Ok(Sent {
        fields: FormData::of(pairs),
        files,
        too_large,
    })
}

async fn fill(
    parts: &mut Multipart,
    pairs: &mut Vec<(String, String)>,
    files: &mut Vec<NewFile>,
) -> Result<(), MultipartError> {
    while let Some(part) = parts.next_field().await? {
        let field = part.name().unwrap_or_default().to_owned();
        if let Some(name) = part.file_name().map(str::to_owned) {
            let bytes = part.bytes().await?;
            if !bytes.is_empty() && files.len() <= MOST_FILES {
                files.push(NewFile {
                    name,
                    bytes: bytes.to_vec(),
                });
            }
        } else {
            pairs.push((field, part.text().await?));
        }
    }
    Ok(())
}

/// What the scrubber asks about the words; `known` are names that both sides know.
pub(super) fn looked(locale: Locale, fields: &FormData, known: &[&str]) -> Looked {
    let draft = words::Draft {
        text: fields.text("message"),
        hearing: Hearing::Talk,
        known,
        stored: "",
        locale,
    };
    words::look(&draft, &panel::choices(fields, "message"))
}

/// The message, or why it is not sent.
pub(super) fn draft(tr: &Tr, sent: Sent, looked: &Looked) -> Result<Draft, Wrong> {
    if sent.too_large {
        let most = MOST_TOGETHER / MEGABYTE;
        let text = t!(tr, "messages-files-large", most = most);
        return Err(Wrong::Refused(StatusCode::PAYLOAD_TOO_LARGE, text));
    }
    if looked.undecided {
        return Err(Wrong::Asked);
    }
    Ok(Draft {
        words: looked.masked.clone(),
        files: sent.files,
    })
}

/// What the form shows again after a refusal; a failure of the whole page otherwise.
pub(super) fn refused(tr: &Tr, error: &MessageError) -> Result<Wrong, Failure> {
    match error {
        MessageError::BadWords { .. }
        | MessageError::BadFile(_)
        | MessageError::KeyChanged
        | MessageError::Limited(_) => Ok(Wrong::Refused(status(error.kind()), error.say(tr))),
        MessageError::NotFound
        | MessageError::ReadsOnly
        | MessageError::TooLate
        | MessageError::Trouble(_) => Err(Failure::of(tr, error)),
    }
}

/// What the form shows.
pub(super) struct Typed<'a> {
    pub(super) fields: &'a FormData,
    pub(super) looked: Option<&'a Looked>,
    pub(super) wrong: Option<&'a str>,
}

/// The form.
pub(super) fn view(tr: &Tr, path: &str, label: &str, typed: &Typed<'_>) -> Markup {
    let most = u32::try_from(MOST_CHARACTERS).unwrap_or(u32::MAX);
    let field = Field::new("message", label.to_owned())
        .value(typed.fields.text("message"))
        .error(typed.wrong.map(str::to_owned))
        .longest(most)
        .autocomplete("off");
    let files = t!(
        tr,
        "messages-files-hint",
        count = MOST_FILES,
        most = (MOST_BYTES / MEGABYTE)
    );
    html! {
        form.form #write method="post" action=(path) enctype="multipart/form-data" data-guard {
            (form::textarea(tr, &field, 3))
            @if let Some(looked) = typed.looked { (panel::panel(tr, "message", Hearing::Talk, looked, looked.undecided)) }
            @else { (panel::none("message")) }
            details.more {
                summary { (t!(tr, "messages-files")) }
                div.field {
                    label.label for="files" { (t!(tr, "messages-files-choose")) }
                    p.hint #files-hint { (files) }
                    input.input type="file" id="files" name="files" multiple aria-describedby="files-hint"
                        accept="image/jpeg,image/png,image/webp,application/pdf,text/plain";
                }
            }
            (form::submit_row(&t!(tr, "messages-send"), None))
        }
        p.hint { (t!(tr, "messages-private")) }
    }
}
