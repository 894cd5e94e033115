//! Properties that hold for any input.

use proptest::prelude::*;
use saydo_read::{decode, jsonl, markdown, plain, zones};
use saydo_text::{Report, ZoneSpan};

/// Zones lie in order, apart, inside the text, on character borders, and hold something.
fn check_zones(text: &str, zones: &[ZoneSpan]) {
    let mut end = 0;
    for zone in zones {
        assert!(zone.span.start >= end && !zone.span.is_empty(), "{zone:?} after {end}");
        let words = zone.span.of(text).expect("a zone lies inside the text, on character borders");
        assert_eq!(words.trim(), words);
        end = zone.span.end;
    }
}

/// What lies in no zone is white space.
fn check_cover(text: &str, zones: &[ZoneSpan]) {
    let mut end = 0;
    for zone in zones {
        assert_eq!(text[end..zone.span.start].trim(), "");
        end = zone.span.end;
    }
    assert_eq!(text[end..].trim(), "");
}

fn check_plain(report: &Report) {
    check_zones(&report.text, &report.zones);
    check_cover(&report.text, &report.zones);
}

/// Pieces that readers look for, put together at random.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "\n",
        "\n\n",
        "\r\n",
        "\r",
        " ",
        "KYIV",
        ", ",
        "March 3",
        " (Reuters)",
        " — ",
        " - ",
        "--",
        "The minister said",
        " it was so.",
        "Image: AP",
        "By Ann Lee",
        "# ",
        "## ",
        "> ",
        "- ",
        "1. ",
        "```",
        "---",
        "===",
        "![a](b)",
        "[a](b)",
        "|",
        "**",
        "\u{A0}",
        "\u{2028}",
        "\u{FEFF}",
        "é",
        "🕊️",
        "مرحبا",
        "中",
        "\"",
        "”",
        "\0",
        "Photo by ",
        "lower case",
    ]);
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn any_bytes_can_be_read(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        check_plain(&plain("any", &bytes));
        let report = markdown("any", &bytes);
        check_zones(&report.text, &report.zones);
        jsonl(bytes.as_slice()).flatten().for_each(|report| check_plain(&report));
    }

    #[test]
    fn any_text_is_kept_and_covered(text in "\\PC*") {
        let found = zones(&text, None);
        check_zones(&text, &found);
        check_cover(&text, &found);
    }

    #[test]
    fn any_mix_of_markers_can_be_read(text in pieces()) {
        check_plain(&plain("any", text.as_bytes()));
        let report = markdown("any", text.as_bytes());
        check_zones(&report.text, &report.zones);
        prop_assert_eq!(plain("any", text.as_bytes()), plain("any", text.as_bytes()));
    }

    #[test]
    fn utf8_comes_out_as_it_went_in(text in pieces()) {
        let decoded = decode(text.as_bytes());
        prop_assume!(!text.starts_with('\u{FEFF}') && decoded.problems.is_empty());
        prop_assert_eq!(decoded.text, text);
    }

    #[test]
    fn records_keep_their_text(text in pieces(), title in pieces()) {
        let line = serde_json::json!({"text": text, "title": title}).to_string();
        let report = jsonl(line.as_bytes()).next().unwrap().unwrap();
        prop_assert_eq!(&report.text, &text);
        check_plain(&report);
    }
}
