//! A very small reader of Rust: blanks what is not code, so that a rule about code does not
//! stumble over a comment or a text. Lines stay where they are.

/// What to leave in place.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Keep {
    /// Code alone.
    Code,
    /// Code and the texts in it.
    CodeAndTexts,
}

/// The same text with comments (and, as asked, the inside of strings) as blanks.
pub(super) fn blanked(text: &str, keep: Keep) -> String {
    let mut rest = text;
    let mut out = String::with_capacity(text.len());
    let mut before = ' ';
    while let Some(first) = rest.chars().next() {
        let (length, kind) = next_piece(rest, before);
        let (piece, after) = rest.split_at(length);
        match (kind, keep) {
            (Piece::Code, _) | (Piece::Text, Keep::CodeAndTexts) => out.push_str(piece),
            (Piece::Comment, _) | (Piece::Text, Keep::Code) => {
                out.extend(
                    piece
                        .chars()
                        .map(|one| if one == '\n' { '\n' } else { ' ' }),
                );
            }
        }
        before = piece.chars().next_back().unwrap_or(first);
        rest = after;
    }
    out
}

enum Piece {
    Code,
    Text,
    Comment,
}

/// How many bytes the next piece takes, and what it is; `before` tells `r"…"` from `for"…"`.
fn next_piece(rest: &str, before: char) -> (usize, Piece) {
    if rest.starts_with("//") {
        return (rest.find('\n').unwrap_or(rest.len()), Piece::Comment);
    }
    if rest.starts_with("/*") {
        return (block_comment(rest), Piece::Comment);
    }
    let within_word = before.is_alphanumeric() || before == '_';
    if let Some(length) = raw_string(rest).filter(|_| !within_word) {
        return (length, Piece::Text);
    }
    if let Some(inside) = rest.strip_prefix('"') {
        return (1 + string_end(inside), Piece::Text);
    }
    if let Some(length) = character(rest) {
        return (length, Piece::Text);
    }
    (rest.chars().next().map_or(1, char::len_utf8), Piece::Code)
}

fn block_comment(rest: &str) -> usize {
    let mut depth = 0_usize;
    let mut at = 0;
    while let Some(tail) = rest.get(at..) {
        if tail.starts_with("/*") {
            depth += 1;
            at += 2;
        } else if tail.starts_with("*/") {
            depth -= 1;
            at += 2;
            if depth == 0 {
                return at;
            }
        } else if let Some(one) = tail.chars().next() {
            at += one.len_utf8();
        } else {
            break;
        }
    }
    rest.len()
}

fn raw_string(rest: &str) -> Option<usize> {
    let inside = rest.strip_prefix("br").or_else(|| rest.strip_prefix('r'))?;
    let hashes = inside.len() - inside.trim_start_matches('#').len();
    let body = inside.get(hashes..)?.strip_prefix('"')?;
    let close = format!("\"{}", "#".repeat(hashes));
    let opening = rest.len() - body.len();
    Some(
        body.find(&close)
            .map_or(rest.len(), |end| opening + end + close.len()),
    )
}

fn string_end(inside: &str) -> usize {
    let mut escaped = false;
    for (at, one) in inside.char_indices() {
        match one {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return at + 1,
            _ => {}
        }
    }
    inside.len()
}

/// A character literal, as against a lifetime.
fn character(rest: &str) -> Option<usize> {
    let inside = rest.strip_prefix('\'')?;
    let mut characters = inside.char_indices();
    let (_, first) = characters.next()?;
    if first == '\\' {
        let _escaped = characters.next()?;
        return inside.get(2..)?.find('\'').map(|end| 1 + 2 + end + 1);
    }
    let (at, second) = characters.next()?;
    (second == '\'').then_some(1 + at + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_texts_become_blanks() {
        let text = "let a = \"x // y\"; // b\n/* c /* d */\n */ e('\"', 'f, '\\'') r#\"g\"h\"#;";
        let code = blanked(text, Keep::Code);
        assert_eq!(code.lines().count(), text.lines().count());
        assert!(code.contains("let a ="));
        assert!(code.contains("e("));
        assert!(code.contains("'f,"));
        for gone in ["x", "b", "c", "d", "g", "h", "\""] {
            assert!(!code.contains(gone), "{gone} in {code}");
        }
    }

    #[test]
    fn texts_stay_when_asked() {
        let kept = blanked("f(\"https://a\") // https://b", Keep::CodeAndTexts);
        assert!(kept.contains("https://a"));
        assert!(!kept.contains("https://b"));
    }
}
