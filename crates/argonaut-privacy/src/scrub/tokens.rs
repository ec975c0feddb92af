//! A text cut into words, numbers and marks, with what each word may be.

use argonaut_domain::fold::fold;

use super::lexicon::{LEXICON, Marks};

/// What a piece of text is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Sort {
    /// Letters, with apostrophes inside.
    Word,
    /// Digits.
    Number,
    /// Letters and digits.
    Code,
    /// A mark.
    Mark(char),
}

/// How a word is written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Shape {
    /// In small letters.
    Lower,
    /// With a capital.
    Capital,
    /// In capitals; a single capital letter, too.
    Caps,
    /// In another script than the Latin one.
    Foreign,
}

/// What stands between a piece and the one before it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Gap {
    /// Nothing.
    None,
    /// A space.
    Space,
    /// The end of a line, or several spaces.
    Line,
}

/// A piece of the text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) sort: Sort,
    pub(super) shape: Shape,
    pub(super) gap: Gap,
    pub(super) marks: Marks,
    /// Whether a sentence, a line or a quotation begins here.
    pub(super) opens: bool,
    folded: (usize, usize),
}

impl Token {
    pub(super) const fn is_word(&self) -> bool {
        matches!(self.sort, Sort::Word)
    }
    pub(super) const fn is_number(&self) -> bool {
        matches!(self.sort, Sort::Number)
    }
    pub(super) const fn is_mark(&self, mark: char) -> bool {
        matches!(self.sort, Sort::Mark(own) if own as u32 == mark as u32)
    }
    /// Written with a capital at least.
    pub(super) const fn is_capital(&self) -> bool {
        matches!(self.sort, Sort::Word) && !matches!(self.shape, Shape::Lower)
    }
    /// Has at least one of these marks.
    pub(super) const fn any(&self, marks: Marks) -> bool {
        self.marks.any(marks)
    }
    /// A word of English or Spanish, as far as is known.
    pub(super) const fn is_known_word(&self) -> bool {
        self.marks.any(Marks::WORD)
    }
    pub(super) const fn len(&self) -> usize {
        self.end - self.start
    }
}

/// A text with its pieces.
pub(super) struct Text<'a> {
    pub(super) raw: &'a str,
    pub(super) tokens: Vec<Token>,
    folds: String,
    /// Whether most of it is written in capitals, which then tell nothing.
    pub(super) shouting: bool,
    /// Whether most of it is written in another script than the Latin one.
    pub(super) foreign: bool,
}

impl<'a> Text<'a> {
    /// Cuts a text.
    pub(super) fn cut(raw: &'a str) -> Self {
        let mut text = Self {
            raw,
            tokens: Vec::with_capacity(raw.len() / 4 + 4),
            folds: String::with_capacity(raw.len() + 8),
            shouting: false,
            foreign: false,
        };
        let mut gap = Gap::Line;
        let mut rest = raw.char_indices().peekable();
        while let Some((start, letter)) = rest.next() {
            if letter.is_whitespace() {
                gap = match (letter, gap) {
                    ('\n' | '\r' | '\u{2028}' | '\u{2029}', _) => Gap::Line,
                    (_, Gap::None) => Gap::Space,
                    (_, other) => other,
                };
                continue;
            }
            if is_letter(letter) || letter.is_numeric() {
                let mut end = start + letter.len_utf8();
                let mut letters = is_letter(letter);
                let mut digits = !letters;
                while let Some((at, next)) = rest.peek().copied() {
                    let inside = is_letter(next)
                        || next.is_numeric()
                        || (is_apostrophe(next) && !digits && joins(raw, at, next));
                    if !inside {
                        break;
                    }
                    letters |= is_letter(next);
                    digits |= next.is_numeric();
                    end = at + next.len_utf8();
                    rest.next();
                }
                let sort = match (letters, digits) {
                    (true, false) => Sort::Word,
                    (false, _) => Sort::Number,
                    (true, true) => Sort::Code,
                };
                text.push(start, end, sort, gap);
            } else {
                text.push(start, start + letter.len_utf8(), Sort::Mark(letter), gap);
            }
            gap = Gap::None;
        }
        text.shouting = text.is_shouting();
        text.foreign = text.is_foreign();
        if text.shouting {
            for token in &mut text.tokens {
                if token.shape == Shape::Caps {
                    token.shape = Shape::Lower;
                }
            }
        }
        text
    }

    fn is_shouting(&self) -> bool {
        let (mut caps, mut lower) = (0, 0);
        for token in self.tokens.iter().filter(|token| token.len() > 1) {
            match (token.sort, token.shape) {
                (Sort::Word, Shape::Caps) => caps += 1,
                (Sort::Word, Shape::Lower) => lower += 1,
                _ => {}
            }
        }
        caps >= 6 && caps > lower * 2
    }

    fn is_foreign(&self) -> bool {
        let words = || self.tokens.iter().filter(|token| token.is_word());
        words()
            .filter(|token| token.shape == Shape::Foreign)
            .count()
            * 2
            > words().count()
    }

    fn push(&mut self, start: usize, end: usize, sort: Sort, gap: Gap) {
        let own = self.raw.get(start..end).unwrap_or_default();
        let from = self.folds.len();
        if own.is_ascii() {
            self.folds.push_str(own);
            if let Some(tail) = self.folds.get_mut(from..) {
                tail.make_ascii_lowercase();
            }
        } else {
            self.folds.push_str(&fold(own).replace('’', "'"));
        }
        let folded = (from, self.folds.len());
        let marks = if sort == Sort::Word {
            LEXICON.marks(self.folds.get(from..).unwrap_or_default())
        } else {
            Marks::NONE
        };
        let opens = self.opens_here(gap);
        self.tokens.push(Token {
            start,
            end,
            sort,
            shape: shape(own),
            gap,
            marks,
            opens,
            folded,
        });
    }

    /// Whether a sentence begins after what was read so far.
    fn opens_here(&self, gap: Gap) -> bool {
        if gap == Gap::Line {
            return true;
        }
        // A few marks back at most, so that a page of quotation marks costs no more.
        for (back, token) in self.tokens.iter().enumerate().rev().take(8) {
            match token.sort {
                Sort::Mark('.') => {
                    // The point of "Dr." or of an initial ends no sentence.
                    let before = back.checked_sub(1).and_then(|at| self.tokens.get(at));
                    return before.is_none_or(|before| {
                        gap != Gap::None
                            && !(before.is_word()
                                && (before.len() == 1
                                    || before.any(Marks::TITLE | Marks::NUMBER_WORD)))
                    });
                }
                Sort::Mark('!' | '?' | '…' | '¿' | '¡' | ':' | '•' | '*' | '–' | '—' | ';') =>
                {
                    return true;
                }
                Sort::Mark('"' | '\'' | '“' | '”' | '«' | '»' | '‘' | '’' | '(' | '[') => {
                    if token.gap != Gap::None || back == 0 {
                        return true;
                    }
                }
                Sort::Mark('-' | '#' | '>' | '|' | '/') if token.opens => return true,
                Sort::Mark(_) | Sort::Word | Sort::Number | Sort::Code => return false,
            }
        }
        true
    }

    /// A word in small letters, without accents; of a number or mark, itself.
    pub(super) fn word(&self, token: &Token) -> &str {
        self.folds
            .get(token.folded.0..token.folded.1)
            .unwrap_or_default()
    }
    /// The folded word at a place; nothing beyond the ends.
    pub(super) fn word_at(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |token| self.word(token))
    }
    /// The folded word so many pieces before a place.
    pub(super) fn before(&self, at: usize, steps: usize) -> &str {
        at.checked_sub(steps).map_or("", |at| self.word_at(at))
    }
    pub(super) fn get(&self, at: usize) -> Option<&Token> {
        self.tokens.get(at)
    }
    pub(super) fn previous(&self, at: usize) -> Option<&Token> {
        at.checked_sub(1).and_then(|at| self.tokens.get(at))
    }
    /// The text of a piece as it was written.
    pub(super) fn own(&self, token: &Token) -> &str {
        self.raw.get(token.start..token.end).unwrap_or_default()
    }
    /// The first piece that starts at this byte or later.
    pub(super) fn index_at(&self, byte: usize) -> usize {
        self.tokens.partition_point(|token| token.start < byte)
    }
}

fn is_letter(letter: char) -> bool {
    letter.is_alphabetic() || unicode_normalization::char::is_combining_mark(letter)
}

const fn is_apostrophe(letter: char) -> bool {
    matches!(letter, '\'' | '’')
}

/// Whether an apostrophe stands inside a name or a word ("O'Brien", "don't"), and not
/// before the s that shows whose something is.
fn joins(raw: &str, at: usize, mark: char) -> bool {
    let mut after = raw.get(at + mark.len_utf8()..).unwrap_or_default().chars();
    let (first, second) = (after.next(), after.next());
    let more = second.is_some_and(is_letter);
    match first {
        Some('s' | 'S') if !more => false,
        Some(letter) => is_letter(letter),
        None => false,
    }
}

fn shape(own: &str) -> Shape {
    let mut letters = own.chars().filter(|letter| letter.is_alphabetic());
    let Some(first) = letters.next() else {
        return Shape::Lower;
    };
    if !first.is_ascii() && !is_latin(first) {
        return Shape::Foreign;
    }
    let mut upper = u32::from(first.is_uppercase());
    let mut lower = u32::from(!first.is_uppercase());
    for letter in letters {
        if letter.is_uppercase() {
            upper += 1;
        } else {
            lower += 1;
        }
    }
    match (first.is_uppercase(), upper, lower) {
        (true, _, 0) => Shape::Caps,
        (true, ..) => Shape::Capital,
        (false, ..) => Shape::Lower,
    }
}

/// The Latin letters of Unicode: Latin-1 to Extended-B, Extended Additional.
const fn is_latin(letter: char) -> bool {
    matches!(letter, 'ª' | 'º' | 'À'..='ɏ' | 'Ḁ'..='ỿ' | 'Ａ'..='ｚ' | '\u{2c60}'..='\u{2c7f}' | '\u{a722}'..='\u{a7ff}')
}
