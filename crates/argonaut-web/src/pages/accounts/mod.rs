//! Accounts: signing up and in, second factors, the ways back in, settings, sessions and API
//! tokens.

mod come_back;
mod device;
mod door_problems;
#[cfg(test)]
mod door_tests;
mod factors;
mod held;
mod organisation;
mod problems;
mod recover;
mod reset;
mod second_step;
mod settings;
mod sign_in;
mod sign_up;
mod suspended;
mod tokens;
mod trusted;

pub(crate) use device::device;

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
        .post("/sign-in/appeal", suspended::appeal)
        .post("/sign-out", sign_in::out)
        .get("/recover", recover::show)
        .post("/recover", recover::send)
        .get("/account", settings::show)
        .post("/account/password", settings::password)
        .post("/account/recovery-code", settings::recovery_code)
        .post("/account/sessions/end-others", settings::end_others)
        .post("/account/sessions/{id}/end", settings::end)
        .post("/account/invitations/{id}/revoke", settings::revoke)
        .area(door)
}

/// Second factors, the ways back in, and API tokens.
fn door(routes: Routes) -> Routes {
    routes
        .get("/sign-in/second", second_step::show)
        .post("/sign-in/second", second_step::code)
        .post("/sign-in/second/passkey", second_step::passkey)
        .post("/sign-in/second/recovery", second_step::recovery)
        .get("/account/second-factor", factors::show)
        .post("/account/second-factor/app", factors::begin_app)
        .post("/account/second-factor/passkey", factors::begin_passkey)
        .get("/account/second-factor/{id}", factors::pending)
        .post("/account/second-factor/{id}/confirm", factors::confirm)
        .get("/account/second-factor/{id}/remove", factors::remove_show)
        .post("/account/second-factor/{id}/remove", factors::remove_send)
        .get("/account/trusted", trusted::show)
        .post("/account/trusted", trusted::send)
        .get("/account/trusted/end", trusted::end_show)
        .post("/account/trusted/end", trusted::end)
        .post("/account/trusted/stop", trusted::stop)
        .get("/trusted", held::show)
        .post("/trusted/{id}", held::send)
        .get("/recover/contacts", come_back::show)
        .post("/recover/contacts", come_back::ask)
        .post("/recover/contacts/again", come_back::again)
        .post("/recover/contacts/finish", come_back::finish)
        .get("/reset/{token}", reset::show)
        .post("/reset/{token}", reset::send)
        .get("/account/organisation", organisation::show)
        .post("/account/organisation", organisation::give)
        .post("/account/organisation/end", organisation::take_back)
        .get("/account/tokens", tokens::show)
        .post("/account/tokens", tokens::make)
        .post("/account/tokens/{id}/revoke", tokens::revoke)
}

/// The way back to the settings.
fn up(tr: &Tr) -> Markup {
    parts::breadcrumb(
        &t!(tr, "door-way"),
        &[(&t!(tr, "shell-account-settings"), "/account")],
    )
}

/// The links to what else belongs to signing in, for the settings' page.
fn more(tr: &Tr, organisation: bool) -> Markup {
    let line = |path: &str, title: &str, text: &str| {
        html! { li { a href=(path) { (title) } br; span.hint { (text) } } }
    };
    html! { ul.plain-list {
        (line("/account/second-factor", &t!(tr, "door-factors-title"), &t!(tr, "door-more-factors")))
        (line("/account/trusted", &t!(tr, "door-trusted-title"), &t!(tr, "door-more-trusted")))
        (line("/trusted", &t!(tr, "door-held-title"), &t!(tr, "door-more-held")))
        @if organisation {
            (line("/account/organisation", &t!(tr, "door-organisation-title"), &t!(tr, "door-more-organisation")))
        }
        (line("/account/told", &t!(tr, "told-title"), &t!(tr, "told-more")))
        (line("/account/tokens", &t!(tr, "door-tokens-title"), &t!(tr, "door-more-tokens")))
    } }
}

/// The error of a field, if it has one.
fn error_in(errors: &[(String, String)], name: &str) -> Option<String> {
    errors
        .iter()
        .find(|(field, _)| field == name)
        .map(|(_, text)| text.clone())
}

/// One error.
fn errors_of(field: &str, text: String) -> [(String, String); 1] {
    [(field.to_owned(), text)]
}

/// The present password, asked for once more before something weighty.
fn present_password(tr: &Tr, name: &str, errors: &[(String, String)]) -> Markup {
    let field = parts::Field::new(name, t!(tr, "accounts-password-present"))
        .hint(t!(tr, "door-password-hint"))
        .error(error_in(errors, name))
        .required()
        .kind("password")
        .autocomplete("current-password")
        .longest(1000);
    parts::form::text_field(tr, &field)
}

/// Six digits of an authenticator app.
fn code_field(tr: &Tr, name: &str, label: &str, hint: &str, errors: &[(String, String)]) -> Markup {
    let field = parts::Field::new(name, label)
        .hint(hint)
        .error(error_in(errors, name))
        .required()
        .autocomplete("one-time-code")
        .longest(10)
        .focus();
    parts::form::text_field(tr, &field)
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
