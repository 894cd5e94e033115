//! `saydo import`, `export`, `convert`, `compare` and `code --format`: the real program in an empty folder.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod common;

use std::io::{Cursor, Write};

use common::{command, folder, said};
use flate2::Compression;
use flate2::write::GzEncoder;
use serde_json::Value;
use tempfile::TempDir;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const REPORTS: &str = r#"{"id":"a","published":"2022-02-15","publisher":"Example Wire","url":"https://wire.example/a","text":"Russian troops are returning to their bases from Crimea, Russian Defence Ministry spokesman Igor Konashenkov said on Tuesday."}
{"id":"b","published":"2022-02-24","publisher":"Example Daily","url":"https://daily.example/b","text":"Russian forces shelled Kharkiv on Thursday."}
{"id":"c","published":"2022-02-24","publisher":"Example Post","url":"https://post.example/c","text":"Ukraine expelled Russian diplomats on Thursday."}
"#;

const WATCH: &str =
    "name = \"Border\"\nsubject = [\"Russia\"]\nothers = [\"NATO\", \"United States\", \"Ukraine\"]\n";

/// A row of GDELT: id, day, who, to whom, code, and the place of the action.
fn gdelt(
    id: &str,
    day: &str,
    actor: &str,
    recipient: &str,
    code: &str,
    place: Option<(&str, f64, f64)>,
) -> String {
    let mut cells = vec![String::new(); 61];
    let mut set = |at: usize, text: &str| text.clone_into(&mut cells[at]);
    set(0, id);
    set(1, day);
    set(2, &day[..6]);
    set(3, &day[..4]);
    set(4, "2022.1260");
    set(5, actor);
    set(7, actor.get(..3).unwrap_or_default());
    set(15, recipient);
    set(17, recipient.get(..3).unwrap_or_default());
    set(25, "1");
    set(26, code);
    set(27, code.get(..3).unwrap_or(code));
    set(28, &code[..2]);
    let quad = match &code[..2] {
        "01" | "02" | "03" | "04" | "05" => "1",
        "06" | "07" | "08" => "2",
        "09" | "10" | "11" | "12" | "13" => "3",
        _ => "4",
    };
    set(29, quad);
    set(30, "0");
    for at in [31, 32, 33] {
        set(at, "1");
    }
    set(34, "-2.5");
    if let Some((name, lat, lon)) = place {
        set(51, "4");
        set(52, name);
        set(53, "UP");
        set(56, &lat.to_string());
        set(57, &lon.to_string());
        set(58, "-1041320");
    }
    set(59, &format!("{day}120000"));
    set(60, &format!("https://news.example/{id}"));
    cells.join("\t")
}

/// What is compared: a withdrawal that was only announced, shelling that both have, an accusation that we lack, a visit of
/// others.
fn rows() -> String {
    let rows = [
        gdelt("1", "20220215", "RUSMIL", "", "0874", None),
        gdelt(
            "2",
            "20220224",
            "RUSMIL",
            "UKR",
            "194",
            Some(("Kharkiv, Kharkivs'ka Oblast', Ukraine", 50.0, 36.25)),
        ),
        gdelt("3", "20220216", "USAGOV", "RUSGOV", "112", None),
        gdelt("4", "20220216", "FRAGOV", "DEUGOV", "042", None),
    ];
    rows.map(|row| row + "\n").concat()
}

/// What a command printed, and with which status.
fn run(dir: &TempDir, verb: &str, args: &[&str]) -> (String, String, i32) {
    let output = command(dir.path(), verb, args).output().unwrap();
    let told = said(&output);
    (String::from_utf8(output.stdout).unwrap(), told, output.status.code().unwrap())
}

/// A folder with reports in a ledger, a watch, and a file of GDELT's.
fn filled() -> TempDir {
    let files = [("reports.jsonl", REPORTS), ("watch.toml", WATCH), ("a.export.CSV", &rows())];
    let dir = folder(&files.map(|(name, text)| (name, text.as_bytes())));
    let (out, told, status) = run(&dir, "add", &["reports.jsonl"]);
    assert_eq!((told.as_str(), status), ("", 0), "{out}");
    dir
}

#[test]
fn a_file_imported_twice_adds_nothing_and_a_new_value_is_a_revision() {
    let dir = filled();
    let (out, told, status) = run(&dir, "import", &["a.export.CSV"]);
    let expected = "saydo.sqlite: 4 new events of others, 0 new values of known ones, 0 known already; it holds 4 of gdelt\n";
    assert_eq!((out.as_str(), told.as_str(), status), (expected, "", 0));
    let (out, _, status) = run(&dir, "import", &["a.export.CSV"]);
    assert!(out.contains(": 0 new events of others, 0 new values of known ones, 4 known already;"), "{out}");
    assert_eq!(status, 0);
    std::fs::write(dir.path().join("b.export.CSV"), rows().replace("-2.5", "1.5")).unwrap();
    let (out, ..) = run(&dir, "import", &["b.export.CSV"]);
    assert!(out.contains(": 0 new events of others, 4 new values of known ones, 0 known"), "{out}");
    assert!(out.ends_with("it holds 4 of gdelt\n"), "{out}");
}

#[test]
fn packed_files_are_unpacked() {
    let dir = filled();
    let mut gz = GzEncoder::new(Vec::new(), Compression::default());
    gz.write_all(rows().as_bytes()).unwrap();
    std::fs::write(dir.path().join("a.export.CSV.gz"), gz.finish().unwrap()).unwrap();
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    zip.start_file("20220215120000.export.CSV", SimpleFileOptions::default()).unwrap();
    zip.write_all(rows().as_bytes()).unwrap();
    std::fs::write(dir.path().join("a.export.CSV.zip"), zip.finish().unwrap().into_inner()).unwrap();
    for name in ["a.export.CSV.gz", "a.export.CSV.zip"] {
        let (out, told, status) = run(&dir, "convert", &[name, "--to", "gdelt"]);
        assert_eq!((told.as_str(), status, out.lines().count()), ("", 0, 4), "{name}: {out}");
    }
    std::fs::write(dir.path().join("cut.CSV.gz"), b"\x1f\x8b\x08\x00\x00").unwrap();
    let (_, told, status) = run(&dir, "import", &["cut.CSV.gz", "a.export.CSV.zip", "none.csv"]);
    assert!(
        told.contains("cut.CSV.gz: cannot unpack it") && told.contains("none.csv: cannot open it"),
        "{told}"
    );
    assert_eq!(status, 2);
    let (out, ..) = run(&dir, "import", &["a.export.CSV"]);
    assert!(out.contains("4 known already"), "the ZIP file was taken in before: {out}");
}

#[test]
fn odd_rows_are_named_counted_and_set_aside_and_the_rest_goes_in() {
    let dir = filled();
    let bad = (0..15).map(|n| format!("{n}\ttoo\tshort\n")).collect::<Vec<_>>().concat();
    std::fs::write(dir.path().join("odd.CSV"), format!("{}{bad}", rows())).unwrap();
    let (out, told, status) = run(&dir, "import", &["odd.CSV", "--form", "gdelt"]);
    assert!(out.starts_with("saydo.sqlite: 4 new"), "{out}");
    assert_eq!((told.lines().count(), status), (11, 2), "{told}");
    assert!(
        told.contains("odd.CSV, line 5") && told.contains("5 more; in all 15 odd rows left out"),
        "{told}"
    );
    let aside = std::fs::read_to_string(dir.path().join("odd.CSV.odd.tsv")).unwrap();
    let back: Vec<String> =
        aside.lines().map(|line| line.splitn(6, '\t').last().unwrap().to_owned()).collect();
    assert_eq!(back.join("\n") + "\n", bad);
    run(&dir, "convert", &["odd.CSV", "--form", "gdelt", "--to", "csv", "--odd", "aside", "-o", "out.csv"]);
    assert_eq!(std::fs::read_to_string(dir.path().join("aside/odd.CSV.odd.tsv")).unwrap(), aside);
    assert!(dir.path().join("out.csv").exists());
}

#[test]
fn what_nothing_tells_apart_is_asked_for() {
    let dir = folder(&[("notes.txt", b"Dear diary, nothing happened today.\n")]);
    let (_, told, status) = run(&dir, "import", &["notes.txt"]);
    assert!(told.contains("notes.txt: nothing tells what this is; say with --form which it is"), "{told}");
    assert_eq!(status, 2);
}

#[test]
fn events_of_others_change_no_picture() {
    let dir = filled();
    let before = run(&dir, "picture", &["--format", "json"]);
    run(&dir, "import", &["a.export.CSV"]);
    assert_eq!(run(&dir, "picture", &["--format", "json"]), before);
}

#[test]
fn a_comparison_tells_what_is_had_lacked_and_only_said() {
    let dir = filled();
    run(&dir, "import", &["a.export.CSV"]);
    let (out, told, status) = run(&dir, "compare", &["--format", "json"]);
    assert_eq!((told.as_str(), status), ("", 0));
    let json: Value = serde_json::from_str(&out).unwrap();
    let system = &json["systems"][0];
    let counts = ["theirs", "have", "again", "only_said", "we_lack", "they_lack", "elsewhere"]
        .map(|n| system[n].as_u64().unwrap());
    assert_eq!(counts, [3, 1, 0, 1, 1, 1, 1], "{out}");
    let said = &json["only_said"][0];
    assert_eq!(
        (said["theirs"]["id"].as_str(), said["ours"]["standing"].as_str()),
        (Some("1"), Some("announced"))
    );
    assert!(said["ours"]["sentence"].as_str().unwrap().contains("returning to their bases"));
    assert_eq!(json["have"][0]["theirs"]["id"], "2");
    assert_eq!(json["we_lack"][0]["id"], "3");
    assert!(json["they_lack"][0]["ours"]["sentence"].as_str().unwrap().contains("expelled"));
    let rules: Vec<&str> =
        json["rules"].as_array().unwrap().iter().map(|rule| rule["name"].as_str().unwrap()).collect();
    for because in json["have"][0]["because"].as_array().unwrap() {
        assert!(rules.contains(&because.as_str().unwrap()), "{because} is a rule");
    }
    assert_eq!(run(&dir, "compare", &["--format", "json"]).0, out, "it is the same each time");
}

#[test]
fn a_comparison_reads_well_and_is_a_table() {
    let dir = filled();
    run(&dir, "import", &["a.export.CSV"]);
    let (text, told, status) = run(&dir, "compare", &["--since", "2022-02-14", "--until", "2022-02-28"]);
    assert_eq!((told.as_str(), status), ("", 0));
    for part in [
        "Border: our events beside those of others, 2022-02-14 to 2022-02-28",
        "ONLY SAID (1)",
        "2022-02-15  RUSMIL  RETREAT 0874  gdelt 1",
        "ours: announced by",
        "WE LACK (1)",
        "THEY LACK (1)",
        "BOTH HAVE (1)",
        "rows of gdelt that are not of this watch: 1",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
    assert!(text.lines().all(|line| line.chars().count() <= 100), "{text}");
    let (csv, _, status) = run(&dir, "compare", &["--format", "csv"]);
    assert!(csv.starts_with("what,system,their_id,"), "{csv}");
    assert_eq!((csv.lines().count(), status), (5, 0), "{csv}");
    let (_, told, status) = run(&dir, "compare", &["--since", "2023-01-01"]);
    assert!(told.contains("holds no events of others in this period"), "{told}");
    assert_eq!(status, 1);
    let (_, told, status) = run(&dir, "compare", &["--since", "2023-01-01", "--until", "2022-01-01"]);
    assert!(told.contains("turn --since and --until round"), "{told}");
    assert_eq!(status, 2);
}

#[test]
fn words_are_left_out_and_counted_unless_they_are_asked_for() {
    let dir = filled();
    let (rows, told, status) = run(&dir, "code", &["reports.jsonl", "--format", "gdelt"]);
    assert!(rows.lines().count() >= 2 && rows.lines().all(|row| row.split('\t').count() == 61), "{rows}");
    assert!(
        told.contains("gdelt cannot tell words from deeds") && told.contains("--words writes them"),
        "{told}"
    );
    assert_eq!(status, 0);
    let (all, ..) = run(&dir, "code", &["reports.jsonl", "--format", "gdelt", "--words"]);
    assert!(all.lines().count() > rows.lines().count(), "{all}");
    let (_, told, status) = run(&dir, "code", &["reports.jsonl", "--words"]);
    assert!(told.contains("--words is for rows of events"), "{told}");
    assert_eq!(status, 2);
}

#[test]
fn each_form_is_written_and_the_ledger_tells_what_the_reports_tell() {
    let dir = filled();
    for form in ["mentions", "icews", "polecat", "plover", "phoenix", "csv", "jsonl", "geojson"] {
        let (coded, told, status) = run(&dir, "code", &["reports.jsonl", "--format", form]);
        assert_eq!((coded.is_empty(), status), (false, 0), "{form}: {told}");
        let (exported, told, status) = run(&dir, "export", &["--format", form]);
        assert_eq!((exported.lines().count(), status), (coded.lines().count(), 0), "{form}: {told}");
    }
    let (rows, _, status) = run(&dir, "code", &["reports.jsonl", "--format", "petrarch2"]);
    assert_eq!((rows.contains("\tRUSMIL\t"), status), (true, 0), "{rows}");
    let (out, _, status) = run(&dir, "export", &["--format", "parquet", "-o", "e.parquet"]);
    assert_eq!((out.as_str(), status), ("", 0));
    assert!(std::fs::read(dir.path().join("e.parquet")).unwrap().starts_with(b"PAR1"));
    let (none, _, status) = run(&dir, "export", &["--format", "csv", "--since", "2023-01-01"]);
    assert_eq!((none.lines().count(), status), (1, 1), "{none}");
    let (some, ..) = run(&dir, "export", &["--format", "jsonl", "--until", "2022-02-20"]);
    assert!(!some.is_empty() && some.lines().all(|row| row.contains("2022-02-15")), "{some}");
}

#[test]
fn our_own_rows_come_back_as_they_went() {
    let dir = filled();
    run(&dir, "export", &["--format", "jsonl", "-o", "ours.jsonl"]);
    let first = std::fs::read_to_string(dir.path().join("ours.jsonl")).unwrap();
    let (again, told, status) = run(&dir, "convert", &["ours.jsonl", "--to", "jsonl"]);
    assert_eq!((told.as_str(), status), ("", 0));
    assert_eq!(again, first);
}

#[test]
fn a_long_file_is_converted_whole() {
    let dir = filled();
    let mut file = std::io::BufWriter::new(std::fs::File::create(dir.path().join("large.CSV")).unwrap());
    for n in 0..60_000 {
        writeln!(file, "{}", gdelt(&n.to_string(), "20220215", "RUSMIL", "UKR", "190", None)).unwrap();
    }
    drop(file);
    let (out, told, status) = run(&dir, "convert", &["large.CSV", "--to", "csv", "-o", "large.csv.out"]);
    assert_eq!((out.as_str(), told.as_str(), status), ("", "", 0));
    let lines = std::fs::read_to_string(dir.path().join("large.csv.out")).unwrap().lines().count();
    assert_eq!(lines, 60_001);
}
