//! Posture board and warning of the rich picture.

use saydo_forces::Movement;
use saydo_picture::{Element, Post, Range, Trend, Warning, WarningTime};

use super::desk::{Desk, date};

pub(crate) fn posture(desk: &mut Desk) -> Vec<Post> {
    use Element::{AirDefence, Armour, Artillery, Battlegroups, Logistics, Missiles, Ships, Troops};
    use Movement::{Around, In, Out, Stay};
    let many = |low, high| Some(Range { low, high });
    vec![
        post(
            desk,
            "RUS",
            "Belarus",
            Troops,
            In,
            "2022-02-16",
            4,
            many(25_000, Some(30_000)),
            Trend::Building,
        ),
        post(desk, "RUS", "Belarus", AirDefence, In, "2022-02-09", 2, None, Trend::Building),
        post(desk, "RUS", "Belarus", Logistics, In, "2022-02-16", 3, None, Trend::Building),
        post(desk, "RUS", "Crimea", Troops, Out, "2022-02-15", 2, many(10_000, None), Trend::Rotating),
        post(desk, "RUS", "Crimea", Armour, Stay, "2022-02-14", 1, None, Trend::Holding),
        post(desk, "RUS", "Crimea", Ships, Around, "2022-02-12", 2, many(30, Some(30)), Trend::Holding),
        post(
            desk,
            "RUS",
            "Rostov Oblast",
            Battlegroups,
            In,
            "2022-02-14",
            5,
            many(60, Some(83)),
            Trend::Building,
        ),
        post(desk, "RUS", "Rostov Oblast", Artillery, In, "2022-02-11", 3, None, Trend::Building),
        post(desk, "RUS", "Rostov Oblast", Missiles, In, "2022-02-06", 1, None, Trend::Holding),
        post(desk, "RUS", "", Troops, Stay, "2022-02-16", 6, many(100_000, Some(150_000)), Trend::Holding),
        post(desk, "UKR", "Donbas", Troops, Stay, "2022-01-30", 1, None, Trend::Holding),
        post(desk, "UKR", "Donbas", Artillery, Out, "2021-12-10", 0, None, Trend::Unknown),
        post(desk, "USA", "Poland", Troops, In, "2022-02-14", 3, many(4_700, Some(4_700)), Trend::Building),
    ]
}

const MOVES: [&str; 4] = ["[arriving] near", "[leaving] for", "[staying] near", "[moving about] in"];

#[expect(clippy::too_many_arguments, reason = "a row of a table")]
fn post(
    desk: &mut Desk,
    actor: &str,
    area: &str,
    element: Element,
    direction: Movement,
    last_seen: &str,
    voices: usize,
    numbers: Option<Range>,
    trend: Trend,
) -> Post {
    let told = format!(
        "Satellite pictures and {{local officials}} told of {} {} {}.",
        element.name().replace('_', " "),
        MOVES[direction as usize],
        if area.is_empty() { "the border" } else { area }
    );
    let place = if area.is_empty() { "-" } else { area };
    Post {
        id: format!("p:{actor}:{place}:{}", element.name()),
        actor: actor.to_owned(),
        area: (!area.is_empty()).then(|| area.to_owned()),
        element,
        direction,
        last_seen: date(last_seen),
        since: date("2022-01-24").min(date(last_seen)),
        voices,
        numbers,
        trend,
        cites: vec![desk.cite(last_seen, "Example Wire", "Example Wire", &told)],
        rule: "posture.trend",
    }
}

pub(crate) fn warning(desk: &mut Desk) -> Warning {
    let mut shown =
        |day: &str, outlet: &str, voice: &str, told: &str| vec![desk.cite(day, outlet, voice, told)];
    Warning {
        id: "warning".to_owned(),
        time: WarningTime::LittleOrNone,
        in_place: vec![
            (
                "manoeuvre",
                shown(
                    "2022-02-16",
                    "Example Wire",
                    "USA",
                    "{Officials in Washington} said more than half of the battlegroups were [deployed] within fifty kilometres.",
                ),
            ),
            (
                "fires",
                shown(
                    "2022-02-11",
                    "Example Daily",
                    "Example Daily",
                    "Rocket artillery [took up] firing positions east of Belgorod, a reporter saw.",
                ),
            ),
            (
                "air defence",
                shown(
                    "2022-02-09",
                    "Example Post",
                    "Example Imaging",
                    "Launchers of long-range missiles [stand] at two airfields, images show.",
                ),
            ),
            (
                "logistics",
                shown(
                    "2022-02-16",
                    "Example Wire",
                    "IGONAT",
                    "{The alliance} pointed to field hospitals and fuel depots that [were set up] close by.",
                ),
            ),
        ],
        missing: Vec::new(),
        said: shown(
            "2022-02-16",
            "Example Wire",
            "IGONAT",
            "{The secretary general} warned that an incursion [could start] with next to no warning time.",
        ),
        rule: "warning",
    }
}
