//! Which column holds what: guessed from its name, in English and Spanish.

use argonaut_domain::fold::fold;
use argonaut_domain::words;

use super::Table;

words! {
    /// What a column is taken for.
    #[derive(Default)]
    pub enum Target {
        /// It is left out.
        #[default]
        Ignore = "ignore",
        /// The whole name.
        Name = "name",
        /// The first name.
        FirstName = "first_name",
        /// The last name.
        LastName = "last_name",
        /// Telephone.
        Phone = "phone",
        /// E-mail.
        Email = "email",
        /// Address, or a part of it.
        Address = "address",
        /// Town, or a part of where they live.
        Place = "place",
        /// Year or date of birth.
        Birth = "birth",
        /// Gender.
        Gender = "gender",
        /// Languages.
        Languages = "languages",
        /// Needs, in words.
        Needs = "needs",
        /// How urgent the needs are.
        Urgency = "urgency",
        /// Anything else worth keeping.
        Notes = "notes",
    }
}

/// What each column is taken for, in the order of the file.
pub type Mapping = Vec<Target>;

/// Names of columns, the more telling first. A column fits when its name is one
/// of these, or begins with it: questions go on as they like, the rest only
/// with a number or a word of [`GOES_ON`].
const NAMES: &[(Target, &[&str])] = &[
    (
        Target::FirstName,
        &[
            "first name",
            "given name",
            "nombre de pila",
            "primer nombre",
        ],
    ),
    (
        Target::LastName,
        &[
            "last name",
            "family name",
            "surname",
            "apellido",
            "apellidos",
        ],
    ),
    (
        Target::Name,
        &["name", "full name", "client", "nombre", "cliente"],
    ),
    (
        Target::Phone,
        &[
            "telephone",
            "phone 1 - value",
            "phone",
            "mobile",
            "telefono",
            "celular",
        ],
    ),
    (
        Target::Email,
        &["e-mail 1 - value", "email", "e-mail", "correo"],
    ),
    (
        Target::Address,
        &[
            "address 1 - street",
            "address",
            "street",
            "direccion",
            "calle",
        ],
    ),
    (
        Target::Place,
        &[
            "city",
            "address 1 - city",
            "town",
            "county",
            "state",
            "country",
            "ciudad",
            "pueblo",
            "estado",
            "pais",
        ],
    ),
    (
        Target::Birth,
        &[
            "birthday",
            "birth",
            "date of birth",
            "dob",
            "year of birth",
            "nacimiento",
            "fecha de nacimiento",
        ],
    ),
    (Target::Gender, &["gender", "sex", "genero", "sexo"]),
    (
        Target::Languages,
        &["language", "languages", "idioma", "idiomas"],
    ),
    (
        Target::Needs,
        &[
            "what do you need",
            "needs",
            "need",
            "necesidades",
            "necesita",
        ],
    ),
    (Target::Urgency, &["is your need", "urgency", "urgencia"]),
    (
        Target::Notes,
        &[
            "add any details",
            "notes",
            "note",
            "comments",
            "details",
            "notas",
            "comentarios",
        ],
    ),
];

/// What may follow the name of a column that is no question.
const GOES_ON: &[&str] = &[
    "line",
    "number",
    "home",
    "work",
    "mobile",
    "main",
    "primary",
    "street",
    "linea",
    "numero",
    "casa",
    "principal",
];

/// Guesses the columns; what is not recognised is left out.
pub fn guess(table: &Table) -> Mapping {
    let mut taken: Vec<Target> = Vec::new();
    let whole_name = table.header.iter().any(|column| of(column) == Target::Name);
    table
        .header
        .iter()
        .map(|column| {
            let guessed = of(column);
            // A whole name is better than its parts.
            let part = matches!(guessed, Target::FirstName | Target::LastName);
            let target = if part && whole_name {
                Target::Ignore
            } else {
                guessed
            };
            let once = !matches!(
                target,
                Target::Place | Target::Address | Target::Notes | Target::Phone | Target::Email
            );
            if once && taken.contains(&target) {
                return Target::Ignore;
            }
            taken.push(target);
            target
        })
        .collect()
}

fn of(column: &str) -> Target {
    let column = fold(&column.replace('_', " "));
    let column = column.trim();
    let exact = NAMES.iter().find(|(_, names)| names.contains(&column));
    let begins = || {
        NAMES.iter().find(|(target, names)| {
            *target != Target::Name
                && names.iter().any(|name| {
                    name.len() > 4
                        && column
                            .strip_prefix(name)
                            .is_some_and(|rest| goes_on(*target, rest))
                })
        })
    };
    let near = || {
        NAMES.iter().find(|(_, names)| {
            names
                .iter()
                .any(|name| name.len() > 4 && strsim::levenshtein(name, column) <= 1)
        })
    };
    exact
        .or_else(begins)
        .or_else(near)
        .map_or(Target::Ignore, |(target, _)| *target)
}

/// Whether a column that begins with the name of a target still means it.
fn goes_on(target: Target, rest: &str) -> bool {
    let apart = rest.starts_with(|first: char| !first.is_alphanumeric());
    let mut words = rest
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty());
    match target {
        Target::Needs | Target::Urgency | Target::Notes => apart,
        Target::Ignore
        | Target::Name
        | Target::FirstName
        | Target::LastName
        | Target::Phone
        | Target::Email
        | Target::Address
        | Target::Place
        | Target::Birth
        | Target::Gender
        | Target::Languages => {
            apart
                && words.all(|word| {
                    GOES_ON.contains(&word) || word.chars().all(|letter| letter.is_ascii_digit())
                })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn guessed(header: &[&str]) -> Vec<Target> {
        guess(&Table {
            header: header.iter().map(|name| (*name).to_owned()).collect(),
            rows: Vec::new(),
        })
    }

    #[test]
    fn columns_of_known_exports_are_recognised() {
        use Target::*;
        let sheet = [
            "ID",
            "Organizer",
            "Status",
            "Name",
            "Address",
            "email",
            "telephone",
            "What do you need? Check all that apply",
            "Is your need:",
            "Add any details about your request",
        ];
        assert_eq!(
            guessed(&sheet),
            [
                Ignore, Ignore, Ignore, Name, Address, Email, Phone, Needs, Urgency, Notes
            ]
        );
        let crm = [
            "First Name",
            "Last Name",
            "Email",
            "County",
            "Country",
            "State",
        ];
        assert_eq!(
            guessed(&crm),
            [FirstName, LastName, Email, Place, Place, Place]
        );
        let google = [
            "Name",
            "Given Name",
            "Family Name",
            "Birthday",
            "Notes",
            "E-mail 1 - Value",
            "Phone 1 - Value",
        ];
        assert_eq!(
            guessed(&google),
            [Name, Ignore, Ignore, Birth, Notes, Email, Phone]
        );
        assert_eq!(
            guessed(&[
                "Address line 2",
                "Address verified by",
                "Phone (home)",
                "Email opt-out",
                "Countryside"
            ]),
            [Address, Ignore, Phone, Ignore, Ignore]
        );
        assert_eq!(
            guessed(&["Nombre", "Teléfono", "Género", "Idiomas", "Telefóno"]),
            [Name, Phone, Gender, Languages, Phone]
        );
    }
}
