//! Counts as bars, drawn here as SVG: a title and a description for those who do not see
//! them. The page shows the same as a table beside it.

use maud::{Markup, html};

/// One bar.
#[derive(Clone, Debug)]
pub struct Bar {
    /// What is counted.
    pub label: String,
    /// How many.
    pub value: usize,
    /// The same as it is written.
    pub text: String,
}

/// The height of a row, and the width of the longest bar.
const ROW: usize = 44;
const LONG: usize = 264;
/// As many letters as fit above a bar.
const LETTERS: usize = 40;

fn short(text: &str) -> String {
    if text.chars().count() <= LETTERS {
        return text.to_owned();
    }
    let cut: String = text.chars().take(LETTERS - 1).collect();
    format!("{}…", cut.trim_end())
}

/// The picture, its longest bar as long as can be; nothing without bars. `id` is unique on
/// the page.
pub fn bars(id: &str, title: &str, description: &str, bars: &[Bar]) -> Markup {
    let most = bars.iter().map(|bar| bar.value).max().unwrap_or(0);
    bars_of(id, title, description, bars, most)
}

/// The same, where a whole bar stands for `most`.
pub fn bars_of(id: &str, title: &str, description: &str, bars: &[Bar], most: usize) -> Markup {
    let most = most.max(1);
    let height = ROW * bars.len();
    html! {
        @if !bars.is_empty() {
            svg.bars viewBox={ "0 0 320 " (height) } role="img" aria-labelledby={ (id) "-title" } aria-describedby={ (id) "-desc" } {
                title id={ (id) "-title" } { (title) }
                desc id={ (id) "-desc" } { (description) }
                @for (place, bar) in bars.iter().enumerate() {
                    @let top = place * ROW;
                    text x="0" y=(top + 15) { (short(&bar.label)) }
                    rect.bar-track x="0" y=(top + 21) width=(LONG) height="14" rx="3" {}
                    rect.bar x="0" y=(top + 21) width=(bar.value * LONG / most) height="14" rx="3" {}
                    text x=(LONG + 8) y=(top + 33) { (bar.text) }
                }
            }
        }
    }
}
