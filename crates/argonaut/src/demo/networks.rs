//! The demo's network maps: some clients have people and places around them, kept on a day
//! two months ago and changed since, with answers about how life is. All of it is invented.

use argonaut_app::networks::{Named, TypedTie, add, alter, keep, name, nobody, rate};
use argonaut_domain::network::{Asking, Closeness, Frequency, Help, Scale, TieKind};

use super::people::Neighbour;
use super::{Field, Sown};

/// Helpers whose first client has a map.
const MAPPED: usize = 12;

const NAMED: [(Asking, &str, Closeness, Frequency); 7] = [
    (
        Asking::Matters,
        "the sister, Pilar",
        Closeness::Close,
        Frequency::Weekly,
    ),
    (
        Asking::Family,
        "the son, a cousin far away",
        Closeness::Middle,
        Frequency::Monthly,
    ),
    (
        Asking::Ill,
        "the neighbour upstairs",
        Closeness::Middle,
        Frequency::Weekly,
    ),
    (
        Asking::Fun,
        "Otto from the choir",
        Closeness::Middle,
        Frequency::Weekly,
    ),
    (
        Asking::Neighbours,
        "the couple next door, the baker",
        Closeness::Far,
        Frequency::Daily,
    ),
    (
        Asking::Paid,
        "the nurse, the case worker",
        Closeness::Far,
        Frequency::Monthly,
    ),
    (
        Asking::Places,
        "the library, the park bench",
        Closeness::Middle,
        Frequency::Weekly,
    ),
];

pub(super) async fn networks(field: &Field, helpers: &[Neighbour]) -> Sown<()> {
    for (number, helper) in helpers.iter().take(MAPPED).enumerate() {
        let Some(client) = helper.clients.first().copied() else {
            continue;
        };
        let minute = i64::try_from(number)?;
        let (app, who) = (&field.app, &helper.who);
        field.days_ago(61, minute);
        for (asking, names, closeness, frequency) in NAMED.iter().take(4 + number % 4) {
            let named = Named {
                asking: *asking,
                names: (*names).into(),
                kind: asking.kind(),
                closeness: *closeness,
                frequency: *frequency,
            };
            name(app, who, client, named).await?;
        }
        for help in [Help::Digital, Help::Money] {
            nobody(app, who, client, help, true).await?;
        }
        rate(
            app,
            who,
            client,
            &[(Scale::Life, 4), (Scale::Connected, 2), (Scale::Say, 5)],
        )
        .await?;
        keep(app, who, client).await?;
        field.days_ago(20, minute);
        rate(
            app,
            who,
            client,
            &[(Scale::Life, 5), (Scale::Connected, 4), (Scale::Say, 5)],
        )
        .await?;
        // The sister is number 1, Pilar number 2; both know the son, number 3.
        let sister = TypedTie {
            alias: "the sister".into(),
            kind: TieKind::Family,
            closeness: Closeness::Close,
            frequency: Frequency::Daily,
            gives: vec![Help::Listening, Help::Rides, Help::Company],
            gets: vec![Help::Cooking],
            note: "".into(),
        };
        alter(app, who, client, 1, (sister, vec![2, 3])).await?;
        let friend = TypedTie {
            alias: "Jun from the lunch table".into(),
            kind: TieKind::Friend,
            closeness: Closeness::Middle,
            frequency: Frequency::Weekly,
            gives: vec![Help::Hobby, Help::Languages],
            gets: vec![Help::Languages],
            note: "".into(),
        };
        add(app, who, client, friend).await?;
        field.days_ago(3, minute);
        rate(
            app,
            who,
            client,
            &[(Scale::Life, 7), (Scale::Connected, 6), (Scale::Say, 6)],
        )
        .await?;
    }
    Ok(())
}
