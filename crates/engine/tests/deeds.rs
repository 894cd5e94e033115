//! Shapes of sentences in which an event hides, each with the event that must be found: who, what, to whom, and how it
//! stands.

use saydo_engine::events::{Event, Party};
use saydo_engine::{Engine, Reading, read};

/// A row of the table.
struct Row<'t> {
    sentence: &'t str,
    trigger: &'t str,
    plover: &'t str,
    standing: &'t str,
    negated: &'t str,
    actor: &'t str,
    recipient: &'t str,
    forces: &'t str,
}

fn row(line: &str) -> Row<'_> {
    let cells: Vec<&str> = line.split('\t').collect();
    let [sentence, trigger, plover, standing, negated, actor, recipient, forces] = cells[..] else {
        panic!("{} columns: {line}", cells.len());
    };
    Row { sentence, trigger, plover, standing, negated, actor, recipient, forces }
}

fn asked(cell: &str) -> Option<&str> {
    (cell != "-").then_some(cell)
}

fn names(reading: &Reading<'_>, parties: &[Party], wanted: &str) -> bool {
    parties.iter().any(|p| reading.document.text[p.span.range()].contains(wanted))
}

fn forces(event: &Event) -> String {
    let each = |m: &saydo_engine::events::Moved| format!("{}:{}", m.force.element.name(), m.movement);
    event.forces.iter().map(each).collect::<Vec<_>>().join(" ")
}

/// What is wrong with an event; nothing where it is as the row says.
fn wrong(reading: &Reading<'_>, row: &Row<'_>, event: &Event) -> Option<&'static str> {
    let differs = |cell: &str, found: &str| asked(cell).is_some_and(|c| c != found);
    let missing = |cell: &str, parties: &[Party]| asked(cell).is_some_and(|c| !names(reading, parties, c));
    let checks = [
        (event.judgement.negated != (row.negated == "not"), "negation"),
        (differs(row.standing, event.judgement.standing.name()), "standing"),
        (missing(row.actor, &event.actors), "actor"),
        (missing(row.recipient, &event.recipients), "recipient"),
        (differs(row.forces, &forces(event)), "forces"),
    ];
    checks.into_iter().find(|(is, _)| *is).map(|(_, what)| what)
}

fn check(row: &Row<'_>) -> Result<(), String> {
    let report = read::plain("row", row.sentence.as_bytes());
    let reading = Engine::shipped().read(&report);
    let fits = |e: &&Event| {
        let trigger = &reading.document.text[e.trigger.range()];
        trigger.contains(row.trigger) && e.code.plover.map_or("-", |p| p.name()) == row.plover
    };
    let event = reading.events.iter().find(fits);
    let event = event.ok_or_else(|| format!("{}: no {} at {}", row.sentence, row.plover, row.trigger))?;
    wrong(&reading, row, event)
        .map_or(Ok(()), |what| Err(format!("{}: {what} of {}: {event:?}", row.sentence, row.trigger)))
}

#[test]
fn events_are_found_in_every_shape_of_sentence() {
    let lines = include_str!("deeds.tsv").lines().filter(|l| !l.starts_with('#'));
    let bad: Vec<String> = lines.filter_map(|line| check(&row(line)).err()).collect();
    assert!(bad.is_empty(), "{}:\n{}", bad.len(), bad.join("\n"));
}

#[test]
fn what_tells_nothing_gives_no_events() {
    let texts = [
        "Anna Berg, Li Wei, Juan Perez, Omar Haddad",
        "1.2 3.4 5.6\n7.8 9.0 1.1\n",
        "Arsenal 2 Chelsea 1",
        "The shop on the corner sells bread, milk and flowers.",
        "Her new novel is set in a quiet village by the sea.",
    ];
    for text in texts {
        let report = read::plain("quiet", text.as_bytes());
        let reading = Engine::shipped().read(&report);
        assert!(reading.events.is_empty(), "{text}: {:?}", reading.events);
    }
}
