//! Each rule on sentences of our own, read by the whole engine.

use saydo_engine::Engine;
use saydo_places::Found;

/// What is found in a text, as "words = name, country".
fn found(text: &str) -> Vec<String> {
    let report = saydo_engine::read::plain("example", text.as_bytes());
    let (document, _) = Engine::shipped().document(&report);
    let mentions = saydo_mentions::find(&document);
    let country = |f: &Found| f.place.country.clone().unwrap_or_default();
    let found = saydo_places::find(&document, &mentions);
    found
        .iter()
        .map(|f| format!("{} = {}, {}", &report.text[f.span.range()], f.place.name, country(f)))
        .collect()
}

fn first(text: &str) -> saydo_places::Place {
    let report = saydo_engine::read::plain("example", text.as_bytes());
    let (document, _) = Engine::shipped().document(&report);
    let mentions = saydo_mentions::find(&document);
    saydo_places::find(&document, &mentions)
        .into_iter()
        .next()
        .map(|f| f.place)
        .expect("the text names a place")
}

#[test]
fn countries_and_capitals_are_found() {
    assert_eq!(
        found("The talks between Ukraine and Russia were held in Istanbul on Friday."),
        ["Ukraine = Ukraine, UKR", "Russia = Russia, RUS", "Istanbul = Istanbul, TUR"]
    );
}

#[test]
fn the_state_beside_a_town_decides() {
    let place = first("The fire broke out in Paris, Texas, early on Monday.");
    assert_eq!((place.admin1.as_deref(), place.resolution), (Some("Texas"), "city"));
    let place = first("A man from Columbia, Mo., was arrested by the county sheriff.");
    assert_eq!(place.admin1.as_deref(), Some("Missouri"));
}

#[test]
fn other_places_of_the_report_decide() {
    let text =
        "Two people were hurt in Birmingham. The storm crossed Alabama and reached Montgomery at noon.";
    assert_eq!(first(text).admin1.as_deref(), Some("Alabama"));
    let text =
        "Two people were hurt in Birmingham. Police from London and Manchester came to help, the BBC said.";
    assert_eq!(first(text).country.as_deref(), Some("GBR"));
}

#[test]
fn people_and_firms_named_like_places_are_none() {
    for text in [
        "Paris Hilton said that she was happy with the film.",
        "Jack London wrote the book, and Chad Smith read it.",
        "Warren Washington told reporters that he would appeal.",
        "The Washington Post reported that the minister would resign.",
    ] {
        assert_eq!(found(text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn streets_and_saints_are_none() {
    assert!(found("The shop on Memphis Street was robbed.").is_empty());
    assert!(found("He was taken to St. Joseph Hospital.").is_empty());
}

#[test]
fn places_inside_the_names_of_bodies_are_found() {
    assert_eq!(found("The Bank of England raised rates on Thursday.")[0], "England = England, GBR");
}

#[test]
fn adjectives_point_at_their_countries() {
    assert_eq!(found("Turkish troops crossed the border.")[0], "Turkish = Turkey, TUR");
    assert!(found("She spoke French and English.").is_empty());
}

#[test]
fn a_dateline_in_capitals_is_a_place() {
    assert_eq!(
        first("KHARKIV, Ukraine (AP) - Shells hit a market on Sunday.").country.as_deref(),
        Some("UKR")
    );
}

#[test]
fn vague_places_keep_their_shape() {
    let report =
        saydo_engine::read::plain("example", b"Soldiers were seen 20 km north of Goma and near Kyiv.");
    let (document, _) = Engine::shipped().document(&report);
    let mentions = saydo_mentions::find(&document);
    let found = saydo_places::find(&document, &mentions);
    assert_eq!(found.iter().map(|f| f.shape).collect::<Vec<_>>(), [Some("north_of"), Some("near")]);
}

#[test]
fn seas_bases_and_disputed_regions_are_found() {
    assert_eq!(
        found("Ships crossed the Black Sea from Crimea, and jets left Incirlik for the Golan Heights."),
        [
            "Black Sea = Black Sea, ",
            "Crimea = Crimea, UKR",
            "Incirlik = Incirlik, TUR",
            "Golan Heights = Golan Heights, SYR"
        ]
    );
}
