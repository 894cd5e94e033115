//! Each feature of the coder on a small dictionary and a sentence with its tree.

use saydo_petrarch::{Dictionaries, File};
use saydo_syntax::Document;

const ACTORS: &str = "
TORLAND [TOR]
VESK [VES]
+VESKIAN
MIRRA
	[MIRREB <19900101]
	[MIR]
ISLES [ONE/TWO]
GRAY_HARBOR [GRY]
RIVER LORD [RIV]
NOMAN [---]
";

const AGENTS: &str = "
GUARD [~GRD]
TREASURER [~TRE]
CHARITY [CHA~]
";

const VERBS: &str = "
&METAL
+COPPER
+RED GOLD

--- SEND [010] ---
SEND {SENDS SENT}
- * &METAL [011]
- NOT * GIFT [---]
- * GIFT [012]
- HAS_* [013]
- * NO_GIFT [014]
- * THROUGH ^ TO + [015]
- + WAS * FROM $ [016]

--- MEET [020:021] ---
MEET {MET MEETS}
- % * [022:022]

--- SHOW [---] ---
+SHOW_OFF {+SHOWED_OFF +SHOWN_OFF} [030]
SHOW
";

fn coded(verbs: &str, sentence: &str, date: Option<&str>) -> Vec<String> {
    let files = [("actors", ACTORS), ("agents", AGENTS), ("verbs", verbs)];
    let files = files.map(|(name, text)| File { name, bytes: text.as_bytes() });
    let (dictionaries, complaints) = Dictionaries::read(&files);
    assert_eq!(complaints, []);
    let document = Document::by_hand(&[sentence]);
    let triples = dictionaries.code(&document.sentences[0], date);
    triples.iter().map(|t| format!("{} {} {}", t.source, t.target, t.code)).collect()
}

fn check(sentence: &str, want: &[&str]) {
    assert_eq!(coded(VERBS, sentence, None), want);
}

#[test]
fn a_verb_without_pattern_has_the_code_of_its_block() {
    check(
        "Torland/torland/PROPN/NNP/2/nsubj sent/send/VERB/VBD/0/root Vesk/vesk/PROPN/NNP/2/iobj ships/ship/NOUN/NNS/2/obj",
        &["TOR VES 010"],
    );
}

#[test]
fn sets_stand_for_their_words_and_phrases() {
    let metals = [("copper/copper", "011"), ("red/red/ADJ/JJ/5/amod gold/gold", "011"), ("tin/tin", "010")];
    for (metal, code) in metals {
        let sentence = format!(
            "Torland/torland/PROPN/NNP/2/nsubj sent/send/VERB/VBD/0/root Vesk/vesk/PROPN/NNP/2/iobj {metal}/NOUN/NN/2/obj"
        );
        assert_eq!(coded(VERBS, &sentence, None), [format!("TOR VES {code}")]);
    }
}

#[test]
fn a_longer_pattern_wins_and_may_say_that_nothing_was_done() {
    let rest = "sent/send/VERB/VBD/0/root Vesk/vesk/PROPN/NNP/3/iobj gift/gift/NOUN/NN/3/obj";
    let sentence = |word: &str| format!("Torland/torland/PROPN/NNP/3/nsubj {word}/ADV/RB/3/advmod {rest}");
    assert_eq!(coded(VERBS, &sentence("gladly/gladly"), None), ["TOR VES 012"]);
    assert_eq!(coded(VERBS, &sentence("not/not"), None), [""; 0]);
}

#[test]
fn words_joined_by_a_line_stand_side_by_side() {
    let sentence = |between: &str, head: usize| {
        format!(
            "Torland/torland/PROPN/NNP/{head}/nsubj has/have/AUX/VBZ/{head}/aux {between}sent/send/VERB/VBN/0/root \
             Vesk/vesk/PROPN/NNP/{head}/obj"
        )
    };
    assert_eq!(coded(VERBS, &sentence("", 3), None), ["TOR VES 013"]);
    assert_eq!(coded(VERBS, &sentence("now/now/ADV/RB/4/advmod ", 4), None), ["TOR VES 010"]);
}

#[test]
fn a_phrase_is_skipped_and_the_target_found_behind_it() {
    check(
        "Torland/torland/PROPN/NNP/2/nsubj sent/send/VERB/VBD/0/root word/word/NOUN/NN/2/obj \
         through/through/ADP/IN/5/case Vesk/vesk/PROPN/NNP/2/obl to/to/ADP/IN/7/case Mirra/mirra/PROPN/NNP/2/obl",
        &["TOR MIR 015"],
    );
}

#[test]
fn a_pattern_can_turn_source_and_target_round() {
    check(
        "Torland/torland/PROPN/NNP/3/nsubj:pass was/be/AUX/VBD/3/aux:pass sent/send/VERB/VBN/0/root \
         grain/grain/NOUN/NN/3/obj from/from/ADP/IN/6/case Vesk/vesk/PROPN/NNP/3/obl",
        &["VES TOR 016"],
    );
}

#[test]
fn a_passive_verb_has_its_source_behind_by() {
    check(
        "Torland/torland/PROPN/NNP/3/nsubj:pass was/be/AUX/VBD/3/aux:pass sent/send/VERB/VBN/0/root \
         grain/grain/NOUN/NN/3/obj by/by/ADP/IN/6/case Vesk/vesk/PROPN/NNP/3/obl:agent",
        &["VES TOR 010"],
    );
}

#[test]
fn paired_codes_go_both_ways() {
    check(
        "Torland/torland/PROPN/NNP/2/nsubj met/meet/VERB/VBD/0/root Vesk/vesk/PROPN/NNP/2/obj",
        &["TOR VES 020", "VES TOR 021"],
    );
}

#[test]
fn coordinated_actors_act_on_each_other() {
    check(
        "Torland/torland/PROPN/NNP/4/nsubj and/and/CCONJ/CC/3/cc Vesk/vesk/PROPN/NNP/1/conj met/meet/VERB/VBD/0/root",
        &["TOR VES 022", "VES TOR 022"],
    );
}

#[test]
fn every_source_meets_every_target_and_a_code_can_be_several() {
    check(
        "The/the/DET/DT/2/det Isles/isle/PROPN/NNPS/3/nsubj sent/send/VERB/VBD/0/root Torland/torland/PROPN/NNP/3/iobj \
         and/and/CCONJ/CC/6/cc Vesk/vesk/PROPN/NNP/4/conj ships/ship/NOUN/NNS/3/obj",
        &["ONE TOR 010", "ONE VES 010", "TWO TOR 010", "TWO VES 010"],
    );
}

#[test]
fn agents_join_the_actor_of_their_phrase() {
    check(
        "Guards/guard/NOUN/NNS/4/nsubj from/from/ADP/IN/3/case Torland/torland/PROPN/NNP/1/nmod sent/send/VERB/VBD/0/root \
         a/a/DET/DT/7/det Veskian/veskian/ADJ/JJ/7/amod charity/charity/NOUN/NN/4/iobj ships/ship/NOUN/NNS/4/obj",
        &["TORGRD CHAVES 010"],
    );
    check(
        "Treasurers/treasurer/NOUN/NNS/2/nsubj sent/send/VERB/VBD/0/root Vesk/vesk/PROPN/NNP/2/obj",
        &["---TRE VES 010"],
    );
}

#[test]
fn an_agent_is_shared_by_coordinated_actors() {
    check(
        "guards/guard/NOUN/NNS/6/nsubj of/of/ADP/IN/3/case Torland/torland/PROPN/NNP/1/nmod and/and/CCONJ/CC/5/cc \
         Vesk/vesk/PROPN/NNP/3/conj sent/send/VERB/VBD/0/root Mirra/mirra/PROPN/NNP/6/obj",
        &["TORGRD MIR 010", "VESGRD MIR 010"],
    );
}

#[test]
fn roles_depend_on_the_day() {
    let sentence = "Mirra/mirra/PROPN/NNP/2/nsubj sent/send/VERB/VBD/0/root Vesk/vesk/PROPN/NNP/2/obj";
    assert_eq!(coded(VERBS, sentence, Some("1985-07-01")), ["MIRREB VES 010"]);
    assert_eq!(coded(VERBS, sentence, Some("1995-07-01")), ["MIR VES 010"]);
    assert_eq!(coded(VERBS, sentence, Some("once")), ["MIR VES 010"]);
}

#[test]
fn nobody_and_oneself_give_no_triple() {
    check("Torland/torland/PROPN/NNP/2/nsubj sent/send/VERB/VBD/0/root Noman/noman/PROPN/NNP/2/obj", &[]);
    check("Vesk/vesk/PROPN/NNP/2/nsubj sent/send/VERB/VBD/0/root Veskian/veskian/PROPN/NNP/2/obj", &[]);
}

#[test]
fn verbs_of_two_words_are_one() {
    check(
        "Torland/torland/PROPN/NNP/2/nsubj showed/show/VERB/VBD/0/root off/off/ADP/RP/2/compound:prt \
         to/to/ADP/IN/5/case Vesk/vesk/PROPN/NNP/2/obl",
        &["TOR VES 030"],
    );
    check("Torland/torland/PROPN/NNP/2/nsubj showed/show/VERB/VBD/0/root Vesk/vesk/PROPN/NNP/2/obj", &[]);
}

#[test]
fn a_verb_in_the_phrase_of_a_coded_one_is_not_coded() {
    check(
        "Torland/torland/PROPN/NNP/2/nsubj sent/send/VERB/VBD/0/root Vesk/vesk/PROPN/NNP/2/obj to/to/PART/TO/5/mark \
         meet/meet/VERB/VB/2/advcl Mirra/mirra/PROPN/NNP/5/obj",
        &["TOR VES 010"],
    );
}

#[test]
fn a_name_that_the_parser_tears_is_one() {
    check(
        "Gray/gray/ADJ/JJ/3/nsubj Harbor/harbor/PROPN/NNP/3/nsubj sent/send/VERB/VBD/0/root Vesk/vesk/PROPN/NNP/3/obj",
        &["GRY VES 010"],
    );
}

#[test]
fn a_short_clause_behind_a_comma_is_left_out() {
    check(
        "Torland/torland/PROPN/NNP/2/nsubj sent/send/VERB/VBD/6/ccomp ships/ship/NOUN/NNS/2/obj ,/,/PUNCT/,/6/punct \
         Vesk/vesk/PROPN/NNP/6/nsubj met/meet/VERB/VBD/0/root Mirra/mirra/PROPN/NNP/6/obj",
        &[],
    );
}

const NESTED: &str = "
--- TELL [010] ---
TELL {TOLD}
--- HURT [180] ---
HURT {}
- * (WITH &METAL) [181]
&METAL
+COPPER
~ a (b . HURT) TELL = a b 112
~ a (a b Q) TELL = a b Q
";

#[test]
fn transformations_change_nested_events() {
    let sentence = |who: &str| {
        format!(
            "Torland/torland/PROPN/NNP/2/nsubj told/tell/VERB/VBD/0/root {who}/5/nsubj once/once/ADV/RB/5/advmod \
             hurt/hurt/VERB/VBD/2/ccomp Mirra/mirra/PROPN/NNP/5/obj"
        )
    };
    assert_eq!(coded(NESTED, &sentence("Vesk/vesk/PROPN/NNP"), None), ["TOR VES 112"]);
    assert_eq!(coded(NESTED, &sentence("it/it/PRON/PRP"), None), ["TOR MIR 180"]);
}

#[test]
fn groups_find_a_preposition_with_its_noun() {
    check_nested("copper/copper/NOUN/NN/2/obl", "181");
    check_nested("wood/wood/NOUN/NN/2/obl", "180");
}

fn check_nested(with: &str, code: &str) {
    let sentence = format!(
        "Torland/torland/PROPN/NNP/2/nsubj hurt/hurt/VERB/VBD/0/root Vesk/vesk/PROPN/NNP/2/obj with/with/ADP/IN/5/case {with}"
    );
    assert_eq!(coded(NESTED, &sentence, None), [format!("TOR VES {code}")]);
}

#[test]
fn triples_show_their_words() {
    let files = [("actors", ACTORS), ("verbs", VERBS)].map(|(name, t)| File { name, bytes: t.as_bytes() });
    let document = Document::by_hand(&[
        "The/the/DET/DT/2/det Veskian/veskian/PROPN/NNP/3/nsubj met/meet/VERB/VBD/0/root Mirra/mirra/PROPN/NNP/3/obj",
    ]);
    let triples = Dictionaries::read(&files).0.code(&document.sentences[0], None);
    let first = &triples[0];
    assert_eq!((first.trigger, first.trigger_end), (2, 3));
    assert_eq!((first.source_words.clone(), first.target_words.clone()), (0..2, 3..4));
}
