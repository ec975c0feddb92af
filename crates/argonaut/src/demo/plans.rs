//! The demo's plans: some clients have goals in their own words, steps, something in the way,
//! and reviews over two months. All of it is invented.

use argonaut_app::plans::{
    NewBarrier, NewGoal, NewReview, NewStep, add_barrier, add_goal, add_step, review, turn_step,
};
use argonaut_domain::plan::{Attainment, BarrierOf, Doer};

use super::people::Neighbour;
use super::{Field, Sown};

/// Helpers whose first client has a plan.
const PLANNING: usize = 20;

/// What they like, what they want, two steps, and what stands in the way.
const PLANS: [(&str, &str, [&str; 2], &str, &str); 3] = [
    (
        "Chess",
        "I want to play chess with somebody again.",
        [
            "Ask at the library about the club",
            "Go along the first time",
        ],
        "The last bus leaves before the club ends.",
        "A neighbour drives on the second Thursday.",
    ),
    (
        "Gardens",
        "I want to get out of the house every day.",
        [
            "Walk to the corner and back",
            "Look at the community garden",
        ],
        "Afraid of falling on the steps.",
        "",
    ),
    (
        "Cooking",
        "I want to eat with other people, not alone.",
        ["Invite the neighbour for Sunday", "Visit the lunch table"],
        "Money is short at the end of the month.",
        "The lunch table costs nothing on Tuesdays.",
    ),
];

pub(super) async fn plans(field: &Field, helpers: &[Neighbour]) -> Sown<()> {
    let texts = PLANS.iter().cycle();
    for (number, (helper, plan)) in helpers.iter().take(PLANNING).zip(texts).enumerate() {
        let Some(client) = helper.clients.first().copied() else {
            continue;
        };
        let minute = i64::try_from(number)?;
        let (app, who) = (&field.app, &helper.who);
        let (interest, words, steps, barrier, tried) = *plan;
        field.days_ago(60, minute);
        let new = NewGoal {
            interest: interest.into(),
            words: words.into(),
            levels: Vec::new(),
        };
        add_goal(app, who, client, new).await?;
        // In a new plan the goal is number 1, its steps are 2 and 3.
        for words in steps {
            let new = NewStep {
                words: words.into(),
                who: Doer::Together,
                by: Some(app.now().plus_days(70).date()),
            };
            add_step(app, who, client, 1, new).await?;
        }
        let new = NewBarrier {
            of: BarrierOf::Environment,
            words: barrier.into(),
            tried: tried.into(),
        };
        add_barrier(app, who, client, new).await?;
        field.days_ago(40, minute);
        turn_step(app, who, client, 2, true).await?;
        let course = [
            (40, Attainment::Less),
            (20, Attainment::AsHoped),
            (5, Attainment::More),
        ];
        for (days, level) in course.into_iter().take(1 + number % 3) {
            field.days_ago(days, minute);
            let new = NewReview {
                reached: vec![(1, level)],
                words: "".into(),
                next: Some(app.now().plus_days(30).date()),
            };
            review(app, who, client, new).await?;
        }
    }
    Ok(())
}
