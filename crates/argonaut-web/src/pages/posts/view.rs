//! How a post looks in a list.

use argonaut_app::posts::feed::{Feed, SeenPost};
use argonaut_domain::place::Place;
use jiff::civil::Date;
use maud::{Markup, html};

use super::words as own;
use crate::i18n::{Tr, t};
use crate::pages::parts::card::{CardFrame, ChipKind, card_frame, card_grid, chips};
use crate::pages::parts::{Pager, Tone, badge, data};
use crate::words;

/// Posts below each other, with the way on.
pub(super) fn posts(tr: &Tr, feed: &Feed, today: Date, next: Option<String>) -> Markup {
    let cards: Vec<Markup> = feed
        .posts
        .iter()
        .map(|seen| card(tr, seen, today))
        .collect();
    html! {
        (card_grid(&cards))
        (data::pager(tr, &Pager { previous: None, next, shown: String::new() }))
    }
}

fn card(tr: &Tr, seen: &SeenPost, today: Date) -> Markup {
    let post = &seen.post;
    let href = format!("/posts/{}", post.id);
    let said = html! {
        p {
            @if seen.comments > 0 { (t!(tr, "posts-comments", count = seen.comments)) " · " }
            @if seen.thanks > 0 { (t!(tr, "posts-thanks", count = seen.thanks)) " · " }
            a href=(href) { (t!(tr, "posts-open")) span.visually-hidden { ": " (own::title(tr, post.kind, &seen.author.name)) } }
        }
    };
    card_frame(&CardFrame {
        title: &own::title(tr, post.kind, &seen.author.name),
        href: Some(&href),
        kind: &own::kind(tr, post.kind),
        facts: &facts(tr, seen, today),
        body: content(tr, seen),
        reasons: &[],
        badges: badges(tr, seen, today),
        actions: said,
    })
}

/// Who, when, about where, for whom.
pub(super) fn facts(tr: &Tr, seen: &SeenPost, today: Date) -> Vec<String> {
    let post = &seen.post;
    let mut facts = vec![
        words::role(tr, seen.author.role),
        tr.relative(today, post.made.date()),
    ];
    if post.content.place != Place::Anywhere {
        facts.push(words::place(tr, post.content.place));
    }
    facts.push(own::audience(tr, &post.content.audience));
    if post.edited.is_some() {
        facts.push(t!(tr, "posts-edited"));
    }
    facts
}

/// What it says, in words and in terms.
pub(super) fn content(tr: &Tr, seen: &SeenPost) -> Markup {
    let content = &seen.post.content;
    let needs: Vec<String> = content
        .needs
        .iter()
        .map(|need| words::need(tr, *need))
        .collect();
    html! {
        @if !content.words.is_empty() { p.note-text dir="auto" { (content.words) } }
        (chips(&t!(tr, "posts-needs"), ChipKind::Need, &needs))
        (chips(&t!(tr, "posts-offers"), ChipKind::Offer, &words::terms(tr, &content.offers)))
    }
}

/// What is to know about it at a glance.
pub(super) fn badges(tr: &Tr, seen: &SeenPost, today: Date) -> Markup {
    let post = &seen.post;
    let over = post.expires.is_some_and(|end| end.date() <= today);
    html! {
        @if seen.fresh { (badge(Tone::Info, &t!(tr, "posts-new"))) " " }
        @if seen.own { (badge(Tone::Info, &t!(tr, "posts-yours"))) " " }
        @if post.solved.is_some() { (badge(Tone::Good, &t!(tr, "posts-solved"))) }
        @else if over { (badge(Tone::Warn, &t!(tr, "posts-ended"))) }
    }
}
