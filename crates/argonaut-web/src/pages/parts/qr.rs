//! A QR code as a picture made here: what it holds goes to nobody.

use maud::{Markup, html};
use qrcode::{Color, QrCode};

/// White squares around the code, which cameras want.
const BORDER: usize = 4;

/// The picture; `None` when the text is too long for one.
pub fn picture(label: &str, text: &str) -> Option<Markup> {
    let code = QrCode::new(text).ok()?;
    let width = code.width();
    let dark: String = code
        .to_colors()
        .iter()
        .enumerate()
        .filter(|(_, color)| **color == Color::Dark)
        .map(|(place, _)| {
            let (across, down) = (place % width + BORDER, place / width + BORDER);
            format!("M{across} {down}h1v1h-1z")
        })
        .collect();
    let whole = width + 2 * BORDER;
    Some(html! {
        svg.qr viewBox={ "0 0 " (whole) " " (whole) } role="img" aria-label=(label) shape-rendering="crispEdges" {
            rect width=(whole) height=(whole) fill="#fff" {}
            path fill="#000" d=(dark) {}
        }
    })
}
