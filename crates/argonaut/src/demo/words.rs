//! The invented people of the demo, in words: names, places, notes. Every
//! surname is made up, every telephone number lies in the range kept for
//! fiction (555-0100 to 555-0199), and no address exists.

/// First names with the languages their bearer speaks.
pub(super) const FIRST_NAMES: [(&str, &[&str]); 60] = [
    ("Marisol", &["es", "en"]),
    ("Gurpreet", &["pa", "en"]),
    ("Walter", &["en"]),
    ("Anahit", &["hy", "en"]),
    ("Beatriz", &["es"]),
    ("Calvin", &["en"]),
    ("Dolores", &["es", "en"]),
    ("Esperanza", &["es"]),
    ("Florence", &["en"]),
    ("Graciela", &["es", "en"]),
    ("Harold", &["en"]),
    ("Inderjit", &["pa"]),
    ("Joaquin", &["es", "en"]),
    ("Kulwant", &["pa", "en"]),
    ("Lourdes", &["es"]),
    ("Mabel", &["en"]),
    ("Narek", &["hy", "en"]),
    ("Octavio", &["es", "en"]),
    ("Pearl", &["en"]),
    ("Quentin", &["en"]),
    ("Ramona", &["es", "en"]),
    ("Simran", &["pa", "en"]),
    ("Teodoro", &["es"]),
    ("Ursula", &["en"]),
    ("Valentina", &["es", "en"]),
    ("Winifred", &["en"]),
    ("Ximena", &["es", "en"]),
    ("Yolanda", &["es"]),
    ("Zaven", &["hy"]),
    ("Abel", &["es", "en"]),
    ("Baljit", &["pa", "en"]),
    ("Clara", &["en", "es"]),
    ("Desmond", &["en"]),
    ("Eulalia", &["es"]),
    ("Felipe", &["es", "en"]),
    ("Gladys", &["en"]),
    ("Harpreet", &["pa", "en"]),
    ("Ismael", &["es"]),
    ("Jasmine", &["en"]),
    ("Kirpal", &["pa"]),
    ("Leandro", &["es", "en"]),
    ("Margaret", &["en"]),
    ("Noemi", &["es", "en"]),
    ("Oscar", &["es", "en"]),
    ("Paloma", &["es"]),
    ("Rupinder", &["pa", "en"]),
    ("Silvio", &["es", "en"]),
    ("Tamara", &["hy", "en"]),
    ("Ulises", &["es"]),
    ("Vera", &["en"]),
    ("Wesley", &["en"]),
    ("Yesenia", &["es", "en"]),
    ("Zita", &["en"]),
    ("Amado", &["es"]),
    ("Bernice", &["en"]),
    ("Consuelo", &["es"]),
    ("Dilpreet", &["pa", "en"]),
    ("Emmett", &["en"]),
    ("Fidelia", &["es", "en"]),
    ("Gideon", &["en"]),
];

/// Surnames that nobody bears.
pub(super) const SURNAMES: [&str; 20] = [
    "Lanternby",
    "Piedraluna",
    "Quincebrook",
    "Campoazul",
    "Olivarrow",
    "Rionuevo-Sol",
    "Fennelworth",
    "Nubeblanca",
    "Maplethorn",
    "Vientoclaro",
    "Figtreelane",
    "Solverdejo",
    "Raisinfield",
    "Aguamarisma",
    "Kettlewick",
    "Flordesal",
    "Canalbridge",
    "Monteluz-Paz",
    "Almondyard",
    "Cielorraso",
];

/// Real towns of one region, with their share of the demo's people in percent.
pub(super) const TOWNS: [(&str, u32); 7] = [
    ("Fresno", 70),
    ("Clovis", 12),
    ("Madera", 5),
    ("Visalia", 5),
    ("Sanger", 3),
    ("Selma", 3),
    ("Reedley", 2),
];

/// A kind of client: who they are and what they need, give and like.
pub(super) struct Sketch {
    pub(super) born: (u16, u16),
    pub(super) situations: &'static [&'static str],
    pub(super) needs: &'static [&'static str],
    pub(super) offers: &'static [&'static str],
    pub(super) interests: &'static [&'static str],
    pub(super) seeks: &'static [&'static str],
    pub(super) note: &'static str,
}

/// The kinds of clients.
pub(super) const SKETCHES: [Sketch; 16] = [
    Sketch {
        born: (1938, 1952),
        situations: &["is.older-alone", "is.lonely"],
        needs: &["company.visits", "transport.doctor", "housing.garden"],
        offers: &["learning.language.english", "learning.skills"],
        interests: &["like.outdoors.gardening", "like.games.cards"],
        seeks: &["seek.friendship", "seek.practical"],
        note: "Likes visitors in the morning, best with coffee.",
    },
    Sketch {
        born: (1988, 2003),
        situations: &["is.new-country", "is.learning-language"],
        needs: &[
            "learning.language.english",
            "work.search",
            "support.mentor.newcomer",
        ],
        offers: &[
            "housing.garden",
            "housing.moving",
            "learning.language.spanish",
        ],
        interests: &["like.sport.football", "like.outdoors.gardening"],
        seeks: &["seek.language-exchange", "seek.work"],
        note: "Works nights this month; message after noon.",
    },
    Sketch {
        born: (1985, 1998),
        situations: &["is.single-parent", "is.working-poor"],
        needs: &[
            "children.childcare.evening",
            "goods.clothes.children",
            "money.budget",
        ],
        offers: &["learning.skills", "company.meals"],
        interests: &["like.cooking.baking", "like.music.dance"],
        seeks: &["seek.practical", "seek.family-friend"],
        note: "Two children; the older one loves to draw.",
    },
    Sketch {
        born: (1950, 1962),
        situations: &["is.newly-retired", "is.older-active"],
        needs: &["company.groups", "learning.digital.phone"],
        offers: &[
            "children.homework.maths",
            "transport.errands",
            "housing.repairs",
        ],
        interests: &["like.home.diy", "like.games.chess"],
        seeks: &["seek.activity"],
        note: "Has a car and asks every week what to do with it.",
    },
    Sketch {
        born: (1940, 1956),
        situations: &["is.widowed", "is.believer"],
        needs: &[
            "support.widowed",
            "company.meals.coffee",
            "transport.worship",
        ],
        offers: &["company.crafts", "support.spiritual"],
        interests: &["like.arts.knitting", "like.music.worship"],
        seeks: &["seek.friendship", "seek.faith"],
        note: "The first winter alone. Sundays are hardest.",
    },
    Sketch {
        born: (1960, 1978),
        situations: &["is.carer"],
        needs: &["care.respite.hours", "support.carers", "papers.forms"],
        offers: &["food.meals", "children.pickup"],
        interests: &["like.reading.novels", "like.wellbeing.conversation"],
        seeks: &["seek.practical", "seek.peer"],
        note: "Cares for her mother; free when the cousin comes.",
    },
    Sketch {
        born: (1999, 2007),
        situations: &["is.student", "is.young-person"],
        needs: &["work.casual", "support.mentor.youth", "housing.room"],
        offers: &["learning.digital", "care.pets.dog", "learning.internet"],
        interests: &["like.games.video", "like.sport.basketball"],
        seeks: &["seek.mentor", "seek.home-share"],
        note: "First in the family at college.",
    },
    Sketch {
        born: (1975, 1992),
        situations: &["is.farm-worker", "is.large-family"],
        needs: &["transport.work", "papers.letters", "goods.furniture.bed"],
        offers: &["food.garden", "housing.repairs.carpentry"],
        interests: &["like.music.guitar", "like.cooking.mexican"],
        seeks: &["seek.practical"],
        note: "Harvest until October, then more time.",
    },
    Sketch {
        born: (1945, 1960),
        situations: &["is.disability-mobility", "is.home-bound"],
        needs: &["food.shopping", "company.calls", "goods.medical.wheelchair"],
        offers: &["company.calls", "papers.forms"],
        interests: &["like.wellbeing.radio", "like.games.puzzles"],
        seeks: &["seek.pen-friend", "seek.practical"],
        note: "Knows every form of the county by heart.",
    },
    Sketch {
        born: (1980, 1995),
        situations: &["is.unemployed"],
        needs: &["work.cv", "work.interview", "money.benefits"],
        offers: &["housing.moving.van", "housing.repairs.painting"],
        interests: &["like.home.cars", "like.sport.baseball"],
        seeks: &["seek.work", "seek.mentor"],
        note: "Was a forklift driver for nine years.",
    },
    Sketch {
        born: (1948, 1963),
        situations: &["is.grandparent-raising"],
        needs: &["children.homework", "children.holidays", "support.parents"],
        offers: &["food.garden", "learning.language.spanish"],
        interests: &["like.community.children", "like.cooking.preserving"],
        seeks: &["seek.family-friend"],
        note: "Raises two grandchildren since spring.",
    },
    Sketch {
        born: (1970, 1990),
        situations: &["is.addiction"],
        needs: &["mind.addiction", "work.casual.garden", "support.recovery"],
        offers: &["housing.garden", "transport.bicycle"],
        interests: &["like.outdoors.fishing", "like.sport.gym"],
        seeks: &["seek.peer", "seek.work"],
        note: "Eight months. Proud of it, rightly.",
    },
    Sketch {
        born: (1965, 1985),
        situations: &["is.long-illness"],
        needs: &["transport.doctor.regular", "food.delivery", "health.words"],
        offers: &["learning.tutoring", "company.letters"],
        interests: &["like.reading.history", "like.wellbeing.letters"],
        seeks: &["seek.practical", "seek.friendship"],
        note: "Treatment on Tuesdays and Fridays.",
    },
    Sketch {
        born: (1990, 2000),
        situations: &["is.new-parents", "is.new-neighbour"],
        needs: &["goods.baby", "children.newparents", "company.newarrival"],
        offers: &["learning.digital.forms", "care.pets"],
        interests: &["like.outdoors.picnics", "like.cooking.vegetarian"],
        seeks: &["seek.family-friend", "seek.friendship"],
        note: "Moved in with a baby and three boxes.",
    },
    Sketch {
        born: (1955, 1975),
        situations: &["is.veteran", "is.lonely"],
        needs: &[
            "support.veterans",
            "company.walks",
            "health.exercise.walking",
        ],
        offers: &["housing.repairs.electric", "transport.company"],
        interests: &["like.outdoors.fishing", "like.games.dominoes"],
        seeks: &["seek.peer", "seek.activity"],
        note: "Prefers doing something together to talking.",
    },
    Sketch {
        born: (1992, 2004),
        situations: &["is.refugee", "is.learning-language"],
        needs: &[
            "papers.immigration",
            "learning.language.english",
            "support.refugees",
        ],
        offers: &["learning.skills", "company.language"],
        interests: &["like.arts.sewing", "like.cooking.together"],
        seeks: &["seek.mentor", "seek.language-exchange"],
        note: "Was a teacher; wants to teach again.",
    },
];

/// What helpers say about themselves, by role code, and what they offer.
pub(super) const ROLES: [(&str, &str, &[&str]); 6] = [
    (
        "neighbour",
        "I live on the street with the fig trees and know most doors.",
        &["transport.errands", "food.shopping", "housing.repairs"],
    ),
    (
        "faith",
        "I visit people from our community, and whoever asks.",
        &["company.visits", "support.spiritual", "food.meals"],
    ),
    (
        "social_worker",
        "I work for a small agency and look for what the agency does not have.",
        &["papers.forms", "money.benefits", "papers.offices"],
    ),
    (
        "leader",
        "I organise our block: the garden, the meeting, the list of telephone numbers.",
        &["company.events", "company.groups", "disaster.prepare"],
    ),
    (
        "campaigner",
        "I go from door to door and listen.",
        &[
            "papers.voting",
            "papers.legal.housing",
            "company.newarrival",
        ],
    ),
    (
        "relative",
        "I started with my own aunt, and it became more.",
        &["care.company", "transport.doctor", "learning.digital.phone"],
    ),
];

/// Invented services: name and what they offer.
pub(super) const SERVICES: [(&str, &[&str]); 10] = [
    ("Fig Street Food Pantry", &["food.groceries", "food.baby"]),
    ("Canal Bank Kitchen", &["food.meals", "food.delivery"]),
    (
        "Open Door Language School",
        &["learning.language.english", "learning.citizenship"],
    ),
    (
        "Long Shade Senior Club",
        &["company.groups", "company.games", "company.meals"],
    ),
    (
        "Second Wheel Bicycle Workshop",
        &["transport.bicycle", "learning.trade"],
    ),
    (
        "Quiet Harbour Counselling",
        &["mind.counselling", "mind.grief"],
    ),
    (
        "Paper Lantern Legal Advice",
        &["papers.legal", "papers.forms"],
    ),
    (
        "Little Steps Childcare",
        &["children.childcare", "children.afterschool"],
    ),
    ("Good Start Work Centre", &["work.search", "work.cv"]),
    ("Blue Van Rides", &["transport.doctor", "transport.errands"]),
];

/// First messages between helpers.
pub(super) const MESSAGES: [&str; 6] = [
    "Hello! Your card reads as if the two could get on. Shall we talk?",
    "Thank you for asking. Mine is shy at first; a walk would be a good start.",
    "A walk sounds right. Saturday mornings work best here.",
    "I asked today. There was a smile, and then a yes.",
    "Could we meet at the library the first time? It is quiet there.",
    "They laughed a lot. I think they will meet again.",
];

/// What helpers note about their clients over the months.
pub(super) const NOTES: [&str; 4] = [
    "Telephoned. Sounds better than last week.",
    "Dropped by with the forms; two are done, one is left.",
    "Asked about company for Sundays.",
    "Met at the market, in good spirits.",
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::demo::people::{languages, terms, towns};

    #[test]
    fn every_code_and_every_town_exists() {
        let sketched = SKETCHES.iter().flat_map(|one| {
            [
                one.situations,
                one.needs,
                one.offers,
                one.interests,
                one.seeks,
            ]
        });
        let offered = ROLES.iter().map(|(_, _, offers)| *offers);
        let served = SERVICES.iter().map(|(_, offers)| *offers);
        for codes in sketched.chain(offered).chain(served) {
            assert_eq!(terms(codes).len(), codes.len(), "{codes:?}");
        }
        for (name, spoken) in FIRST_NAMES {
            assert_eq!(languages(spoken).len(), spoken.len(), "{name}");
        }
        assert_eq!(towns().len(), TOWNS.len());
    }
}
