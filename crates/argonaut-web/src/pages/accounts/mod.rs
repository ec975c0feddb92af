//! Accounts: signing up and in, the recovery code, settings and sessions.

mod device;
mod problems;
mod recover;
mod settings;
mod sign_in;
mod sign_up;

use argonaut_app::accounts::register;
use maud::{Markup, html};

use super::parts;
use crate::i18n::{Tr, t};
use crate::routes::Routes;

/// The routes of this area.
pub(crate) fn add(routes: Routes) -> Routes {
    routes
        .get("/sign-up", sign_up::show)
        .post("/sign-up", sign_up::send)
        .get("/join/{token}", sign_up::join)
        .get("/sign-in", sign_in::show)
        .post("/sign-in", sign_in::send)
        .post("/sign-out", sign_in::out)
        .get("/recover", recover::show)
        .post("/recover", recover::send)
        .get("/account", settings::show)
        .post("/account/password", settings::password)
        .post("/account/recovery-code", settings::recovery_code)
        .post("/account/sessions/end-others", settings::end_others)
        .post("/account/sessions/{id}/end", settings::end)
        .post("/account/invitations", settings::invite)
        .post("/account/invitations/{id}/revoke", settings::revoke)
}

/// The recovery code: shown once, to be printed.
fn code_page(tr: &Tr, code: &str, waits: bool) -> Markup {
    html! {
        (parts::heading(&t!(tr, "accounts-code-title"), Some(&t!(tr, "accounts-code-lead")), None))
        (parts::panel(&html! {
            p.recovery-code id="recovery-code" { strong { (code) } }
            p { (t!(tr, "accounts-code-why")) }
            p { (t!(tr, "accounts-code-once")) }
        }))
        (parts::actions(&[parts::print_button(tr), parts::copy_button(tr, "recovery-code")]))
        @if waits {
            (parts::notice(parts::Tone::Info, &t!(tr, "accounts-waits-title"), &html! { p { (t!(tr, "accounts-waits")) } }))
            (parts::actions(&[parts::action(&t!(tr, "accounts-code-kept"), "/")]))
        } @else {
            (parts::actions(&[parts::action(&t!(tr, "accounts-code-kept"), "/today")]))
        }
    }
}

/// Only a path of our own may follow a sign-in.
fn own_path(next: &str) -> Option<&str> {
    let fits =
        next.starts_with('/') && !next.starts_with("//") && !next.contains(['\\', '\r', '\n']);
    fits.then_some(next)
}

/// Whether the door is shut, and what to say then.
fn shut(tr: &Tr, door: register::Door) -> Option<(String, String)> {
    match door {
        register::Door::Open | register::Door::Approval => None,
        register::Door::InvitationNeeded => Some((
            t!(tr, "accounts-invitation-title"),
            t!(tr, "accounts-invitation-needed"),
        )),
        register::Door::Closed => {
            Some((t!(tr, "accounts-closed-title"), t!(tr, "accounts-closed")))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::own_path;

    #[test]
    fn only_own_paths_follow_a_sign_in() {
        for good in ["/", "/clients", "/clients?q=1"] {
            assert_eq!(own_path(good), Some(good));
        }
        for bad in [
            "",
            "//evil.example",
            "https://evil.example",
            "/\\evil.example",
            "javascript:x",
            "/a\nb",
        ] {
            assert_eq!(own_path(bad), None, "{bad}");
        }
    }
}
