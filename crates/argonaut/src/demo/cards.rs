//! The demo's cards: consent first, then through the gate like any other.

use argonaut_app::cards::preview::{self, Choice};
use argonaut_app::cards::publish;
use argonaut_app::consents::record::{self, Given};
use argonaut_app::{contacts, gate};
use argonaut_domain::card::Audience;
use argonaut_domain::consent::ConsentMethod;
use argonaut_domain::ids::{CardId, ClientId};
use rand::RngExt as _;
use rand::seq::IndexedRandom as _;

use super::people::{Neighbour, OnShow};
use super::{Field, Sown};

/// How many cards one scale has.
const CARDS: usize = 200;

pub(super) async fn cards(field: &mut Field, helpers: &mut [Neighbour]) -> Sown<()> {
    let wanted = CARDS * usize::try_from(field.scale)?;
    field.bar.set_message("cards");
    field.bar.set_length(u64::try_from(wanted)?);
    field.bar.set_position(0);
    let mut published = 0;
    // Round by round, so that every helper has some, until there are enough.
    let longest = helpers
        .iter()
        .map(|one| one.clients.len())
        .max()
        .unwrap_or(0);
    for index in 0..longest {
        for helper in helpers.iter_mut() {
            let Some(client) = helper.clients.get(index).copied() else {
                continue;
            };
            if published >= wanted {
                return Ok(());
            }
            // The early ones have had time for a story; some of them end soon.
            let days = if published % 2 == 0 {
                field.rng.random_range(66..86)
            } else {
                field.rng.random_range(4..60)
            };
            if let Some(card) = card(field, helper, client, days).await? {
                helper.on_show.push(OnShow { client, card, days });
                published += 1;
                field.bar.inc(1);
            }
        }
    }
    Ok(())
}

/// The consent of a client, as helpers record it.
pub(super) fn given(field: &mut Field) -> Given {
    let now = field.clock_now();
    let ways: Vec<ConsentMethod> = ConsentMethod::recorded_by_helpers().collect();
    let method = ways
        .choose(&mut field.rng)
        .copied()
        .unwrap_or(ConsentMethod::Verbal);
    let proxy = match method {
        ConsentMethod::Proxy => "A daughter, who looks after the papers",
        ConsentMethod::Verbal | ConsentMethod::Written | ConsentMethod::Link => "",
    };
    Given {
        method,
        on: now.date(),
        until: now.plus_days(300).date(),
        language: argonaut_domain::locale::Locale::En,
        proxy: proxy.into(),
    }
}

async fn card(
    field: &mut Field,
    helper: &Neighbour,
    client: ClientId,
    days: i64,
) -> Sown<Option<CardId>> {
    field.days_ago(days, 540);
    let consent = given(field);
    record::to_share(&field.app, &helper.who, client, consent).await?;
    let audience = match field.rng.random_range(0..20) {
        0 | 1 => Audience::Contacts,
        2 => {
            let mine = contacts::list::list(&field.app, &helper.who)
                .await?
                .accepted;
            let chosen: Vec<_> = mine.iter().take(2).map(|face| face.id).collect();
            if chosen.is_empty() {
                Audience::Everyone
            } else {
                Audience::Helpers(chosen)
            }
        }
        _most => Audience::Everyone,
    };
    let choice = Choice {
        chosen: None,
        audience: Some(audience.clone()),
    };
    // What the gate refuses stays in the caseload: a card that says too little.
    let preview = preview::preview(&field.app, &helper.who, client, choice).await?;
    let seen: Result<gate::Passed, _> = preview.outcome;
    let Ok(passed) = seen else {
        return Ok(None);
    };
    let card = publish::publish(
        &field.app,
        &helper.who,
        client,
        preview.chosen,
        audience,
        Some(&passed.content),
    )
    .await?;
    Ok(Some(card))
}
