//! Speakers beside a colon: headlines and transcripts.

use expect_test::expect;
use saydo_syntax::{Document, Zone};

use crate::check::{check, check_in, check_paragraphs};

fn headline(sentence: &str) -> Document<'static> {
    let mut document = Document::by_hand(&["Rain/rain/NOUN/NN/2/nsubj fell/fall/VERB/VBD/0/root", sentence]);
    document.sentences[1].zone = Zone::Headline;
    document
}

#[test]
fn a_speaker_before_the_colon_of_a_headline() {
    check_in(
        &headline(
            "Kuleba/kuleba/PROPN/NNP/5/dep :/:/PUNCT/:/1/punct troops/troops/NOUN/NNS/5/nsubj \
             will/will/AUX/MD/5/aux leave/leave/VERB/VB/0/root",
        ),
        &expect![[r"
            Kuleba | : | troops will leave | say indirect
        "]],
    );
}

#[test]
fn a_speaker_after_the_colon_of_a_headline() {
    check_in(
        &headline(
            "No/no/DET/DT/2/det sign/sign/NOUN/NN/0/root of/of/ADP/IN/4/case troops/troops/NOUN/NNS/2/nmod \
             :/:/PUNCT/:/6/punct Kuleba/kuleba/PROPN/NNP/2/dep",
        ),
        &expect![[r"
            Kuleba | : | No sign of troops | say indirect
        "]],
    );
}

#[test]
fn a_colon_in_the_body_names_no_speaker() {
    check(
        &[
            "Rain/rain/NOUN/NN/2/nsubj fell/fall/VERB/VBD/0/root",
            "Kuleba/kuleba/PROPN/NNP/4/dep :/:/PUNCT/:/1/punct rain/rain/NOUN/NN/4/nsubj \
             fell/fall/VERB/VBD/0/root",
        ],
        &expect![""],
    );
}

const QUESTION: &str = "Q/q/PROPN/NNP/5/dep :/:/PUNCT/:/1/punct Did/do/AUX/VBD/5/aux \
    they/they/PRON/PRP/5/nsubj leave/leave/VERB/VB/0/root ?/?/PUNCT/./5/punct";
const ANSWER: &str = "KULEBA/kuleba/PROPN/NNP/4/dep :/:/PUNCT/:/1/punct They/they/PRON/PRP/4/nsubj \
    did/do/VERB/VBD/0/root ././PUNCT/./4/punct";
const MORE: &str = "Rain/rain/NOUN/NN/2/nsubj fell/fall/VERB/VBD/0/root ././PUNCT/./2/punct";

#[test]
fn a_transcript() {
    check_paragraphs(
        &[QUESTION, ANSWER, QUESTION, MORE],
        &expect![[r"
        Q | : | Did they leave ? | say indirect
        KULEBA | : | They did . | say indirect
        Q | : | Did they leave ? | say indirect
    "]],
    );
}

#[test]
fn a_transcript_in_one_paragraph() {
    check(
        &[QUESTION, ANSWER, MORE, QUESTION],
        &expect![[r"
        Q | : | Did they leave ? | say indirect
        KULEBA | : | They did . … Rain fell . | say indirect
        Q | : | Did they leave ? | say indirect
    "]],
    );
}
