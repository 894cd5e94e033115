//! Bytes of a page to its markup: which encoding, and how much of it.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};
use saydo_read::Decoded;
use saydo_text::{Problem, ProblemKind};

/// How much markup is read of one page, in bytes; a long article with all its wrapping has a tenth of this.
pub(crate) const LIMIT: usize = 8 << 20;
/// Where a page must name its encoding (HTML standard, 13.2.3.2), and how much further is looked in pages that do not.
const HEAD: usize = 4096;

/// The markup in `bytes`: by byte order mark, else UTF-8 where it is that, else as HTTP or the page says, else by
/// the best guess.
///
/// What is named is not believed where the bytes cannot be it.
pub(crate) fn decode(bytes: &[u8], charset: Option<&str>) -> Decoded {
    let (bytes, cut) = bytes.split_at(bytes.len().min(LIMIT));
    let mut decoded = match Encoding::for_bom(bytes) {
        Some(_) => saydo_read::decode(bytes),
        None => unmarked(bytes, charset),
    };
    if !cut.is_empty() {
        let detail = format!("The page has more than {LIMIT} bytes; the rest was not read.");
        decoded.problems.push(Problem::new(ProblemKind::Incomplete, detail));
    }
    decoded
}

fn unmarked(bytes: &[u8], charset: Option<&str>) -> Decoded {
    let whole = bytes.utf8_chunks().next().map_or(0, |chunk| chunk.valid().len());
    // A page may be cut in the middle of its last character.
    if whole + 3 >= bytes.len() && !bytes[whole..].iter().any(u8::is_ascii) {
        return saydo_read::decode(&bytes[..whole]);
    }
    let named = charset.and_then(label).or_else(|| named(bytes)).filter(|&named| named != UTF_8);
    let Some(encoding) = named else { return saydo_read::decode(bytes) };
    let (text, bad) = encoding.decode_without_bom_handling(bytes);
    if bad && !is_mostly_whole(&text) {
        return saydo_read::decode(bytes);
    }
    let mut decoded = Decoded { text: text.into_owned(), problems: Vec::new() };
    if bad {
        let detail = format!("Some bytes are not valid {}; each was replaced by U+FFFD.", encoding.name());
        decoded.problems.push(Problem::new(ProblemKind::Encoding, detail));
    }
    decoded
}

fn label(label: &str) -> Option<&'static Encoding> {
    Encoding::for_label(label.trim().trim_matches(['"', '\'']).as_bytes())
}

/// The encoding that the page's own `meta` names; one that says UTF-16 in single bytes means UTF-8.
fn named(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(HEAD)]).to_ascii_lowercase();
    let mut rest = head.as_str();
    while let Some(at) = rest.find("charset") {
        rest = &rest[at + "charset".len()..];
        let Some(value) = rest.trim_start().strip_prefix('=') else { continue };
        let value = value.trim_start().trim_start_matches(['"', '\'']);
        let end = value.find(|c: char| c.is_whitespace() || matches!(c, '"' | '\'' | '>' | ';' | '/'));
        let found = end.and_then(|end| label(&value[..end]));
        if found.is_some() {
            return found.map(|found| if found == UTF_16LE || found == UTF_16BE { UTF_8 } else { found });
        }
    }
    None
}

fn is_mostly_whole(text: &str) -> bool {
    let broken = text.matches('\u{FFFD}').count();
    let beyond = text.chars().filter(|c| !c.is_ascii()).count();
    broken * 10 <= beyond
}

/// Whether `start`, the first bytes of something, look like a page: HTML or XHTML, after the marks and comments that
/// may stand before it (MIME Sniffing standard, 7.1).
///
/// ```
/// assert!(saydo_page::is_html(b"\n<!DOCTYPE html><html>"));
/// assert!(!saydo_page::is_html(b"<?xml version='1.0'?><rss version='2.0'>"));
/// ```
pub fn is_html(start: &[u8]) -> bool {
    let start = &start[..start.len().min(HEAD)];
    let text = match Encoding::for_bom(start) {
        Some((encoding, mark)) => encoding.decode_without_bom_handling(&start[mark..]).0,
        None => String::from_utf8_lossy(start),
    };
    let mut rest = text.trim_start();
    while let Some(after) = prolog(rest) {
        rest = after.trim_start();
    }
    let head: String = rest.chars().take(16).collect::<String>().to_ascii_lowercase();
    let names = [
        "<!doctype html",
        "<html",
        "<head",
        "<body",
        "<title",
        "<meta",
        "<script",
        "<link",
        "<style",
        "<div",
        "<p",
        "<h1",
        "<h2",
        "<article",
        "<main",
        "<section",
        "<table",
        "<iframe",
        "<font",
        "<center",
        "<a",
        "<b",
        "<br",
    ];
    names.iter().any(|name| {
        head.strip_prefix(name)
            .is_some_and(|after| !after.starts_with(|c: char| c.is_alphanumeric() || c == '-' || c == ':'))
    })
}

/// What follows a comment or an XML declaration at the start of `text`.
fn prolog(text: &str) -> Option<&str> {
    let comment = text.strip_prefix("<!--").and_then(|rest| rest.split_once("-->"));
    let declaration = || text.strip_prefix("<?").and_then(|rest| rest.split_once('>'));
    comment.or_else(declaration).map(|(_, rest)| rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(bytes: &[u8], charset: Option<&str>) -> String {
        decode(bytes, charset).text
    }

    #[test]
    fn the_named_encoding_is_used() {
        let page = b"<meta charset=\"windows-1251\"><p>\xcc\xee\xf1\xea\xe2\xe0</p>";
        assert!(text(page, None).contains("Москва"));
        assert!(text(&page[30..], Some("windows-1251")).contains("Москва"));
        let old = b"<meta http-equiv=Content-Type content='text/html; charset=koi8-r'><p>\xed\xcf\xd3\xcb\xd7\xc1</p>";
        assert!(text(old, None).contains("Москва"));
    }

    #[test]
    fn utf_8_is_believed_over_a_wrong_name() {
        assert!(
            text("<meta charset=windows-1251><p>Москва</p>".as_bytes(), Some("iso-8859-1"))
                .contains("Москва")
        );
        assert!(text("<p>Киї".as_bytes().split_last().unwrap().1, None).contains("Ки"));
    }

    #[test]
    fn a_wrong_name_is_not_believed() {
        let page = "<meta charset=utf-8><p>Президент заявил, что войска вернулись домой.</p>";
        let (bytes, _, _) = encoding_rs::WINDOWS_1251.encode(page);
        assert!(text(&bytes, Some("utf-8")).contains("войска"));
    }

    #[test]
    fn pages_are_told_from_other_things() {
        for page in [
            "<html>",
            "\u{FEFF}<!-- x --> <!DOCTYPE HTML PUBLIC",
            "<?xml version='1.0'?>\n<html xmlns=",
            "<P>a",
        ] {
            assert!(is_html(page.as_bytes()), "{page}");
        }
        for other in ["<rss>", "{\"a\":1}", "plain words", "<?xml version='1.0'?><feed>", "<html:p", ""] {
            assert!(!is_html(other.as_bytes()), "{other}");
        }
    }

    #[test]
    fn what_is_too_long_is_cut_and_told() {
        let decoded = decode(&vec![b'a'; LIMIT + 1], None);
        assert_eq!(decoded.text.len(), LIMIT);
        assert_eq!(decoded.problems[0].kind, ProblemKind::Incomplete);
    }
}
