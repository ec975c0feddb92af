//! A directory comes in from files, twice, and other nodes learn of it.

use std::path::Path;

use argonaut_app::services::import::{ImportError, Report, SourceKind, import};
use argonaut_domain::language::LanguageId;
use argonaut_domain::locale::Locale;
use argonaut_domain::place::Place;
use argonaut_store::{Service, Store};
use argonaut_testkit::{TestApp, on_both};
use tempfile::TempDir;

on_both!(
    an_hsds_directory_comes_in,
    an_ohana_directory_comes_in,
    a_folder_of_something_else_changes_nothing,
);

fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in files {
        std::fs::write(folder.path().join(name), text).unwrap();
    }
    folder
}

async fn kept(test: &TestApp) -> Vec<Service> {
    let store = Store::open(test.database.backend()).await.unwrap();
    let mut services = store.read().await.unwrap().services().await.unwrap();
    services.sort_by(|a, b| a.source_id.cmp(&b.source_id));
    services
}

async fn audit_count(test: &TestApp) -> i64 {
    let store = Store::open(test.database.backend()).await.unwrap();
    store.read().await.unwrap().audit_count().await.unwrap()
}

fn counts(report: &Report) -> (usize, usize, usize, usize) {
    (
        report.created,
        report.updated,
        report.placed,
        report.with_terms,
    )
}

fn problems(report: &Report) -> Vec<(&str, u64, &str)> {
    let found = report.problems.iter();
    found
        .map(|problem| (problem.file.as_str(), problem.line, problem.what.as_str()))
        .collect()
}

const HSDS: &[(&str, &str)] = &[
    (
        "organizations.csv",
        "id,name,email,website\norg,Valley Hands,hello@valley.example,valley.example\n",
    ),
    (
        "services.csv",
        "id,organization_id,name,description,url,email,status,fees_description,eligibility_description,minimum_age\n\
         pantry,org,Tuesday table,\"Bags, and a chat\",javascript:alert(1),,active,Free,Everybody,\n\
         rides,org,Rides to the doctor,Drivers,https://rides.example,rides@valley.example,active,,,60\n\
         nameless,org,,Nobody knows,,,active,,,\n\
         gone,org,Old kitchen,Closed,,,defunct,,,\n",
    ),
    (
        "service_at_location.csv",
        "id,service_id,location_id\ns1,pantry,north\ns2,pantry,south\ns3,rides,nowhere\n",
    ),
    (
        "locations.csv",
        "id,location_type,name\nnorth,physical,North\nsouth,physical,South\nnowhere,physical,Nowhere\n",
    ),
    (
        "addresses.csv",
        "id,location_id,address_1,city,state_province,postal_code,country,address_type\n\
         a0,north,PO Box 1,Fresno,CA,93650,US,postal\n\
         a1,north,1 Main Street,Richmond,CA,94801,US,physical\n\
         a2,south,2 Oak Road,Fresno,California,93701,,physical\n\
         a3,nowhere,3 Elm Road,Xyzzyville,ZZ,00000,US,physical\n",
    ),
    (
        "phones.csv",
        "id,location_id,service_id,organization_id,service_at_location_id,number,extension,type\n\
         p1,,pantry,,,555-0100,,fax\np2,,pantry,,,555-0101,7,voice\np3,,,org,,555-0102,,\n",
    ),
    (
        "schedules.csv",
        "id,service_id,byday,opens_at,closes_at,description\nh1,pantry,TU,10:00,12:00,\n",
    ),
    (
        "taxonomy_terms.csv",
        "id,code,name,taxonomy,taxonomy_id\nt1,1130,Food Pantry,Open Eligibility,\nt2,zz,Diapers,local,\n\
         t3,zz,Quantum advice,local,\n",
    ),
    (
        "attributes.csv",
        "id,link_id,taxonomy_term_id,link_entity\nx1,pantry,t1,service\nx2,pantry,t2,service\nx3,rides,t3,service\n",
    ),
    (
        "languages.csv",
        "id,service_id,name,code\nl1,pantry,Spanish,\nl2,pantry,,ur\nl3,pantry,Klingonese,\n",
    ),
    (
        "cost_options.csv",
        "id,service_id,option,currency,amount,amount_description\nc1,rides,Adults,usd,5,per ride\n",
    ),
    (
        "required_documents.csv",
        "id,service_id,document\nd1,rides,A letter\n",
    ),
];

async fn an_hsds_directory_comes_in(test: TestApp) {
    let other = test.another_node().await;
    let before = audit_count(&test).await;
    let files = folder(HSDS);
    let report = import(&test.app, files.path()).await.unwrap();
    assert_eq!(report.source, SourceKind::Hsds);
    assert_eq!(counts(&report), (3, 0, 2, 2), "{report:?}");
    let told = problems(&report);
    assert!(
        told.contains(&("services.csv", 4, "no name: left out")),
        "{told:?}"
    );
    assert!(
        told.contains(&("services.csv", 5, "closed by its status: left out")),
        "{told:?}"
    );
    assert!(
        told.contains(&("languages.csv", 4, "no language \"Klingonese\"")),
        "{told:?}"
    );
    assert!(
        told.iter()
            .any(|(_, line, what)| *line == 3 && what.contains("Xyzzyville")),
        "{told:?}"
    );
    assert_eq!(audit_count(&test).await, before + 1);

    let services = kept(&test).await;
    let [north, south, rides] = services.as_slice() else {
        panic!("{services:?}");
    };
    assert_eq!(
        (north.source.as_str(), north.source_id.as_str()),
        ("hsds:org", "pantry@north")
    );
    assert_eq!(
        (north.name.as_str(), north.organization.as_str()),
        ("Tuesday table", "Valley Hands")
    );
    assert_eq!(
        north.place.full_label(Locale::En),
        "Richmond, California, United States"
    );
    assert_eq!(south.place, test.place("Fresno, California"));
    assert_eq!(codes(north), ["food.groceries", "goods.baby.diapers"]);
    let spoken = ["es", "ur"].map(|code| LanguageId::parse(code).unwrap());
    assert!(north.languages.len() == 2 && spoken.iter().all(|one| north.languages.contains(one)));
    assert_eq!(north.contact.phone, "555-0101 ext. 7");
    assert_eq!(north.contact.address, "1 Main Street, Richmond, CA 94801");
    assert_eq!(north.contact.hours, "TU 10:00–12:00");
    assert_eq!(north.contact.email, "hello@valley.example");
    assert_eq!(north.contact.url, "", "a script is no web page");
    assert_eq!(north.contact.eligibility, "Everybody");
    assert_eq!(
        (rides.place, codes(rides)),
        (Place::Anywhere, Vec::new()),
        "nothing is guessed"
    );
    assert_eq!(rides.contact.phone, "555-0102");
    assert_eq!(rides.contact.url, "https://rides.example");
    assert_eq!(rides.contact.fees, "Adults: 5 USD per ride");
    assert_eq!(rides.contact.eligibility, "from 60 years; A letter");

    // The same again, with a new name and one closed: nothing doubles.
    let text = std::fs::read_to_string(files.path().join("services.csv")).unwrap();
    let text = text.replace("Tuesday table", "Wednesday table");
    let text = text.replace(
        "rides@valley.example,active",
        "rides@valley.example,inactive",
    );
    std::fs::write(files.path().join("services.csv"), text).unwrap();
    let report = import(&other, files.path()).await.unwrap();
    assert_eq!((report.created, report.updated), (0, 3), "{report:?}");
    let again = kept(&test).await;
    assert_eq!(again.len(), 3);
    assert_eq!(again[0].id, north.id);
    assert_eq!(again[0].name, "Wednesday table");
    assert!(again[2].terms.is_empty());
}

async fn an_ohana_directory_comes_in(test: TestApp) {
    // The group of food as directories have it: the ids say what the numbers are.
    let taxonomy = "taxonomy_id,name,parent_id,parent_name\n102,Food,,\n102-01,Community Gardens,102,Food\n\
        102-02,Emergency Food,102,Food\n102-03,Food Delivery,102,Food\n102-04,Food Pantry,102,Food\n\
        102-05,Free Meals,102,Food\n102-06,Help Pay for Food,102,Food\n102-06-02,Food Benefits,102-06,Help Pay for Food\n\
        102-07,Nutrition,102,Food\n";
    let services: &[u8] = b"id,location_id,name,description,keywords,languages,status,taxonomy_ids,website,fees\n\
        1,1,Green corner,Beds for all,Youth,,active,\"102, 102-01\",,None\n\
        2,1,Meals on Wheels - South,Warm,Older Adults,\"Chinese (Mandarin), Spanish\",active,,www.meals.example,\n\
        3,2,Advice caf\xe9,Talk,\"Low Income, Youth\",,active,999-01,,\n\
        4,9,Lost,No location,Food Pantries,,active,,,\n";
    let files = folder(&[
        (
            "organizations.csv",
            "id,name,website\n7,Peninsula Friends,http://friends.example\n",
        ),
        (
            "locations.csv",
            "id,organization_id,name,languages,virtual\n1,7,House,Tagalog,false\n2,7,Online,,true\n",
        ),
        (
            "addresses.csv",
            "id,location_id,address_1,address_2,city,state_province,postal_code,country\n\
             1,1,2600 Middlefield Road,,Redwood City,CA,94063,US\n",
        ),
        (
            "phones.csv",
            "id,location_id,organization_id,service_id,extension,number,number_type\n1,1,,,,650 555-0100,voice\n",
        ),
        (
            "regular_schedules.csv",
            "id,location_id,service_id,weekday,opens_at,closes_at\n1,1,,Monday,08:00,17:00\n2,,2,Friday,9am,\n",
        ),
        ("taxonomy.csv", taxonomy),
    ]);
    std::fs::write(files.path().join("services.csv"), services).unwrap();
    let report = import(&test.app, files.path()).await.unwrap();
    assert_eq!(report.source, SourceKind::Ohana);
    assert_eq!(counts(&report), (4, 0, 2, 3), "{report:?}");
    let told = problems(&report);
    assert!(
        told.contains(&("services.csv", 4, "no entry \"999-01\" in taxonomy.csv")),
        "{told:?}"
    );
    assert!(
        told.contains(&("services.csv", 5, "no location \"9\"")),
        "{told:?}"
    );

    let services = kept(&test).await;
    let [garden, meals, advice, lost] = services.as_slice() else {
        panic!("{services:?}");
    };
    assert_eq!(
        (garden.source.as_str(), garden.source_id.as_str()),
        ("ohana:7", "1")
    );
    assert_eq!(
        codes(garden),
        ["food.garden"],
        "the narrower term says it all"
    );
    assert_eq!(garden.place, test.place("Redwood City, California"));
    assert_eq!(garden.languages, [LanguageId::parse("tl").unwrap()]);
    assert_eq!(garden.contact.url, "http://friends.example");
    assert_eq!(
        (garden.contact.hours.as_str(), garden.contact.fees.as_str()),
        ("Monday 08:00–17:00", "None")
    );
    assert_eq!(codes(meals), ["food.delivery"], "by its name");
    assert_eq!(meals.languages.len(), 2);
    assert_eq!(meals.contact.url, "http://www.meals.example");
    assert_eq!(meals.contact.hours, "Friday 9am");
    assert_eq!(
        (advice.name.as_str(), advice.place),
        ("Advice café", Place::Anywhere)
    );
    assert!(advice.terms.is_empty());
    assert_eq!(
        (lost.source.as_str(), codes(lost)),
        ("ohana", vec!["food.groceries"])
    );

    let again = import(&test.app, files.path()).await.unwrap();
    assert_eq!(counts(&again), (0, 4, 2, 3));
    assert_eq!(kept(&test).await.len(), 4);
}

async fn a_folder_of_something_else_changes_nothing(test: TestApp) {
    let before = audit_count(&test).await;
    let neither = |error: ImportError| matches!(error, ImportError::Neither(_));
    let empty = folder(&[]);
    assert!(neither(import(&test.app, empty.path()).await.unwrap_err()));
    let other = folder(&[
        ("services.csv", "a,b\n1,2\n"),
        ("organizations.csv", "id,name\n"),
    ]);
    assert!(neither(import(&test.app, other.path()).await.unwrap_err()));
    assert!(neither(
        import(&test.app, Path::new("/no/such/folder"))
            .await
            .unwrap_err()
    ));
    // A folder where a file should be cannot be read: everything stops.
    let files = folder(HSDS);
    std::fs::remove_file(files.path().join("phones.csv")).unwrap();
    std::fs::create_dir(files.path().join("phones.csv")).unwrap();
    let error = import(&test.app, files.path()).await.unwrap_err();
    assert!(matches!(error, ImportError::Unreadable { .. }), "{error:?}");
    assert!(kept(&test).await.is_empty());
    assert_eq!(audit_count(&test).await, before);
}
