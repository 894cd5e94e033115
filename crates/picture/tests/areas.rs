//! Areas, as the posture board shows them.

mod hand;

use Resolution::{City, Country, Larger, Point, Region};
use hand::{Hand, date, presence, watch};
use saydo_facts::{Place, Resolution, Told};
use saydo_picture::{Scene, posture};

fn place(name: &str, state: &str, lat: f64, lon: f64, resolution: Resolution) -> Place {
    let country = (!state.is_empty()).then(|| state.to_owned());
    Place { name: name.to_owned(), country, lat, lon, resolution, ..Place::default() }
}

fn in_division(name: &str, place: Place) -> Place {
    Place { admin1: Some(name.to_owned()), ..place }
}

fn crimea() -> Place {
    Place { geonameid: Some(703_883), ..place("Crimea", "UKR", 45.22, 34.70, Region) }
}

fn donetsk() -> Place {
    Place { geonameid: Some(709_716), ..place("Donetsk", "UKR", 48.06, 37.69, Region) }
}

fn luhansk() -> Place {
    Place { geonameid: Some(702_657), ..place("Luhansk", "UKR", 48.99, 39.0, Region) }
}

fn ukraine() -> Place {
    place("Ukraine", "UKR", 49.0, 32.0, Country)
}

fn belarus() -> Place {
    place("Belarus", "BLR", 53.0, 28.0, Country)
}

/// The areas in which forces at `at` are shown by a watch of `areas`.
fn shown(at: &[Place], areas: &[Place]) -> Vec<String> {
    let mut hand = Hand::default();
    hand.tell("2022-02-16", "Wire", Told { places: at.to_vec(), ..presence("RUSMIL") });
    let mut watch = watch();
    watch.area = areas.to_vec();
    let posts = posture(&Scene::new(&hand.facts, &watch, date("2022-02-16")));
    posts.into_iter().map(|post| post.area.unwrap_or_default()).collect()
}

const NOWHERE: [&str; 0] = [];

#[test]
fn a_city_lies_in_its_division_and_its_state() {
    let simferopol = || in_division("Crimea", place("Simferopol", "UKR", 44.96, 34.11, City));
    assert_eq!(shown(&[simferopol()], &[ukraine(), crimea()]), ["Crimea"]);
    assert_eq!(shown(&[simferopol()], &[ukraine()]), ["Ukraine"]);
    assert_eq!(shown(&[simferopol()], &[donetsk()]), NOWHERE);
    assert_eq!(shown(&[simferopol()], &[]), ["UKR"]);
}

#[test]
fn sevastopol_and_the_kerch_strait_are_crimean_ground() {
    let sevastopol = in_division("Sevastopol City", place("Sevastopol", "UKR", 44.61, 33.52, City));
    let strait = place("Kerch Strait", "", 45.3, 36.6, Point);
    let kherson = in_division("Kherson", place("Kherson", "UKR", 46.64, 32.61, City));
    assert_eq!(shown(&[sevastopol], &[crimea()]), ["Crimea"]);
    assert_eq!(shown(&[strait], &[crimea()]), ["Crimea"]);
    assert_eq!(shown(&[kherson], &[crimea()]), NOWHERE);
}

#[test]
fn a_region_that_is_no_division_reaches_as_far_as_regions_do() {
    let donbas = || place("Donbas", "UKR", 48.3, 38.2, Region);
    let mariupol = in_division("Donetsk", place("Mariupol", "UKR", 47.1, 37.54, City));
    let kharkiv = in_division("Kharkiv", place("Kharkiv", "UKR", 49.99, 36.23, City));
    assert_eq!(shown(&[mariupol], &[donbas()]), ["Donbas"]);
    assert_eq!(shown(&[luhansk()], &[donbas()]), ["Donbas"]);
    assert_eq!(shown(&[kharkiv], &[donbas()]), NOWHERE);
    assert_eq!(shown(&[luhansk()], &[donetsk()]), NOWHERE, "two divisions are two areas");
}

#[test]
fn a_town_over_the_border_is_other_ground_however_near() {
    let belgorod = in_division("Belgorod", place("Belgorod", "RUS", 50.6, 36.59, City));
    let kharkiv = place("Kharkiv", "UKR", 49.99, 36.23, City);
    let chuhuiv = in_division("Kharkiv", place("Chuhuiv", "UKR", 49.84, 36.69, City));
    assert_eq!(shown(&[belgorod], std::slice::from_ref(&kharkiv)), NOWHERE);
    assert_eq!(shown(&[chuhuiv], &[kharkiv]), ["Kharkiv"]);
}

#[test]
fn a_sea_has_its_own_name_and_a_continent_holds_what_lies_on_it() {
    let sea = place("Black Sea", "", 43.0, 35.0, Larger);
    let europe = || place("Europe", "", 49.0, 9.0, Larger);
    let seoul = place("Seoul", "KOR", 37.57, 126.98, City);
    assert_eq!(shown(&[sea], &[]), ["Black Sea"]);
    assert_eq!(shown(&[crimea()], &[europe(), ukraine()]), ["Ukraine"]);
    assert_eq!(shown(&[crimea()], &[europe()]), ["Europe"]);
    assert_eq!(shown(&[seoul], &[europe()]), NOWHERE);
}

#[test]
fn a_state_that_holds_an_area_lies_on_the_watchs_ground_and_keeps_its_name() {
    assert_eq!(shown(&[ukraine()], &[crimea()]), ["Ukraine"]);
    assert_eq!(shown(&[belarus()], &[crimea()]), NOWHERE);
}

#[test]
fn an_event_without_a_place_lies_on_any_ground_and_one_with_several_on_each() {
    assert_eq!(shown(&[], &[crimea()]), [""]);
    assert_eq!(shown(&[crimea(), belarus()], &[]), ["Belarus", "UKR"]);
}

#[test]
fn a_place_without_coordinates_is_near_nothing() {
    let nowhere = |name: &str| place(name, "UKR", 0.0, 0.0, City);
    assert_eq!(shown(&[nowhere("A")], &[nowhere("B")]), NOWHERE);
    assert_eq!(shown(&[nowhere("A")], &[nowhere("A")]), ["A"]);
}
