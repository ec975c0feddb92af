//! The same questions on the page of a client's link: large, short, in their language.

use argonaut_app::links::page::LinkPage;
use argonaut_app::matches::follow_up::ClientTold;
use argonaut_domain::follow_up::{MOST_WORDS, NeedMet};
use argonaut_domain::introduction::YesNo;
use maud::{Markup, html};

use super::words as own;
use crate::form_data::FormData;
use crate::i18n::{Tr, t};
use crate::pages::parts::{self, Choice, Field, Tone, form};

/// A form for each introduction about which the client is asked now.
pub(crate) fn client_form(tr: &Tr, page: &LinkPage, here: &str) -> Markup {
    let helper = page.shown.get().helper.as_str();
    let most = u32::try_from(MOST_WORDS).unwrap_or(u32::MAX);
    html! {
        @for (number, asked) in page.follow_ups.iter().enumerate() {
            @let name = |field: &str| format!("{field}-{number}");
            section.section {
                h2 {
                    @match &asked.other {
                        Some(other) => (t!(tr, "follow-client-title-with", helper = other.as_str())),
                        None => (t!(tr, "follow-client-title")),
                    }
                }
                p { (t!(tr, "follow-client-lead", helper = helper)) }
                (form::post(&format!("{here}/follow-up"), false, &html! {
                    (form::hidden("lang", tr.lang()))
                    (form::hidden("match", &asked.joint.to_string()))
                    (form::hidden("number", &number.to_string()))
                    (form::radio_group(tr, &Field::new(name("need"), t!(tr, "follow-client-need")).required(),
                        &NeedMet::ALL.iter().map(|of| Choice::new(of.code(), own::need(tr, *of), false)).collect::<Vec<_>>()))
                    (form::radio_group(tr, &Field::new(name("in_touch"), t!(tr, "follow-client-touch")),
                        &YesNo::ALL.iter().map(|of| Choice::new(of.code(), own::in_touch(tr, *of), *of == YesNo::Unknown)).collect::<Vec<_>>()))
                    (form::textarea(tr, &Field::new(name("learned"), t!(tr, "follow-client-learned")).autocomplete("off").longest(most), 3))
                    (form::textarea(tr, &Field::new(name("thanks"), t!(tr, "follow-client-say-thanks", helper = helper)).hint(t!(tr, "follow-client-say-thanks-hint", helper = helper)).autocomplete("off").longest(most), 2))
                    (parts::notice(Tone::Info, &t!(tr, "follow-client-sends"), &html! { p { (t!(tr, "follow-client-sends-text", helper = helper)) } }))
                    (form::submit_row(&t!(tr, "follow-client-send"), None))
                }))
            }
        }
    }
}

/// What a client sent; `None` when they chose nothing.
pub(crate) fn client_told(sent: &FormData) -> Option<ClientTold> {
    let number = sent.text("number");
    let name = |field: &str| format!("{field}-{number}");
    Some(ClientTold {
        joint: sent.parsed("match")?,
        need: sent.parsed(&name("need"))?,
        in_touch: sent.parsed(&name("in_touch")).unwrap_or(YesNo::Unknown),
        learned: sent.text(&name("learned")).to_owned(),
        thanks: sent.text(&name("thanks")).to_owned(),
    })
}
