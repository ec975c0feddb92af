//! A ring as a picture: three seats, an arrow from each to whom it gives. It takes texts
//! already translated; the page tells the same in words beside it.

use maud::{Markup, html};

/// A seat in the picture.
pub(super) struct Stop {
    pub(super) name: String,
    /// Whether its helper said yes.
    pub(super) yes: bool,
    /// Whether nobody sits there now.
    pub(super) empty: bool,
    /// Whether it is the reader's own client.
    pub(super) mine: bool,
}

/// Where the seats stand: above, to the right, to the left.
const PLACES: [(i32, i32); 3] = [(180, 66), (284, 206), (76, 206)];
/// From each to the next, between the circles.
const ARROWS: [((i32, i32), (i32, i32)); 3] = [
    ((199, 92), (262, 177)),
    ((252, 206), (110, 206)),
    ((95, 180), (158, 95)),
];
/// As many letters as fit under a seat.
const LETTERS: usize = 18;

fn short(text: &str) -> String {
    if text.chars().count() <= LETTERS {
        return text.to_owned();
    }
    let cut: String = text.chars().take(LETTERS - 1).collect();
    format!("{}…", cut.trim_end())
}

/// The picture; `label` tells in a sentence what it shows.
pub(super) fn ring(label: &str, stops: &[Stop; 3]) -> Markup {
    html! {
        svg.ring viewBox="0 0 360 260" role="img" aria-label=(label) {
            defs {
                marker id="ring-tip" viewBox="0 0 10 10" refX="8" refY="5" markerWidth="7" markerHeight="7" orient="auto" {
                    path.path-tip d="M0 0L10 5L0 10z" {}
                }
            }
            @for (from, to) in ARROWS {
                line.path-line x1=(from.0) y1=(from.1) x2=(to.0) y2=(to.1) marker-end="url(#ring-tip)" {}
            }
            @for (stop, (x, y)) in stops.iter().zip(PLACES) {
                g.path-stop.path-hidden[stop.empty].ring-mine[stop.mine] {
                    circle cx=(x) cy=(y) r="26" {}
                    text.path-initial x=(x) y=(y) { (if stop.empty { "?" } else if stop.yes { "✓" } else { "…" }) }
                }
                text.ring-name x=(x) y=(if y < 100 { y - 44 } else { y + 42 }) { (short(&stop.name)) }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stop(name: &str, yes: bool, empty: bool) -> Stop {
        Stop {
            name: name.to_owned(),
            yes,
            empty,
            mine: false,
        }
    }

    #[test]
    fn each_seat_shows_what_was_said_and_names_are_escaped() {
        let stops = [
            stop("Ida <b>", true, false),
            stop("A woman from 70 to 79 years", false, false),
            stop("Nobody yet", false, true),
        ];
        let picture = ring("A ring", &stops).into_string();
        assert_eq!(picture.matches("<circle").count(), 3);
        assert_eq!(picture.matches("<line").count(), 3);
        assert!(picture.contains('✓') && picture.contains('?') && picture.contains('…'));
        assert!(!picture.contains("<b>"));
    }
}
