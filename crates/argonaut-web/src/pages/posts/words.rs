//! The words of posts on screen, one function per closed vocabulary; and audiences as a
//! form sends them.

use argonaut_domain::ids::GroupId;
use argonaut_domain::post::{AnswerKind, AnswerState, PostAudience, PostKind};
use argonaut_domain::trust::TrustLevel;

use crate::i18n::{Tr, t};
use crate::pages::parts::Choice;

/// A kind of post, as tabs name it.
pub(super) fn kind(tr: &Tr, kind: PostKind) -> String {
    match kind {
        PostKind::Ask => t!(tr, "posts-kind-ask"),
        PostKind::Offer => t!(tr, "posts-kind-offer"),
        PostKind::Thanks => t!(tr, "posts-kind-thanks"),
        PostKind::Story => t!(tr, "posts-kind-story"),
    }
}

/// A kind of post, as a choice with a sentence.
pub(super) fn kind_choices(tr: &Tr, chosen: PostKind) -> Vec<Choice<'static>> {
    let hint = |kind| match kind {
        PostKind::Ask => t!(tr, "posts-kind-ask-hint"),
        PostKind::Offer => t!(tr, "posts-kind-offer-hint"),
        PostKind::Thanks => t!(tr, "posts-kind-thanks-hint"),
        PostKind::Story => t!(tr, "posts-kind-story-hint"),
    };
    PostKind::ALL
        .iter()
        .map(|of| Choice::new(of.code(), kind(tr, *of), *of == chosen).hint(hint(*of)))
        .collect()
}

/// The heading of a post.
pub(super) fn title(tr: &Tr, kind: PostKind, name: &str) -> String {
    match kind {
        PostKind::Ask => t!(tr, "posts-title-ask", name = name),
        PostKind::Offer => t!(tr, "posts-title-offer", name = name),
        PostKind::Thanks => t!(tr, "posts-title-thanks", name = name),
        PostKind::Story => t!(tr, "posts-title-story", name = name),
    }
}

/// For whom a post is.
pub(super) fn audience(tr: &Tr, audience: &PostAudience) -> String {
    match audience {
        PostAudience::Everyone => t!(tr, "posts-for-everyone"),
        PostAudience::Contacts => t!(tr, "posts-for-contacts"),
        PostAudience::Trusted(_) => t!(tr, "posts-for-trusted"),
        PostAudience::Groups(groups) => t!(tr, "posts-for-groups", count = groups.len()),
    }
}

/// For whom a post shall be, to choose; `code` is chosen.
pub(super) fn audience_choices(
    tr: &Tr,
    groups: &[(GroupId, String)],
    code: &str,
) -> Vec<Choice<'static>> {
    let choice = |of: &'static str, label, hint| Choice::new(of, label, of == code).hint(hint);
    let mut choices = vec![
        choice(
            "contacts",
            t!(tr, "posts-for-contacts"),
            t!(tr, "posts-for-contacts-hint"),
        ),
        choice(
            "trusted",
            t!(tr, "posts-for-trusted"),
            t!(tr, "posts-for-trusted-hint"),
        ),
        choice(
            "everyone",
            t!(tr, "posts-for-everyone"),
            t!(tr, "posts-for-everyone-hint"),
        ),
    ];
    choices.extend(groups.iter().map(|(id, name)| {
        let of = format!("group:{id}");
        let chosen = of == code;
        Choice::new(of, name.clone(), chosen)
    }));
    choices
}

/// The audience that a form sent.
pub(super) fn read_audience(code: &str) -> Option<PostAudience> {
    match code {
        "everyone" => Some(PostAudience::Everyone),
        "contacts" => Some(PostAudience::Contacts),
        "trusted" => Some(PostAudience::Trusted(TrustLevel::Trusted)),
        other => {
            let group = other.strip_prefix("group:")?.parse().ok()?;
            Some(PostAudience::Groups(vec![group]))
        }
    }
}

/// What somebody who answers can give.
pub(super) fn answer(tr: &Tr, kind: AnswerKind) -> String {
    match kind {
        AnswerKind::Help => t!(tr, "posts-answer-help"),
        AnswerKind::KnowSomebody => t!(tr, "posts-answer-know"),
    }
}

/// What became of an answer.
pub(super) fn state(tr: &Tr, state: AnswerState) -> String {
    match state {
        AnswerState::Waiting => t!(tr, "posts-state-waiting"),
        AnswerState::Accepted => t!(tr, "posts-state-accepted"),
        AnswerState::Declined => t!(tr, "posts-state-declined"),
        AnswerState::Helped => t!(tr, "posts-state-helped"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_audience_is_read_as_it_was_sent() {
        assert_eq!(read_audience("everyone"), Some(PostAudience::Everyone));
        let group = "01890a5d-ac96-774b-bcce-b302099a8057";
        let expected = PostAudience::Groups(vec![group.parse().unwrap()]);
        assert_eq!(read_audience(&format!("group:{group}")), Some(expected));
        for wrong in ["", "all", "group:", "group:x"] {
            assert_eq!(read_audience(wrong), None, "{wrong}");
        }
    }
}
