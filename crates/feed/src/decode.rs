//! Bytes to text: byte order marks, what HTTP and the XML declaration say, and what the bytes themselves show.

use std::str::from_utf8;

use encoding_rs::{Encoding, ISO_2022_JP, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};
use saydo_read::Decoded;
use saydo_text::{Problem, ProblemKind};

/// How many bytes of the start may hold the XML declaration.
const LOOK: usize = 1024;

/// The text in `bytes`, without control characters. `charset` is what HTTP said.
///
/// A byte order mark comes first; then UTF-8, where the bytes beyond ASCII are that, whatever was said, for other
/// encodings do not look like it by chance; then what HTTP and the declaration say; then a guess.
pub(crate) fn decode(bytes: &[u8], charset: Option<&str>) -> Decoded {
    let said = said(bytes, charset);
    let mut decoded = match said {
        Some(encoding) if heeds(bytes, encoding) => read_as(bytes, encoding),
        _ => saydo_read::decode(bytes),
    };
    if let Some(encoding) = said.filter(|encoding| differs(bytes, encoding)) {
        let detail =
            format!("The feed is said to be {}, but its bytes are UTF-8; read as UTF-8.", encoding.name());
        decoded.problems.push(Problem::new(ProblemKind::Encoding, detail));
    }
    drop_controls(&mut decoded);
    decoded
}

/// What is said about the encoding. "ISO-8859-1" from HTTP is often only a server's default, so the declaration is
/// believed first there.
fn said(bytes: &[u8], charset: Option<&str>) -> Option<&'static Encoding> {
    let http = charset.and_then(|label| Encoding::for_label(label.trim().as_bytes()));
    let declared = declared(bytes).and_then(|label| Encoding::for_label(label.as_bytes()));
    match http {
        Some(http) if http == WINDOWS_1252 || http == UTF_8 => {
            declared.filter(|d| *d != UTF_8).or(Some(http))
        }
        Some(http) => Some(http),
        None => declared,
    }
}

/// The `encoding` of the XML declaration.
fn declared(bytes: &[u8]) -> Option<String> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(LOOK)]);
    let declaration = &head[head.find("<?xml")?..];
    let declaration = &declaration[..declaration.find("?>")?];
    let value = declaration[declaration.find("encoding")? + "encoding".len()..].trim_start();
    let value = value.strip_prefix('=')?.trim_start();
    let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    value[1..].split(quote).next().map(|label| label.trim().to_owned())
}

/// Whether the bytes are to be read as what was said.
fn heeds(bytes: &[u8], said: &'static Encoding) -> bool {
    if Encoding::for_bom(bytes).is_some() || [UTF_8, UTF_16LE, UTF_16BE].contains(&said) {
        return false;
    }
    let is_whole = !said.decode_without_bom_handling(bytes).1;
    is_whole && (from_utf8(bytes).is_err() || (bytes.is_ascii() && said == ISO_2022_JP))
}

/// Whether the bytes are UTF-8 and something else was said.
fn differs(bytes: &[u8], said: &Encoding) -> bool {
    said != UTF_8
        && said != ISO_2022_JP
        && !bytes.is_ascii()
        && from_utf8(bytes).is_ok()
        && !bytes.contains(&0)
}

fn read_as(bytes: &[u8], encoding: &'static Encoding) -> Decoded {
    Decoded { text: encoding.decode_without_bom_handling(bytes).0.into_owned(), problems: Vec::new() }
}

fn drop_controls(decoded: &mut Decoded) {
    let count = decoded.text.chars().filter(|c| is_foreign(*c)).count();
    if count > 0 {
        decoded.text.retain(|c| !is_foreign(c));
        let detail = format!("{count} control characters, which no feed may hold; they were left out.");
        decoded.problems.push(Problem::new(ProblemKind::Encoding, detail));
    }
}

/// Whether no XML document can hold that character.
pub(crate) fn is_foreign(c: char) -> bool {
    matches!(c, '\0'..='\x08' | '\x0B' | '\x0C' | '\x0E'..='\x1F' | '\x7F' | '\u{FFFE}' | '\u{FFFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(bytes: &[u8], charset: Option<&str>) -> (String, usize) {
        let decoded = decode(bytes, charset);
        (decoded.text, decoded.problems.len())
    }

    #[test]
    fn what_is_said_is_heeded_where_the_bytes_allow_it() {
        let cyrillic: &[u8] = b"<?xml version=\"1.0\" encoding=\"windows-1251\"?><a>\xCC\xE8\xF0</a>";
        assert!(text(cyrillic, None).0.contains("Мир"));
        assert!(text(cyrillic, Some("ISO-8859-1")).0.contains("Мир"));
        assert!(text(b"<a>\xCC\xE8\xF0</a>", Some("windows-1251")).0.contains("Мир"));
        assert!(text(b"<a>\xED\xC9\xD2</a>", Some("koi8-r")).0.contains("Мир"));
    }

    #[test]
    fn utf_8_is_seen_whatever_is_said() {
        let (read, problems) = text("<?xml encoding='ISO-8859-1'?><a>é</a>".as_bytes(), None);
        assert!(read.contains('é') && problems == 1);
        assert_eq!(text("<a>é</a>".as_bytes(), Some("utf-8")), ("<a>é</a>".to_owned(), 0));
    }

    #[test]
    fn latin_letters_said_to_be_utf_8_are_guessed() {
        let (read, problems) =
            text(b"<?xml version='1.0' encoding='UTF-8'?><a>caf\xE9 d\xE9j\xE0 vu</a>", None);
        assert!(read.contains("café déjà vu") && problems == 1, "{read}");
    }

    #[test]
    fn control_characters_go() {
        assert_eq!(text(b"<a>\x01b\x0B\tc</a>", None), ("<a>b\tc</a>".to_owned(), 1));
    }
}
