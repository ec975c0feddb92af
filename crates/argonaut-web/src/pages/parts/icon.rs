//! Our own line icons, drawn on a 24 by 24 grid. Always decoration: the words
//! stand beside them.

use maud::{Markup, html};

/// A picture of the set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Icon {
    /// The paper nautilus, an argonaut: the product's mark.
    Shell,
    /// A sun.
    Today,
    /// A person.
    Clients,
    /// A magnifying glass.
    Find,
    /// Two linked rings.
    Matches,
    /// Several people.
    Helpers,
    /// A bell.
    Bell,
    /// A closed lock.
    Lock,
    /// An open eye.
    Eye,
    /// A tick.
    Tick,
    /// A cross.
    Cross,
    /// A question mark.
    Unknown,
    /// A pin on the map.
    Place,
    /// A speech bubble.
    Speech,
    /// An envelope.
    Envelope,
    /// An exclamation mark.
    Alert,
    /// A lower-case i.
    Info,
}

impl Icon {
    const fn path(self) -> &'static str {
        match self {
            Self::Shell => {
                "M21 13a9 9 0 1 1-9-9c4.500 0 7 3 7 6.500a5 5 0 0 1-5 5c-2.500 0-4-1.800-4-3.800a2.600 2.600 0 0 1 2.600-2.600M12 4v5M4.800 8.500l5.400 2M3.300 15l6.900-2.200M8 21l3.500-6M15.500 20.800l-1-5.400"
            }
            Self::Today => {
                "M12 7.500a4.500 4.500 0 1 0 0 9a4.500 4.500 0 0 0 0-9M12 2v2M12 20v2M2 12h2M20 12h2M4.900 4.900l1.400 1.400M17.700 17.700l1.400 1.400M4.900 19.100l1.400-1.400M17.700 6.300l1.400-1.400"
            }
            Self::Clients => {
                "M12 3.500a4 4 0 1 0 0 8a4 4 0 0 0 0-8M4 20.500c.6-4 3.800-6 8-6s7.400 2 8 6"
            }
            Self::Find => "M10.500 3.500a7 7 0 1 0 0 14a7 7 0 0 0 0-14M15.600 15.600L21 21",
            Self::Matches => {
                "M8.500 6.500a5.500 5.500 0 1 0 0 11a5.500 5.500 0 0 0 0-11M15.500 6.500a5.500 5.500 0 1 0 0 11a5.500 5.500 0 0 0 0-11"
            }
            Self::Helpers => {
                "M9 4.500a3.500 3.500 0 1 0 0 7a3.500 3.500 0 0 0 0-7M2 20c.4-3.600 3.200-5.500 7-5.500s6.600 1.900 7 5.500M16 4.800a3.500 3.500 0 0 1 0 6.400M18.500 15c2 .7 3.300 2.400 3.500 5"
            }
            Self::Bell => {
                "M6 10a6 6 0 0 1 12 0c0 5 2 6 2 7H4c0-1 2-2 2-7M9.800 20a2.400 2.400 0 0 0 4.400 0"
            }
            Self::Lock => {
                "M6 10.500h12a1.500 1.500 0 0 1 1.500 1.500v7a1.500 1.500 0 0 1-1.500 1.500H6A1.500 1.500 0 0 1 4.500 19v-7A1.500 1.500 0 0 1 6 10.500M8 10.500V7.500a4 4 0 0 1 8 0v3"
            }
            Self::Eye => {
                "M2.500 12c2.200-4.300 5.500-6.500 9.500-6.500s7.300 2.200 9.500 6.500c-2.200 4.300-5.500 6.500-9.500 6.500S4.700 16.300 2.500 12M12 9a3 3 0 1 0 0 6a3 3 0 0 0 0-6"
            }
            Self::Tick => "M5 12.500l4.500 4.500L19 7.500",
            Self::Cross => "M6.500 6.500l11 11M17.500 6.500l-11 11",
            Self::Unknown => {
                "M9 9a3 3 0 1 1 4.500 2.600c-1 .6-1.500 1.200-1.500 2.400M12 17.500v.1"
            }
            Self::Place => {
                "M12 2.800a7 7 0 0 0-7 7c0 4.700 7 11.400 7 11.400s7-6.700 7-11.400a7 7 0 0 0-7-7M12 7.300a2.500 2.500 0 1 0 0 5a2.500 2.500 0 0 0 0-5"
            }
            Self::Speech => {
                "M5 4.500h14A1.500 1.500 0 0 1 20.500 6v9a1.500 1.500 0 0 1-1.500 1.500h-7l-5 4v-4H5A1.500 1.500 0 0 1 3.500 15V6A1.500 1.500 0 0 1 5 4.500"
            }
            Self::Envelope => {
                "M4 5.500h16A1.500 1.500 0 0 1 21.500 7v10.500a1.500 1.500 0 0 1-1.500 1.500H4a1.500 1.500 0 0 1-1.500-1.500V7A1.500 1.500 0 0 1 4 5.500M3 7l9 6.500L21 7"
            }
            Self::Alert => "M12 3.500L2.500 20h19zM12 10v4.500M12 17.200v.1",
            Self::Info => "M12 3a9 9 0 1 0 0 18a9 9 0 0 0 0-18M12 11v5.500M12 7.600v.1",
        }
    }
}

/// The picture as inline SVG in the colour of the text.
pub fn icon(icon: Icon) -> Markup {
    html! {
        svg.icon viewBox="0 0 24 24" aria-hidden="true" focusable="false" {
            path d=(icon.path()) {}
        }
    }
}
