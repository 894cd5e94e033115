//! Which reader a file asks for, by its name.

use std::path::Path;

/// An input format that has a reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Format {
    /// One report, as plain text.
    Plain,
    /// One report, as Markdown.
    Markdown,
    /// One report a line, as JSON objects.
    Jsonl,
    /// Sentences with tags and trees.
    Conllu,
}

impl Format {
    /// The format that the extension of `path` stands for, in any case; `None` where it is not one of ours.
    ///
    /// ```
    /// use saydo_read::Format;
    /// assert_eq!(Format::of("news/2022-02-16.TXT"), Some(Format::Plain));
    /// assert_eq!(Format::of("picture.png"), None);
    /// ```
    pub fn of(path: impl AsRef<Path>) -> Option<Self> {
        let extension = path.as_ref().extension()?.to_str()?.to_ascii_lowercase();
        match extension.as_str() {
            "txt" | "text" => Some(Self::Plain),
            "md" | "markdown" => Some(Self::Markdown),
            "jsonl" | "ndjson" => Some(Self::Jsonl),
            "conllu" => Some(Self::Conllu),
            _ => None,
        }
    }
}
