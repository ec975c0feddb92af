//! Which route is which limited act. A route that changes something and is not named here
//! counts as [`Act::Change`]; one that reads and is not named is not limited.

use argonaut_app::limits::Act;
use axum::http::Method;

/// Routes that read.
const READS: &[(&str, Act)] = &[
    ("/find", Act::Search),
    ("/clients/{id}/suggestions", Act::Directory),
    ("/cards/{id}", Act::CardOpening),
    ("/hints/new", Act::Directory),
    ("/helpers", Act::Directory),
    ("/helpers/{id}", Act::Directory),
    ("/c/{token}", Act::Link),
    ("/messages/{id}/export.txt", Act::Search),
    ("/messages/{id}/export.json", Act::Search),
];

/// Routes that change something; `None` where the use case itself counts, or nothing is to
/// be counted.
const CHANGES: &[(&str, Option<Act>)] = &[
    // Counted there, where a known browser is told from a stranger's.
    ("/sign-in", None),
    ("/sign-up", None),
    ("/recover", None),
    ("/drafts/check", None),
    // Of no weight, and never to be held up.
    ("/sign-out", None),
    ("/language", None),
    ("/account/sessions/end-others", None),
    ("/account/sessions/{id}/end", None),
    // The second step has its own count; the ways back in stand open to their owner.
    ("/sign-in/second", None),
    ("/sign-in/second/passkey", None),
    ("/sign-in/second/recovery", Some(Act::Recovery)),
    ("/recover/contacts", Some(Act::Recovery)),
    ("/recover/contacts/again", Some(Act::Recovery)),
    ("/recover/contacts/finish", Some(Act::Recovery)),
    ("/reset/{token}", Some(Act::Recovery)),
    ("/matches/new", Some(Act::Enquiry)),
    ("/hints/new", Some(Act::Enquiry)),
    ("/matches/{id}/message", Some(Act::Post)),
    ("/messages", Some(Act::Search)),
    ("/messages/{id}", Some(Act::Post)),
    ("/helpers/{id}/write", Some(Act::Enquiry)),
    ("/helpers/{id}/ask", Some(Act::ContactRequest)),
    ("/helpers/{id}/vouch", Some(Act::Vouch)),
    ("/groups/new", Some(Act::Invitation)),
    ("/groups/{id}/join", Some(Act::ContactRequest)),
    ("/groups/{id}/invite", Some(Act::Invitation)),
    ("/groups/{id}/links", Some(Act::Invitation)),
    ("/groups/{id}/friends", Some(Act::ContactRequest)),
    ("/clients/{id}/circle/share", Some(Act::ContactRequest)),
    ("/posts/new", Some(Act::Post)),
    ("/posts/{id}/edit", Some(Act::Post)),
    ("/posts/{id}/comments", Some(Act::Post)),
    ("/posts/{id}/answer", Some(Act::Post)),
    ("/clients/{id}/ask", Some(Act::Post)),
    ("/contacts/import", Some(Act::Upload)),
    ("/contacts/found-by", Some(Act::ContactRequest)),
    ("/account/invitations", Some(Act::Invitation)),
    // Each sends a mail to an address that somebody typed.
    ("/account/told/address", Some(Act::Invitation)),
    ("/account/told/address/again", Some(Act::Invitation)),
    ("/mail/confirm/{token}", Some(Act::Link)),
    ("/mail/stop/{token}", None),
    ("/clients/import", Some(Act::Upload)),
    ("/clients/import/preview", Some(Act::Upload)),
    ("/clients/import/run", Some(Act::Upload)),
    ("/clients/{id}/links", Some(Act::Link)),
    // All codes together are counted where they are looked at; here each address.
    ("/c", Some(Act::Link)),
    ("/c/{token}/answer", Some(Act::Link)),
    ("/c/{token}/withdraw", None),
    ("/c/{token}/ask", Some(Act::Link)),
];

/// The act behind a route.
pub(super) fn act(method: &Method, path: &str) -> Option<Act> {
    if path.starts_with("/api/") {
        // By address here; by helper where the token is read.
        return Some(Act::Api);
    }
    if *method == Method::POST {
        return match CHANGES.iter().find(|(known, _)| *known == path) {
            Some((_, act)) => *act,
            None => Some(Act::Change),
        };
    }
    READS
        .iter()
        .find(|(known, _)| *known == path)
        .map(|(_, act)| *act)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::router::routes;

    #[test]
    fn every_row_is_a_route_that_there_is() {
        let there: Vec<_> = routes()
            .iter()
            .map(|route| (route.method, route.path))
            .collect();
        for (path, _) in READS {
            assert!(there.contains(&(crate::Method::Get, path)), "{path}");
        }
        for (path, _) in CHANGES {
            assert!(there.contains(&(crate::Method::Post, path)), "{path}");
        }
    }

    #[test]
    fn what_takes_consent_back_never_waits() {
        assert_eq!(act(&Method::POST, "/c/{token}/withdraw"), None);
        assert_eq!(act(&Method::POST, "/sign-out"), None);
        assert_eq!(act(&Method::GET, "/clients/{id}"), None);
        assert_eq!(act(&Method::POST, "/brand/new"), Some(Act::Change));
    }
}
