//! CoNLL-U: what is read, what is refused, and that everything written can be read again.

#![allow(clippy::unwrap_used)]

use proptest::prelude::*;
use saydo_record::conllu::{MAX_LINE, Range, Reader, Sentence, Word, write};
use saydo_record::{Error, Fault};

const GOOD: &str = "1\tYes\tyes\tINTJ\tUH\t_\t0\troot\t_\t_\n\n";

fn read(bytes: &[u8]) -> Vec<Result<Sentence, (usize, Fault)>> {
    Reader::new(bytes)
        .map(|item| {
            item.map_err(|e| match e {
                Error::Conllu { line, fault } => (line, fault),
                Error::Io(e) => panic!("{e}"),
            })
        })
        .collect()
}

/// The fault of the first sentence; a good sentence behind it must still be read.
fn fault(rows: &[u8]) -> (usize, Fault) {
    let items = read(&[rows, b"\n\n", GOOD.as_bytes()].concat());
    assert_eq!(items.len(), 2, "{items:?}");
    assert_eq!(items[1].as_ref().unwrap().words[0].form, "Yes");
    items[0].clone().unwrap_err()
}

fn row(id: &str, form: &str, head: &str) -> String {
    format!("{id}\t{form}\t_\t_\t_\t_\t{head}\t_\t_\t_\n")
}

#[test]
fn a_sentence_with_comments_ranges_and_empty_nodes() {
    let rows = "# sent_id = 1\n# newpar\n1-2\tDon't\t_\t_\t_\t_\t_\t_\t_\t_\n1\tDo\tdo\tAUX\tVB\tA=B\t3\taux\t3:aux\t_\n\
                2\tn't\tnot\tPART\tRB\t_\t3\tadvmod\t_\t_\n2.1\tx\tx\tX\t_\t_\t_\t_\t_\t_\n\
                3\tgo\tgo\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No\n4\t!\t!\tPUNCT\t.\t_\t9\tpunct\t_\t_\n\n";
    let items = read(rows.as_bytes());
    let sentence = items[0].as_ref().unwrap();
    assert_eq!(sentence.comments, ["sent_id = 1", "newpar"]);
    assert_eq!(sentence.comment("sent_id"), Some("1"));
    assert_eq!(sentence.text(), "Don't go!");
    assert_eq!(sentence.ranges, [Range { first: 1, last: 2, form: "Don't".into(), misc: String::new() }]);
    assert_eq!(sentence.words.iter().map(|w| w.head).collect::<Vec<_>>(), [3, 3, 0, 0]);
    assert_eq!(sentence.words[0].feats, "A=B");
}

#[test]
fn windows_line_ends_a_mark_and_no_last_line_end() {
    let rows =
        format!("\u{FEFF}# text = A b\r\n{}{}", row("1", "A", "0"), row("2", "b", "1")).replace('\n', "\r\n");
    let items = read(rows.trim_end().as_bytes());
    assert_eq!(items.len(), 1);
    assert_eq!(items[0].as_ref().unwrap().text(), "A b");
}

#[test]
fn an_underscore_is_a_word() {
    let items = read(b"1\t_\t_\tPUNCT\tNFP\t_\t0\troot\t_\t_\n");
    let word = &items[0].as_ref().unwrap().words[0];
    assert_eq!((word.form.as_str(), word.lemma.as_str()), ("_", "_"));
}

#[test]
fn broken_lines_cost_one_sentence() {
    assert_eq!(fault(b"# c\n1\tA\n2\tb"), (2, Fault::Columns(2)));
    assert_eq!(fault(row("2", "A", "0").as_bytes()), (1, Fault::Id { found: "2".into(), wanted: 1 }));
    assert_eq!(fault(row("x", "A", "0").as_bytes()), (1, Fault::Id { found: "x".into(), wanted: 1 }));
    assert_eq!(fault(row("7.1", "A", "0").as_bytes()), (1, Fault::Id { found: "7.1".into(), wanted: 1 }));
    assert_eq!(fault(row("1", "", "0").as_bytes()), (1, Fault::Form));
    assert_eq!(fault(row("1", "A", "no").as_bytes()), (1, Fault::Head("no".into())));
    assert_eq!(fault(row("2-1", "A", "_").as_bytes()), (1, Fault::Range("2-1".into())));
    assert_eq!(
        fault((row("1-3", "A", "_") + &row("1", "A", "0")).as_bytes()),
        (3, Fault::Range("1-3".into()))
    );
    assert_eq!(fault(b"1\t\xFF\t_\t_\t_\t_\t0\t_\t_\t_"), (1, Fault::Encoding));
    assert_eq!(fault(row("1", "a\0b", "0").as_bytes()), (1, Fault::Nul));
    assert_eq!(fault("x".repeat(2 * MAX_LINE).as_bytes()), (1, Fault::LongLine));
    assert_eq!(
        fault(format!("# {}\n", "y".repeat(MAX_LINE - 9)).repeat(17).as_bytes()),
        (17, Fault::LongSentence)
    );
}

#[test]
fn an_error_says_where_and_what_to_do() {
    let error = Reader::new(&b"1\tA\n"[..]).next().unwrap().unwrap_err();
    assert_eq!(
        error.to_string(),
        "bad-conllu: line 1: 2 columns where 10 are wanted; separate the fields with single tabs"
    );
}

#[test]
fn fields_are_cleaned_when_written() {
    let word = Word { form: "a\tb\nc\r\0".into(), ..Word::default() };
    let sentence = Sentence { comments: vec!["text = a\nb".into()], words: vec![word], ranges: vec![] };
    let mut out = Vec::new();
    write(&mut out, &sentence).unwrap();
    assert_eq!(String::from_utf8(out).unwrap(), "# text = a b\n1\ta b c  \t_\t_\t_\t_\t0\t_\t_\t_\n\n");
}

fn field() -> impl Strategy<Value = String> {
    "[^\t\n\r\0_#]{0,6}"
}

fn sentence() -> impl Strategy<Value = Sentence> {
    let word = ("[^\t\n\r\0]{1,8}", field(), field(), field(), field(), field(), field(), any::<usize>());
    let words = proptest::collection::vec(word, 1..9);
    let comments = proptest::collection::vec("[^\t\n\r\0]{0,12}", 0..3);
    (words, comments, any::<bool>()).prop_map(|(words, comments, joined)| {
        let count = words.len();
        let words = words.into_iter().map(|(form, lemma, upos, xpos, feats, deprel, misc, head)| Word {
            lemma: if form == "_" { "_".into() } else { lemma },
            head: head % (count + 1),
            ..Word { form, upos, xpos, feats, deprel, misc, ..Word::default() }
        });
        let range = Range { first: 1, last: count, form: "whole".into(), misc: String::new() };
        Sentence { comments, words: words.collect(), ranges: if joined { vec![range] } else { vec![] } }
    })
}

proptest! {
    #[test]
    fn what_is_written_is_read_again(sentence in sentence()) {
        let mut out = Vec::new();
        write(&mut out, &sentence).unwrap();
        prop_assert_eq!(read(&out), vec![Ok(sentence)]);
    }

    #[test]
    fn any_bytes_are_read_without_panic(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        for sentence in Reader::new(&bytes[..]).flatten() {
            prop_assert!(!sentence.words.is_empty());
            sentence.text();
        }
    }
}
