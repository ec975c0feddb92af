//! Spanish texts.

use super::super::Kind;
use super::{clean, found, has, masked};

#[test]
fn names() {
    has(
        "Ayer hablé con Guadalupe sobre el viaje.",
        Kind::Person,
        "Guadalupe",
    );
    has("Se llama Rosa y busca trabajo.", Kind::Person, "Rosa");
    has("me llamo xochitl", Kind::Person, "xochitl");
    has(
        "Mi nombre es José Luis Ramírez Ortega.",
        Kind::Person,
        "José Luis Ramírez Ortega",
    );
    has(
        "mi clienta rosa maría hernández lópez",
        Kind::Person,
        "rosa maría hernández lópez",
    );
    has("Mi hermana Luz necesita ayuda.", Kind::Person, "Luz");
    has(
        "Vi a la Sra. Pérez en la tienda.",
        Kind::Person,
        "la Sra. Pérez",
    );
    has(
        "El Sr. Juan Carlos de la Cruz Pérez llamó.",
        Kind::Person,
        "El Sr. Juan Carlos de la Cruz Pérez",
    );
}

#[test]
fn numbers() {
    has("Su teléfono es 55 1234 5678.", Kind::Phone, "55 1234 5678");
    has("llame al +52 55 1234 5678", Kind::Phone, "+52 55 1234 5678");
    has(
        "Su CURP es HEGG560427MVZRRL04.",
        Kind::Paper,
        "HEGG560427MVZRRL04",
    );
    has("DNI 12345678Z", Kind::Paper, "12345678Z");
    has("su pasaporte es G12345678", Kind::Paper, "G12345678");
    has("tarjeta 4454794511390933", Kind::Card, "4454794511390933");
    has("expediente 4815/2023", Kind::Paper, "4815/2023");
}

#[test]
fn addresses() {
    for address in [
        "calle Morelos 45",
        "calle morelos 45, colonia centro",
        "Av. Insurgentes Sur 1602, int. 4, Ciudad de México, C.P. 03940",
        "C/ Toledo 3",
        "Avenida de la Constitución, 12",
        "Plaza Mayor 1",
    ] {
        has(&format!("Vive en {address}"), Kind::Address, address);
    }
    has(
        "en la esquina de Juárez y Morelos",
        Kind::Address,
        "la esquina de Juárez y Morelos",
    );
    clean("Vive a una calle de la escuela y va por el camino de siempre.");
}

#[test]
fn dates_ages_and_places() {
    has(
        "nació el 12 de marzo de 1980",
        Kind::Date,
        "el 12 de marzo de 1980",
    );
    has("Tiene 43 años.", Kind::Age, "43");
    has("una mujer de 43 años", Kind::Age, "43");
    has("Es de Guadalajara.", Kind::Place, "Guadalajara");
    has("Es salvadoreña.", Kind::Nation, "salvadoreña");
    clean("Lleva 3 años aquí y hace 2 años que no trabaja.");
    clean("Habla español y un poco de inglés.");
}

#[test]
fn roles_instead_of_names() {
    masked(
        "Mi hermana Luz tiene 43 años y nació el 12 de marzo de 1980.",
        "Mi hermana tiene unos 40 años y nació una fecha.",
    );
    masked(
        "Guadalupe vive en la calle Morelos 45 y su teléfono es 55 1234 5678.",
        "Mi cliente vive en una dirección y su teléfono es un número de teléfono.",
    );
    masked(
        "Hola Ana: gracias por escribir.",
        "Hola: gracias por escribir.",
    );
}

#[test]
fn what_helpers_write_all_day_is_left_alone() {
    for text in [
        "Busco a alguien que hable español y pueda acompañar a mi clienta al hospital los martes por la tarde.",
        "Le gusta cocinar y la jardinería, y puede cuidar niños por las mañanas.",
        "Gracias por su mensaje. ¿Podemos hablar el jueves a las 10:30?",
        "Mi cliente necesita un doctor que lo atienda sin seguro médico.",
        "Ofrece clases de guitarra a cambio de ayuda con sus papeles de inmigración.",
    ] {
        assert_eq!(found(text), [], "{text}");
    }
}
