//! Every part with sample texts in both languages, to look at. Served in debug
//! builds only; its sentences are samples and so do not come from the text files.

use maud::{Markup, html};

use super::layout::{Flash, Nav, NavItem, Page};
use super::parts::card::{ChipKind, card_grid};
use super::parts::data::Tab;
use super::parts::picker::{
    PickOption, TermChoice, TermGroup, pick_choices, pick_list, term_picker, type_ahead,
};
use super::parts::{
    CardFrame, Choice, Column, Event, Field, Fit, Icon, Pager, PairRow, Step, StepState, Task,
    Tone, Weight, action, actions, avatar, badge, breadcrumb, card_frame, chips, copy_button,
    empty, facts, filters, form, heading, notice, notice_private, notice_public, pager, pair_table,
    post_button, print_button, quiet_action, section, steps, swap_button, table, tabs, tasks,
    timeline,
};
use crate::i18n::{Locale, Tr};

/// Sample sentences in the language of the page.
struct Sample<'a>(&'a Tr);

impl Sample<'_> {
    fn say(&self, english: &'static str, spanish: &'static str) -> String {
        match self.0.locale() {
            Locale::En => english,
            Locale::Es => spanish,
        }
        .to_owned()
    }
}

/// The whole guide in one page.
pub fn style_guide(tr: &Tr) -> Markup {
    let sample = Sample(tr);
    let nav = Nav {
        messages: 2,
        display_name: "Rosa Delgado".to_owned(),
        bell_count: 3,
        is_admin: true,
        live: false,
    };
    let title = sample.say("Clients", "Clientes");
    Page::new(tr, title)
        .who(Some(&nav))
        .active(NavItem::Clients)
        .flash(Some(Flash::good(sample.say(
            "Saved. Only you can see it.",
            "Guardado. Solo tú puedes verlo.",
        ))))
        .wide()
        .render(&html! {
            (breadcrumb(&sample.say("Where you are", "Dónde estás"), &[("Argonaut", "/")]))
            (heading(
                &sample.say("People you act for", "Personas a las que ayudas"),
                Some(&sample.say(
                    "Keep what you know about each person here. It is sealed at rest, and a card shows only what you choose.",
                    "Guarda aquí lo que sabes de cada persona. Está sellado, y una tarjeta muestra solo lo que eliges.",
                )),
                Some(action(&sample.say("Record a client", "Anotar un cliente"), "#")),
            ))
            (waiting(&sample))
            (lists(&sample))
            (cards(&sample))
            (progress(&sample))
            (notices(&sample))
            (forms(&sample))
        })
}

/// What the place picker of the guide asks for: a few towns that begin so.
pub fn sample_places(tr: &Tr, typed: &str) -> Markup {
    let typed = typed.to_lowercase();
    let options: Vec<PickOption> = places()
        .into_iter()
        .filter(|place| place.label.to_lowercase().starts_with(&typed))
        .collect();
    pick_list(tr, &options)
}

fn places() -> Vec<PickOption> {
    [
        ("1", "Toledo", "Castilla-La Mancha, España"),
        ("2", "Toledo", "Ohio, United States"),
        ("3", "Toronto", "Ontario, Canada"),
    ]
    .map(|(code, label, detail)| PickOption {
        code: code.to_owned(),
        label: label.to_owned(),
        detail: detail.to_owned(),
    })
    .to_vec()
}

fn waiting(sample: &Sample<'_>) -> Markup {
    let rows = [
        Task {
            picture: Icon::Matches,
            title: sample.say("Record Tomás’s consent", "Anota el consentimiento de Tomás"),
            href: "#".to_owned(),
            text: Some(sample.say("Amina waits for your side", "Amina espera tu parte")),
            when: Some(sample.say("yesterday", "ayer")),
            fresh: true,
        },
        Task {
            picture: Icon::Clients,
            title: sample.say(
                "Look in on Mrs. Okafor",
                "Pregunta cómo está la Sra. Okafor",
            ),
            href: "#".to_owned(),
            text: Some(sample.say("34 days without attention", "34 días sin atención")),
            when: None,
            fresh: false,
        },
    ];
    tasks(
        &sample.say("Waiting for you", "Te esperan"),
        &sample.say("new", "nuevo"),
        &rows,
    )
}

fn lists(sample: &Sample<'_>) -> Markup {
    let tr = sample.0;
    let name = sample.say("Name", "Nombre");
    let search = Field::new("q", sample.say("Search", "Buscar")).kind("search");
    let order = Field::new("order", sample.say("Order", "Orden"));
    let orders = [
        Choice::new(
            "seen",
            sample.say("Longest without attention", "Más tiempo sin atención"),
            true,
        ),
        Choice::new("name", sample.say("By name", "Por nombre"), false),
    ];
    let columns = [
        Column::new(name),
        Column::new(sample.say("Needs", "Necesita")),
        Column::new(sample.say("Card", "Tarjeta")),
        Column::number(sample.say("Suggestions", "Sugerencias")),
    ];
    let row = |who: &str, needs: String, state: Markup, count: u64| {
        vec![
            html! { a href="#" { (who) } },
            html! { (needs) },
            state,
            html! { (tr.number(count)) },
        ]
    };
    let rows = [
        row(
            "Mrs. Okafor",
            sample.say(
                "Company, a lift to the doctor",
                "Compañía, transporte al médico",
            ),
            badge(Tone::Good, &sample.say("Published", "Publicada")),
            12,
        ),
        row(
            "Tomás R.",
            sample.say("Work, language practice", "Trabajo, practicar el idioma"),
            badge(
                Tone::Warn,
                &sample.say("Expires in 5 days", "Caduca en 5 días"),
            ),
            3,
        ),
        row(
            "J. B.",
            sample.say("A quiet room", "Una habitación tranquila"),
            badge(Tone::Info, &sample.say("No card yet", "Sin tarjeta")),
            1_204,
        ),
    ];
    let tab = |label: String, current: bool, count: Option<u64>| Tab {
        label,
        href: "#".to_owned(),
        current,
        count,
    };
    html! {
        (tabs(tr, &sample.say("Views", "Vistas"), &[
            tab(sample.say("All", "Todos"), true, Some(42)),
            tab(sample.say("Without attention", "Sin atención"), false, Some(5)),
            tab(sample.say("Archived", "Archivados"), false, None),
        ]))
        (filters(tr, "/style-guide", "list", &html! {
            (form::text_field(tr, &search))
            (form::select(tr, &order, &orders))
        }))
        div #list {
            (table(&sample.say("Clients", "Clientes"), &columns, &rows))
        }
        (pager(tr, &Pager {
            previous: Some("#".to_owned()),
            next: Some("#".to_owned()),
            shown: sample.say("21 to 40 of 42", "21 a 40 de 42"),
        }))
    }
}

fn cards(sample: &Sample<'_>) -> Markup {
    let tr = sample.0;
    let needs = [
        sample.say(
            "Company for walks · urgent",
            "Compañía para pasear · urgente",
        ),
        sample.say("Details on introduction", "Detalles al presentarse"),
    ];
    let offers = [
        sample.say("Cooking", "Cocinar"),
        sample.say("Spanish conversation", "Conversación en español"),
    ];
    let interests = [
        sample.say("Gardening", "Jardinería"),
        sample.say("Choir", "Coro"),
    ];
    let body = html! {
        (chips(&sample.say("Needs", "Necesita"), ChipKind::Need, &needs))
        (chips(&sample.say("Can give", "Puede dar"), ChipKind::Offer, &offers))
        (chips(&sample.say("Likes", "Le gusta"), ChipKind::Interest, &interests))
    };
    let place = [
        sample.say("Near Toledo", "Cerca de Toledo"),
        sample.say("Spanish, English", "Español, inglés"),
        sample.say("week of 23 November", "semana del 23 de noviembre"),
    ];
    let reasons = [
        sample.say(
            "Can give Spanish conversation, which Tomás needs",
            "Puede dar conversación en español, que Tomás necesita",
        ),
        sample.say("Both like gardening", "A los dos les gusta la jardinería"),
    ];
    let title = sample.say("Woman, 65 or older", "Mujer, 65 años o más");
    let kind = sample.say("De-identified card", "Tarjeta sin identificar");
    let card = |badges: Markup| {
        card_frame(&CardFrame {
            title: &title,
            href: Some("#"),
            kind: &kind,
            facts: &place,
            body: body.clone(),
            reasons: &reasons,
            badges,
            actions: html! {
                (action(&sample.say("Ask the helper", "Preguntar"), "#"))
                (swap_button(&sample.say("Not now", "Ahora no"), "/style-guide", Weight::Quiet, &[("id", "1")], "list"))
            },
        })
    };
    let row = |point: String, left: String, right: String, fit: Fit| PairRow {
        point,
        left: html! { (left) },
        right: html! { (right) },
        fit,
    };
    let pairs = [
        row(
            sample.say("Needs", "Necesidades"),
            sample.say("Spanish conversation", "Conversación en español"),
            sample.say("Can give it", "Puede darla"),
            Fit::Match,
        ),
        row(
            sample.say("Distance", "Distancia"),
            sample.say("Up to 10 km", "Hasta 10 km"),
            sample.say("Some 25 km away", "A unos 25 km"),
            Fit::Mismatch,
        ),
        row(
            sample.say("Pets", "Mascotas"),
            sample.say("Has a dog", "Tiene perro"),
            sample.say("Does not say", "No lo dice"),
            Fit::Unknown,
        ),
    ];
    section(
        &sample.say("Suggestions for Tomás", "Sugerencias para Tomás"),
        &html! {
            (card_grid(&[
                card(badge(Tone::Good, &sample.say("Trusted", "De confianza"))),
                card(html! {}),
            ]))
            (pair_table(
                tr,
                &sample.say("Side by side", "Lado a lado"),
                "Tomás",
                &title,
                &pairs,
            ))
        },
    )
}

fn progress(sample: &Sample<'_>) -> Markup {
    let tr = sample.0;
    let step = |label: String, detail: Option<String>, state: StepState| Step {
        label,
        detail,
        state,
    };
    let way = [
        step(
            sample.say("Enquiry", "Consulta"),
            Some(sample.say("3 days ago", "hace 3 días")),
            StepState::Done,
        ),
        step(sample.say("Proposed", "Propuesta"), None, StepState::Done),
        step(
            sample.say("Both agree", "Los dos aceptan"),
            Some(sample.say("waiting for you", "te toca a ti")),
            StepState::Now,
        ),
        step(
            sample.say("Introduced", "Presentados"),
            None,
            StepState::Later,
        ),
        step(
            sample.say("How it went", "Cómo fue"),
            None,
            StepState::Later,
        ),
    ];
    let event = |when: String, at: &str, title: String, body: Markup| Event {
        when,
        at: at.to_owned(),
        title,
        body,
    };
    let events = [
        event(
            sample.say("yesterday", "ayer"),
            "2026-11-22",
            sample.say(
                "Amina proposed the introduction",
                "Amina propuso la presentación",
            ),
            html! { p.soft { (sample.say("“They both love gardens.”", "«A los dos les encantan los jardines».")) } },
        ),
        event(
            sample.say("3 days ago", "hace 3 días"),
            "2026-11-20",
            sample.say(
                "You asked Amina about her card",
                "Preguntaste a Amina por su tarjeta",
            ),
            html! {},
        ),
    ];
    section(
        &sample.say("Introduction", "Presentación"),
        &html! {
            (steps(tr, &sample.say("How far it has come", "Hasta dónde ha llegado"), &way))
            (facts(&[
                (sample.say("Helper", "Ayudante"), html! { "Amina Yusuf" }),
                (sample.say("Connection sought", "Se busca"), html! { (sample.say("Friendship", "Amistad")) }),
            ]))
            (timeline(tr, &events))
        },
    )
}

fn notices(sample: &Sample<'_>) -> Markup {
    let tr = sample.0;
    section(
        &sample.say("Notices", "Avisos"),
        &html! {
            (notice_private(tr, &sample.say("Name, phone and notes stay sealed.", "El nombre, el teléfono y las notas quedan sellados.")))
            (notice_public(tr, &sample.say("This card will be de-identified.", "Esta tarjeta irá sin identificar.")))
            (notice(Tone::Warn, &sample.say("The consent ends soon", "El consentimiento acaba pronto"), &html! { p { (sample.say("Ask Tomás again before 30 November.", "Pregunta a Tomás antes del 30 de noviembre.")) } }))
            (notice(Tone::Bad, &sample.say("This cannot be undone", "Esto no se puede deshacer"), &html! {}))
            (empty(
                Icon::Clients,
                &sample.say("Nobody here yet", "Aún no hay nadie"),
                &sample.say(
                    "Record one person you act for. A first name or initials are enough; suggestions follow at once.",
                    "Anota a una persona a la que ayudas. Basta un nombre o unas iniciales; las sugerencias llegan enseguida.",
                ),
                Some(action(&sample.say("Record a client", "Anotar un cliente"), "#")),
            ))
            p #code .code-sheet { "K7QF-2MXP-9RTD-W4HB-6ZNA" }
            (actions(&[
                print_button(tr),
                copy_button(tr, "code"),
                quiet_action(&sample.say("Change", "Cambiar"), "#"),
                post_button(&sample.say("Erase", "Borrar"), "#", Weight::Danger, &[]),
            ]))
            div.actions {
                @for name in ["Rosa Delgado", "Amina Yusuf", "Tomás", "李 明", "Jo B.", "Ngozi Okafor"] { (avatar(name)) }
            }
        },
    )
}

fn forms(sample: &Sample<'_>) -> Markup {
    let tr = sample.0;
    let missing = sample.say(
        "Write a name or initials",
        "Escribe un nombre o unas iniciales",
    );
    let name = Field::new("name", sample.say("Name or initials", "Nombre o iniciales"))
        .hint(sample.say(
            "As you call them. Only your circle sees it.",
            "Como le llamas. Solo lo ve tu círculo.",
        ))
        .required()
        .autocomplete("off")
        .error(Some(missing.clone()));
    let born = Field::new("born", sample.say("Birthday", "Cumpleaños"));
    let phone = Field::new("phone", sample.say("Phone", "Teléfono")).kind("tel");
    let password = Field::new("password", sample.say("Password", "Contraseña"))
        .kind("password")
        .autocomplete("new-password");
    let notes = Field::new("notes", sample.say("Notes", "Notas"));
    let place = Field::new("place", sample.say("Place", "Lugar"))
        .hint(sample.say("Try “To”", "Prueba «To»"));
    let audience = Field::new(
        "audience",
        sample.say("Who may see the card?", "¿Quién puede ver la tarjeta?"),
    );
    let audiences = [
        Choice::new("all", sample.say("Everyone here", "Todos aquí"), false).hint(sample.say(
            "Your name is hidden until both of you want to talk.",
            "Tu nombre queda oculto hasta que los dos queráis hablar.",
        )),
        Choice::new("contacts", sample.say("My contacts", "Mis contactos"), true)
            .hint(sample.say("They see that it is yours.", "Ven que es tuya.")),
    ];
    let languages = Field::new("languages", sample.say("Languages", "Idiomas"));
    let spoken = [
        Choice::new("es", sample.say("Spanish", "Español"), true),
        Choice::new("en", sample.say("English", "Inglés"), false),
        Choice::new("ar", sample.say("Arabic", "Árabe"), false),
    ];
    let gender = Field::new("gender", sample.say("Gender", "Género"));
    let genders = [
        Choice::new("woman", sample.say("Woman", "Mujer"), false),
        Choice::new("man", sample.say("Man", "Hombre"), false),
        Choice::new(
            "",
            sample.say("Rather not say", "Prefiero no decirlo"),
            true,
        ),
    ];
    let term = |code: &str, label: String, synonyms: String, chosen: bool| TermChoice {
        code: code.to_owned(),
        label,
        synonyms,
        chosen,
    };
    let groups = [
        TermGroup {
            label: sample.say("Company", "Compañía"),
            terms: vec![
                term(
                    "walks",
                    sample.say("Company for walks", "Compañía para pasear"),
                    "stroll paseo".to_owned(),
                    true,
                ),
                term(
                    "visits",
                    sample.say("Visits", "Visitas"),
                    "lonely solo".to_owned(),
                    false,
                ),
            ],
        },
        TermGroup {
            label: sample.say("Getting around", "Moverse"),
            terms: vec![term(
                "lift",
                sample.say("A lift to the doctor", "Transporte al médico"),
                "car ride coche".to_owned(),
                false,
            )],
        },
    ];
    let needs = Field::new("needs", sample.say("Needs", "Necesita"));
    let consent = Field::new(
        "consent",
        sample.say(
            "They agreed to be shared de-identified",
            "Acepta que se comparta sin identificar",
        ),
    );
    section(
        &sample.say("Record a client", "Anotar un cliente"),
        &form::post(
            "/style-guide",
            true,
            &html! {
                (form::error_summary(tr, &[("name".to_owned(), missing)]))
                (form::group(&sample.say("Who", "Quién"), Some(&sample.say("Everything but the name can wait.", "Todo menos el nombre puede esperar.")), &html! {
                    (form::text_field(tr, &name))
                    (form::row(&html! {
                        (form::date_field(tr, &born))
                        (form::text_field(tr, &phone))
                    }))
                    (type_ahead(tr, &place, "/style-guide/places", ""))
                    (form::text_field(tr, &password))
                (form::radio_group(tr, &gender, &genders))
                    (form::check_group(tr, &languages, &spoken))
                }))
                (term_picker(tr, &needs, &groups))
                (form::radio_cards(tr, &audience, &audiences))
                (form::more(&sample.say("More about them", "Más sobre la persona"), false, &html! {
                    (form::textarea(tr, &notes, 4))
                    (pick_choices(tr, &place, &places()))
                }))
                (form::checkbox(tr, &consent, false))
                (form::submit_row(&sample.say("Save", "Guardar"), Some((&sample.say("Cancel", "Cancelar"), "#"))))
            },
        ),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pages::lint::faults;

    #[test]
    fn every_part_is_sound_in_every_language() {
        for locale in Locale::ALL.iter().copied() {
            let page = style_guide(&Tr::of(locale)).into_string();
            assert_eq!(faults(&page), Vec::<String>::new());
            assert!(page.contains(&format!("<html lang=\"{}\" dir=\"ltr\">", locale.code())));
        }
    }
}
