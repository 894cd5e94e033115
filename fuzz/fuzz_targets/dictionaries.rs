//! Any bytes as dictionaries of every kind: no panic, complaints that name a line of the file, and coding that ends
//! with triples inside the sentence.

#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use saydo_petrarch::{Dictionaries, File};
use saydo_syntax::Document;

const SENTENCE: &str = "A/a/DET/DT/2/det b/b/PROPN/NNP/3/nsubj sent/send/VERB/VBD/0/root c/c/PROPN/NNP/3/obj and/and/CCONJ/CC/6/cc d/d/PROPN/NNP/4/conj";

const INDEX: &[u8] = b"verbs verbs\nactors actors\nagents agents\ndiscards discards\nissues issues";

static DOCUMENT: LazyLock<Document<'static>> = LazyLock::new(|| Document::by_hand(&[SENTENCE]));

fuzz_target!(|bytes: &[u8]| {
    let names = ["verbs", "actors", "agents", "discards", "issues"];
    let parts: Vec<&[u8]> = bytes.splitn(names.len(), |&b| b == 0).collect();
    let mut files: Vec<File<'_>> =
        names.iter().zip(parts).map(|(name, bytes)| File { name, bytes }).collect();
    let (_, complaints) = Dictionaries::read(&files);
    files.push(File { name: "dictionaries.txt", bytes: INDEX });
    let (dictionaries, named) = Dictionaries::read(&files);
    let lines = bytes.iter().filter(|&&b| b == b'\n').count() + 1;
    assert!(complaints.iter().chain(&named).all(|c| c.line <= lines.max(5)));
    for (sentence, triple) in dictionaries.code_report(&DOCUMENT, Some("2001-02-03")) {
        let len = DOCUMENT.sentences[sentence].len();
        assert!(triple.trigger < triple.trigger_end && triple.trigger_end <= len);
        assert!(triple.source_words.end <= len && triple.target_words.end <= len);
    }
    dictionaries.issues(&String::from_utf8_lossy(bytes));
});
