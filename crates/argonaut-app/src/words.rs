//! Words that other helpers read: what in them may tell who a client is, and what the
//! sender decided about each piece. Nothing of it is kept, and nothing is logged.

use std::collections::{HashMap, HashSet};

use argonaut_domain::locale::Locale;
use argonaut_privacy::scrub::{self, Certainty, Finding};

pub use argonaut_privacy::scrub::Kind as Personal;

use crate::app::App;
use crate::error::Kind;
use crate::limits::{self, Act, TooMany};
use crate::who::SignedIn;

/// The longest text that is looked at, in characters.
pub const MOST_CHARACTERS: usize = 20_000;

/// Why a text is not looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WordsError {
    /// It is longer than [`MOST_CHARACTERS`].
    #[error("the text is too long to look at")]
    TooLong,
    /// Too many looks.
    #[error("too many looks")]
    TooOften {
        /// Seconds to wait.
        retry_after: u32,
    },
}

impl From<TooMany> for WordsError {
    fn from(too_many: TooMany) -> Self {
        Self::TooOften {
            retry_after: too_many.retry_after,
        }
    }
}

impl WordsError {
    /// The kind of failure.
    pub const fn kind(&self) -> Kind {
        match self {
            Self::TooLong => Kind::Invalid,
            Self::TooOften { retry_after } => Kind::Busy {
                retry_after: *retry_after,
            },
        }
    }
}

/// Where the words will be read.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Hearing {
    /// Between helpers who do not know each other: masking is the default.
    Enquiry,
    /// Between helpers who know each other, before the clients are introduced: the same.
    Talk,
    /// In a helper's own profile: only what leads to a person is asked about.
    Profile,
    /// In a post, a comment or an answer, which may be about a client: as in an enquiry.
    Post,
}

impl Hearing {
    const fn asks_about(self, finding: &Finding) -> bool {
        match self {
            Self::Enquiry | Self::Talk | Self::Post => {
                finding.kind.is_direct() || !matches!(finding.certainty, Certainty::Possible)
            }
            Self::Profile => finding.kind.is_direct(),
        }
    }

    /// What is chosen until the sender chooses. In a profile one's own telephone or link
    /// may be there on purpose; the name or paper of somebody else never is.
    const fn replaces(self, kind: Personal) -> bool {
        match self {
            Self::Enquiry | Self::Talk | Self::Post => true,
            Self::Profile => match kind {
                Personal::Person | Personal::Card | Personal::Account | Personal::Paper => true,
                Personal::Phone
                | Personal::Address
                | Personal::Email
                | Personal::Link
                | Personal::Handle
                | Personal::Machine
                | Personal::Date
                | Personal::Age
                | Personal::Place
                | Personal::PostalCode
                | Personal::Organisation
                | Personal::Nation
                | Personal::Occupation => false,
            },
        }
    }
}

/// One piece of the text, and the question about it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Question {
    /// The piece as it was typed, its white space as single spaces.
    pub piece: String,
    /// What it looks like.
    pub kind: Personal,
    /// What to write instead; empty: leave it out.
    pub instead: String,
    /// Whether it will be replaced.
    pub replace: bool,
}

/// A text that has been looked at.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Looked {
    /// What to decide; the same piece is asked about once.
    pub questions: Vec<Question>,
    /// Whether a piece was found that the sender has not decided about.
    pub undecided: bool,
    /// The text with everything replaced that will be.
    pub masked: String,
}

/// What the sender decided, by piece.
#[derive(Clone, Default, Debug)]
pub struct Choices {
    replace: HashMap<String, bool>,
    /// Everything is replaced, whatever else was chosen.
    pub all: bool,
}

impl Choices {
    /// Notes a decision.
    pub fn decide(&mut self, piece: &str, replace: bool) {
        self.replace.insert(plain(piece), replace);
    }
}

/// A piece as it is compared: browsers change line ends on the way.
fn plain(piece: &str) -> String {
    piece.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A text, where it will be read, and who need not be hidden in it.
#[derive(Clone, Copy, Debug)]
pub struct Draft<'a> {
    /// The text.
    pub text: &'a str,
    /// Where it will be read.
    pub hearing: Hearing,
    /// Names that the readers know anyway.
    pub known: &'a [&'a str],
    /// What stands there already: its pieces are not asked about again.
    pub stored: &'a str,
    /// The language of roles where the text does not show its own.
    pub locale: Locale,
}

/// Looks at a text with what was decided so far. A text that is longer than
/// [`MOST_CHARACTERS`] stays as it is: every use case refuses it for its length.
pub fn look(draft: &Draft<'_>, choices: &Choices) -> Looked {
    if is_too_long(draft.text) {
        return Looked {
            masked: draft.text.to_owned(),
            ..Looked::default()
        };
    }
    let findings: Vec<Finding> = scrub::find(draft.text, draft.locale)
        .into_iter()
        .filter(|finding| draft.hearing.asks_about(finding))
        .collect();
    let stored: HashSet<String> = scrub::find(draft.stored, draft.locale)
        .into_iter()
        .filter_map(|finding| draft.stored.get(finding.range).map(plain))
        .collect();
    let mut looked = Looked::default();
    let mut replaced = Vec::new();
    for finding in findings {
        let piece = plain(draft.text.get(finding.range.clone()).unwrap_or_default());
        if stored.contains(&piece) || is_known(&piece, finding.kind, draft.known) {
            continue;
        }
        let decided = choices.replace.get(&piece).copied();
        looked.undecided |= decided.is_none() && !choices.all;
        let replace =
            choices.all || decided.unwrap_or_else(|| draft.hearing.replaces(finding.kind));
        if !looked
            .questions
            .iter()
            .any(|question| question.piece == piece)
        {
            looked.questions.push(Question {
                piece,
                kind: finding.kind,
                instead: finding.replacement.clone(),
                replace,
            });
        }
        if replace {
            replaced.push(finding);
        }
    }
    looked.masked = scrub::apply(draft.text, &replaced);
    looked
}

fn is_too_long(text: &str) -> bool {
    text.chars().nth(MOST_CHARACTERS).is_some()
}

/// Whether every word of a name is one that the readers know.
fn is_known(piece: &str, kind: Personal, known: &[&str]) -> bool {
    let words = |text: &str| -> Vec<String> {
        text.split(|letter: char| !letter.is_alphanumeric())
            .filter(|word| word.chars().count() > 1)
            .map(argonaut_domain::fold::fold)
            .collect()
    };
    let known: Vec<String> = known.iter().flat_map(|name| words(name)).collect();
    let own = words(piece);
    kind == Personal::Person && !own.is_empty() && own.iter().all(|word| known.contains(word))
}

/// Looks at a text while it is typed; so many times a minute for each helper.
///
/// # Errors
/// [`WordsError`] when it is too long, or was asked too often.
pub async fn look_while_typing(
    app: &App,
    who: &SignedIn,
    draft: &Draft<'_>,
    choices: &Choices,
) -> Result<Looked, WordsError> {
    limits::take(app, Some(who.helper()), Act::Draft).await?;
    if is_too_long(draft.text) {
        return Err(WordsError::TooLong);
    }
    Ok(look(draft, choices))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draft(text: &str, hearing: Hearing) -> Draft<'_> {
        Draft {
            text,
            hearing,
            known: &[],
            stored: "",
            locale: Locale::En,
        }
    }

    #[test]
    fn an_enquiry_is_masked_until_the_sender_decides() {
        let text = "Katrine needs a ride. Katrine likes chess. Call 559-555-0143.";
        let looked = look(&draft(text, Hearing::Enquiry), &Choices::default());
        assert!(looked.undecided);
        assert_eq!(
            looked.questions.len(),
            2,
            "the same name is asked about once"
        );
        assert_eq!(
            looked.masked,
            "My client needs a ride. My client likes chess. Call a phone number."
        );

        let mut choices = Choices::default();
        choices.decide("Katrine", false);
        choices.decide("559-555-0143", true);
        let looked = look(&draft(text, Hearing::Enquiry), &choices);
        assert!(!looked.undecided);
        assert_eq!(
            looked.masked,
            "Katrine needs a ride. Katrine likes chess. Call a phone number."
        );
        choices.all = true;
        let looked = look(&draft(text, Hearing::Enquiry), &choices);
        assert!(looked.masked.starts_with("My client needs"));
    }

    #[test]
    fn a_decision_outlives_a_browsers_line_ends() {
        let text = "She lives at 12 Oak Street\r\nFresno, CA 93701";
        let first = look(&draft(text, Hearing::Enquiry), &Choices::default());
        let mut choices = Choices::default();
        choices.decide(&first.questions[0].piece, false);
        let again = look(&draft(text, Hearing::Enquiry), &choices);
        assert!(!again.undecided);
        assert_eq!(again.masked, text);
    }

    #[test]
    fn known_names_and_stored_words_are_not_asked_about() {
        let asked = |known: &[&str], stored: &str| {
            let text = "I am Rosa Tester, and Xiomara Pech helps me.";
            let draft = Draft {
                known,
                stored,
                ..draft(text, Hearing::Profile)
            };
            look(&draft, &Choices::default()).questions.len()
        };
        assert_eq!(asked(&[], ""), 2);
        assert_eq!(asked(&["Rosa Tester"], ""), 1);
        assert_eq!(asked(&["Rosa Tester"], "With Xiomara Pech."), 0);
    }

    #[test]
    fn a_profile_keeps_ones_own_telephone_unless_told() {
        let text = "Call me at 559-555-0143. I live in Estonia.";
        let looked = look(&draft(text, Hearing::Profile), &Choices::default());
        assert_eq!(looked.questions.len(), 1);
        assert_eq!(looked.masked, text);
    }
}
