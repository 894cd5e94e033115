//! Families of publishers and marks of wires.

use std::collections::{HashMap, HashSet};

use saydo_copies::Families;
use saydo_world::{SECTORS, World};

const TABLE: &str = include_str!("../../../data/publishers/families.tsv");

fn rows() -> impl Iterator<Item = Vec<&'static str>> {
    TABLE.lines().filter(|line| !line.starts_with('#')).map(|line| line.split('\t').collect())
}

#[track_caller]
fn check(publisher: &str, url: &str, name: &str, speaks_for: &str) {
    let given = |text| Some(text).filter(|t: &&str| !t.is_empty());
    let family = Families::shipped().family(given(publisher), given(url));
    let code = family.speaks_for.map(|a| a.code).unwrap_or_default();
    assert_eq!(
        (family.name.as_str(), code.as_str()),
        (name, speaks_for),
        "{publisher} {url}: {}",
        family.why
    );
}

#[test]
fn known_publishers_go_by_name_and_by_address() {
    check("Reuters", "", "Reuters", "");
    check("The Wall Street Journal", "", "News Corp", "");
    check("The Times (London)", "", "News Corp", "");
    check("", "https://www.thesun.co.uk/news/1", "News Corp", "");
    check("", "https://edition.cnn.com/2022/02/15/x.html", "Warner Bros. Discovery", "");
    check("bbc.co.uk", "", "BBC", "");
    check("REUTERS", "https://news.yahoo.com/x", "Reuters", "");
    check("Jane Doe", "https://www.bbc.com/news/1", "BBC", "");
}

#[test]
fn official_sites_and_state_media_speak_for_their_side() {
    check(
        "Kremlin (en.kremlin.ru)",
        "http://en.kremlin.ru/events/president/news/66988",
        "Russian state",
        "RUSGOV",
    );
    check("TASS", "", "Russian state", "RUSGOV");
    check("", "https://sputniknews.com/a", "Russian state", "RUSGOV");
    check("RT", "", "Russian state", "RUSGOV");
    check("President of Ukraine (president.gov.ua/en)", "", "Ukrainian state", "UKRGOV");
    check("", "https://www.mil.gov.ua/en/news", "Ukrainian armed forces", "UKRMIL");
    check("", "https://dpsu.gov.ua/en/news", "Ukrainian state", "UKRGOV");
    check(
        "US President (American Presidency Project copy)",
        "https://www.presidency.ucsb.edu/documents/x",
        "United States government",
        "USAGOV",
    );
    check("", "https://www.whitehouse.gov/briefing-room/1", "United States government", "USAGOV");
    check("", "https://www.army.mil/article/1", "United States armed forces", "USAMIL");
    check("", "https://www.nato.int/cps/en/natohq/1.htm", "NATO", "IGONAT");
    check("OSCE", "https://reliefweb.int/report/ukraine/1", "OSCE", "IGOSCE");
    check("Maxar", "", "Maxar Technologies", "USABUS");
}

#[test]
fn an_observer_of_a_shared_code_has_its_name() {
    let maxar = Families::shipped().family(Some("Maxar"), None).speaks_for.unwrap();
    assert_eq!(maxar.name, "Maxar Technologies");
}

#[test]
fn public_broadcasters_are_press() {
    for name in ["BBC", "NPR", "DW", "RFE/RL", "VOA", "CBC", "NHK", "AFP", "Al Jazeera"] {
        assert_eq!(Families::shipped().family(Some(name), None).speaks_for, None, "{name}");
    }
}

#[test]
fn anybody_else_is_a_family_of_its_own() {
    check("The Example Post (UK)", "", "Example Post", "");
    check("", "https://news.example-post.co.uk/a", "example-post.co.uk", "");
    check("Example Post", "https://news.yahoo.com/x", "Example Post", "");
    check("", "https://t.me/s/front_desk/12", "t.me/front_desk", "");
    check("", "https://desk.substack.com/p/x", "substack.com/desk", "");
    check("", "", "unknown publisher", "");
    check("", "not an address", "unknown publisher", "");
}

#[test]
fn why_says_what_it_rests_on() {
    let why = |publisher, url| Families::shipped().family(publisher, url).why;
    assert_eq!(
        why(Some("Bild"), None),
        "by the publisher's name, \"Bild\"; Bild belongs to Axel Springer, owned by Axel Springer SE"
    );
    assert_eq!(why(None, Some("https://www.reuters.com/x")), "by the address reuters.com");
    assert_eq!(why(Some("Example Post"), None), "Example Post is in no table and counts for itself");
    assert_eq!(why(None, None), "neither a publisher nor an address is given");
}

#[test]
fn a_users_rows_win_and_bad_rows_are_named() {
    let row = "Reuters\t\t\tExample Group\t\t\twire\t\town knowledge";
    let families = Families::shipped().with(row).unwrap();
    assert_eq!(families.family(Some("Reuters"), None).name, "Example Group");
    for (bad, told) in [
        (
            "a\tb",
            "your table of publishers, line 1, column 1: 2 cells; write 9, with tabs between them: outlet,",
        ),
        (
            "a\t\t\t\t\t\tpaper\t\tx",
            "your table of publishers, line 1, column 7: `paper` is no kind of publisher",
        ),
        ("a\t\t\t\t\t\twire\trus\tx", "your table of publishers, line 1, column 8: write an actor code"),
        ("#note\n\na\t\t\t\t\t\twire\t\t", "your table of publishers, line 3, column 9: the cell is empty"),
    ] {
        let error = Families::shipped().with(bad).unwrap_err().to_string();
        assert!(error.starts_with(told), "{error}");
    }
}

#[test]
fn rows_are_unique_and_their_codes_known() {
    let world = World::shipped();
    let (mut hosts, mut speaks) = (HashSet::new(), HashMap::new());
    for row in rows() {
        assert_eq!(row.len(), 9, "{row:?}");
        let (family, country, code) = (if row[3].is_empty() { row[0] } else { row[3] }, row[5], row[7]);
        for host in row[1].split(';').filter(|h| !h.is_empty()) {
            assert!(hosts.insert(host), "{host} is there twice");
            assert!(
                host.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b".-".contains(&b)),
                "{host}"
            );
        }
        assert!(country.is_empty() || world.country(country).is_some(), "{row:?}");
        let of_state =
            code.len() == 6 && world.country(&code[..3]).is_some() && SECTORS.contains(&&code[3..]);
        let listed = world.organisations().iter().any(|o| o.actor.code == code);
        assert!(code.is_empty() || of_state || listed, "{row:?}: unknown code");
        assert_eq!(*speaks.entry(family).or_insert(code), code, "{family} speaks for two");
    }
    assert!(speaks.len() > 500);
}

#[test]
fn each_outlet_is_found_by_its_own_name_and_hosts() {
    let families = Families::shipped();
    for row in rows().filter(|r| r[6] != "platform" && r[6] != "aggregator") {
        let family = if row[3].is_empty() { row[0] } else { row[3] };
        let names = row[2].split(';').chain([row[0]]).filter(|n| !n.is_empty());
        for name in names {
            assert_eq!(families.family(Some(name), None).name, family, "{name}");
        }
        for host in row[1].split(';').filter(|h| !h.is_empty()) {
            let url = format!("https://www.{host}/path");
            assert_eq!(families.family(None, Some(&url)).name, family, "{url}");
        }
    }
}

#[test]
fn a_familys_name_is_that_familys() {
    let families = Families::shipped();
    for row in rows().filter(|r| r[6] != "platform" && r[6] != "aggregator") {
        let found = families.family(Some(row[0]), None);
        let again = families.family(Some(&found.name), None);
        assert_eq!(again.name, found.name, "{}", again.why);
        assert_eq!(again.speaks_for.map(|a| a.code), found.speaks_for.map(|a| a.code), "{}", found.name);
    }
    for name in ["Example Post", "example-post.co.uk", "t.me/front_desk", "unknown publisher"] {
        assert_eq!(families.family(Some(name), None).name, name);
    }
}

fn mark(text: &str) -> Option<(String, String)> {
    Families::shipped().mark(text).map(|m| {
        assert!(text[m.at.clone()].contains(&m.words));
        (m.family.name, m.words)
    })
}

#[test]
fn marks_name_wires_that_no_table_knows() {
    for (text, name, words) in [
        ("KYIV, Feb 15 (Example Wire) - Talks went on.", "Example Wire", "(Example Wire)"),
        ("Talks go on\n\nKYIV, Feb 15 /EXAMPLE/. Talks went on.", "Example", "/EXAMPLE/"),
        ("MOSCOW (UrduPoint News / Sputnik - 15th February, 2022) Talks", "", ""),
        (
            "MOSCOW (UrduPoint News / Sputnik - 15th February, 2022) - Talks",
            "Russian state",
            "(UrduPoint News / Sputnik - 15th February, 2022)",
        ),
        ("BOWLING GREEN, Ky. (WXYZ) - Talks went on.", "WXYZ", "(WXYZ)"),
        ("The envoys met.\n© 2022 AFP. All rights reserved.", "Agence France-Presse", "© 2022 AFP"),
        ("PARIS (Reuters/AFP) — Talks went on.", "Reuters", "(Reuters/AFP)"),
    ] {
        let wanted = Some((name.to_owned(), words.to_owned())).filter(|w| !w.0.is_empty());
        assert_eq!(mark(text), wanted, "{text}");
    }
}

#[test]
fn what_is_no_mark() {
    for text in [
        "",
        "\n\n",
        "(",
        "MINSK (Belarus) — Talks went on.",
        "WHITE HOUSE — Talks went on.",
        "SCRANTON, Pa — Talks went on.",
        "The members of the Counter Raid Initiative (CRI) – six states – met.",
        "Talks (the third this week) - and the last - went on.",
        "Talks went on, Reuters reported. The envoys met.",
        "The envoys met.\n© Saydo project",
        "The envoys met.\nWith reporting by Reuters, AFP and AP",
        "KYIV, Feb 15 (1) - Talks went on.",
    ] {
        assert_eq!(mark(text), None, "{text}");
    }
}
