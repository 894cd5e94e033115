//! Runs the real program in an empty folder and looks at exit status, standard output and standard error.
#![allow(clippy::unwrap_used, reason = "the helpers of these tests stand outside test functions")]

mod common;

use std::path::Path;
use std::process::{Command, Output, Stdio};

use saydo_record::conllu::{Reader, Sentence};
use tempfile::TempDir;

use common::{folder, said};

fn command(dir: &Path, args: &[&str]) -> Command {
    common::command(dir, "parse", args)
}

fn run(dir: &TempDir, args: &[&str]) -> Output {
    command(dir.path(), args).output().unwrap()
}

fn sentences(output: &Output) -> Vec<Sentence> {
    Reader::new(&output.stdout[..]).map(|s| s.expect("the output is valid CoNLL-U")).collect()
}

fn value<'m>(misc: &'m str, name: &str) -> Option<&'m str> {
    misc.split('|').find_map(|m| m.strip_prefix(name)?.strip_prefix('='))
}

const REPORT: &str = "Moscow says troops are leaving\n\n\
    KYIV, Feb 16 (Agency) \u{2014} Russia's ministry said it didn't \u{201c}plan\u{201d} to stay.\n\n\
    Zürich \u{1f600} noted that. Nobody else has seen it.\n";

#[test]
fn every_word_points_into_the_text() {
    let dir = folder(&[("report.txt", REPORT.as_bytes())]);
    let output = run(&dir, &["report.txt"]);
    assert_eq!((output.status.code(), said(&output).as_str()), (Some(0), ""));
    let text: Vec<char> = REPORT.chars().collect();
    let mut end = 0;
    for sentence in sentences(&output) {
        let words = sentence.words.iter().map(|w| (&w.form, &w.misc));
        for (form, misc) in words.chain(sentence.ranges.iter().map(|r| (&r.form, &r.misc))) {
            let Some((from, to)) = value(misc, "TokenRange").and_then(|r| r.split_once(':')) else {
                continue;
            };
            let (from, to): (usize, usize) = (from.parse().unwrap(), to.parse().unwrap());
            assert_eq!(&text[from..to].iter().collect::<String>(), form);
            let glued = text.get(to).is_some_and(|c| !c.is_whitespace());
            assert_eq!(value(misc, "SpaceAfter"), glued.then_some("No"), "{form}");
            end = end.max(to);
        }
    }
    assert_eq!(end, REPORT.trim_end().chars().count());
}

#[test]
fn zones_and_multiword_tokens_are_shown() {
    let dir = folder(&[("report.txt", REPORT.as_bytes())]);
    let all = sentences(&run(&dir, &["report.txt"]));
    assert_eq!(all[0].comment("newdoc id"), Some("report"));
    assert_eq!(all[0].comment("zone"), Some("headline"));
    assert_eq!(all[1].comment("zone"), Some("dateline"));
    let with_range = all.iter().find(|s| !s.ranges.is_empty()).unwrap();
    let forms: Vec<&str> = with_range.ranges.iter().map(|r| r.form.as_str()).collect();
    assert!(forms.contains(&"didn't"), "{forms:?}");
    let ids: Vec<_> = all.iter().map(|s| s.comment("sent_id").unwrap()).collect();
    assert_eq!(ids, (1..=all.len()).map(|i| format!("report-{i}")).collect::<Vec<_>>());
}

#[test]
fn every_sentence_is_one_tree() {
    let dir = folder(&[("report.txt", REPORT.as_bytes())]);
    for sentence in sentences(&run(&dir, &["report.txt"])) {
        assert_eq!(sentence.words.iter().filter(|w| w.head == 0).count(), 1);
        for (i, word) in sentence.words.iter().enumerate() {
            assert_eq!(word.head == 0, word.deprel == "root");
            let mut at = i + 1;
            let steps = (0..=sentence.words.len()).take_while(|_| {
                at = sentence.words[at - 1].head;
                at != 0
            });
            assert!(steps.count() < sentence.words.len(), "a cycle");
        }
    }
}

#[test]
fn an_unreadable_path_is_named_and_the_rest_is_done() {
    let dir = folder(&[("report.txt", REPORT.as_bytes())]);
    let output = run(&dir, &["missing.txt", "report.txt"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output).contains("missing.txt"), "{}", said(&output));
    assert_eq!(sentences(&output).len(), sentences(&run(&dir, &["report.txt"])).len());
}

#[test]
fn what_has_no_reader_is_not_read_as_if_it_were_text() {
    let dir = folder(&[("paper.pdf", b"%PDF-1.7 Troops left.")]);
    let output = run(&dir, &["paper.pdf"]);
    assert_eq!((output.status.code(), output.stdout.len()), (Some(2), 0));
    assert!(said(&output).contains("paper.pdf: "), "{}", said(&output));
    assert!(run(&dir, &["--input", "text", "paper.pdf"]).status.success());
}

#[test]
fn a_bad_line_is_named_and_the_rest_is_done() {
    let lines =
        "{\"id\": 1, \"text\": \"Troops left.\"}\n{\"id\": 2}\n{\"id\": 3, \"text\": \"Tanks stayed.\"}\n";
    let dir = folder(&[("news.jsonl", lines.as_bytes())]);
    let output = run(&dir, &["news.jsonl"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output).contains("news.jsonl: bad-record: line 2"), "{}", said(&output));
    let ids: Vec<String> =
        sentences(&output).iter().map(|s| s.comment("newdoc id").unwrap().to_owned()).collect();
    assert_eq!(ids, ["1", "3"]);
}

#[test]
fn a_report_that_is_not_english_is_not_parsed_as_english() {
    let german = "Das Ministerium teilte am Dienstag mit, dass die Truppen nach dem Ende der \u{dc}bung in ihre \
        Kasernen zur\u{fc}ckkehren. Die Regierung in Kiew hat das bisher nicht best\u{e4}tigt und bleibt vorsichtig. \
        Auch die Beobachter sahen an der Grenze keine Bewegung, die auf einen Abzug schlie\u{df}en lie\u{df}e.";
    let dir = folder(&[("bericht.txt", german.as_bytes())]);
    let output = run(&dir, &["bericht.txt"]);
    assert_eq!((output.status.code(), output.stdout.len()), (Some(1), 0));
    assert!(said(&output).contains("German"), "{}", said(&output));
}

#[test]
fn given_words_and_comments_are_kept() {
    let rows = "# sent_id = a\n# note = kept\n1\tNew York\t_\t_\t_\t_\t_\t_\t_\t_\n2-3\tdon't\t_\t_\t_\t_\t_\t_\t_\tMark=1\n\
        2\tdo\t_\t_\t_\t_\t_\t_\t_\t_\n3\tn't\t_\t_\t_\t_\t_\t_\t_\t_\n4\tsleep\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n\n";
    let dir = folder(&[("gold.conllu", rows.as_bytes())]);
    let output = run(&dir, &["gold.conllu"]);
    let all = sentences(&output);
    assert_eq!(all[0].comments, ["sent_id = a", "note = kept"]);
    assert_eq!(
        all[0].words.iter().map(|w| w.form.as_str()).collect::<Vec<_>>(),
        ["New York", "do", "n't", "sleep"]
    );
    assert_eq!((all[0].ranges[0].form.as_str(), all[0].words[3].misc.as_str()), ("don't", "SpaceAfter=No"));
    assert!(all[0].words.iter().all(|w| !w.upos.is_empty() && !w.lemma.is_empty() && !w.deprel.is_empty()));
}

#[test]
fn threads_change_nothing() {
    let many: Vec<String> = (0..400)
        .map(|i| {
            format!(
                "{{\"id\": {i}, \"text\": \"On day {i} Kyiv's army said {i} tanks moved; nobody saw them.\"}}"
            )
        })
        .collect();
    let long = "The convoy, which nobody had seen before, moved north and then it stopped. ".repeat(6000);
    let dir = folder(&[("many.jsonl", many.join("\n").as_bytes()), ("long.txt", long.as_bytes())]);
    let one = run(&dir, &["--threads", "1", "many.jsonl", "long.txt"]);
    let four = run(&dir, &["--threads", "4", "many.jsonl", "long.txt"]);
    assert!(one.status.success() && !one.stdout.is_empty());
    assert!(one.stdout == four.stdout, "the output differs between one and four threads");
}

#[test]
fn a_large_report_is_read_like_a_small_one() {
    let sentence = "Zürich said it had no news of the ships. ";
    let dir = folder(&[
        ("large.txt", sentence.repeat(8000).as_bytes()),
        ("small.txt", sentence.repeat(3).as_bytes()),
    ]);
    let (large, small) = (sentences(&run(&dir, &["large.txt"])), sentences(&run(&dir, &["small.txt"])));
    assert_eq!((large.len(), small.len()), (8000, 3));
    let plain =
        |s: &Sentence| s.words.iter().map(|w| (w.form.clone(), w.head, w.deprel.clone())).collect::<Vec<_>>();
    assert!(large.iter().all(|s| plain(s) == plain(&small[1])));
    let last = large.last().unwrap();
    let end = 8000 * sentence.chars().count() - 1;
    assert!(last.words.last().unwrap().misc.ends_with(&format!(":{end}")), "{:?}", last.words.last());
}

#[test]
fn hostile_input_is_survived() {
    let rows: Vec<String> = (1..=10_000).map(|i| format!("{i}\tword{i}\t_\t_\t_\t_\t_\t_\t_\t_")).collect();
    let ten_thousand = rows.join("\n") + "\n\n";
    let dir = folder(&[
        ("empty.txt", b""),
        ("nul.txt", b"a\0b \0\0\0 c"),
        ("bytes.txt", &[0xff, 0xfe, 0x00, 0xd8, 0xff, 0xff, 0x80]),
        ("quotes.txt", "\u{201c}'\"".repeat(5000).as_bytes()),
        ("rtl.txt", "\u{202e}\u{5e9}\u{5dc}\u{5d5}\u{5dd} \u{1f600}\u{200d}\u{1f600} x".as_bytes()),
        ("long.conllu", ten_thousand.as_bytes()),
        ("broken.conllu", b"1\tonly two\n\n1\tfine\t_\t_\t_\t_\t_\t_\t_\t_\n\n"),
    ]);
    let output = run(&dir, &["."]);
    assert_eq!(output.status.code(), Some(2), "the broken rows are trouble");
    assert!(said(&output).contains("broken.conllu: bad-conllu: line 1"), "{}", said(&output));
    assert!(said(&output).contains("long.conllu: long-sentence: sentence "), "{}", said(&output));
    let all = sentences(&output);
    assert!(all.iter().any(|s| s.words.len() == 10_000));
    assert!(all.iter().any(|s| s.words[0].form == "fine"));
}

#[test]
fn what_is_told_of_a_sentence_names_file_and_report() {
    let long = "word ".repeat(700);
    let line = format!("{{\"id\": \"r7\", \"text\": \"It rained. {long}\"}}\n");
    let dir = folder(&[("news.jsonl", line.as_bytes())]);
    let output = run(&dir, &["news.jsonl"]);
    assert!(
        said(&output).contains("news.jsonl: report r7: long-sentence: sentence 2: "),
        "{}",
        said(&output)
    );
}

#[test]
fn standard_input_is_recognised() {
    use std::io::Write;
    let dir = folder(&[]);
    for (input, n) in [("Troops left. Tanks stayed.", 2), ("{\"text\": \"Troops left.\"}\n", 1)] {
        let mut child = command(dir.path(), &[])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("the program starts");
        child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
        assert_eq!(sentences(&child.wait_with_output().unwrap()).len(), n, "{input}");
    }
}

#[test]
fn trees_are_for_reading() {
    let dir = folder(&[("a.txt", b"Moscow said that its troops had left.")]);
    let output = run(&dir, &["--format", "tree", "a.txt"]);
    let text = String::from_utf8(output.stdout).unwrap();
    expect_test::expect![[r"
        Moscow said that its troops had left.
          said · VERB root (say)
          ├─ Moscow · PROPN nsubj
          ├─ left · VERB ccomp (leave)
          │  ├─ that · SCONJ mark
          │  ├─ troops · NOUN nsubj
          │  │  └─ its · PRON nmod:poss
          │  └─ had · AUX aux (have)
          └─ . · PUNCT punct

    "]]
    .assert_eq(&text);
}

#[test]
fn a_terminal_is_not_commanded() {
    let dir = folder(&[("a.txt", b"Moscow \x1b[2J said so.")]);
    let output = run(&dir, &["--format", "tree", "a.txt"]);
    assert!(!output.stdout.contains(&0x1b), "{}", String::from_utf8_lossy(&output.stdout));
}

#[test]
fn nobody_reading_is_no_trouble() {
    let dir = folder(&[("long.txt", "The convoy moved north. ".repeat(20_000).as_bytes())]);
    let mut child =
        command(dir.path(), &["long.txt"]).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), said(&output).as_str()), (Some(0), ""));
}
