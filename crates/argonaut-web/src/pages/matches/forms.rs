//! The next step of a match as one form, by stage and side.

use argonaut_app::matches::room::Room;
use argonaut_domain::introduction::{
    ClosingReason, Decision, FirstContact, Helpful, Party, Stage, YesNo,
};
use jiff::civil::Date;
use maud::{Markup, html};

use super::room::is_asker;
use super::words as own;
use crate::form_data::FormData;
use crate::i18n::{Tr, t};
use crate::pages::clients::{given_fields, words as client_words};
use crate::pages::parts::{self, Choice, Field, Weight, form};
use crate::pages::rights;

/// What the next step needs to know.
pub(super) struct Act<'a> {
    pub(super) tr: &'a Tr,
    pub(super) room: &'a Room,
    pub(super) partner: &'a str,
    /// The helper's own clients: id and name.
    pub(super) own_clients: &'a [(String, String)],
    pub(super) today: Date,
    pub(super) sent: &'a FormData,
}

impl Act<'_> {
    fn path(&self, act: &str) -> String {
        format!("/matches/{}/{act}", self.room.joint.id)
    }
    fn mine(&self) -> Party {
        *self.room.joint.parties.of(self.room.side)
    }

    /// The next step of this side; a word of patience when it is the other's turn.
    pub(super) fn next_step(&self) -> Markup {
        let tr = self.tr;
        match &self.room.joint.stage {
            Stage::Asked if is_asker(self.room) => wait(tr, &t!(tr, "matches-wait-answer")),
            Stage::Asked => self.answer(),
            Stage::Talking => self.propose(),
            Stage::Proposed { decisions, .. } => {
                match (self.mine(), decisions.of(self.room.side)) {
                    (Party::Open, _) => self.choose(),
                    (_, Decision::Awaited) => self.agree(),
                    (_, Decision::Agreed { .. }) => {
                        wait(tr, &t!(tr, "matches-wait-agree", partner = self.partner))
                    }
                }
            }
            Stage::Active { .. } => self.introduce(),
            Stage::Introduced { outcomes, .. } => html! {
                @if outcomes.of(self.room.side).is_none() { (self.report()) }
                @else {
                    (wait(tr, &t!(tr, "matches-wait-outcome", partner = self.partner)))
                    (parts::post_button(&t!(tr, "matches-finish"), &self.path("finish"), Weight::Quiet, &[]))
                }
            },
            Stage::Closed { .. } => html! {},
        }
    }

    fn step(&self, title: &str, body: &Markup) -> Markup {
        html! { section.panel.next-step { h2 { (title) } (body) } }
    }

    fn answer(&self) -> Markup {
        let tr = self.tr;
        self.step(&t!(tr, "matches-answer-title"), &html! {
            p { (t!(tr, "matches-answer-lead")) }
            (parts::actions(&[parts::post_button(&t!(tr, "matches-accept"), &self.path("accept"), Weight::Primary, &[])]))
            (self.decline())
        })
    }

    fn decline(&self) -> Markup {
        let tr = self.tr;
        let reasons: Vec<Choice<'_>> = ClosingReason::choices()
            .map(|reason| {
                Choice::new(
                    reason.code(),
                    own::reason_and_rest(tr, reason),
                    reason == ClosingReason::NotNow,
                )
            })
            .collect();
        form::more(
            &t!(tr, "matches-decline"),
            false,
            &form::post(
                &self.path("decline"),
                false,
                &html! {
                    (form::radio_group(tr, &Field::new("reason", t!(tr, "matches-decline-reason")), &reasons))
                    (form::submit_row(&t!(tr, "matches-decline-send"), None))
                },
            ),
        )
    }

    fn brings(&self) -> Markup {
        let tr = self.tr;
        let typed = self.sent.text("bring");
        let alone = self.own_clients.is_empty();
        let myself = Choice::new(
            "myself",
            t!(tr, "matches-bring-myself"),
            alone || typed == "myself",
        );
        let choices: Vec<Choice<'_>> = self
            .own_clients
            .iter()
            .map(|(id, name)| Choice::new(id.as_str(), name.as_str(), id == typed))
            .chain([myself])
            .collect();
        form::select(
            tr,
            &Field::new("bring", t!(tr, "matches-bring")).required(),
            &choices,
        )
    }

    fn propose(&self) -> Markup {
        let tr = self.tr;
        let open = self.mine() == Party::Open;
        self.step(
            &t!(tr, "matches-propose-title"),
            &html! {
                p { (t!(tr, "matches-propose-lead", partner = self.partner)) }
                (form::post(&self.path("propose"), false, &html! {
                    @if open { (self.brings()) }
                    (form::submit_row(&t!(tr, "matches-propose"), None))
                }))
                (self.decline())
            },
        )
    }

    fn choose(&self) -> Markup {
        let tr = self.tr;
        self.step(
            &t!(tr, "matches-choose-title"),
            &form::post(
                &self.path("choose"),
                false,
                &html! {
                    (self.brings())
                    (form::submit_row(&t!(tr, "form-continue"), None))
                },
            ),
        )
    }

    fn agree(&self) -> Markup {
        let tr = self.tr;
        let title = t!(tr, "matches-agree-title");
        let by_link = self
            .room
            .client_said
            .as_ref()
            .and_then(|said| said.consent.as_ref());
        let body = match (&self.room.my_client, by_link) {
            (Some(dossier), Some(consent)) => form::post(
                &self.path("agree"),
                false,
                &html! {
                    p { strong { (t!(tr, "rights-match-yes", client = dossier.get().name(), date = tr.date(consent.given.date()))) } }
                    p { (rights::scope_line(tr, consent, self.partner)) }
                    (form::hidden("by_link", "yes"))
                    (form::submit_row(&t!(tr, "rights-match-hand-over"), None))
                },
            ),
            (Some(dossier), None) => {
                let ticked: Vec<_> = self.sent.all("fields").collect();
                let fields: Vec<Choice<'_>> = dossier
                    .get()
                    .releasable()
                    .map(|field| {
                        Choice::new(
                            field.code(),
                            client_words::released(tr, field),
                            ticked.contains(&field.code()),
                        )
                    })
                    .collect();
                form::post(
                    &self.path("agree"),
                    false,
                    &html! {
                        p { strong { (t!(tr, "matches-agree-ask", client = dossier.get().name())) } }
                        blockquote { p { (t!(tr, "matches-agree-text")) } }
                        (form::check_group(tr, &Field::new("fields", t!(tr, "matches-agree-fields")).hint(t!(tr, "matches-agree-fields-hint", partner = self.partner)), &fields))
                        (given_fields(tr, self.today, self.sent))
                        (form::submit_row(&t!(tr, "matches-agree-client"), None))
                    },
                )
            }
            (None, _) if self.mine() == Party::Helper => form::post(
                &self.path("agree"),
                false,
                &html! {
                    p { (t!(tr, "matches-agree-myself", partner = self.partner)) }
                    (form::hidden("myself", "yes"))
                    (form::text_field(tr, &Field::new("phone", t!(tr, "matches-my-phone")).value(self.sent.text("phone")).kind("tel").autocomplete("tel").longest(200)))
                    (form::text_field(tr, &Field::new("email", t!(tr, "matches-my-email")).value(self.sent.text("email")).kind("email").autocomplete("email").longest(200)))
                    (form::submit_row(&t!(tr, "matches-agree-own"), None))
                },
            ),
            (None, _) => html! { p { (t!(tr, "matches-client-gone")) } },
        };
        let ask = match self.mine() {
            Party::Client { client, .. } if by_link.is_none() => html! {
                (rights::said(tr, self.room))
                p { a href={ "/clients/" (client) "/links?match=" (self.room.joint.id) } { (t!(tr, "rights-ask-by-link")) } }
            },
            Party::Client { .. } | Party::Helper | Party::Open => html! {},
        };
        self.step(&title, &html! { (body) (ask) (self.decline()) })
    }

    fn introduce(&self) -> Markup {
        let tr = self.tr;
        let typed = self
            .sent
            .parsed("first_contact")
            .unwrap_or(FirstContact::Helpers);
        let who: Vec<Choice<'_>> = FirstContact::ALL
            .iter()
            .map(|of| {
                Choice::new(
                    of.code(),
                    own::first_contact(tr, *of, self.room, self.partner),
                    *of == typed,
                )
            })
            .collect();
        self.step(&t!(tr, "matches-introduce-title"), &html! {
            p { (t!(tr, "matches-introduce-lead")) }
            ul {
                li { (t!(tr, "matches-safety-public")) }
                li { (t!(tr, "matches-safety-tell")) }
                li { (t!(tr, "matches-safety-stop")) }
            }
            (form::post(&self.path("introduce"), false, &html! {
                (form::radio_group(tr, &Field::new("first_contact", t!(tr, "matches-first-contact")), &who))
                (form::checkbox(tr, &Field::new("accompanied", t!(tr, "matches-accompanied")), self.sent.ticked("accompanied")))
                (form::submit_row(&t!(tr, "matches-introduce"), None))
            }))
        })
    }

    fn report(&self) -> Markup {
        let tr = self.tr;
        let answers = |name: &str| -> Vec<Choice<'_>> {
            let typed = self.sent.parsed(name).unwrap_or(YesNo::Unknown);
            YesNo::ALL
                .iter()
                .map(|of| Choice::new(of.code(), own::yes_no(tr, *of), *of == typed))
                .collect()
        };
        let typed: Option<Helpful> = self.sent.parsed("helpful");
        let helped: Vec<Choice<'_>> = Helpful::ALL
            .iter()
            .map(|of| Choice::new(of.code(), own::helpful(tr, *of), Some(*of) == typed))
            .collect();
        self.step(&t!(tr, "matches-report-title"), &html! {
            p { (t!(tr, "matches-report-lead")) }
            (form::post(&self.path("report"), false, &html! {
                (form::radio_group(tr, &Field::new("connected", t!(tr, "matches-connected")), &answers("connected")))
                (form::radio_group(tr, &Field::new("still_in_touch", t!(tr, "matches-still-in-touch")), &answers("still_in_touch")))
                (form::radio_group(tr, &Field::new("helpful", t!(tr, "matches-helpful")), &helped))
                (form::submit_row(&t!(tr, "matches-report"), None))
            }))
        })
    }
}

fn wait(tr: &Tr, text: &str) -> Markup {
    parts::notice(
        parts::Tone::Info,
        &t!(tr, "matches-wait"),
        &html! { p { (text) } },
    )
}
