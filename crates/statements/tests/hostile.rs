//! Large and hostile documents: each must be read in a moment, and no quotation may take more than its paragraph.

use saydo_mentions::Mentions;
use saydo_statements::{Statement, find};
use saydo_syntax::Document;

/// Kyiv said it is so.
const SAID: &str = "Kyiv/kyiv/PROPN/NNP/2/nsubj said/say/VERB/VBD/0/root it/it/PRON/PRP/5/nsubj \
    is/be/AUX/VBZ/5/cop so/so/ADV/RB/2/ccomp ././PUNCT/./2/punct";

/// A sentence of ten words without a cue, between two words of the caller's.
fn quoted(open: &str, close: &str) -> String {
    let words = "We/we/PRON/PRP/3/nsubj have/have/AUX/VBP/3/aux seen/see/X/VBN/0/root the/the/DET/DT/5/det \
        road/road/NOUN/NN/3/obj and/and/CCONJ/CC/8/cc it/it/PRON/PRP/8/nsubj was/be/AUX/VBD/3/conj";
    let mark =
        |form: &str| if form.is_empty() { String::new() } else { format!("{form}/{form}/PUNCT/''/0/punct ") };
    format!("{words} {}././PUNCT/./3/punct {}", mark(open), mark(close))
}

/// A sentence of many words, each made from its number.
fn words(count: usize, word: impl Fn(usize) -> String) -> String {
    (0..count).map(word).collect::<Vec<_>>().join(" ")
}

/// A document whose sentence number `i` lies in paragraph `paragraph(i)`.
fn document(sentences: &[String], paragraph: impl Fn(usize) -> usize) -> Document<'static> {
    let sentences: Vec<&str> = sentences.iter().map(String::as_str).collect();
    let mut document = Document::by_hand(&sentences);
    for (i, sentence) in document.sentences.iter_mut().enumerate() {
        sentence.paragraph = paragraph(i);
    }
    document
}

fn read(document: &Document<'_>) -> Vec<Statement> {
    find(document, &Mentions::default())
}

/// All spans that a document's statements have; a measure of how much was made of it.
fn pieces(found: &[Statement]) -> usize {
    found.iter().map(|s| s.content.len()).sum()
}

#[test]
fn one_sentence_ten_thousand_times() {
    let document = document(&vec![SAID.to_owned(); 10_000], |i| i);
    assert_eq!(read(&document).len(), 10_000);
}

#[test]
fn twenty_thousand_marks_in_one_paragraph() {
    for mark in ["\"", "“", "”", "'", "‘", "’", "„", "''", "``"] {
        let row = format!("{mark}/{mark}/PUNCT/''/1/punct ").repeat(500);
        let document = document(&vec![row; 40], |_| 0);
        assert!(pieces(&read(&document)) <= 20_000, "{mark}");
    }
}

#[test]
fn nested_marks_that_never_close() {
    let row = quoted("“", "‘").repeat(20);
    let document = document(&vec![row; 500], |i| i / 50);
    assert!(pieces(&read(&document)) <= 1_000);
}

#[test]
fn one_quotation_over_five_thousand_sentences() {
    let mut sentences = vec![quoted("", ""); 5_000];
    sentences[0] = format!("“/“/PUNCT/``/2/punct {SAID}");
    sentences[4_999] = quoted("”", "");
    sentences.push(SAID.to_owned());
    let document = document(&sentences, |_| 0);
    let found = read(&document);
    assert!(pieces(&found) <= 10_010, "{}", pieces(&found));
    let end = document.sentences[4_999].whole().end;
    assert!(
        found.iter().any(|s| s.content.first().is_some_and(|c| c.start == 0) && s.content.len() >= 4_999)
    );
    assert!(found[..found.len() - 1].iter().flat_map(|s| &s.content).all(|c| c.end <= end));
}

#[test]
fn a_quotation_that_never_closes_ends_with_its_paragraph() {
    let mut sentences = vec![quoted("", ""); 3_000];
    let open = "“/“/PUNCT/``/2/punct we/we/PRON/PRP/2/dep are/be/AUX/VBP/2/dep here/here/ADV/RB/2/dep";
    sentences[0] = format!("{SAID} {open}");
    let document = document(&sentences, |i| i / 3);
    let end = document.sentences[2].whole().end;
    let found = read(&document);
    assert!(!found.is_empty() && found.iter().flat_map(|s| &s.content).all(|c| c.end <= end));
}

#[test]
fn every_paragraph_opens_a_quotation_and_none_closes() {
    let row = format!("“/“/PUNCT/``/4/punct {}", quoted("", ""));
    let document = document(&vec![row; 5_000], |i| i);
    assert!(pieces(&read(&document)) <= 5_000);
}

#[test]
fn a_sentence_of_nothing_but_cues_does_not_multiply_a_quotation() {
    let cues = words(511, |i| format!("said/say/VERB/VBD/{i}/ccomp"));
    let mut sentences = vec![quoted("", ""); 2_000];
    sentences[0] = format!("{cues} “/“/PUNCT/``/511/punct");
    let document = document(&sentences, |_| 0);
    assert!(pieces(&read(&document)) <= 10 * 2_000 + 512 * 4);
}

#[test]
fn sentences_of_nothing_but_cues() {
    for relation in ["ccomp", "conj", "advcl", "acl:relcl", "parataxis", "xcomp", "flat"] {
        let chain = words(512, |i| format!("saying/say/VERB/VBG/{i}/{relation}"));
        let star = words(512, |i| format!("said/say/VERB/VBD/{}/{relation}", usize::from(i > 0)));
        let document = document(&[chain.clone(), star.clone(), chain, star], |_| 0);
        assert!(read(&document).len() <= 2_048);
    }
}

#[test]
fn a_transcript_of_five_thousand_turns() {
    let turn =
        |who: &str| format!("{who}/{who}/PROPN/NNP/3/nsubj :/:/PUNCT/:/1/punct {}", quoted("\"", "\""));
    let sentences: Vec<String> = (0..5_000).map(|i| turn(["Q", "A", "KULEBA"][i % 3])).collect();
    let apart = read(&document(&sentences, |i| i));
    let together = read(&document(&sentences, |_| 0));
    assert_eq!((apart.len(), together.len()), (5_000, 5_000));
}

#[test]
fn a_turn_of_five_thousand_sentences_that_quote() {
    let said = format!("\"/\"/PUNCT/''/4/punct {}", quoted("\"", ""));
    let mut sentences = vec![said; 5_000];
    for sentence in &mut sentences[..3] {
        *sentence = format!("Q/q/PROPN/NNP/3/nsubj :/:/PUNCT/:/1/punct {SAID}");
    }
    let document = document(&sentences, |i| i.min(2));
    assert!(pieces(&read(&document)) <= 15_000);
}

#[test]
fn a_live_blog_of_many_speakers() {
    let post = |i: usize| {
        format!(
            "Speaker{i}/Speaker{i}/PROPN/NNP/2/nsubj said/say/VERB/VBD/0/root :/:/PUNCT/:/2/punct \
             “/“/PUNCT/``/2/punct we/we/PRON/PRP/6/nsubj go/go/VERB/VBP/2/ccomp on/on/ADV/RB/6/advmod \
             ”/”/PUNCT/''/2/punct"
        )
    };
    let sentences: Vec<String> = (0..5_000).map(post).collect();
    let found = read(&document(&sentences, |i| i));
    assert_eq!(found.iter().filter(|s| s.source.is_some()).count(), 5_000);
}
