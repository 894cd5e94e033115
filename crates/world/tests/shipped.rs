//! The tables that ship: every row can be read, and facts from every part of the world are right.

use std::collections::HashSet;

use saydo_world::{Country, EntryKind, KINDS, RoleKind, SECTORS, Tables, Tenure, World};

fn world() -> &'static World {
    World::shipped()
}

/// The first thing that a name stands for: `KIND CODE`.
fn first(name: &str) -> String {
    let entry = world().lookup(name).first();
    entry.map_or_else(|| "nothing".to_owned(), |e| format!("{:?} {}", e.kind, e.actor.code))
}

#[test]
fn every_row_can_be_read() {
    if let Err(error) = World::from_tables(&Tables::shipped()) {
        panic!("{error}");
    }
}

#[test]
fn tables_are_large_enough_to_be_useful() {
    let world = world();
    assert!(world.countries().len() >= 250);
    assert!(world.areas().len() >= 90);
    assert!(world.organisations().len() >= 1100);
    assert!(world.role_count() >= 2000);
    assert!(world.holdings().len() >= 2000);
}

#[test]
fn countries_and_what_stands_for_them() {
    let cases = [
        ("Russia", "Country RUS"),
        ("U.S.", "Country USA"),
        ("USA", "Country USA"),
        ("america", "Country USA"),
        ("Britain", "Country GBR"),
        ("DPRK", "Country PRK"),
        ("Ivory Coast", "Country CIV"),
        ("Côte d’Ivoire", "Country CIV"),
        ("DR Congo", "Country COD"),
        ("Burma", "Country MMR"),
        ("Turkiye", "Country TUR"),
        ("Czechoslovakia", "Country CZE"),
        ("Soviet Union", "Country RUS"),
        ("Kosovo", "Country XKX"),
        ("the Gambia", "Country GMB"),
        ("Timor-Leste", "Country TLS"),
        ("Moscow", "Capital RUSGOV"),
        ("Kiev", "Capital UKRGOV"),
        ("Ulan Bator", "Capital MNGGOV"),
        ("N'Djamena", "Capital TCDGOV"),
        ("Nay Pyi Taw", "Capital MMRGOV"),
        ("Singapore", "Country SGP"),
        ("Kremlin", "Seat RUSGOV"),
        ("the White House", "Seat USAGOV"),
        ("Pentagon", "Seat USAMIL"),
        ("Elysee", "Seat FRAGOV"),
        ("Bundestag", "Seat DEULEG"),
        ("Verkhovna Rada", "Seat UKRLEG"),
        ("Casa Rosada", "Seat ARGGOV"),
        ("Aso Rock", "Seat NGAGOV"),
        ("Zhongnanhai", "Seat CHNGOV"),
        ("Russian", "Demonym RUS"),
        ("Filipinos", "Demonym PHL"),
        ("Swiss", "Demonym CHE"),
        ("Burkinabè", "Demonym BFA"),
        ("Nigerien", "Demonym NER"),
        ("Nigerian", "Demonym NGA"),
    ];
    for (name, wanted) in cases {
        assert_eq!(first(name), wanted, "{name}");
    }
}

#[test]
fn areas_and_organisations() {
    let cases = [
        ("Donetsk People's Republic", "Area UKRREB"),
        ("Transdniestria", "Area MDAREB"),
        ("Gaza Strip", "Area PSE"),
        ("Scottish", "Demonym GBR"),
        ("Tigrayan", "Demonym ETH"),
        ("Stepanakert", "Seat AZEREB"),
        ("UN", "Organisation IGOUNO"),
        ("Security Council", "Organisation IGOUNOSEC"),
        ("NATO", "Organisation IGONAT"),
        ("Nato", "Organisation IGONAT"),
        ("OSCE", "Organisation IGOSCE"),
        ("African Union", "Organisation IGOAFU"),
        ("ASEAN", "Organisation IGOASN"),
        ("MONUSCO", "Organisation IGOUNOPKOCOD"),
        ("ICRC", "Organisation NGOHLHIRC"),
        ("Taliban", "Organisation AFGREB"),
        ("Hezbollah", "Organisation LBNREB"),
        ("al-Shabab", "Organisation IMGSHB"),
        ("M23", "Organisation CODREB"),
        ("ELN", "Organisation COLREB"),
        ("Arakan Army", "Organisation MMRREB"),
        ("IDF", "Organisation ISRMIL"),
        ("FSB", "Organisation RUSSPY"),
        ("Reuters", "Organisation GBRJRN"),
        ("Xinhua", "Organisation CHNJRN"),
        ("BJP", "Organisation INDPTY"),
        ("Maxar", "Organisation USABUS"),
        ("Republicans", "Organisation USAPTY"),
    ];
    for (name, wanted) in cases {
        assert_eq!(first(name), wanted, "{name}");
    }
    assert!(world().lookup("us").is_empty() && world().lookup("who").is_empty());
}

#[test]
fn the_longest_name_in_running_text() {
    let longest = |text: &str| {
        let words: Vec<&str> = text.split(' ').collect();
        world().longest(&words).map(|(n, entries)| (n, entries[0].name.clone()))
    };
    assert_eq!(longest("North Korea 's army"), Some((2, "North Korea".into())));
    assert_eq!(longest("People 's Republic of China said"), Some((5, "China".into())));
    assert_eq!(longest("Guinea - Bissau ,"), Some((3, "Guinea-Bissau".into())));
    assert_eq!(longest("Luhansk People 's Republic forces"), Some((4, "Luhansk People's Republic".into())));
    assert_eq!(longest("Jens Stoltenberg said"), Some((2, "Jens Stoltenberg".into())));
    assert_eq!(longest("turkey and stuffing"), None);
    assert_eq!(longest("The United Nations"), None);
}

#[test]
fn sovereign_states_have_all_they_need() {
    let listed = |c: &&Country| c.source.iter().any(|s| s.starts_with("UN "));
    let states: Vec<&Country> = world().countries().iter().filter(listed).collect();
    assert_eq!(states.len(), 193 + 2);
    for state in states {
        assert!(!state.demonyms.is_empty() && !state.capital.is_empty(), "{}", state.name);
        let demonym = world().lookup(&state.demonyms[0]);
        assert!(demonym.iter().any(|e| e.actor.code == state.iso3), "{}", state.demonyms[0]);
    }
}

#[test]
fn codes_are_unique_and_well_formed() {
    let mut seen = HashSet::new();
    for country in world().countries() {
        assert!(country.iso3.len() == 3 && country.iso2.len() == 2, "{}", country.name);
        assert!(seen.insert(country.iso3.clone()) && seen.insert(country.iso2.clone()), "{}", country.name);
        assert!(seen.insert(country.name.clone()), "{}", country.name);
    }
    for area in world().areas() {
        let country = area.actor.country.as_deref().and_then(|iso3| world().country(iso3));
        assert!(country.is_some() && seen.insert(area.name.clone()), "{}", area.name);
    }
}

#[test]
fn organisations_are_well_formed() {
    let mut seen = HashSet::new();
    for organisation in world().organisations() {
        let (actor, name) = (&organisation.actor, &organisation.name);
        assert!(seen.insert(name.clone()), "{name} is there twice");
        assert!(KINDS.contains(&organisation.kind.as_str()), "{name}");
        assert!(actor.sector.iter().all(|s| SECTORS.contains(&s.as_str())), "{name}");
        if let Some(iso3) = &actor.country {
            assert!(world().country(iso3).is_some(), "{name}: {iso3}");
            assert!(
                actor.code.starts_with(iso3.as_str()) || actor.code.starts_with("IMG"),
                "{name}: {}",
                actor.code
            );
        } else {
            assert!(["IGO", "NGO", "IMG", "MNC"].iter().any(|p| actor.code.starts_with(p)), "{name}");
        }
    }
}

#[test]
fn offices_belong_to_known_bodies() {
    for holding in world().holdings() {
        let country = world().country(&holding.body).is_some();
        let code = |name: &str| world().organisations().iter().any(|o| o.actor.code == name);
        let known = country || code(&holding.body) || !world().lookup(&holding.body).is_empty();
        assert!(known, "{}: {}", holding.name, holding.body);
    }
}

#[test]
fn people_and_their_offices() {
    let cases = [
        ("Ban Ki-moon", "2010-05-01", "IGOUNO", Tenure::Current),
        ("Guterres", "2022-02-16", "IGOUNO", Tenure::Current),
        ("António Guterres", "2012-01-01", "IGOUNOHCR", Tenure::Current),
        ("Ursula von der Leyen", "2022-02-16", "IGOEUNEEC", Tenure::Current),
        ("Kofi Annan", "2012-01-01", "IGOUNO", Tenure::Former),
        ("Hassan Nasrallah", "2006-07-12", "LBNREB", Tenure::Current),
        ("Grossi", "2022-03-04", "IGOUNOIAE", Tenure::Current),
        ("Peter Maurer", "2022-03-20", "NGOHLHIRC", Tenure::Current),
        ("Kony", "2012-03-05", "UGAREB", Tenure::Current),
        ("Lavrov", "2022-02-16", "RUSGOV", Tenure::Current),
        ("Mr. Biden", "2022-02-16", "USAGOV", Tenure::Current),
        ("Zelenskyy", "2022-02-16", "UKRGOV", Tenure::Current),
        ("Angela Merkel", "2022-02-16", "DEUGOV", Tenure::Former),
        ("Bolsonaro", "2020-01-01", "BRAGOV", Tenure::Current),
        ("Denis Pushilin", "2022-02-18", "UKRREB", Tenure::Current),
    ];
    for (name, day, code, tenure) in cases {
        let held = world().person(name, Some(day)).unwrap_or_else(|| panic!("{name}"));
        assert_eq!((held.holding.actor.code.as_str(), held.tenure), (code, tenure), "{name}");
    }
    assert!(world().person("Nobody Inparticular", None).is_none());
}

#[test]
fn offices_and_their_holders() {
    let cases = [
        ("IGONAT", "secretary-general", "2022-02-16", "Jens Stoltenberg"),
        ("NATO", "chief", "2009-01-01", "Jaap de Hoop Scheffer"),
        ("UN", "secretary general", "2005-03-01", "Kofi Annan"),
        ("WHO", "director-general", "2020-01-30", "Tedros Adhanom Ghebreyesus"),
        ("European Commission", "president", "2015-07-01", "Jean-Claude Juncker"),
        ("Taliban", "leader", "2021-08-15", "Hibatullah Akhundzada"),
        ("Hezbollah", "leader", "2020-01-01", "Hassan Nasrallah"),
        ("RUS", "foreign minister", "2022-02-16", "Sergei Lavrov"),
        ("RUS", "leader", "2022-02-16", "Vladimir Putin"),
        ("USA", "top diplomat", "2022-02-16", "Antony Blinken"),
        ("GBR", "prime minister", "2022-02-16", "Boris Johnson"),
        ("FRA", "president", "2022-02-07", "Emmanuel Macron"),
        ("UKR", "defence minister", "2022-02-16", "Oleksii Reznikov"),
    ];
    for (body, title, day, name) in cases {
        let holding = world().holder(body, title, day);
        assert_eq!(holding.map(|h| h.name.as_str()), Some(name), "{title} of {body}");
    }
}

#[test]
fn roles_and_their_sectors() {
    use RoleKind::{Group, Organisation, Person};
    let cases = [
        ("president", "GOV", Person),
        ("Foreign Minister", "GOV", Person),
        ("foreign ministry", "GOV", Organisation),
        ("government", "GOV", Group),
        ("troops", "MIL", Group),
        ("soldiers", "MIL", Person),
        ("defence ministry", "MIL", Organisation),
        ("policemen", "COP", Person),
        ("police", "COP", Group),
        ("rebels", "REB", Group),
        ("militant", "REB", Person),
        ("gunmen", "UAF", Group),
        ("lawmaker", "LEG", Person),
        ("parliament", "LEG", Group),
        ("supreme court", "JUD", Organisation),
        ("opposition leader", "OPP", Person),
        ("villager", "CVL", Person),
        ("refugees", "REF", Group),
        ("journalist", "JRN", Person),
        ("doctor", "MED", Person),
        ("farmers", "AGR", Group),
        ("trade union", "LAB", Organisation),
        ("imam", "REL", Person),
        ("drug cartel", "CRM", Group),
        ("ruling party", "GOV", Group),
        ("spies", "SPY", Person),
        ("company", "BUS", Organisation),
    ];
    for (phrase, sector, kind) in cases {
        let role = world().role(phrase).unwrap_or_else(|| panic!("{phrase}"));
        assert_eq!((role.sector.as_deref(), role.kind), (Some(sector), kind), "{phrase}");
    }
    for phrase in
        ["spokeswoman", "secretary-general", "secretary general", "chief", "official spokesman of nobody"]
    {
        assert!(world().role(phrase).is_none_or(|role| role.sector.is_none()), "{phrase}");
    }
}

#[test]
fn one_name_may_stand_for_several() {
    let codes: Vec<&str> = world().lookup("Congo").iter().map(|e| e.actor.code.as_str()).collect();
    assert_eq!(codes, ["COD", "COG"]);
    let brussels: Vec<EntryKind> = world().lookup("Brussels").iter().map(|e| e.kind).collect();
    assert_eq!(brussels, [EntryKind::Capital, EntryKind::Seat]);
}
