//! English texts.

use super::super::{Certainty, Kind};
use super::{check, clean, found, has, masked, one};

#[test]
fn names_with_capitals() {
    check(
        "I met with Katrine yesterday.",
        &[(Kind::Person, "Katrine")],
    );
    has(
        "Tesfaye Bekele arrived last week.",
        Kind::Person,
        "Tesfaye Bekele",
    );
    has(
        "Please ask Nguyen Thi Hoa about it.",
        Kind::Person,
        "Nguyen Thi Hoa",
    );
    has(
        "We saw Mary-Jane O'Connor at the park.",
        Kind::Person,
        "Mary-Jane O'Connor",
    );
    has(
        "Then Janka M. Szász came by.",
        Kind::Person,
        "Janka M. Szász",
    );
    has(
        "It was Ludwig van der Berg who said so.",
        Kind::Person,
        "Ludwig van der Berg",
    );
    has(
        "Then J. P. Whitfield came by.",
        Kind::Person,
        "J. P. Whitfield",
    );
    has("Yesterday Zoe Young called me.", Kind::Person, "Zoe Young");
    has("This is for Kwame's daughter.", Kind::Person, "Kwame");
}

#[test]
fn names_that_are_words_too() {
    has("My client Grace needs a ride.", Kind::Person, "Grace");
    has("Mark lives with his mother.", Kind::Person, "Mark");
    has(
        "Monjeau, Graves and Reed are the owners.",
        Kind::Person,
        "Graves",
    );
    clean("Will you come on Sunday?");
    clean("May I ask about the ride?");
    clean("Hope this helps!");
    clean("She has the grace to wait, and the will to go on.");
}

#[test]
fn titles_are_a_part_of_the_name() {
    check(
        "We spoke with Mrs. Young today.",
        &[(Kind::Person, "Mrs. Young")],
    );
    has(
        "please ask ms. marcela about it",
        Kind::Person,
        "ms. marcela",
    );
    has("It says Dr Beet on the door.", Kind::Person, "Dr Beet");
}

#[test]
fn announced_names() {
    has("my name is borna jerković", Kind::Person, "borna jerković");
    has("Name: Toshimi Arata", Kind::Person, "Toshimi Arata");
    has("a boy named aylin", Kind::Person, "aylin");
    clean("My name is on the list.");
    clean("I am tired and this is important.");
}

#[test]
fn names_in_small_letters_and_in_capitals() {
    has("please call maria about the ride", Kind::Person, "maria");
    has(
        "follow up with patricia desrosiers soon",
        Kind::Person,
        "patricia desrosiers",
    );
    has("my sister nayeli needs a job", Kind::Person, "nayeli");
    has(
        "CLIENT MARIA GOMEZ NEEDS HELP WITH THE RENT",
        Kind::Person,
        "MARIA GOMEZ",
    );
    clean("URGENT HOUSING CRISIS: eviction next week.");
    clean("She gets SNAP and WIC, and applied for SSI.");
}

#[test]
fn telephones() {
    for number in [
        "(559) 555-0143",
        "559-555-0143",
        "559.555.0143",
        "+1 559 555 0143",
        "+41 (0)96 471 07 95",
        "0049 151 23456789",
        "0490 75 40 81",
        "06-18574982",
        "467 3395",
        "345-899-3560x4587",
        "345-899-3560 x45",
        "345-899-3560 ext. 45",
    ] {
        check(
            &format!("You can call {number} today."),
            &[(Kind::Phone, number)],
        );
    }
    clean("We meet at 10:30 or 2 pm, 3 of 4 people can come.");
    clean("The rent is $1,500 for 2-3 rooms, 25 miles from here, 50% off.");
    clean("From 2010-2015 the number of people was 10 000.");
}

#[test]
fn cards_accounts_and_papers() {
    check(
        "card 4454794511390933 is lost",
        &[(Kind::Card, "4454794511390933")],
    );
    check(
        "card 4454-7945-1139-0933 is lost",
        &[(Kind::Card, "4454-7945-1139-0933")],
    );
    check(
        "IBAN GB82 WEST 1234 5698 7654 32",
        &[(Kind::Account, "GB82 WEST 1234 5698 7654 32")],
    );
    check("SSN 123-45-6789", &[(Kind::Paper, "123-45-6789")]);
    has(
        "his driver's license number is F1628235",
        Kind::Paper,
        "F1628235",
    );
    has("passport C01234567 is gone", Kind::Paper, "C01234567");
    has("case 2023-CV-00123 is open", Kind::Paper, "2023-CV-00123");
    has("case number 481516", Kind::Paper, "481516");
}

#[test]
fn addresses() {
    for address in [
        "12 Oak Street",
        "123 main st",
        "1668 Glyn St, Fresno, CA 93701",
        "12 Oak Street, Apt 4",
        "62488 Allika 46",
        "PO Box 149",
        "PSC 1437, Box 3833\nAPO AA 66791",
        "the corner of Dalbraut 99 and Frederikke Coves",
        "450 5th Avenue",
        "Tungata 11 Rott Crossroad\n Apt. 322\n Nuuk",
    ] {
        has(&format!("She lives at {address}"), Kind::Address, address);
    }
    has(
        "We met on Marina Fort Street.",
        Kind::Address,
        "Marina Fort Street",
    );
    has("ZIP: 3520", Kind::PostalCode, "3520");
    clean("It is a one way street, a 5 minute walk, on the other side of the road.");
    clean("She lives in Section 8 housing, room and board included.");
}

#[test]
fn mails_links_handles_and_machines() {
    check(
        "Write to maria.g+x@example.org.",
        &[(Kind::Email, "maria.g+x@example.org")],
    );
    check(
        "write to maria at gmail dot com",
        &[(Kind::Email, "maria at gmail dot com")],
    );
    check(
        "See https://www.example.org/a?b=1.",
        &[(Kind::Link, "https://www.example.org/a?b=1")],
    );
    check(
        "It is on facebook.com/lupita.g too",
        &[(Kind::Link, "facebook.com/lupita.g")],
    );
    check("find me: @lupita_g", &[(Kind::Handle, "@lupita_g")]);
    check("on instagram: lupita_93", &[(Kind::Handle, "lupita_93")]);
    check(
        "from 41.173.96.26 again",
        &[(Kind::Machine, "41.173.96.26")],
    );
    has(
        "from 6e40:4041:c617:e898:c11:40d2:c669:2eb4",
        Kind::Machine,
        "6e40:4041:c617:e898:c11:40d2:c669:2eb4",
    );
    clean("We agreed.Then she left.Me too.");
}

#[test]
fn dates_and_ages() {
    has("Her birthday is 12/25.", Kind::Date, "12/25");
    has("two boys, 8 and 11 years old", Kind::Age, "8");
    let born = one("She was born on 2/8/1935.");
    assert_eq!((born.kind, born.certainty), (Kind::Date, Certainty::Sure));
    has("DOB March 12, 1980", Kind::Date, "March 12, 1980");
    has(
        "on 2007-01-17 23:08:55 it began",
        Kind::Date,
        "2007-01-17 23:08:55",
    );
    for age in [
        "This 79 year old is alone.",
        "a 79-year-old man",
        "My brother just turned 79",
        "I'm 79, and well",
        "My client is 79.",
        "aged 79",
    ] {
        has(age, Kind::Age, "79");
    }
    clean("She waited for 2 years, and the bus is 15 minutes late.");
    clean("It is 10 of 12, in room 7.");
}

#[test]
fn places_nations_and_organisations() {
    has("She moved here from Estonia.", Kind::Place, "Estonia");
    has("i live in fresno", Kind::Place, "fresno");
    has("They are from New Zealand.", Kind::Place, "New Zealand");
    has("I am cambodian.", Kind::Nation, "cambodian");
    has(
        "She works at Verdafero Inc.",
        Kind::Organisation,
        "Verdafero Inc",
    );
    has(
        "He goes to Lincoln School.",
        Kind::Organisation,
        "Lincoln School",
    );
    clean("She speaks Spanish and takes English classes.");
    clean("We need an interpreter for Russian.");
    clean("Her mother speaks Purépecha.");
}

#[test]
fn roles_instead_of_names() {
    masked(
        "Hi! My client Maria Gomez, 43, lives at 12 Oak Street, Apt 4, Fresno, CA 93701. Call (559) 555-0143.",
        "Hi! My client, about 40, lives at an address. Call a phone number.",
    );
    masked("Katrine needs a ride.", "My client needs a ride.");
    masked(
        "We saw Katrine and Gustavo. Katrine's car broke.",
        "We saw my client and another person. My client's car broke.",
    );
    masked("Hi Bob! I can help. Best, Ana", "Hi! I can help. Best, me");
}

#[test]
fn what_helpers_write_all_day_is_left_alone() {
    for text in [
        "My client needs a ride to church on Sundays and someone to practise English with.",
        "Is your client still looking? Mine has a car, plays chess and likes to cook.",
        "Thank you for your message. We could meet Tuesday at 10:30, if that suits you.",
        "She can offer childcare in the mornings in exchange for help with forms.",
        "Client reports work challenges - childcare issues affecting schedule. Anxiety increased.",
        "Housing crisis, substance escalation. Emergency interventions in place. Intensive support required.",
    ] {
        assert_eq!(found(text), [], "{text}");
    }
}
