//! The demo's directory: invented services in the demo's towns.

use argonaut_domain::audit::{AuditEntry, Deed};
use argonaut_domain::ids::{AuditId, ServiceId};
use argonaut_domain::place::Place;
use argonaut_store::{Service, ServiceContact};

use super::people::{terms, town};
use super::words::SERVICES;
use super::{Field, Sown};

/// How many.
const COUNT: usize = 40;

pub(super) async fn services(field: &mut Field) -> Sown<()> {
    field.days_ago(100, 300);
    let now = field.clock_now();
    let mut write = field.store.write().await?;
    for (number, (name, offers)) in (0..COUNT).zip(SERVICES.iter().cycle()) {
        let place = town(&mut field.rng);
        let town = match place {
            Place::City(_) => place.label(argonaut_domain::locale::Locale::En),
            Place::Region(_) | Place::Country(_) | Place::Anywhere => String::new(),
        };
        let service = Service {
            id: ServiceId::ordered(now, &mut field.rng),
            source: "demo".to_owned(),
            source_id: format!("{number}"),
            name: if number < SERVICES.len() {
                (*name).to_owned()
            } else {
                format!("{name} {}", number / SERVICES.len() + 1)
            },
            organization: "Invented for the demo".to_owned(),
            description: format!("An invented service near {town}. It does not exist."),
            place,
            terms: terms(offers),
            languages: Vec::new(),
            contact: ServiceContact {
                phone: format!("559-555-01{:02}", number % 100),
                hours: "Mon–Fri 9–17".to_owned(),
                ..ServiceContact::default()
            },
            imported: now,
        };
        write.upsert_service(&service).await?;
    }
    let entry = AuditEntry {
        id: AuditId::ordered(now, &mut field.rng),
        at: now,
        actor: None,
        deed: Deed::ServicesImported,
        subject: uuid::Uuid::nil(),
    };
    Ok(write.commit(&[entry]).await?)
}
