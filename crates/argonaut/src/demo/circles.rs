//! The demo's circles: some clients have a deputy or a member, and some invitations wait.

use argonaut_app::circle::join;
use argonaut_app::circle::offer::{Terms, offer};
use argonaut_app::contacts::{key, list};
use argonaut_domain::access::CircleRole;
use argonaut_domain::consent::ConsentMethod;

use super::people::Neighbour;
use super::{Field, Sown};

/// Helpers who share a client.
const SHARING: usize = 30;

pub(super) async fn circles(field: &Field, helpers: &[Neighbour]) -> Sown<()> {
    field.app.refresh().await?;
    for (number, lead) in helpers.iter().take(SHARING).enumerate() {
        let friends = list::list(&field.app, &lead.who).await?.accepted;
        let friend = helpers
            .iter()
            .find(|other| friends.iter().any(|face| face.id == other.who.helper()));
        let (Some(friend), Some(client)) = (friend, lead.clients.first()) else {
            continue;
        };
        let role = if number % 3 == 2 {
            CircleRole::Member
        } else {
            CircleRole::Deputy
        };
        let terms = Terms {
            role,
            stays: None,
            agreed: ConsentMethod::Verbal,
        };
        field.days_ago(21, 600 + i64::try_from(number)?);
        let seat = offer(&field.app, &lead.who, *client, friend.who.helper(), terms).await?;
        // Every fifth invitation still waits for its answer.
        if number % 5 != 4 {
            join::join(&field.app, &friend.who, seat).await?;
            key::compared(&field.app, &lead.who, friend.who.helper()).await?;
        }
    }
    Ok(())
}
