//! The demo's posts: asks, offers, thanks and stories of an invented neighbourhood, with
//! comments and answers. No client is named in any.

use argonaut_app::contacts::list;
use argonaut_app::posts::answer::{Answer, answer};
use argonaut_app::posts::ask::{Chosen, ask, askable};
use argonaut_app::posts::comment::comment;
use argonaut_app::posts::thank::thank;
use argonaut_app::posts::write::write;
use argonaut_domain::card::{CardNeed, Urgency};
use argonaut_domain::place::Place;
use argonaut_domain::post::{AnswerKind, PostAudience, PostContent, PostKind};

use super::people::{Neighbour, terms};
use super::{Field, Sown};

/// Kind, how many days ago, the term it is about, the words, what somebody says to it.
const POSTS: [(PostKind, i64, &str, &str, &str); 8] = [
    (
        PostKind::Story,
        25,
        "",
        "Two people who both sing met in October. They now practise every Thursday, and one of them brings soup.",
        "This made my day.",
    ),
    (
        PostKind::Offer,
        20,
        "transport.doctor",
        "My car has a free seat on weekday mornings. Rides to appointments, and I can wait.",
        "We may come back to this next week.",
    ),
    (
        PostKind::Ask,
        12,
        "food.groceries",
        "Does anybody know a pantry that delivers on weekends? The usual one stopped.",
        "The one by the canal still does, I think.",
    ),
    (
        PostKind::Thanks,
        9,
        "",
        "Thank you to the three who carried a wardrobe down four floors on Sunday.",
        "My back says you are welcome.",
    ),
    (
        PostKind::Ask,
        6,
        "company.calls",
        "Somebody would like a weekly call, half an hour, about anything but illness.",
        "I can ask around.",
    ),
    (
        PostKind::Offer,
        5,
        "company.calls",
        "I like to listen, and my evenings are free.",
        "How good to know.",
    ),
    (
        PostKind::Story,
        3,
        "",
        "A first visit to the library in ten years, with a borrowed walking frame. Home with four books.",
        "Wonderful.",
    ),
    (
        PostKind::Ask,
        1,
        "transport.doctor",
        "Rides across town on Friday afternoons, until the new year. Could we share them among several?",
        "I could take every second one.",
    ),
];

pub(super) async fn posts(field: &Field, helpers: &[Neighbour]) -> Sown<()> {
    field.app.refresh().await?;
    for (number, (kind, days, term, words, said)) in POSTS.into_iter().enumerate() {
        let pick = |step: usize| helpers.get((number * 3 + step) % helpers.len().max(1));
        let (Some(author), Some(one), Some(other)) = (pick(1), pick(2), pick(3)) else {
            return Ok(());
        };
        field.days_ago(days, 560 + i64::try_from(number)?);
        let about = terms(&[term]);
        let content = PostContent {
            audience: PostAudience::Everyone,
            words: words.to_owned(),
            needs: about
                .iter()
                .map(|term| CardNeed::Named(*term, Urgency::Medium))
                .collect(),
            offers: about.clone(),
            place: Place::Anywhere,
        };
        let id = write(&field.app, &author.who, kind, content).await?;
        field.days_ago(days, 900);
        comment(&field.app, &one.who, id, said).await?;
        thank(&field.app, &other.who, id).await?;
        if kind == PostKind::Ask {
            let says = Answer {
                kind: AnswerKind::Help,
                term: about.first().copied(),
                words: "I could begin next week.".to_owned(),
            };
            answer(&field.app, &one.who, id, says).await?;
        }
    }
    for_clients(field, helpers).await
}

/// Those who can sign in have asked their contacts for a client, and were answered.
async fn for_clients(field: &Field, helpers: &[Neighbour]) -> Sown<()> {
    for asker in helpers.iter().take(3) {
        let Some(client) = asker.clients.first().copied() else {
            continue;
        };
        let audience = PostAudience::Contacts;
        let may = askable(&field.app, &asker.who, client, &audience).await?;
        field.days_ago(2, 700);
        let chosen = Chosen {
            audience,
            needs: may.needs,
            words: "Who could help with this? Small steps are welcome.".to_owned(),
        };
        let id = ask(&field.app, &asker.who, client, chosen).await?;
        let friends = list::list(&field.app, &asker.who).await?.accepted;
        let friend = helpers
            .iter()
            .find(|other| friends.iter().any(|face| face.id == other.who.helper()));
        if let Some(friend) = friend {
            let says = Answer {
                kind: AnswerKind::KnowSomebody,
                term: None,
                words: "A neighbour of mine does just this. Shall I ask?".to_owned(),
            };
            answer(&field.app, &friend.who, id, says).await?;
        }
    }
    Ok(())
}
