//! What a file is: as said, by its name, or by its first bytes.

use std::path::Path;

use saydo_read::Format;

/// What an input is said to be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Input {
    /// By the file's name, else by its first bytes.
    #[default]
    Auto,
    /// One report, as plain text.
    Text,
    /// One report, as Markdown.
    Markdown,
    /// One report a line, as JSON objects with a "text".
    Jsonl,
    /// Sentences whose words are kept as they are.
    Conllu,
    /// One web page.
    Html,
    /// A web archive (WARC), packed or not.
    Warc,
}

/// What a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Text(Format),
    Html,
    Warc,
}

impl Kind {
    /// What `input` says.
    pub(crate) fn said(input: Input) -> Option<Self> {
        match input {
            Input::Auto => None,
            Input::Text => Some(Self::Text(Format::Plain)),
            Input::Markdown => Some(Self::Text(Format::Markdown)),
            Input::Jsonl => Some(Self::Text(Format::Jsonl)),
            Input::Conllu => Some(Self::Text(Format::Conllu)),
            Input::Html => Some(Self::Html),
            Input::Warc => Some(Self::Warc),
        }
    }

    /// What the name of `path` says, `.gz` aside.
    pub(crate) fn named(path: &Path) -> Option<Self> {
        let plain = if has_extension(path, &["gz"]) { path.with_extension("") } else { path.to_owned() };
        let page = has_extension(&plain, &["html", "htm", "xhtml"]).then_some(Self::Html);
        let archive = has_extension(&plain, &["warc"]).then_some(Self::Warc);
        page.or(archive).or_else(|| Format::of(&plain).map(Self::Text))
    }

    /// What the first bytes look like: `WARC/` is an archive, an object is JSONL, a comment or a numbered row with tabs is
    /// CoNLL-U, tags are a page, anything else is plain text.
    pub(crate) fn guessed(start: &[u8]) -> Self {
        let start = start.strip_prefix(b"\xef\xbb\xbf").unwrap_or(start).trim_ascii_start();
        match start.first() {
            Some(b'{') => Self::Text(Format::Jsonl),
            _ if start.starts_with(b"WARC/") => Self::Warc,
            _ if is_conllu(start) => Self::Text(Format::Conllu),
            _ if saydo_page::is_html(start) => Self::Html,
            _ => Self::Text(Format::Plain),
        }
    }
}

/// Forms that would be garbage as plain text, by their first bytes.
const UNREAD: [(&[u8], &str); 5] = [
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP file (also .docx, .epub)"),
    (b"BZh", "a bzip2 file"),
    (b"\xfd7zXZ", "an xz file"),
    (b"\x28\xb5\x2f\xfd", "a zstd file"),
];

/// What `start` begins, where it is a form that there is no reader for.
pub(crate) fn unread(start: &[u8]) -> Option<&'static str> {
    UNREAD.iter().find(|(mark, _)| start.starts_with(mark)).map(|(_, found)| *found)
}

/// The name of the file behind `path` without its extensions that we know.
pub(crate) fn stem(path: &Path) -> Option<String> {
    let plain = if has_extension(path, &["gz"]) { path.with_extension("") } else { path.to_owned() };
    plain.file_stem().map(|stem| stem.to_string_lossy().into_owned())
}

fn has_extension(path: &Path, known: &[&str]) -> bool {
    let extension = path.extension().map(|e| e.to_string_lossy().to_ascii_lowercase());
    extension.is_some_and(|e| known.contains(&e.as_str()))
}

fn is_conllu(start: &[u8]) -> bool {
    let line = start.split(|&b| b == b'\n').next().unwrap_or_default();
    let row = line.first().is_some_and(u8::is_ascii_digit) && line.split(|&b| b == b'\t').count() == 10;
    row || [&b"# text ="[..], b"# sent_id =", b"# newdoc"].iter().any(|comment| line.starts_with(comment))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_by_their_first_bytes() {
        let of = Kind::guessed;
        assert_eq!(of(b"\xef\xbb\xbf {\"text\": \"x\"}"), Kind::Text(Format::Jsonl));
        assert_eq!(of(b"# text = Go.\n1\tGo"), Kind::Text(Format::Conllu));
        assert_eq!(of(b"1\tGo\tgo\tVERB\t_\t_\t0\troot\t_\t_\n"), Kind::Text(Format::Conllu));
        assert_eq!(of(b"# A title\nText"), Kind::Text(Format::Plain));
        assert_eq!(of(b"\n<!DOCTYPE html>\n<html>"), Kind::Html);
        assert_eq!(of(b"WARC/1.0\r\n"), Kind::Warc);
        assert_eq!(of(b""), Kind::Text(Format::Plain));
    }

    #[test]
    fn files_by_their_names() {
        let of = |name: &str| Kind::named(Path::new(name));
        for name in ["a.html", "a.HTM", "a.xhtml", "a.html.gz"] {
            assert_eq!(of(name), Some(Kind::Html), "{name}");
        }
        assert_eq!(of("CC-NEWS-1.warc.gz"), Some(Kind::Warc));
        assert_eq!(of("a.warc"), Some(Kind::Warc));
        assert_eq!(of("a.txt.GZ"), Some(Kind::Text(Format::Plain)));
        assert_eq!(of("a.jsonl.gz"), Some(Kind::Text(Format::Jsonl)));
        for name in ["a.gz", "a.pdf", "gz", ".gz", "a.warc.idx"] {
            assert_eq!(of(name), None, "{name}");
        }
    }

    #[test]
    fn stems_are_without_what_says_the_form() {
        let of = |name: &str| stem(Path::new(name)).unwrap();
        assert_eq!([of("x/a.b.txt"), of("a.warc.gz"), of("a.html"), of("a")], ["a.b", "a", "a", "a"]);
    }
}
