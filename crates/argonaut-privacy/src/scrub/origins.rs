//! Nations and occupations, where they are said of a person.

use super::Certainty;
use super::Kind;
use super::lexicon::Marks;
use super::spans::Spans;
use super::tokens::{Gap, Shape, Text};

/// "Polish", "salvadoreña"; not of a language that is spoken or taught.
pub(super) fn nations(text: &Text<'_>, spans: &mut Spans) {
    for (at, token) in text.tokens.iter().enumerate() {
        if !token.any(Marks::NATION) || !token.is_word() {
            continue;
        }
        let plain = token.shape != Shape::Lower
            || !token.any(Marks::EVERYDAY | Marks::RARE | Marks::PLACE | Marks::GIVEN_COMMON);
        let tongue = matches!(
            text.word(token),
            "espanol"
                | "ingles"
                | "frances"
                | "aleman"
                | "portugues"
                | "chino"
                | "arabe"
                | "ruso"
                | "italiano"
                | "coreano"
                | "japones"
                | "quechua"
                | "hindi"
        ) && token.shape == Shape::Lower;
        if plain && !tongue && !is_of_language(text, at) {
            spans.claim(token.start, token.end, Kind::Nation, Certainty::Possible);
        }
    }
}

fn is_of_language(text: &Text<'_>, at: usize) -> bool {
    let tongue = |word: &str| {
        matches!(
            word,
            "speak"
                | "speaks"
                | "speaking"
                | "spoken"
                | "spoke"
                | "speaker"
                | "speakers"
                | "language"
                | "languages"
                | "learn"
                | "learns"
                | "learning"
                | "teach"
                | "teaches"
                | "teaching"
                | "study"
                | "class"
                | "classes"
                | "lesson"
                | "lessons"
                | "course"
                | "interpreter"
                | "interpreters"
                | "translator"
                | "translation"
                | "translate"
                | "fluent"
                | "bilingual"
                | "read"
                | "reads"
                | "write"
                | "writes"
                | "understand"
                | "understands"
                | "practice"
                | "tutor"
                | "tutoring"
                | "esl"
                | "literacy"
                | "conversation"
                | "habla"
                | "hablan"
                | "hablo"
                | "hablar"
                | "hablamos"
                | "hablante"
                | "idioma"
                | "idiomas"
                | "aprender"
                | "aprende"
                | "clase"
                | "clases"
                | "curso"
                | "interprete"
                | "traductor"
                | "traductora"
                | "traduccion"
                | "lengua"
                | "hable"
                | "hablen"
                | "hablando"
                | "hablaba"
                | "basic"
                | "practise"
                | "practising"
                | "practicing"
                | "improve"
                | "improving"
                | "some"
                | "little"
                | "good"
                | "limited"
                | "bit"
                | "ensena"
                | "ensenar"
                | "estudia"
                | "entiende"
        )
    };
    (1..=4).any(|step| tongue(text.before(at, step)))
        || (1..=3).any(|step| tongue(text.word_at(at + step)))
        || matches!(text.before(at, 1), "in" | "en" | "into" | "al")
            && text
                .get(at)
                .is_some_and(|token| token.shape != Shape::Lower || text.before(at, 1) == "en")
}

/// An occupation where it stands for somebody: on a line of its own, after a name, after
/// "works as".
pub(super) fn occupations(text: &Text<'_>, spans: &mut Spans) {
    for (at, token) in text.tokens.iter().enumerate() {
        let known = token.any(Marks::OCCUPATION);
        let maker = token.len() > 6 && is_agent(text.word(token));
        if !token.is_word() || !(known || maker) {
            continue;
        }
        let first = words_before(text, at);
        let before = text.before(first, 1);
        let article = matches!(
            before,
            "a" | "an" | "the" | "un" | "una" | "our" | "el" | "la"
        );
        let two = text.before(first, if article { 2 } else { 1 });
        let line = text.get(first).is_some_and(|token| token.gap == Gap::Line)
            && text.get(at + 1).is_none_or(|next| next.gap == Gap::Line)
            && text.tokens.len() > at - first + 1
            && (known
                || spans
                    .last_before(text.get(first).map_or(0, |token| token.start))
                    .is_some_and(|span| {
                        span.kind == Kind::Person
                            && text
                                .raw
                                .get(span.end..text.get(first).map_or(0, |token| token.start))
                                .is_some_and(|between| between.trim().is_empty())
                    }));
        // "the assistant to the mayor" says whose, not who.
        let of_another = text.word_at(at + 1) == "to";
        let as_one = known && !of_another && matches!(two, "as" | "como")
            || article && matches!(two, "i'm" | "m");
        let named = (two == "," || two == "(")
            && spans
                .last_before(text.get(first).map_or(0, |token| token.start))
                .is_some_and(|span| {
                    span.kind == Kind::Person
                        && text
                            .get(first)
                            .is_some_and(|token| token.start - span.end <= 8)
                });
        if (line || as_one || named)
            && let Some(from) = text.get(first)
        {
            spans.claim(from.start, token.end, Kind::Occupation, Certainty::Possible);
        }
    }
}

/// The endings of words for those who do something.
fn is_agent(word: &str) -> bool {
    [
        "er", "or", "ist", "ian", "man", "woman", "ante", "dor", "dora", "ista", "ero", "era",
    ]
    .iter()
    .any(|ending| word.ends_with(ending))
}

/// The first of the words of an occupation that ends here.
fn words_before(text: &Text<'_>, at: usize) -> usize {
    let mut first = at;
    for step in 1..=5 {
        let Some(before) = at.checked_sub(step).and_then(|at| text.get(at)) else {
            break;
        };
        let gap = text.get(at + 1 - step).map_or(Gap::Line, |next| next.gap);
        let inside = before.is_word()
            || before.is_mark('/')
            || before.is_mark('-')
            || before.is_mark('\'')
            || before.is_mark('’')
            || before.is_mark(',')
                && text
                    .get(first)
                    .is_some_and(|token| token.any(Marks::EVERYDAY));
        let stops = matches!(
            text.word(before),
            "a" | "an"
                | "the"
                | "un"
                | "una"
                | "our"
                | "el"
                | "la"
                | "as"
                | "como"
                | "is"
                | "was"
                | "to"
        );
        if gap == Gap::Line || !inside || stops {
            break;
        }
        first = at - step;
    }
    first
}
