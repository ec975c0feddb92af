//! Properties of the gate, over invented clients, choices, helpers and figures.

use argonaut_domain::card::{Audience, CardContent, CardNeed, Urgency};
use argonaut_domain::language::LanguageId;
use argonaut_domain::person::{Age, AgeBand, Gender, LifeStage};
use argonaut_domain::place::Place;
use argonaut_domain::taxonomy::TermId;
use proptest::prelude::*;

use super::world::{
    Times, choices, helpers, helpers_everywhere, languages, plain_term, plain_terms, terms, truths,
};
use crate::gate::{
    ActiveHelpers, Advice, Attribute, Chosen, Explanation, Passed, Population, Reason, Recheck,
    Refused, Request, Thresholds, TrueValues, Value, pass, recheck,
};

const FLOOR: Thresholds = Thresholds::FLOOR;

fn audiences() -> impl Strategy<Value = Audience> {
    prop_oneof![
        Just(Audience::Everyone),
        Just(Audience::Contacts),
        Just(Audience::Helpers(Vec::new()))
    ]
}

fn through(
    truth: &TrueValues,
    chosen: &Chosen,
    audience: &Audience,
    earlier: &[CardContent],
    people: f64,
    helpers: &dyn ActiveHelpers,
) -> Result<Passed, Refused> {
    pass(
        &Request {
            truth,
            chosen,
            audience,
            owner_area: truth.place,
            earlier,
        },
        &Times(people),
        helpers,
        &FLOOR,
    )
}

/// The loss by which the gate orders cards, counted anew from what is published.
fn loss(truth: &TrueValues, card: &CardContent) -> u32 {
    let at = |losses: [u32; 4], level: u8| losses[usize::from(level)];
    let mut all = truth.languages.clone();
    all.extend(&truth.limits.languages);
    all.sort_unstable();
    all.dedup();
    let left = all
        .iter()
        .filter(|l| card.languages.contains(l) || card.limits.languages.contains(l))
        .count();
    let total = all.len() as u32;
    let dropped = total - left as u32;
    let languages = if total > 0 && left == 0 {
        50
    } else {
        30 * dropped / total.max(1)
    };
    at([0, 60, 140, 200], card.place.level())
        + at([0, 8, 24, 40], card.age.level())
        + if truth.gender.is_some() && card.gender.is_none() {
            20
        } else {
            0
        }
        + languages
}

fn earlier_than(later: &CardContent, earlier: &CardContent) -> bool {
    later.place.level() >= earlier.place.level()
        && later.age.level() >= earlier.age.level()
        && (later.gender.is_none() || earlier.gender.is_some())
        && later
            .languages
            .iter()
            .chain(&later.limits.languages)
            .all(|l| earlier.languages.contains(l) || earlier.limits.languages.contains(l))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn what_passes_satisfies_the_rules(
        truth in truths(), chosen in choices(), audience in audiences(), helpers in helpers(), people in 0.2f64..4.0,
    ) {
        if let Ok(Passed { content, estimate, .. }) = through(&truth, &chosen, &audience, &[], people, &helpers) {
            let figures = Times(people);
            let mut named = content.languages.clone();
            named.extend(&content.limits.languages);
            named.sort_unstable();
            named.dedup();
            let counted = figures.count(content.place, content.age, content.gender, &named);
            prop_assert!(counted >= 200.0 && (counted - estimate).abs() < 1e-6 * counted);
            prop_assert!(figures.area_people(content.place) >= 20_000);
            prop_assert!(audience.is_narrow() || helpers.serving(content.place) >= 10);
        }
    }

    #[test]
    fn nothing_untrue_hidden_or_unsaid_stands_on_a_card(
        truth in truths(), chosen in choices(), audience in audiences(), people in 0.2f64..4.0,
    ) {
        if let Ok(Passed { content, .. }) = through(&truth, &chosen, &audience, &[], people, &helpers_everywhere(12)) {
            let above = |place: Place| std::iter::successors(Some(place), |p| p.parent()).collect::<Vec<_>>();
            prop_assert!(above(truth.place).contains(&content.place));
            prop_assert!(content.place.level() >= chosen.finest_place);
            prop_assert!(content.age.contains(truth.age.map_or(Age::Any, Age::Band)));
            prop_assert!(content.gender.is_none() || content.gender == truth.gender);
            prop_assert!(content.languages.iter().all(|l| truth.languages.contains(l)));
            prop_assert!(content.limits.languages.iter().all(|l| truth.limits.languages.contains(l)));
            prop_assert!(chosen.shows(Attribute::Place) || content.place == Place::Anywhere);
            prop_assert!(chosen.shows(Attribute::Age) || content.age == Age::Any);
            prop_assert!(chosen.shows(Attribute::Gender) || content.gender.is_none());
            prop_assert!(chosen.shows(Attribute::Languages) || content.languages.is_empty());
            prop_assert!(chosen.shows(Attribute::Limits) || content.limits == Default::default());
            prop_assert!(content.named_needs().all(|need| truth.needs.contains(&need) && !chosen.discreet.contains(&need.0)));
            prop_assert!(content.needs.iter().filter(|n| matches!(n, CardNeed::OnIntroduction(_))).count() <= 1);
            prop_assert_eq!(&content.clone().tidy(), &content);
            let mut named: Vec<_> = content.named_needs().map(|(term, _)| term).collect();
            named.dedup();
            prop_assert_eq!(named.len(), content.named_needs().count());
        }
    }

    #[test]
    fn kept_attributes_stay(truth in truths(), chosen in choices(), people in 0.05f64..4.0) {
        let passed = through(&truth, &chosen, &Audience::Contacts, &[], people, &helpers_everywhere(0));
        if let Ok(Passed { content, .. }) = passed {
            let must = |attribute, known: bool| chosen.kept.contains(&attribute) && chosen.shows(attribute) && known;
            prop_assert!(!must(Attribute::Place, truth.place != Place::Anywhere) || content.place != Place::Anywhere);
            prop_assert!(!must(Attribute::Age, truth.age.is_some()) || content.age != Age::Any);
            prop_assert!(!must(Attribute::Gender, truth.gender.is_some()) || content.gender.is_some());
        }
    }

    /// The rest of a card is chosen for all ages together, so the loss is
    /// counted over them all.
    #[test]
    fn more_people_and_more_helpers_never_cost_anything(
        truth in truths(), people in 0.1f64..3.0, more in 1.0f64..5.0, few in 0usize..12, extra in 0usize..12,
    ) {
        let all: Vec<TrueValues> = if truth.age.is_some() {
            AgeBand::ALL.iter().map(|&band| TrueValues { age: Some(band), ..truth.clone() }).collect()
        } else {
            vec![truth]
        };
        let sum = |people: f64, helpers: usize| all.iter().map(|truth| {
            through(truth, &Chosen::default(), &Audience::Everyone, &[], people, &helpers_everywhere(helpers))
                .map(|passed| loss(truth, &passed.content))
        }).sum::<Result<u32, Refused>>();
        match (sum(people, few), sum(people * more, few + extra)) {
            (Ok(less), Ok(richer)) => prop_assert!(richer <= less, "{richer} > {less}"),
            (Ok(_), Err(refused)) => prop_assert!(false, "refused with more people: {refused:?}"),
            (Err(_), _) => {}
        }
    }

    #[test]
    fn a_later_card_is_never_finer(
        truth in truths(), later in truths(), chosen in choices(), audiences in (audiences(), audiences()),
        people in 0.2f64..2.0, more in 1.0f64..5.0,
    ) {
        let helpers = helpers_everywhere(12);
        if let Ok(first) = through(&truth, &chosen, &audiences.0, &[], people, &helpers) {
            let earlier = [first.content];
            for truth in [&truth, &later] {
                if let Ok(second) = through(truth, &Chosen::default(), &audiences.1, &earlier, people * more, &helpers) {
                    prop_assert!(earlier_than(&second.content, &earlier[0]), "{:?} {:?}", second.content, earlier);
                }
            }
        }
    }

    #[test]
    fn the_same_card_again_is_the_same(truth in truths(), chosen in choices(), people in 0.2f64..2.0) {
        let helpers = helpers_everywhere(12);
        let first = through(&truth, &chosen, &Audience::Everyone, &[], people, &helpers);
        if let Ok(Passed { content, .. }) = first {
            let earlier = [content.clone()];
            let again = through(&truth, &chosen, &Audience::Everyone, &earlier, people, &helpers).unwrap();
            prop_assert_eq!(again.content, content);
        }
    }

    #[test]
    fn a_narrow_audience_waives_the_rule_on_helpers_alone(truth in truths(), chosen in choices(), people in 0.2f64..4.0) {
        let narrow = through(&truth, &chosen, &Audience::Contacts, &[], people, &helpers_everywhere(0));
        let open = through(&truth, &chosen, &Audience::Everyone, &[], people, &helpers_everywhere(10));
        prop_assert_eq!(narrow.as_ref().map(|p| &p.content), open.as_ref().map(|p| &p.content));
        let lonely = through(&truth, &chosen, &Audience::Everyone, &[], people, &helpers_everywhere(0));
        prop_assert!(lonely.is_err());
    }

    #[test]
    fn the_order_of_typing_tells_nothing(truth in truths(), chosen in choices()) {
        let mut turned = truth.clone();
        turned.languages.reverse();
        turned.needs.reverse();
        turned.offers.reverse();
        turned.interests.reverse();
        turned.connections.reverse();
        let helpers = helpers_everywhere(12);
        let one = through(&truth, &chosen, &Audience::Everyone, &[], 1.0, &helpers);
        let other = through(&turned, &chosen, &Audience::Everyone, &[], 1.0, &helpers);
        let twice = through(&truth, &chosen, &Audience::Everyone, &[], 1.0, &helpers);
        prop_assert_eq!(&one, &twice);
        prop_assert_eq!(one.map(|p| p.content), other.map(|p| p.content));
    }

    #[test]
    fn advice_leads_on(truth in truths(), chosen in choices(), people in 0.01f64..1.0, helpers in helpers()) {
        let (mut chosen, mut audience) = (chosen, Audience::Everyone);
        // Each attribute can be given up once, and the audience narrowed once.
        for _ in 0..6 {
            let Err(refused) = through(&truth, &chosen, &audience, &[], people, &helpers) else { return Ok(()) };
            prop_assert!(!refused.advice.is_empty());
            match refused.advice[0] {
                Advice::GiveUp(attribute) => {
                    prop_assert!(chosen.kept.contains(&attribute));
                    chosen = chosen.give_up(attribute);
                }
                Advice::NarrowAudience => {
                    prop_assert!(!audience.is_narrow());
                    audience = Audience::Contacts;
                }
                Advice::SaySomething => {
                    prop_assert!(truth.needs.is_empty());
                    return Ok(());
                }
                Advice::NoFigures => prop_assert!(false, "there are figures"),
            }
        }
        prop_assert!(false, "advice goes in circles");
    }

    #[test]
    fn every_change_is_explained_and_nothing_else(truth in truths(), audience in audiences(), people in 0.2f64..4.0) {
        let helpers = helpers_everywhere(12);
        let passed = through(&truth, &Chosen::default(), &audience, &[], people, &helpers);
        if let Ok(Passed { content, explanations, .. }) = passed {
            let about = |attribute| explanations.iter().any(|e| e.attribute == attribute);
            prop_assert_eq!(about(Attribute::Place), content.place != truth.place);
            prop_assert_eq!(about(Attribute::Age), truth.age.is_some_and(|band| content.age != Age::Band(band)));
            prop_assert_eq!(about(Attribute::Gender), truth.gender != content.gender);
            prop_assert_eq!(about(Attribute::Languages), truth.languages.iter().any(|l| !content.languages.contains(l)));
            for (term, _) in &truth.needs {
                prop_assert_eq!(about(Attribute::Need(*term)), term.is_sensitive());
            }
            for explanation in &explanations {
                prop_assert!(explanation.from != explanation.to);
                prop_assert!(!(audience.is_narrow() && explanation.reason == Reason::FewHelpers));
                prop_assert!(explanation.reason != Reason::EarlierCard);
            }
        }
    }

    #[test]
    fn the_daily_batch_keeps_what_passes_and_only_ever_says_less(
        truth in truths(), audience in audiences(), people in 0.5f64..4.0, thinner in 0.02f64..1.0, left in 0usize..14,
    ) {
        let passed = through(&truth, &Chosen::default(), &audience, &[], people, &helpers_everywhere(12));
        let Ok(Passed { content, .. }) = passed else { return Ok(()) };
        let same = recheck(&content, &audience, truth.place, &Times(people), &helpers_everywhere(12), &FLOOR);
        prop_assert_eq!(same, Recheck::Keeps);
        match recheck(&content, &audience, truth.place, &Times(people * thinner), &helpers_everywhere(left), &FLOOR) {
            Recheck::Keeps => {}
            Recheck::SaysLess(passed) => {
                let Passed { content: less, estimate, .. } = *passed;
                prop_assert!(earlier_than(&less, &content));
                prop_assert!(estimate >= 200.0);
            }
            Recheck::Withdraw(refused) => prop_assert_eq!(refused.advice, [Advice::NarrowAudience]),
        }
    }

    /// Nobody who knows the gate learns from a card alone which of the bands
    /// that it covers is meant: each of them would have got the same card.
    #[test]
    fn a_card_betrays_no_band(
        truth in truths(), chosen in choices(), audience in audiences(), people in 0.2f64..4.0,
    ) {
        let helpers = helpers_everywhere(12);
        let Some(age) = truth.age else { return Ok(()) };
        let passed = through(&truth, &chosen, &audience, &[], people, &helpers);
        let covered = passed.as_ref().map_or(Age::Any, |passed| passed.content.age);
        for band in covered.bands().filter(|&band| band != age) {
            let other = TrueValues { age: Some(band), ..truth.clone() };
            let shown = through(&other, &chosen, &audience, &[], people, &helpers);
            prop_assert_eq!(shown.as_ref().map(|p| &p.content), passed.as_ref().map(|p| &p.content));
        }
    }
}

/// Every term of the taxonomy, in every part of a card, for every audience.
#[test]
fn a_sensitive_word_never_stands_on_a_card() {
    let helpers = helpers_everywhere(12);
    let mut sensitive = 0;
    for audience in [
        Audience::Everyone,
        Audience::Contacts,
        Audience::Helpers(Vec::new()),
    ] {
        for term in terms() {
            for &urgency in Urgency::ALL {
                let truth = TrueValues {
                    needs: vec![(term, urgency)],
                    offers: vec![term],
                    interests: vec![term],
                    connections: vec![term],
                    ..TrueValues::default()
                };
                let Passed {
                    content,
                    explanations,
                    ..
                } = through(&truth, &Chosen::default(), &audience, &[], 1.0, &helpers).unwrap();
                let named = content.named_needs().any(|(named, _)| named == term)
                    || content.offers.contains(&term)
                    || content.interests.contains(&term)
                    || content.connections.contains(&term);
                assert_eq!(named, !term.is_sensitive());
                if term.is_sensitive() {
                    sensitive += 1;
                    assert!(matches!(content.needs[..], [CardNeed::OnIntroduction(_)]));
                    assert_eq!(
                        explanations
                            .iter()
                            .filter(|e| e.reason == Reason::Sensitive)
                            .count(),
                        4
                    );
                    // A card on show whose term became sensitive is mended by the batch.
                    let old = CardContent {
                        needs: vec![CardNeed::Named(term, urgency)],
                        ..content.clone()
                    };
                    let Recheck::SaysLess(mended) =
                        recheck(&old, &audience, truth.place, &Times(1.0), &helpers, &FLOOR)
                    else {
                        panic!("a sensitive word stayed on show");
                    };
                    assert_eq!(mended.content, content);
                }
            }
        }
    }
    assert!(sensitive > 0);
}

/// A language that was left out does not come back through the limits.
#[test]
fn limits_do_not_betray_a_language() {
    let helpers = helpers_everywhere(12);
    for language in languages() {
        let mut truth = TrueValues {
            place: Place::Anywhere,
            ..TrueValues::default()
        };
        truth.needs = vec![(plain_term(), Urgency::Low)];
        truth.gender = Some(Gender::Woman);
        truth.languages = vec![language];
        truth.limits.languages = vec![language];
        let passed = through(
            &truth,
            &Chosen::default(),
            &Audience::Everyone,
            &[],
            1e-6,
            &helpers,
        );
        if let Ok(Passed {
            content,
            explanations,
            ..
        }) = passed
        {
            assert_eq!(content.limits.languages, content.languages);
            let told = explanations
                .iter()
                .any(|e| e.attribute == Attribute::Limits && e.to == Value::NotSaid);
            assert_eq!(told, content.languages.is_empty());
        }
    }
}

/// Figures in which only the oldest stage is thin.
struct FewOlder;

impl Population for FewOlder {
    fn count(&self, _: Place, age: Age, _: Option<Gender>, _: &[LanguageId]) -> f64 {
        age.bands()
            .map(|band| {
                if band.stage() == LifeStage::Older {
                    20.0
                } else {
                    1_000.0
                }
            })
            .sum()
    }
    fn threshold_k(&self) -> u32 {
        100
    }
    fn area_people(&self, _: Place) -> u64 {
        20_000
    }
}

/// Were the younger shown as "18 to 29", then "adult" would mean "65 and more".
#[test]
fn a_thin_stage_hides_among_all_adults() {
    let show = |band| {
        let truth = TrueValues {
            age: Some(band),
            needs: vec![(plain_term(), Urgency::Low)],
            ..TrueValues::default()
        };
        let (chosen, audience) = (Chosen::default(), Audience::Contacts);
        let request = Request {
            truth: &truth,
            chosen: &chosen,
            audience: &audience,
            owner_area: Place::Anywhere,
            earlier: &[],
        };
        pass(&request, &FewOlder, &helpers_everywhere(0), &FLOOR)
            .unwrap()
            .content
            .age
    };
    for &band in AgeBand::ALL {
        let shown = if band.stage().is_adult() {
            Age::Adult
        } else {
            Age::Band(band)
        };
        assert_eq!(show(band), shown);
    }
}

/// The mix of hidden needs does not show: one entry, two urgencies.
#[test]
fn hidden_needs_are_one_entry_with_a_coarse_urgency() {
    let [sensitive, plain, other] = [
        terms().into_iter().find(|t| t.is_sensitive()).unwrap(),
        plain_term(),
        plain_terms()[1],
    ];
    let show = |needs: &[(TermId, Urgency)]| {
        let truth = TrueValues {
            needs: needs.to_vec(),
            ..TrueValues::default()
        };
        let chosen = Chosen::default().discreetly(plain);
        through(
            &truth,
            &chosen,
            &Audience::Contacts,
            &[],
            1.0,
            &helpers_everywhere(0),
        )
        .unwrap()
        .content
        .needs
    };
    use Urgency::{High, Low, Medium};
    assert_eq!(
        show(&[(sensitive, Low)]),
        [CardNeed::OnIntroduction(Medium)]
    );
    assert_eq!(show(&[(plain, Low)]), show(&[(sensitive, Medium)]));
    assert_eq!(
        show(&[(plain, Low), (sensitive, High)]),
        [CardNeed::OnIntroduction(High)]
    );
    assert_eq!(
        show(&[(other, Low), (other, High), (sensitive, Low)]),
        [
            CardNeed::Named(other, High),
            CardNeed::OnIntroduction(Medium)
        ]
    );
}

/// A language that the client learned, or that was noted late, does not push
/// out the one that was on show.
#[test]
fn a_new_language_leaves_the_old_one_on_show() {
    let [old, new] = [languages()[0], languages()[1]];
    let mut truth = TrueValues {
        languages: vec![old],
        ..TrueValues::default()
    };
    truth.needs = vec![(plain_term(), Urgency::Low)];
    let helpers = helpers_everywhere(12);
    let show = |truth: &TrueValues, earlier: &[CardContent]| {
        through(
            truth,
            &Chosen::default(),
            &Audience::Everyone,
            earlier,
            1.0,
            &helpers,
        )
        .unwrap()
    };
    let first = show(&truth, &[]).content;
    assert_eq!(first.languages, [old]);
    for both in [[old, new], [new, old]] {
        truth.languages = both.to_vec();
        assert_eq!(show(&truth, &[]).content.languages.len(), 2);
        let later = show(&truth, std::slice::from_ref(&first));
        assert_eq!(later.content.languages, [old]);
        assert!(
            later.explanations.iter().any(|e| {
                e.attribute == Attribute::Languages && e.reason == Reason::EarlierCard
            })
        );
    }
}

/// A limit on languages stays when many speak the language, spoken or not.
#[test]
fn a_limit_to_a_common_language_stays() {
    let [spoken, wanted] = [languages()[0], languages()[1]];
    let mut truth = TrueValues {
        languages: vec![spoken],
        ..TrueValues::default()
    };
    truth.needs = vec![(plain_term(), Urgency::Low)];
    truth.limits.languages = vec![wanted];
    let helpers = helpers_everywhere(12);
    let passed = through(
        &truth,
        &Chosen::default(),
        &Audience::Everyone,
        &[],
        1.0,
        &helpers,
    )
    .unwrap();
    assert_eq!(passed.content.languages, [spoken]);
    assert_eq!(passed.content.limits.languages, [wanted]);
    assert_eq!(passed.explanations, []);
}

/// "Too few people" becomes "left out" where nothing is said any more.
#[test]
fn what_is_left_out_is_explained_as_such() {
    let helpers = helpers_everywhere(12);
    let mut truth = TrueValues {
        gender: Some(Gender::Other),
        ..TrueValues::default()
    };
    truth.needs = vec![(plain_term(), Urgency::Low)];
    // Some 80 people of another gender, and 80,000 in all.
    let passed = through(
        &truth,
        &Chosen::default(),
        &Audience::Everyone,
        &[],
        1e-5,
        &helpers,
    )
    .unwrap();
    let suppressed = Explanation {
        attribute: Attribute::Gender,
        from: Value::Gender(Gender::Other),
        to: Value::NotSaid,
        reason: Reason::Suppressed,
    };
    assert_eq!(passed.explanations, [suppressed]);
    let keeps = Chosen::default().keep(Attribute::Gender);
    let refused = through(&truth, &keeps, &Audience::Everyone, &[], 1e-5, &helpers).unwrap_err();
    assert_eq!(refused.advice, [Advice::GiveUp(Attribute::Gender)]);
}
