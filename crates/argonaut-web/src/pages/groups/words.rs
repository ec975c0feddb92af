//! Labels for the words of groups.

use argonaut_domain::group::{GroupKind, GroupRole};

use crate::i18n::{Tr, t};

/// How one joins.
pub(super) fn kind(tr: &Tr, kind: GroupKind) -> String {
    match kind {
        GroupKind::Open => t!(tr, "groups-kind-open"),
        GroupKind::ByRequest => t!(tr, "groups-kind-request"),
        GroupKind::ByInvitation => t!(tr, "groups-kind-invitation"),
        GroupKind::Secret => t!(tr, "groups-kind-secret"),
    }
}

/// What that means.
pub(super) fn kind_hint(tr: &Tr, kind: GroupKind) -> String {
    match kind {
        GroupKind::Open => t!(tr, "groups-kind-open-hint"),
        GroupKind::ByRequest => t!(tr, "groups-kind-request-hint"),
        GroupKind::ByInvitation => t!(tr, "groups-kind-invitation-hint"),
        GroupKind::Secret => t!(tr, "groups-kind-secret-hint"),
    }
}

/// A part.
pub(super) fn role(tr: &Tr, role: GroupRole) -> String {
    match role {
        GroupRole::Coordinator => t!(tr, "groups-role-coordinator"),
        GroupRole::Member => t!(tr, "groups-role-member"),
        GroupRole::Observer => t!(tr, "groups-role-observer"),
    }
}

/// What it allows.
pub(super) fn role_hint(tr: &Tr, role: GroupRole) -> String {
    match role {
        GroupRole::Coordinator => t!(tr, "groups-role-coordinator-hint"),
        GroupRole::Member => t!(tr, "groups-role-member-hint"),
        GroupRole::Observer => t!(tr, "groups-role-observer-hint"),
    }
}
