//! A path from one person to another as a picture: who, what is said, of whom, from the top
//! down. It takes texts already translated; the page tells the same in words beside it.

use maud::{Markup, html};

/// Somebody on the path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PathStop {
    /// What they are called.
    pub name: String,
    /// Whether the name is known to the reader.
    pub known: bool,
    /// What was said of them by the stop before; nothing for the first.
    pub said: Option<String>,
}

/// From one stop to the next, and the margin at both ends.
const STEP: usize = 88;
const MARGIN: usize = 28;
/// As many letters as fit beside the line at any width.
const LETTERS: usize = 30;

fn short(text: &str) -> String {
    if text.chars().count() <= LETTERS {
        return text.to_owned();
    }
    let cut: String = text.chars().take(LETTERS - 1).collect();
    format!("{}…", cut.trim_end())
}

/// What is said, in one line or two, broken between words.
fn lines(text: &str) -> Vec<String> {
    let mut first = String::new();
    let mut words = text.split_whitespace();
    for word in words.by_ref() {
        if !first.is_empty() && first.chars().count() + word.chars().count() >= LETTERS {
            let rest: Vec<&str> = std::iter::once(word).chain(words).collect();
            return vec![first, short(&rest.join(" "))];
        }
        if !first.is_empty() {
            first.push(' ');
        }
        first.push_str(word);
    }
    vec![short(&first)]
}

fn initial(name: &str) -> String {
    name.chars()
        .find(|letter| letter.is_alphanumeric())
        .map(|letter| letter.to_uppercase().collect())
        .unwrap_or_default()
}

/// The picture; `label` tells in a sentence what it shows. Nothing for fewer than two stops.
pub fn path(label: &str, stops: &[PathStop]) -> Markup {
    let height = MARGIN * 2 + stops.len().saturating_sub(1) * STEP;
    html! {
        @if stops.len() > 1 {
            svg.path viewBox={ "0 0 320 " (height) } role="img" aria-label=(label) {
                @for (place, stop) in stops.iter().enumerate() {
                    @let y = MARGIN + place * STEP;
                    @if let (Some(said), Some(above)) = (&stop.said, place.checked_sub(1)) {
                        @let from = MARGIN + above * STEP;
                        line.path-line x1="28" x2="28" y1=(from + 22) y2=(y - 30) {}
                        path.path-tip d={ "M22 " (y - 32) "h12l-6 9z" } {}
                        @let lines = lines(said);
                        @for (number, line) in lines.iter().enumerate() {
                            text.path-said x="60" y=(from + STEP / 2 + 18 * number - 9 * (lines.len() - 1)) { (line) }
                        }
                    }
                    g.path-stop.path-hidden[!stop.known] {
                        circle cx="28" cy=(y) r="20" {}
                        text.path-initial x="28" y=(y) { (if stop.known { initial(&stop.name) } else { "?".to_owned() }) }
                    }
                    text.path-name x="60" y=(y) { (short(&stop.name)) }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stop(name: &str, said: Option<&str>) -> PathStop {
        PathStop {
            name: name.to_owned(),
            known: true,
            said: said.map(str::to_owned),
        }
    }

    #[test]
    fn a_path_has_a_stop_for_each_and_a_line_between() {
        let picture = path(
            "From you to Eva",
            &[
                stop("You", None),
                stop("Ida", Some("x")),
                stop("Eva", Some("y")),
            ],
        )
        .into_string();
        assert_eq!(picture.matches("<circle").count(), 3);
        assert_eq!(picture.matches("<line").count(), 2);
        assert!(picture.contains("aria-label=\"From you to Eva\""));
        assert!(path("x", &[stop("You", None)]).into_string().is_empty());
    }

    #[test]
    fn what_is_said_is_told_in_two_lines() {
        assert_eq!(lines("“I know them”"), ["“I know them”"]);
        assert_eq!(
            lines("“I would send my mother to them” (children and family)"),
            ["“I would send my mother to", "them” (children and family)"]
        );
    }

    #[test]
    fn long_names_are_cut_and_markup_is_escaped() {
        let long = "Maria de los Ángeles <b>Hernández</b> y Vásquez";
        let picture = path("x", &[stop("You", None), stop(long, Some("y"))]).into_string();
        assert!(picture.contains('…') && !picture.contains("<b>"));
    }
}
