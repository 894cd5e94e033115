//! Words under test of the rich picture.

use saydo_facts::Days;
use saydo_picture::{Cite, Element, Evidence, Grade, Prior, State, Word, WordKind};

use super::desk::{Desk, date};

const WIRE: &str = "Example Wire";
const DAILY: &str = "Example Daily";

/// The newest first.
pub(crate) fn words(desk: &mut Desk) -> Vec<Word> {
    vec![
        announcement(desk),
        forecast(desk),
        pledge(desk),
        assurance(desk),
        allegation(desk),
        assessment(desk),
        drill(desk),
        corridor(desk),
        visit(desk),
    ]
}

fn word(kind: WordKind, act: &str, speaker: (&str, &str), actor: &str, said: Cite) -> Word {
    Word {
        id: format!("w{}.1", said.event.report),
        kind,
        act: act.to_owned(),
        speaker: speaker.0.to_owned(),
        speaker_name: speaker.1.to_owned(),
        actor: actor.to_owned(),
        denies: false,
        elements: Vec::new(),
        extent: None,
        places: Vec::new(),
        said: said.published,
        last_said: said.published,
        from: None,
        due: None,
        state: State::Unverified,
        since: said.published,
        grade: None,
        bears_out: Vec::new(),
        against: Vec::new(),
        said_in: vec![said],
        repeated_by: Vec::new(),
        rule: "word.unverified",
    }
}

fn evidence(cite: Cite, grade: Grade, why: &'static str) -> Evidence {
    Evidence { day: cite.published, cite, grade, why }
}

fn announcement(desk: &mut Desk) -> Word {
    let said = desk.cite(
        "2022-02-15",
        WIRE,
        "RUS",
        "{Russia's defence ministry} said on Tuesday that some units in the south were [going back] to their garrisons after drills.",
    );
    let loaded = desk.cite(
        "2022-02-15",
        DAILY,
        DAILY,
        "A reporter at a siding in Crimea saw a dozen armoured vehicles being [loaded] on to a train.",
    );
    let nothing = desk.cite(
        "2022-02-16",
        WIRE,
        "IGONAT",
        "{The alliance's secretary general} told reporters that it had [not seen] any of the announced withdrawal so far.",
    );
    let more = desk.cite(
        "2022-02-16",
        "Example Post",
        "Example Imaging",
        "New pictures from {Example Imaging} show a pontoon bridge and fresh tents where [more troops] arrived this week.",
    );
    Word {
        elements: vec![Element::Troops],
        extent: Some("some".to_owned()),
        places: vec!["Crimea".to_owned(), "Southern Military District".to_owned()],
        last_said: date("2022-02-16"),
        state: State::Disputed,
        since: date("2022-02-16"),
        grade: Some(Grade::Images),
        bears_out: vec![evidence(loaded, Grade::Press, "equipment is seen to leave")],
        against: vec![
            evidence(nothing, Grade::OtherSide, "no withdrawal is seen"),
            evidence(more, Grade::Images, "more forces come in"),
        ],
        repeated_by: vec!["BLR".to_owned()],
        rule: "word.disputed",
        ..word(WordKind::Announcement, "withdrawal", ("RUSMIL", "Defence Ministry"), "RUSMIL", said)
    }
}

fn forecast(desk: &mut Desk) -> Word {
    let said = desk.cite(
        "2022-02-13",
        DAILY,
        "USA",
        "{A senior American official} said an [attack] could come any day, before the end of the Games.",
    );
    Word {
        due: Some(Days { first: date("2022-02-16"), last: date("2022-02-20") }),
        repeated_by: vec!["GBR".to_owned(), "EST".to_owned()],
        ..word(WordKind::Forecast, "attack", ("USAGOV", ""), "RUS", said)
    }
}

fn pledge(desk: &mut Desk) -> Word {
    let said = desk.cite(
        "2022-02-08",
        WIRE,
        "BLR",
        "{Minsk} promised that every Russian soldier would [leave] Belarus once the exercise ends on 20 February.",
    );
    Word {
        elements: vec![Element::Troops, Element::Equipment],
        extent: Some("all".to_owned()),
        places: vec!["Belarus".to_owned()],
        due: Some(Days::on(date("2022-02-20"))),
        from: Some(date("2022-02-20")),
        ..word(WordKind::Pledge, "withdrawal", ("BLR", "Foreign Ministry"), "RUS", said)
    }
}

fn assurance(desk: &mut Desk) -> Word {
    let said = desk.cite(
        "2022-01-25",
        DAILY,
        "RUS",
        "{The Kremlin spokesman} repeated that there was no plan to [invade] anybody.",
    );
    let own = desk.cite(
        "2022-02-14",
        WIRE,
        "UKR",
        "{Ukraine's defence minister} counted battalions [massing] on three sides of the country.",
    );
    Word {
        denies: true,
        last_said: date("2022-02-15"),
        state: State::Contradicted,
        since: date("2022-02-14"),
        grade: Some(Grade::OtherSide),
        against: vec![evidence(own, Grade::OtherSide, "forces gather for it")],
        rule: "word.contradicted",
        ..word(WordKind::Assurance, "attack", ("RUSGOV", "Kremlin spokesman"), "RUS", said)
    }
}

fn allegation(desk: &mut Desk) -> Word {
    let said = desk.cite(
        "2022-01-18",
        WIRE,
        "UKRREB",
        "{Separatist leaders} claimed that Ukrainian saboteurs were about to [strike] a chemical plant.",
    );
    Word {
        due: Some(Days::on(date("2022-01-31"))),
        state: State::Lapsed,
        since: date("2022-02-01"),
        places: vec!["Donetsk".to_owned()],
        rule: "word.lapsed",
        ..word(WordKind::Allegation, "attack", ("UKRREB", ""), "UKRMIL", said)
    }
}

fn assessment(desk: &mut Desk) -> Word {
    let said = desk.cite(
        "2022-01-10",
        DAILY,
        "UKR",
        "{The security council's secretary} judged that no strike group had been [formed] at the border yet.",
    );
    let more = desk.cite(
        "2022-01-28",
        "Example Post",
        "Example Post",
        "Trains [carried] rocket launchers and field kitchens to the border towns all week.",
    );
    Word {
        denies: true,
        state: State::Overtaken,
        since: date("2022-01-28"),
        grade: Some(Grade::Press),
        against: vec![evidence(more, Grade::Press, "more forces come in")],
        rule: "word.overtaken",
        ..word(WordKind::Assessment, "build-up", ("UKRGOV", "Security Council secretary"), "RUS", said)
    }
}

fn drill(desk: &mut Desk) -> Word {
    let said =
        desk.cite("2022-01-04", WIRE, "BLR", "{Belarus} said a joint [exercise] would be held in February.");
    let seen = desk.cite(
        "2022-02-10",
        "Example Mission",
        "Example Mission",
        "{The mission} watched tanks and aircraft [exercise] together near Brest.",
    );
    Word {
        state: State::Kept,
        since: date("2022-02-10"),
        grade: Some(Grade::Observer),
        bears_out: vec![evidence(seen, Grade::Observer, "the exercise is held")],
        rule: "word.kept",
        ..word(WordKind::Announcement, "exercise", ("BLRGOV", ""), "BLRMIL", said)
    }
}

fn corridor(desk: &mut Desk) -> Word {
    let said = desk.cite(
        "2021-12-22",
        DAILY,
        "UKR",
        "{Negotiators} agreed to let aid and families [cross] at two checkpoints before the holidays.",
    );
    let one = desk.cite(
        "2021-12-30",
        "Example Mission",
        "Example Mission",
        "{Monitors} saw buses [pass] at one of two checkpoints; the other stayed shut.",
    );
    Word {
        state: State::PartlyKept,
        since: date("2021-12-30"),
        grade: Some(Grade::Observer),
        bears_out: vec![evidence(one, Grade::Observer, "a part of it is done")],
        rule: "word.partly-kept",
        ..word(WordKind::Pledge, "access", ("UKRGOV", "Negotiators"), "UKR", said)
    }
}

fn visit(desk: &mut Desk) -> Word {
    let said = desk.cite(
        "2021-12-01",
        WIRE,
        "FRA",
        "{Paris} said its envoy would [meet] both sides again in the spring.",
    );
    word(WordKind::Announcement, "talks", ("FRAGOV", ""), "FRA", said)
}

pub(crate) fn priors() -> Vec<Prior> {
    let prior = |actor: &str, kept, partly, broken, of, open| Prior {
        actor: actor.to_owned(),
        kept,
        partly,
        broken,
        of,
        open,
    };
    vec![
        prior("RUS", 2, 1, 7, 11, 3),
        prior("UKR", 3, 1, 1, 6, 2),
        prior("BLR", 1, 0, 0, 1, 1),
        prior("USA", 0, 0, 0, 0, 4),
    ]
}
