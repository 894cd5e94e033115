//! Diplomacy and indicators of the rich picture.

use saydo_picture::{Cite, Demand, Diplomacy, Indicator, IndicatorState, Proposal, Talk};

use super::desk::{Desk, date};

const WIRE: &str = "Example Wire";
const DAILY: &str = "Example Daily";

pub(crate) fn diplomacy(desk: &mut Desk) -> Diplomacy {
    Diplomacy {
        proposals: proposals(desk),
        talks: talks(desk),
        readiness: vec![
            demand(
                desk,
                None,
                ["RUS", "USA IGONAT", "2022-02-14", "2022-02-15"],
                "{The foreign minister} saw a chance to [go on talking] about security.",
            ),
            demand(
                desk,
                None,
                ["IGONAT", "RUS", "2022-02-16", "2022-02-16"],
                "{The alliance} is [ready to sit down] with Moscow, its head said.",
            ),
        ],
        refusals: vec![demand(
            desk,
            Some("124"),
            ["USA", "RUS", "2022-01-26", "2022-01-26"],
            "{Washington} [ruled out] closing the alliance's door to new members.",
        )],
        demands: vec![
            demand(
                desk,
                Some("1056"),
                ["IGONAT", "RUS", "2022-01-12", "2022-02-16"],
                "{Allies} again [called on] Russia to pull back its forces.",
            ),
            demand(
                desk,
                Some("1056"),
                ["RUS", "IGONAT", "2021-12-17", "2022-02-15"],
                "{Moscow} [insists] that the alliance leave the east.",
            ),
        ],
    }
}

fn proposals(desk: &mut Desk) -> Vec<Proposal> {
    let sent = desk.cite(
        "2022-01-26",
        DAILY,
        "IGONAT",
        "{The alliance} [handed over] its written proposals on arms control.",
    );
    let waits = desk.cite(
        "2022-02-16",
        WIRE,
        "IGONAT",
        "{Its head} said on Wednesday that [no answer] had come to them.",
    );
    let draft = desk.cite(
        "2021-12-17",
        WIRE,
        "RUS",
        "{Moscow} [published] two draft treaties on security guarantees.",
    );
    let answer = desk.cite("2022-01-26", WIRE, "USA", "{Washington} [replied] in writing to the drafts.");
    vec![
        proposal(["IGONAT", "RUS"], sent, None, vec![waits]),
        proposal(["RUS", "USA"], draft, Some(()), vec![answer]),
    ]
}

fn proposal([from, to]: [&str; 2], sent: Cite, answered: Option<()>, answers: Vec<Cite>) -> Proposal {
    let made = sent.published;
    Proposal {
        id: format!("d{}.1", sent.event.report),
        from: from.to_owned(),
        to: vec![to.to_owned()],
        made,
        answered: answered.map(|()| answers[0].published),
        days_unanswered: answered.is_none().then_some(21),
        cites: vec![sent],
        answers,
        rule: "diplomacy.proposal",
    }
}

fn talks(desk: &mut Desk) -> Vec<Talk> {
    let mut talk = |day: &str, parties: &[&str], place: &str, held, told: &str| {
        let cite = desk.cite(if held { day } else { "2022-02-15" }, WIRE, WIRE, told);
        Talk {
            id: format!("d{}.1", cite.event.report),
            parties: parties.iter().map(|p| (*p).to_owned()).collect(),
            day: date(day),
            held,
            places: vec![place.to_owned()],
            cites: vec![cite],
            rule: "diplomacy.talks",
        }
    };
    vec![
        talk(
            "2022-02-24",
            &["RUS", "USA"],
            "Geneva",
            false,
            "The two foreign ministers plan to [meet] in Geneva next week.",
        ),
        talk(
            "2022-02-15",
            &["RUS", "DEU"],
            "Moscow",
            true,
            "The chancellor [met] the president in Moscow for three hours.",
        ),
        talk(
            "2022-02-07",
            &["RUS", "FRA"],
            "Moscow",
            true,
            "The French president [spoke] with his host past midnight.",
        ),
    ]
}

fn demand(desk: &mut Desk, code: Option<&str>, [from, to, first, last]: [&str; 4], told: &str) -> Demand {
    let cite = desk.cite(last, WIRE, from, told);
    Demand {
        id: format!("d{}.1", cite.event.report),
        from: from.to_owned(),
        to: to.split(' ').map(str::to_owned).collect(),
        code: code.map(str::to_owned),
        first: date(first),
        last: date(last),
        cites: vec![cite],
        rule: "diplomacy.demand",
    }
}

pub(crate) fn indicators(desk: &mut Desk) -> Vec<Indicator> {
    use IndicatorState::{Corroborated, NotSeen, Reported};
    let mut indicator = |id: &str, label: &str, state, since: Option<&str>, voices, told: &str| Indicator {
        id: format!("i:{id}"),
        label: label.to_owned(),
        state,
        since: since.map(date),
        voices,
        cites: since.map(|day| desk.cite(day, DAILY, DAILY, told)).into_iter().collect(),
        rule: "indicator",
    };
    vec![
        indicator(
            "embassy",
            "embassy staff leave",
            Corroborated,
            Some("2022-02-12"),
            5,
            "A dozen states [told] their diplomats' families to go home.",
        ),
        indicator(
            "sea",
            "sea areas closed",
            Corroborated,
            Some("2022-02-10"),
            2,
            "Wide stretches of the Black Sea were [closed] for missile drills.",
        ),
        indicator(
            "blood",
            "blood and field hospitals forward",
            Reported,
            Some("2022-01-28"),
            1,
            "{Officials} spoke of blood supplies [moved] towards the border.",
        ),
        indicator(
            "recognition",
            "recognition of breakaway regions",
            Reported,
            Some("2022-02-15"),
            1,
            "The lower house [asked] the president to recognise the two regions.",
        ),
        indicator("mobilisation", "mobilisation ordered", NotSeen, None, 0, ""),
        indicator("airspace", "airspace closed", NotSeen, None, 0, ""),
        indicator("evacuation", "civilians evacuated", NotSeen, None, 0, ""),
        indicator("cut", "talks broken off", NotSeen, None, 0, ""),
    ]
}
