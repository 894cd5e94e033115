//! Whole phrases: which forces they name, how much of them and how many.

use saydo_engine::Engine;
use saydo_forces::elements;
use saydo_syntax::Rel;
use saydo_text::{Report, Span, Zone, ZoneSpan};

/// The forces of the root's phrase, or of the verb's subjects and objects, as `element extent low..high`.
fn forces(text: &str) -> String {
    let zones = vec![ZoneSpan { span: Span::new(0, text.len()), zone: Zone::Body }];
    let report =
        Report { text: text.to_owned(), zones, language: Some("en".to_owned()), ..Report::default() };
    let (document, _) = Engine::shipped().document(&report);
    let sentence = &document.sentences[0];
    let is_argument = |rel: Rel| matches!(rel.base(), Rel::Nsubj | Rel::Obj | Rel::Obl | Rel::Root);
    let heads = (0..sentence.len()).filter(|&i| is_argument(sentence.words[i].rel));
    let mut line = Vec::new();
    for force in heads.flat_map(|i| elements(sentence, i)) {
        let mut word = force.element.name().to_owned();
        if let Some(extent) = force.extent {
            word = format!("{word} {}", extent.name());
        }
        if force.low.is_some() || force.high.is_some() {
            let number = |n: Option<u64>| n.map(|n| n.to_string()).unwrap_or_default();
            word = format!("{word} {}..{}", number(force.low), number(force.high));
        }
        line.push(word);
    }
    line.join(", ")
}

#[track_caller]
fn check(text: &str, expected: &str) {
    assert_eq!(forces(text), expected, "{text}");
}

#[test]
fn lists_and_phrases_under_a_noun() {
    check(
        "The minister saw a steady build-up with more troops, battlegroups, artillery and a lot of support elements.",
        "troops more, battlegroups more, artillery more, logistics many",
    );
    check("Moscow announced a troop withdrawal.", "troops");
    check("Belarus sent a column of armoured vehicles and fuel trucks.", "armour, logistics");
    check("Russian tanks and artillery left.", "armour, artillery");
    check("Ukraine received S-400 air defence systems and T-72 tanks.", "air_defence, armour");
    check("The army moved artillery air defence missiles to the coast.", "artillery, air_defence");
    check("Tank units and two artillery brigades arrived.", "armour, artillery 2..2");
    check("The military build-up went on.", "forces");
    check("The naval presence grew.", "ships");
}

#[test]
fn numbers_are_ranges() {
    check("Over 100,000 Russian troops stood there.", "troops 100000..");
    check("The 3,000-5,000 soldiers left.", "troops 3000..5000");
    check("About 83 battalion tactical groups arrived.", "battlegroups 83..83");
    check("Dozens of tanks and 20 howitzers arrived.", "armour 24..99, artillery 20..20");
    check("Two dozen warships sailed.", "ships 24..24");
    check("They sent 5,000 more troops.", "troops more 5000..5000");
    check("In 2021 troops left.", "troops");
    check("On 15 February soldiers left.", "troops");
    check("Most of the 5,000 soldiers left.", "troops most");
    check("80 percent of the forces moved.", "forces most");
    check("None of the soldiers left.", "troops none");
    check("They pulled back some of their troops.", "troops some");
    check("All troops and equipment left.", "troops all, equipment all");
}

#[test]
fn other_things_with_the_same_names() {
    check("Market forces and the work force changed.", "");
    check("A tank of water stood in the yard.", "");
    check("The soldiers' commander spoke to the police forces.", "");
    check("The tank factory and the missile strike made news.", "");
    check("The party forces its members to vote.", "");
}
