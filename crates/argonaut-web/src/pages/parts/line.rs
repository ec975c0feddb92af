//! A few values over time as a line, drawn here as SVG. The page shows the same as a table
//! beside it.

use maud::{Markup, html};

/// The line, the earliest value first, between the lowest and the highest that can be; `half`
/// draws the middle as a dashed line. Nothing with fewer than two values. `label` tells the
/// values.
pub fn line(label: &str, values: &[f64], (low, high): (f64, f64), half: bool) -> Markup {
    const WIDE: f64 = 240.0;
    let last = f64::from(u32::try_from(values.len()).unwrap_or(u32::MAX)) - 1.0;
    let span = (high - low).max(f64::EPSILON);
    let points: Vec<(f64, f64)> = (0_u32..)
        .zip(values)
        .map(|(at, value)| {
            let across = 6.0 + (WIDE - 12.0) * f64::from(at) / last;
            let down = 54.0 - 48.0 * (value.clamp(low, high) - low) / span;
            (across, down)
        })
        .collect();
    let path: Vec<String> = points
        .iter()
        .map(|(x, y)| format!("{x:.1},{y:.1}"))
        .collect();
    html! {
        @if values.len() > 1 {
            svg.course viewBox="0 0 240 60" role="img" aria-label=(label) {
                @if half { line.course-half x1="0" y1="30" x2="240" y2="30" {} }
                polyline points=(path.join(" ")) {}
                @for (x, y) in &points { circle cx=(format!("{x:.1}")) cy=(format!("{y:.1}")) r="3" {} }
            }
        }
    }
}
