//! The authorisation matrix: every route, read from the router itself, times
//! every role, times an object of somebody else's and one that is not there.
//! A route without a row fails, and "not yours" looks like "not there".
#![expect(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "tests fail loudly"
)]

mod world;

use std::collections::BTreeMap;

use argonaut_testkit::{Answer, Browser};
use argonaut_web::{Method, RouteInfo, routes};

use world::world;

/// Who may use a route.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Rule {
    /// Anybody.
    Public,
    /// Every helper who is signed in.
    Helper,
    /// Everybody in the secret group in the path.
    Group,
    /// The coordinators of the secret group in the path; the others in it are told that
    /// it is not theirs to do.
    Coordinates,
    /// Those in the secret group in the path who write there; observers are told that it is
    /// not theirs to do.
    GroupPost,
    /// Everybody in the circle of the client in the path.
    Circle,
    /// The lead and the deputies of the client in the path; members are told that
    /// it is not theirs to do.
    Answer,
    /// The lead of the client in the path; the others of the circle are told so.
    Govern,
    /// The two helpers of the match in the path.
    Party,
    /// Whoever answers for a client of the match in the path, and takes no part in it.
    StandIn,
    /// The same; once the deputy took over, the lead may take it back.
    TakeOver,
    /// Administrators.
    Admin,
    /// Moderators, administrators among them.
    Moderator,
    /// Whoever muted the helper in the path.
    Muter,
    /// Every helper who may meet the one in the path.
    Meets,
    /// Those who see the card in the path: its audience and its circle.
    Card,
    /// Those who see the post in the path: its audience.
    Post,
    /// Whoever the session, invitation, notification or post in the path belongs to.
    Own,
    /// Whoever answered the ask in the path.
    Answered,
    /// Whoever blocked the helper in the path.
    Blocker,
    /// Whoever holds a share of the helper in the path.
    Holder,
    /// Programs with a token, never a browser with a session.
    Token,
    /// Whoever holds the client's link in the path, signed in or not.
    Link,
    /// The two helpers of the conversation in the path.
    Talk,
    /// Whoever may write to the helper in the path: contacts, and those in their group.
    Writes,
}

const GET: Method = Method::Get;
const POST: Method = Method::Post;

/// The reviewed table. A new route needs a row here.
const TABLE: &[(Method, &str, Rule)] = &[
    (GET, "/", Rule::Public),
    (GET, "/about", Rule::Public),
    (GET, "/help", Rule::Public),
    (GET, "/privacy", Rule::Public),
    (GET, "/healthz", Rule::Public),
    (GET, "/readyz", Rule::Public),
    (POST, "/language", Rule::Public),
    (GET, "/sign-up", Rule::Public),
    (POST, "/sign-up", Rule::Public),
    (GET, "/join/{token}", Rule::Public),
    (GET, "/sign-in", Rule::Public),
    (POST, "/sign-in", Rule::Public),
    (POST, "/sign-in/appeal", Rule::Public),
    (POST, "/sign-out", Rule::Public),
    (GET, "/recover", Rule::Public),
    (POST, "/recover", Rule::Public),
    (GET, "/sign-in/second", Rule::Public),
    (POST, "/sign-in/second", Rule::Public),
    (POST, "/sign-in/second/passkey", Rule::Public),
    (POST, "/sign-in/second/recovery", Rule::Public),
    (GET, "/recover/contacts", Rule::Public),
    (POST, "/recover/contacts", Rule::Public),
    (POST, "/recover/contacts/again", Rule::Public),
    (POST, "/recover/contacts/finish", Rule::Public),
    (GET, "/reset/{token}", Rule::Public),
    (POST, "/reset/{token}", Rule::Public),
    (GET, "/account/second-factor", Rule::Helper),
    (POST, "/account/second-factor/app", Rule::Helper),
    (POST, "/account/second-factor/passkey", Rule::Helper),
    (GET, "/account/second-factor/{id}", Rule::Own),
    (POST, "/account/second-factor/{id}/confirm", Rule::Own),
    (GET, "/account/second-factor/{id}/remove", Rule::Own),
    (POST, "/account/second-factor/{id}/remove", Rule::Own),
    (GET, "/account/trusted", Rule::Helper),
    (POST, "/account/trusted", Rule::Helper),
    (GET, "/account/trusted/end", Rule::Helper),
    (POST, "/account/trusted/end", Rule::Helper),
    (POST, "/account/trusted/stop", Rule::Helper),
    (GET, "/trusted", Rule::Helper),
    (POST, "/trusted/{id}", Rule::Holder),
    (GET, "/account/organisation", Rule::Helper),
    (POST, "/account/organisation", Rule::Helper),
    (POST, "/account/organisation/end", Rule::Helper),
    (GET, "/account/tokens", Rule::Helper),
    (POST, "/account/tokens", Rule::Helper),
    (POST, "/account/tokens/{id}/revoke", Rule::Own),
    (GET, "/api/v1/me", Rule::Token),
    (GET, "/api/v1/notifications", Rule::Token),
    (POST, "/api/v1/notifications/read", Rule::Token),
    (GET, "/api/v1/clients/{id}", Rule::Token),
    (GET, "/today", Rule::Helper),
    (GET, "/account", Rule::Helper),
    (POST, "/account/password", Rule::Helper),
    (POST, "/account/recovery-code", Rule::Helper),
    (POST, "/account/sessions/end-others", Rule::Helper),
    (POST, "/account/sessions/{id}/end", Rule::Own),
    (POST, "/account/invitations", Rule::Helper),
    (POST, "/account/invitations/{id}/revoke", Rule::Own),
    (GET, "/admin", Rule::Admin),
    (POST, "/admin/registration", Rule::Admin),
    (POST, "/admin/helpers/{id}/approve", Rule::Admin),
    (POST, "/admin/helpers/{id}/decline", Rule::Admin),
    (POST, "/admin/questions", Rule::Admin),
    (GET, "/admin/helpers/{id}/suspend", Rule::Admin),
    (POST, "/admin/helpers/{id}/suspend", Rule::Admin),
    (POST, "/admin/helpers/{id}/restore", Rule::Admin),
    (GET, "/clients", Rule::Helper),
    (POST, "/clients", Rule::Helper),
    (GET, "/clients/new", Rule::Helper),
    (POST, "/clients/new", Rule::Helper),
    (GET, "/clients/import", Rule::Helper),
    (POST, "/clients/import", Rule::Helper),
    (POST, "/clients/import/preview", Rule::Helper),
    (POST, "/clients/import/run", Rule::Helper),
    (GET, "/clients/{id}", Rule::Circle),
    (GET, "/clients/{id}/log", Rule::Circle),
    (GET, "/clients/{id}/edit", Rule::Circle),
    (POST, "/clients/{id}/edit", Rule::Circle),
    (POST, "/clients/{id}/notes", Rule::Circle),
    (POST, "/clients/{id}/notes/{number}/remove", Rule::Circle),
    (POST, "/clients/{id}/attend", Rule::Circle),
    (POST, "/clients/{id}/consents", Rule::Answer),
    (GET, "/clients/review", Rule::Helper),
    (GET, "/clients/{id}/consents", Rule::Circle),
    (GET, "/clients/{id}/consents/{consent}", Rule::Circle),
    (POST, "/clients/{id}/consents/withdraw-all", Rule::Circle),
    (GET, "/clients/{id}/links", Rule::Circle),
    (POST, "/clients/{id}/links", Rule::Answer),
    (GET, "/clients/{id}/links/{link}", Rule::Circle),
    (GET, "/clients/{id}/links/{link}/sheet", Rule::Circle),
    (POST, "/clients/{id}/links/{link}/end", Rule::Circle),
    (POST, "/clients/{id}/requests/{request}/done", Rule::Circle),
    (GET, "/clients/{id}/export", Rule::Answer),
    (GET, "/clients/{id}/export.json", Rule::Answer),
    (POST, "/admin/retention", Rule::Admin),
    (GET, "/c", Rule::Public),
    (POST, "/c", Rule::Public),
    (GET, "/c/{token}", Rule::Link),
    (POST, "/c/{token}/answer", Rule::Link),
    (POST, "/c/{token}/withdraw", Rule::Link),
    (POST, "/c/{token}/ask", Rule::Link),
    (POST, "/c/{token}/follow-up", Rule::Link),
    (GET, "/matches/{id}/follow-up", Rule::Party),
    (POST, "/matches/{id}/follow-up", Rule::Party),
    (POST, "/matches/{id}/follow-up/later", Rule::Party),
    (POST, "/matches/{id}/thanks", Rule::Party),
    (GET, "/impact", Rule::Helper),
    (GET, "/impact/figures.csv", Rule::Helper),
    (GET, "/impact/voyage", Rule::Helper),
    (GET, "/impact/thanks", Rule::Helper),
    (POST, "/impact/thanks/delete", Rule::Helper),
    (GET, "/groups/{id}/impact", Rule::GroupPost),
    (POST, "/groups/{id}/impact", Rule::Coordinates),
    (GET, "/groups/{id}/impact/figures.csv", Rule::GroupPost),
    (GET, "/admin/weights", Rule::Admin),
    (POST, "/admin/weights", Rule::Admin),
    (
        POST,
        "/clients/{id}/consents/{consent}/withdraw",
        Rule::Circle,
    ),
    (POST, "/clients/{id}/archive", Rule::Answer),
    (POST, "/clients/{id}/restore", Rule::Answer),
    (GET, "/clients/{id}/erase", Rule::Circle),
    (POST, "/clients/{id}/erase", Rule::Answer),
    (GET, "/clients/{id}/card", Rule::Circle),
    (POST, "/clients/{id}/card/preview", Rule::Circle),
    (POST, "/clients/{id}/card/publish", Rule::Answer),
    (GET, "/clients/{id}/card/withdraw", Rule::Circle),
    (POST, "/clients/{id}/card/withdraw", Rule::Answer),
    (POST, "/clients/{id}/card/renew", Rule::Answer),
    (GET, "/clients/{id}/suggestions", Rule::Circle),
    (GET, "/clients/{id}/suggestions/{listing}", Rule::Circle),
    (
        POST,
        "/clients/{id}/suggestions/{listing}/aside",
        Rule::Circle,
    ),
    (
        POST,
        "/clients/{id}/suggestions/{listing}/back",
        Rule::Circle,
    ),
    (GET, "/clients/{id}/aside", Rule::Circle),
    (GET, "/clients/check", Rule::Helper),
    (GET, "/clients/offers", Rule::Helper),
    (POST, "/clients/offers/{id}/accept", Rule::Own),
    (POST, "/clients/offers/{id}/decline", Rule::Own),
    (POST, "/clients/handovers/{id}/accept", Rule::Own),
    (POST, "/clients/handovers/{id}/decline", Rule::Own),
    (GET, "/clients/hand-over", Rule::Helper),
    (POST, "/clients/hand-over", Rule::Helper),
    (GET, "/clients/{id}/referrals", Rule::Circle),
    (POST, "/clients/{id}/referrals", Rule::Circle),
    (POST, "/clients/{id}/referrals/{number}/close", Rule::Circle),
    (POST, "/clients/{id}/referrals/{number}/again", Rule::Circle),
    (
        POST,
        "/clients/{id}/referrals/{number}/remove",
        Rule::Circle,
    ),
    (GET, "/services/{id}/refer", Rule::Helper),
    (GET, "/clients/{id}/network", Rule::Circle),
    (POST, "/clients/{id}/network/names", Rule::Circle),
    (POST, "/clients/{id}/network/ties", Rule::Circle),
    (GET, "/clients/{id}/network/ties/{number}", Rule::Circle),
    (POST, "/clients/{id}/network/ties/{number}", Rule::Circle),
    (
        POST,
        "/clients/{id}/network/ties/{number}/remove",
        Rule::Circle,
    ),
    (POST, "/clients/{id}/network/days", Rule::Circle),
    (
        POST,
        "/clients/{id}/network/days/{number}/remove",
        Rule::Circle,
    ),
    (GET, "/clients/{id}/network/compare", Rule::Circle),
    (GET, "/clients/{id}/network/resources", Rule::Circle),
    (POST, "/clients/{id}/network/resources", Rule::Circle),
    (POST, "/clients/{id}/network/resources/need", Rule::Circle),
    (GET, "/clients/{id}/measures", Rule::Circle),
    (POST, "/clients/{id}/measures", Rule::Circle),
    (GET, "/clients/{id}/supervision", Rule::Circle),
    (GET, "/clients/{id}/plan", Rule::Circle),
    (GET, "/clients/{id}/plan/sheet", Rule::Circle),
    (POST, "/clients/{id}/plan/goals", Rule::Circle),
    (POST, "/clients/{id}/plan/barriers", Rule::Circle),
    (POST, "/clients/{id}/plan/reviews", Rule::Circle),
    (POST, "/clients/{id}/plan/{number}/steps", Rule::Circle),
    (POST, "/clients/{id}/plan/{number}/done", Rule::Circle),
    (POST, "/clients/{id}/plan/{number}/remove", Rule::Circle),
    (GET, "/clients/{id}/check", Rule::Circle),
    (POST, "/clients/{id}/check", Rule::Circle),
    (GET, "/clients/{id}/circle", Rule::Circle),
    (POST, "/clients/{id}/circle/offer", Rule::Govern),
    (
        POST,
        "/clients/{id}/circle/offers/{offer}/take-back",
        Rule::Govern,
    ),
    (POST, "/clients/{id}/circle/{helper}/part", Rule::Govern),
    (GET, "/clients/{id}/circle/{helper}/remove", Rule::Govern),
    (POST, "/clients/{id}/circle/{helper}/remove", Rule::Govern),
    (GET, "/clients/{id}/circle/leave", Rule::Circle),
    (POST, "/clients/{id}/circle/leave", Rule::Circle),
    (POST, "/clients/{id}/circle/take-lead", Rule::Circle),
    (GET, "/clients/{id}/circle/hand-over", Rule::Govern),
    (POST, "/clients/{id}/circle/hand-over", Rule::Govern),
    (GET, "/places", Rule::Helper),
    (GET, "/cards/{id}", Rule::Card),
    (GET, "/find", Rule::Helper),
    (GET, "/terms", Rule::Helper),
    (GET, "/services/{id}", Rule::Helper),
    (POST, "/drafts/check", Rule::Helper),
    (GET, "/matches", Rule::Helper),
    (GET, "/matches/new", Rule::Helper),
    (POST, "/matches/new", Rule::Helper),
    (GET, "/matches/{id}", Rule::Party),
    (POST, "/matches/{id}/accept", Rule::Party),
    (POST, "/matches/{id}/decline", Rule::Party),
    (POST, "/matches/{id}/propose", Rule::Party),
    (POST, "/matches/{id}/choose", Rule::Party),
    (POST, "/matches/{id}/agree", Rule::Party),
    (POST, "/matches/{id}/introduce", Rule::Party),
    (POST, "/matches/{id}/report", Rule::Party),
    (POST, "/matches/{id}/finish", Rule::Party),
    (POST, "/matches/{id}/message", Rule::Party),
    (GET, "/matches/{id}/withdraw", Rule::Party),
    (POST, "/matches/{id}/withdraw", Rule::Party),
    (POST, "/matches/{id}/block", Rule::Party),
    (POST, "/matches/{id}/park", Rule::Party),
    (POST, "/matches/{id}/resume", Rule::Party),
    (POST, "/matches/{id}/reopen", Rule::Party),
    (GET, "/matches/{id}/more", Rule::Party),
    (POST, "/matches/{id}/more", Rule::Party),
    (POST, "/matches/{id}/more/back", Rule::Party),
    (GET, "/matches/{id}/meeting", Rule::Party),
    (POST, "/matches/{id}/meeting", Rule::Party),
    (POST, "/matches/{id}/meeting/off", Rule::Party),
    (GET, "/matches/{id}/meeting.ics", Rule::Party),
    (GET, "/matches/{id}/stand-in", Rule::StandIn),
    (POST, "/matches/{id}/take-over", Rule::TakeOver),
    (GET, "/profile", Rule::Helper),
    (POST, "/profile", Rule::Helper),
    (GET, "/helpers", Rule::Helper),
    (POST, "/helpers", Rule::Helper),
    (GET, "/helpers/{id}", Rule::Meets),
    (POST, "/helpers/{id}/ask", Rule::Meets),
    (POST, "/helpers/{id}/accept", Rule::Meets),
    (POST, "/helpers/{id}/remove", Rule::Meets),
    (GET, "/helpers/{id}/block", Rule::Meets),
    (POST, "/helpers/{id}/block", Rule::Meets),
    (POST, "/helpers/{id}/unblock", Rule::Blocker),
    (POST, "/helpers/{id}/key/compared", Rule::Meets),
    (GET, "/helpers/{id}/key/replace", Rule::Meets),
    (POST, "/helpers/{id}/key/replace", Rule::Meets),
    (GET, "/groups", Rule::Helper),
    (GET, "/groups/new", Rule::Helper),
    (POST, "/groups/new", Rule::Helper),
    (GET, "/groups/join/{token}", Rule::Helper),
    (GET, "/groups/{id}", Rule::Group),
    (GET, "/groups/{id}/edit", Rule::Coordinates),
    (POST, "/groups/{id}/edit", Rule::Coordinates),
    (POST, "/groups/{id}/join", Rule::Group),
    (POST, "/groups/{id}/decline", Rule::Group),
    (POST, "/groups/{id}/agree", Rule::Group),
    (GET, "/groups/{id}/requests", Rule::Coordinates),
    (
        POST,
        "/groups/{id}/requests/{helper}/accept",
        Rule::Coordinates,
    ),
    (
        POST,
        "/groups/{id}/requests/{helper}/decline",
        Rule::Coordinates,
    ),
    (POST, "/groups/{id}/invite", Rule::Coordinates),
    (
        POST,
        "/groups/{id}/invited/{helper}/take-back",
        Rule::Coordinates,
    ),
    (POST, "/groups/{id}/links", Rule::Coordinates),
    (POST, "/groups/{id}/links/{link}/end", Rule::Coordinates),
    (
        POST,
        "/groups/{id}/members/{helper}/part",
        Rule::Coordinates,
    ),
    (
        GET,
        "/groups/{id}/members/{helper}/remove",
        Rule::Coordinates,
    ),
    (
        POST,
        "/groups/{id}/members/{helper}/remove",
        Rule::Coordinates,
    ),
    (GET, "/groups/{id}/leave", Rule::Group),
    (POST, "/groups/{id}/leave", Rule::Group),
    (GET, "/groups/{id}/close", Rule::Coordinates),
    (POST, "/groups/{id}/close", Rule::Coordinates),
    (GET, "/groups/{id}/events/new", Rule::GroupPost),
    (POST, "/groups/{id}/events/new", Rule::GroupPost),
    (GET, "/groups/{id}/events/{event}", Rule::Group),
    (GET, "/groups/{id}/events/{event}/calendar.ics", Rule::Group),
    (POST, "/groups/{id}/events/{event}/answer", Rule::Group),
    (GET, "/groups/{id}/events/{event}/edit", Rule::Coordinates),
    (POST, "/groups/{id}/events/{event}/edit", Rule::Coordinates),
    (GET, "/groups/{id}/events/{event}/cancel", Rule::Coordinates),
    (
        POST,
        "/groups/{id}/events/{event}/cancel",
        Rule::Coordinates,
    ),
    (POST, "/groups/{id}/friends", Rule::Coordinates),
    (POST, "/groups/{id}/friends/end", Rule::Coordinates),
    (POST, "/clients/{id}/circle/share", Rule::Govern),
    (POST, "/clients/{id}/circle/unshare", Rule::Govern),
    (POST, "/helpers/{id}/mute", Rule::Meets),
    (POST, "/helpers/{id}/unmute", Rule::Muter),
    (POST, "/contacts/unblock", Rule::Helper),
    (POST, "/admin/helpers/{id}/moderator", Rule::Admin),
    (GET, "/admin/tree", Rule::Admin),
    (POST, "/admin/tree/undo", Rule::Admin),
    (GET, "/admin/helpers/{id}/branch", Rule::Admin),
    (POST, "/admin/helpers/{id}/branch", Rule::Admin),
    (GET, "/report", Rule::Helper),
    (POST, "/report", Rule::Helper),
    (GET, "/reports", Rule::Helper),
    (POST, "/reports/decisions/{id}/appeal", Rule::Own),
    (GET, "/agreement", Rule::Public),
    (GET, "/modlog", Rule::Helper),
    (GET, "/moderation", Rule::Moderator),
    (GET, "/moderation/{id}", Rule::Moderator),
    (POST, "/moderation/{id}/take", Rule::Moderator),
    (POST, "/moderation/{id}/decide", Rule::Moderator),
    (POST, "/moderation/{id}/appeal", Rule::Moderator),
    (GET, "/contacts", Rule::Helper),
    (GET, "/vouches", Rule::Helper),
    (POST, "/vouches/{id}/renew", Rule::Own),
    (GET, "/vouches/{id}/revoke", Rule::Own),
    (POST, "/vouches/{id}/revoke", Rule::Own),
    (GET, "/helpers/{id}/vouch", Rule::Meets),
    (POST, "/helpers/{id}/vouch", Rule::Meets),
    (POST, "/helpers/{id}/distrust", Rule::Meets),
    // Whoever said it: to everybody else there is nothing to lift.
    (POST, "/helpers/{id}/distrust/lift", Rule::Own),
    (GET, "/today/week", Rule::Helper),
    (GET, "/searches", Rule::Helper),
    (POST, "/searches", Rule::Helper),
    (POST, "/searches/{id}/seen", Rule::Own),
    (POST, "/searches/{id}/delete", Rule::Own),
    (GET, "/hints", Rule::Helper),
    // Without two cards there is nothing to suggest; with them, see the stories.
    (GET, "/hints/new", Rule::Helper),
    (POST, "/hints/new", Rule::Helper),
    (POST, "/hints/{id}/aside", Rule::Own),
    (GET, "/rings", Rule::Helper),
    (GET, "/rings/{id}", Rule::Own),
    (POST, "/rings/{id}/yes", Rule::Own),
    (POST, "/rings/{id}/leave", Rule::Own),
    (GET, "/posts", Rule::Helper),
    (POST, "/posts/seen", Rule::Helper),
    (GET, "/posts/mine", Rule::Helper),
    (GET, "/posts/new", Rule::Helper),
    (POST, "/posts/new", Rule::Helper),
    (GET, "/posts/{id}", Rule::Post),
    (GET, "/posts/{id}/edit", Rule::Own),
    (POST, "/posts/{id}/edit", Rule::Own),
    (GET, "/posts/{id}/delete", Rule::Own),
    (POST, "/posts/{id}/delete", Rule::Own),
    (POST, "/posts/{id}/renew", Rule::Own),
    (POST, "/posts/{id}/comments", Rule::Post),
    (POST, "/posts/{id}/comments/{comment}/delete", Rule::Own),
    (POST, "/posts/{id}/thanks", Rule::Post),
    (POST, "/posts/{id}/thanks/back", Rule::Post),
    (POST, "/posts/{id}/answer", Rule::Post),
    (POST, "/posts/{id}/answer/back", Rule::Answered),
    (POST, "/posts/{id}/answers/{answer}/accept", Rule::Own),
    (POST, "/posts/{id}/answers/{answer}/decline", Rule::Own),
    (POST, "/posts/{id}/solved", Rule::Own),
    (GET, "/clients/{id}/ask", Rule::Answer),
    (POST, "/clients/{id}/ask", Rule::Answer),
    (POST, "/helpers/{id}/note", Rule::Meets),
    (POST, "/helpers/{id}/aside", Rule::Meets),
    (POST, "/contacts/suggestions/again", Rule::Helper),
    (GET, "/contacts/import", Rule::Helper),
    (POST, "/contacts/import", Rule::Helper),
    (POST, "/contacts/import/invite", Rule::Helper),
    (GET, "/contacts/found-by", Rule::Helper),
    (POST, "/contacts/found-by", Rule::Helper),
    (POST, "/contacts/found-by/remove", Rule::Helper),
    (GET, "/invitations", Rule::Helper),
    (GET, "/events", Rule::Helper),
    (GET, "/messages", Rule::Helper),
    (POST, "/messages", Rule::Helper),
    (POST, "/messages/settings", Rule::Helper),
    (GET, "/messages/{id}", Rule::Talk),
    (POST, "/messages/{id}", Rule::Talk),
    (POST, "/messages/{id}/mute", Rule::Talk),
    (POST, "/messages/{id}/unmute", Rule::Talk),
    (GET, "/messages/{id}/export.txt", Rule::Talk),
    (GET, "/messages/{id}/export.json", Rule::Talk),
    (GET, "/messages/{id}/{message}/delete", Rule::Talk),
    (POST, "/messages/{id}/{message}/delete", Rule::Talk),
    (GET, "/messages/{id}/{message}/files/{file}", Rule::Talk),
    (GET, "/helpers/{id}/write", Rule::Writes),
    (POST, "/helpers/{id}/write", Rule::Writes),
    (GET, "/account/told", Rule::Helper),
    (POST, "/account/told", Rule::Helper),
    (POST, "/account/told/end", Rule::Helper),
    (POST, "/account/told/address", Rule::Helper),
    (POST, "/account/told/address/again", Rule::Helper),
    (POST, "/account/told/address/remove", Rule::Helper),
    (POST, "/account/told/devices", Rule::Helper),
    (POST, "/account/told/devices/{id}/remove", Rule::Own),
    (GET, "/worker.js", Rule::Public),
    (GET, "/mail/confirm/{token}", Rule::Public),
    (POST, "/mail/confirm/{token}", Rule::Public),
    (GET, "/mail/stop/{token}", Rule::Public),
    (POST, "/mail/stop/{token}", Rule::Public),
    (GET, "/notifications", Rule::Helper),
    (POST, "/notifications/read", Rule::Helper),
    (POST, "/notifications/{id}/follow", Rule::Own),
];

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Role {
    Anonymous,
    /// Was signed in; the session was revoked.
    Revoked,
    Stranger,
    Contact,
    Blocked,
    Admin,
    /// Reads reports and decides on them; a stranger otherwise.
    Moderator,
    /// Was in the client's circle, and was removed.
    Former,
    /// A member of the client's circle.
    Member,
    /// A deputy in the client's circle.
    Deputy,
    /// The other helper of the match, a contact of the owner.
    Partner,
    /// Whose client, card, match, session all of it is. Acts last.
    Owner,
}

const ROLES: [Role; 12] = [
    Role::Anonymous,
    Role::Revoked,
    Role::Stranger,
    Role::Contact,
    Role::Blocked,
    Role::Admin,
    Role::Moderator,
    Role::Former,
    Role::Member,
    Role::Deputy,
    Role::Partner,
    Role::Owner,
];

fn allowed(rule: Rule, role: Role) -> bool {
    match (rule, role) {
        (Rule::Public | Rule::Link, _) => true,
        (_, Role::Anonymous | Role::Revoked) => false,
        (Rule::Helper, _) => true,
        // Rosa coordinates, the member of the circle is one in the group, the deputy
        // reads there.
        (Rule::Group, role) => matches!(role, Role::Owner | Role::Member | Role::Deputy),
        (Rule::GroupPost, role) => matches!(role, Role::Owner | Role::Member),
        (Rule::Coordinates, role) => role == Role::Owner,
        (Rule::Circle, role) => matches!(role, Role::Owner | Role::Deputy | Role::Member),
        (Rule::Answer, role) => matches!(role, Role::Owner | Role::Deputy),
        (Rule::Govern | Rule::Own | Rule::Blocker | Rule::Muter, role) => role == Role::Owner,
        (Rule::Party | Rule::Talk, role) => matches!(role, Role::Owner | Role::Partner),
        (Rule::Writes, role) => matches!(
            role,
            Role::Contact | Role::Former | Role::Member | Role::Deputy | Role::Partner
        ),
        (Rule::StandIn, role) => role == Role::Deputy,
        (Rule::TakeOver, role) => matches!(role, Role::Deputy | Role::Owner),
        (Rule::Admin, role) => role == Role::Admin,
        (Rule::Moderator, role) => matches!(role, Role::Admin | Role::Moderator),
        (Rule::Holder, role) => matches!(role, Role::Contact | Role::Partner),
        (Rule::Token, _) => false,
        (Rule::Meets, role) => role != Role::Blocked,
        (Rule::Answered, role) => role == Role::Partner,
        // Everybody of the circle was a contact, and whoever left it still is.
        (Rule::Card | Rule::Post, role) => !matches!(
            role,
            Role::Stranger | Role::Blocked | Role::Admin | Role::Moderator
        ),
    }
}

/// Those who see the thing, but are told that this is not theirs to do.
fn told_no(rule: Rule, role: Role) -> bool {
    matches!(
        (rule, role),
        (
            Rule::Answer | Rule::Govern | Rule::Coordinates,
            Role::Member
        ) | (
            Rule::Govern | Rule::Coordinates | Rule::GroupPost,
            Role::Deputy
        )
    )
}

const WRONG_TOKEN: &str = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
const ABSENT: &str = "00000000-0000-4000-8000-000000000000";

/// The path with the world's things in it; with `absent` in place of the first.
fn path(
    route: &RouteInfo,
    rule: Rule,
    ids: &BTreeMap<&'static str, String>,
    absent: bool,
) -> String {
    let kind = match (rule, route.path) {
        (Rule::Circle | Rule::Answer | Rule::Govern, _) => "client",
        (Rule::Group | Rule::GroupPost | Rule::Coordinates, _) => "group",
        (Rule::Party | Rule::StandIn | Rule::TakeOver, _) => "match",
        (Rule::Talk, _) => "talk",
        (Rule::Card, _) => "card",
        (Rule::Blocker, _) => "blocked",
        (Rule::Moderator, _) => "report",
        (Rule::Muter, _) => "extra",
        (Rule::Own, path) if path.contains("decisions") => "decision",
        // Somebody who takes no part: suspending a role would end its turn.
        (Rule::Admin, _) => "extra",
        (Rule::Post | Rule::Answered, _) => "post",
        (Rule::Own, path) if path.starts_with("/posts/") => "post",
        (Rule::Own, path) if path.starts_with("/rings/") => "ring",
        (Rule::Own, path) if path.starts_with("/hints/") => "hint",
        (Rule::Own, path) if path.starts_with("/searches/") => "search",
        (Rule::Own, path) if path.contains("offers") => "offered",
        (Rule::Own, path) if path.contains("handovers") => "handover",
        (Rule::Own, path) if path.contains("session") => "session",
        (Rule::Own, path) if path.contains("invitation") => "invitation",
        (Rule::Own, path) if path.contains("second-factor") => "factor",
        (Rule::Own, path) if path.contains("tokens") => "token",
        (Rule::Own, path) if path.contains("devices") => "device",
        (Rule::Own, path) if path.contains("vouches") => "vouch",
        (Rule::Own, path) if path.contains("distrust") => "doubted",
        (Rule::Token, _) => "client",
        (Rule::Own, _) => "notification",
        (_, path) if path.starts_with("/services") => "service",
        _ => "helper",
    };
    let id = if absent { ABSENT } else { ids[kind].as_str() };
    let token = match (rule, absent, route.path) {
        (Rule::Link, true, _) => WRONG_TOKEN,
        (Rule::Link, false, path) if path.ends_with("/answer") => ids["asks"].as_str(),
        (Rule::Link, false, _) => ids["sees"].as_str(),
        _ => "abc",
    };
    route
        .path
        .replace("{id}", id)
        .replace("{consent}", &ids["consent"])
        .replace("{listing}", &format!("helper:{}", ids["partner"]))
        .replace("{helper}", &ids["member"])
        .replace("{offer}", &ids["offer"])
        .replace("{event}", &ids["event"])
        .replace("{comment}", &ids["comment"])
        .replace("{answer}", &ids["answer"])
        .replace("{message}", &ids["message"])
        .replace("{file}", &ids["file"])
        .replace("{number}", "1")
        .replace("{link}", &ids["link"])
        .replace("{request}", &ids["request"])
        .replace("{token}", token)
}

async fn ask(browser: &mut Browser, route: &RouteInfo, path: &str) -> Answer {
    match route.method {
        Method::Get => browser.get(path).await,
        // Enough for the forms that insist on something.
        Method::Post => {
            let form = [
                ("method", "verbal"),
                ("on", "2026-11-23"),
                ("until", "2027-01-01"),
                ("name", "Dolores"),
                ("first_contact", "helpers"),
                ("connected", "yes"),
                ("still_in_touch", "yes"),
                ("helpful", "yes"),
                ("note", "x"),
                ("message", "x"),
                ("phone", "1"),
                ("lang", "en"),
                ("purpose", "share"),
                ("days", "14"),
                ("answer", "yes"),
                ("what", "all"),
                ("kind", "correct"),
                ("words", "x"),
                ("code", "AAAAAAAAAA"),
                ("review_months", "24"),
                ("reason", "x"),
            ];
            // There an answer is a passkey's.
            let form: Vec<_> = form
                .into_iter()
                .filter(|(name, _)| *name != "answer" || !path.contains("second-factor"))
                .collect();
            browser.post(path, &form).await
        }
    }
}

/// What must look alike, whoever's it is.
fn face(answer: &Answer) -> (u16, String) {
    (answer.status.as_u16(), answer.body.clone())
}

#[test]
fn every_route_has_a_row() {
    let rows: Vec<(Method, &str)> = TABLE
        .iter()
        .map(|(method, path, _)| (*method, *path))
        .collect();
    for route in routes() {
        assert!(
            rows.contains(&(route.method, route.path)),
            "{route:?} has no row in the matrix"
        );
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nobody_gets_what_is_not_theirs() {
    let mut cases = 0;
    let mut unexpected = Vec::new();
    for route in routes() {
        let rule = TABLE
            .iter()
            .find(|(method, path, _)| *method == route.method && *path == route.path)
            .map_or_else(|| panic!("{route:?} has no row"), |row| row.2);
        let mut world = world().await;
        for role in ROLES {
            let mut browser = match role {
                Role::Anonymous => world.site.browser(),
                Role::Revoked => std::mem::replace(&mut world.revoked, world.site.browser()),
                Role::Stranger => world.site.signed_in("stranger").await,
                Role::Contact => world.site.signed_in("contact").await,
                Role::Blocked => world.site.signed_in("blocked").await,
                Role::Admin => world.site.signed_in("admin").await,
                Role::Moderator => world.site.signed_in("moderator").await,
                Role::Former => world.site.signed_in("former").await,
                Role::Member => world.site.signed_in("member").await,
                Role::Deputy => world.site.signed_in("deputy").await,
                Role::Partner => world.site.signed_in("eva").await,
                Role::Owner => world.site.signed_in("rosa").await,
            };
            let varies = route.path.contains("{id}") || rule == Rule::Link;
            let absent = if varies {
                cases += 1;
                Some(ask(&mut browser, &route, &path(&route, rule, &world.ids, true)).await)
            } else {
                None
            };
            let there = ask(&mut browser, &route, &path(&route, rule, &world.ids, false)).await;
            cases += 1;
            if let Some(fault) = judge(rule, role, &there, absent.as_ref()) {
                unexpected.push(format!(
                    "{:?} {} as {role:?}: {fault}",
                    route.method, route.path
                ));
            }
        }
    }
    eprintln!(
        "{} routes, {} roles, {cases} cases, {} unexpected",
        routes().len(),
        ROLES.len(),
        unexpected.len()
    );
    assert!(unexpected.is_empty(), "{}", unexpected.join("\n"));
}

fn judge(rule: Rule, role: Role, there: &Answer, absent: Option<&Answer>) -> Option<String> {
    let to_sign_in = there
        .location()
        .is_some_and(|to| to.starts_with("/sign-in"));
    let status = there.status.as_u16();
    if rule == Rule::Token {
        // A session is no token: the same answer for everybody.
        return (status != 401).then(|| format!("{status} instead of 401"));
    }
    if rule == Rule::Link {
        // The token alone decides; a wrong one looks like one that has ended.
        let wrong = absent.is_none_or(|absent| absent.status != 404);
        return (status >= 400 || wrong).then(|| format!("{status}, wrong token told apart"));
    }
    let visitor = matches!(role, Role::Anonymous | Role::Revoked);
    if !allowed(rule, role) {
        if told_no(rule, role) {
            let found = absent.is_none_or(|absent| absent.status.as_u16() == 404);
            return (status != 403 || !found).then(|| format!("{status} instead of 403"));
        }
        if visitor {
            return (!to_sign_in).then(|| format!("{status} instead of the way to sign in"));
        }
        if status != 404 {
            return Some(format!("{status} instead of 404"));
        }
        return absent
            .filter(|absent| face(absent) != face(there))
            .map(|_| "“not yours” differs from “not there”".to_owned());
    }
    if status >= 500 {
        return Some(format!("{status}"));
    }
    let refused = status == 404 || (to_sign_in && rule != Rule::Public);
    // A thing that varies is found; what is missing inside it (a suggestion that was not put aside) may be.
    let inner = there.status == 404
        && matches!(
            rule,
            Rule::Circle
                | Rule::Answer
                | Rule::Govern
                | Rule::Admin
                | Rule::Helper
                | Rule::Group
                | Rule::GroupPost
                | Rule::Coordinates
        );
    if refused && !inner {
        return Some(format!("{status}, though allowed"));
    }
    absent
        .filter(|absent| rule != Rule::Public && absent.status.as_u16() != 404)
        .map(|absent| format!("{} for what is not there", absent.status))
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_token_that_is_wrong_looks_like_one_that_has_ended() {
    let world = world().await;
    let (sees, asks, ended) = (&world.ids["sees"], &world.ids["asks"], &world.ids["ended"]);
    for role in ["", "rosa", "stranger"] {
        let mut browser = if role.is_empty() {
            world.site.browser()
        } else {
            world.site.signed_in(role).await
        };
        for path in ["", "/answer", "/withdraw", "/ask"] {
            let mut faces = Vec::new();
            let mut wrong = vec![WRONG_TOKEN, "abc", ended.as_str()];
            // Right, but for another purpose.
            wrong.extend(match path {
                "/answer" => Some(sees.as_str()),
                "/ask" => Some(asks.as_str()),
                _ => None,
            });
            for token in wrong {
                let path = format!("/c/{token}{path}");
                let answer = if path.ends_with(token) {
                    browser.get(&path).await
                } else {
                    browser
                        .post(&path, &[("answer", "yes"), ("what", "all"), ("lang", "en")])
                        .await
                };
                assert_eq!(answer.status, 404, "{path}");
                assert_eq!(answer.headers["referrer-policy"], "no-referrer");
                faces.push(face(&answer));
            }
            assert!(faces.windows(2).all(|two| two[0] == two[1]), "{path}");
        }
        let page = browser.get(&format!("/c/{sees}")).await;
        assert_eq!(page.status, 200);
        assert_eq!(page.headers["referrer-policy"], "no-referrer");
        assert!(
            page.headers["x-robots-tag"]
                .to_str()
                .unwrap()
                .contains("noindex")
        );
        assert!(page.headers.get("set-cookie").is_none());
        assert!(!page.body.contains("<script"));
    }
}
