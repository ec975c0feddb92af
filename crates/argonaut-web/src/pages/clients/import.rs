//! Importing clients from a file: choose it, check the columns, look at the
//! plan, import. The file travels inside the form; nothing is kept on the way.

use argonaut_app::clients::import::{
    ImportError, Mapping, Plan, PlannedRow, Problem as RowProblem, Table, Target, UnreadableTable,
    duplicates, guess, prepare, read as read_table, run as run_plan, text as import_text,
};
use argonaut_app::dossier::Dossier;
use argonaut_domain::place::Place;
use axum::extract::{Multipart, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};
use maud::{Markup, html};

use crate::failure::{Failure, Problem};
use crate::form_data::FormData;
use crate::i18n::{Tr, t};
use crate::me::{Me, done};
use crate::pages::layout::{NavItem, Width};
use crate::pages::parts::{self, Choice, Field, form};
use crate::state::Web;
use crate::words::{self, Done};

impl Problem for ImportError {
    fn kind(&self) -> argonaut_app::Kind {
        Self::kind(self)
    }
    fn say(&self, tr: &Tr) -> String {
        match self {
            Self::NoName(line) => t!(tr, "import-no-name-at", line = (*line)),
            Self::Nothing => t!(tr, "import-nothing"),
            Self::Client(error) => error.say(tr),
        }
    }
}

fn frame(me: &Me, body: &Markup) -> Markup {
    let tr = &me.tr;
    let body = html! {
        (parts::breadcrumb(&t!(tr, "shell-breadcrumb-label"), &[(&t!(tr, "shell-nav-clients"), "/clients")]))
        (parts::heading(&t!(tr, "clients-import"), Some(&t!(tr, "import-lead")), None))
        (body)
    };
    me.show(
        &t!(tr, "clients-import"),
        NavItem::Clients,
        Width::Wide,
        &body,
    )
}

pub(super) async fn show(me: Me) -> Markup {
    frame(&me, &choose(&me.tr, None, ""))
}

fn choose(tr: &Tr, error: Option<String>, pasted: &str) -> Markup {
    html! {
        (parts::notice_private(tr, &t!(tr, "import-private")))
        form.form method="post" action="/clients/import" enctype="multipart/form-data" {
            div.field {
                label.label for="file" { (t!(tr, "import-file")) }
                p.hint { (t!(tr, "import-file-hint")) }
                @if let Some(error) = &error { p.error { (error) } }
                input.input type="file" id="file" name="file" accept=".csv,text/csv,text/plain";
            }
            (form::textarea(tr, &Field::new("text", t!(tr, "import-paste")).value(pasted).autocomplete("off"), 6))
            (form::submit_row(&t!(tr, "form-continue"), Some((&t!(tr, "form-cancel"), "/clients"))))
        }
    }
}

pub(super) async fn read(
    State(_): State<Web>,
    me: Me,
    mut parts: Multipart,
) -> Result<Response, Failure> {
    let mut bytes = Vec::new();
    while let Ok(Some(part)) = parts.next_field().await {
        let is_text = part.name() == Some("text");
        let Ok(content) = part.bytes().await else {
            let body = choose(&me.tr, Some(t!(me.tr, "import-too-big")), "");
            return Ok((StatusCode::PAYLOAD_TOO_LARGE, frame(&me, &body)).into_response());
        };
        if !(content.is_empty() || is_text && !bytes.is_empty()) {
            bytes = content.to_vec();
        }
    }
    match read_table(&bytes) {
        Ok(table) => {
            let mapping = guess(&table);
            Ok(frame(
                &me,
                &columns(&me.tr, &import_text(&bytes), &table, &mapping),
            )
            .into_response())
        }
        Err(error) => {
            let pasted = String::from_utf8_lossy(&bytes);
            let pasted = if error == UnreadableTable::NotCsv {
                ""
            } else {
                &pasted
            };
            let body = choose(&me.tr, Some(unreadable(&me.tr, error)), pasted);
            Ok((StatusCode::UNPROCESSABLE_ENTITY, frame(&me, &body)).into_response())
        }
    }
}

fn unreadable(tr: &Tr, error: UnreadableTable) -> String {
    match error {
        UnreadableTable::Empty => t!(tr, "import-empty"),
        UnreadableTable::TooMany { most } => t!(tr, "import-too-many", most = most),
        UnreadableTable::NotCsv => t!(tr, "import-not-csv"),
    }
}

fn target(tr: &Tr, target: Target) -> String {
    match target {
        Target::Ignore => t!(tr, "import-ignore"),
        Target::Name => t!(tr, "clients-name"),
        Target::FirstName => t!(tr, "import-first-name"),
        Target::LastName => t!(tr, "import-last-name"),
        Target::Phone => t!(tr, "clients-phones"),
        Target::Email => t!(tr, "clients-emails"),
        Target::Address => t!(tr, "clients-address"),
        Target::Place => t!(tr, "clients-place"),
        Target::Birth => t!(tr, "clients-birth"),
        Target::Gender => t!(tr, "clients-gender"),
        Target::Languages => t!(tr, "clients-languages"),
        Target::Needs => t!(tr, "clients-needs"),
        Target::Urgency => t!(tr, "import-urgency"),
        Target::Notes => t!(tr, "clients-notes"),
    }
}

/// The columns to choose; the file's text travels in the form.
fn columns(tr: &Tr, text: &str, table: &Table, mapping: &Mapping) -> Markup {
    let example = |place: usize| {
        table
            .rows
            .iter()
            .filter_map(|(_, cells)| cells.get(place))
            .find(|cell| !cell.is_empty())
            .cloned()
            .unwrap_or_default()
    };
    html! {
        p { (t!(tr, "import-columns-lead", count = table.rows.len())) }
        (form::post("/clients/import/preview", false, &html! {
            (form::hidden("csv", text))
            @for (place, (column, now)) in table.header.iter().zip(mapping).enumerate() {
                @let choices: Vec<Choice<'_>> = Target::ALL.iter().map(|of| Choice::new(of.code(), target(tr, *of), of == now)).collect();
                (form::select(tr, &Field::new(format!("column{place}"), column.as_str()).hint(t!(tr, "import-example", text = example(place))), &choices))
            }
            (form::submit_row(&t!(tr, "import-preview"), Some((&t!(tr, "form-cancel"), "/clients/import"))))
        }))
    }
}

/// The plan of what the form carries.
async fn plan(web: &Web, me: &Me, sent: &FormData) -> Result<(Plan, Mapping), Failure> {
    let table = read_table(sent.raw("csv").as_bytes()).map_err(|error| Failure::Told {
        kind: argonaut_app::Kind::Invalid,
        text: unreadable(&me.tr, error),
    })?;
    let mapping: Mapping = (0..table.header.len())
        .map(|place| sent.parsed(&format!("column{place}")).unwrap_or_default())
        .collect();
    let mut plan = prepare(
        &table,
        &mapping,
        me.who.helper(),
        web.app.now(),
        me.tr.locale(),
    );
    duplicates(&web.app, &me.who, &mut plan)
        .await
        .map_err(|error| Failure::of(&me.tr, &error))?;
    Ok((plan, mapping))
}

pub(super) async fn preview(
    State(web): State<Web>,
    me: Me,
    sent: FormData,
) -> Result<Markup, Failure> {
    let (plan, mapping) = plan(&web, &me, &sent).await?;
    Ok(frame(&me, &planned(&me.tr, &plan, &mapping, &sent, None)))
}

fn planned(
    tr: &Tr,
    plan: &Plan,
    mapping: &Mapping,
    sent: &FormData,
    error: Option<String>,
) -> Markup {
    let nameless = plan.rows.iter().filter(|row| row.dossier.is_none()).count();
    let twice = plan.rows.iter().filter(|row| row.duplicate).count();
    html! {
        @if let Some(error) = error { (parts::notice(parts::Tone::Bad, &t!(tr, "errors-invalid-title"), &html! { p { (error) } })) }
        p { (t!(tr, "import-planned", count = plan.rows.len())) }
        @if nameless > 0 { (parts::notice(parts::Tone::Warn, &t!(tr, "import-nameless", count = nameless), &html! { p { (t!(tr, "import-nameless-hint")) } })) }
        @if twice > 0 { (parts::notice(parts::Tone::Info, &t!(tr, "import-twice", count = twice), &html! {})) }
        ul.plain-list { @for row in &plan.rows { li { (planned_row(tr, row)) } } }
        @if nameless == 0 {
            (form::post("/clients/import/run", false, &html! {
                (form::hidden("csv", sent.raw("csv")))
                @for (place, of) in mapping.iter().enumerate() { (form::hidden(&format!("column{place}"), of.code())) }
                @if twice > 0 { (form::checkbox(tr, &Field::new("skip", t!(tr, "import-skip")), true)) }
                (form::submit_row(&t!(tr, "import-run"), Some((&t!(tr, "form-cancel"), "/clients/import"))))
            }))
        }
    }
}

/// What was understood of a row, besides the name.
fn facts(tr: &Tr, dossier: &Dossier) -> Vec<String> {
    let contact = dossier.contact.phones.iter().chain(&dossier.contact.emails);
    let mut facts: Vec<String> = contact.map(|way| way.as_str().to_owned()).collect();
    if dossier.place != Place::Anywhere {
        facts.push(dossier.place.label(tr.locale()).to_string());
    }
    facts.extend(dossier.gender.map(|of| words::gender(tr, of)));
    facts.extend(
        dossier
            .languages
            .iter()
            .map(|of| of.name(tr.locale()).to_owned()),
    );
    facts.extend(
        dossier
            .needs
            .iter()
            .map(|need| need.term.label(tr.locale()).to_owned()),
    );
    facts
}

fn planned_row(tr: &Tr, row: &PlannedRow) -> Markup {
    html! {
        span.hint { (t!(tr, "import-line", line = row.line)) } " "
        @if let Some(dossier) = &row.dossier { strong { (dossier.name()) } }
        @if let Some(dossier) = &row.dossier {
            @let facts = facts(tr, dossier);
            @if !facts.is_empty() { " " span { (facts.join(" · ")) } }
        }
        @if row.duplicate { " " (parts::badge(parts::Tone::Warn, &t!(tr, "import-duplicate"))) }
        @for problem in &row.problems {
            p.hint { @match problem {
                RowProblem::NoName => (t!(tr, "clients-fault-missing")),
                RowProblem::NotUnderstood(of, text) => (t!(tr, "import-not-understood", column = target(tr, *of), text = text.as_str())),
            } }
        }
    }
}

pub(super) async fn run(
    State(web): State<Web>,
    me: Me,
    sent: FormData,
) -> Result<Response, Failure> {
    let (found, mapping) = plan(&web, &me, &sent).await?;
    match run_plan(&web.app, &me.who, found.clone(), sent.ticked("skip")).await {
        Ok(_) => Ok(done("/clients", Done::ClientsImported).into_response()),
        Err(error @ (ImportError::NoName(_) | ImportError::Nothing)) => {
            let body = planned(&me.tr, &found, &mapping, &sent, Some(error.say(&me.tr)));
            Ok((StatusCode::UNPROCESSABLE_ENTITY, frame(&me, &body)).into_response())
        }
        Err(error @ ImportError::Client(_)) => Err(Failure::of(&me.tr, &error)),
    }
}
