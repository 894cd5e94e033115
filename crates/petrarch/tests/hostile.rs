//! Dictionaries that are broken or made to do harm, and the folder as a whole.

use saydo_petrarch::{Complaint, Dictionaries, File};
use saydo_syntax::Document;

const SENTENCE: &str =
    "Vesk/vesk/PROPN/NNP/2/nsubj sent/send/VERB/VBD/0/root Torland/torland/PROPN/NNP/2/obj";

fn read(files: &[(&str, &[u8])]) -> (Dictionaries, Vec<Complaint>) {
    let files: Vec<File<'_>> = files.iter().map(|&(name, bytes)| File { name, bytes }).collect();
    Dictionaries::read(&files)
}

fn coded(dictionaries: &Dictionaries) -> usize {
    dictionaries.code(&Document::by_hand(&[SENTENCE]).sentences[0], Some("2001-01-01")).len()
}

#[test]
fn sets_that_hold_each_other_come_to_an_end() {
    let set = |i: usize| format!("&S{i}\n+&S{}\n+&S{}\n+W{i}\n", (i + 1) % 2_000, (i * 7) % 2_000);
    let sets: String = (0..2_000).map(set).collect::<Vec<_>>().concat();
    let verbs = format!("{sets}--- SEND [010] ---\nSEND {{SENT}}\n- * &S0 &S1 [011]\n");
    let files = [("a", &b"VESK [VES]\nTORLAND [TOR]"[..]), ("v", verbs.as_bytes())];
    let (dictionaries, complaints) = read(&files);
    assert_eq!((coded(&dictionaries), complaints.len()), (1, 0));
}

#[test]
fn patterns_full_of_gaps_come_to_an_end() {
    let gaps = "A ".repeat(60);
    let verbs = format!(
        "--- SEND [010] ---\nSEND {{SENT}}\n- {gaps}* {gaps}[011]\n- * {gaps}[012]\n- ^ ^ ^ * % % [013]"
    );
    let (dictionaries, complaints) = read(&[("a", b"VESK [VES]\nTORLAND [TOR]"), ("v", verbs.as_bytes())]);
    assert_eq!(complaints.iter().map(|c| c.line).collect::<Vec<_>>(), [3]);
    assert_eq!(coded(&dictionaries), 1);
}

#[test]
fn odd_bytes_are_read_or_told() {
    let pieces: [&[u8]; 12] =
        [b"---", b"[", b"]", b"{", b"}", b"+", b"&", b"*", b"_", b"\xff\xfe", b"~ a (", b"\n"];
    let mut state = 1_u32;
    for _ in 0..300 {
        let mut bytes = Vec::new();
        for _ in 0..60 {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            bytes.extend_from_slice(pieces[(state >> 16) as usize % pieces.len()]);
        }
        for kind in ["actors", "agents", "verbs", "discards", "issues", "prepositions"] {
            let index = format!("{kind} f");
            let (dictionaries, complaints) = read(&[("f", &bytes), ("dictionaries.txt", index.as_bytes())]);
            assert!(complaints.iter().all(|c| c.line > 0 && c.file == "f"));
            coded(&dictionaries);
            dictionaries.issues("a text");
        }
    }
}

#[test]
fn a_line_that_cannot_be_read_is_told_with_its_place() {
    let (_, complaints) = read(&[("who.txt", b"VESK [VES]\n# fine\nTORLAND [TOR <2004017]\n")]);
    assert_eq!(complaints.len(), 1);
    assert_eq!(complaints[0].to_string(), "who.txt, line 3: a code with a date that is none");
}

#[test]
fn the_index_tells_kinds_settings_and_what_to_leave_out() {
    let index = b"actors who\nnone notes\nset require_dyad false\nset nothing 1\nverbs lost";
    let files: [(&str, &[u8]); 4] = [
        ("dictionaries.txt", index),
        ("who", b"VESK [VES]"),
        ("notes", b"--- not a dictionary [x] ---"),
        ("verbs", b"--- SEND [010] ---\nSEND {SENT}"),
    ];
    let (dictionaries, complaints) = read(&files);
    assert_eq!(
        complaints.iter().map(|c| (c.file.as_str(), c.line)).collect::<Vec<_>>(),
        [("dictionaries.txt", 4), ("lost", 0)]
    );
    let triples = dictionaries.code(&Document::by_hand(&[SENTENCE]).sentences[0], None);
    assert_eq!((triples[0].source.as_str(), triples[0].target.as_str()), ("VES", "---"));
}

#[test]
fn discards_keep_sentences_and_reports_from_being_coded() {
    let verbs: (&str, &[u8]) = ("v", b"--- SEND [010] ---\nSEND {SENT}");
    let actors: (&str, &[u8]) = ("a", b"VESK [VES]\nTORLAND [TOR]");
    let document = Document::by_hand(&[SENTENCE, "Curling/curling/NOUN/NN/0/root"]);
    for (discard, want) in
        [(&b"chess\nbig_ball"[..], 1), (b"curl\nchess", 1), (b"+curl\nchess", 0), (b"vesk\nchess", 0)]
    {
        let (dictionaries, _) = read(&[verbs, actors, ("d", discard)]);
        assert_eq!(
            dictionaries.code_report(&document, None).len(),
            want,
            "{}",
            String::from_utf8_lossy(discard)
        );
    }
}

#[test]
fn a_folder_of_nothing_codes_nothing() {
    let (dictionaries, complaints) = read(&[]);
    assert_eq!((coded(&dictionaries), complaints.len()), (0, 0));
    assert_eq!(dictionaries.issues("text"), []);
}

#[test]
fn new_actors_stand_as_their_text_where_they_are_asked_for() {
    let files: [(&str, &[u8]); 3] = [
        ("dictionaries.txt", b"set new_actor_length 2"),
        ("who", b"VESK [VES]\n"),
        ("verbs", b"--- SEND [010] ---\nSEND {SENT}"),
    ];
    let triples = read(&files).0.code(&Document::by_hand(&[SENTENCE]).sentences[0], None);
    assert_eq!(triples.iter().map(|t| t.target.as_str()).collect::<Vec<_>>(), ["\"TORLAND\""]);
}
