//! Universal Dependencies' exchange format: sentences as rows of ten columns.
//!
//! ```
//! use saydo_record::conllu::{Reader, write};
//! let rows = "# text = Go.\n1\tGo\tgo\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No\n2\t.\t.\tPUNCT\t.\t_\t1\tpunct\t_\t_\n\n";
//! let sentence = Reader::new(rows.as_bytes()).next().unwrap()?;
//! assert_eq!(sentence.text(), "Go.");
//! let mut out = Vec::new();
//! write(&mut out, &sentence)?;
//! assert_eq!(out, rows.as_bytes());
//! # Ok::<(), saydo_record::Error>(())
//! ```

mod read;
mod write;

pub use read::{MAX_LINE, MAX_SENTENCE, Reader};
pub use write::write;

/// One sentence of a CoNLL-U file. Enhanced dependencies and empty nodes are not kept.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sentence {
    /// The comment lines in order, without the leading `# `.
    pub comments: Vec<String>,
    /// The syntactic words; word `i` of the file stands at `i - 1`.
    pub words: Vec<Word>,
    /// The multiword tokens in order.
    pub ranges: Vec<Range>,
}

/// One row. A field that the file leaves open (`_`) is empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Word {
    /// The word as written.
    pub form: String,
    /// Its dictionary form.
    pub lemma: String,
    /// The universal part of speech.
    pub upos: String,
    /// The treebank's own part of speech.
    pub xpos: String,
    /// Morphological features, `Name=Value` joined by `|`.
    pub feats: String,
    /// The number of the head, from 1; 0 for the root and where the file gives no head inside the sentence.
    pub head: usize,
    /// The relation to the head.
    pub deprel: String,
    /// Anything else, `Name=Value` joined by `|`.
    pub misc: String,
}

/// Several words written as one: "don't" is "do" and "n't".
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Range {
    /// The number of its first word, from 1.
    pub first: usize,
    /// The number of its last word.
    pub last: usize,
    /// The whole as written.
    pub form: String,
    /// Anything else, `Name=Value` joined by `|`.
    pub misc: String,
}

impl Sentence {
    /// The value of the first comment `name = value`.
    pub fn comment(&self, name: &str) -> Option<&str> {
        self.comments.iter().find_map(|c| c.strip_prefix(name)?.trim_start().strip_prefix('=').map(str::trim))
    }

    /// The running text: the `text` comment, or else the forms, with a blank after each unless `SpaceAfter=No`.
    pub fn text(&self) -> String {
        self.comment("text").map_or_else(|| self.rebuilt(), str::to_owned)
    }

    /// The running text, from the forms alone.
    fn rebuilt(&self) -> String {
        let mut text = String::new();
        let mut ranges = self.ranges.iter().peekable();
        let mut covered = 0;
        for (i, word) in self.words.iter().enumerate().map(|(i, w)| (i + 1, w)) {
            if i <= covered {
                continue;
            }
            let (form, misc) = match ranges.next_if(|r| r.first == i) {
                Some(range) => {
                    covered = range.last;
                    (&range.form, &range.misc)
                }
                None => (&word.form, &word.misc),
            };
            text.push_str(form);
            if !misc.split('|').any(|m| m == "SpaceAfter=No") {
                text.push(' ');
            }
        }
        text.truncate(text.trim_end().len());
        text
    }
}
