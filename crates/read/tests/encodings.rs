//! Bytes in every encoding become the same text.

use saydo_read::{decode, plain};
use saydo_text::ProblemKind;

const TEXT: &str = "“Не бачимо відведення”, said the envoy — twice.";

fn utf16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(bytes).collect()
}

#[track_caller]
fn check(bytes: &[u8], text: &str, problem: Option<&str>) {
    let decoded = decode(bytes);
    assert_eq!(decoded.text, text);
    let details: Vec<_> = decoded.problems.iter().map(|problem| problem.detail.as_str()).collect();
    assert_eq!(details.is_empty(), problem.is_none(), "{details:?}");
    assert!(problem.is_none_or(|words| details[0].contains(words)), "{details:?}");
}

#[test]
fn utf8_is_kept_as_it_is() {
    check(TEXT.as_bytes(), TEXT, None);
    check([b"\xEF\xBB\xBF", TEXT.as_bytes()].concat().as_slice(), TEXT, None);
    check("e\u{301} é \u{0} \u{200F} 🕊️".as_bytes(), "e\u{301} é \u{0} \u{200F} 🕊️", None);
}

#[test]
fn utf16_is_seen_with_and_without_a_mark() {
    check(&utf16(&format!("\u{FEFF}{TEXT}"), u16::to_le_bytes), TEXT, None);
    check(&utf16(&format!("\u{FEFF}{TEXT}"), u16::to_be_bytes), TEXT, None);
    check(&utf16(TEXT, u16::to_le_bytes), TEXT, Some("UTF-16LE"));
    check(&utf16(TEXT, u16::to_be_bytes), TEXT, Some("UTF-16BE"));
}

#[test]
fn older_encodings_are_guessed_and_named() {
    check(
        b"\x93We saw no change,\x94 he said at the caf\xE9.",
        "“We saw no change,” he said at the café.",
        Some("windows-1252"),
    );
    let russian = "Министерство обороны объявило о возвращении войск в места постоянной дислокации.";
    let (bytes, encoding, _) = encoding_rs::WINDOWS_1251.encode(russian);
    check(&bytes, russian, Some(encoding.name()));
    let chinese = "国防部星期二宣布，几支部队在演习结束后返回营地。发言人没有给出任何数字。";
    let (bytes, ..) = encoding_rs::GBK.encode(chinese);
    check(&bytes, chinese, Some("GBK"));
}

#[test]
fn damaged_utf8_stays_utf8() {
    let cut = &TEXT.as_bytes()[..TEXT.len() - " — twice.".len() + 2];
    check(cut, "“Не бачимо відведення”, said the envoy \u{FFFD}", Some("UTF-8"));
}

#[test]
fn text_mangled_as_a_whole_is_turned_back() {
    let (mangled, _) = encoding_rs::WINDOWS_1252.decode_without_bom_handling(TEXT.as_bytes());
    check(mangled.as_bytes(), TEXT, Some("windows-1252"));
    let mixed = format!("{mangled} “Да”");
    check(mixed.as_bytes(), &mixed, None);
    check("Â is a letter, and so is Ã.".as_bytes(), "Â is a letter, and so is Ã.", None);
}

#[test]
fn nothing_is_a_report_with_a_problem() {
    for bytes in [&b""[..], b" \n ", b"\xEF\xBB\xBF"] {
        let report = plain("empty", bytes);
        assert_eq!(
            report.problems.iter().map(|problem| problem.kind).collect::<Vec<_>>(),
            [ProblemKind::Empty]
        );
    }
}
