//! Tests of the whole stage on sentences built by hand, with names given and not tagged.

use std::ops::Range;

use expect_test::{Expect, expect};
use saydo_syntax::{Document, Sentence, Upos};
use saydo_world::{EntryKind, World};

use crate::{Kind, Mentions, Name, with_names};

/// Runs of proper nouns that the tables know or that follow each other; single ones are people.
fn names(sentence: &Sentence<'_>) -> Vec<Name> {
    let proper = |i: usize| sentence.words.get(i).is_some_and(|w| w.upos == Upos::Propn);
    let starts = (0..sentence.len()).filter(|&i| proper(i) && (i == 0 || !proper(i - 1)));
    let runs = starts.map(|i| i..i + (i..sentence.len()).take_while(|&k| proper(k)).count());
    runs.map(|words| Name { kind: kind(sentence, words.clone()), words }).collect()
}

fn kind(sentence: &Sentence<'_>, words: Range<usize>) -> Kind {
    match World::shipped().lookup(sentence.text(words)).first().map(|e| e.kind) {
        None | Some(EntryKind::Person) => Kind::Person,
        Some(EntryKind::Organisation | EntryKind::Seat) => Kind::Organisation,
        Some(_) => Kind::Place,
    }
}

fn read(sentences: &[&str]) -> (Document<'static>, Mentions) {
    let document = Document { published: Some("2022-02-16"), ..Document::by_hand(sentences) };
    let mentions = with_names(&document, names);
    (document, mentions)
}

fn check(sentences: &[&str], expected: &Expect) {
    let (document, mentions) = read(sentences);
    let lines = mentions.list.iter().map(|m| {
        let words = m.span.of(document.text).unwrap_or_default();
        let entity = m.entity.map(|e| &mentions.entities[e]);
        let code = entity.and_then(|e| e.actor.as_ref()).map_or("-", |a| a.code.as_str());
        let meant = entity.map_or(m.unresolved, |e| e.name.as_str());
        format!("{words} | {:?} | {meant} | {code}\n", m.kind)
    });
    expected.assert_eq(&lines.collect::<String>());
}

const CHIEF: &str = "NATO/NATO/PROPN/NNP/2/compound chief/chief/NOUN/NN/3/nmod:desc \
    Jens/Jens/PROPN/NNP/5/nsubj Stoltenberg/Stoltenberg/PROPN/NNP/3/flat spoke/speak/VERB/VBD/0/root";

#[test]
fn titles_surnames_roles_and_pronouns_are_one_person() {
    check(
        &[
            CHIEF,
            "He/he/PRON/PRP/2/nsubj said/say/VERB/VBD/0/root so/so/ADV/RB/2/advmod",
            "The/the/DET/DT/3/det NATO/NATO/PROPN/NNP/3/compound chief/chief/NOUN/NN/4/nsubj left/leave/VERB/VBD/0/root",
            "Stoltenberg/Stoltenberg/PROPN/NNP/2/nsubj returned/return/VERB/VBD/0/root",
        ],
        &expect![[r"
            NATO | Organisation | NATO | IGONAT
            Jens Stoltenberg | Person | Jens Stoltenberg | IGONAT
            He | Pronoun | Jens Stoltenberg | IGONAT
            The NATO chief | Role | Jens Stoltenberg | IGONAT
            NATO | Organisation | NATO | IGONAT
            Stoltenberg | Person | Jens Stoltenberg | IGONAT
        "]],
    );
}

#[test]
fn a_capital_is_a_government_where_it_speaks_and_a_place_where_it_does_not() {
    check(
        &[
            "Moscow/Moscow/PROPN/NNP/2/nsubj denied/deny/VERB/VBD/0/root it/it/PRON/PRP/2/expl",
            "Fighting/fighting/NOUN/NN/0/root near/near/ADP/IN/3/case Moscow/Moscow/PROPN/NNP/1/nmod",
            "The/the/DET/DT/3/det Russian/russian/ADJ/JJ/3/amod government/government/NOUN/NN/4/nsubj fell/fall/VERB/VBD/0/root",
        ],
        &expect![[r"
            Moscow | Place | Government of Russia | RUSGOV
            Moscow | Place | Moscow | -
            The Russian government | Role | Government of Russia | RUSGOV
            Russian | Demonym | Russia | RUS
        "]],
    );
}

#[test]
fn demonyms_make_actors_of_groups() {
    check(
        &[
            "Russian/russian/ADJ/JJ/2/amod troops/troops/NOUN/NNS/3/nsubj left/leave/VERB/VBD/0/root",
            "Separatist/separatist/ADJ/JJ/2/amod leaders/leader/NOUN/NNS/3/nsubj met/meet/VERB/VBD/0/root \
             aid/aid/NOUN/NN/5/compound workers/worker/NOUN/NNS/3/obj",
        ],
        &expect![[r"
            Russian troops | Group | Russian troops | RUSMIL
            Russian | Demonym | Russia | RUS
            Separatist leaders | Group | Separatist leaders | REB
            aid workers | Group | aid workers | SOC
        "]],
    );
}

#[test]
fn unknown_people_have_the_code_that_the_text_gives() {
    check(
        &["Girma/Girma/PROPN/NNP/8/nsubj Lemma/Lemma/PROPN/NNP/1/flat ,/,/PUNCT/,/1/punct \
             Ethiopia/Ethiopia/PROPN/NNP/7/nmod:poss 's/'s/PART/POS/4/case security/security/NOUN/NN/7/compound \
             adviser/adviser/NOUN/NN/1/appos spoke/speak/VERB/VBD/0/root"],
        &expect![[r"
            Girma Lemma | Person | Girma Lemma | ETHGOV
            Ethiopia 's security adviser | Role | Girma Lemma | ETHGOV
            Ethiopia | Place | Ethiopia | ETH
        "]],
    );
}

#[test]
fn nobody_is_guessed_at() {
    check(
        &[
            "The/the/DET/DT/2/det minister/minister/NOUN/NN/3/nsubj met/meet/VERB/VBD/0/root me/I/PRON/PRP/3/obj",
            "She/she/PRON/PRP/2/nsubj left/leave/VERB/VBD/0/root",
        ],
        &expect![[r"
            The minister | Role | the text does not say which one is meant | -
            me | Pronoun | first person: whoever speaks or writes here | -
            She | Pronoun | nobody mentioned shortly before fits | -
        "]],
    );
}

#[test]
fn subject_and_object_of_one_verb_are_two() {
    check(
        &[
            "Anna/Anna/PROPN/NNP/2/nsubj met/meet/VERB/VBD/0/root Maria/Maria/PROPN/NNP/2/obj",
            "She/she/PRON/PRP/2/nsubj praised/praise/VERB/VBD/0/root herself/herself/PRON/PRP/2/obj",
        ],
        &expect![[r"
            Anna | Person | Anna | -
            Maria | Person | Maria | -
            She | Pronoun | two or more fit equally well | -
            herself | Pronoun | two or more fit equally well | -
        "]],
    );
}

#[test]
fn relative_pronouns_mean_their_noun() {
    check(
        &["soldiers/soldier/NOUN/NNS/0/root who/who/PRON/WP/3/nsubj left/leave/VERB/VBD/1/acl:relcl \
             tables/table/NOUN/NNS/3/obj which/which/PRON/WDT/6/nsubj burned/burn/VERB/VBD/4/acl:relcl"],
        &expect![[r"
            soldiers | Group | soldiers | MIL
            who | Pronoun | soldiers | MIL
        "]],
    );
}

#[test]
fn aircraft_and_loose_words_are_no_people() {
    check(
        &["What/what/DET/WDT/2/det soldiers/soldier/NOUN/NNS/3/nsubj saw/see/VERB/VBD/0/root \
             fighter/fighter/NOUN/NN/5/compound jets/jet/NOUN/NNS/3/obj and/and/CCONJ/CC/8/cc \
             stealth/stealth/NOUN/NN/8/compound fighters/fighter/NOUN/NNS/5/conj"],
        &expect![[r"
            soldiers | Group | soldiers | MIL
        "]],
    );
}

#[test]
fn a_word_finds_its_mention() {
    let (_, mentions) = read(&[CHIEF]);
    let at = |word| mentions.at(0, word).map(|m| mentions.list[m].kind);
    assert_eq!(
        [at(0), at(1), at(2), at(3), at(4)],
        [Some(Kind::Organisation), None, Some(Kind::Person), Some(Kind::Person), None]
    );
    assert_eq!(mentions.at(9, 9), None);
}

#[test]
fn five_thousand_names_are_all_found() {
    let line: Vec<String> = (0..5000)
        .map(|i| format!("Ann/Ann/PROPN/NNP/3/nsubj Smith{i}/Smith{i}/PROPN/NNP/1/flat said/say/VERB/VBD/0/root his/his/PRON/PRP$/5/nmod:poss minister/minister/NOUN/NN/3/obj"))
        .collect();
    let lines: Vec<&str> = line.iter().map(String::as_str).collect();
    let (_, mentions) = read(&lines);
    let people = mentions.list.iter().filter(|m| m.kind == Kind::Person);
    assert_eq!((people.count(), mentions.entities.len()), (5000, 10_000));
}
