//! The questions under a text field: each piece that was noticed, and whether to replace
//! it; what the reader will get. Works without the script, with one more click.

use std::str::FromStr;

use argonaut_app::words::{Choices, Hearing, Looked, Personal, Question};
use argonaut_domain::helper::Profile;
use argonaut_domain::ids::{MatchId, PostId};
use maud::{Markup, html};

use crate::form_data::FormData;
use crate::i18n::{Tr, t};
use crate::pages::parts::Weight;
use crate::pages::parts::form;

/// Where a draft is typed; the script sends its code along.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    /// A new enquiry.
    Enquiry,
    /// A message in a match.
    Room(MatchId),
    /// One's own profile.
    Profile,
    /// A new post, or one that is changed.
    Post,
    /// A comment on a post, or an answer to it.
    Under(PostId),
}

impl Place {
    /// The code that the field carries.
    pub(crate) fn code(self) -> String {
        match self {
            Self::Enquiry => "enquiry".to_owned(),
            Self::Room(id) => id.to_string(),
            Self::Profile => "profile".to_owned(),
            Self::Post => "post".to_owned(),
            Self::Under(id) => format!("post:{id}"),
        }
    }
}

impl FromStr for Place {
    type Err = ();

    fn from_str(code: &str) -> Result<Self, ()> {
        match code {
            "enquiry" => Ok(Self::Enquiry),
            "profile" => Ok(Self::Profile),
            "post" => Ok(Self::Post),
            other => match other.strip_prefix("post:") {
                Some(id) => id.parse().map(Self::Under).map_err(|_| ()),
                None => other.parse().map(Self::Room).map_err(|_| ()),
            },
        }
    }
}

/// The most pieces that one form asks about.
const MOST_PIECES: usize = 400;

/// What the sender decided about a field's pieces.
pub(crate) fn choices(sent: &FormData, field: &str) -> Choices {
    let mut choices = Choices::default();
    for number in 0..MOST_PIECES {
        let piece = sent.text(&format!("{field}-piece-{number}"));
        if piece.is_empty() {
            break;
        }
        choices.decide(
            piece,
            sent.text(&format!("{field}-choice-{number}")) != "keep",
        );
    }
    choices.all = sent.text("replace-all") == "yes";
    choices
}

/// Everything of a profile that strangers read, as one text.
pub(crate) fn public_words(profile: &Profile) -> String {
    let notes = profile.offers.iter().map(|offer| offer.note.as_str());
    std::iter::once(profile.about.as_str())
        .chain(notes)
        .collect::<Vec<_>>()
        .join("\n")
}

/// Where the questions will stand: nothing yet.
pub(crate) fn none(field: &str) -> Markup {
    html! { div id={ (field) "-marks" } {} }
}

/// The questions about a field, or nothing. `held`: the form came back because of them.
pub(crate) fn panel(tr: &Tr, field: &str, hearing: Hearing, looked: &Looked, held: bool) -> Markup {
    if looked.questions.is_empty() {
        return none(field);
    }
    let count = looked.questions.len();
    let lead = match hearing {
        Hearing::Enquiry => t!(tr, "drafts-lead-enquiry"),
        Hearing::Talk => t!(tr, "drafts-lead-talk"),
        Hearing::Profile => t!(tr, "drafts-lead-profile"),
        Hearing::Post => t!(tr, "posts-drafts-lead"),
    };
    html! {
        div id={ (field) "-marks" } {
            section.panel.marks tabindex="-1" data-focus[held] data-count=(t!(tr, "drafts-count", count = count)) {
                h2 { (t!(tr, "drafts-title")) }
                p { (lead) }
                @for (number, question) in looked.questions.iter().enumerate() { (ask(tr, field, number, question)) }
                p.marks-will { strong { (t!(tr, "drafts-will-read")) } }
                blockquote { p.note-text { (looked.masked) } }
                // In a form with one-line fields, Enter would press it.
                @if hearing != Hearing::Profile { (form::submit_with(&t!(tr, "drafts-all-send"), Weight::Quiet, "replace-all", "yes")) }
            }
        }
    }
}

fn ask(tr: &Tr, field: &str, number: usize, question: &Question) -> Markup {
    let replace = if question.instead.is_empty() {
        t!(tr, "drafts-leave-out")
    } else {
        t!(tr, "drafts-replace", role = question.instead.as_str())
    };
    let name = format!("{field}-choice-{number}");
    html! {
        fieldset.field {
            legend.label { (looks_like(tr, question.kind)) " " q { (question.piece) } }
            (form::hidden(&format!("{field}-piece-{number}"), &question.piece))
            div.choices {
                label.choice {
                    input type="radio" id={ (name) "-replace" } name=(name) value="replace" checked[question.replace];
                    span.choice-text { (replace) }
                }
                label.choice {
                    input type="radio" id={ (name) "-keep" } name=(name) value="keep" checked[!question.replace];
                    span.choice-text { (t!(tr, "drafts-keep")) }
                }
            }
        }
    }
}

fn looks_like(tr: &Tr, kind: Personal) -> String {
    match kind {
        Personal::Person => t!(tr, "drafts-person"),
        Personal::Phone => t!(tr, "drafts-phone"),
        Personal::Address => t!(tr, "drafts-address"),
        Personal::Email => t!(tr, "drafts-email"),
        Personal::Link => t!(tr, "drafts-link"),
        Personal::Handle => t!(tr, "drafts-handle"),
        Personal::Machine => t!(tr, "drafts-machine"),
        Personal::Date => t!(tr, "drafts-date"),
        Personal::Age => t!(tr, "drafts-age"),
        Personal::Card => t!(tr, "drafts-card"),
        Personal::Account => t!(tr, "drafts-account"),
        Personal::Paper => t!(tr, "drafts-paper"),
        Personal::Place => t!(tr, "drafts-place"),
        Personal::PostalCode => t!(tr, "drafts-postal"),
        Personal::Organisation => t!(tr, "drafts-organisation"),
        Personal::Nation => t!(tr, "drafts-nation"),
        Personal::Occupation => t!(tr, "drafts-occupation"),
    }
}

#[cfg(test)]
mod tests {
    use argonaut_app::words::{Draft, look};
    use argonaut_domain::locale::Locale;

    use super::*;
    use crate::pages::lint;

    fn looked(text: &str) -> Looked {
        let draft = Draft {
            text,
            hearing: Hearing::Enquiry,
            known: &[],
            stored: "",
            locale: Locale::En,
        };
        look(&draft, &Choices::default())
    }

    #[test]
    fn questions_are_asked_in_every_language() {
        let text = "Katrine, 43, lives at 12 Oak Street, in Estonia; born 2/8/1935, 559-555-0143, a@b.org, \
            www.b.org/x, @lupita_g, 10.0.0.1, 4454794511390933, GB82WEST12345698765432, SSN 123-45-6789, Verdafero Inc <b>";
        for locale in [Locale::En, Locale::Es] {
            let tr = Tr::of(locale);
            let page = panel(&tr, "words", Hearing::Enquiry, &looked(text), true).into_string();
            let whole = format!("<h1>x</h1>{page}");
            assert_eq!(lint::faults(&whole), Vec::<String>::new());
            assert!(page.contains("&lt;b&gt;"), "{page}");
            assert!(!page.contains("<b>"), "{page}");
            assert!(page.matches("<fieldset").count() >= 12, "{page}");
        }
    }

    #[test]
    fn what_was_decided_comes_back() {
        let sent = FormData::of(vec![
            ("words-piece-0".to_owned(), "Katrine".to_owned()),
            ("words-choice-0".to_owned(), "keep".to_owned()),
            ("words-piece-1".to_owned(), "a@b.org".to_owned()),
            ("words-choice-1".to_owned(), "replace".to_owned()),
        ]);
        let draft = Draft {
            text: "Katrine: a@b.org",
            hearing: Hearing::Enquiry,
            known: &[],
            stored: "",
            locale: Locale::En,
        };
        let looked = look(&draft, &choices(&sent, "words"));
        assert!(!looked.undecided);
        assert_eq!(looked.masked, "Katrine: a mail address");
    }

    #[test]
    fn a_place_has_a_code() {
        for code in [
            "enquiry",
            "profile",
            "post",
            "post:01890a5d-ac96-774b-bcce-b302099a8057",
            "01890a5d-ac96-774b-bcce-b302099a8057",
        ] {
            let place: Result<Place, ()> = code.parse();
            assert_eq!(place.map(Place::code), Ok(code.to_owned()));
        }
        assert!("elsewhere".parse::<Place>().is_err());
    }
}
