//! Words about clients' records.

use argonaut_app::RecordTrouble;
use argonaut_app::dossier::{ContactWay, Fault, Field, Invalid, Relationship};
use argonaut_domain::access::CircleRole;
use argonaut_domain::audit::Deed;
use argonaut_domain::consent::{ConsentMethod, ReleasedField};

use crate::i18n::{Tr, t};

pub(crate) fn relationship(tr: &Tr, of: Relationship) -> String {
    match of {
        Relationship::Friend => t!(tr, "clients-rel-friend"),
        Relationship::Relative => t!(tr, "clients-rel-relative"),
        Relationship::Neighbour => t!(tr, "clients-rel-neighbour"),
        Relationship::ChurchMember => t!(tr, "clients-rel-church"),
        Relationship::Parishioner => t!(tr, "clients-rel-parishioner"),
        Relationship::AgencyClient => t!(tr, "clients-rel-agency"),
        Relationship::Other => t!(tr, "clients-rel-other"),
    }
}

pub(crate) fn contact_way(tr: &Tr, way: ContactWay) -> String {
    match way {
        ContactWay::Call => t!(tr, "clients-way-call"),
        ContactWay::Message => t!(tr, "clients-way-message"),
        ContactWay::Email => t!(tr, "clients-way-email"),
        ContactWay::Letter => t!(tr, "clients-way-letter"),
        ContactWay::Visit => t!(tr, "clients-way-visit"),
        ContactWay::ThroughHelper => t!(tr, "clients-way-helper"),
    }
}

pub(crate) fn method(tr: &Tr, method: ConsentMethod) -> String {
    match method {
        ConsentMethod::Verbal => t!(tr, "consent-method-verbal"),
        ConsentMethod::Written => t!(tr, "consent-method-written"),
        ConsentMethod::Proxy => t!(tr, "consent-method-proxy"),
        ConsentMethod::Link => t!(tr, "consent-method-link"),
    }
}

pub(crate) fn released(tr: &Tr, field: ReleasedField) -> String {
    match field {
        ReleasedField::FirstName => t!(tr, "consent-field-first-name"),
        ReleasedField::FullName => t!(tr, "consent-field-full-name"),
        ReleasedField::Phone => t!(tr, "consent-field-phone"),
        ReleasedField::Email => t!(tr, "consent-field-email"),
        ReleasedField::Address => t!(tr, "consent-field-address"),
        ReleasedField::PreferredContact => t!(tr, "consent-field-preferred"),
        ReleasedField::Place => t!(tr, "consent-field-place"),
        ReleasedField::Needs => t!(tr, "consent-field-needs"),
        ReleasedField::Strengths => t!(tr, "consent-field-strengths"),
        ReleasedField::Situations => t!(tr, "consent-field-situations"),
    }
}

/// What is the matter with a record, and what to do first.
pub(crate) fn trouble(tr: &Tr, found: RecordTrouble) -> String {
    match found {
        RecordTrouble::Unreadable => t!(tr, "circle-trouble-unreadable"),
        RecordTrouble::RolledBack => t!(tr, "circle-trouble-rolled-back"),
        RecordTrouble::Unknown => t!(tr, "circle-trouble-unknown"),
        RecordTrouble::KeyChanged => t!(tr, "circle-trouble-key-changed"),
        RecordTrouble::OtherLead => t!(tr, "circle-trouble-other-lead"),
        RecordTrouble::Missing => t!(tr, "circle-trouble-missing"),
    }
}

/// A helper's part in a circle.
pub(crate) fn part(tr: &Tr, role: CircleRole) -> String {
    match role {
        CircleRole::Lead => t!(tr, "circle-role-lead"),
        CircleRole::Deputy => t!(tr, "circle-role-deputy"),
        CircleRole::Member => t!(tr, "circle-role-member"),
    }
}

/// What a part may do, in a sentence.
pub(crate) fn part_hint(tr: &Tr, role: CircleRole) -> String {
    match role {
        CircleRole::Lead => t!(tr, "circle-role-lead-hint"),
        CircleRole::Deputy => t!(tr, "circle-role-deputy-hint"),
        CircleRole::Member => t!(tr, "circle-role-member-hint"),
    }
}

/// What happened to a circle, where the deed is about one.
fn circle_deed(tr: &Tr, deed: Deed) -> Option<String> {
    let told = [
        (Deed::SeatOffered, t!(tr, "circle-log-offered")),
        (Deed::SeatOfferEnded, t!(tr, "circle-log-offer-ended")),
        (Deed::SeatDeclined, t!(tr, "circle-log-declined")),
        (Deed::CircleJoined, t!(tr, "circle-log-joined")),
        (Deed::CircleRoleChanged, t!(tr, "circle-log-role")),
        (Deed::CircleRemoved, t!(tr, "circle-log-removed")),
        (Deed::CircleLeft, t!(tr, "circle-log-left")),
        (Deed::LeadPassed, t!(tr, "circle-log-lead")),
        (Deed::KeyRotated, t!(tr, "circle-log-rotated")),
        (Deed::RecordAlarm, t!(tr, "circle-log-alarm")),
        (Deed::RecordAccepted, t!(tr, "circle-log-accepted")),
    ];
    told.into_iter()
        .find(|(of, _)| *of == deed)
        .map(|(_, text)| text)
}

/// What happened to a record, for its access log.
pub(crate) fn deed(tr: &Tr, deed: Deed) -> String {
    if let Some(text) = circle_deed(tr, deed) {
        return text;
    }
    if deed == Deed::ClientOpened {
        t!(tr, "clients-log-opened")
    } else if deed == Deed::ClientRecorded {
        t!(tr, "clients-log-recorded")
    } else if deed == Deed::ClientArchived {
        t!(tr, "clients-log-archived")
    } else if deed == Deed::ClientRestored {
        t!(tr, "clients-log-restored")
    } else if deed == Deed::LinkMade {
        t!(tr, "rights-log-link-made")
    } else if deed == Deed::LinkRevoked {
        t!(tr, "rights-log-link-ended")
    } else if deed == Deed::LinkOpened {
        t!(tr, "rights-log-link-opened")
    } else if deed == Deed::LinkAnswered {
        t!(tr, "rights-log-answered")
    } else if deed == Deed::RequestMade {
        t!(tr, "rights-log-asked")
    } else if deed == Deed::RequestDone {
        t!(tr, "rights-log-request-done")
    } else if deed == Deed::ClientExported {
        t!(tr, "rights-log-exported")
    } else {
        t!(tr, "clients-log-changed")
    }
}

/// The name of the form field a fault is about, and what is wrong with it.
pub(super) fn fault(tr: &Tr, invalid: Invalid) -> (String, String) {
    let field = match invalid.field {
        Field::Name => "name",
        Field::FullName => "full_name",
        Field::Pronouns => "pronouns",
        Field::Phones => "phones",
        Field::Emails => "emails",
        Field::Address => "address",
        Field::Times => "times",
        Field::Birth => "birth",
        Field::Languages => "languages",
        Field::Situations => "situations",
        Field::Needs => "needs",
        Field::Offers => "offers",
        Field::Interests => "interests",
        Field::Connections => "connections",
        Field::NeverIntroduce => "never",
        Field::Notes => "note",
        Field::Plan => "plan",
        Field::Referrals => "referrals",
        Field::Network => "network",
    };
    let text = match invalid.fault {
        Fault::Missing => t!(tr, "clients-fault-missing"),
        Fault::TooLong { most } => t!(tr, "clients-fault-long", most = most),
        Fault::TooMany { most } => t!(tr, "clients-fault-many", most = most),
        Fault::Impossible => t!(tr, "clients-fault-date"),
    };
    (field.to_owned(), text)
}
